"""A data set's inputs as they were before scaling, made a few at a time."""

from __future__ import annotations

import numpy as np

from mlp_studio.core.arrays import AnyArray
from mlp_studio.core.dataset import Part
from mlp_studio.core.scaling import Scaler


class Unscaled:
    """The raw inputs of one part, or of several one after the other.

    Nothing is copied until rows are asked for: pictures in double precision would fill
    the memory.

    Parameters
    ----------
    scaler : Scaler
        What made the parts' inputs.
    parts : Part
        At least one.
    """

    def __init__(self, scaler: Scaler, *parts: Part) -> None:
        self._scaler = scaler
        self._parts = parts
        self._starts = np.cumsum([0, *map(len, parts)])

    @property
    def shape(self) -> tuple[int, ...]:
        """Number of examples and shape of one."""
        return (len(self), *self._parts[0].x.shape[1:])

    def __len__(self) -> int:
        return int(self._starts[-1])

    def __getitem__(self, rows: AnyArray) -> AnyArray:
        """Return the examples with these numbers, in double precision."""
        found = np.empty((len(rows), *self.shape[1:]))
        part_of = np.searchsorted(self._starts, rows, side="right") - 1
        for number, part in enumerate(self._parts):
            mine = part_of == number
            if mine.any():
                found[mine] = self._scaler.inverse(part.x[rows[mine] - self._starts[number]])
        return found
