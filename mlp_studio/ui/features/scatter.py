"""Points in a frame: coloured, calm while they move, readable and selectable by mouse."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QHideEvent, QImage, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from mlp_studio.core.arrays import FloatArray
from mlp_studio.ui.features.inside import Inside
from mlp_studio.ui.features.lasso import Lasso, inside
from mlp_studio.ui.features.scene import (
    Range,
    Scene,
    Star,
    paint,
    paint_lasso,
    paint_scene_star,
    wanted_range,
    within,
)
from mlp_studio.ui.theme import Theme

REACH = 12.0  # pixels around a point in which it is pointed at
SHRINK = 0.18  # share of the way a range that became too wide goes in one frame
FRAME_MS = 50
ROOM = 0.06  # of the range, left around a star that went beyond it


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
    clicked(int)
        The mouse was pressed on this point; -1 beside all of them.
    lassoed(ndarray of bool)
        A line was drawn around these points.
    picked(int)
        This point was clicked to be selected, or no longer.
    """

    pointed = Signal(int)
    clicked = Signal(int)
    lassoed = Signal(object)
    picked = Signal(int)

    def __init__(
        self, theme: Theme, name: str, *, square: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._scene = Scene(square=square)
        self._lasso = Lasso()
        self.lasso_on = False  # every drag draws a lasso, not only one with Shift
        self._picture: QPixmap | None = None  # of all but the star, which moves by itself
        self._shrink = QTimer(self)
        self._shrink.setInterval(FRAME_MS)
        self._shrink.timeout.connect(self._shrink_on)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(name)
        theme.changed.connect(self._repaint)

    # --- what it shows -----------------------------------------------------------------

    @property
    def scene(self) -> Scene:
        """What is drawn."""
        return self._scene

    @property
    def points(self) -> FloatArray:
        """The points, shape (n, 2)."""
        return self._scene.points

    @property
    def view_range(self) -> Range | None:
        """The corners that are shown, ((left, bottom), (right, top))."""
        return None if self._scene.range is None else self._scene.range.copy()

    @property
    def caption(self) -> str:
        """Words in the upper corner."""
        return self._scene.caption

    @caption.setter
    def caption(self, words: str) -> None:
        self._scene.caption = words
        self._renew()

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
        scene = self._scene
        same = points is scene.points and colours == scene.colours and not anew
        if same and np.array_equal(colour_of, scene.colour_of):
            return  # the inputs, while what the layer makes of them moves
        if scene.selected is not None and len(scene.selected) != len(points):
            scene.selected = None
        scene.points, scene.colour_of, scene.colours = points, colour_of, colours
        wanted = self._wanted()
        if wanted is None:
            scene.range = None
        elif scene.range is None or anew:
            scene.range = wanted
        else:
            scene.range[0] = np.minimum(scene.range[0], wanted[0])
            scene.range[1] = np.maximum(scene.range[1], wanted[1])
            if scene.corners is not None:  # beyond its picture there would be nothing
                scene.range = within(scene.range, wanted, scene.corners)
            if self.isVisible() and not self._settled(wanted):
                self._shrink.start()
        self._renew()

    def show_ground(self, inside: Inside | None) -> None:
        """Show a picture behind the points; None shows none."""
        scene = self._scene
        if inside is None:
            scene.ground = scene.corners = None
        else:
            scene.ground, scene.corners = as_image(inside), inside.corners
        self._renew()

    def show_star(self, star: Star | None) -> None:
        """Show something besides the points; None shows nothing."""
        scene = self._scene
        if star is scene.star:
            return
        scene.star = star
        wanted = self._wanted()
        corners = scene.range
        if wanted is not None and corners is not None:
            if star is None:
                if self.isVisible() and not self._settled(wanted):
                    self._shrink.start()
            elif (wanted[0] < corners[0]).any() or (wanted[1] > corners[1]).any():
                # With room to spare, so that a star that wanders off moves nothing else.
                spare = ROOM * (wanted[1] - wanted[0])
                scene.range = np.stack(
                    [
                        np.minimum(corners[0], wanted[0] - spare),
                        np.maximum(corners[1], wanted[1] + spare),
                    ]
                )
                self._picture = None
        self.update()

    @property
    def star(self) -> Star | None:
        """What is shown besides the points."""
        return self._scene.star

    @property
    def star_place(self) -> QPointF | None:
        """Where it is drawn, in pixels."""
        star = self._scene.star
        if star is None or star.point.shape != (2,):
            return None
        x, y = self._scene.to_pixels(star.point[None], self._frame())[0]
        return QPointF(float(x), float(y))

    def hide_colours(self, hidden: frozenset[int]) -> None:
        """Leave out the points of these colours."""
        self._scene.hidden = hidden
        self._renew()

    def mark(self, index: int) -> None:
        """Ring a point; -1 rings none."""
        if index != self._scene.marked:
            self._scene.marked = index
            self._renew()

    def select(self, selected: NDArray[np.bool_] | None) -> None:
        """Let the others fade; None lets none."""
        self._scene.selected = selected
        self._renew()

    def show_figures(self, on: bool) -> None:
        """Show or hide the figures of the scale, where distances have no meaning."""
        if on != self._scene.figures:
            self._scene.figures = on
            self._renew()

    def place(self, index: int) -> QPointF:
        """Return where a point is drawn, in pixels."""
        x, y = self._scene.to_pixels(self.points[index : index + 1], self._frame())[0]
        return QPointF(float(x), float(y))

    def nearest(self, at: QPointF) -> int:
        """Return the visible point nearest to a place in pixels; -1 where none is near."""
        if self._scene.range is None or not len(self.points):
            return -1
        off = self._scene.to_pixels(self.points, self._frame()) - (at.x(), at.y())
        distance = np.hypot(off[:, 0], off[:, 1])
        distance[~self._scene.visible()] = math.inf
        index = int(distance.argmin())
        return index if distance[index] <= REACH else -1

    # --- the range ---------------------------------------------------------------------

    def _wanted(self) -> Range | None:
        """Return the corners around everything that is shown."""
        star, points = self._scene.star, self._scene.points
        if star is not None and len(points) and star.point.shape == points.shape[1:]:
            points = np.concatenate([points, star.point[None], star.near])
        return wanted_range(points)

    def _settled(self, wanted: Range) -> bool:
        if self._scene.range is None:
            return True
        span = wanted[1] - wanted[0]
        return bool((np.abs(self._scene.range - wanted) < 0.004 * span).all())

    def _shrink_on(self) -> None:
        wanted = self._wanted()
        if wanted is None or self._scene.range is None or self._settled(wanted):
            self._shrink.stop()
            return
        self._scene.range += (wanted - self._scene.range) * SHRINK
        self._renew()

    def _frame(self) -> QRectF:
        return QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)

    # --- events ------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(380, 220)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 100)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self.lasso_on or event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._lasso.begin(event.position())
            self.pointed.emit(-1)
            return
        index = self.nearest(event.position())
        if index >= 0 and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.picked.emit(index)
        else:
            self.clicked.emit(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._lasso.drawn:
            self._lasso.go_on(event.position())
            self.update()
        else:
            self.pointed.emit(self.nearest(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or not self._lasso.drawn:
            return
        line = self._lasso.end()
        self.update()
        pixels = self._scene.to_pixels(self.points, self._frame())
        self.lassoed.emit(inside(line, pixels) & self._scene.visible())

    def leaveEvent(self, _event: QEvent) -> None:
        self.pointed.emit(-1)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._shrink.stop()

    def _repaint(self, _tokens: object) -> None:
        self._renew()

    def _renew(self) -> None:
        """Have everything painted anew, not only the star."""
        self._picture = None
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        scene, tokens = self._scene, self._theme.tokens
        if scene.star is None:
            paint(painter, self._frame(), scene, tokens)
        else:
            painter.drawPixmap(0, 0, self._all_but_the_star())
            paint_scene_star(painter, self._frame(), scene, tokens)
        if self._lasso.drawn:
            paint_lasso(painter, self._lasso.places, self._theme.tokens)

    def _all_but_the_star(self) -> QPixmap:
        """Return a picture of the scene without the star, painted where it is not known."""
        ratio = self.devicePixelRatioF()
        size = self.size() * ratio
        if self._picture is None or self._picture.size() != size:
            self._picture = QPixmap(size)
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(self._picture)
            paint(painter, self._frame(), replace(self._scene, star=None), self._theme.tokens)
            painter.end()
        return self._picture


def as_image(inside: Inside) -> QImage:
    """Return the picture of a plane as an image of its own."""
    height, width = inside.image.shape[:2]
    data = np.ascontiguousarray(inside.image).tobytes()
    return QImage(data, width, height, 3 * width, QImage.Format.Format_RGB888).convertToFormat(
        QImage.Format.Format_RGB32
    )  # a copy: the bytes end with this function
