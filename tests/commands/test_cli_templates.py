"""Own templates on the command line: listed, trained, and evaluated on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mlp_studio.cli import main
from mlp_studio.core.templates import TEMPLATES
from mlp_studio.storage.own_templates import save_template, templates_folder
from mlp_studio.storage.project_file import load_project


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MLP_STUDIO_HOME", str(tmp_path / "home"))


@pytest.fixture
def kept(spirals_project: Path) -> str:
    project = load_project(spirals_project).project
    return save_template(project, "Three arms", "Three {small} arms.").name


def test_they_are_listed_behind_the_built_in_ones(
    kept: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["templates"]) == 0
    last = capsys.readouterr().out.splitlines()[-1]
    assert last.split(maxsplit=1) == ["three-arms", "Three {small} arms."]
    assert main(["templates", "--json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert [each["name"] for each in listed] == [*TEMPLATES, kept]
    assert [each["own"] for each in listed] == [False] * len(TEMPLATES) + [True]


def test_a_broken_one_is_told_and_hides_no_other(
    kept: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (templates_folder() / "spoilt.mlpstudio").write_bytes(b"half")
    assert main(["templates", "--json"]) == 0
    told = capsys.readouterr()
    assert "spoilt.mlpstudio" in told.err
    assert len(json.loads(told.out)) == len(TEMPLATES) + 1
    assert main(["train", "spoilt", "--epochs", "1"]) == 1
    assert "spoilt.mlpstudio" in capsys.readouterr().err


def test_they_are_trained_and_evaluated_on_by_name(
    kept: str, spirals_run: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["train", kept, "--epochs", "1", "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert (report["template"], report["epochs_run"]) == ("Three arms", 1)
    assert main(["evaluate", str(spirals_run), "--data", kept, "--json"]) == 0
    assert 0 <= json.loads(capsys.readouterr().out)["metrics"]["accuracy"] <= 1


def test_an_unknown_name_is_refused_with_those_there_are(
    kept: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["train", "four-arms"]) == 1
    told = capsys.readouterr().err
    assert "four-arms" in told
    assert "spirals-6" in told
    assert "three-arms" in told
