"""The data panel: gestures become one step of undo, and nothing is changed silently."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QSlider
from pytestqt.qtbot import QtBot

from mlp_studio.core.datasets import BuiltinDigits, DataSpec, MnistAndDigits, Spirals
from mlp_studio.core.templates import TEMPLATES
from mlp_studio.core.training import SGD
from mlp_studio.ui.data.source_fields import SourceFields
from mlp_studio.ui.theme import Theme
from tests.ui.data_desk import SPIRALS, Desk, drag


def test_dragging_a_slider_is_one_step(desk: Desk) -> None:
    drag(desk.row("noise"), 0.3, 0.5, 0.9)
    source = desk.document.data.source
    assert isinstance(source, Spirals)
    assert source.noise > 1.5
    assert source == SPIRALS.data.source.model_copy(update={"noise": source.noise})
    assert desk.steps == 1
    desk.loaded()
    assert desk.store.dataset is not None
    desk.undo()
    assert desk.document.project == SPIRALS
    assert desk.row("noise").value == pytest.approx(0.3)


def test_a_number_can_be_typed(desk: Desk) -> None:
    desk.type(desk.row("points_per_arm"), "50")
    assert desk.document.data.source.points_per_arm == 50
    desk.loaded()
    dataset = desk.store.dataset
    assert dataset is not None
    assert len(dataset.train) + len(dataset.validation) == 300
    assert "240" in desk.panel.split.bar.toolTip()
    assert desk.steps == 1


def test_fewer_arms_change_nothing_but_the_arms(desk: Desk) -> None:
    drag(desk.row("num_arms"), 0.3, 0.05)
    source = desk.document.data.source
    assert isinstance(source, Spirals)
    assert source.num_arms < 6
    assert source.n_classes == 6
    assert desk.document.network == SPIRALS.network
    problem = desk.document.problems[0]
    assert problem.severity == "error"
    assert problem.layer == "output"
    assert problem.repair is not None
    desk.undo()
    assert desk.document.problems == ()


@pytest.mark.parametrize(("kind", "name"), [("function", "egg-crate"), ("digits", "digits")])
def test_another_source_is_chosen_and_the_network_is_left_alone(
    desk: Desk, kind: str, name: str
) -> None:
    desk.choose(desk.panel.source, kind)
    data = desk.document.data
    assert data == TEMPLATES[name].project.data
    assert desk.document.network == SPIRALS.network
    assert desk.document.training == SPIRALS.training
    assert desk.steps == 1
    errors = [p for p in desk.document.problems if p.severity == "error"]
    assert errors
    assert errors[0].repair is not None
    desk.undo()
    assert desk.document.project == SPIRALS
    assert desk.panel.source.currentData() == "spirals"


def test_repairing_step_by_step_leads_to_a_network_that_fits(desk: Desk) -> None:
    desk.choose(desk.panel.source, "digits")
    for _ in range(5):
        if desk.document.problems:
            repair = desk.document.problems[0].repair
            assert repair is not None
            desk.document.edit("Repair", network=repair.network, training=repair.training)
    assert desk.document.problems == ()
    assert desk.document.network.output_shape == (10,)


def test_the_source_that_is_there_is_no_edit(desk: Desk) -> None:
    desk.choose(desk.panel.source, "spirals")
    assert desk.steps == 0


def test_split_and_scaling(desk: Desk) -> None:
    desk.type(desk.panel.split.validation, "40")
    assert desk.document.data.split.validation == pytest.approx(0.4)
    desk.loaded()
    assert desk.store.dataset is not None
    assert len(desk.store.dataset.validation) == 960
    first = desk.store.dataset.validation.x
    desk.type(desk.panel.split.seed, "7")
    desk.loaded()
    assert desk.store.dataset is not None
    assert not np.array_equal(first, desk.store.dataset.validation.x)
    desk.choose(desk.panel.scaling.choice, "divide_255")
    desk.loaded()
    assert desk.document.data.scaling == "divide_255"
    assert float(np.abs(desk.store.dataset.train.x).max()) < 0.1
    assert desk.steps == 3
    for _ in range(3):
        desk.undo()
    assert desk.document.project == SPIRALS
    assert desk.panel.split.validation.value == 20
    assert desk.panel.scaling.choice.currentData() == "none"


def test_the_training_settings(desk: Desk) -> None:
    fields = desk.panel.training
    desk.type(fields.batch, "128")
    desk.type(fields.epochs, "7")
    drag(fields.optimizer.rows["learning_rate"], 0.5, 0.8, 0.9)
    QTest.mouseClick(fields.early, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    training = desk.document.training
    assert (training.batch_size, training.epochs) == (128, 7)
    assert training.optimizer.learning_rate > 0.01
    assert training.early_stopping is None
    assert desk.steps == 4
    desk.choose(fields.optimizer.choice, "sgd")
    assert desk.document.training.optimizer == SGD()
    assert fields.optimizer.rows["momentum"].isVisible()
    desk.choose(fields.loss.loss, "mean_squared_error")
    assert desk.document.training.loss == "mean_squared_error"
    assert desk.document.problems
    for _ in range(6):
        desk.undo()
    assert desk.document.project == SPIRALS
    assert fields.early.isChecked()
    assert fields.optimizer.rows["learning_rate"].value == pytest.approx(0.0005)
    assert desk.steps == 6  # undoing made no edits of its own


def test_the_wheel_scrolls_and_changes_nothing(desk: Desk) -> None:
    desk.panel.resize(300, 300)
    slider = desk.row("noise").findChild(QSlider)
    assert isinstance(slider, QSlider)
    for widget in (slider, desk.panel.source, desk.row("noise").field):
        desk.qtbot.wait(0)
        _wheel(widget)
    assert desk.document.project == SPIRALS


def _wheel(widget: object) -> None:
    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QWheelEvent
    from PySide6.QtWidgets import QApplication, QWidget

    assert isinstance(widget, QWidget)
    at = QPointF(widget.rect().center())
    event = QWheelEvent(
        at, widget.mapToGlobal(at), QPoint(0, 0), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


@pytest.mark.parametrize("kind", ["mnist", "mnist-and-digits"])
def test_data_that_cannot_be_had(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, kind: str
) -> None:
    for name in ("MLP_STUDIO_DATA", "MLP_STUDIO_HOME", "HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(tmp_path))
    for name in ("https_proxy", "HTTPS_PROXY", "http_proxy", "HTTP_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")  # a network that does not answer
    for name in ("no_proxy", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    retry, builtin = desk.button("Try again"), desk.button("Use the built-in digits")
    assert not retry.isVisible()
    with desk.qtbot.waitSignal(desk.store.failed, timeout=30_000):
        desk.choose(desk.panel.source, kind)
    assert desk.document.data.source.kind == kind
    assert retry.isVisible()
    assert builtin.isVisible()
    assert "built-in digits" in desk.panel._facts.text()
    with desk.qtbot.waitSignal(desk.store.failed, timeout=30_000):
        QTest.mouseClick(retry, Qt.MouseButton.LeftButton)
    QTest.mouseClick(builtin, Qt.MouseButton.LeftButton)
    assert isinstance(desk.document.data.source, BuiltinDigits)
    few = DataSpec(source=BuiltinDigits(count=1000), scaling="divide_255")
    desk.document.edit("Fewer", data=few)  # so that the test is quick
    desk.loaded()
    assert desk.store.error is None
    assert not retry.isVisible()
    assert not builtin.isVisible()
    assert "28 × 28" in desk.panel._facts.text()


def test_a_click_shows_other_examples(desk: Desk) -> None:
    desk.document.edit("Digits", data=DataSpec(source=BuiltinDigits(count=1000)))
    desk.loaded()
    before = desk.panel.preview.grab().toImage()
    QTest.mousePress(desk.panel.preview, Qt.MouseButton.LeftButton)
    assert desk.panel.preview.grab().toImage() != before


def test_what_is_mixed_with_mnist_is_chosen(qtbot: QtBot) -> None:
    fields = SourceFields(Theme("light"))
    qtbot.addWidget(fields)
    fields.show_source(MnistAndDigits(count=20_000))
    assert fields.row("count").value == 20_000
    with qtbot.waitSignal(fields.edited) as told:
        fields.row("copies").value_changed.emit(2.0)
    assert told.args == [MnistAndDigits(count=20_000, copies=2), "copies"]
