"""A first look at a table: what its columns hold, and what that suggests."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from mlp_studio.core.arrays import Progress, no_progress
from mlp_studio.core.table_sources import (
    MAX_CATEGORIES,
    ColumnType,
    Role,
    TableFormat,
    TableTask,
)
from mlp_studio.core.text import Text, text
from mlp_studio.data.refusals import unusable
from mlp_studio.data.tables.blocks import blocks, column_names
from mlp_studio.data.tables.cells import Cells, Texts, as_numbers, canonical, number, word_at
from mlp_studio.data.tables.gaps import Gaps
from mlp_studio.data.tables.sniff import sniff
from mlp_studio.data.tables.suggest import Suggested, suggest

PREVIEW, MIN_PREVIEW = 100, 10  # rows
PREVIEW_CELLS = 50_000  # a wide table shows fewer rows
EXAMPLES = 30
SURE = 20_000  # words and next to no numbers: the rest of the column is not tried as numbers


@dataclass(frozen=True, eq=False)
class ColumnInfo:
    """What was found in a column, and what is suggested.

    Parameters
    ----------
    name : str
        Of the column.
    type : {"number", "category", "yes_no", "text"}
        What its cells look like.
    role : {"input", "target", "ignore"}
        What it seems to be for.
    why : Text
        The reason of both.
    missing : int
        Cells with nothing in them.
    distinct : int
        Different values; `MAX_CATEGORIES` + 1 means more than can be categories.
    categories : tuple of str
        The different values in their order, where they are few enough.
    low, high : float or None
        The range of its numbers.
    faults : int
        Cells of a number column that are no numbers.
    first_fault : tuple of (int, str) or None
        The row and the words of the first of them.
    """

    name: str
    type: ColumnType
    role: Role
    why: Text
    missing: int
    distinct: int
    categories: tuple[str, ...]
    low: float | None
    high: float | None
    faults: int = 0
    first_fault: tuple[int, str] | None = None


@dataclass(frozen=True, eq=False)
class TableInfo:
    """A table that was looked at.

    Parameters
    ----------
    path : Path
        The file.
    format : TableFormat
        How it is written down.
    rows : int
        Rows with something in them.
    columns : tuple of ColumnInfo
        In the file's order.
    preview : tuple of tuple of str
        The first rows as words.
    task : {"classification", "regression"}
        What the target suggests.
    why : Text
        The reason.
    gaps : Gaps
        In how many rows which columns are empty.
    """

    path: Path
    format: TableFormat
    rows: int
    columns: tuple[ColumnInfo, ...]
    preview: tuple[tuple[str, ...], ...]
    task: TableTask
    why: Text
    gaps: Gaps

    def column(self, name: str) -> ColumnInfo:
        """Return what was found in a column."""
        return next(column for column in self.columns if column.name == name)

    def rows_lacking(self, names: Collection[str], *, without: Collection[str] = ()) -> int | None:
        """Return how many rows lack a value in one of some columns.

        None when it was not counted: with very many patterns of missing values.

        Parameters
        ----------
        names : collection of str
            The columns.
        without : collection of str
            Rows that lack a value in one of these are not counted.
        """
        place = {column.name: k for k, column in enumerate(self.columns)}
        return self.gaps.rows(
            [place[name] for name in names], without=[place[name] for name in without]
        )


@dataclass
class Tally:
    """Counts that are kept of a column while the file is read."""

    name: str
    rows: int = 0
    missing: int = 0
    numbers: int = 0
    words: int = 0
    first_word: tuple[int, str] | None = None
    low: float = np.inf
    high: float = -np.inf
    whole: bool = True
    counting: bool = True  # 1, 2, 3, … from row to row
    last: float | None = None
    values: dict[str, int] = field(default_factory=dict)  # a category and how often
    overflowed: bool = False
    examples: list[str] = field(default_factory=list)  # some words, for their form

    def add(self, cells: Cells, first_row: int, decimal: str) -> None:
        """Count the cells of a block."""
        if isinstance(cells, Texts) and self.words > SURE and self.numbers < self.words / 100:
            self._add_words(cells)
            if not self.overflowed:
                self._values(cells, decimal)
            return
        found, bad = as_numbers(cells, decimal)
        there = ~np.isnan(found)
        self.rows += len(found)
        self.numbers += int(there.sum())
        self.words += int(bad.sum())
        self.missing += int((~there & ~bad).sum())
        if bad.any() and self.first_word is None:
            place = int(np.argmax(bad))
            self.first_word = (first_row + place, word_at(cells, place))
        if there.any():
            self._range(found[there])
        if not self.overflowed:
            self._values(cells, decimal)

    def _add_words(self, cells: Texts) -> None:
        """Count cells of a column that has shown itself to hold words, without trying them."""
        missing = int((cells.codes < 0).sum())
        self.rows += len(cells.codes)
        self.missing += missing
        self.words += len(cells.codes) - missing

    def _range(self, some: np.ndarray[tuple[int], np.dtype[np.float64]]) -> None:
        self.low = min(self.low, float(some.min()))
        self.high = max(self.high, float(some.max()))
        self.whole = self.whole and bool((some == np.rint(some)).all())
        if self.counting:
            chain = some if self.last is None else np.concatenate([[self.last], some])
            self.counting = bool((np.diff(chain) == 1).all())
            self.last = float(some[-1])

    def _values(self, cells: Cells, decimal: str) -> None:
        if isinstance(cells, Texts):
            self.examples += cells.values[: EXAMPLES - len(self.examples)]
            counts = np.bincount(cells.codes[cells.codes >= 0], minlength=len(cells.values))
            pairs = [
                (canonical(word, decimal), int(count))
                for word, count in zip(cells.values, counts, strict=True)
                if count
            ]
        else:
            values, counts = np.unique(cells[np.isfinite(cells)], return_counts=True)
            if len(values) > MAX_CATEGORIES:
                self.overflowed = True
                return
            pairs = [
                (canonical(float(value)), int(count))
                for value, count in zip(values, counts, strict=True)
            ]
        for name, count in pairs:
            self.values[name] = self.values.get(name, 0) + count
        if len(self.values) > MAX_CATEGORIES:
            self.overflowed = True
            self.values.clear()


def inspect(
    path: Path, form: TableFormat | None = None, progress: Progress = no_progress
) -> TableInfo:
    """Return what is in a table, reading all of it once.

    Parameters
    ----------
    path : Path
        CSV, TSV, Excel (.xlsx) or Parquet.
    form : TableFormat, optional
        How it is written down, where the person knows better than `sniff`.
    progress : Progress
        Told the share that is read; may raise `Cancelled`.

    Raises
    ------
    StudioError
        When it is missing, empty, broken, or has one column only.
    """
    form = form or sniff(path)
    names = column_names(path, form)
    if form.kind == "excel" and form == TableFormat(kind="excel"):
        form = _excel_header(path, form)
        names = column_names(path, form)
    tallies = [Tally(name) for name in names]
    preview: list[tuple[str, ...]] = []
    most = max(MIN_PREVIEW, min(PREVIEW, PREVIEW_CELLS // len(names)))
    rows, gaps, numeric = 0, Gaps(), set(names)
    for first, columns in blocks(path, form, names, numeric, progress):
        for tally in tallies:
            cells = columns[tally.name]
            tally.add(cells, first, form.decimal)
            if isinstance(cells, Texts) and not tally.numbers:
                numeric.discard(tally.name)  # words so far: not tried as numbers again
        gaps.add([columns[name] for name in names])
        length = tallies[0].rows - rows
        rows = tallies[0].rows
        if len(preview) < most:
            shown = range(min(length, most - len(preview)))
            preview += [tuple(word_at(columns[name], k) for name in names) for k in shown]
    for tally in tallies:
        tally.rows -= gaps.blank
        tally.missing -= gaps.blank
    rows -= gaps.blank
    if not rows or all(tally.missing == tally.rows for tally in tallies):
        raise unusable(
            path, text("it has no rows below its first"), text("Choose a file with data in it.")
        )
    if len(names) < 2:
        raise unusable(
            path,
            text("it has one column only, “{name}”", name=names[0]),
            text("Learning needs inputs and a target; perhaps the delimiter is another one."),
        )
    suggested = suggest(tallies, rows)
    return TableInfo(
        path,
        form,
        rows,
        tuple(_info(tally, suggested) for tally in tallies),
        tuple(preview),
        suggested.task,
        suggested.why,
        gaps,
    )


def _excel_header(path: Path, form: TableFormat) -> TableFormat:
    """Return the format with what the first row of a sheet says about being a header."""
    first = column_names(path, form)
    plain = form.model_copy(update={"header": False})
    for _, columns in blocks(path, plain, first, set(), no_progress):
        top = [columns[name] for name in first]
        words = [isinstance(cells, Texts) and cells.codes[0] >= 0 for cells in top]
        texts = [word_at(cells, 0) for cells in top]
        named = any(words) and all(
            not word or word != canonical(word) or not _numeric(word) for word in texts
        )
        return form if named else plain
    return form


def _numeric(word: str) -> bool:
    return number(word) is not None


def in_order(values: Iterable[str]) -> tuple[str, ...]:
    """Return categories in their order: numbers by size, words by the alphabet."""
    words = list(values)
    if all(_numeric(word) for word in words):
        return tuple(sorted(words, key=float))
    return tuple(sorted(words, key=lambda word: (word.casefold(), word)))


def _info(tally: Tally, suggested: Suggested) -> ColumnInfo:
    kind, role, why = suggested.columns[tally.name]
    categories = in_order(tally.values)
    if kind == "yes_no":
        categories = tuple(sorted(categories, key=suggested.no_first))
    faulty = kind == "number" and tally.words > 0
    return ColumnInfo(
        tally.name,
        kind,
        role,
        why,
        tally.missing,
        MAX_CATEGORIES + 1 if tally.overflowed else len(tally.values),
        () if tally.overflowed else categories,
        tally.low if tally.numbers else None,
        tally.high if tally.numbers else None,
        tally.words if faulty else 0,
        tally.first_word if faulty else None,
    )
