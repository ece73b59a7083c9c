"""The builder under a real mouse and a real keyboard."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from mlp_studio.core.datasets import Spirals
from mlp_studio.core.events import Snapshot
from mlp_studio.core.initializers import initial_weights
from mlp_studio.core.layers import BatchNormalization, Dense, Dropout
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.templates import template
from mlp_studio.studio.document import Document
from mlp_studio.ui.builder.panel import BuilderPanel
from mlp_studio.ui.theme import Theme

Key, Button, Modifier = Qt.Key, Qt.MouseButton, Qt.KeyboardModifier


class Hand:
    """A person at the panel."""

    def __init__(self, qtbot, name: str = "digits") -> None:
        self.document = Document(template(name).project)
        self.start = self.document.project
        self.panel = BuilderPanel(self.document, Theme("light"))
        qtbot.addWidget(self.panel)
        self.panel.resize(980, 430)
        self.panel.show()
        qtbot.waitExposed(self.panel)
        self.canvas = self.panel.canvas
        self.view = self.canvas.viewport()

    @property
    def names(self) -> list[str]:
        return [layer.name for layer in self.document.network]

    @property
    def undo_text(self) -> str:
        return self.document.undo_stack.undoText()

    def at(self, name: str, *, label: bool = False) -> QPoint:
        layout = self.canvas.network_scene.layout
        column = next(c for c in layout.columns if c.cell.key == name)
        y = column.label.y + 5 if label else layout.middle
        return self.canvas.mapFromScene(QPointF(column.x, y))

    def gap(self, number: int) -> QPoint:
        layout = self.canvas.network_scene.layout
        return self.canvas.mapFromScene(QPointF(layout.gap_x(number), layout.middle))

    def click(self, name: str, modifier: Modifier = Modifier.NoModifier) -> None:
        QTest.mouseClick(self.view, Button.LeftButton, modifier, self.at(name))

    def drag(self, name: str, *way: QPoint) -> None:
        QTest.mousePress(self.view, Button.LeftButton, Modifier.NoModifier, self.at(name))
        for place in way:
            QTest.mouseMove(self.view, place)
        QTest.mouseRelease(self.view, Button.LeftButton, Modifier.NoModifier, way[-1])

    def button(self, name: str) -> QPushButton:
        found = self.panel.findChild(QPushButton, name)
        assert isinstance(found, QPushButton)
        return found

    def press(self, *keys: Key, modifier: Modifier = Modifier.NoModifier) -> None:
        for key in keys:
            QTest.keyClick(self.canvas, key, modifier)

    def type_into(self, widget: QWidget, text: str) -> None:
        widget.setFocus()
        widget.selectAll()  # type: ignore[attr-defined]
        QTest.keyClicks(widget, text)

    def undo_all(self) -> None:
        while self.document.undo_stack.canUndo():
            self.document.undo_stack.undo()
        assert self.document.project == self.start


@pytest.fixture
def hand(qtbot):
    return Hand(qtbot)


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


# --- editing ---------------------------------------------------------------------------------


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


# --- showing ---------------------------------------------------------------------------------


def test_a_problem_of_the_training_has_a_repair(qtbot):
    hand = Hand(qtbot, "spirals-6")
    data = hand.document.data.model_copy(
        update={"source": Spirals(n_classes=3, num_arms=3, points_per_arm=400)}
    )
    hand.document.edit("Three classes", data=data)
    assert hand.canvas.callout.isVisible()
    assert "3 classes" in hand.canvas.callout.accessibleName()
    QTest.mouseClick(hand.canvas.callout, Button.LeftButton, pos=QPoint(6, 6))
    assert hand.document.selection == ("output",)
    QTest.mouseClick(hand.canvas.callout.button, Button.LeftButton)
    assert hand.document.network.layer("output").units == 3
    assert not hand.document.problems
    hand.undo_all()


def test_weights_are_shown_when_there_are_some_and_only_when_visible(hand, qtbot):
    links = hand.canvas.network_scene.links
    assert all(link.values is None for link in links)
    network = hand.document.network
    first = Snapshot(network, initial_weights(network, 1), 1)
    hand.document.set_snapshot(first)
    qtbot.waitUntil(lambda: all(link.values is not None for link in links))
    shown = links[0].values
    assert np.abs(shown).max() == pytest.approx(1.0)
    hand.panel.grab()
    hand.panel.hide()
    hand.document.set_snapshot(Snapshot(network, initial_weights(network, 2), 2))
    assert links[0].values is shown
    hand.panel.show()
    qtbot.waitUntil(lambda: links[0].values is not shown)
    hand.document.set_snapshot(None)
    qtbot.waitUntil(lambda: all(link.values is None for link in links))


def test_a_hundred_snapshots_in_a_row_are_not_all_drawn(hand, qtbot, monkeypatch):
    scene, calls = hand.canvas.network_scene, []
    original = scene.show_weights
    monkeypatch.setattr(scene, "show_weights", lambda *a: (calls.append(a), original(*a))[1])
    network = hand.document.network
    weights = initial_weights(network, 1)
    for epoch in range(100):
        hand.document.set_snapshot(Snapshot(network, weights, epoch))
    assert len(calls) == 1
    qtbot.waitUntil(lambda: len(calls) == 2)  # the newest of the others


def test_a_deep_network_scrolls_zooms_and_fits(qtbot):
    hand = Hand(qtbot)
    network = NetworkSpec(input_shape=(28, 28))
    for _ in range(30):
        network = network.inserted(len(network.layers), Dense(units=2000))
    hand.document.edit("Deep", network=network)
    bar = hand.canvas.horizontalScrollBar()
    assert bar.maximum() > 0
    assert bar.value() == 0
    hand.press(Key.Key_End)
    assert bar.value() > 0
    assert hand.canvas.fit_button.isVisible()
    QTest.mouseClick(hand.canvas.fit_button, Button.LeftButton)
    assert bar.maximum() <= 2
    assert hand.document.selection == (network.layers[-1].name,)
    QTest.mouseClick(hand.canvas.fit_button, Button.LeftButton)
    assert not hand.canvas.zoom.zoomed


@pytest.mark.parametrize("modifier", [Modifier.NoModifier, Modifier.ControlModifier])
def test_the_wheel_zooms_only_with_control(hand, modifier):
    place = QPointF(hand.at("dense"))
    event = QWheelEvent(
        place,
        hand.view.mapToGlobal(place),
        QPoint(),
        QPoint(0, 120),
        Button.NoButton,
        modifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(hand.view, event)
    assert hand.canvas.zoom.zoomed == (modifier == Modifier.ControlModifier)
    assert hand.document.undo_stack.count() == 0


def test_it_repaints_in_another_look_and_size(hand):
    theme = Theme("light")
    panel = BuilderPanel(hand.document, theme)
    panel.resize(760, 330)
    light = panel.grab().toImage()
    theme.set_mode("dark")
    dark = panel.grab().toImage()
    assert light.pixelColor(400, 60).lightness() > 200
    assert dark.pixelColor(400, 60).lightness() < 60
    panel.deleteLater()


def test_everything_has_a_name_and_a_tip(hand):
    hand.click("dense")
    for button in hand.panel.palette_row.findChildren(QPushButton):
        assert button.text()
        assert button.toolTip()
    for name in ("units", "l1", "l2", "rate", "momentum", "epsilon"):
        field = hand.panel.inspector.field(name)
        assert field.accessibleName()
        assert field.toolTip()
    assert hand.canvas.accessibleName()
    layout = hand.canvas.network_scene.layout
    tips = [hand.canvas.network_scene.tip(column) for column in layout.columns]
    assert tips[2] == "dense (Dense): 784 → 256, 200,960 parameters"
    assert all(tips)


# --- a child at the keyboard -----------------------------------------------------------------


@pytest.mark.parametrize("seed", range(4))
def test_wild_clicking_and_typing_is_all_undone(qtbot, seed):
    hand = Hand(qtbot, ("digits", "spirals-6", "egg-crate", "mnist-first")[seed])
    chance = np.random.default_rng(seed)
    keys = (
        Key.Key_Left,
        Key.Key_Right,
        Key.Key_Plus,
        Key.Key_Minus,
        Key.Key_Delete,
        Key.Key_Return,
        Key.Key_Escape,
        Key.Key_F2,
        Key.Key_End,
    )
    modifiers = (
        Modifier.NoModifier,
        Modifier.NoModifier,
        Modifier.ShiftModifier,
        Modifier.ControlModifier,
        Modifier.AltModifier,
    )
    network = hand.document.network
    hand.document.set_snapshot(Snapshot(network, initial_weights(network, seed), 1))

    def place() -> QPoint:
        return QPoint(int(chance.integers(hand.view.width())), int(chance.integers(300)))

    for _ in range(120):
        what, modifier = chance.integers(7), modifiers[chance.integers(len(modifiers))]
        if what == 0:
            QTest.mouseClick(hand.view, Button.LeftButton, modifier, place())
        elif what == 1:
            QTest.mousePress(hand.view, Button.LeftButton, Modifier.NoModifier, place())
            QTest.mouseMove(hand.view, place())
            QTest.mouseRelease(hand.view, Button.LeftButton, Modifier.NoModifier, place())
        elif what == 2:
            QTest.mouseDClick(hand.view, Button.LeftButton, Modifier.NoModifier, place())
        elif what == 3:
            name = ("add_dense", "add_dropout", "add_batch_normalization")[chance.integers(3)]
            QTest.mouseClick(hand.button(name), Button.LeftButton)
        elif what == 4 and hand.canvas.editor is not None:
            QTest.keyClicks(hand.canvas.editor, str(chance.integers(-1, 40)))
            QTest.keyClick(hand.canvas.editor, Key.Key_Return)
        elif what == 5 and chance.random() < 0.3:
            hand.document.undo_stack.undo()
        else:
            hand.press(keys[chance.integers(len(keys))], modifier=modifier)
        if hand.canvas.popups.menu is not None:
            QTest.keyClick(hand.canvas.popups.menu, Key.Key_Down)
            QTest.keyClick(hand.canvas.popups.menu, Key.Key_Return)
        hand.panel.grab()
    assert hand.document.undo_stack.count() > 5
    hand.undo_all()


def test_weights_follow_an_edit_at_once(hand):
    network = hand.document.network
    hand.document.set_snapshot(Snapshot(network, initial_weights(network, 1), 1))
    links = hand.canvas.network_scene.links
    hand.click("dense_1")
    hand.type_into(hand.panel.inspector.field("units"), "4")
    QTest.keyClick(hand.panel.inspector.field("units"), Key.Key_Return)
    assert [link.values.shape for link in links] == [(8, 8), (8, 4), (4, 10)]
    hand.press(Key.Key_Delete)
    assert [link.values.shape for link in links[:2]] == [(8, 8), (8, 10)]
    hand.document.undo_stack.undo()
    hand.document.undo_stack.undo()
    assert [link.values.shape for link in hand.canvas.network_scene.links] == [
        (8, 8),
        (8, 8),
        (8, 10),
    ]
    hand.panel.grab()
