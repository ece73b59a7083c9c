"""What a run needs before its first step: device, data and compiled functions."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import numpy as np

from mlp_studio.core.events import TrainRequest
from mlp_studio.engine.backend import tf
from mlp_studio.engine.devices import DeviceInfo, resolve
from mlp_studio.engine.feed import Feed, Feeds
from mlp_studio.engine.loop import MAX_STEPS, Compiled, Sizes, Structure, compiled, structure
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
    """

    device: DeviceInfo
    structure: Structure
    functions: Compiled
    training: Feed
    validation: Feed | None


def prepare(request: TrainRequest) -> Prepared:
    """Put the data on the device and compile what is not compiled yet.

    Raises
    ------
    StudioError
        When the device asked for is not there.
    """
    device = resolve(request.device)
    examples = len(request.x_train)
    batch = min(request.training.batch_size, examples)
    train = (request.x_train, request.y_train)
    training = _feeds.training(device.name, train, batch, request.data_limit)
    validation = None
    if len(request.x_validation):
        held_out = (request.x_validation, request.y_validation)
        validation = _feeds.validation(device.name, held_out, request.data_limit)
    sizes = Sizes(training.rows, validation.rows if validation is not None else 0)
    key = structure(request.network, request.training, examples, sizes, device.name)
    prepared = Prepared(device, key, compiled(key), training, validation)
    _compile(request, prepared)
    return prepared


def _compile(request: TrainRequest, prepared: Prepared) -> None:
    """Call both functions once, with nothing to do; at once where they are compiled."""
    key = prepared.structure

    def state() -> Any:
        return to_device(request.network, request.start.weights, request.training.optimizer, None)

    def steps() -> None:
        with tf.device(prepared.device.name):
            start = state()
            prepared.functions.steps(
                start.trainable,
                start.fixed,
                start.slots,
                *prepared.training.ahead(),
                tf.constant(np.zeros((key.window, key.batch), np.int32)),
                tf.constant([0, 0, 0, 0]),
                tf.ones(MAX_STEPS),
                tf.constant(np.uint32(0)),
            )

    def validate() -> None:
        if prepared.validation is None:
            return
        with tf.device(prepared.device.name):
            start = state()
            prepared.functions.validate(
                start.trainable, start.fixed, *prepared.validation.ahead(), tf.constant([0, 0, 0])
            )

    with ThreadPoolExecutor(2, "compile") as pool:
        for job in [pool.submit(steps), pool.submit(validate)]:
            job.result()
