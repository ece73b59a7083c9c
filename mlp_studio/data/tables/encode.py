"""A table's rows become numbers: categories one-hot, missing values filled from the training part.

The file is held against what the spec says was in it: a column that is gone or a category
that is new is refused by name.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import DTypeLike, NDArray

from mlp_studio.core.arrays import AnyArray, Progress, no_progress
from mlp_studio.core.table_sources import Column, Table
from mlp_studio.core.text import Text, text
from mlp_studio.data.assemble import Missing, Raw
from mlp_studio.data.refusals import unusable
from mlp_studio.data.split import Indices
from mlp_studio.data.tables.blocks import blocks, column_names
from mlp_studio.data.tables.cells import Cells, as_numbers, categories_of, number, word_at
from mlp_studio.data.tables.choose import missing_columns

LARGEST = 1e38  # what single precision holds, with room for sums
MAX_NUMBERS = 1_000_000_000  # inputs in all: 8 GB while they are read


@dataclass
class _Left:
    """Rows that were left out, and why."""

    no_target: int = 0
    incomplete: int = 0
    unknown: int = 0


def read_table(
    table: Table,
    progress: Progress = no_progress,
    *,
    path: Path | None = None,
    new_categories: bool = False,
) -> Raw:
    """Return the rows of a table as raw examples.

    Parameters
    ----------
    table : Table
        The source.
    progress : Progress
        May raise `Cancelled`.
    path : Path, optional
        Another file with the same columns, such as one to evaluate on.
    new_categories : bool
        Whether a category that the spec does not know becomes zeros in all of its features,
        and is noted; else it is refused. New classes are always refused.

    Raises
    ------
    StudioError
        Naming the file, and the row and column where there are any.
    """
    path = path or Path(table.path)
    names = column_names(path, table.format)
    used = [*table.inputs, *table.targets]
    gone = [column.name for column in used if column.name not in names]
    if gone:
        raise missing_columns(path, gone, names)
    numeric = {column.name for column in used if _holds_numbers(column)}
    width, left = table.input_shape[0], _Left()
    xs: list[NDArray[np.float64]] = []
    ys: list[AnyArray] = []
    total = 0
    for first, columns in blocks(path, table.format, names, numeric, progress):
        encoder = _Encoder(path, table, first, left, new_categories=new_categories)
        x, y = encoder.block(columns)
        total += x.size
        if total > MAX_NUMBERS:
            raise unusable(
                path,
                text("it makes more than {limit} million numbers", limit=MAX_NUMBERS // 10**6),
                text("Ignore columns with many categories ({width} features now).", width=width),
            )
        xs.append(x)
        ys.append(y)
    x, y = _joined(xs, (width,), np.float64), _joined(ys, ys[0].shape[1:], ys[0].dtype)
    if not len(x):
        raise unusable(
            path,
            text("no row is complete"),
            text("Let missing values be filled in, or ignore columns that are mostly empty."),
        )
    if table.task == "classification" and len(np.unique(y)) < 2 and not new_categories:
        raise unusable(
            path,
            text(
                "all rows that are left have the class “{name}”", name=table.class_names[int(y[0])]
            ),
            text("There is nothing to tell apart: bring examples of another class."),
        )
    raw = Raw(x, y, names=table.class_names, indicators=indicators(table), notes=_notes(left))
    return replace(raw, missing=lambda train: _missing(table, x, train))


def _joined(pieces: list[AnyArray], shape: tuple[int, ...], dtype: DTypeLike) -> AnyArray:
    """Return the pieces as one array; each is let go once it is copied."""
    whole = np.empty((sum(map(len, pieces)), *shape), dtype)
    at = len(whole)
    while pieces:
        piece = pieces.pop()
        whole[at - len(piece) : at] = piece
        at -= len(piece)
    return whole


def _holds_numbers(column: Column) -> bool:
    return column.type == "number" or all(number(c) is not None for c in column.categories)


class _Encoder:
    """Turns a block of rows into numbers."""

    def __init__(
        self, path: Path, table: Table, first: int, left: _Left, *, new_categories: bool
    ) -> None:
        self._path, self._table, self._first, self._left = path, table, first, left
        self._new_categories = new_categories

    def block(self, columns: dict[str, Cells]) -> tuple[NDArray[np.float64], AnyArray]:
        table = self._table
        x = np.concatenate([self._input(columns, column) for column in table.inputs], axis=1)
        answers = [self._answer(columns, column) for column in table.targets]
        known = np.all([~np.isnan(answer) for answer in answers], axis=0)
        missing = np.isnan(x).any(axis=1)
        empty = ~known & np.isnan(x).all(axis=1)
        self._left.no_target += int((~known & ~empty).sum())
        keep = known
        if table.missing == "drop":
            self._left.incomplete += int((known & missing).sum())
            keep = known & ~missing
        y: AnyArray = np.stack(answers, axis=1)[keep]
        y = y[:, 0].astype(np.int32) if table.task == "classification" else y.astype(np.float32)
        return x[keep], y

    def _numbers(self, columns: dict[str, Cells], column: Column) -> NDArray[np.float64]:
        cells = columns[column.name]
        values, bad = as_numbers(cells, self._table.format.decimal)
        if bad.any():
            row = int(np.argmax(bad))
            raise unusable(
                self._path,
                text(
                    "row {row} has “{value}” in column “{column}”, which holds numbers",
                    row=self._first + row,
                    value=word_at(cells, row)[:60],
                    column=column.name,
                ),
                text("Correct that cell, make the column a category, or ignore it."),
            )
        beyond = np.abs(values) > LARGEST  # False where one is missing
        if beyond.any():
            row = int(np.argmax(beyond))
            raise unusable(
                self._path,
                text(
                    "row {row} has “{value}” in column “{column}”, a number beyond 1e38",
                    row=self._first + row,
                    value=word_at(cells, row)[:60],
                    column=column.name,
                ),
                text("Correct that cell, or ignore the column."),
            )
        return values

    def _codes(
        self, columns: dict[str, Cells], column: Column, *, strict: bool
    ) -> NDArray[np.int64]:
        """Return each cell's category, −1 where it is missing and −2 where it is unknown."""
        cells = columns[column.name]
        codes, names = categories_of(cells, self._table.format.decimal)
        known = {category: k for k, category in enumerate(column.categories)}
        table = np.array([known.get(name, -2) for name in names] + [-1], np.int64)
        found = np.where(codes < 0, -1, table[codes])
        if strict and (found == -2).any():
            row = int(np.argmax(found == -2))
            raise unusable(
                self._path,
                text(
                    "row {row} has “{value}” in column “{column}”, which was not among its "
                    "values when the table was imported",
                    row=self._first + row,
                    value=word_at(cells, row)[:60],
                    column=column.name,
                ),
                text("Import the table again, or correct that cell."),
            )
        return found

    def _input(self, columns: dict[str, Cells], column: Column) -> NDArray[np.float64]:
        if column.type == "number":
            return self._numbers(columns, column)[:, np.newaxis]
        codes = self._codes(columns, column, strict=not self._new_categories)
        self._left.unknown += int((codes == -2).sum())
        if column.type == "yes_no":
            return np.choose(codes + 2, [np.nan, np.nan, 0.0, 1.0])[:, np.newaxis]
        rows = np.zeros((len(codes), column.features))
        there = np.flatnonzero(codes >= 0)
        rows[there, codes[there]] = 1.0
        rows[codes == -1] = np.nan
        return rows

    def _answer(self, columns: dict[str, Cells], column: Column) -> NDArray[np.float64]:
        if column.type == "number":
            return self._numbers(columns, column)
        codes = self._codes(columns, column, strict=True)
        return np.where(codes < 0, np.nan, codes)


