"""A row for one input of a function: its name and the ends of its range."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from mlp_studio.core.errors import StudioError
from mlp_studio.core.formula import parse
from mlp_studio.core.formula_parts import FormulaError
from mlp_studio.core.function_source import FunctionInput
from mlp_studio.core.text import text
from mlp_studio.ui.builder.fields import Field
from mlp_studio.ui.theme import Theme

FURTHEST = 1e6  # an end of a range, as the spec has it


class InputRow(QWidget):
    """The name and the range of one input.

    Parameters
    ----------
    theme : Theme
        The look in force.
    commit : callable
        Takes the changed input over; raises a `StudioError` when it can't.

    Signals
    -------
    refused(str)
        What was typed can't be, and why.
    accepted()
        What was typed has been taken over.
    removed()
        A person wants the input gone.
    """

    refused = Signal(str)
    accepted = Signal()
    removed = Signal()

    def __init__(
        self, theme: Theme, commit: Callable[[FunctionInput], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._input = FunctionInput()
        self._commit = commit
        self.name = Field(self._set_name, theme)
        self.name.setFixedWidth(64)
        self.name.setToolTip(self.tr("What the input is called in the formulas."))
        self.low = Field(lambda words: self._set_end("low", words), theme)
        self.low.setToolTip(self.tr("The lower end of the range; 2*pi can be written, too."))
        self.high = Field(lambda words: self._set_end("high", words), theme)
        self.high.setToolTip(self.tr("The upper end of the range; 2*pi can be written, too."))
        self.remove = QPushButton("✕")
        self.remove.setProperty("role", "flat")
        self.remove.setFixedWidth(24)
        self.remove.setAccessibleName(self.tr("Remove this input"))
        self.remove.setToolTip(self.tr("Remove this input"))
        dash = QLabel("…")
        dash.setProperty("role", "caption")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.name)
        layout.addWidget(self.low, 1)
        layout.addWidget(dash)
        layout.addWidget(self.high, 1)
        layout.addWidget(self.remove)
        for field in (self.name, self.low, self.high):
            field.refused.connect(self.refused)
            field.accepted.connect(self.accepted)
        self.remove.clicked.connect(self.removed)

    def show_input(self, each: FunctionInput, *, removable: bool) -> None:
        """Show an input."""
        self._input = each
        self.remove.setVisible(removable)
        self.name.show_text(each.name)
        self.low.show_text(_words(each.low))
        self.high.show_text(_words(each.high))
        self.name.setAccessibleName(self.tr("Name of the input {name}").format(name=each.name))
        self.low.setAccessibleName(self.tr("Lower end of {name}").format(name=each.name))
        self.high.setAccessibleName(self.tr("Upper end of {name}").format(name=each.name))

    def _set_name(self, words: str) -> None:
        self._commit(self._input.model_copy(update={"name": words.strip()}))

    def _set_end(self, end: str, words: str) -> None:
        changed = self._input.model_copy(update={end: read_number(words)})
        if changed.low >= changed.high:
            raise StudioError(
                text(
                    "The range of “{name}” must go upward: {low} is not below {high}.",
                    name=changed.name,
                    low=_words(changed.low),
                    high=_words(changed.high),
                ),
                text("Type a smaller lower end or a larger upper end."),
            )
        self._commit(changed)


def read_number(words: str) -> float:
    """Return the number that was typed; a formula without inputs will do, such as ``2*pi``.

    Raises
    ------
    StudioError
        When it is none, or too large for the end of a range.
    """
    try:
        value = float(parse(words, ())([np.zeros(1)])[0])
    except FormulaError as error:
        raise StudioError(
            text("“{words}” is not a number.", words=words),
            text("Write one, such as -4 or 2*pi."),
        ) from error
    if not math.isfinite(value) or abs(value) > FURTHEST:
        raise StudioError(
            text("{words} is too far out.", words=words),
            text("Ranges reach from -1,000,000 to 1,000,000."),
        )
    return value


def _words(value: float) -> str:
    return f"{value:.6g}"
