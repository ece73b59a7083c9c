"""What inputs contribute: complete, and zero where nothing depends on them."""

from __future__ import annotations

import numpy as np
import pytest

from mlp_studio.analysis.attribution import METHODS, Method, attribution, score
from mlp_studio.core.arrays import Weights
from mlp_studio.core.initializers import initial_weights
from mlp_studio.core.layers import Activation, AnyLayer, Dense, Flatten
from mlp_studio.core.network import NetworkSpec

RNG = np.random.default_rng(2)


def _network(*layers: AnyLayer, inputs: tuple[int, ...] = (28, 28)) -> NetworkSpec:
    return NetworkSpec(input_shape=inputs, layers=layers)


DEEP = _network(
    Flatten(),
    Dense(name="a", units=60, activation="relu"),
    Dense(name="b", units=30, activation="tanh"),
    Dense(name="c", units=10, activation="softmax"),
)


def _strong(network: NetworkSpec) -> Weights:
    """Weights like those after training: large enough to bend."""
    return {
        name: tuple(
            np.asarray(1.5 * a + 0.02 * RNG.standard_normal(a.shape), np.float32) for a in arrays
        )
        for name, arrays in initial_weights(network, 4).items()
    }


@pytest.mark.parametrize("blank", [0.0, 0.4])
def test_integrated_gradients_are_complete(blank: float) -> None:
    weights = _strong(DEEP)
    for _ in range(5):
        x = RNG.uniform(0, 1, (28, 28)).astype(np.float32)
        baseline = np.full_like(x, blank)
        both = np.stack([baseline, x])
        gains = [float(np.diff(score(DEEP, weights, both, k))[0]) for k in range(10)]
        most = int(np.argmax(gains))
        found = attribution(DEEP, weights, x, most, "integrated", baseline)
        assert found.sum() == pytest.approx(gains[most], rel=0.01)


@pytest.mark.parametrize("method", METHODS)
def test_a_linear_network_is_explained_by_its_kernel(method: Method) -> None:
    network = _network(Dense(name="only", units=3, activation="softmax"), inputs=(5,))
    weights = initial_weights(network, 1)
    column = weights["only"][0][:, 2]
    x = RNG.standard_normal(5).astype(np.float32)
    wanted = column if method == "gradient" else column * x
    np.testing.assert_allclose(attribution(network, weights, x, 2, method), wanted, atol=1e-5)


@pytest.mark.parametrize("method", METHODS)
def test_what_is_not_looked_at_contributes_nothing(method: Method) -> None:
    weights = dict(_strong(DEEP))
    kernel, bias = weights["a"]
    blind = kernel.reshape(28, 28, 60).copy()
    blind[10:20, 10:20] = 0.0
    weights["a"] = (blind.reshape(784, 60), bias)
    x = RNG.uniform(0, 1, (28, 28)).astype(np.float32)
    found = attribution(DEEP, weights, x, 7, method)
    assert found.shape == (28, 28)
    inner = found[13:17, 13:17]  # where no covered square reaches beyond
    np.testing.assert_allclose(inner, 0.0, atol=1e-4)
    assert np.abs(found).max() > 0.01


def test_occlusion_is_how_far_the_score_falls() -> None:
    network = _network(Flatten(), Dense(name="sum", units=1, activation="linear"), inputs=(8, 8))
    weights = {
        "flatten": (),
        "sum": (np.ones((64, 1), np.float32), np.zeros(1, np.float32)),
    }
    x = np.zeros((8, 8), np.float32)
    x[4, 4] = 1.0
    found = attribution(network, weights, x, 0, "occlusion")
    assert found[4, 4] == pytest.approx(1.0)
    assert found[0, 0] == 0.0
    assert found.min() >= 0.0


def test_an_activation_layer_at_the_end_is_taken_off() -> None:
    whole = _network(Flatten(), Dense(name="c", units=4, activation="softmax"))
    apart = _network(
        Flatten(), Dense(name="c", units=4, activation="linear"), Activation(activation="softmax")
    )
    x = RNG.uniform(0, 1, (28, 28)).astype(np.float32)
    one, other = (
        attribution(network, initial_weights(network, 3), x, 1, "integrated")
        for network in (whole, apart)
    )
    np.testing.assert_allclose(one, other, atol=1e-6)


def test_an_output_that_is_not_there_is_refused() -> None:
    with pytest.raises(ValueError, match="between 0 and 9"):
        attribution(DEEP, initial_weights(DEEP, 0), np.zeros((28, 28)), 10, "gradient")
