"""Rows of a form: a label, a slider and the number itself, which can be typed."""

from __future__ import annotations

import math

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QMouseEvent, QWheelEvent
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


class NameLabel(QLabel):
    """The name of a row; a double click asks for its default.

    Signals
    -------
    double_clicked()
        With the left button.
    """

    double_clicked = Signal()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.double_clicked.emit()
        event.accept()


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
        self.name = NameLabel(label)
        self.name.setProperty("role", "secondary")
        self.name.setBuddy(self.field)
        self._tip = tip
        self._default: float | None = None
        self.setToolTip(tip)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(8)
        layout.addWidget(self.name, 0, 0)
        layout.addWidget(self._slider, 0, 1)
        layout.addWidget(self.field, 0, 2)
        layout.setColumnMinimumWidth(0, 88)
        layout.setColumnStretch(1, 1)
        self.name.double_clicked.connect(self._reset)
        self._slider.valueChanged.connect(self._slid)
        self.field.valueChanged.connect(self._typed)

    @property
    def value(self) -> float:
        """The number."""
        return self.field.value()

    def set_default(self, value: float) -> None:
        """Tell range and default, and let a double click on the name go back to it."""
        if value != self._default:
            self._default = value
            low, high, default = map(_short, (self._low, self._high, value))
            limits = self.tr("{low} to {high} · default {default}").format(
                low=low, high=high, default=default
            )
            back = self.tr("Double-click the name for the default.")
            self.setToolTip("\n".join((self._tip, limits, back)))

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

    def _reset(self) -> None:
        if self._default is not None:
            self.field.setValue(self._default)

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


def _short(number: float) -> str:
    """Return a number with no more digits than it has: 0.001 and 4,096."""
    digits = f"{number:,.6f}".rstrip("0").rstrip(".")
    return digits or "0"


def section(title: str) -> tuple[QWidget, QVBoxLayout]:
    """Return a captioned group of rows and its layout."""
    box = QWidget()
    layout = QVBoxLayout(box)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(6)
    layout.addWidget(caption(title))
    return box, layout
