"""How points are drawn: the same on the screen and in an exported film."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen, QPolygonF

from mlp_studio.core.arrays import FloatArray
from mlp_studio.ui.common.points import Layer, Stamp, faded, palette, picture, stamp
from mlp_studio.ui.theme import RHYTHM, Tokens, font
from mlp_studio.ui.training.ticks import linear_ticks

MARGIN = 0.06  # free space around the points, as a share of their span
PIXELS_PER_MARK = 90
FADED = 0.18  # opacity of what is not selected
SHOWN = 0.85
MOST = 20  # pixels across
STAR = 10.0  # pixels from its middle to its points

Range = NDArray[np.float64]  # ((left, bottom), (right, top))


def wanted_range(points: FloatArray) -> Range | None:
    """Return the corners around points; None where there are none."""
    if not len(points):
        return None
    low = points.min(axis=0).astype(np.float64)
    high = points.max(axis=0).astype(np.float64)
    span = high - low
    # A range without width, or far narrower than the other, would show only noise.
    least = max(float(span.max()) * 1e-3, float(np.abs(high).max()) * 1e-6, 1e-9)
    room = np.maximum(span, least) * MARGIN + (span < least) * least
    return np.array([low - room, high + room])


@dataclass(frozen=True, eq=False)
class Star:
    """Something that is shown besides the points, and the examples nearest to it.

    Parameters
    ----------
    point : FloatArray of shape (k,)
        Its place.
    near : FloatArray of shape (m, k)
        Those of the examples.
    colours : tuple of QColor
        One an example.
    """

    point: FloatArray
    near: FloatArray
    colours: tuple[QColor, ...]


@dataclass
class Scene:
    """Points, their colours, and the part of the plane that is shown."""

    points: FloatArray = field(default_factory=lambda: np.zeros((0, 2), np.float32))
    colour_of: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, np.int64))
    colours: tuple[QColor, ...] = ()
    hidden: frozenset[int] = frozenset()
    selected: NDArray[np.bool_] | None = None
    marked: int = -1
    range: Range | None = None
    square: bool = False
    figures: bool = True
    enlarged: float = 1.0
    caption: str = ""
    ground: QImage | None = None  # behind the points, between these corners
    corners: Range | None = None
    star: Star | None = None

    def visible(self) -> NDArray[np.bool_]:
        """Return which points are drawn."""
        return ~np.isin(self.colour_of, list(self.hidden))

    def scale(self, frame: QRectF) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return pixels for a unit and the pixel of the range's middle, as (x, y)."""
        corners = self.range if self.range is not None else np.array([[0.0, 0.0], [1.0, 1.0]])
        scale = np.array([frame.width(), frame.height()]) / (corners[1] - corners[0])
        if self.square:
            scale[:] = scale.min()
        return scale, np.array([frame.center().x(), frame.center().y()])

    def to_pixels(self, points: FloatArray | Range, frame: QRectF) -> NDArray[np.float64]:
        """Return where points are drawn in a frame."""
        corners = self.range if self.range is not None else np.array([[0.0, 0.0], [1.0, 1.0]])
        scale, middle = self.scale(frame)
        off = (points.astype(np.float64) - corners.mean(axis=0)) * scale
        return np.asarray(middle + off * (1, -1))


def within(corners: Range, wanted: Range, ground: Range) -> Range:
    """Return a range cut to a picture behind the points, as far as all of them stay on it."""
    return np.array(
        [
            np.maximum(corners[0], np.minimum(ground[0], wanted[0])),
            np.minimum(corners[1], np.maximum(ground[1], wanted[1])),
        ]
    )


def paint(painter: QPainter, frame: QRectF, scene: Scene, tokens: Tokens) -> None:
    """Draw a scene into a frame."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(tokens.colour("line"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(frame, 6, 6)
    if scene.range is not None:
        _paint_ground(painter, frame, scene)
        _paint_scale(painter, frame, scene, tokens)
        _paint_points(painter, frame, scene, tokens)
        paint_scene_star(painter, frame, scene, tokens)
    if scene.caption:
        paint_caption(painter, frame, scene.caption, tokens)


def paint_scene_star(painter: QPainter, frame: QRectF, scene: Scene, tokens: Tokens) -> None:
    """Draw a scene's star into a frame, where it has one."""
    star = scene.star
    if star is not None and scene.range is not None and star.point.shape == (2,):
        cloud = np.concatenate([star.point[None], star.near])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_star(painter, frame, scene.to_pixels(cloud, frame), star.colours, tokens)


def paint_star(
    painter: QPainter,
    frame: QRectF,
    pixels: NDArray[np.floating],
    colours: tuple[QColor, ...],
    tokens: Tokens,
) -> None:
    """Draw a star with thin lines to the examples nearest to it.

    Parameters
    ----------
    painter : QPainter
        With antialiasing.
    frame : QRectF
        Nothing is drawn outside.
    pixels : ndarray of shape (1 + m, 2)
        The star's place, then those of the examples.
    colours : tuple of QColor
        One an example.
    tokens : Tokens
        The look in force.
    """
    painter.save()
    painter.setClipRect(frame)
    middle, *ends = (QPointF(x, y) for x, y in pixels.tolist())
    painter.setPen(QPen(tokens.colour("secondary"), 1))
    for end in ends:
        painter.drawLine(middle, end)
    painter.setPen(QPen(tokens.colour("text"), 1.2))
    for end, colour in zip(ends, colours, strict=True):
        painter.setBrush(colour)
        painter.drawEllipse(end, 4.0, 4.0)
    turns = np.arange(10) * np.pi / 5 - np.pi / 2
    reach = np.where(np.arange(10) % 2 == 0, STAR, 0.44 * STAR)
    steps = np.stack([np.cos(turns), np.sin(turns)], axis=1) * reach[:, None]
    painter.setPen(QPen(tokens.colour("background"), 1.5))
    painter.setBrush(tokens.colour("text"))
    painter.drawPolygon(QPolygonF([middle + QPointF(x, y) for x, y in steps.tolist()]))
    painter.restore()


