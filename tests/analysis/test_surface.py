"""A mesh has the heights it is given, and is painted from back to front."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlp_studio.analysis.space import STEEPEST, Eye, back_to_front, project
from mlp_studio.analysis.surface import (
    DARKEST,
    corner_at,
    depth_of_cells,
    lattice,
    mesh,
    shade,
)

eyes = st.builds(Eye, turn=st.floats(-math.pi, math.pi), tilt=st.floats(-STEEPEST, STEEPEST))
BUMPS = np.sin(3 * lattice((-1, 1), (-1, 1), 9)).prod(axis=1)


def test_a_lattice_reaches_from_edge_to_edge_and_x_changes_fastest() -> None:
    points = lattice((-4, 4), (0, 1), 5)
    assert points.shape == (25, 2)
    assert points[0].tolist() == [-4, 0]
    assert points[4].tolist() == [4, 0]
    assert points[1].tolist() == [-2, 0]
    assert points[-1].tolist() == [4, 1]


def test_each_height_stands_above_its_point() -> None:
    shape = mesh(BUMPS, -1, 1)
    np.testing.assert_allclose(shape.corners[:, 2], BUMPS, atol=1e-6)
    np.testing.assert_allclose(shape.corners[:, :2], lattice((-1, 1), (-1, 1), 9), atol=1e-6)
    assert len(shape.cells) == 64
    assert not shape.cut
    # Each cell goes once around a square of neighbours.
    sides = shape.corners[np.roll(shape.cells, -1, axis=1)] - shape.corners[shape.cells]
    np.testing.assert_allclose(np.hypot(sides[..., 0], sides[..., 1]), 0.25, atol=1e-6)


def test_heights_beyond_the_box_are_cut_and_it_is_said() -> None:
    heights = np.array([0.0, 5.0, -9.0, 0.5])
    shape = mesh(heights, 0, 1)
    assert shape.cut
    np.testing.assert_allclose(shape.corners[:, 2], [-1, 1, -1, 0])


def test_cells_without_a_height_are_left_out() -> None:
    heights = BUMPS.copy()
    heights[40] = np.nan  # the middle: a corner of four cells
    heights[0] = np.inf  # a corner of one
    shape = mesh(heights, -1, 1)
    assert len(shape.cells) == 64 - 5
    assert not np.isin([0, 40], shape.cells).any()
    assert np.isfinite(shape.corners).all()


@given(eyes)
def test_a_cell_in_front_is_painted_after_the_one_behind(eye: Eye) -> None:
    shape = mesh(BUMPS, -1, 1)
    _, depth = project(shape.corners, eye, 300, 300)
    cells = depth_of_cells(shape, depth)
    np.testing.assert_allclose(cells, [depth[cell].mean() for cell in shape.cells], atol=1e-5)
    painted = cells[back_to_front(cells)]
    assert (np.diff(painted) <= 1e-3).all()


@given(eyes)
def test_light_stays_between_its_ends(eye: Eye) -> None:
    light = shade(mesh(BUMPS, -1, 1), eye)
    assert light.shape == (64,)
    assert (light >= DARKEST - 1e-9).all()
    assert (light <= 1 + 1e-9).all()


def test_a_plane_is_lit_evenly_and_slopes_are_told_apart() -> None:
    flat = shade(mesh(np.zeros(81), -1, 1), Eye())
    assert np.ptp(flat) < 1e-6
    assert np.ptp(shade(mesh(BUMPS, -1, 1), Eye())) > 0.05


@pytest.mark.parametrize("corner", [0, 8, 40, 77])
def test_the_corner_under_the_pointer_is_found(corner: int) -> None:
    shape = mesh(np.zeros(81), -1, 1)
    pixels, _ = project(shape.corners, Eye(), 300, 300)
    x, y = pixels[corner].tolist()
    assert corner_at(shape, Eye(), (300, 300), (x, y), 5) == corner


def test_beside_the_surface_there_is_no_corner() -> None:
    assert corner_at(mesh(BUMPS, -1, 1), Eye(), (300, 300), (1, 1), 5) == -1
    nothing = mesh(np.full(81, np.nan), -1, 1)
    assert corner_at(nothing, Eye(), (300, 300), (150, 150), 400) == -1
