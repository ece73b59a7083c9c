"""Other views of a layer, other colours, pins, lassos; and what cannot be shown."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mlp_studio.analysis.discriminant import discriminate
from mlp_studio.core.activations import ACTIVATIONS
from mlp_studio.core.events import Snapshot
from mlp_studio.core.forward import forward
from mlp_studio.data.load import load
from mlp_studio.ui.common.colours import LEVELS
from mlp_studio.ui.features.frame import Frame
from mlp_studio.ui.features.lasso import inside
from mlp_studio.ui.features.tints import losses
from tests.ui.features_studio import EGG_CRATE, PLANE, SPIRALS, Studio, random_images


def shown(studio: Studio) -> Frame:
    assert studio.panel.frame is not None
    return studio.panel.frame


def given(studio: Studio, layer: str) -> np.ndarray:
    snapshot = studio.document.snapshot
    assert snapshot is not None
    return forward(SPIRALS.network, snapshot.weights, shown(studio).probe.x)[layer]


@pytest.fixture
def wide(spirals: Studio) -> Studio:
    """Weights, and a layer of many units."""
    snapshot = spirals.snapshot(7)
    spirals.document.set_snapshot(snapshot)
    spirals.choose("dense_1")
    spirals.shown(snapshot, "dense_1")
    return spirals


# --- views ---------------------------------------------------------------------------------


def test_two_chosen_units_are_the_axes(wide: Studio) -> None:
    wide.view("units")
    panel, options = wide.panel, wide.panel.choices.options
    QTest.mouseClick(panel.page.more, Qt.MouseButton.LeftButton)
    for field, number in ((options.across, "5"), (options.up, "9")):
        assert field.isVisible()
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, number)
        QTest.keyClick(field, Qt.Key.Key_Return)
    options.hide()
    wide.qtbot.waitUntil(lambda: shown(wide).question.view.up == 9)
    expected = given(wide, "dense_1")[:, [5, 9]]
    np.testing.assert_allclose(panel.features.points, expected, atol=1e-6)


def test_linear_discriminants_separate_the_classes(wide: Studio) -> None:
    wide.view("lda")
    expected = discriminate(given(wide, "dense_1"), shown(wide).probe.y)
    found = shown(wide).projection
    assert sum(found.explained) == pytest.approx(sum(expected.explained), rel=1e-3)
    assert "LDA" in wide.panel.features.accessibleDescription()


def test_loadings_are_named_in_the_tooltip(wide: Studio) -> None:
    axis = shown(wide).projection.basis.axes[:, 0]
    strongest = int(np.abs(axis).argmax())
    tip = wide.panel.page.feature_words.toolTip()
    assert f"Across: {strongest} {axis[strongest]:+.2f}".replace("-", "−") in tip


def test_sums_before_the_activation_become_the_activations(wide: Studio) -> None:
    wide.view("units")
    QTest.mouseClick(wide.panel.page.more, Qt.MouseButton.LeftButton)
    box = wide.panel.choices.options.before
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    wide.panel.choices.options.hide()
    wide.qtbot.waitUntil(lambda: shown(wide).question.view.before_activation)
    sums = wide.panel.features.points
    assert sums.min() < 0
    expected = given(wide, "dense_1")[:, [0, 1]]
    np.testing.assert_allclose(ACTIVATIONS["relu"](sums), expected, atol=1e-6)


def test_the_heat_map_has_a_row_for_each_example_and_counts_the_dead(wide: Studio) -> None:
    wide.view("heat")
    panel, heat = wide.panel, wide.panel.page.heat
    assert panel.page.picture.currentWidget() is heat
    features = given(wide, "dense_1")
    dead = int((features <= 0).all(axis=0).sum())
    words = f"{dead} dead" if dead else "all of them at work"
    assert words in heat.caption
    y = shown(wide).probe.y
    assert (np.diff(y[heat.rows]) >= 0).all()
    at = heat.place(17)
    assert heat.example_at(at) == 17
    QTest.mouseMove(heat, at.toPoint())
    wide.qtbot.waitUntil(panel.card.isVisible)
    index = heat.example_at(QPointF(at.toPoint()))
    assert f"unit {heat.unit}: <b>{features[index, heat.unit]:.3f}</b>" in panel.card.words.text()
    order = heat.rows
    wide.document.set_snapshot(wide.snapshot(8))
    wide.shown(wide.document.snapshot)
    np.testing.assert_array_equal(heat.rows, order)  # examples keep their rows
    QTest.mouseClick(panel.legend.buttons[0], Qt.MouseButton.LeftButton)
    assert not (y[heat.rows] == 0).any()


def test_tsne_is_laid_out_in_the_background_and_can_be_cancelled(wide: Studio) -> None:
    panel = wide.panel
    wide.view("tsne")
    wide.qtbot.waitUntil(lambda: panel.arranger.busy)
    assert "Cancel" in panel.page.arrange.text()
    by_pca = panel.features.points
    QTest.mouseClick(panel.page.arrange, Qt.MouseButton.LeftButton)
    assert not panel.arranger.busy
    assert panel.page.arrange.text() == "Lay out"
    QTest.mouseClick(panel.page.arrange, Qt.MouseButton.LeftButton)
    wide.qtbot.waitUntil(lambda: not panel.arranger.busy, timeout=60_000)
    assert panel.features.caption == "laid out after epoch 1"
    assert not np.allclose(panel.features.points, by_pca)


# --- colours -------------------------------------------------------------------------------


def test_colours_tell_the_prediction_the_mistakes_and_the_loss(wide: Studio) -> None:
    panel, frame = wide.panel, shown(wide)
    scene = panel.features.scene
    wide.pick(panel.page.tints, "prediction")
    said = frame.outputs.argmax(axis=1)
    np.testing.assert_array_equal(scene.colour_of, said)
    wide.pick(panel.page.tints, "right")
    np.testing.assert_array_equal(scene.colour_of, said != frame.probe.y)
    assert [button.text() for button in panel.legend.buttons] == ["right", "wrong"]
    QTest.mouseClick(panel.legend.buttons[0], Qt.MouseButton.LeftButton)
    np.testing.assert_array_equal(panel.input.scene.visible(), said != frame.probe.y)
    wide.pick(panel.page.tints, "loss")
    assert panel.features.scene.visible().all()
    loss = losses(frame)
    guessing = int(np.argmin(np.abs(loss - np.log(6))))  # has the colour in the middle
    assert abs(scene.colour_of[guessing] - LEVELS / 2) < 4
    ranks = np.argsort(loss)
    assert (np.diff(scene.colour_of[ranks]) >= 0).all()


def test_values_have_no_right_and_wrong(qtbot: QtBot) -> None:
    studio = Studio(qtbot, "egg-crate", load(EGG_CRATE.data))
    studio.shown(None)
    tints = studio.panel.page.tints
    names = [tints.itemData(k) for k in range(tints.count())]
    assert names == ["class", "prediction", "loss", "column 0", "column 1"]
    studio.pick(tints, "loss")
    assert studio.panel.features.scene.colour_of.max() > 0
    studio.close()


# --- pins and lassos -----------------------------------------------------------------------


def test_a_click_pins_the_card_and_it_follows_the_training(wide: Studio) -> None:
    view, card = wide.panel.features, wide.panel.card
    index = view.nearest(view.place(5))
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.place(5).toPoint())
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert card.isVisible()
    assert wide.panel.reading.pinned == index
    before = card.words.text()
    wide.document.set_snapshot(wide.snapshot(11))
    wide.shown(wide.document.snapshot)
    assert card.isVisible()
    assert card.words.text() != before
    assert wide.panel.input.scene.marked == index
    QTest.keyClick(wide.panel, Qt.Key.Key_Escape)
    assert not card.isVisible()


def draw_around(view: object, corners: list[QPoint], shift: bool) -> None:
    keys = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    QTest.mousePress(view, Qt.MouseButton.LeftButton, keys, corners[0])  # type: ignore[call-overload]
    for corner in corners[1:]:
        QTest.mouseMove(view, corner)  # type: ignore[call-overload]
        QApplication.processEvents()
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, keys, corners[-1])  # type: ignore[call-overload]


@pytest.mark.parametrize("shift", [True, False])
def test_a_lasso_selects_in_both_plots_and_says_how_many(wide: Studio, shift: bool) -> None:
    panel, view = wide.panel, wide.panel.input
    if not shift:
        QTest.mouseClick(panel.page.lasso, Qt.MouseButton.LeftButton)
    middle, right, low = view.width() // 2, view.width() - 2, view.height() - 2
    corners = [QPoint(middle, 2), QPoint(right, 2), QPoint(right, low), QPoint(middle, low)]
    draw_around(view, corners, shift)
    selected = panel.reading.selected
    assert selected is not None
    places = np.array([view.place(k).x() for k in range(len(selected))])
    np.testing.assert_array_equal(selected, places > middle)
    np.testing.assert_array_equal(panel.features.scene.selected, selected)
    mean = losses(shown(wide))[selected].mean()
    expected = f"{int(selected.sum())} selected · mean loss {mean:.3g}"
    assert panel.page.input_words.toolTip() == expected
    QTest.mouseClick(panel.page.clear, Qt.MouseButton.LeftButton)
    assert panel.reading.selected is None
    assert panel.features.scene.selected is None
    assert not panel.page.clear.isVisible()


def test_a_lasso_around_nothing_ends_the_selection(wide: Studio) -> None:
    wide.panel.reading.select(np.arange(480) < 10)
    draw_around(wide.panel.input, [QPoint(3, 3), QPoint(5, 3), QPoint(5, 6)], shift=True)
    assert wide.panel.reading.selected is None


def test_a_lasso_goes_by_the_even_odd_rule() -> None:
    line = [QPointF(0, 0), QPointF(4, 0), QPointF(4, 4), QPointF(2, 1), QPointF(0, 4)]
    points = np.array([[1.0, 1.0], [2.0, 3.0], [3.5, 2.0], [5.0, 1.0], [-1.0, 0.5]])
    assert inside(line, points).tolist() == [True, False, True, False, False]
    assert not inside(line[:2], points).any()


# --- what cannot be shown ------------------------------------------------------------------

VIEWS = ("units", "pca", "lda", "heat", "several", "auto")


def test_every_view_of_diverged_weights_is_a_sentence(wide: Studio) -> None:
    good = wide.snapshot(1)
    nan = {n: tuple(np.full_like(a, np.nan) for a in arrays) for n, arrays in good.weights.items()}
    wide.document.set_snapshot(Snapshot(SPIRALS.network, nan, 3))
    for name in VIEWS:
        wide.view(name)
        wide.shown(wide.document.snapshot)
        assert "diverged" in wide.panel.features.caption
        assert np.isfinite(wide.panel.features.points).all()
    for tint in ("prediction", "right", "loss"):
        wide.pick(wide.panel.page.tints, tint)
    wide.panel.grab()


def test_every_view_of_units_that_say_nothing_is_a_sentence(wide: Studio) -> None:
    good = wide.snapshot(1)
    zero = {n: tuple(np.zeros_like(a) for a in arrays) for n, arrays in good.weights.items()}
    wide.document.set_snapshot(Snapshot(SPIRALS.network, zero, 3))
    for name in VIEWS:
        wide.view(name)
        wide.shown(wide.document.snapshot)
        caption = wide.panel.features.caption
        assert "the same activations" in caption or "too few different" in caption
    wide.view("tsne")
    wide.shown(wide.document.snapshot)
    assert not wide.panel.arranger.busy
    wide.panel.grab()


def test_a_single_unit_has_every_view(qtbot: QtBot) -> None:
    studio = Studio(
        qtbot,
        "spirals-2",
        load(
            SPIRALS.data.model_copy(
                update={
                    "source": SPIRALS.data.source.model_copy(update={"num_arms": 2, "n_classes": 2})
                }
            )
        ),
    )
    studio.choose("output")
    studio.shown(None, "output")
    for name in VIEWS:
        studio.view(name)
        assert np.isfinite(studio.panel.features.points).all()
        assert np.ptp(studio.panel.features.points[:, 1]) > 0 or name == "heat"
        studio.panel.grab()
    studio.close()


def test_images_have_every_view_of_their_first_layer(qtbot: QtBot) -> None:
    studio = Studio(qtbot, "digits", random_images())
    studio.choose("flatten")
    studio.shown(None, "flatten")
    for name in VIEWS:
        studio.view(name)
        assert shown(studio).points.shape == (60, 2)
    studio.panel.grab()
    studio.close()


def test_the_plane_is_where_it_was(spirals: Studio) -> None:
    spirals.shown(None)
    np.testing.assert_array_equal(spirals.panel.input.points, PLANE.validation.x)


def test_several_layers_stand_beside_each_other(wide: Studio) -> None:
    wide.view("several")
    panel, several = wide.panel, wide.panel.page.several
    assert panel.page.picture.currentWidget() is several
    names = [plot.accessibleName() for plot in several.plots]
    assert names[0] == "dense"
    assert "dense_1" in names
    assert names[-1] == "output"
    assert len(set(names)) == 4
    for plot, other in zip(several.plots, shown(wide).others, strict=True):
        assert plot.isVisible()
        assert len(plot.points) == 480
        assert str(other.width) in plot.caption
    several.plots[2].pointed.emit(7)
    assert panel.input.scene.marked == several.plots[0].scene.marked == 7
    before = [plot.points for plot in several.plots]
    nearly = wide.document.snapshot
    assert nearly is not None
    weights = {n: tuple(a * np.float32(1.001) for a in w) for n, w in nearly.weights.items()}
    wide.document.set_snapshot(Snapshot(SPIRALS.network, weights, 2))
    wide.shown(wide.document.snapshot)
    for plot, points in zip(several.plots, before, strict=True):
        assert np.abs(plot.points - points).max() < 0.1 * np.abs(points).max()
    wanted = names[2]
    QTest.mouseDClick(several.plots[2], Qt.MouseButton.LeftButton)
    assert panel.layer == wanted


def test_a_network_of_few_layers_has_few_plots(qtbot: QtBot) -> None:
    studio = Studio(qtbot, "egg-crate", load(EGG_CRATE.data))
    studio.shown(None)
    studio.view("several")
    visible = [plot for plot in studio.panel.page.several.plots if plot.isVisible()]
    assert len(visible) == len(shown(studio).others) >= 2
    studio.close()
