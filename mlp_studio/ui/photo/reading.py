"""What a network reads on a sheet, and what a person makes of it."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from mlp_studio.core.arrays import FloatArray
from mlp_studio.core.events import Snapshot
from mlp_studio.digits.cut import turned
from mlp_studio.digits.sheet_edits import SheetItem
from mlp_studio.ui.digits.reader import many_probabilities

UNSURE = 0.8  # an answer with less probability is marked
APART = 1.5  # of the digits' height: digits further apart are parts of different numbers


@dataclass(frozen=True, eq=False)
class Reading:
    """One digit of a sheet with what it is read as.

    Parameters
    ----------
    item : SheetItem
        Its place and image.
    values : FloatArray of shape (classes,), optional
        What the network says; None where it says nothing.
    names : tuple of str
        Of the classes.
    row, column : int
        Where it stands on the sheet, from 0.
    """

    item: SheetItem
    values: FloatArray | None
    names: tuple[str, ...]
    row: int = 0
    column: int = 0

    @property
    def read(self) -> str:
        """What the network reads; “?” where it reads nothing."""
        return "?" if self.values is None else self.names[int(np.argmax(self.values))]

    @property
    def name(self) -> str:
        """What the digit counts as: what a person said, else what the network reads."""
        return self.read if self.item.label is None else self.item.label

    @property
    def unsure(self) -> bool:
        """Whether the network is not sure and nobody has said what it is."""
        if self.item.label is not None:
            return False
        return self.values is None or float(self.values.max()) < UNSURE


def readings(
    rows: Sequence[Sequence[SheetItem]], snapshot: Snapshot | None, names: tuple[str, ...]
) -> tuple[Reading, ...]:
    """Return the digits of a sheet as the network reads them, in reading order."""
    items = [(item, r, c) for r, row in enumerate(rows) for c, item in enumerate(row)]
    images = [item.image for item, _r, _c in items if item.image is not None]
    able = snapshot is not None and bool(names) and bool(images)
    values = iter(many_probabilities(snapshot, images)) if able and snapshot else iter(())
    return tuple(
        Reading(item, None if item.image is None else next(values, None), names, r, c)
        for item, r, c in items
    )


def as_text(found: Sequence[Reading]) -> str:
    """Return a sheet as lines of text; digits near each other are one number."""
    lines: list[str] = []
    before: Reading | None = None
    for reading in found:
        if before is None or reading.row != before.row:
            lines.append(reading.name)
        else:
            one, other = before.item.box, reading.item.box
            high = max(one[3] - one[1], other[3] - other[1])
            long = len(before.name) > 1 or len(reading.name) > 1
            gap = " " if long or other[0] - one[2] > APART * high else ""
            lines[-1] += gap + reading.name
        before = reading
    return "\n".join(lines)


def as_csv(name: str, found: Sequence[Reading], size: tuple[float, float], angle: float) -> str:
    """Return a sheet as a table: a row a digit, with its place in pixels of the file.

    Parameters
    ----------
    name : str
        The photo's.
    found : sequence of Reading
        The digits.
    size : tuple of 2 floats
        Width and height of the file, held upright.
    angle : float
        How far the photo was turned clockwise, in degrees; the places are turned back.
    """
    names = found[0].names if found else ()
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(
        ["file", "row", "column", "digit", "read", "corrected", "left", "top", "right", "bottom"]
        + [f"p_{name}" for name in names]
    )
    for reading in found:
        values = [] if reading.values is None else [str(float(v)) for v in reading.values]
        left, top, right, bottom = reading.item.box
        x, y = np.array([left, right, right, left]), np.array([top, top, bottom, bottom])
        x, y = turned((x, y), size, -angle)
        edges = (x.min(), y.min(), x.max(), y.max())
        table.writerow(
            [name, reading.row + 1, reading.column + 1, reading.name, reading.read]
            + [int(reading.item.label is not None)]
            + [f"{edge:.1f}" for edge in edges]
            + (values or [""] * len(names))
        )
    return out.getvalue()
