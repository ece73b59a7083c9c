"""Rows of a form: a label, a slider and the number itself, which can be typed."""

from __future__ import annotations

import math

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QGridLayout,
    QLabel,
    QPushButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

# Where a combo box's model keeps an entry's flags. Through a QStandardItem the same would
# leave a Python wrapper behind that outlives the entry.
FLAGS_ROLE = Qt.ItemDataRole.UserRole - 1
SLIDER_STEPS = 1000  # of a slider; whole numbers in a smaller range have a step each


def caption(words: str) -> QLabel:
    """Return a small quiet heading."""
    label = QLabel(words)
    label.setProperty("role", "caption")
    return label


def link(words: str) -> QPushButton:
    """Return a button that looks like a link."""
    button = QPushButton(words)
    button.setProperty("role", "link")
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button


class CalmSlider(QSlider):
    """A slider which leaves the wheel to the panel it scrolls in."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class CalmCombo(QComboBox):
    """A combo box which leaves the wheel to the panel it scrolls in."""

    def add_heading(self, words: str) -> None:
        """Add a line that names those below it and can't be chosen."""
        self.addItem(words)
        row = self.count() - 1
        heading = self.font()
        heading.setBold(True)
        self.setItemData(row, heading, Qt.ItemDataRole.FontRole)
        self.setItemData(row, 0, FLAGS_ROLE)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class CalmSpin(QDoubleSpinBox):
    """A number field which leaves the wheel to the panel unless it has the focus."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class NumberRow(QWidget):
    """A label, a slider and a field for one number.

    Parameters
    ----------
    label, tip : str
        Its name, and a sentence of help.
    low, high : float
        The slider's range; the field takes the same.
    decimals : int
        Digits behind the point; 0 for whole numbers.
    logarithmic : bool
        Whether equal distances on the slider are equal ratios.

    Signals
    -------
    value_changed(float)
        A person changed the number.
    """

    value_changed = Signal(float)

    def __init__(
        self,
        label: str,
        tip: str,
        low: float,
        high: float,
        *,
        decimals: int = 0,
        logarithmic: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._low, self._high, self._logarithmic = low, high, logarithmic
        few = decimals == 0 and not logarithmic and high - low <= SLIDER_STEPS
        self._steps = round(high - low) if few else SLIDER_STEPS
        self._slider = CalmSlider(Qt.Orientation.Horizontal)
        self._slider.setRange(0, self._steps)
        self._slider.setAccessibleName(label)
        self.field = CalmSpin()
        self.field.setRange(low, high)
        self.field.setDecimals(decimals)
        self.field.setSingleStep(10**-decimals)
        self.field.setKeyboardTracking(False)
        self.field.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.field.setFixedWidth(64)
        self.field.setProperty("role", "quiet")  # a plain figure until it is pointed at
        self.field.setAccessibleName(label)
        name = QLabel(label)
        name.setProperty("role", "secondary")
        name.setBuddy(self.field)
        self.setToolTip(tip)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(8)
        layout.addWidget(name, 0, 0)
        layout.addWidget(self._slider, 0, 1)
        layout.addWidget(self.field, 0, 2)
        layout.setColumnMinimumWidth(0, 88)
        layout.setColumnStretch(1, 1)
        self._slider.valueChanged.connect(self._slid)
        self.field.valueChanged.connect(self._typed)

    @property
    def value(self) -> float:
        """The number."""
        return self.field.value()

    def set_value(self, value: float) -> None:
        """Show a number without telling it on."""
        with QSignalBlocker(self.field), QSignalBlocker(self._slider):
            self.field.setValue(value)
            self._slider.setValue(self._position(value))

    def _position(self, value: float) -> int:
        low, high = self._low, self._high
        value = min(max(value, low), high)
        if self._logarithmic:
            share = math.log(value / low) / math.log(high / low)
        else:
            share = (value - low) / (high - low)
        return round(share * self._steps)

    def _slid(self, position: int) -> None:
        share = position / self._steps
        if self._logarithmic:
            value = self._low * (self._high / self._low) ** share
        else:
            value = self._low + (self._high - self._low) * share
        with QSignalBlocker(self.field):
            self.field.setValue(value)
        self.value_changed.emit(self.field.value())

    def _typed(self, value: float) -> None:
        with QSignalBlocker(self._slider):
            self._slider.setValue(self._position(value))
        self.value_changed.emit(value)


def section(title: str) -> tuple[QWidget, QVBoxLayout]:
    """Return a captioned group of rows and its layout."""
    box = QWidget()
    layout = QVBoxLayout(box)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(6)
    layout.addWidget(caption(title))
    return box, layout
