"""Neurons that show what they answer all over the plane, and connections that tell weights."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtTest import QTest

from mlp_studio.analysis.regions import Bounds, plane_bounds, plane_grid
from mlp_studio.core.events import Snapshot
from mlp_studio.core.forward import forward
from mlp_studio.core.initializers import initial_weights
from mlp_studio.core.layers import BatchNormalization, Dense
from mlp_studio.core.network import NetworkSpec
from mlp_studio.ui.builder.geometry import INPUT
from mlp_studio.ui.builder.hits import curve_at
from mlp_studio.ui.builder.unit_maps import (
    COARSEST,
    FINE_SIDE,
    LEVELS,
    SIDE,
    MapQuestion,
    answer,
    diverging,
    side_for,
    unit_values,
)
from mlp_studio.ui.builder.unit_popup import short
from tests.ui.builder_hand import Hand, Key
from tests.ui.features_studio import PLANE, Store, random_images

BLUE, WHITE, ORANGE = (47, 128, 208), (255, 255, 255), (224, 119, 47)
COLOURS = diverging(ORANGE, WHITE, BLUE)


def snapshot(hand: Hand, seed: int = 1) -> Snapshot:
    network = hand.document.network
    made = Snapshot(network, initial_weights(network, seed), seed)
    hand.document.set_snapshot(made)
    return made


@pytest.fixture
def plane(qtbot) -> Hand:
    return Hand(qtbot, "spirals-6", Store(PLANE))


def unit(hand: Hand, name: str, place: int) -> QPoint:
    columns = hand.canvas.network_scene.layout.columns
    column = next(c for c in columns if c.cell.key == name)
    return hand.canvas.mapFromScene(QPointF(column.x, column.ys[place]))


# --- numbers ---------------------------------------------------------------------------------


def test_values_are_those_of_the_forward_pass():
    network = NetworkSpec(
        input_shape=(2,),
        layers=(
            Dense(name="a", units=5, activation="tanh"),
            BatchNormalization(name="b"),
            Dense(name="c", units=3, activation="relu"),
            Dense(name="d", units=1, activation="sigmoid"),
        ),
    )
    weights = initial_weights(network, 3)
    x = np.random.default_rng(0).normal(size=(5000, 2)).astype(np.float32)
    found = unit_values(network, weights, x, {INPUT: (1, 0), "a": (4, 0), "d": (0,)})
    known = forward(network, weights, x)
    np.testing.assert_array_equal(found[INPUT], x[:, [1, 0]])
    np.testing.assert_allclose(found["a"], known["a"][:, [4, 0]], rtol=1e-5)
    np.testing.assert_allclose(found["d"], known["d"], rtol=1e-5)


def test_no_value_has_the_colour_of_the_ground_and_the_largest_the_strongest():
    assert COLOURS.shape == (LEVELS, 3)
    assert tuple(COLOURS[0]) == ORANGE
    assert tuple(COLOURS[LEVELS // 2]) == WHITE
    assert tuple(COLOURS[-1]) == BLUE
    network = NetworkSpec(
        input_shape=(2,),
        layers=(
            Dense(name="linear", units=1, activation="linear"),
            Dense(name="decides", units=1, activation="sigmoid"),
        ),
    )
    one = np.ones((1, 1), np.float32)
    zero = np.zeros(1, np.float32)
    kernel = np.asarray([[1.0], [0.0]], np.float32)
    weights = {"linear": (kernel, zero), "decides": (one, zero)}
    bounds = Bounds(-2, 2, -2, 2)
    units = {"linear": (0,), "decides": (0,)}
    found = answer(MapQuestion(network, weights, bounds, 25, units, COLOURS))
    for name in units:
        image = found.images[name][0]
        assert image.shape == (25, 25, 3)
        assert tuple(image[12, 12]) == WHITE  # x = 0: nothing, or undecided
        assert tuple(image[0, 0]) == ORANGE
        assert tuple(image[24, 24]) == BLUE
    low, high, centre = found.ranges["linear"][0]
    assert (low, high, centre) == pytest.approx((-1.92, 1.92, 0))
    assert found.ranges["decides"][0][2] == 0.5


def test_a_diverged_network_leaves_the_ground():
    network = NetworkSpec(input_shape=(2,), layers=(Dense(name="a", units=2),))
    weights = {"a": (np.full((2, 2), np.nan, np.float32), np.zeros(2, np.float32))}
    bounds = Bounds(-1, 1, -1, 1)
    found = answer(MapQuestion(network, weights, bounds, 8, {"a": (0, 1)}, COLOURS))
    assert (found.images["a"] == 255).all()
    assert np.isnan(found.ranges["a"][:, :2]).all()


def test_large_networks_get_coarser_pictures():
    sides = [side_for(count) for count in (10, 126_604, 1_000_000, 100_000_000)]
    assert sides[0] == sides[1] == SIDE
    assert sides == sorted(sides, reverse=True)
    assert sides[-1] == COARSEST
    assert side_for(1000, fine=True) == FINE_SIDE


@pytest.mark.parametrize(
    ("value", "words"),
    [(0, "0"), (-1.1649, "−1.16"), (12345.6, "1.23e+04"), (2e-5, "2.0e−05"), (np.nan, "–")],
)
def test_numbers_are_short(value, words):
    assert short(value) == words


# --- shown -----------------------------------------------------------------------------------


def test_neurons_stay_plain_until_there_are_weights_and_follow_them(plane, qtbot):
    maps = plane.canvas.maps
    assert maps.shown is None
    plain = plane.view.grab().toImage()
    made = snapshot(plane)
    qtbot.waitUntil(lambda: maps.shown is not None)
    first = maps.shown
    assert first.question.weights is made.weights
    columns = plane.canvas.network_scene.layout.columns
    for column in columns:
        if column.cell.kind != "band":
            assert len(first.images[column.cell.key]) == len(column.shown)
    known = forward(
        made.network, made.weights, plane_grid(plane_bounds(PLANE.train.x), first.question.side)
    )
    column = columns[1]
    assert first.ranges["dense"][0][1] == pytest.approx(known["dense"][:, column.shown[0]].max())
    at = unit(plane, INPUT, 0) - QPoint(4, 0)
    shown = plane.view.grab().toImage()
    assert plain.pixelColor(at) != shown.pixelColor(at)
    snapshot(plane, 2)
    qtbot.waitUntil(lambda: maps.shown is not first)
    plane.document.set_snapshot(None)
    qtbot.waitUntil(lambda: maps.shown is None)


def test_other_data_and_edits_take_them_away_or_renew_them(plane, qtbot):
    maps = plane.canvas.maps
    snapshot(plane)
    qtbot.waitUntil(lambda: maps.shown is not None)
    plane.click("dense_6")
    plane.press(Key.Key_Plus)
    network = plane.document.network
    qtbot.waitUntil(lambda: maps.shown is not None and maps.shown.question.network == network)
    assert len(maps.shown.images["dense_6"]) == 8
    store = maps._store
    store.give(random_images())
    assert maps.shown is None
    store.give(PLANE)
    qtbot.waitUntil(lambda: maps.shown is not None)


def test_images_have_no_maps(qtbot):
    hand = Hand(qtbot, "digits", Store(random_images()))
    snapshot(hand)
    qtbot.wait(50)
    assert hand.canvas.maps.shown is None


def test_hidden_canvases_wait(plane, qtbot):
    plane.panel.hide()
    snapshot(plane)
    assert not plane.canvas.maps._small.busy
    plane.panel.show()
    qtbot.waitUntil(lambda: plane.canvas.maps.shown is not None)


# --- the large map ---------------------------------------------------------------------------


def test_a_neuron_under_the_mouse_is_shown_large(plane, qtbot):
    maps, popup = plane.canvas.maps, plane.canvas.maps.popup
    snapshot(plane)
    qtbot.waitUntil(lambda: maps.shown is not None)
    QTest.mouseMove(plane.view, unit(plane, "bottleneck_2d", 1))
    qtbot.waitUntil(popup.isVisible)
    assert popup.title == "bottleneck_2d · unit 2 of 2"
    qtbot.waitUntil(lambda: popup.image.width() > SIDE)
    box = popup.geometry()
    assert plane.panel.rect().contains(box)
    under = plane.view.mapTo(plane.panel, unit(plane, "bottleneck_2d", 1))
    assert not box.contains(under)
    before = popup.image
    snapshot(plane, 2)  # it is live
    qtbot.waitUntil(lambda: popup.image != before)
    popup.grab()
    QTest.mouseMove(plane.view, unit(plane, INPUT, 0))
    assert popup.title == "Input 1"
    QTest.mouseMove(plane.view, QPoint(3, 3))
    assert not popup.isVisible()


def test_a_press_and_an_edit_close_it(plane, qtbot):
    maps, popup = plane.canvas.maps, plane.canvas.maps.popup
    snapshot(plane)
    qtbot.waitUntil(lambda: maps.shown is not None)
    QTest.mouseMove(plane.view, unit(plane, "dense_6", 1))
    qtbot.waitUntil(popup.isVisible)
    plane.click("dense_6")
    assert not popup.isVisible()


# --- connections -----------------------------------------------------------------------------


def test_a_connection_under_the_mouse_tells_its_weight(plane, qtbot):
    scene = plane.canvas.network_scene
    names = [column.cell.key for column in scene.layout.columns]
    source, target = (scene.layout.columns[names.index(n)] for n in ("bottleneck_2d", "output"))
    left, right = source.x + source.radius, target.x - target.radius
    x = left + 0.6 * (right - left)
    y = next(
        y
        for y in np.arange(source.ys[0] - 60, source.ys[0] + 60, 0.5)
        if curve_at(source, target, x, y, 1.0) == (0, 0)
    )
    place = plane.canvas.mapFromScene(QPointF(x, y))
    QTest.mouseMove(plane.view, place)
    assert not scene.stroke.isVisible()  # nothing has been learnt
    weight = snapshot(plane).weights["output"][0][0, 0]
    QTest.mouseMove(plane.view, place - QPoint(0, 60))
    QTest.mouseMove(plane.view, place)
    assert scene.stroke.isVisible()
    words = f"bottleneck_2d 1 → output 1: {weight:+.3f}".replace("-", "−")
    assert scene.pill.words == words
    weight = snapshot(plane, 2).weights["output"][0][0, 0]  # while the mouse rests
    assert scene.pill.words.endswith(f"{weight:+.3f}".replace("-", "−"))
    plane.view.grab()
    QTest.mouseMove(plane.view, QPoint(3, 3))
    assert not scene.stroke.isVisible()
    assert not scene.pill.isVisible()


def test_many_connections_are_not_told_one_by_one(plane, qtbot):
    snapshot(plane)
    scene = plane.canvas.network_scene
    a, b = scene.layout.columns[1], scene.layout.columns[3]
    place = plane.canvas.mapFromScene(QPointF((a.x + b.x) / 2 + 12, a.ys[0]))
    QTest.mouseMove(plane.view, place)
    assert not scene.stroke.isVisible()


def test_while_layers_come_and_go_only_what_is_laid_out_is_asked_for(plane, qtbot):
    snapshot(plane)
    maps, document = plane.canvas.maps, plane.document
    qtbot.waitUntil(lambda: maps.shown is not None)
    asked = []
    ask = maps._small.ask
    maps._small.ask = lambda work, rest: (asked.append(maps._question()), ask(work, rest=rest))
    network = document.network
    before = maps.shown
    document.edit("Remove", network=network.removed("dense_2"))
    assert maps.shown is before  # until there are others
    narrow = network.layer("dense_1").model_copy(update={"units": 3})
    document.edit("Narrow", network=document.network.replaced("dense_1", narrow))
    document.undo_stack.undo()
    document.undo_stack.undo()
    document.undo_stack.setIndex(2)
    assert asked
    for question in asked:
        for name, units in question.units.items():
            if name != INPUT:
                assert max(units) < question.network.layer(name).units
    qtbot.waitUntil(
        lambda: maps.shown is not None and maps.shown.question.network == document.network
    )
    assert set(maps.shown.images) == {INPUT} | {
        layer.name for layer in document.network if isinstance(layer, Dense)
    }
