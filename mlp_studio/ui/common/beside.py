"""Windows that stand beside the main one while work goes on there."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QWidget


class Beside(QDialog):
    """A window that does not stop the others; Escape and *Close* put it away.

    Subclasses have a title, add `buttons` to their layout, and say in `sizeHint` how large they
    are when they are first opened; later they keep the size a person gave them.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._sized = False
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close = self.buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setIcon(QIcon())  # like all other buttons of the program
        close.setDefault(True)
        self.buttons.rejected.connect(self.reject)

    def open_beside(self) -> None:
        """Show the window in front."""
        if not self._sized:
            self._sized = True
            room = self.screen().availableGeometry().size()
            self.resize(self.sizeHint().boundedTo(room * 0.94))
        self.show()
        self.raise_()
        self.activateWindow()
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)  # else the system's choice of a focus would take Enter
        self._focus_close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Have Enter close and change nothing; the space bar presses the button in focus."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.reject()
        else:
            super().keyPressEvent(event)

    def _focus_close(self) -> None:
        self.buttons.button(QDialogButtonBox.StandardButton.Close).setFocus()
