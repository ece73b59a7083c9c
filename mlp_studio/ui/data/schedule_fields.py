"""How the learning rate goes over the epochs: the choice of a schedule and its parameters."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mlp_studio.core.keras_pages import schedule_page
from mlp_studio.core.parameters import parameters
from mlp_studio.core.schedules import SCHEDULE_TYPES
from mlp_studio.core.training import TrainingSpec
from mlp_studio.studio.document import Document
from mlp_studio.ui.common.fields import CalmCombo, NumberRow
from mlp_studio.ui.common.web import beside, small_page_button
from mlp_studio.ui.data.callback_fields import EPOCHS

PERCENT = {"warmup", "rise", "start", "final"}  # shares, shown times 100


class ScheduleFields(QWidget):
    """A choice, and the rows of the schedule chosen; each edit is one step of undo."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.choice = CalmCombo()
        self.choice.addItem(self.tr("Constant rate"), "constant")
        self.choice.addItem(self.tr("Step decay"), "step")
        self.choice.addItem(self.tr("Exponential decay"), "exponential")
        self.choice.addItem(self.tr("Cosine with warm-up"), "cosine")
        self.choice.addItem(self.tr("One cycle"), "one_cycle")
        self.choice.setAccessibleName(self.tr("Learning rate schedule"))
        self.choice.setToolTip(
            self.tr(
                "How the rate goes over the epochs; the rate above is the highest. "
                "Cosine: rises briefly, then falls smoothly to the end. "
                "One cycle: rises slowly, then falls far; allows a high rate."
            )
        )
        self.rows = self._make_rows()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        self.page = small_page_button()
        layout.addWidget(beside(self.choice, self.page))
        for name, row in self.rows.items():
            layout.addWidget(row)
            row.value_changed.connect(lambda value, name=name: self._edit(name, value))
        self.choice.activated.connect(self._choose)

    def synchronize(self, training: TrainingSpec) -> None:
        """Show the schedule of `training`."""
        schedule = training.schedule
        with QSignalBlocker(self.choice):
            self.choice.setCurrentIndex(self.choice.findData(schedule.kind))
        self.page.lead_to(schedule_page(schedule), self.tr("Keras's page on schedules"))
        found = parameters(type(schedule))
        for name, row in self.rows.items():
            row.setVisible(hasattr(schedule, name))
            if name == "epochs" and name in found:
                row.follow(replace(found[name], default=0, low=0.0), EPOCHS)  # 0 is "auto"
            elif name in found:
                unit = EPOCHS if name == "every" else None
                row.follow(found[name], unit, percent=name in PERCENT)
            value = getattr(schedule, name, None) or 0.0
            row.set_value(100 * value if name in PERCENT else value)

    def _make_rows(self) -> dict[str, NumberRow]:
        rows = {
            "factor": NumberRow(
                self.tr("Factor"), self.tr("What the rate is multiplied by at each drop."),
                0.01, 1.0, decimals=2, fine=True,
            ),
            "every": NumberRow(
                self.tr("Every"), self.tr("Epochs between two drops."),
                1, 500, logarithmic=True,
            ),
            "decay": NumberRow(
                self.tr("Decay"), self.tr("What the rate is multiplied by in each epoch."),
                0.5, 1.0, decimals=3, fine=True,
            ),
            "warmup": NumberRow(
                self.tr("Warm-up %"),
                self.tr("Share of the length in which the rate rises from 0, in percent."),
                0, 90, fine=True,
            ),
            "rise": NumberRow(
                self.tr("Rise %"),
                self.tr("Share of the length in which the rate rises, in percent."),
                0, 90, fine=True,
            ),
            "start": NumberRow(
                self.tr("First %"), self.tr("The first rate, in percent of the highest."),
                0.1, 100, decimals=1, fine=True,
            ),
            "final": NumberRow(
                self.tr("Last %"), self.tr("The last rate, in percent of the highest."),
                0, 100, decimals=1, fine=True,
            ),
            "epochs": NumberRow(
                self.tr("Length"),
                self.tr("Epochs until the last rate is reached, then it begins anew; "
                        "auto: the epochs of the run."),
                0, 500,
            ),
        }  # fmt: skip
        rows["epochs"].field.setSpecialValueText(self.tr("auto"))
        return rows

    def _choose(self, _index: int) -> None:
        kind = self.choice.currentData()
        if kind != self._document.training.schedule.kind:
            self._put(self.tr("Set the schedule"), SCHEDULE_TYPES[kind]())

    def _edit(self, name: str, value: float) -> None:
        changed: float | int | None = value / 100 if name in PERCENT else value
        if name in {"every", "epochs"}:
            changed = int(value) or None
        schedule = self._document.training.schedule.model_copy(update={name: changed})
        self._put(self.tr("Change the schedule"), schedule, merge=f"schedule:{name}")

    def _put(self, label: str, schedule: Any, merge: str | None = None) -> None:
        training = self._document.training.model_copy(update={"schedule": schedule})
        self._document.edit(label, training=training, merge=merge)
