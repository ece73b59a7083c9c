"""Number fields that leave the wheel alone, and one for numbers of any size."""

from __future__ import annotations

import math
import re

from PySide6.QtGui import QValidator, QWheelEvent
from PySide6.QtWidgets import QDoubleSpinBox

from mlp_studio.ui.common.parameter_words import short

FINEST = 12  # decimals that are kept of a number of any size
_BEGUN = re.compile(r"-?\d*([.,]\d*)?([eE]-?\d*)?")  # of a number that is being typed
_STEPS = (1.0, 2.0, 5.0, 10.0)


class CalmSpin(QDoubleSpinBox):
    """A number field which leaves the wheel to the panel unless it has the focus."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class FineSpin(CalmSpin):
    """A number field that shows a number as it is: 0.5 as well as 1e-7.

    Parameters
    ----------
    by_ratio : bool
        Whether a step goes from 1 to 2, 5 and 10 instead of adding the same.
    """

    def __init__(self, *, by_ratio: bool = False) -> None:
        super().__init__()
        self._by_ratio = by_ratio
        self.setDecimals(FINEST)

    def textFromValue(self, value: float) -> str:
        return short(value).replace(".", self.locale().decimalPoint())

    def valueFromText(self, words: str) -> float:
        return _number(words)

    def validate(self, words: str, position: int) -> tuple[QValidator.State, str, int]:
        typed = words.strip()
        if not _BEGUN.fullmatch(typed):
            return QValidator.State.Invalid, words, position
        number = _number(typed)
        inside = self.minimum() <= number <= self.maximum()
        state = QValidator.State.Acceptable if inside else QValidator.State.Intermediate
        return state, words, position

    def fixup(self, _words: str) -> str:
        return self.textFromValue(self.value())  # what can't be is as if it had not been typed

    def stepBy(self, steps: int) -> None:
        if not self._by_ratio:
            super().stepBy(steps)
            return
        value = self.value()
        for _ in range(abs(steps)):
            value = next_round(value, 1 if steps > 0 else -1, self.singleStep())
        self.setValue(value)
        self.selectAll()


def next_round(value: float, direction: int, smallest: float) -> float:
    """Return the next number of 1, 2 and 5 times a power of ten above (1) or below (−1).

    Beneath `smallest` comes 0.
    """
    if value < smallest or (value <= smallest and direction < 0):
        return smallest if direction > 0 else 0.0
    power = 10.0 ** math.floor(math.log10(value) + 1e-9)
    share = value / power
    if direction > 0:
        found = next(step for step in _STEPS if step > share * (1 + 1e-9))
    else:
        below = [step / 10 for step in _STEPS[:-1]] + list(_STEPS)
        found = next(step for step in reversed(below) if step < share * (1 - 1e-9))
    return float(f"{found * power:.6g}")


def _number(words: str) -> float:
    try:
        return float(words.strip().replace(",", "."))
    except ValueError:
        return math.nan
