"""The keys of the canvas, in one table."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from mlp_studio.ui.builder.actions import LayerActions

Key, Modifier = Qt.Key, Qt.KeyboardModifier

WALK = {Key.Key_Left: -1, Key.Key_Right: 1, Key.Key_Home: -1_000, Key.Key_End: 1_000}
STEP = {Key.Key_Plus: 1, Key.Key_Equal: 1, Key.Key_Up: 1, Key.Key_Minus: -1, Key.Key_Down: -1}
ACT = {
    Key.Key_Delete: "delete",
    Key.Key_Backspace: "delete",
    Key.Key_Return: "edit",
    Key.Key_Enter: "edit",
    Key.Key_F2: "edit",
}
ACT_WITH_ALT = {Key.Key_Left: "left", Key.Key_Right: "right"}


def press(event: QKeyEvent, actions: LayerActions, *, selected: bool) -> bool:
    """Do what a key asks for; tell whether it was one of the canvas's.

    Parameters
    ----------
    event : QKeyEvent
        The key.
    actions : LayerActions
        What carries it out.
    selected : bool
        Whether a layer is selected; else keys that need one are left to others.
    """
    key, modifiers = Key(event.key()), event.modifiers()
    if modifiers & Modifier.AltModifier:
        return selected and key in ACT_WITH_ALT and _act(actions, ACT_WITH_ALT[key])
    if modifiers & Modifier.ControlModifier:
        if key == Key.Key_A:
            actions.select_all()
            return True
        return selected and key == Key.Key_D and _act(actions, "duplicate")
    if key in WALK:
        actions.walk(WALK[key], extend=bool(modifiers & Modifier.ShiftModifier))
        return True
    if selected and key in STEP:
        actions.step(STEP[key])
        return True
    return selected and key in ACT and _act(actions, ACT[key])


def _act(actions: LayerActions, what: str) -> bool:
    actions.act(what)
    return True
