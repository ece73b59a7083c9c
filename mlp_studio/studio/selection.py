"""The examples that a person has selected: the same ones in every view."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal, Slot

from mlp_studio.analysis.examples import Indices, PartName
from mlp_studio.core.arrays import AnyArray
from mlp_studio.studio.data_store import DataStore


class Selection(QObject):
    """Some examples of one part of the data; none at first, and none of other data.

    Parameters
    ----------
    store : DataStore
        The examples. Others end the selection.

    Signals
    -------
    changed()
        Other examples are selected.
    """

    changed = Signal()

    def __init__(self, store: DataStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._part: PartName = "validation"
        self._indices: Indices = np.zeros(0, np.int64)
        store.dataset_changed.connect(self.clear)

    def __len__(self) -> int:
        return len(self._indices)

    @property
    def part(self) -> PartName:
        """The part they are in."""
        return self._part

    @property
    def indices(self) -> Indices:
        """Which of the part's examples they are, ascending."""
        return self._indices

    def take(self, part: PartName, indices: AnyArray) -> None:
        """Select these examples of a part and no others; none of them ends the selection."""
        found = np.unique(np.asarray(indices, np.int64))
        same = np.array_equal(found, self._indices)
        if same and (part == self._part or not len(found)):
            return
        self._part, self._indices = part, found
        self.changed.emit()

    def toggle(self, part: PartName, index: int) -> None:
        """Add an example, or take it out; one of another part begins a new selection."""
        kept = self._indices if part == self._part else self._indices[:0]
        self.take(part, np.setxor1d(kept, [index]))

    @Slot()
    def clear(self, _dataset: object = None) -> None:
        """Select nothing."""
        self.take(self._part, self._indices[:0])

    def among(self, part: PartName, indices: AnyArray) -> NDArray[np.bool_]:
        """Return which of some examples of a part are selected, shape (n,)."""
        if part != self._part:
            return np.zeros(len(indices), bool)
        return np.isin(indices, self._indices)
