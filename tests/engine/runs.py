"""A small run to try things on, and one in a thread whose events can be waited for."""

from __future__ import annotations

import threading
import time

import numpy as np

from mlp_studio.core.control import Control
from mlp_studio.core.events import (
    EpochDone,
    RunFinished,
    Snapshot,
    TrainEvent,
    TrainRequest,
)
from mlp_studio.core.initializers import initial_weights
from mlp_studio.core.layers import BatchNormalization, Dense, Dropout
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.training import TrainingSpec
from mlp_studio.engine.train import train

NETWORK = NetworkSpec(
    input_shape=(2,),
    layers=(
        Dense(units=16),
        Dropout(rate=0.2),
        BatchNormalization(),
        Dense(name="out", units=1, activation="linear"),
    ),
)
FOREVER = 1_000_000


def request(
    epochs: int = 3, network: NetworkSpec = NETWORK, examples: int = 200, **training: object
) -> TrainRequest:
    rng = np.random.default_rng(0)
    x = rng.uniform(-2, 2, (examples, 2)).astype(np.float32)
    y = np.sin(x[:, :1]) * x[:, 1:]
    spec = TrainingSpec.model_validate(
        {"loss": "mean_squared_error", "metric": "mae", "epochs": epochs, **training}
    )
    start = Snapshot(network, initial_weights(network, spec.seed))
    return TrainRequest(7, network, spec, x, y, x[:50], y[:50], start, device="cpu")


def run(
    asked: TrainRequest, control: Control | None = None
) -> tuple[RunFinished, list[TrainEvent]]:
    events: list[TrainEvent] = []
    finished = train(asked, events.append, control or Control())
    return finished, events


def epochs_of(events: list[TrainEvent]) -> list[EpochDone]:
    return [event for event in events if isinstance(event, EpochDone)]


def assert_equal_weights(a: Snapshot, b: Snapshot) -> None:
    for name, arrays in a.weights.items():
        for one, other in zip(arrays, b.weights[name], strict=True):
            np.testing.assert_array_equal(one, other)


class Watched:
    """A run in a thread, whose events can be waited for."""

    def __init__(self, asked: TrainRequest) -> None:
        self.control = Control()
        self.events: list[tuple[float, TrainEvent]] = []
        self._told = threading.Condition()
        self._thread = threading.Thread(target=train, args=(asked, self._emit, self.control))
        self._thread.start()

    def _emit(self, event: TrainEvent) -> None:
        with self._told:
            self.events.append((time.perf_counter(), event))
            self._told.notify_all()

    def count(self, kind: type) -> int:
        return sum(isinstance(event, kind) for _, event in self.events)

    def wait_for(self, kind: type, count: int) -> None:
        with self._told:
            assert self._told.wait_for(lambda: self.count(kind) >= count, 60)

    def stays_silent(self) -> bool:
        with self._told:
            before = len(self.events)
            return not self._told.wait_for(lambda: len(self.events) > before, 0.3)

    def join(self) -> RunFinished:
        self._thread.join(60)
        assert not self._thread.is_alive()
        last = self.events[-1][1]
        assert isinstance(last, RunFinished)
        return last
