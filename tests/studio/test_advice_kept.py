"""Dismissed hints are part of the saved project and of no step of undo."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from mlp_studio.core.errors import StudioError
from mlp_studio.core.project import ProjectSpec
from mlp_studio.core.templates import template
from mlp_studio.storage.project_file import SavedProject, load_project, save_project
from mlp_studio.studio.advice import Advice
from mlp_studio.studio.document import Document
from mlp_studio.studio.files import Files
from mlp_studio.studio.settings import Settings


@pytest.fixture
def fast(project: ProjectSpec) -> ProjectSpec:
    """A project with a hint: its rate is far too high."""
    optimizer = project.training.optimizer.model_copy(update={"learning_rate": 5.0})
    training = project.training.model_copy(update={"optimizer": optimizer})
    return project.model_copy(update={"training": training})


@pytest.fixture
def document(fast: ProjectSpec) -> Document:
    return Document(fast)


@pytest.fixture
def advice(document: Document) -> Advice:
    return Advice(document)


@pytest.fixture
def files(document: Document, advice: Advice, tmp_path: Path) -> Files:
    files = Files(
        document, Settings(tmp_path / "s.json"), list, dismissed=lambda: advice.dismissed_keys
    )
    files.dismissed_opened.connect(advice.take)
    return files


def test_they_come_back_with_the_project(
    document: Document, advice: Advice, files: Files, tmp_path: Path
) -> None:
    count = len(advice.hints)
    assert count > 0
    hint = advice.hints[0]
    path = tmp_path / "p.mlpstudio"
    files.save(path)
    assert not document.modified
    advice.dismiss(hint)
    assert document.modified  # there is something to save
    files.save(path)
    assert not document.modified
    files.use_template(template("spirals-6"))
    assert advice.dismissed_keys == ()
    files.open(path)
    assert not document.modified
    assert hint.key not in {shown.key for shown in advice.hints}
    assert (len(advice.hints), advice.dismissed) == (count - 1, 1)
    advice.restore()
    assert len(advice.hints) == count
    assert document.modified
    files.save(path)
    assert load_project(path).dismissed == ()


def test_undo_is_not_disturbed(document: Document, advice: Advice) -> None:
    slow = document.training.model_copy(update={"epochs": 7})
    document.edit("Seven epochs", training=slow)
    advice.dismiss(advice.hints[0])
    assert document.undo_stack.count() == 1
    assert document.undo_stack.undoText() == "Seven epochs"
    keys = advice.dismissed_keys
    document.undo_stack.undo()
    assert advice.dismissed_keys == keys
    assert document.modified
    document.undo_stack.redo()
    assert advice.dismissed_keys == keys


def test_a_dismissal_outlives_what_mends_the_hint_for_a_while(
    document: Document, advice: Advice
) -> None:
    hint = advice.hints[0]
    assert hint.repair is not None
    advice.dismiss(hint)
    document.edit("Mend", training=hint.repair.training, network=hint.repair.network)
    assert advice.dismissed == 0
    assert advice.dismissed_keys == (hint.key,)
    document.undo_stack.undo()
    assert advice.dismissed == 1


def test_files_of_earlier_versions_open(fast: ProjectSpec, tmp_path: Path) -> None:
    path = tmp_path / "old.mlpstudio"
    save_project(path, SavedProject(fast))
    with zipfile.ZipFile(path) as archive:
        assert "dismissed_hints" not in json.loads(archive.read("project.json"))
    assert load_project(path).dismissed == ()


@pytest.mark.parametrize("given", [3, "rate", [["rate"]], [["rate", 3]], ["rate", ""], {"a": 1}])
def test_what_is_no_list_of_dismissals_is_refused(
    fast: ProjectSpec, tmp_path: Path, given: object
) -> None:
    path = tmp_path / "p.mlpstudio"
    head = {"format": 1, "project": fast.model_dump(mode="json"), "dismissed_hints": given}
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("project.json", json.dumps(head))
    with pytest.raises(StudioError, match="dismissed_hints"):
        load_project(path)
