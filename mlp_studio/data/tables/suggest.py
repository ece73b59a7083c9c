"""What a table's columns seem to be for: rules of thumb, each with its reason in words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from mlp_studio.core.table_sources import ColumnType, Role, TableTask
from mlp_studio.core.text import Text, text

_NO = {"no", "n", "false", "f", "0", "off", "nein", "non", "não", "falso", "faux", "falsch"}
_YES = {"yes", "y", "true", "t", "1", "on", "ja", "j", "sí", "si", "s", "oui", "sim", "verdadero",
        "vrai", "wahr"}  # fmt: skip
_TARGETS = ("target", "class", "label", "y", "outcome", "species", "diagnosis", "survived",
            "quality", "price", "clase", "etiqueta", "objetivo", "klasse")  # fmt: skip
_IDS = ("id", "index", "uuid", "unnamed: 0", "rownames", "row_id")
_DATE = re.compile(
    r"(?:\d{4}([-/.])\d{1,2}\1\d{1,2}|\d{1,2}([-/.])\d{1,2}\2\d{4})(?:[T ,]+\d{1,2}:\d{2}.*)?$"
)
MOST_FEATURES = 50  # of one category column, unless a person wants more
MOST_CLASSES = 20  # of whole numbers; beyond, they are values
ROWS_PER_CLASS = 5  # fewer, and whole numbers are values
FEW_FAULTS = 0.1  # of a column's cells: then it is numbers with slips


class Counts(Protocol):
    """What is counted of a column; see `mlp_studio.data.tables.inspection.Tally`."""

    name: str
    rows: int
    missing: int
    numbers: int
    words: int
    low: float
    whole: bool
    counting: bool
    values: dict[str, int]
    overflowed: bool
    examples: list[str]


@dataclass(frozen=True)
class Suggested:
    """Types and roles by column, and the task."""

    columns: dict[str, tuple[ColumnType, Role, Text]]
    task: TableTask
    why: Text

    @staticmethod
    def no_first(word: str) -> bool:
        """Order a yes and a no: the no first."""
        return word.casefold() in _YES


def suggest(tallies: Sequence[Counts], rows: int) -> Suggested:
    """Return what the columns of a table seem to be for."""
    columns = {tally.name: _column(tally) for tally in tallies}
    able = [tally for tally in tallies if columns[tally.name][1] != "ignore"]
    by_name = [tally for tally in able if tally.name.strip().casefold() in _TARGETS]
    if not able:
        return Suggested(columns, "regression", text("No column looks as if it could be learnt."))
    target = (by_name or able)[-1]
    kind = columns[target.name][0]
    few = not target.overflowed and 2 <= len(target.values) <= MOST_CLASSES
    enough = few and rows >= ROWS_PER_CLASS * len(target.values)
    if kind != "number":
        task: TableTask = "classification"
        why = text(
            "“{name}” has {count} different values: its classes are to be predicted.",
            name=target.name,
            count=len(target.values),
        )
    elif target.whole and enough and not target.words:
        task, kind = "classification", "category"
        why = text(
            "“{name}” holds only {count} different whole numbers: they are taken for classes.",
            name=target.name,
            count=len(target.values),
        )
    else:
        task = "regression"
        why = text("“{name}” holds numbers: their value is to be predicted.", name=target.name)
    reason = (
        text("The name says that it is what there is to predict.")
        if by_name
        else text("The last column that can be predicted.")
    )
    columns[target.name] = (kind, "target", reason)
    return Suggested(columns, task, why)


def _column(tally: Counts) -> tuple[ColumnType, Role, Text]:
    present = tally.rows - tally.missing
    words = {word.casefold() for word in tally.values}
    if not present:
        return "text", "ignore", text("It is empty.")
    if tally.examples and all(_DATE.match(word) for word in tally.examples):
        return "text", "ignore", text("It looks like dates: ignored.")
    numeric = tally.words <= FEW_FAULTS * present and tally.numbers > 0
    if not numeric and (tally.overflowed or len(tally.values) > 0.5 * present > 10):
        return "text", "ignore", text("Nearly every row has words of its own.")
    kind: ColumnType = "number" if numeric else "category"
    if len(tally.values) == 1 and not tally.overflowed:
        return kind, "ignore", text("It is the same in every row.")
    if len(words) == 2 and len(tally.values) == 2 and words & _NO and words & _YES:
        return "yes_no", "input", text("It says yes or no.")
    return _number(tally, present) if numeric else _category(len(words))


def _number(tally: Counts, present: int) -> tuple[ColumnType, Role, Text]:
    named = tally.name.strip().casefold() in _IDS
    counting = tally.counting and tally.whole and present > 2 and tally.low in {0.0, 1.0}
    if counting or named:
        return "number", "ignore", text("It only numbers the rows.")
    return "number", "input", text("It holds numbers.")


def _category(count: int) -> tuple[ColumnType, Role, Text]:
    if count > MOST_FEATURES:
        why = text("It has {count} different values: too many to tell much.", count=count)
        return "category", "ignore", why
    return "category", "input", text("It has {count} different values.", count=count)
