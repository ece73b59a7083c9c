"""Synthetic handwriting: ways people write each digit, drawn with a pen that varies.

Each way is a few strokes given by points the pen passes (Catmull–Rom splines). Every
drawing moves the points, bends, slants and stretches the whole and takes another pen.
"""

from __future__ import annotations

from functools import cache

import numpy as np

from mlp_studio.core.arrays import AnyArray, FloatArray, IntArray
from mlp_studio.data.handwriting_styles import STYLES
from mlp_studio.data.ink import ink
from mlp_studio.data.warp import affine

WORK = 44  # pixels of a drawing's side
_HEIGHT = 26.0  # pixels of an average digit's height
_DROPS = 96  # samples of a whole digit


@cache
def _sampling(digit: int, style: int) -> tuple[AnyArray, AnyArray, AnyArray]:
    """Return control points (k, 2), weights (96, k) of the samples and where strokes begin."""
    strokes = [np.array(stroke, np.float64) for stroke in STYLES[digit][style]]
    lengths = [float(np.hypot(*np.diff(stroke, axis=0).T).sum()) for stroke in strokes]
    shares = np.maximum(np.array(lengths) / sum(lengths), 0.08)
    counts = np.floor(shares / shares.sum() * _DROPS).astype(int)
    counts[0] += _DROPS - counts.sum()
    total = sum(len(stroke) for stroke in strokes)
    weights = np.zeros((_DROPS, total))
    starts = np.zeros(_DROPS, bool)
    row = column = 0
    for stroke, count in zip(strokes, counts, strict=True):
        k = len(stroke)
        weights[row : row + count, column : column + k] = _catmull_rom(stroke, int(count))
        starts[row] = True
        row, column = row + count, column + k
    return np.concatenate(strokes), weights, starts


def _catmull_rom(points: AnyArray, count: int) -> AnyArray:
    """Return weights (count, k) for samples evenly spaced along the polygon of the points."""
    k = len(points)
    along = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(points, axis=0).T))])
    at = np.interp(np.linspace(0, along[-1], count), along, np.arange(k))
    segment = np.minimum(at.astype(int), k - 2)
    t = at - segment
    kernel = np.stack(
        [
            -0.5 * t**3 + t**2 - 0.5 * t,
            1.5 * t**3 - 2.5 * t**2 + 1,
            -1.5 * t**3 + 2 * t**2 + 0.5 * t,
            0.5 * t**3 - 0.5 * t**2,
        ],
        axis=1,
    )
    weights = np.zeros((count, k))
    rows = np.arange(count)
    for offset in range(4):
        np.add.at(weights, (rows, np.clip(segment + offset - 1, 0, k - 1)), kernel[:, offset])
    return weights


def draw(labels: IntArray, rng: np.random.Generator) -> FloatArray:
    """Return pictures of ink (n, 44, 44), one for each label, each written differently.

    Parameters
    ----------
    labels : IntArray of shape (n,)
        Digits.
    rng : numpy.random.Generator
        Of the chances.
    """
    n = len(labels)
    drops = np.empty((n, _DROPS, 2))
    begins = np.zeros((n, _DROPS), bool)
    styles = rng.random(n)
    for digit in range(10):
        members = np.flatnonzero(labels == digit)
        chosen = (styles[members] * len(STYLES[digit])).astype(int)
        for style in range(len(STYLES[digit])):
            rows = members[chosen == style]
            if not len(rows):
                continue
            points, weights, starts = _sampling(digit, style)
            drops[rows] = weights @ _moved(points, len(rows), rng)
            begins[rows] = starts
    drops = _bent(drops - 0.5, rng)
    wide = rng.uniform(0.55, 1.0, n)
    drops[:, :, 0] *= wide[:, None]
    matrix = affine(n, rng, rotation=0.1, shear=0.25, shear_mean=0.15, stretch=0.08)
    matrix[labels == 1] = affine(
        int((labels == 1).sum()), rng, rotation=0.12, shear=0.35, shear_mean=0.3, stretch=0.1
    )
    drops = drops @ matrix.transpose(0, 2, 1) * _HEIGHT
    low, high = drops.min(axis=1), drops.max(axis=1)
    pen = np.exp(rng.normal(np.log(3.4), 0.28, n)).clip(1.9, 6.5)
    # Whatever the chances made of it, it fits on the paper.
    fit = np.minimum(1.0, (WORK - 2 - pen) / (high - low).max(axis=1))
    drops = (drops - ((low + high) / 2)[:, None, :]) * fit[:, None, None] + WORK / 2
    steps = np.zeros((n, _DROPS))
    steps[:, 1:] = np.hypot(*np.moveaxis(np.diff(drops, axis=1), 2, 0))
    steps[begins] = 0.0
    lengths = (steps + np.roll(np.where(begins, 0, steps), -1, axis=1)) / 2
    return ink(drops.astype(np.float32), lengths.astype(np.float32), WORK, pen.astype(np.float32))


def _moved(points: AnyArray, n: int, rng: np.random.Generator) -> AnyArray:
    """Return the control points (n, k, 2), each moved a little; twins move together."""
    strength = rng.uniform(0.01, 0.06, (n, 1, 1))
    shift = rng.normal(0, 1, (n, *points.shape)) * strength
    for k in range(1, len(points)):
        if np.array_equal(points[k], points[k - 1]):  # a corner is written as a double point
            shift[:, k] = shift[:, k - 1]
    return points + shift


def _bent(drops: AnyArray, rng: np.random.Generator) -> AnyArray:
    """Return the drops displaced by two slow waves each way: no two hands are alike."""
    n = len(drops)
    bent = drops.copy()
    for axis in range(2):
        for _ in range(2):
            direction = rng.normal(0, 3.0, (n, 1, 2))
            phase = rng.uniform(0, 2 * np.pi, (n, 1))
            height = rng.normal(0, 0.035, (n, 1))
            bent[:, :, axis] += height * np.sin((drops * direction).sum(axis=2) + phase)
    return bent
