"""Small buttons that open a page on the web."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget


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


def small_page_button() -> PageButton:
    """Return a link that is only an arrow, for the end of a row."""
    button = PageButton("↗")
    button.setFixedWidth(24)
    return button


def page_row(widget: QWidget, tip: str, address: str) -> QWidget:
    """Return a row of `widget` and a small link to a page."""
    button = small_page_button()
    button.lead_to(address, tip)
    return beside(widget, button)


def beside(widget: QWidget, button: QPushButton) -> QWidget:
    """Return a row of `widget`, as wide as can be, and a button."""
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(4)
    layout.addWidget(widget, 1)
    layout.addWidget(button)
    return row
