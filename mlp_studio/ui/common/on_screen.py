"""Windows never reach beyond the screen they are on."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget


def within(frame: QRect, room: QRect) -> QRect:
    """Return `frame` made smaller and moved so that it lies within `room`."""
    size = frame.size().boundedTo(room.size())
    x = max(room.left(), min(frame.left(), room.right() + 1 - size.width()))
    y = max(room.top(), min(frame.top(), room.bottom() + 1 - size.height()))
    return QRect(x, y, size.width(), size.height())


def bring_on_screen(window: QWidget) -> None:
    """Make a window smaller and move it, where it is larger than its screen or beyond it."""
    frame, inner = window.frameGeometry(), window.geometry()
    wanted = within(frame, window.screen().availableGeometry())
    if wanted != frame:
        window.resize(wanted.size() - (frame.size() - inner.size()))
        window.move(wanted.topLeft())
