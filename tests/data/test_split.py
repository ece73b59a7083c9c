"""Dividing examples: the notebooks' split, nothing in two parts."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError
from sklearn.model_selection import train_test_split

from mlp_studio.core.datasets import Split
from mlp_studio.core.errors import StudioError
from mlp_studio.data.split import split_groups, split_indices, split_parts


@given(
    n=st.integers(40, 400),
    classes=st.integers(2, 6),
    share=st.floats(0.16, 0.6),
    seed=st.integers(0, 2**31 - 1),
)
@settings(max_examples=50, deadline=None)
def test_parts_are_disjoint_complete_and_keep_the_shares(
    n: int, classes: int, share: float, seed: int
) -> None:
    y = np.random.default_rng(seed).permutation(np.arange(n) % classes)
    train, validation = split_indices(n, Split(validation=share, seed=seed), y)
    assert sorted([*train, *validation]) == list(range(n))
    for k in range(classes):
        assert abs((y[validation] == k).sum() - share * (y == k).sum()) <= 1.001
    again = split_indices(n, Split(validation=share, seed=seed), y)
    assert np.array_equal(train, again[0])
    assert np.array_equal(validation, again[1])


def test_it_is_the_notebooks_split() -> None:
    x = np.random.default_rng(0).normal(size=(500, 2))
    y = np.arange(500) % 10
    expected = train_test_split(x, y, test_size=0.15, random_state=894, stratify=y)
    train, validation = split_indices(500, Split(validation=0.15, seed=894), y)
    assert np.array_equal(x[train], expected[0])
    assert np.array_equal(x[validation], expected[1])
    assert np.array_equal(y[train], expected[2])
    assert np.array_equal(y[validation], expected[3])


def test_too_few_examples_of_a_class_are_explained() -> None:
    with pytest.raises(StudioError, match=r"share of 0\.2"):
        split_indices(5, Split(validation=0.2), np.array([0, 0, 1, 1, 2]))


def test_groups_are_never_parted() -> None:
    rng = np.random.default_rng(1)
    groups = rng.integers(0, 120, 3000)
    classes = groups % 4
    train, validation = split_groups(classes, groups, Split(validation=0.25, seed=3))
    assert not set(groups[train]) & set(groups[validation])
    assert sorted([*train, *validation]) == list(range(3000))
    assert len(set(groups[validation])) == 30
    assert set(classes[validation]) == {0, 1, 2, 3}


@given(
    sizes=st.lists(st.integers(1, 80), min_size=1, max_size=7),
    validation=st.floats(0.05, 0.45),
    test=st.floats(0.05, 0.45),
    seed=st.integers(0, 2**31 - 1),
)
def test_three_parts_keep_the_shares_within_one_example(
    sizes: list[int], validation: float, test: float, seed: int
) -> None:
    y = np.repeat(np.arange(len(sizes)), sizes)
    y = np.random.default_rng(seed).permutation(y)
    spec = Split(validation=validation, test=test, seed=seed)
    try:
        parts = split_parts(len(y), spec, y)
    except StudioError:
        assert len(y) * min(validation, test) < len(sizes) + 3
        return
    assert sorted(np.concatenate(parts)) == list(range(len(y)))
    for part, share in zip(parts, (1 - validation - test, validation, test), strict=True):
        for k, size in enumerate(sizes):
            assert abs((y[part] == k).sum() - share * size) < 1 + 1e-6
    again = split_parts(len(y), spec, y)
    assert all(np.array_equal(a, b) for a, b in zip(parts, again, strict=True))
    other = split_parts(len(y), spec.model_copy(update={"seed": seed ^ 1}), y)
    assert len(y) < 30 or not np.array_equal(parts[0], other[0])


def test_without_a_test_share_it_is_the_notebooks_split_still() -> None:
    y = np.arange(500) % 10
    spec = Split(validation=0.15, seed=894)
    train, validation, test = split_parts(500, spec, y)
    assert np.array_equal(train, split_indices(500, spec, y)[0])
    assert np.array_equal(validation, split_indices(500, spec, y)[1])
    assert len(test) == 0


def test_a_class_of_one_is_learnt_and_not_refused() -> None:
    y = np.array([0] * 20 + [1])
    train, validation, _ = split_parts(21, Split(validation=0.25), y)
    assert 20 in train
    assert len(validation) == 5


def test_it_need_not_be_stratified() -> None:
    y = np.repeat([0, 1], [90, 10])
    counts = {
        int((y[split_parts(100, Split(test=0.2, stratified=False, seed=s), y)[1]] == 1).sum())
        for s in range(20)
    }
    assert len(counts) > 2  # by chance; stratified, it is always 2


def test_parts_must_not_be_empty() -> None:
    with pytest.raises(StudioError, match="3 examples are too few"):
        split_parts(3, Split(validation=0.1, test=0.1), np.zeros(3, int))


def test_something_is_left_to_learn_from() -> None:
    with pytest.raises(ValidationError, match="leave at least"):
        Split(validation=0.5, test=0.5)
    assert Split.model_validate({"validation": 0.3, "seed": 4}).test == 0  # as older files have it
