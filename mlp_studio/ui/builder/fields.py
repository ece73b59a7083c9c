"""Fields that take a number or a name, say at once what is wrong, and lose nothing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from mlp_studio.core.errors import StudioError
from mlp_studio.studio.language import explained
from mlp_studio.ui.theme import Theme

PAUSE_MS = 350  # typing is taken over when it pauses this long, or at Enter


class Field(QLineEdit):
    """A text that is taken over while it is typed.

    Parameters
    ----------
    commit : callable
        Takes the text over; raises a `StudioError` when it can't.
    theme : Theme
        For the frame of a text that can't be taken over.
    live : bool
        Whether a pause in typing is enough; else Enter or leaving the field.

    Signals
    -------
    refused(str)
        The text can't be taken over, and why.
    accepted()
        It was taken over.
    left()
        The focus went elsewhere; what could be taken over has been.
    stepped(int)
        An arrow key or the wheel asks for the next larger (1) or smaller (−1) value.
    """

    refused = Signal(str)
    accepted = Signal()
    left = Signal()
    stepped = Signal(int)

    def __init__(
        self,
        commit: Callable[[str], None],
        theme: Theme,
        *,
        live: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._commit = commit
        self._theme = theme
        self._live = live
        self._shown = ""
        self._committing = False
        self._wrong = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.take_over)
        self.textEdited.connect(self._edited)
        self.returnPressed.connect(self.take_over)
        theme.changed.connect(self._dress)

    @property
    def wrong(self) -> bool:
        """Whether the text was refused."""
        return self._wrong

    def show_text(self, text: str) -> None:
        """Show the document's value, unless it is the one just typed."""
        self._shown = text
        self.forget()

    def forget(self) -> None:
        """Drop what was typed and show the document's value."""
        if self._committing:
            return
        self._pause.stop()
        if self.text() != self._shown:
            self.setText(self._shown)
            if not self.hasFocus():
                self.setCursorPosition(0)  # a long name is read from its beginning
        self._mark(wrong=False)

    def take_over(self) -> bool:
        """Take the text over; tell whether that was possible."""
        self._pause.stop()
        if self.text() == self._shown:
            self._mark(wrong=False)
            self.accepted.emit()
            return True
        self._committing = True
        try:
            self._commit(self.text())
        except StudioError as error:
            self._mark(wrong=True)
            self.refused.emit(explained(error))
            return False
        finally:
            self._committing = False
        self._mark(wrong=False)
        self.accepted.emit()
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        # A menu or another window takes the focus for a moment: nothing is decided yet.
        if event.reason() != Qt.FocusReason.PopupFocusReason and not self._committing:
            if self.take_over():
                self.forget()  # 0128 becomes 128
            else:
                self.forget()  # the sentence stays until the next edit
            self.left.emit()
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
        if event.key() in steps:
            self.stepped.emit(steps[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Escape:
            self.forget()
            self.accepted.emit()
        else:
            super().keyPressEvent(event)
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                event.accept()  # else the canvas beneath would begin to edit anew

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus() and event.angleDelta().y():
            self.stepped.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            event.ignore()

    def _edited(self) -> None:
        if self._live:
            self._pause.start()

    def _mark(self, *, wrong: bool) -> None:
        if wrong != self._wrong:
            self._wrong = wrong
            self._dress()

    def _dress(self, _tokens: object = None) -> None:
        error = self._theme.tokens.error
        self.setStyleSheet(f"QLineEdit {{ border-color: {error}; }}" if self._wrong else "")


class Bubble(QLabel):
    """A sentence beside the field it is about."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._panel = parent
        self.setProperty("role", "warning")
        self.setWordWrap(True)
        self.setObjectName("bubble")
        self.hide()

    def show_above(self, widget: QWidget, words: str) -> None:
        """Show `words` above `widget`, inside the parent."""
        parent = self._panel
        self.setText(words)
        self.setAccessibleName(words)
        self.setFixedWidth(min(380, parent.width() - 16))
        self.setFixedHeight(self.heightForWidth(self.width()))
        corner = widget.mapTo(parent, widget.rect().topLeft())
        x = max(8, min(corner.x(), parent.width() - self.width() - 8))
        y = corner.y() - self.height() - 6
        if y < 4:
            y = corner.y() + widget.height() + 6
        self.move(x, y)
        self.raise_()
        self.show()
