"""``mlp-studio train --replay``: a run trained again in another process, bit for bit."""

from __future__ import annotations

import csv
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from mlp_studio.cli import main
from mlp_studio.core.datasets import DataSpec, Spirals
from mlp_studio.core.fingerprint import data_fingerprint
from mlp_studio.core.layers import BatchNormalization, Dense, Dropout, GaussianNoise
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.project import ProjectSpec
from mlp_studio.core.schedules import CosineDecay
from mlp_studio.core.training import Adam, EarlyStopping, TrainingSpec
from mlp_studio.data.load import load
from mlp_studio.storage.project_file import SavedProject, save_project

Capture = pytest.CaptureFixture[str]
Manifest = dict[str, Any]
EPOCHS = 30  # planned; early stopping ends the run before


@pytest.fixture(scope="session")
def noisy_project() -> ProjectSpec:
    """One with everything that draws numbers while it trains, and ends early."""
    return ProjectSpec(
        name="noisy spirals",
        data=DataSpec(source=Spirals(n_classes=3, num_arms=3, points_per_arm=40)),
        network=NetworkSpec(
            input_shape=(2,),
            layers=(
                GaussianNoise(name="noise", stddev=0.1),
                Dense(name="dense", units=16, activation="tanh"),
                BatchNormalization(name="norm"),
                Dropout(name="dropout", rate=0.2),
                Dense(name="output", units=3, activation="softmax"),
            ),
        ),
        training=TrainingSpec(
            optimizer=Adam(learning_rate=0.05),
            schedule=CosineDecay(),
            batch_size=16,
            epochs=EPOCHS,
            early_stopping=EarlyStopping(patience=2),
            seed=5,
        ),
    )


@pytest.fixture(scope="session")
def noisy_run(noisy_project: ProjectSpec, workplace: Path) -> Path:
    """A run folder written by another process."""
    path, folder = workplace / "noisy.mlpstudio", workplace / "noisy run"
    save_project(path, SavedProject(noisy_project))
    command = ["-m", "mlp_studio", "train", str(path), "--device", "cpu", "--out", str(folder)]
    subprocess.run(
        [sys.executable, *command], check=True, capture_output=True, env=os.environ, timeout=120
    )
    return folder


@pytest.fixture
def run(noisy_run: Path, tmp_path: Path) -> Path:
    """A copy of the run folder, to be changed."""
    return Path(shutil.copytree(noisy_run, tmp_path / "run"))


def manifest_of(folder: Path) -> Manifest:
    found = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


def edit(folder: Path, change: Callable[[Manifest], object]) -> None:
    manifest = manifest_of(folder)
    change(manifest)
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")


