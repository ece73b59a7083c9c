"""What a scaling makes of examples, to be seen: pictures, points, or the features' ranges."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from mlp_studio.core.arrays import AnyArray
from mlp_studio.data.comparison import FeatureNumbers
from mlp_studio.ui.data.charts import Chart, paint
from mlp_studio.ui.theme import Theme, font

PICTURE = 92  # side of a picture, in pixels
WORDS = 20  # height of a line of words
CHART = 210  # height of a chart with the words below
RANGES = 12  # features whose ranges are drawn
GUTTER = 104  # for the features' names


class ScaledView(QWidget):
    """The examples of one scaling."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pictures: list[tuple[QImage, str]] = []
        self._chart: Chart | None = None
        self._ranges: FeatureNumbers | None = None
        self._axes: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(150)
        theme.changed.connect(lambda _tokens: self.update())

    def show_pictures(self, pictures: AnyArray) -> None:
        """Show pictures, an array (n, height, width) or (n, height, width, channels).

        Each is drawn from its own smallest value to its largest, as plots of arrays do; both
        are written below.
        """
        self._clear()
        self._pictures = [(_image(each), span(each.min(), each.max())) for each in pictures]
        self._told("; ".join(words for _image, words in self._pictures))

    def show_points(self, chart: Chart, numbers: FeatureNumbers) -> None:
        """Show points of the plane in proportion, and the ranges of both coordinates."""
        self._clear()
        self._chart = chart
        self._axes = tuple(
            f"{name}  {span(low, high)}"
            for name, low, high in zip(("x₁", "x₂"), numbers.low, numbers.high, strict=True)
        )
        self._told("; ".join(self._axes))

    def show_ranges(self, numbers: FeatureNumbers) -> None:
        """Show the features' ranges on one axis: mean, standard deviation, all of it."""
        self._clear()
        self._ranges = numbers
        low, high = numbers.low[:RANGES], numbers.high[:RANGES]
        self._told(span(low.min(), high.max()))

    def sizeHint(self) -> QSize:
        if self._pictures:
            return QSize(150, len(self._pictures) * (PICTURE + WORDS))
        return QSize(150, CHART)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(8.5))
        if self._pictures:
            self._paint_pictures(painter)
        elif self._chart is not None:
            self._paint_points(painter, self._chart)
        elif self._ranges is not None:
            self._paint_ranges(painter, self._ranges)

    def _clear(self) -> None:
        self._pictures, self._chart, self._ranges = [], None, None

    def _told(self, words: str) -> None:
        self.setAccessibleDescription(words)
        self.updateGeometry()
        self.update()

    def _frame(self, painter: QPainter, frame: QRectF) -> None:
        painter.setPen(QPen(self._theme.tokens.colour("line"), 1))
        painter.setBrush(self._theme.tokens.colour("background"))
        painter.drawRoundedRect(frame, 6, 6)

    def _words(self, painter: QPainter, top: float, words: str) -> None:
        painter.setPen(self._theme.tokens.colour("secondary"))
        place = QRectF(0, top, self.width(), WORDS)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_pictures(self, painter: QPainter) -> None:
        for number, (image, words) in enumerate(self._pictures):
            top = number * (PICTURE + WORDS)
            longer = max(image.width(), image.height())
            width, height = PICTURE * image.width() / longer, PICTURE * image.height() / longer
            left = (self.width() - width) / 2
            painter.drawImage(QRectF(left, top + (PICTURE - height) / 2, width, height), image)
            self._words(painter, top + PICTURE, words)

    def _paint_points(self, painter: QPainter, chart: Chart) -> None:
        frame = QRectF(0.5, 0.5, self.width() - 1, CHART - 2 * WORDS - 1)
        self._frame(painter, frame)
        inside = frame.adjusted(10, 10, -10, -10)
        self._paint_zero(painter, frame, inside, chart)
        paint(painter, inside, chart)
        for line, words in enumerate(self._axes):
            self._words(painter, CHART - (2 - line) * WORDS, words)

    def _paint_zero(self, painter: QPainter, frame: QRectF, inside: QRectF, chart: Chart) -> None:
        """Paint where the coordinates are 0, with the proportions of `charts.paint`."""
        low, high = chart.points.min(axis=0), chart.points.max(axis=0)
        across, up = np.maximum((high - low).astype(np.float64), 1e-9)
        scale = min(inside.width() / across, inside.height() / up)
        middle = (low + high) / 2
        x = inside.center().x() - middle[0] * scale
        y = inside.center().y() + middle[1] * scale
        painter.setPen(QPen(self._theme.tokens.colour("muted"), 1, Qt.PenStyle.DashLine))
        if frame.left() < x < frame.right():
            painter.drawLine(QPointF(x, frame.top() + 1), QPointF(x, frame.bottom() - 1))
        if frame.top() < y < frame.bottom():
            painter.drawLine(QPointF(frame.left() + 1, y), QPointF(frame.right() - 1, y))

    def _paint_ranges(self, painter: QPainter, numbers: FeatureNumbers) -> None:
        tokens = self._theme.tokens
        frame = _chart_frame(self.width())
        self._frame(painter, frame)
        low, high = numbers.low[:RANGES], numbers.high[:RANGES]
        least, most = float(low.min()), float(high.max())
        inside = _inside(frame)
        step = inside.height() / len(low)

        def across(value: float) -> float:
            return inside.left() + inside.width() * (value - least) / ((most - least) or 1.0)

        if least < 0 < most:
            painter.setPen(QPen(tokens.colour("line"), 1, Qt.PenStyle.DashLine))
            zero = across(0.0)
            painter.drawLine(QPointF(zero, frame.top() + 1), QPointF(zero, frame.bottom() - 1))
        for row in range(len(low)):
            middle = inside.top() + (row + 0.5) * step
            mean, spread = float(numbers.mean[row]), float(numbers.deviation[row])
            painter.setPen(QPen(tokens.colour("muted"), 1.2))
            painter.drawLine(QPointF(across(low[row]), middle), QPointF(across(high[row]), middle))
            painter.setPen(QPen(tokens.colour("accent"), min(5.0, step / 2)))
            ends = max(mean - spread, float(low[row])), min(mean + spread, float(high[row]))
            painter.drawLine(QPointF(across(ends[0]), middle), QPointF(across(ends[1]), middle))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.colour("text"))
            painter.drawEllipse(QPointF(across(mean), middle), 2.2, 2.2)
        self._words(painter, CHART - WORDS, span(least, most))


