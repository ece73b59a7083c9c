"""Adding, selecting, moving and removing layers with a real mouse and a real keyboard."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mlp_studio.core.layers import Dense
from tests.ui.builder_hand import Button, Key, Modifier

# --- adding ----------------------------------------------------------------------------------


def test_a_click_in_the_palette_adds_behind_the_selection(hand):
    hand.click("dense_1")
    assert hand.document.selection == ("dense_1",)
    QTest.mouseClick(hand.button("add_dropout"), Button.LeftButton)
    assert hand.names[4] == "dropout_2"
    assert hand.document.selection == ("dropout_2",)
    assert hand.undo_text == "Add Dropout 0.3 after dense_1"
    hand.undo_all()


def test_without_a_selection_it_adds_before_the_output(hand):
    QTest.mouseClick(hand.button("add_dense"), Button.LeftButton)
    assert hand.names[-2:] == ["dense_2", "output"]
    assert not hand.document.problems
    hand.undo_all()


def test_a_button_dragged_onto_the_canvas_inserts_where_it_is_dropped(hand):
    button = hand.button("add_batch_normalization")
    target = button.mapFromGlobal(hand.view.mapToGlobal(hand.gap(2)))
    QTest.mousePress(button, Button.LeftButton)
    QTest.mouseMove(button, target - QPoint(30, 0))
    QTest.mouseMove(button, target)
    assert hand.canvas.network_scene.mark.isVisible()
    assert hand.names == [layer.name for layer in hand.start.network]
    QTest.mouseRelease(button, Button.LeftButton, Modifier.NoModifier, target)
    assert hand.names[2] == "batch_normalization"
    assert not hand.canvas.network_scene.mark.isVisible()
    assert hand.document.undo_stack.count() == 1
    hand.undo_all()


def test_a_drop_beside_the_canvas_and_escape_change_nothing(hand):
    button = hand.button("add_dense")
    QTest.mousePress(button, Button.LeftButton)
    QTest.mouseMove(button, QPoint(0, -300))
    QTest.mouseRelease(button, Button.LeftButton, Modifier.NoModifier, QPoint(0, -300))
    QTest.mousePress(button, Button.LeftButton)
    target = button.mapFromGlobal(hand.view.mapToGlobal(hand.gap(2)))
    QTest.mouseMove(button, target)
    QTest.keyClick(button, Key.Key_Escape)
    assert not hand.canvas.network_scene.mark.isVisible()
    QTest.mouseRelease(button, Button.LeftButton, Modifier.NoModifier, target)
    assert hand.document.undo_stack.count() == 0


def test_the_plus_in_a_gap_offers_layers(hand):
    plus = hand.canvas.network_scene.plus
    assert not plus.isVisible()
    QTest.mouseMove(hand.view, hand.gap(1) + QPoint(3, 40))
    QTest.mouseMove(hand.view, hand.gap(1))
    assert plus.isVisible()
    QTest.mouseClick(hand.view, Button.LeftButton, Modifier.NoModifier, hand.gap(1))
    menu = hand.canvas.popups.menu
    assert menu is not None
    QTest.keyClick(menu, Key.Key_Down)
    QTest.keyClick(menu, Key.Key_Down)
    QTest.keyClick(menu, Key.Key_Return)
    assert hand.names[1] == "dropout_2"
    assert hand.canvas.popups.menu is None
    hand.undo_all()


def test_more_offers_the_output_that_suits_the_data(hand):
    hand.document.edit("x", network=hand.document.network.removed("output"))
    QTest.mouseClick(hand.button("add_more"), Button.LeftButton)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    QTest.keyClick(menu, Key.Key_Up)
    QTest.keyClick(menu, Key.Key_Return)
    last = hand.document.network.layers[-1]
    assert last == Dense(name="output", units=10, activation="softmax")


# --- selecting, moving, removing -------------------------------------------------------------


def test_selecting_with_shift_and_control(hand):
    hand.click("dense")
    hand.click("dense_1", Modifier.ShiftModifier)
    assert hand.document.selection == ("dense", "dropout", "dense_1")
    hand.click("dropout", Modifier.ControlModifier)
    assert hand.document.selection == ("dense", "dense_1")
    QTest.mouseClick(hand.view, Button.LeftButton, Modifier.NoModifier, QPoint(5, 5))
    assert hand.document.selection == ()
    hand.click("")  # the input
    assert hand.document.selection == ()


def test_a_column_is_dragged_to_another_place(hand):
    hand.drag("dropout", hand.at("dense_1"), hand.gap(4))
    assert hand.names == ["flatten", "dense", "dense_1", "dropout", "dropout_1", "output"]
    assert hand.undo_text == "Move dropout after dense_1"
    assert not hand.canvas.network_scene.mark.isVisible()
    hand.undo_all()


def test_a_drag_is_cancelled_by_escape_and_by_leaving(hand):
    QTest.mousePress(hand.view, Button.LeftButton, Modifier.NoModifier, hand.at("dropout"))
    QTest.mouseMove(hand.view, hand.gap(4))
    assert hand.canvas.network_scene.mark.isVisible()
    hand.press(Key.Key_Escape)
    QTest.mouseRelease(hand.view, Button.LeftButton, Modifier.NoModifier, hand.gap(4))
    hand.drag("dropout", QPoint(300, -200))
    assert hand.document.undo_stack.count() == 0


def test_several_selected_layers_are_dragged_together(hand):
    hand.click("dense")
    hand.click("dropout", Modifier.ShiftModifier)
    hand.drag("dropout", hand.at("dense_1"), hand.gap(5))
    assert hand.names == ["flatten", "dense_1", "dropout_1", "dense", "dropout", "output"]
    hand.undo_all()


def test_delete_removes_and_the_removed_output_can_be_repaired(hand):
    hand.click("output")
    hand.press(Key.Key_Delete)
    assert "output" not in hand.names
    scene = hand.canvas.network_scene
    assert hand.canvas.callout.isVisible()
    assert scene.columns[-1].badge == "error"
    QTest.mouseClick(hand.canvas.callout.button, Button.LeftButton)
    assert hand.names[-1] == "output"
    assert not hand.canvas.callout.isVisible()
    assert all(item.badge is None for item in scene.columns)
    hand.undo_all()


def test_deleting_everything_leaves_an_invitation_and_undo(hand):
    hand.press(Key.Key_A, modifier=Modifier.ControlModifier)
    hand.press(Key.Key_Delete)
    assert hand.names == []
    assert hand.undo_text == "Remove 6 layers"
    hand.panel.grab()
    QTest.mouseClick(hand.button("add_dense"), Button.LeftButton)
    QTest.mouseClick(hand.button("add_dense"), Button.LeftButton)
    assert hand.names == ["dense", "dense_1"]
    hand.undo_all()


def test_the_keyboard_alone_is_enough(hand):
    hand.canvas.setFocus()
    hand.press(Key.Key_Right, Key.Key_Right)
    assert hand.document.selection == ("dense",)
    hand.press(Key.Key_Plus)
    assert hand.document.network.layer("dense").units == 384
    hand.press(Key.Key_Minus, Key.Key_Minus)
    assert hand.document.network.layer("dense").units == 192
    assert hand.document.undo_stack.count() == 1
    hand.press(Key.Key_Right, modifier=Modifier.ShiftModifier)
    assert hand.document.selection == ("dense", "dropout")
    hand.press(Key.Key_Right, modifier=Modifier.AltModifier)
    assert hand.names[:4] == ["flatten", "dense_1", "dense", "dropout"]
    hand.press(Key.Key_D, modifier=Modifier.ControlModifier)
    assert hand.names[2:6] == ["dense", "dense_2", "dropout", "dropout_2"]
    hand.press(Key.Key_End, Key.Key_Backspace)
    assert hand.names[-1] != "output"
    hand.press(Key.Key_Escape)
    assert hand.document.selection == ()
    hand.undo_all()


def test_copy_cut_and_paste(hand):
    hand.click("dense")
    hand.click("dropout", Modifier.ShiftModifier)
    hand.press(Key.Key_C, modifier=Modifier.ControlModifier)
    hand.click("dense_1")
    hand.press(Key.Key_V, modifier=Modifier.ControlModifier)
    assert hand.names[3:6] == ["dense_1", "dense_2", "dropout_2"]
    assert hand.undo_text == "Paste dense_2, dropout_2"
    hand.press(Key.Key_X, modifier=Modifier.ControlModifier)
    assert hand.names == [layer.name for layer in hand.start.network]
    QApplication.clipboard().setText("something else")
    hand.press(Key.Key_V, modifier=Modifier.ControlModifier)
    assert "no layers on the clipboard" in hand.panel.bubble.text()
    assert hand.panel.bubble.isVisible()
    hand.undo_all()
