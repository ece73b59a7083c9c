"""Photos and scans: dark or light ink, uneven light, any orientation, thin pens, no digit."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from mlp_studio.core.errors import StudioError
from mlp_studio.digits.photo import photo_to_image, read_image
from mlp_studio.digits.picture_file import MAX_SIDE, read_picture
from mlp_studio.digits.strokes import render, strokes_to_image
from tests.digits.paper import likeness as paper_likeness

SEVEN = [[(30, 20), (110, 22), (110, 22), (80, 80), (65, 140)]]


def paper(
    pen: float = 14, *, size: int = 400, light: bool = True, noise: float = 0.02, factor: float = 2
) -> np.ndarray:
    """Return a grey photo (0 to 1) of a seven in uneven light."""
    ink = render([[(x * factor + 60, y * factor + 40) for x, y in s] for s in SEVEN], size, pen)
    rng = np.random.default_rng(0)
    y, x = np.mgrid[:size, :size] / size
    grey = (0.85 - 0.75 * ink) if light else (0.12 + 0.75 * ink)
    shade = 1 - 0.45 * x - 0.2 * y if light else 1
    return np.clip(grey * shade + rng.normal(0, noise, grey.shape), 0, 1)


def saved(path: Path, grey: np.ndarray, **options: object) -> Path:
    Image.fromarray(np.rint(grey * 255).astype(np.uint8)).save(path, **options)
    return path


def likeness(image: np.ndarray) -> float:
    return paper_likeness(image, SEVEN)


@pytest.mark.parametrize("light", [True, False])
@pytest.mark.parametrize("pen", [5.0, 14.0, 34.0])
def test_a_photo_becomes_the_drawing(tmp_path: Path, light: bool, pen: float) -> None:
    image = photo_to_image(saved(tmp_path / "seven.png", paper(pen, light=light)))
    assert image.shape == (28, 28)
    assert image.max() > 0.9
    assert image[:3].max() < 0.01  # clean paper
    assert image[:, [0, 1, -2, -1]].max() < 0.01
    assert likeness(image) > (0.85 if pen < 30 else 0.75)


def test_orientation_is_heeded(tmp_path: Path) -> None:
    turned = Image.fromarray(np.rint(paper() * 255).astype(np.uint8)).rotate(90, expand=True)
    exif = Image.Exif()
    exif[0x0112] = 6  # turn a quarter clockwise to see it upright
    turned.save(tmp_path / "turned.jpg", exif=exif)
    assert likeness(photo_to_image(tmp_path / "turned.jpg")) > 0.85


def test_specks_and_the_edge_of_the_paper_are_dropped(tmp_path: Path) -> None:
    grey = paper()
    grey[:, :25] = 0.1  # the table beside the paper
    grey[350:355, 350:355] = 0.1
    assert likeness(photo_to_image(saved(tmp_path / "specks.png", grey))) > 0.85


def test_a_big_photo_is_reduced(tmp_path: Path) -> None:
    path = tmp_path / "big.jpg"
    Image.fromarray(np.rint(paper() * 255).astype(np.uint8)).resize((4000, 4000)).save(path)
    assert max(read_picture(path).grey.shape) == MAX_SIDE
    assert likeness(photo_to_image(path)) > 0.85


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "P", "1", "LA", "I;16", "CMYK"])
def test_picture_modes(tmp_path: Path, mode: str) -> None:
    grey = np.rint(paper(noise=0) * 255).astype(np.uint8)
    if mode == "I;16":
        picture = Image.fromarray(grey.astype(np.uint16) * 257)
    elif mode in {"RGBA", "LA"}:  # ink on nothing
        ink = Image.fromarray((grey < 70).astype(np.uint8) * 255)
        picture = Image.new(mode, ink.size)
        picture.putalpha(ink)
    elif mode == "1":
        picture = Image.fromarray(grey > 70)
    else:
        picture = Image.fromarray(grey).convert(mode)
    path = tmp_path / ("m.tif" if mode == "CMYK" else "m.png")
    picture.save(path)
    assert likeness(photo_to_image(path)) > 0.7


def test_a_ready_image_stays_what_it_is(tmp_path: Path) -> None:
    expected = strokes_to_image(SEVEN)
    assert expected is not None
    image = photo_to_image(saved(tmp_path / "small.png", expected))
    assert likeness(image) > 0.97


@pytest.mark.parametrize("kind", ["white", "shaded", "noise"])
def test_nothing_to_read(tmp_path: Path, kind: str) -> None:
    grey = np.ones((200, 200))
    if kind == "shaded":
        grey = np.tile(np.linspace(0.3, 0.9, 200), (200, 1))
    if kind == "noise":
        grey = np.clip(0.6 + np.random.default_rng(0).normal(0, 0.05, (200, 200)), 0, 1)
    path = saved(tmp_path / "empty.png", grey)
    with pytest.raises(StudioError, match="no digit") as caught:
        read_image(path)
    assert str(path) in str(caught.value)


def test_files_that_are_no_pictures(tmp_path: Path) -> None:
    with pytest.raises(StudioError, match="no file"):
        read_image(tmp_path / "none.png")
    (tmp_path / "text.png").write_text("hello")
    with pytest.raises(StudioError, match="picture format"):
        read_image(tmp_path / "text.png")
    with pytest.raises(StudioError, match="can't be read"):
        read_image(tmp_path)
    whole = saved(tmp_path / "whole.png", paper()).read_bytes()
    (tmp_path / "cut.png").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(StudioError, match="can't be read"):
        read_image(tmp_path / "cut.png")


def test_far_too_many_pixels(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = saved(tmp_path / "bomb.png", paper())
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 1000)
    with pytest.raises(StudioError, match="too many pixels"):
        read_image(path)
