"""Which measure a callback watches, of those that are measured."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from mlp_studio.core.check_output import logs
from mlp_studio.core.training import Monitor, TrainingSpec, is_better_high
from mlp_studio.ui.common.fields import BACK_WIDTH, NAME_WIDTH, CalmCombo
from mlp_studio.ui.common.reset import RESET_HEIGHT, reset_button

ORDER = ("val_", "")  # what is measured on examples that were not learnt from comes first


class MonitorRow(QWidget):
    """A label and a list of measures, each with the direction in which it is better.

    Signals
    -------
    chosen(str)
        A person chose another measure.
    """

    chosen = Signal(str)

    def __init__(self, default: Monitor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._default = default
        words = self.tr("Watches")
        name = QLabel(words)
        name.setProperty("role", "secondary")
        self.choice = CalmCombo()
        name.setBuddy(self.choice)
        self.choice.setAccessibleName(words)
        self.back = reset_button(words, self.tr("Back to the default"))
        self.back.setFixedSize(BACK_WIDTH, RESET_HEIGHT)
        self.back.hide()
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(0)
        layout.addWidget(name, 0, 0)
        layout.addWidget(self.back, 0, 1)
        layout.addWidget(self.choice, 0, 2)
        layout.setColumnMinimumWidth(0, NAME_WIDTH)
        layout.setColumnMinimumWidth(1, BACK_WIDTH)
        layout.setColumnStretch(2, 1)
        self.choice.activated.connect(self._choose)
        self.back.clicked.connect(lambda: self.chosen.emit(self._default))

    def synchronize(self, training: TrainingSpec, monitor: Monitor) -> None:
        """Offer what is measured in `training`; what is watched but not measured stays in sight."""
        measured = logs(training.metric)
        offered = [
            prefix + name for name in ("loss", training.metric) for prefix in ORDER
        ]  # fmt: skip
        offered.sort(key=lambda name: not name.startswith("val_"))
        assert set(offered) == measured
        if monitor not in measured:
            offered.append(monitor)
        with QSignalBlocker(self.choice):
            self.choice.clear()
            for name in offered:
                self.choice.addItem(f"{name} {'↑' if is_better_high(name) else '↓'}", name)
                tip = self._direction(name)
                if name not in measured:
                    tip = self.tr("Not measured: the callback would never act.")
                place = self.choice.count() - 1
                self.choice.setItemData(place, tip, Qt.ItemDataRole.ToolTipRole)
            self.choice.setCurrentIndex(self.choice.findData(monitor))
        about = self.tr("What is compared after each epoch.")
        default = self.tr("default {value}").format(value=self._default)
        self.setToolTip(f"{about} {self._direction(monitor)}\n{default}")
        self.choice.setAccessibleDescription(f"{about} {self._direction(monitor)}")
        self.back.setVisible(monitor != self._default)

    def _direction(self, name: str) -> str:
        if is_better_high(name):
            return self.tr("{measure}: better the higher it is.").format(measure=name)
        return self.tr("{measure}: better the lower it is.").format(measure=name)

    def _choose(self, _index: int) -> None:
        self.chosen.emit(self.choice.currentData())
