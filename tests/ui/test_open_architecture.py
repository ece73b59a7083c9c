"""*Open architecture…*: out of files, into the project, undone as one step."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import keras
import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton

from mlp_studio.core.initializers import initial_weights
from mlp_studio.core.layers import Dense
from mlp_studio.core.network import NetworkSpec
from mlp_studio.engine.keras_files import build, save_keras
from mlp_studio.storage.project_file import SavedProject, save_project
from tests.ui.window_studio import SMALL, Studio, type_into_file_dialog

OTHER = NetworkSpec(
    input_shape=(2,),
    layers=(
        Dense(name="wide", units=12, activation="tanh"),
        Dense(name="narrow", units=1, activation="sigmoid"),
    ),
)
WEIGHTS = initial_weights(OTHER, 7)


@pytest.fixture
def studio(window_studio: Studio) -> Studio:
    return window_studio


def choose(studio: Studio, button: str | None, seen: list[str]) -> QTimer:
    """Press a button of the next question, Escape where None; the caller keeps the timer."""
    timer = QTimer(studio.window)

    def look() -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox):
            return
        timer.stop()
        seen.append(f"{box.text()} {box.informativeText()}")
        if button is None:
            QTest.keyClick(box, Qt.Key.Key_Escape)
            return
        found = box.findChild(QPushButton, button)
        assert isinstance(found, QPushButton)
        QTest.mouseClick(found, Qt.MouseButton.LeftButton)

    timer.timeout.connect(look)
    timer.start(10)
    return timer


def open_file(studio: Studio, path: Path) -> None:
    studio.window.start.architecture.open(path)
    studio.until(lambda: not studio.parts.jobs.busy)


def test_json_by_the_menu(studio: Studio, tmp_path: Path) -> None:
    path = tmp_path / "other.json"
    path.write_text(build(OTHER).to_json())
    before, count = studio.document.snapshot, studio.document.undo_stack.count()
    timer = type_into_file_dialog(studio.window, path)
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    studio.press(Qt.Key.Key_O, control | shift)
    assert not timer.isActive()
    studio.until(lambda: studio.document.network == OTHER)
    assert studio.document.undo_stack.count() == count + 1
    assert "other.json" in studio.document.undo_stack.undoText()
    assert "other.json" in studio.message()
    assert studio.document.data == SMALL.data
    assert studio.document.training == SMALL.training
    studio.click("undo")
    assert studio.document.project == SMALL
    assert studio.document.snapshot is before
    studio.click("redo")
    assert studio.document.network == OTHER


@pytest.mark.parametrize("suffix", [".keras", ".h5", ".mlpstudio"])
def test_with_weights(studio: Studio, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"trained{suffix}"
    if suffix == ".mlpstudio":
        learnt = studio.learn()
        project = SMALL.model_copy(update={"network": OTHER})
        snapshot = type(learnt)(OTHER, WEIGHTS, 5, learnt.scaler)
        save_project(path, SavedProject(project, snapshot))
        studio.document.open(SMALL)
    else:
        save_keras(path, OTHER, WEIGHTS)
    mine = studio.learn()
    seen: list[str] = []
    timer = choose(studio, "with_weights", seen)
    open_file(studio, path)
    studio.until(lambda: studio.document.network == OTHER)
    assert not timer.isActive()
    assert "2 → 12 tanh → 1 sigmoid" in seen[0]
    snapshot_now = studio.document.snapshot
    assert snapshot_now is not None
    assert snapshot_now.network == OTHER
    for name, arrays in WEIGHTS.items():
        for ours, theirs in zip(arrays, snapshot_now.weights[name], strict=True):
            np.testing.assert_array_equal(ours, theirs)
    studio.click("undo")
    assert studio.document.project == SMALL
    assert studio.document.snapshot is mine


@pytest.mark.parametrize("button", ["architecture_only", None])
def test_without_weights(studio: Studio, tmp_path: Path, button: str | None) -> None:
    path = tmp_path / "trained.keras"
    save_keras(path, OTHER, WEIGHTS)
    timer = choose(studio, button, [])
    open_file(studio, path)
    assert not timer.isActive()
    assert studio.document.network == (OTHER if button else SMALL.network)
    assert studio.document.snapshot is None
    assert studio.document.undo_stack.count() == (1 if button else 0)


def test_what_is_refused_is_named_and_nothing_changes(studio: Studio, tmp_path: Path) -> None:
    model: dict[str, Any] = json.loads(build(OTHER).to_json())
    model["config"]["layers"][1]["class_name"] = "LSTM"
    path = tmp_path / "recurrent.json"
    path.write_text(json.dumps(model))
    open_file(studio, path)
    assert "wide (LSTM)" in studio.message()
    assert "Dense, Flatten" in studio.message()
    open_file(studio, tmp_path / "missing.keras")
    assert "missing.keras" in studio.message()
    assert studio.document.project == SMALL
    assert studio.document.undo_stack.count() == 0


def test_another_project_opened_meanwhile_is_left_alone(studio: Studio, tmp_path: Path) -> None:
    path = tmp_path / "other.json"
    path.write_text(build(OTHER).to_json())
    studio.window.start.architecture.open(path)
    studio.document.open(SMALL.model_copy(update={"name": "second"}))
    studio.until(lambda: not studio.parts.jobs.busy)
    assert studio.document.network == SMALL.network


def test_the_way_back(studio: Studio, tmp_path: Path) -> None:
    path = tmp_path / "mine.json"
    timer = type_into_file_dialog(studio.window, path)
    studio.window.actions_by_id["export_architecture"].trigger()
    assert not timer.isActive()
    studio.until(lambda: not studio.parts.jobs.busy)
    assert str(path) in studio.message()
    model = keras.models.model_from_json(path.read_text())
    assert [layer.units for layer in model.layers] == [8, 1]
    studio.document.edit("Another", network=OTHER)
    open_file(studio, path)
    assert studio.document.project == SMALL
    studio.window.start.architecture.export(tmp_path / "missing" / "mine.json")
    studio.until(lambda: not studio.parts.jobs.busy)
    assert "can't be written" in studio.message()


def drop(studio: Studio, path: Path) -> bool:
    """Drag a file over the window and drop it; return whether the window wants it."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPointF(50, 50).toPoint(), copy, data, left, none)
    enter.ignore()
    QApplication.sendEvent(studio.window, enter)
    if enter.isAccepted():
        QApplication.sendEvent(studio.window, QDropEvent(QPointF(50, 50), copy, data, left, none))
    return enter.isAccepted()


def test_dropped_files(studio: Studio, tmp_path: Path) -> None:
    path = tmp_path / "other.json"
    path.write_text(build(OTHER).to_json())
    assert drop(studio, path)
    studio.until(lambda: studio.document.network == OTHER)
    studio.document.undo_stack.undo()
    project = tmp_path / "kept.mlpstudio"
    save_project(project, SavedProject(SMALL.model_copy(update={"network": OTHER})))
    assert drop(studio, project)
    assert studio.document.path == project
