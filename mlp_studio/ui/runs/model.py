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
from mlp_studio.ui.runs.columns import Column, Sortable, columns_for
from mlp_studio.ui.runs.query import Cell, Query
from mlp_studio.ui.runs.words import reason_words
from mlp_studio.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
SORT = Qt.ItemDataRole.UserRole
RUN = Qt.ItemDataRole.UserRole + 1
ONE_BY_ONE = 12  # rows that come or go; of more, all are shown anew


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
        self._made: list[_Made] = []
        # Tables ask thousands of times: no more is done for an answer than must be.
        self._answers: dict[int, Callable[[int, int], Any]] = {
            Qt.ItemDataRole.DisplayRole: self.words,
            Qt.ItemDataRole.EditRole: self.words,
            Qt.ItemDataRole.TextAlignmentRole: self._alignment,
            Qt.ItemDataRole.ForegroundRole: self._colour,
            Qt.ItemDataRole.ToolTipRole: self._tip,
            SORT: self.value,
            RUN: lambda row, _column: self.runs[row].id,
        }

    def show_runs(self, runs: Sequence[KeptRun]) -> None:
        """Show other runs, or the same as they are known now.

        A few rows come, go and change one by one, so that the table keeps its place and
        what is selected.
        """
        columns = columns_for(runs)
        known = {run.id for run in self.runs}
        wanted = {run.id for run in runs}
        many = len(known ^ wanted) > ONE_BY_ONE
        if many or [column.key for column in columns] != [c.key for c in self.columns]:
            before = {made.run.id: made for made in self._made}
            same = [column.key for column in columns] == [c.key for c in self.columns]
            self.beginResetModel()
            self.columns, self.runs = columns, list(runs)
            self._made = [
                found if same and (found := before.get(run.id)) and found.run is run else _Made(run)
                for run in runs
            ]
            self.endResetModel()
            return
        for row in reversed(range(len(self.runs))):
            if self.runs[row].id not in wanted:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self.runs[row], self._made[row]
                self.endRemoveRows()
        for row, run in enumerate(runs):
            if row >= len(self.runs) or self.runs[row].id != run.id:
                self.beginInsertRows(QModelIndex(), row, row)
                self.runs.insert(row, run)
                self._made.insert(row, _Made(run))
                self.endInsertRows()
            elif self.runs[row] is not run:
                self.runs[row], self._made[row] = run, _Made(run)
                last = len(columns) - 1
                self.dataChanged.emit(self.index(row, 0), self.index(row, last))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.runs)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        answer = self._answers.get(role)
        return None if answer is None else answer(index.row(), index.column())

    def words(self, row: int, column: int) -> str:
        """Return what a cell shows."""
        made = self._made[row]
        found = made.words.get(column)
        if found is None:
            found = made.words[column] = self.columns[column].words(made.run)
        return found

    def value(self, row: int, column: int) -> Sortable:
        """Return what a cell is sorted by."""
        made = self._made[row]
        found = made.values.get(column)
        if found is None:
            found = made.values[column] = self.columns[column].value(made.run)
        return found

    def cells(self, row: int) -> dict[str, Cell]:
        """Return a row's cells by the column's key, to be searched."""
        return {
            column.key: Cell(column.head, self.words(row, k), self.value(row, k))
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

    def _alignment(self, _row: int, column: int) -> Qt.AlignmentFlag:
        return _alignment(self.columns[column])

    def _colour(self, row: int, number: int) -> Any:
        run, key, tokens = self.runs[row], self.columns[number].key, self._theme.tokens
        if key == "star":
            return tokens.colour("warning" if run.starred else "muted")
        if run.reason in {"diverged", "failed"} and key == "epochs":
            return tokens.colour("error")
        return tokens.colour("secondary") if key in {"when", "size", "notes"} else None

    def _tip(self, row: int, number: int) -> str:
        run, column = self.runs[row], self.columns[number]
        words = self.words(row, number)
        if column.key == "star":
            return column.tip
        if column.key == "epochs":
            words = f"{words} · {reason_words(run)}"
        if column.key == "notes":
            words = run.notes
        if column.key in run.ranges:
            low, high = run.ranges[column.key]
            words = self.tr("{value}, in 95 % of cases {low}–{high}").format(
                value=words, low=f"{low:.4g}", high=f"{high:.4g}"
            )
        return f"<span>{escape(words)}</span>" if words else ""


class _Made:
    """What was made of a run: what its cells show and are sorted by."""

    def __init__(self, run: KeptRun) -> None:
        self.run = run
        self.words: dict[int, str] = {}
        self.values: dict[int, Sortable] = {}


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
        one = self._model.value(left.row(), left.column())
        other = self._model.value(right.row(), right.column())
        if isinstance(one, str) != isinstance(other, str):
            return isinstance(one, float)  # numbers before words
        if one == other:  # equals stay in the order in which they began
            return left.row() < right.row()
        return one < other  # type: ignore[operator]  # both are numbers, or both words
