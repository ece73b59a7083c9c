"""What the callbacks watch, how long they wait, and what they do then."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from mlp_studio.core.parameters import parameters
from mlp_studio.core.text import text
from mlp_studio.core.training import EarlyStopping, ReduceLROnPlateau, TrainingSpec
from mlp_studio.studio.document import Document
from mlp_studio.ui.common.fields import NumberRow
from mlp_studio.ui.common.parameter_words import range_words
from mlp_studio.ui.data.monitor_field import MonitorRow

EPOCHS = text("epochs")
SMALLEST_DELTA = 1e-6  # the sliders' first step from 0
WHOLE = {"patience", "cooldown"}


class CallbackRows(QWidget):
    """The rows of one callback; hidden where it is off. Each edit is one step of undo.

    Parameters
    ----------
    document : Document
        Whose training is shown and edited.
    field : str
        The callback's field in the training's spec.
    spec : type
        Its type.
    """

    def __init__(
        self,
        document: Document,
        field: str,
        spec: type[EarlyStopping | ReduceLROnPlateau],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._field = document, field
        self._found = parameters(spec)
        self.monitor = MonitorRow(spec().monitor)
        self.rows: dict[str, NumberRow] = {}

    def synchronize(self, training: TrainingSpec) -> None:
        """Show `training`."""
        spec = getattr(training, self._field)
        self.setVisible(spec is not None)
        if spec is not None:
            self.monitor.synchronize(training, spec.monitor)
            for name, row in self.rows.items():
                row.set_value(getattr(spec, name))

    def edit(self, label: str, *, merge: str | None = None, **changes: Any) -> None:
        """Change the callback in one step of undo."""
        training = self._document.training
        spec = getattr(training, self._field)
        if spec is not None:
            changed = training.model_copy(update={self._field: spec.model_copy(update=changes)})
            self._document.edit(label, training=changed, merge=merge)

    def connect_rows(self, labels: dict[str, str]) -> None:
        """Let what is changed in the rows become steps of these names."""
        for name, row in self.rows.items():
            row.follow(self._found[name], EPOCHS if name in WHOLE else None)
            row.value_changed.connect(
                lambda value, name=name: self.edit(
                    labels[name],
                    merge=f"{self._field}:{name}",
                    **{name: int(value) if name in WHOLE else value},
                )
            )
        self.monitor.chosen.connect(lambda name: self.edit(labels["monitor"], monitor=name))

    def patience_row(self) -> NumberRow:
        """Return the row of what is waited for."""
        return NumberRow(
            self.tr("Patience"), self.tr("Epochs without an improvement that are waited for."),
            1, 200, logarithmic=True,
        )  # fmt: skip

    def delta_row(self) -> NumberRow:
        """Return the row of what counts as an improvement."""
        return NumberRow(
            self.tr("Least gain"),
            self.tr("Keras's min_delta: a smaller change for the better does not count as one."),
            SMALLEST_DELTA, 0.1, logarithmic=True, fine=True, zero=True,
        )  # fmt: skip


class StoppingRows(CallbackRows):
    """When training stops early and what is left at the end."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(document, "early_stopping", EarlyStopping, parent)
        self.patience, self.min_delta = self.patience_row(), self.delta_row()
        self.rows = {"patience": self.patience, "min_delta": self.min_delta}
        self.restore = QCheckBox(self.tr("Restore the best weights"))
        tip = self.tr("Ends with the weights of the best epoch instead of the last one.")
        self.restore.setToolTip(f"{tip}\n{range_words(self._found['restore_best_weights'])}")
        _stack(self, self.monitor, *self.rows.values(), self.restore)
        self.connect_rows(
            {
                "monitor": self.tr("Set what early stopping watches"),
                "patience": self.tr("Set the patience of early stopping"),
                "min_delta": self.tr("Set the least gain of early stopping"),
            }
        )
        self.restore.clicked.connect(
            lambda on: self.edit(self.tr("Restore the best weights"), restore_best_weights=on)
        )

    def synchronize(self, training: TrainingSpec) -> None:
        """Show `training`."""
        super().synchronize(training)
        if training.early_stopping is not None:
            with QSignalBlocker(self.restore):
                self.restore.setChecked(training.early_stopping.restore_best_weights)


class ReducingRows(CallbackRows):
    """When the rate is reduced, by how much and how far."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(document, "reduce_lr", ReduceLROnPlateau, parent)
        self.patience, self.min_delta = self.patience_row(), self.delta_row()
        self.factor = NumberRow(
            self.tr("Factor"), self.tr("What the learning rate is multiplied by."),
            0.01, 0.99, decimals=2, fine=True,
        )  # fmt: skip
        self.cooldown = NumberRow(
            self.tr("Cooldown"),
            self.tr("Epochs after a reduction in which none is counted as without improvement."),
            0, 100,
        )  # fmt: skip
        self.min_lr = NumberRow(
            self.tr("Lowest rate"),
            self.tr("Keras's min_lr: the learning rate is not reduced below it."),
            1e-9, 0.01, logarithmic=True, fine=True, zero=True,
        )  # fmt: skip
        self.rows = {
            "patience": self.patience,
            "factor": self.factor,
            "min_delta": self.min_delta,
            "cooldown": self.cooldown,
            "min_lr": self.min_lr,
        }
        _stack(self, self.monitor, *self.rows.values())
        self.connect_rows(
            {
                "monitor": self.tr("Set what the plateau is told by"),
                "patience": self.tr("Set the patience on a plateau"),
                "factor": self.tr("Set the factor on a plateau"),
                "min_delta": self.tr("Set the least gain on a plateau"),
                "cooldown": self.tr("Set the cooldown after a plateau"),
                "min_lr": self.tr("Set the lowest rate"),
            }
        )


def _stack(parent: QWidget, *rows: QWidget) -> None:
    """Put rows one below the other, indented beneath their switch."""
    layout = QVBoxLayout(parent)
    layout.setContentsMargins(22, 0, 0, 2)
    layout.setSpacing(6)
    for row in rows:
        layout.addWidget(row)
