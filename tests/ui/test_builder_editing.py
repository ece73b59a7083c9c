"""Editing the values of layers with a real mouse and a real keyboard."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest

from mlp_studio.core.layers import BatchNormalization, Dense, Dropout
from tests.ui.builder_hand import Button, Hand, Key, Modifier


def test_a_double_click_edits_the_number_in_place(hand):
    QTest.mouseDClick(hand.view, Button.LeftButton, Modifier.NoModifier, hand.at("dense"))
    editor = hand.canvas.editor
    assert editor is not None
    assert editor.text() == "256"
    QTest.keyClicks(editor, "128")
    QTest.keyClick(editor, Key.Key_Return)
    assert hand.canvas.editor is None
    assert hand.document.network.layer("dense").units == 128
    assert hand.undo_text == "Set units of dense to 128"
    QTest.mouseDClick(
        hand.view, Button.LeftButton, Modifier.NoModifier, hand.at("dropout", label=True)
    )
    editor = hand.canvas.editor
    assert editor is not None
    QTest.keyClicks(editor, "0.5")
    QTest.keyClick(editor, Key.Key_Return)
    assert hand.document.network.layer("dropout").rate == 0.5
    hand.undo_all()


def test_a_wrong_number_in_place_is_explained_and_escape_leaves(hand):
    hand.canvas.setFocus()
    hand.click("dense")
    hand.press(Key.Key_Return)
    editor = hand.canvas.editor
    assert editor is not None
    QTest.keyClicks(editor, "0")
    QTest.keyClick(editor, Key.Key_Return)
    assert hand.canvas.editor is editor
    assert hand.panel.bubble.isVisible()
    assert "from 1 to 65,536. Received: 0." in hand.panel.bubble.text()
    QTest.keyClick(editor, Key.Key_Escape)
    assert hand.canvas.editor is None
    assert not hand.panel.bubble.isVisible()
    assert hand.document.undo_stack.count() == 0


def test_typing_in_the_inspector_is_one_live_step(hand, qtbot):
    hand.click("dense_1")
    units = hand.panel.inspector.field("units")
    hand.type_into(units, "51")
    qtbot.waitUntil(lambda: hand.document.network.layer("dense_1").units == 51)
    QTest.keyClicks(units, "2")
    qtbot.waitUntil(lambda: hand.document.network.layer("dense_1").units == 512)
    QTest.keyClick(units, Key.Key_Up)
    assert hand.document.network.layer("dense_1").units == 768
    assert hand.document.undo_stack.count() == 1
    assert hand.undo_text == "Set units of dense_1 to 768"
    hand.undo_all()
    assert units.text() == "128"


def test_the_inspector_says_what_is_wrong_and_loses_nothing(hand, qtbot):
    hand.click("dense_1")
    inspector, bubble = hand.panel.inspector, hand.panel.bubble
    hand.type_into(inspector.name, "dense")
    QTest.keyClick(inspector.name, Key.Key_Return)
    assert "Another layer is already called “dense”" in bubble.text()
    assert bubble.isVisible()
    assert inspector.name.text() == "dense"
    assert hand.document.network == hand.start.network
    hand.type_into(inspector.name, "hidden")
    QTest.keyClick(inspector.name, Key.Key_Return)
    assert not bubble.isVisible()
    assert hand.names[3] == "hidden"
    assert hand.document.selection == ("hidden",)
    assert inspector.name.hasFocus()
    hand.type_into(inspector.field("units"), "0")
    qtbot.waitUntil(bubble.isVisible)
    assert hand.document.network.layer("hidden").units == 128
    hand.canvas.setFocus()
    assert inspector.field("units").text() == "128"
    hand.undo_all()


def test_every_property_has_its_field(hand):
    inspector = hand.panel.inspector
    assert inspector.hint.isVisible()
    height = inspector.height()
    hand.click("dense")
    assert not inspector.hint.isVisible()
    assert inspector.height() == height
    for field, text in (("l1", "0.001"), ("l2", "0.01")):
        hand.type_into(inspector.field(field), text)
        QTest.keyClick(inspector.field(field), Key.Key_Return)
    QTest.mouseClick(inspector.bias, Button.LeftButton, pos=QPoint(8, inspector.bias.height() // 2))
    inspector.activation.setFocus()
    QTest.keyClick(inspector.activation, Key.Key_Down)
    layer = hand.document.network.layer("dense")
    assert isinstance(layer, Dense)
    assert (layer.kernel_regularizer.l1, layer.kernel_regularizer.l2) == (0.001, 0.01)
    assert not layer.use_bias
    assert layer.activation == "tanh"
    assert not inspector.field("rate").isVisible()
    hand.click("dropout")
    hand.type_into(inspector.field("rate"), "0.45")
    QTest.keyClick(inspector.field("rate"), Key.Key_Return)
    assert hand.document.network.layer("dropout") == Dropout(name="dropout", rate=0.45)
    QTest.mouseClick(hand.button("add_batch_normalization"), Button.LeftButton)
    for field, text in (("momentum", "0.9"), ("epsilon", "1e-5")):
        hand.type_into(inspector.field(field), text)
        QTest.keyClick(inspector.field(field), Key.Key_Return)
    assert hand.document.network.layer("batch_normalization") == BatchNormalization(
        momentum=0.9, epsilon=1e-5
    )
    hand.undo_all()


def test_an_activation_applies_to_all_selected_layers(hand):
    hand.click("dense")
    hand.click("dense_1", Modifier.ShiftModifier)
    hand.canvas.open_layer_menu("dense")
    menu = hand.canvas.popups.menu
    assert menu is not None
    action = next(
        a for a in menu.findChildren(type(menu.actions()[0])) if a.data() == "activation:elu"
    )
    action.trigger()
    menu.close()
    assert [hand.document.network.layer(n).activation for n in ("dense", "dense_1")] == ["elu"] * 2
    assert hand.undo_text == "Set activation of dense, dense_1 to elu"
    hand.undo_all()


def choose(hand: Hand, what: str, *, name: str = "dense") -> None:
    """Open the menu over a layer and click an entry."""
    hand.canvas.open_layer_menu(name)
    menu = hand.canvas.popups.menu
    action = next(action for action in menu.actions() if action.data() == what)
    QTest.mouseClick(menu, Button.LeftButton, pos=menu.actionGeometry(action).center())


def test_the_menu_freezes_and_thaws_all_selected(hand):
    hand.press(Key.Key_A, modifier=Modifier.ControlModifier)
    learning = [layer.name for layer in hand.document.network if isinstance(layer, Dense)]
    choose(hand, "freeze")
    assert not any(hand.document.network.layer(name).trainable for name in learning)
    assert hand.undo_text == f"Freeze {', '.join(learning)}"
    assert any("nothing to train" in str(problem.what) for problem in hand.document.problems)
    scene = hand.canvas.network_scene
    column = next(c for c in scene.layout.columns if c.cell.key == "dense")
    assert column.cell.style == "frozen"
    assert "Frozen" in scene.tip(column)
    assert "Frozen" in hand.canvas.accessibleDescription()
    assert hand.document.undo_stack.count() == 1
    choose(hand, "thaw")
    assert hand.document.network == hand.start.network
    assert {c.cell.style for c in scene.layout.columns if c.cell.kind == "dense"} == {""}
    hand.undo_all()


def test_the_menu_resets_and_pastes(hand):
    hand.click("dense")
    hand.type_into(hand.panel.inspector.field("l2"), "0.01")
    QTest.keyClick(hand.panel.inspector.field("l2"), Key.Key_Return)
    assert hand.document.network.layer("dense").kernel_regularizer.l2 == 0.01
    choose(hand, "reset")
    assert hand.document.network == hand.start.network
    assert hand.undo_text == "Reset dense to the defaults"
    choose(hand, "copy")
    choose(hand, "paste")
    assert len(hand.names) == len(hand.start.network.layers) + 1
    hand.undo_all()


def test_the_facts_tell_type_shapes_and_parameters(hand):
    hand.panel.resize(1200, 430)
    hand.click("dense")
    assert hand.panel.inspector.facts.text() == "Dense · 784 → 256 · 200,960 parameters"
