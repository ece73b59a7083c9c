"""The surface panel: heights equal the forward pass and the formulas, and it is turned."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mlp_studio.analysis.space import Eye
from mlp_studio.core.events import Snapshot
from mlp_studio.core.forward import predict
from mlp_studio.core.function_source import Function, FunctionInput
from mlp_studio.core.initializers import initial_weights
from mlp_studio.core.templates import template
from mlp_studio.data.functions import evaluate
from mlp_studio.ui.surface.frame import IDLE, LIVE, corners_for
from tests.ui.surface_studio import Studio, small


@pytest.fixture
def egg(qtbot: QtBot) -> Iterator[Studio]:
    studio = Studio(qtbot)
    studio.press_surface()
    yield studio
    studio.both.close()
    studio.jobs.close()


def test_the_values_are_those_of_the_forward_pass_and_the_formula(egg: Studio) -> None:
    frame = egg.train()
    question = frame.question
    assert len(frame.inputs) == question.corners**2
    assert question.snapshot is not None
    expected = predict(question.network, question.snapshot.weights, frame.inputs.astype(np.float32))
    np.testing.assert_allclose(frame.said, expected, atol=1e-5)
    np.testing.assert_array_equal(frame.true, evaluate(question.source, frame.inputs))


def test_each_choice_has_its_heights(egg: Studio) -> None:
    frame = egg.train()
    error = frame.said[:, 0].astype(np.float64) - frame.true[:, 0]
    for wanted, values in (
        ("points", frame.said[:, 0]),
        ("network", frame.said[:, 0]),
        ("target", frame.true[:, 0]),
        ("error", error),
    ):
        egg.choose(wanted)
        surface = egg.panel.plot.surface
        assert surface is not None
        low, high = surface.ranges[2]
        heights = (values - low) / (high - low) * 2 - 1
        np.testing.assert_allclose(surface.shape.corners[:, 2], heights.clip(-1, 1), atol=1e-5)
        assert len(surface.points) == (300 if wanted == "points" else 0)
    assert high == -low == pytest.approx(float(np.abs(error).max()))


def test_points_stand_at_their_inputs_and_values(egg: Studio) -> None:
    egg.train()
    surface, dataset = egg.panel.plot.surface, egg.store.dataset
    assert surface is not None
    assert dataset is not None
    (left, right), _, (low, high) = surface.ranges
    x = (surface.points[:, :2] + 1) / 2 * (right - left) + left
    y = (surface.points[:, 2] + 1) / 2 * (high - low) + low
    np.testing.assert_allclose(evaluate(egg.document.data.source, x)[:, 0], y, atol=1e-4)  # type: ignore[arg-type]


def test_the_mouse_reads_the_surface(egg: Studio) -> None:
    frame = egg.train()
    plot = egg.panel.plot
    middle = frame.question.corners**2 // 2
    assert plot.marked == middle
    assert egg.panel.sentence.startswith("f(0.00, 0.00) ≈ ")
    at = plot.place(10 * frame.question.corners + 40)  # in front
    QTest.mouseMove(plot, QPoint(2, 2))
    QTest.mouseMove(plot, at.toPoint())
    egg.qtbot.waitUntil(lambda: plot.marked != middle)
    k = plot.marked
    (x, y), said, true = frame.inputs[k], frame.said[k, 0], frame.true[k, 0]
    expected = f"f({x:.2f}, {y:.2f}) ≈ {said:.3f}\ntrue {true:.3f}, error {said - true:.3f}"
    assert egg.panel.sentence == expected.replace("-", "−").replace("−0.00,", "0.00,")
    seen = plot.place(k)
    assert abs(seen.x() - at.x()) + abs(seen.y() - at.y()) < 20


def test_shift_and_the_arrows_move_the_probe_along_the_lattice(egg: Studio) -> None:
    frame = egg.train()
    plot, n = egg.panel.plot, frame.question.corners
    plot.setFocus()
    shift = Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(plot, Qt.Key.Key_Right, shift)
    assert plot.marked == n * n // 2 + 1
    QTest.keyClick(plot, Qt.Key.Key_Up, shift)
    assert plot.marked == n * n // 2 + 1 + n
    assert plot.eye == Eye()
    for _ in range(n):
        QTest.keyClick(plot, Qt.Key.Key_Left, shift)
    assert frame.inputs[plot.marked][0] == frame.inputs[0][0]


def test_dragging_turns_it_and_a_double_click_turns_it_back(egg: Studio) -> None:
    egg.train()
    plot = egg.panel.plot
    before = plot.grab().toImage()
    QTest.mousePress(plot, Qt.MouseButton.LeftButton, pos=QPoint(60, 60))
    QTest.mouseMove(plot, QPoint(90, 70))
    egg.qtbot.waitUntil(lambda: plot.eye != Eye())
    QTest.mouseRelease(plot, Qt.MouseButton.LeftButton, pos=QPoint(90, 70))
    assert plot.grab().toImage() != before
    QTest.mouseDClick(plot, Qt.MouseButton.LeftButton, pos=QPoint(90, 70))
    QTest.mouseRelease(plot, Qt.MouseButton.LeftButton, pos=QPoint(90, 70))
    assert plot.eye == Eye()
    QTest.keyClick(plot, Qt.Key.Key_Left)
    QTest.keyClick(plot, Qt.Key.Key_Plus)
    assert plot.eye.turn < Eye().turn
    assert plot.eye.zoom > 1


def test_what_is_painted_has_the_colours_of_the_values(egg: Studio) -> None:
    egg.train()
    egg.choose("target")
    plot = egg.panel.plot
    plot.look_from(Eye(turn=0.0, tilt=1.5))  # from above
    image = plot.grab().toImage()
    surface = plot.surface
    assert surface is not None
    n = round(len(surface.shape.corners) ** 0.5)
    for row, column in ((n // 5, n // 5), (n // 2, n // 3), (n - 6, 7)):
        cell = row * (n - 1) + column
        places = [plot.place(corner) for corner in surface.shape.cells[cell]]
        middle = QPointF(sum(p.x() for p in places) / 4, sum(p.y() for p in places) / 4)
        ratio = image.devicePixelRatio()
        got = image.pixelColor((middle * ratio).toPoint())
        meant = surface.colours[int(surface.colour_of[cell])]
        assert abs(got.hslHue() - meant.hslHue()) < 25


def test_live_surfaces_are_coarser_and_keep_the_place_of_the_eye(egg: Studio) -> None:
    assert egg.train().question.corners == IDLE
    plot = egg.panel.plot
    plot.look_from(Eye(turn=1.0))
    plot.setFocus()
    for _ in range(15):
        QTest.keyClick(plot, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert egg.panel.sentence.startswith("f(2.00, 0.00) ≈ ")
    egg.training.state = "running"
    egg.training.state_changed.emit("running")
    frame = egg.train(seed=8, epoch=85)
    assert frame.question.corners == LIVE
    assert "live · epoch 85" in egg.words()
    assert plot.eye == Eye(turn=1.0)
    assert egg.panel.sentence.startswith("f(2.00, 0.00) ≈ ")


def test_the_lattice_fits_the_network() -> None:
    assert corners_for(500, training=True) == LIVE
    assert corners_for(500, training=False) == IDLE
    for parameters in (0, 500_000, 3_000_000, 10**10):
        assert corners_for(parameters, training=True) % 2 == 1
    assert corners_for(10**10, training=False) == 13


def test_nothing_is_computed_behind_the_map_and_the_choice_stays(egg: Studio) -> None:
    frame = egg.train()
    QTest.mouseClick(egg.both.map_button, Qt.MouseButton.LeftButton)
    network = egg.document.network
    newest = Snapshot(network, initial_weights(network, 1), 90)
    egg.document.set_snapshot(newest)
    QApplication.processEvents()
    assert egg.panel.frame is frame
    assert egg.both.plane.isVisible()
    egg.press_surface()
    egg.qtbot.waitUntil(lambda: egg.panel.frame is not frame)
    plane = template("spirals-6").project
    egg.document.edit("Spirals", data=plane.data, network=plane.network)
    assert egg.both.plane.isVisible()
    assert not egg.both.surface_button.isVisible()
    egg.document.undo_stack.undo()
    assert egg.panel.isVisible()


def test_one_input_is_a_curve_that_is_read(egg: Studio) -> None:
    source = Function(formulas=("sin(x)",), inputs=(FunctionInput(name="x"),), samples=100)
    egg.learn(source, small(1))
    frame = egg.train()
    curve = egg.panel.curve
    assert curve.isVisible()
    assert not egg.both.map_button.isVisible()
    curves = curve.curves
    assert curves is not None
    target, network = curves.lines
    np.testing.assert_allclose(target.values, np.sin(frame.inputs[:, 0]), atol=1e-6)
    np.testing.assert_array_equal(network.values, frame.said[:, 0])
    assert f'{target.colour.name()}">╌╌</span>&nbsp;target' in egg.words()
    assert f'{network.colour.name()}">━━</span>&nbsp;network' in egg.words()
    QTest.mouseMove(curve, QPoint(70, 50))
    QTest.mouseMove(curve, QPoint(200, 80))
    egg.qtbot.waitUntil(lambda: curve.marked >= 0 and abs(curve.place(curve.marked).x() - 200) < 3)
    before = curve.marked
    QTest.keyClick(curve, Qt.Key.Key_Left)
    assert curve.marked == before - 1
    assert f"≈ {frame.said[before - 1, 0]:.3f}".replace("-", "−") in egg.panel.sentence
    assert not curve.grab().toImage().isNull()


def test_any_output_and_scaled_inputs(egg: Studio) -> None:
    source = Function(formulas=("x + y", "10 * x"), samples=200)
    egg.learn(source, small(2, 2), scaling="standard")
    frame = egg.train()
    dataset = egg.store.dataset
    assert dataset is not None
    given = dataset.scaler.transform(frame.inputs)
    assert frame.question.snapshot is not None
    expected = predict(egg.document.network, frame.question.snapshot.weights, given)
    np.testing.assert_allclose(frame.said, expected, atol=1e-5)
    egg.choose("target")
    QTest.keyClick(egg.panel.output, Qt.Key.Key_Up)
    surface = egg.panel.plot.surface
    assert surface is not None
    low, high = surface.ranges[2]
    assert (low, high) == (dataset.train.y[:, 1].min(), dataset.train.y[:, 1].max())
    assert surface.shape.cut  # the samples do not reach the very edge
    assert "beyond the box" in egg.words()


def test_weights_that_are_no_numbers_and_data_that_is_not_there(egg: Studio) -> None:
    network = egg.document.network
    nan = {
        name: tuple(np.full_like(array, np.nan) for array in arrays)
        for name, arrays in initial_weights(network, 0).items()
    }
    egg.show(Snapshot(network, nan, 3))
    surface = egg.panel.plot.surface
    assert surface is not None
    assert len(surface.shape.cells) == 0
    assert "Where a value is no finite number, nothing is shown." in egg.words()
    assert not egg.panel.plot.grab().isNull()
    egg.choose("error")
    assert not egg.panel.plot.grab().isNull()
    egg.store.give(None)
    assert "appears as soon as the data is loaded" in egg.words()
    assert egg.panel.plot.surface is None


def test_a_constant_function_lies_in_the_middle_of_the_box(egg: Studio) -> None:
    egg.learn(Function(formulas=("0 * x + 3",), samples=50), small(2))
    egg.train()
    egg.choose("target")
    surface = egg.panel.plot.surface
    assert surface is not None
    np.testing.assert_allclose(surface.shape.corners[:, 2], 0, atol=1e-6)
    assert not egg.panel.plot.grab().isNull()
