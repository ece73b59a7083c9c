"""What the builder's canvas paints: columns, connections and marks."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from mlp_studio.core.arrays import FloatArray
from mlp_studio.ui.builder.geometry import BAND_WIDTH, LINE, Column, Layout, Rect
from mlp_studio.ui.theme import Tokens, font

NAME_POINTS = 9.0
LEVELS = 12  # of width and opacity: pens are made once for each
PLUS_RADIUS = 10.0


def rectangle(rect: Rect, margin: float = 0.0) -> QRectF:
    """Return a `Rect` for Qt, grown by `margin` on every side."""
    return QRectF(
        rect.x - margin, rect.y - margin, rect.width + 2 * margin, rect.height + 2 * margin
    )


class LinkItem(QGraphicsItem):
    """The curves between two columns of neurons.

    The item keeps its picture until curves or weights change, so that dragging and
    hovering over a deep network repaints none of it.
    """

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        self.setZValue(0)
        self._ends: tuple[Column, Column] | None = None
        self._values: FloatArray | None = None
        self._paths: list[list[QPainterPath]] = []
        self._bounds = QRectF()
        self.set_tokens(tokens)

    @property
    def values(self) -> FloatArray | None:
        """The weights that are shown, from −1 to 1."""
        return self._values

    def set_tokens(self, tokens: Tokens) -> None:
        """Take another look."""
        self._plain = _plain_pen(tokens)
        self._positive = _pens(tokens.colour("positive"))
        self._negative = _pens(tokens.colour("negative"))
        self.update()

    def set_ends(self, source: Column, target: Column) -> None:
        """Draw between two columns."""
        if self._ends == (source, target):
            return
        self._ends = (source, target)
        self.prepareGeometryChange()
        left, right = source.x + source.radius, target.x - target.radius
        top = min(source.ys[0], target.ys[0]) - 4
        bottom = max(source.ys[-1], target.ys[-1]) + 4
        self._bounds = QRectF(left, top, right - left, bottom - top)
        self._paths = [[_curve(left, y, right, z) for z in target.ys] for y in source.ys]
        self._values = None
        self.update()

    def set_values(self, values: FloatArray | None) -> None:
        """Show weights, or that there are none."""
        self._values = values
        self.update()

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(
        self,
        painter: QPainter,
        _option: QStyleOptionGraphicsItem,
        _widget: QWidget | None = None,
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._values is None:
            painter.setPen(self._plain)
            for paths in self._paths:
                for path in paths:
                    painter.drawPath(path)
            return
        for level, positive, path in self._strokes():
            painter.setPen((self._positive if positive else self._negative)[level])
            painter.drawPath(path)

    def _strokes(self) -> list[tuple[int, bool, QPainterPath]]:
        """Return level, sign and curve, the strongest last so that they lie on top."""
        if self._values is None:
            return []
        strokes = [
            (round(abs(value) * (LEVELS - 1)), value >= 0, path)
            for paths, row in zip(self._paths, self._values.tolist(), strict=True)
            for path, value in zip(paths, row, strict=False)
        ]
        strokes.sort(key=lambda stroke: stroke[0])
        return strokes


def _curve(x0: float, y0: float, x1: float, y1: float) -> QPainterPath:
    path = QPainterPath(QPointF(x0, y0))
    bend = (x1 - x0) * 0.45
    path.cubicTo(x0 + bend, y0, x1 - bend, y1, x1, y1)
    return path


def _plain_pen(tokens: Tokens) -> QPen:
    colour = tokens.colour("muted")
    colour.setAlphaF(0.28)
    return QPen(colour, 0.7)


def _pens(colour: QColor) -> list[QPen]:
    pens = []
    for level in range(LEVELS):
        share = level / (LEVELS - 1)
        tint = QColor(colour)
        tint.setAlphaF(0.10 + 0.85 * share)
        pens.append(QPen(tint, 0.6 + 1.9 * share))
    return pens


class ColumnItem(QGraphicsItem):
    """One layer: its neurons or band, its label, its frame and its badge."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        self.setZValue(1)
        self._tokens = tokens
        self._column: Column | None = None
        self._biases: list[float] | None = None
        self._output = False
        self._selected = self._hovered = False
        self._badge: str | None = None
        self._bounds = QRectF()

    @property
    def badge(self) -> str | None:
        """``"error"``, ``"warning"`` or None."""
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
        both = rectangle(column.body, 12).united(rectangle(column.label, 8))
        self._bounds = both
        self.update()

    def set_biases(self, values: FloatArray | None) -> None:
        """Let the dots in the neurons grow with these biases."""
        self._biases = None if values is None else values.tolist()
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
            pen = QPen(self._tokens.colour("line"), 1)
            painter.setPen(pen)
            y0 = column.body.y + column.body.height
            painter.drawLine(QPointF(column.x, y0), QPointF(column.x, column.label.y - 2))
        if column.cell.kind == "band":
            self._paint_band(painter, column)
        else:
            self._paint_neurons(painter, column)
        self._paint_label(painter, column)
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
        if column.cell.kind == "input":
            ring = tokens.colour("muted")
        else:
            ring = tokens.colour("good" if self._output else "training")
        inner = QColor(ring)
        inner.setAlphaF(0.8)
        radius = column.radius
        for number, y in enumerate(column.ys):
            centre = QPointF(column.x, y)
            painter.setPen(QPen(ring, max(1.2, radius * 0.19)))
            painter.setBrush(tokens.colour("panel"))
            painter.drawEllipse(centre, radius, radius)
            size = 0.26
            if self._biases is not None and number < len(self._biases):
                size = 0.18 + 0.42 * abs(self._biases[number])
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(inner)
            painter.drawEllipse(centre, radius * size, radius * size)
        if column.elided:
            painter.setBrush(tokens.colour("muted"))
            painter.setPen(Qt.PenStyle.NoPen)
            apart = min(6.0, radius * 0.66)
            for offset in (-apart, 0.0, apart):
                painter.drawEllipse(QPointF(column.x, column.dots_y + offset), 1.5, 1.5)

    def _paint_band(self, painter: QPainter, column: Column) -> None:
        tokens = self._tokens
        body = column.body
        band = QRectF(column.x - BAND_WIDTH / 2, body.y + 4, BAND_WIDTH, body.height - 8)
        fill = tokens.colour("line")
        fill.setAlphaF(0.75)
        painter.setBrush(fill)
        painter.setPen(QPen(tokens.colour("muted"), 1, Qt.PenStyle.DotLine))
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
        painter.setPen(tokens.colour("secondary"))
        painter.drawText(line, centred, column.cell.detail)

    def _paint_badge(self, painter: QPainter, column: Column) -> None:
        tokens = self._tokens
        centre = QPointF(column.x, column.body.y - 2)
        painter.setPen(QPen(tokens.colour("background"), 2))
        painter.setBrush(tokens.colour("error" if self._badge == "error" else "warning"))
        painter.drawEllipse(centre, 8, 8)
        painter.setPen(tokens.colour("panel"))
        painter.setFont(font(NAME_POINTS, bold=True))
        box = QRectF(centre.x() - 8, centre.y() - 8, 16, 16)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "!")


