"""Rows of a form: a label, a slider and the number itself, which can be typed."""

from __future__ import annotations

import math
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QLabel,
    QPushButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from mlp_studio.core.parameters import Parameter
from mlp_studio.core.text import Text
from mlp_studio.ui.common.parameter_words import range_words
from mlp_studio.ui.common.reset import RESET_HEIGHT, reset_button
from mlp_studio.ui.common.spins import FINEST, CalmSpin, FineSpin

# Where a combo box's model keeps an entry's flags. Through a QStandardItem the same would
# leave a Python wrapper behind that outlives the entry.
FLAGS_ROLE = Qt.ItemDataRole.UserRole - 1
NAME_WIDTH, BACK_WIDTH = 80, 16
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
        The slider's range; the field takes the same, or what `follow` tells.
    decimals : int
        Digits behind the point that the slider gives; 0 for whole numbers.
    logarithmic : bool
        Whether equal distances on the slider are equal ratios.
    fine : bool
        Whether the field takes and shows any number, such as 1e-7.
    zero : bool
        Whether the left end of a logarithmic slider is 0.

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
        fine: bool = False,
        zero: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._low, self._high, self._logarithmic = low, high, logarithmic
        self._decimals, self._fine, self._zero = decimals, fine, zero
        few = decimals == 0 and not logarithmic and high - low <= SLIDER_STEPS
        self._steps = round(high - low) if few else SLIDER_STEPS
        self._slider = CalmSlider(Qt.Orientation.Horizontal)
        self._slider.setRange(0, self._steps)
        self._slider.setAccessibleName(label)
        self.field = FineSpin(by_ratio=logarithmic) if fine else CalmSpin()
        self.field.setRange(0.0 if zero else low, high)
        if not fine:
            self.field.setDecimals(decimals)
        self.field.setSingleStep(low if fine and logarithmic else 10**-decimals)
        self.field.setKeyboardTracking(False)
        self.field.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.field.setFixedWidth(64)
        self.field.setProperty("role", "quiet")  # a plain figure until it is pointed at
        self.field.setAccessibleName(label)
        self.name = NameLabel(label)
        self.name.setProperty("role", "secondary")
        self.name.setBuddy(self.field)
        self.back = reset_button(label, self.tr("Back to the default"))
        self.back.setFixedSize(BACK_WIDTH, RESET_HEIGHT)
        self.back.hide()
        self._tip = tip
        self._default: float | None = None
        self.setToolTip(tip)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(0)
        layout.addWidget(self.name, 0, 0, 1, 2)  # until it has a default to go back to
        layout.addWidget(self.back, 0, 1)
        layout.addWidget(self._slider, 0, 2)
        layout.addWidget(self.field, 0, 4)
        layout.setColumnMinimumWidth(0, NAME_WIDTH)
        layout.setColumnMinimumWidth(1, BACK_WIDTH)  # it comes and goes, nothing moves
        layout.setColumnMinimumWidth(3, 8)
        layout.setColumnStretch(2, 1)
        self.name.double_clicked.connect(self._reset)
        self.back.clicked.connect(self._reset)
        self._slider.valueChanged.connect(self._slid)
        self.field.valueChanged.connect(self._typed)

    @property
    def value(self) -> float:
        """The number."""
        return self.field.value()

    def follow(
        self,
        found: Parameter,
        unit: Text | None = None,
        *,
        percent: bool = False,
        default: float | None = None,
    ) -> None:
        """Take the range of a parameter and tell it, with the default, and the way back there.

        Parameters
        ----------
        found : Parameter
            Its range and default.
        unit : Text, optional
            What it counts, such as epochs.
        percent : bool
            Whether the number is shown times 100.
        default : float, optional
            Where the parameter's own is none.
        """
        times = 100 if percent else 1
        usual = found.default if default is None else default
        ends = [None if end is None else end * times for end in (found.low, found.high)]
        shown = replace(
            found, default=None if usual is None else usual * times, low=ends[0], high=ends[1]
        )
        self._default = shown.default
        layout = self.layout()
        if self._default is not None and isinstance(layout, QGridLayout):
            layout.addWidget(self.name, 0, 0)  # and leaves room for the way back
        if shown.low is not None and shown.high is not None:
            least = 10.0**-FINEST if self._fine else 10.0**-self._decimals
            with QSignalBlocker(self.field):
                self.field.setRange(
                    shown.low + least * found.open_low, shown.high - least * found.open_high
                )
        lines = [self._tip, range_words(shown, unit)]
        if self._default is not None:
            lines.append(self.tr("Double-click the name for the default."))
        self.setToolTip("\n".join(lines))
        self.field.setAccessibleDescription(" ".join(lines[:2]))
        self._show_back()

    def set_default(self, value: float) -> None:
        """Tell the range and a default, and the way back there, of what is no parameter."""
        self.follow(Parameter("", float(value), self._low, self._high))

    def set_value(self, value: float) -> None:
        """Show a number without telling it on."""
        with QSignalBlocker(self.field), QSignalBlocker(self._slider):
            self.field.setValue(value)
            self._slider.setValue(self._position(value))
        self._show_back()

    def _position(self, value: float) -> int:
        low, high = self._low, self._high
        if self._zero and value < low:
            return 0
        value = min(max(value, low), high)
        if self._logarithmic:
            share = math.log(value / low) / math.log(high / low)
        else:
            share = (value - low) / (high - low)
        return round(share * self._steps)

    def _reset(self) -> None:
        if self._default is not None:
            self.field.setValue(self._default)

    def _show_back(self) -> None:
        there = self._default is None or math.isclose(
            self.field.value(), self._default, rel_tol=1e-9, abs_tol=10.0**-FINEST
        )
        if not there and self.back.isHidden():
            self.back.show()
        elif there and not self.back.isHidden():
            if self.back.hasFocus():
                self.field.setFocus()
            self.back.hide()

    def _slid(self, position: int) -> None:
        share = position / self._steps
        if self._zero and position == 0:
            value = 0.0
        elif self._logarithmic:
            value = self._low * (self._high / self._low) ** share
            if self._fine:
                value = float(f"{value:.2g}")
        else:
            value = round(self._low + (self._high - self._low) * share, self._decimals)
        with QSignalBlocker(self.field):
            self.field.setValue(value)
        self._show_back()
        self.value_changed.emit(self.field.value())

    def _typed(self, value: float) -> None:
        with QSignalBlocker(self._slider):
            self._slider.setValue(self._position(value))
        self._show_back()
        self.value_changed.emit(value)


def section(title: str) -> tuple[QWidget, QVBoxLayout]:
    """Return a captioned group of rows and its layout."""
    box = QWidget()
    layout = QVBoxLayout(box)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(6)
    layout.addWidget(caption(title))
    return box, layout
