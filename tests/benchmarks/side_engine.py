"""MLP Studio's own engine, and what its events and snapshots cost."""

from __future__ import annotations

import time
from collections.abc import Callable

import numpy as np

from mlp_studio.core.control import Control
from mlp_studio.core.events import EpochDone, StepsDone, TrainEvent, TrainRequest
from tests.benchmarks.networks import Job, request
from tests.benchmarks.worker import Tick

PAIRS = 3  # rounds of each, at least, when the cost of events is measured


def load() -> str:
    """Load TensorFlow, as the window does behind its first picture."""
    from mlp_studio.engine.devices import describe_devices, tensorflow_version
    from mlp_studio.engine.warm import warm_up

    warm_up()
    return f"TensorFlow {tensorflow_version()}, {describe_devices()[0].description}"


def train(job: Job, tick: Tick) -> None:
    """Train as *Train* does."""
    from mlp_studio.engine.train import train as engine_train

    asked, control, first_step = request(job), Control(), 0.0
    tick.works_ahead = True
    began = time.perf_counter()

    def hear(event: TrainEvent) -> None:
        nonlocal first_step
        if isinstance(event, StepsDone) and not first_step:
            first_step = time.perf_counter() - began
        if isinstance(event, EpochDone):
            logs = {**_plain(event, asked), "first_step": first_step}
            if not control.stopped and not tick(logs):
                control.stop()

    finished = engine_train(asked, hear, control)
    if not control.stopped:
        raise RuntimeError(f"the run ended by itself: {finished.message}")


def _plain(event: EpochDone, asked: TrainRequest) -> dict[str, float]:
    metric = asked.training.metric
    return {
        "loss": event.logs["loss"],
        "val_loss": event.logs["val_loss"],
        "val_metric": event.logs[f"val_{metric}"],
    }


def bare(asked: TrainRequest) -> Callable[[], None]:
    """Return a function making one epoch with the compiled functions and nothing else.

    The only place of the benchmark that knows the inside of the engine.
    """
    from mlp_studio.engine.backend import tf
    from mlp_studio.engine.loop import MAX_STEPS
    from mlp_studio.engine.prepare import prepare
    from mlp_studio.engine.state import to_device

    prepared = prepare(asked)
    structure, functions = prepared.structure, prepared.functions
    state = to_device(asked.network, asked.start.weights, asked.training.optimizer, None)
    carried = (state.trainable, state.fixed, state.slots)
    padded = np.zeros(structure.steps * structure.batch, np.int32)
    padded[: structure.examples] = np.random.default_rng(0).permutation(structure.examples)
    order = tf.constant(padded.reshape(structure.steps, structure.batch))
    rates = tf.fill((MAX_STEPS,), tf.constant(asked.training.optimizer.learning_rate, tf.float32))
    noise, done = tf.constant(np.uint32(1)), 0

    def epoch() -> None:
        nonlocal carried, done
        for first in range(0, structure.steps, MAX_STEPS):
            count = min(MAX_STEPS, structure.steps - first)
            counts = (tf.constant(first), tf.constant(count), tf.constant(done))
            *after, table = functions.steps(
                *carried, prepared.x, prepared.y, order, *counts, rates, noise
            )
            carried = tuple(after)
            table.numpy()
            done += count
        if prepared.x_validation is not None:
            loss, _ = functions.validate(*carried[:2], prepared.x_validation, prepared.y_validation)
            loss.numpy()

    return epoch


def overhead(job: Job, seconds: float) -> tuple[list[float], list[float]]:
    """Return the seconds of epochs with a listener that keeps all events, and of bare ones.

    Both take turns until each has used half of `seconds`.
    """
    from mlp_studio.engine.train import train as engine_train

    epoch = bare(request(job))
    epoch()
    began = time.perf_counter()
    epoch()
    many = max(1, min(50, int(seconds / 2 / PAIRS / (time.perf_counter() - began))))
    asked = request(job, epochs=many + 1)
    heard: list[float] = []
    alone: list[float] = []
    while len(alone) < PAIRS * many:
        events: list[TrainEvent] = []
        ends: list[float] = []

        def hear(
            event: TrainEvent, events: list[TrainEvent] = events, ends: list[float] = ends
        ) -> None:
            events.append(event)
            if isinstance(event, EpochDone):
                ends.append(time.perf_counter())

        engine_train(asked, hear, Control())
        heard += np.diff(ends).tolist()
        for _ in range(many):
            began = time.perf_counter()
            epoch()
            alone.append(time.perf_counter() - began)
    return heard, alone
