"""A button held down, or clicked with the right, does something else."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractButton

HOLD_MS = 450


class Hold(QObject):
    """Watches a button; held that long, `call` is called instead of its click."""

    def __init__(self, button: QAbstractButton, call: Callable[[], object]) -> None:
        super().__init__(button)
        self._button = button
        self._call = call
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(HOLD_MS)
        self._timer.timeout.connect(self._held)
        button.pressed.connect(self._timer.start)
        button.released.connect(self._timer.stop)
        button.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        right = isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.RightButton
        if right and event.type() == QEvent.Type.MouseButtonPress:
            self._call()
            return True
        return False

    def _held(self) -> None:
        self._button.setDown(False)  # so that letting go is no click
        self._call()
