"""``evaluate``, ``predict``, ``strokes`` and ``export`` on a model that was trained."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageDraw

from mlp_studio.cli import main
from mlp_studio.commands.models import load_model
from mlp_studio.core.datasets import DataSpec
from mlp_studio.data.load import load
from mlp_studio.digits.photo import photo_to_image
from mlp_studio.digits.sheet import read_sheet
from mlp_studio.digits.strokes import strokes_to_image
from mlp_studio.storage.run_folder import read_run

Capture = pytest.CaptureFixture[str]
SEVEN = (((40.0, 40.0), (200.0, 40.0), (100.0, 220.0)),)
ONE = (((120.0, 30.0), (120.0, 230.0)),)


def report(capsys: Capture, *arguments: object) -> dict[str, Any]:
    capsys.readouterr()
    assert main([*map(str, arguments), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert isinstance(found, dict)
    return found


@pytest.fixture(scope="session")
def test_images(digits_data: DataSpec, workplace: Path) -> Path:
    """The digits' test images, as bytes as people keep them."""
    test = load(digits_data).test
    assert test is not None
    path = workplace / "test images.npz"
    np.savez(path, x=np.round(test.x * 255).astype(np.uint8), y=test.y)
    return path


def test_evaluate_gives_the_metrics_of_the_training(
    capsys: Capture, digits_run: Path, test_images: Path
) -> None:
    found = report(capsys, "evaluate", digits_run, "--data", test_images)
    trained = read_run(digits_run).metrics
    assert found["metrics"]["accuracy"] == pytest.approx(trained["accuracy"])
    assert found["metrics"]["accuracy"] > 0.5
    assert found["metrics"].keys() == trained.keys()
    assert found["n"] == len(np.load(test_images)["y"])


def test_every_form_of_a_model_is_the_same_model(
    capsys: Capture, digits_run: Path, test_images: Path, tmp_path: Path
) -> None:
    expected = report(capsys, "evaluate", digits_run, "--data", test_images)["metrics"]
    models = [digits_run / "model.keras"]
    for kind in ("keras", "h5"):
        out = tmp_path / kind
        assert main(["export", str(digits_run), "--format", kind, "--out", str(out)]) == 0
        assert capsys.readouterr().out.splitlines() == [str(out / f"model.{kind}")]
        models.append(out / f"model.{kind}")
    for model in models:
        found = report(capsys, "evaluate", model, "--data", test_images)
        assert found["metrics"] == expected


def test_export_as_npy(capsys: Capture, digits_run: Path, tmp_path: Path) -> None:
    assert main(["export", str(digits_run), "--format", "npy", "--out", str(tmp_path)]) == 0
    names = {Path(line).name for line in capsys.readouterr().out.splitlines()}
    arrays = {f"digits_{kind}{k}.npy" for kind in ("weights", "biases") for k in (1, 2)}
    assert names == {*arrays, "manifest.json"}
    assert np.load(tmp_path / "digits_weights1.npy").shape == (784, 32)


def picture(path: Path, strokes: Any = SEVEN) -> Path:
    """Draw with a thick dark pen on light paper."""
    image = Image.new("L", (256, 256), 235)
    draw = ImageDraw.Draw(image)
    for stroke in strokes:
        draw.line([tuple(point) for point in stroke], fill=30, width=18, joint="curve")
    image.save(path)
    return path


def test_predict_reads_pictures(capsys: Capture, digits_run: Path, tmp_path: Path) -> None:
    paths = [picture(tmp_path / "a.png"), picture(tmp_path / "ä 2.jpg", ONE)]
    found = report(capsys, "predict", digits_run, *paths)["images"]
    assert [answer["file"] for answer in found] == [str(path) for path in paths]
    model = load_model(digits_run)
    for path, answer in zip(paths, found, strict=True):
        assert answer.keys() == {"file", "digit", "probabilities", "seconds"}
        expected = model.outputs(photo_to_image(path)[np.newaxis])[0]
        np.testing.assert_allclose(answer["probabilities"], expected, atol=1e-7)
        assert sum(answer["probabilities"]) == pytest.approx(1, abs=1e-5)
        assert answer["digit"] == int(np.argmax(expected))
    assert main(["predict", str(digits_run), str(paths[0])]) == 0
    assert f"{paths[0]}: {found[0]['digit']} (0." in capsys.readouterr().out


