"""Kept runs: in the project, in no other, with undo, and after a crash."""

from __future__ import annotations

import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from mlp_studio.core.errors import StudioError
from mlp_studio.core.project import ProjectSpec
from mlp_studio.storage.project_file import load_project
from mlp_studio.storage.runs import FILM, HISTORY, INDEX, KeptRun
from mlp_studio.studio.document import Document
from mlp_studio.studio.files import Files
from mlp_studio.studio.runs import Runs
from mlp_studio.studio.settings import Settings
from tests.studio.kept import made_up, parts_of, write_many


class Desk:
    """A document with its runs, and the files they are saved in."""

    def __init__(self, project: ProjectSpec, folder: Path) -> None:
        self.folder = folder
        self.document = Document(project)
        self.runs = Runs(self.document, root=folder / "open")
        self.files = Files(self.document, Settings(folder / "settings.json"), list, runs=self.runs)

    def train(self, number: int) -> KeptRun:
        """Keep a run as if it had been trained."""
        run = made_up(self.document.project, number)
        run = self.runs.prepare().add(run, parts_of(run))
        self.runs.add(run)
        return run

    def delete(self, *numbers: int) -> None:
        self.runs.edit("Delete", {f"{number:08x}": None for number in numbers})

    @property
    def numbers(self) -> list[int]:
        return [run.number for run in self.runs.all]

    def whole(self) -> bool:
        """Whether every part of every run can be read."""
        for run in self.runs.all:
            assert len(self.runs.history(run)) == 3
            assert set(self.runs.weights(run, run.kept_epochs[0])) == {"dense", "output"}
            for part, size in run.parts.items():
                assert len(self.runs.read(run, part)) == size
        return True


