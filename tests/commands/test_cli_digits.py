"""What the digits' templates are for: reading hands that they have not seen."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from mlp_studio.cli import main
from mlp_studio.commands.models import digit_model
from mlp_studio.core.datasets import MnistAndDigits
from mlp_studio.core.templates import TEMPLATES
from mlp_studio.digits.stroke_files import read_strokes
from mlp_studio.digits.strokes import strokes_to_image
from mlp_studio.storage.project_file import SavedProject, load_project, save_project
from tests.digits.paper import KINDS, photo

Capture = pytest.CaptureFixture[str]


def _accuracy(capsys: Capture, *words: object) -> float:
    """Return the accuracy that a command reports."""
    capsys.readouterr()
    assert main([*map(str, words), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    return float(found["metrics"]["accuracy"] if "metrics" in found else found["accuracy"])


@pytest.mark.slow
def test_made_digits_teach_to_read_real_ones(
    capsys: Capture, mnist_folder: Path, tmp_path: Path
) -> None:
    assert main(["train", "digits", "--epochs", "3", "--out", str(tmp_path)]) == 0
    assert _accuracy(capsys, "evaluate", tmp_path, "--data", "mnist") >= 0.95
    pen = mnist_folder / "pen_strokes.json.gz"
    if not pen.is_file():
        pytest.skip("needs pen_strokes.json.gz beside mnist.npz")
    assert _accuracy(capsys, "strokes", tmp_path, pen) >= 0.93
    assert _photos_right(capsys, tmp_path, pen) >= 0.95


def _photos_right(capsys: Capture, run: Path, pen: Path) -> float:
    """Return the right answers to photos of all kinds, of those the clean strokes give."""
    model = digit_model(run)
    examples = read_strokes(pen)[:102]
    paths, clean = [], []
    for k, example in enumerate(examples):
        paths.append(run / f"photo {k}.jpg")
        kind = KINDS[k % len(KINDS)]
        paths[-1].write_bytes(photo(example.strokes, kind, np.random.default_rng(k)))
        image = strokes_to_image(example.strokes)
        assert image is not None
        clean.append(int(model.outputs(model.scaler.of_picture(image[np.newaxis])).argmax()))
    capsys.readouterr()
    assert main(["predict", str(run), *map(str, paths), "--json"]) == 0
    answers = [answer["digit"] for answer in json.loads(capsys.readouterr().out)["images"]]
    labels = [example.label for example in examples]
    return sum(map(int.__eq__, answers, labels)) / sum(map(int.__eq__, clean, labels))


@pytest.mark.slow
def test_a_project_mixes_mnist_and_digits(
    capsys: Capture, mnist_folder: Path, tmp_path: Path
) -> None:
    project = TEMPLATES["mnist-draw"].project
    source = MnistAndDigits(count=2000, copies=0, seed=1)
    project = project.model_copy(
        update={"data": project.data.model_copy(update={"source": source})}
    )
    path, out = tmp_path / "both.mlpstudio", tmp_path / "run"
    save_project(path, SavedProject(project))
    assert load_project(path).project == project
    learnt = _accuracy(capsys, "train", path, "--epochs", "1", "--out", out)
    assert learnt >= 0.95
    assert _accuracy(capsys, "evaluate", out, "--data", "mnist") == pytest.approx(learnt)
