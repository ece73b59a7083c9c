"""Own templates: kept as project files, never lost, never in another's place unasked."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlp_studio.core.datasets import DataSpec
from mlp_studio.core.errors import StudioError
from mlp_studio.core.file_sources import Arrays
from mlp_studio.core.project import ProjectSpec
from mlp_studio.core.templates import TEMPLATES
from mlp_studio.storage.own_templates import (
    change_template,
    find_template,
    is_template,
    own_templates,
    remove_template,
    restore_template,
    save_template,
    template_name,
)
from mlp_studio.storage.project_file import load_project

PROJECT = TEMPLATES["egg-crate"].project


def test_a_template_comes_back_as_it_was_kept(tmp_path: Path) -> None:
    folder = tmp_path / "templates"
    assert own_templates(folder).templates == ()
    kept = save_template(PROJECT, " Mein {erstes} Netz ", "Two\nlines {x}.", folder=folder)
    (found,) = own_templates(folder).templates
    assert found == kept
    assert (found.name, str(found.title), found.own) == ("mein-erstes-netz", "Mein {erstes} Netz",
                                                         True)  # fmt: skip
    assert str(found.description) == "Two lines {x}."
    assert found.project == PROJECT.model_copy(update={"name": "Mein {erstes} Netz"})
    assert load_project(folder / "mein-erstes-netz.mlpstudio").snapshot is None
    assert find_template("mein-erstes-netz", folder) == found
    assert is_template("mein-erstes-netz", folder)
    assert is_template("digits", folder)
    assert not is_template("nothing", folder)


def test_data_elsewhere_is_still_found(tmp_path: Path) -> None:
    source = Arrays(path=str(tmp_path / "mine" / "x.npz"), shape=(2,))
    project = PROJECT.model_copy(update={"data": DataSpec(source=source)})
    save_template(project, "mine", folder=tmp_path / "templates")
    assert find_template("mine", tmp_path / "templates").project.data == project.data


def test_nothing_is_replaced_unasked(tmp_path: Path) -> None:
    save_template(PROJECT, "My net", "first", folder=tmp_path)
    other = TEMPLATES["spirals-2"].project
    with pytest.raises(StudioError, match="already a template called “my-net”"):
        save_template(other, "my-net", "second", folder=tmp_path)
    assert str(find_template("my-net", tmp_path).description) == "first"
    save_template(other, "my-net", "second", folder=tmp_path, replace=True)
    assert str(find_template("my-net", tmp_path).description) == "second"
    with pytest.raises(StudioError, match="built-in"):
        save_template(PROJECT, "Egg Crate", folder=tmp_path, replace=True)


@pytest.mark.parametrize("title", ["", "  ", "···", "x" * 61])
def test_titles_that_cannot_be_one(title: str) -> None:
    with pytest.raises(StudioError):
        template_name(title)


@given(st.text(min_size=1, max_size=60))
def test_any_title_is_a_safe_file_name_or_refused(title: str) -> None:
    try:
        name = template_name(title)
    except StudioError:
        return
    assert name == Path(name).name
    assert not set(name) & set('/\\:*?"<>|. ')
    assert name not in {"con", "nul", "lpt1"}
    assert template_name(name) in {name, f"{name}-template"}


def test_changing(tmp_path: Path) -> None:
    save_template(PROJECT, "one", "first", folder=tmp_path)
    save_template(PROJECT, "two", "second", folder=tmp_path)
    change_template("one", "One", "better", folder=tmp_path)
    assert str(find_template("one", tmp_path).description) == "better"
    with pytest.raises(StudioError, match="already"):
        change_template("one", "two", "", folder=tmp_path)
    change_template("one", "three", "better", folder=tmp_path)
    names = [each.name for each in own_templates(tmp_path).templates]
    assert names == ["three", "two"]


def test_removing_and_bringing_back(tmp_path: Path) -> None:
    kept = save_template(PROJECT, "one", "first", folder=tmp_path)
    removed = remove_template("one", tmp_path)
    assert own_templates(tmp_path).templates == ()
    restore_template("one", removed, tmp_path)
    assert own_templates(tmp_path).templates == (kept,)
    with pytest.raises(StudioError, match="already"):
        restore_template("one", removed, tmp_path)


def test_broken_files_are_told_and_stay(tmp_path: Path) -> None:
    good = save_template(PROJECT, "good", folder=tmp_path)
    broken = tmp_path / "broken.mlpstudio"
    broken.write_bytes(b"half a file")
    shelf = own_templates(tmp_path)
    assert shelf.templates == (good,)
    assert "broken.mlpstudio" in str(shelf.broken[0])
    with pytest.raises(StudioError, match=r"broken\.mlpstudio"):
        find_template("broken", tmp_path)
    assert broken.read_bytes() == b"half a file"


def test_a_name_is_no_way_out_of_the_folder(tmp_path: Path) -> None:
    folder = tmp_path / "templates"
    save_template(PROJECT, "inside", folder=folder)
    save_template(PROJECT, "outside", folder=tmp_path)
    for name in ("../outside", "..\\outside", str(tmp_path / "outside"), ""):
        assert not is_template(name, folder)
        with pytest.raises(StudioError, match="inside"):
            find_template(name, folder)


def test_an_unwritable_folder_is_explained(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StudioError, match="can't be written"):
        save_template(ProjectSpec(**dict(PROJECT)), "one", folder=tmp_path / "file" / "templates")
