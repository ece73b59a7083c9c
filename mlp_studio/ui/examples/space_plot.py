"""Points in space: turned by mouse and keys, painted without OpenGL."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from mlp_studio.analysis.space import Eye, back_to_front, project
from mlp_studio.core.arrays import AnyArray
from mlp_studio.ui.common.points import Layer, Painted, picture, stamp
from mlp_studio.ui.examples.box import paint_box
from mlp_studio.ui.examples.plot_frame import AxisLook
from mlp_studio.ui.examples.turnable import Turnable
from mlp_studio.ui.theme import Theme, Tokens

REACH = 10.0  # pixels around a point in which it is pointed at
VEILS = 8  # steps of fading from front to back
VEIL = 0.45  # share of the ground in the colour of the farthest points
FADED = 0.84  # and in that of points which are not selected, where some are
DRAGGED = 3.0  # pixels from which a press is no click

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


NOTHING = Space(
    np.zeros((0, 3), np.float32),
    np.zeros(0, np.int64),
    (QColor(),),
    (AxisLook(""), AxisLook(""), AxisLook("")),
    ((0.0, 1.0), (0.0, 1.0), (0.0, 1.0)),
)


@dataclass(frozen=True, eq=False)
class Cast:
    """Points as they are seen.

    Parameters
    ----------
    image : Painted
        Their picture.
    pixels : ndarray of shape (n, 2)
        Where each is.
    depth : ndarray of shape (n,)
        How far behind the middle; infinite for a point that is hidden.
    """

    image: Painted
    pixels: AnyArray
    depth: NDArray[np.float32]


def cast(
    space: Space,
    eye: Eye,
    size: QSize,
    ground: QColor,
    *,
    ratio: float = 1.0,
    hidden: frozenset[int] = frozenset(),
    selected: NDArray[np.bool_] | None = None,
) -> Cast:
    """Paint points as they are seen from a place. Any thread may.

    Parameters
    ----------
    space : Space
        The points.
    eye : Eye
        From where.
    size : QSize
        Of the picture, in points of the screen.
    ground : QColor
        What they fade into.
    ratio : float
        Pixels to a point of the screen.
    hidden : frozenset of int
        Colours that are left out.
    selected : ndarray of bool, shape (n,), optional
        The others fade.
    """
    pixels, depth = project(space.points, eye, size.width(), size.height())
    # 1.75 is more than half of the box's diagonal.
    veil = ((depth + 1.75) * (VEILS / 3.5)).astype(np.int64).clip(0, VEILS - 1)
    order = back_to_front(depth)
    if selected is not None:
        veil[~selected] = VEILS
        order = order[np.argsort(selected[order], kind="stable")]  # the selected ones on top
    if hidden:
        gone = np.isin(space.colour_of, list(hidden))
        order = order[~gone[order]]
        depth = np.where(gone, np.float32(np.inf), depth)
    colour_of = space.colour_of * (VEILS + 1) + veil
    count = len(order)
    across = 5 if count <= 8000 else 4 if count <= 30_000 else 3
    mark = stamp("disc", min(12, round(across * ratio * min(1.5, eye.zoom**0.5))))
    layer = Layer(pixels[order] * np.float32(ratio), colour_of[order], mark)
    width, height = math.ceil(size.width() * ratio), math.ceil(size.height() * ratio)
    colours = _veiled(tuple(c.rgb() for c in space.colours), ground.rgb())
    return Cast(picture([layer], colours, width, height), pixels, depth)


def paint_space(
    painter: QPainter, size: QSize, eye: Eye, space: Space, seen: Cast, tokens: Tokens,
    ratio: float = 1.0,
) -> None:  # fmt: skip
    """Paint the box and the points in it."""
    paint_box(painter, size, eye, space.axes, space.ranges, tokens)
    seen.image.draw(painter, QPointF(0, 0), ratio)


@lru_cache(maxsize=8)
def _veiled(colours: tuple[int, ...], ground: int) -> NDArray[np.uint32]:
    """Return each colour in steps from the front to the back, then faded; as of `palette`."""
    solid = np.array(colours, np.uint32)[:, np.newaxis, np.newaxis] >> SHIFTS & 255
    steps = np.append(np.linspace(0, VEIL, VEILS), FADED)[np.newaxis, :, np.newaxis]
    behind = np.uint32(ground) >> SHIFTS & 255
    mixed = (solid + (behind - solid.astype(np.float64)) * steps).round().astype(np.uint32)
    pixels = (mixed << SHIFTS).sum(axis=2).astype(np.uint32) | np.uint32(0xFF000000)
    return np.asarray(pixels.ravel(), np.uint32)


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
    clicked(int)
        The mouse was clicked on this point; −1 beside all of them.
    """

    pointed = Signal(int)
    clicked = Signal(int)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, parent)
        self._space: Space | None = None
        self._cast: Cast | None = None
        self._hidden: frozenset[int] = frozenset()
        self._selected: NDArray[np.bool_] | None = None
        self._pressed: QPointF | None = None  # until the mouse is dragged

    @property
    def space(self) -> Space | None:
        """The points."""
        return self._space

    @property
    def selected(self) -> NDArray[np.bool_] | None:
        """Which points are selected; None where none is."""
        return self._selected

    def show_space(self, space: Space) -> None:
        """Show points, from where the former ones were seen."""
        if self._selected is not None and len(self._selected) != len(space.points):
            self._selected = None
        if self._space is None or len(self._space.points) != len(space.points):
            self._marked = -1
        self._space = space
        self._forget()

    def select(self, selected: NDArray[np.bool_] | None) -> None:
        """Let the other points fade; None lets none."""
        self._selected = selected
        self._forget()

    def hide_colours(self, hidden: frozenset[int]) -> None:
        """Leave out the points of these colours."""
        self._hidden = hidden
        self._forget()

    def place(self, index: int) -> QPointF:
        """Return where a point is seen."""
        x, y = self.seen.pixels[index].tolist()
        return QPointF(x, y)

    def nearest(self, at: QPointF) -> int:
        """Return the foremost point at a place in pixels; −1 where none is near."""
        seen = self.seen
        if not len(seen.pixels):
            return -1
        away = np.hypot(seen.pixels[:, 0] - at.x(), seen.pixels[:, 1] - at.y())
        close = np.flatnonzero((away <= REACH) & np.isfinite(seen.depth))
        if not len(close):
            return -1
        # What is in front counts as much as what is near.
        score = away[close] / REACH + 0.5 * seen.depth[close]
        return int(close[score.argmin()])

    @property
    def seen(self) -> Cast:
        """The points as they are seen now."""
        if self._cast is None:
            space = self._space or NOTHING
            self._cast = cast(
                space,
                self._eye,
                self.size(),
                self._theme.tokens.colour("background"),
                ratio=self.devicePixelRatioF(),
                hidden=self._hidden,
                selected=self._selected,
            )
        return self._cast

    # --- events ------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(600, 260)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 140)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None:
            if (event.position() - self._pressed).manhattanLength() <= DRAGGED:
                return  # perhaps a click
            self._pressed = None
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._pressed is not None and event.button() == Qt.MouseButton.LeftButton:
            self._pressed = None
            self.clicked.emit(self.nearest(event.position()))

    def _point_at(self, at: QPointF) -> None:
        self._point(self.nearest(at))

    def _point(self, index: int) -> None:
        if index != self._marked:
            self._marked = index
            self.update()
        self.pointed.emit(index)

    # --- painting ----------------------------------------------------------------------

    def _forget(self, _tokens: object = None) -> None:
        self._cast = None
        super()._forget()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, space = self._theme.tokens, self._space
        if space is not None:
            seen = self.seen
            ratio = self.devicePixelRatioF()
            paint_space(painter, self.size(), self._eye, space, seen, tokens, ratio)
            if 0 <= self._marked < len(seen.pixels):
                painter.setPen(QPen(tokens.colour("text"), 2))
                painter.setBrush(space.colours[int(space.colour_of[self._marked])])
                painter.drawEllipse(self.place(self._marked), 5.5, 5.5)
        self._paint_over(painter)
        if self.hasFocus():
            painter.setPen(QPen(tokens.colour("accent"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 6, 6)

    def _paint_over(self, painter: QPainter) -> None:
        """Paint what lies over the points; nothing here."""
