"""How the network is trained: optimizer, rate, batch, epochs, callbacks."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from mlp_studio.core.training import OPTIMIZER_TYPES, EarlyStopping, ReduceLROnPlateau, TrainingSpec
from mlp_studio.studio.document import Document
from mlp_studio.ui.common.fields import CalmCombo, NumberRow, caption

OPTIMIZER_TITLES = {"adam": "Adam", "sgd": "SGD", "rmsprop": "RMSprop"}  # proper names
LOSSES = (
    "categorical_crossentropy",
    "binary_crossentropy",
    "mean_squared_error",
    "mean_absolute_error",
)


class TrainingFields(QWidget):
    """Rows for the training spec; each edit is one step of undo."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.optimizer = CalmCombo()
        for kind, title in OPTIMIZER_TITLES.items():
            self.optimizer.addItem(title, kind)
        self.optimizer.setAccessibleName(self.tr("Optimizer"))
        self.optimizer.setToolTip(
            self.tr(
                "Adam: fast and adaptive, the default. SGD: more control, stable with momentum. "
                "RMSprop: good with noisy data."
            )
        )
        self.loss = CalmCombo()
        self.loss.addItems(LOSSES)
        self.loss.setAccessibleName(self.tr("Loss"))
        self.loss.setToolTip(self.tr("What training makes small; it must suit the last layer."))
        self.rate = NumberRow(
            self.tr("Rate"),
            self.tr("Learning rate: how far each step goes. Can be changed while training."),
            1e-5, 1.0, decimals=5, logarithmic=True,
        )  # fmt: skip
        self.momentum = NumberRow(
            self.tr("Momentum"), self.tr("How much of the last step goes on in the next one."),
            0.0, 0.99, decimals=2,
        )  # fmt: skip
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
        self._arrange()
        self._connect()
        document.training_changed.connect(self.synchronize)
        self.synchronize(document.training)

    def synchronize(self, training: TrainingSpec) -> None:
        """Show `training`."""
        optimizer = training.optimizer
        with QSignalBlocker(self.optimizer), QSignalBlocker(self.loss):
            self.optimizer.setCurrentIndex(self.optimizer.findData(optimizer.kind))
            self.loss.setCurrentText(training.loss)
        self.rate.set_value(optimizer.learning_rate)
        self.momentum.setVisible(hasattr(optimizer, "momentum"))
        self.momentum.set_value(getattr(optimizer, "momentum", 0.0))
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
            self.optimizer, self.rate, self.momentum, self.batch, self.epochs, self.seed,
            self.early, self.reduce,
        ):  # fmt: skip
            layout.addWidget(widget)
        layout.addWidget(caption(self.tr("Loss")))
        layout.addWidget(self.loss)

    def _connect(self) -> None:
        self.optimizer.activated.connect(self._choose_optimizer)
        self.loss.textActivated.connect(lambda name: self._edit(self.tr("Set the loss"), loss=name))
        self.rate.value_changed.connect(
            lambda value: self._edit_optimizer(
                self.tr("Set the learning rate"), learning_rate=value
            )
        )
        self.momentum.value_changed.connect(
            lambda value: self._edit_optimizer(self.tr("Set the momentum"), momentum=value)
        )
        self.batch.value_changed.connect(
            lambda value: self._edit(self.tr("Set the batch size"), batch_size=int(value))
        )
        self.epochs.value_changed.connect(
            lambda value: self._edit(self.tr("Set the epochs"), epochs=int(value))
        )
        self.seed.value_changed.connect(
            lambda value: self._edit(self.tr("Set the training seed"), seed=int(value))
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

    def _choose_optimizer(self, _index: int) -> None:
        kind = self.optimizer.currentData()
        if kind != self._document.training.optimizer.kind:
            self._edit(self.tr("Set the optimizer"), optimizer=OPTIMIZER_TYPES[kind]())

    def _edit_optimizer(self, label: str, **changes: Any) -> None:
        optimizer = self._document.training.optimizer.model_copy(update=changes)
        key = ",".join(changes)
        self._edit(label, merge=f"optimizer:{key}", optimizer=optimizer)

    def _edit(self, label: str, *, merge: str | None = None, **changes: Any) -> None:
        training = self._document.training.model_copy(update=changes)
        key = ",".join(changes)
        self._document.edit(label, training=training, merge=merge or f"training:{key}")
