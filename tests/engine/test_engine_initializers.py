"""New weights have the distributions of Keras's initializers."""

from __future__ import annotations

from typing import get_args

import keras
import numpy as np
import pytest

from mlp_studio.core.initializers import initial_weights
from mlp_studio.core.layers import BiasInitializerName, Dense, InitializerName
from mlp_studio.core.network import NetworkSpec


def _arrays(inputs: int, units: int, **fields: str) -> tuple[np.ndarray, ...]:
    dense = Dense.model_validate({"units": units, **fields})
    return initial_weights(NetworkSpec(input_shape=(inputs,), layers=(dense,)), 3)["dense"]


@pytest.mark.parametrize("name", get_args(InitializerName))
def test_kernels_are_drawn_as_keras_draws_them(name: str) -> None:
    ours = _arrays(400, 300, kernel_initializer=name)[0]
    initializer = keras.initializers.get(name)
    if hasattr(initializer, "seed"):
        initializer = type(initializer)(seed=1)
    theirs = np.asarray(initializer((400, 300)))
    spread = theirs.std()
    assert ours.dtype == np.float32
    assert abs(ours.mean() - theirs.mean()) <= 6 * spread / np.sqrt(ours.size)
    assert ours.std() == pytest.approx(spread, rel=0.01)
    scale = max(spread, 1e-9)
    for power in (3, 4):  # the third and fourth moments tell the laws apart
        moments = [np.mean(((a - a.mean()) / scale) ** power) for a in (ours, theirs)]
        assert moments[0] == pytest.approx(moments[1], abs=0.06)
    if "truncated" in name or name.startswith(("glorot", "he", "lecun")):
        assert np.abs(ours).max() == pytest.approx(np.abs(theirs).max(), rel=0.01)


@pytest.mark.parametrize("name", get_args(BiasInitializerName))
def test_biases_are_drawn_as_keras_draws_them(name: str) -> None:
    ours = _arrays(1, 20_000, bias_initializer=name)[1]
    theirs = np.asarray(keras.initializers.get(name)((20_000,)))
    assert ours.mean() == pytest.approx(theirs.mean(), abs=0.002)
    assert ours.std() == pytest.approx(theirs.std(), rel=0.03)


@pytest.mark.parametrize(("inputs", "units"), [(30, 12), (12, 30), (9, 9)])
def test_orthogonal_kernels_are_orthogonal(inputs: int, units: int) -> None:
    kernel = _arrays(inputs, units, kernel_initializer="orthogonal")[0]
    short = kernel if inputs < units else kernel.T
    np.testing.assert_allclose(short @ short.T, np.eye(min(inputs, units)), atol=1e-5)
