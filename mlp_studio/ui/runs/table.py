"""The table of runs: sorted by its heads, edited in place, with a menu and keys."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPoint,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from mlp_studio.storage.runs import KeptRun
from mlp_studio.ui.common.table_model import CELLS
from mlp_studio.ui.runs.model import RUN, RunsModel, RunsProxy
from mlp_studio.ui.theme import Theme

WIDEST = 210  # pixels of a column until a person makes it wider
MOST_EPOCHS = 24  # in a menu
LOOKED_AT = 60  # rows, for the width of a column


@dataclass(frozen=True)
class Wanted:
    """What a person wants done with runs.

    Parameters
    ----------
    what : str
        ``"go_back"``, ``"continue"``, ``"star"``, ``"delete"``, ``"only_best"`` or
        ``"enqueue"``.
    runs : tuple of str
        Their ids.
    epoch : int or None
        The epoch to go back to.
    """

    what: str
    runs: tuple[str, ...]
    epoch: int | None = None


class RunsTable(QTableView):
    """Shows runs.

    Parameters
    ----------
    theme : Theme
        The look in force.

    Signals
    -------
    chosen(tuple of str)
        The ids of the selected runs, in the order of the rows.
    wanted(Wanted)
        Something is to be done with runs.
    """

    chosen = Signal(object)
    wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.runs = RunsModel(theme, self)
        self.proxy = RunsProxy(self.runs, self)
        self.setModel(self.proxy)
        self._hidden: set[str] = set()
        self._fitted: list[str] = []  # the columns whose widths were chosen
        self._dress()
        self.runs.modelAboutToBeReset.connect(self._remember)
        self.proxy.modelReset.connect(self._fit)
        self.selectionModel().selectionChanged.connect(self._tell)
        self._kept_selection: tuple[str, ...] = ()
        self._kept_sort: tuple[str, Qt.SortOrder] = "when", Qt.SortOrder.DescendingOrder
        self.horizontalHeader().sortIndicatorChanged.connect(self._sorted)
        self._fit()

    def _dress(self) -> None:
        self.setStyleSheet(CELLS)
        self.setAccessibleName(self.tr("Training runs"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSortingEnabled(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(26)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heads = self.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setSectionsMovable(True)
        heads.setResizeContentsPrecision(LOOKED_AT)
        heads.setMinimumSectionSize(28)
        heads.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        heads.customContextMenuRequested.connect(self._head_menu)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu)

    # --- what others may ask -----------------------------------------------------------

    @property
    def selected(self) -> tuple[str, ...]:
        """The ids of the selected runs, in the order of the rows."""
        # Its stub has no iteration, which it can do; lists of rows or of indices are slow.
        parts = cast("Iterable[QItemSelectionRange]", self.selectionModel().selection())
        rows = {row for part in parts for row in range(part.top(), part.bottom() + 1)}
        return tuple(self.proxy.index(row, 0).data(RUN) for row in sorted(rows))

    def show_runs(self, runs: Sequence[KeptRun]) -> None:
        """Show other runs, keeping what is selected."""
        self.runs.show_runs(runs)

    def select(self, wanted: Sequence[str]) -> None:
        """Select runs, the first of them in view."""
        chosen = set(wanted)
        every = range(self.proxy.rowCount())
        rows = [row for row in every if self.proxy.index(row, 0).data(RUN) in chosen]
        selection = QItemSelection()
        last = len(self.runs.columns) - 1
        for row in rows:
            selection.append(
                QItemSelectionRange(self.proxy.index(row, 0), self.proxy.index(row, last))
            )
        flags = QItemSelectionModel.SelectionFlag
        model = self.selectionModel()
        model.select(selection, flags.ClearAndSelect)  # at once: who listens is told once
        if rows:
            model.setCurrentIndex(self._name_of(rows[0]), flags.NoUpdate)
            self.scrollTo(self._name_of(rows[0]))

    def column(self, key: str) -> int:
        """Return the place of a column in the model; -1 where it is not there."""
        keys = [column.key for column in self.runs.columns]
        return keys.index(key) if key in keys else -1

    def text(self, row: int, key: str) -> str:
        """Return what a cell shows."""
        return str(self.proxy.index(row, self.column(key)).data())

    # --- keeping its looks -------------------------------------------------------------

    def _remember(self) -> None:
        self._kept_selection = self.selected

    @Slot(int, Qt.SortOrder)
    def _sorted(self, section: int, order: Qt.SortOrder) -> None:
        if 0 <= section < len(self.runs.columns):
            self._kept_sort = self.runs.columns[section].key, order

    def _fit(self) -> None:
        """Choose widths and put selection and order back after the columns have changed."""
        keys = [column.key for column in self.runs.columns]
        section = max(0, self.column(self._kept_sort[0]))
        self.sortByColumn(section, self._kept_sort[1])
        for number, key in enumerate(keys):
            self.setColumnHidden(number, key in self._hidden)
        self.fit_widths()
        if self._kept_selection:
            self.select(self._kept_selection)

    def fit_widths(self) -> None:
        """Make every column as wide as what it shows, within reason."""
        self.resizeColumnsToContents()
        for number, column in enumerate(self.runs.columns):
            # Room for the arrow of the order beside the head.
            head = self.fontMetrics().horizontalAdvance(column.head) + 40
            width = max(min(WIDEST, self.columnWidth(number) + 6), head)
            self.setColumnWidth(number, 34 if column.key == "star" else width)

    @Slot(QPoint)
    def _head_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        for number, column in enumerate(self.runs.columns):
            if column.key in {"star", "name"}:
                continue
            action = menu.addAction(column.head)
            action.setCheckable(True)
            action.setChecked(column.key not in self._hidden)
            action.toggled.connect(
                lambda on, key=column.key, number=number: self._show_column(key, number, on)
            )
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.horizontalHeader().mapToGlobal(place))

    def _show_column(self, key: str, number: int, on: bool) -> None:
        (self._hidden.discard if on else self._hidden.add)(key)
        self.setColumnHidden(number, not on)

    # --- what people do ----------------------------------------------------------------

    @Slot()
    def _tell(self) -> None:
        self.chosen.emit(self.selected)

    def _ask(self, what: str, epoch: int | None = None) -> None:
        if self.selected:
            self.wanted.emit(Wanted(what, self.selected, epoch))

    def _name_of(self, row: int) -> QModelIndex:
        return self.proxy.index(row, self.column("name"))

    def rename(self) -> None:
        """Edit the name of the run that is current."""
        current = self.currentIndex()
        if current.isValid():
            name = self._name_of(current.row())
            self.selectionModel().setCurrentIndex(name, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.edit(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys: dict[int, Callable[[], None]] = {
            Qt.Key.Key_Delete: lambda: self._ask("delete"),
            Qt.Key.Key_Backspace: lambda: self._ask("delete"),
            Qt.Key.Key_S: lambda: self._ask("star"),
            Qt.Key.Key_F2: self.rename,
            Qt.Key.Key_Return: lambda: self._ask("go_back"),
            Qt.Key.Key_Enter: lambda: self._ask("go_back"),
        }
        call = keys.get(event.key())
        plain = event.modifiers() in {
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        }
        if call is not None and plain:
            call()
            event.accept()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        star = index.isValid() and index.column() == self.column("star")
        if star and event.button() == Qt.MouseButton.LeftButton:
            self.wanted.emit(Wanted("star", (index.data(RUN),)))
            event.accept()
            return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if not index.isValid() or event.button() != Qt.MouseButton.LeftButton:
            return
        if index.column() == self.column("name"):
            self.edit(index)
        elif index.column() != self.column("star"):
            self._ask("go_back")
        event.accept()

    @Slot(QPoint)
    def _menu(self, place: QPoint) -> None:
        if self.selected:
            menu = self.make_menu()
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.viewport().mapToGlobal(place))

    def make_menu(self) -> QMenu:
        """Return the menu of the selected runs."""
        chosen = set(self.selected)
        runs = [run for run in self.runs.runs if run.id in chosen]
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        if len(runs) == 1:
            self._add_returns(menu, runs[0])
            menu.addSeparator()
        starred = all(run.starred for run in runs)
        star = self.tr("Remove the star") if starred else self.tr("Star")
        self._add(menu, "star", star, "S")
        if len(runs) == 1:
            rename = menu.addAction(self.tr("Rename"))
            rename.setObjectName("rename")
            rename.setShortcut(QKeySequence("F2"))
            rename.triggered.connect(self.rename)
        self._add(menu, "enqueue", self.tr("Train again with another seed"), "").setToolTip(
            self.tr("Puts the design into the queue with the next seed")
        )
        menu.addSeparator()
        best = self._add(menu, "only_best", self.tr("Keep only the best weights"), "")
        best.setToolTip(
            self.tr("Lets go of the weights of all other epochs; undo brings them back")
        )
        best.setEnabled(any(len(run.kept_epochs) > 1 for run in runs))
        self._add(menu, "delete", self.tr("Delete"), "Del")
        return menu

    def _add(self, menu: QMenu, what: str, label: str, keys: str) -> QAction:
        action = menu.addAction(label)
        action.setObjectName(what)
        if keys:
            action.setShortcut(QKeySequence(keys))  # shown; the table itself hears the key
        action.triggered.connect(lambda _on=False: self._ask(what))
        return action

    def _add_returns(self, menu: QMenu, run: KeptRun) -> None:
        self._add(menu, "go_back", self.tr("Go back to this run"), "Return").setToolTip(
            self.tr("Its data, network, settings and weights; one step of undo")
        )
        epochs = run.kept_epochs
        step = max(1, -(-len(epochs) // MOST_EPOCHS))
        marked = {run.weights_epoch: self.tr("at the end")}
        if run.best_epoch is not None:
            marked[run.best_epoch] = self.tr("best")
        offered = sorted({*epochs[::step], *epochs[-1:], *(marked.keys() & set(epochs))})
        for what, label in (
            ("go_back", self.tr("Go back to epoch")),
            ("continue", self.tr("Train on from epoch")),
        ):
            inner = menu.addMenu(label)
            inner.setObjectName(f"{what}_epochs")
            inner.setEnabled(bool(offered))
            for epoch in offered:
                words = f"{epoch}  ({marked[epoch]})" if epoch in marked else str(epoch)
                action = inner.addAction(words)
                action.triggered.connect(
                    lambda _on=False, what=what, epoch=epoch: self._ask(what, epoch)
                )
