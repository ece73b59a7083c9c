"""Runs in the whole window: kept, compared, brought back, queued, saved, recovered."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from mlp_studio.app import make_parts
from mlp_studio.core.templates import TEMPLATES
from mlp_studio.storage.project_file import load_project
from mlp_studio.ui.runs.recovery import offer_recovery
from tests.ui.window_studio import SMALL, Studio, answer

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def studio(window_studio: Studio) -> Studio:
    return window_studio


def test_trained_seen_brought_back_and_saved(studio: Studio, tmp_path: Path) -> None:
    studio.wait()
    panel = studio.window.tabs.runs
    studio.press(Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert panel.isVisible()
    studio.click("train")
    studio.until(lambda: panel.table.proxy.rowCount() == 1)
    first = studio.document.snapshot
    studio.click("new_weights")
    studio.click("train")
    studio.until(lambda: panel.table.proxy.rowCount() == 2)
    (run, _second) = studio.parts.runs.all
    panel.table.select([run.id])
    assert len(panel.compare.plot.curves) == 1
    QTest.keyClick(panel.table, Qt.Key.Key_Return)
    assert first is not None
    assert studio.document.snapshot is not None
    assert studio.document.snapshot.epoch == first.epoch == 3
    assert studio.document.undo_stack.undoText() == "Go back to Run 1"
    studio.until(lambda: not studio.parts.film.busy)
    path = tmp_path / "kept.mlpstudio"
    studio.parts.files.save(path)
    assert [kept.number for kept in load_project(path).runs.runs] == [1, 2]


def test_the_queue_is_filled_and_trained_by_hand(studio: Studio) -> None:
    studio.wait()
    tabs = studio.window.tabs
    tabs.show_runs()
    panel = tabs.runs
    assert not panel.queue_bar.isVisible()
    QTest.mouseClick(panel.queue_button, LEFT)
    dialog = panel._dialog
    assert dialog is not None
    assert dialog.isVisible()
    dialog.seeds.setValue(2)
    QTest.mouseClick(dialog.add, LEFT)
    assert dialog.waiting.count() == 2
    assert "seed 1" in dialog.waiting.item(1).text()
    dialog.what.setCurrentIndex(dialog.what.findData("exercise"))
    dialog.seeds.setValue(1)
    QTest.mouseClick(dialog.add, LEFT)
    assert dialog.waiting.count() == 6
    dialog.waiting.setCurrentRow(1)
    QTest.mouseClick(dialog.up, LEFT)
    assert "seed 1" in dialog.waiting.item(0).text()
    dialog.waiting.clearSelection()
    for row in range(2, 6):
        dialog.waiting.item(row).setSelected(True)
    QTest.keyClick(dialog.waiting, Qt.Key.Key_Delete)
    assert dialog.waiting.count() == 2
    QTest.mouseClick(dialog.start, LEFT)
    assert panel.queue_bar.isVisible()
    studio.until(lambda: len(studio.parts.runs) == 2 and not studio.parts.queue.active)
    assert [run.project.training.seed for run in studio.parts.runs.all] == [1, 0]
    assert not panel.queue_bar.isVisible()
    assert "Runs kept: 2" in studio.message()
    dialog.close()


def test_a_run_is_trained_again_with_another_seed(studio: Studio) -> None:
    studio.wait()
    tabs = studio.window.tabs
    tabs.show_runs()
    studio.click("train")
    studio.until(lambda: len(studio.parts.runs) == 1)
    panel = tabs.runs
    panel.table.select([studio.parts.runs.all[0].id])
    menu = panel.table.make_menu()
    next(action for action in menu.actions() if action.objectName() == "enqueue").trigger()
    assert panel.queue_bar.isVisible()
    assert "1 waiting" in panel.queue_bar.strip.words
    QTest.mouseClick(panel.queue_bar.go, LEFT)
    studio.until(lambda: len(studio.parts.runs) == 2)
    assert studio.parts.runs.all[1].project.training.seed == SMALL.training.seed + 1


@pytest.mark.parametrize("choice", ["Open", "Discard", "Cancel"])
def test_after_a_crash_unsaved_runs_are_offered(studio: Studio, choice: str) -> None:
    studio.wait()
    studio.click("train")
    studio.until(lambda: len(studio.parts.runs) == 1)
    runs = studio.parts.runs
    lock, runs._lock = runs._lock, None  # the program is gone
    assert lock is not None
    lock.unlock()
    again = make_parts(studio.parts.document.parent(), studio.parts.settings)  # type: ignore[arg-type]
    again.document.open(TEMPLATES["egg-crate"].project)
    seen: list[str] = []
    buttons = QMessageBox.StandardButton
    timer = answer(studio.window, buttons[choice], seen)
    assert offer_recovery(again.runs, studio.window) is (choice == "Open")
    assert not timer.isActive()
    assert ": 1." in seen[0]
    assert "small" in seen[0]
    assert len(again.runs) == (1 if choice == "Open" else 0)
    assert len(again.runs.leftovers()) == (1 if choice == "Cancel" else 0)
    if choice == "Open":
        assert again.document.network == SMALL.network
        assert again.document.snapshot is not None
    again.queue.close()
    again.training.close()
    again.film.close()
    again.store.cancel()
    again.jobs.close()
    again.runs.close()
