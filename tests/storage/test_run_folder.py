"""Run folders are read back from their plain files."""

import csv
import json
from pathlib import Path

import numpy as np
import pytest

from mlp_studio.core.errors import StudioError
from mlp_studio.core.events import Snapshot
from mlp_studio.core.initializers import initial_weights
from mlp_studio.core.templates import TEMPLATES
from mlp_studio.storage.run_folder import is_run_folder, read_run, write_run

PROJECT = TEMPLATES["mnist-first"].project
HISTORY = [{"epoch": 1, "loss": 0.5}, {"epoch": 2, "loss": 0.25, "val_loss": 0.3}]
METRICS = {"accuracy": 0.9, "roc_auc": None}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "run"
    snapshot = Snapshot(PROJECT.network, initial_weights(PROJECT.network, 5), 2)
    write_run(folder, PROJECT, snapshot, HISTORY, METRICS, {"device": "CPU · 2 cores"})
    return folder


def test_it_is_read_back(folder: Path) -> None:
    assert is_run_folder(folder)
    run = read_run(folder)
    assert run.project == PROJECT
    assert run.snapshot.epoch == 2
    for layer, arrays in initial_weights(PROJECT.network, 5).items():
        for mine, theirs in zip(arrays, run.snapshot.weights[layer], strict=True):
            assert np.array_equal(mine, theirs)
    assert run.metrics == METRICS
    assert run.manifest["device"] == "CPU · 2 cores"
    assert run.manifest["class_names"] == list("0123456789")
    assert run.manifest["input"]["scaling"] == "pixels / 255"
    assert run.manifest["versions"]["numpy"] == np.__version__


def test_the_history_is_a_table(folder: Path) -> None:
    with (folder / "history.csv").open() as file:
        rows = list(csv.DictReader(file))
    assert rows[0] == {"epoch": "1", "loss": "0.5", "val_loss": ""}
    assert rows[1]["val_loss"] == "0.3"


def test_a_folder_of_something_else(tmp_path: Path) -> None:
    assert not is_run_folder(tmp_path)
    with pytest.raises(StudioError, match="no run folder"):
        read_run(tmp_path)


@pytest.mark.parametrize("damage", ["missing", "truncated", "shape", "pickle"])
def test_broken_weights_are_named(folder: Path, damage: str) -> None:
    path = folder / "weights" / "mnist_weights1.npy"
    if damage == "missing":
        path.unlink()
    elif damage == "truncated":
        path.write_bytes(path.read_bytes()[:1000])
    elif damage == "shape":
        np.save(path, np.zeros((784, 9), np.float32))
    else:
        np.save(path, np.array([{"a": 1}], object), allow_pickle=True)
    with pytest.raises(StudioError, match=r"mnist_weights1\.npy"):
        read_run(folder)


@pytest.mark.parametrize(
    "change", ["json", "list", "format", "project", "epoch", "arrays", "outside"]
)
def test_broken_manifests_are_named(folder: Path, change: str) -> None:
    path = folder / "manifest.json"
    manifest = json.loads(path.read_text())
    if change == "format":
        manifest["format"] = 77
    elif change == "project":
        manifest["project"]["training"]["epochs"] = "many"
    elif change == "epoch":
        del manifest["epoch"]
    elif change == "arrays":
        manifest["arrays"] = [1]
    elif change == "outside":
        manifest["arrays"][0]["file"] = "../../secret.npy"
    words = {"json": "{", "list": "[]"}.get(change, json.dumps(manifest))
    path.write_text(words)
    with pytest.raises(StudioError, match=r"manifest\.json"):
        read_run(folder)
