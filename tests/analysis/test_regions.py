"""The picture of the plane says at every pixel what the forward pass says there."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlp_studio.analysis.regions import (
    SURE,
    UNSURE,
    Bounds,
    class_image,
    plane_bounds,
    plane_grid,
    plane_outputs,
    region_image,
    value_image,
)
from mlp_studio.core.forward import predict
from mlp_studio.core.initializers import initial_weights
from mlp_studio.core.layers import Dense
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.templates import template

COLOURS = np.array([[255, 0, 0], [0, 255, 0], [0, 0, 255]] * 2, np.uint8)
BOUNDS = Bounds(-2.0, 2.0, -1.0, 3.0)


def test_the_grid_starts_at_the_top_left_and_takes_the_middles_of_pixels() -> None:
    grid = plane_grid(BOUNDS, 4)
    assert grid.shape == (16, 2)
    assert grid.dtype == np.float32
    np.testing.assert_allclose(grid[0], (-1.5, 2.5))
    np.testing.assert_allclose(grid[3], (1.5, 2.5))
    np.testing.assert_allclose(grid[-1], (1.5, -0.5))


@given(
    st.lists(st.tuples(st.floats(-50, 50), st.floats(-50, 50)), min_size=1, max_size=20),
)
def test_the_bounds_are_a_square_around_every_point(points: list[tuple[float, float]]) -> None:
    x = np.array(points, np.float32)
    bounds = plane_bounds(x)
    assert bounds.right - bounds.left == pytest.approx(bounds.top - bounds.bottom)
    assert bounds.right > bounds.left
    slack = 1e-4
    assert (x[:, 0] >= bounds.left - slack).all()
    assert (x[:, 0] <= bounds.right + slack).all()
    assert (x[:, 1] >= bounds.bottom - slack).all()
    assert (x[:, 1] <= bounds.top + slack).all()


def test_every_pixel_is_the_forward_pass_at_its_middle() -> None:
    network = template("spirals-6").project.network
    weights = initial_weights(network, 3)
    regions = region_image(network, weights, BOUNDS, 9, "multiclass", COLOURS)
    assert regions.image.shape == (9, 9, 3)
    grid = plane_grid(BOUNDS, 9)
    for row, column in ((0, 0), (2, 7), (8, 8)):
        here = grid[row * 9 + column]
        expected = predict(network, weights, here[None])[0]
        np.testing.assert_allclose(regions.outputs[row, column], expected, atol=1e-6)


def test_a_single_sigmoid_unit_gives_two_classes() -> None:
    network = NetworkSpec(
        input_shape=(2,), layers=(Dense(name="output", units=1, activation="sigmoid"),)
    )
    weights = {"output": (np.array([[40.0], [0.0]], np.float32), np.zeros(1, np.float32))}
    regions = region_image(network, weights, Bounds(-1, 1, -1, 1), 2, "binary", COLOURS)
    np.testing.assert_allclose(regions.outputs.sum(axis=-1), 1.0)
    left, right = regions.image[0]
    assert left.argmin() != 0  # class 0 is red and left, where the unit says 0
    assert right.argmin() != 1


def test_certain_pixels_are_strong_and_undecided_ones_nearly_the_ground() -> None:
    ground = (10, 20, 30)
    image = class_image(np.array([[1.0, 0.0], [0.5, 0.5]]), COLOURS, ground)
    red = np.array([255, 0, 0])
    for pixel, strength in zip(image, (SURE, UNSURE), strict=True):
        np.testing.assert_allclose(
            pixel, red * strength + np.array(ground) * (1 - strength), atol=0.51
        )


def test_values_follow_the_map_of_colours_and_stay_within_it() -> None:
    colours = np.array([[0, 0, 0], [100, 100, 100], [200, 200, 200]], np.uint8)
    values = np.array([-5.0, 0.0, 1.0, 2.0, 9.0, np.nan, np.inf])
    image = value_image(values, colours, (7, 7, 7), 0.0, 2.0)
    assert image[:, 0].tolist() == [0, 0, 100, 200, 200, 7, 7]
    assert value_image(np.ones(1), colours, (7, 7, 7), 1.0, 1.0)[0, 0] == 0


def test_a_diverged_network_gives_the_ground_and_no_warning() -> None:
    network = NetworkSpec(
        input_shape=(2,), layers=(Dense(name="output", units=3, activation="softmax"),)
    )
    weights = {"output": (np.full((2, 3), np.nan, np.float32), np.zeros(3, np.float32))}
    regions = region_image(network, weights, BOUNDS, 3, "multiclass", COLOURS, ground=(1, 2, 3))
    assert (regions.image == (1, 2, 3)).all()


@pytest.mark.parametrize("name", ["spirals-6", "spirals-2", "egg-crate"])
def test_asked_at_fewer_places_the_picture_is_nearly_the_same(name: str) -> None:
    network = template(name).project.network
    weights = {
        layer: tuple(3 * array if array.ndim == 2 else array for array in arrays)
        for layer, arrays in initial_weights(network, 2).items()
    }
    exact = plane_outputs(network, weights, BOUNDS, 200)
    nearly = plane_outputs(network, weights, BOUNDS, 200, 50)
    assert nearly.shape == exact.shape
    if name == "spirals-6":
        assert (nearly.argmax(axis=1) == exact.argmax(axis=1)).mean() > 0.98
    else:
        spread = float(np.ptp(exact)) or 1.0
        assert float(np.abs(nearly - exact).mean()) < 0.03 * spread
    np.testing.assert_array_equal(plane_outputs(network, weights, BOUNDS, 50, 50),
                                  plane_outputs(network, weights, BOUNDS, 50))  # fmt: skip
