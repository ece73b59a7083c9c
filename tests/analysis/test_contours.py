"""Contours against matplotlib's, and values between those of a lattice against SciPy's."""

from __future__ import annotations

import numpy as np
import pytest
from contourpy import contour_generator
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.interpolate import RegularGridInterpolator

from mlp_studio.analysis.contours import contour, enlarged
from mlp_studio.analysis.surface import lattice


def length(pieces: np.ndarray) -> float:
    return float(np.hypot(*(pieces[:, 1] - pieces[:, 0]).T).sum())


@pytest.mark.parametrize("level", [-0.7, -0.2, 0.0, 0.33, 0.9])
def test_the_lines_are_those_of_matplotlib(level: float) -> None:
    x, y = lattice((-1, 1), (-1, 1), 41).T
    heights = np.sin(4 * x + 0.1) * np.cos(3 * y) + 0.2 * x
    ours = contour(heights, level)
    side = np.linspace(-1, 1, 41)
    lines = contour_generator(side, side, heights.reshape(41, 41)).lines(level)
    theirs = np.concatenate([np.stack([line[:-1], line[1:]], axis=1) for line in lines])
    assert len(ours) > 10
    assert length(ours) == pytest.approx(length(theirs), rel=1e-3)
    # Every end of one is an end of the other.
    near = np.abs(ours.reshape(-1, 1, 2) - theirs.reshape(1, -1, 2)).max(axis=2).min(axis=1)
    assert near.max() < 1e-9


@given(arrays(np.float64, 36, elements=st.floats(-5, 5) | st.just(np.nan)), st.floats(-4, 4))
def test_both_ends_of_a_piece_lie_on_an_edge_at_the_level(
    heights: np.ndarray, level: float
) -> None:
    pieces = contour(heights, level)
    assert np.isfinite(pieces).all()
    assert (np.abs(pieces) <= 1 + 1e-12).all()
    grid = heights.reshape(6, 6)
    for x, y in (pieces.reshape(-1, 2) + 1) * 2.5:
        column, row = min(int(x + 1e-9), 5), min(int(y + 1e-9), 5)
        across, along = x - column, y - row
        assert min(abs(across), abs(along)) < 1e-6
        share = max(across, along)
        far = grid[row + (along > 1e-6), column + (across > 1e-6)] if share > 1e-6 else 0.0
        near = grid[row, column] if share < 1 - 1e-6 else 0.0
        assert near * (1 - share) + far * share == pytest.approx(level, abs=1e-4)


def test_a_flat_or_broken_surface_has_no_lines() -> None:
    assert contour(np.full(25, 3.0), 3.0).shape == (0, 2, 2)
    assert contour(np.full(25, np.nan), 0.0).shape == (0, 2, 2)


def test_values_between_those_of_a_lattice_are_scipys() -> None:
    grid = np.random.default_rng(0).normal(size=(7, 7, 3))
    side = np.linspace(0, 1, 7)
    places = np.stack(np.meshgrid(*[np.linspace(0, 1, 20)] * 2, indexing="ij"), axis=-1)
    expected = RegularGridInterpolator((side, side), grid)(places)
    np.testing.assert_allclose(enlarged(grid, 20), expected, atol=1e-12)
    np.testing.assert_array_equal(enlarged(grid, 7), grid)
