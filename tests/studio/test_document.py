"""The document: every edit is told and can be undone."""

from __future__ import annotations

from typing import Any

import pytest

from mlp_studio.core.datasets import Split
from mlp_studio.core.project import ProjectSpec
from mlp_studio.core.templates import template
from mlp_studio.studio.document import Document
from tests.studio.edits import Heard, trained, widened, wider


def test_an_edit_is_told_undone_and_done_again(document: Document, project: ProjectSpec) -> None:
    heard = Heard(document)
    wider(document, 4)
    assert heard.names == ["network_changed", "modified_changed"]
    assert heard.values[0] == document.network == widened(project.network, 4)
    assert document.undo_stack.undoText() == "Widen"
    document.undo_stack.undo()
    assert document.project == project
    document.undo_stack.redo()
    assert document.network == widened(project.network, 4)


def test_an_edit_that_changes_nothing_is_no_step(document: Document) -> None:
    heard = Heard(document)
    document.edit("Nothing", network=document.network, training=document.training)
    assert document.undo_stack.count() == 0
    assert heard.names == []


def test_only_what_changed_is_told(document: Document) -> None:
    heard = Heard(document)
    document.edit("Batch", training=document.training.model_copy(update={"batch_size": 8}))
    assert heard.names == ["training_changed", "modified_changed"]
    document.edit("Split", data=document.data.model_copy(update={"split": Split(seed=1)}))
    assert heard.names[2:] == ["data_changed"]
    document.edit("Rename", name="another")
    assert heard.names[3:] == []
    assert document.project.name == "another"


def test_edits_of_one_key_are_one_step(document: Document, project: ProjectSpec) -> None:
    for units in (9, 10, 11):
        wider(document, units, merge="units")
    assert document.undo_stack.count() == 1
    document.undo_stack.undo()
    assert document.project == project
    document.undo_stack.redo()
    assert document.network == widened(project.network, 11)


@pytest.mark.parametrize("keys", [(None, None), ("a", "b"), ("a", None), (None, "a")])
def test_edits_of_other_keys_stay_apart(
    document: Document, keys: tuple[str | None, str | None]
) -> None:
    for units, key in zip((9, 10), keys, strict=True):
        wider(document, units, merge=key)
    assert document.undo_stack.count() == 2


def test_dragging_away_and_back_leaves_nothing_to_undo(
    document: Document, project: ProjectSpec
) -> None:
    for units in (9, 10, 8):
        wider(document, units, merge="units")
    assert document.project == project
    assert document.undo_stack.count() == 0
    assert not document.modified


def test_clean_and_modified(document: Document, tmp_path: Any) -> None:
    heard = Heard(document)
    assert not document.modified
    wider(document, 5)
    assert document.modified
    document.undo_stack.undo()
    assert not document.modified
    assert [v for n, v in zip(heard.names, heard.values, strict=True) if n == "modified_changed"] \
        == [True, False]  # fmt: skip
    document.set_snapshot(trained(document.network))
    assert document.modified
    document.mark_saved(tmp_path / "x.mlpstudio")
    assert not document.modified
    assert document.path == tmp_path / "x.mlpstudio"
    document.undo_stack.redo()
    assert document.modified


def test_open_begins_anew(document: Document, tmp_path: Any) -> None:
    wider(document, 5)
    document.set_snapshot(trained(document.network))
    document.select(("dense",))
    heard = Heard(document)
    other = template("digits").project
    document.open(other, None, tmp_path / "other.mlpstudio")
    assert document.project == other
    assert document.snapshot is None
    assert document.optimizer_state is None
    assert document.selection == ()
    assert not document.undo_stack.canUndo()
    assert not document.modified
    assert document.path == tmp_path / "other.mlpstudio"
    assert heard.names[-1] == "opened"
    assert set(heard.names) >= {"network_changed", "training_changed", "data_changed",
                                "snapshot_changed", "selection_changed", "path_changed",
                                "modified_changed"}  # fmt: skip


def test_opening_the_same_project_again_is_told(document: Document, project: ProjectSpec) -> None:
    heard = Heard(document)
    document.open(project)
    assert heard.names == ["opened"]


def test_the_selection_follows_the_layers(document: Document) -> None:
    document.select(("dense", "output"))
    heard = Heard(document)
    document.edit("Remove", network=document.network.removed("dense"))
    assert document.selection == ("output",)
    assert heard.values[heard.names.index("selection_changed")] == ("output",)
    document.undo_stack.undo()
    assert document.selection == ("output",)
    document.select(("output",))
    assert heard.names.count("selection_changed") == 1


def test_problems_come_and_go(document: Document) -> None:
    told: list[tuple[Any, ...]] = []
    document.problems_changed.connect(told.append)
    assert document.problems == ()
    document.edit("Remove", network=document.network.removed("output"))
    assert [problem.severity for problem in document.problems] == ["error", "warning"]
    assert told == [document.problems]
    repair = document.problems[0].repair
    assert repair is not None
    document.edit(str(repair.label), network=repair.network, training=repair.training)
    assert document.problems == ()
    assert told[-1] == ()
