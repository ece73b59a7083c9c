"""The weights of a layer as pictures and numbers."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mlp_studio.core.arrays import AnyArray, FloatArray

BINS = 61  # odd, so that zero lies in the middle of one
STRONG = 99.5  # percentile of the sizes that gets the full colour
SMALL = 0.01  # of the largest size: next to nothing


@dataclass(frozen=True, eq=False)
class KernelFacts:
    """What there is to say of an array of weights.

    Parameters
    ----------
    low, high, mean, spread : float
        Least, greatest, mean and standard deviation of the finite ones.
    small : float
        Share of weights whose size is below a hundredth of the largest.
    not_finite : int
        How many are no number.
    edges : ndarray of shape (bins + 1,)
        Of the histogram, symmetric about zero.
    counts : ndarray of int, shape (bins,)
    """

    low: float
    high: float
    mean: float
    spread: float
    small: float
    not_finite: int
    edges: AnyArray
    counts: NDArray[np.int64]


def kernel_facts(values: AnyArray) -> KernelFacts:
    """Return the facts of an array of weights; of an empty one, zeros."""
    flat = np.asarray(values, np.float64).reshape(-1)
    finite = flat[np.isfinite(flat)]
    most = float(np.abs(finite).max()) if finite.size else 0.0
    edges = np.linspace(-(most or 1.0), most or 1.0, BINS + 1)
    counts = np.histogram(finite, edges)[0].astype(np.int64)
    if not finite.size:
        return KernelFacts(0.0, 0.0, 0.0, 0.0, 0.0, len(flat), edges, counts)
    return KernelFacts(
        float(finite.min()),
        float(finite.max()),
        float(finite.mean()),
        float(finite.std()),
        float((np.abs(finite) < SMALL * most).mean()) if most else 1.0,
        len(flat) - len(finite),
        edges,
        counts,
    )


def strength(values: AnyArray) -> float:
    """Return the size that gets the full colour: outliers must not pale all the others."""
    sizes = np.abs(values[np.isfinite(values)])
    if not sizes.size:
        return 1.0
    return float(np.percentile(sizes, STRONG)) or float(sizes.max()) or 1.0


def diverging(
    values: AnyArray, most: float, positive: AnyArray, negative: AnyArray, ground: AnyArray
) -> NDArray[np.uint8]:
    """Return colours centred on zero, shape (*values.shape, 3).

    Parameters
    ----------
    values : ndarray
        What is no number becomes grey.
    most : float
        The size that gets the full colour.
    positive, negative, ground : ndarray of shape (3,)
        Red, green and blue at `most`, at its negative and at zero, in [0, 255].
    """
    share = np.clip(np.asarray(values, np.float32) / np.float32(most), -1, 1)
    broken = ~np.isfinite(share)
    share = np.where(broken, 0.0, share)[..., None]
    colour = np.where(share > 0, positive, negative)
    mixed = ground + np.abs(share) * (colour - ground)
    mixed[broken] = 128.0
    colours: NDArray[np.uint8] = np.rint(mixed).astype(np.uint8)
    return colours


def tiles_across(count: int, width: float, height: float, aspect: float) -> int:
    """Return in how many columns `count` equal tiles are largest in a rectangle.

    Parameters
    ----------
    count : int
        At least 1.
    width, height : float
        Of the rectangle.
    aspect : float
        Width of a tile by its height.
    """
    sizes = {}
    for columns in range(1, count + 1):
        rows = math.ceil(count / columns)
        sizes[columns] = min(width / columns / aspect, height / rows)
    return max(sizes, key=lambda columns: (sizes[columns], -columns))


def unit_pictures(kernel: FloatArray, shape: tuple[int, ...]) -> FloatArray | None:
    """Return each unit's incoming weights as a picture, shape (units, rows, columns).

    Parameters
    ----------
    kernel : FloatArray of shape (inputs, units)
        Of the first layer that learns.
    shape : tuple of int
        Of one example: rows and columns, and perhaps channels, over which is averaged;
        784 inputs in a row are taken for 28 × 28.

    Returns
    -------
    FloatArray or None
        None where the inputs are no picture.
    """
    inputs, units = kernel.shape
    side = math.isqrt(inputs)
    if len(shape) == 1 and side * side == inputs and side >= 8:
        shape = (side, side)
    if len(shape) < 2 or math.prod(shape) != inputs:
        return None
    pictures = kernel.T.reshape(units, *shape[:2], -1)
    return np.asarray(pictures.mean(axis=-1), np.float32)
