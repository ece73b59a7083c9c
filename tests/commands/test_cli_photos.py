"""``predict`` prints what the window shows, to the last digit."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from mlp_studio.cli import main
from mlp_studio.commands.models import digit_model
from mlp_studio.core.events import Snapshot
from tests.digits.paper import KINDS, encoded, photo, pictured, sheet, style
from tests.ui.photo_lab import PhotoLab

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def lab(qtbot: QtBot, digits_run: Path) -> Iterator[PhotoLab]:
    """The window's digits panel with the model that the command line uses."""
    model = digit_model(digits_run)
    made = PhotoLab(qtbot)
    assert model.project is not None
    made.document.open(model.project)
    made.document.set_snapshot(Snapshot(model.network, model.weights, 1, scaler=model.scaler))
    yield made
    made.close()


def printed(capsys: Capture, *words: object) -> list[dict[str, object]]:
    capsys.readouterr()
    assert main(["predict", *map(str, words), "--json"]) == 0
    images: list[dict[str, object]] = json.loads(capsys.readouterr().out)["images"]
    return images


def test_a_photo_has_the_same_probabilities(
    lab: PhotoLab, capsys: Capture, digits_run: Path, tmp_path: Path
) -> None:
    paths = []
    for k, kind in enumerate(("phone", "ballpen", "white_on_black", "squared")):
        rng = np.random.default_rng(k)
        paths.append(tmp_path / f"{kind}.jpg")
        assert kind in KINDS
        paths[-1].write_bytes(photo(style(2 * k, rng), kind, rng))
    for path, answer in zip(paths, printed(capsys, digits_run, *paths), strict=True):
        shown = lab.open(path).desk.answer
        assert shown.prepared.bars.values is not None
        assert [float(p) for p in shown.prepared.bars.values] == answer["probabilities"]
        assert shown.digit == answer["digit"]


def test_a_sheet_has_the_same_probabilities(
    lab: PhotoLab, capsys: Capture, digits_run: Path, tmp_path: Path
) -> None:
    rng = np.random.default_rng(3)
    ink, _cells = sheet([style(k % 10, rng) for k in range(20)], rng)
    path = tmp_path / "sheet.jpg"
    path.write_bytes(encoded(pictured(ink, "phone", rng), turned=True))
    (answer,) = printed(capsys, digits_run, "--sheet", path)
    digits = answer["digits"]
    assert isinstance(digits, list)
    readings = lab.open(path).correcting.readings
    assert len(readings) == len(digits) == 20
    for reading, digit in zip(readings, digits, strict=True):
        assert reading.values is not None
        assert [float(p) for p in reading.values] == digit["probabilities"]
        assert reading.read == str(digit["digit"])
        assert [round(edge, 1) for edge in reading.item.box] == digit["box"]
