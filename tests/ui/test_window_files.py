"""The window and the disk: saving, opening, exporting, coming back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QMainWindow, QMessageBox
from pytestqt.qtbot import QtBot

from mlp_studio.core.templates import template
from mlp_studio.storage.project_file import load_project
from mlp_studio.studio.settings import Settings
from mlp_studio.ui.window.screen import Placement
from tests.ui.window_studio import (
    SMALL,
    Studio,
    answer,
    type_into_file_dialog,
)


@pytest.fixture
def studio(window_studio: Studio) -> Studio:
    return window_studio


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


def test_the_window_comes_back_where_it_was(studio: Studio, qtbot: QtBot, tmp_path: Path) -> None:
    studio.window.resize(1111, 640)
    studio.window.close()
    again = QMainWindow()
    qtbot.addWidget(again)
    Placement(
        again, Settings(tmp_path / "config" / "settings.json")
    )  # as the next start reads them
    assert again.size() == QSize(1111, 640)


def test_no_column_can_be_lost_at_the_smallest_size(studio: Studio) -> None:
    window = studio.window
    window.resize(1366, 768)
    for panel in (window.data, window.builder, window.plane, window.tabs):
        corner = panel.mapTo(window, QPoint(panel.width(), panel.height()))
        assert panel.isVisible()
        assert 0 < corner.x() <= window.width()
        assert 0 < corner.y() <= window.height()
