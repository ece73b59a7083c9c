"""Points in space: turned by mouse and keys, painted without OpenGL."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from mlp_studio.analysis.space import back_to_front, project
from mlp_studio.core.arrays import AnyArray
from mlp_studio.ui.common.points import Layer, Painted, palette, picture, stamp
from mlp_studio.ui.examples.box import paint_box
from mlp_studio.ui.examples.plot_frame import AxisLook
from mlp_studio.ui.examples.turnable import Turnable
from mlp_studio.ui.theme import Theme

REACH = 10.0  # pixels around a point in which it is pointed at
VEILS = 8  # steps of fading from front to back
VEIL = 0.45  # share of the ground in the colour of the farthest points


SHIFTS = np.array([16, 8, 0], np.uint32)  # of red, green and blue in a pixel


@dataclass(frozen=True, eq=False)
class Space:
    """Points to show.

    Parameters
    ----------
    points : ndarray of float, shape (n, 3)
        In the cube from −1 to 1, the third coordinate up.
    colour_of : ndarray of int, shape (n,)
        Which of the colours each has.
    colours : tuple of QColor
        To choose from.
    axes : tuple of AxisLook
        What the three axes are called.
    ranges : tuple of (float, float)
        The values at −1 and 1 of each.
    """

    points: NDArray[np.float32]
    colour_of: NDArray[np.int64]
    colours: tuple[QColor, ...]
    axes: tuple[AxisLook, AxisLook, AxisLook]
    ranges: tuple[tuple[float, float], tuple[float, float], tuple[float, float]]


class SpacePlot(Turnable):
    """A scatter plot in three dimensions.

    Dragging and the arrow keys turn it, the wheel and + and − zoom, a double click and Home
    bring back the first view.

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
    """

    pointed = Signal(int)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, parent)
        self._space: Space | None = None
        self._image: Painted | None = None
        self._pixels: AnyArray = np.zeros((0, 2), np.float32)
        self._depth: NDArray[np.float32] = np.zeros(0, np.float32)
        self._veils: tuple[object, NDArray[np.uint32]] | None = None

    @property
    def space(self) -> Space | None:
        """The points."""
        return self._space

    def show_space(self, space: Space) -> None:
        """Show points, from where the former ones were seen."""
        self._space = space
        self._marked = -1
        self._forget()

    def place(self, index: int) -> QPointF:
        """Return where a point is seen."""
        self._make()
        x, y = self._pixels[index].tolist()
        return QPointF(x, y)

    def nearest(self, at: QPointF) -> int:
        """Return the foremost point at a place in pixels; −1 where none is near."""
        self._make()
        if not len(self._pixels):
            return -1
        away = np.hypot(self._pixels[:, 0] - at.x(), self._pixels[:, 1] - at.y())
        close = np.flatnonzero(away <= REACH)
        if not len(close):
            return -1
        # What is in front counts as much as what is near.
        score = away[close] / REACH + 0.5 * self._depth[close]
        return int(close[score.argmin()])

    # --- events ------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(600, 260)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 140)

    def _point_at(self, at: QPointF) -> None:
        self._point(self.nearest(at))

    def _point(self, index: int) -> None:
        if index != self._marked:
            self._marked = index
            self.update()
        self.pointed.emit(index)

    # --- painting ----------------------------------------------------------------------

    def _forget(self, _tokens: object = None) -> None:
        self._image = None
        super()._forget()

    def _make(self) -> None:
        space = self._space
        if self._image is not None or space is None:
            return
        ratio = self.devicePixelRatioF()
        self._pixels, self._depth = project(space.points, self._eye, self.width(), self.height())
        order = back_to_front(self._depth)
        # 1.75 is more than half of the box's diagonal.
        veil = ((self._depth + 1.75) * (VEILS / 3.5)).astype(np.int64).clip(0, VEILS - 1)
        colour_of = space.colour_of * VEILS + veil
        size = 5 if len(order) <= 8000 else 4 if len(order) <= 30_000 else 3
        mark = stamp("disc", min(12, round(size * ratio * min(1.5, self._eye.zoom**0.5))))
        layer = Layer(self._pixels[order] * np.float32(ratio), colour_of[order], mark)
        width, height = math.ceil(self.width() * ratio), math.ceil(self.height() * ratio)
        self._image = picture([layer], self._veiled(space.colours), width, height)

    def _veiled(self, colours: tuple[QColor, ...]) -> NDArray[np.uint32]:
        """Return each colour in steps from the front to the back, as of `palette`."""
        ground = self._theme.tokens.colour("background")
        key = (colours, ground.rgb())
        if self._veils is None or self._veils[0] != key:
            solid = palette(colours)[:, np.newaxis, np.newaxis] >> SHIFTS & 255
            steps = np.linspace(0, VEIL, VEILS)[np.newaxis, :, np.newaxis]
            behind = np.array([ground.red(), ground.green(), ground.blue()])
            mixed = (solid + (behind - solid.astype(np.float64)) * steps).round().astype(np.uint32)
            pixels = (mixed << SHIFTS).sum(axis=2).astype(np.uint32) | np.uint32(0xFF000000)
            self._veils = (key, pixels.ravel())
        return self._veils[1]

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, space = self._theme.tokens, self._space
        if space is not None:
            paint_box(painter, self.size(), self._eye, space.axes, space.ranges, tokens)
            self._make()
            if self._image is not None:
                self._image.draw(painter, QPointF(0, 0), self.devicePixelRatioF())
            if 0 <= self._marked < len(self._pixels):
                painter.setPen(QPen(tokens.colour("text"), 2))
                painter.setBrush(space.colours[int(space.colour_of[self._marked])])
                painter.drawEllipse(self.place(self._marked), 5.5, 5.5)
        if self.hasFocus():
            painter.setPen(QPen(tokens.colour("accent"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 6, 6)
