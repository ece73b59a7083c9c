"""The window's actions as one table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True)
class Entry:
    """One action: its id is the QAction's objectName."""

    id: str
    label: str
    tip: str
    shortcut: str
    callback: Callable[[], object]


def make_actions(parent: QWidget, entries: list[Entry]) -> dict[str, QAction]:
    """Return the actions by id, owned by `parent` and reachable by their shortcuts."""
    actions = {}
    for entry in entries:
        action = QAction(entry.label, parent)
        action.setObjectName(entry.id)
        action.setShortcut(QKeySequence(entry.shortcut))
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{entry.tip} ({keys})" if keys else entry.tip)
        action.setStatusTip(entry.tip)
        # QAction.triggered passes a bool, which no callback wants.
        action.triggered.connect(lambda _on=False, call=entry.callback: call())
        parent.addAction(action)
        actions[entry.id] = action
    return actions
