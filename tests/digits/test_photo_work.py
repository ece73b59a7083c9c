"""A photo step by step: the choices, the cut, and that nothing differs from the short way."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from mlp_studio.core.errors import StudioError
from mlp_studio.digits.cut import Cut, bounds, turned, whole
from mlp_studio.digits.normalise import Preparation
from mlp_studio.digits.photo import photo_to_image
from mlp_studio.digits.photo_table import PhotoTable
from mlp_studio.digits.photo_work import PhotoChoice, Worked
from mlp_studio.digits.sheet import read_sheet
from tests.digits.paper import encoded, likeness, photo, pictured, placed, sheet, style, written

PLAIN = Preparation()


def made(path: Path, choice: PhotoChoice = PhotoChoice()) -> Worked:  # noqa: B008 - frozen
    return PhotoTable(path).one(choice, PLAIN)


@pytest.mark.parametrize("steps", [Preparation(), Preparation(centre=False)])
@pytest.mark.parametrize("kind", ["shadow", "ballpen", "white_on_black", "ruled"])
def test_the_steps_lead_from_the_photo_to_the_image(
    tmp_path: Path, steps: Preparation, kind: str
) -> None:
    rng = np.random.default_rng(3)
    path = tmp_path / "five.jpg"
    path.write_bytes(photo(style(5, rng), kind, rng))
    found = PhotoTable(path).one(PhotoChoice(), steps)
    keys = [step.key for step in found.steps]
    assert keys[:2] == ["upright", "grey"]
    assert ("pen" in keys) is (kind == "ballpen")
    assert "rules" in keys or kind != "ruled"
    assert keys[-1] == "frame"
    assert len({str(step.caption) for step in found.steps}) == len(keys)
    pictures = {step.key: step.picture for step in found.steps}
    for picture in pictures.values():
        assert picture.dtype == np.float32
        assert picture.min() >= 0
        assert picture.max() <= 1
    assert found.dark is (kind != "white_on_black")
    assert found.image is not None
    assert np.array_equal(pictures["frame"], found.image)
    assert np.array_equal(found.image, photo_to_image(path, steps))
    paper = pictures["threshold"] < 0.01
    if kind == "shadow":
        assert pictures["light"][paper].std() < pictures["grey"][paper].std() / 2
    evened = pictures["light"] if found.dark else 1 - pictures["light"]
    assert evened[paper].mean() > 0.9


def test_a_blank_page_is_told_and_a_faint_one_can_be_corrected(tmp_path: Path) -> None:
    Image.new("L", (200, 200), 255).save(tmp_path / "blank.png")
    with pytest.raises(StudioError, match="no digit"):
        PhotoTable(tmp_path / "blank.png")
    rng = np.random.default_rng(2)
    strokes = style(3, rng)
    ink = placed(strokes, "plain", rng)
    faint = np.rint(200 - 13 * ink + rng.normal(0, 0.4, ink.shape)).astype(np.uint8)
    Image.fromarray(faint).save(tmp_path / "faint.png")
    table = PhotoTable(tmp_path / "faint.png")
    untouched = table.one(PhotoChoice(), PLAIN)
    assert untouched.image is None
    assert untouched.steps[-1].picture.max() == 0
    corrected = table.one(PhotoChoice(shift=0.01), PLAIN).image
    assert corrected is not None
    assert likeness(corrected, strokes) > 0.8


@pytest.mark.parametrize("threshold", ["otsu", "adaptive"])
def test_the_correction_moves_the_threshold(tmp_path: Path, threshold: str) -> None:
    rng = np.random.default_rng(5)
    path = tmp_path / "photo.jpg"
    path.write_bytes(photo(style(8, rng), "blur", rng))
    table = PhotoTable(path)
    amounts = []
    for shift in (-0.8, -0.4, 0.0, 0.4, 0.8):
        choice = PhotoChoice(threshold=threshold, shift=shift)  # type: ignore[arg-type]
        steps = {s.key: s.picture for s in table.one(choice, PLAIN).steps}
        amounts.append(float(steps["threshold"].mean()))
        assert np.median(steps["threshold"]) < 0.05, "the paper became grey"
    assert amounts == sorted(amounts, reverse=True)
    assert amounts[0] > 1.3 * amounts[-1]


@pytest.mark.parametrize("kind", ["plain", "phone", "shadow", "pencil", "chalk"])
def test_the_adaptive_threshold_reads_too(tmp_path: Path, kind: str) -> None:
    rng = np.random.default_rng(6)
    strokes = style(2, rng)
    path = tmp_path / "photo.jpg"
    path.write_bytes(photo(strokes, kind, rng))
    image = made(path, PhotoChoice(threshold="adaptive")).image
    assert image is not None
    assert likeness(image, strokes) > 0.8


def test_the_kind_of_ink_can_be_chosen(tmp_path: Path) -> None:
    """Bright figures on a page most of which is dark print: found wrongly, then corrected."""
    rng = np.random.default_rng(7)
    strokes = style(4, rng)
    path = tmp_path / "four.png"
    Image.fromarray(pictured(placed(strokes, "plain", rng), "plain", rng)).save(path)
    found, told = made(path), made(path, PhotoChoice(ink="dark"))
    assert found.dark
    assert told.dark
    assert np.array_equal(found.image, told.image)
    other = made(path, PhotoChoice(ink="light"))
    assert not other.dark
    assert other.image is None or likeness(other.image, strokes) < 0.5


def test_what_is_cut_out_is_read_alone(tmp_path: Path) -> None:
    rng = np.random.default_rng(8)
    wanted, other = style(5, rng), style(8, rng)
    ink = np.maximum(
        written(wanted, 600, (40, 60, 200, 200), 18), written(other, 600, (350, 300, 220, 220), 20)
    )
    path = tmp_path / "two.jpg"
    path.write_bytes(encoded(pictured(ink, "phone", rng)))
    table = PhotoTable(path)
    both = table.one(PhotoChoice(), PLAIN).image
    alone = table.one(PhotoChoice(Cut(0.0, (20, 40, 270, 280))), PLAIN).image
    assert both is not None
    assert alone is not None
    assert likeness(both, wanted) < 0.6
    assert likeness(alone, wanted) > 0.85


@pytest.mark.parametrize("angle", [90.0, 180.0, -90.0, 14.0, -37.0])
def test_a_photo_that_lies_askew_is_turned(tmp_path: Path, angle: float) -> None:
    rng = np.random.default_rng(9)
    strokes = style(7, rng)
    scene = pictured(written(strokes, 500, (150, 150, 200, 200), 18), "plain", rng)
    lying = Image.fromarray(scene).rotate(angle, expand=False, fillcolor=(228, 226, 218))
    lying.crop((0, 20, 500, 480)).save(tmp_path / "askew.png")
    image = made(tmp_path / "askew.png", PhotoChoice(Cut(angle))).image
    assert image is not None
    assert likeness(image, strokes) > 0.85


def test_places_turn_with_the_photo() -> None:
    size = (300.0, 200.0)
    assert turned((150, 0), size, 90) == pytest.approx((250, 100))
    x, y = turned((13, 170), size, 33)
    assert turned((float(x), float(y)), size, -33) == pytest.approx((13, 170))
    assert whole(size, 0) == (0, 0, 300, 200)
    assert whole(size, -90) == (50, -50, 250, 250)
    assert bounds(size, 90) == pytest.approx(whole(size, 90))
    assert bounds(size, 0) == (0, 0, 300, 200)
    wide = bounds(size, 30)
    assert wide[2] - wide[0] == pytest.approx(300 * np.cos(np.pi / 6) + 200 * np.sin(np.pi / 6))


def test_a_sheet_on_the_table_is_the_sheet_that_is_read(tmp_path: Path) -> None:
    rng = np.random.default_rng(10)
    ink, _cells = sheet([style(k % 10, rng) for k in range(20)], rng)
    path = tmp_path / "sheet.jpg"
    path.write_bytes(encoded(pictured(ink, "phone", rng), turned=True))
    found, steps = PhotoTable(path).sheet(PhotoChoice(), PLAIN)
    expected = read_sheet(path)
    assert len(expected) == 20
    assert [digit.box for digit in found.found] == [digit.box for digit in expected]
    for digit, other in zip(found.found, expected, strict=True):
        assert np.array_equal(digit.image, other.image)
    assert [step.key for step in steps[-2:]] == ["threshold", "frame"]
    assert np.array_equal(steps[-1].picture[:28, :28], found.found[0].image)


def test_a_photo_in_memory_is_read_like_its_file(tmp_path: Path) -> None:
    rng = np.random.default_rng(11)
    data = photo(style(6, rng), "turned", rng)
    (tmp_path / "six.jpg").write_bytes(data)
    pasted = PhotoTable(Path("Pasted picture"), data).one(PhotoChoice(), PLAIN)
    assert np.array_equal(pasted.image, photo_to_image(tmp_path / "six.jpg"))
    with pytest.raises(StudioError, match="Pasted picture can't be read"):
        PhotoTable(Path("Pasted picture"), data[: len(data) // 2])
    with pytest.raises(StudioError, match="PDF"):
        PhotoTable(Path("Pasted picture"), b"%PDF-1.7 and so on")
