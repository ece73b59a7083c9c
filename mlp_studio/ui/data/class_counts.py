"""How many examples of each class are in each part: a table with bars."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QHeaderView,
    QLabel,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from mlp_studio.ui.common.beside import Beside
from mlp_studio.ui.common.table_model import Index, ReadingTable
from mlp_studio.ui.data.split_bar import COLOURS

BAR_WIDTH = 150


class ClassCounts(Beside):
    """A window beside the main one; it follows the data while it is open."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Examples of each class"))
        self.words = QLabel()
        self.words.setProperty("role", "secondary")
        self.words.setWordWrap(True)
        self.table = ReadingTable()
        self.table.setAccessibleName(self.tr("Counts per class"))
        self._bars = _Bars(self.table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        for widget in (self.words, self.table, self.buttons):
            layout.addWidget(widget)

    def sizeHint(self) -> QSize:
        rows = min(max(self.table.model_shown.rowCount(), 3), 14)
        return QSize(800, 140 + 26 * rows)

    def show_counts(self, counts: Mapping[str, tuple[int, ...]], words: str) -> None:
        """Show the counts of training, validation and, where there is one, test."""
        names, numbers = list(counts), list(counts.values())
        parts = len(numbers[0])
        titles = (self.tr("Training"), self.tr("Validation"), self.tr("Test"))[:parts]
        heads = [self.tr("Class"), ""]
        for title in titles:
            heads += [title, self.tr("share")]
        totals = [max(1, sum(row[part] for row in numbers)) for part in range(parts)]

        def cell(row: int, column: int) -> str:
            if column < 2:
                return names[row] if column == 0 else ""
            part, share = divmod(column - 2, 2)
            count = numbers[row][part]
            return f"{100 * count / totals[part]:.1f} %" if share else f"{count:,}"

        self._bars.counts = numbers
        self.table.model_shown.show(heads, len(names), cell)
        self.table.setItemDelegateForColumn(1, self._bars)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(1, BAR_WIDTH)
        self.words.setText(words)


class _Bars(QStyledItemDelegate):
    """Draws a class's counts as lengths; the most frequent class fills the column."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.counts: list[tuple[int, ...]] = []

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        longest = max(1, *map(sum, self.counts))
        room = QRectF(option.rect).adjusted(6, 7, -6, -7)
        left = room.left()
        for count, colour in zip(self.counts[index.row()], COLOURS, strict=False):
            width = room.width() * count / longest
            painter.fillRect(QRectF(left, room.top(), width, room.height()), QColor(colour))
            left += width
