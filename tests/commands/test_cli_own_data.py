"""A person's own files through the command line: trained, evaluated, scaled alike each time."""

import json
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from mlp_studio.cli import main
from mlp_studio.commands.models import load_model
from mlp_studio.core.dataset import Dataset, facts
from mlp_studio.core.datasets import AnySource, BuiltinDigits, DataSpec, Split
from mlp_studio.core.layers import AnyLayer, Dense, Flatten
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.project import ProjectSpec
from mlp_studio.core.scaling import Scaling
from mlp_studio.core.table_sources import Table
from mlp_studio.core.training import Adam, TrainingSpec
from mlp_studio.data.array_files import inspect_arrays
from mlp_studio.data.load import load
from mlp_studio.data.tables.choose import table_from
from mlp_studio.data.tables.inspection import inspect
from mlp_studio.storage.project_file import SavedProject, load_project, save_project
from mlp_studio.storage.run_folder import read_run

Capture = pytest.CaptureFixture[str]

FEW_DIGITS = BuiltinDigits(count=3000)


def project_of(source: AnySource, scaling: Scaling, units: int, test: float = 0.2) -> ProjectSpec:
    known = facts(source)
    layers: list[AnyLayer] = [] if len(known.input_shape) == 1 else [Flatten()]
    layers += [
        Dense(name="dense", units=16),
        Dense(name="output", units=units, activation="softmax" if units > 1 else "linear"),
    ]
    return ProjectSpec(
        name="own data",
        data=DataSpec(source=source, scaling=scaling, split=Split(test=test)),
        network=NetworkSpec(input_shape=known.input_shape, layers=tuple(layers)),
        training=TrainingSpec(
            optimizer=Adam(learning_rate=0.02),
            epochs=25,
            batch_size=16,
            loss="categorical_crossentropy" if units > 1 else "mean_squared_error",
            metric="accuracy" if units > 1 else "mae",
        ),
    )


def table_words(n: int, seed: int) -> str:
    rng = np.random.default_rng(seed)
    lines = ["size,colour,kind"]
    for k in range(n):
        kind = k % 3
        size = "" if k % 17 == 5 else f"{5000 + 100 * kind + rng.normal(0, 10):.3f}"
        lines.append(f"{size},{('red', 'green', 'blue')[rng.integers(3)]},{'abc'[kind]}")
    return "\n".join(lines) + "\n"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("own data")


@pytest.fixture(scope="module")
def table_run(place: Path) -> Path:
    (place / "data").mkdir()
    path = place / "data" / "train.csv"
    path.write_text(table_words(240, 0), encoding="utf-8")
    source = table_from(inspect(path), missing="mean")
    save_project(place / "t.mlpstudio", SavedProject(project_of(source, "standard", 3)))
    assert main(["train", str(place / "t.mlpstudio"), "--out", str(place / "run")]) == 0
    return place / "run"


def report(capsys: Capture, *arguments: str | Path) -> Any:
    capsys.readouterr()
    assert main([*map(str, arguments), "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_a_table_is_learnt(table_run: Path) -> None:
    run = read_run(table_run)
    assert run.metrics["accuracy"] > 0.9  # a seventeenth of the sizes are missing
    assert run.manifest["class_names"] == ["a", "b", "c"]
    scaler = run.snapshot.scaler
    assert scaler is not None
    assert scaler.shift[0] == pytest.approx(5100, abs=15)
    assert scaler.fill[0] == pytest.approx(scaler.shift[0])
    assert run.manifest["input"]["shift"] == list(scaler.shift)


def test_another_table_is_scaled_as_the_training_part_was(
    table_run: Path, tmp_path: Path, capsys: Capture
) -> None:
    # Only one of the kinds and other sizes: a scaler fitted anew would mislead.
    rows = [line for line in table_words(120, 1).splitlines() if not line.endswith((",b", ",c"))]
    path = tmp_path / "new.csv"
    path.write_text("\n".join([*rows, "5004,violet,a"]), encoding="utf-8")
    capsys.readouterr()
    assert main(["evaluate", str(table_run), "--data", str(path), "--json"]) == 0
    said = capsys.readouterr()
    found = json.loads(said.out)
    assert found["n"] == len(rows)  # without the names, with the new row
    assert found["metrics"]["accuracy"] > 0.9
    assert "1 cells hold categories that are new" in said.err
    model = load_model(table_run)
    assert model.project is not None
    dataset: Dataset = load(model.project.data)
    assert model.scaler == dataset.scaler


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("size,kind\n1,a\n2,b\n", "no column “colour”"),
        ("size,colour,kind\n1,red,a\nbig,red,b\n3,red,c\n", "row 3 has “big” in column “size”"),
        ("size,colour,kind\n1,red,a\n2,red,z\n", "row 3 has “z” in column “kind”"),
        ("", "is empty"),
    ],
)
def test_tables_that_do_not_fit_are_refused(
    table_run: Path, tmp_path: Path, capsys: Capture, words: str, reason: str
) -> None:
    path = tmp_path / "wrong.csv"
    path.write_text(words, encoding="utf-8")
    capsys.readouterr()
    assert main(["evaluate", str(table_run), "--data", str(path)]) == 1
    said = capsys.readouterr().err
    assert reason in said
    assert str(path) in said


