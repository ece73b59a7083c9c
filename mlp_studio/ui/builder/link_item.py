"""The curves between two columns of neurons, and one of them by itself."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from mlp_studio.core.arrays import FloatArray
from mlp_studio.ui.builder.geometry import Column
from mlp_studio.ui.builder.pace import Pace
from mlp_studio.ui.builder.raster import BEND, FAINT, FULL, THICK, THIN, CurveRaster, rgb
from mlp_studio.ui.theme import Tokens

LARGEST_RASTER = 2.2  # beyond this scale few curves are in view and are stroked one by one

BUNDLE = 0.12  # opacity of a bundle's ground in its middle


class LinkItem(QGraphicsItem):
    """Plain thin lines while untrained; then coloured and as strong as the weights.

    The item keeps its picture until curves or weights change, so that dragging and
    hovering over a deep network repaints none of it.

    Parameters
    ----------
    tokens : Tokens
        Colours.
    pace : Pace
        Of all connections of a scene.
    """

    def __init__(self, tokens: Tokens, pace: Pace) -> None:
        super().__init__()
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        self.setZValue(0)
        self._pace = pace
        self._picture: QImage | None = None
        self._bundle: QImage | None = None
        self._soft = False  # whether a scaled picture is shown
        self._ends: tuple[Column, Column] | None = None
        self._values: FloatArray | None = None
        self._raster: CurveRaster | None = None
        self._bounds = QRectF()
        self._tokens = tokens

    @property
    def values(self) -> FloatArray | None:
        """The weights that are shown, from −1 to 1."""
        return self._values

    def set_tokens(self, tokens: Tokens) -> None:
        """Take another look."""
        self._tokens = tokens
        self._bundle = None
        self.update()

    def set_ends(self, source: Column, target: Column) -> None:
        """Draw between two columns."""
        if self._ends == (source, target):
            return
        self.prepareGeometryChange()
        self._ends = (source, target)
        self._raster = None
        self._values = None
        # Whole pixels, so that the picture is not blurred by a shift of half a one.
        left = math.floor(source.x + source.radius)
        right = math.ceil(target.x - target.radius)
        top = math.floor(min(source.ys[0], target.ys[0]) - 4)
        bottom = math.ceil(max(source.ys[-1], target.ys[-1]) + 4)
        self._bounds = QRectF(left, top, right - left, bottom - top)
        self.update()

    def set_values(self, values: FloatArray | None) -> None:
        """Show weights, or that there are none."""
        if values is not None or self._values is not None:
            self._values = values
            self.update()

    def sharpen(self) -> None:
        """Replace a scaled picture by one at the scale in force."""
        if self._soft:
            self.update()

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(
        self,
        painter: QPainter,
        _option: QStyleOptionGraphicsItem,
        _widget: QWidget | None = None,
    ) -> None:
        if self._ends is None:
            return
        scale = painter.worldTransform().m11() * painter.device().devicePixelRatioF()
        if self._values is not None and scale <= LARGEST_RASTER:
            self._paint_picture(painter, *self._ends, self._values, scale)
        elif self._values is None and self._elided:
            self._paint_bundle(painter, *self._ends, scale)
        else:
            self._soft = False
            self._paint_strokes(painter, *self._ends, self._values)

    @property
    def _elided(self) -> bool:
        """Whether only some of the connections are drawn."""
        return self._ends is not None and any(column.elided for column in self._ends)

    def _paint_picture(
        self,
        painter: QPainter,
        source: Column,
        target: Column,
        values: FloatArray,
        scale: float,
    ) -> None:
        box = self._bounds
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, scale != round(scale))
        if self._picture is not None and self._pace.hurried:
            painter.drawImage(box, self._picture)
            self._soft = True
            return
        self._soft = False
        raster = self._raster
        if raster is None or raster.scale != scale:
            sources = [y - box.top() for y in source.ys]
            targets = [y - box.top() for y in target.ys]
            raster = self._pace.raster(box.width(), box.height(), sources, targets, scale)
            self._raster = raster
        tokens = self._tokens
        # Kept with the image, which only looks at its bytes.
        self._pixels = raster.render(values, rgb(tokens.positive), rgb(tokens.negative))
        self._picture = QImage(
            self._pixels.data,
            raster.width,
            raster.height,
            4 * raster.width,
            QImage.Format.Format_ARGB32_Premultiplied,
        )
        painter.drawImage(box, self._picture)

    def _paint_strokes(
        self, painter: QPainter, source: Column, target: Column, values: FloatArray | None
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, right = self._bounds.left(), self._bounds.right()
        painter.setPen(_plain_pen(self._tokens, len(source.ys) * len(target.ys)))
        strokes = [
            (0.0 if values is None else float(values[i, j]), y, z)
            for i, y in enumerate(source.ys)
            for j, z in enumerate(target.ys)
        ]
        strokes.sort(key=lambda stroke: abs(stroke[0]))  # the strongest on top
        for value, y, z in strokes:
            if values is not None:
                painter.setPen(_pen(value, self._tokens))
            painter.drawPath(curve(left, y, right, z))

    def _paint_bundle(
        self, painter: QPainter, source: Column, target: Column, scale: float
    ) -> None:
        """Draw what all connections cover together, and some of them on it."""
        self._soft = self._pace.hurried
        if self._bundle is None or not self._soft:
            self._bundle = self._ground(source, target, scale)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self._bounds, self._bundle)
        if not self._soft:
            self._paint_strokes(painter, source, target, None)

    def _ground(self, source: Column, target: Column, scale: float) -> QImage:
        """Return the picture of a bundle's ground."""
        box = self._bounds
        width, height = (max(1, round(side * scale)) for side in (box.width(), box.height()))
        picture = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
        picture.fill(Qt.GlobalColor.transparent)
        left, right = box.left(), box.right()
        bundle = curve(left, source.ys[0], right, target.ys[0])
        bundle.lineTo(right, target.ys[-1])
        bundle.connectPath(curve(left, source.ys[-1], right, target.ys[-1]).toReversed())
        bundle.closeSubpath()
        fading = QLinearGradient(left, 0, right, 0)
        for place, opacity in ((0.0, 0.0), (0.35, BUNDLE), (0.65, BUNDLE), (1.0, 0.0)):
            colour = self._tokens.colour("muted")
            colour.setAlphaF(opacity)
            fading.setColorAt(place, colour)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(picture.width() / box.width(), picture.height() / box.height())
        painter.translate(-box.topLeft())
        painter.fillPath(bundle, fading)
        painter.end()
        return picture


