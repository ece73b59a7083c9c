"""What is saved comes back whole; what can't be written or read is refused in words."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from mlp_studio.core.errors import StudioError
from mlp_studio.core.events import Snapshot
from mlp_studio.core.forward import predict
from mlp_studio.core.initializers import initial_weights
from mlp_studio.core.layers import BatchNormalization
from mlp_studio.core.project import ProjectSpec
from mlp_studio.core.templates import template
from mlp_studio.studio.document import Document
from mlp_studio.studio.files import Files
from mlp_studio.studio.settings import Settings

ROWS = [{"epoch": 1, "learning_rate": 0.01, "loss": 0.5}]


@pytest.fixture
def app_settings(document: Document, tmp_path: Path) -> Settings:
    return Settings(tmp_path / "config" / "settings.json")


@pytest.fixture
def files(document: Document, app_settings: Settings) -> Files:
    return Files(document, app_settings, lambda: list(ROWS))


def trained(document: Document) -> Snapshot:
    snapshot = Snapshot(document.network, initial_weights(document.network, 5), 4)
    document.set_snapshot(snapshot)
    return snapshot


def test_a_saved_project_opens_as_it_was(
    document: Document, files: Files, app_settings: Settings, project: ProjectSpec, tmp_path: Path
) -> None:
    told: list[Any] = []
    histories: list[Any] = []
    files.saved.connect(told.append)
    files.history_opened.connect(histories.append)
    snapshot = trained(document)
    path = tmp_path / "mi proyecto.mlpstudio"
    files.save(path)
    assert told == [path]
    assert not document.modified
    assert document.path == path
    files.use_template(template("spirals-6"))
    assert document.project == template("spirals-6").project
    assert document.path is None
    assert document.snapshot is None
    files.open(path)
    assert document.project == project
    assert document.path == path
    assert not document.modified
    assert histories == [ROWS]
    reopened = document.snapshot
    assert reopened is not None
    assert reopened.epoch == 4
    x = np.random.default_rng(0).normal(size=(50, 2)).astype(np.float32)
    assert np.array_equal(
        predict(reopened.network, reopened.weights, x),
        predict(snapshot.network, snapshot.weights, x),
    )
    assert app_settings.values.recent == [str(path)]


def test_an_untrained_project_has_no_weights(
    document: Document, files: Files, tmp_path: Path
) -> None:
    files.save(tmp_path / "a.mlpstudio")
    files.open(tmp_path / "a.mlpstudio")
    assert document.snapshot is None


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ("a", "a.mlpstudio"),
        ("a.mlpstudio", "a.mlpstudio"),
        ("v1.2", "v1.2.mlpstudio"),
        ("a.MLPSTUDIO", "a.MLPSTUDIO.mlpstudio"),
    ],
)
def test_the_suffix_is_added_where_it_is_missing(
    document: Document, files: Files, tmp_path: Path, given: str, written: str
) -> None:
    files.save(tmp_path / given)
    assert document.path == tmp_path / written
    assert (tmp_path / written).is_file()


def test_a_project_that_cannot_be_written_stays_unsaved(
    document: Document, files: Files, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    trained(document)
    with pytest.raises(StudioError, match="file"):
        files.save(tmp_path / "file" / "a.mlpstudio")
    assert document.modified
    assert document.path is None


@pytest.mark.parametrize("content", [None, b"", b"no zip", b"PK\x03\x04broken"])
def test_what_is_no_project_leaves_the_open_one(
    document: Document, files: Files, project: ProjectSpec, tmp_path: Path, content: bytes | None
) -> None:
    path = tmp_path / "odd.mlpstudio"
    if content is not None:
        path.write_bytes(content)
    snapshot = trained(document)
    with pytest.raises(StudioError, match=r"odd\.mlpstudio"):
        files.open(path)
    assert document.project == project
    assert document.snapshot is snapshot


def test_weights_are_exported_with_their_shapes(
    document: Document, files: Files, tmp_path: Path
) -> None:
    told: list[tuple[Path, int]] = []
    files.exported.connect(lambda folder, count: told.append((folder, count)))
    document.edit("Add", network=document.network.inserted(1, BatchNormalization()))
    snapshot = trained(document)
    folder = tmp_path / "new" / "weights"
    written = files.export_weights(folder)
    shapes = {path.name: np.load(path).shape for path in folder.glob("*.npy")}
    assert shapes == {
        "spirals_weights1.npy": (2, 8),
        "spirals_biases1.npy": (8,),
        "spirals_batch_normalization_gamma.npy": (8,),
        "spirals_batch_normalization_beta.npy": (8,),
        "spirals_batch_normalization_moving_mean.npy": (8,),
        "spirals_batch_normalization_moving_variance.npy": (8,),
        "spirals_weights2.npy": (8, 1),
        "spirals_biases2.npy": (1,),
    }
    assert told == [(folder, 8)]
    assert sorted(path.name for path in written) == sorted([*shapes, "manifest.json"])
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    assert {entry["file"]: tuple(entry["shape"]) for entry in manifest["arrays"]} == shapes
    kernel = np.load(folder / "spirals_weights2.npy")
    assert np.array_equal(kernel, snapshot.weights["output"][0])


def test_there_is_nothing_to_export_before_training(files: Files, tmp_path: Path) -> None:
    with pytest.raises(StudioError, match="Train"):
        files.export_weights(tmp_path / "weights")
    assert not (tmp_path / "weights").exists()


def test_a_folder_that_cannot_be_written_is_named(
    document: Document, files: Files, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    trained(document)
    with pytest.raises(StudioError, match="file"):
        files.export_weights(tmp_path / "file" / "weights")
