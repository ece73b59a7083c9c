"""Training the same network with ours and with Keras, and holding one against the other."""

from __future__ import annotations

from typing import Any

import numpy as np

from mlp_studio.core.control import Control
from mlp_studio.core.events import EpochDone, Snapshot, TrainEvent, TrainRequest
from mlp_studio.core.initializers import initial_weights
from mlp_studio.core.layers import AnyLayer, Dense
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.training import TrainingSpec
from mlp_studio.engine.keras_files import build, compile_model
from mlp_studio.engine.train import train

BATCH, STEPS, EPOCHS = 16, 20, 10


def classes(examples: int, units: int = 3) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(1)
    x = rng.normal(size=(examples, 5)).astype(np.float32)
    label = (x @ rng.normal(size=(5, units))).argmax(1)
    if units == 1:
        return x, (x[:, :1] > 0).astype(np.float32)
    return x, np.eye(units, dtype=np.float32)[label]


def values(examples: int) -> tuple[np.ndarray, np.ndarray]:
    x, _ = classes(examples)
    return x, np.stack([np.sin(x[:, 0]), x[:, 1] * x[:, 2]], 1).astype(np.float32)


def network(*hidden: AnyLayer, units: int = 3, activation: str = "softmax") -> NetworkSpec:
    result = NetworkSpec(input_shape=(5,))
    hidden = hidden or (Dense(units=8, activation="tanh"),)
    last = Dense.model_validate({"name": "out", "units": units, "activation": activation})
    for layer in (*hidden, last):
        result = result.inserted(len(result.layers), layer)
    return result


def both(
    net: NetworkSpec,
    training: TrainingSpec,
    x: np.ndarray,
    y: np.ndarray,
    w: np.ndarray | None = None,
    w_validation: np.ndarray | None = None,
    **fit: Any,
) -> tuple[list[EpochDone], dict[str, list[float]], Any]:
    """Train with ours and with Keras, from the same weights in the same order.

    `w` and `w_validation` are the examples' weights for ours; `fit` is what `model.fit` is
    told besides.
    """
    training = training.model_copy(update={"shuffle": False, "batch_size": BATCH, "epochs": EPOCHS})
    start = Snapshot(net, initial_weights(net, 5))
    events: list[TrainEvent] = []
    request = TrainRequest(
        1, net, training, x, y, x[:50], y[:50], start,
        device="cpu", w_train=w, w_validation=w_validation,
    )  # fmt: skip
    train(request, events.append, Control())
    model = build(net, start.weights)
    compile_model(model, training)
    model.jit_compile = False  # compiling takes longer than these few steps
    settings = {"batch_size": BATCH, "epochs": EPOCHS, "shuffle": False, "verbose": 0}
    history = model.fit(x, y, **{"validation_data": (x[:50], y[:50]), **settings, **fit})
    return [e for e in events if isinstance(e, EpochDone)], history.history, model


def assert_same(epochs: list[EpochDone], history: dict[str, list[float]], model: Any) -> None:
    final = epochs[-1].snapshot
    for layer in model.layers:
        for ours, theirs in zip(final.weights[layer.name], layer.get_weights(), strict=True):
            distance = np.linalg.norm(ours - theirs) / max(np.linalg.norm(theirs), 1e-3)
            assert distance <= 1e-4, (layer.name, distance)
    for name, values in history.items():
        ours = [epoch.logs[name] for epoch in epochs]
        # A single example may fall on the other side of a tie.
        loose = 1.01 / 50 if name.endswith("accuracy") else 1e-5
        np.testing.assert_allclose(ours, values, rtol=2e-4, atol=loose, err_msg=name)
