"""200 steps of our loop against `model.fit`: every rule, layer and loss, the same weights."""

from __future__ import annotations

import keras
import numpy as np
import pytest

from mlp_studio.core.activations import ACTIVATIONS as NUMPY_ACTIVATIONS
from mlp_studio.core.forward import predict
from mlp_studio.core.initializers import initial_weights
from mlp_studio.core.layers import (
    L1L2,
    Activation,
    AnyLayer,
    BatchNormalization,
    Dense,
    Flatten,
    GaussianNoise,
    LayerNormalization,
    LeakyReLU,
    PReLU,
)
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.training import (
    SGD,
    Adadelta,
    Adagrad,
    Adam,
    Adamax,
    AdamW,
    AnyOptimizer,
    Lion,
    Nadam,
    RMSprop,
    TrainingSpec,
)
from mlp_studio.engine.activations import ACTIVATIONS
from mlp_studio.engine.keras_files import build
from tests.engine.parity import BATCH, STEPS, assert_same, both, classes, network, values


@pytest.mark.parametrize(
    "optimizer",
    [
        Adam(learning_rate=0.01),
        Adam(learning_rate=0.01, beta_1=0.7, beta_2=0.9, epsilon=1e-3),
        SGD(learning_rate=0.1),
        SGD(learning_rate=0.05, momentum=0.9),
        SGD(learning_rate=0.05, momentum=0.9, nesterov=True),
        RMSprop(),
        RMSprop(learning_rate=0.002, rho=0.8, momentum=0.5, epsilon=1e-5),
        RMSprop(learning_rate=0.002, momentum=0.5, centered=True),
        AdamW(learning_rate=0.01, weight_decay=0.1),
        Nadam(learning_rate=0.01),
        Adamax(learning_rate=0.01),
        Adagrad(learning_rate=0.1),
        Adadelta(learning_rate=1.0),
        Lion(learning_rate=0.001),
        SGD(learning_rate=0.1, momentum=0.9, weight_decay=0.01, clipvalue=0.01),
        SGD(learning_rate=0.1, momentum=0.9, clipnorm=0.05),
        Adam(learning_rate=0.01, weight_decay=0.05, global_clipnorm=0.1),
    ],
    ids=str,
)
def test_optimizers(optimizer: AnyOptimizer) -> None:
    net = network()
    x, y = classes(BATCH * STEPS)
    assert_same(*both(net, TrainingSpec(optimizer=optimizer), x, y))


@pytest.mark.parametrize(
    ("loss", "metric", "units", "activation"),
    [
        ("categorical_crossentropy", "accuracy", 3, "softmax"),
        ("categorical_crossentropy", "accuracy", 3, "sigmoid"),
        ("binary_crossentropy", "accuracy", 1, "sigmoid"),
        ("binary_crossentropy", "mse", 3, "sigmoid"),
        ("binary_crossentropy", "mae", 3, "softmax"),
        ("mean_squared_error", "mae", 2, "linear"),
        ("mean_absolute_error", "mse", 2, "linear"),
        ("huber", "mae", 2, "linear"),
        ("categorical_crossentropy", "top_k_accuracy", 3, "softmax"),
    ],
)
def test_losses_and_metrics(loss: str, metric: str, units: int, activation: str) -> None:
    net = network(units=units, activation=activation)
    x, y = values(BATCH * STEPS) if units == 2 else classes(BATCH * STEPS, units)
    training = TrainingSpec.model_validate(
        {
            "loss": loss,
            "metric": metric,
            "top_k": 2,
            "huber_delta": 0.3,
            "optimizer": SGD(learning_rate=0.05),
        }
    )
    assert_same(*both(net, training, x, y))


@pytest.mark.parametrize(
    ("loss", "units", "activation"),
    [
        ("categorical_crossentropy", 3, "softmax"),
        ("categorical_crossentropy", 3, "softplus"),
        ("binary_crossentropy", 1, "sigmoid"),
        ("binary_crossentropy", 1, "hard_sigmoid"),
    ],
)
def test_label_smoothing(loss: str, units: int, activation: str) -> None:
    training = TrainingSpec.model_validate(
        {"loss": loss, "label_smoothing": 0.2, "optimizer": SGD(learning_rate=0.05)}
    )
    net = network(units=units, activation=activation)
    assert_same(*both(net, training, *classes(BATCH * STEPS, units)))


REGULARIZED = (Dense(units=8, use_bias=False, kernel_regularizer=L1L2(l1=0.003, l2=0.01)),)
NORMALIZED = (Dense(units=8), BatchNormalization(), Dense(units=6, activation="elu"))
INPUT_NORMALIZED = (BatchNormalization(momentum=0.8, epsilon=1e-2), Dense(units=8))
# Several in one network: fewer compilations, the same cases.
ACTIVATED = (
    Dense(units=8, activation="linear"),
    LeakyReLU(negative_slope=0.15),
    Dense(units=8, activation="linear"),
    PReLU(),
    LayerNormalization(epsilon=1e-2),
    Dense(units=7, activation="linear"),
    Activation(activation="mish"),
    LayerNormalization(center=False),
    GaussianNoise(stddev=0.0),
)
PENALIZED = (
    Dense(
        units=8,
        activation="tanh",
        bias_regularizer=L1L2(l1=0.01, l2=0.02),
        activity_regularizer=L1L2(l1=0.01, l2=0.03),
    ),
    Dense(units=6, activation="softplus", bias_initializer="ones"),
)
BOUND = (
    Dense(units=8, kernel_constraint="max_norm", max_norm=0.9, kernel_initializer="he_normal"),
    Dense(
        units=6,
        activation="tanh",
        kernel_constraint="non_neg",
        bias_constraint="non_neg",
        kernel_initializer="orthogonal",
    ),
)
FROZEN = (
    Dense(units=8, trainable=False, kernel_regularizer=L1L2(l2=0.1), kernel_constraint="max_norm"),
    Dense(units=6),
)


