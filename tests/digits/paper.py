"""Photos of handwriting made from strokes: paper, light, camera and pen."""

from __future__ import annotations

import io
from collections.abc import Sequence

import numpy as np
from PIL import Image
from scipy import ndimage

from mlp_studio.data.handwriting_styles import STYLES
from mlp_studio.digits.strokes import Stroke, render, strokes_to_image

KINDS = (
    "plain",
    "texture",
    "uneven",
    "shadow",
    "noise",
    "blur",
    "turned",
    "white_on_black",
    "chalk",
    "coloured",
    "light_ink",
    "coloured_paper",
    "ruled",
    "squared",
    "pencil",
    "ballpen",
    "phone",
)
PAPER = np.array([0.90, 0.89, 0.86])
DARK = np.array([0.13, 0.13, 0.16])
COLOURS = np.array([[0.15, 0.25, 0.75], [0.75, 0.12, 0.15], [0.1, 0.5, 0.2], [0.5, 0.2, 0.6]])
LIGHT = np.array([[0.95, 0.8, 0.1], [0.35, 0.85, 0.95], [0.98, 0.6, 0.75], [0.65, 0.9, 0.4]])
SHEETS = np.array([[0.95, 0.85, 0.4], [0.6, 0.85, 0.65], [0.95, 0.65, 0.75], [0.55, 0.75, 0.95]])
RULES = np.array([0.40, 0.52, 0.78])


def written(
    strokes: Sequence[Stroke], size: int, box: tuple[float, float, float, float], pen: float
) -> np.ndarray:
    """Return the ink of strokes fitted into a box (left, top, width, height), kept in shape."""
    points = np.concatenate([np.asarray(s, float).reshape(-1, 2) for s in strokes])
    low, high = points.min(axis=0), points.max(axis=0)
    left, top, width, height = box
    factor = min(
        (width - pen) / max(high[0] - low[0], 1), (height - pen) / max(high[1] - low[1], 1)
    )
    corner = np.array([left + width / 2, top + height / 2]) - factor * (low + high) / 2
    moved = [np.asarray(s, float).reshape(-1, 2) * factor + corner for s in strokes]
    return render(moved, size, pen)


def style(digit: int, rng: np.random.Generator) -> list[np.ndarray]:
    """Return strokes of a digit in one of the ways people write it."""
    ways = STYLES[digit]
    return [100 * np.asarray(stroke, float) for stroke in ways[rng.integers(len(ways))]]


def likeness(image: np.ndarray, strokes: Sequence[Stroke]) -> float:
    """Return the correlation with the drawing; a pixel's difference in place is allowed."""
    expected = strokes_to_image(strokes)
    assert expected is not None
    return max(
        float(np.corrcoef(np.roll(image, (down, right), (0, 1)).ravel(), expected.ravel())[0, 1])
        for down in (-1, 0, 1)
        for right in (-1, 0, 1)
    )


def pictured(ink: np.ndarray, kind: str, rng: np.random.Generator) -> np.ndarray:
    """Return a colour photo (height, width, 3) of ink on paper, 0 to 255."""
    size = ink.shape[0]
    paper, pen = PAPER, DARK
    if kind == "white_on_black":
        paper, pen = np.array([0.07, 0.08, 0.08]), np.array([0.92, 0.92, 0.9])
    elif kind == "chalk":
        paper, pen = np.array([0.16, 0.3, 0.24]), np.array([0.85, 0.85, 0.8])
    elif kind in ("coloured", "phone"):
        pen = COLOURS[rng.integers(len(COLOURS))]
    elif kind == "light_ink":
        pen = LIGHT[rng.integers(len(LIGHT))]
    elif kind == "pencil":
        pen = np.array([0.45, 0.45, 0.47])
    elif kind == "coloured_paper":
        paper, pen = SHEETS[rng.integers(len(SHEETS))], COLOURS[rng.integers(len(COLOURS))]
    scene = np.broadcast_to(paper, (size, size, 3)).copy()
    if kind in ("texture", "phone"):
        fibres = sum(
            ndimage.gaussian_filter(rng.normal(size=(size, size)), s) * s for s in (1.0, 4.0, 15.0)
        )
        scene *= 1 + 0.025 * (fibres / fibres.std())[..., None]
    if kind in ("ruled", "squared", "pencil"):
        scene = _ruled(scene, rng, squared=kind == "squared")
    scene = scene * (1 - ink[..., None]) + pen * ink[..., None]
    y, x = np.mgrid[:size, :size] / size
    if kind in ("uneven", "phone"):
        turn = rng.uniform(0, 2 * np.pi)
        slope = np.cos(turn) * (x - 0.5) + np.sin(turn) * (y - 0.5)
        lamp = np.exp(-((x - rng.uniform(0, 1)) ** 2 + (y - rng.uniform(0, 1)) ** 2) / 0.5)
        scene *= (0.62 + 0.45 * slope + 0.25 * lamp)[..., None]
    if kind == "shadow":
        edge = (x - rng.uniform(0.3, 0.7)) * rng.choice([-1, 1]) + 0.3 * (y - 0.5)
        scene *= (0.6 + 0.4 / (1 + np.exp(-edge / 0.03)))[..., None]
    if kind in ("blur", "phone"):
        scene = ndimage.gaussian_filter(
            scene, (*(2 * [size / (160 if kind == "blur" else 400)]), 0)
        )
    scene += rng.normal(0, {"noise": 0.08, "phone": 0.03}.get(kind, 0.01), scene.shape)
    return np.rint(np.clip(scene, 0, 1) * 255).astype(np.uint8)