def indicators(table: Table) -> NDArray[np.bool_]:
    """Return which features only say yes or no, shape (features,)."""
    return np.array(
        [column.type != "number" for column in table.inputs for _ in range(column.features)]
    )


def _notes(left: _Left) -> tuple[Text, ...]:
    notes = []
    if left.no_target:
        notes.append(
            text("{count} rows without a value to predict were left out.", count=left.no_target)
        )
    if left.incomplete:
        notes.append(text("{count} rows with missing values were left out.", count=left.incomplete))
    if left.unknown:
        notes.append(
            text(
                "{count} cells hold categories that are new: all of their features are 0.",
                count=left.unknown,
            )
        )
    return tuple(notes)


def _missing(table: Table, x: NDArray[np.float64], train: Indices) -> Missing:
    """Return what the training part says about missing values and unseen categories."""
    fill = np.zeros(x.shape[1])
    notes: list[Text] = []
    unseen: list[int] = []
    anything = False
    at = 0
    for column in table.inputs:
        span = slice(at, at + column.features)
        rows = x[train, span]
        gone = int(np.isnan(x[:, at]).sum())
        anything = anything or gone > 0
        if gone:
            fill[span], words = _stand_in(table, column, rows)
            notes.append(
                text(
                    "“{column}”: {count} missing values become {value}.",
                    column=column.name,
                    count=gone,
                    value=words,
                )
            )
        if column.type == "category":
            absent = np.flatnonzero(np.nansum(rows, axis=0) == 0)
            unseen += [at + int(k) for k in absent]
            notes += [
                text(
                    "“{column}”: the training part has no “{category}”, so all of its features "
                    "are 0 where it occurs.",
                    column=column.name,
                    category=column.categories[k],
                )
                for k in absent[:5]
            ]
        at += column.features
    return Missing(fill if anything else None, tuple(unseen), tuple(notes))


def _stand_in(table: Table, column: Column, rows: NDArray[np.float64]) -> tuple[AnyArray, Text]:
    """Return what fills a column's features, and the same in words."""
    complete = rows[~np.isnan(rows[:, 0])]
    if not len(complete):
        return np.zeros(rows.shape[1]), text("0, for the training part has none at all")
    if column.type == "number" and table.missing == "mean":
        mean = float(complete.mean())
        return np.array([mean]), text("{value}, the training part's mean", value=f"{mean:.6g}")
    if column.type == "category":
        most = int(np.argmax(complete.sum(axis=0)))
        return (
            np.eye(rows.shape[1])[most],
            text("“{value}”, the most frequent one", value=column.categories[most]),
        )
    values, counts = np.unique(complete, return_counts=True)
    value = float(values[np.argmax(counts)])
    word = column.categories[int(value)] if column.type == "yes_no" else f"{value:.6g}"
    return np.array([value]), text("“{value}”, the most frequent one", value=word)
