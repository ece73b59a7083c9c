"""Points in a frame: coloured, calm while they move, readable by mouse."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QHideEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from mlp_studio.core.arrays import FloatArray
from mlp_studio.ui.theme import RHYTHM, Theme, font
from mlp_studio.ui.training.ticks import linear_ticks

REACH = 12.0  # pixels around a point in which it is pointed at
MARGIN = 0.06  # free space around the points, as a share of their span
SHRINK = 0.12  # share of the way a range that became too wide goes in one frame
FRAME_MS = 33
PIXELS_PER_MARK = 90

Range = NDArray[np.float64]  # ((left, bottom), (right, top))


class ScatterView(QWidget):
    """A scatter plot.

    The range of the axes grows at once where points leave it and shrinks slowly, so
    that points which move do not make the picture jump.

    Parameters
    ----------
    theme : Theme
        The look in force.
    name : str
        What is shown, for screen readers.
    square : bool
        Whether a unit is as long across as up, as in the plane of the inputs.

    Signals
    -------
    pointed(int)
        The mouse points at this point; -1 when at none.
    """

    pointed = Signal(int)

    def __init__(
        self, theme: Theme, name: str, *, square: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._square = square
        self._points: FloatArray = np.zeros((0, 2), np.float32)
        self._colour_of: NDArray[np.int64] = np.zeros(0, np.int64)
        self._colours: tuple[QColor, ...] = ()
        self._hidden: frozenset[int] = frozenset()
        self._range: Range | None = None
        self._marked = -1
        self.caption = ""
        self._shrink = QTimer(self)
        self._shrink.setInterval(FRAME_MS)
        self._shrink.timeout.connect(self._shrink_on)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(name)
        theme.changed.connect(self._repaint)

    # --- what it shows -----------------------------------------------------------------

    @property
    def points(self) -> FloatArray:
        """The points, shape (n, 2)."""
        return self._points

    @property
    def view_range(self) -> Range | None:
        """The corners that are shown, ((left, bottom), (right, top))."""
        return None if self._range is None else self._range.copy()

    def show_points(
        self,
        points: FloatArray,
        colour_of: NDArray[np.int64],
        colours: tuple[QColor, ...],
        *,
        anew: bool = False,
    ) -> None:
        """Show points.

        Parameters
        ----------
        points : FloatArray of shape (n, 2)
            Where they are.
        colour_of : ndarray of shape (n,)
            Which of `colours` each has.
        colours : tuple of QColor
            The colours.
        anew : bool
            Whether these are other points than before, so that the range fits them at once.
        """
        self._points, self._colour_of, self._colours = points, colour_of, colours
        wanted = self._wanted()
        if wanted is None:
            self._range = None
        elif self._range is None or anew:
            self._range = wanted
        else:
            self._range[0] = np.minimum(self._range[0], wanted[0])
            self._range[1] = np.maximum(self._range[1], wanted[1])
            if self.isVisible() and not self._settled(wanted):
                self._shrink.start()
        self.update()

    def hide_colours(self, hidden: frozenset[int]) -> None:
        """Leave out the points of these colours."""
        self._hidden = hidden
        self.update()

    def mark(self, index: int) -> None:
        """Ring a point; -1 rings none."""
        if index != self._marked:
            self._marked = index
            self.update()

    def place(self, index: int) -> QPointF:
        """Return where a point is drawn, in pixels."""
        x, y = self._to_pixels(self._points[index : index + 1])[0]
        return QPointF(float(x), float(y))

    def nearest(self, at: QPointF) -> int:
        """Return the visible point nearest to a place in pixels; -1 where none is near."""
        if self._range is None or not len(self._points):
            return -1
        off = self._to_pixels(self._points) - (at.x(), at.y())
        distance = np.hypot(off[:, 0], off[:, 1])
        distance[np.isin(self._colour_of, list(self._hidden))] = math.inf
        index = int(distance.argmin())
        return index if distance[index] <= REACH else -1

    # --- the range ---------------------------------------------------------------------

    def _wanted(self) -> Range | None:
        if not len(self._points):
            return None
        low = self._points.min(axis=0).astype(np.float64)
        high = self._points.max(axis=0).astype(np.float64)
        span = high - low
        # A range without width, or far narrower than the other, would show only noise.
        least = max(float(span.max()) * 1e-3, float(np.abs(high).max()) * 1e-6, 1e-9)
        room = np.maximum(span, least) * MARGIN + (span < least) * least
        return np.array([low - room, high + room])

    def _settled(self, wanted: Range) -> bool:
        if self._range is None:
            return True
        span = wanted[1] - wanted[0]
        return bool((np.abs(self._range - wanted) < 0.004 * span).all())

    def _shrink_on(self) -> None:
        wanted = self._wanted()
        if wanted is None or self._range is None or self._settled(wanted):
            self._shrink.stop()
            return
        self._range += (wanted - self._range) * SHRINK
        self.update()

    def _frame(self) -> QRectF:
        return QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)

    def _scale(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return pixels for a unit and the pixel of the range's middle, as (x, y)."""
        frame = self._frame()
        corners = self._range if self._range is not None else np.array([[0.0, 0.0], [1.0, 1.0]])
        span = corners[1] - corners[0]
        scale = np.array([frame.width(), frame.height()]) / span
        if self._square:
            scale[:] = scale.min()
        middle = np.array([frame.center().x(), frame.center().y()])
        return scale, middle

    def _to_pixels(self, points: FloatArray | Range) -> NDArray[np.float64]:
        corners = self._range if self._range is not None else np.array([[0.0, 0.0], [1.0, 1.0]])
        scale, middle = self._scale()
        off = (points.astype(np.float64) - corners.mean(axis=0)) * scale
        return np.asarray(middle + off * (1, -1))

    # --- events ------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(380, 220)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 100)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.pointed.emit(self.nearest(event.position()))

    def leaveEvent(self, _event: QEvent) -> None:
        self.pointed.emit(-1)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._shrink.stop()

    def _repaint(self, _tokens: object) -> None:
        self.update()

    # --- painting ----------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._theme.tokens
        painter.setPen(QPen(tokens.colour("line"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self._frame(), 6, 6)
        if self._range is not None:
            self._paint_scale(painter)
            self._paint_points(painter)
        if self.caption:
            self._paint_caption(painter)

    def _paint_caption(self, painter: QPainter) -> None:
        """Put the caption into the upper corner, readable over the points."""
        painter.setFont(font(9))
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        inside = self._frame().adjusted(2 * RHYTHM, RHYTHM + 2, -2 * RHYTHM, -RHYTHM)
        wrapped = flags | Qt.TextFlag.TextWordWrap
        words = QRectF(painter.boundingRect(inside.toRect(), wrapped, self.caption))
        ground = self._theme.tokens.colour("background")
        ground.setAlphaF(0.85)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(words.adjusted(-RHYTHM, -3, RHYTHM, 3), 6, 6)
        painter.setPen(self._theme.tokens.colour("secondary"))
        painter.drawText(inside.toRect(), wrapped, self.caption)

    def _paint_scale(self, painter: QPainter) -> None:
        """Small figures along the lower and the left edge, and the two lines of zero."""
        frame, tokens = self._frame(), self._theme.tokens
        scale, middle = self._scale()
        if self._range is None:
            return
        centre = self._range.mean(axis=0)
        half = np.array([frame.width(), frame.height()]) / 2 / scale
        low, high = centre - half, centre + half
        zero = self._to_pixels(np.zeros((1, 2)))[0]
        painter.setPen(QPen(tokens.colour("line"), 1))
        if frame.left() < zero[0] < frame.right():
            painter.drawLine(QPointF(zero[0], frame.top()), QPointF(zero[0], frame.bottom()))
        if frame.top() < zero[1] < frame.bottom():
            painter.drawLine(QPointF(frame.left(), zero[1]), QPointF(frame.right(), zero[1]))
        painter.setFont(font(8))
        painter.setPen(tokens.colour("muted"))
        metrics = painter.fontMetrics()
        across = max(2, int(frame.width() / PIXELS_PER_MARK))
        for value, words in linear_ticks(low[0], high[0], across):
            x = middle[0] + (value - centre[0]) * scale[0] - metrics.horizontalAdvance(words) / 2
            if frame.left() + 30 < x < frame.right() - 24:
                painter.drawText(QPointF(x, frame.bottom() - 5), words)
        for value, words in linear_ticks(low[1], high[1], max(2, int(frame.height() / 50))):
            y = middle[1] - (value - centre[1]) * scale[1] + metrics.ascent() / 2 - 1
            if frame.top() + 14 < y < frame.bottom() - 20:
                painter.drawText(QPointF(frame.left() + 6, y), words)

    def _paint_points(self, painter: QPainter) -> None:
        pixels = self._to_pixels(self._points)
        size = 5.0 if len(pixels) > 300 else 6.0
        for number in np.unique(self._colour_of):
            if int(number) in self._hidden:
                continue
            colour = QColor(self._colours[int(number)])
            colour.setAlphaF(0.85)
            painter.setPen(QPen(colour, size, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            chosen = pixels[self._colour_of == number]
            painter.drawPoints(QPolygonF([QPointF(x, y) for x, y in chosen.tolist()]))
        if 0 <= self._marked < len(pixels):
            painter.setPen(QPen(self._theme.tokens.colour("text"), 2))
            number = int(self._colour_of[self._marked])
            painter.setBrush(QBrush(self._colours[number]))
            x, y = pixels[self._marked].tolist()
            painter.drawEllipse(QPointF(x, y), 5.5, 5.5)
