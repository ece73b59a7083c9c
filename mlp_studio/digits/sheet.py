"""A photo of many digits is split into digits, in the order in which they are read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar

import numpy as np

from mlp_studio.core.arrays import AnyArray, FloatArray
from mlp_studio.digits.normalise import Preparation, normalise
from mlp_studio.digits.photo import all_ink, even_light, no_digit, thickened
from mlp_studio.digits.picture_file import read_picture

SHEET_SIDE = 1600  # a sheet is reduced to this: thirty digits a row are fifty pixels each
_SPECK = 0.2  # of the usual size: a smaller piece is dirt, unless it is very near a digit
_DIRT = 0.08  # of the usual size: dirt wherever it is
_LEAST = 0.4  # of the usual size: a digit is at least so large
_WHOLE = 0.7  # of the usual height: a piece as high as this is a digit by itself
_NEAR = 0.25  # of the usual size: how far apart the pieces of a digit are
_GROWTH = 1.35  # of the usual size: pieces joined are no larger than this

Box = tuple[float, float, float, float]


@dataclass(frozen=True, eq=False)
class SheetDigit:
    """One digit on a sheet.

    Parameters
    ----------
    box : tuple of 4 floats
        Left, top, right and bottom of its ink, in pixels of the file held upright.
    image : FloatArray of shape (28, 28)
        What the network receives, in [0, 1].
    """

    box: Box
    image: FloatArray


def read_sheet(
    path: Path,
    preparation: Preparation = Preparation(),  # noqa: B008 - frozen
) -> list[SheetDigit]:
    """Return the digits on a photo or scan, row by row from the top, each from the left.

    Parameters
    ----------
    path : Path
        A picture of separate digits, dark on light or light on dark.
    preparation : Preparation
        The steps of each digit's frame.

    Raises
    ------
    StudioError
        When it can't be read, or there is nothing on it, naming the file.
    """
    picture = read_picture(path, SHEET_SIDE)
    ink = all_ink(even_light(picture.colours))
    digits = [] if ink is None else split(ink, preparation)
    if not digits:
        raise no_digit(path)
    return [SheetDigit(moved(d.box, picture.scale), d.image) for d in in_order(digits)]


def moved(box: Box, scale: float, left: float = 0.0, top: float = 0.0) -> Box:
    """Return a box enlarged, then moved to the right and down."""
    return (
        box[0] * scale + left,
        box[1] * scale + top,
        box[2] * scale + left,
        box[3] * scale + top,
    )


def split(
    ink: FloatArray,
    preparation: Preparation = Preparation(),  # noqa: B008 - frozen
) -> list[SheetDigit]:
    """Return the digits in a picture of ink, in no order; boxes in its own pixels.

    Parameters
    ----------
    ink : FloatArray of shape (height, width)
        0 is paper, 1 is ink.
    preparation : Preparation
        The steps of each digit's frame.

    Notes
    -----
    Connected pieces are the digits; a piece less high than a digit is joined to the one
    beside it, the nearest first, as long as the two together are no larger than a digit.
    """
    from scipy import ndimage

    labels, _ = ndimage.label(ink > 0.5, np.ones((3, 3)))
    places = ndimage.find_objects(labels)
    height, width = ink.shape
    found = [
        (k, np.array([columns.start, rows.start, columns.stop, rows.stop], float))
        for k, (rows, columns) in enumerate(places, start=1)
        if rows.start and columns.start and rows.stop < height and columns.stop < width
    ]
    if not found:
        return []
    usual = _usual_size([box for _, box in found])
    pieces = [
        _Piece([k], box, _outline(labels, k, box))
        for k, box in found
        if _longer(box) >= _DIRT * usual
    ]
    digits: list[SheetDigit] = []
    for piece in _joined(pieces, usual):
        if _longer(piece.box) < _LEAST * usual:
            continue
        image = normalise(thickened(_cut(ink, labels, piece)), preparation)
        if image is not None:
            left, top, right, bottom = (float(edge) for edge in piece.box)
            digits.append(SheetDigit((left, top, right, bottom), image))
    return digits


@dataclass(eq=False)
class _Piece:
    labels: list[int]
    box: AnyArray  # left, top, right, bottom
    outline: AnyArray  # (n, 2) x, y


def _longer(box: AnyArray) -> float:
    return float(max(box[2] - box[0], box[3] - box[1]))


def _usual_size(boxes: Sequence[AnyArray]) -> float:
    """Return the size of a usual digit: half of all ink's extent is in pieces at least so large."""
    sizes = np.sort([_longer(box) for box in boxes])[::-1]
    weights = np.cumsum(sizes**2)  # dirt is small: it has little of the area, however much there is
    return float(sizes[np.searchsorted(weights, weights[-1] / 2)])


