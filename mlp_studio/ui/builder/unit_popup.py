"""A unit's activation map, large enough to be read."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QImage,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QWidget

from mlp_studio.analysis.regions import Bounds, Image
from mlp_studio.core.arrays import FloatArray
from mlp_studio.ui.theme import Theme, font

MAP = 160  # pixels on a side
PAD, GAP = 12, 6
POINTS = 9.0
SMALL = 8.0


@dataclass(frozen=True, eq=False)
class PlaneData:
    """Examples in the plane and how they are drawn.

    Parameters
    ----------
    bounds : Bounds
        The part of the plane.
    points : FloatArray of shape (n, 2)
        Some of the examples.
    colour_of : ndarray of shape (n,)
        Which colour each has.
    colours : tuple of QColor
        Of the classes, or of the values.
    """

    bounds: Bounds
    points: FloatArray
    colour_of: NDArray[np.int64]
    colours: tuple[QColor, ...]


def as_image(picture: Image) -> QImage:
    """Return a picture of shape (height, width, 3) for Qt."""
    height, width, _ = picture.shape
    pixels = np.ascontiguousarray(picture).tobytes()
    image = QImage(pixels, width, height, 3 * width, QImage.Format.Format_RGB888)
    return image.copy()  # the bytes above do not outlive this function


def short(value: float) -> str:
    """Return a number in a few characters."""
    if not math.isfinite(value):
        return "–"
    size = abs(value)
    words = f"{value:.1e}" if size >= 1e5 or 0 < size < 5e-4 else f"{value:.3g}"
    return words.replace("-", "−")


class UnitPopup(QWidget):
    """Shows one unit's map with axes, range and examples; the mouse goes through it.

    Parameters
    ----------
    theme : Theme
        Colours.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = ""
        self._image: QImage | None = None
        self._colours: Image | None = None
        self._range = (0.0, 1.0, 0.0)
        self._data: PlaneData | None = None
        self.setObjectName("unit_popup")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.resize(self.sizeHint())
        self.hide()

    @property
    def title(self) -> str:
        """Which unit it shows."""
        return self._title

    @property
    def image(self) -> QImage | None:
        """The map."""
        return self._image

    def sizeHint(self) -> QSize:
        line = round(QFontMetricsF(font(POINTS)).height())
        small = round(QFontMetricsF(font(SMALL)).height())
        high = PAD + line + GAP + MAP + 2 + small + GAP + 8 + 2 + small + PAD
        return QSize(PAD + self._axis() + MAP + PAD, high)

    def show_unit(self, title: str, data: PlaneData) -> None:
        """Show another unit; its map follows."""
        self._title, self._data = title, data
        self.setAccessibleName(title)
        self.resize(self.sizeHint())
        self.update()

    def show_map(self, picture: Image, limits: FloatArray, colours: Image) -> None:
        """Show a map of shape (side, side, 3) and the range of its values."""
        self._image, self._colours = as_image(picture), colours
        low, high, centre = limits.tolist()
        self._range = (low, high, centre)
        self.update()

    def place_beside(self, unit: QRect, room: QRect, top: int) -> None:
        """Stand beside a unit without covering it, inside `room` and below `top`."""
        free = room.adjusted(4, 4, -4, -4)
        x = unit.right() + 14
        if x + self.width() > free.right():
            x = unit.left() - 14 - self.width()
        y = max(top, unit.center().y() - self.height() // 2)
        y = max(free.top(), min(y, free.bottom() - self.height()))
        self.move(QPoint(max(free.left(), x), y))

    # --- painting ----------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._data is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        tokens = self._theme.tokens
        painter.setPen(QPen(tokens.colour("line"), 1))
        painter.setBrush(tokens.colour("panel"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        metrics = QFontMetricsF(font(POINTS, bold=True))
        painter.setFont(font(POINTS, bold=True))
        painter.setPen(tokens.colour("text"))
        title = QRectF(PAD, PAD, self.width() - 2 * PAD, metrics.height())
        words = metrics.elidedText(self._title, Qt.TextElideMode.ElideMiddle, title.width())
        painter.drawText(title, Qt.AlignmentFlag.AlignVCenter, words)
        box = QRectF(PAD + self._axis(), title.bottom() + GAP, MAP, MAP)
        self._paint_map(painter, box, self._data)
        self._paint_axes(painter, box, self._data.bounds)
        self._paint_range(painter, box)

    def _paint_map(self, painter: QPainter, box: QRectF, data: PlaneData) -> None:
        outline = QPainterPath()
        outline.addRoundedRect(box, 4, 4)
        painter.save()
        painter.setClipPath(outline)
        painter.fillRect(box, self._theme.tokens.colour("background"))
        if self._image is not None:
            painter.drawImage(box, self._image)
        self._paint_points(painter, box, data)
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.tokens.colour("line"), 1))
        painter.drawPath(outline)

    def _paint_points(self, painter: QPainter, box: QRectF, data: PlaneData) -> None:
        bounds, places = data.bounds, data.points
        across = (places[:, 0] - bounds.left) / (bounds.right - bounds.left) * box.width()
        down = (bounds.top - places[:, 1]) / (bounds.top - bounds.bottom) * box.height()
        cap = Qt.PenCapStyle.RoundCap
        rim = self._theme.tokens.colour("background")
        rim.setAlphaF(0.6)
        every = [
            QPointF(box.x() + x, box.y() + y)
            for x, y in zip(across.tolist(), down.tolist(), strict=True)
        ]
        painter.setPen(QPen(rim, 3.2, Qt.PenStyle.SolidLine, cap))
        painter.drawPoints(QPolygonF(every))
        for number in np.unique(data.colour_of).tolist():
            colour = QColor(data.colours[number])
            colour.setAlphaF(0.75)
            painter.setPen(QPen(colour, 2.0, Qt.PenStyle.SolidLine, cap))
            chosen = np.flatnonzero(data.colour_of == number).tolist()
            painter.drawPoints(QPolygonF([every[k] for k in chosen]))

    def _paint_axes(self, painter: QPainter, box: QRectF, bounds: Bounds) -> None:
        painter.setFont(font(SMALL))
        painter.setPen(self._theme.tokens.colour("secondary"))
        high = QFontMetricsF(font(SMALL)).height()
        edge, right, left = box.left() - 5, Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRectF(0, box.top() - 1, edge, high), right, short(bounds.top))
        painter.drawText(
            QRectF(0, box.bottom() - high + 1, edge, high), right, short(bounds.bottom)
        )
        below = QRectF(box.left(), box.bottom() + 2, box.width(), high)
        painter.drawText(below, left, short(bounds.left))
        painter.drawText(below, right, short(bounds.right))

    def _paint_range(self, painter: QPainter, box: QRectF) -> None:
        """Paint which colour stands for which value."""
        if self._colours is None:
            return
        low, high, centre = self._range
        small = QFontMetricsF(font(SMALL)).height()
        bar = QRectF(box.left(), box.bottom() + 2 + small + GAP, box.width(), 8)
        span = max(abs(low - centre), abs(high - centre)) or 1.0
        gradient = QLinearGradient(bar.topLeft(), bar.topRight())
        for step in range(17):
            value = low + (high - low) * step / 16
            share = (value - centre) / span if math.isfinite(value) else 0.0
            level = round((share + 1) / 2 * (len(self._colours) - 1))
            gradient.setColorAt(step / 16, QColor(*self._colours[level].tolist()))
        painter.setPen(QPen(self._theme.tokens.colour("line"), 1))
        painter.setBrush(gradient)
        painter.drawRoundedRect(bar, 3, 3)
        below = QRectF(bar.left(), bar.bottom() + 2, bar.width(), small)
        painter.setPen(self._theme.tokens.colour("secondary"))
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, short(low))
        painter.drawText(below, Qt.AlignmentFlag.AlignRight, short(high))

    def _axis(self) -> int:
        """Return the width of the numbers left of the map."""
        bounds = self._data.bounds if self._data is not None else Bounds(-1, 1, -1, 1)
        metrics = QFontMetricsF(font(SMALL))
        widths = [metrics.horizontalAdvance(short(v)) for v in (bounds.top, bounds.bottom)]
        return math.ceil(max(widths)) + 5