@pytest.fixture
def desk(qtbot: QtBot, project: ProjectSpec, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(project, tmp_path)
    yield made
    made.runs.close()


def test_a_run_is_on_the_disk_before_the_project_is_saved(desk: Desk) -> None:
    run = desk.train(1)
    assert desk.document.modified
    assert desk.runs.size == run.size > 0
    assert desk.whole()


def test_saved_and_opened_again(desk: Desk, tmp_path: Path) -> None:
    first = desk.train(1)
    path = tmp_path / "a.mlpstudio"
    desk.files.save(path)
    desk.train(2)
    desk.files.save(path)
    assert not list(desk.runs.workspace.folder.rglob("*.npz"))  # no part is kept twice
    desk.files.open(path)
    assert desk.numbers == [1, 2]
    assert desk.runs.get(first.id) == first
    assert desk.whole()
    assert not desk.document.modified


def test_saving_again_writes_only_what_is_new(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "a.mlpstudio"
    for number in range(1, 9):
        desk.train(number)
    desk.files.save(path)
    before = path.read_bytes()
    desk.train(9)
    desk.files.save(path)
    after = path.read_bytes()
    assert after.startswith(before)
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None


def test_another_project_has_none_of_them(desk: Desk, project: ProjectSpec) -> None:
    desk.train(1)
    folder = desk.runs.workspace.folder
    desk.document.open(project)
    assert desk.numbers == []
    assert not folder.exists()


def test_saved_elsewhere_they_are_in_both_files(desk: Desk, tmp_path: Path) -> None:
    desk.train(1)
    desk.files.save(tmp_path / "a.mlpstudio")
    desk.train(2)
    desk.files.save(tmp_path / "b.mlpstudio")
    assert [run.number for run in load_project(tmp_path / "a.mlpstudio").runs.runs] == [1]
    desk.files.open(tmp_path / "b.mlpstudio")
    assert desk.numbers == [1, 2]
    assert desk.whole()


def test_what_undo_brings_back_after_saving_is_whole(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "a.mlpstudio"
    desk.train(1)
    desk.train(2)
    desk.files.save(path)
    desk.delete(1)
    desk.files.save(path)
    assert [run.number for run in load_project(path).runs.runs] == [2]
    desk.document.undo_stack.undo()
    assert desk.numbers == [1, 2]
    assert desk.whole()
    desk.files.save(path)
    desk.files.open(path)
    assert desk.numbers == [1, 2]
    assert desk.whole()


def test_only_the_best_weights_stay_until_undo(desk: Desk, tmp_path: Path) -> None:
    run = desk.train(1)
    desk.runs.edit("Best", {run.id: run.only_best()})
    assert desk.runs.get(run.id).kept_epochs == (2,)
    assert desk.runs.size < run.size
    desk.files.save(tmp_path / "a.mlpstudio")
    desk.document.undo_stack.undo()
    assert desk.runs.get(run.id) == run
    assert set(desk.runs.weights(run, 3)) == {"dense", "output"}


def test_a_film_comes_later(desk: Desk) -> None:
    run = desk.train(1)
    size = desk.runs.workspace.add_part(run.id, FILM, b"film")
    desk.runs.add_part(run.id, FILM, size)
    assert desk.runs.read(desk.runs.get(run.id), FILM) == b"film"


def test_after_a_crash_the_runs_of_an_unsaved_project_are_found(
    desk: Desk, project: ProjectSpec, tmp_path: Path, qtbot: QtBot
) -> None:
    desk.train(1)
    last = desk.train(2)
    torn = desk.runs.workspace.folder / "00000003"
    torn.mkdir()
    (torn / "record.json").write_text('{"id": "00000003", "na')
    lock, desk.runs._lock = desk.runs._lock, None  # the program is gone
    assert lock is not None
    lock.unlock()
    again = Desk(project, tmp_path)
    (left,) = again.runs.leftovers()
    assert left.project is None
    assert [run.number for run in left.runs] == [1, 2]
    again.runs.recover(left)
    assert again.numbers == [1, 2]
    assert again.whole()
    assert again.document.modified
    snapshot = again.document.snapshot
    assert snapshot is not None
    assert snapshot.epoch == last.weights_epoch
    assert again.runs.leftovers() == []
    again.runs.close()


def test_a_program_that_was_killed_leaves_its_runs(
    project: ProjectSpec, tmp_path: Path, qtbot: QtBot
) -> None:
    code = (
        "import os, sys; from pathlib import Path; from PySide6.QtCore import QCoreApplication\n"
        "app = QCoreApplication([])\n"
        "from tests.studio.test_runs import Desk; from tests.ui.window_studio import SMALL\n"
        "Desk(SMALL, Path(sys.argv[1])).train(1); os._exit(9)"
    )
    root = Path(__file__).parents[2]
    killed = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], cwd=root, capture_output=True, check=False
    )
    assert killed.returncode == 9, killed.stderr
    desk = Desk(project, tmp_path)
    (left,) = desk.runs.leftovers()
    desk.runs.recover(left)
    assert desk.numbers == [1]
    assert desk.whole()
    desk.runs.close()


def test_after_a_crash_a_saved_project_has_its_unsaved_runs_again(
    desk: Desk, project: ProjectSpec, tmp_path: Path
) -> None:
    path = tmp_path / "a.mlpstudio"
    desk.train(1)
    desk.files.save(path)
    desk.train(2)
    lock, desk.runs._lock = desk.runs._lock, None
    assert lock is not None
    lock.unlock()
    again = Desk(project, tmp_path)
    again.files.open(path)
    assert again.numbers == [1, 2]
    assert again.document.modified
    assert again.whole()
    again.runs.close()


def test_a_window_that_lives_keeps_its_runs_to_itself(
    desk: Desk, project: ProjectSpec, tmp_path: Path
) -> None:
    desk.train(1)
    other = Desk(project, tmp_path)
    assert other.runs.leftovers() == []
    other.runs.close()
    assert desk.whole()


def test_two_windows_on_one_file_lose_nothing(
    desk: Desk, project: ProjectSpec, tmp_path: Path
) -> None:
    path = tmp_path / "a.mlpstudio"
    desk.train(1)
    desk.train(2)
    desk.files.save(path)
    other = Desk(project, tmp_path)
    other.files.open(path)
    other.train(3)
    other.files.save(path)
    desk.delete(1)
    desk.train(4)
    desk.files.save(path)
    assert desk.numbers == [2, 3, 4]
    desk.files.open(path)
    assert desk.numbers == [2, 3, 4]
    assert desk.whole()
    other.runs.close()


def test_a_run_of_a_later_version_is_kept_though_it_can_not_be_read(
    desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "a.mlpstudio"
    run = desk.train(1)
    desk.files.save(path)
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    later = b'{"runs":[{"id":"ffffffff","wonder":1},' + members[INDEX].split(b"[", 1)[1]
    with zipfile.ZipFile(path, "w") as archive:
        wonder = {"runs/ffffffff/wonder.bin": b"42", "runs/../../evil": b"out of its folder"}
        for name, data in (members | {INDEX: later} | wonder).items():
            archive.writestr(name, data)
    desk.files.open(path)
    assert desk.numbers == [1]
    desk.runs.edit("Star", {run.id: run.model_copy(update={"starred": True})})
    desk.files.save(path)
    with zipfile.ZipFile(path) as archive:
        assert archive.read("runs/ffffffff/wonder.bin") == b"42"
    assert not list(tmp_path.rglob("evil"))
    (unread,) = load_project(path).runs.unread
    assert unread == {"id": "ffffffff", "wonder": 1}


def test_a_part_that_is_gone_is_told(desk: Desk) -> None:
    run = desk.train(1)
    desk.runs.workspace.path(run.id, HISTORY).unlink()
    with pytest.raises(StudioError, match="no longer where it was"):
        desk.runs.read(run, HISTORY)


STEPS = st.lists(
    st.sampled_from(["train", "delete", "best", "star", "undo", "redo", "save", "open"]),
    max_size=14,
)


@given(steps=STEPS)
@settings(max_examples=25)
def test_whatever_is_done_every_run_is_whole_and_undo_leads_back(
    qapp: object, tmp_path_factory: pytest.TempPathFactory, steps: list[str]
) -> None:
    from tests.ui.window_studio import SMALL

    folder = tmp_path_factory.mktemp("runs")
    desk, path, made = Desk(SMALL, folder), folder / "a.mlpstudio", 0
    stack, saved = desk.document.undo_stack, False
    for step in steps:
        runs = desk.runs.all
        if step == "train":
            made += 1
            desk.train(made)
        elif step == "save":
            desk.files.save(path)
            saved = True
        elif step == "open" and saved:
            desk.files.save(path)
            before = desk.runs.all
            desk.files.open(path)
            assert desk.runs.all == before
        elif step == "undo":
            stack.undo()
        elif step == "redo":
            stack.redo()
        elif runs and step == "delete":
            before = desk.runs.all
            desk.delete(runs[0].number)
            assert len(desk.runs) == len(runs) - 1
            stack.undo()
            assert desk.runs.all == before
            stack.redo()
        elif runs and step == "best":
            desk.runs.edit("Best", {runs[-1].id: runs[-1].only_best()})
        elif runs and step == "star":
            starred = runs[-1].model_copy(update={"starred": not runs[-1].starred})
            desk.runs.edit("Star", {starred.id: starred})
        assert desk.whole()
    desk.runs.close()
    assert not list((folder / "open").glob("*"))


def test_five_hundred_runs_open_at_once(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "many.mlpstudio"
    write_many(path, desk.document.project, 500, tmp_path / "parts")
    began = time.perf_counter()
    desk.files.open(path)
    opening = time.perf_counter() - began
    assert len(desk.runs) == 500
    assert opening < 2.0
    assert np.isclose(desk.runs.all[-1].scores["accuracy"], 0.75)
    desk.train(501)
    size = path.stat().st_size
    desk.files.save(path)
    assert path.stat().st_size - size < 0.3 * size  # its index and directory, not its runs
