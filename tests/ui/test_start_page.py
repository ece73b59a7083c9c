"""The start page under a real mouse and keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView, QMessageBox

from mlp_studio.core.templates import TEMPLATES
from mlp_studio.core.training import Adam
from mlp_studio.storage.own_templates import save_template, templates_folder
from mlp_studio.ui.start.gallery import TEMPLATE_ROLE
from mlp_studio.ui.start.page import StartPage
from tests.ui.window_studio import SMALL, Studio, answer

NAMES = list(TEMPLATES)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MLP_STUDIO_HOME", str(tmp_path / "home"))
    return tmp_path


@pytest.fixture
def studio(home: Path, window_studio: Studio) -> Studio:
    return window_studio


def open_page(studio: Studio) -> StartPage:
    studio.press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    page = studio.window.start.page
    studio.until(lambda: page.isVisible() and page.grid.hasFocus())
    studio.until(lambda: not studio.parts.jobs.busy)
    return page


def press(view: QListView, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(view, key)


def click_row(view: QListView, row: int, at: QPoint | None = None) -> None:
    index = view.model().index(row, 0)
    view.scrollTo(index)
    place = at or view.visualRect(index).center()
    QTest.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place
    )


def titles(view: QListView) -> list[str]:
    model = view.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


# --- templates -----------------------------------------------------------------------------


def test_arrows_and_enter_begin_with_a_template(studio: Studio) -> None:
    page = open_page(studio)
    assert len(titles(page.grid)) == len(TEMPLATES)
    assert page.grid.currentIndex().data(TEMPLATE_ROLE).name == NAMES[0]
    columns = page.grid.viewport().width() // page.grid.card.size.width()
    assert columns >= 3
    press(page.grid, Qt.Key.Key_Right, Qt.Key.Key_Down)
    wanted = TEMPLATES[NAMES[1 + columns]]
    assert page.grid.currentIndex().data(TEMPLATE_ROLE) == wanted
    press(page.grid, Qt.Key.Key_Return)
    assert not page.isVisible()
    assert studio.document.project == wanted.project


def test_escape_leads_back_to_the_project(studio: Studio) -> None:
    page = open_page(studio)
    press(page.grid, Qt.Key.Key_Right, Qt.Key.Key_Escape)
    assert not page.isVisible()
    assert studio.document.project == SMALL


def test_typing_finds_a_title(studio: Studio) -> None:
    page = open_page(studio)
    QTest.keyClicks(page.grid, "Function")
    assert page.grid.currentIndex().data(TEMPLATE_ROLE).name == "egg-crate"


def test_a_click_begins_and_nothing_is_lost_unasked(studio: Studio) -> None:
    page = open_page(studio)
    press(page.grid, Qt.Key.Key_Escape)
    other = SMALL.training.model_copy(update={"optimizer": Adam(learning_rate=0.5)})
    studio.document.edit("Rate", training=other)
    open_page(studio)
    seen: list[str] = []
    timer = answer(studio.window, QMessageBox.StandardButton.Cancel, seen)
    click_row(page.grid, 3)
    assert not timer.isActive()
    assert studio.document.training == other
    open_page(studio)
    timer = answer(studio.window, QMessageBox.StandardButton.Discard, seen)
    click_row(page.grid, 3)
    assert not timer.isActive()
    assert studio.document.project == TEMPLATES[NAMES[3]].project


def test_both_entries_show_the_page_and_everything_is_reachable_by_tab(studio: Studio) -> None:
    studio.window.actions_by_id["start_page"].trigger()
    page = studio.window.start.page
    studio.until(lambda: page.isVisible() and page.grid.hasFocus())
    assert page.width() <= studio.window.width()
    assert page.height() <= studio.window.height()
    seen = []
    for _ in range(4):
        seen.append(page.focusWidget())
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    assert seen[0] is page.grid
    assert {page.open_button, page.architecture_button} <= set(seen)
    page.reject()


# --- recent projects -----------------------------------------------------------------------


def test_recent_projects(studio: Studio, tmp_path: Path) -> None:
    kept, gone = tmp_path / "kept.mlpstudio", tmp_path / "gone.mlpstudio"
    for path in (gone, kept):
        studio.parts.files.save(path)
    gone.unlink()
    studio.document.open(TEMPLATES["egg-crate"].project)
    page = open_page(studio)
    assert titles(page.recent) == ["kept", "gone"]
    words = [page.recent.entries.words(each) for each in page.recent.entries._entries]
    assert words[0].startswith("Today")
    assert words[1] == "Not there any more"
    page.recent.setFocus()
    click_row(page.recent, 1)
    assert page.isVisible()  # there is nothing to open
    row = page.recent.visualRect(page.recent.entries.index(1))
    click_row(page.recent, 1, page.recent.row.cross_in(row).center())
    studio.until(lambda: titles(page.recent) == ["kept"])
    assert studio.parts.settings.values.recent == [str(kept)]
    click_row(page.recent, 0)
    assert not page.isVisible()
    assert studio.document.path == kept
    open_page(studio)
    page.recent.setFocus()
    press(page.recent, Qt.Key.Key_Delete)
    assert studio.parts.settings.values.recent == []
    assert kept.exists()  # only the list forgets it
    studio.until(lambda: not studio.parts.jobs.busy)
    page.reject()


# --- own templates -------------------------------------------------------------------------


def test_an_own_template_is_removed_and_brought_back(studio: Studio) -> None:
    save_template(SMALL, "Mine", "For the {first} lesson.")
    page = open_page(studio)
    assert titles(page.grid)[:2] == ["Mine", "Built-in digits"]
    press(page.grid, Qt.Key.Key_Delete)
    assert len(titles(page.grid)) == len(TEMPLATES)
    assert "Mine" in page._removed_words.text()
    QTest.mouseClick(page.undo, Qt.MouseButton.LeftButton)
    assert titles(page.grid)[0] == "Mine"
    assert not page.removed.isVisible()
    press(page.grid, Qt.Key.Key_Right, Qt.Key.Key_Delete)  # built in: stays
    assert len(titles(page.grid)) == len(TEMPLATES) + 1
    page.reject()


def test_the_dots_of_an_own_template_open_its_menu(studio: Studio) -> None:
    save_template(SMALL, "Mine")
    page = open_page(studio)
    cell = page.grid.visualRect(page.grid.cards.index(0))
    click_row(page.grid, 0, page.grid.card.more_in(cell).center())
    assert page.isVisible()
    menu = page.grid.findChild(type(studio.window._templates))
    assert menu.isVisible()
    remove = next(a for a in menu.actions() if a.text() == "Remove")
    QTest.mouseClick(
        menu, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
        menu.actionGeometry(remove).center(),
    )  # fmt: skip
    assert titles(page.grid)[0] == "Built-in digits"
    page.reject()


def test_a_broken_template_is_told(studio: Studio) -> None:
    save_template(SMALL, "Mine")
    (templates_folder() / "spoilt.mlpstudio").write_bytes(b"half")
    page = open_page(studio)
    assert titles(page.grid)[0] == "Mine"
    assert page.broken.isVisible()
    assert "spoilt.mlpstudio" in page.broken.text()
    page.reject()


def test_own_templates_are_in_the_menu_with_pictures(studio: Studio) -> None:
    save_template(SMALL, "Mine")
    menu = studio.window._templates
    menu.aboutToShow.emit()
    first = menu.actions()[0]
    assert (first.objectName(), first.text()) == ("template_mine", "Mine")
    pictures = [a for a in menu.actions() if a.objectName().startswith("template_")]
    assert len(pictures) == len(TEMPLATES) + 1
    assert not any(action.icon().isNull() for action in pictures)
    first.trigger()
    assert studio.document.project == SMALL.model_copy(update={"name": "Mine"})
