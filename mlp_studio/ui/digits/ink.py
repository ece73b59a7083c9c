"""How ink and the pointer on the canvas are painted."""

from __future__ import annotations

import math
from itertools import pairwise

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from mlp_studio.digits.drawing import PenStroke
from mlp_studio.ui.digits.board import Tool

Stroke = tuple[tuple[float, float], ...]

PEN_WIDTH = 20.0  # in units of the canvas
PAPER, INK, HINT = QColor("#ffffff"), QColor("#000000"), QColor("#5f6b80")
PEN_RING, ERASER_RING = QColor("#1f6feb"), QColor("#c0292b")  # on paper, in both looks


def ring(radius: float, sharpness: float, tool: Tool) -> QPixmap:
    """Return a circle, drawn once: following the pointer must cost nothing."""
    side = 2 * math.ceil(radius + 2)
    picture = QPixmap(QSize(side, side) * sharpness)
    picture.setDevicePixelRatio(sharpness)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(255, 255, 255, 200), 3))
    middle = QPointF(side / 2, side / 2)
    painter.drawEllipse(middle, radius, radius)
    line = QPen(PEN_RING if tool == "pen" else ERASER_RING, 1.2)
    if tool == "strokes":
        line.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(line)
    painter.drawEllipse(middle, radius, radius)
    painter.end()
    return picture


def paint_stroke(painter: QPainter, stroke: PenStroke) -> None:
    """Paint a stroke in units of the canvas."""
    pen = QPen(
        INK,
        stroke.width or PEN_WIDTH,
        Qt.PenStyle.SolidLine,
        Qt.PenCapStyle.RoundCap,
        Qt.PenJoinStyle.RoundJoin,
    )
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if not stroke.pressures:
        painter.setPen(pen)
        painter.drawPath(_path(stroke.points))
        return
    # A line that changes its width is made of pieces, each with round ends.
    spots = list(zip(stroke.points, stroke.pressures, strict=True))
    for (first, before), (second, after) in pairwise([spots[0], *spots]):
        pen.setWidthF(stroke.width * (before + after) / 2)
        painter.setPen(pen)
        painter.drawPath(_path((first, second)))


def _path(points: Stroke) -> QPainterPath:
    path = QPainterPath(QPointF(*points[0]))
    if len(points) == 1 or points[0] == points[1]:  # a line of no length would not be drawn
        path.lineTo(points[0][0] + 0.01, points[0][1])
    for point in points[1:]:
        path.lineTo(*point)
    return path
