"""Quiet buttons with a key."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QAction, QKeySequence, QShortcut, QUndoGroup
from PySide6.QtWidgets import QPushButton, QWidget


def flat(label: str, tip: str, keys: str = "") -> QPushButton:
    """Return a button without a frame.

    Parameters
    ----------
    label, tip : str
        What is on it, and a sentence of help.
    keys : str
        They press it at once; a button's own shortcut would wait a tenth of a second.
    """
    button = QPushButton(label)
    button.setProperty("role", "flat")
    button.setAutoDefault(False)
    if keys:
        sequence = QKeySequence(keys)
        QShortcut(sequence, button).activated.connect(button.click)
        tip = f"{tip} ({sequence.toString(QKeySequence.SequenceFormat.NativeText)})"
    button.setToolTip(tip)
    return button


def undo_by(window: QWidget, group: QUndoGroup, undo: QPushButton, redo: QPushButton) -> None:
    """Have two buttons, and the usual keys in their window, undo and redo."""
    back, forth = group.createUndoAction(window), group.createRedoAction(window)
    back.setShortcut(QKeySequence.StandardKey.Undo)
    forth.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
    for action, button in ((back, undo), (forth, redo)):
        window.addAction(action)
        button.clicked.connect(action.trigger)
        _follow(button, action)
        action.changed.connect(partial(_follow, button, action))


def _follow(button: QPushButton, action: QAction) -> None:
    button.setEnabled(action.isEnabled())
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    button.setToolTip(f"{action.text()} ({keys})")
