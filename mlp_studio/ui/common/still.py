"""A label whose words may change with every movement of the mouse."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget


class StillLabel(QWidget):
    """A label of fixed height, one line where none is given, that never asks for another size.

    A `QLabel` that gets other words has all layouts around it computed anew, up to the
    window's: some milliseconds, which are missed where a stroke is to be answered at once.
    """

    def __init__(self, height: int | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = QLabel(self)
        self.label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        lines = self.label.fontMetrics().lineSpacing()
        self.setFixedHeight(lines if height is None else height)

    def text(self) -> str:
        """Return the words."""
        return self.label.text()

    def set_words(self, words: str, look: QFont | None = None) -> None:
        """Show other words, in another font where one is given."""
        if look is not None and look != self.label.font():
            self.label.setFont(look)
        if words != self.label.text():
            self.label.setText(words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.label.setGeometry(self.rect())
