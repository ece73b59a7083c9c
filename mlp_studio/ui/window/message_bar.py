"""Messages: one at a time, above the foot of the window, nothing below moves."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from mlp_studio.studio.messages import Message

WIDEST, MARGIN = 680, 12  # pixels
NEWS_MS = 6000  # news goes by itself; warnings and errors stay until closed


class MessageBar(QFrame):
    """Shows the newest message with what to do; details can be copied.

    Parameters
    ----------
    parent : QWidget
        At whose foot it lies, over what is there.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._around = parent
        self._details = ""
        self.message: Message | None = None
        self._label = QLabel()
        self._label.setWordWrap(True)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._copy = QPushButton(self.tr("Copy details"))
        self._copy.setProperty("role", "flat")
        self._copy.clicked.connect(self._copy_details)
        close = QPushButton("✕")
        close.setProperty("role", "flat")
        close.setToolTip(self.tr("Close this message (Esc)"))
        close.clicked.connect(self.hide)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)  # only while it shows
        escape.activated.connect(self.hide)
        layout = self._layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 6, 6, 6)
        layout.addWidget(self._label, 1)
        layout.addWidget(self._copy)
        layout.addWidget(close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(NEWS_MS)
        self._timer.timeout.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    def show_message(self, message: Message) -> None:
        """Show a message."""
        self.message = message
        self._details = message.details
        self.setProperty("role", "news" if message.level == "info" else "trouble")
        self.style().unpolish(self)
        self.style().polish(self)
        self._label.setText(f"{message.what} {message.remedy}".strip())
        self._copy.setVisible(bool(message.details))
        self._place()
        self.show()
        self.raise_()
        if message.level == "info":
            self._timer.start()
        else:
            self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        around = self._around.rect()
        width = min(WIDEST, around.width() - 2 * MARGIN)
        height = self._layout.heightForWidth(width)
        left = (around.width() - width) // 2
        self.setGeometry(left, around.height() - height - MARGIN, width, height)

    def _copy_details(self) -> None:
        QGuiApplication.clipboard().setText(self._details)
