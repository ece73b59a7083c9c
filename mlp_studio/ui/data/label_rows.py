"""Labels as the network gets them: one-hot rows or a 0 and 1, and the way back."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from mlp_studio.core.dataset import Dataset, targets
from mlp_studio.studio.document import Document
from mlp_studio.ui.common.beside import Beside
from mlp_studio.ui.common.fields import link
from mlp_studio.ui.common.table_model import ReadingTable

SHOWN = 6
LONGEST = 16  # letters of a class's name in the panel
SHORT = 10  # figures of a one-hot row in the panel


class LabelLine(QWidget):
    """One label and what becomes of it, with a link to more."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._dataset: Dataset | None = None
        self.dialog: LabelDialog | None = None
        self.line = QLabel()
        self.line.setWordWrap(True)
        self.line.setTextFormat(Qt.TextFormat.PlainText)
        self.line.setProperty("role", "secondary")
        self.line.setToolTip(
            self.tr("Labels become one-hot rows; the position of the largest value leads back.")
        )
        self.more = link(self.tr("Labels…"))
        self.more.setToolTip(self.tr("Some labels as the network gets them, and the way back."))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.line, 1)
        layout.addWidget(self.more)
        self.more.clicked.connect(self._open)
        document.network_changed.connect(lambda _network: self.show_dataset(self._dataset))
        self.hide()

    def show_dataset(self, dataset: Dataset | None) -> None:
        """Show a label of `dataset`; hide where there are none."""
        self._dataset = dataset
        self.more.setEnabled(dataset is not None)
        if dataset is None:
            return  # the line stays: nothing below is to jump up and down
        classes = dataset.facts.task != "regression"
        self.setVisible(classes)
        if not classes:
            if self.dialog is not None:
                self.dialog.close()
            return
        label = int(dataset.train.y[0])
        row = targets(dataset.train.y[:1], dataset.facts.task, units_for(self._document, dataset))[
            0
        ]
        figures = [f"{value:.0f}" for value in row[:SHORT]]
        if len(row) > SHORT:
            figures.append("…")
        name = shorten(dataset.class_names[label])
        self.line.setText(f"{name} → {' '.join(figures)}")
        if self.dialog is not None and self.dialog.isVisible():
            self.dialog.show_dataset(dataset)

    def _open(self) -> None:
        if self._dataset is None:
            return
        if self.dialog is None:
            self.dialog = LabelDialog(self._document, self.window())
        self.dialog.show_dataset(self._dataset)
        self.dialog.open_beside()


class LabelDialog(Beside):
    """Six random labels, their rows, and the class that each row leads back to."""

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(parent)
        self._document = document
        self._dataset: Dataset | None = None
        self._draw = 0
        self.setWindowTitle(self.tr("Labels as the network gets them"))
        self.words = QLabel()
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setProperty("role", "secondary")
        self.words.setWordWrap(True)
        self.table = ReadingTable()
        self.table.setAccessibleName(self.tr("Labels"))
        self.others = QPushButton(self.tr("Other labels"))
        self.others.setToolTip(self.tr("Draw six other examples."))
        self.buttons.addButton(self.others, QDialogButtonBox.ButtonRole.ActionRole)
        self.others.clicked.connect(self._draw_others)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        for widget in (self.words, self.table, self.buttons):
            layout.addWidget(widget)

    def sizeHint(self) -> QSize:
        wide = self.table.horizontalHeader().length()
        return QSize(min(max(480, wide + 40), 1100), 330)

    def show_dataset(self, dataset: Dataset) -> None:
        """Show labels of `dataset`, for the network as it is."""
        self._dataset = dataset
        part, names = dataset.train, dataset.class_names
        rng = np.random.default_rng(self._draw)
        chosen = rng.choice(len(part), min(SHOWN, len(part)), replace=False)
        labels = part.y[chosen]
        rows = targets(labels, dataset.facts.task, units_for(self._document, dataset))
        single = rows.shape[1] == 1
        back = (rows[:, 0] > 0.5).astype(int) if single else rows.argmax(axis=1)
        if single:
            heads = [self.tr("Label"), self.tr("Output"), self.tr("Above ½?"), self.tr("Class")]
        else:
            heads = [self.tr("Label"), *names, "argmax", self.tr("Class")]

        def cell(row: int, column: int) -> str:
            if column == 0:
                return names[int(labels[row])]
            if column <= rows.shape[1]:
                return f"{rows[row, column - 1]:.0f}"
            if column == len(heads) - 1:
                return names[int(back[row])]
            if single:
                return self.tr("yes") if back[row] else self.tr("no")
            return str(int(back[row]))

        def zero(row: int, column: int) -> bool:
            return 1 <= column <= rows.shape[1] and rows[row, column - 1] == 0 and not single

        self.table.model_shown.show(heads, len(labels), cell, (0, len(heads) - 1), zero)
        if single:
            words = self.tr(
                "The network has one output. It learns 0 for “{first}” and 1 for “{second}”; "
                "above one half, its answer is “{second}”."
            ).format(first=names[0], second=names[1])
        else:
            words = self.tr(
                "Each label becomes a row with one 1, in the column of its class (one-hot). "
                "argmax, the position of the largest value, counted from 0, leads back to the "
                "class; so it does for what the network says."
            )
        self.words.setText(words)

    def _draw_others(self) -> None:
        self._draw += 1
        if self._dataset is not None:
            self.show_dataset(self._dataset)


def shorten(name: str) -> str:
    """Return a class's name, cut off where it would be too wide for the panel."""
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…"


def units_for(document: Document, dataset: Dataset) -> int:
    """Return how many outputs labels are made for.

    Those of the network where two classes can be told by one output, else one a class.
    """
    facts = dataset.facts
    single = facts.task == "binary" and document.network.output_shape == (1,)
    return 1 if single else facts.outputs
