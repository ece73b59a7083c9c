"""What the builder shows under a real mouse and a real keyboard, and a child at both."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from mlp_studio.core.datasets import Spirals
from mlp_studio.core.events import Snapshot
from mlp_studio.core.initializers import initial_weights
from mlp_studio.core.layers import Dense
from mlp_studio.core.network import NetworkSpec
from mlp_studio.ui.builder.panel import BuilderPanel
from mlp_studio.ui.theme import Theme
from tests.ui.builder_hand import Button, Hand, Key, Modifier

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
    place = QPointF(hand.gap(1))
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
    assert tips[2] == "dense (Dense, relu): 784 → 256, 200,960 parameters"
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
