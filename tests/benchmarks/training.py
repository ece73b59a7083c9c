"""How much faster than `model.fit` the engine trains, and how soon it starts.

Run it by hand on a quiet machine: ``python -m tests.benchmarks.training [NAME ...]``.
Both sides train the same network on the same data with validation each epoch; the first
epoch of each is left out, and medians are compared.
"""

from __future__ import annotations

import argparse
import sys
import time
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from mlp_studio.core.control import Control
from mlp_studio.core.dataset import targets
from mlp_studio.core.events import EpochDone, Snapshot, StepsDone, TrainEvent, TrainRequest
from mlp_studio.core.initializers import initial_weights
from mlp_studio.core.templates import template
from mlp_studio.data.load import load

TEMPLATES = {
    "mnist 8": "mnist-first",
    "mnist 200": "mnist-tanh-200",
    "mnist 200-500-200": "mnist-200-500-200",
    "spirals-6": "spirals-6",
    "egg-crate": "egg-crate",
}


@dataclass(frozen=True)
class Measured:
    """Seconds of one side."""

    start: float
    epoch: float


def request(name: str, epochs: int) -> TrainRequest:
    """Return the request to train a template for some epochs, never stopping early."""
    project = template(name).project
    data = load(project.data)
    network = project.network
    training = project.training.model_copy(update={"epochs": epochs, "early_stopping": None})
    units, task = network.output_shape[-1], data.facts.task
    return TrainRequest(
        0,
        network,
        training,
        data.train.x,
        targets(data.train.y, task, units),
        data.validation.x,
        targets(data.validation.y, task, units),
        Snapshot(network, initial_weights(network, 0)),
    )


def ours(asked: TrainRequest) -> Measured:
    """Train with the engine."""
    from mlp_studio.engine.train import train

    times: list[tuple[float, TrainEvent]] = []
    began = time.perf_counter()
    train(asked, lambda event: times.append((time.perf_counter(), event)), Control())
    first = next(at for at, event in times if isinstance(event, StepsDone))
    ends = [at for at, event in times if isinstance(event, EpochDone)]
    return Measured(first - began, _median_gap(ends))


def keras_fit(asked: TrainRequest) -> Measured:
    """Train with `model.fit`."""
    import keras

    from mlp_studio.engine.keras_files import build, compile_model

    model = build(asked.network, asked.start.weights)
    compile_model(model, asked.training)
    ends: list[float] = []
    firsts: list[float] = []

    class Clock(keras.callbacks.Callback):  # type: ignore[misc]
        """Notes when the first step and each epoch are over."""

        def on_epoch_end(self, *_: object, **_logs: object) -> None:
            ends.append(time.perf_counter())

        def on_train_batch_end(self, *_: object, **_logs: object) -> None:
            if not firsts:
                firsts.append(time.perf_counter())

    began = time.perf_counter()
    model.fit(
        asked.x_train,
        asked.y_train,
        batch_size=asked.training.batch_size,
        epochs=asked.training.epochs,
        validation_data=(asked.x_validation, asked.y_validation),
        callbacks=[Clock()],
        verbose=0,
    )
    return Measured(firsts[0] - began, _median_gap(ends))


def _median_gap(ends: list[float]) -> float:
    return median(after - before for before, after in pairwise(ends))


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", default=list(TEMPLATES))
    names = parser.parse_args().names
    from mlp_studio.engine.warm import warm_up

    warm_up()
    out = sys.stdout
    out.write(
        f"{'':20}{'fit ms/epoch':>14}{'ours':>10}{'ratio':>8}{'first step s':>14}{'again':>8}\n"
    )
    for name in names:
        small = not name.startswith("mnist")
        fast, slow = request(TEMPLATES[name], 21 if small else 6), 6 if small else 4
        mine = ours(fast)
        again = ours(fast)
        shorter = fast.training.model_copy(update={"epochs": slow})
        theirs = keras_fit(replace(fast, training=shorter))
        out.write(
            f"{name:20}{theirs.epoch * 1e3:14.1f}{again.epoch * 1e3:10.1f}"
            f"{theirs.epoch / again.epoch:8.1f}{mine.start:14.2f}{again.start:8.2f}\n"
        )
        out.flush()


if __name__ == "__main__":
    main()
