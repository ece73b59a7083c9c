"""A picture of a digit and the weights in force: what the network gets and what it says."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from mlp_studio.analysis.metrics import class_probabilities
from mlp_studio.core.arrays import FloatArray
from mlp_studio.core.events import Snapshot
from mlp_studio.core.forward import predict
from mlp_studio.core.scaling import Scaler


def network_input(snapshot: Snapshot, image: FloatArray) -> FloatArray:
    """Return an image of shape (28, 28) in [0, 1] as the network was trained to get it."""
    contract = snapshot.scaler or Scaler(kind="divide_255")
    return np.asarray(contract.of_picture(image.reshape(1, *snapshot.network.input_shape))[0])


def probabilities(snapshot: Snapshot, image: FloatArray) -> FloatArray:
    """Return what the network says of an image, shape (classes,)."""
    outputs = predict(snapshot.network, snapshot.weights, network_input(snapshot, image)[None])
    return np.asarray(class_probabilities(outputs)[0], np.float32)


def many_probabilities(snapshot: Snapshot, images: Sequence[FloatArray]) -> FloatArray:
    """Return what the network says of images of shape (28, 28), one row each."""
    contract = snapshot.scaler or Scaler(kind="divide_255")
    stacked = np.stack(images).reshape(len(images), *snapshot.network.input_shape)
    outputs = predict(snapshot.network, snapshot.weights, contract.of_picture(stacked))
    return np.asarray(class_probabilities(outputs), np.float32)


def runner_up(values: FloatArray) -> tuple[int, int]:
    """Return the likeliest class and the second."""
    order = np.argsort(values)[::-1]
    return int(order[0]), int(order[1])
