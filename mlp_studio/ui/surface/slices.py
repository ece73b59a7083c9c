"""Which inputs of a function run through their ranges, and what the others are held at."""

from __future__ import annotations

import math

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from mlp_studio.core.function_source import Function
from mlp_studio.ui.common.fields import CalmCombo, NumberRow
from mlp_studio.ui.theme import RHYTHM


class SliceBox(QWidget):
    """One input or two to choose, and a slider for each of the others.

    Signals
    -------
    changed()
        Another input runs, or one is held elsewhere.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source: Function | None = None
        self._running = 1
        self.rows: tuple[NumberRow, ...] = ()
        self.first, self.second = CalmCombo(), CalmCombo()
        self.first.setAccessibleName(self.tr("Input that runs along the axis"))
        self.second.setAccessibleName(self.tr("Second input that runs"))
        for combo in (self.first, self.second):
            combo.setToolTip(self.tr("It runs through its range; the others are held."))
        self._along = QLabel(self.tr("Along"))
        self._and = QLabel(self.tr("and"))
        choice = QHBoxLayout()
        choice.setSpacing(RHYTHM)
        choice.addWidget(self._along)
        choice.addWidget(self.first, 1)
        choice.addWidget(self._and)
        choice.addWidget(self.second, 1)
        self._sliders = QVBoxLayout()
        self._sliders.setSpacing(2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(choice)
        layout.addLayout(self._sliders)
        self.first.activated.connect(lambda _row: self._chosen(self.first, self.second))
        self.second.activated.connect(lambda _row: self._chosen(self.second, self.first))

    @property
    def across(self) -> tuple[int, ...]:
        """The inputs that run, in the order of the axes."""
        combos = (self.first, self.second)[: self._running]
        return tuple(combo.currentIndex() for combo in combos)

    @property
    def held(self) -> tuple[float, ...]:
        """What each input is held at where it does not run."""
        return tuple(row.value for row in self.rows)

    def offer(self, source: Function) -> None:
        """Offer a function's inputs; those with the former names and ranges stay as they are."""
        if self._source is not None and self._source.inputs == source.inputs:
            self._source = source
            return
        self._source = source
        for row in self.rows:
            self._sliders.removeWidget(row)
            row.hide()
            row.deleteLater()
        made = []
        for each in source.inputs:
            digits = min(6, max(0, math.ceil(2 - math.log10(each.high - each.low))))
            tip = self.tr("What {name} is held at.").format(name=each.name)
            row = NumberRow(each.name, tip, each.low, each.high, decimals=digits)
            row.set_default((each.low + each.high) / 2)
            row.set_value((each.low + each.high) / 2)
            row.value_changed.connect(self._moved)
            self._sliders.addWidget(row)
            made.append(row)
        self.rows = tuple(made)
        for start, combo in enumerate((self.first, self.second)):
            with QSignalBlocker(combo):
                combo.clear()
                combo.addItems([each.name for each in source.inputs])
                combo.setCurrentIndex(min(start, len(source.inputs) - 1))
        self._fit()

    def run(self, count: int) -> None:
        """Let one input run, or two."""
        if count != self._running:
            self._running = count
            self._fit()

    def _fit(self) -> None:
        """Show what there is to choose."""
        inputs = len(self.rows)
        for widget in (self._and, self.second):
            widget.setVisible(self._running == 2)
        for number, row in enumerate(self.rows):
            row.setVisible(number not in self.across)
        self.setVisible(inputs > self._running)

    def _chosen(self, combo: CalmCombo, other: CalmCombo) -> None:
        """Two axes never have the same input: they change places."""
        if combo.currentIndex() == other.currentIndex() and len(self.rows) > 1:
            free = next(k for k in range(len(self.rows)) if k != combo.currentIndex())
            former = next((k for k, row in enumerate(self.rows) if row.isHidden()
                           and k != combo.currentIndex()), free)  # fmt: skip
            other.setCurrentIndex(former)
        self._fit()
        self.changed.emit()

    @Slot(float)
    def _moved(self, _value: float) -> None:
        self.changed.emit()
