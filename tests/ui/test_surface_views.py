"""Contours, slices, arrows and predictions show the forward pass's numbers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mlp_studio.core.events import Snapshot
from mlp_studio.core.forward import predict
from mlp_studio.core.function_source import GALLERY, Function, FunctionInput
from mlp_studio.core.initializers import initial_weights
from mlp_studio.core.templates import template
from mlp_studio.data.functions import evaluate
from tests.ui.surface_studio import Studio, small

FOUR = Function(
    formulas=("a * b + c - d", "a - d^2"),
    inputs=tuple(FunctionInput(name=name, low=-2, high=2 + k) for k, name in enumerate("abcd")),
    samples=200,
)


@pytest.fixture
def egg(qtbot: QtBot) -> Iterator[Studio]:
    studio = Studio(qtbot)
    studio.press_surface()
    yield studio
    studio.both.close()
    studio.jobs.close()


def press(studio: Studio, way: str) -> None:
    QTest.mouseClick(studio.both.buttons[way], Qt.MouseButton.LeftButton)  # type: ignore[index]


def four(studio: Studio) -> None:
    studio.learn(FOUR, small(4, 2), scaling="standard")
    studio.train()


# --- contours --------------------------------------------------------------------------


def test_contours_lie_beside_the_surface_and_are_those_of_its_values(egg: Studio) -> None:
    egg.train()
    egg.choose("target")
    plot = egg.panel.views.contours
    assert plot.isVisible()
    contours = plot.contours
    assert contours is not None
    ends = contours.lines.reshape(-1, 2)
    assert len(ends) > 100
    true = evaluate(egg.document.data.source, ends)[:, 0]  # type: ignore[arg-type]
    away = np.abs(true[:, np.newaxis] - np.array(contours.levels)).min(axis=1)
    assert away.max() < 0.02
    assert len(contours.other) == 0
    egg.choose("network")
    compared = plot.contours
    assert compared is not None
    np.testing.assert_array_equal(compared.other, contours.lines)  # the target's
    assert "Contours: network black, target white" in egg.words()


def test_the_bands_have_the_colours_of_the_values(egg: Studio) -> None:
    frame = egg.train()
    contours, surface = egg.panel.views.contours.contours, egg.panel.plot.surface
    assert contours is not None
    assert surface is not None
    n, m = frame.question.corners, len(contours.image)
    low, high = surface.ranges[2]
    for row, column in ((3, 5), (n // 2, n // 2), (n - 4, 10)):
        value = float(frame.said[row * n + column, 0])
        share = min(max((value - low) / (high - low), 0), 1)
        meant = surface.colours[round(share * (len(surface.colours) - 1))]
        at = (m - 1) - round(row * (m - 1) / (n - 1)), round(column * (m - 1) / (n - 1))
        got = contours.image[at].astype(int)
        wanted = np.array([meant.red(), meant.green(), meant.blue()])
        assert np.abs(got - wanted).max() < 40  # of the middle of its band


def test_surface_and_contours_have_one_probe(egg: Studio) -> None:
    frame = egg.train()
    contours, plot = egg.panel.views.contours, egg.panel.plot
    k = 12 * frame.question.corners + 9
    QTest.mouseMove(contours, QPoint(3, 3))
    QTest.mouseMove(contours, contours.place(k).toPoint())
    egg.qtbot.waitUntil(lambda: contours.marked == k)
    assert plot.marked == k
    assert f"≈ {frame.said[k, 0]:.3f}".replace("-", "−") in egg.panel.sentence
    contours.setFocus()
    QTest.keyClick(contours, Qt.Key.Key_Right)
    assert contours.marked == plot.marked == k + 1
    plot.setFocus()
    QTest.keyClick(plot, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert contours.marked == plot.marked == k + 1 + frame.question.corners


def test_contours_give_way_where_there_is_no_room(egg: Studio) -> None:
    egg.train()
    egg.both.resize(320, 430)
    egg.qtbot.waitUntil(lambda: not egg.panel.views.contours.isVisible())
    assert "Contours" not in egg.words()
    egg.both.resize(320, 900)
    egg.qtbot.waitUntil(egg.panel.views.contours.isVisible)
    assert egg.panel.views.contours.contours is not None
    assert "Contours" in egg.words()


# --- slices ----------------------------------------------------------------------------


def test_a_slice_holds_the_other_inputs_where_the_sliders_are(egg: Studio) -> None:
    four(egg)
    assert not egg.both.map_button.isVisible()
    assert egg.both.ways == ("curve", "surface", "arrows", "fit")
    press(egg, "curve")
    slices = egg.panel.slices
    assert [row.isVisible() for row in slices.rows] == [False, True, True, True]
    slices.rows[2].field.setValue(1.5)
    slices.first.setCurrentIndex(1)
    slices.first.activated.emit(1)

    def there() -> bool:
        frame = egg.panel.frame
        return frame is not None and frame.question.across == (1,)

    egg.qtbot.waitUntil(there)
    frame = egg.panel.frame
    assert frame is not None
    assert frame.inputs[:, 1].min() == -2
    assert frame.inputs[:, 1].max() == 3
    np.testing.assert_allclose(frame.inputs[:, [0, 2, 3]], [[0, 1.5, 1.5]] * len(frame.inputs))
    np.testing.assert_array_equal(frame.true, evaluate(FOUR, frame.inputs))
    dataset, snapshot = egg.store.dataset, frame.question.snapshot
    assert dataset is not None
    assert snapshot is not None
    given = dataset.scaler.transform(frame.inputs)
    said = predict(snapshot.network, snapshot.weights, given)
    np.testing.assert_allclose(frame.said, said, atol=1e-5)
    curves = egg.panel.curve.curves
    assert curves is not None
    np.testing.assert_array_equal(curves.lines[1].values, frame.said[:, 0])
    assert len(curves.points) == 0  # the examples lie beside the slice
    assert not egg.panel.curve.grab().isNull()
    QTest.keyClick(egg.panel.output, Qt.Key.Key_Up)
    curves = egg.panel.curve.curves
    assert curves is not None
    np.testing.assert_array_equal(curves.lines[0].values, frame.true[:, 1])


def test_two_inputs_of_four_make_a_surface_and_never_the_same_one_twice(egg: Studio) -> None:
    four(egg)
    press(egg, "surface")
    slices = egg.panel.slices
    slices.second.setCurrentIndex(0)
    slices.second.activated.emit(0)
    assert slices.across == (1, 0)
    slices.first.setCurrentIndex(3)
    slices.first.activated.emit(3)
    assert slices.across == (3, 0)
    egg.qtbot.waitUntil(
        lambda: egg.panel.frame is not None and egg.panel.frame.question.across == (3, 0)
    )
    surface = egg.panel.plot.surface
    assert surface is not None
    assert [axis.name for axis in surface.axes[:2]] == ["d", "a"]
    assert surface.ranges[0] == (-2, 5)
    assert not egg.panel.plot.grab().isNull()
    assert not egg.panel.views.contours.grab().isNull()


def test_inputs_stay_where_they_are_held_when_only_a_formula_changes(egg: Studio) -> None:
    four(egg)
    egg.panel.slices.rows[1].field.setValue(0.25)
    egg.learn(FOUR.model_copy(update={"formulas": ("a + b", "c")}), small(4, 2))
    assert egg.panel.slices.held[1] == 0.25
    egg.learn(Function(formulas=("x",), samples=50), small(2))
    assert egg.panel.slices.held == (0, 0)


# --- arrows ----------------------------------------------------------------------------


def test_arrows_point_where_function_and_network_do(egg: Studio) -> None:
    vortex = GALLERY["vortex"].function.model_copy(update={"samples": 200})
    egg.learn(vortex, small(2, 2))
    egg.train()
    press(egg, "arrows")
    egg.qtbot.waitUntil(lambda: egg.panel.views.arrows.arrows is not None)
    arrows = egg.panel.views.arrows.arrows
    assert arrows is not None
    (target, _), (network, colour_of) = arrows.fields
    np.testing.assert_allclose(target, evaluate(vortex, arrows.feet), atol=1e-6)
    frame = egg.panel.frame
    assert frame is not None
    assert frame.question.snapshot is not None
    weights = frame.question.snapshot.weights
    said = predict(egg.document.network, weights, arrows.feet.astype(np.float32))
    np.testing.assert_allclose(network, said, atol=1e-5)
    wrong = np.hypot(*(network - target).T)
    assert colour_of[wrong.argmax()] > colour_of[wrong.argmin()]
    assert arrows.longest == pytest.approx(float(np.hypot(*target.T).max()))
    egg.choose("error")
    error = egg.panel.views.arrows.arrows
    assert error is not None
    np.testing.assert_allclose(error.fields[0][0], said - target, atol=1e-5)
    assert not egg.panel.views.arrows.grab().isNull()
    assert "true (" in egg.panel.sentence


def test_arrows_are_offered_for_two_outputs_alone(egg: Studio) -> None:
    assert not egg.both.buttons["arrows"].isVisible()
    nan = Function(formulas=("log(x)", "y"), samples=100)
    egg.learn(nan, small(2, 2))
    egg.train()
    press(egg, "arrows")
    egg.qtbot.waitUntil(lambda: egg.panel.views.arrows.arrows is not None)
    assert not egg.panel.views.arrows.grab().isNull()
    assert "Where a value is no finite number, nothing is shown." in egg.words()
    egg.learn(Function(formulas=("x",), samples=50), small(2))
    assert egg.panel.views.view == "surface"


# --- predictions -----------------------------------------------------------------------


def test_predictions_against_true_values_have_scikit_learns_scores(egg: Studio) -> None:
    from sklearn.metrics import mean_absolute_error, r2_score

    egg.train()
    press(egg, "fit")
    fit, dataset = egg.both.fit, egg.store.dataset
    egg.qtbot.waitUntil(lambda: fit.frame is not None)
    frame = fit.frame
    assert frame is not None
    assert dataset is not None
    np.testing.assert_allclose(frame.true, dataset.validation.y.reshape(-1, 1))
    r2 = f"{r2_score(frame.true, frame.said):.4f}".replace("-", "−")
    mae = mean_absolute_error(frame.true, frame.said)
    assert fit.scores == f"R² {r2} · mean error {mae:.4g} · 1,000 examples"
    fit.plot.setFocus()
    QTest.keyClick(fit.plot, Qt.Key.Key_Right)
    k = fit.plot.marked
    assert f"true {frame.true[k, 0]:.4g}".replace("-", "−") in fit.sentence
    QTest.keyClick(fit.plot, Qt.Key.Key_Right)
    assert frame.true[fit.plot.marked, 0] >= frame.true[k, 0]
    QTest.keyClick(fit.parts, Qt.Key.Key_Down)
    egg.qtbot.waitUntil(lambda: fit.frame is not None and len(fit.frame.true) == 4000)
    assert fit.sentence == ""


def test_predictions_that_are_no_numbers_and_constant_values_are_said(egg: Studio) -> None:
    egg.learn(Function(formulas=("0 * x + 3",), samples=50), small(2))
    network = egg.document.network
    press(egg, "fit")
    fit = egg.both.fit
    egg.qtbot.waitUntil(lambda: fit.frame is not None)
    assert "All true values are equal" in _words(egg)
    nan = {
        name: tuple(np.full_like(array, np.nan) for array in arrays)
        for name, arrays in initial_weights(network, 0).items()
    }
    egg.document.set_snapshot(Snapshot(network, nan, 3))
    egg.qtbot.waitUntil(lambda: "diverged" in _words(egg))
    assert "R² – · mean error –" in fit.scores
    assert not fit.plot.grab().isNull()
    egg.store.give(None)
    assert "appear as soon as the data is loaded" in _words(egg)
    assert fit.plot.fit is None


def _words(studio: Studio) -> str:
    from PySide6.QtWidgets import QLabel

    labels = studio.both.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def test_data_that_is_no_function_has_its_ways(egg: Studio) -> None:
    plane = template("spirals-6").project
    egg.document.edit("Spirals", data=plane.data, network=plane.network)
    assert egg.both.ways == ("map",)
    assert not egg.both.buttons["fit"].isVisible()


# --- the page --------------------------------------------------------------------------


def test_a_page_is_written_in_a_job_and_can_be_given_up(egg: Studio, tmp_path: Path) -> None:
    row = egg.panel.page
    egg.train()
    path = tmp_path / "page.html"
    row.write(path)
    assert row.busy
    assert row.progress.isVisible()
    egg.qtbot.waitUntil(lambda: not row.busy, timeout=60_000)
    assert row.path == path
    assert row.open.text() == "Open page.html"
    assert "<title>Function and network</title>" in path.read_text(encoding="utf-8")
    row.write(tmp_path / "second.html")
    QTest.mouseClick(row.cancel, Qt.MouseButton.LeftButton)
    assert not row.busy
    egg.jobs.close()
    QApplication.processEvents()
    assert row.path is None


def test_a_folder_that_is_not_there_is_said(egg: Studio, tmp_path: Path) -> None:
    egg.train()
    with egg.qtbot.waitSignal(egg.panel.page.failed, timeout=60_000) as told:
        egg.panel.page.write(tmp_path / "nowhere" / "page.html")
    assert told.args is not None
    assert "can't be written" in str(told.args[0])
    assert not egg.panel.page.busy
