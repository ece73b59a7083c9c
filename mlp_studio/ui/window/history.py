"""The undo history: every step by its name; a click goes there."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, Qt
from PySide6.QtGui import QColor, QKeyEvent, QUndoStack
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QVBoxLayout, QWidget

from mlp_studio.ui.common.fields import caption
from mlp_studio.ui.theme import Theme, font

WIDTH = 360
ROWS = 16  # at most are seen at once
Index = QModelIndex | QPersistentModelIndex


class Steps(QAbstractListModel):
    """The steps of an undo stack behind a first row, the beginning."""

    def __init__(self, stack: QUndoStack, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stack = stack
        self._theme = theme

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._stack.count() + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = index.row()
        if role == Qt.ItemDataRole.DisplayRole:
            words = self._stack.text(row - 1) if row else self.tr("Beginning")
            saved = row == self._stack.cleanIndex() and row > 0
            return self.tr("{step} (saved)").format(step=words) if saved else words
        if role == Qt.ItemDataRole.FontRole and row == self._stack.index():
            return font(bold=True)
        if role == Qt.ItemDataRole.ForegroundRole and row > self._stack.index():
            return QColor(self._theme.tokens.muted)
        if role == Qt.ItemDataRole.ToolTipRole and row > self._stack.index():
            return self.tr("Undone: click to do it again")
        return None

    def refresh(self) -> None:
        """Read the stack anew."""
        self.beginResetModel()
        self.endResetModel()


class HistoryPanel(QFrame):
    """A list of the steps, the one in force marked; the arrow keys and clicks go to others."""

    def __init__(self, stack: QUndoStack, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._stack = stack
        self._going = False
        self.setObjectName("history")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.steps = Steps(stack, theme, self)
        self.list = QListView()
        self.list.setProperty("role", "plain")
        self.list.setModel(self.steps)
        self.list.setUniformItemSizes(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setAccessibleName(self.tr("Undo history"))
        self.list.setAccessibleDescription(self.tr("The arrow keys go from step to step."))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        heading = caption(self.tr("Undo history"))
        heading.setContentsMargins(6, 0, 0, 0)
        layout.addWidget(heading)
        layout.addWidget(self.list)
        self.list.selectionModel().currentChanged.connect(self._go)
        stack.indexChanged.connect(self._follow)
        stack.cleanChanged.connect(self._follow)

    def open_below(self, widget: QWidget) -> None:
        """Open with the left edge at that of `widget`."""
        self.show()  # hidden, it has followed nothing
        self._follow()
        corner = widget.mapToGlobal(QPoint(0, widget.height() + 4))
        room = widget.screen().availableGeometry()
        x = max(room.left(), min(corner.x(), room.right() - self.width()))
        self.move(x, max(room.top(), min(corner.y(), room.bottom() - self.height())))
        self.list.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.close()
        else:
            super().keyPressEvent(event)

    def _follow(self, _changed: object = None) -> None:
        """Show the stack as it is now."""
        if not self.isVisible():
            return
        going, self._going = self._going, True
        try:
            if not going:
                self.steps.refresh()
                rows = min(ROWS, self.steps.rowCount())
                self.setFixedSize(WIDTH, 44 + rows * max(24, self.list.sizeHintForRow(0)))
            self.list.viewport().update()
            current = self.steps.index(self._stack.index())
            self.list.setCurrentIndex(current)
            self.list.scrollTo(current, QAbstractItemView.ScrollHint.EnsureVisible)
        finally:
            self._going = going

    def _go(self, current: QModelIndex, _former: QModelIndex) -> None:
        if self._going or not current.isValid():
            return
        self._going = True
        try:
            self._stack.setIndex(current.row())
        finally:
            self._going = False
