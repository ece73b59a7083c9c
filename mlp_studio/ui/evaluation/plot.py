"""A small plot with two axes: curves, points, bars and marks, painted by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from mlp_studio.core.arrays import AnyArray
from mlp_studio.ui.evaluation.words import figure
from mlp_studio.ui.theme import Theme, font

LEFT, BELOW, RIGHT, TOP = 50.0, 34.0, 12.0, 6.0  # pixels around the frame
STEPS = 300  # of a curve a side: finer ones could hardly be seen
DOT = 1.7


@dataclass(frozen=True, eq=False)
class Trace:
    """Something to paint.

    Parameters
    ----------
    x, y : ndarray of shape (n,)
        Places. For bars, `x` has one number more: the edges.
    colour : QColor
        Its colour.
    kind : {"line", "points", "bars", "mark"}
        A curve; dots; bars from 0; a ring around each place.
    """

    x: AnyArray
    y: AnyArray
    colour: QColor
    kind: str = "line"


class Plot(QWidget):
    """Shows traces; where the pointer is, the values are read."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.traces: list[Trace] = []
        self._points: list[tuple[list[float], list[float]]] = []  # of each trace
        self._x, self._y = (0.0, 1.0), (0.0, 1.0)
        self._labels = "", ""
        self._diagonal = False
        self._picture: QPixmap | None = None  # many curves take long to paint
        self.setMouseTracking(True)
        self.setMinimumSize(120, 90)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(name)
        theme.changed.connect(self._repaint)

    def sizeHint(self) -> QSize:
        return QSize(240, 180)

    def show_traces(
        self,
        traces: Sequence[Trace],
        labels: tuple[str, str],
        x: tuple[float, float] = (0.0, 1.0),
        y: tuple[float, float] = (0.0, 1.0),
        *,
        diagonal: bool = False,
    ) -> None:
        """Show traces in the ranges `x` and `y`, under the labels of the axes.

        `diagonal` adds the line on which both are the same.
        """
        self.traces = list(traces)
        self._points = [_fewer(trace) for trace in self.traces]
        self._labels, self._x, self._y, self._diagonal = labels, _wide(x), _wide(y), diagonal
        self._repaint()

    def frame(self) -> QRectF:
        """Return where the traces are."""
        return QRectF(self.rect()).adjusted(LEFT, TOP, -RIGHT, -BELOW)

    def place(self, x: float, y: float) -> QPointF:
        """Return the pixel of a place."""
        frame = self.frame()
        across = (x - self._x[0]) / (self._x[1] - self._x[0])
        up = (y - self._y[0]) / (self._y[1] - self._y[0])
        return QPointF(frame.left() + across * frame.width(), frame.bottom() - up * frame.height())

    # --- painting ----------------------------------------------------------------------

    @Slot()
    def _repaint(self, _tokens: object = None) -> None:
        self._picture = None
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        ratio = self.devicePixelRatioF()
        if self._picture is None or self._picture.size() != (self.size() * ratio):
            self._picture = QPixmap(self.size() * ratio)
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(Qt.GlobalColor.transparent)
            inner = QPainter(self._picture)
            self._paint(inner)
            inner.end()
        QPainter(self).drawPixmap(0, 0, self._picture)

    def _paint(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, frame = self._theme.tokens, self.frame()
        painter.fillRect(frame, tokens.colour("panel"))
        self._paint_axes(painter, frame)
        painter.setClipRect(frame.adjusted(-6, -6, 6, 6))
        if self._diagonal:
            painter.setPen(QPen(tokens.colour("muted"), 1, Qt.PenStyle.DashLine))
            low, high = max(self._x[0], self._y[0]), min(self._x[1], self._y[1])
            painter.drawLine(self.place(low, low), self.place(high, high))
        for trace, places in zip(self.traces, self._points, strict=True):
            self._paint_trace(painter, trace, places)

    def _paint_axes(self, painter: QPainter, frame: QRectF) -> None:
        tokens = self._theme.tokens
        painter.setFont(font(8.5))
        line = painter.fontMetrics().height()
        for share in (0.0, 0.5, 1.0):
            x = self._x[0] + share * (self._x[1] - self._x[0])
            y = self._y[0] + share * (self._y[1] - self._y[0])
            at = self.place(x, y)
            painter.setPen(tokens.colour("line"))
            painter.drawLine(QPointF(at.x(), frame.top()), QPointF(at.x(), frame.bottom()))
            painter.drawLine(QPointF(frame.left(), at.y()), QPointF(frame.right(), at.y()))
            painter.setPen(tokens.colour("secondary"))
            under = QRectF(at.x() - 40, frame.bottom() + 2, 80, line)
            words, aside = _tick(x, self._x), Qt.AlignmentFlag.AlignHCenter
            half = painter.fontMetrics().horizontalAdvance(words) / 2
            if share == 0.0 and half > 6:  # clear of the lowest words at the side
                under.moveLeft(frame.left() - 2)
                aside = Qt.AlignmentFlag.AlignLeft
            elif share == 1.0 and half > RIGHT:
                under.moveRight(self.width() - 1.0)
                aside = Qt.AlignmentFlag.AlignRight
            painter.drawText(under, aside, words)
            beside = QRectF(0, at.y() - line / 2, frame.left() - 4, line)
            beside.moveTop(max(0.0, beside.top()))
            middle = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(beside, middle, _tick(y, self._y))
        painter.setPen(tokens.colour("muted"))
        low = QRectF(
            frame.left() - RIGHT, frame.bottom() + line + 1, frame.width() + 2 * RIGHT, line
        )
        painter.drawText(low, Qt.AlignmentFlag.AlignHCenter, _cut(painter, self._labels[0], low))
        painter.save()
        painter.translate(line / 2 - 2, frame.center().y())
        painter.rotate(-90)
        up = QRectF(-frame.height() / 2, -line / 2, frame.height(), line)
        painter.drawText(up, Qt.AlignmentFlag.AlignCenter, _cut(painter, self._labels[1], up))
        painter.restore()

    def _paint_trace(
        self, painter: QPainter, trace: Trace, places: tuple[list[float], list[float]]
    ) -> None:
        if trace.kind == "bars":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(trace.colour)
            for k, height in enumerate(trace.y.tolist()):
                corner = self.place(float(trace.x[k]), height)
                foot = self.place(float(trace.x[k + 1]), 0.0)
                painter.drawRect(QRectF(corner, foot).adjusted(0.25, 0, -0.25, 0))
            return
        points = [self.place(x, y) for x, y in zip(*places, strict=True)]
        if trace.kind == "line":
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(trace.colour, 1.6))
            painter.drawPolyline(QPolygonF(points))
        elif trace.kind == "points":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(trace.colour)
            for point in points:
                painter.drawEllipse(point, DOT, DOT)
        else:
            painter.setBrush(self._theme.tokens.colour("panel"))
            painter.setPen(QPen(trace.colour, 2))
            for point in points:
                painter.drawEllipse(point, 4, 4)

    # --- reading -----------------------------------------------------------------------

    def words_at(self, place: QPointF) -> str:
        """Return what is read at a pixel; nothing outside the frame."""
        frame = self.frame()
        if not frame.contains(place):
            return ""
        x = self._x[0] + (place.x() - frame.left()) / frame.width() * (self._x[1] - self._x[0])
        y = self._y[0] + (frame.bottom() - place.y()) / frame.height() * (self._y[1] - self._y[0])
        return f"{self._labels[0]} {figure(x)}\n{self._labels[1]} {figure(y)}"

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        words = self.words_at(event.position())
        QToolTip.showText(event.globalPosition().toPoint(), words, self)


