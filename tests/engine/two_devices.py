"""Trains on a computer with two devices; run as a program of its own.

TensorFlow divides the CPU into two devices, which can only be asked for before it
computes anything. A third, which does not exist, stands for one that fails.
"""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from typing import Any

import numpy as np

from mlp_studio.core.control import Control
from mlp_studio.core.devices import Choice, DeviceInfo
from mlp_studio.core.events import RunFinished, RunStarted, Snapshot, TrainEvent, TrainRequest
from mlp_studio.core.initializers import initial_weights
from mlp_studio.core.layers import Dense
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.text import text
from mlp_studio.core.training import TrainingSpec
from mlp_studio.engine import auto
from mlp_studio.engine.backend import tf

NETWORK = NetworkSpec(
    input_shape=(2,), layers=(Dense(units=16), Dense(name="out", units=1, activation="linear"))
)


def request(device: str, *, rate: float = 0.001, units: int = 16) -> TrainRequest:
    x = np.random.default_rng(0).uniform(-2, 2, (200, 2)).astype(np.float32)
    y = np.sin(x[:, :1]) * x[:, 1:]
    network = NETWORK.replaced("dense", Dense(units=units))
    training = TrainingSpec.model_validate(
        {"loss": "mean_squared_error", "metric": "mae", "epochs": 3,
         "optimizer": {"kind": "adam", "learning_rate": rate}}
    )  # fmt: skip
    start = Snapshot(network, initial_weights(network, 0))
    return TrainRequest(1, network, training, x, y, x[:50], y[:50], start, device=device)


def run(asked: TrainRequest) -> tuple[RunStarted, RunFinished]:
    events: list[TrainEvent] = []
    finished = train(asked, events.append, Control())
    started = events[0]
    assert isinstance(started, RunStarted), finished
    return started, finished


def told(choice: Choice | None) -> dict[str, Any] | None:
    if choice is None:
        return None
    return {
        "device": choice.device.name,
        "times": [(device.name, time) for device, time in choice.milliseconds],
        "left_out": [(device.name, reason) for device, reason in choice.left_out],
        "words": str(choice.words),
    }


def same(one: RunFinished, other: RunFinished) -> bool:
    return all(
        np.array_equal(a, b)
        for name, arrays in one.snapshot.weights.items()
        for a, b in zip(arrays, other.snapshot.weights[name], strict=True)
    )


if __name__ == "__main__":
    cpu = tf.config.list_physical_devices("CPU")[0]
    two = [tf.config.LogicalDeviceConfiguration()] * 2
    tf.config.set_logical_device_configuration(cpu, two)

    from mlp_studio.engine import devices, prepare
    from mlp_studio.engine.train import train

    found = devices.describe_devices()
    first, first_end = run(request("auto"))
    verdicts = len(auto._verdicts)
    again, _ = run(request("auto", rate=0.1))
    remembered = len(auto._verdicts)
    other, _ = run(request("auto", units=17))
    alone, alone_end = run(request("cpu"))
    chosen = first.choice.device.name if first.choice else ""
    prepared = prepare.prepare(request("auto"))
    assert prepared.validation is not None
    sets = (*prepared.training.ahead(), *prepared.validation.ahead())
    placed = [tensor.device for tensor in sets]
    # A device that is not there fails for real, as one without its libraries would.
    gone = DeviceInfo("GPU:7", "gpu", text("GPU · {name}", name="gone"))
    tf.config.set_soft_device_placement(False)
    asked = request("auto", units=18)
    mended = auto.choose(
        (gone, *found),
        replace(prepared.structure, network=asked.network),
        lambda device: prepare.rehearsal(asked, prepare._prepare_on(asked, device)),
    )
    try:
        auto.choose(
            (gone, replace(gone, name="GPU:8")),
            prepared.structure,
            lambda device: prepare.rehearsal(asked, prepare._prepare_on(asked, device)),
        )
        all_fail = ""
    except tf.errors.OpError as error:
        all_fail = type(error).__name__
    json.dump(
        {
            "devices": [device.name for device in found],
            "first": told(first.choice),
            "verdicts": verdicts,
            "again": told(again.choice),
            "remembered": remembered,
            "other": told(other.choice),
            "alone": told(alone.choice),
            "same_weights": same(first_end, alone_end),
            "chosen": chosen,
            "placed": placed,
            "mended": told(mended),
            "all_fail": all_fail,
        },
        sys.stdout,
    )
