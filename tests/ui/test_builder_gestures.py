"""Dragging edges, drawing rectangles, turning the wheel, panning: real events on the canvas."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mlp_studio.core.events import Snapshot
from mlp_studio.core.initializers import initial_weights
from mlp_studio.core.layers import Dense
from mlp_studio.core.network import NetworkSpec
from mlp_studio.ui.builder.hits import edge_x
from tests.ui.builder_hand import Button, Hand, Key, Modifier


def edge(hand: Hand, name: str) -> QPoint:
    layout = hand.canvas.network_scene.layout
    number = hand.names.index(name) + 1
    y = layout.columns[number].body.y + 12  # not where the + may be
    return hand.canvas.mapFromScene(QPointF(edge_x(layout, number), y))


def deep(hand: Hand, layers: int = 30) -> NetworkSpec:
    network = NetworkSpec(input_shape=(28, 28))
    for _ in range(layers):
        network = network.inserted(len(network.layers), Dense(units=2000))
    hand.document.edit("Deep", network=network)
    return network


def turn(hand: Hand, place: QPoint, notches: float = 1, modifier=Modifier.NoModifier) -> None:
    event = QWheelEvent(
        QPointF(place),
        QPointF(hand.view.mapToGlobal(place)),
        QPoint(),
        QPoint(0, round(120 * notches)),
        Button.NoButton,
        modifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(hand.view, event)


# --- edges -----------------------------------------------------------------------------------


def test_an_edge_is_shown_under_the_mouse_and_dragged_in_one_step(hand):
    scene, start = hand.canvas.network_scene, edge(hand, "dense")
    QTest.mouseMove(hand.view, start + QPoint(60, -20))
    assert not scene.edge.isVisible()
    QTest.mouseMove(hand.view, start)
    assert scene.edge.isVisible()
    assert hand.view.cursor().shape() == Qt.CursorShape.SizeHorCursor
    QTest.mousePress(hand.view, Button.LeftButton, Modifier.NoModifier, start)
    for way, units in ((30, 384), (60, 512), (120, 1024), (-60, 128)):
        QTest.mouseMove(hand.view, start + QPoint(way, 0))
        assert hand.document.network.layer("dense").units == units
        assert scene.pill.isVisible()
        assert scene.pill.words == f"256 → {units:,}"
    QTest.mouseRelease(hand.view, Button.LeftButton, Modifier.NoModifier, start - QPoint(60, 0))
    assert not scene.pill.isVisible()
    assert hand.document.selection == ("dense",)
    assert hand.document.undo_stack.count() == 1
    assert hand.undo_text == "Set units of dense to 128"
    hand.undo_all()


def test_two_drags_are_two_steps(hand):
    for _ in range(2):
        start = edge(hand, "dense")
        QTest.mousePress(hand.view, Button.LeftButton, Modifier.NoModifier, start)
        QTest.mouseMove(hand.view, start + QPoint(60, 0))
        QTest.mouseRelease(hand.view, Button.LeftButton, Modifier.NoModifier, start)
    assert hand.document.undo_stack.count() == 2
    assert hand.document.network.layer("dense").units == 1024
    hand.undo_all()


def test_with_shift_an_edge_goes_by_single_units(hand):
    start = edge(hand, "dense")
    QTest.mousePress(hand.view, Button.LeftButton, Modifier.NoModifier, start)
    # QTest.mouseMove knows no keys
    move = QPointF(start + QPoint(13, 0))
    event = QMouseEvent(
        QMouseEvent.Type.MouseMove,
        move,
        QPointF(hand.view.mapToGlobal(move)),
        Button.NoButton,
        Button.LeftButton,
        Modifier.ShiftModifier,
    )
    QApplication.sendEvent(hand.view, event)
    QTest.mouseRelease(hand.view, Button.LeftButton, Modifier.NoModifier, start + QPoint(13, 0))
    assert hand.document.network.layer("dense").units == 259
    hand.undo_all()


def test_escape_takes_an_edge_back_for_good(hand):
    network = hand.document.network
    first = Snapshot(network, initial_weights(network, 1), 1)
    hand.document.set_snapshot(first)
    start = edge(hand, "dense")
    QTest.mousePress(hand.view, Button.LeftButton, Modifier.NoModifier, start)
    QTest.mouseMove(hand.view, start + QPoint(90, 0))
    assert hand.document.network != network
    hand.press(Key.Key_Escape)
    QTest.mouseMove(hand.view, start + QPoint(150, 0))
    QTest.mouseRelease(hand.view, Button.LeftButton, Modifier.NoModifier, start)
    assert hand.document.network == network
    assert hand.document.snapshot is first
    assert not hand.document.undo_stack.canUndo()
    assert not hand.document.undo_stack.canRedo()
    assert not hand.canvas.network_scene.pill.isVisible()


def test_selected_layers_are_widened_together(hand):
    hand.click("dense")
    hand.click("dense_1", Modifier.ControlModifier)
    start = edge(hand, "dense")
    QTest.mousePress(hand.view, Button.LeftButton, Modifier.NoModifier, start)
    QTest.mouseMove(hand.view, start + QPoint(60, 0))
    QTest.mouseRelease(hand.view, Button.LeftButton, Modifier.NoModifier, start + QPoint(60, 0))
    units = [hand.document.network.layer(name).units for name in ("dense", "dense_1")]
    assert units == [512, 256]
    assert hand.document.selection == ("dense", "dense_1")
    assert hand.undo_text == "Enlarge dense, dense_1"
    hand.undo_all()


def test_an_undo_in_the_middle_of_a_drag_ends_it(hand):
    start = edge(hand, "dense")
    QTest.mousePress(hand.view, Button.LeftButton, Modifier.NoModifier, start)
    QTest.mouseMove(hand.view, start + QPoint(60, 0))
    hand.document.undo_stack.undo()
    QTest.mouseMove(hand.view, start + QPoint(120, 0))
    QTest.mouseRelease(hand.view, Button.LeftButton, Modifier.NoModifier, start)
    assert hand.document.project == hand.start


# --- the wheel -------------------------------------------------------------------------------


def test_the_wheel_over_a_layer_changes_its_number_in_one_step(hand):
    for _ in range(3):
        turn(hand, hand.at("dense"))
    turn(hand, hand.at("dense"), -1)
    assert hand.document.network.layer("dense").units == 512
    assert hand.document.selection == ("dense",)
    assert hand.document.undo_stack.count() == 1
    turn(hand, hand.at("dropout"), -1)
    assert hand.document.network.layer("dropout").rate == pytest.approx(0.25)
    assert hand.document.undo_stack.count() == 2
    hand.undo_all()


def test_a_fine_wheel_adds_its_parts_up(hand):
    for _ in range(4):
        turn(hand, hand.at("dense"), 0.25)
    assert hand.document.network.layer("dense").units == 384
    hand.undo_all()


def test_the_wheel_pans_between_layers_and_goes_on_panning(hand):
    network = deep(hand)
    bar = hand.canvas.horizontalScrollBar()
    before = bar.value()
    turn(hand, hand.gap(3), -1)
    assert bar.value() > before
    turn(hand, hand.at("dense_5"), -1)  # came under the mouse while the wheel was turning
    assert bar.value() >= before + 240
    assert hand.document.network == network
    turn(hand, hand.at("dense_9"), 1, Modifier.ShiftModifier)
    assert hand.document.network == network


# --- rectangles ------------------------------------------------------------------------------


def band(hand: Hand, a: QPoint, b: QPoint, modifier=Modifier.NoModifier) -> None:
    QTest.mousePress(hand.view, Button.LeftButton, modifier, a)
    QTest.mouseMove(hand.view, (a + b) / 2)
    QTest.mouseMove(hand.view, b)
    assert hand.canvas.network_scene.band.isVisible()
    QTest.mouseRelease(hand.view, Button.LeftButton, modifier, b)
    assert not hand.canvas.network_scene.band.isVisible()


def test_a_rectangle_selects_what_it_touches_and_adds_with_control(hand):
    top = QPoint(0, 4)
    a, b = hand.at("dense") - QPoint(20, 0), hand.at("dropout") + QPoint(12, 0)
    band(hand, QPoint(a.x(), top.y()), b)
    assert hand.document.selection == ("dense", "dropout")
    c = hand.at("output")
    band(hand, QPoint(c.x() - 20, top.y()), c + QPoint(20, 0), Modifier.ControlModifier)
    assert hand.document.selection == ("dense", "dropout", "output")
    assert hand.document.undo_stack.count() == 0
    QTest.mouseClick(hand.view, Button.LeftButton, Modifier.NoModifier, QPoint(3, 3))
    assert hand.document.selection == ()


def test_escape_leaves_the_selection_as_it_was(hand):
    hand.click("output")
    QTest.mousePress(hand.view, Button.LeftButton, Modifier.NoModifier, QPoint(3, 3))
    QTest.mouseMove(hand.view, hand.at("dense_1"))
    hand.press(Key.Key_Escape)
    QTest.mouseRelease(hand.view, Button.LeftButton, Modifier.NoModifier, hand.at("dense_1"))
    assert hand.document.selection == ("output",)


# --- panning, zooming, the map ---------------------------------------------------------------


def test_middle_button_and_space_pan(hand):
    deep(hand)
    bar = hand.canvas.horizontalScrollBar()
    a, b = QPoint(500, 100), QPoint(300, 120)
    QTest.mousePress(hand.view, Button.MiddleButton, Modifier.NoModifier, a)
    QTest.mouseMove(hand.view, b)
    QTest.mouseRelease(hand.view, Button.MiddleButton, Modifier.NoModifier, b)
    assert bar.value() == 200
    hand.canvas.setFocus()
    QTest.keyPress(hand.canvas, Key.Key_Space)
    assert hand.view.cursor().shape() == Qt.CursorShape.OpenHandCursor
    QTest.mousePress(hand.view, Button.LeftButton, Modifier.NoModifier, b)
    QTest.mouseMove(hand.view, a)
    QTest.mouseRelease(hand.view, Button.LeftButton, Modifier.NoModifier, a)
    QTest.keyRelease(hand.canvas, Key.Key_Space)
    assert bar.value() == 0
    assert hand.view.cursor().shape() != Qt.CursorShape.OpenHandCursor
    assert hand.document.selection == ()


def test_the_place_under_the_mouse_stays_there_when_zooming(hand):
    deep(hand)
    hand.canvas.horizontalScrollBar().setValue(300)
    place = QPoint(400, 120)
    QTest.mouseMove(hand.view, place)
    before = hand.canvas.mapToScene(place)
    for _ in range(4):
        turn(hand, place, 1, Modifier.ControlModifier)
    after = hand.canvas.mapToScene(place)
    assert hand.canvas.zoom.scale > 1.5
    assert after.x() == pytest.approx(before.x(), abs=2)


def test_the_map_appears_only_when_needed_and_moves_the_view(hand):
    canvas, map_ = hand.canvas, hand.canvas.minimap
    assert not map_.isVisible()
    deep(hand)
    assert map_.isVisible()
    bar, columns = canvas.horizontalScrollBar(), canvas.network_scene.layout.columns
    place = QPoint(round(map_.place_of(columns[25])), map_.height() // 2)
    QTest.mouseClick(map_, Button.LeftButton, Modifier.NoModifier, place)
    assert canvas.viewport().rect().contains(canvas.mapFromScene(QPointF(columns[25].x, 100)))
    assert map_.visible_part.contains(QPointF(place))
    value = bar.value()
    part = map_.visible_part.center().toPoint()
    QTest.mousePress(map_, Button.LeftButton, Modifier.NoModifier, part)
    QTest.mouseMove(map_, part - QPoint(30, 0))
    QTest.mouseRelease(map_, Button.LeftButton, Modifier.NoModifier, part - QPoint(30, 0))
    assert bar.value() < value
    assert map_.accessibleName()
    columns = canvas.network_scene.layout.columns
    below = max(column.label.y + column.label.height for column in columns)
    assert below <= map_.y()  # it hides nothing
    hand.press(Key.Key_0, modifier=Modifier.ControlModifier)
    assert not map_.isVisible()


# --- letters ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        (Key.Key_D, "dense"),
        (Key.Key_O, "dropout"),
        (Key.Key_B, "batch_normalization"),
        (Key.Key_A, "activation"),
        (Key.Key_L, "layer_normalization"),
        (Key.Key_N, "gaussian_noise"),
        (Key.Key_F, "flatten"),
    ],
)
def test_a_letter_adds_a_layer_behind_the_selection(hand, key, kind):
    hand.click("dense")
    hand.canvas.setFocus()
    hand.press(key)
    (added,) = hand.document.selection
    assert hand.document.network.layer(added).kind == kind
    assert hand.names.index(added) == hand.names.index("dense") + 1
    hand.undo_all()


def test_letters_are_told_where_layers_are_offered(hand):
    for name, key in (("add_dense", "D"), ("add_dropout", "O"), ("add_batch_normalization", "B")):
        button = hand.button(name)
        assert button.toolTip().endswith(f"Key in the canvas: {key}.")
        assert button.accessibleDescription() == button.toolTip()
    hand.canvas.open_insert_menu(1)
    menu = hand.canvas.popups.menu
    shown = {action.data(): action.text() for action in menu.actions() if action.data()}
    assert shown["layer_normalization"] == "LayerNormalization\tL"
    assert "\t" not in shown["output"]
    QTest.keyClick(menu, Key.Key_Escape)
    assert "D adds Dense" in hand.canvas.accessibleDescription()


def test_zooming_is_quick_and_sharp_a_moment_later(qtbot):
    hand = Hand(qtbot, "spirals-6")
    network = hand.document.network
    hand.document.set_snapshot(Snapshot(network, initial_weights(network, 1), 1))
    links = hand.canvas.network_scene.links
    qtbot.waitUntil(lambda: all(link.values is not None for link in links))
    hand.view.grab()
    turn(hand, QPoint(300, 100), 2, Modifier.ControlModifier)
    soft = hand.view.grab().toImage()
    qtbot.waitUntil(lambda: hand.view.grab().toImage() != soft)
