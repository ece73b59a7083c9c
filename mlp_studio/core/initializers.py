"""New weights in NumPy, so that a network has some before TensorFlow is loaded.

Source of the rule: Glorot and Bengio 2010; https://keras.io/api/layers/initializers/.
"""

from __future__ import annotations

import math
import zlib

import numpy as np

from mlp_studio.core.arrays import FloatArray, Weights, frozen
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


def _draw(weight: WeightSpec, seed: int, layer: str) -> FloatArray:
    if weight.initializer == "zeros":
        return frozen(np.zeros(weight.shape, np.float32))
    if weight.initializer == "ones":
        return frozen(np.ones(weight.shape, np.float32))
    fan_in, fan_out = weight.shape[0], weight.shape[-1]
    limit = math.sqrt(6.0 / (fan_in + fan_out))
    rng = np.random.default_rng((seed, zlib.crc32(f"{layer}/{weight.name}".encode())))
    values = rng.random(weight.shape, dtype=np.float32)
    return frozen((values * 2 - 1) * np.float32(limit))
