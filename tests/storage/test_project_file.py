"""Projects are saved whole, opened equal, and refused with reasons."""

import json
import os
import zipfile
from pathlib import Path

import numpy as np
import pytest

from mlp_studio.core.errors import StudioError
from mlp_studio.core.events import Snapshot
from mlp_studio.core.initializers import initial_weights
from mlp_studio.core.layers import BatchNormalization
from mlp_studio.core.templates import TEMPLATES
from mlp_studio.storage.project_file import SavedProject, load_project, save_project

HISTORY = [{"epoch": 1, "loss": 0.5, "val_loss": 0.6}, {"epoch": 2, "loss": 0.4}]


def trained(name: str = "spirals-2") -> SavedProject:
    project = TEMPLATES[name].project
    network = project.network.inserted(1, BatchNormalization())
    project = project.model_copy(update={"network": network})
    return SavedProject(project, Snapshot(network, initial_weights(network, 3), 7), HISTORY)


def rewritten(path: Path, changes: dict[str, bytes | None]) -> None:
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    members.update({k: v for k, v in changes.items() if v is not None})
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in members.items():
            if changes.get(name, b"") is not None:
                archive.writestr(name, data)


@pytest.mark.parametrize("name", sorted(TEMPLATES))
def test_every_template_round_trips(tmp_path: Path, name: str) -> None:
    path = tmp_path / "one.mlpstudio"
    saved = SavedProject(TEMPLATES[name].project)
    save_project(path, saved)
    opened = load_project(path)
    assert opened.project == saved.project
    assert opened.snapshot is None
    assert opened.history == []


def test_weights_and_history_round_trip(tmp_path: Path) -> None:
    path = tmp_path / "trained.mlpstudio"
    saved = trained()
    save_project(path, saved)
    opened = load_project(path)
    assert opened.snapshot is not None
    assert saved.snapshot is not None
    assert opened.snapshot.epoch == 7
    assert opened.snapshot.network == saved.snapshot.network
    for layer, arrays in saved.snapshot.weights.items():
        for mine, theirs in zip(arrays, opened.snapshot.weights[layer], strict=True):
            assert np.array_equal(mine, theirs)
            assert not theirs.flags.writeable
    assert opened.history == HISTORY


def test_the_same_project_is_the_same_file(tmp_path: Path) -> None:
    for name in "ab":
        save_project(tmp_path / name, SavedProject(TEMPLATES["digits"].project, None, HISTORY))
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_a_failed_save_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "kept.mlpstudio"
    save_project(path, trained())
    before = path.read_bytes()
    broken = SavedProject(trained().project, None, [{"epoch": {1, 2}}])
    with pytest.raises(TypeError):
        save_project(path, broken)
    assert path.read_bytes() == before
    assert os.listdir(tmp_path) == ["kept.mlpstudio"]  # noqa: PTH208 - hidden files too


def test_an_unwritable_place_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(StudioError, match="can't be written") as caught:
        save_project(tmp_path / "file" / "x.mlpstudio", trained())
    assert "x.mlpstudio" in str(caught.value)


def test_missing_and_foreign_files(tmp_path: Path) -> None:
    with pytest.raises(StudioError, match="no file"):
        load_project(tmp_path / "none.mlpstudio")
    path = tmp_path / "text.mlpstudio"
    path.write_text("hello")
    with pytest.raises(StudioError, match="not a whole project"):
        load_project(path)
    with pytest.raises(StudioError, match="can't be read"):
        load_project(tmp_path)


def test_any_truncation_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "cut.mlpstudio"
    save_project(path, trained())
    whole = path.read_bytes()
    for share in (0, 0.1, 0.5, 0.9, 0.99):
        path.write_bytes(whole[: int(len(whole) * share)])
        with pytest.raises(StudioError, match=r"cut\.mlpstudio"):
            load_project(path)


def test_any_flipped_byte_is_refused_or_harmless(tmp_path: Path) -> None:
    path = tmp_path / "flip.mlpstudio"
    save_project(path, trained())
    whole = path.read_bytes()
    rng = np.random.default_rng(0)
    refused = 0
    for place in rng.integers(0, len(whole), 120):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :])
        try:
            load_project(path)
        except StudioError:
            refused += 1
    assert refused > 100


def edited(change: str) -> bytes:
    head = {"format": 1, "project": trained().project.model_dump(mode="json")}
    if change == "newer":
        head["format"], head["program"] = 99, "MLP Studio 9.0"
    elif change == "units":
        head["project"]["network"]["layers"][0]["units"] = -5
    elif change == "unknown":
        head["project"]["network"]["layers"][0]["colour"] = "red"
    elif change == "list":
        return b"[]"
    elif change == "json":
        return b'{"format": 1,'
    return json.dumps(head).encode()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ("newer", r"later version, MLP Studio 9\.0"),
        ("units", r"network\.layers\.0.*units.*-5"),
        ("unknown", r"colour.*red"),
        ("list", "no “format”"),
        ("json", "not JSON"),
    ],
)
def test_edited_specs_are_refused_with_the_place(tmp_path: Path, change: str, words: str) -> None:
    path = tmp_path / "edited.mlpstudio"
    save_project(path, trained())
    rewritten(path, {"project.json": edited(change)})
    with pytest.raises(StudioError, match=words) as caught:
        load_project(path)
    assert str(path) in str(caught.value)


@pytest.mark.parametrize(
    ("member", "content", "words"),
    [
        ("project.json", None, "“project.json” is missing"),
        ("weights.json", None, "“weights.json” is missing"),
        ("weights.json", b"{}", "no “epoch”"),
        ("weights.json", b'{"epoch": 1}', "weights.json"),
        ("weights.npz", b"", "not a whole project"),
        ("history.json", b"{}", "history.json"),
    ],
)
def test_broken_members_are_named(
    tmp_path: Path, member: str, content: bytes | None, words: str
) -> None:
    path = tmp_path / "broken.mlpstudio"
    save_project(path, trained())
    rewritten(path, {member: content})
    with pytest.raises(StudioError, match=words):
        load_project(path)


def test_weights_of_another_network_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "mixed.mlpstudio"
    save_project(path, trained())
    other = TEMPLATES["mnist-first"].project.network.model_dump(mode="json")
    rewritten(path, {"weights.json": json.dumps({"epoch": 1, "network": other}).encode()})
    with pytest.raises(StudioError, match="weights “"):
        load_project(path)
    pickled = np.array([{"run": "me"}], dtype=object)
    np.savez(tmp_path / "evil.npz", **{"dense/kernel": pickled})
    rewritten(
        path,
        {
            "weights.npz": (tmp_path / "evil.npz").read_bytes(),
            "weights.json": json.dumps(
                {
                    "epoch": 1,
                    "network": {"input_shape": [2], "layers": [{"kind": "dense", "units": 3}]},
                }
            ).encode(),
        },
    )
    with pytest.raises(StudioError, match="object"):
        load_project(path)
