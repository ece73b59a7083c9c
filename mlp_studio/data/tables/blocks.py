"""The rows of a table in any format, some at a time."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np

from mlp_studio.core.arrays import Progress
from mlp_studio.core.table_sources import MAX_COLUMNS, TableFormat
from mlp_studio.core.text import text
from mlp_studio.data.refusals import refusing, require_file, unusable
from mlp_studio.data.tables.cells import MISSING, Cells, Texts, from_values
from mlp_studio.data.tables.sniff import named
from mlp_studio.data.tables.text_blocks import Block, text_blocks, text_columns

_EXCEL_ROWS = 500
_PARQUET_ROWS = 16_384
_MAX_EXCEL = 2 << 30  # bytes of a workbook when unpacked
_EXCEL = text("it is no whole Excel file")
_PARQUET = text("it is no whole Parquet file")


def column_names(path: Path, form: TableFormat) -> list[str]:
    """Return the names of a table's columns, all different."""
    require_file(path)
    if form.kind == "text":
        if not (names := text_columns(path, form)):
            raise unusable(
                path,
                text("its first row is empty"),
                text("Give every column a name in the first row."),
            )
        return names
    with refusing(path, _EXCEL if form.kind == "excel" else _PARQUET):
        if form.kind == "parquet":
            from pyarrow import parquet

            with parquet.ParquetFile(path) as file:
                cells = [str(name) for name in file.schema_arrow.names]
            names = named(cells, header=True)
        else:
            first = next(_excel_rows(path, form), [])
            names = named(["" if c is None else str(c) for c in first], header=form.header)
    if not names:
        raise unusable(path, text("it has no columns"))
    if len(names) > MAX_COLUMNS:
        raise unusable(path, text("it has more than {limit} columns", limit=MAX_COLUMNS))
    return names


def blocks(
    path: Path, form: TableFormat, names: list[str], numeric: set[str], progress: Progress
) -> Iterator[Block]:
    """Yield the rows of a table: the first one's number and the columns.

    Parameters
    ----------
    path : Path
        The file.
    form : TableFormat
        How it is written down.
    names : list of str
        Of its columns, as `column_names` gives them.
    numeric : set of str
        Columns that are expected to hold numbers.
    progress : Progress
        May raise `Cancelled`.
    """
    if form.kind == "text":
        yield from text_blocks(path, form, names, numeric, progress)
    elif form.kind == "excel":
        with refusing(path, _EXCEL):
            yield from _excel_blocks(path, form, names, progress)
    else:
        with refusing(path, _PARQUET):
            yield from _parquet_blocks(path, names, progress)


def _excel_rows(path: Path, form: TableFormat) -> Iterator[list[Any]]:
    import openpyxl

    with zipfile.ZipFile(path) as archive:
        if sum(info.file_size for info in archive.infolist()) > _MAX_EXCEL:
            raise unusable(
                path, text("it is far too big when unpacked"), text("Save the sheet as CSV.")
            )
    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    try:
        if form.sheet and form.sheet not in book.sheetnames:
            raise unusable(
                path,
                text("it has no sheet “{sheet}”", sheet=form.sheet),
                text("Choose one of these: {sheets}.", sheets=", ".join(book.sheetnames)),
            )
        sheet = book[form.sheet or book.sheetnames[0]]
        for row in sheet.iter_rows(values_only=True):
            yield list(row)
    finally:
        book.close()


def sheet_names(path: Path) -> list[str]:
    """Return the names of an Excel file's sheets."""
    import openpyxl

    with refusing(path, _EXCEL):
        book = openpyxl.load_workbook(path, read_only=True)
        try:
            return [str(name) for name in book.sheetnames]
        finally:
            book.close()


def _excel_blocks(
    path: Path, form: TableFormat, names: list[str], progress: Progress
) -> Iterator[Block]:
    rows = _excel_rows(path, form)
    first = 1
    if form.header:
        next(rows, None)
        first = 2
    while some := list(islice(rows, _EXCEL_ROWS)):
        # A sheet does not say how many rows it has; the bar nears its end as they go on.
        progress(first / (first + 20 * _EXCEL_ROWS), text("Reading {file}", file=path.name))
        widest = max(map(len, some))
        if widest > len(names):
            for k, row in enumerate(some):
                if any(cell is not None for cell in row[len(names) :]):
                    raise unusable(
                        path,
                        text("row {row} has cells beyond the last column", row=first + k),
                        text("Give every column a name in the first row."),
                    )
        columns: dict[str, Cells] = {}
        for k, name in enumerate(names):
            columns[name] = from_values([row[k] if k < len(row) else None for row in some])
        yield first, columns
        first += len(some)


def _parquet_blocks(path: Path, names: list[str], progress: Progress) -> Iterator[Block]:
    from pyarrow import parquet

    with parquet.ParquetFile(path) as file:
        total, first = max(1, file.metadata.num_rows), 2  # as if the names were the first row
        for batch in file.iter_batches(batch_size=_PARQUET_ROWS):
            progress(min(1.0, (first - 2) / total), text("Reading {file}", file=path.name))
            columns = {
                name: _arrow_cells(array) for name, array in zip(names, batch.columns, strict=True)
            }
            yield first, columns
            first += batch.num_rows


def _arrow_cells(array: Any) -> Cells:
    import pyarrow as pa

    kind = array.type
    if pa.types.is_integer(kind) or pa.types.is_floating(kind) or pa.types.is_decimal(kind):
        numbers = array.cast(pa.float64(), safe=False).to_numpy(zero_copy_only=False)
        return np.array(numbers, np.float64)
    if pa.types.is_nested(kind) or pa.types.is_binary(kind):
        return Texts(np.zeros(len(array), np.int64), [f"({kind})"])
    if pa.types.is_dictionary(kind):
        array = array.cast(kind.value_type)
    if pa.types.is_boolean(array.type):
        return from_values([None if v is None else str(v) for v in array.to_pylist()])
    packed = array.cast(pa.string()).dictionary_encode()
    codes = packed.indices.fill_null(-1).to_numpy(zero_copy_only=False).astype(np.int64)
    words = [str(value).strip() for value in packed.dictionary.to_pylist()]
    gone = [k for k, word in enumerate(words) if word in MISSING]
    return Texts(np.where(np.isin(codes, gone), -1, codes) if gone else codes, words)
