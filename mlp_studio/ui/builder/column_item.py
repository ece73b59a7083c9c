"""What the builder's canvas paints: a layer as a column."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QPen, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from mlp_studio.core.arrays import FloatArray
from mlp_studio.ui.builder.geometry import BAND_WIDTH, LINE, Column, Rect
from mlp_studio.ui.builder.pace import Pace, paint_neuron
from mlp_studio.ui.theme import Tokens, font

NAME_POINTS = 9.0
FROZEN = "frozen"  # style of a layer whose weights stay
DOT = 0.26  # of a neuron's radius, while its bias is not known


def rectangle(rect: Rect, margin: float = 0.0) -> QRectF:
    """Return a `Rect` for Qt, grown by `margin` on every side."""
    return QRectF(
        rect.x - margin, rect.y - margin, rect.width + 2 * margin, rect.height + 2 * margin
    )


class ColumnItem(QGraphicsItem):
    """One layer: its neurons or band, its label, its frame and its badge.

    Parameters
    ----------
    tokens : Tokens
        Colours.
    pace : Pace
        Of all items of a scene.
    """

    def __init__(self, tokens: Tokens, pace: Pace) -> None:
        super().__init__()
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        self.setZValue(1)
        self._tokens = tokens
        self._pace = pace
        self._soft = False  # whether it was painted in haste
        self._column: Column | None = None
        self._biases: list[float] | None = None
        self._maps: tuple[QImage, ...] = ()
        self._output = False
        self._selected = self._hovered = False
        self._badge: str | None = None
        self._bounds = QRectF()

    @property
    def badge(self) -> str | None:
        """``"error"``, ``"warning"``, ``"hint"`` or None."""
        return self._badge

    def set_tokens(self, tokens: Tokens) -> None:
        """Take another look."""
        self._tokens = tokens
        self.update()

    def set_column(self, column: Column, *, output: bool) -> None:
        """Show a column; `output` colours the last layer."""
        if (column, output) == (self._column, self._output):
            return
        self.prepareGeometryChange()
        self._column, self._output = column, output
        self._biases = None
        if self._maps and len(self._maps) != len(column.ys):
            self._maps = ()
        both = rectangle(column.body, 12).united(rectangle(column.label, 8))
        self._bounds = both
        self.update()

    def sharpen(self) -> None:
        """Paint what was painted in haste with care."""
        if self._soft:
            self.update()

    def set_biases(self, values: FloatArray | None) -> None:
        """Let the dots in the neurons grow with these biases."""
        biases = None if values is None else values.tolist()
        if biases != self._biases:
            self._biases = biases
            if not self._maps:  # these cover the dots
                self.update()

    def set_maps(self, maps: tuple[QImage, ...]) -> None:
        """Show what each drawn unit answers all over the plane; nothing to show it plain."""
        fits = self._column is not None and len(maps) == len(self._column.ys)
        if maps or self._maps:
            self._maps = maps if fits else ()
            self.update()

    def set_state(self, *, selected: bool, badge: str | None) -> None:
        """Frame it, mark it."""
        if (selected, badge) != (self._selected, self._badge):
            self._selected, self._badge = selected, badge
            self.update()

    def set_hovered(self, hovered: bool) -> None:
        """Show that it can be clicked."""
        if hovered != self._hovered:
            self._hovered = hovered
            self.update()

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(
        self,
        painter: QPainter,
        _option: QStyleOptionGraphicsItem,
        _widget: QWidget | None = None,
    ) -> None:
        column = self._column
        if column is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_frame(painter, column)
        if column.row:
            painter.setPen(QPen(self._tokens.colour("accent" if self._selected else "line"), 1))
            y0 = column.body.y + column.body.height + (1 if self._selected else 0)
            painter.drawLine(QPointF(column.x, y0), QPointF(column.x, column.label.y - 2))
        if column.cell.kind == "band":
            self._paint_band(painter, column)
        else:
            self._paint_neurons(painter, column)
        self._paint_label(painter, column)
        if column.cell.style == FROZEN:
            paint_lock(painter, QPointF(column.x, column.body.y + column.body.height), self._tokens)
        if self._badge:
            self._paint_badge(painter, column)

    def _paint_frame(self, painter: QPainter, column: Column) -> None:
        if not (self._selected or self._hovered):
            return
        tokens = self._tokens
        pen = QPen(tokens.colour("accent"), 1.6) if self._selected else Qt.PenStyle.NoPen
        fill = tokens.colour("selection" if self._selected else "control_hover")
        fill.setAlphaF(0.35 if self._selected else 0.6)
        painter.setPen(pen)
        painter.setBrush(fill)
        painter.drawPath(_outline(column))

    def _paint_neurons(self, painter: QPainter, column: Column) -> None:
        tokens = self._tokens
        if column.cell.kind == "input" or column.cell.style == FROZEN:
            ring = tokens.colour("muted")
        else:
            ring = tokens.colour("good" if self._output else "training")
        radius = column.radius
        self._soft = self._pace.hurried
        if self._maps:
            self._paint_maps(painter, column, ring)
        elif self._soft and self._biases is None:
            self._stamp_neurons(painter, column, ring)
        else:
            for number, y in enumerate(column.ys):
                dot = DOT
                if self._biases is not None and number < len(self._biases):
                    dot = 0.18 + 0.42 * abs(self._biases[number])
                centre = QPointF(column.x, y)
                paint_neuron(painter, centre, radius, ring, tokens.colour("panel"), dot)
        if column.elided:
            painter.setBrush(tokens.colour("muted"))
            painter.setPen(Qt.PenStyle.NoPen)
            apart = min(6.0, radius * 0.7)
            dot = min(1.5, apart * 0.3)
            for offset in (-apart, 0.0, apart):
                painter.drawEllipse(QPointF(column.x, column.dots_y + offset), dot, dot)

    def _stamp_neurons(self, painter: QPainter, column: Column, ring: QColor) -> None:
        """Put the same picture, to whole pixels, at every neuron."""
        view, ratio = painter.worldTransform(), painter.device().devicePixelRatioF()
        fill = self._tokens.colour("panel")
        stamp = self._pace.stamp(column.radius, view.m11(), ratio, ring, fill, DOT)
        half = stamp.deviceIndependentSize().width() / 2
        painter.resetTransform()
        for y in column.ys:
            place = view.map(QPointF(column.x, y))
            painter.drawPixmap(round(place.x() - half), round(place.y() - half), stamp)
        painter.setWorldTransform(view)

    def _paint_maps(self, painter: QPainter, column: Column, ring: QColor) -> None:
        radius = column.radius
        painter.setPen(QPen(ring, max(1.0, radius * 0.13)))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for y, image in zip(column.ys, self._maps, strict=True):
            box = QRectF(column.x - radius, y - radius, 2 * radius, 2 * radius)
            side = 2 * radius / image.width()
            brush = QBrush(image)
            brush.setTransform(QTransform(side, 0, 0, side, box.x(), box.y()))
            painter.setBrush(brush)
            painter.drawRoundedRect(box, radius * 0.32, radius * 0.32)

    def _paint_band(self, painter: QPainter, column: Column) -> None:
        tokens = self._tokens
        body = column.body
        band = QRectF(column.x - BAND_WIDTH / 2, body.y + 4, BAND_WIDTH, body.height - 8)
        fill = tokens.colour("line")
        fill.setAlphaF(0.45 if column.cell.style == "reshape" else 0.8)
        painter.setBrush(fill)
        painter.setPen(_BAND_PENS[column.cell.style](tokens))
        painter.drawRoundedRect(band, BAND_WIDTH / 2, BAND_WIDTH / 2)

    def _paint_label(self, painter: QPainter, column: Column) -> None:
        tokens = self._tokens
        label = column.label
        line = QRectF(label.x - 4, label.y, label.width + 8, LINE)
        centred = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(font(NAME_POINTS, bold=True))
        painter.setPen(tokens.colour("text"))
        for words in column.name_lines:
            painter.drawText(line, centred, words)
            line.translate(0, LINE)
        painter.setFont(font(NAME_POINTS))
        for words, colour in zip(column.cell.details, ("secondary", "muted"), strict=False):
            painter.setPen(tokens.colour(colour))
            painter.drawText(line, centred, words)
            line.translate(0, LINE)

    def _paint_badge(self, painter: QPainter, column: Column) -> None:
        tokens = self._tokens
        centre = QPointF(column.x, column.body.y - 2)
        painter.setPen(QPen(tokens.colour("background"), 2))
        if self._badge == "hint":
            painter.setBrush(tokens.colour("accent"))
            painter.drawEllipse(centre, 5, 5)
            return
        painter.setBrush(tokens.colour("error" if self._badge == "error" else "warning"))
        painter.drawEllipse(centre, 8, 8)
        painter.setPen(tokens.colour("panel"))
        painter.setFont(font(NAME_POINTS, bold=True))
        box = QRectF(centre.x() - 8, centre.y() - 8, 16, 16)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "!")


def _no_pen(_tokens: Tokens) -> QPen:
    return QPen(Qt.PenStyle.NoPen)


def _dashed(tokens: Tokens) -> QPen:
    return QPen(tokens.colour("muted"), 1, Qt.PenStyle.DashLine)


def _solid(tokens: Tokens) -> QPen:
    return QPen(tokens.colour("muted"), 1)


def _coloured(tokens: Tokens) -> QPen:
    return QPen(tokens.colour("training"), 1.5)  # as the neurons' rings


_BAND_PENS = {
    "": _no_pen,
    "drop": _no_pen,
    "reshape": _dashed,
    "normalise": _solid,
    "activate": _coloured,
}


def paint_lock(painter: QPainter, centre: QPointF, tokens: Tokens) -> None:
    """Paint a small padlock on a disc: these weights stay."""
    x, y = centre.x(), centre.y()
    painter.setPen(QPen(tokens.colour("muted"), 1))
    painter.setBrush(tokens.colour("panel"))
    painter.drawEllipse(centre, 8, 8)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(tokens.colour("secondary"), 1.4))
    painter.drawArc(QRectF(x - 2.4, y - 5, 4.8, 6), 0, 180 * 16)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tokens.colour("secondary"))
    painter.drawRoundedRect(QRectF(x - 4, y - 1.8, 8, 5.8), 1.2, 1.2)


def _outline(column: Column) -> QPainterPath:
    """Return one rounded frame around body and label."""
    body = QPainterPath()
    frame = rectangle(column.body)
    label = QPainterPath()
    label.addRoundedRect(rectangle(column.label).adjusted(-4, -2, 4, 3), 6, 6)
    if column.row:  # a leader line joins them between the labels of the upper row
        body.addRoundedRect(frame, 6, 6)
        body.addPath(label)
        return body
    frame.setBottom(column.label.y + column.label.height + 3)
    body.addRoundedRect(frame, 6, 6)
    return body.united(label)
