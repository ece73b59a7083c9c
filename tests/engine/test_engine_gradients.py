"""The backward pass in NumPy gives TensorFlow's gradients."""

from __future__ import annotations

import numpy as np
import pytest

from mlp_studio.core.activations import ACTIVATIONS
from mlp_studio.core.backward import input_gradient
from mlp_studio.core.initializers import initial_weights
from mlp_studio.core.layers import (
    Activation,
    AnyLayer,
    BatchNormalization,
    Dense,
    Dropout,
    Flatten,
    GaussianNoise,
    LayerNormalization,
    LeakyReLU,
    PReLU,
)
from mlp_studio.core.network import NetworkSpec
from mlp_studio.engine.backend import tf
from mlp_studio.engine.keras_files import build

RNG = np.random.default_rng(8)


def _compare(network: NetworkSpec, *, logits: bool = False) -> None:
    weights = {
        name: tuple((a + RNG.uniform(0.05, 0.5, a.shape)).astype(np.float32) for a in arrays)
        for name, arrays in initial_weights(network, 1).items()
    }
    x = (2 * RNG.standard_normal((20, *network.input_shape))).astype(np.float32)
    weighting = RNG.standard_normal((20, *network.output_shape)).astype(np.float32)
    model = build(network, weights)
    if logits:
        model.layers[-1].activation = tf.identity
    inputs = tf.constant(x)
    with tf.GradientTape() as tape:
        tape.watch(inputs)
        value = tf.reduce_sum(model(inputs, training=False) * weighting)
    wanted = tape.gradient(value, inputs).numpy()
    asked = network.to_logits() if logits else network
    found = input_gradient(asked, weights, x, weighting)
    scale = max(1.0, float(np.abs(wanted).max()))
    np.testing.assert_allclose(found / scale, wanted / scale, atol=2e-5)


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_every_activation(name: str) -> None:
    _compare(
        NetworkSpec(
            input_shape=(6,),
            layers=(
                Dense(name="a", units=5, activation=name),
                Dense(name="b", units=3, activation="linear"),
            ),
        )
    )


@pytest.mark.parametrize(
    "layer",
    [
        BatchNormalization(),
        LayerNormalization(),
        LayerNormalization(scale=False, center=False),
        LeakyReLU(),
        PReLU(),
        Dropout(),
        GaussianNoise(),
        Activation(activation="softmax"),
    ],
)
def test_every_layer(layer: AnyLayer) -> None:
    _compare(
        NetworkSpec(
            input_shape=(3, 4),
            layers=(
                Flatten(),
                Dense(name="a", units=7, activation="tanh"),
                layer,
                Dense(name="b", units=2, activation="sigmoid"),
            ),
        )
    )


def test_before_the_last_activation() -> None:
    layers = (Dense(name="a", units=5), Dense(name="b", units=4, activation="softmax"))
    _compare(NetworkSpec(input_shape=(6,), layers=layers), logits=True)
