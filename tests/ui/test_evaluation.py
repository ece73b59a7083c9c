"""The evaluation panel: scores of all parts, states in words, pages that follow the threshold."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sklearn import metrics

from mlp_studio.core.errors import StudioError
from mlp_studio.core.events import Snapshot
from mlp_studio.core.forward import predict
from mlp_studio.core.initializers import initial_weights
from mlp_studio.core.layers import Dense
from mlp_studio.core.templates import template
from mlp_studio.core.text import text
from mlp_studio.data.load import load
from tests.ui import window_studio as window_studio_module
from tests.ui.evaluation_studio import Studio, choose, diverged, pictures

SPIRALS = load(template("spirals-2").project.data)
DIGITS = pictures()


@pytest.fixture
def spirals(qtbot: QtBot) -> Iterator[Studio]:
    studio = Studio(qtbot, "spirals-2", SPIRALS)
    yield studio
    studio.panel.close()


@pytest.fixture
def digits(qtbot: QtBot) -> Iterator[Studio]:
    studio = Studio(qtbot, "digits", DIGITS)
    yield studio
    studio.panel.close()


def row(studio: Studio, label: str) -> list[str]:
    table = studio.panel.scores.table
    count = table.model_shown.rowCount()
    found = next(k for k in range(count) if table.text(k, 0) == label)
    return [table.text(found, column) for column in range(1, len(table.heads()))]


def test_the_parts_stand_side_by_side_with_intervals(digits: Studio) -> None:
    view = digits.train()
    assert digits.panel.scores.table.heads() == ["", "Training", "Validation", "Test"]
    assert row(digits, "Examples") == ["120", "60", "60"]
    snapshot = view.snapshot
    for label in ("ROC-AUC", "Log loss"):
        for cell in row(digits, label):
            value, low, high = cell.replace("(", "").replace(")", "").replace("–", " ").split()
            assert float(low) <= float(value) <= float(high)
    for part, cell in zip(
        (DIGITS.train, DIGITS.validation, DIGITS.test), row(digits, "Accuracy"), strict=True
    ):
        assert part is not None
        said = predict(snapshot.network, snapshot.weights, part.x).argmax(axis=1)
        value, low, high = cell.replace("(", "").replace(")", "").replace("–", " ").split()
        assert value == f"{metrics.accuracy_score(part.y, said):.4f}"
        assert float(low) <= float(value) <= float(high)


def test_states_are_told_in_words(qtbot: QtBot) -> None:
    studio = Studio(qtbot, "spirals-2", None)
    assert studio.panel.note == "The evaluation appears as soon as the data is loaded."
    studio.store.fail(StudioError(text("No such file."), text("Choose another.")))
    assert studio.panel.note == "No such file."
    studio.store.give(SPIRALS)
    assert studio.panel.note.startswith("Not trained yet.")
    studio.train()
    assert studio.panel.note == ""
    five = Dense(name="output", units=5, activation="softmax")
    studio.document.edit("Five", network=studio.document.network.replaced("output", five))
    assert "5 units" in studio.panel.note
    assert studio.panel.view is None
    studio.document.undo_stack.undo()
    studio.until(lambda view: view.snapshot.network == studio.document.network)
    assert studio.panel.note == ""


def test_diverged_weights_are_told_of_and_good_ones_come_back(spirals: Studio) -> None:
    spirals.train()
    spirals.document.set_snapshot(diverged(spirals.document.network))
    spirals.qtbot.waitUntil(lambda: "diverged" in spirals.panel.note)
    spirals.train(seed=9)
    assert spirals.panel.note == ""


def test_nothing_is_computed_while_nobody_looks(spirals: Studio) -> None:
    before = spirals.train()
    spirals.panel.hide()
    network = spirals.document.network
    newest = Snapshot(network, initial_weights(network, 5), 5)
    spirals.document.set_snapshot(newest)
    QApplication.processEvents()
    assert not spirals.panel._latest.busy
    assert spirals.panel.view is before
    spirals.panel.show()
    spirals.until(lambda view: view.snapshot is newest)


def test_many_snapshots_are_few_evaluations_and_the_newest_wins(spirals: Studio) -> None:
    spirals.train()
    done: list[object] = []
    spirals.panel._latest.done.connect(done.append)
    network = spirals.document.network
    for seed in range(40):
        spirals.document.set_snapshot(Snapshot(network, initial_weights(network, seed), seed))
    spirals.until(lambda view: view.snapshot is spirals.document.snapshot)
    assert len(done) <= 3


def test_the_threshold_moves_the_scores_the_matrix_and_the_words(spirals: Studio) -> None:
    view = spirals.train()
    said = view.judged.said
    spirals.panel.threshold.field.setValue(0.55)
    moved = spirals.until(lambda view: view.threshold == 0.55)
    assert moved.judged.said is said  # the network was not asked again
    answered = said.outputs[:, 1] > 0.55
    expected = metrics.accuracy_score(said.y, answered)
    assert row(spirals, "Accuracy")[-1].startswith(f"{expected:.4f}")
    spirals.open(spirals.panel.confusion)
    matrix = metrics.confusion_matrix(said.y, answered)
    shown = spirals.panel.confusion.matrix
    assert [[shown.number(t, a) for a in (0, 1)] for t in (0, 1)] == [
        [f"{count:,}" for count in line] for line in matrix
    ]
    spirals.open(spirals.panel.in_words)
    words = spirals.panel.in_words.text.text()
    assert "threshold 0.55" in words
    assert f"Accuracy {expected:.4f}" in words


def test_the_slider_moves_by_the_keyboard(spirals: Studio) -> None:
    spirals.train()
    slider = spirals.panel.threshold._slider
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_PageUp)
    spirals.until(lambda view: view.threshold > 0.5)


def test_only_two_classes_have_a_threshold(digits: Studio, qtbot: QtBot) -> None:
    digits.train()
    assert not digits.panel.threshold.isVisible()
    two = Studio(qtbot, "spirals-2", SPIRALS)
    two.train()
    assert two.panel.threshold.isVisible()


def test_another_part_is_looked_at(digits: Studio) -> None:
    view = digits.train()
    assert view.part == "test"
    said = view.parts["train"].said
    choose(digits.panel.parts, "train")
    view = digits.until(lambda view: view.part == "train")
    assert view.judged.said is said
    digits.open(digits.panel.classes)
    assert digits.panel.classes.table.text(0, 5) == "12"


def test_the_classes_are_sorted_by_a_click_on_a_head(digits: Studio) -> None:
    view = digits.train()
    digits.open(digits.panel.classes)
    table = digits.panel.classes.table
    heads = table.horizontalHeader()
    at = QPoint(heads.sectionViewportPosition(2) + heads.sectionSize(2) // 2, heads.height() // 2)
    for turned in (False, True):
        QTest.mouseClick(heads.viewport(), Qt.MouseButton.LeftButton, pos=at)
        shown = [float(table.text(k, 2)) for k in range(10)]
        assert shown == sorted(shown, reverse=turned)
    names = {table.text(k, 0): float(table.text(k, 2)) for k in range(10)}
    for number, scores in enumerate(view.report.classes):
        assert names[str(number)] == pytest.approx(scores.recall, abs=5e-5)


def test_the_curves_are_drawn_and_switched_off(digits: Studio) -> None:
    view = digits.train()
    digits.open(digits.panel.curves)
    page = digits.panel.curves
    assert view.curves is not None
    assert len(page.roc.traces) == len(view.curves.roc) == 10
    QTest.mouseClick(page.legend.buttons[3], Qt.MouseButton.LeftButton)
    assert len(page.roc.traces) == 9
    error = f"{100 * view.curves.calibration.error:.1f} points off"
    assert page.words[2].text().startswith(error)


def test_a_ring_marks_the_threshold_on_the_curve(spirals: Studio) -> None:
    spirals.train()
    spirals.open(spirals.panel.curves)
    spirals.panel.threshold.field.setValue(0.45)
    view = spirals.until(lambda view: view.threshold == 0.45)
    (ring,) = (trace for trace in spirals.panel.curves.roc.traces if trace.kind == "mark")
    matrix = view.report.matrix
    assert ring.x[0] == pytest.approx(matrix[0, 1] / matrix[0].sum())
    assert ring.y[0] == pytest.approx(matrix[1, 1] / matrix[1].sum())


def test_the_tab_follows_a_real_training(window_studio: window_studio_module.Studio) -> None:
    window = window_studio.window
    panel = window.evaluation
    window.tabs.setCurrentWidget(panel)
    assert panel.note.startswith("Not trained yet.")
    window_studio.training.train(epochs=3)
    window_studio.until(
        lambda: (
            window_studio.training.state == "idle"
            and panel.view is not None
            and panel.view.snapshot is window_studio.document.snapshot
            and panel.view.thorough  # completed at rest
            and bool(window.result.text())
        )
    )
    assert panel.view is not None
    assert panel.view.snapshot.epoch == 3
    shown = panel.scores.table.text(1, 2).split()[0]
    assert f"accuracy {shown}" in window.result.text()


def test_numbers_that_are_no_probabilities_have_no_calibration(spirals: Studio) -> None:
    network = spirals.document.network
    two = network.replaced("output", Dense(name="output", units=2, activation="linear"))
    training = spirals.document.training.model_copy(update={"loss": "mean_squared_error"})
    spirals.document.edit("Linear", network=two, training=training)
    assert spirals.panel.note.startswith("Not trained")
    spirals.train()
    assert not spirals.panel.threshold.isVisible()
    labels = [
        spirals.panel.scores.table.text(k, 0)
        for k in range(spirals.panel.scores.table.model_shown.rowCount())
    ]
    assert "Log loss" not in labels
    assert "Calibration error" not in labels
    spirals.open(spirals.panel.in_words)
    assert "no probabilities" in spirals.panel.in_words.text.text()


def test_other_data_stands_beside_the_own_parts_and_goes_with_them(
    window_studio: window_studio_module.Studio,
) -> None:
    window = window_studio.window
    panel = window.evaluation
    window.tabs.setCurrentWidget(panel)
    window_studio.training.train(epochs=2)
    window_studio.until(lambda: panel.view is not None and window_studio.training.state == "idle")
    panel.others.fill()
    offered = {action.text(): action for action in panel.others.choices.actions()}
    assert "Moons" in offered  # two classes in the plane, as the project's own
    assert "Blobs" not in offered
    assert "MNIST" not in offered
    offered["Moons"].trigger()
    window_studio.until(lambda: panel.view is not None and "other" in panel.view.parts)
    assert panel.view is not None
    assert panel.view.part == "other"
    assert panel.parts.currentText() == "Moons"
    table = panel.scores.table
    assert table.heads()[-1] == "Other data"
    other = panel.view.parts["other"]
    told = predict(panel.view.snapshot.network, panel.view.snapshot.weights, other.said.x)
    accuracy = metrics.accuracy_score(other.said.y, (told[:, 0] > 0.5).astype(int))
    assert table.text(1, len(table.heads()) - 1).startswith(f"{accuracy:.4f}")
    panel.others.fill()
    panel.others.choices.actions()[-1].trigger()
    window_studio.until(lambda: panel.view is not None and "other" not in panel.view.parts)
    assert "Other data" not in table.heads()