def paint_lasso(painter: QPainter, places: list[QPointF], tokens: Tokens) -> None:
    """Draw the line that is being drawn around points."""
    accent = tokens.colour("accent")
    painter.setPen(QPen(accent, 1.5, Qt.PenStyle.DashLine))
    accent.setAlphaF(0.12)
    painter.setBrush(accent)
    painter.drawPolygon(QPolygonF(places))


def paint_caption(painter: QPainter, frame: QRectF, caption: str, tokens: Tokens) -> None:
    """Put a caption into the upper right corner, readable over what is there."""
    painter.setFont(font(9))
    flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
    inside = frame.adjusted(2 * RHYTHM, RHYTHM + 2, -2 * RHYTHM, -RHYTHM).toRect()
    wrapped = flags | Qt.TextFlag.TextWordWrap
    words = QRectF(painter.boundingRect(inside, wrapped, caption))
    ground = tokens.colour("background")
    ground.setAlphaF(0.85)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(words.adjusted(-RHYTHM, -3, RHYTHM, 3), 6, 6)
    painter.setPen(tokens.colour("secondary"))
    painter.drawText(inside, wrapped, caption)


def _paint_ground(painter: QPainter, frame: QRectF, scene: Scene) -> None:
    """Paint the picture behind the points where it belongs."""
    if scene.ground is None or scene.corners is None:
        return
    (left, bottom), (right, top) = scene.to_pixels(scene.corners, frame).tolist()
    painter.save()
    painter.setClipRect(frame.adjusted(1, 1, -1, -1))
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(QRectF(left, top, right - left, bottom - top), scene.ground)
    painter.restore()


def _paint_scale(painter: QPainter, frame: QRectF, scene: Scene, tokens: Tokens) -> None:
    """Small figures along the lower and the left edge, and the two lines of zero."""
    scale, middle = scene.scale(frame)
    if scene.range is None or not scene.figures:
        return
    centre = scene.range.mean(axis=0)
    half = np.array([frame.width(), frame.height()]) / 2 / scale
    low, high = centre - half, centre + half
    zero = scene.to_pixels(np.zeros((1, 2)), frame)[0]
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


def _paint_set_off(
    painter: QPainter, frame: QRectF, scene: Scene, pixels: NDArray[np.float64], tokens: Tokens
) -> None:
    """Draw points on a ground of their own colours: with rims, and all at once, being more."""
    ratio = painter.device().devicePixelRatio()
    width, height = math.ceil(frame.width() * ratio), math.ceil(frame.height() * ratio)
    places = (pixels - (frame.left(), frame.top())) * ratio
    solid = palette((*scene.colours, tokens.colour("background")))
    colours = np.concatenate([solid, faded(solid, round(255 * FADED))])
    rim = np.full(len(places), len(solid) - 1)
    across = _size(scene) * ratio
    point, whole = (
        stamp("disc", min(MOST, max(1, round(side)))) for side in (across, across + 2 * ratio)
    )
    shown, layers = scene.visible(), []
    if scene.selected is not None:
        others, shown = shown & ~scene.selected, shown & scene.selected
        pale = scene.colour_of[others] + len(solid)
        layers.append(
            Layer(places[others], pale, Stamp(point.core, point.rim[:0], point.cover[:0]))
        )
    layers.append(Layer(places[shown], rim[shown], whole))
    points = [Layer(places[shown], scene.colour_of[shown], point)]
    for some in (layers, points):  # one over the other: the points' own edges stay soft
        picture(some, colours, width, height).draw(painter, frame.topLeft(), ratio)


def _size(scene: Scene) -> float:
    """Return how many pixels across a point is."""
    return (5.0 if len(scene.points) > 300 else 6.0) * scene.enlarged


def _paint_points(painter: QPainter, frame: QRectF, scene: Scene, tokens: Tokens) -> None:
    pixels = scene.to_pixels(scene.points, frame)
    if scene.ground is not None:
        _paint_set_off(painter, frame, scene, pixels, tokens)
    else:
        _paint_plain(painter, scene, pixels)
    if 0 <= scene.marked < len(pixels):
        painter.setPen(QPen(tokens.colour("text"), 2))
        painter.setBrush(QBrush(scene.colours[int(scene.colour_of[scene.marked])]))
        x, y = pixels[scene.marked].tolist()
        painter.drawEllipse(QPointF(x, y), 5.5, 5.5)


def _paint_plain(painter: QPainter, scene: Scene, pixels: NDArray[np.float64]) -> None:
    size, selected = _size(scene), scene.selected
    layers = [(None, SHOWN)] if selected is None else [(~selected, FADED), (selected, 1.0)]
    for among, opacity in layers:
        for number in np.unique(scene.colour_of).tolist():
            if number in scene.hidden:
                continue
            chosen = scene.colour_of == number
            if among is not None:
                chosen &= among
            colour = QColor(scene.colours[number])
            colour.setAlphaF(opacity)
            painter.setPen(QPen(colour, size, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawPoints(QPolygonF([QPointF(x, y) for x, y in pixels[chosen].tolist()]))
