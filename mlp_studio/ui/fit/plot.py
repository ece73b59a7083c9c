"""Examples by their true value and what the network says; on the diagonal it is right."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QWidget

from mlp_studio.core.arrays import AnyArray
from mlp_studio.ui.common.plotted import paint_focus, paint_ring
from mlp_studio.ui.examples.plot_frame import GUTTER, AxisLook, Window, fitted, paint_axes
from mlp_studio.ui.examples.readable import Readable
from mlp_studio.ui.theme import Theme

DOT = 4.0  # pixels across
STRONG = 0.55  # of a dot: where many lie, it is darker
FAR = 1.0  # spans of the values beyond which a prediction is shown at the edge


@dataclass(frozen=True, eq=False)
class Fit:
    """What to show.

    Parameters
    ----------
    true, said : ndarray of shape (n,)
        Values and predictions; what is not finite is left out.
    axes : tuple of AxisLook
        What the axes are called.
    """

    true: AnyArray
    said: AnyArray
    axes: tuple[AxisLook, AxisLook]


class FitPlot(Readable):
    """Dots about a diagonal; mouse and arrow keys read an example.

    Signals
    -------
    pointed(int)
        This example is pointed at; −1 for none.
    """

    pointed = Signal(int)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, parent)
        self._fit: Fit | None = None
        self._window = Window(0, 0, 1, 1)
        self._picture: QPixmap | None = None
        theme.changed.connect(self._forget)

    @property
    def fit(self) -> Fit | None:
        """What is shown."""
        return self._fit

    def show_fit(self, fit: Fit | None) -> None:
        """Show examples; None takes them away."""
        former, self._fit = self._fit, fit
        if fit is None or former is None or len(former.true) != len(fit.true):
            self._point(-1)
        if fit is not None and len(fit.true):
            self._window = self._fitted(fit)
        self._forget()

    def place(self, example: int) -> QPointF:
        """Return where an example is seen."""
        assert self._fit is not None, "nothing is shown"
        return QPointF(*self._places(self._fit)[example].tolist())

    def _fitted(self, fit: Fit) -> Window:
        low, high = float(fit.true.min()), float(fit.true.max())
        far = FAR * ((high - low) or 1.0)
        near = np.clip(fit.said[np.isfinite(fit.said)], low - far, high + far)
        up = (min(low, float(near.min(initial=low))), max(high, float(near.max(initial=high))))
        ends = np.array([[low, up[0]], [high, up[1]]])
        return fitted(ends, self._frame(), square=False)

    def _frame(self) -> QRectF:
        return QRectF(self.rect().marginsRemoved(GUTTER))

    def _places(self, fit: Fit) -> AnyArray:
        half = self._window.high / 2
        edge = np.clip(fit.said, self._window.y - half, self._window.y + half)
        return self._window.to_pixels(np.column_stack([fit.true, edge]), self._frame())

    def _point(self, example: int) -> None:
        if example != self._marked:
            self._marked = example
            self.update()
            self.pointed.emit(example)

    def _forget(self, _tokens: object = None) -> None:
        self._picture = None
        self.update()

    # --- events ------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(288, 300)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 160)

    def resizeEvent(self, _event: QEvent) -> None:
        if self._fit is not None and len(self._fit.true):
            self._window = self._fitted(self._fit)
        self._forget()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._fit is None or not np.isfinite(self._fit.said).any():
            return
        away = self._places(self._fit) - (event.position().x(), event.position().y())
        self._point(int(np.nanargmin(np.hypot(*away.T))))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the next greater or smaller true value."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None or self._fit is None or not np.isfinite(self._fit.said).any():
            super().keyPressEvent(event)
            return
        order = np.argsort(self._fit.true, kind="stable")
        order = order[np.isfinite(self._fit.said[order])]
        found = np.flatnonzero(order == self._marked)
        at = int(found[0]) + step if len(found) else len(order) // 2
        self._point(int(order[min(max(at, 0), len(order) - 1)]))

    # --- painting ----------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._theme.tokens
        if self._fit is not None:
            if self._picture is None:
                self._picture = self._paint(self._fit)
            painter.drawPixmap(0, 0, self._picture)
            if self._marked >= 0 and np.isfinite(self._fit.said[self._marked]):
                at = self.place(self._marked)
                paint_ring(painter, at, tokens)
        paint_focus(painter, self, tokens)

    def _paint(self, fit: Fit) -> QPixmap:
        ratio, tokens = self.devicePixelRatioF(), self._theme.tokens
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame, window = self._frame(), self._window
        paint_axes(painter, frame, window, fit.axes, tokens)
        painter.setClipRect(frame)
        ends = np.array([window.x - window.wide, window.x + window.wide])
        start, end = window.to_pixels(np.column_stack([ends, ends]), frame).tolist()
        painter.setPen(QPen(tokens.colour("secondary"), 1.2, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(*start), QPointF(*end))
        sound = np.isfinite(fit.said)
        dots = self._places(fit)[sound].tolist()
        colour = tokens.colour("positive")
        colour.setAlphaF(STRONG)
        painter.setPen(QPen(colour, DOT, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPoints(QPolygonF([QPointF(x, y) for x, y in dots]))
        painter.end()
        return picture
