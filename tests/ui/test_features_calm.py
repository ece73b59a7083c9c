"""The Features panel stays calm while weights come fast, and says honestly what it can't show."""

from __future__ import annotations

import threading

import numpy as np
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mlp_studio.core.errors import StudioError
from mlp_studio.core.events import Snapshot
from mlp_studio.core.initializers import current_weights, initial_weights
from mlp_studio.core.layers import Dense, Flatten
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.text import text
from mlp_studio.ui.common.latest import Latest
from mlp_studio.ui.features.scatter import ScatterView
from mlp_studio.ui.theme import Theme, class_colour
from tests.ui.features_studio import PLANE, SPIRALS, Studio

# --- honest sentences ----------------------------------------------------------------------


def test_without_data_there_is_a_sentence(qtbot: QtBot) -> None:
    studio = Studio(qtbot, "spirals-6", None)
    assert "The features appear as soon as the data is loaded." in studio.words()
    studio.store.give(PLANE)
    studio.shown(None)
    assert studio.panel.features.isVisible()
    studio.store.error = ValueError("no file")
    studio.store.give(None)
    assert "The data could not be loaded." in studio.words()
    studio.store.error = StudioError(text("There is no file."), text("Choose another."))
    studio.store.give(None)
    assert "There is no file.\nChoose another." in studio.words()


def test_a_network_that_does_not_fit_the_data_is_explained(spirals: Studio) -> None:
    spirals.shown(None)
    flat = NetworkSpec(input_shape=(28, 28), layers=(Flatten(), Dense(name="output", units=6)))
    spirals.document.edit("Another input", network=flat)
    assert any("expects inputs of shape 28 × 28" in words for words in spirals.words())
    spirals.document.edit("No layers", network=NetworkSpec(input_shape=(2,)))
    assert "Add a layer to see what it makes of the data." in spirals.words()
    spirals.document.undo_stack.undo()
    spirals.document.undo_stack.undo()
    spirals.shown(None)
    assert spirals.panel.features.isVisible()


def test_diverged_weights_are_said_and_break_nothing(spirals: Studio) -> None:
    good = spirals.snapshot(1)
    nan = {n: tuple(np.full_like(a, np.nan) for a in arrays) for n, arrays in good.weights.items()}
    snapshot = Snapshot(SPIRALS.network, nan, 3)
    spirals.document.set_snapshot(snapshot)
    spirals.shown(snapshot)
    assert "diverged" in spirals.panel.features.caption
    assert np.isfinite(spirals.panel.features.points).all()


def test_weights_of_another_network_are_not_used() -> None:
    other = NetworkSpec(input_shape=(2,), layers=(Dense(name="output", units=3),))
    snapshot = Snapshot(other, initial_weights(other, 0), 5)
    weights = current_weights(SPIRALS.network, snapshot, 4)
    expected = initial_weights(SPIRALS.network, 4)
    np.testing.assert_array_equal(weights["dense"][0], expected["dense"][0])


# --- calm ----------------------------------------------------------------------------------


def test_nothing_is_computed_while_nobody_looks(spirals: Studio) -> None:
    spirals.shown(None)
    spirals.panel.hide()
    frame = spirals.panel.frame
    for seed in range(20):
        spirals.document.set_snapshot(spirals.snapshot(seed))
    QApplication.processEvents()
    assert spirals.panel.frame is frame
    newest = spirals.document.snapshot
    spirals.panel.show()
    spirals.shown(newest)


def test_many_snapshots_are_few_frames_and_the_newest_wins(spirals: Studio) -> None:
    spirals.shown(None)
    frames: list[object] = []
    spirals.panel._latest.done.connect(frames.append)
    for seed in range(100):
        spirals.document.set_snapshot(spirals.snapshot(seed))
    newest = spirals.document.snapshot
    spirals.shown(newest)
    assert len(frames) <= 3


def test_features_keep_their_orientation_from_frame_to_frame(spirals: Studio) -> None:
    first = spirals.snapshot(7)
    spirals.document.set_snapshot(first)
    spirals.choose("dense_1")
    spirals.shown(first, "dense_1")
    before = spirals.panel.features.points
    nearly = {
        n: tuple(a * np.float32(1.001) for a in arrays) for n, arrays in first.weights.items()
    }
    second = Snapshot(SPIRALS.network, nearly, 2)
    spirals.document.set_snapshot(second)
    spirals.shown(second)
    off = np.abs(spirals.panel.features.points - before).max()
    assert off < 0.05 * np.abs(before).max()


def test_the_range_grows_at_once_and_shrinks_slowly(qtbot: QtBot) -> None:
    theme = Theme("light")
    view = ScatterView(theme, "test")
    qtbot.addWidget(view)
    view.resize(300, 200)
    view.show()
    qtbot.waitExposed(view)
    colours = (class_colour(0),)
    zero = np.zeros(3, np.int64)
    small = np.array([[0, 0], [1, 1], [0.5, 0.2]], np.float32)
    view.show_points(small, zero, colours)
    view.show_points(small * 10, zero, colours)
    grown = view.view_range
    assert grown is not None
    assert grown[1, 0] > 10
    view.show_points(small, zero, colours)
    kept = view.view_range
    assert kept is not None
    assert kept[1, 0] > 10

    def settled() -> bool:
        now = view.view_range
        return now is not None and now[1, 0] < 1.2

    assert not settled()
    qtbot.waitUntil(settled)


def test_points_without_a_span_have_a_place_all_the_same(qtbot: QtBot) -> None:
    view = ScatterView(Theme("light"), "test")
    qtbot.addWidget(view)
    view.resize(300, 200)
    for points in ([[3.0, 3.0]] * 4, [[0.0, 0.0], [1.0, 0.0]], [[1e-30, 0.0], [0.0, 0.0]]):
        array = np.array(points, np.float32)
        view.show_points(array, np.zeros(len(array), np.int64), (class_colour(0),), anew=True)
        view.grab()
        assert view.rect().contains(view.place(0).toPoint())


def test_only_the_newest_question_is_answered(qtbot: QtBot) -> None:
    latest = Latest(interval_ms=0)
    answers: list[object] = []
    latest.done.connect(answers.append)
    gate = threading.Event()

    def first() -> str:
        gate.wait()
        return "first"

    latest.ask(first)
    for number in range(50):
        latest.ask(lambda number=number: number)
    gate.set()
    qtbot.waitUntil(lambda: not latest.busy)
    assert answers == ["first", 49]
    latest.ask(lambda: "forgotten")
    latest.forget()
    qtbot.waitUntil(lambda: not latest.busy)
    assert answers == ["first", 49]


def test_a_failing_question_is_told_and_does_not_block_the_next(qtbot: QtBot) -> None:
    latest = Latest(interval_ms=0)
    with qtbot.waitSignal(latest.failed) as told:
        latest.ask(lambda: 1 / 0)
    assert isinstance(told.args[0], ZeroDivisionError)
    with qtbot.waitSignal(latest.done) as told:
        latest.ask(lambda: "again")
    assert told.args == ["again"]
