"""Ink told from paper: one level for the whole picture, or one that follows its surroundings."""

from __future__ import annotations

from typing import Literal

import numpy as np

from mlp_studio.core.arrays import AnyArray, FloatArray

Threshold = Literal["otsu", "adaptive"]

_LEAST_CONTRAST = 0.06  # between ink and paper, of the whole range
_SOFT = 1.6  # how steep the edge of the ink is, of the difference between ink and paper
_REACH = 0.9  # how far a correction by hand moves the level, of the way to ink or to paper
_AROUND = 0.1  # of the longer side: the surroundings which an adaptive level follows
_WEIGHT = 0.2  # of Sauvola's term for the spread


def otsu(values: AnyArray) -> float:
    """Return the level that parts the values into two groups least spread in themselves.

    Otsu's threshold (1979).
    """
    low, high = float(values.min()), float(values.max())
    if high <= low:
        return high
    counts, edges = np.histogram(values, 256, (low, high))
    middles = (edges[:-1] + edges[1:]) / 2
    below = np.cumsum(counts)[:-1]
    above = below[-1] + counts[-1] - below
    sums = np.cumsum(counts * middles)
    total = sums[-1]
    mean_below = sums[:-1] / np.maximum(below, 1)
    mean_above = (total - sums[:-1]) / np.maximum(above, 1)
    return float(edges[1:-1][np.argmax(below * above * (mean_above - mean_below) ** 2)])


def all_ink(
    difference: AnyArray, threshold: Threshold = "otsu", shift: float = 0.0
) -> FloatArray | None:
    """Return all that is darker than the paper by enough; None where nothing is.

    Parameters
    ----------
    difference : AnyArray of shape (height, width)
        How far each pixel stands out from the paper; ink is above 0.
    threshold : {"otsu", "adaptive"}
        One level for all, or one that follows the mean and the spread of the surroundings
        (Sauvola and Pietikäinen 2000).
    shift : float
        A correction by hand in [-1, 1]: below 0 fainter lines are ink too, above 0 only
        the darkest. With one, a faint difference is taken for ink as well.

    Returns
    -------
    FloatArray of shape (height, width) or None
        0 is paper, 1 is ink; edges are soft.
    """
    found = difference > otsu(difference)
    if not found.any() or found.all():
        return None
    dark, light = float(np.median(difference[found])), float(np.median(difference[~found]))
    noise = float(difference[~found].std())
    if dark <= light or (not shift and dark - light < max(_LEAST_CONTRAST, 3 * noise)):
        return None
    middle: float | AnyArray = (dark + light) / 2
    if threshold == "adaptive":
        middle = _adaptive(difference, light, dark)
    middle = middle + shift * _REACH * (dark - middle if shift > 0 else middle - light)
    # With a low level the edges are harder, or all the paper would be a little grey.
    steep = np.maximum(_SOFT / (dark - light), 0.5 / np.maximum(middle - light, 1e-6))
    ink = np.clip((difference - middle) * steep + 0.5, 0, 1)
    return np.asarray(ink, np.float32)


def _adaptive(difference: AnyArray, light: float, dark: float) -> AnyArray:
    """Return the level of each pixel, never so low that bare paper would be ink."""
    from scipy import ndimage

    span = dark - light
    paper = 1 - np.clip((difference - light) / span, -0.5, 1.5).astype(np.float32)  # 1 is paper
    around = int(_AROUND * max(difference.shape)) | 1
    mean = ndimage.uniform_filter(paper, around)
    square = ndimage.uniform_filter(paper * paper, around)
    spread = np.sqrt(np.maximum(square - mean * mean, 0))
    level = mean * (1 + _WEIGHT * (spread / 0.5 - 1))
    return np.asarray(light + span * (1 - np.clip(level, 0.2, 0.75)))