class FeatureNames(QWidget):
    """The names of the features whose ranges are shown beside it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._names: tuple[str, ...] = ()
        self.setFixedSize(GUTTER, CHART)
        theme.changed.connect(lambda _tokens: self.update())

    def show_names(self, names: Sequence[str]) -> None:
        """Show the first names, those that have room."""
        self._names = tuple(names[:RANGES])
        self.setToolTip("\n".join(self._names))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(font(8.5))
        painter.setPen(self._theme.tokens.colour("secondary"))
        inside = _inside(_chart_frame(self.width()))
        step = inside.height() / max(1, len(self._names))
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for row, name in enumerate(self._names):
            place = QRectF(0, inside.top() + row * step, self.width(), step)
            shown = painter.fontMetrics().elidedText(
                name, Qt.TextElideMode.ElideMiddle, self.width()
            )
            painter.drawText(place, flags, shown)


def _chart_frame(width: int) -> QRectF:
    return QRectF(0.5, 0.5, width - 1, CHART - WORDS - 1)


def _inside(frame: QRectF) -> QRectF:
    return frame.adjusted(10, 6, -10, -6)


def figure(value: float, digits: int = 4) -> str:
    """Return a number in some figures, with a true minus sign."""
    large = 10**digits <= abs(value) < 1e6  # more figures are easier to read than an exponent
    words = f"{value:.0f}" if large else f"{0.0 if value == 0 else value:.{digits}g}"
    return words.replace("-", "\N{MINUS SIGN}")


def span(low: float, high: float) -> str:
    """Return a range in words."""
    return f"{figure(low)} … {figure(high)}"


def _image(values: AnyArray) -> QImage:
    low, high = float(values.min()), float(values.max())
    shades = np.rint((values - low) / ((high - low) or 1.0) * 255).astype(np.uint8)
    if shades.ndim == 2 or shades.shape[2] != 3:
        grey = shades if shades.ndim == 2 else shades[:, :, 0]
        height, width = grey.shape
        data, kind, row = np.ascontiguousarray(grey), QImage.Format.Format_Grayscale8, width
    else:
        height, width, _channels = shades.shape
        data, kind, row = np.ascontiguousarray(shades), QImage.Format.Format_RGB888, 3 * width
    return QImage(data.tobytes(), width, height, row, kind).copy()  # which owns its pixels
