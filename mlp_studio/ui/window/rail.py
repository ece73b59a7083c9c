"""What is left of a panel that is folded away: a slim strip with its name; a click opens it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from mlp_studio.ui.theme import Theme
from mlp_studio.ui.window.fold_handle import Direction, draw_arrow

WIDE = 30  # pixels
EDGE = {  # at which side of a rail the panels lie, by where its arrow points
    "right": Qt.Edge.RightEdge,
    "left": Qt.Edge.LeftEdge,
    "down": Qt.Edge.BottomEdge,
}


class Rail(QAbstractButton):
    """A button along an edge of the window, its name written along it.

    Parameters
    ----------
    name : str
        Of the panel.
    towards : {"left", "right", "down"}
        Where the panel opens.
    """

    def __init__(
        self, name: str, towards: Direction, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._towards: Direction = towards
        self._theme = theme
        self.setText(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        fixed, growing = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding
        if towards == "down":
            self.setSizePolicy(growing, fixed)
        else:
            self.setSizePolicy(fixed, growing)
        theme.changed.connect(self._repaint)

    def sizeHint(self) -> QSize:
        length = self.fontMetrics().horizontalAdvance(self.text()) + 2 * WIDE
        return QSize(length, WIDE) if self._towards == "down" else QSize(WIDE, length)

    def minimumSizeHint(self) -> QSize:
        return QSize(WIDE, WIDE)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        lit = self.underMouse() or self.hasFocus()
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.colour("control_hover" if lit else "panel"))
        painter.setPen(QPen(tokens.colour("line"), 1))
        box = self.rect()
        edge = EDGE[self._towards]
        if edge == Qt.Edge.RightEdge:
            painter.drawLine(box.topRight(), box.bottomRight())
        elif edge == Qt.Edge.LeftEdge:
            painter.drawLine(box.topLeft(), box.bottomLeft())
        else:
            painter.drawLine(box.bottomLeft(), box.bottomRight())
        draw_arrow(painter, QPointF(WIDE / 2, WIDE / 2), self._towards, tokens, lit=lit)
        painter.setPen(tokens.colour("text" if lit else "secondary"))
        if self._towards == "down":
            words = QRect(WIDE, 0, self.width() - 2 * WIDE, self.height())
        else:  # read from top to bottom
            painter.translate(self.width(), 0)
            painter.rotate(90)
            words = QRect(WIDE, 0, self.height() - 2 * WIDE, self.width())
        shown = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, words.width()
        )
        align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(words, int(align), shown)

    def _repaint(self, _tokens: object) -> None:
        self.update()
