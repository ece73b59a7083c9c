"""Which values ink and paper have in pictures that somebody brings."""

from __future__ import annotations

import math

import numpy as np

from mlp_studio.core.arrays import AnyArray
from mlp_studio.data.frame import SIDE

LOOKED_AT = 256  # pictures that speak for all


def paper_and_ink(x: AnyArray, white: float) -> tuple[float, float]:
    """Return the raw values of paper and ink; of other pictures than digits, 0 and `white`.

    Paper is what lies along the border of most pictures. Values run from 0 to `white`, or,
    where some are negative (pictures from -1 to 1, or standardised), from the least to the
    greatest.

    Parameters
    ----------
    x : ndarray of shape (n, 28, 28), (n, 28, 28, channels) or (n, 784)
        Raw inputs.
    white : float
        The raw value of white.
    """
    shape = x.shape[1:]
    grey = shape[:2] == (SIDE, SIDE) or (len(shape) == 1 and math.prod(shape) == SIDE * SIDE)
    if not grey or not len(x):
        return 0.0, white
    some = np.asarray(x[:: max(1, len(x) // LOOKED_AT)][:LOOKED_AT], np.float64)
    if not np.isfinite(some).all():
        return 0.0, white
    low, high = 0.0, float(white)
    if some.min() < 0:
        low, high = float(some.min()), float(some.max())
    if low >= high:
        return 0.0, white
    pictures = some.reshape(len(some), SIDE, SIDE, -1).mean(axis=-1)
    border = np.concatenate(
        [pictures[:, 0], pictures[:, -1], pictures[:, :, 0], pictures[:, :, -1]], axis=1
    )
    return (low, high) if float(np.median(border)) <= (low + high) / 2 else (high, low)
