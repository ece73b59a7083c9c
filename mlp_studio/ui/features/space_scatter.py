"""Features in space: turned by mouse and keys, readable and selectable as in the plane."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from mlp_studio.analysis.space import Eye, project
from mlp_studio.core.arrays import FloatArray
from mlp_studio.ui.examples.plot_frame import AxisLook
from mlp_studio.ui.examples.space_plot import Space, SpacePlot
from mlp_studio.ui.features.lasso import Lasso, inside
from mlp_studio.ui.features.scatter import SHRINK
from mlp_studio.ui.features.scene import (
    Range,
    Star,
    paint_caption,
    paint_lasso,
    paint_star,
    wanted_range,
)
from mlp_studio.ui.theme import Theme

LARGER = 1.3  # than the first view of examples: below a network there is little height
LETTERS = ("1", "2", "3")


def in_cube(points: FloatArray, corners: Range) -> NDArray[np.float32]:
    """Return points with the corners of a range at −1 and 1."""
    span = np.maximum(corners[1] - corners[0], 1e-30)
    return np.asarray((points - corners[0]) / span * 2 - 1, np.float32)


def space_of(
    points: FloatArray,
    colour_of: NDArray[np.int64],
    colours: tuple[QColor, ...],
    corners: Range,
    names: tuple[str, str, str] = LETTERS,
) -> Space:
    """Return points in the box of a range."""
    low, high = corners.tolist()
    axes = AxisLook(names[0]), AxisLook(names[1]), AxisLook(names[2])
    ranges = ((low[0], high[0]), (low[1], high[1]), (low[2], high[2]))
    return Space(in_cube(points, corners), colour_of, colours, axes, ranges)


class SpaceScatter(SpacePlot):
    """A scatter plot in three dimensions whose points move.

    The range of the axes grows at once where points leave it and shrinks slowly.

    Parameters
    ----------
    theme : Theme
        The look in force.
    name : str
        What is shown, for screen readers.

    Signals
    -------
    lassoed(ndarray of bool)
        A line was drawn around these points.
    picked(int)
        This point was clicked to be selected, or no longer.
    """

    lassoed = Signal(object)
    picked = Signal(int)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, parent)
        self._first = self._eye = Eye(zoom=LARGER)
        self._lasso = Lasso()
        self.lasso_on = False  # every drag draws a lasso, not only one with Shift
        self._points: FloatArray = np.zeros((0, 3), np.float32)
        self._range: Range | None = None
        self._star: Star | None = None
        self._caption = ""
        self.names: tuple[str, str, str] = LETTERS

    @property
    def points(self) -> FloatArray:
        """The points, shape (n, 3)."""
        return self._points

    @property
    def view_range(self) -> Range | None:
        """The corners of the box."""
        return None if self._range is None else self._range.copy()

    @property
    def caption(self) -> str:
        """Words in the upper corner."""
        return self._caption

    @caption.setter
    def caption(self, words: str) -> None:
        self._caption = words
        self.update()

    @property
    def star(self) -> Star | None:
        """What is shown besides the points."""
        return self._star

    @property
    def star_place(self) -> QPointF | None:
        """Where it is seen, in pixels."""
        star = self._star
        if star is None or self._range is None or star.point.shape != (3,):
            return None
        placed = in_cube(star.point[None], self._range)
        x, y = project(placed, self.eye, self.width(), self.height())[0][0].tolist()
        return QPointF(x, y)

    def show_points(
        self,
        points: FloatArray,
        colour_of: NDArray[np.int64],
        colours: tuple[QColor, ...],
        *,
        anew: bool = False,
    ) -> None:
        """Show points; see `ScatterView.show_points`.

        Parameters
        ----------
        points : FloatArray of shape (n, 3)
            Where they are.
        colour_of : ndarray of shape (n,)
            Which of `colours` each has.
        colours : tuple of QColor
            The colours.
        anew : bool
            Whether these are other points than before, so that the range fits them at once.
        """
        self._points = points
        wanted = self._wanted()
        if wanted is None:
            wanted = np.array([[0.0] * 3, [1.0] * 3])
        if anew or self._range is None:
            self._range = wanted
        else:
            low, high = np.minimum(self._range[0], wanted[0]), np.maximum(self._range[1], wanted[1])
            grown = np.array([low, high])
            self._range = grown + (wanted - grown) * SHRINK
        self.show_space(space_of(points, colour_of, colours, self._range, self.names))

    def show_figures(self, _on: bool) -> None:
        """Show figures along the box: always."""

    def show_star(self, star: Star | None) -> None:
        """Show something besides the points; None shows nothing."""
        if star is self._star:
            return
        self._star = star
        space, wanted = self.space, self._wanted()
        if space is not None and wanted is not None and star is not None:
            self.show_points(self._points, space.colour_of, space.colours)
        self.update()

    def _wanted(self) -> Range | None:
        """Return the corners around everything that is shown."""
        star, points = self._star, self._points
        if star is not None and len(points) and star.point.shape == (3,):
            points = np.concatenate([points, star.point[None], star.near])
        return wanted_range(points)

    def mark(self, index: int) -> None:
        """Ring a point; -1 rings none."""
        if index != self._marked:
            self._marked = index
            self.update()

    # --- events ------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        left = event.button() == Qt.MouseButton.LeftButton
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if left and (self.lasso_on or shift):
            self._lasso.begin(event.position())
            self.pointed.emit(-1)
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._lasso.drawn:
            self._lasso.go_on(event.position())
            self.update()
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._lasso.drawn:
            line = self._lasso.end()
            self.update()
            seen = self.seen
            among = inside(line, seen.pixels.astype(np.float64))
            self.lassoed.emit(among & np.isfinite(seen.depth))
        elif (
            self._pressed is not None
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
            and (index := self.nearest(event.position())) >= 0
        ):
            self._pressed = self._drag = None
            self.unsetCursor()
            self.picked.emit(index)
        else:
            super().mouseReleaseEvent(event)

    # --- painting ----------------------------------------------------------------------

    def _paint_over(self, painter: QPainter) -> None:
        tokens = self._theme.tokens
        if self._star is not None and self._range is not None and self._star.point.shape == (3,):
            cloud = np.concatenate([self._star.point[None], self._star.near])
            placed = in_cube(cloud, self._range)
            pixels, _ = project(placed, self.eye, self.width(), self.height())
            paint_star(painter, QRectF(self.rect()), pixels, self._star.colours, tokens)
        if self._caption:
            paint_caption(painter, QRectF(self.rect()), self._caption, tokens)
        if self._lasso.drawn:
            paint_lasso(painter, self._lasso.places, tokens)
