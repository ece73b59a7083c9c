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
SHRINK = 0.5  # and those of hard_shrink and soft_shrink


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


def _log_sigmoid(z: Array) -> Array:
    return np.asarray(-np.logaddexp(-z, z.dtype.type(0)))


def _log_softmax(z: Array) -> Array:
    shifted = z - z.max(axis=-1, keepdims=True)
    return np.asarray(shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True)))


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
    "relu6": lambda z: np.clip(z, 0, 6),
    "celu": _elu,  # the same for Keras's default alpha of 1
    "mish": lambda z: z * np.tanh(np.logaddexp(z, z.dtype.type(0))),
    "hard_silu": lambda z: z * np.clip(z / 6 + 0.5, 0, 1),
    "hard_tanh": lambda z: np.clip(z, -1, 1),
    "hard_shrink": lambda z: np.where(np.abs(z) > SHRINK, z, np.zeros_like(z)),
    "soft_shrink": lambda z: z - np.clip(z, -SHRINK, SHRINK),
    "tanh_shrink": lambda z: z - np.tanh(z),
    "log_sigmoid": _log_sigmoid,
    "log_softmax": _log_softmax,
    "squareplus": lambda z: (z + np.sqrt(np.square(z) + 4)) / 2,
    "sparse_plus": lambda z: np.where(z < 1, np.square(np.maximum(z + 1, 0)) / 4, z),
    "sparse_sigmoid": lambda z: np.clip(0.5 * (z + 1), 0, 1),
}
