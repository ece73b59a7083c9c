"""Random masks from a counter: no generator state, the same on every device.

O'Neill 2014, *PCG: A Family of Simple Fast Space-Efficient Statistically Good
Algorithms for Random Number Generation*; the 32-bit output function RXS-M-XS.
Written out in the loop it costs next to nothing, unlike TensorFlow's generators.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from mlp_studio.engine.backend import tf

WORD = 2**32
MULTIPLIER, INCREMENT, FINISH = 747796405, 2891336453, 277803737


def pcg(value: Any) -> Any:
    """Return a well-mixed uint32 for each uint32 of a tensor or NumPy array."""
    state = value * np.uint32(MULTIPLIER) + np.uint32(INCREMENT)
    shift = _right(state, 28) + np.uint32(4)
    word = (_right(state, shift) ^ state) * np.uint32(FINISH)
    return _right(word, 22) ^ word


def _right(value: Any, bits: Any) -> Any:
    if isinstance(value, np.ndarray):
        return value >> np.asarray(bits, np.uint32)
    return tf.bitwise.right_shift(value, tf.cast(bits, tf.uint32))


def epoch_key(seed: int, epoch: int) -> np.uint32:
    """Return the word from which all masks of an epoch derive."""
    return np.uint32(np.random.SeedSequence((seed, epoch)).generate_state(1, np.uint32)[0])


def _words(shape: tuple[int, ...], key: Any) -> Any:
    rows, columns = shape[0], math.prod(shape[1:])
    # Hashing the row and the column first keeps masks of neighbouring keys from being
    # shifted copies of one another; both are small constants.
    row = pcg(np.arange(rows, dtype=np.uint32)).reshape(rows, 1)
    column = pcg(np.arange(columns, dtype=np.uint32) + np.uint32(WORD // 2)).reshape(1, columns)
    return pcg(tf.constant(row) + tf.constant(column) + key)


def normal(shape: tuple[int, ...], key: Any) -> Any:
    """Return standard normal numbers (Box and Muller 1958).

    Parameters
    ----------
    shape : tuple of int
        Batch axis first.
    key : uint32 tensor
        Another one gives other numbers.
    """
    first = _words(shape, key)
    second = pcg(first ^ tf.constant(INCREMENT, tf.uint32))
    radius = tf.sqrt(-2.0 * tf.math.log(_unit(first)))
    return tf.reshape(radius * tf.cos((2.0 * math.pi) * _unit(second)), shape)


def _unit(words: Any) -> Any:
    """Return the words as numbers in (0, 1): the middles of 2²³ equal parts."""
    return (tf.cast(tf.cast(_right(words, 9), tf.int32), tf.float32) + 0.5) * 2.0**-23


def keep_mask(shape: tuple[int, ...], rate: float, key: Any) -> Any:
    """Return a boolean tensor, True with probability ``1 - rate``.

    Parameters
    ----------
    shape : tuple of int
        Batch axis first.
    rate : float
        Share of False in [0, 1).
    key : uint32 tensor
        Another one gives another mask.
    """
    words = _words(shape, key)
    threshold = np.uint32(min(round(rate * WORD), WORD - 1))
    return tf.reshape(words >= threshold, shape)
