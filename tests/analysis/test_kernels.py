"""Weights as pictures and numbers."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from mlp_studio.analysis.kernels import (
    diverging,
    kernel_facts,
    strength,
    tiles_across,
    unit_pictures,
)

BLUE, ORANGE, PAPER = (np.array(c, np.float32) for c in ((0, 0, 200), (200, 100, 0), (250,) * 3))


@given(arrays(np.float32, st.integers(1, 300), elements=st.floats(-50, 50, width=32)))
def test_facts_are_numpys_and_every_weight_is_counted(values: np.ndarray) -> None:
    facts = kernel_facts(values)
    assert facts.counts.sum() == len(values)
    assert facts.mean == pytest.approx(values.astype(float).mean(), abs=1e-9)
    assert facts.spread == pytest.approx(values.astype(float).std(), abs=1e-9)
    assert (facts.low, facts.high) == (values.min(), values.max())
    np.testing.assert_allclose(facts.edges, -facts.edges[::-1])
    assert facts.not_finite == 0


def test_what_is_no_number_is_counted_apart() -> None:
    facts = kernel_facts(np.array([1.0, np.nan, np.inf, -1.0, 0.0]))
    assert facts.not_finite == 2
    assert facts.counts.sum() == 3
    assert facts.small == pytest.approx(1 / 3)
    assert kernel_facts(np.full(3, np.nan)).not_finite == 3


def test_colours_are_centred_on_zero() -> None:
    colours = diverging(np.array([2.0, 0.0, -2.0, 9.0, np.nan]), 2.0, BLUE, ORANGE, PAPER)
    np.testing.assert_array_equal(
        colours, [[0, 0, 200], [250] * 3, [200, 100, 0], [0, 0, 200], [128] * 3]
    )


def test_an_outlier_does_not_pale_the_others() -> None:
    values = np.append(np.linspace(-1, 1, 1000), 500.0)
    assert strength(values) < 1.1
    assert strength(np.zeros(4)) == 1.0


@given(st.integers(1, 400), st.floats(50, 2000), st.floats(50, 2000), st.sampled_from([1.0, 2.0]))
def test_tiles_fill_the_room_as_well_as_can_be(
    count: int, width: float, height: float, aspect: float
) -> None:
    def size(columns: int) -> float:
        return min(width / columns / aspect, height / -(-count // columns))

    best = tiles_across(count, width, height, aspect)
    assert 1 <= best <= count
    assert size(best) == max(size(columns) for columns in range(1, count + 1))


def test_units_of_an_image_network_are_pictures() -> None:
    kernel = np.random.default_rng(0).standard_normal((784, 6)).astype(np.float32)
    for shape in ((28, 28), (784,)):
        pictures = unit_pictures(kernel, shape)
        assert pictures is not None
        assert pictures.shape == (6, 28, 28)
        np.testing.assert_array_equal(pictures[4].ravel(), kernel[:, 4])
    colour = unit_pictures(kernel[: 7 * 7 * 3], (7, 7, 3))
    assert colour is not None
    assert colour[1, 2, 3] == pytest.approx(kernel[(2 * 7 + 3) * 3 :][:3, 1].mean())
    assert unit_pictures(kernel[:2], (2,)) is None
    assert unit_pictures(kernel[:13], (13,)) is None
