"""The numbers of the callbacks: how long they wait, and what they do then."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from mlp_studio.core.training import EarlyStopping, ReduceLROnPlateau, TrainingSpec
from mlp_studio.studio.document import Document
from mlp_studio.ui.common.fields import NumberRow


class StoppingRows(QWidget):
    """Early stopping's patience and what is left at the end; hidden where it is off."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.patience = NumberRow(
            self.tr("Patience"), self.tr("Epochs without an improvement that are waited for."),
            1, 200, logarithmic=True,
        )  # fmt: skip
        self.patience.set_default(EarlyStopping().patience)
        self.restore = QCheckBox(self.tr("Restore the best weights"))
        self.restore.setToolTip(
            self.tr("Ends with the weights of the best epoch instead of the last one.")
        )
        _stack(self, self.patience, self.restore)
        self.patience.value_changed.connect(
            lambda value: self._edit(
                self.tr("Set the patience of early stopping"),
                merge="early:patience",
                patience=int(value),
            )
        )
        self.restore.clicked.connect(
            lambda on: self._edit(self.tr("Restore the best weights"), restore_best_weights=on)
        )

    def synchronize(self, training: TrainingSpec) -> None:
        """Show `training`."""
        spec = training.early_stopping
        self.setVisible(spec is not None)
        if spec is not None:
            self.patience.set_value(spec.patience)
            with QSignalBlocker(self.restore):
                self.restore.setChecked(spec.restore_best_weights)

    def _edit(self, label: str, *, merge: str | None = None, **changes: Any) -> None:
        training = self._document.training
        if training.early_stopping is not None:
            spec = training.early_stopping.model_copy(update=changes)
            changed = training.model_copy(update={"early_stopping": spec})
            self._document.edit(label, training=changed, merge=merge)


class ReducingRows(QWidget):
    """When the rate is reduced and by how much; hidden where that is off."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.patience = NumberRow(
            self.tr("Patience"), self.tr("Epochs without an improvement that are waited for."),
            1, 200, logarithmic=True,
        )  # fmt: skip
        self.factor = NumberRow(
            self.tr("Factor"), self.tr("What the learning rate is multiplied by."),
            0.01, 0.99, decimals=2,
        )  # fmt: skip
        default = ReduceLROnPlateau()
        self.patience.set_default(default.patience)
        self.factor.set_default(default.factor)
        _stack(self, self.patience, self.factor)
        self.patience.value_changed.connect(
            lambda value: self._edit(
                self.tr("Set the patience on a plateau"),
                merge="reduce:patience",
                patience=int(value),
            )
        )
        self.factor.value_changed.connect(
            lambda value: self._edit(
                self.tr("Set the factor on a plateau"), merge="reduce:factor", factor=value
            )
        )

    def synchronize(self, training: TrainingSpec) -> None:
        """Show `training`."""
        spec = training.reduce_lr
        self.setVisible(spec is not None)
        if spec is not None:
            self.patience.set_value(spec.patience)
            self.factor.set_value(spec.factor)

    def _edit(self, label: str, *, merge: str, **changes: Any) -> None:
        training = self._document.training
        if training.reduce_lr is not None:
            spec = training.reduce_lr.model_copy(update=changes)
            changed = training.model_copy(update={"reduce_lr": spec})
            self._document.edit(label, training=changed, merge=merge)


def _stack(parent: QWidget, *rows: QWidget) -> None:
    """Put rows one below the other, indented beneath their switch."""
    layout = QVBoxLayout(parent)
    layout.setContentsMargins(22, 0, 0, 2)
    layout.setSpacing(6)
    for row in rows:
        layout.addWidget(row)
