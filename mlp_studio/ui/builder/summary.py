"""The network's summary: a table of its layers, what they cost, and the same as text."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QShowEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from mlp_studio.core import summary
from mlp_studio.core.costs import Costs, costs
from mlp_studio.studio.advice import Advice
from mlp_studio.studio.document import Document
from mlp_studio.ui.common.on_screen import bring_on_screen

ROW_HEIGHT = 26
MOST_ROWS = 16  # seen at once


class SummaryDialog(QDialog):
    """What `model.summary()` says, live, with memory and arithmetic beside it."""

    def __init__(self, document: Document, advice: Advice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._advice = advice
        self.setObjectName("summary")
        self.setWindowTitle(self.tr("Network summary"))
        self._head = (
            self.tr("Layer (type)"),
            self.tr("Output shape"),
            self.tr("Parameters"),
            self.tr("Multiply-adds"),
        )
        self.model = QStandardItemModel(0, len(self._head), self)
        self.table = QTableView()
        self.totals = QGridLayout()
        self.copied = QLabel()
        self._sized = False
        self._build()
        for signal in (document.network_changed, document.training_changed, advice.changed):
            signal.connect(self._changed)

    def synchronize(self) -> None:
        """Show the document's network."""
        found = costs(self._document.network, self._document.training.optimizer)
        rows = summary.layer_rows(found)
        self.model.setRowCount(0)
        for row in rows:
            items = [QStandardItem(cell) for cell in row]
            for column, item in enumerate(items):
                item.setEditable(False)
                if column >= summary.RIGHT_FROM:
                    item.setTextAlignment(
                        Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                    )
            self.model.appendRow(items)
        self._show_totals(self.total_rows(found))
        self.copied.clear()

    def total_rows(self, found: Costs) -> list[tuple[str, str]]:
        """Return what stands beneath the table, names and values."""
        training, size = self._document.training, summary.size_text
        rows = [
            (self.tr("Parameters"), f"{found.parameters:,}"),
            (self.tr("Trainable"), f"{found.trainable:,}"),
            (self.tr("Not trainable"), f"{found.fixed:,}"),
            (self.tr("Weights"), size(found.weight_bytes)),
            (
                self.tr("{optimizer}'s memory").format(optimizer=type(training.optimizer).__name__),
                size(found.optimizer_bytes),
            ),
            (
                self.tr("Activations of a batch of {batch}").format(batch=training.batch_size),
                size(found.activation_bytes(training.batch_size)),
            ),
            (self.tr("Multiply-adds for one answer"), f"{found.forward:,}"),
            (self.tr("For one example in training"), f"{found.training:,}"),
        ]
        seen = self._advice.observed
        if seen is not None:
            examples = self.tr("For an epoch, validation included")
            rows.append((examples, f"{found.epoch(seen.train, seen.validation):,}"))
        return rows

    def as_text(self) -> str:
        """Return the summary in aligned columns."""
        found, rows = self._parts()
        return summary.as_text(self._head, rows, self.total_rows(found))

    def as_markdown(self) -> str:
        """Return the summary for a Markdown document."""
        found, rows = self._parts()
        return summary.as_markdown(self._head, rows, self.total_rows(found))

    def as_csv(self) -> str:
        """Return the table for a spreadsheet."""
        return summary.as_csv(self._head, self._parts()[1])

    def _parts(self) -> tuple[Costs, list[tuple[str, ...]]]:
        found = costs(self._document.network, self._document.training.optimizer)
        return found, summary.layer_rows(found)

    # --- building ----------------------------------------------------------------------

    def _build(self) -> None:
        self.model.setHorizontalHeaderLabels(self._head)
        for column in range(summary.RIGHT_FROM, len(self._head)):
            item = self.model.horizontalHeaderItem(column)
            item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for column in range(summary.RIGHT_FROM):
            item = self.model.horizontalHeaderItem(column)
            item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table = self.table
        table.setModel(self.model)
        table.setShowGrid(False)
        table.setStyleSheet("QTableView::item { padding: 0 5px; }")
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.setAccessibleName(self.tr("Layers"))
        header = table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in range(1, len(self._head)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setHighlightSections(False)
        self.totals.setHorizontalSpacing(12)
        self.totals.setVerticalSpacing(6)
        self.totals.setColumnMinimumWidth(2, 24)
        for column in (1, 4):
            self.totals.setColumnStretch(column, 1)
        self.copied.setProperty("role", "secondary")
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for name, words, make in (
            ("copy_text", self.tr("Copy as text"), self.as_text),
            ("copy_markdown", self.tr("Copy as Markdown"), self.as_markdown),
            ("copy_csv", self.tr("Copy as CSV"), self.as_csv),
        ):
            button = self._button(name, words, make)
            buttons.addWidget(button)
            if name == "copy_text":
                self.copy_text = button
        buttons.addWidget(self.copied, 1)
        close = QPushButton(self.tr("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.close)
        buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(16)
        layout.addWidget(table, 1)
        layout.addLayout(self.totals)
        layout.addLayout(buttons)

    def _button(self, name: str, words: str, make: Callable[[], str]) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName(name)
        button.setAutoDefault(False)

        def copy() -> None:
            QGuiApplication.clipboard().setText(make())
            self.copied.setText(self.tr("Copied."))

        button.clicked.connect(copy)
        return button

    def _show_totals(self, rows: list[tuple[str, str]]) -> None:
        while (item := self.totals.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        half = (len(rows) + 1) // 2
        for number, (name, value) in enumerate(rows):
            row, column = number % half, 3 * (number // half)
            words, figure = QLabel(name), QLabel(value)
            words.setProperty("role", "secondary")
            figure.setAlignment(Qt.AlignmentFlag.AlignRight)
            figure.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.totals.addWidget(words, row, column)
            self.totals.addWidget(figure, row, column + 1)

    def _changed(self, _spec: object = None) -> None:
        if self.isVisible():
            self.synchronize()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.synchronize()
        self.copy_text.setFocus()
        if not self._sized:
            self._sized = True
            rows = min(MOST_ROWS, max(3, self.model.rowCount()))
            self.resize(760, 220 + (rows + 1) * ROW_HEIGHT)
            bring_on_screen(self)
