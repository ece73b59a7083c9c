"""Marks over the network: the + in a gap, an edge to drag, where a dragged layer would go."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from mlp_studio.ui.builder.column_item import NAME_POINTS
from mlp_studio.ui.builder.geometry import Layout, Rect
from mlp_studio.ui.theme import Tokens, font

PLUS_RADIUS = 10.0


class Mark(QGraphicsItem):
    """Something over the network that is shown now and then.

    Parameters
    ----------
    tokens : Tokens
        The look in force.
    above : int
        What is greater covers what is less.
    """

    def __init__(self, tokens: Tokens, above: int) -> None:
        super().__init__()
        self._tokens = tokens
        self.setZValue(above)
        self.setVisible(False)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take another look."""
        self._tokens = tokens
        self.update()

    def paint(
        self,
        painter: QPainter,
        _option: QStyleOptionGraphicsItem,
        _widget: QWidget | None = None,
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw(painter)

    def draw(self, painter: QPainter) -> None:
        """Paint the mark; each has its own way."""
        raise NotImplementedError


class PlusItem(Mark):
    """The small + that appears in a gap."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__(tokens, 4)

    def boundingRect(self) -> QRectF:
        side = PLUS_RADIUS + 2
        return QRectF(-side, -side, 2 * side, 2 * side)

    def draw(self, painter: QPainter) -> None:
        painter.setPen(QPen(self._tokens.colour("accent"), 1.4))
        painter.setBrush(self._tokens.colour("panel"))
        painter.drawEllipse(QPointF(0, 0), PLUS_RADIUS, PLUS_RADIUS)
        painter.setPen(QPen(self._tokens.colour("accent"), 1.8))
        painter.drawLine(QPointF(-4.5, 0), QPointF(4.5, 0))
        painter.drawLine(QPointF(0, -4.5), QPointF(0, 4.5))


class DragMark(Mark):
    """Where a dragged layer would go, and its name under the mouse."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__(tokens, 5)
        self._line = QRectF()
        self._ghost = QRectF()
        self._words = ""

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

    def draw(self, painter: QPainter) -> None:
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


class Pill(Mark):
    """A few words beside the mouse, the same size at every scale."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__(tokens, 6)
        self._words = ""
        self._box = QRectF()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIgnoresTransformations)

    @property
    def words(self) -> str:
        """What it says."""
        return self._words

    def show_at(self, place: QPointF, words: str, inside: QRectF | None = None) -> None:
        """Say `words` above a place of the scene; all of it within `inside`, if given.

        Parameters
        ----------
        place : QPointF
            In the scene.
        words : str
            One line.
        inside : QRectF, optional
            The part of the viewport that is free, in pixels from `place`.
        """
        metrics = QFontMetricsF(font(NAME_POINTS, bold=True))
        width = metrics.horizontalAdvance(words) + 18
        box = QRectF(-width / 2, -40, width, 24)
        if inside is not None:
            box.moveLeft(max(inside.left(), min(box.left(), inside.right() - width)))
            if box.top() < inside.top():
                box.moveTop(20)
        if box != self._box:
            self.prepareGeometryChange()
            self._box = box
        self._words = words
        self.setPos(place)
        self.setVisible(True)
        self.update()

    def boundingRect(self) -> QRectF:
        return self._box.adjusted(-2, -2, 2, 2)

    def draw(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._tokens.colour("text"))
        painter.drawRoundedRect(self._box, 6, 6)
        painter.setPen(self._tokens.colour("panel"))
        painter.setFont(font(NAME_POINTS, bold=True))
        painter.drawText(self._box, Qt.AlignmentFlag.AlignCenter, self._words)


class BandItem(Mark):
    """The rectangle that selects what it touches."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__(tokens, 5)
        self._box = QRectF()

    def show_from(self, a: QPointF, b: QPointF) -> None:
        """Span two corners."""
        self.prepareGeometryChange()
        self._box = QRectF(a, b).normalized()
        self.setVisible(True)
        self.update()

    def boundingRect(self) -> QRectF:
        return self._box.adjusted(-2, -2, 2, 2)

    def draw(self, painter: QPainter) -> None:
        pen = QPen(self._tokens.colour("accent"), 1)
        pen.setCosmetic(True)
        painter.setPen(pen)
        fill = self._tokens.colour("accent")
        fill.setAlphaF(0.12)
        painter.setBrush(fill)
        painter.drawRoundedRect(self._box, 3, 3)


class EdgeMark(Mark):
    """The edge of a column that can be dragged, while the mouse is near."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__(tokens, 3)
        self._line = QRectF()

    def show_along(self, x: float, body: Rect) -> None:
        """Mark a column's edge."""
        self.prepareGeometryChange()
        self._line = QRectF(x - 1.25, body.y, 2.5, body.height)
        self.setVisible(True)
        self.update()

    def boundingRect(self) -> QRectF:
        return self._line.adjusted(-5, -2, 5, 2)

    def draw(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._tokens.colour("accent"))
        painter.drawRoundedRect(self._line, 1.25, 1.25)
        middle = self._line.center()
        grip = QRectF(middle.x() - 3.5, middle.y() - 14, 7, 28)
        painter.drawRoundedRect(grip, 3.5, 3.5)
        painter.setPen(QPen(self._tokens.colour("on_accent"), 1))
        for offset in (-5.0, 0.0, 5.0):
            y = middle.y() + offset
            painter.drawLine(QPointF(middle.x() - 1.5, y), QPointF(middle.x() + 1.5, y))
