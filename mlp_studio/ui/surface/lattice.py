"""A plot over the two inputs that run, seen from above, with a probe on its lattice."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from mlp_studio.core.arrays import AnyArray
from mlp_studio.ui.common.plotted import blank, paint_focus, paint_ring
from mlp_studio.ui.examples.plot_frame import GUTTER, AxisLook, Window, paint_axes
from mlp_studio.ui.examples.readable import Readable
from mlp_studio.ui.theme import Theme

STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}


@dataclass(frozen=True, eq=False)
class Over:
    """What a plot over two inputs begins with.

    Parameters
    ----------
    side : int
        Places of the lattice to a side.
    ranges : tuple of (float, float)
        Of both inputs.
    axes : tuple of AxisLook
        What they are called.
    """

    side: int
    ranges: tuple[tuple[float, float], tuple[float, float]]
    axes: tuple[AxisLook, AxisLook]


class LatticePlot(Readable):
    """What is common to plots over two inputs; mouse and arrow keys read a place.

    Signals
    -------
    pointed(int)
        This place of the lattice is pointed at; −1 for none.
    """

    pointed = Signal(int)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, parent)
        self._over: Over | None = None
        self._picture: QPixmap | None = None
        theme.changed.connect(self._forget)

    def mark(self, index: int) -> None:
        """Put the probe on a place of the lattice."""
        if index != self._marked:
            self._marked = index
            self.update()

    def place(self, index: int) -> QPointF:
        """Return where a place of the lattice is seen."""
        assert self._over is not None, "nothing is shown"
        row, column = divmod(index, self._over.side)
        last = self._over.side - 1
        frame = self._frame()
        return QPointF(
            frame.left() + column / last * frame.width(),
            frame.bottom() - row / last * frame.height(),
        )

    def _show(self, over: Over | None) -> None:
        """Begin a picture; the probe stays where it was between the edges."""
        former, self._over = self._over, over
        if over is None:
            self._point(-1)
        elif former is None or self._marked < 0:
            self._point(over.side * over.side // 2)
        elif former.side != over.side:
            share = (over.side - 1) / (former.side - 1)
            row, column = (round(k * share) for k in divmod(self._marked, former.side))
            self._point(row * over.side + column)
        self._forget()

    def _frame(self) -> QRectF:
        return QRectF(self.rect().marginsRemoved(GUTTER))

    def _to_pixels(self, points: AnyArray) -> NDArray[np.float32]:
        """Return where points (n, 2), in the inputs' units, are seen."""
        assert self._over is not None, "nothing is shown"
        return _window(self._over).to_pixels(points, self._frame())

    def _point(self, index: int) -> None:
        if index != self._marked:
            self._marked = index
            self.update()
            self.pointed.emit(index)

    def _forget(self, _tokens: object = None) -> None:
        self._picture = None
        self.update()

    # --- events ------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(288, 240)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 120)

    def resizeEvent(self, _event: QEvent) -> None:
        self._forget()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._over is None:
            return
        frame, last = self._frame(), self._over.side - 1
        across = (event.position().x() - frame.left()) / max(1.0, frame.width())
        up = (frame.bottom() - event.position().y()) / max(1.0, frame.height())
        column, row = (round(min(max(share, 0.0), 1.0) * last) for share in (across, up))
        self._point(row * self._over.side + column)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = STEPS.get(Qt.Key(event.key()))
        if step is None or self._over is None:
            super().keyPressEvent(event)
            return
        far = 10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
        row, column = divmod(max(0, self._marked), self._over.side)
        last = self._over.side - 1
        column = min(max(column + far * step[0], 0), last)
        row = min(max(row + far * step[1], 0), last)
        self._point(row * self._over.side + column)

    # --- painting ----------------------------------------------------------------------

    def _paint_content(self, painter: QPainter, frame: QRectF) -> None:
        """Paint what is shown, inside the axes."""
        raise NotImplementedError

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._theme.tokens
        if self._over is not None:
            if self._picture is None:
                self._picture = self._paint(self._over)
            painter.drawPixmap(0, 0, self._picture)
            if self._marked >= 0:
                at = self.place(self._marked)
                paint_ring(painter, at, tokens)
        paint_focus(painter, self, tokens)

    def _paint(self, over: Over) -> QPixmap:
        picture = blank(self)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = self._frame()
        paint_axes(painter, frame, _window(over), over.axes, self._theme.tokens)
        painter.save()
        painter.setClipRect(frame)
        self._paint_content(painter, frame)
        painter.restore()
        painter.end()
        return picture


def _window(over: Over) -> Window:
    (left, right), (low, high) = over.ranges
    return Window((left + right) / 2, (low + high) / 2, right - left, high - low)
