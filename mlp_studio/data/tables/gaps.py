"""Which columns of a table are empty in the same rows: what leaving rows out would cost."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np

from mlp_studio.data.tables.cells import Cells, Texts

MOST = 2000  # different patterns; beyond, only the columns' own counts are known


class Gaps:
    """Counts rows by the columns that are empty in them, while a file is read."""

    def __init__(self) -> None:
        self._counts: dict[bytes, int] = {}
        self._columns = 0
        self._overflowed = False
        self.blank = 0  # rows with nothing in any column

    def add(self, columns: Sequence[Cells]) -> int:
        """Count the rows of a block; return how many have nothing in any column."""
        self._columns = len(columns)
        gone = [cells.codes < 0 if isinstance(cells, Texts) else np.isnan(cells)
                for cells in columns]  # fmt: skip
        some = np.any(gone, axis=0)
        if not some.any():
            return 0
        empty = np.stack([mask[some] for mask in gone], axis=1)
        whole = empty.all(axis=1)
        blank = int(whole.sum())
        self.blank += blank
        if not self._overflowed:
            self._count(np.packbits(empty[~whole], axis=1))
        return blank

    def _count(self, packed: np.ndarray[tuple[int, int], np.dtype[np.uint8]]) -> None:
        rows = np.ascontiguousarray(packed).view(np.dtype((np.void, packed.shape[1]))).ravel()
        patterns, counts = np.unique(rows, return_counts=True)
        for pattern, count in zip(patterns, counts, strict=True):
            key = pattern.tobytes()
            self._counts[key] = self._counts.get(key, 0) + int(count)
        if len(self._counts) > MOST:
            self._overflowed = True
            self._counts.clear()

    def rows(self, columns: Collection[int], *, without: Collection[int] = ()) -> int | None:
        """Return how many rows lack one of some columns; None when there are too many patterns.

        Parameters
        ----------
        columns : collection of int
            Their positions in the table.
        without : collection of int
            Rows that lack one of these are not counted.
        """
        if self._overflowed:
            return None
        wanted, barred = self._mask(columns), self._mask(without)
        total = 0
        for key, count in self._counts.items():
            pattern = np.frombuffer(key, np.uint8)
            if (pattern & wanted).any() and not (pattern & barred).any():
                total += count
        return total

    def _mask(self, columns: Collection[int]) -> np.ndarray[tuple[int], np.dtype[np.uint8]]:
        chosen = np.zeros(self._columns, bool)
        chosen[list(columns)] = True
        return np.packbits(chosen)