def _outline(column: Column) -> QPainterPath:
    """Return one rounded frame around body and label."""
    body = QPainterPath()
    frame = rectangle(column.body)
    frame.setBottom(column.label.y + column.label.height + 3)
    body.addRoundedRect(frame, 6, 6)
    label = QPainterPath()
    label.addRoundedRect(rectangle(column.label, 0).adjusted(-6, -2, 6, 3), 6, 6)
    return body.united(label)


class PlusItem(QGraphicsItem):
    """The small + that appears in a gap."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._tokens = tokens
        self.setZValue(4)
        self.setVisible(False)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take another look."""
        self._tokens = tokens
        self.update()

    def boundingRect(self) -> QRectF:
        side = PLUS_RADIUS + 2
        return QRectF(-side, -side, 2 * side, 2 * side)

    def paint(
        self,
        painter: QPainter,
        _option: QStyleOptionGraphicsItem,
        _widget: QWidget | None = None,
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._tokens.colour("accent"), 1.4))
        painter.setBrush(self._tokens.colour("panel"))
        painter.drawEllipse(QPointF(0, 0), PLUS_RADIUS, PLUS_RADIUS)
        painter.setPen(QPen(self._tokens.colour("accent"), 1.8))
        painter.drawLine(QPointF(-4.5, 0), QPointF(4.5, 0))
        painter.drawLine(QPointF(0, -4.5), QPointF(0, 4.5))


class DragMark(QGraphicsItem):
    """Where a dragged layer would go, and its name under the mouse."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._tokens = tokens
        self._line = QRectF()
        self._ghost = QRectF()
        self._words = ""
        self.setZValue(5)
        self.setVisible(False)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take another look."""
        self._tokens = tokens
        self.update()

    def show_at(self, layout: Layout, gap: int, ghost: QPointF, words: str, width: float) -> None:
        """Mark a gap and carry `words`, `width` pixels wide, at `ghost`."""
        self.prepareGeometryChange()
        body = layout.columns[0].body
        self._line = QRectF(layout.gap_x(gap) - 1.5, body.y, 3, body.height)
        self._ghost = QRectF(ghost.x() - width / 2 - 10, ghost.y() - 13, width + 20, 26)
        self._words = words
        self.setVisible(True)
        self.update()

    def boundingRect(self) -> QRectF:
        if not self._words:
            return QRectF()
        return self._line.adjusted(-6, -6, 6, 6).united(self._ghost.adjusted(-2, -2, 2, 2))

    def paint(
        self,
        painter: QPainter,
        _option: QStyleOptionGraphicsItem,
        _widget: QWidget | None = None,
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        accent = self._tokens.colour("accent")
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(accent)
        painter.drawRoundedRect(self._line, 1.5, 1.5)
        middle = self._line.center().x()
        painter.drawEllipse(QPointF(middle, self._line.top()), 4, 4)
        painter.drawEllipse(QPointF(middle, self._line.bottom()), 4, 4)
        painter.drawRoundedRect(self._ghost, 6, 6)
        painter.setPen(self._tokens.colour("on_accent"))
        painter.setFont(font(NAME_POINTS, bold=True))
        painter.drawText(self._ghost, Qt.AlignmentFlag.AlignCenter, self._words)
