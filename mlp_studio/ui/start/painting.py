"""Painting a project in miniature: its data at the left, its network at the right."""

from __future__ import annotations

import math
import zlib
from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from mlp_studio.core.activations import ACTIVATIONS
from mlp_studio.core.arrays import AnyArray
from mlp_studio.ui.common.colours import value_colours
from mlp_studio.ui.start.miniature import (
    Digits,
    Lines,
    Miniature,
    Points,
    Sheet,
    Surface,
    Tiles,
)
from mlp_studio.ui.theme import Tokens, class_colour
from mlp_studio.ui.tour.handwriting import DIGITS, path

AZIMUTH, ELEVATION = math.radians(-58), math.radians(33)  # from where a surface is seen
TINY = 40  # pixels; in less there is room for one digit and few points
SUN = np.array([-0.35, -0.45, 0.82])  # where its light comes from
PAPER = QColor("#f4f6fa")  # of a digit on a tile
NIGHT = QColor("#1b2233"), QColor("#05070a")  # the tile, in the light look and in the dark


def paint_data(
    painter: QPainter, frame: QRectF, shown: Miniature | None, tokens: Tokens, key: str
) -> None:
    """Paint data into a frame.

    Parameters
    ----------
    painter : QPainter
        With antialiasing on.
    frame : QRectF
        Where, in logical pixels.
    shown : Miniature or None
        What; nothing for None.
    tokens : Tokens
        The look.
    key : str
        Decides which digits are written.
    """
    if isinstance(shown, Points):
        _paint_points(painter, frame, shown)
    elif isinstance(shown, Surface):
        _paint_surface(painter, frame, shown.heights)
    elif isinstance(shown, Lines):
        _paint_lines(painter, frame, shown, tokens)
    elif isinstance(shown, Digits):
        _paint_digits(painter, frame, shown, tokens, key)
    elif isinstance(shown, Tiles):
        _paint_tiles(painter, frame, shown)
    elif isinstance(shown, Sheet):
        _paint_sheet(painter, frame, shown, tokens)


def _square(frame: QRectF) -> QRectF:
    side = min(frame.width(), frame.height())
    return QRectF(frame.center().x() - side / 2, frame.center().y() - side / 2, side, side)


def _paint_points(painter: QPainter, frame: QRectF, shown: Points) -> None:
    square = _square(frame)
    half = square.width() / 2
    step = 3 if square.width() < TINY else 1
    radius = max(0.8, square.width() / 78)
    painter.setPen(Qt.PenStyle.NoPen)
    places = shown.places * [1, -1] * (half - radius)
    for (x, y), number in zip(places[::step].tolist(), shown.classes[::step].tolist(), strict=True):
        colour = class_colour(number)
        colour.setAlphaF(0.9)
        painter.setBrush(colour)
        painter.drawEllipse(square.center() + QPointF(x, y), radius, radius)


def _paint_surface(painter: QPainter, frame: QRectF, heights: AnyArray) -> None:
    """Paint a shaded surface from back to front."""
    n = len(heights)
    side = np.linspace(-1, 1, n)
    x, y = np.meshgrid(side, side, indexing="ij")
    z = heights * 0.55
    right = x * math.cos(AZIMUTH) - y * math.sin(AZIMUTH)
    depth = x * math.sin(AZIMUTH) + y * math.cos(AZIMUTH)
    down = depth * -math.sin(ELEVATION) - z * math.cos(ELEVATION)
    low, high = float(np.nanmin(down)), float(np.nanmax(down))
    wide = float(right.max() - right.min())
    scale = min(frame.width() / wide, frame.height() / max(high - low, 1e-9))
    places = np.stack(
        [
            frame.center().x() + right * scale,
            frame.center().y() + (down - (low + high) / 2) * scale,
        ],
        axis=-1,
    )
    slope_x, slope_y = np.gradient(z, side, side)
    normal = np.stack([-slope_x, -slope_y, np.ones_like(z)], axis=-1)
    normal /= np.linalg.norm(normal, axis=-1, keepdims=True)
    light = np.clip(normal @ (SUN / np.linalg.norm(SUN)), 0, 1)
    colours = value_colours()
    cells = [(i, j) for i in range(n - 1) for j in range(n - 1)]
    cells.sort(key=lambda cell: -depth[cell])
    for i, j in cells:
        block = (slice(i, i + 2), slice(j, j + 2))
        level, bright = float(heights[block].mean()), float(light[block].mean())
        if math.isnan(level) or math.isnan(bright):
            continue
        colour = colours[round((level + 1) / 2 * (len(colours) - 1))]
        colour = colour.lighter(round(72 + 48 * bright))
        corners = places[[i, i + 1, i + 1, i], [j, j, j + 1, j + 1]]
        # The pen closes the seams that antialiasing leaves between neighbours.
        painter.setPen(QPen(colour, 0.6))
        painter.setBrush(colour)
        painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners.tolist()]))


