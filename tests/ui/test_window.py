"""The real window, built as the program builds it, under a real mouse and keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QPushButton,
    QWidget,
)

from mlp_studio.core.errors import StudioError
from mlp_studio.core.events import RunFinished
from mlp_studio.core.layers import Dense
from mlp_studio.core.templates import TEMPLATES, template
from mlp_studio.core.text import text
from mlp_studio.core.training import Adam
from mlp_studio.studio.settings import Settings
from mlp_studio.ui.tour.hand import Hand
from tests.ui.window_studio import (
    ENDLESS,
    FEW_DIGITS,
    SMALL,
    Studio,
)


@pytest.fixture
def studio(window_studio: Studio) -> Studio:
    return window_studio


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


def test_back_to_the_best_epoch_and_forth(studio: Studio) -> None:
    action, document = studio.window.actions_by_id["best_weights"], studio.document
    assert not action.isEnabled()
    wild = {"optimizer": Adam(learning_rate=0.5), "epochs": 20}
    document.edit("Wild", training=SMALL.training.model_copy(update=wild))
    studio.wait()
    studio.click("train")
    studio.until(lambda: studio.window.result.text() != "")
    losses = [event.logs["val_loss"] for event in studio.training.history]
    best = studio.training.history[losses.index(min(losses))]
    last, told = document.snapshot, studio.window.result.text()
    assert last is not None
    assert best.epoch < last.epoch
    assert action.isEnabled()
    studio.press(
        Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert document.snapshot is best.snapshot
    assert not action.isEnabled()
    accuracy = f"accuracy {best.logs['val_accuracy']:.4f}"
    studio.until(lambda: accuracy in studio.window.result.text())
    studio.click("undo")
    assert document.snapshot is last
    assert action.isEnabled()
    studio.until(lambda: studio.window.result.text() == told)


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


def test_the_device_explains_itself_also_after_a_run(studio: Studio, tmp_path: Path) -> None:
    bar = studio.window.toolbar
    hand = Hand(studio.window, tmp_path)
    for _ in range(2):
        studio.click("one_epoch")
        studio.until(lambda: studio.training.state == "idle")
        assert "CPU" in bar.device.text() or "GPU" in bar.device.text()
        explain = next(a for a in bar.devices.actions() if a.objectName() == "device_explain")
        hand.choose(bar.device, bar.devices, explain)
        studio.until(lambda: "raining" in studio.message())
        QTest.keyClick(studio.window, Qt.Key.Key_Escape)


def test_a_device_is_chosen_kept_and_used(studio: Studio, tmp_path: Path) -> None:
    bar, settings = studio.window.toolbar, studio.parts.settings
    hand = Hand(studio.window, tmp_path)

    def entries() -> dict[str, bool]:
        found = [action for action in bar.devices.actions() if action.isCheckable()]
        return {action.objectName(): action.isChecked() for action in found}

    gpus = [device.name for device in studio.training.devices if device.kind == "gpu"]
    assert list(entries()) == ["device_auto", "device_cpu", *(f"device_{name}" for name in gpus)]
    assert [name for name, on in entries().items() if on] == ["device_auto"]
    cpu = next(a for a in bar.devices.actions() if a.objectName() == "device_cpu")
    assert cpu.text().startswith("CPU · ")
    hand.choose(bar.device, bar.devices, cpu)
    assert [name for name, on in entries().items() if on] == ["device_cpu"]
    assert settings.values.device == "cpu"
    assert Settings(settings._path).values.device == "cpu"  # written
    studio.click("one_epoch")
    studio.until(lambda: studio.training.state == "idle")
    assert studio.training.device_in_use.startswith("CPU")


def test_a_gpu_that_is_gone_is_told_and_another_device_trains(
    studio: Studio, tmp_path: Path
) -> None:
    bar = studio.window.toolbar
    studio.parts.settings.set("device", "GPU:42")
    bar.devices.fill()
    gone = next(a for a in bar.devices.actions() if a.objectName() == "device_GPU:42")
    assert gone.isChecked()
    assert "not there" in gone.text()
    studio.click("train")
    studio.until(lambda: studio.training.state == "idle" and "GPU" in bar.progress.words)
    assert studio.training.history == []
    auto = next(a for a in bar.devices.actions() if a.objectName() == "device_auto")
    Hand(studio.window, tmp_path).choose(bar.device, bar.devices, auto)
    studio.click("one_epoch")
    studio.until(lambda: len(studio.training.history) == 1 and studio.training.state == "idle")


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
    names = [action.objectName() for action in menu.actions() if not action.isSeparator()]
    assert names == [*(f"template_{name}" for name in TEMPLATES), "start_page"]
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


def test_no_two_actions_have_the_same_shortcut(window_studio: Studio) -> None:
    keys = [
        key.toString()
        for action in window_studio.window.actions_by_id.values()
        for key in action.shortcuts()
    ]
    assert len(keys) == len(set(keys)), sorted(keys)
