"""Points in a plane: panned, zoomed and read, however many there are."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from mlp_studio.core.arrays import AnyArray
from mlp_studio.ui.common.points import Layer, Mark, Painted, pale, palette, picture, stamp
from mlp_studio.ui.examples.plot_frame import GUTTER, AxisLook, Window, fitted, paint_axes
from mlp_studio.ui.examples.readable import Readable
from mlp_studio.ui.theme import Theme

REACH = 14.0  # pixels around a point in which it is pointed at
WIDEST = 2.1  # times as wide as high is a plane at most: beside it there is nothing to see
WHEEL = 1.2  # zoom for a notch
DRAGGED = 3.0  # pixels from which a press is no click
PAN = 0.08  # of the frame, for an arrow key
MARKS: tuple[Mark, ...] = ("disc", "ring", "cross")  # training, validation, test


@dataclass(frozen=True, eq=False)
class Cloud:
    """Points to show.

    Parameters
    ----------
    points : ndarray of float64, shape (n, 2)
        Places.
    colour_of : ndarray of int, shape (n,)
        Which of the colours each has.
    colours : tuple of QColor
        To choose from.
    mark_of : ndarray of int, shape (n,)
        Which of `MARKS` each is.
    """

    points: NDArray[np.float64]
    colour_of: NDArray[np.int64]
    colours: tuple[QColor, ...]
    mark_of: NDArray[np.int64]


def size_for(visible: int) -> int:
    """Return how many pixels across a point is, the fewer points are in sight the more."""
    return next(
        (size for most, size in ((300, 8), (2000, 6), (9000, 5), (30_000, 4)) if visible <= most), 3
    )


class PointPlot(Readable):
    """A scatter plot with axes.

    Dragging and the arrow keys move it, the wheel and + and − zoom, a double click and Home
    show everything.

    Parameters
    ----------
    theme : Theme
        The look in force.
    name : str
        What is shown, for screen readers.

    Signals
    -------
    pointed(int)
        The mouse points at this point; −1 at none.
    clicked(int)
        This point was clicked.
    """

    pointed = Signal(int)
    clicked = Signal(int)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, parent)
        self._cloud: Cloud | None = None
        self._axes = (AxisLook(""), AxisLook(""))
        self._square = False
        self._window: Window | None = None
        self._moved = False  # by a person, so that another size must not show everything again
        self._images: list[Painted] | None = None
        self._pixels: AnyArray = np.zeros((0, 2), np.float32)
        self._drag: QPointF | None = None
        self._pressed: QPointF | None = None  # until the mouse is dragged
        self._selected: NDArray[np.bool_] | None = None
        self.setToolTip(
            self.tr(
                "Drag to move, wheel to zoom, double click to show everything. "
                "Click a point to select it."
            )
        )
        theme.changed.connect(self._forget)

    # --- what it shows -----------------------------------------------------------------

    @property
    def cloud(self) -> Cloud | None:
        """The points."""
        return self._cloud

    @property
    def window_shown(self) -> Window | None:
        """Which part of the plane is shown."""
        return self._window

    def show_cloud(
        self, cloud: Cloud, axes: tuple[AxisLook, AxisLook], *, square: bool, anew: bool
    ) -> None:
        """Show points; `square` makes a unit as long across as up, `anew` shows all of them."""
        self._cloud, self._axes, self._square = cloud, axes, square
        self._marked = -1
        self._selected = None
        if anew or self._window is None:
            self.show_all()
        self._forget()

    def show_all(self) -> None:
        """Show every point."""
        self._moved = False
        if self._cloud is not None and len(self._cloud.points):
            self._window = fitted(self._cloud.points, self.frame, square=self._square)
        self._forget()

    @property
    def frame(self) -> QRectF:
        """Where the points are, in pixels; for a plane not much wider than high."""
        whole = QRectF(self.rect()).adjusted(
            GUTTER.left(), GUTTER.top(), -GUTTER.right(), -GUTTER.bottom()
        )
        spare = whole.width() - WIDEST * whole.height()
        return whole.adjusted(spare / 2, 0, -spare / 2, 0) if self._square and spare > 0 else whole

    def place(self, index: int) -> QPointF:
        """Return where a point is drawn."""
        self._make()
        x, y = self._pixels[index].tolist()
        return QPointF(x, y)

    def nearest(self, at: QPointF) -> int:
        """Return the point nearest to a place in pixels; −1 where none is near."""
        self._make()
        if not len(self._pixels) or not self.frame.contains(at):
            return -1
        away = np.hypot(self._pixels[:, 0] - at.x(), self._pixels[:, 1] - at.y())
        index = int(away.argmin())
        return index if away[index] <= REACH else -1

    @property
    def selected(self) -> NDArray[np.bool_] | None:
        """Which points are selected; None where none is."""
        return self._selected

    def select(self, selected: NDArray[np.bool_] | None) -> None:
        """Let the other points fade; None lets none."""
        if selected is not self._selected:
            self._selected = selected
            self._forget()

    def mark(self, index: int) -> None:
        """Ring a point; −1 rings none."""
        if index != self._marked:
            self._marked = index
            self.update()

    # --- moving ------------------------------------------------------------------------

    def pan(self, across: float, down: float) -> None:
        """Move the points by so many pixels."""
        if self._window is not None:
            self._window = self._window.moved(-across, down, self.frame)
            self._moved = True
            self._forget()

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Enlarge by a factor about a place in pixels, else about the middle."""
        if self._window is None or self._cloud is None or not len(self._cloud.points):
            return
        whole = fitted(self._cloud.points, self.frame, square=self._square)
        place = at if at is not None else self.frame.center()
        self._window = self._window.zoomed(factor, place, self.frame, whole)
        self._moved = True
        self._forget()

    # --- events ------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(600, 240)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 120)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._moved:
            self.show_all()
        elif self._square and self._window is not None:
            self._window = self._window.squared(self.frame)
        self._forget()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._drag = self._pressed = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drag is not None:
            step = event.position() - self._drag
            self._drag = event.position()
            if self._pressed is not None and _moved(self._pressed, event.position()):
                self._pressed = None
            self.pan(step.x(), step.y())
        else:
            self._point(self.nearest(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed, self._drag = self._pressed, None, None
        self.unsetCursor()
        if pressed is not None and (index := self.nearest(event.position())) >= 0:
            self.clicked.emit(index)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self.show_all()

    def leaveEvent(self, _event: QEvent) -> None:
        self._point(-1)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.zoom(WHEEL ** (event.angleDelta().y() / 120), event.position())
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        step_x, step_y = PAN * self.frame.width(), PAN * self.frame.height()
        moves = {
            Qt.Key.Key_Left: (step_x, 0.0),
            Qt.Key.Key_Right: (-step_x, 0.0),
            Qt.Key.Key_Up: (0.0, step_y),
            Qt.Key.Key_Down: (0.0, -step_y),
        }
        if key in moves:
            self.pan(*moves[key])
        elif key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal}:
            self.zoom(WHEEL)
        elif key == Qt.Key.Key_Minus:
            self.zoom(1 / WHEEL)
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_0}:
            self.show_all()
        else:
            super().keyPressEvent(event)

    def _point(self, index: int) -> None:
        self.mark(index)
        self.pointed.emit(index)

    # --- painting ----------------------------------------------------------------------

    def _forget(self, _tokens: object = None) -> None:
        self._images = None
        self.update()

    def _make(self) -> None:
        """Find where the points are seen and paint them, unless that is done."""
        cloud, window = self._cloud, self._window
        if self._images is not None or cloud is None or window is None:
            return
        frame, ratio = self.frame, self.devicePixelRatioF()
        self._pixels = window.to_pixels(cloud.points, frame)
        places = (self._pixels - (frame.left(), frame.top())) * ratio
        width, height = math.ceil(frame.width() * ratio), math.ceil(frame.height() * ratio)
        inside = ((places > 0) & (places < (width, height))).all(axis=1)
        size = min(12, round(size_for(int(inside.sum())) * ratio))
        groups = [(inside, palette(cloud.colours), size)]
        if self._selected is not None:  # the others fade, and lie below
            ground = self._theme.tokens.colour("panel")
            groups = [
                (inside & ~self._selected, pale(cloud.colours, ground), size),
                (inside & self._selected, palette(cloud.colours), size + 2),
            ]
        self._images = []
        for group, colours, across in groups:
            layers = []
            for number, mark in enumerate(MARKS):
                mine = group & (cloud.mark_of == number)
                if mine.any():
                    layers.append(Layer(places[mine], cloud.colour_of[mine], stamp(mark, across)))
            self._images.append(picture(layers, colours, width, height))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, frame = self._theme.tokens, self.frame
        cloud, window = self._cloud, self._window
        if cloud is not None and window is not None and len(cloud.points):
            self._make()
            paint_axes(painter, frame, window, self._axes, tokens)
            for image in self._images or ():
                image.draw(painter, frame.topLeft(), self.devicePixelRatioF())
            if 0 <= self._marked < len(self._pixels):
                painter.setPen(QPen(tokens.colour("text"), 2))
                painter.setBrush(cloud.colours[int(cloud.colour_of[self._marked])])
                painter.drawEllipse(self.place(self._marked), 5.5, 5.5)
        painter.setPen(QPen(tokens.colour("accent" if self.hasFocus() else "line"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(frame.adjusted(-0.5, -0.5, 0.5, 0.5))


def _moved(start: QPointF, at: QPointF) -> bool:
    return abs(at.x() - start.x()) + abs(at.y() - start.y()) > DRAGGED
