"""Marks over the network: the + in a gap, and where a dragged layer would go."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from mlp_studio.ui.builder.column_item import NAME_POINTS
from mlp_studio.ui.builder.geometry import Layout
from mlp_studio.ui.theme import Tokens, font

PLUS_RADIUS = 10.0


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
