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
    _, held = split_indices(len(unique), spec, classes[first])
    chosen = np.zeros(len(unique), bool)
    chosen[held] = True
    in_validation = chosen[member_of]
    return np.flatnonzero(~in_validation), np.flatnonzero(in_validation)
