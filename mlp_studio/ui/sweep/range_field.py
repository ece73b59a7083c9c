"""Edits the range of one parameter in place: two ends, or what there is to choose from."""

from __future__ import annotations

from typing import get_args

from pydantic import ValidationError
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QMenu, QToolButton, QWidget

from mlp_studio.core.layers import ActivationName, InitializerName
from mlp_studio.core.schedules import SCHEDULE_TYPES
from mlp_studio.core.sweep import AnyRange, Choices, FloatRange, IntRange, Value
from mlp_studio.core.sweep_space import Candidate
from mlp_studio.core.training import OPTIMIZER_TYPES
from mlp_studio.ui.sweep.words import field_name, range_words, value_words

NAMES: dict[str, tuple[str, ...]] = {
    "activation": get_args(ActivationName),
    "initializer": get_args(InitializerName),
    "optimizer": tuple(OPTIMIZER_TYPES),
    "schedule": tuple(SCHEDULE_TYPES),
}


class RangeField(QWidget):
    """The range in which a parameter is searched.

    Parameters
    ----------
    candidate : Candidate
        The parameter.
    found : range
        Its range.

    Signals
    -------
    changed(object)
        A person chose another range.
    refused(str)
        What was typed is no range, and why; ``""`` once it is one again.
    """

    changed = Signal(object)
    refused = Signal(str)

    def __init__(
        self, candidate: Candidate, found: AnyRange, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._candidate = candidate
        self._range = found
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)
        self.low, self.high, self.listed = QLineEdit(self), QLineEdit(self), QLineEdit(self)
        self.log, self.names = QToolButton(self), QToolButton(self)
        for widget in (self.low, self.high, self.listed, self.log, self.names):
            widget.hide()  # what this kind of range does not need stays so
        name = field_name(candidate.field)
        if isinstance(found, Choices):
            self._build_choices(name)
        else:
            self._build_ends(name)
        self.show_range(found)

    def show_range(self, found: AnyRange) -> None:
        """Show another range."""
        self._range = found
        if isinstance(found, Choices):
            words = range_words(found)
            self.listed.setText(words)
            self.names.setText(words if len(words) < 26 else words[:24] + "…")
            self.names.setToolTip(words)
            for action in self._actions:
                action.setChecked(action.data() in found.values)
            return
        self.low.setText(value_words(found.low))
        self.high.setText(value_words(found.high))
        self.log.setChecked(found.log)

    def _build_ends(self, name: str) -> None:
        for field, words in (
            (self.low, self.tr("{name}, from")),
            (self.high, self.tr("{name}, to")),
        ):
            field.setAccessibleName(words.format(name=name))
            field.setAlignment(Qt.AlignmentFlag.AlignRight)
            field.setMinimumWidth(52)
            field.setMaximumWidth(72)
            field.editingFinished.connect(self._take_ends)
        self.log.setText(self.tr("log"))
        self.log.setCheckable(True)
        self.log.setProperty("role", "flat")
        self.log.setToolTip(self.tr("Equal ratios are as likely as each other, not distances."))
        self.log.clicked.connect(self._take_ends)
        dash = QLabel("–")
        dash.setProperty("role", "caption")
        for widget in (self.low, dash, self.high, self.log):
            self._layout.addWidget(widget)
            widget.show()
        self._layout.addStretch()

    def _build_choices(self, name: str) -> None:
        self._actions: list[QAction] = []
        known = NAMES.get(self._candidate.field)
        if known is None:
            self.listed.setAccessibleName(name)
            self.listed.setToolTip(self.tr("Numbers with commas between them."))
            self.listed.editingFinished.connect(self._take_list)
            self._layout.addWidget(self.listed, 1)
            self.listed.show()
            return
        menu = QMenu(self)
        for choice in known:
            action = menu.addAction(choice)
            action.setCheckable(True)
            action.setData(choice)
            self._actions.append(action)
        menu.triggered.connect(self._take_names)
        self.names.setMenu(menu)
        self.names.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.names.setAccessibleName(name)
        self._layout.addWidget(self.names)
        self.names.show()
        self._layout.addStretch()

    # --- taking over -------------------------------------------------------------------

    def _take_ends(self) -> None:
        whole = isinstance(self._range, IntRange)
        try:
            ends = [self._number(field.text(), whole=whole) for field in (self.low, self.high)]
            self._require_order(float(ends[0]), float(ends[1]))
            kind = IntRange if whole else FloatRange
            self._take(
                kind.model_validate({"low": ends[0], "high": ends[1], "log": self.log.isChecked()})
            )
        except ValueError as error:
            self.refused.emit(str(error))

    def _require_order(self, low: float, high: float) -> None:
        if low > high:
            words = self.tr("The low end must not be above the high end. Received: {low}, {high}")
        elif self.log.isChecked() and low <= 0:
            words = self.tr("A logarithmic range begins above 0. Received: {low}")
        else:
            return
        raise ValueError(words.format(low=f"{low:g}", high=f"{high:g}"))

    def _take_list(self) -> None:
        try:
            numbers = [
                self._number(word, whole=isinstance(self._candidate.present, int))
                for word in self.listed.text().replace(";", ",").split(",")
                if word.strip()
            ]
            self._take(Choices.model_validate({"values": tuple(dict.fromkeys(numbers))}))
        except ValidationError:
            self.refused.emit(self.tr("Give at least one number."))
        except ValueError as error:
            self.refused.emit(str(error))

    def _take_names(self) -> None:
        chosen = tuple(a.data() for a in self._actions if a.isChecked())
        if chosen:
            self._take(Choices(values=chosen))
        else:
            self.refused.emit(self.tr("Tick at least one name."))
            self.show_range(self._range)

    def _number(self, typed: str, *, whole: bool) -> Value:
        try:
            number = int(typed.strip()) if whole else float(typed.strip())
        except ValueError:
            kind = self.tr("a whole number") if whole else self.tr("a number")
            words = self.tr("{name} must be {kind}. Received: {typed}")
            name = field_name(self._candidate.field)
            raise ValueError(words.format(name=name, kind=kind, typed=typed.strip())) from None
        low, high = self._candidate.low, self._candidate.high
        if (low is not None and number < low) or (high is not None and number > high):
            words = self.tr("{name} must be from {low} to {high}. Received: {typed}")
            raise ValueError(
                words.format(
                    name=field_name(self._candidate.field),
                    low=f"{low:g}",
                    high=f"{high:g}",
                    typed=typed.strip(),
                )
            )
        return number

    def _take(self, found: AnyRange) -> None:
        self.refused.emit("")
        if found != self._range:
            self._range = found
            self.changed.emit(found)
