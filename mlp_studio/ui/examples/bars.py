"""Small histograms in rows, read by mouse."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from mlp_studio.analysis.histogram import Histogram
from mlp_studio.core.arrays import AnyArray
from mlp_studio.ui.common.colours import Colouring
from mlp_studio.ui.examples.plot_frame import AxisLook, ticks_for
from mlp_studio.ui.theme import RHYTHM, Theme, font

LEAST_WIDE, LEAST_HIGH = 172, 100  # pixels of one
TITLE, FIGURES = 20, 18  # above and below the bars


@dataclass(frozen=True, eq=False)
class Chart:
    """A histogram and what it counts."""

    look: AxisLook
    bars: Histogram


class Bars(QWidget):
    """A page of histograms.

    Parameters
    ----------
    theme : Theme
        The look in force.
    name : str
        What is shown, for screen readers.

    Signals
    -------
    pointed(int, int)
        A bar of a histogram is pointed at; −1 and −1 for none.
    turned(int)
        A person wants so many pages on.
    resized()
        There is room for another number of histograms.
    """

    pointed = Signal(int, int)
    turned = Signal(int)
    resized = Signal()

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._charts: list[Chart] = []
        self._colouring: Colouring | None = None
        self._stacked = True
        self._marked = (-1, -1)
        self._wheel = 0
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(name)
        theme.changed.connect(self._repaint)

    @property
    def charts(self) -> list[Chart]:
        """What is shown."""
        return list(self._charts)

    @property
    def room(self) -> tuple[int, int]:
        """How many histograms stand beside and above each other."""
        return max(1, self.width() // LEAST_WIDE), max(1, self.height() // LEAST_HIGH)

    def show_charts(self, charts: list[Chart], colouring: Colouring, *, stacked: bool) -> None:
        """Show other histograms, their groups on top of each other or in the same place."""
        self._charts, self._colouring, self._stacked = charts, colouring, stacked
        self._marked = (-1, -1)
        self.update()

    def frame_of(self, number: int) -> QRectF:
        """Return where the bars of a histogram are."""
        columns, rows = self.room
        columns = max(1, min(columns, len(self._charts)))
        rows = max(1, min(rows, -(-len(self._charts) // columns)))
        row, column = divmod(number, columns)
        wide, high = self.width() / columns, self.height() / rows
        cell = QRectF(column * wide, row * high, wide, high)
        return cell.adjusted(RHYTHM, TITLE, -RHYTHM, -FIGURES)

    def at(self, place: QPointF) -> tuple[int, int]:
        """Return the histogram at a place and its bar there; −1 for none."""
        for number, chart in enumerate(self._charts):
            frame = self.frame_of(number)
            if frame.contains(place):
                bins = len(chart.bars.counts)
                bar = int((place.x() - frame.left()) / frame.width() * bins)
                return number, min(bar, bins - 1)
        return -1, -1

    # --- events ------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(600, 240)

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST_WIDE, LEAST_HIGH)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._mark(*self.at(event.position()))

    def leaveEvent(self, _event: QEvent) -> None:
        self._mark(-1, -1)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._wheel += event.angleDelta().y()
        notches = int(self._wheel / 120)
        if notches:
            self._wheel -= notches * 120
            self.turned.emit(-notches)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        chart, bar = self._marked
        if key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            self.turned.emit(-1 if key == Qt.Key.Key_PageUp else 1)
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right} and self._charts:
            self._step(max(chart, 0), bar + (1 if key == Qt.Key.Key_Right else -1))
        elif key in {Qt.Key.Key_Up, Qt.Key.Key_Down} and self._charts:
            to = chart + (1 if key == Qt.Key.Key_Down else -1)
            self._step(min(max(to, 0), len(self._charts) - 1), max(bar, 0))
        else:
            super().keyPressEvent(event)

    def _step(self, chart: int, bar: int) -> None:
        self._mark(chart, min(max(bar, 0), len(self._charts[chart].bars.counts) - 1))

    def _mark(self, chart: int, bar: int) -> None:
        if (chart, bar) != self._marked:
            self._marked = (chart, bar)
            self.update()
        self.pointed.emit(chart, bar)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def _repaint(self, _tokens: object) -> None:
        self.update()

    # --- painting ----------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._colouring is not None:
            for number, chart in enumerate(self._charts):
                bar = self._marked[1] if self._marked[0] == number else -1
                frame = self.frame_of(number)
                paint_bars(painter, frame, chart.bars, self._colouring, self._theme,
                           stacked=self._stacked, marked=bar)  # fmt: skip
                self._paint_words(painter, frame, chart)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.tokens.colour("accent"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

    def _paint_words(self, painter: QPainter, frame: QRectF, chart: Chart) -> None:
        tokens = self._theme.tokens
        painter.setFont(font(8.5, bold=True))
        painter.setPen(tokens.colour("secondary"))
        title = QRectF(frame.left(), frame.top() - TITLE, frame.width(), TITLE - 2)
        words = painter.fontMetrics().elidedText(
            chart.look.name, Qt.TextElideMode.ElideMiddle, int(title.width())
        )
        painter.drawText(title, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        painter.setFont(font(8))
        painter.setPen(tokens.colour("muted"))
        metrics = painter.fontMetrics()
        edges = chart.bars.edges
        low, high = float(edges[0]), float(edges[-1])
        end = frame.left() - 4
        for value, figure in ticks_for(chart.look, low, high, max(2, int(frame.width() / 54))):
            x = frame.left() + (value - low) / (high - low) * frame.width()
            shown = figure
            if chart.look.categories:
                room = int(frame.width() / len(chart.look.categories)) - 4
                shown = metrics.elidedText(figure, Qt.TextElideMode.ElideRight, room)
            width = metrics.horizontalAdvance(shown)
            left = min(max(x - width / 2, frame.left()), frame.right() - width)
            if left > end:
                painter.drawText(QPointF(left, frame.bottom() + metrics.ascent() + 3), shown)
                end = left + width + 6


def paint_bars(
    painter: QPainter,
    frame: QRectF,
    bars: Histogram,
    colouring: Colouring,
    theme: Theme,
    *,
    stacked: bool,
    marked: int = -1,
) -> None:
    """Paint a histogram into a frame, its groups or its means in their colours."""
    tokens = theme.tokens
    painter.fillRect(frame, tokens.colour("panel"))
    tall = bars.totals if stacked or bars.counts.shape[1] == 1 else bars.counts
    unit = frame.height() * 0.94 / max(1, int(tall.max(initial=0)))
    bins = len(bars.counts)
    wide = frame.width() / bins
    gap = 1.0 if wide > 5 else 0.0
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    if marked >= 0:
        left = frame.left() + marked * wide
        painter.fillRect(QRectF(left, frame.top(), wide, frame.height()),
                         tokens.colour("selection"))  # fmt: skip
    if bars.counts.shape[1] == 1:
        shades = _shades(bars, colouring, tokens.colour("accent"))
        for k, total in enumerate(bars.totals.tolist()):
            high = total * unit
            bar = QRectF(frame.left() + k * wide, frame.bottom() - high, wide - gap, high)
            painter.fillRect(bar, shades[k])
    elif stacked:
        for k, row in enumerate(bars.counts.tolist()):
            bottom = frame.bottom()
            for colour, part in zip(colouring.colours, row, strict=True):
                high = part * unit
                left = frame.left() + k * wide
                painter.fillRect(QRectF(left, bottom - high, wide - gap, high), colour)
                bottom -= high
    else:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        for group in range(bars.counts.shape[1]):
            _paint_outline(painter, frame, bars.counts[:, group] * unit, colouring.colours[group])
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(QPen(tokens.colour("line"), 1))
    painter.drawLine(frame.bottomLeft(), frame.bottomRight())


def _paint_outline(painter: QPainter, frame: QRectF, highs: AnyArray, colour: QColor) -> None:
    if not highs.any():
        return
    wide = frame.width() / len(highs)
    points = [frame.bottomLeft()]
    for k, high in enumerate(highs.tolist()):
        top = frame.bottom() - high
        points.append(QPointF(frame.left() + k * wide, top))
        points.append(QPointF(frame.left() + (k + 1) * wide, top))
    points.append(frame.bottomRight())
    fill = QColor(colour)
    fill.setAlphaF(0.22)
    painter.setBrush(fill)
    painter.setPen(QPen(colour, 1.5))
    painter.drawPolygon(QPolygonF(points))


def _shades(bars: Histogram, colouring: Colouring, plain: QColor) -> list[QColor]:
    """Return each bar's colour: that of the mean of its values, where there is one."""
    if bars.means is None:
        return [plain] * len(bars.counts)
    means = np.where(np.isfinite(bars.means), bars.means, colouring.low)
    return [colouring.colours[k] for k in colouring.indices(means).tolist()]
