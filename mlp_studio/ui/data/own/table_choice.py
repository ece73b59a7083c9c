"""What a person wants of a table: as was suggested, but for what they corrected."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from mlp_studio.core.errors import StudioError
from mlp_studio.core.table_sources import (
    MAX_CATEGORIES,
    ColumnType,
    MissingPolicy,
    Role,
    Table,
    TableTask,
)
from mlp_studio.core.text import text
from mlp_studio.data.refusals import unusable
from mlp_studio.data.tables.choose import recognised_task, table_from, target_type
from mlp_studio.data.tables.inspection import ColumnInfo, TableInfo


@dataclass(frozen=True)
class Cost:
    """What missing values cost.

    Parameters
    ----------
    no_target : int or None
        Rows without a value to predict, which are always left out; None where not counted.
    incomplete : int or None
        Other rows that lack an input.
    cells, columns : int
        Missing cells of inputs, and in how many columns they are.
    """

    no_target: int | None
    incomplete: int | None
    cells: int
    columns: int


class TableChoice:
    """Roles, types, the task and what becomes of missing values.

    Parameters
    ----------
    info : TableInfo
        What was found.
    former : Table, optional
        What was chosen before; kept for columns that are still there.
    """

    def __init__(self, info: TableInfo, former: Table | None = None) -> None:
        self.info = info
        self._found = {column.name: column for column in info.columns}
        self.roles: dict[str, Role] = {column.name: column.role for column in info.columns}
        self.types: dict[str, ColumnType] = {}  # those that a person chose
        self._task: TableTask | None = None
        self.missing: MissingPolicy = "drop"
        if former is not None:
            self._take_over(former)

    def _take_over(self, former: Table) -> None:
        known = {column.name: column for column in former.columns}
        if not any(column.name in self.roles for column in former.targets):
            return
        self.missing = former.missing
        self._task = former.task
        for found in self.info.columns:
            before = known.get(found.name)
            if before is None:
                continue
            self.roles[found.name] = before.role
            if before.type != self.type(found.name) and before.type in self.possible(found):
                self.types[found.name] = before.type

    # --- what is chosen -------------------------------------------------------------------

    @property
    def targets(self) -> list[str]:
        """The columns to predict."""
        return [name for name, role in self.roles.items() if role == "target"]

    @property
    def inputs(self) -> list[str]:
        """The columns that the network gets."""
        return [name for name, role in self.roles.items() if role == "input"]

    @property
    def task(self) -> TableTask:
        """What there is to predict: as corrected, else as recognised from the targets."""
        if self._task is not None:
            return self._task
        targets = self.targets
        chosen = [self.types[name] for name in targets if name in self.types]
        if chosen:
            return "regression" if chosen[0] == "number" else "classification"
        if len(targets) == 1:
            return recognised_task(self.info, targets[0])
        return "regression" if targets else self.info.task

    def type(self, name: str) -> ColumnType:
        """Return what a column is taken for."""
        if name in self.types:
            return self.types[name]
        found = self._found[name]
        return target_type(found, self.task) if self.roles[name] == "target" else found.type

    @staticmethod
    def possible(found: ColumnInfo) -> list[ColumnType]:
        """Return what a column may be taken for."""
        kinds: list[ColumnType] = []
        if found.low is not None:
            kinds.append("number")
        if 0 < found.distinct <= MAX_CATEGORIES and found.categories:
            kinds.append("category")
        if found.distinct == 2:
            kinds.append("yes_no")
        return kinds if found.type in kinds else [*kinds, found.type]

    # --- corrections ----------------------------------------------------------------------

    def set_roles(self, names: Collection[str], role: Role) -> None:
        """Give columns a role; new targets take the place of the former ones."""
        if role == "target":
            for former in self.targets:
                self.roles[former] = "input"
                self.types.pop(former, None)
            self._task = None
        for name in names:
            self.roles[name] = role
            if role != "ignore" and self.type(name) == "text":
                self._make_usable(self._found[name])

    def _make_usable(self, found: ColumnInfo) -> None:
        able = [kind for kind in self.possible(found) if kind != "text"]
        if able:
            self.types[found.name] = "category" if "category" in able else able[0]

    def set_types(self, names: Collection[str], kind: ColumnType) -> None:
        """Take columns for something else, where they can be taken for it."""
        for name in names:
            if kind in self.possible(self._found[name]):
                self.types[name] = kind
                if self.roles[name] == "target":
                    self._task = None

    def set_task(self, task: TableTask) -> None:
        """Predict classes, or values."""
        self._task = task
        for name in self.targets:
            self.types.pop(name, None)

    # --- what comes of it -----------------------------------------------------------------

    def cost(self) -> Cost:
        """Return what missing values cost as things are chosen."""
        info = self.info
        lacking = [self._found[name].missing for name in self.inputs]
        return Cost(
            info.rows_lacking(self.targets) if self.targets else 0,
            info.rows_lacking(self.inputs, without=self.targets),
            sum(lacking),
            sum(count > 0 for count in lacking),
        )

    @property
    def rows(self) -> int | None:
        """How many rows there will be; None where it was not counted."""
        cost = self.cost()
        if cost.no_target is None or cost.incomplete is None:
            return None
        left = self.info.rows - cost.no_target
        return left - cost.incomplete if self.missing == "drop" else left

    def table(self) -> Table:
        """Return the table as a source.

        Raises
        ------
        StudioError
            When it can't be learnt from, naming the column.
        """
        types = {name: self.type(name) for name in self.roles}
        table = table_from(
            self.info, roles=self.roles, types=types, task=self.task, missing=self.missing
        )
        for column in (*table.inputs, *table.targets):
            found = self._found[column.name]
            if column.type == "number" and found.first_fault is not None:
                raise self._faulty(found, *found.first_fault)
        if self.rows == 0:
            raise unusable(
                self.info.path,
                text("no row is complete"),
                text("Let missing values be filled in, or ignore columns that are mostly empty."),
            )
        return table

    def _faulty(self, found: ColumnInfo, row: int, words: str) -> StudioError:
        return unusable(
            self.info.path,
            text(
                "column “{column}” holds numbers, but {count} of its cells are none; the first "
                "is “{value}” in row {row}",
                column=found.name,
                count=found.faults,
                value=words[:60],
                row=row,
            ),
            text("Correct the cells, make the column a category, or ignore it."),
        )
