"""What a person types to find runs: words, and comparisons such as ``accuracy>0.95``."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

_TERM = re.compile(r"""([^\s"<>=:]+)?\s*(<=|>=|<|>|=|:)\s*("[^"]*"|[^\s"]+)|"([^"]*)"|(\S+)""")
_COMPARE: dict[str, Callable[[float, float], bool]] = {
    "<": lambda a, b: a < b,
    ">": lambda a, b: a > b,
    "<=": lambda a, b: a <= b,
    ">=": lambda a, b: a >= b,
    "=": lambda a, b: a == b,
    ":": lambda a, b: a == b,
}


@dataclass(frozen=True)
class Cell:
    """What is looked at.

    Parameters
    ----------
    head : str
        Of the column.
    words : str
        What it shows.
    value : float or str
        What it is sorted by.
    """

    head: str
    words: str
    value: float | str


@dataclass(frozen=True)
class _Term:
    column: str
    sign: str
    wanted: str

    def holds(self, cells: Mapping[str, Cell]) -> bool:
        chosen = [
            cell
            for key, cell in cells.items()
            if not self.column or _names(self.column, key, cell.head)
        ]
        return any(self._fits(cell) for cell in chosen)

    def _fits(self, cell: Cell) -> bool:
        if self.sign:
            number = _number(self.wanted)
            if number is not None and isinstance(cell.value, float):
                # What is undefined is neither small nor large.
                return math.isfinite(cell.value) and _COMPARE[self.sign](cell.value, number)
            if self.sign not in {"=", ":"}:
                return False
        return self.wanted.casefold() in cell.words.casefold()


def _names(asked: str, key: str, head: str) -> bool:
    asked = asked.casefold()
    plain = head.casefold().replace(" ", "")
    return plain.startswith(asked) or key.casefold().rpartition(".")[2].startswith(asked)


def _number(words: str) -> float | None:
    try:
        return float(words.replace(",", ".").replace("−", "-"))
    except ValueError:
        return None


class Query:
    """Terms that must all hold.

    Parameters
    ----------
    words : str
        As typed: words that must occur anywhere; ``name:digits``, ``seed=3`` or
        ``accuracy>0.95`` for one column, named by how its head or key begins.
    """

    def __init__(self, words: str) -> None:
        self._terms = [self._term(match) for match in _TERM.finditer(words)]

    def __bool__(self) -> bool:
        return bool(self._terms)

    @staticmethod
    def _term(match: re.Match[str]) -> _Term:
        column, sign, wanted, quoted, plain = match.groups()
        if sign:
            return _Term(column or "", sign, wanted.strip('"'))
        return _Term("", "", quoted if quoted is not None else plain)

    def holds(self, cells: Mapping[str, Cell]) -> bool:
        """Return whether all terms hold for a row, given its cells by the column's key."""
        return all(term.holds(cells) for term in self._terms)
