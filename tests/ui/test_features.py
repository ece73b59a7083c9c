"""The Features panel shows what the forward pass says and reads examples out."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from mlp_studio.analysis.probe import probe_indices
from mlp_studio.core.arrays import Weights
from mlp_studio.core.forward import forward, predict
from mlp_studio.core.initializers import initial_weights
from mlp_studio.core.layers import Dense
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.templates import template
from mlp_studio.data.load import load
from mlp_studio.ui.common.colours import LEVELS, colouring
from mlp_studio.ui.features.choices import default_layer
from mlp_studio.ui.features.frame import MOST_POINTS
from mlp_studio.ui.theme import class_colour
from tests.ui.features_studio import EGG_CRATE, PLANE, SPIRALS, Studio, random_images


def activations(weights: Weights, layer: str) -> np.ndarray:
    part = PLANE.validation
    chosen = probe_indices(part.y, MOST_POINTS)
    return forward(SPIRALS.network, weights, part.x[chosen])[layer]


# --- what is shown -------------------------------------------------------------------------


def test_the_default_layer_is_the_one_most_worth_a_look() -> None:
    assert default_layer(SPIRALS.network) == "bottleneck_2d"
    assert default_layer(template("spirals-2").project.network) == "features_16d"
    assert default_layer(template("mnist-first").project.network) == "dense"
    only = NetworkSpec(input_shape=(2,), layers=(Dense(name="output", units=6),))
    assert default_layer(only) == "output"
    assert default_layer(NetworkSpec(input_shape=(2,))) is None


def test_an_untrained_network_shows_its_new_weights_and_says_so(spirals: Studio) -> None:
    spirals.shown(None)
    weights = initial_weights(SPIRALS.network, SPIRALS.training.seed)
    expected = activations(weights, "bottleneck_2d")
    np.testing.assert_allclose(spirals.panel.features.points, expected, atol=1e-6)
    assert "Not trained yet" in spirals.panel.features.caption
    assert "2 values as they are" in spirals.words()


def test_a_layer_of_two_units_is_shown_as_it_is_and_the_plane_too(spirals: Studio) -> None:
    snapshot = spirals.snapshot(7, epoch=84)
    spirals.document.set_snapshot(snapshot)
    spirals.shown(snapshot)
    expected = activations(snapshot.weights, "bottleneck_2d")
    np.testing.assert_allclose(spirals.panel.features.points, expected, atol=1e-6)
    np.testing.assert_array_equal(spirals.panel.input.points, PLANE.validation.x)
    assert spirals.panel.features.caption == "after epoch 84"
    assert "all 480" in spirals.words()


def test_a_wide_layer_is_shown_by_its_principal_components(spirals: Studio) -> None:
    snapshot = spirals.snapshot(7)
    spirals.document.set_snapshot(snapshot)
    spirals.choose("dense")
    spirals.shown(snapshot, "dense")
    frame = spirals.panel.frame
    assert frame is not None
    features = activations(snapshot.weights, "dense")
    centred = features - features.mean(axis=0)
    variance = np.linalg.svd(centred, compute_uv=False) ** 2
    share = variance / variance.sum()
    np.testing.assert_allclose(frame.projection.explained, share[:2], rtol=1e-3)
    words = f"PCA · {100 * share[0]:.0f} % + {100 * share[1]:.0f} % of the variance"
    assert words in spirals.panel.features.accessibleDescription()


def test_a_single_unit_is_a_strip_whose_points_keep_their_height(qtbot: QtBot) -> None:
    studio = Studio(qtbot, "spirals-2", load(template("spirals-2").project.data))
    studio.shown(None)
    studio.choose("output")
    studio.shown(None, "output")
    before = studio.panel.features.points
    heights = before[:, 1].copy()
    snapshot = studio.snapshot(3)
    studio.document.set_snapshot(snapshot)
    studio.shown(snapshot)
    frame = studio.panel.frame
    assert frame is not None
    expected = predict(studio.document.network, snapshot.weights, frame.probe.x)
    np.testing.assert_allclose(studio.panel.features.points[:, 0], expected[:, 0], atol=1e-6)
    np.testing.assert_array_equal(studio.panel.features.points[:, 1], heights)
    assert any("1 unit" in words for words in studio.words())


def test_words_give_way_to_the_plots_where_room_is_scarce(spirals: Studio) -> None:
    spirals.choose("dense")
    spirals.shown(None, "dense")
    spirals.panel.resize(1300, 330)
    spirals.qtbot.waitUntil(lambda: any("of the variance" in w for w in spirals.words()))
    spirals.panel.resize(980, 250)
    spirals.qtbot.waitUntil(lambda: not any("of the variance" in w for w in spirals.words()))
    assert any(words.startswith("PCA · ") for words in spirals.words())
    assert abs(spirals.panel.input.width() - spirals.panel.features.width()) <= 1


def test_training_examples_are_a_fixed_choice_of_a_thousand(spirals: Studio) -> None:
    spirals.shown(None)
    spirals.panel.parts.setFocus()
    QTest.keyClick(spirals.panel.parts, Qt.Key.Key_Down)
    spirals.qtbot.waitUntil(lambda: "1,000 of 1,920" in spirals.words())
    chosen = probe_indices(PLANE.train.y, MOST_POINTS)
    np.testing.assert_array_equal(spirals.panel.input.points, PLANE.train.x[chosen])


def test_every_layer_can_be_chosen_and_an_edit_keeps_the_choice(spirals: Studio) -> None:
    names = [spirals.panel.layers.itemData(k) for k in range(spirals.panel.layers.count())]
    assert names == [layer.name for layer in SPIRALS.network]
    spirals.choose("dense_2")
    spirals.document.edit("Remove", network=SPIRALS.network.removed("dropout_1"))
    assert spirals.panel.layer == "dense_2"
    spirals.document.edit("Remove", network=spirals.document.network.removed("dense_2"))
    assert spirals.panel.layer == "bottleneck_2d"
    spirals.shown(None, "bottleneck_2d")


def test_a_layer_selected_in_the_network_is_shown(spirals: Studio) -> None:
    spirals.document.select(("dense_3",))
    spirals.shown(None, "dense_3")
    assert spirals.panel.layer == "dense_3"
    spirals.document.select(())
    assert spirals.panel.layer == "dense_3"


def test_colours_are_those_of_the_classes(spirals: Studio) -> None:
    spirals.shown(None)
    found = colouring(PLANE)
    assert [c.name() for c in found.colours] == [class_colour(k).name() for k in range(6)]
    np.testing.assert_array_equal(found.indices(PLANE.validation.y), PLANE.validation.y)


def test_values_have_colours_from_the_lowest_to_the_highest(qtbot: QtBot) -> None:
    dataset = load(EGG_CRATE.data)
    studio = Studio(qtbot, "egg-crate", dataset)
    studio.shown(None)
    found = colouring(dataset)
    assert found.low == dataset.train.y.min()
    indices = found.indices(np.array([[found.low], [found.high], [1e9], [np.nan]]))
    assert indices.tolist() == [0, LEVELS - 1, LEVELS - 1, 0]
    lightness = [colour.lightnessF() for colour in found.colours]
    assert lightness[0] < lightness[LEVELS // 2] < lightness[-1]
    assert studio.panel.legend.buttons == []


# --- the legend, the card ------------------------------------------------------------------


def test_a_click_in_the_legend_hides_a_class_in_both_plots(spirals: Studio) -> None:
    spirals.shown(None)
    button = spirals.panel.legend.buttons[2]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert spirals.panel.legend.hidden == {2}
    for view in (spirals.panel.input, spirals.panel.features):
        of_class_2 = int(np.flatnonzero(PLANE.validation.y == 2)[0])
        assert view.nearest(view.place(of_class_2)) != of_class_2
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert spirals.panel.legend.hidden == frozenset()


def test_the_card_reads_the_example_under_the_mouse(spirals: Studio) -> None:
    snapshot = spirals.snapshot(7)
    spirals.document.set_snapshot(snapshot)
    spirals.shown(snapshot)
    view, card = spirals.panel.input, spirals.panel.card
    at = view.place(5).toPoint()
    index = view.nearest(view.place(5))
    QTest.mouseMove(view, at + QPoint(1, 0))
    QTest.mouseMove(view, at)
    spirals.qtbot.waitUntil(card.isVisible)
    x, label = PLANE.validation.x[index], PLANE.validation.y[index]
    said = predict(SPIRALS.network, snapshot.weights, x[None])[0]
    winner = int(said.argmax())
    words = card.words.text()
    assert f"({x[0]:.2f}, {x[1]:.2f})" in words
    assert f"label <b>{label}</b>" in words
    assert f"read as <b>{winner}</b> with <b>{said[winner]:.3f}</b>" in words
    assert ("a mistake" in words) == (winner != label)
    assert spirals.panel.rect().contains(card.geometry())
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert not card.isVisible()


def test_the_card_of_an_image_shows_the_image_and_of_a_value_both_values(qtbot: QtBot) -> None:
    images = random_images()
    studio = Studio(qtbot, "digits", images)
    studio.shown(None)
    studio.panel.features.pointed.emit(4)
    picture = studio.panel.card.findChildren(QLabel)[0]
    assert picture.isVisible()
    shown = picture.pixmap().toImage()
    scale = shown.width() / 28
    x = images.validation.x[4]
    for row, column in ((0, 0), (13, 20), (27, 27)):
        at = QPoint(int((column + 0.5) * scale), int((row + 0.5) * scale))
        expected = (x[row, column] - x.min()) / (x.max() - x.min()) * 255
        assert abs(shown.pixelColor(at).red() - expected) <= 1.5
    values = Studio(qtbot, "egg-crate", load(EGG_CRATE.data))
    values.shown(None)
    values.panel.input.pointed.emit(0)
    assert "target <b>" in values.panel.card.words.text()
    assert "predicted <b>" in values.panel.card.words.text()
