"""Models from elsewhere get what they were trained on, on the command line too."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from mlp_studio.cli import main
from mlp_studio.commands.models import digit_model, load_model
from mlp_studio.core.forward import predict
from mlp_studio.core.scaling import Scaler
from mlp_studio.digits.contract import contract, key_of
from mlp_studio.digits.drawing import PenStroke, drawing_to_image
from mlp_studio.digits.stroke_files import StrokeExample
from mlp_studio.engine.keras_files import save_keras
from mlp_studio.storage.keras_contract import write_beside, write_contract
from mlp_studio.storage.strokes import write_strokes
from tests.digits.test_contract import digits, reader

WAY = ((60.0, 60.0), (200.0, 60.0), (150.0, 140.0), (110.0, 220.0))
PRESSED = PenStroke(WAY, 24.0, (0.3, 1.0, 0.6, 0.3))


@pytest.mark.parametrize("how", ["inside", "beside", "found out"])
@pytest.mark.parametrize("flat", [False, True])
def test_strokes_are_read_as_the_network_learnt_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], how: str, flat: bool
) -> None:
    wanted = contract("signed", dark_ink=True)
    network, weights = reader(wanted, flat=flat)
    path = tmp_path / "model.keras"
    save_keras(path, network, weights)
    if how == "inside":
        write_contract(path, wanted)
    elif how == "beside":
        write_beside(path, wanted)
    model = digit_model(path)
    assert key_of(model.scaler) == ("signed", True)
    images, labels = digits(2)
    read = model.outputs(model.scaler.of_picture(images)).argmax(axis=1)
    assert (read == labels).mean() > 0.55
    file = tmp_path / "strokes.json"
    write_strokes(file, [StrokeExample((PRESSED,), 7)])
    capsys.readouterr()
    assert main(["strokes", str(path), str(file), "--json"]) == 0
    image = drawing_to_image((PRESSED,))
    assert image is not None
    x = (1 - 2 * image).reshape(1, *network.input_shape).astype(np.float32)
    expected = int(predict(network, weights, x).argmax())
    assert json.loads(capsys.readouterr().out)["predictions"] == [expected]


def test_what_nobody_says_and_nothing_tells_is_taken_as_usual(tmp_path: Path) -> None:
    network, weights = reader(contract("unit"), flat=True)
    nothing = {name: tuple(a * 0 for a in arrays) for name, arrays in weights.items()}
    path = tmp_path / "model.h5"
    save_keras(path, network, nothing)
    assert digit_model(path).scaler == Scaler(kind="divide_255")


def test_exported_models_take_it_with_them(
    digits_run: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for kind in ("keras", "h5"):
        assert main(["export", str(digits_run), "--format", kind, "--out", str(tmp_path)]) == 0
        there = load_model(tmp_path / f"model.{kind}")
        here = load_model(digits_run)
        assert there.told
        assert there.scaler == here.scaler
        assert there.scaler.class_names == tuple("0123456789")
    assert main(["export", str(digits_run), "--format", "npy", "--out", str(tmp_path)]) == 0
    manifest = json.loads((tmp_path / "manifest.json").read_text())
    assert manifest["input"]["ink"] == 255
    assert manifest["input"]["paper"] == 0
    capsys.readouterr()