def _cut(painter: QPainter, words: str, room: QRectF) -> str:
    """Return as much of some words as there is room for; the pointer's reading has them all."""
    metrics = painter.fontMetrics()
    return metrics.elidedText(words, Qt.TextElideMode.ElideRight, int(room.width()))


def _fewer(trace: Trace) -> tuple[list[float], list[float]]:
    """Return the places of a trace; of a curve's those that can be told apart."""
    x, y = np.asarray(trace.x, np.float64), np.asarray(trace.y, np.float64)
    if trace.kind == "line" and len(x) > STEPS:
        cells = np.rint(np.stack([x, y]) * STEPS)
        new = np.append(True, (np.diff(cells, axis=1) != 0).any(axis=0))
        new[-1] = True
        x, y = x[new], y[new]
    return x.tolist(), y.tolist()


def _wide(ends: tuple[float, float]) -> tuple[float, float]:
    low, high = ends
    if high - low > 1e-12 * max(abs(low), abs(high), 1e-300):
        return ends
    spare = abs(low) or 1.0
    return low - spare, high + spare


def _tick(value: float, ends: tuple[float, float]) -> str:
    if abs(value) < 1e-9 * (ends[1] - ends[0]):
        value = 0.0
    return f"{value:.3g}".replace("-", "−")
