"""Two templates built anew from nothing: with the mouse alone, and with the keyboard alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from mlp_studio.core.layers import AnyLayer, Dense, Dropout
from mlp_studio.core.network import NetworkSpec
from mlp_studio.ui.builder.hits import edge_x
from mlp_studio.ui.builder.menus import ACTIVATION_NAMES
from mlp_studio.ui.builder.sizing import dragged_units
from tests.ui.builder_hand import Button, Hand, Key, Modifier

NAMES = ("mnist-200-500-200", "spirals-6")


def shape(network: NetworkSpec) -> list[tuple[object, ...]]:
    """What was built: kinds, units, activations, rates (names and penalties are typed)."""
    return [
        (layer.kind, getattr(layer, "units", None), getattr(layer, "activation", None),
         getattr(layer, "rate", None))
        for layer in network
    ]  # fmt: skip


# --- the mouse alone -------------------------------------------------------------------------


def known(menu: QMenu) -> dict[object, QAction]:
    """Return a menu's actions by what they do."""
    return {action.data(): action for action in menu.actions()}


class Mouse:
    def __init__(self, hand: Hand, qtbot) -> None:
        self.hand, self.view, self.qtbot = hand, hand.view, qtbot

    def clear(self) -> None:
        """Draw a rectangle around all and delete it by the menu."""
        start, end = QPoint(2, 2), QPoint(self.view.width() - 3, self.view.height() - 20)
        QTest.mousePress(self.view, Button.LeftButton, Modifier.NoModifier, start)
        QTest.mouseMove(self.view, end)
        QTest.mouseRelease(self.view, Button.LeftButton, Modifier.NoModifier, end)
        self.right_click(self.hand.names[0])
        self.choose("delete")

    def right_click(self, name: str) -> None:
        place = self.hand.at(name)
        event = QContextMenuEvent(
            QContextMenuEvent.Reason.Mouse, place, self.view.mapToGlobal(place)
        )
        QApplication.sendEvent(self.view, event)

    def choose(self, *way: str) -> None:
        """Click through a menu; ``"sub"`` is the one below it."""
        menu = self.hand.canvas.popups.menu or QApplication.activePopupWidget()
        for what in way:
            assert isinstance(menu, QMenu)
            below = next((a for a in menu.actions() if a.menu()), None)
            action = below if what == "sub" else known(menu)[what]
            assert action is not None
            place = menu.actionGeometry(action).center()
            QTest.mouseMove(menu, place)
            QTest.mouseClick(menu, Button.LeftButton, pos=place)
            if what == "sub":
                menu = action.menu()
                self.qtbot.waitUntil(menu.isVisible)
        assert self.hand.canvas.popups.menu is None

    def pull(self, name: str, units: int) -> None:
        """Drag a layer's edge until it says the number."""
        layout = self.hand.canvas.network_scene.layout
        number = self.hand.names.index(name) + 1
        at = QPointF(edge_x(layout, number), layout.columns[number].body.y + 10)
        start = self.hand.canvas.mapFromScene(at)
        QTest.mousePress(self.view, Button.LeftButton, Modifier.NoModifier, start)
        before = self.hand.document.network.layer(name).units
        way = next(w for k in range(600) for w in (k, -k) if dragged_units(before, w) == units)
        end = start + QPoint(way, 0)
        QTest.mouseMove(self.view, end)
        assert self.hand.canvas.network_scene.pill.words.endswith(str(units))
        QTest.mouseRelease(self.view, Button.LeftButton, Modifier.NoModifier, end)

    def wheel(self, name: str, notches: int) -> None:
        place = QPointF(self.hand.at(name))
        event = QWheelEvent(
            place, QPointF(self.view.mapToGlobal(place)), QPoint(), QPoint(0, 120 * notches),
            Button.NoButton, Modifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(self.view, event)

    def add(self, layer: AnyLayer, last: bool) -> None:
        hand = self.hand
        if last:
            QTest.mouseClick(hand.button("add_more"), Button.LeftButton)
            self.choose("output")
        elif layer.kind in {"dense", "dropout"}:
            QTest.mouseClick(hand.button(f"add_{layer.kind}"), Button.LeftButton)
        else:
            QTest.mouseClick(hand.button("add_more"), Button.LeftButton)
            self.choose(layer.kind)
        (name,) = hand.document.selection
        added = hand.document.network.layer(name)
        if isinstance(layer, Dense) and isinstance(added, Dense):
            if added.units != layer.units:
                self.pull(name, layer.units)
            if added.activation != layer.activation:
                self.right_click(name)
                self.choose("sub", f"activation:{layer.activation}")
        elif isinstance(layer, Dropout) and isinstance(added, Dropout):
            notches = round((layer.rate - added.rate) / 0.05)
            if notches:
                self.wheel(name, notches)


@pytest.mark.parametrize("name", NAMES)
def test_the_mouse_alone_rebuilds_a_template(qtbot, name):
    hand = Hand(qtbot, name)
    wanted = hand.start.network
    mouse = Mouse(hand, qtbot)
    mouse.clear()
    assert hand.names == []
    for number, layer in enumerate(wanted):
        mouse.add(layer, last=number == len(wanted.layers) - 1)
    assert shape(hand.document.network) == shape(wanted)
    assert not [p for p in hand.document.problems if p.severity == "error"]
    hand.undo_all()


# --- the keyboard alone ----------------------------------------------------------------------

LETTERS = {"dense": Key.Key_D, "dropout": Key.Key_O, "flatten": Key.Key_F}


def with_keys(hand: Hand, layer: AnyLayer) -> None:
    hand.press(LETTERS[layer.kind])
    (name,) = hand.document.selection
    added = hand.document.network.layer(name)
    if isinstance(layer, Dense) and isinstance(added, Dense):
        hand.press(Key.Key_Return)
        editor = hand.canvas.editor
        assert editor is not None
        QTest.keyClicks(editor, str(layer.units))
        QTest.keyClick(editor, Key.Key_Return)
        if added.activation != layer.activation:
            place = hand.at(name)
            reason = QContextMenuEvent.Reason.Keyboard  # the Menu key
            QApplication.sendEvent(
                hand.view, QContextMenuEvent(reason, place, hand.view.mapToGlobal(place))
            )
            menu = hand.canvas.popups.menu
            assert menu is not None
            QTest.keyClick(menu, Key.Key_Down)
            QTest.keyClick(menu, Key.Key_Right)
            sub = menu.actions()[0].menu()
            assert isinstance(sub, QMenu)
            for _ in range(ACTIVATION_NAMES.index(layer.activation)):
                QTest.keyClick(sub, Key.Key_Down)
            QTest.keyClick(sub, Key.Key_Return)
    elif isinstance(layer, Dropout) and isinstance(added, Dropout):
        for _ in range(abs(round((layer.rate - added.rate) / 0.05))):
            hand.press(Key.Key_Minus if layer.rate < added.rate else Key.Key_Plus)


@pytest.mark.parametrize("name", NAMES)
def test_the_keyboard_alone_rebuilds_a_template(qtbot, name):
    hand = Hand(qtbot, name)
    wanted = hand.start.network
    hand.canvas.setFocus()
    hand.press(Key.Key_A, modifier=Modifier.ControlModifier)
    hand.press(Key.Key_Delete)
    assert hand.names == []
    for layer in wanted:
        with_keys(hand, layer)
    assert shape(hand.document.network) == shape(wanted)
    hand.undo_all()
