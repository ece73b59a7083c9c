"""``mlp-studio train`` and what it leaves behind."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from mlp_studio.analysis.metrics import classification
from mlp_studio.cli import main
from mlp_studio.commands.models import load_model
from mlp_studio.core.datasets import DataSpec
from mlp_studio.core.forward import predict
from mlp_studio.core.function_source import Function, FunctionInput
from mlp_studio.core.layers import Dense
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.templates import template
from mlp_studio.core.training import Adam
from mlp_studio.data.load import load
from mlp_studio.storage.project_file import SavedProject, load_project, save_project

Capture = pytest.CaptureFixture[str]


def report(capsys: Capture, *arguments: object) -> dict[str, Any]:
    """Run a command with ``--json``: one JSON document on standard output, nothing else."""
    capsys.readouterr()
    assert main([*map(str, arguments), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert isinstance(found, dict)
    return found


def test_the_report_has_everything(capsys: Capture, spirals_project: Path) -> None:
    found = report(capsys, "train", spirals_project, "--epochs", 2)
    assert found.keys() >= {
        "template", "epochs_run", "seconds_training", "seconds_total", "examples_per_second",
        "device", "history", "metrics", "split",
    }  # fmt: skip
    assert found["template"] == "small spirals"
    assert found["epochs_run"] == 2
    assert found["split"] == {"train": 96, "validation": 24, "test": 0}
    assert found["evaluated_on"] == "validation"
    assert found["device"]
    assert 0 < found["seconds_training"] <= found["seconds_total"]
    assert found["examples_per_second"] == pytest.approx(2 * 96 / found["seconds_training"])
    assert [epoch["epoch"] for epoch in found["history"]] == [1, 2]
    assert found["history"][0].keys() == {
        "epoch", "loss", "accuracy", "val_loss", "val_accuracy", "learning_rate",
    }  # fmt: skip
    assert found["metrics"].keys() >= {
        "accuracy", "precision_macro", "recall_macro", "f1_macro", "roc_auc",
    }  # fmt: skip
    assert found["metrics"]["accuracy"] == pytest.approx(found["history"][-1]["val_accuracy"])


def test_the_report_of_a_template_for_a_function(capsys: Capture) -> None:
    found = report(capsys, "train", "egg-crate", "--epochs", 2, "--batch", 128)
    assert found["template"] == "egg-crate"
    assert found["metrics"].keys() >= {"mae", "mse", "r2"}
    assert found["split"] == {"train": 4000, "validation": 1000, "test": 0}
    assert found["metrics"]["mae"] == pytest.approx(found["history"][-1]["val_mae"], rel=1e-4)


def test_a_function_of_several_inputs_and_outputs_and_what_is_left_out(
    capsys: Capture, tmp_path: Path
) -> None:
    inputs = tuple(FunctionInput(name=name, low=-1, high=1) for name in "abc")
    function = Function(formulas=("sqrt(a) + b", "a * c"), inputs=inputs, samples=400)
    template_project = template("egg-crate").project
    output = Dense(name="output", units=2, activation="linear")
    project = template_project.model_copy(
        update={
            "data": DataSpec(source=function),
            "network": NetworkSpec(input_shape=(3,), layers=(output,)),
        }
    )
    path = tmp_path / "function.mlpstudio"
    save_project(path, SavedProject(project))
    found = report(capsys, "train", path, "--epochs", 1)
    kept = found["split"]["train"] + found["split"]["validation"]
    assert 100 < kept < 300
    words = f"{400 - kept} of 400 samples have no finite value and are left out."
    assert found["notes"] == [words]
    assert found["metrics"].keys() >= {"mae", "mse", "r2"}
    assert main(["train", str(path), "--epochs", "1"]) == 0
    assert words in capsys.readouterr().err


def test_for_people_the_result_is_in_words(capsys: Capture, spirals_project: Path) -> None:
    assert main(["train", str(spirals_project), "--epochs", "2"]) == 0
    captured = capsys.readouterr()
    assert "validation accuracy: " in captured.out
    assert "epoch 1/2" in captured.err
    assert "epoch 2/2" in captured.err
    assert "\x1b" not in captured.err  # no terminal, no control sequences


def test_the_seed_decides(capsys: Capture, spirals_project: Path) -> None:
    def history(seed: int) -> Any:
        return report(capsys, "train", spirals_project, "--epochs", 1, "--seed", seed)["history"]

    first, again, other = history(3), history(3), history(4)
    assert first == again
    assert first != other


def test_a_trained_project_is_begun_anew(
    capsys: Capture, spirals_project: Path, tmp_path: Path
) -> None:
    untrained = load_project(spirals_project)
    assert untrained.snapshot is None
    report(capsys, "train", spirals_project, "--epochs", 1)
    assert load_project(spirals_project).snapshot is None  # the file is left as it was


def test_the_run_folder(spirals_run: Path) -> None:
    names = {str(path.relative_to(spirals_run)) for path in spirals_run.rglob("*.*")}
    weights = {f"weights/spirals_{kind}{k}.npy" for kind in ("weights", "biases") for k in (1, 2)}
    assert names == {"model.keras", "history.csv", "metrics.json", "manifest.json", *weights}
    with (spirals_run / "history.csv").open(newline="", encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    assert [row["epoch"] for row in rows] == ["1", "2"]
    assert float(rows[1]["val_loss"]) > 0
    manifest = json.loads((spirals_run / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["epochs_run"] == 2
    assert manifest["project"]["name"] == "small spirals"


def test_plain_numpy_with_the_exported_files_gives_the_same_outputs(
    spirals_run: Path, spirals_project: Path
) -> None:
    model = load_model(spirals_run)
    x = load(load_project(spirals_project).project.data).validation.x
    w1, b1, w2, b2 = (
        np.load(spirals_run / "weights" / f"spirals_{name}.npy")
        for name in ("weights1", "biases1", "weights2", "biases2")
    )
    z = np.tanh(x @ w1 + b1) @ w2 + b2
    e = np.exp(z - z.max(axis=1, keepdims=True))
    plain = e / e.sum(axis=1, keepdims=True)
    np.testing.assert_allclose(predict(model.network, model.weights, x), plain, atol=1e-6)


def test_metrics_are_those_of_the_weights(spirals_run: Path, spirals_project: Path) -> None:
    model = load_model(spirals_run)
    part = load(load_project(spirals_project).project.data).validation
    expected = classification(part.y, predict(model.network, model.weights, part.x))
    found = json.loads((spirals_run / "metrics.json").read_text(encoding="utf-8"))
    for name in ("accuracy", "f1_macro", "roc_auc"):
        assert found[name] == pytest.approx(expected[name])


def test_the_keras_file_holds_the_same_network(spirals_run: Path) -> None:
    folder, keras = load_model(spirals_run), load_model(spirals_run / "model.keras")
    x = np.random.default_rng(0).normal(size=(20, 2)).astype(np.float32)
    assert np.array_equal(folder.outputs(x), keras.outputs(x))
    assert keras.network.layers == folder.network.layers


def test_training_into_the_same_folder_again_replaces_the_run(
    capsys: Capture, spirals_project: Path, tmp_path: Path
) -> None:
    out = tmp_path / "run"
    for epochs in (2, 1):
        report(capsys, "train", spirals_project, "--epochs", epochs, "--out", out)
    assert len((out / "history.csv").read_text(encoding="utf-8").splitlines()) == 2


def test_the_best_epoch_s_weights_are_left_too_where_they_are_not_the_last(
    capsys: Capture, spirals_project: Path, tmp_path: Path
) -> None:
    project = load_project(spirals_project).project
    wild = {"optimizer": Adam(learning_rate=0.5), "class_weight": "balanced"}
    training = project.training.model_copy(update=wild)
    path, out = tmp_path / "wild.mlpstudio", tmp_path / "run"
    save_project(path, SavedProject(project.model_copy(update={"training": training})))
    found = report(capsys, "train", path, "--epochs", 10, "--out", out)
    losses = [epoch["val_loss"] for epoch in found["history"]]
    best = int(np.argmin(losses))
    assert found["best_epoch"] == best + 1 < 10
    manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    assert (manifest["best_epoch"], manifest["best_model"]) == (best + 1, "best.keras")
    assert manifest["project"]["training"]["class_weight"] == "balanced"
    part = load(project.data).validation
    for name, epoch in (("best.keras", best), ("model.keras", 9)):
        right = load_model(out / name).outputs(part.x)[np.arange(len(part)), part.y]
        assert -np.log(right).mean() == pytest.approx(losses[epoch], rel=1e-3)
    assert main(["train", str(path), "--epochs", "1", "--out", str(out)]) == 0
    assert "best.keras" not in capsys.readouterr().out
    assert not (out / "best.keras").exists()  # of the run before


@pytest.mark.slow
def test_the_course_s_first_classifier_end_to_end(
    capsys: Capture, mnist_folder: Path, tmp_path: Path
) -> None:
    out = tmp_path / "mnist"
    found = report(capsys, "train", "mnist-first", "--out", out)
    assert found["epochs_run"] == 8
    assert found["split"] == {"train": 51_000, "validation": 9_000, "test": 10_000}
    assert found["evaluated_on"] == "test"
    assert found["metrics"]["accuracy"] >= 0.91
    assert found["metrics"]["roc_auc"] >= 0.985
    arrays = {path.name: np.load(path) for path in (out / "weights").glob("*.npy")}
    assert {name: array.shape for name, array in arrays.items()} == {
        "mnist_weights1.npy": (784, 8),
        "mnist_biases1.npy": (8,),
        "mnist_weights2.npy": (8, 10),
        "mnist_biases2.npy": (10,),
    }
    with np.load(mnist_folder / "mnist.npz") as mnist:
        x, y = mnist["x_test"].reshape(-1, 784).astype(np.float32) / 255, mnist["y_test"]
    hidden = np.maximum(0, x @ arrays["mnist_weights1.npy"] + arrays["mnist_biases1.npy"])
    scores = hidden @ arrays["mnist_weights2.npy"] + arrays["mnist_biases2.npy"]
    assert np.mean(scores.argmax(axis=1) == y) == pytest.approx(found["metrics"]["accuracy"])
    evaluated = report(capsys, "evaluate", out, "--data", "mnist")
    assert evaluated["metrics"]["accuracy"] == pytest.approx(found["metrics"]["accuracy"])
