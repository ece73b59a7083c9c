"""What a run needs before its first step: device, data and compiled functions."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

import numpy as np

from mlp_studio.core.arrays import AnyArray
from mlp_studio.core.devices import Choice, DeviceInfo
from mlp_studio.core.events import TrainRequest
from mlp_studio.engine.auto import Steps, choose
from mlp_studio.engine.backend import tf
from mlp_studio.engine.devices import candidates
from mlp_studio.engine.feed import Feed, Feeds
from mlp_studio.engine.loop import (
    MAX_STEPS,
    Compiled,
    Sizes,
    State,
    Structure,
    compiled,
    structure,
)
from mlp_studio.engine.memory import require_memory
from mlp_studio.engine.state import to_device

_feeds = Feeds()


@dataclass(frozen=True)
class Prepared:
    """Everything but the weights.

    Parameters
    ----------
    device : DeviceInfo
        Where to train.
    structure : Structure
        What the functions are compiled for.
    functions : Compiled
        Compiled.
    training : Feed
        The training set.
    validation : Feed, optional
        The validation set; None when it is empty.
    choice : Choice, optional
        How the device was chosen among several.
    """

    device: DeviceInfo
    structure: Structure
    functions: Compiled
    training: Feed
    validation: Feed | None
    choice: Choice | None = None


def prepare(request: TrainRequest) -> Prepared:
    """Put the data on the device and compile what is not compiled yet.

    Where several devices come into question, the fastest is taken; the first time that
    is measured on each.

    Raises
    ------
    StudioError
        When the device asked for is not there.
    """
    devices = candidates(request.device)
    if len(devices) == 1:
        return _prepare_on(request, devices[0])
    sizes = Sizes(len(request.x_train), len(request.x_validation))
    key = structure(request.network, request.training, sizes.train, sizes, "")
    choice = choose(devices, key, lambda device: rehearsal(request, _prepare_on(request, device)))
    return replace(_prepare_on(request, choice.device), choice=choice)


def release() -> None:
    """Let go of the data on the device; the next run brings its own."""
    _feeds.forget()


def _prepare_on(request: TrainRequest, device: DeviceInfo) -> Prepared:
    examples = len(request.x_train)
    batch = min(request.training.batch_size, examples)
    if device.kind == "cpu":
        require_memory(request.network, request.training.optimizer, batch)
    train = _columns(request.x_train, request.y_train, request.w_train)
    training = _feeds.training(device.name, train, batch, request.data_limit)
    validation = None
    if len(request.x_validation):
        held_out = _columns(request.x_validation, request.y_validation, request.w_validation)
        validation = _feeds.validation(device.name, held_out, request.data_limit)
    sizes = Sizes(training.rows, validation.rows if validation is not None else 0)
    weighted = (request.w_train is not None, request.w_validation is not None)
    key = structure(request.network, request.training, examples, sizes, device.name, weighted)
    prepared = Prepared(device, key, compiled(key), training, validation)
    _compile(request, prepared)
    return prepared


def _columns(*arrays: AnyArray | None) -> tuple[AnyArray, ...]:
    return tuple(array for array in arrays if array is not None)


def rehearsal(request: TrainRequest, prepared: Prepared, state: State | None = None) -> Steps:
    """Return what makes so many real steps from the start weights, keeping nothing.

    Parameters
    ----------
    request : TrainRequest
        What is to be trained.
    prepared : Prepared
        Where and with which functions.
    state : State, optional
        The start weights on the device, where they are there already.
    """
    key = prepared.structure
    with tf.device(prepared.device.name):
        start = _start(request) if state is None else state
        arrays = prepared.training.ahead()
        rows = np.zeros(key.window * key.batch, np.int32)
        rows[: key.sizes.train] = np.arange(key.sizes.train)
        order = tf.constant(rows.reshape(key.window, key.batch))
        word = tf.constant(np.uint32(0))
        rates = tf.fill((MAX_STEPS,), request.training.optimizer.learning_rate)

    def make(count: int) -> None:
        with tf.device(prepared.device.name):
            at = tf.constant([0, 0, count, 0], tf.int32)
            *_, table = prepared.functions.steps(
                start.trainable, start.fixed, start.slots, arrays, order, at, rates, word
            )
            table.numpy()  # waits for the device

    return make


def _start(request: TrainRequest) -> State:
    return to_device(request.network, request.start.weights, request.training.optimizer, None)


def _compile(request: TrainRequest, prepared: Prepared) -> None:
    """Call both functions once, with no step to make; at once where they are compiled."""
    # One state for both: it is made before the threads start.
    with tf.device(prepared.device.name):
        state = _start(request)
    steps = rehearsal(request, prepared, state)

    def validate() -> None:
        if prepared.validation is None:
            return
        with tf.device(prepared.device.name):
            prepared.functions.validate(
                state.trainable, state.fixed, prepared.validation.ahead(), tf.constant([0, 0, 0])
            )

    with ThreadPoolExecutor(2, "compile") as pool:
        for job in [pool.submit(steps, 0), pool.submit(validate)]:
            job.result()
