"""A drawing: strokes that may differ in width and in pressure, changed by an eraser."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from mlp_studio.core.arrays import AnyArray, FloatArray
from mlp_studio.digits.normalise import Preparation, normalise
from mlp_studio.digits.strokes import PEN_WIDTH, WORK, Point, strokes_to_image

_MAX_DROPS = 320  # of a drawing with pressure: each costs a look at every pixel
_THINNEST, _WIDEST = 0.5, 1.7  # of the usual width, once a drawing is brought to MNIST's
_STEP = 1.0  # to which an eraser is exact, in the unit of the points


@dataclass(frozen=True)
class PenStroke:
    """One stroke, from pen down to pen up.

    Parameters
    ----------
    points : tuple of (float, float)
        x to the right and y down.
    width : float
        Of the pen, in the unit of the points; 0 where it is not known.
    pressures : tuple of float
        The share of the width at each point; empty where it is the whole everywhere.
    """

    points: tuple[Point, ...]
    width: float = 0.0
    pressures: tuple[float, ...] = ()


Drawing = tuple[PenStroke, ...]


def drawing_to_image(
    drawing: Sequence[PenStroke],
    preparation: Preparation = Preparation(),  # noqa: B008 - frozen
    *,
    own_pen: bool = False,
    canvas: float | None = None,
) -> FloatArray | None:
    """Return the image the network receives for a drawing; None when nothing is drawn.

    Parameters
    ----------
    drawing : sequence of PenStroke
        In any unit.
    preparation : Preparation
        The steps to take.
    own_pen : bool
        Whether lines stay as wide as they were drawn. Else, where the digit is cropped and
        scaled, they become as wide as MNIST's, and only their differences stay.
    canvas : float, optional
        Side of the square drawn on, for preparations that do not crop or scale.

    Returns
    -------
    FloatArray of shape (28, 28) or None
        In [0, 1].
    """
    drawn = [stroke for stroke in drawing if stroke.points]
    if not drawn:
        return None
    fitted = preparation.crop and preparation.scale and not preparation.plain_resize
    usual = fitted and not own_pen
    widths = {stroke.width for stroke in drawn}
    pressed = any(min(stroke.pressures, default=1.0) < 1 for stroke in drawn)
    if not pressed and (len(widths) == 1 or 0 in widths):
        width = None if usual else max(widths) or None
        return strokes_to_image([stroke.points for stroke in drawn], preparation, width, canvas)
    return _varied(drawn, preparation, usual=usual, fitted=fitted, canvas=canvas)


def _varied(
    drawn: Sequence[PenStroke],
    preparation: Preparation,
    *,
    usual: bool,
    fitted: bool,
    canvas: float | None,
) -> FloatArray | None:
    places, widths = _drops(drawn)
    low, high = places.min(axis=0), places.max(axis=0)
    longer = float((high - low).max()) or 1.0
    if usual:
        # The longer side of the ink is that of the points and one pen width.
        shares = np.clip(widths / float(np.median(widths)), _THINNEST, _WIDEST)
        widths = shares * np.float32(longer * PEN_WIDTH / (1 - PEN_WIDTH))
    widest = float(widths.max())
    if fitted or canvas is None:
        side = (longer + widest) * (1.1 if fitted else 1.4)
        corner = (low + high) / 2 - side / 2
    else:
        side, corner = canvas, np.zeros(2, np.float32)
    factor = WORK / side
    return normalise(_ink((places - corner) * factor, widths * factor), preparation)


def _ink(places: AnyArray, widths: AnyArray) -> FloatArray:
    """Return what round drops of different widths cover, their edges a pixel soft."""
    pixel = np.arange(WORK, dtype=np.float32) + np.float32(0.5)
    across = np.square(pixel[:, None] - places[:, 0].astype(np.float32))
    down = np.square(pixel[:, None] - places[:, 1].astype(np.float32))
    away = np.sqrt(down[:, None, :] + across[None]) - (widths / 2).astype(np.float32)
    return np.asarray(np.clip(0.5 - away.min(axis=-1), 0, 1), np.float32)


def _drops(drawn: Sequence[PenStroke]) -> tuple[FloatArray, FloatArray]:
    """Return places along the strokes, dense enough to make lines, and the width at each."""
    lengths = [sum(math.dist(a, b) for a, b in pairwise(stroke.points)) for stroke in drawn]
    least = min(stroke.width * min(stroke.pressures, default=1.0) for stroke in drawn)
    spacing = max(least / 4, sum(lengths) / _MAX_DROPS, 1e-6)
    places: list[FloatArray] = []
    widths: list[FloatArray] = []
    for stroke, length in zip(drawn, lengths, strict=True):
        points = np.asarray(stroke.points, np.float64)
        along = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(points, axis=0).T))])
        at = np.linspace(0, length, 1 + math.ceil(length / spacing))
        places.append(
            np.stack([np.interp(at, along, points[:, k]) for k in (0, 1)], 1).astype(np.float32)
        )
        shares = np.asarray(stroke.pressures or np.ones(len(points)))
        widths.append((stroke.width * np.interp(at, along, shares)).astype(np.float32))
    return np.concatenate(places), np.concatenate(widths)


# --- the eraser --------------------------------------------------------------------------------


def touched(stroke: PenStroke, start: Point, end: Point, radius: float) -> bool:
    """Return whether an eraser moved from `start` to `end` meets the ink of a stroke."""
    points = np.asarray(stroke.points, np.float64)
    reach = radius + stroke.width / 2
    if (_from_line(points, start, end) < reach).any():
        return True
    if len(points) == 1:
        return False
    dense = _dense(stroke, np.ones(len(points) - 1, bool), max(radius / 2, _STEP))
    return bool((_from_line(np.asarray(dense.points), start, end) < reach).any())


def erased(stroke: PenStroke, start: Point, end: Point, radius: float) -> Drawing:
    """Return what is left of a stroke when an eraser is moved from `start` to `end`.

    Ink ends round, so the line ends half a pen width before the eraser's edge. What the
    eraser does not reach is the very same stroke.
    """
    points = np.asarray(stroke.points, np.float64)
    reach = radius + stroke.width / 2
    if len(points) == 1:
        return () if _from_line(points, start, end)[0] < reach else (stroke,)
    lengths = np.hypot(*np.diff(points, axis=0).T)
    away = _from_line(points, start, end)
    near = np.minimum(away[:-1], away[1:]) < reach + lengths
    if not near.any():
        return (stroke,)
    dense = _dense(stroke, near, _STEP)
    kept = _from_line(np.asarray(dense.points), start, end) >= reach
    if kept.all():
        return (stroke,)
    edges = np.flatnonzero(np.diff(np.concatenate([[False], kept, [False]]).astype(int)))
    return tuple(
        replace(
            stroke,
            points=dense.points[first:last],
            pressures=dense.pressures[first:last],
        )
        for first, last in zip(edges[::2], edges[1::2], strict=True)
        if last - first > 1  # a single point would leave a dot as wide as the pen
    )


def _dense(stroke: PenStroke, where: AnyArray, step: float) -> PenStroke:
    """Return the stroke with more points on some of its segments, `step` apart at most."""
    points: list[Point] = [stroke.points[0]]
    pressures = list(stroke.pressures[:1])
    for k, (first, second) in enumerate(pairwise(stroke.points)):
        parts = max(1, math.ceil(math.dist(first, second) / step)) if where[k] else 1
        for part in range(1, parts + 1):
            share = part / parts
            points.append(_between(first, second, share))
            if stroke.pressures:
                before, after = stroke.pressures[k], stroke.pressures[k + 1]
                pressures.append(before + (after - before) * share)
    return replace(stroke, points=tuple(points), pressures=tuple(pressures))


def _between(first: Point, second: Point, share: float) -> Point:
    if share == 1:
        return second
    return (
        first[0] + (second[0] - first[0]) * share,
        first[1] + (second[1] - first[1]) * share,
    )


def _from_line(points: AnyArray, start: Point, end: Point) -> AnyArray:
    """Return the distance of each point from the line between two others."""
    a, b = np.asarray(start, np.float64), np.asarray(end, np.float64)
    way = b - a
    length = float(way @ way)
    share = np.clip((points - a) @ way / length, 0, 1) if length else np.zeros(len(points))
    return np.asarray(np.hypot(*(points - a - share[:, None] * way).T))


# --- fast pointers -----------------------------------------------------------------------------


def curve(before: Point, first: Point, second: Point, after: Point, step: float) -> list[Point]:
    """Return points on a smooth way from `first` to `second`, the latter with them.

    A centripetal Catmull-Rom spline, which passes through its points and makes neither loops
    nor cusps (Yuksel, Schaefer and Keyser 2011). A pointer that is moved fast is seen now
    and then only; what lies between is drawn as a hand would have.

    Parameters
    ----------
    before, first, second, after : (float, float)
        Where the pointer was seen.
    step : float
        Nearer places than that are joined by a straight line.
    """
    parts = math.ceil(math.dist(first, second) / step) if step > 0 else 1
    if parts < 2:
        return [second]
    p = [np.asarray(point, np.float64) for point in (before, first, second, after)]
    knots = [0.0]
    for a, b in pairwise(p):
        knots.append(knots[-1] + max(math.sqrt(float(np.hypot(*(b - a)))), 1e-3))
    t = np.linspace(knots[1], knots[2], parts + 1)[1:-1, None]

    def mixed(left: AnyArray, right: AnyArray, low: float, high: float) -> AnyArray:
        return np.asarray(((high - t) * left + (t - low) * right) / (high - low))

    outer = [mixed(p[k], p[k + 1], knots[k], knots[k + 1]) for k in range(3)]
    inner = [mixed(outer[k], outer[k + 1], knots[k], knots[k + 2]) for k in range(2)]
    between = mixed(inner[0], inner[1], knots[1], knots[2])
    return [*((float(x), float(y)) for x, y in between), second]
