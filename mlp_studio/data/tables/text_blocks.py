"""A CSV or TSV file a megabyte at a time, so that its size does not matter.

Blocks end where a row ends. Each is parsed by pandas on its own, which leaves Python's
lock while it works and takes some ten milliseconds.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from mlp_studio.core.arrays import Progress
from mlp_studio.core.table_sources import MAX_COLUMNS, TableFormat
from mlp_studio.core.text import text
from mlp_studio.data.refusals import refusing, unusable
from mlp_studio.data.tables.cells import MISSING, Cells, Texts
from mlp_studio.data.tables.sniff import named

BLOCK = 1 << 20  # bytes read at a time
_LONGEST = 8 << 20  # without a row's end outside quotation marks: the marks are taken as words
_BEYOND = "\0beyond"  # an extra column: what stands in it is more than the header has
_TOO_MANY = re.compile(r"Expected \d+ fields in line (\d+), saw (\d+)")

Block = tuple[int, dict[str, Cells]]
"""The row number of the first row, as spreadsheets count, and the columns."""


def text_columns(path: Path, form: TableFormat) -> list[str]:
    """Return the names of a text file's columns."""
    first = ""
    with path.open("rb") as file:
        for rows in _whole_rows(path, form, file):
            first, _blank = _from_first_row(rows)
            if first:
                break
    cells = _first_row(first, form.delimiter)
    if len(cells) > MAX_COLUMNS:
        raise unusable(path, text("it has more than {limit} columns", limit=MAX_COLUMNS))
    return named(cells, header=form.header)


def text_blocks(
    path: Path, form: TableFormat, names: list[str], numeric: set[str], progress: Progress
) -> Iterator[Block]:
    """Yield the rows of a text file.

    Parameters
    ----------
    path : Path
        The file.
    form : TableFormat
        How it is written down.
    names : list of str
        Of its columns, as `text_columns` gives them.
    numeric : set of str
        Columns that are taken for numbers: they come as numbers in blocks where all of
        their cells are.
    progress : Progress
        Told the share of the bytes that are read, between blocks; may raise `Cancelled`.

    Raises
    ------
    StudioError
        Naming the row where the file is broken.
    """
    total = max(1, path.stat().st_size)
    row, rest = 1, form.header
    with refusing(path, text("it can't be read as a table")), path.open("rb") as file:
        for rows in _whole_rows(path, form, file):
            progress(min(1.0, file.tell() / total), text("Reading {file}", file=path.name))
            some = rows
            if rest:
                some, blank = _from_first_row(rows)
                row += blank
                if not some:
                    continue
                some = _without_first_row(some, form.delimiter)
                row, rest = row + 1, False
                if not some:
                    continue
            columns, count = _parsed(path, some, form, names, numeric, row)
            yield row, columns
            row += count


def _whole_rows(path: Path, form: TableFormat, file: io.BufferedReader) -> Iterator[str]:
    """Yield the text in pieces that end where a row ends, with plain newlines."""
    decoder = io.IncrementalNewlineDecoder(
        codecs.getincrementaldecoder(form.encoding)(), translate=True
    )
    pending = ""
    while True:
        data = file.read(BLOCK)
        try:
            words = decoder.decode(data, final=not data)
        except UnicodeDecodeError as error:
            raise unusable(
                path,
                text(
                    "byte {place} is no {encoding}",
                    place=file.tell() - len(data) + error.start,
                    encoding=form.encoding,
                ),
                text("Save it as CSV in UTF-8, or import it again with another encoding."),
            ) from error
        if "\0" in words:
            raise unusable(path, text("it is not text"))
        pending += words
        if not data:
            if pending:
                yield pending
            return
        end = _row_end(pending)
        if end:
            yield pending[:end]
            pending = pending[end:]


