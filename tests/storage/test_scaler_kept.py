"""What inputs go through is kept with the weights, and data is found beside its project."""

import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from mlp_studio.core.errors import StudioError
from mlp_studio.core.events import Snapshot
from mlp_studio.core.file_sources import Arrays
from mlp_studio.core.initializers import initial_weights
from mlp_studio.core.scaling import Scaler
from mlp_studio.core.templates import TEMPLATES
from mlp_studio.storage.npy import export_npy
from mlp_studio.storage.project_file import SavedProject, load_project, save_project
from mlp_studio.storage.run_folder import read_run, write_run

PROJECT = TEMPLATES["spirals-2"].project
SCALER = Scaler(
    kind="standard", shift=(0.1, 1e9 + 0.5), scale=(2.5, 1e-7), fill=(0.0, 1.0), unseen=(1,)
)
SNAPSHOT = Snapshot(PROJECT.network, initial_weights(PROJECT.network, 5), 2, SCALER)


def test_projects_and_run_folders_keep_the_scaler(tmp_path: Path) -> None:
    save_project(tmp_path / "p.mlpstudio", SavedProject(PROJECT, SNAPSHOT))
    opened = load_project(tmp_path / "p.mlpstudio").snapshot
    assert opened is not None
    assert opened.scaler == SCALER
    write_run(tmp_path / "run", PROJECT, SNAPSHOT, [], {})
    run = read_run(tmp_path / "run")
    assert run.snapshot.scaler == SCALER
    assert run.manifest["input"]["scale"] == [2.5, 1e-7]
    unknown = replace(SNAPSHOT, scaler=None)
    write_run(tmp_path / "run", PROJECT, unknown, [], {})
    assert read_run(tmp_path / "run").snapshot.scaler is None


def test_exported_weights_say_what_inputs_go_through(tmp_path: Path) -> None:
    export_npy(tmp_path, PROJECT.network, SNAPSHOT.weights, "p", PROJECT.data, SCALER)
    manifest = json.loads((tmp_path / "manifest.json").read_text())
    assert manifest["input"]["shift"] == list(SCALER.shift)
    assert "standard" in manifest["input"]["scaling"]


def test_earlier_files_have_no_scaler_and_a_broken_one_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "p.mlpstudio"
    for scaler, known in ((None, True), ({"kind": "standard"}, False)):
        save_project(path, SavedProject(PROJECT, SNAPSHOT))
        with zipfile.ZipFile(path) as archive:
            members = {name: archive.read(name) for name in archive.namelist()}
        about = json.loads(members["weights.json"])
        about.pop("scaler")
        if scaler:
            about["scaler"] = scaler
        members["weights.json"] = json.dumps(about).encode()
        with zipfile.ZipFile(path, "w") as archive:
            for name, data in members.items():
                archive.writestr(name, data)
        if known:
            opened = load_project(path).snapshot
            assert opened is not None
            assert opened.scaler is None
        else:
            with pytest.raises(StudioError, match="needs a shift and a scale"):
                load_project(path)


def test_paths_are_short_below_the_project_and_whole_elsewhere(tmp_path: Path) -> None:
    for x, written in (("data/x.npy", "data/x.npy"), ("../x.npy", None)):
        full = (tmp_path / "home" / x).resolve()
        source = Arrays(path=str(full), labels_path=str(tmp_path / "home" / "y.npy"), shape=(2,))
        project = PROJECT.model_copy(
            update={"data": PROJECT.data.model_copy(update={"source": source})}
        )
        (tmp_path / "home").mkdir(exist_ok=True)
        path = tmp_path / "home" / "p.mlpstudio"
        save_project(path, SavedProject(project))
        with zipfile.ZipFile(path) as archive:
            kept = json.loads(archive.read("project.json"))["project"]["data"]["source"]
        assert kept["path"] == (written or str(full))
        assert kept["labels_path"] == "y.npy"
        assert load_project(path).project == project
