"""Real digits are read wherever and however they are drawn on the canvas."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mlp_studio.cli import main
from mlp_studio.commands.models import digit_model
from mlp_studio.digits.stroke_files import read_strokes
from mlp_studio.ui.digits.canvas import DrawingCanvas
from mlp_studio.ui.theme import Theme
from tests.benchmarks.canvas import drawn, plain, share_read


@pytest.mark.slow
def test_size_place_proportions_and_pen_make_no_difference(
    qtbot: QtBot, mnist_folder: Path, tmp_path: Path
) -> None:
    pen = mnist_folder / "pen_strokes.json.gz"
    if not pen.is_file():
        pytest.skip("needs pen_strokes.json.gz beside mnist.npz")
    assert main(["train", "digits", "--epochs", "3", "--out", str(tmp_path)]) == 0
    model, examples = digit_model(tmp_path), read_strokes(pen)[:600]
    canvas = DrawingCanvas(Theme("light"))
    qtbot.addWidget(canvas)
    canvas.resize(300, 300)
    canvas.show()
    qtbot.waitExposed(canvas)
    as_written = share_read(model, plain(examples), examples)
    assert as_written > 0.9
    assert share_read(model, drawn(canvas, examples), examples) >= as_written - 0.015
