"""Zooming a deep network: hasty pictures while the wheel turns, careful ones after it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtWidgets import QApplication, QGraphicsItem

from mlp_studio.core.events import Snapshot
from mlp_studio.core.initializers import initial_weights
from mlp_studio.core.layers import Dense, Dropout
from mlp_studio.core.network import NetworkSpec
from tests.ui.builder_hand import Button, Hand, Modifier

CACHED = QGraphicsItem.CacheMode.DeviceCoordinateCache
NOT_CACHED = QGraphicsItem.CacheMode.NoCache


def turn(hand: Hand, notches: int) -> None:
    place = QPointF(hand.view.rect().center())
    event = QWheelEvent(
        place, hand.view.mapToGlobal(place), QPoint(), QPoint(0, 120 * notches),
        Button.NoButton, Modifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(hand.view, event)


def picture(hand: Hand) -> QImage:
    return hand.view.grab().toImage()


def modes(hand: Hand) -> set[QGraphicsItem.CacheMode]:
    scene = hand.canvas.network_scene
    return {item.cacheMode() for item in (*scene.columns, *scene.links)}


def settle(hand: Hand, qtbot) -> None:
    qtbot.waitUntil(lambda: modes(hand) == {CACHED})


def apart(first: QImage, second: QImage) -> float:
    """Return the mean difference of two pictures, from 0 to 255."""
    size = first.size() / 4  # lines that moved by less than a pixel are no difference
    a, b = (
        image.scaled(size, mode=Qt.TransformationMode.SmoothTransformation)
        .convertToFormat(QImage.Format.Format_Grayscale8)
        for image in (first, second)
    )  # fmt: skip
    total = sum(abs(x - y) for x, y in zip(bytes(a.constBits()), bytes(b.constBits()), strict=True))
    return total / a.sizeInBytes()


@pytest.fixture
def deep(qtbot) -> Hand:
    hand = Hand(qtbot)
    network = NetworkSpec(input_shape=(784,))
    for _ in range(12):
        network = network.inserted(len(network.layers), Dense(units=2000))
        network = network.inserted(len(network.layers), Dropout(rate=0.2))
    hand.document.edit("Deep", network=network)
    settle(hand, qtbot)
    picture(hand)
    return hand


@pytest.mark.parametrize("trained", [False, True])
def test_what_is_shown_in_haste_is_like_what_follows_and_then_it_is_exact(qtbot, trained):
    hand = Hand(qtbot)
    settle(hand, qtbot)
    if trained:
        network = hand.document.network
        hand.document.set_snapshot(Snapshot(network, initial_weights(network, 1), 1))
        qtbot.waitUntil(lambda: hand.canvas.network_scene.links[0].values is not None)
    before = picture(hand)
    turn(hand, 2)
    hasty = picture(hand)
    settle(hand, qtbot)
    careful = picture(hand)
    assert apart(hasty, careful) < 0.4 * apart(before, careful)
    turn(hand, -2)
    assert not hand.canvas.zoom.zoomed
    settle(hand, qtbot)
    assert picture(hand) == before


def test_while_the_wheel_turns_no_picture_is_kept_for_a_scale(deep, qtbot):
    assert modes(deep) == {CACHED}
    for _ in range(5):
        turn(deep, -1)
        picture(deep)
        assert modes(deep) == {NOT_CACHED}
    settle(deep, qtbot)


def test_columns_alike_share_the_picture_of_a_neuron(deep):
    pace = deep.canvas.network_scene.columns[0]._pace
    pace.stamps.clear()
    turn(deep, -1)
    picture(deep)
    assert 1 <= len(pace.stamps) <= 3  # of the input, the layers and the last one
    for step in range(80):
        turn(deep, 1 if step % 8 < 4 else -1)
        picture(deep)
    assert len(pace.stamps) <= 64


def test_a_network_that_changes_while_zooming_is_painted_with_care_in_the_end(deep, qtbot):
    turn(deep, -1)
    picture(deep)
    shorter = deep.document.network
    for layer in shorter.layers[6:]:
        shorter = shorter.removed(layer.name)
    deep.document.edit("Shorter", network=shorter)
    settle(deep, qtbot)
    deep.document.undo_stack.undo()
    settle(deep, qtbot)