@pytest.mark.parametrize(
    ("hidden", "examples"),
    [
        (NORMALIZED, BATCH * STEPS),
        (NORMALIZED, BATCH * STEPS - 9),
        (INPUT_NORMALIZED, BATCH * STEPS - 9),
        (REGULARIZED, BATCH * STEPS),
        (ACTIVATED, BATCH * STEPS),
        (PENALIZED, BATCH * STEPS - 9),
        (BOUND, BATCH * STEPS),
        (FROZEN, BATCH * STEPS),
    ],
    ids=[
        "normalized",
        "normalized-partial",
        "input-normalized-partial",
        "regularized",
        "activated",
        "penalized-partial",
        "bound",
        "frozen",
    ],
)
def test_layers_and_partial_last_batches(hidden: tuple[AnyLayer, ...], examples: int) -> None:
    training = TrainingSpec(optimizer=SGD(learning_rate=0.05, momentum=0.5))
    assert_same(*both(network(*hidden), training, *classes(examples)))


def test_constraints_hold_and_frozen_weights_stay() -> None:
    training = TrainingSpec(optimizer=SGD(learning_rate=0.5))
    net = network(*BOUND, *FROZEN)
    epochs, history, model = both(net, training, *classes(BATCH * STEPS))
    assert_same(epochs, history, model)
    weights, start = epochs[-1].snapshot.weights, initial_weights(net, 5)
    assert np.linalg.norm(weights["dense"][0], axis=0).max() <= 0.9 + 1e-5
    assert min(array.min() for array in weights["dense_1"]) >= 0
    np.testing.assert_array_equal(weights["dense_2"][0], start["dense_2"][0])


@pytest.mark.parametrize(
    ("loss", "activation"),
    [
        ("categorical_crossentropy", "softmax"),
        ("binary_crossentropy", "sigmoid"),
        ("mean_squared_error", "softplus"),
    ],
)
def test_an_activation_layer_at_the_end(loss: str, activation: str) -> None:
    net = network(Dense(units=8, activation="tanh"), activation="linear")
    last = Activation.model_validate({"activation": activation})
    net = net.inserted(len(net.layers), last)
    training = TrainingSpec.model_validate(
        {"loss": loss, "metric": "mse", "optimizer": SGD(learning_rate=0.05)}
    )
    assert_same(*both(net, training, *classes(BATCH * STEPS)))


def test_fewer_examples_than_a_batch() -> None:
    x, y = classes(11)
    assert_same(*both(network(), TrainingSpec(optimizer=SGD()), x, y))


def test_inputs_of_several_axes() -> None:
    net = NetworkSpec(
        input_shape=(3, 4),
        layers=(
            Dense(name="rows", units=5, activation="tanh"),
            BatchNormalization(),
            Flatten(),
            Dense(name="out", units=2, activation="linear"),
        ),
    )
    rng = np.random.default_rng(0)
    x = rng.normal(size=(BATCH * 3 + 5, 3, 4)).astype(np.float32)
    y = x.sum(axis=1)[:, :2]
    training = TrainingSpec(
        loss="mean_squared_error", metric="mae", optimizer=SGD(learning_rate=0.02)
    )
    assert_same(*both(net, training, x, y))


@pytest.mark.parametrize("name", sorted(NUMPY_ACTIVATIONS))
def test_activations(name: str) -> None:
    x = np.random.default_rng(0).normal(0, 3, (40, 6)).astype(np.float32)
    expected = np.asarray(keras.activations.get(name)(x))
    np.testing.assert_allclose(np.asarray(ACTIVATIONS[name](x)), expected, atol=1e-5, rtol=1e-5)
    np.testing.assert_allclose(NUMPY_ACTIVATIONS[name](x), expected, atol=1e-5, rtol=1e-5)


@pytest.mark.parametrize("seed", range(2))
def test_numpy_forward_of_random_networks(seed: int) -> None:
    rng = np.random.default_rng(seed)
    names = sorted(set(NUMPY_ACTIVATIONS) - {"exponential"})
    hidden: list[AnyLayer] = []
    for _ in range(3):
        units, activation = int(rng.integers(1, 12)), str(rng.choice(names))
        hidden.append(Dense.model_validate({"units": units, "activation": activation}))
        hidden.append(BatchNormalization())
        others = (
            LayerNormalization(scale=bool(rng.integers(2)), center=bool(rng.integers(2))),
            Activation.model_validate({"activation": str(rng.choice(names))}),
            LeakyReLU(),
            PReLU(),
            GaussianNoise(),
        )
        hidden.append(others[int(rng.integers(len(others)))])
    net = network(*hidden, activation=str(rng.choice(names)))
    weights = {
        name: tuple(rng.uniform(0.2, 1.0, spec.shape).astype(np.float32) for spec in specs)
        for name, specs in net.weight_specs().items()
    }
    x = rng.normal(size=(30, 5)).astype(np.float32)
    expected = build(net, weights).predict(x, verbose=0)
    np.testing.assert_allclose(predict(net, weights, x), expected, atol=1e-5, rtol=1e-5)
