"""Dividing examples into a part to learn from and a part to check with."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from mlp_studio.core.arrays import AnyArray
from mlp_studio.core.datasets import Split
from mlp_studio.core.errors import StudioError
from mlp_studio.core.text import text

Indices = NDArray[np.int64]


def split_indices(n: int, spec: Split, classes: AnyArray | None = None) -> tuple[Indices, Indices]:
    """Return which examples are for training and which for validation.

    The division is that of scikit-learn's ``train_test_split`` with
    ``test_size=spec.validation`` and ``random_state=spec.seed``, so it is the one the
    notebooks make.

    Parameters
    ----------
    n : int
        How many examples there are.
    spec : Split
        Share and seed.
    classes : ndarray of shape (n,), optional
        The classes to keep in proportion in both parts.

    Returns
    -------
    train, validation : Indices
        Without a common element; together all of ``range(n)``.

    Raises
    ------
    StudioError
        When a part would be too small to hold every class, or empty.
    """
    train_test_split = _splitter()
    try:
        train, validation = train_test_split(
            np.arange(n), test_size=spec.validation, random_state=spec.seed, stratify=classes
        )
    except ValueError as error:
        raise StudioError(
            text(
                "{n} examples can't be divided with a share of {share} for validation.",
                n=n,
                share=spec.validation,
            ),
            text(
                "Choose a share that leaves at least one example of each class in both parts, "
                "or make more examples."
            ),
        ) from error
    return train, validation


def split_parts(
    n: int, spec: Split, classes: AnyArray | None = None
) -> tuple[Indices, Indices, Indices]:
    """Return which examples are for training, for validation and for the test.

    Without a test share this is `split_indices`, unless a class is too small for it: then,
    and with a test share, each class is dealt out by `_dealt`, the first example of each to
    training.

    Parameters
    ----------
    n : int
        How many examples there are.
    spec : Split
        Shares and seed.
    classes : ndarray of shape (n,), optional
        The classes to keep in proportion, unless ``spec.stratified`` is off.

    Returns
    -------
    train, validation, test : Indices
        Without a common element; together all of ``range(n)``.

    Raises
    ------
    StudioError
        When a part would be empty.
    """
    if not spec.stratified:
        classes = None
    if not spec.test:
        try:
            return (*split_indices(n, spec, classes), np.zeros(0, np.int64))
        except StudioError:
            if classes is None:
                raise
    shares = np.array([1 - spec.validation - spec.test, spec.validation, spec.test])
    numbers = np.zeros(n, np.int64)
    if classes is not None:
        numbers = np.unique(classes, return_inverse=True)[1]
    order = np.random.default_rng(spec.seed).permutation(n)
    part = np.empty(n, np.int64)  # of each example, in the order of `order`
    sizes = np.bincount(numbers, minlength=1)
    rows = order[np.argsort(numbers[order], kind="stable")]
    part[rows] = np.concatenate(
        [np.repeat(np.arange(3), counts) for counts in _dealt(sizes, shares)]
    )
    train, validation, test = (order[part[order] == number] for number in range(3))
    if not (len(train) and len(validation) and (len(test) or not spec.test)):
        raise StudioError(
            text(
                "{n} examples are too few for {validation} % validation and {test} % test.",
                n=n,
                validation=round(100 * spec.validation, 1),
                test=round(100 * spec.test, 1),
            ),
            text("Choose larger shares, or bring more examples."),
        )
    return train, validation, test


def _dealt(sizes: AnyArray, shares: AnyArray) -> AnyArray:
    """Return how many examples of each class go to each part, an array (classes, 3).

    Each number is the class's exact share, rounded down or up, so no part is off by a whole
    example. What is left over goes to the part that has the least so far of what is due.
    """
    counts = np.empty((len(sizes), len(shares)), np.int64)
    due = np.zeros(len(shares))
    for k, size in enumerate(sizes):
        exact = size * shares
        # A share of 3.0000000004 is 3 and not open to rounding up.
        whole = np.floor(exact + 1e-9).astype(np.int64)
        open_parts = exact - whole > 1e-9
        counts[k] = whole
        due += exact - whole
        left = int(size - whole.sum())
        if whole[0] == 0 and left and open_parts[0]:  # a class is learnt before it is tested
            _give(0, counts[k], due, open_parts)
            left -= 1
        for _ in range(left):
            _give(int(np.argmax(np.where(open_parts, due, -np.inf))), counts[k], due, open_parts)
    return counts


def _give(part: int, counts: AnyArray, due: AnyArray, open_parts: AnyArray) -> None:
    counts[part] += 1
    due[part] -= 1
    open_parts[part] = False


def _splitter() -> Callable[..., list[Indices]]:
    from sklearn.model_selection import (
        train_test_split,
    )

    function: Callable[..., list[Indices]] = train_test_split
    return function


def split_groups(classes: AnyArray, groups: AnyArray, spec: Split) -> tuple[Indices, Indices]:
    """Return a stratified division that never parts the members of a group.

    Parameters
    ----------
    classes : ndarray of shape (n,)
        Class of each example; the same throughout a group.
    groups : ndarray of int, shape (n,)
        Group of each example.
    spec : Split
        Share and seed, applied to the groups.

    Returns
    -------
    train, validation : Indices
        Ascending; without a common group; together all of ``range(n)``.
    """
    unique, first, member_of = np.unique(groups, return_index=True, return_inverse=True)
    _, held = split_indices(len(unique), spec, classes[first] if spec.stratified else None)
    chosen = np.zeros(len(unique), bool)
    chosen[held] = True
    in_validation = chosen[member_of]
    return np.flatnonzero(~in_validation), np.flatnonzero(in_validation)
