"""The ways of writing as tables: from a way's control points to where the pen passes.

Each way is a few strokes given by points the pen passes (Catmull–Rom splines). All ways
share one shape, so that drawings of different digits are made in the same few products.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from mlp_studio.core.arrays import AnyArray
from mlp_studio.data.handwriting_styles import STYLES, Strokes

DROPS = 96  # samples of a whole digit
_ROUND = 5.0  # samples over which a corner is rounded at most
_KIN = 0.14  # mean distance up to which two ways run alike, in heights of a digit


@dataclass(frozen=True, eq=False)
class Ways:
    """Tables of all ways, one after another by digit; k is the most points a way has.

    Parameters
    ----------
    points : ndarray of shape (ways, k, 2)
        Control points, x to the right and y down, around the digit's middle.
    sharp, rounded : ndarray of shape (ways, 96, k)
        Weights from control points to samples, with sharp and with rounded corners.
    twin : ndarray of shape (ways, k)
        Which point each moves with: a corner is written as a double point.
    begins : ndarray of bool, shape (ways, 96)
        Where strokes begin.
    kin, kin_count : ndarray of shape (ways, most kin) and (ways,)
        Which ways run alike, so that one can lean to the other.
    first, count : ndarray of shape (10,)
        Where each digit's ways are.
    """

    points: AnyArray
    sharp: AnyArray
    rounded: AnyArray
    twin: AnyArray
    begins: AnyArray
    kin: AnyArray
    kin_count: AnyArray
    first: AnyArray
    count: AnyArray


@cache
def ways() -> Ways:
    """Return the tables of `STYLES`."""
    written = [way for digit in range(10) for way in STYLES[digit]]
    count = np.array([len(STYLES[digit]) for digit in range(10)])
    most = max(sum(len(stroke) for stroke in way) for way in written)
    points = np.zeros((len(written), most, 2), np.float32)
    sharp = np.zeros((len(written), DROPS, most), np.float32)
    rounded = np.zeros_like(sharp)
    twin = np.tile(np.arange(most), (len(written), 1))
    begins = np.zeros((len(written), DROPS), bool)
    for way, strokes in enumerate(written):
        passed, weights, starts = _sampling(strokes)
        k = len(passed)
        points[way, :k] = passed - 0.5
        sharp[way, :, :k] = weights
        rounded[way, :, :k] = _rounding(starts) @ weights
        twin[way, 1:k] -= (passed[1:] == passed[:-1]).all(axis=1)
        begins[way] = starts
    digit = np.repeat(np.arange(10), count)
    kin, kin_count = _kindred(sharp @ points, begins, digit)
    first = np.cumsum(count) - count
    return Ways(points, sharp, rounded, twin, begins, kin, kin_count, first, count)


def _sampling(strokes: Strokes) -> tuple[AnyArray, AnyArray, AnyArray]:
    """Return control points (k, 2), weights (96, k) and where strokes begin (96,)."""
    # The same number of samples for every way with as many strokes: they can lean to another.
    counts = [DROPS] if len(strokes) == 1 else [DROPS - DROPS // 3, DROPS // 3]
    total = sum(len(stroke) for stroke in strokes)
    weights = np.zeros((DROPS, total))
    starts = np.zeros(DROPS, bool)
    row = column = 0
    for stroke, count in zip(strokes, counts, strict=True):
        k = len(stroke)
        weights[row : row + count, column : column + k] = _catmull_rom(np.array(stroke), count)
        starts[row] = True
        row, column = row + count, column + k
    return np.concatenate([np.array(stroke) for stroke in strokes]), weights, starts


def _rounding(starts: AnyArray) -> AnyArray:
    """Return weights (96, 96) that average neighbours of the same stroke, the ends kept."""
    place = np.arange(DROPS)
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


def _kindred(curves: AnyArray, begins: AnyArray, digit: AnyArray) -> tuple[AnyArray, AnyArray]:
    """Return the other ways (ways, most) of the same digit that run alike, and how many."""
    n = len(curves)
    apart = np.empty((n, n))
    for way in range(n):
        apart[way] = np.hypot(*np.moveaxis(curves - curves[way], 2, 0)).mean(axis=1)
    alike = (apart < _KIN) & (digit[:, None] == digit) & ~np.eye(n, dtype=bool)
    alike &= (begins[:, None] == begins).all(axis=2)
    count = alike.sum(axis=1)
    # The kin of each way first, in their order.
    return np.argsort(~alike, axis=1, kind="stable")[:, : max(1, count.max())], count
