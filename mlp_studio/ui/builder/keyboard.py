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
ACT_WITH_CONTROL = {Key.Key_C: "copy", Key.Key_X: "cut", Key.Key_D: "duplicate"}

ADD = {
    Key.Key_D: "dense",
    Key.Key_O: "dropout",
    Key.Key_B: "batch_normalization",
    Key.Key_A: "activation",
    Key.Key_L: "layer_normalization",
    Key.Key_N: "gaussian_noise",
    Key.Key_F: "flatten",
}


def letter(kind: str) -> str:
    """Return the key that adds a kind of layer; empty where there is none."""
    found = [key for key, added in ADD.items() if added == kind]
    return chr(found[0].value) if found else ""


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
        table = ACT_WITH_ALT
    elif modifiers & Modifier.ControlModifier:
        table = ACT_WITH_CONTROL
    else:
        table = ACT
    if selected and key in table:
        actions.act(table[key])
    elif table is ACT_WITH_CONTROL and key == Key.Key_V:
        actions.paste()
    elif table is ACT_WITH_CONTROL and key == Key.Key_A:
        actions.select_all()
    elif table is ACT and key in ADD:
        actions.add(ADD[key])
    elif table is ACT and key in WALK:
        actions.walk(WALK[key], extend=bool(modifiers & Modifier.ShiftModifier))
    elif table is ACT and selected and key in STEP:
        actions.step(STEP[key])
    else:
        return False
    return True
