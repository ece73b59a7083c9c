"""How the network is trained: optimizer, rate, batch, epochs, callbacks."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from mlp_studio.core.training import EarlyStopping, ReduceLROnPlateau, TrainingSpec
from mlp_studio.studio.document import Document
from mlp_studio.ui.common.fields import NumberRow, caption
from mlp_studio.ui.data.loss_fields import LossFields
from mlp_studio.ui.data.more import More
from mlp_studio.ui.data.optimizer_fields import OptimizerFields
from mlp_studio.ui.data.precision_field import PrecisionField


class TrainingFields(QWidget):
    """Rows for the training spec; each edit is one step of undo."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.optimizer = OptimizerFields(document)
        self.loss = LossFields(document)
        self.batch = NumberRow(
            self.tr("Batch size"), self.tr("Examples a step learns from."),
            1, 4096, logarithmic=True,
        )  # fmt: skip
        self.epochs = NumberRow(
            self.tr("Epochs"), self.tr("How often all examples are gone through."),
            1, 1000, logarithmic=True,
        )  # fmt: skip
        self.seed = NumberRow(
            self.tr("Seed"),
            self.tr("Governs new weights, the order of examples and dropout: same seed, same run."),
            0, 999,
        )  # fmt: skip
        self.early = QCheckBox()
        self.early.setToolTip(
            self.tr("Ends when the validation loss no longer falls and restores the best weights.")
        )
        self.reduce = QCheckBox()
        self.reduce.setToolTip(
            self.tr("Multiplies the learning rate when the validation loss no longer falls.")
        )
        self.precision = PrecisionField(document)
        self.more = More([self.precision], self.tr("In how many bits numbers are multiplied"))
        self._arrange()
        self._connect()
        document.training_changed.connect(self.synchronize)
        self.synchronize(document.training)

    def synchronize(self, training: TrainingSpec) -> None:
        """Show `training`."""
        self.optimizer.synchronize(training)
        self.loss.synchronize(training)
        self.precision.synchronize(training)
        self.more.show_set(int(training.precision != "float32"))
        self.batch.set_value(training.batch_size)
        self.epochs.set_value(training.epochs)
        self.seed.set_value(training.seed)
        early = training.early_stopping or EarlyStopping()
        reduce = training.reduce_lr or ReduceLROnPlateau()
        with QSignalBlocker(self.early), QSignalBlocker(self.reduce):
            self.early.setChecked(training.early_stopping is not None)
            self.reduce.setChecked(training.reduce_lr is not None)
        self.early.setText(self.tr("Stop early (patience {n})").format(n=early.patience))
        self.reduce.setText(
            self.tr("Reduce rate on plateau (patience {n})").format(n=reduce.patience)
        )

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(caption(self.tr("Training")))
        for widget in (
            self.optimizer, self.batch, self.epochs, self.seed, self.early, self.reduce, self.loss,
            self.more,
        ):  # fmt: skip
            layout.addWidget(widget)

    def _connect(self) -> None:
        self.batch.value_changed.connect(
            lambda value: self._edit(
                self.tr("Set the batch size"), merge="training:batch_size", batch_size=int(value)
            )
        )
        self.epochs.value_changed.connect(
            lambda value: self._edit(
                self.tr("Set the epochs"), merge="training:epochs", epochs=int(value)
            )
        )
        self.seed.value_changed.connect(
            lambda value: self._edit(
                self.tr("Set the training seed"), merge="training:seed", seed=int(value)
            )
        )
        self.early.toggled.connect(
            lambda on: self._edit(
                self.tr("Early stopping"), early_stopping=EarlyStopping() if on else None
            )
        )
        self.reduce.toggled.connect(
            lambda on: self._edit(
                self.tr("Reduce the rate on a plateau"),
                reduce_lr=ReduceLROnPlateau() if on else None,
            )
        )

    def _edit(self, label: str, *, merge: str | None = None, **changes: Any) -> None:
        training = self._document.training.model_copy(update=changes)
        self._document.edit(label, training=training, merge=merge)
