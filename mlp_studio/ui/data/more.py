"""Rows that are rarely needed, behind a button that opens them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget


class More(QWidget):
    """A button and the rows that it shows and hides.

    Parameters
    ----------
    rows : sequence of QWidget
        What is behind it.
    about : str
        A sentence of help.
    """

    def __init__(self, rows: Sequence[QWidget], about: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._set = 0
        self.button = QPushButton()
        self.button.setCheckable(True)
        self.button.setProperty("role", "link")
        self.button.setCursor(Qt.CursorShape.PointingHandCursor)
        self.button.setToolTip(about)
        self._box = QWidget()
        inner = QVBoxLayout(self._box)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(6)
        for row in rows:
            inner.addWidget(row)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._box)
        self._box.hide()
        self.button.toggled.connect(self._toggle)
        self._say()

    def show_set(self, count: int) -> None:
        """Tell, while closed, how many of the rows are not at their defaults."""
        self._set = count
        self._say()

    def _toggle(self, opened: bool) -> None:
        self._box.setVisible(opened)
        self._say()

    def _say(self) -> None:
        if self.button.isChecked():
            self.button.setText(self.tr("Less"))
        elif self._set:
            self.button.setText(self.tr("More… ({n} set)").format(n=self._set))
        else:
            self.button.setText(self.tr("More…"))
