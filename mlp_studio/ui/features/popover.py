"""A small window of settings that opens beside its button and closes by itself."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from mlp_studio.ui.theme import RHYTHM, Theme, Tokens


class Popover(QFrame):
    """Rows of settings.

    Parameters
    ----------
    theme : Theme
        The look in force.
    parent : QWidget
        Whose window it belongs to.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popover")
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(2 * RHYTHM, 2 * RHYTHM, 2 * RHYTHM, 2 * RHYTHM)
        self.rows.setSpacing(RHYTHM)
        theme.changed.connect(self._dress)
        self._dress(theme.tokens)

    def open_at(self, button: QWidget) -> None:
        """Open above or below a button, inside the screen."""
        self.adjustSize()
        above = button.mapToGlobal(QPoint(0, 0))
        below = button.mapToGlobal(QPoint(0, button.height()))
        free = button.screen().availableGeometry()
        y = below.y() + 4
        if y + self.height() > free.bottom():
            y = above.y() - self.height() - 4
        x = min(above.x(), free.right() - self.width())
        self.move(max(free.left(), x), max(free.top(), y))
        self.show()

    def _dress(self, tokens: Tokens) -> None:
        self.setStyleSheet(
            f"#popover {{ background: {tokens.panel}; border: 1px solid {tokens.line}; }}"
        )
