"""A sheet of many digits is split into its digits, in reading order, none lost."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from mlp_studio.core.errors import StudioError
from mlp_studio.digits.sheet import SheetDigit, in_order, read_sheet, split
from mlp_studio.digits.stroke_files import read_strokes
from tests.digits.paper import encoded, likeness, pictured, sheet, style

BAR = [(30.0, 20.0), (100.0, 20.0)]
BELLY = [(30.0, 36.0), (30.0, 75.0), (80.0, 75.0), (95.0, 105.0), (70.0, 140.0), (25.0, 130.0)]
CORNER = [(50.0, 10.0), (15.0, 85.0), (105.0, 85.0)]
STEM = [(75.0, 50.0), (75.0, 75.0)], [(75.0, 97.0), (75.0, 140.0)]


def check(path: Path, digits: list, cells: list, scale: float = 1, least: float = 0.7) -> None:
    """Look whether each digit of the sheet is found in its cell and looks as it should."""
    found = read_sheet(path)
    assert len(found) == len(digits)
    for digit, strokes, cell in zip(found, digits, cells, strict=True):
        left, top, right, bottom = (edge / scale for edge in digit.box)
        assert min(left - cell[0], top - cell[1]) > -4
        assert max(right - cell[2], bottom - cell[3]) < 4
        assert likeness(digit.image, strokes) > least


@pytest.mark.parametrize(
    ("kind", "seed"), [("plain", 1), ("ruled", 2), ("white_on_black", 3), ("phone", 4)]
)
def test_a_sheet_of_twenty_is_split(tmp_path: Path, kind: str, seed: int) -> None:
    rng = np.random.default_rng(seed)
    digits = [style(k % 10, rng) for k in rng.permutation(20)]
    ink, cells = sheet(digits, rng)
    path = tmp_path / "sheet.jpg"
    path.write_bytes(encoded(pictured(ink, kind, rng), turned=kind == "phone"))
    check(path, digits, cells)


@pytest.mark.skipif(
    "MLP_STUDIO_DATA" not in os.environ, reason="MLP_STUDIO_DATA names no folder with strokes"
)
def test_sheets_of_real_pen_strokes(tmp_path: Path) -> None:
    examples = read_strokes(Path(os.environ["MLP_STUDIO_DATA"]) / "pen_strokes.json.gz")
    for seed in range(4):
        rng = np.random.default_rng(seed)
        digits = [examples[k].strokes for k in rng.choice(len(examples), 20, replace=False)]
        ink, cells = sheet(digits, rng)
        path = tmp_path / "sheet.jpg"
        path.write_bytes(encoded(pictured(ink, "texture", rng)))
        check(path, digits, cells, least=0.5)


def test_boxes_are_in_pixels_of_the_file(tmp_path: Path) -> None:
    rng = np.random.default_rng(5)
    digits = [style(k, rng) for k in range(10)]
    ink, cells = sheet(digits, rng)
    big = Image.fromarray(pictured(ink, "plain", rng)).resize((2400, 2400))
    big.save(tmp_path / "big.png")
    check(tmp_path / "big.png", digits, cells, scale=2400 / len(ink))


def test_the_pieces_of_a_digit_stay_together() -> None:
    five, four = [BELLY, BAR], [CORNER, *STEM]
    rng = np.random.default_rng(0)
    ink, _ = sheet([five, style(1, rng), four, style(1, rng)], rng, columns=4, pen=0.07)
    found = sorted(split(ink), key=lambda digit: digit.box[0])
    assert len(found) == 4
    assert likeness(found[0].image, five) > 0.8
    assert likeness(found[2].image, four) > 0.8


@settings(max_examples=15)
@given(st.floats(-4, 4), st.integers(0, 10_000))
def test_rows_may_rise_or_fall(degrees: float, seed: int) -> None:
    rng = np.random.default_rng(seed)
    turn = np.radians(degrees)
    digits = []
    for k in range(24):
        x, y = 100.0 * (k % 6) + rng.uniform(-15, 15), 100.0 * (k // 6) + rng.uniform(-12, 12)
        x, y = x * np.cos(turn) - y * np.sin(turn), x * np.sin(turn) + y * np.cos(turn)
        wide, high = rng.uniform(8, 25), rng.uniform(25, 40)
        image = np.full((28, 28), k, np.float32)
        digits.append(SheetDigit((x - wide, y - high, x + wide, y + high), image))
    shuffled = [digits[k] for k in rng.permutation(len(digits))]
    assert [int(digit.image[0, 0]) for digit in in_order(shuffled)] == list(range(24))


@pytest.mark.parametrize("grey", [0, 128, 255])
def test_an_empty_sheet(tmp_path: Path, grey: int) -> None:
    Image.new("L", (900, 600), grey).save(tmp_path / "empty.png")
    with pytest.raises(StudioError, match="no digit") as caught:
        read_sheet(tmp_path / "empty.png")
    assert "empty.png" in str(caught.value)
