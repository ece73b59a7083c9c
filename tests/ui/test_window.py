"""The real window, built as the program builds it, under a real mouse and keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from mlp_studio.app import make_parts, make_window
from mlp_studio.core.datasets import BuiltinDigits, DataSpec, Spirals
from mlp_studio.core.errors import StudioError
from mlp_studio.core.events import RunFinished, Snapshot
from mlp_studio.core.initializers import initial_weights
from mlp_studio.core.layers import Dense
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.project import ProjectSpec
from mlp_studio.core.templates import TEMPLATES, template
from mlp_studio.core.text import text
from mlp_studio.core.training import Adam, TrainingSpec
from mlp_studio.storage.project_file import load_project
from mlp_studio.studio.settings import Settings
from mlp_studio.ui.tour.hand import Hand
from mlp_studio.ui.window.main_window import MainWindow
from mlp_studio.ui.window.parts import Parts

LONG = 20_000  # the first run of the session loads TensorFlow and compiles
ENDLESS = 100_000  # epochs
SMALL = ProjectSpec(
    name="small",
    data=DataSpec(source=Spirals(points_per_arm=20)),
    network=NetworkSpec(
        input_shape=(2,),
        layers=(
            Dense(name="dense", units=8, activation="relu"),
            Dense(name="output", units=1, activation="sigmoid"),
        ),
    ),
    training=TrainingSpec(
        loss="binary_crossentropy", optimizer=Adam(learning_rate=0.01), batch_size=16, epochs=3
    ),
)
FEW_DIGITS = DataSpec(source=BuiltinDigits(count=1000), scaling="divide_255")


class Studio:
    """The window with everything it was built from, on a small project."""

    def __init__(self, qtbot: QtBot, app: QApplication, settings: Settings) -> None:
        self.qtbot = qtbot
        self.parts: Parts = make_parts(app, settings)
        self.document = self.parts.document
        self.training = self.parts.training
        self.document.open(SMALL)
        self._ready = False
        self.training.ready.connect(self._set_ready)
        self.window: MainWindow = make_window(self.parts)
        self.window.resize(1366, 768)
        self.window.show()
        qtbot.waitExposed(self.window)

    def _set_ready(self) -> None:
        self._ready = True

    def wait(self) -> None:
        """Wait until TensorFlow and the data are loaded."""
        self.until(lambda: self._ready and not self.parts.store.busy)
        assert self.parts.store.dataset is not None

    def until(self, condition: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(condition, timeout=LONG)

    def button(self, name: str) -> QPushButton:
        found = self.window.toolbar.findChild(QPushButton, f"button_{name}")
        assert isinstance(found, QPushButton)
        return found

    def click(self, name: str) -> None:
        button = self.button(name)
        assert button.isEnabled()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) \
            -> None:  # fmt: skip
        self.window.activateWindow()
        with self.qtbot.waitActive(self.window):
            pass
        QTest.keyClick(self.window, key, modifier)

    def begin_endless(self) -> None:
        training = self.document.training.model_copy(update={"epochs": ENDLESS})
        self.document.edit("Endless", training=training)
        self.click("train")
        self.until(lambda: len(self.training.history) >= 2)

    def stop(self) -> None:
        self.click("stop")
        self.until(lambda: self.training.state == "idle")

    def learn(self) -> Snapshot:
        """Take over weights as if they had been trained."""
        network = self.document.network
        self.document.set_snapshot(Snapshot(network, initial_weights(network, 3), 1))
        assert self.document.snapshot is not None
        return self.document.snapshot

    def message(self) -> str:
        """What the message bar shows; empty where it is hidden."""
        bar = self.window.message_bar
        return max((x.text() for x in bar.findChildren(QLabel)), key=len) if bar.isVisible() else ""

    def close(self) -> None:
        self.window.project.ask_before_leaving = False
        self.window.close()
        self.window.deleteLater()
        p = self.parts
        for part in (p.files, p.messages, p.training, p.store, p.jobs, p.document, p.theme):
            part.deleteLater()


@pytest.fixture
def app_settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "config" / "settings.json")


@pytest.fixture
def studio(qtbot: QtBot, qapp: QApplication, app_settings: Settings) -> Iterator[Studio]:
    look, palette = qapp.styleSheet(), qapp.palette()
    made = Studio(qtbot, qapp, app_settings)
    try:
        made.wait()
        yield made
    finally:
        made.close()
        qapp.setStyleSheet(look)
        qapp.setPalette(palette)


def answer(window: QWidget, button: QMessageBox.StandardButton, seen: list[str]) -> QTimer:
    """Click a button of the next message box; the caller keeps the timer."""
    timer = QTimer(window)

    def look() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            timer.stop()
            seen.append(box.text())
            QTest.mouseClick(box.button(button), Qt.MouseButton.LeftButton)

    timer.timeout.connect(look)
    timer.start(10)
    return timer


def type_into_file_dialog(window: QWidget, path: Path) -> QTimer:
    """Type a path into the next file dialog and accept it; the caller keeps the timer."""
    timer = QTimer(window)

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        field = dialog.findChild(QLineEdit, "fileNameEdit") if dialog is not None else None
        if isinstance(dialog, QFileDialog) and isinstance(field, QLineEdit):
            timer.stop()
            field.setText(str(path))  # pasted: typing would open the completer over the field
            QTest.keyClick(field, Qt.Key.Key_Return)

    timer.timeout.connect(look)
    timer.start(10)
    return timer


# --- training ------------------------------------------------------------------------------


def test_the_buttons_follow_the_training(studio: Studio) -> None:
    names = ("train", "stop", "one_epoch", "new_weights")

    def look() -> tuple[str, tuple[bool, ...]]:
        words = studio.button("train").text().split()[-1]
        return words, tuple(studio.button(name).isEnabled() for name in names)

    assert look() == ("Train", (True, False, True, False))
    assert not studio.window.actions_by_id["export_npy"].isEnabled()
    studio.begin_endless()
    assert look() == ("Pause", (True, True, False, False))
    studio.click("train")
    assert studio.training.state == "paused"
    assert look() == ("Resume", (True, True, True, False))
    studio.click("one_epoch")
    studio.until(lambda: studio.training.state == "paused")
    assert "Paused" in studio.window.toolbar.progress.words
    studio.click("train")
    assert studio.training.state == "running"
    assert look() == ("Pause", (True, True, False, False))
    studio.stop()
    assert look() == ("Continue", (True, False, True, True))
    assert studio.window.actions_by_id["export_npy"].isEnabled()
    studio.click("new_weights")
    assert studio.document.snapshot is None
    assert look() == ("Train", (True, False, True, False))


def test_the_keys(studio: Studio) -> None:
    studio.press(Qt.Key.Key_F6)
    studio.until(lambda: studio.training.state == "idle" and len(studio.training.history) == 1)
    training = studio.document.training.model_copy(update={"epochs": ENDLESS})
    studio.document.edit("Endless", training=training)
    studio.press(Qt.Key.Key_F5)
    studio.until(lambda: len(studio.training.history) >= 2)
    studio.press(Qt.Key.Key_F5)
    assert studio.training.state == "paused"
    studio.press(Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    studio.until(lambda: studio.training.state == "idle")
    studio.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert studio.document.training == SMALL.training


def test_when_a_run_ends_the_result_is_told(studio: Studio) -> None:
    studio.click("train")
    studio.until(lambda: studio.window.result.text() != "")
    assert studio.window.result.text().startswith("Validation: accuracy 0.")
    studio.click("new_weights")
    assert studio.window.result.text() == ""


def test_a_result_of_weights_that_are_gone_is_not_told(studio: Studio) -> None:
    def gone(_event: RunFinished) -> None:
        studio.training.new_weights()

    studio.training.run_finished.connect(gone)  # after the result line: its job has begun
    studio.click("train")
    studio.until(lambda: studio.training.state == "idle" and not studio.parts.jobs._running)
    assert studio.document.snapshot is None
    assert studio.window.result.text() == ""


def test_a_design_with_errors_can_not_be_trained_until_it_is_repaired(studio: Studio) -> None:
    document = studio.document
    document.edit("Remove", network=document.network.removed("output"))
    assert not studio.button("train").isEnabled()
    assert not studio.button("one_epoch").isEnabled()
    repair = document.problems[0].repair
    assert repair is not None
    document.edit("Repair", network=repair.network, training=repair.training)
    assert studio.button("train").isEnabled()


def test_the_device_explains_itself_also_after_a_run(studio: Studio) -> None:
    for _ in range(2):
        studio.click("one_epoch")
        studio.until(lambda: studio.training.state == "idle")
        assert "CPU" in studio.window.toolbar.device.text() or "GPU" in (
            studio.window.toolbar.device.text()
        )
        QTest.mouseClick(studio.window.toolbar.device, Qt.MouseButton.LeftButton)
        studio.until(lambda: "raining" in studio.message())
        QTest.keyClick(studio.window, Qt.Key.Key_Escape)


def test_closing_in_the_middle_of_a_run(studio: Studio) -> None:
    studio.begin_endless()
    studio.window.project.ask_before_leaving = False
    assert studio.window.close()
    assert not studio.training._thread.isRunning()
    assert not studio.parts.jobs.busy


# --- edits and templates -------------------------------------------------------------------


def test_undo_and_redo(studio: Studio) -> None:
    document, act = studio.document, studio.window.actions_by_id
    assert not studio.button("undo").isEnabled()
    assert not studio.button("redo").isEnabled()
    document.edit("Add a thing", network=document.network.inserted(1, Dense(units=3)))
    assert act["undo"].text() == "&Undo Add a thing"
    studio.click("undo")
    assert document.project == SMALL
    assert not studio.button("undo").isEnabled()
    assert act["redo"].text() == "&Redo Add a thing"
    studio.click("redo")
    assert len(document.network.layers) == 3


def test_a_template_changes_everything(studio: Studio, tmp_path: Path) -> None:
    hand = Hand(studio.window, tmp_path)
    bar = studio.window.toolbar
    menu = bar.template.menu()
    names = {action.objectName() for action in menu.actions()}
    assert names == {f"template_{name}" for name in TEMPLATES}
    assert studio.window.try_it.currentWidget() is studio.window.plane
    action = next(a for a in menu.actions() if a.objectName() == "template_egg-crate")
    hand.choose(bar.template, menu, action)
    expected = template("egg-crate").project
    assert studio.document.project == expected
    assert studio.window.windowTitle().startswith("egg-crate")
    assert "egg crate" in bar.template.text()
    studio.until(lambda: studio.parts.store.dataset is not None and not studio.parts.store.busy)
    assert studio.parts.store.dataset is not None
    assert studio.parts.store.dataset.facts.task == "regression"
    assert studio.window.try_it.currentWidget() is studio.window.plane


def test_the_right_side_suits_the_data(studio: Studio) -> None:
    studio.document.edit("Images", data=FEW_DIGITS)
    assert studio.window.digits.isVisible()
    assert not studio.window.plane.isVisible()
    studio.document.undo_stack.undo()
    assert studio.window.plane.isVisible()


def test_going_from_a_trained_plane_to_images_with_something_drawn(studio: Studio) -> None:
    studio.window.digits.canvas.set_strokes((((50.0, 50.0), (200.0, 220.0)),))
    studio.learn()
    studio.window.project.ask_before_leaving = False
    images = template("digits").project.model_copy(update={"data": FEW_DIGITS})
    studio.document.open(images)
    assert studio.window.digits.isVisible()
    assert studio.window.digits.digit is None
    assert studio.message() == ""


# --- messages ------------------------------------------------------------------------------


def test_an_error_is_shown_with_its_remedy_until_it_is_closed(studio: Studio) -> None:
    messages = studio.parts.messages
    messages.report(StudioError(text("That is wrong."), text("Do this.")))
    assert studio.message() == "That is wrong. Do this."
    studio.learn()
    studio.document.edit("Batch", training=SMALL.training.model_copy(update={"batch_size": 8}))
    assert studio.message() == "That is wrong. Do this."
    studio.press(Qt.Key.Key_Escape)
    assert studio.message() == ""


def test_the_details_of_a_defect_can_be_copied(studio: Studio) -> None:
    try:
        raise KeyError("gone")
    except KeyError as error:
        studio.parts.messages.report(error)
    assert "KeyError" in studio.message()
    buttons = studio.window.message_bar.findChildren(QPushButton)
    copy = next(b for b in buttons if b.text() == "Copy details")
    QTest.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert "Traceback" in QGuiApplication.clipboard().text()
    studio.parts.messages.report(StudioError(text("Another.")))
    assert not copy.isVisible()
    close = next(b for b in buttons if b.text() == "✕")
    QTest.mouseClick(close, Qt.MouseButton.LeftButton)
    assert studio.message() == ""


def test_a_broken_project_is_refused_and_the_open_one_stays(studio: Studio, tmp_path: Path) -> None:
    path = tmp_path / "odd.mlpstudio"
    path.write_bytes(b"nothing")
    studio.window.project.open(path)
    assert "odd.mlpstudio" in studio.message()
    assert studio.document.project == SMALL


def test_settings_that_cannot_be_kept_are_told_and_hold(
    studio: Studio, app_settings: Settings, tmp_path: Path
) -> None:
    app_settings._path = tmp_path / "file" / "settings.json"
    (tmp_path / "file").touch()
    look = next(
        a
        for menu in studio.window.menuBar().findChildren(QWidget)
        for a in menu.actions()
        if a.objectName() == "look_dark"
    )
    look.trigger()
    assert studio.parts.theme.tokens.dark
    assert "settings" in studio.message()


# --- files ---------------------------------------------------------------------------------


def test_title_and_save(studio: Studio, tmp_path: Path) -> None:
    window, document = studio.window, studio.document
    assert window.windowTitle() == "small[*] · MLP Studio"
    assert not window.isWindowModified()
    studio.learn()
    assert window.isWindowModified()
    path = tmp_path / "mine.mlpstudio"
    timer = type_into_file_dialog(window, path.with_suffix(""))
    studio.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert not timer.isActive()
    assert document.path == path
    assert window.windowTitle() == "mine[*] · MLP Studio"
    assert not window.isWindowModified()
    assert str(path) in studio.message()
    assert load_project(path).project == SMALL
    document.edit("Batch", training=SMALL.training.model_copy(update={"batch_size": 8}))
    assert window.isWindowModified()
    studio.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)  # it knows where
    assert load_project(path).project.training.batch_size == 8


@pytest.mark.parametrize("replace", [False, True])
def test_a_name_without_suffix_replaces_no_project_unasked(
    studio: Studio, tmp_path: Path, replace: bool
) -> None:
    path = tmp_path / "mine.mlpstudio"
    path.write_bytes(b"another project")
    seen: list[str] = []
    buttons = QMessageBox.StandardButton
    typing = type_into_file_dialog(studio.window, path.with_suffix(""))
    clicking = answer(studio.window, buttons.Yes if replace else buttons.No, seen)
    assert studio.window.project.save_as() is replace
    assert not typing.isActive()
    assert not clicking.isActive()
    assert "mine.mlpstudio" in seen[0]
    assert (path.read_bytes() == b"another project") is not replace
    assert studio.document.path == (path if replace else None)


def test_export(studio: Studio, tmp_path: Path) -> None:
    studio.learn()
    assert studio.window.project.export_weights(tmp_path / "weights")
    assert len(list((tmp_path / "weights").glob("*.npy"))) == 4
    assert "4 arrays" in studio.message()
    (tmp_path / "file").touch()
    assert not studio.window.project.export_weights(tmp_path / "file" / "weights")
    assert "file" in studio.message()


@pytest.mark.parametrize("choice", ["Cancel", "Discard", "Save"])
def test_unsaved_changes_are_not_lost_unasked(studio: Studio, tmp_path: Path, choice: str) -> None:
    path = tmp_path / "kept.mlpstudio"
    studio.parts.files.save(path)
    other = SMALL.training.model_copy(update={"batch_size": 8})
    studio.document.edit("Batch", training=other)
    seen: list[str] = []
    timer = answer(studio.window, QMessageBox.StandardButton[choice], seen)
    closed = studio.window.close()
    assert not timer.isActive()
    assert seen == ["Save the changes to “small” first?"]
    assert closed is (choice != "Cancel")
    assert studio.training._thread.isRunning() is (choice == "Cancel")
    assert (load_project(path).project.training == other) is (choice == "Save")


def test_what_is_saved_may_go_unasked(studio: Studio) -> None:
    assert studio.window.close()


def test_another_template_asks_first_too(studio: Studio) -> None:
    studio.learn()
    seen: list[str] = []
    timer = answer(studio.window, QMessageBox.StandardButton.Cancel, seen)
    studio.window.project.use_template(template("egg-crate"))
    assert not timer.isActive()
    assert studio.document.project == SMALL


def test_recent_projects(studio: Studio, tmp_path: Path) -> None:
    path = tmp_path / "kept.mlpstudio"
    studio.learn()
    studio.parts.files.save(path)
    studio.document.open(template("egg-crate").project)
    recent = next(
        action.menu()
        for action in studio.window.menuBar().actions()[0].menu().actions()
        if "recent" in action.text()
    )
    recent.aboutToShow.emit()
    (entry,) = recent.actions()
    assert entry.text() == "kept.mlpstudio"
    entry.trigger()
    assert studio.document.project == SMALL
    assert studio.document.path == path


def test_the_window_comes_back_where_it_was(
    studio: Studio, qtbot: QtBot, app_settings: Settings
) -> None:
    studio.window.resize(1111, 640)
    studio.window.close()
    again = MainWindow(studio.parts)
    qtbot.addWidget(again)
    assert again.height() == 640  # the width may be that of a small screen


def test_no_column_can_be_lost_at_the_smallest_size(studio: Studio) -> None:
    window = studio.window
    window.resize(1366, 768)
    for panel in (window.data, window.builder, window.plane, window.tabs):
        corner = panel.mapTo(window, QPoint(panel.width(), panel.height()))
        assert panel.isVisible()
        assert 0 < corner.x() <= window.width()
        assert 0 < corner.y() <= window.height()
