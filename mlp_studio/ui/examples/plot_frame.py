"""The part of a plane that a plot shows, and the axes around it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QMargins, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from mlp_studio.core.arrays import AnyArray
from mlp_studio.ui.theme import Tokens, font
from mlp_studio.ui.training.ticks import Ticks, linear_ticks

GUTTER = QMargins(64, 8, 10, 36)  # pixels around the frame, for the figures and names
MARGIN = 0.04  # free space around the points, as a share of their span
NEAREST = 1e5  # times as large as everything
FARTHEST = 0.2
ACROSS, UP = 52, 36  # pixels to a mark


@dataclass(frozen=True)
class AxisLook:
    """What an axis is called, and what 0, 1, 2, … mean where they are no quantities."""

    name: str
    categories: tuple[str, ...] = ()


@dataclass(frozen=True)
class Window:
    """The part of the plane that is shown: a middle, and the span from edge to edge."""

    x: float
    y: float
    wide: float
    high: float

    def to_pixels(self, points: AnyArray, frame: QRectF) -> NDArray[np.float32]:
        """Return where points (n, 2) are drawn, shape (n, 2)."""
        scale = np.array([frame.width() / self.wide, -frame.height() / self.high])
        middle = np.array([frame.center().x(), frame.center().y()])
        # In double precision until the middle is taken off: dates have many digits.
        places: NDArray[np.float32] = ((points - (self.x, self.y)) * scale + middle).astype(
            np.float32
        )
        return places

    def moved(self, across: float, up: float, frame: QRectF) -> Window:
        """Return the window so many pixels farther."""
        dx = across * self.wide / max(1.0, frame.width())
        dy = up * self.high / max(1.0, frame.height())
        return Window(self.x + dx, self.y + dy, self.wide, self.high)

    def zoomed(self, factor: float, at: QPointF, frame: QRectF, whole: Window) -> Window:
        """Return the window narrower by a factor, with the same place under `at`.

        The span stays within bounds of that of `whole`.
        """
        least, most = whole.wide / NEAREST, whole.wide / FARTHEST
        factor = self.wide / min(max(self.wide / factor, least), most)
        across = (at.x() - frame.center().x()) / max(1.0, frame.width()) * self.wide
        up = (frame.center().y() - at.y()) / max(1.0, frame.height()) * self.high
        keep = 1 - 1 / factor
        return Window(
            self.x + across * keep, self.y + up * keep, self.wide / factor, self.high / factor
        )

    def squared(self, frame: QRectF) -> Window:
        """Return the window with a unit as long across as up, no narrower than before."""
        unit = max(self.wide / max(1.0, frame.width()), self.high / max(1.0, frame.height()))
        return Window(self.x, self.y, unit * frame.width(), unit * frame.height())


def fitted(points: AnyArray, frame: QRectF, *, square: bool) -> Window:
    """Return the window that shows all of some points (n, 2); n is at least 1."""
    low, high = points.min(axis=0), points.max(axis=0)
    span = (high - low).astype(np.float64)
    least = np.maximum(np.maximum(np.abs(low), np.abs(high)) * 1e-6, 1e-9)
    span = np.where(span < least, np.maximum(least, 1.0), span) * (1 + 2 * MARGIN)
    middle = low + (high - low) / 2
    window = Window(float(middle[0]), float(middle[1]), float(span[0]), float(span[1]))
    return window.squared(frame) if square else window


def ticks_for(look: AxisLook, low: float, high: float, count: int) -> Ticks:
    """Return the marks of an axis between two values."""
    if not look.categories:
        return linear_ticks(low, high, count)
    return [(float(k), name) for k, name in enumerate(look.categories) if low < k < high]


def paint_axes(
    painter: QPainter, frame: QRectF, window: Window, axes: tuple[AxisLook, AxisLook],
    tokens: Tokens,
) -> None:  # fmt: skip
    """Paint the ground, its grid, and figures and names below and at the left."""
    painter.fillRect(frame, tokens.colour("panel"))
    painter.setFont(font(8))
    metrics = painter.fontMetrics()
    grid = QPen(tokens.colour("line"), 1)
    low_x, high_x = window.x - window.wide / 2, window.x + window.wide / 2
    low_y, high_y = window.y - window.high / 2, window.y + window.high / 2
    end = -1e9
    for value, words in ticks_for(axes[0], low_x, high_x, max(2, int(frame.width() / ACROSS))):
        x = frame.left() + (value - low_x) / window.wide * frame.width()
        painter.setPen(grid)
        painter.drawLine(QPointF(x, frame.top()), QPointF(x, frame.bottom()))
        width = metrics.horizontalAdvance(words)
        if x - width / 2 > end:
            painter.setPen(tokens.colour("muted"))
            painter.drawText(QPointF(x - width / 2, frame.bottom() + metrics.ascent() + 3), words)
            end = x + width / 2 + 6
    end = 1e9
    for value, words in ticks_for(axes[1], low_y, high_y, max(2, int(frame.height() / UP))):
        y = frame.bottom() - (value - low_y) / window.high * frame.height()
        painter.setPen(grid)
        painter.drawLine(QPointF(frame.left(), y), QPointF(frame.right(), y))
        if y < end:
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, GUTTER.left() - 24)
            painter.setPen(tokens.colour("muted"))
            left = frame.left() - 6 - metrics.horizontalAdvance(shown)
            painter.drawText(QPointF(left, y + metrics.ascent() / 2 - 1), shown)
            end = y - metrics.height()
    _paint_names(painter, frame, axes, tokens)


def _paint_names(
    painter: QPainter, frame: QRectF, axes: tuple[AxisLook, AxisLook], tokens: Tokens
) -> None:
    painter.setFont(font(8.5))
    painter.setPen(tokens.colour("secondary"))
    metrics = painter.fontMetrics()
    below = QRectF(frame.left(), frame.bottom() + 17, frame.width(), 18)
    right = Qt.TextElideMode.ElideRight
    words = metrics.elidedText(axes[0].name, right, int(below.width()))
    painter.drawText(below, Qt.AlignmentFlag.AlignCenter, words)
    painter.save()
    painter.translate(frame.left() - GUTTER.left() + 9, frame.center().y())
    painter.rotate(-90)
    words = metrics.elidedText(axes[1].name, right, int(frame.height()))
    beside = QRectF(-frame.height() / 2, -9, frame.height(), 18)
    painter.drawText(beside, Qt.AlignmentFlag.AlignCenter, words)
    painter.restore()