def _paint_lines(painter: QPainter, frame: QRectF, shown: Lines, tokens: Tokens) -> None:
    few = len(shown.lines) <= 8
    colours = value_colours()
    square = frame if few else _square(frame)
    half = QPointF(square.width() / 2 - 2, square.height() / 2 - 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if few:
        painter.setPen(QPen(tokens.colour("line"), 1))
        painter.drawLine(
            QPointF(square.left(), square.center().y()),
            QPointF(square.right(), square.center().y()),
        )
    for line, share in zip(shown.lines, shown.shares, strict=True):
        # The brightest of the map's colours would not be seen on white.
        level = round((0.25 + 0.5 * share) * (len(colours) - 1))
        colour = class_colour(round(share * (len(shown.lines) - 1))) if few else colours[level]
        width = 2.0 if few else 1.1
        painter.setPen(QPen(colour, width, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
        places = line * [half.x(), -half.y()]
        painter.drawPolyline([square.center() + QPointF(*place) for place in places.tolist()])


def _paint_digits(
    painter: QPainter, frame: QRectF, shown: Digits, tokens: Tokens, key: str
) -> None:
    """Paint six digits, three to a row: ink on paper, or tiles as MNIST has them."""
    rng = np.random.default_rng(zlib.crc32(key.encode()))
    columns, rows = (1, 1) if frame.width() < TINY else (3, 2)
    chosen = rng.permutation(10)[: columns * rows]
    cell = min(frame.width() / columns, frame.height() / rows)
    left = frame.center().x() - cell * columns / 2
    top = frame.center().y() - cell * rows / 2
    for place, digit in enumerate(chosen.tolist()):
        box = QRectF(
            left + place % columns * cell, top + place // columns * cell, cell, cell
        ).adjusted(1.5, 1.5, -1.5, -1.5)
        ink = tokens.colour("text")
        if shown.tiles:
            painter.setPen(QPen(tokens.colour("line"), 1) if tokens.dark else Qt.PenStyle.NoPen)
            painter.setBrush(NIGHT[tokens.dark])
            painter.drawRoundedRect(box, 4, 4)
            ink = PAPER
        painter.setPen(
            QPen(
                ink,
                box.width() * 0.085,
                c=Qt.PenCapStyle.RoundCap,
                j=Qt.PenJoinStyle.RoundJoin,
            )
        )
        painter.setBrush(Qt.BrushStyle.NoBrush)
        slant, turn = rng.normal(0.06, 0.07), rng.normal(0, 0.05)
        size = 0.8 if shown.tiles else 0.98
        for stroke in DIGITS[digit]:
            points = (path(stroke) - 0.5) * size
            x = points[:, 0] - slant * points[:, 1] - turn * points[:, 1]
            y = points[:, 1] + turn * points[:, 0]
            outline = np.stack([x, y], axis=1) * box.width()
            painter.drawPolyline([box.center() + QPointF(*point) for point in outline.tolist()])


def _paint_tiles(painter: QPainter, frame: QRectF, shown: Tiles) -> None:
    """Paint a heap of photographs, one colour a class."""
    columns, rows = 3, 2
    cell = min(frame.width() / columns, frame.height() / rows)
    left = frame.center().x() - cell * columns / 2
    top = frame.center().y() - cell * rows / 2
    for place in range(columns * rows):
        box = QRectF(
            left + place % columns * cell, top + place // columns * cell, cell, cell
        ).adjusted(2, 2, -2, -2)
        colour = class_colour(place % max(shown.classes, 1))
        painter.setPen(QPen(colour, 1.4))
        pale = QColor(colour)
        pale.setAlphaF(0.16)
        painter.setBrush(pale)
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        unit = box.width()
        corner = box.topLeft()
        painter.drawEllipse(corner + QPointF(0.3, 0.3) * unit, unit * 0.09, unit * 0.09)
        hills = [(0.12, 0.84), (0.38, 0.5), (0.55, 0.68), (0.7, 0.52), (0.88, 0.84)]
        painter.drawPolygon(QPolygonF([corner + QPointF(*hill) * unit for hill in hills]))


def _paint_sheet(painter: QPainter, frame: QRectF, shown: Sheet, tokens: Tokens) -> None:
    """Paint a table: a head, rows of cells, the answers' column at the right."""
    columns, rows = min(max(shown.columns, 1), 4) + 1, 6
    width, height = frame.width() * 0.86, frame.height() * 0.82
    left, top = frame.center().x() - width / 2, frame.center().y() - height / 2
    cell_w, cell_h = width / columns, height / rows
    for column in range(columns):
        answer = column == columns - 1
        for row in range(rows):
            colour = tokens.colour("good" if answer else "training" if row == 0 else "muted")
            colour.setAlphaF(0.9 if row == 0 else 0.38 if answer else 0.24)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            box = QRectF(left + column * cell_w, top + row * cell_h, cell_w, cell_h)
            painter.drawRoundedRect(box.adjusted(1.2, 1.4, -1.2, -1.4), 1.6, 1.6)


def paint_network(
    painter: QPainter, frame: QRectF, widths: Sequence[int], marks: Sequence[str], tokens: Tokens
) -> None:
    """Paint a network as columns, as high as the root of their units, joined by bundles.

    Parameters
    ----------
    widths : sequence of int
        Units of the input, of each Dense layer, the last being the output.
    marks : sequence of str
        What follows each of them: an activation's name, or nothing.
    """
    if not widths:
        return
    glyphs = 12.0 if any(marks) and frame.width() / len(widths) >= 12 else 0.0
    body = frame.adjusted(0, glyphs, 0, -glyphs)  # level with what is beside it
    most = math.sqrt(max(widths))
    pitch = min(26.0, body.width() / len(widths))
    bar = min(8.0, max(3.0, pitch * 0.42))
    heights = [max(4.0, bar, body.height() * math.sqrt(width) / most) for width in widths]
    start = body.center().x() - pitch * (len(widths) - 1) / 2
    xs = [start + pitch * k for k in range(len(widths))]
    middle = body.center().y()
    bundle = tokens.colour("training")
    bundle.setAlphaF(0.28 if tokens.dark else 0.2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(bundle)
    for k in range(len(widths) - 1):
        painter.drawPath(
            _bundle(xs[k] + bar / 2, xs[k + 1] - bar / 2, middle, heights[k], heights[k + 1])
        )
    last = len(widths) - 1
    for k, (x, height) in enumerate(zip(xs, heights, strict=True)):
        painter.setPen(Qt.PenStyle.NoPen)
        colour = "muted" if k == 0 else "good" if k == last else "training"
        painter.setBrush(tokens.colour(colour))
        round_ = min(bar, height) / 2
        painter.drawRoundedRect(
            QRectF(x - bar / 2, middle - height / 2, bar, height), round_, round_
        )
        if glyphs and marks[k]:
            _paint_glyph(painter, QPointF(x, frame.bottom() - 5), marks[k], tokens)


def _bundle(x0: float, x1: float, middle: float, before: float, behind: float) -> QPainterPath:
    centre = (x0 + x1) / 2
    outline = QPainterPath(QPointF(x0, middle - before / 2))
    outline.cubicTo(
        QPointF(centre, middle - before / 2),
        QPointF(centre, middle - behind / 2),
        QPointF(x1, middle - behind / 2),
    )
    outline.lineTo(x1, middle + behind / 2)
    outline.cubicTo(
        QPointF(centre, middle + behind / 2),
        QPointF(centre, middle + before / 2),
        QPointF(x0, middle + before / 2),
    )
    outline.closeSubpath()
    return outline


def _paint_glyph(painter: QPainter, centre: QPointF, name: str, tokens: Tokens) -> None:
    """Paint an activation's curve, some nine pixels wide."""
    z = np.linspace(-3, 3, 25)
    y = np.asarray(ACTIVATIONS[name](z), np.float64)
    low, high = float(y.min()), float(y.max())
    y = (y - low) / max(high - low, 1e-9) - 0.5
    painter.setPen(QPen(tokens.colour("secondary"), 1.2, c=Qt.PenCapStyle.RoundCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    places = zip((z / 6 * 9).tolist(), (y * -7).tolist(), strict=True)
    painter.drawPolyline([centre + QPointF(a, b) for a, b in places])
