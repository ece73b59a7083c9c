"""What a cell says: a number, nothing, or a word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mlp_studio.core.arrays import AnyArray

# What stands for "nothing there" in tables of all kinds.
MISSING = (
    "", "NA", "N/A", "n/a", "na", "NaN", "nan", "NAN", "null", "NULL", "Null", "None", "none",
    "?", "-", "--", "#N/A", "#NA", "<NA>", ".",
)  # fmt: skip
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
# Thousands apart: by commas and spaces with decimal points, by points and spaces with commas.
_SPACES, _UNIT = " \u00a0\u2009\u202f", "[%$€£¥₹]"


def _dressed(decimal: str, thousands: str) -> re.Pattern[str]:
    """Return what matches a number with a unit before or behind, and its thousands apart."""
    space = f"[{_SPACES}]"
    apart = rf"\d{{1,3}}(?:(?:{thousands}\d{{3}})+|(?:(?:{space}|')\d{{3}})+)"
    bare = rf"(?:{apart}|\d+|(?={decimal}\d))(?:{decimal}\d*)?"
    before = rf"{_UNIT}{space}*(?P<sign>[+-]?)(?P<after_unit>{bare})"
    behind = rf"(?P<before_unit>{bare})(?:{space}*{_UNIT})?"
    return re.compile(rf"(?P<minus>[+-]?)(?:{before}|{behind})")


_DRESSED = {".": _dressed(r"\.", ","), ",": _dressed(",", r"\.")}
_BARE = {
    ".": str.maketrans(dict.fromkeys(f"{_SPACES}',")),
    ",": str.maketrans({**dict.fromkeys(f"{_SPACES}'."), ",": "."}),
}
Numbers = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Texts:
    """A column of words.

    Parameters
    ----------
    codes : ndarray of int, shape (n,)
        Which of the values each cell has; −1 where it is missing.
    values : list of str
        The different words, without spaces around them.
    """

    codes: AnyArray
    values: list[str]


Cells = Numbers | Texts
"""A column: numbers with NaN where one is missing, or words."""


def number(word: str, decimal: str = ".") -> float | None:
    """Return the number that a word is; None when it is none, or not finite.

    Thousands may stand apart, and a sign of percent or of a currency may stand before or
    behind: “1,234.50 €” is 1234.5, and “12 %” is 12.
    """
    plain = word if decimal == "." else "" if "." in word else word.replace(decimal, ".")
    if not _NUMBER.fullmatch(plain):
        found = _DRESSED[decimal].fullmatch(word)
        if found is None or (found["minus"] and found["sign"]):
            return None
        bare = found["before_unit"] or found["after_unit"]
        plain = f"{found['minus']}{found['sign'] or ''}{bare.translate(_BARE[decimal])}"
    value = float(plain)
    return value if np.isfinite(value) else None


def canonical(value: str | float, decimal: str = ".") -> str:
    """Return how a category is called: numbers alike however they are written."""
    found = number(value, decimal) if isinstance(value, str) else value
    if found is None or not np.isfinite(found):
        return str(value)
    # 15 digits: readers of numbers may differ in the last bit.
    return str(int(found)) if found == int(found) and abs(found) < 1e15 else f"{found:.15g}"


def from_values(values: list[Any]) -> Cells:
    """Return a column of what a spreadsheet's cells hold: numbers, words, dates, None."""
    numeric = all(
        value is None or (isinstance(value, int | float) and not isinstance(value, bool))
        for value in values
    )
    if numeric:
        return np.array([np.nan if value is None else value for value in values], np.float64)
    codes = np.full(len(values), -1, np.int64)
    known: dict[str, int] = {}
    for k, value in enumerate(values):
        word = "" if value is None else _word(value)
        if word not in MISSING:
            codes[k] = known.setdefault(word, len(known))
    return Texts(codes, list(known))


def _word(value: Any) -> str:
    if isinstance(value, float):
        return canonical(value) if np.isfinite(value) else ""
    return value.isoformat() if hasattr(value, "isoformat") else str(value).strip()


def as_numbers(cells: Cells, decimal: str) -> tuple[Numbers, NDArray[np.bool_]]:
    """Return a column's numbers and which cells are none, neither missing nor finite."""
    if not isinstance(cells, Texts):
        bad = np.isinf(cells)
        return np.where(bad, np.nan, cells), bad
    found = [number(word, decimal) for word in cells.values]
    table = np.array([np.nan if value is None else value for value in found] + [np.nan])
    wrong = np.array([value is None for value in found] + [False])
    return table[cells.codes], wrong[cells.codes]


def word_at(cells: Cells, row: int) -> str:
    """Return what a cell says."""
    if isinstance(cells, Texts):
        return cells.values[cells.codes[row]] if cells.codes[row] >= 0 else ""
    return "" if np.isnan(cells[row]) else canonical(float(cells[row]))


def categories_of(cells: Cells, decimal: str) -> tuple[AnyArray, list[str]]:
    """Return a column as categories: a number for each cell (−1 missing) and their names."""
    if isinstance(cells, Texts):
        names = [canonical(word, decimal) for word in cells.values]
        return cells.codes, names
    values, inverse = np.unique(cells, return_inverse=True)
    codes = np.where(np.isnan(cells), -1, inverse)
    return codes, [canonical(float(value)) if np.isfinite(value) else "" for value in values]
