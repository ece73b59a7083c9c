"""The box around points in space: its far sides with a grid, figures along its edges."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from mlp_studio.analysis.space import Eye, far_sides, project
from mlp_studio.ui.examples.plot_frame import AxisLook, ticks_for
from mlp_studio.ui.theme import Tokens, font
from mlp_studio.ui.training.ticks import Ticks

Ranges = tuple[tuple[float, float], tuple[float, float], tuple[float, float]]
Seen = Callable[[list[list[float]]], NDArray[np.float32]]
"""Where points of the cube are seen, in pixels."""
MARKS = 5  # along an edge, about
OFF, NAME_OFF = 14, 29  # pixels from an edge to its figures and its name


def paint_box(
    painter: QPainter,
    size: QSize,
    eye: Eye,
    axes: tuple[AxisLook, AxisLook, AxisLook],
    ranges: Ranges,
    tokens: Tokens,
) -> None:
    """Paint the three far sides of the box, and figures along its outer edges.

    Parameters
    ----------
    painter : QPainter
        On a widget of this size.
    size : QSize
        In pixels.
    eye : Eye
        From where the box is seen.
    axes : tuple of AxisLook
        What the axes are called.
    ranges : tuple of (float, float)
        The values at both ends of each axis.
    tokens : Tokens
        The look in force.
    """
    far = far_sides(eye)
    marks = [
        [(2 * (value - low) / ((high - low) or 1.0) - 1, words)
         for value, words in ticks_for(look, low - 1e-9 * (high - low), high, MARKS)]
        for look, (low, high) in zip(axes, ranges, strict=True)
    ]  # fmt: skip

    def seen(points: list[list[float]]) -> NDArray[np.float32]:
        return project(np.array(points, np.float32), eye, size.width(), size.height())[0]

    for normal in range(3):
        _paint_side(painter, normal, far[normal], marks, seen, tokens)
    centre = np.array([size.width() / 2, size.height() / 2])
    for axis in range(3):
        fixed = _edge(axis, far, seen)
        _paint_figures(painter, axis, fixed, marks[axis], axes[axis].name, seen, centre, tokens)


def _paint_side(
    painter: QPainter, normal: int, side: int, marks: list[Ticks], seen: Seen, tokens: Tokens
) -> None:
    first, second = (axis for axis in range(3) if axis != normal)

    def at(a: float, b: float) -> list[float]:
        point = [0.0, 0.0, 0.0]
        point[normal], point[first], point[second] = side, a, b
        return point

    ends = [at(-1, -1), at(1, -1), at(1, 1), at(-1, 1)]
    for value, _words in marks[first]:
        ends += [at(value, -1), at(value, 1)]
    for value, _words in marks[second]:
        ends += [at(-1, value), at(1, value)]
    places = [QPointF(*place) for place in seen(ends).tolist()]
    painter.setPen(QPen(tokens.colour("line"), 1.2))
    painter.setBrush(tokens.colour("panel"))
    painter.drawPolygon(QPolygonF(places[:4]))
    painter.setPen(QPen(tokens.colour("line"), 0.8))
    for start, end in zip(places[4::2], places[5::2], strict=True):
        painter.drawLine(start, end)


def _edge(axis: int, far: tuple[int, int, int], seen: Seen) -> list[int]:
    """Return the edge along an axis that has its figures: where the two other axes are."""
    if axis == 2:  # the upright edge at the left of the silhouette
        options = [[-far[0], far[1]], [far[0], -far[1]]]
        return min(options, key=lambda xy: float(seen([[xy[0], xy[1], 0.0]])[0, 0]))
    return [-far[1 - axis], far[2]]  # the near edge of the floor (of the ceiling, from below)


def _paint_figures(
    painter: QPainter,
    axis: int,
    fixed: list[int],
    marks: Ticks,
    name: str,
    seen: Seen,
    centre: NDArray[np.float64],
    tokens: Tokens,
) -> None:
    others = [k for k in range(3) if k != axis]

    def at(value: float) -> list[float]:
        point = [0.0, 0.0, 0.0]
        point[axis], point[others[0]], point[others[1]] = value, fixed[0], fixed[1]
        return point

    start, end, middle = seen([at(-1), at(1), at(0)])
    along = (end - start) / max(float(np.hypot(*(end - start))), 1e-6)
    outward = np.array([-along[1], along[0]])
    if float(outward @ (middle - centre)) < 0:
        outward = -outward
    length = float(np.hypot(*(end - start)))
    painter.setFont(font(8))
    painter.setPen(tokens.colour("muted"))
    flags = Qt.AlignmentFlag.AlignCenter
    metrics = painter.fontMetrics()
    widest = max((metrics.horizontalAdvance(words) for _, words in marks), default=0)
    needed = abs(along[0]) * (widest + 6) + abs(along[1]) * metrics.height()
    every = max(1, int(np.ceil(needed * max(1, len(marks) - 1) / max(length, 1.0))))
    shown = marks[::every]
    places = seen([at(value) for value, _words in shown]) if shown else np.zeros((0, 2))
    for (x, y), (_value, words) in zip((places + OFF * outward).tolist(), shown, strict=True):
        painter.drawText(QRectF(x - 60, y - 8, 120, 16), flags, words)
    painter.setFont(font(8.5, bold=True))
    painter.setPen(tokens.colour("secondary"))
    off = NAME_OFF if abs(outward[0]) < 0.8 else OFF + 12 + widest / 2 + 10
    x, y = (middle + off * outward).tolist()
    words = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, 150)
    half = painter.fontMetrics().horizontalAdvance(words) / 2 * min(1.0, 2 * abs(outward[0]))
    x += half * float(np.sign(outward[0]))
    room = painter.fontMetrics().horizontalAdvance(words) / 2 + 1
    if x < room and axis == 2:  # no room beside the figures: above them
        x, y = max(room, float(end[0]) - OFF), float(end[1]) - OFF
    painter.drawText(QRectF(x - 80, y - 9, 160, 18), flags, words)
