"""Runs out of memory for real; run as a program of its own, under a limit it sets itself.

The operating system refuses the process more address space, as a GPU's allocator refuses
memory when the card is full.
"""

from __future__ import annotations

import gc
import json
import resource
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from mlp_studio.core.control import Control
from mlp_studio.core.events import EpochDone, RunFinished, Snapshot, TrainEvent, TrainRequest
from mlp_studio.core.initializers import initial_weights
from mlp_studio.core.layers import Dense
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.training import TrainingSpec
from mlp_studio.engine import prepare
from mlp_studio.engine.backend import tf
from mlp_studio.engine.train import train

ROOM = 500 * 2**20  # bytes left to the process
ROWS, WIDE = 20_000, 20_000  # their product takes 1.6 GB
PAGE = resource.getpagesize()


def request(units: int, rows: int, epochs: int = 2) -> TrainRequest:
    network = NetworkSpec(
        input_shape=(2,),
        layers=(Dense(units=units), Dense(name="out", units=1, activation="linear")),
    )
    x = np.random.default_rng(0).uniform(-2, 2, (rows, 2)).astype(np.float32)
    y = x[:, :1] * x[:, 1:]
    for array in (x, y):
        array.setflags(write=False)  # as data sets are: kept on the device between runs
    training = TrainingSpec.model_validate(
        {"loss": "mean_squared_error", "metric": "mae", "epochs": epochs, "batch_size": rows}
    )
    start = Snapshot(network, initial_weights(network, 0), epoch=3)
    return TrainRequest(1, network, training, x, y, x[:50], y[:50], start, device="cpu")


def limit(room: int) -> None:
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (pages * PAGE + room, hard))


def unlimit() -> None:
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (hard, hard))


def run(asked: TrainRequest, emit: Callable[[TrainEvent], None] = lambda _: None) -> dict[str, Any]:
    finished: RunFinished = train(asked, emit, Control())
    gc.collect()
    return {
        "reason": finished.reason,
        "message": str(finished.message),
        "epoch": finished.snapshot.epoch,
        "kept": finished.snapshot is asked.start,
        "finite": all(
            bool(np.isfinite(a).all()) for w in finished.snapshot.weights.values() for a in w
        ),
        "data_on_device": len(prepare._feeds._kept),
    }


if __name__ == "__main__":
    found = {"before": run(request(16, 200))}
    limit(ROOM)
    found["too_large"] = run(request(WIDE, ROWS))
    found["after"] = run(request(16, 200))

    # TensorFlow keeps what a run took at first, so that the second epoch needs nothing more.
    # What asks for more in the midst of it stands beside the run.
    def ask_for_more(event: TrainEvent) -> None:
        if isinstance(event, EpochDone):
            tf.zeros((ROWS, 100 * WIDE))

    found["midst"] = run(request(16, 200), ask_for_more)
    unlimit()
    found["again"] = run(request(17, 200))
    json.dump(found, sys.stdout)
