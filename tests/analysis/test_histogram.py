"""Every value is counted once, in the bin it is in."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from mlp_studio.analysis.histogram import FEWEST, MOST, edges_for, histogram

numbers = arrays(
    np.float64,
    st.integers(1, 200),
    elements=st.floats(-1e12, 1e12, allow_nan=False, allow_infinity=False),
)


@given(numbers)
def test_no_value_is_lost_whatever_the_values_are(values: np.ndarray) -> None:
    edges = edges_for(values)
    assert (np.diff(edges) > 0).all()
    found = histogram(values, edges)
    assert int(found.totals.sum()) == len(values)
    assert len(found.counts) <= MOST


@given(st.integers(0, 2**31))
def test_counts_are_those_of_numpy_for_every_group(seed: int) -> None:
    rng = np.random.default_rng(seed)
    values = rng.normal(size=300)
    groups = rng.integers(0, 4, 300)
    edges = edges_for(values)
    assert FEWEST <= len(edges) - 1 <= MOST
    found = histogram(values, edges, groups, 4)
    for group in range(4):
        expected, _ = np.histogram(values[groups == group], edges)
        np.testing.assert_array_equal(found.counts[:, group], expected)


def test_whole_numbers_and_categories_have_a_bin_each() -> None:
    found = histogram(np.array([3.0, 3, 5, 7]), edges_for(np.array([3.0, 3, 5, 7])))
    assert found.totals.tolist() == [2, 0, 1, 0, 1]
    found = histogram(np.array([0.0, 2, 2]), edges_for(np.array([0.0, 2, 2]), 4))
    assert found.totals.tolist() == [1, 0, 2, 0]
    assert found.bin_of(2) == 2
    assert found.bin_of(3.7) == -1


def test_a_column_that_never_changes_has_one_bin() -> None:
    for value in (0.0, 0.25, 1e6 + 0.5, -3.3):
        edges = edges_for(np.full(5, value))
        assert histogram(np.full(5, value), edges).totals.tolist() == [5]


def test_values_that_are_not_finite_are_left_out() -> None:
    values = np.array([0.1, np.nan, 0.9, np.inf, 0.5])
    found = histogram(values, edges_for(values))
    assert int(found.totals.sum()) == 3


def test_the_mean_of_what_colours_a_bin() -> None:
    values, levels = np.array([0.0, 0, 1, 3]), np.array([2.0, 4, 10, -1])
    found = histogram(values, edges_for(values), levels=levels)
    assert found.means is not None
    np.testing.assert_allclose(found.means[[0, 1, 3]], [3, 10, -1])
    assert np.isnan(found.means[2])


def test_every_edge_belongs_to_a_bin() -> None:
    found = histogram(np.linspace(0, 1, 50), np.linspace(0, 1, 11))
    assert found.bin_of(0.0) == 0
    assert found.bin_of(0.3) in {2, 3}
    assert found.bin_of(1.0) == 9
    assert found.bin_of(1.01) == -1
