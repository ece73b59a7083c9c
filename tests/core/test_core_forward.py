import math
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlp_studio.core.activations import ACTIVATIONS
from mlp_studio.core.forward import BATCH, apply_layer, forward, predict
from mlp_studio.core.initializers import initial_weights
from mlp_studio.core.layers import BatchNormalization, Dense, Dropout, Flatten
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.templates import TEMPLATES


def _sigmoid(z: float) -> float:
    return 1 / (1 + math.exp(-z))


def _elu(z: float) -> float:
    return z if z > 0 else math.exp(z) - 1


# Written anew from the definitions, one number at a time.
DEFINITIONS: dict[str, Callable[[float], float]] = {
    "linear": lambda z: z,
    "relu": lambda z: max(z, 0.0),
    "tanh": math.tanh,
    "sigmoid": _sigmoid,
    "elu": _elu,
    "selu": lambda z: 1.05070098 * (z if z > 0 else 1.67326324 * (math.exp(z) - 1)),
    "gelu": lambda z: z * 0.5 * (1 + math.erf(z / math.sqrt(2))),
    "silu": lambda z: z * _sigmoid(z),
    "softplus": lambda z: math.log(1 + math.exp(z)),
    "softsign": lambda z: z / (1 + abs(z)),
    "leaky_relu": lambda z: z if z > 0 else 0.2 * z,
    "exponential": math.exp,
    "hard_sigmoid": lambda z: min(max(z + 3, 0.0), 6.0) / 6,
    "relu6": lambda z: min(max(z, 0.0), 6.0),
    "celu": _elu,
    "mish": lambda z: z * math.tanh(math.log(1 + math.exp(z))),
    "hard_silu": lambda z: z * min(max(z + 3, 0.0), 6.0) / 6,
    "hard_tanh": lambda z: min(max(z, -1.0), 1.0),
    "hard_shrink": lambda z: z if abs(z) > 0.5 else 0.0,
    "soft_shrink": lambda z: math.copysign(max(abs(z) - 0.5, 0.0), z),
    "tanh_shrink": lambda z: z - math.tanh(z),
    "log_sigmoid": lambda z: math.log(_sigmoid(z)),
    "squareplus": lambda z: (z + math.sqrt(z * z + 4)) / 2,
    "sparse_plus": lambda z: 0.0 if z <= -1 else (z + 1) ** 2 / 4 if z < 1 else z,
    "sparse_sigmoid": lambda z: min(max((z + 1) / 2, 0.0), 1.0),
}
Z = np.linspace(-6, 6, 97, dtype=np.float32)


@pytest.mark.parametrize("name", DEFINITIONS)
def test_activations_follow_their_definitions(name: str) -> None:
    values = ACTIVATIONS[name](Z.copy())
    assert values.dtype == np.float32
    expected = [DEFINITIONS[name](float(z)) for z in Z]
    np.testing.assert_allclose(values, expected, rtol=2e-6, atol=1e-6)


def test_softmax_is_a_distribution_even_for_huge_inputs() -> None:
    z = np.array([[0.0, math.log(2), math.log(5)], [1e4, 1e4, -1e4]], np.float32)
    expected = [[1 / 8, 2 / 8, 5 / 8], [0.5, 0.5, 0.0]]
    np.testing.assert_allclose(ACTIVATIONS["softmax"](z), expected, rtol=1e-6)
    np.testing.assert_allclose(ACTIVATIONS["log_softmax"](z[:1]), np.log(expected[:1]), rtol=1e-6)
    assert {*DEFINITIONS, "softmax", "log_softmax"} == set(ACTIVATIONS)


@pytest.mark.parametrize("name", sorted(set(ACTIVATIONS) - {"exponential"}))
def test_activations_stay_finite_far_out(name: str) -> None:
    far = np.array([[-1e4, -200.0, 200.0, 1e4]], np.float32)
    assert np.isfinite(ACTIVATIONS[name](far)).all()


