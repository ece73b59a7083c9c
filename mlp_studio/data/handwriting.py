"""Synthetic handwriting: the ways people write each digit, drawn with a pen that varies.

Every drawing takes one of the digit's ways, leans it to a kindred one, moves its points,
bends, slants and stretches the whole and takes another pen.
"""

from __future__ import annotations

import numpy as np

from mlp_studio.core.arrays import AnyArray, FloatArray, IntArray
from mlp_studio.data.handwriting_ways import DROPS, ways
from mlp_studio.data.ink import ink
from mlp_studio.data.warp import affine

WORK = 44  # pixels of a drawing's side
_HEIGHT = 26.0  # pixels of an average digit's height
_PEN = 3.5  # pixels of an average pen's width
_LEAN = 0.4  # how far a way leans to a kindred one at most


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
    table = ways()
    way = table.first[labels] + rng.integers(table.count[labels])
    drops = _bent(_proportioned(_written(way, rng), rng), rng)
    matrix = affine(n, rng, rotation=0.12, shear=0.28, shear_mean=0.12, stretch=0.22)
    one = labels == 1
    matrix[one] = affine(int(one.sum()), rng, rotation=0.12, shear=0.3, shear_mean=0.3, stretch=0.2)
    drops = drops @ matrix.transpose(0, 2, 1).astype(np.float32) * np.float32(_HEIGHT)
    low, high = drops.min(axis=1), drops.max(axis=1)
    pen = np.exp(rng.normal(np.log(_PEN), 0.26, n)).clip(2.0, 7.0)
    # Whatever the chances made of it, it fits on the paper.
    fit = np.minimum(1.0, (WORK - 2 - pen) / (high - low).max(axis=1))
    drops = (drops - ((low + high) / 2)[:, None, :]) * fit[:, None, None] + WORK / 2
    return ink(
        drops.astype(np.float32),
        _lengths(drops, table.begins[way], rng).astype(np.float32),
        WORK,
        pen.astype(np.float32),
    )


def _written(way: AnyArray, rng: np.random.Generator) -> AnyArray:
    """Return where the pen passes (n, 96, 2) for each way, most leaning to a kindred one."""
    table = ways()
    n = len(way)
    # Mostly sharp: what is rounded much has lost its small loops.
    rounded = rng.uniform(0, 1, (n, 1, 1)).astype(np.float32) ** 2
    drops = _passed(way, rounded, rng)
    some = np.flatnonzero(table.kin_count[way])
    if len(some):
        relative = table.kin[way[some], rng.integers(table.kin_count[way[some]])]
        share = rng.uniform(0, _LEAN, (len(some), 1, 1)).astype(np.float32)
        drops[some] += share * (_passed(relative, rounded[some], rng) - drops[some])
    return drops


def _passed(way: AnyArray, rounded: AnyArray, rng: np.random.Generator) -> AnyArray:
    """Return where the pen passes (n, 96, 2), the corners rounded by the shares (n, 1, 1)."""
    table = ways()
    n, k = len(way), table.points.shape[1]
    strength = rng.uniform(0.02, 0.09, (n, 1, 1)).astype(np.float32)
    shift = rng.standard_normal((n, k, 2), np.float32) * strength
    moved = table.points[way] + np.take_along_axis(shift, table.twin[way][:, :, None], axis=1)
    sharp = table.sharp[way]
    return np.asarray((sharp + rounded * (table.rounded[way] - sharp)) @ moved)


def _lengths(drops: AnyArray, begins: AnyArray, rng: np.random.Generator) -> AnyArray:
    """Return the length of line (n, 96) each drop stands for; some lines start late."""
    n = len(drops)
    steps = np.zeros((n, DROPS), drops.dtype)
    steps[:, 1:] = np.hypot(*np.moveaxis(np.diff(drops, axis=1), 2, 0))
    steps[begins] = 0.0
    lengths = (steps + np.roll(steps, -1, axis=1)) / 2
    late = rng.integers(0, 8, n) * (rng.random(n) < 0.4)
    early = rng.integers(0, 8, n) * (rng.random(n) < 0.4)
    place = np.arange(DROPS)
    lengths[(place < late[:, None]) | (place >= DROPS - early[:, None])] = 0.0
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


def _bent(drops: AnyArray, rng: np.random.Generator) -> AnyArray:
    """Return the drops displaced by two slow waves each way: no two hands are alike."""
    n = len(drops)
    bent = drops.copy()
    for axis in range(2):
        for _ in range(2):
            direction = rng.normal(0, 3.0, (n, 2, 1)).astype(np.float32)
            phase = rng.uniform(0, 2 * np.pi, (n, 1)).astype(np.float32)
            height = rng.normal(0, 0.035, (n, 1)).astype(np.float32)
            bent[:, :, axis] += height * np.sin((drops @ direction)[:, :, 0] + phase)
    return bent
