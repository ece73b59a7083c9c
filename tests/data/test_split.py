"""Dividing examples: the notebooks' split, nothing in two parts."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.model_selection import train_test_split

from mlp_studio.core.datasets import Split
from mlp_studio.core.errors import StudioError
from mlp_studio.data.split import split_groups, split_indices


@given(
    n=st.integers(40, 400),
    classes=st.integers(2, 6),
    share=st.floats(0.1, 0.6),
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