def test_a_network_computed_by_hand() -> None:
    network = NetworkSpec(
        input_shape=(2,),
        layers=(
            Dense(name="hidden", units=2, activation="relu"),
            Dropout(rate=0.9),
            Dense(name="output", units=1, activation="linear", use_bias=False),
        ),
    )
    weights = {
        "hidden": (
            np.array([[1, -1], [2, 0.5]], np.float32),
            np.array([0.5, -0.25], np.float32),
        ),
        "dropout": (),
        "output": (np.array([[3], [-2]], np.float32),),
    }
    x = np.array([[1, 1], [-1, 2]])
    outputs = forward(network, weights, x)
    # 1·1 + 1·2 + 0.5 = 3.5; 1·(−1) + 1·0.5 − 0.25 = −0.75 → 0
    # −1 + 4 + 0.5 = 3.5; 1 + 1 − 0.25 = 1.75
    np.testing.assert_array_equal(outputs["hidden"], [[3.5, 0], [3.5, 1.75]])
    np.testing.assert_array_equal(outputs["dropout"], outputs["hidden"])
    np.testing.assert_array_equal(outputs["output"], [[10.5], [7.0]])
    assert list(outputs) == ["hidden", "dropout", "output"]
    assert all(value.dtype == np.float32 for value in outputs.values())


def test_batch_normalization_uses_the_moving_statistics() -> None:
    layer = BatchNormalization(epsilon=1.0)
    weights = tuple(np.array(values, np.float32) for values in ([2, 1], [1, 0], [3, -1], [3, 8]))
    values = apply_layer(layer, weights, np.array([[5, 2]], np.float32))
    # (5 − 3) / √(3 + 1) · 2 + 1 = 3; (2 + 1) / √(8 + 1) · 1 + 0 = 1
    np.testing.assert_allclose(values, [[3, 1]], rtol=1e-6)


def test_flatten_reads_rows_first() -> None:
    network = NetworkSpec(input_shape=(2, 3), layers=(Flatten(),))
    x = np.arange(12).reshape(2, 2, 3)
    np.testing.assert_array_equal(
        forward(network, {"flatten": ()}, x)["flatten"], np.arange(12).reshape(2, 6)
    )


def test_the_inputs_and_weights_are_left_as_they_were() -> None:
    network = TEMPLATES["mnist-first"].project.network
    weights = initial_weights(network, 1)
    x = np.random.default_rng(0).random((5, 28, 28), np.float32)
    kept = x.copy()
    bias = weights["dense"][1].copy()
    forward(network, weights, x)
    np.testing.assert_array_equal(x, kept)
    np.testing.assert_array_equal(weights["dense"][1], bias)


@pytest.mark.parametrize("count", [0, 1, 3])
@pytest.mark.parametrize("name", TEMPLATES)
def test_every_layer_gets_the_shape_the_spec_promises(name: str, count: int) -> None:
    network = TEMPLATES[name].project.network
    x = np.zeros((count, *network.input_shape), np.float32)
    outputs = forward(network, initial_weights(network, 0), x)
    assert [value.shape for value in outputs.values()] == [
        (count, *shape) for shape in network.shapes()
    ]


@given(st.integers(0, 3 * BATCH // 2), st.integers(0, 100))
def test_predicting_in_batches_is_the_forward_pass(count: int, seed: int) -> None:
    network = NetworkSpec(
        input_shape=(3,), layers=(Dense(units=4, activation="tanh"), Dense(name="out", units=2))
    )
    weights = initial_weights(network, seed)
    x = np.random.default_rng(seed).normal(size=(count, 3))
    predicted = predict(network, weights, x)
    assert predicted.shape == (count, 2)
    np.testing.assert_allclose(predicted, forward(network, weights, x)["out"], atol=1e-6)


def test_a_network_without_layers_gives_its_input_back() -> None:
    x = np.ones((2, 3), np.float32)
    network = NetworkSpec(input_shape=(3,))
    assert forward(network, {}, x) == {}
    np.testing.assert_array_equal(predict(network, {}, x), x)
