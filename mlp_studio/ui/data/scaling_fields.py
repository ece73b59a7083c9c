"""What the network receives: how inputs are scaled, and what becomes of labels."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mlp_studio.core.dataset import Dataset
from mlp_studio.core.datasets import DataSpec
from mlp_studio.studio.data_store import DataStore
from mlp_studio.studio.document import Document
from mlp_studio.ui.common.fields import CalmCombo, caption, link
from mlp_studio.ui.data.label_rows import LabelLine
from mlp_studio.ui.data.scaling_compare import ScalingCompare
from mlp_studio.ui.data.scalings import scaling_titles
from mlp_studio.ui.theme import Theme


class ScalingFields(QWidget):
    """The scaling, a window that compares them all, and the labels."""

    def __init__(
        self, document: Document, store: DataStore, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._store = store
        self._theme = theme
        self.dialog: ScalingCompare | None = None
        self.choice = CalmCombo()
        for kind, title in scaling_titles().items():
            self.choice.addItem(title, kind)
        # The panel may be narrower than the longest title.
        self.choice.setSizeAdjustPolicy(
            CalmCombo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.choice.setMinimumContentsLength(6)
        self.choice.setAccessibleName(self.tr("Scaling"))
        self.choice.setToolTip(self.tr("How the inputs are scaled before the network gets them."))
        self.compare = link(self.tr("Compare…"))
        self.compare.setToolTip(
            self.tr("The same examples scaled in each way, side by side, and what leaks.")
        )
        self.labels = LabelLine(document)
        row = QHBoxLayout()
        row.addWidget(caption(self.tr("Scaling")), 1)
        row.addWidget(self.compare)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(row)
        layout.addWidget(self.choice)
        layout.addWidget(self.labels)
        self.choice.activated.connect(self._choose)
        self.compare.clicked.connect(self._open)
        document.data_changed.connect(self.synchronize)
        store.dataset_changed.connect(self.show_dataset)
        self.synchronize(document.data)
        self.show_dataset(store.dataset)

    def synchronize(self, data: DataSpec) -> None:
        """Show the scaling of `data`."""
        with QSignalBlocker(self.choice):
            self.choice.setCurrentIndex(self.choice.findData(data.scaling))

    def show_dataset(self, dataset: Dataset | None) -> None:
        """Show what the network receives of a data set."""
        self.compare.setEnabled(dataset is not None)
        self.labels.show_dataset(dataset)

    def _choose(self, _index: int) -> None:
        data = self._document.data.model_copy(update={"scaling": self.choice.currentData()})
        self._document.edit(self.tr("Set the scaling"), data=data)

    def _open(self) -> None:
        if self.dialog is None:
            self.dialog = ScalingCompare(self._document, self._store, self._theme, self.window())
        self.dialog.open_beside()
