"""The table of trials."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QWidget

from mlp_studio.core.sweep import SweepSpec
from mlp_studio.core.sweep_events import TrialRow
from mlp_studio.ui.common.table_model import Index, ReadingTable
from mlp_studio.ui.sweep.words import objective_name, state_name, target_name, value_words

SORT = Qt.ItemDataRole.UserRole
FIXED = 4  # columns before those of the parameters


class TrialsModel(QAbstractTableModel):
    """A row a trial; rows that changed are told alone, so that the table stays smooth."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = parent
        self.rows: list[TrialRow] = []
        self._places: dict[int, int] = {}
        self._sweep: SweepSpec | None = None
        self.best: int | None = None

    def show_trials(self, rows: dict[int, TrialRow], sweep: SweepSpec, best: int | None) -> None:
        """Show these trials, touching only what changed."""
        columns = [p.target for p in sweep.parameters]
        same = self._sweep is not None and columns == [p.target for p in self._sweep.parameters]
        if not same or len(rows) < len(self.rows) or not set(self._places) <= set(rows):
            self.beginResetModel()
            self._sweep, self.rows, self._places = sweep, [], {}
            self.endResetModel()
        self._sweep = sweep
        former, self.best = self.best, best
        for number, row in sorted(rows.items()):
            place = self._places.get(number)
            if place is None:
                place = len(self.rows)
                self.beginInsertRows(QModelIndex(), place, place)
                self.rows.append(row)
                self._places[number] = place
                self.endInsertRows()
            elif self.rows[place] != row:
                self.rows[place] = row
                self._tell(place)
        if former != best:
            for marked in (former, best):
                if marked in self._places:
                    self._tell(self._places[marked])

    def _tell(self, place: int) -> None:
        self.dataChanged.emit(self.index(place, 0), self.index(place, self.columnCount() - 1))

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        if self._sweep is None or (parent is not None and parent.isValid()):
            return 0
        return FIXED + len(self._sweep.parameters) + 2

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, SORT}:
            return self._cell(row, index.column(), for_sorting=role == SORT)
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.note or None
        if role == Qt.ItemDataRole.FontRole and row.number == self.best:
            bold = self._view.font()
            bold.setBold(True)
            return bold
        if role == Qt.ItemDataRole.ForegroundRole and row.state in {"pruned", "lost", "stopped"}:
            return self._view.palette().placeholderText()
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or self._sweep is None:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        heads = [self.tr("Trial"), objective_name(self._sweep.objective), self.tr("Epoch"),
                 self.tr("State")]  # fmt: skip
        heads += [target_name(p.target) for p in self._sweep.parameters]
        return [*heads, self.tr("Seconds"), self.tr("Where")][section]

    def _cell(self, row: TrialRow, column: int, *, for_sorting: bool) -> Any:
        assert self._sweep is not None
        parameters = self._sweep.parameters
        if FIXED <= column < FIXED + len(parameters):
            value = row.values.get(parameters[column - FIXED].target)
            if for_sorting:
                return value
            return "" if value is None else value_words(value)
        if column == 1:
            if for_sorting:
                # What has no value is never on top.
                worst = float("-inf") if self._sweep.maximizes else float("inf")
                return worst if row.best is None else row.best
            return "" if row.best is None else f"{row.best:.4f}"
        if column == FIXED + len(parameters):
            return row.seconds if for_sorting else f"{row.seconds:.1f}" if row.seconds else ""
        where = FIXED + len(parameters) + 1
        cells: dict[int, Any] = {
            0: row.number, 2: row.best_epoch or "", 3: state_name(row.state), where: row.where
        }  # fmt: skip
        return cells[column]


class _Proxy(QSortFilterProxyModel):
    """Sorts, and shows only trials that pass the brushes."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSortRole(SORT)
        self.passing: set[int] | None = None

    def show_only(self, passing: set[int] | None) -> None:
        self.beginFilterChange()
        self.passing = passing
        self.endFilterChange()

    def filterAcceptsRow(self, place: int, _parent: Index) -> bool:
        model = self.sourceModel()
        assert isinstance(model, TrialsModel)
        return self.passing is None or model.rows[place].number in self.passing


class TrialsTable(ReadingTable):
    """Trials, to sort by any column.

    Signals
    -------
    chosen(object)
        The number of the selected trial; None for none.
    wanted(int)
        A trial was double-clicked, or Enter pressed on it.
    """

    chosen = Signal(object)
    wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.trials = TrialsModel(self)
        self._proxy = _Proxy(self)
        self._proxy.setSourceModel(self.trials)
        self.setModel(self._proxy)
        self.setSortingEnabled(True)
        self.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.setAccessibleName(self.tr("Trials"))
        heads = self.horizontalHeader()
        heads.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen.emit(self.selected))
        self.activated.connect(self._want)

    @property
    def selected(self) -> int | None:
        """The number of the selected trial."""
        rows = self.selectionModel().selectedRows()
        return self._number(rows[0]) if rows else None

    def select(self, number: int) -> None:
        """Select a trial where it is shown."""
        for place, row in enumerate(self.trials.rows):
            if row.number == number:
                index = self._proxy.mapFromSource(self.trials.index(place, 0))
                if index.isValid():
                    self.selectRow(index.row())
                    self.scrollTo(index)

    def show_only(self, passing: set[int] | None) -> None:
        """Show only these trials; all for None."""
        self._proxy.show_only(passing)

    def _number(self, index: QModelIndex) -> int:
        return self.trials.rows[self._proxy.mapToSource(index).row()].number

    def _want(self, index: QModelIndex) -> None:
        self.wanted.emit(self._number(index))
