"""From what was found in a table, and what a person corrects, to the table as a source."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from mlp_studio.core.errors import StudioError
from mlp_studio.core.table_sources import (
    MAX_CATEGORIES,
    Column,
    ColumnType,
    MissingPolicy,
    Role,
    Table,
    TableTask,
)
from mlp_studio.core.text import text
from mlp_studio.data.refusals import unusable
from mlp_studio.data.tables.inspection import ColumnInfo, TableInfo
from mlp_studio.data.tables.suggest import MOST_CLASSES, ROWS_PER_CLASS


def table_from(
    info: TableInfo,
    *,
    roles: Mapping[str, Role] | None = None,
    types: Mapping[str, ColumnType] | None = None,
    task: TableTask | None = None,
    missing: MissingPolicy = "drop",
) -> Table:
    """Return the table as a source: as suggested, but for what a person corrected.

    Parameters
    ----------
    info : TableInfo
        What was found.
    roles, types : mapping, optional
        Corrections by column.
    task : {"classification", "regression"}, optional
        Correction of the task; the target's type follows where none is given.
    missing : {"drop", "mean", "most_frequent"}
        What becomes of missing values.

    Raises
    ------
    StudioError
        When the choice can't be learnt from, naming the column.
    """
    roles, types = dict(roles or {}), dict(types or {})
    unknown = (roles.keys() | types.keys()) - {column.name for column in info.columns}
    if unknown:
        raise missing_columns(info.path, sorted(unknown), [c.name for c in info.columns])
    roles = _one_target(info, roles)
    columns = []
    for found in info.columns:
        role = roles.get(found.name, found.role)
        kind = types.get(found.name, found.type)
        if found.name not in types and role == "target":
            kind = target_type(found, task)
        columns.append(_column(info.path, found, role, kind))
    targets = [column for column in columns if column.role == "target"]
    if not targets:
        raise unusable(
            info.path,
            text("no column is the target"),
            text("Choose the column that there is to predict."),
        )
    if not any(column.role == "input" for column in columns):
        raise unusable(
            info.path,
            text("no column is an input"),
            text("Choose the columns that the network gets."),
        )
    task = task or ("regression" if targets[0].type == "number" else "classification")
    _check_targets(info.path, targets, task)
    return Table(
        path=str(Path(info.path).absolute()),
        format=info.format,
        columns=tuple(columns),
        missing=missing,
        task=task,
    )


def recognised_task(info: TableInfo, target: str) -> TableTask:
    """Return what there is to predict when a column is the target: its classes, or its value."""
    found = info.column(target)
    if found.type != "number":
        return "classification"
    whole = bool(found.categories) and all(float(c).is_integer() for c in found.categories)
    few = 2 <= found.distinct <= MOST_CLASSES and info.rows >= ROWS_PER_CLASS * found.distinct
    return "classification" if whole and few and not found.faults else "regression"


def _one_target(info: TableInfo, roles: dict[str, Role]) -> dict[str, Role]:
    """Return the roles: a target that was chosen takes the place of the suggested one."""
    if "target" not in roles.values():
        return roles
    freed: dict[str, Role] = {
        column.name: "input"
        for column in info.columns
        if column.role == "target" and column.name not in roles
    }
    return roles | freed


def target_type(found: ColumnInfo, task: TableTask | None) -> ColumnType:
    """Return what a target is taken for: as found, but for what the task asks."""
    if task == "regression":
        return "number"
    if task == "classification" and found.type == "number":
        return "category"
    return found.type


def _column(path: Path, found: ColumnInfo, role: Role, kind: ColumnType) -> Column:
    if role == "ignore":
        return Column(name=found.name, role=role, type=kind)
    if kind == "text":
        raise unusable(
            path,
            text("column “{name}” holds words that differ from row to row", name=found.name),
            text("Ignore it, or make it a category if it has few values."),
        )
    if kind == "number":
        if found.low is None:
            raise unusable(
                path,
                text("column “{name}” holds no numbers", name=found.name),
                text("Make it a category, or ignore it."),
            )
        return Column(name=found.name, role=role, type=kind)
    if found.distinct > MAX_CATEGORIES:
        raise unusable(
            path,
            text(
                "column “{name}” has more than {limit} different values",
                name=found.name,
                limit=MAX_CATEGORIES,
            ),
            text("Take it for numbers, or ignore it."),
        )
    if kind == "yes_no" and found.distinct != 2:
        raise unusable(
            path,
            text(
                "column “{name}” has {count} different values, not a yes and a no",
                name=found.name,
                count=found.distinct,
            ),
            text("Make it a category."),
        )
    if not found.categories:
        raise unusable(path, text("column “{name}” is empty", name=found.name), text("Ignore it."))
    return Column(name=found.name, role=role, type=kind, categories=found.categories)


def _check_targets(path: Path, targets: list[Column], task: TableTask) -> None:
    first = targets[0]
    if task == "regression":
        for column in targets:
            if column.type != "number":
                raise unusable(
                    path,
                    text("the target “{name}” holds no numbers to predict", name=column.name),
                    text("Predict its classes instead, or choose another target."),
                )
        return
    if len(targets) > 1:
        raise unusable(
            path,
            text("it has {count} targets, and classes can only be of one", count=len(targets)),
            text("Choose one target."),
        )
    if first.type == "number":
        raise unusable(
            path,
            text("the target “{name}” holds numbers", name=first.name),
            text("Predict their value (regression), or make it a category."),
        )
    if len(first.categories) < 2:
        raise unusable(
            path,
            text(
                "the target “{name}” has one class only, “{value}”",
                name=first.name,
                value=first.categories[0],
            ),
            text("There is nothing to tell apart: bring examples of another class."),
        )


def missing_columns(path: Path, wanted: list[str], found: list[str]) -> StudioError:
    """Return the error for columns that a file does not have."""
    return unusable(
        path,
        text(
            "it has no column “{name}”; its columns are {found}",
            name="”, “".join(wanted[:5]),
            found=", ".join(found[:20]),
        ),
        text("Choose the file with these columns, or import this one anew."),
    )
