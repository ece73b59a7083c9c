"""Every activation function in NumPy, by Keras's name and with Keras's constants.

Source: https://keras.io/api/layers/activations/. The engine's TensorFlow table has
the same names; tests hold both against Keras.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.floating]

SELU_SCALE = 1.0507009873554805
SELU_ALPHA = 1.6732632423543772
LEAKY_SLOPE = 0.2  # keras.activations.leaky_relu's own default


def _softmax(z: Array) -> Array:
    e = np.exp(z - z.max(axis=-1, keepdims=True))
    return np.asarray(e / e.sum(axis=-1, keepdims=True))


def _sigmoid(z: Array) -> Array:
    # 1 / (1 + exp(-z)) without its overflow for large negative z.
    return np.asarray(0.5 * np.tanh(0.5 * z) + 0.5)


def _gelu(z: Array) -> Array:
    from scipy.special import erf  # a third of a second, which few networks should pay

    return np.asarray(0.5 * z * (1 + erf(z / np.sqrt(z.dtype.type(2)))))


def _elu(z: Array) -> Array:
    return np.where(z > 0, z, np.expm1(np.minimum(z, 0)))


ACTIVATIONS: dict[str, Callable[[Array], Array]] = {
    "linear": lambda z: z,
    "relu": lambda z: np.maximum(z, 0),
    "tanh": np.tanh,
    "sigmoid": _sigmoid,
    "softmax": _softmax,
    "elu": _elu,
    "selu": lambda z: SELU_SCALE * np.where(z > 0, z, SELU_ALPHA * np.expm1(np.minimum(z, 0))),
    "gelu": _gelu,
    "silu": lambda z: z * _sigmoid(z),
    "softplus": lambda z: np.logaddexp(z, z.dtype.type(0)),
    "softsign": lambda z: z / (1 + np.abs(z)),
    "leaky_relu": lambda z: np.where(z > 0, z, LEAKY_SLOPE * z),
    "exponential": np.exp,
    "hard_sigmoid": lambda z: np.clip(z / 6 + 0.5, 0, 1),
}