def test_a_project_moves_together_with_its_data(table_run: Path, tmp_path: Path) -> None:
    place = table_run.parent
    shutil.copytree(place / "data", tmp_path / "data")
    shutil.copy(place / "t.mlpstudio", tmp_path / "t.mlpstudio")
    source = load_project(tmp_path / "t.mlpstudio").project.data.source
    assert isinstance(source, Table)
    assert Path(source.path) == tmp_path / "data" / "train.csv"
    elsewhere = tmp_path / "below" / "t.mlpstudio"
    elsewhere.parent.mkdir()
    save_project(elsewhere, SavedProject(load_project(tmp_path / "t.mlpstudio").project))
    moved = load_project(elsewhere).project.data.source
    assert moved == source


def test_a_project_whose_data_is_gone_says_so(
    table_run: Path, tmp_path: Path, capsys: Capture
) -> None:
    shutil.copy(table_run.parent / "t.mlpstudio", tmp_path / "t.mlpstudio")
    assert main(["train", str(tmp_path / "t.mlpstudio")]) == 1
    said = capsys.readouterr().err
    assert str(tmp_path / "data" / "train.csv") in said


def test_arrays_are_learnt_and_evaluated(tmp_path: Path, capsys: Capture) -> None:
    rng = np.random.default_rng(0)
    y = np.arange(300) % 3
    x = rng.normal(0, 1, (300, 4)) + 1000 + 20 * y[:, np.newaxis]
    np.savez(tmp_path / "a.npz", X=x, y=np.array(["low", "mid", "top"])[y])
    source = inspect_arrays(tmp_path / "a.npz").source
    save_project(tmp_path / "a.mlpstudio", SavedProject(project_of(source, "min_max", 3)))
    out = tmp_path / "run"
    trained = report(capsys, "train", tmp_path / "a.mlpstudio", "--out", out)
    assert trained["metrics"]["accuracy"] > 0.95
    assert trained["split"] == {"train": 180, "validation": 60, "test": 60}
    found = report(capsys, "evaluate", out, "--data", tmp_path / "a.npz")
    assert found["n"] == 300
    assert found["metrics"]["accuracy"] > 0.95


@pytest.fixture(scope="module")
def standard_digits(place: Path) -> Path:
    """Few digits with standard scaling: whoever divides by 255 reads nonsense."""
    project = project_of(FEW_DIGITS, "standard", 10, test=0.0)
    save_project(place / "d.mlpstudio", SavedProject(project))
    out = place / "digits"
    assert main(["train", str(place / "d.mlpstudio"), "--epochs", "12", "--out", str(out)]) == 0
    return out


def test_drawings_are_scaled_as_the_digits_were(
    standard_digits: Path, tmp_path: Path, capsys: Capture
) -> None:
    model = load_model(standard_digits)
    assert model.scaler.kind == "standard"
    data = load(DataSpec(source=FEW_DIGITS))
    assert data.test is not None
    right = 0
    for k in range(30):
        pixels = data.test.x[k].astype(np.uint8)
        Image.fromarray(pixels).resize((280, 280)).save(tmp_path / f"{k}.png")
    answers = report(
        capsys, "predict", standard_digits, *[tmp_path / f"{k}.png" for k in range(30)]
    )
    right = sum(answer["digit"] == data.test.y[k] for k, answer in enumerate(answers["images"]))
    np.savez(tmp_path / "test.npz", x=data.test.x, y=data.test.y)
    own = report(capsys, "evaluate", standard_digits, "--data", tmp_path / "test.npz")
    assert own["metrics"]["accuracy"] > 0.6
    assert right >= 15


def test_idx_files_are_evaluated(standard_digits: Path, tmp_path: Path, capsys: Capture) -> None:
    data = load(DataSpec(source=FEW_DIGITS))
    assert data.test is not None
    x, y = data.test.x.astype(np.uint8), data.test.y.astype(np.uint8)
    images, labels = tmp_path / "t10k-images-idx3-ubyte", tmp_path / "t10k-labels-idx1-ubyte"
    head = bytes((0, 0, 8, 3)) + b"".join(side.to_bytes(4, "big") for side in x.shape)
    images.write_bytes(head + x.tobytes())
    assert main(["evaluate", str(standard_digits), "--data", str(images)]) == 1
    assert "there is no file t10k-labels" in capsys.readouterr().err
    labels.write_bytes(bytes((0, 0, 8, 1)) + len(y).to_bytes(4, "big") + y.tobytes())
    found = report(capsys, "evaluate", standard_digits, "--data", images)
    trained = read_run(standard_digits).metrics
    assert found["metrics"]["accuracy"] == pytest.approx(trained["accuracy"])
    np.savez(tmp_path / "d.npz", x=x, y=y)
    again = report(capsys, "evaluate", standard_digits, "--data", tmp_path / "d.npz")
    assert again["metrics"] == found["metrics"]