def _row_end(words: str) -> int:
    """Return where the last row ends that is outside quotation marks; 0 where none does."""
    end = words.rfind("\n") + 1
    if not end:
        return 0
    odd = words.count('"', 0, end) % 2
    last = end
    while end and odd:
        before = words.rfind("\n", 0, end - 1) + 1
        odd ^= words.count('"', before, end) % 2
        end = before
    return last if not end and len(words) > _LONGEST else end


def _first_row(words: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader(io.StringIO(words), delimiter=delimiter), [])
    except csv.Error:
        return words.partition("\n")[0].split(delimiter)


def _from_first_row(words: str) -> tuple[str, int]:
    """Return the text from its first line that is not blank, and how many blank ones were."""
    blank = 0
    while words:
        line, _newline, rest = words.partition("\n")
        if line.strip(" "):
            break
        words, blank = rest, blank + 1
    return words, blank


def _without_first_row(words: str, delimiter: str) -> str:
    lines = io.StringIO(words)
    try:
        next(csv.reader(lines, delimiter=delimiter), None)
    except csv.Error:
        return words.partition("\n")[2]
    return lines.read()


def _parsed(
    path: Path, words: str, form: TableFormat, names: list[str], numeric: set[str], row: int
) -> tuple[dict[str, Cells], int]:
    width = len(_first_row(words, form.delimiter))
    if width > len(names) + 1:  # pandas would cut the first row of a block without a word
        raise _too_wide(path, row, width, len(names))
    data = words.encode("utf-8", "replace")
    try:
        frame = _read(data, form, names, numeric)
    except ValueError as error:
        _explain(path, error, row, len(names))
        frame = _read(data, form, names, set())
    if not frame[_BEYOND].isna().all():
        first = int(np.flatnonzero(frame[_BEYOND].notna())[0])
        raise _too_wide(path, row + first, len(names) + 1, len(names))
    return {name: _cells(frame[name]) for name in names}, len(frame)


def _explain(path: Path, error: ValueError, row: int, width: int) -> None:
    """Raise what a parser's error means, unless it is only about a cell that is no number."""
    from pandas.errors import EmptyDataError, ParserError

    if isinstance(error, ParserError):
        found = _TOO_MANY.search(str(error))
        if found:
            raise _too_wide(path, row + int(found[1]) - 1, int(found[2]), width) from error
        if "EOF inside string" in str(error):
            raise unusable(
                path,
                text("a quotation mark after row {row} is never closed", row=row),
                text("Close it, or take it out, and import the file again."),
            ) from error
        raise error
    if isinstance(error, EmptyDataError | UnicodeDecodeError):
        raise error


def _read(data: bytes, form: TableFormat, names: list[str], numeric: set[str]) -> Any:
    import pandas as pd

    return pd.read_csv(
        io.BytesIO(data),
        sep=form.delimiter,
        decimal=form.decimal,
        header=None,
        names=[*names, _BEYOND],
        index_col=False,
        dtype={name: np.float64 if name in numeric else str for name in [*names, _BEYOND]},
        na_values=list(MISSING),
        keep_default_na=False,
        skip_blank_lines=False,
        skipinitialspace=True,
        encoding="utf-8",
        low_memory=False,
    )


def _cells(series: Any) -> Cells:
    import pandas as pd

    if series.dtype.kind == "f":
        numbers: Cells = series.to_numpy()
        return numbers
    codes, values = pd.factorize(series)
    words = [str(value).strip() for value in values]
    gone = [k for k, word in enumerate(words) if word in MISSING]
    codes = np.asarray(codes, np.int64)
    if gone:
        codes = np.where(np.isin(codes, gone), -1, codes)
    return Texts(codes, words)


def _too_wide(path: Path, row: int, given: int, wanted: int) -> Exception:
    return unusable(
        path,
        text(
            "row {row} has {given} cells, and there are {wanted} columns",
            row=row,
            given=given,
            wanted=wanted,
        ),
        text("Look for a stray delimiter there, and put words that contain it in quotes."),
    )
