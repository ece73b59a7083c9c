"""The functions to approximate and their samples."""

import math

import numpy as np
import pytest

from mlp_studio.core.datasets import Function
from mlp_studio.data.functions import evaluate, sample


def test_egg_crate_at_known_points() -> None:
    x = np.array([[0, 0], [math.pi / 2, math.pi / 2], [1, -2]])
    expected = [0, 1 + 0.05 * math.pi**2, math.sin(1) * math.sin(-2) + 0.5]
    np.testing.assert_allclose(evaluate("egg-crate", x)[:, 0], expected, rtol=1e-6, atol=1e-7)


def test_radial_gaussian_at_known_points() -> None:
    x = np.array([[0, 0], [3, 4], [-1, 0]])
    expected = [1, math.exp(-25 / 4) * math.cos(10), math.exp(-0.25) * math.cos(2)]
    np.testing.assert_allclose(evaluate("radial-gaussian", x)[:, 0], expected, rtol=1e-6)


@pytest.mark.parametrize("name", ["egg-crate", "radial-gaussian"])
def test_samples_lie_in_the_square_and_on_the_surface(name: str) -> None:
    spec = Function.model_validate({"function": name, "samples": 5000, "low": -4, "high": 4})
    x, y = sample(spec)
    assert x.shape == (5000, 2)
    assert y.shape == (5000, 1)
    assert x.dtype == y.dtype == np.float32
    assert x.min() >= -4
    assert x.max() <= 4
    assert abs(x.mean()) < 0.1
    np.testing.assert_allclose(y, evaluate(name, x))