def curve(x0: float, y0: float, x1: float, y1: float) -> QPainterPath:
    """Return the connection between two neurons' edges."""
    path = QPainterPath(QPointF(x0, y0))
    bend = (x1 - x0) * BEND
    path.cubicTo(x0 + bend, y0, x1 - bend, y1, x1, y1)
    return path


class StrokeItem(QGraphicsItem):
    """One connection, drawn strongly over the others."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._tokens = tokens
        self._path = QPainterPath()
        self._positive = True
        self.setZValue(0.5)
        self.setVisible(False)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take another look."""
        self._tokens = tokens
        self.update()

    def show_curve(self, source: Column, target: Column, i: int, j: int, weight: float) -> None:
        """Show the connection between two of the drawn units."""
        left, right = source.x + source.radius, target.x - target.radius
        self.prepareGeometryChange()
        self._path = curve(left, source.ys[i], right, target.ys[j])
        self._positive = weight >= 0
        self.setVisible(True)
        self.update()

    def boundingRect(self) -> QRectF:
        return self._path.boundingRect().adjusted(-5, -5, 5, 5)

    def paint(
        self,
        painter: QPainter,
        _option: QStyleOptionGraphicsItem,
        _widget: QWidget | None = None,
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._tokens.colour("background"), 6))
        painter.drawPath(self._path)
        painter.setPen(QPen(self._tokens.colour("positive" if self._positive else "negative"), 3.2))
        painter.drawPath(self._path)


def _plain_pen(tokens: Tokens, curves: int) -> QPen:
    """Return the pen of untrained connections, fainter where there are many."""
    colour = tokens.colour("muted")
    colour.setAlphaF(0.28 * min(1.0, math.sqrt(16 / curves)))
    return QPen(colour, 0.7)


def _pen(value: float, tokens: Tokens) -> QPen:
    colour = QColor(tokens.positive if value >= 0 else tokens.negative)
    colour.setAlphaF(FAINT + (FULL - FAINT) * abs(value) ** 1.3)
    return QPen(colour, THIN + (THICK - THIN) * abs(value))
