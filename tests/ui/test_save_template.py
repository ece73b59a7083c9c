"""*Save as template…* and *Rename…*: typed by a person, nothing replaced unasked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from mlp_studio.core.templates import TEMPLATES
from mlp_studio.storage.own_templates import find_template, own_templates, save_template
from mlp_studio.ui.start.template_dialog import TemplateDialog
from tests.ui.window_studio import SMALL, Studio, answer

BUTTONS = QMessageBox.StandardButton


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MLP_STUDIO_HOME", str(tmp_path / "home"))
    return tmp_path


@pytest.fixture
def studio(home: Path, window_studio: Studio) -> Studio:
    return window_studio


def in_dialog(studio: Studio, person: Callable[[TemplateDialog], None]) -> QTimer:
    """Let a person act in the next dialog; the caller keeps the timer."""
    timer = QTimer(studio.window)

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, TemplateDialog):
            timer.stop()
            person(dialog)

    timer.timeout.connect(look)
    timer.start(10)
    return timer


def retype(dialog: TemplateDialog, title: str, about: str | None = None) -> None:
    for field, words in ((dialog.title, title), (dialog.about, about)):
        if words is not None:
            field.selectAll()
            QTest.keyClick(field, Qt.Key.Key_Delete)
            QTest.keyClicks(field, words)


def click(dialog: TemplateDialog) -> None:
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)


def test_the_project_becomes_a_template(studio: Studio) -> None:
    studio.learn()

    def person(dialog: TemplateDialog) -> None:
        assert dialog.title.text() == "small"
        assert dialog.about.text() == "2 → 8 ReLU → 1 sigmoid"
        assert not dialog.picture.pixmap().isNull()
        retype(dialog, "Lesson 1", "Two spirals.")
        QTest.keyClick(dialog.about, Qt.Key.Key_Return)

    timer = in_dialog(studio, person)
    studio.window.actions_by_id["save_template"].trigger()
    assert not timer.isActive()
    kept = find_template("lesson-1")
    assert kept.project == SMALL.model_copy(update={"name": "Lesson 1"})
    assert str(kept.description) == "Two spirals."
    assert "Lesson 1" in studio.message()
    assert studio.document.project == SMALL  # a copy: the open project is what it was
    assert studio.document.snapshot is not None


def test_a_built_in_template_gets_a_name_that_may_be(studio: Studio) -> None:
    studio.document.open(TEMPLATES["egg-crate"].project)

    def person(dialog: TemplateDialog) -> None:
        assert dialog.title.text() == "My Function · egg crate"
        assert dialog.save.isEnabled()
        click(dialog)

    timer = in_dialog(studio, person)
    studio.window.actions_by_id["save_template"].trigger()
    assert not timer.isActive()
    assert find_template("my-function-egg-crate").project.network.input_shape == (2,)


def test_names_that_cannot_be_are_said_at_once(studio: Studio) -> None:
    def person(dialog: TemplateDialog) -> None:
        retype(dialog, "Egg crate")
        assert not dialog.save.isEnabled()
        assert "built-in" in dialog.trouble.text()
        retype(dialog, "")
        assert not dialog.save.isEnabled()
        retype(dialog, "egg crates")
        assert dialog.save.isEnabled()
        assert dialog.trouble.text() == ""
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    timer = in_dialog(studio, person)
    studio.window.actions_by_id["save_template"].trigger()
    assert not timer.isActive()
    assert own_templates().templates == ()


@pytest.mark.parametrize("replace", [False, True])
def test_another_of_that_name_is_replaced_only_when_told_so(studio: Studio, replace: bool) -> None:
    before = save_template(TEMPLATES["egg-crate"].project, "Mine", "first")
    seen: list[str] = []
    boxes: list[QTimer] = []

    def person(dialog: TemplateDialog) -> None:
        retype(dialog, "mine", "second")
        assert "will ask" in dialog.trouble.text()
        boxes.append(answer(studio.window, BUTTONS.Yes if replace else BUTTONS.No, seen))
        click(dialog)
        assert dialog.isVisible() is not replace
        dialog.reject()

    timer = in_dialog(studio, person)
    studio.window.actions_by_id["save_template"].trigger()
    assert not timer.isActive()
    assert not boxes[0].isActive()
    assert "Mine" in seen[0]
    (kept,) = own_templates().templates
    if replace:
        assert str(kept.description) == "second"
    else:
        assert kept == before


def test_renaming_from_the_start_page(studio: Studio) -> None:
    save_template(SMALL, "One", "first")
    save_template(SMALL, "Two", "second")
    studio.window.actions_by_id["new"].trigger()
    page = studio.window.start.page
    studio.until(lambda: page.isVisible() and page.grid.hasFocus())

    def person(dialog: TemplateDialog) -> None:
        retype(dialog, "two")
        assert not dialog.save.isEnabled()
        assert "called so" in dialog.trouble.text()
        retype(dialog, "Three", "third")
        click(dialog)

    timer = in_dialog(studio, person)
    QTest.keyClick(page.grid, Qt.Key.Key_F2)
    assert not timer.isActive()
    shown = [page.grid.cards.index(row).data() for row in range(3)]
    assert shown == ["Three", "Two", "Built-in digits"]
    assert str(find_template("three").description) == "third"
    studio.until(lambda: not studio.parts.jobs.busy)
    page.reject()
