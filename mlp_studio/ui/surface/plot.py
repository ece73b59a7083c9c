"""A surface in its box: turned by mouse and keys, painted by OpenGL or without it."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QShowEvent,
)
from PySide6.QtWidgets import QWidget

from mlp_studio.analysis.space import back_to_front, project
from mlp_studio.analysis.surface import DARKEST, Mesh, corner_at, depth_of_cells, shade
from mlp_studio.ui.common.plotted import blank, paint_focus
from mlp_studio.ui.examples.box import Ranges, paint_box
from mlp_studio.ui.examples.plot_frame import AxisLook
from mlp_studio.ui.examples.turnable import Turnable
from mlp_studio.ui.surface.graphics import Graphics, corner_colours
from mlp_studio.ui.theme import Theme

REACH = 14.0  # pixels around a corner in which it is pointed at
SHADES = 24  # steps from the dark side to the bright one
EDGE = 0.86  # how bright the lines between the cells are, of a cell's own brightness
NEARER = 0.03  # by which points are painted before a cell they lie in
MOST_DRAGGED = 1500  # cells: more are halved each way while they are turned by the mouse
DOT = 2.8  # pixels across


@dataclass(frozen=True, eq=False)
class Surface:
    """What to show.

    Parameters
    ----------
    shape : Mesh
        The surface.
    colour_of : ndarray of int, shape (cells,)
        Which of the colours each cell has.
    coarse, coarse_colour_of : Mesh and ndarray of int
        The same with every other corner: painted while it is dragged.
    colours : tuple of QColor
        To choose from.
    points : ndarray of float32, shape (n, 3)
        Examples, in the cube from −1 to 1.
    other : ndarray of float, shape (corners,)
        The height with which each corner is compared, in the cube; not finite without one.
    axes : tuple of AxisLook
        What the three axes are called.
    ranges : tuple of (float, float)
        The values at −1 and 1 of each.
    """

    shape: Mesh
    colour_of: NDArray[np.int64]
    coarse: Mesh
    coarse_colour_of: NDArray[np.int64]
    colours: tuple[QColor, ...]
    points: NDArray[np.float32]
    other: NDArray[np.float64]
    axes: tuple[AxisLook, AxisLook, AxisLook]
    ranges: Ranges


class SurfacePlot(Turnable):
    """A shaded surface with examples on it.

    Shift and the arrow keys go from corner to corner.

    Parameters
    ----------
    theme : Theme
        The look in force.
    name : str
        What is shown, for screen readers.
    graphics : Graphics, optional
        Tells whether OpenGL paints; without it, the program's own drawing does.

    Signals
    -------
    pointed(int)
        This corner of the surface is pointed at; −1 for none.
    """

    pointed = Signal(int)

    def __init__(
        self,
        theme: Theme,
        name: str,
        graphics: Graphics | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, name, parent)
        self._graphics = graphics
        if graphics is not None:
            graphics.changed.connect(self._forget)
        self._surface: Surface | None = None
        self._picture: QPixmap | None = None
        self._brushes: dict[tuple[int, int], tuple[QBrush, QPen]] = {}
        self.setToolTip(
            self.tr(
                "Drag to turn, wheel to zoom, double click for the first view.\n"
                "Shift and the arrow keys move the probe."
            )
        )

    @property
    def surface(self) -> Surface | None:
        """What is shown."""
        return self._surface

    def show_surface(self, surface: Surface | None) -> None:
        """Show a surface, from where the former one was seen; None takes it away."""
        former, self._surface = self._surface, surface
        if former is None or surface is None or former.colours != surface.colours:
            self._brushes = {}
        if surface is None:
            self._point(-1)
        elif former is None:
            self._point(len(surface.shape.corners) // 2)  # the middle
        else:
            before, now = _side(former.shape), _side(surface.shape)
            place = [round(k * (now - 1) / (before - 1)) for k in divmod(self._marked, before)]
            self._point(place[0] * now + place[1])
        self._forget()

    def mark(self, corner: int) -> None:
        """Put the probe on a corner."""
        if corner != self._marked:
            self._marked = corner
            self.update()

    def place(self, corner: int) -> QPointF:
        """Return where a corner is seen."""
        assert self._surface is not None, "nothing is shown"
        return self._seen(self._surface.shape.corners[corner])

    def corner(self, at: QPointF) -> int:
        """Return the foremost corner at a place in pixels; −1 where none is near."""
        if self._surface is None:
            return -1
        size = self.width(), self.height()
        return corner_at(self._surface.shape, self._eye, size, (at.x(), at.y()), REACH)

    # --- events ------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(288, 300)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 160)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._forget()  # all cells again

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, 1),
            Qt.Key.Key_Down: (0, -1),
        }
        step = steps.get(Qt.Key(event.key()))
        shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if step is None or not shifted or self._surface is None:
            super().keyPressEvent(event)
            return
        n = _side(self._surface.shape)
        row, column = divmod(self._marked, n)
        column = min(max(column + step[0], 0), n - 1)
        row = min(max(row + step[1], 0), n - 1)
        self._point(row * n + column)

    def _point_at(self, at: QPointF) -> None:
        # The probe stays where it was while the mouse is beside the surface.
        corner = self.corner(at)
        if corner >= 0:
            self._point(corner)

    def _point_away(self) -> None:
        """Leave the probe where it is."""

    def _point(self, index: int) -> None:
        if index != self._marked:
            self._marked = index
            self.update()
            self.pointed.emit(index)

    # --- painting ----------------------------------------------------------------------

    def _forget(self, _tokens: object = None) -> None:
        self._picture = None
        super()._forget()

    def _seen(self, point: NDArray[np.float32]) -> QPointF:
        pixels, _ = project(point.reshape(1, 3), self._eye, self.width(), self.height())
        return QPointF(*pixels[0].tolist())

    def paintEvent(self, _event: QPaintEvent) -> None:
        surface, tokens = self._surface, self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if surface is not None:
            if self._picture is None:
                self._picture = self._paint(surface)
            painter.drawPixmap(0, 0, self._picture)
            if self._marked >= 0:
                self._paint_probe(painter, surface)
        paint_focus(painter, self, tokens)

    def _paint(self, surface: Surface) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = blank(self)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._theme.tokens
        paint_box(painter, self.size(), self._eye, surface.axes, surface.ranges, tokens)
        image = self._by_opengl(surface, ratio)
        if image is None:
            self._paint_cells(painter, surface)
        else:
            painter.drawImage(QPointF(0, 0), image)
        painter.end()
        return picture

    def _by_opengl(self, surface: Surface, ratio: float) -> QImage | None:
        """Return surface and points as OpenGL paints them; None where it does not."""
        graphics = self._graphics
        if graphics is None or not graphics.ready:
            return None
        tokens = self._theme.tokens
        dots = ((DOT + 1.8, tokens.colour("background")), (DOT, tokens.colour("text")))
        colours = corner_colours(surface.shape, surface.colours)
        return graphics.paint(
            surface.shape, colours, surface.points, self._eye, self.size(), ratio, dots
        )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._graphics is not None:
            self._graphics.look()

    def _paint_cells(self, painter: QPainter, surface: Surface) -> None:
        """Paint cells and points, the farthest first."""
        shape, colour_of = surface.shape, surface.colour_of.tolist()
        if self._drag is not None and len(shape.cells) > MOST_DRAGGED:
            shape, colour_of = surface.coarse, surface.coarse_colour_of.tolist()
        size = self.width(), self.height()
        pixels, depth = project(shape.corners, self._eye, *size)
        dots, dot_depth = project(surface.points, self._eye, *size)
        every = np.concatenate([depth_of_cells(shape, depth), dot_depth - np.float32(NEARER)])
        share = (shade(shape, self._eye) - DARKEST) / (1 - DARKEST)
        shades = np.rint(share * (SHADES - 1)).astype(np.int64).tolist()
        cells = shape.cells.tolist()
        places = [QPointF(x, y) for x, y in pixels.tolist()]
        marks = [QPointF(x, y) for x, y in dots.tolist()]
        cap = Qt.PenCapStyle.RoundCap
        tokens = self._theme.tokens
        rim = QPen(tokens.colour("background"), DOT + 1.8, Qt.PenStyle.SolidLine, cap)
        core = QPen(tokens.colour("text"), DOT, Qt.PenStyle.SolidLine, cap)
        for number in back_to_front(every).tolist():
            if number >= len(cells):
                for pen in (rim, core):
                    painter.setPen(pen)
                    painter.drawPoint(marks[number - len(cells)])
                continue
            brush, pen = self._brush(surface, colour_of[number], shades[number])
            painter.setBrush(brush)
            painter.setPen(pen)
            painter.drawConvexPolygon([places[corner] for corner in cells[number]])

    def _brush(self, surface: Surface, colour: int, step: int) -> tuple[QBrush, QPen]:
        """Return what a cell and its edge are painted with."""
        found = self._brushes.get((colour, step))
        if found is None:
            bright = DARKEST + (1 - DARKEST) * step / (SHADES - 1)
            whole = surface.colours[colour]
            rgb = (whole.red(), whole.green(), whole.blue())
            lit, edge = (
                QColor(*(round(c * part) for c in rgb)) for part in (bright, bright * EDGE)
            )
            found = QBrush(lit), QPen(edge, 0.7)
            self._brushes[colour, step] = found
        return found

    def _paint_probe(self, painter: QPainter, surface: Surface) -> None:
        """Paint a ring on the surface, and a stem to what it is compared with."""
        tokens, corner = self._theme.tokens, surface.shape.corners[self._marked]
        at = self._seen(corner)
        other = float(surface.other[self._marked])
        ends = [at]
        if np.isfinite(other):
            ends.append(self._seen(np.array([*corner[:2], min(max(other, -1), 1)], np.float32)))
        for colour, width in ((tokens.colour("background"), 4.0), (tokens.colour("text"), 2.0)):
            painter.setPen(QPen(colour, width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawLine(ends[0], ends[-1])
            painter.drawEllipse(at, 6, 6)
        if len(ends) == 2:
            painter.setBrush(tokens.colour("text"))
            painter.setPen(QPen(tokens.colour("background"), 1))
            painter.drawEllipse(ends[1], 3, 3)


def _side(shape: Mesh) -> int:
    """Return how many corners a mesh has to a side."""
    return math.isqrt(len(shape.corners))