def test_predict_reads_a_sheet(capsys: Capture, digits_run: Path, tmp_path: Path) -> None:
    sheet = Image.new("L", (512, 512), 235)
    for strokes, place in ((SEVEN, (0, 0)), (ONE, (256, 8)), (ONE, (0, 256)), (SEVEN, (256, 250))):
        part = Image.open(picture(tmp_path / "part.png", strokes))
        sheet.paste(part, place)
    path = tmp_path / "sheet.png"
    sheet.save(path)
    (answer,) = report(capsys, "predict", digits_run, path, "--sheet")["images"]
    assert answer.keys() == {"file", "digits", "seconds"}
    assert answer["file"] == str(path)
    model = load_model(digits_run)
    images = np.stack([digit.image for digit in read_sheet(path)])
    assert len(images) == 4
    for digit, expected in zip(answer["digits"], model.outputs(images), strict=True):
        assert digit.keys() == {"box", "digit", "probabilities"}
        np.testing.assert_allclose(digit["probabilities"], expected, atol=1e-6)
        assert digit["digit"] == int(np.argmax(expected))
    boxes = np.array([digit["box"] for digit in answer["digits"]])
    middles = (boxes[:, :2] + boxes[:, 2:]) / 2
    assert (middles // 256).tolist() == [[0, 0], [1, 0], [0, 1], [1, 1]]
    assert main(["predict", str(digits_run), str(path), "--sheet"]) == 0
    words = " ".join(str(digit["digit"]) for digit in answer["digits"])
    assert capsys.readouterr().out == f"{path}: {words}\n"


@pytest.mark.parametrize("packed", [False, True])
def test_strokes_are_read_as_the_canvas_reads_them(
    capsys: Capture, digits_run: Path, tmp_path: Path, packed: bool
) -> None:
    model = load_model(digits_run)
    images = np.stack([strokes_to_image(strokes) for strokes in (SEVEN, ONE)])
    expected = model.outputs(images).argmax(axis=1).tolist()
    items = [
        {"label": expected[0], "strokes": SEVEN},
        {"label": (expected[1] + 1) % 10, "strokes": ONE},
        {"strokes": SEVEN},
    ]
    raw = json.dumps(items).encode()
    path = tmp_path / "pen.json"
    path.write_bytes(gzip.compress(raw) if packed else raw)
    found = report(capsys, "strokes", digits_run, path)
    assert found == {"n": 3, "predictions": [*expected, expected[0]], "accuracy": 0.5}


def test_strokes_without_labels_have_no_accuracy(
    capsys: Capture, digits_run: Path, tmp_path: Path
) -> None:
    path = tmp_path / "pen.json"
    path.write_text(json.dumps([{"strokes": SEVEN}, {"strokes": []}]), encoding="utf-8")
    assert report(capsys, "strokes", digits_run, path).keys() == {"n", "predictions"}
    path.write_text("[]", encoding="utf-8")
    assert report(capsys, "strokes", digits_run, path) == {"n": 0, "predictions": []}


def test_templates_are_listed(capsys: Capture) -> None:
    assert main(["templates"]) == 0
    words = capsys.readouterr().out
    assert main(["templates", "--json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert {"digits", "spirals-6", "mnist-first"} <= {entry["name"] for entry in listed}
    assert all(entry["name"] in words and entry["description"] in words for entry in listed)


def test_doctor_explains(capsys: Capture) -> None:
    found = report(capsys, "doctor")
    assert found.keys() == {"versions", "system", "devices", "gpu", "data", "display"}
    assert any(device["kind"] == "cpu" for device in found["devices"])
    assert found["gpu"]["used"] == "yes" or found["gpu"]["why"]
    assert main(["doctor"]) == 0
    assert "tensorflow: " in capsys.readouterr().out
