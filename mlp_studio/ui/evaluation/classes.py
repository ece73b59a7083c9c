"""How each class fares, in a table that can be sorted."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHeaderView, QVBoxLayout, QWidget

from mlp_studio.analysis.classification import ClassScores
from mlp_studio.ui.common.table_model import ReadingTable
from mlp_studio.ui.evaluation.view import View
from mlp_studio.ui.evaluation.words import score


class ClassesPage(QWidget):
    """Precision, recall, F1, ROC-AUC and support of each class; a click on a head sorts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: View | None = None
        self._column, self._order = 0, Qt.SortOrder.AscendingOrder
        self.table = ReadingTable()
        self.table.setAccessibleName(self.tr("Scores of each class"))
        self.table.verticalHeader().setDefaultSectionSize(22)
        heads = self.table.horizontalHeader()
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        heads.setTextElideMode(Qt.TextElideMode.ElideRight)
        heads.setSectionsClickable(True)
        heads.setSortIndicatorShown(True)
        heads.setSortIndicator(self._column, self._order)
        heads.setToolTip(self.tr("Click to sort; click again to turn the order round"))
        heads.sectionClicked.connect(self.sort_by)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table)

    def show_view(self, view: View) -> None:
        """Show the part that is looked at."""
        self._view = view
        self._show()

    @Slot(int)
    def sort_by(self, column: int) -> None:
        """Sort by a column, the lowest first; once more turns the order round."""
        up, down = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
        again = column == self._column and self._order == up
        self._column, self._order = column, down if again else up
        self.table.horizontalHeader().setSortIndicator(column, self._order)
        self._show()

    def _show(self) -> None:
        view = self._view
        if view is None:
            return
        classes, names, column = view.report.classes, view.names, self._column

        def key(k: int) -> float:
            value = k if column == 0 else _values(classes[k])[column - 1]
            return -1.0 if value is None else float(value)

        turned = self._order == Qt.SortOrder.DescendingOrder
        order = sorted(range(len(classes)), key=key, reverse=turned)

        def cell(row: int, shown: int) -> str:
            k = order[row]
            if shown == 0:
                return names[k]
            if shown == 5:
                return f"{classes[k].support:,}"
            return score(_values(classes[k])[shown - 1])

        heads = [
            self.tr("Class"),
            self.tr("Precision"),
            self.tr("Recall"),
            "F1",
            self.tr("ROC-AUC"),
            self.tr("Examples"),
        ]
        at = self.table.verticalScrollBar().value()
        self.table.model_shown.show(heads, len(order), cell)
        self.table.verticalScrollBar().setValue(at)


def _values(scores: ClassScores) -> tuple[float | None, ...]:
    return scores.precision, scores.recall, scores.f1, scores.roc_auc, scores.support
