"""Windows that stand beside the main one while work goes on there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget


class Beside(QDialog):
    """A window that does not stop the others; Escape and *Close* put it away.

    Subclasses have a title, add `buttons` to their layout, and say in `sizeHint` how large they
    are when they are first opened; later they keep the size a person gave them.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._sized = False
        self._fresh = False
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
        self._fresh = True
        self._focus_close()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        # The system gives a new window the focus a moment later, and where it likes.
        if self._fresh and event.type() in {QEvent.Type.WindowActivate, QEvent.Type.FocusIn}:
            self._fresh = False
            QTimer.singleShot(0, self, self._focus_close)
        return done

    def _focus_close(self) -> None:
        """Have Enter close, and change nothing unless somebody moved the focus to a button."""
        self.buttons.button(QDialogButtonBox.StandardButton.Close).setFocus()
