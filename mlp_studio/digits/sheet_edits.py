"""A sheet's digits as found and as a person corrected them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from mlp_studio.core.arrays import AnyArray, FloatArray
from mlp_studio.digits.cut import turned
from mlp_studio.digits.normalise import Preparation, normalise
from mlp_studio.digits.photo import thickened
from mlp_studio.digits.sheet import Box, SheetDigit, in_rows, moved

_COVERED = 0.5  # of a digit found anew: so much under corrected ones, and it is one of them
_SAME = 0.4  # common to two boxes, of both: they are of the same digit
_INTRUDER = 0.15  # of a piece of ink: one with less inside a box belongs to a neighbour


@dataclass(frozen=True)
class Mark:
    """A digit whose place or reading is a person's.

    Parameters
    ----------
    box : tuple of 4 floats
        Left, top, right and bottom in pixels of the file, seen with the photo turned.
    label : str, optional
        What it is, where that was said.
    """

    box: Box
    label: str | None = None


@dataclass(frozen=True)
class SheetEdits:
    """All corrections of a sheet; another threshold or cut leaves them as they are.

    Parameters
    ----------
    marks : tuple of Mark
        Digits corrected.
    gone : tuple of boxes
        Where something was found that is none, or no longer is.
    """

    marks: tuple[Mark, ...] = ()
    gone: tuple[Box, ...] = ()

    def labelled(self, box: Box, label: str | None) -> SheetEdits:
        """Say what the digit in a box is; None takes that back."""
        marks = [mark for mark in self.marks if mark.box != box]
        return replace(self, marks=(*marks, Mark(box, label)))

    def without(self, boxes: Sequence[Box]) -> SheetEdits:
        """Take digits away."""
        marks = tuple(mark for mark in self.marks if mark.box not in boxes)
        return SheetEdits(marks, (*self.gone, *(box for box in boxes if box not in self.gone)))

    def added(self, *boxes: Box) -> SheetEdits:
        """Add digits."""
        return replace(self, marks=(*self.marks, *(Mark(box) for box in boxes)))

    def merged(self, boxes: Sequence[Box]) -> SheetEdits:
        """Make one digit of some."""
        edges = np.array(boxes)
        low, high = edges[:, :2].min(axis=0), edges[:, 2:].max(axis=0)
        whole = (float(low[0]), float(low[1]), float(high[0]), float(high[1]))
        return self.without(boxes).added(whole)

    def split(self, box: Box, at: float) -> SheetEdits:
        """Make two digits of one, left and right of a place."""
        left, top, right, bottom = box
        return self.without([box]).added((left, top, at, bottom), (at, top, right, bottom))

    def placed(self, box: Box, new: Box) -> SheetEdits:
        """Give a digit another box; what was said of it stays."""
        label = next((mark.label for mark in self.marks if mark.box == box), None)
        kept = self.without([box])
        return replace(kept, marks=(*kept.marks, Mark(new, label)))

    def turned(self, size: tuple[float, float], angle: float) -> SheetEdits:
        """Follow the photo when it is turned clockwise by so many degrees more."""
        marks = tuple(replace(mark, box=_turned(mark.box, size, angle)) for mark in self.marks)
        return SheetEdits(marks, tuple(_turned(box, size, angle) for box in self.gone))


@dataclass(frozen=True, eq=False)
class SheetItem:
    """One digit of a sheet as it now stands.

    Parameters
    ----------
    box : tuple of 4 floats
        As of `Mark`.
    image : FloatArray of shape (28, 28) or None
        What the network receives; None where no ink is in the box.
    label : str or None
        What a person said it is.
    by_hand : bool
        Whether a person has changed anything about it.
    """

    box: Box
    image: FloatArray | None
    label: str | None = None
    by_hand: bool = False


@dataclass(frozen=True, eq=False)
class SheetInk:
    """The ink of a sheet and what was found in it.

    Parameters
    ----------
    ink : FloatArray of shape (height, width), optional
        0 is paper, 1 is ink; None where nothing stands out.
    found : tuple of SheetDigit
        Boxes as of `Mark`.
    left, top, scale : float
        Where the ink begins, in pixels of the file, and how many there are for one pixel.
    """

    ink: FloatArray | None
    found: tuple[SheetDigit, ...]
    left: float = 0.0
    top: float = 0.0
    scale: float = 1.0


def corrected(
    sheet: SheetInk,
    edits: SheetEdits,
    preparation: Preparation = Preparation(),  # noqa: B008 - frozen
) -> list[list[SheetItem]]:
    """Return the digits of a sheet after all corrections, row by row."""
    known = {digit.box: digit.image for digit in sheet.found}
    items = []
    pieces: AnyArray | None = None
    for mark in edits.marks:
        image = known.get(mark.box)
        if image is None and sheet.ink is not None:
            if pieces is None:
                pieces = _pieces(sheet.ink)
            image = cut_box(sheet, mark.box, pieces, preparation)
        items.append(SheetItem(mark.box, image, mark.label, by_hand=True))
    for digit in sheet.found:
        covered = sum(_common(digit.box, mark.box) for mark in edits.marks)
        if covered > _COVERED * _area(digit.box):
            continue
        if any(_same(digit.box, box) for box in edits.gone):
            continue
        items.append(SheetItem(digit.box, digit.image))
    return in_rows(items)


def cut_box(
    sheet: SheetInk, box: Box, pieces: AnyArray, preparation: Preparation
) -> FloatArray | None:
    """Return the image of the ink in a box; None where there is none.

    What reaches in from a neighbour with a small part of itself is left out.
    """
    assert sheet.ink is not None, "asked only where there is ink"
    height, width = sheet.ink.shape
    edges = moved(box, 1 / sheet.scale, -sheet.left / sheet.scale, -sheet.top / sheet.scale)
    left, right = (int(np.clip(round(edge), 0, width)) for edge in (edges[0], edges[2]))
    top, bottom = (int(np.clip(round(edge), 0, height)) for edge in (edges[1], edges[3]))
    if right - left < 2 or bottom - top < 2:
        return None
    inside = pieces[top:bottom, left:right]
    here = np.bincount(inside.ravel(), minlength=int(pieces.max()) + 1)
    whole = np.bincount(pieces.ravel(), minlength=len(here))
    own = here >= _INTRUDER * np.maximum(whole, 1)
    own[0] = True  # the soft edge of the ink is of no piece
    ink = np.where(own[inside], sheet.ink[top:bottom, left:right], 0).astype(np.float32)
    if not (ink > 0.5).any():
        return None
    return normalise(thickened(np.pad(ink, 2)), preparation)


def narrowest(sheet: SheetInk, box: Box) -> float:
    """Return where a box is best split: the column with the least ink near its middle."""
    middle = (box[0] + box[2]) / 2
    if sheet.ink is None:
        return middle
    edges = moved(box, 1 / sheet.scale, -sheet.left / sheet.scale, -sheet.top / sheet.scale)
    left, top, right, bottom = (max(0, round(edge)) for edge in edges)
    columns = sheet.ink[top:bottom, left:right].sum(axis=0)
    if len(columns) < 8:
        return middle
    place = np.arange(len(columns)) / len(columns) - 0.5
    # A digit's own gap lies near its side: of two columns alike, the one in the middle.
    cost = columns + 0.3 * (bottom - top) * np.abs(place)
    cost[np.abs(place) > 0.3] = np.inf
    return float((left + int(cost.argmin()) + 0.5) * sheet.scale + sheet.left)


def _pieces(ink: FloatArray) -> AnyArray:
    from scipy import ndimage

    return np.asarray(ndimage.label(ink > 0.5, np.ones((3, 3)))[0])


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _common(one: Box, other: Box) -> float:
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    return max(wide, 0.0) * max(high, 0.0)


def _same(one: Box, other: Box) -> bool:
    common = _common(one, other)
    return common > _SAME * (_area(one) + _area(other) - common)


def _turned(box: Box, size: tuple[float, float], angle: float) -> Box:
    """Return the box about the turned middle; each quarter turn changes width and height."""
    x, y = turned(((box[0] + box[2]) / 2, (box[1] + box[3]) / 2), size, angle)
    wide, high = box[2] - box[0], box[3] - box[1]
    if round(angle / 90) % 2:
        wide, high = high, wide
    return float(x - wide / 2), float(y - high / 2), float(x + wide / 2), float(y + high / 2)
