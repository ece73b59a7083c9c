"""All kinds of paper, light and pens give the image of the clean strokes."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from mlp_studio.digits.photo import photo_to_image
from mlp_studio.digits.picture_file import read_picture
from mlp_studio.digits.rules import without_rules
from tests.digits.paper import KINDS, likeness, photo, style


@pytest.mark.parametrize("kind", KINDS)
def test_a_photo_of_any_kind_gives_the_image_of_the_strokes(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "photo.jpg"
    alike = []
    for digit in range(0, 10, 2):
        rng = np.random.default_rng(digit)
        strokes = style(digit, rng)
        path.write_bytes(photo(strokes, kind, rng))
        alike.append(likeness(photo_to_image(path), strokes))
    assert min(alike) > (0.75 if kind == "pencil" else 0.8)
    assert np.mean(alike) > 0.9


def test_ink_as_bright_as_the_paper_is_told_by_its_colour(tmp_path: Path) -> None:
    rng = np.random.default_rng(0)
    strokes = style(3, rng)
    path = tmp_path / "three.png"
    path.write_bytes(photo(strokes, "plain", rng))
    ink = np.clip((0.8 - read_picture(path).grey) / 0.5, 0, 1)[..., None]
    green, red = np.array([90, 170, 90]), np.array([215, 107, 90])  # alike in grey
    assert abs(np.dot(green - red, [0.299, 0.587, 0.114])) < 1
    Image.fromarray(np.uint8(green * (1 - ink) + red * ink)).save(path)
    assert likeness(photo_to_image(path), strokes) > 0.9


@pytest.mark.parametrize("slope", [-0.04, 0.0, 0.03])
def test_printed_lines_go_and_handwriting_stays(slope: float) -> None:
    height, width = 300, 400
    y, x = np.mgrid[:height, :width]
    lines = np.abs((y + slope * x) % 40 - 20) < 1.5
    pen = np.zeros((height, width), bool)
    pen[60:240, 190:206] = True  # a one
    pen[60:76, 120:270] = True  # a seven's bar
    cleaned = without_rules(np.where(pen, 0.8, np.where(lines, 0.5, 0.0)))
    assert (cleaned[pen] > 0.4).all(), "handwriting was wiped off"
    elsewhere = lines.copy()
    elsewhere[50:250, 110:280] = False
    assert cleaned[2:-2][elsewhere[2:-2]].max() < 0.1


def test_a_picture_without_lines_stays_what_it_is() -> None:
    rng = np.random.default_rng(0)
    noise = rng.normal(0, 0.05, (200, 240))
    noise[40:160, 100:112] += 0.7
    noise[40:50, 60:150] += 0.7
    assert np.array_equal(without_rules(noise), noise)
