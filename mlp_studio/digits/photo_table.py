"""A photo on the table: what was slow to find is kept while choices change."""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import numpy as np

from mlp_studio.core.arrays import FloatArray
from mlp_studio.core.text import text
from mlp_studio.digits.cut import Cut, Part, cut_out, file_size, reduced
from mlp_studio.digits.normalise import Preparation
from mlp_studio.digits.photo import no_digit
from mlp_studio.digits.photo_work import Evened, PhotoChoice, Step, Worked, evened, worked
from mlp_studio.digits.picture_file import MAX_SIDE, read_picture
from mlp_studio.digits.sheet import SHEET_SIDE, SheetDigit, in_order, moved, split
from mlp_studio.digits.sheet_edits import SheetInk

_NOTHING = 0.04  # a picture whose pixels differ by less, of the whole range, is blank

_SHOWN = 25  # digits of a sheet are enough to see how they are framed

Kept = TypeVar("Kept")


class PhotoTable:
    """One photo, read once. Used by one thread at a time.

    Parameters
    ----------
    path : Path
        The file, or only its name where `data` is given.
    data : bytes, optional
        What the file holds.

    Raises
    ------
    StudioError
        When it can't be read, or nothing is on it, naming the file.
    """

    def __init__(self, path: Path, data: bytes | None = None) -> None:
        self._kept: dict[str, tuple[Hashable, Any]] = {}
        self.small = read_picture(path, MAX_SIDE, data)
        self.levels = reduced(read_picture(path, SHEET_SIDE, data))
        if float(self._even(PhotoChoice(), sheet=False)[1].difference.max()) < _NOTHING:
            raise no_digit(path)

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the file, held upright, in pixels."""
        return file_size(self.levels[0])

    @property
    def colours(self) -> FloatArray:
        """The photo as it is shown, shape (height, width, 3) in [0, 1]."""
        return self.levels[0].colours

    def count(self) -> int:
        """Return how many digits there seem to be, told from the photo in small."""
        ink, _step = self._even(PhotoChoice(), sheet=False)[1].inked(PhotoChoice())
        return 0 if ink is None else len(split(ink))

    def one(self, choice: PhotoChoice, preparation: Preparation) -> Worked:
        """Return what comes of the photo taken as one digit."""
        return worked(self._even(choice, sheet=False)[1], choice, preparation)

    def sheet(
        self, choice: PhotoChoice, preparation: Preparation
    ) -> tuple[SheetInk, tuple[Step, ...]]:
        """Return what comes of the photo taken as many digits, and the steps up to their ink."""

        def find() -> tuple[SheetInk, tuple[Step, ...]]:
            part, even = self._even(choice, sheet=True)
            ink, step = even.inked(choice)
            place = (part.scale, part.left, part.top)
            found = [] if ink is None else in_order(split(ink, preparation))
            digits = tuple(SheetDigit(moved(d.box, *place), d.image) for d in found)
            sheet = SheetInk(ink, digits, part.left, part.top, part.scale)
            steps = (*even.steps, step)
            if found:
                steps += (Step("frame", text("28 × 28 each"), _side_by_side(found)),)
            return sheet, steps

        return self._once("sheet", (choice, preparation), find)

    def _even(self, choice: PhotoChoice, *, sheet: bool) -> tuple[Part, Evened]:
        def make() -> tuple[Part, Evened]:
            part = self._part(choice.cut, sheet=sheet)
            return part, evened(part, choice.ink)

        return self._once(f"even, sheet {sheet}", (choice.cut, choice.ink), make)

    def _part(self, cut: Cut, *, sheet: bool) -> Part:
        if sheet:
            return cut_out(self.levels[0], self.levels, cut, SHEET_SIDE)
        return cut_out(self.small, self.levels, cut)

    def _once(self, what: str, key: Hashable, make: Callable[[], Kept]) -> Kept:
        known = self._kept.get(what)
        if known is None or known[0] != key:
            known = self._kept[what] = (key, make())
        made: Kept = known[1]
        return made


def _side_by_side(digits: Sequence[SheetDigit]) -> FloatArray:
    """Return the images of the first digits in a square."""
    images = [digit.image for digit in digits[:_SHOWN]]
    side = math.ceil(math.sqrt(len(images)))
    images += [np.zeros_like(images[0])] * (side * side - len(images))
    return np.vstack([np.hstack(images[k : k + side]) for k in range(0, len(images), side)])