def _outline(labels: AnyArray, label: int, box: AnyArray) -> AnyArray:
    """Return the piece's border pixels, some hundreds at most."""
    from scipy import ndimage

    left, top, right, bottom = box.astype(int)
    inside = np.pad(labels[top:bottom, left:right] == label, 1)
    y, x = np.nonzero(inside & ~ndimage.binary_erosion(inside))
    step = max(1, len(x) // 400)
    return np.stack([x + left - 1, y + top - 1], axis=1)[::step].astype(float)


def _joined(pieces: list[_Piece], usual: float) -> list[_Piece]:
    """Return the pieces with those joined that belong to one digit."""
    pieces = list(pieces)
    while True:
        best: tuple[float, int, int] | None = None
        for one in range(len(pieces)):
            for other in range(one + 1, len(pieces)):
                gap = _gap(pieces[one], pieces[other], usual)
                if gap is not None and (best is None or gap < best[0]):
                    best = (gap, one, other)
        if best is None:
            return pieces
        _, one, other = best
        second = pieces.pop(other)
        first = pieces[one]
        pieces[one] = _Piece(
            first.labels + second.labels,
            _union(first.box, second.box),
            np.concatenate([first.outline, second.outline]),
        )


def _union(one: AnyArray, other: AnyArray) -> AnyArray:
    return np.concatenate([np.minimum(one[:2], other[:2]), np.maximum(one[2:], other[2:])])


def _gap(one: _Piece, other: _Piece, usual: float) -> float | None:
    """Return how far apart two pieces of one digit are; None when they are not of one."""
    from scipy.spatial import cKDTree

    apart = np.maximum(np.maximum(one.box[:2] - other.box[2:], other.box[:2] - one.box[2:]), 0)
    if float(np.hypot(*apart)) > _NEAR * usual:
        return None
    union = _union(one.box, other.box)
    smaller, larger = sorted((one, other), key=lambda piece: _longer(piece.box))
    size = max(usual, _longer(larger.box))
    if _longer(union) > _GROWTH * size:
        return None
    overlap = min(one.box[2], other.box[2]) - max(one.box[0], other.box[0])
    narrower = min(one.box[2] - one.box[0], other.box[2] - other.box[0])
    high = min(one.box[3] - one.box[1], other.box[3] - other.box[1])
    tall = max(one.box[3] - one.box[1], other.box[3] - other.box[1])
    if high >= _WHOLE * max(tall, _WHOLE * usual) and overlap < 0.5 * narrower:
        return None  # two digits side by side
    gap = float(np.min(cKDTree(one.outline).query(other.outline)[0]))
    near = _NEAR * usual
    if _longer(smaller.box) < _SPECK * usual:
        near *= 0.4  # dirt beside a digit is not the digit's
    return gap if gap <= near else None


def _cut(ink: FloatArray, labels: AnyArray, piece: _Piece) -> FloatArray:
    """Return the digit's own ink with a border of paper."""
    from scipy import ndimage

    left, top, right, bottom = piece.box.astype(int)
    place = (slice(max(top - 2, 0), bottom + 2), slice(max(left - 2, 0), right + 2))
    own = ndimage.binary_dilation(np.isin(labels[place], piece.labels), iterations=2)
    return np.asarray(np.where(own, ink[place], 0), np.float32)


class Placed(Protocol):
    """Something with a place on a page."""

    @property
    def box(self) -> Box:
        """Left, top, right and bottom."""
        ...


Thing = TypeVar("Thing", bound=Placed)


def in_rows(things: Sequence[Thing]) -> list[list[Thing]]:
    """Return what is on a page as rows from the top, each from the left.

    A row may rise or fall: each digit goes on the row whose last digit is most nearly
    as high up as itself.
    """
    rows: list[list[Thing]] = []
    for thing in sorted(things, key=lambda thing: thing.box[0] + thing.box[2]):
        nearest = min(rows, key=lambda row: _rise(row[-1], thing), default=None)
        if nearest is not None and _rise(nearest[-1], thing) < 0.7:
            nearest.append(thing)
        else:
            rows.append([thing])
    rows.sort(key=lambda row: float(np.mean([thing.box[1] + thing.box[3] for thing in row])))
    return rows


def in_order(digits: Sequence[Thing]) -> list[Thing]:
    """Return digits in reading order: rows from the top, each from the left."""
    return [digit for row in in_rows(digits) for digit in row]


def _rise(last: Placed, digit: Placed) -> float:
    """Return how much higher or lower a digit stands, in heights of the larger."""
    taller = max(last.box[3] - last.box[1], digit.box[3] - digit.box[1])
    middles = last.box[1] + last.box[3] - digit.box[1] - digit.box[3]
    return float(abs(middles)) / 2 / taller