def edit_history(folder: Path, change: Callable[[list[dict[str, str]]], object]) -> None:
    path = folder / "history.csv"
    with path.open(newline="", encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    change(rows)
    with path.open("w", newline="", encoding="utf-8") as stream:
        writer = csv.DictWriter(stream, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def replay(capsys: Capture, folder: Path, *options: object) -> tuple[dict[str, Any], str]:
    """Return the report and the line that says what differs, empty when nothing does."""
    capsys.readouterr()
    status = main(["train", "--replay", str(folder), "--json", *map(str, options)])
    captured = capsys.readouterr()
    found = json.loads(captured.out)
    assert isinstance(found, dict)
    assert status == (0 if found["identical"] else 1)
    lines = [line for line in captured.err.splitlines() if line.startswith("mlp-studio: ")]
    assert len(lines) == status
    return found, "".join(lines)


def refused(capsys: Capture, folder: Path, *options: object) -> str:
    capsys.readouterr()
    assert main(["train", "--replay", str(folder), *map(str, options)]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    return captured.err.splitlines()[-1]


def test_a_run_records_what_it_depends_on(noisy_run: Path, noisy_project: ProjectSpec) -> None:
    manifest = manifest_of(noisy_run)
    assert manifest["seed"] == 5
    assert manifest["versions"].keys() >= {"mlp-studio", "python", "numpy", "keras", "tensorflow"}
    assert manifest["versions"]["numpy"] == np.__version__
    assert manifest["machine"].keys() == {"system", "processor", "cores"}
    assert manifest["device"].startswith("CPU")
    assert manifest["device_kind"] == "cpu"
    assert manifest["data_fingerprint"] == data_fingerprint(load(noisy_project.data))
    digests = [manifest["start_weights"], *manifest["weights_by_epoch"]]
    assert len(set(digests)) == len(digests) == manifest["epochs_run"] + 1
    assert ProjectSpec.model_validate(manifest["project"]) == noisy_project


def test_another_process_comes_to_the_same_bits(capsys: Capture, noisy_run: Path) -> None:
    manifest = manifest_of(noisy_run)
    assert manifest["reason"] == "stopped_early"  # so the weights put back are compared too
    assert manifest["best_epoch"] < manifest["epochs_run"] < EPOCHS
    found, _ = replay(capsys, noisy_run)
    assert found == {
        "replay": str(noisy_run),
        "identical": True,
        "epochs_recorded": manifest["epochs_run"],
        "epochs_compared": manifest["epochs_run"],
        "first_difference": None,
        "logs": {},
        "data_identical": True,
        "differences": {},
        "device": manifest["device"],
        "seed": 5,
    }
    assert main(["train", "--replay", str(noisy_run)]) == 0
    captured = capsys.readouterr()
    assert captured.out == f"identical: {manifest['epochs_run']} epochs, weights bit for bit\n"
    assert manifest_of(noisy_run) == manifest


def test_it_can_stop_sooner(capsys: Capture, run: Path) -> None:
    epochs = manifest_of(run)["epochs_run"]
    edit(run, lambda manifest: manifest["weights_by_epoch"].__setitem__(2, "sha256:0"))
    found, _ = replay(capsys, run, "--epochs", 2)
    assert found["epochs_compared"] == 2
    assert found["epochs_recorded"] == epochs
    assert main(["train", "--replay", str(run), "--epochs", "2"]) == 0
    assert capsys.readouterr().out == f"identical: 2 of {epochs} epochs, weights bit for bit\n"
    assert replay(capsys, run, "--epochs", 3)[0]["first_difference"] == 3


def test_the_first_epoch_with_other_weights_is_named(capsys: Capture, run: Path) -> None:
    def change(manifest: Manifest) -> None:
        for epoch in (3, 4):
            manifest["weights_by_epoch"][epoch - 1] = "sha256:0"

    edit(run, change)
    found, line = replay(capsys, run)
    assert (found["first_difference"], found["epochs_compared"]) == (3, 3)
    assert found["data_identical"]
    assert "Epoch 3 is the first that differs: its weights are others" in line
    assert "Versions, device and data are the same" in line
    assert refused(capsys, run) == line


def test_what_may_explain_it_is_named(capsys: Capture, run: Path) -> None:
    def change(manifest: Manifest) -> None:
        manifest["weights_by_epoch"][0] = "sha256:0"
        manifest["versions"]["tensorflow"] = "2.1.0"
        manifest["machine"]["processor"] = "Abacus"
        manifest["device"] = "CPU · 64 cores"
        del manifest["versions"]["keras"]

    edit(run, change)
    found, line = replay(capsys, run)
    assert found["first_difference"] == 1
    differences = found["differences"]
    assert differences.keys() == {"tensorflow", "keras", "processor", "device"}
    now = differences["tensorflow"]["now"]
    assert f"tensorflow 2.1.0 then, {now} now" in line
    assert "processor Abacus then" in line
    assert "keras unknown then" in line
    assert "CPU · 64 cores" in line


@pytest.mark.parametrize("shift", [1e-2, 1e-6, 1e-15])
def test_the_logs_which_differ_are_told(capsys: Capture, run: Path, shift: float) -> None:
    was = []

    def change(rows: list[dict[str, str]]) -> None:
        was.append(float(rows[1]["val_loss"]))
        rows[1]["val_loss"] = repr(was[0] + shift)

    edit_history(run, change)
    found, line = replay(capsys, run)
    assert found["first_difference"] == 2
    assert found["logs"] == {"val_loss": {"then": was[0] + shift, "now": was[0]}}
    words = line.split("val_loss ")[1].split(", though its weights are the same")[0]
    then, now = words.removesuffix(" now").split(" then, ")
    assert then != now
    assert float(then) == pytest.approx(was[0] + shift, rel=1e-3)
    assert float(now) == pytest.approx(was[0], rel=1e-3)


def test_other_data_is_said_and_trained_on_all_the_same(capsys: Capture, run: Path) -> None:
    def change(manifest: Manifest) -> None:
        manifest["project"]["data"]["source"]["noise"] *= 1.5

    edit(run, change)
    found, line = replay(capsys, run)
    assert not found["data_identical"]
    assert found["first_difference"] == 1
    assert found["logs"]["loss"]["then"] != found["logs"]["loss"]["now"]
    assert "Epoch 1 is the first that differs: loss " in line
    assert "the data is not the same" in line


def test_data_which_left_no_trace_in_the_weights(capsys: Capture, run: Path) -> None:
    edit(run, lambda manifest: manifest.update(data_fingerprint="sha256:0"))
    capsys.readouterr()
    assert main(["train", "--replay", str(run), "--epochs", "2"]) == 0
    captured = capsys.readouterr()
    assert "the data is not the same as then" in captured.err.splitlines()
    assert captured.out.startswith("identical: ")
    assert not replay(capsys, run)[0]["data_identical"]


def test_another_seed_starts_otherwise(capsys: Capture, run: Path) -> None:
    edit(run, lambda manifest: manifest["project"]["training"].update(seed=6))
    found, line = replay(capsys, run)
    assert (found["first_difference"], found["epochs_compared"]) == (0, 0)
    assert "the new weights of the seed are others now" in line


def test_a_run_that_had_ended_sooner(capsys: Capture, run: Path) -> None:
    epochs = manifest_of(run)["epochs_run"]
    edit(run, lambda manifest: manifest["weights_by_epoch"].pop())
    edit_history(run, lambda rows: rows.pop())
    found, line = replay(capsys, run)
    assert found["first_difference"] == epochs
    assert "ended before it then" in line


def test_a_run_that_went_on_longer(capsys: Capture, run: Path) -> None:
    epochs = manifest_of(run)["epochs_run"]
    edit(run, lambda manifest: manifest["weights_by_epoch"].append("sha256:0"))
    edit_history(run, lambda rows: rows.append({**rows[-1], "epoch": str(epochs + 1)}))
    found, line = replay(capsys, run)
    assert (found["first_difference"], found["epochs_compared"]) == (epochs + 1, epochs)
    assert "went on to it then" in line


def test_a_run_that_diverges_now(capsys: Capture, run: Path) -> None:
    def change(manifest: Manifest) -> None:
        training = manifest["project"]["training"]
        training["optimizer"] = {"kind": "sgd", "learning_rate": 10.0, "weight_decay": 1.0}
        training["schedule"] = {"kind": "constant"}
        training["batch_size"] = 1

    edit(run, change)
    found, line = replay(capsys, run)
    assert (found["first_difference"], found["epochs_compared"]) == (1, 0)
    assert "no longer a finite number now" in line


def test_weights_that_were_changed_afterwards(capsys: Capture, run: Path) -> None:
    path = run / "weights" / "spirals_weights1.npy"
    array = np.load(path)
    array[0, 0] = np.nextafter(array[0, 0], np.float32(np.inf))
    np.save(path, array)
    found, line = replay(capsys, run)
    assert not found["identical"]
    assert found["first_difference"] is None
    assert "the weights in" in line
    assert replay(capsys, run, "--epochs", 2)[0]["identical"]  # it can't tell, stopping sooner


def test_a_folder_of_an_earlier_version_is_refused(capsys: Capture, run: Path) -> None:
    def change(manifest: Manifest) -> None:
        for name in ("weights_by_epoch", "start_weights", "data_fingerprint", "machine"):
            del manifest[name]

    edit(run, change)
    line = refused(capsys, run)
    assert str(run) in line
    assert "earlier version" in line
    assert "--out" in line
    assert main(["export", str(run), "--format", "npy", "--out", str(run / "out")]) == 0


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("weights_by_epoch", "sha256:0"),
        ("weights_by_epoch", [1, 2]),
        ("weights_by_epoch", ["sha256:0"]),
        ("start_weights", None),
        ("data_fingerprint", 3),
        ("device", None),
        ("device_kind", "tpu"),
        ("device_kind", ["cpu"]),
        ("machine", []),
        ("versions", {"numpy": 2}),
    ],
)
def test_a_broken_record_is_refused(capsys: Capture, run: Path, name: str, value: object) -> None:
    edit(run, lambda manifest: manifest.update({name: value}))
    line = refused(capsys, run)
    assert str(run) in line
    assert "can't be used" in line


@pytest.mark.parametrize("content", [None, "", "epoch,loss\n1,low\n", "epoch\n1,2\n", "epoch,a\n1"])
def test_a_broken_history_is_named(capsys: Capture, run: Path, content: str | None) -> None:
    path = run / "history.csv"
    path.unlink()
    if content is not None:
        path.write_text(content, encoding="utf-8")
    assert str(path) in refused(capsys, run)


def test_a_device_that_is_not_there_is_refused(capsys: Capture, run: Path) -> None:
    from mlp_studio.engine.devices import describe_devices

    if describe_devices()[0].kind == "gpu":
        pytest.skip("this machine has a GPU")
    assert "GPU" in refused(capsys, run, "--device", "gpu")
    edit(run, lambda manifest: manifest.update(device_kind="gpu", device="GPU · Abacus"))
    assert "GPU" in refused(capsys, run)
    found, _ = replay(capsys, run, "--device", "cpu")
    assert found["differences"]["device"]["then"] == "GPU · Abacus"


def test_what_is_no_run_folder_is_refused(capsys: Capture, tmp_path: Path) -> None:
    assert str(tmp_path) in refused(capsys, tmp_path)
    assert str(tmp_path / "gone") in refused(capsys, tmp_path / "gone")


@pytest.mark.parametrize(
    "options",
    [
        ["digits", "--replay", "run"],
        ["--replay"],
        ["--replay", "run", "--seed", "1"],
        ["--replay", "run", "--batch", "8"],
        ["--replay", "run", "--out", "other"],
        ["--replay", "run", "--epochs", "0"],
        ["--replay", "run", "--device", "tpu"],
    ],
)
def test_wrong_usage(capsys: Capture, options: list[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["train", *options])
    assert left.value.code == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("usage: mlp-studio train")
    assert "--replay" in captured.err
