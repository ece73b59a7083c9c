"""The strip below the tool bar where messages appear, one at a time."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from mlp_studio.studio.messages import Message

NEWS_MS = 6000  # news goes by itself; warnings and errors stay until closed


class MessageBar(QWidget):
    """Shows the newest message with what to do; details can be copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
        self._box = QFrame()
        inside = QHBoxLayout(self._box)
        inside.setContentsMargins(12, 4, 4, 4)
        inside.addWidget(self._label, 1)
        inside.addWidget(self._copy)
        inside.addWidget(close)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 0, 12, 8)
        layout.addWidget(self._box)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(NEWS_MS)
        self._timer.timeout.connect(self.hide)
        self.setProperty("panel", "side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.hide()

    def show_message(self, message: Message) -> None:
        """Show a message."""
        self.message = message
        self._details = message.details
        self._box.setProperty("role", "news" if message.level == "info" else "trouble")
        self._box.style().unpolish(self._box)
        self._box.style().polish(self._box)
        self._label.setText(f"{message.what} {message.remedy}".strip())
        self._copy.setVisible(bool(message.details))
        self.show()
        if message.level == "info":
            self._timer.start()
        else:
            self._timer.stop()

    def _copy_details(self) -> None:
        QGuiApplication.clipboard().setText(self._details)
