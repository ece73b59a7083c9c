"""How near an example is to what a network was trained on, and to which examples.

A network answers with confidence far from all it has seen. Two distances tell: between the
inputs as they are, and between the directions of the first hidden layer's activations,
which follow what is on a picture rather than how much ink. What is farther from the nearest
training example than 99.5 % of the validation examples are is unlike them.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mlp_studio.analysis.probe import probe_indices
from mlp_studio.core.arrays import AnyArray, FloatArray, Weights
from mlp_studio.core.dataset import Dataset
from mlp_studio.core.forward import predict
from mlp_studio.core.layers import Dense
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.scaling import Scaler

TRAINING = 3000  # examples that stand for all of them
HELD_OUT = 1500
USUAL = 99.5  # percentile of the held-out examples' distances


@dataclass(frozen=True, eq=False)
class Look:
    """How an example compares with the training examples.

    Parameters
    ----------
    far : bool
        Whether it is unlike all of them.
    distance : float
        The greater of the two distances, in those that are just usual; above 1 is far.
    nearest : ndarray of int, shape (k,)
        Numbers of the nearest training examples, nearest first.
    """

    far: bool
    distance: float
    nearest: NDArray[np.int64]


class Crowd:
    """Points to measure distances from; what is the same each time is computed once.

    Parameters
    ----------
    points : FloatArray of shape (n, features)
        The points.
    """

    def __init__(self, points: FloatArray) -> None:
        self._points = points
        self._squares = np.square(points).sum(axis=1)

    def distances(self, others: FloatArray) -> FloatArray:
        """Return the Euclidean distance of each of `others`, a row, from each point."""
        squares = np.square(others).sum(axis=1)[:, None] + self._squares
        if len(others) == 1:  # without BLAS, whose threads wait for each other on busy cores
            products = np.einsum("ij,j->i", self._points, others[0])[None]
        else:
            products = others @ self._points.T
        squares -= 2 * products
        return np.asarray(np.sqrt(np.maximum(squares, 0.0)), np.float32)


@dataclass(frozen=True, eq=False)
class Inputs:
    """What of the comparison is the same whatever the weights.

    Parameters
    ----------
    numbers : ndarray of int, shape (n,)
        Of the training examples compared with.
    training, held_out : FloatArray of shape (n, features), (m, features)
        Inputs as the network gets them, flattened.
    crowd : Crowd
        The training inputs, to measure from.
    usual : float
        The usual distance between inputs.
    """

    numbers: NDArray[np.int64]
    training: FloatArray
    held_out: FloatArray
    crowd: Crowd
    usual: float


def inputs_of(dataset: Dataset, scaler: Scaler | None = None) -> Inputs:
    """Choose examples of a data set and measure how far apart they usually are.

    Parameters
    ----------
    dataset : Dataset
        What the network was trained on, or something like it.
    scaler : Scaler, optional
        What the network wants, where that is not how these pictures are given.
    """
    train, held = dataset.train, dataset.validation

    def given(x: AnyArray) -> FloatArray:
        if scaler is None or scaler == dataset.scaler:
            return _flat(x)
        return _flat(scaler.of_picture(dataset.scaler.to_picture(x)))

    numbers = probe_indices(train.y, TRAINING)
    training = given(train.x[numbers])
    held_out = given(held.x[probe_indices(held.y, HELD_OUT)])
    crowd = Crowd(training)
    usual = float(np.percentile(crowd.distances(held_out).min(axis=1), USUAL))
    return Inputs(numbers, training, held_out, crowd, usual)


class Familiar:
    """The training examples as a network sees them.

    Parameters
    ----------
    network : NetworkSpec
        The network.
    weights : Weights
        Its weights.
    inputs : Inputs
        Of the data it was trained on.
    """

    def __init__(self, network: NetworkSpec, weights: Weights, inputs: Inputs) -> None:
        self.network = network
        self._inputs = inputs
        self._weights = weights
        self._shape = network.input_shape
        self._front = _front(network)
        self._crowd = Crowd(self._directions(inputs.training))
        held = self._crowd.distances(self._directions(inputs.held_out)).min(axis=1)
        self._usual = float(np.percentile(held, USUAL))

    def look(self, x: AnyArray, k: int = 6) -> Look:
        """Compare an example of shape (*network.input_shape) with the training examples."""
        flat = _flat(np.asarray(x, np.float32)[None])
        inner = self._crowd.distances(self._directions(flat))[0]
        outer = self._inputs.crowd.distances(flat)[0]
        distance = max(
            float(inner.min()) / max(self._usual, 1e-6),
            float(outer.min()) / max(self._inputs.usual, 1e-6),
        )
        order = np.argsort(inner, kind="stable")[:k]
        return Look(distance > 1.0, distance, self._inputs.numbers[order])

    def _directions(self, flat: FloatArray) -> FloatArray:
        x = flat.reshape(len(flat), *self._shape)
        values = _flat(predict(self._front, self._weights, x))
        length = np.linalg.norm(values, axis=1, keepdims=True)
        return np.asarray(values / np.maximum(length, 1e-6), np.float32)


def _front(network: NetworkSpec) -> NetworkSpec:
    """Return the network up to its first hidden Dense layer; without one, only its input."""
    for layer in network.layers[:-1]:
        if isinstance(layer, Dense):
            return network.until(layer.name)
    return NetworkSpec(input_shape=network.input_shape)


def _flat(x: AnyArray) -> FloatArray:
    return np.asarray(x.reshape(len(x), -1), np.float32)
