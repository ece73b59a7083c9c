"""The network as a table, as Keras's `model.summary()` prints it, and what it costs."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QLabel, QPushButton, QVBoxLayout, QWidget

from mlp_studio.core.check import shape_text
from mlp_studio.core.costs import Costs, costs
from mlp_studio.studio.document import Document
from mlp_studio.ui.builder.facts import size_text
from mlp_studio.ui.common.beside import Beside
from mlp_studio.ui.common.table_model import ReadingTable


class SummaryWindow(Beside):
    """Follows the design while it is open.

    Parameters
    ----------
    document : Document
        What is shown.
    """

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(parent)
        self._document = document
        self._examples = 0
        self._costs: Costs | None = None
        self.setWindowTitle(self.tr("Network summary"))
        self.table = ReadingTable()
        self.table.setAccessibleName(self.tr("Layers"))
        self.words = QLabel()
        self.words.setProperty("role", "secondary")
        self.words.setWordWrap(True)
        self.copy_text = QPushButton(self.tr("Copy as text"))
        self.copy_text.setToolTip(self.tr("The table in columns of plain text"))
        self.copy_markdown = QPushButton(self.tr("Copy as Markdown"))
        self.copy_markdown.setToolTip(self.tr("The table for a report or a notebook"))
        row = QHBoxLayout()
        for button in (self.copy_text, self.copy_markdown):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.words)
        layout.addLayout(row)
        self.copy_text.clicked.connect(lambda: self._copy(self.as_text()))
        self.copy_markdown.clicked.connect(lambda: self._copy(self.as_markdown()))
        document.network_changed.connect(self.synchronize)
        document.training_changed.connect(self.synchronize)

    def sizeHint(self) -> QSize:
        rows = min(max(self.table.model_shown.rowCount(), 4), 16)
        return QSize(720, 220 + 26 * rows)

    def open_summary(self) -> None:
        """Show the window with the network as it is."""
        self._fill()
        self.open_beside()

    def show_examples(self, examples: int) -> None:
        """Take over how many examples there are to train on."""
        self._examples = examples
        self.synchronize()

    def synchronize(self, _spec: object = None) -> None:
        """Show the network as it is now, if anybody looks."""
        if self.isVisible():
            self._fill()

    def as_text(self) -> str:
        """Return the table in columns."""
        rows = [self.table.heads(), *self._cells()]
        widths = [max(len(row[k]) for row in rows) for k in range(len(rows[0]))]
        lines = [
            "  ".join(
                cell.rjust(width) if k >= 2 else cell.ljust(width)
                for k, (cell, width) in enumerate(zip(row, widths, strict=True))
            ).rstrip()
            for row in rows
        ]
        lines.insert(1, "─" * max(len(line) for line in lines))
        return "\n".join([*lines, "", self.words.text()])

    def as_markdown(self) -> str:
        """Return the table for Markdown."""
        heads = self.table.heads()
        rule = ["---", "---", *("--:" for _ in heads[2:])]
        rows = [heads, rule, *self._cells()]
        lines = ["| " + " | ".join(row) + " |" for row in rows]
        return "\n".join([*lines, "", self.words.text()])

    def _fill(self) -> None:
        document = self._document
        found = self._costs = costs(document.network, document.training, self._examples)

        def cell(row: int, column: int) -> str:
            layer = found.layers[row]
            return (
                layer.name,
                layer.kind,
                shape_text(layer.shape),
                f"{layer.parameters:,}",
                f"{layer.multiply_adds:,}" if layer.multiply_adds else "",
            )[column]

        heads = (
            self.tr("Layer"),
            self.tr("Type"),
            self.tr("Output shape"),
            self.tr("Parameters"),
            self.tr("Multiply-adds"),
        )
        self.table.model_shown.show(heads, len(found.layers), cell, words=(0, 1))
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.words.setText(self._totals(found))

    def _totals(self, found: Costs) -> str:
        parameters = self.tr(
            "{all} parameters ({size}): {trainable} trainable, {fixed} not."
        ).format(
            all=f"{found.parameters:,}",
            size=size_text(found.weights),
            trainable=f"{found.trainable:,}",
            fixed=f"{found.parameters - found.trainable:,}",
        )
        memory = self.tr(
            "Training takes about {all}: weights {weights}, gradients {gradients}, optimizer "
            "{optimizer}, activations of a batch {activations}; the data comes on top."
        ).format(
            all=size_text(found.memory),
            weights=size_text(found.weights),
            gradients=size_text(found.gradients),
            optimizer=size_text(found.optimizer),
            activations=size_text(found.activations),
        )
        work = self.tr("{one} multiply-adds for an answer.").format(one=f"{found.multiply_adds:,}")
        if self._examples:
            work = self.tr(
                "{one} multiply-adds for an answer, {epoch} for an epoch of {examples} examples."
            ).format(
                one=f"{found.multiply_adds:,}",
                epoch=f"{found.an_epoch:,}",
                examples=f"{self._examples:,}",
            )
        return "\n".join((parameters, work, memory))

    def _cells(self) -> list[list[str]]:
        rows = self.table.model_shown.rowCount()
        columns = len(self.table.heads())
        return [[self.table.text(row, column) for column in range(columns)] for row in range(rows)]

    def _copy(self, words: str) -> None:
        QGuiApplication.clipboard().setText(words)
