"""How a table is written down: its kind by its first bytes, the details of text by trying."""

from __future__ import annotations

import codecs
import csv
from pathlib import Path

from mlp_studio.core.table_sources import TableFormat
from mlp_studio.core.text import text
from mlp_studio.data.refusals import refusing, require_file, unusable
from mlp_studio.data.tables.cells import MISSING, number

SAMPLE = 256 << 10
_LINES = 200
_DELIMITERS = (",", ";", "\t", "|")
_SIGNATURES = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def sniff(path: Path) -> TableFormat:
    """Return how the table at `path` is written down.

    Raises
    ------
    StudioError
        When it is missing, empty, or in a format that is not known.
    """
    require_file(path)
    try:
        with path.open("rb") as file:
            start = file.read(SAMPLE)
    except OSError as error:
        detail = error.strerror or str(error)
        raise unusable(path, text("it can't be read ({detail})", detail=detail)) from error
    if start.startswith(b"PAR1"):
        return TableFormat(kind="parquet")
    if start.startswith(b"PK\x03\x04"):
        return TableFormat(kind="excel")
    if start.startswith(b"\xd0\xcf\x11\xe0"):
        raise unusable(
            path,
            text("it is an Excel file in the format before 2007, or has a password"),
            text("Save it as .xlsx without a password."),
        )
    if start.startswith((b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"7z\xbc\xaf")):
        raise unusable(path, text("it is compressed"), text("Unpack it first."))
    encoding = _encoding(path, start)
    with refusing(path, text("it is not text")):
        words = codecs.getincrementaldecoder(encoding)().decode(start)
    if "\0" in words:
        raise unusable(
            path, text("it is not text"), text("Choose a CSV, TSV, Excel (.xlsx) or Parquet file.")
        )
    lines = words.splitlines()
    if len(start) == SAMPLE and len(lines) > 1:
        lines = lines[:-1]  # the last one may be cut
    lines = [line for line in lines if line.strip()][:_LINES]
    if not lines:
        raise unusable(path, text("it is empty"), text("Choose a file with data in it."))
    delimiter = _delimiter(lines, path.suffix.lower())
    rows = _parsed(lines, delimiter)
    decimal = _decimal(rows, delimiter)
    return TableFormat(
        delimiter=delimiter,
        encoding=encoding,
        decimal="," if decimal == "," else ".",
        header=has_header(rows, decimal),
    )


def _encoding(path: Path, start: bytes) -> str:
    for signature, name in _SIGNATURES:
        if start.startswith(signature):
            return name
    decoder = codecs.getincrementaldecoder("utf-8")()
    with path.open("rb") as file:
        try:
            while piece := file.read(1 << 20):
                decoder.decode(piece)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            # What Western spreadsheets write; Latin-1 has a letter for every byte.
            try:
                start.decode("cp1252")
            except UnicodeDecodeError:
                return "latin-1"
            return "cp1252"
    return "utf-8"


def _parsed(lines: list[str], delimiter: str) -> list[list[str]]:
    try:
        return list(csv.reader(lines, delimiter=delimiter))
    except csv.Error:  # a cell beyond the module's limit: not a delimiter that makes cells
        return [line.split(delimiter) for line in lines]


def _delimiter(lines: list[str], suffix: str) -> str:
    """Return the delimiter that gives the most lines the same number of cells, above one."""
    best, best_score = "\t" if suffix == ".tsv" else ",", 0.0
    for delimiter in _DELIMITERS:
        widths = [len(row) for row in _parsed(lines, delimiter)]
        usual = max(set(widths), key=widths.count)
        if usual < 2:
            continue
        agreeing = widths.count(usual) / len(widths)
        # "1,5;2,5" is split evenly by both: the semicolon then separates, as in Europe.
        score = agreeing + (0.05 if delimiter != "," else 0.0) + min(usual, 50) * 1e-4
        if score > best_score:
            best, best_score = delimiter, score
    return best


def _decimal(rows: list[list[str]], delimiter: str) -> str:
    if delimiter == ",":
        return "."
    cells = [cell.strip() for row in rows[1:] for cell in row]
    with_comma = sum("," in cell and number(cell, ",") is not None for cell in cells)
    with_point = sum("." in cell and number(cell) is not None for cell in cells)
    return "," if with_comma > with_point else "."


def has_header(rows: list[list[str]], decimal: str) -> bool:
    """Return whether the first row names the columns: words, unlike those below, no number."""
    first = [cell.strip() for cell in rows[0]]
    words = [cell for cell in first if cell not in MISSING]
    if not words or any(number(cell, decimal) is not None for cell in words):
        return False
    if len(set(words)) == len(words):
        return True
    return any(number(cell.strip(), decimal) is not None for row in rows[1:] for cell in row)


def named(cells: list[str], *, header: bool) -> list[str]:
    """Return a name for each column, all different."""
    names: dict[str, None] = {}
    for k, cell in enumerate(cells):
        wanted = (cell.strip()[:900] if header else "") or f"column {k + 1}"
        name, again = wanted, 2
        while name in names:
            name, again = f"{wanted} ({again})", again + 1
        names[name] = None
    return list(names)
