"""The list of a table's columns: roles and types are chosen in place."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    QTimer,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QPolygon
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from mlp_studio.ui.data.own.table_models import NAME, ROLE, TYPE, ColumnsModel, Index
from mlp_studio.ui.theme import Theme

LINE = 28  # pixels: a line's height


class ChoiceDelegate(QStyledItemDelegate):
    """Edits a role or a type by a list that opens at once."""

    def __init__(self, theme: Theme, view: QTableView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.tokens.colour("muted"), 1.4))
        middle = QPoint(option.rect.right() - 12, option.rect.center().y() + 1)
        painter.drawPolyline(
            QPolygon([middle + QPoint(-4, -2), middle + QPoint(0, 2), middle + QPoint(4, -2)])
        )
        painter.restore()

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        combo = QComboBox(parent)
        for value, words in self._model(index).options(index).items():
            combo.addItem(words, value)
        combo.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        combo.activated.connect(lambda _row: self._finish(combo))
        QTimer.singleShot(0, combo, combo.showPopup)
        return combo

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        combo = cast(QComboBox, editor)
        combo.setCurrentIndex(combo.findData(index.data(Qt.ItemDataRole.EditRole)))

    def setModelData(self, editor: QWidget, _model: QAbstractItemModel, index: Index) -> None:
        value = cast(QComboBox, editor).currentData()
        if value == index.data(Qt.ItemDataRole.EditRole):
            return
        chosen = {line.row() for line in self._view.selectionModel().selectedRows()}
        rows = sorted(chosen) if index.row() in chosen else [index.row()]
        self._model(index).give(rows, index.column(), value)

    def _finish(self, combo: QComboBox) -> None:
        self.commitData.emit(combo)
        self.closeEditor.emit(combo, QAbstractItemDelegate.EndEditHint.NoHint)

    @staticmethod
    def _model(index: Index) -> ColumnsModel:
        return cast(ColumnsModel, index.model())


class ColumnsView(QTableView):
    """The columns; the arrow keys move, Return or F2 opens the list of a role or a type.

    What is chosen for one of several selected lines holds for all of them.
    """

    def __init__(self, model: ColumnsModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setAccessibleName(self.tr("Columns"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)  # Tab leads on through the dialog
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(LINE)
        delegate = ChoiceDelegate(theme, self)
        for column in (ROLE, TYPE):
            self.setItemDelegateForColumn(column, delegate)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Interactive)
        for column, width in enumerate((140, 100, 104, 150, 64)):
            self.setColumnWidth(column, width)
        header.setStretchLastSection(False)
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        self.clicked.connect(self._clicked)

    def selected_lines(self) -> list[int]:
        """Return the lines that are selected."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def _clicked(self, index: QModelIndex | QPersistentModelIndex) -> None:
        if index.column() in {ROLE, TYPE} and len(self.selected_lines()) <= 1:
            self.edit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        opens = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
        index = self.currentIndex()
        editing = self.state() == QAbstractItemView.State.EditingState
        if event.key() in opens and index.column() in {ROLE, TYPE} and not editing:
            self.edit(index)
            event.accept()
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        # Qt takes Return for the dialog's default button before the list sees it.
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        ):
            event.accept()
            return True
        return super().event(event)
