"""Features in space, colours of columns, regions inside a layer, and one selection for all."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mlp_studio.analysis.regions import Bounds, class_image, plane_grid, rest_of
from mlp_studio.core.forward import forward, predict
from mlp_studio.data.load import load
from mlp_studio.ui.common.colours import LEVELS
from mlp_studio.ui.features.compute import make_probe
from mlp_studio.ui.features.frame import Frame
from mlp_studio.ui.features.inside import inside_layer
from mlp_studio.ui.features.space_scatter import SpaceScatter
from tests.ui.features_studio import EGG_CRATE, PLANE, SPIRALS, Studio

NO_KEY = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


def shown(studio: Studio) -> Frame:
    assert studio.panel.frame is not None
    return studio.panel.frame


@pytest.fixture
def wide(spirals: Studio) -> Studio:
    """Weights, and a layer of many units."""
    snapshot = spirals.snapshot(7)
    spirals.document.set_snapshot(snapshot)
    spirals.choose("dense_1")
    spirals.shown(snapshot, "dense_1")
    return spirals


@pytest.fixture
def narrow(spirals: Studio) -> Studio:
    """Weights, and the layer of two units."""
    snapshot = spirals.snapshot(7)
    spirals.document.set_snapshot(snapshot)
    spirals.shown(snapshot, "bottleneck_2d")
    return spirals


def drag(view: SpaceScatter, places: list[QPoint], keys: Qt.KeyboardModifier = NO_KEY) -> None:
    QTest.mousePress(view, LEFT, keys, places[0])
    for place in places[1:]:
        QTest.mouseMove(view, place)
        QApplication.processEvents()
    QTest.mouseRelease(view, LEFT, keys, places[-1])


# --- space ---------------------------------------------------------------------------------


def test_components_in_space_are_turned_by_the_mouse(wide: Studio) -> None:
    wide.view("pca3")
    view = wide.panel.page.space
    assert view.isVisible()
    assert view.points.shape == (480, 3)
    shares = " + ".join(f"{100 * s:.0f} %" for s in shown(wide).projection.explained)
    assert wide.panel.page.feature_words.toolTip().startswith(f"PCA · {shares} of the variance")
    axis = shown(wide).projection.basis.axes[:, 2]
    strongest = int(np.abs(axis).argmax())
    loading = f"axis 3: {strongest} {axis[strongest]:+.2f}".replace("-", "−")
    assert loading in wide.panel.page.feature_words.toolTip()
    before, place = view.eye, view.place(3)
    middle = view.rect().center()
    drag(view, [middle, middle + QPoint(30, 4), middle + QPoint(60, 8)])
    assert view.eye.turn != before.turn
    assert view.place(3) != place


def test_three_chosen_units_are_the_axes_in_space(wide: Studio) -> None:
    wide.panel.choices.options.deep.setValue(7)
    wide.view("units3")
    snapshot = wide.document.snapshot
    assert snapshot is not None
    given = forward(SPIRALS.network, snapshot.weights, shown(wide).probe.x)["dense_1"]
    np.testing.assert_allclose(wide.panel.page.space.points, given[:, [0, 1, 7]], atol=1e-6)


def test_a_point_in_space_is_read_pinned_selected_and_hidden(wide: Studio) -> None:
    wide.view("pca3")
    panel, view = wide.panel, wide.panel.page.space
    index = view.nearest(view.place(11))  # another one may be in front of it
    at = view.place(index).toPoint()
    QTest.mouseMove(view, at)
    assert panel.card.isVisible()
    QTest.mouseClick(view, LEFT, NO_KEY, at)
    assert panel.reading.pinned == view.nearest(QPointF(at))
    QTest.mouseClick(view, LEFT, Qt.KeyboardModifier.ControlModifier, at)
    assert len(wide.selection) == 1
    high, right = view.height() - 1, view.width() - 1
    around = [QPoint(1, 1), QPoint(right, 0), QPoint(right, high), QPoint(0, high)]
    drag(view, around, SHIFT)
    assert len(wide.selection) == 480
    panel.legend.buttons[0].click()
    drag(view, around, SHIFT)
    assert len(wide.selection) == 400
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert len(wide.selection) == 0
    assert panel.reading.pinned == -1


def test_the_film_runs_in_space_and_keeps_its_place(spirals: Studio, tmp_path: Path) -> None:
    spirals.record(6, grown=0.02)
    spirals.choose("dense_1")
    spirals.view("pca3")
    panel = spirals.panel
    panel.player.go(1)
    spirals.scrubbed()
    spirals.qtbot.waitUntil(lambda: panel.settled)
    places = []
    for number in range(1, 6):
        panel.player.go(number)
        spirals.scrubbed()
        places.append(shown(spirals).points)
        np.testing.assert_array_equal(panel.page.space.points, places[-1])
    size = np.linalg.norm(places[0], axis=1).mean()
    for one, other in pairwise(places):
        assert np.linalg.norm(one - other, axis=1).mean() < 0.3 * size
    with spirals.qtbot.waitSignal(panel.export.done, timeout=20_000):
        panel.export.write("png", tmp_path / "film")
    assert len(list((tmp_path / "film").glob("*.png"))) == len(panel.player.frames)


# --- regions inside a layer ----------------------------------------------------------------


def test_behind_two_units_is_what_the_rest_of_the_network_says(narrow: Studio) -> None:
    frame = shown(narrow)
    inside, shading = frame.inside, frame.question.shading
    assert inside is not None
    assert shading is not None
    assert narrow.panel.features.scene.ground is not None
    snapshot = narrow.document.snapshot
    assert snapshot is not None
    network = snapshot.network
    rest, kept = rest_of(network, snapshot.weights, "bottleneck_2d")
    n = len(inside.image)
    (left, bottom), (right, top) = inside.corners.tolist()
    assert (frame.points > inside.corners[0]).all()
    assert (frame.points < inside.corners[1]).all()
    said = predict(rest, kept, plane_grid(Bounds(left, right, bottom, top), n))
    expected = class_image(said, shading.colours, shading.ground).reshape(n, n, 3)
    np.testing.assert_array_equal(inside.image, expected)


def test_regions_can_be_switched_off(narrow: Studio) -> None:
    QTest.mouseClick(narrow.panel.page.more, LEFT)
    box = narrow.panel.choices.options.regions
    assert box.isVisible()
    QTest.mouseClick(box, LEFT, pos=QPoint(8, 8))
    narrow.panel.choices.options.hide()
    narrow.qtbot.waitUntil(lambda: shown(narrow).inside is None)
    assert narrow.panel.features.scene.ground is None


def test_a_wide_layer_has_no_regions(wide: Studio) -> None:
    assert shown(wide).inside is None
    assert wide.panel.features.scene.ground is None


def test_a_plane_with_its_units_exchanged_is_the_mirrored_one(narrow: Studio) -> None:
    frame, snapshot = shown(narrow), narrow.document.snapshot
    shading = frame.question.shading
    assert snapshot is not None
    assert shading is not None
    found = [
        inside_layer(
            snapshot.network,
            snapshot.weights,
            "bottleneck_2d",
            points,
            "multiclass",
            shading,
            turned=turned,
        )
        for points, turned in ((frame.points, False), (frame.points[:, ::-1], True))
    ]
    assert found[0] is not None
    assert found[1] is not None
    mirrored = found[0].image[::-1].transpose(1, 0, 2)[::-1]  # about the rising diagonal
    np.testing.assert_array_equal(found[1].image, mirrored)


def test_the_films_regions_are_of_its_own_weights(spirals: Studio) -> None:
    spirals.record(3, grown=0.3)
    images = []
    for number in (0, 3):
        spirals.panel.player.go(number)
        spirals.scrubbed()
        inside = shown(spirals).inside
        assert inside is not None
        images.append(inside.image)
    assert not np.array_equal(images[0], images[1])


def test_of_broken_weights_there_are_no_regions(narrow: Studio) -> None:
    frame = shown(narrow)
    assert frame.question.shading is not None
    nothing = inside_layer(
        SPIRALS.network,
        {},
        "bottleneck_2d",
        np.full((4, 2), np.nan, np.float32),
        "multiclass",
        frame.question.shading,
    )
    assert nothing is None


# --- colours of columns --------------------------------------------------------------------


def test_a_column_of_numbers_is_a_scale(spirals: Studio) -> None:
    spirals.shown(None)
    spirals.pick(spirals.panel.page.tints, "column 1")
    scene = spirals.panel.features.scene
    assert len(scene.colours) == LEVELS
    values = shown(spirals).probe.x[:, 1]
    order = np.argsort(values)
    assert (np.diff(scene.colour_of[order]) >= 0).all()
    assert scene.colour_of.max() > 0.9 * LEVELS
    assert not spirals.panel.legend.buttons
    spirals.pick(spirals.panel.page.tints, "class")
    assert len(spirals.panel.legend.buttons) == 6


def test_the_colour_of_a_column_stays_with_other_data_of_its_name(qtbot: QtBot) -> None:
    studio = Studio(qtbot, "egg-crate", load(EGG_CRATE.data))
    studio.shown(None)
    studio.pick(studio.panel.page.tints, "column 1")
    name = studio.panel.page.tints.currentText()
    studio.store.give(load(EGG_CRATE.data))
    assert studio.panel.page.tints.currentText() == name
    studio.close()


# --- one selection -------------------------------------------------------------------------


def test_a_selection_made_elsewhere_is_shown_here(wide: Studio) -> None:
    probe = shown(wide).probe
    wide.selection.take(probe.part, probe.indices[[2, 5]])
    selected = wide.panel.features.scene.selected
    assert selected is not None
    assert np.flatnonzero(selected).tolist() == [2, 5]
    assert "2 selected" in wide.panel.page.input_words.toolTip()


def test_selected_examples_of_another_part_are_a_click_away(wide: Studio) -> None:
    wanted = np.array([3, 900, 1500])
    wide.selection.take("train", wanted)
    page = wide.panel.page
    assert page.input_words.toolTip() == "3 selected, none of them shown here"
    assert wide.panel.features.scene.selected is None
    QTest.mouseClick(page.theirs, LEFT)
    wide.qtbot.waitUntil(lambda: shown(wide).probe.part == "train")
    probe = shown(wide).probe
    assert len(probe.x) == 1000
    assert np.isin(wanted, probe.indices).all()
    selected = wide.panel.features.scene.selected
    assert selected is not None
    assert probe.indices[selected].tolist() == wanted.tolist()
    assert not page.theirs.isVisible()


def test_wanted_examples_take_the_place_of_others() -> None:
    wanted = np.arange(0, 1920, 3)
    probe = make_probe(PLANE, "train", 300, wanted=wanted)
    assert len(probe.indices) == 300
    assert (np.diff(probe.indices) > 0).all()
    assert np.isin(probe.indices, wanted).sum() >= 150


def test_other_data_ends_the_selection(wide: Studio) -> None:
    wide.panel.reading.select(np.arange(480) < 10)
    wide.store.give(load(SPIRALS.data))
    assert len(wide.selection) == 0
    assert wide.panel.features.scene.selected is None
