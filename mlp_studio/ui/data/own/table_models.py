"""A table's columns and its first rows as models of Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont

from mlp_studio.core.table_sources import MAX_CATEGORIES, ColumnType, Role
from mlp_studio.data.tables.inspection import ColumnInfo
from mlp_studio.studio.language import render
from mlp_studio.ui.data.own.table_choice import TableChoice
from mlp_studio.ui.theme import Theme, font

NAME, ROLE, TYPE, VALUES, MISSING = range(5)
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
SHOWN_CATEGORIES = 8  # in a cell; more are only counted


class ColumnsModel(QAbstractTableModel):
    """A line for each column of the table: what it is for, what it holds.

    Signals
    -------
    edited()
        A person changed a role or a type.
    """

    edited = Signal()

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.choice: TableChoice | None = None
        self.role_words: dict[Role, str] = {
            "input": self.tr("Input"),
            "target": self.tr("Target"),
            "ignore": self.tr("Ignore"),
        }
        self.type_words: dict[ColumnType, str] = {
            "number": self.tr("Number"),
            "category": self.tr("Category"),
            "yes_no": self.tr("Yes or no"),
            "text": self.tr("Text"),
        }

    def show_choice(self, choice: TableChoice) -> None:
        """Show the columns of a table."""
        self.beginResetModel()
        self.choice = choice
        self.endResetModel()

    def names(self, rows: list[int]) -> list[str]:
        """Return the columns' names in some lines."""
        return [self._column(row).name for row in rows]

    def options(self, index: Index) -> dict[str, str]:
        """Return what a cell may be set to, and its words."""
        if self.choice is None:
            return {}
        if index.column() == ROLE:
            return {str(role): words for role, words in self.role_words.items()}
        possible = self.choice.possible(self._column(index.row()))
        return {kind: self.type_words[kind] for kind in possible}

    def give(self, rows: list[int], column: int, value: Any) -> None:
        """Set the role or the type of some lines."""
        if self.choice is None or not rows:
            return
        if column == ROLE:
            self.choice.set_roles(self.names(rows), value)
        else:
            self.choice.set_types(self.names(rows), value)
        self.changed()

    def changed(self) -> None:
        """Tell that roles and types may be others."""
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, MISSING))
        self.edited.emit()

    def rowCount(self, parent: Index = _ROOT) -> int:
        if parent.isValid() or self.choice is None:
            return 0
        return len(self.choice.info.columns)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else 5

    def flags(self, index: Index) -> Qt.ItemFlag:
        able = super().flags(index)
        return able | Qt.ItemFlag.ItemIsEditable if index.column() in {ROLE, TYPE} else able

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation == Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return (
                    self.tr("Column"), self.tr("Role"), self.tr("Type"), self.tr("Values"),
                    self.tr("Missing"),
                )[section]  # fmt: skip
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(section)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self.choice is None:
            return None
        found, column = self._column(index.row()), index.column()
        use = self.choice.roles[found.name]
        given: dict[int, Callable[[], Any]] = {
            Qt.ItemDataRole.DisplayRole: lambda: self._words(found, column),
            Qt.ItemDataRole.EditRole: lambda: use if column == ROLE else self._type(found),
            Qt.ItemDataRole.ToolTipRole: lambda: self._tip(found, column),
            Qt.ItemDataRole.AccessibleTextRole: (
                lambda: f"{found.name}, {self._words(found, column)}"
            ),
            Qt.ItemDataRole.TextAlignmentRole: lambda: _alignment(column),
            Qt.ItemDataRole.ForegroundRole: lambda: self._colour(found, column),
            Qt.ItemDataRole.FontRole: lambda: font(bold=True) if use == "target" else None,
        }
        return given[role]() if role in given else None

    def _colour(self, found: ColumnInfo, column: int) -> QColor | None:
        ignored = self.choice is not None and self.choice.roles[found.name] == "ignore"
        quiet = ignored or (column == MISSING and not found.missing)
        return self._theme.tokens.colour("muted") if quiet else None

    def _type(self, found: ColumnInfo) -> ColumnType:
        return self.choice.type(found.name) if self.choice is not None else found.type

    def _column(self, row: int) -> ColumnInfo:
        assert self.choice is not None  # there are no lines else
        return self.choice.info.columns[row]

    def _words(self, found: ColumnInfo, column: int) -> str:
        if column == ROLE and self.choice is not None:
            return self.role_words[self.choice.roles[found.name]]
        if column == TYPE:
            return self.type_words[self._type(found)]
        if column == MISSING:
            return f"{found.missing:,}" if found.missing else "–"
        return self._values(found) if column == VALUES else found.name

    def _values(self, found: ColumnInfo) -> str:
        ignored = self.choice is not None and self.choice.roles[found.name] == "ignore"
        if ignored and found.role == "ignore":
            return render(found.why)
        if self._type(found) == "number" and found.low is not None:
            return self.tr("{low} to {high}").format(low=f"{found.low:g}", high=f"{found.high:g}")
        if found.distinct > MAX_CATEGORIES:
            return self.tr("more than {count} different").format(count=f"{MAX_CATEGORIES:,}")
        if found.distinct > SHOWN_CATEGORIES:
            return self.tr("{count} different").format(count=found.distinct)
        return ", ".join(found.categories)

    def _tip(self, found: ColumnInfo, column: int) -> str:
        if column == VALUES and 0 < len(found.categories) <= MAX_CATEGORIES:
            return ", ".join(found.categories[:40])
        return f"{found.name}: {render(found.why)}"


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column == MISSING else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


class RowsModel(QAbstractTableModel):
    """The first rows of a table as they stand in the file."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._choice: TableChoice | None = None

    def show_choice(self, choice: TableChoice) -> None:
        """Show the first rows of a table."""
        self.beginResetModel()
        self._choice = choice
        self.endResetModel()

    def recolour(self) -> None:
        """Show roles that have changed."""
        if self.rowCount():
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() or self._choice is None else len(self._choice.info.preview)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() or self._choice is None else len(self._choice.info.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if self._choice is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            if orientation == Qt.Orientation.Horizontal:
                return self._choice.info.columns[section].name
            return str(section + 1)
        if role == Qt.ItemDataRole.FontRole and orientation == Qt.Orientation.Horizontal:
            return self._font(section)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self._choice is None:
            return None
        words = self._choice.info.preview[index.row()][index.column()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return words or "–"
        if role == Qt.ItemDataRole.FontRole:
            return self._font(index.column())
        ignored = self._role(index.column()) == "ignore"
        if role == Qt.ItemDataRole.ForegroundRole and (ignored or not words):
            return self._theme.tokens.colour("muted")
        return None

    def _role(self, column: int) -> str:
        assert self._choice is not None
        return self._choice.roles[self._choice.info.columns[column].name]

    def _font(self, column: int) -> QFont | None:
        return font(bold=True) if self._role(column) == "target" else None
