"""Small buttons that open a page on the web."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPushButton, QWidget


class PageButton(QPushButton):
    """A link; where it leads can change."""

    def __init__(self, words: str, address: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.address = address
        self.setProperty("role", "link")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(lambda: QDesktopServices.openUrl(QUrl(self.address)))

    def lead_to(self, address: str, tip: str) -> None:
        """Lead elsewhere, and say where."""
        self.address = address
        self.setToolTip(f"{tip}\n{address}")
        self.setAccessibleName(tip)
