"""What a run needs before its first step: device, data and compiled functions."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import numpy as np

from mlp_studio.core.arrays import FloatArray
from mlp_studio.core.events import TrainRequest
from mlp_studio.engine.backend import tf
from mlp_studio.engine.devices import DeviceInfo, resolve
from mlp_studio.engine.loop import MAX_STEPS, Compiled, Structure, compiled, structure
from mlp_studio.engine.state import DataOnDevice, to_device

_data = DataOnDevice()


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
    x, y : tensors
        The training set on the device.
    x_validation, y_validation : tensors or None
        The validation set on the device; None when it is empty.
    w, w_validation : tensors or None
        The weights of the examples on the device, where they have some.
    """

    device: DeviceInfo
    structure: Structure
    functions: Compiled
    x: Any
    y: Any
    x_validation: Any
    y_validation: Any
    w: Any = None
    w_validation: Any = None


def prepare(request: TrainRequest) -> Prepared:
    """Put the data on the device and compile what is not compiled yet.

    Raises
    ------
    StudioError
        When the device asked for is not there.
    """
    device = resolve(request.device)
    weighted = request.w_train is not None
    key = structure(request.network, request.training, len(request.x_train), device.name, weighted)
    x, y = _data.put("train", device.name, request.x_train, request.y_train)
    x_validation = y_validation = None
    if len(request.x_validation):
        x_validation, y_validation = _data.put(
            "validation", device.name, request.x_validation, request.y_validation
        )
    w = _weights("train weights", device.name, request.w_train)
    w_validation = _weights("validation weights", device.name, request.w_validation)
    prepared = Prepared(
        device, key, compiled(key), x, y, x_validation, y_validation, w, w_validation
    )
    _compile(request, prepared)
    return prepared


def _weights(role: str, device: str, weights: FloatArray | None) -> Any:
    if weights is None:
        return None
    (tensor,) = _data.put(role, device, weights)
    return tensor


def _compile(request: TrainRequest, prepared: Prepared) -> None:
    """Call both functions once, with no step to make; at once where they are compiled."""
    key = prepared.structure

    def steps() -> None:
        with tf.device(prepared.device.name):
            state = to_device(
                request.network, request.start.weights, request.training.optimizer, None
            )
            order = tf.constant(np.zeros((key.steps, key.batch), np.int32))
            zero, word = tf.constant(0), tf.constant(np.uint32(0))
            prepared.functions.steps(
                state.trainable,
                state.fixed,
                state.slots,
                prepared.x,
                prepared.y,
                order,
                zero,
                zero,
                zero,
                tf.ones(MAX_STEPS),
                word,
                prepared.w,
            )

    def validate() -> None:
        if prepared.x_validation is None:
            return
        with tf.device(prepared.device.name):
            state = to_device(
                request.network, request.start.weights, request.training.optimizer, None
            )
            prepared.functions.validate(
                state.trainable,
                state.fixed,
                prepared.x_validation,
                prepared.y_validation,
                prepared.w_validation,
            )

    with ThreadPoolExecutor(2, "compile") as pool:
        for job in [pool.submit(steps), pool.submit(validate)]:
            job.result()
