"""New weights in NumPy, so that a network has some before TensorFlow is loaded.

Sources: Glorot and Bengio 2010; He et al. 2015; LeCun et al. 1998;
https://keras.io/api/layers/initializers/.
"""

from __future__ import annotations

import math
import zlib
from collections.abc import Callable, Iterator, Mapping

import numpy as np

from mlp_studio.core.arrays import FloatArray, Weights, frozen
from mlp_studio.core.events import Snapshot
from mlp_studio.core.network import NetworkSpec, WeightSpec


def initial_weights(network: NetworkSpec, seed: int) -> Weights:
    """Return new weights for `network`; the same seed gives the same weights.

    Each array has a random stream of its own, derived from the seed, the layer's
    name and the array's name: editing one layer leaves the others' weights alone.
    """
    return {
        layer: tuple(_draw(weight, seed, layer) for weight in weights)
        for layer, weights in network.weight_specs().items()
    }


class NewWeights(Mapping[str, tuple[FloatArray, ...]]):
    """What `initial_weights` returns, each layer's drawn when it is first asked for.

    Drawing those of a large network takes a good part of a second: whoever starts with
    them draws them in a thread of its own.
    """

    def __init__(self, network: NetworkSpec, seed: int) -> None:
        self._specs, self._seed = network.weight_specs(), seed
        self._drawn: dict[str, tuple[FloatArray, ...]] = {}

    def __getitem__(self, layer: str) -> tuple[FloatArray, ...]:
        drawn = self._drawn.get(layer)
        if drawn is None:
            drawn = tuple(_draw(weight, self._seed, layer) for weight in self._specs[layer])
            drawn = self._drawn.setdefault(layer, drawn)  # of two threads, the first one's
        return drawn

    def __iter__(self) -> Iterator[str]:
        return iter(self._specs)

    def __len__(self) -> int:
        return len(self._specs)


def initial_array(weight: WeightSpec, seed: int, layer: str) -> FloatArray:
    """Return one array of `initial_weights` without drawing the others.

    Parameters
    ----------
    weight : WeightSpec
        Which it is.
    seed : int
        As for all weights of the network.
    layer : str
        The name of its layer.
    """
    return _draw(weight, seed, layer)


def current_weights(network: NetworkSpec, snapshot: Snapshot | None, seed: int) -> Weights:
    """Return the trained weights, or those an untrained network would begin with."""
    if snapshot is not None and snapshot.network == network:
        return snapshot.weights
    return initial_weights(network, seed)


def _draw(weight: WeightSpec, seed: int, layer: str) -> FloatArray:
    if weight.initializer == "zeros":
        return frozen(np.zeros(weight.shape, np.float32))
    if weight.initializer == "ones":
        return frozen(np.ones(weight.shape, np.float32))
    rng = np.random.default_rng((seed, zlib.crc32(f"{layer}/{weight.name}".encode())))
    if weight.initializer == "orthogonal":
        return frozen(_orthogonal(rng, weight.shape))
    family, _, law = weight.initializer.rpartition("_")
    variance = _VARIANCES[family](weight.shape[0], weight.shape[-1])
    if law == "uniform":
        limit = RANDOM_LIMIT if family == "random" else math.sqrt(3.0 * variance)
        values = rng.random(weight.shape, dtype=np.float32)
        values *= 2  # in place: these may be millions
        values -= 1
        values *= np.float32(limit)
        return frozen(values)
    spread = math.sqrt(variance)
    if family == "random":
        return frozen(rng.standard_normal(weight.shape, np.float32) * np.float32(spread))
    # Keras widens the scaled laws, so that what is left has their variance.
    widened = spread if family == "truncated" else spread / TRUNCATED_SPREAD
    return frozen(_truncated_normal(rng, weight.shape) * np.float32(widened))


RANDOM_LIMIT = RANDOM_SPREAD = 0.05  # Keras's defaults of the laws that ignore the shape
TRUNCATED_SPREAD = 0.87962566103423978  # of a standard normal law cut off at ±2

_VARIANCES: dict[str, Callable[[int, int], float]] = {
    "glorot": lambda fan_in, fan_out: 2.0 / (fan_in + fan_out),
    "he": lambda fan_in, _: 2.0 / fan_in,
    "lecun": lambda fan_in, _: 1.0 / fan_in,
    "random": lambda _in, _out: RANDOM_SPREAD**2,
    "truncated": lambda _in, _out: RANDOM_SPREAD**2,
}


def _truncated_normal(rng: np.random.Generator, shape: tuple[int, ...]) -> FloatArray:
    """Draw from the standard normal law, anew where a number is beyond ±2."""
    values = rng.standard_normal(shape, np.float32)
    while (beyond := np.abs(values) > 2).any():
        values[beyond] = rng.standard_normal(int(beyond.sum()), np.float32)
    return values


def _orthogonal(rng: np.random.Generator, shape: tuple[int, ...]) -> FloatArray:
    """Draw a matrix whose shorter side's vectors are orthonormal (Saxe et al. 2013)."""
    rows, columns = shape
    q, r = np.linalg.qr(rng.standard_normal((max(shape), min(shape))))
    q = q * np.where(np.diag(r) < 0, -1.0, 1.0)  # else the law would not be uniform
    return np.ascontiguousarray(q if rows >= columns else q.T, np.float32)
