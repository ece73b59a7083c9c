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
_ROUND = 5.0  # samples over which a corner is rounded at most


@cache
def _sampling(digit: int, style: int) -> tuple[AnyArray, AnyArray, AnyArray, AnyArray]:
    """Return control points (k, 2), sharp and rounded weights (96, k), where strokes begin."""
    strokes = [np.array(stroke, np.float64) for stroke in STYLES[digit][style]]
    # The same number of samples for every way with as many strokes: they can lean to another.
    counts = [_DROPS] if len(strokes) == 1 else [_DROPS - _DROPS // 3, _DROPS // 3]
    total = sum(len(stroke) for stroke in strokes)
    weights = np.zeros((_DROPS, total))
    starts = np.zeros(_DROPS, bool)
    row = column = 0
    for stroke, count in zip(strokes, counts, strict=True):
        k = len(stroke)
        weights[row : row + count, column : column + k] = _catmull_rom(stroke, count)
        starts[row] = True
        row, column = row + count, column + k
    return np.concatenate(strokes), weights, _rounding(starts) @ weights, starts


def _rounding(starts: AnyArray) -> AnyArray:
    """Return weights (96, 96) that average neighbours of the same stroke, the ends kept."""
    place = np.arange(_DROPS)
    stroke = np.cumsum(starts)
    same = stroke[:, None] == stroke
    first = np.array([place[stroke == k].min() for k in stroke])
    last = np.array([place[stroke == k].max() for k in stroke])
    # Narrower towards the ends, so that a line keeps its length.
    width = np.minimum(_ROUND, np.minimum(place - first, last - place) / 2 + 1e-3)
    weights = same * np.exp(-0.5 * ((place[:, None] - place) / width[:, None]) ** 2)
    return np.asarray(weights / weights.sum(axis=1, keepdims=True))


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
    ways = rng.random(n)
    for digit in range(10):
        members = np.flatnonzero(labels == digit)
        chosen = (ways[members] * len(STYLES[digit])).astype(int)
        for style in range(len(STYLES[digit])):
            rows = members[chosen == style]
            if len(rows):
                drops[rows], begins[rows] = _written(digit, style, len(rows), rng)
    drops = _bent(_proportioned(drops - 0.5, rng), rng)
    matrix = affine(n, rng, rotation=0.12, shear=0.28, shear_mean=0.12, stretch=0.22)
    one = labels == 1
    matrix[one] = affine(int(one.sum()), rng, rotation=0.12, shear=0.3, shear_mean=0.3, stretch=0.2)
    drops = drops @ matrix.transpose(0, 2, 1) * _HEIGHT
    low, high = drops.min(axis=1), drops.max(axis=1)
    pen = np.exp(rng.normal(np.log(3.5), 0.26, n)).clip(2.0, 7.0)
    # Whatever the chances made of it, it fits on the paper.
    fit = np.minimum(1.0, (WORK - 2 - pen) / (high - low).max(axis=1))
    drops = (drops - ((low + high) / 2)[:, None, :]) * fit[:, None, None] + WORK / 2
    return ink(
        drops.astype(np.float32),
        _lengths(drops, begins, rng).astype(np.float32),
        WORK,
        pen.astype(np.float32),
    )


def _written(digit: int, style: int, n: int, rng: np.random.Generator) -> tuple[AnyArray, AnyArray]:
    """Return n drawings of one way (n, 96, 2), some leaning towards a kindred one."""
    starts = _sampling(digit, style)[-1]
    rounded = rng.uniform(0, 1, (n, 1, 1)) ** 2
    drops = _passed(digit, style, rounded, rng)
    kin = _kindred(digit, style)
    if kin:
        other = rng.integers(len(kin), size=n)
        share = rng.uniform(0, 0.4, (n, 1, 1))
        for k, relative in enumerate(kin):
            rows = np.flatnonzero(other == k)
            second = _passed(digit, relative, rounded[rows], rng)
            drops[rows] += share[rows] * (second - drops[rows])
    return drops, starts


def _passed(digit: int, style: int, rounded: AnyArray, rng: np.random.Generator) -> AnyArray:
    """Return where the pen passes (n, 96, 2), the corners rounded by the shares (n, 1, 1)."""
    points, sharp, round_, _ = _sampling(digit, style)
    moved = _moved(points, len(rounded), rng)
    drops = sharp @ moved
    drops += rounded * (round_ @ moved - drops)
    return np.asarray(drops)


@cache
def _kindred(digit: int, style: int) -> tuple[int, ...]:
    """Return the other ways whose strokes run alike, so that one can lean to the other."""
    points, weights, _, starts = _sampling(digit, style)
    curve = weights @ points
    kin = []
    for other in range(len(STYLES[digit])):
        other_points, other_weights, _, other_starts = _sampling(digit, other)
        apart = np.hypot(*(other_weights @ other_points - curve).T)
        if other != style and np.array_equal(starts, other_starts) and apart.mean() < 0.14:
            kin.append(other)
    return tuple(kin)


def _lengths(drops: AnyArray, begins: AnyArray, rng: np.random.Generator) -> AnyArray:
    """Return the length of line (n, 96) each drop stands for; some lines start late."""
    n = len(drops)
    steps = np.zeros((n, _DROPS))
    steps[:, 1:] = np.hypot(*np.moveaxis(np.diff(drops, axis=1), 2, 0))
    steps[begins] = 0.0
    lengths = (steps + np.roll(steps, -1, axis=1)) / 2
    late = rng.integers(0, 8, n) * (rng.random(n) < 0.4)
    early = rng.integers(0, 8, n) * (rng.random(n) < 0.4)
    place = np.arange(_DROPS)
    lengths[(place < late[:, None]) | (place >= _DROPS - early[:, None])] = 0.0
    return lengths


def _proportioned(drops: AnyArray, rng: np.random.Generator) -> AnyArray:
    """Return the drops with another waist, another top and bottom width."""
    n = len(drops)
    x, y = drops[:, :, 0], drops[:, :, 1]
    waist = rng.normal(0, 0.07, (n, 1))
    taper = rng.normal(0, 0.22, (n, 1))
    bow = rng.normal(0, 0.12, (n, 1))
    wide = rng.uniform(0.6, 1.1, (n, 1))
    moved = np.empty_like(drops)
    moved[:, :, 0] = wide * x * (1 + taper * 2 * y) + bow * (0.25 - y**2)
    moved[:, :, 1] = y + waist * (1 - 4 * y**2)
    return moved


def _moved(points: AnyArray, n: int, rng: np.random.Generator) -> AnyArray:
    """Return the control points (n, k, 2), each moved a little; twins move together."""
    strength = rng.uniform(0.02, 0.09, (n, 1, 1))
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
