"""The runs as a table model, and what sorts and filters it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)

from mlp_studio.storage.runs import KeptRun
from mlp_studio.ui.runs.columns import Column, columns_for
from mlp_studio.ui.runs.query import Cell, Query
from mlp_studio.ui.runs.words import reason_words
from mlp_studio.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
SORT = Qt.ItemDataRole.UserRole
RUN = Qt.ItemDataRole.UserRole + 1


class RunsModel(QAbstractTableModel):
    """One row a run. What a cell shows is made once.

    Signals
    -------
    renamed(str, str)
        A person typed a new name for the run of this id.
    """

    renamed = Signal(str, str)

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.runs: list[KeptRun] = []
        self.columns: list[Column] = columns_for(())
        self._made: list[list[str | None]] = []

    def show_runs(self, runs: Sequence[KeptRun]) -> None:
        """Show other runs, or the same as they are known now.

        Rows come, go and change one by one where that can be, so that the table keeps its
        place and what is selected.
        """
        columns = columns_for(runs)
        if [column.key for column in columns] != [column.key for column in self.columns]:
            self.beginResetModel()
            self.columns, self.runs = columns, list(runs)
            self._made = [[None] * len(columns) for _ in runs]
            self.endResetModel()
            return
        wanted = {run.id for run in runs}
        for row in reversed(range(len(self.runs))):
            if self.runs[row].id not in wanted:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self.runs[row], self._made[row]
                self.endRemoveRows()
        for row, run in enumerate(runs):
            if row >= len(self.runs) or self.runs[row].id != run.id:
                self.beginInsertRows(QModelIndex(), row, row)
                self.runs.insert(row, run)
                self._made.insert(row, [None] * len(columns))
                self.endInsertRows()
            elif self.runs[row] is not run:
                self.runs[row], self._made[row] = run, [None] * len(columns)
                last = len(columns) - 1
                self.dataChanged.emit(self.index(row, 0), self.index(row, last))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.runs)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = index.row(), self.columns[index.column()]
        run = self.runs[row]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words(row, index.column())
        answers: dict[int, Callable[[], Any]] = {
            SORT: lambda: column.value(run),
            RUN: lambda: run.id,
            Qt.ItemDataRole.TextAlignmentRole: lambda: _alignment(column),
            Qt.ItemDataRole.ForegroundRole: lambda: self._colour(run, column),
            Qt.ItemDataRole.ToolTipRole: lambda: self._tip(run, index),
            Qt.ItemDataRole.EditRole: lambda: self.words(row, index.column()),
        }
        answer = answers.get(role)
        return None if answer is None else answer()

    def words(self, row: int, column: int) -> str:
        """Return what a cell shows."""
        made = self._made[row]
        found = made[column]
        if found is None:
            found = made[column] = self.columns[column].words(self.runs[row])
        return found

    def cells(self, row: int) -> dict[str, Cell]:
        """Return a row's cells by the column's key, to be searched."""
        run = self.runs[row]
        return {
            column.key: Cell(column.head, self.words(row, k), column.value(run))
            for k, column in enumerate(self.columns)
        }

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.isValid() and self.columns[index.column()].key == "name":
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or self.columns[index.column()].key != "name":
            return False
        name = str(value).strip()
        if name != self.words(index.row(), index.column()):
            self.renamed.emit(self.runs[index.row()].id, name)
        return True

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.head
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.tip
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        return None

    def _colour(self, run: KeptRun, column: Column) -> Any:
        tokens = self._theme.tokens
        if column.key == "star":
            return tokens.colour("warning" if run.starred else "line")
        if run.reason in {"diverged", "failed"} and column.key == "epochs":
            return tokens.colour("error")
        return tokens.colour("secondary") if column.key in {"when", "size", "notes"} else None

    def _tip(self, run: KeptRun, index: Index) -> str:
        key = self.columns[index.column()].key
        words = self.words(index.row(), index.column())
        if key == "star":
            return self.columns[index.column()].tip
        if key == "epochs":
            words = f"{words} · {reason_words(run)}"
        if key == "notes":
            words = run.notes
        if key in run.ranges:
            low, high = run.ranges[key]
            words = self.tr("{value}, in 95 % of cases {low}–{high}").format(
                value=words, low=f"{low:.4g}", high=f"{high:.4g}"
            )
        return f"<span>{escape(words)}</span>" if words else ""


def _alignment(column: Column) -> Qt.AlignmentFlag:
    if column.key == "star":
        return Qt.AlignmentFlag.AlignCenter
    side = Qt.AlignmentFlag.AlignRight if column.figures else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


class RunsProxy(QSortFilterProxyModel):
    """Sorts by what cells mean, and shows the rows that are asked for."""

    def __init__(self, model: RunsModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._query = Query("")
        self._only_starred = False
        self.setSourceModel(model)
        self.setSortRole(SORT)
        self.setDynamicSortFilter(True)

    def ask(self, words: str) -> None:
        """Show the runs that fit what is typed."""
        self._query = Query(words)
        self.invalidate()

    def show_only_starred(self, on: bool) -> None:
        """Show starred runs alone, or all."""
        self._only_starred = on
        self.invalidate()

    def filterAcceptsRow(self, row: int, _parent: Index) -> bool:
        if self._only_starred and not self._model.runs[row].starred:
            return False
        return not self._query or self._query.holds(self._model.cells(row))

    def lessThan(self, left: Index, right: Index) -> bool:
        one, other = left.data(SORT), right.data(SORT)
        if isinstance(one, str) != isinstance(other, str):
            return isinstance(one, float)  # numbers before words
        if one == other:  # equals stay in the order in which they began
            return left.row() < right.row()
        return bool(one < other)
