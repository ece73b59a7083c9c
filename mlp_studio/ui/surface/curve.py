"""A function of one input and what the network makes of it, as curves."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from mlp_studio.core.arrays import AnyArray
from mlp_studio.ui.examples.plot_frame import GUTTER, AxisLook, Window, fitted, paint_axes
from mlp_studio.ui.examples.readable import Readable
from mlp_studio.ui.theme import Theme

DOT = 3.4  # pixels across


@dataclass(frozen=True, eq=False)
class Line:
    """A curve: its name, its values at the places, its colour."""

    name: str
    values: AnyArray
    colour: QColor
    dashed: bool = False


@dataclass(frozen=True, eq=False)
class Curves:
    """What to show.

    Parameters
    ----------
    x : ndarray of shape (n,)
        The places, ascending.
    lines : tuple of Line
        Each with n values; not finite where it is broken.
    points : ndarray of shape (m, 2)
        Examples.
    span : tuple of float
        The values that are seen at least.
    axes : tuple of AxisLook
        What the axes are called.
    """

    x: AnyArray
    lines: tuple[Line, ...]
    points: AnyArray
    span: tuple[float, float]
    axes: tuple[AxisLook, AxisLook]


class CurvePlot(Readable):
    """Curves with the examples below them; mouse and arrow keys read a place.

    Signals
    -------
    pointed(int)
        This place is pointed at; −1 for none.
    """

    pointed = Signal(int)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, parent)
        self._curves: Curves | None = None
        self._window = Window(0, 0, 1, 1)
        theme.changed.connect(lambda _tokens: self.update())

    @property
    def curves(self) -> Curves | None:
        """What is shown."""
        return self._curves

    def show_curves(self, curves: Curves | None) -> None:
        """Show curves; None takes them away."""
        self._curves = curves
        if curves is None:
            self._point(-1)
        else:
            if not 0 <= self._marked < len(curves.x):
                self._point(len(curves.x) // 2)
            ends = [[float(curves.x[0]), curves.span[0]], [float(curves.x[-1]), curves.span[1]]]
            self._window = fitted(np.array(ends), self._frame(), square=False)
        self.update()

    def place(self, index: int, line: int = 0) -> QPointF:
        """Return where a value of a curve is seen."""
        assert self._curves is not None, "nothing is shown"
        value = float(self._curves.lines[line].values[index])
        at = np.array([[float(self._curves.x[index]), value]])
        return QPointF(*self._window.to_pixels(at, self._frame())[0].tolist())

    def _frame(self) -> QRectF:
        return QRectF(self.rect().marginsRemoved(GUTTER))

    def _point(self, index: int) -> None:
        if index != self._marked:
            self._marked = index
            self.update()
            self.pointed.emit(index)

    # --- events ------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(288, 300)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 160)

    def resizeEvent(self, _event: QEvent) -> None:
        self.show_curves(self._curves)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        curves, frame = self._curves, self._frame()
        if curves is None:
            return
        share = (event.position().x() - frame.left()) / max(1.0, frame.width()) - 0.5
        x = self._window.x + share * self._window.wide
        self._point(int(np.abs(curves.x - x).argmin()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None or self._curves is None:
            super().keyPressEvent(event)
            return
        far = 10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
        last = len(self._curves.x) - 1
        start = self._marked if self._marked >= 0 else last // 2
        self._point(min(max(start + step * far, 0), last))

    # --- painting ----------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        curves, frame, tokens = self._curves, self._frame(), self._theme.tokens
        if curves is not None:
            paint_axes(painter, frame, self._window, curves.axes, tokens)
            painter.save()
            painter.setClipRect(frame)
            dots = self._window.to_pixels(curves.points, frame).tolist()
            cap = Qt.PenCapStyle.RoundCap
            painter.setPen(QPen(tokens.colour("muted"), DOT, Qt.PenStyle.SolidLine, cap))
            painter.drawPoints(QPolygonF([QPointF(x, y) for x, y in dots]))
            for line in curves.lines:
                style = Qt.PenStyle.DashLine if line.dashed else Qt.PenStyle.SolidLine
                painter.setPen(QPen(line.colour, 2, style))
                self._paint_line(painter, curves.x, line.values, frame)
            if self._marked >= 0:
                self._paint_probe(painter, curves)
            painter.restore()
        if self.hasFocus():
            painter.setPen(QPen(tokens.colour("accent"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 6, 6)

    def _paint_line(self, painter: QPainter, x: AnyArray, values: AnyArray, frame: QRectF) -> None:
        # Far outside the frame a pixel's number is too large for the painter.
        far = 4 * self._window.high
        near = np.clip(values, self._window.y - far, self._window.y + far)
        pixels = self._window.to_pixels(np.column_stack([x, near]), frame)
        finite = np.isfinite(values)
        for piece in np.split(np.arange(len(x)), np.flatnonzero(np.diff(finite)) + 1):
            if finite[piece[0]]:
                painter.drawPolyline(QPolygonF([QPointF(a, b) for a, b in pixels[piece].tolist()]))

    def _paint_probe(self, painter: QPainter, curves: Curves) -> None:
        tokens = self._theme.tokens
        for number, line in enumerate(curves.lines):
            if np.isfinite(line.values[self._marked]):
                painter.setPen(QPen(tokens.colour("background"), 1.5))
                painter.setBrush(line.colour)
                painter.drawEllipse(self.place(self._marked, number), 5, 5)
