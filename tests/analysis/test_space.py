"""Projection keeps what a picture of a solid must keep."""

from __future__ import annotations

import math

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from mlp_studio.analysis.space import (
    FARTHEST,
    NEAREST,
    STEEPEST,
    Eye,
    back_to_front,
    camera,
    far_sides,
    project,
    to_cube,
)

angles = st.floats(-math.pi, math.pi)
tilts = st.floats(-STEEPEST, STEEPEST)
eyes = st.builds(Eye, turn=angles, tilt=tilts)


@given(eyes)
def test_the_camera_only_turns(eye: Eye) -> None:
    axes = camera(eye)
    np.testing.assert_allclose(axes @ axes.T, np.eye(3), atol=1e-12)
    assert axes[1, 2] > 0  # up stays up


@given(eyes, st.integers(300, 1600), st.integers(160, 900))
def test_the_whole_box_is_in_sight(eye: Eye, width: int, height: int) -> None:
    corners = np.array([[x, y, z] for x in (-1, 1) for y in (-1, 1) for z in (-1, 1)])
    pixels, _ = project(corners, eye, width, height)
    assert (pixels > 0).all()
    assert (pixels < (width, height)).all()


def test_seen_from_the_front_x_goes_right_z_up_and_y_away() -> None:
    points = np.array([[0, 0, 0], [0.5, 0, 0], [0, 0.5, 0], [0, 0, 0.5]])
    pixels, depth = project(points, Eye(turn=0.0, tilt=0.0), 600, 400)
    middle, right, away, up = pixels
    assert right[0] > middle[0]
    assert abs(right[1] - middle[1]) < 0.01
    assert up[1] < middle[1]
    np.testing.assert_allclose(away, middle, atol=0.01)
    assert depth.tolist() == [0.0, 0.0, 0.5, 0.0]


def test_what_is_near_is_larger() -> None:
    ends = np.array([[-1.0, -1, 0], [1, -1, 0], [-1, 1, 0], [1, 1, 0]])
    pixels, _ = project(ends, Eye(turn=0.0, tilt=0.3), 600, 400)
    assert pixels[1, 0] - pixels[0, 0] > pixels[3, 0] - pixels[2, 0]


@given(st.integers(0, 2**31))
def test_the_farthest_is_painted_first(seed: int) -> None:
    depth = np.random.default_rng(seed).normal(size=500).astype(np.float32)
    order = back_to_front(depth)
    assert sorted(order.tolist()) == list(range(500))
    step = float(np.ptp(depth)) / 65535
    assert (np.diff(depth[order]) <= step * 1.01).all()


def test_no_points_have_an_order_too() -> None:
    assert len(back_to_front(np.zeros(0, np.float32))) == 0
    assert back_to_front(np.ones(3, np.float32)).tolist() == [0, 1, 2]


@given(eyes)
def test_the_far_sides_are_behind_the_near_ones(eye: Eye) -> None:
    for axis, side in enumerate(far_sides(eye)):
        ends = np.zeros((2, 3))
        ends[:, axis] = (side, -side)
        _, depth = project(ends, eye, 600, 400)
        assert depth[0] >= depth[1] - 1e-6


@given(eyes, st.lists(st.tuples(angles, angles), max_size=20))
def test_no_turn_turns_it_upside_down(eye: Eye, turns: list[tuple[float, float]]) -> None:
    for turn, tilt in turns:
        eye = eye.turned(turn, tilt)
    assert -STEEPEST <= eye.tilt <= STEEPEST
    assert -math.pi <= eye.turn <= math.pi


def test_zoom_has_bounds() -> None:
    assert Eye().zoomed(1e9).zoom == NEAREST
    assert Eye().zoomed(1e-9).zoom == FARTHEST


@given(st.floats(-1e6, 1e6), st.floats(1e-3, 1e6))
def test_values_fill_the_cube(low: float, span: float) -> None:
    cube = to_cube(np.array([low, low + span / 2, low + span]), low, low + span)
    np.testing.assert_allclose(cube, [-1, 0, 1], atol=1e-6)


def test_a_value_that_never_changes_is_in_the_middle() -> None:
    assert to_cube(np.array([3.0, 3.0]), 3.0, 3.0).tolist() == [0.0, 0.0]
