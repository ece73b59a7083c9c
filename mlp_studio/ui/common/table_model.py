"""A table of words and figures to read, however many rows it has."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

Index = QModelIndex | QPersistentModelIndex

CELLS = """
    QTableView { outline: none; }
    QTableView::item { padding: 0px 8px; border: none; }
    QTableView::item:selected { background: palette(highlight); color: palette(highlighted-text); }
"""  # with the padding of the heads


class ReadingModel(QAbstractTableModel):
    """Cells that are made when they are looked at.

    The first column has words, the others figures, unless told otherwise.
    """

    def __init__(self, parent: QTableView) -> None:
        super().__init__(parent)
        self._view = parent
        self._heads: Sequence[str] = ()
        self._rows = 0
        self._cell: Callable[[int, int], str] = lambda _row, _column: ""
        self._words: tuple[int, ...] = (0,)
        self._quiet: Callable[[int, int], bool] = lambda _row, _column: False
        self._tip: Callable[[int, int], str] | None = None

    def show(
        self,
        heads: Sequence[str],
        rows: int,
        cell: Callable[[int, int], str],
        words: tuple[int, ...] = (0,),
        quiet: Callable[[int, int], bool] = lambda _row, _column: False,
        tip: Callable[[int, int], str] | None = None,
    ) -> None:
        """Show another table.

        Parameters
        ----------
        heads : sequence of str
            The columns' heads.
        rows : int
            How many rows there are.
        cell : callable
            Given row and column, returns what stands there.
        words : tuple of int
            The columns with words, which begin at the left.
        quiet : callable
            Given row and column, says whether a cell matters less.
        tip : callable, optional
            Given row and column, returns what is said of a cell where the pointer rests; else
            it is what stands there.
        """
        self.beginResetModel()
        self._heads, self._rows, self._cell = heads, rows, cell
        self._words, self._quiet, self._tip = words, quiet, tip
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self._rows

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cell(index.row(), index.column())
        if role == Qt.ItemDataRole.ToolTipRole:  # of names that are cut off, whatever they hold
            said = self._tip or self._cell
            return f"<span>{escape(said(index.row(), index.column()))}</span>"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(index.column())
        if role == Qt.ItemDataRole.ForegroundRole and self._quiet(index.row(), index.column()):
            return self._view.palette().placeholderText()
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return self._heads[section]
        return self._alignment(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def _alignment(self, column: int) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignLeft if column in self._words else Qt.AlignmentFlag.AlignRight
        return side | Qt.AlignmentFlag.AlignVCenter


class ReadingTable(QTableView):
    """Shows a `ReadingModel`; Tab leaves it, arrows move in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model_shown = ReadingModel(self)
        self.setModel(self.model_shown)
        self.setStyleSheet(CELLS)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(26)
        heads = self.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        heads.setResizeContentsPrecision(50)  # rows looked at: a thousand classes stay quick

    def fit_height(self, rows: int) -> None:
        """Be as high as the table, up to some rows."""
        shown = min(self.model_shown.rowCount(), rows) * self.verticalHeader().defaultSectionSize()
        below = self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + shown + below + 4)

    def text(self, row: int, column: int) -> str:
        """Return what a cell shows."""
        return str(self.model_shown.index(row, column).data())

    def heads(self) -> list[str]:
        """Return what the columns' heads show."""
        model = self.model_shown
        return [
            str(model.headerData(column, Qt.Orientation.Horizontal))
            for column in range(model.columnCount())
        ]