def _ruled(scene: np.ndarray, rng: np.random.Generator, *, squared: bool) -> np.ndarray:
    """Return the paper with printed lines, a little aslant."""
    size = scene.shape[0]
    y, x = np.mgrid[:size, :size].astype(float)
    gap = size * (rng.uniform(0.05, 0.09) if squared else rng.uniform(0.1, 0.3))
    wide = max(1.0, size / rng.uniform(200, 350))
    slope, start = rng.uniform(-0.03, 0.03), rng.uniform(0, gap)
    lines = np.abs((y + slope * x - start) % gap - gap / 2) < wide / 2
    if squared:
        lines |= np.abs((x - slope * y - start) % gap - gap / 2) < wide / 2
    soft = ndimage.gaussian_filter(lines.astype(float), 0.6)[..., None]
    return np.asarray(scene * (1 - soft) + RULES * soft)


def placed(
    strokes: Sequence[Stroke], kind: str, rng: np.random.Generator, size: int = 360
) -> np.ndarray:
    """Return the ink of one digit somewhere on the paper."""
    height = size * rng.uniform(0.45, 0.8)
    pen = height * (0.03 if kind == "ballpen" else rng.uniform(0.06, 0.13))
    left, top = rng.uniform(0.05, 0.95, 2) * (size - height)
    return written(strokes, size, (left, top, height, height), pen)


def photo(strokes: Sequence[Stroke], kind: str, rng: np.random.Generator) -> bytes:
    """Return a photo file of one digit."""
    ink = placed(strokes, kind, rng)
    return encoded(pictured(ink, kind, rng), turned=kind in ("turned", "phone"))


def encoded(picture: np.ndarray, *, turned: bool = False) -> bytes:
    """Return a JPEG; turned: lying on its side, with a note how to hold it."""
    image, exif = Image.fromarray(picture), Image.Exif()
    if turned:
        image = image.rotate(90, expand=True)
        exif[0x0112] = 6
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=88, exif=exif)
    return buffer.getvalue()


def sheet(
    digits: Sequence[Sequence[Stroke]],
    rng: np.random.Generator,
    *,
    columns: int = 5,
    cell: int = 100,
    pen: float | None = None,
) -> tuple[np.ndarray, list[tuple[float, float, float, float]]]:
    """Return the ink of many digits in a jittered grid with specks between, and their cells.

    Each is 45 to 80 hundredths of its cell high, anywhere within it; the paper is square.
    """
    rows = -(-len(digits) // columns)
    size = cell * max(columns, rows) + cell
    ink, cells = np.zeros((size, size), np.float32), []
    for k, strokes in enumerate(digits):
        high = cell * rng.uniform(0.45, 0.8)
        wide = high * (pen or rng.uniform(0.07, 0.12))
        left = cell * (0.5 + k % columns) + rng.uniform(0.02, 0.98) * (0.9 * cell - high)
        top = cell * (0.5 + k // columns) + rng.uniform(0.02, 0.98) * (0.9 * cell - high)
        part = written(strokes, cell + 2, (left % 1 + 1, top % 1 + 1, high, high), wide)
        x, y = int(left) - 1, int(top) - 1
        ink[y : y + cell + 2, x : x + cell + 2] = np.maximum(
            ink[y : y + cell + 2, x : x + cell + 2], part
        )
        cells.append((left, top, left + high, top + high))
    for _ in range(30):
        y, x = rng.integers(5, size - 5, 2)
        ink[y : y + rng.integers(1, 4), x : x + rng.integers(1, 4)] = 1
    return ink, cells
