"""Class and sample weights against `model.fit`: the same weights, losses and metrics."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from mlp_studio.core.class_weights import class_weights
from mlp_studio.core.layers import L1L2, BatchNormalization, Dense
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.training import SGD, Adam, TrainingSpec
from tests.engine.parity import BATCH, STEPS, assert_same, both, classes, network, values

PARTIAL = BATCH * STEPS - 9
PENALIZED = (
    Dense(
        units=8,
        activation="tanh",
        kernel_regularizer=L1L2(l2=0.01),
        activity_regularizer=L1L2(l1=0.01, l2=0.03),
    ),
)
NORMALIZED = (Dense(units=8), BatchNormalization(), Dense(units=6, activation="elu"))


def spec(**training: Any) -> TrainingSpec:
    return TrainingSpec.model_validate({"optimizer": SGD(learning_rate=0.05), **training})


def far_from(epochs: list[Any], plain: list[Any]) -> bool:
    """Whether the weights mattered at all."""
    return any(
        np.abs(ours - theirs).max() > 0.01
        for name, arrays in epochs[-1].snapshot.weights.items()
        for ours, theirs in zip(arrays, plain[-1].snapshot.weights[name], strict=True)
    )


@pytest.mark.parametrize(
    ("net", "units", "training", "by_class"),
    [
        (network(), 3, spec(), (0.2, 1.0, 7.5)),
        (network(*NORMALIZED), 3, spec(label_smoothing=0.2), (3.0, 0.5, 1.5)),
        (
            network(units=1, activation="sigmoid"),
            1,
            spec(loss="binary_crossentropy", optimizer=Adam(learning_rate=0.01)),
            (0.3, 4.0),
        ),
    ],
    ids=["several", "smoothed-normalized", "one-unit"],
)
def test_class_weights(
    net: NetworkSpec, units: int, training: TrainingSpec, by_class: tuple[float, ...]
) -> None:
    x, y = classes(PARTIAL, units)
    labels = y.argmax(1) if units > 1 else y[:, 0].astype(int)
    w = class_weights(by_class, labels, len(by_class))[labels]
    weighted = both(net, training, x, y, w, class_weight=dict(enumerate(by_class)))
    assert_same(*weighted)
    plain, _, _ = both(net, training, x, y, epochs=1)
    assert far_from(weighted[0], plain)


def test_balanced_class_weights_of_an_uneven_set() -> None:
    x, y = classes(PARTIAL)
    labels = y.argmax(1)
    kept = (labels != 1) | (np.arange(len(labels)) % 5 == 0)
    x, y, labels = x[kept], y[kept], labels[kept]
    numbers = class_weights("balanced", labels, 3)
    assert numbers.max() / numbers.min() > 3
    keras_numbers = {k: len(labels) / (3 * (labels == k).sum()) for k in range(3)}
    assert_same(*both(network(), spec(), x, y, numbers[labels], class_weight=keras_numbers))


@pytest.mark.parametrize("loss", ["mean_squared_error", "huber"])
def test_sample_weights_of_values_with_penalties_left_alone(loss: str) -> None:
    x, y = values(PARTIAL)
    rng = np.random.default_rng(3)
    w = rng.uniform(0, 4, len(x)).astype(np.float32)
    w[::7] = 0.0
    w_validation = rng.uniform(0, 2, 50).astype(np.float32)
    net = network(*PENALIZED, units=2, activation="linear")
    validation = (x[:50], y[:50], w_validation)
    training = spec(loss=loss, metric="mae")
    epochs, history, model = both(
        net, training, x, y, w, w_validation, sample_weight=w, validation_data=validation
    )
    assert_same(epochs, history, model)
    plain, _, _ = both(net, training, x, y, epochs=1)
    assert far_from(epochs, plain)


def test_sample_weights_leave_batch_statistics_alone() -> None:
    net = NetworkSpec(
        input_shape=(5,),
        layers=(
            BatchNormalization(momentum=0.8),
            Dense(units=8, activation="tanh"),
            Dense(name="out", units=2, activation="linear"),
        ),
    )
    x, y = values(PARTIAL)
    w = np.random.default_rng(4).uniform(0, 3, len(x)).astype(np.float32)
    training = spec(loss="mean_absolute_error", metric="mse")
    assert_same(*both(net, training, x, y, w, sample_weight=w))


def test_weights_of_one_change_nothing() -> None:
    x, y = classes(PARTIAL)
    ones = np.ones(len(x), np.float32)
    weighted, _, _ = both(network(), spec(), x, y, ones, np.ones(50, np.float32), epochs=1)
    plain, _, _ = both(network(), spec(), x, y, epochs=1)
    assert not far_from(weighted, plain)
    for one, other in zip(weighted, plain, strict=True):
        assert one.logs == pytest.approx(other.logs, rel=1e-6)
