"""How the network is trained: optimizer, rate, batch, epochs, callbacks."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from mlp_studio.core.keras_pages import EARLY_STOPPING, FIT, REDUCE_LR
from mlp_studio.core.parameters import parameters
from mlp_studio.core.text import text
from mlp_studio.core.training import EarlyStopping, ReduceLROnPlateau, TrainingSpec
from mlp_studio.studio.document import Document
from mlp_studio.ui.common.fields import NumberRow, caption
from mlp_studio.ui.common.parameter_words import range_words
from mlp_studio.ui.common.web import page_row
from mlp_studio.ui.data.callback_fields import ReducingRows, StoppingRows
from mlp_studio.ui.data.loss_fields import LossFields
from mlp_studio.ui.data.more import More
from mlp_studio.ui.data.optimizer_fields import OptimizerFields
from mlp_studio.ui.data.precision_field import PrecisionField
from mlp_studio.ui.data.problem_note import ProblemNote


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
        self.early = QCheckBox(self.tr("Stop early"))
        self.early.setToolTip(
            self.tr("Ends when what it watches gets no better, and can restore the best weights.")
        )
        self.reduce = QCheckBox(self.tr("Reduce rate on plateau"))
        self.reduce.setToolTip(
            self.tr("Makes the learning rate smaller when what it watches gets no better.")
        )
        self.monitor_note = ProblemNote(document, "monitor")
        self.stopping, self.reducing = StoppingRows(document), ReducingRows(document)
        found = parameters(TrainingSpec)
        self.batch.follow(found["batch_size"], text("examples"))
        self.epochs.follow(found["epochs"], text("epochs"))
        self.seed.follow(found["seed"])
        self.shuffle = QCheckBox(self.tr("Shuffle"))
        tip = self.tr("Goes through the examples in another random order in each epoch.")
        self.shuffle.setToolTip(f"{tip}\n{range_words(found['shuffle'])}")
        self.precision = PrecisionField(document)
        self.more = More(
            [self.shuffle, self.precision],
            self.tr("The order of the examples, and in how many bits numbers are multiplied"),
        )
        self._arrange()
        self._connect()
        document.training_changed.connect(self.synchronize)
        self.synchronize(document.training)

    def synchronize(self, training: TrainingSpec) -> None:
        """Show `training`."""
        self.optimizer.synchronize(training)
        self.loss.synchronize(training)
        self.precision.synchronize(training)
        self.more.show_set(int(training.precision != "float32") + int(not training.shuffle))
        with QSignalBlocker(self.shuffle):
            self.shuffle.setChecked(training.shuffle)
        self.batch.set_value(training.batch_size)
        self.epochs.set_value(training.epochs)
        self.seed.set_value(training.seed)
        with QSignalBlocker(self.early), QSignalBlocker(self.reduce):
            self.early.setChecked(training.early_stopping is not None)
            self.reduce.setChecked(training.reduce_lr is not None)
        self.stopping.synchronize(training)
        self.reducing.synchronize(training)

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        heading = page_row(caption(self.tr("Training")), self.tr("Keras's page on fit"), FIT)
        layout.addWidget(heading)
        early = page_row(self.early, self.tr("Keras's page on early stopping"), EARLY_STOPPING)
        reduce = page_row(self.reduce, self.tr("Keras's page on reducing the rate"), REDUCE_LR)
        for widget in (
            self.optimizer, self.batch, self.epochs, self.seed, early, self.stopping, reduce,
            self.reducing, self.monitor_note, self.loss, self.more,
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
        self.shuffle.toggled.connect(
            lambda on: (
                self._edit(self.tr("Shuffle the examples"), shuffle=on)
                if on
                else self._edit(self.tr("Leave the examples in their order"), shuffle=on)
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
