"""MLP Studio's own engine, and what its events and snapshots cost."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np

from mlp_studio.core.control import Control
from mlp_studio.core.events import EpochDone, StepsDone, TrainEvent, TrainRequest
from tests.benchmarks.networks import Job, request
from tests.benchmarks.worker import Tick

TURNS = 5  # turns, at least, when the cost of events is measured
TURN = 0.15  # seconds of a turn


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
    (window,) = prepared.training.steps(padded.reshape(structure.steps, structure.batch))
    rates = tf.fill((MAX_STEPS,), tf.constant(asked.training.optimizer.learning_rate, tf.float32))
    noise, done = tf.constant(np.uint32(1)), 0

    def epoch() -> None:
        nonlocal carried, done
        for first in range(0, structure.steps, MAX_STEPS):
            count = min(MAX_STEPS, structure.steps - first)
            at = tf.constant([0, first, count, done])
            *after, table = functions.steps(*carried, window.arrays, window.order, at, rates, noise)
            carried = tuple(after)
            table.numpy()
            done += count
        if prepared.validation is not None:
            (held_out,) = prepared.validation.rows_in_turn()
            at = tf.constant([0, structure.validation_batches, held_out.count])
            sums, _ = functions.validate(*carried[:2], held_out.arrays, at)
            sums.numpy()

    return epoch


@dataclass(frozen=True)
class Turn:
    """Seconds of an epoch, medians of a turn of each.

    Parameters
    ----------
    run : float
        With a listener that keeps all events and snapshots.
    inside : float
        The part of it which the engine itself counts as training.
    bare : float
        With the compiled functions alone, called as seldom as they allow.
    """

    run: float
    inside: float
    bare: float


def overhead(job: Job, seconds: float) -> list[Turn]:
    """Measure a run and the bare functions in turn: a drifting machine drifts for both."""
    from mlp_studio.engine.train import train as engine_train

    epoch = bare(request(job))
    epoch()
    many = max(1, min(50, int(TURN / _times(epoch, 1)[0])))
    asked = request(job, epochs=many + 1)
    turns: list[Turn] = []
    started = time.perf_counter()
    while len(turns) < TURNS or time.perf_counter() - started < seconds:
        events: list[tuple[float, TrainEvent]] = []
        engine_train(asked, partial(_keep, events), Control())
        ended = [(at, event.seconds) for at, event in events if isinstance(event, EpochDone)]
        run = np.median(np.diff([at for at, _ in ended]))
        inside = np.median([seconds for _, seconds in ended[1:]])
        turns.append(Turn(float(run), float(inside), float(np.median(_times(epoch, many)))))
    return turns


def _keep(events: list[tuple[float, TrainEvent]], event: TrainEvent) -> None:
    events.append((time.perf_counter(), event))


def _times(epoch: Callable[[], None], many: int) -> list[float]:
    times = []
    for _ in range(many):
        began = time.perf_counter()
        epoch()
        times.append(time.perf_counter() - began)
    return times
