"""Formulas, inputs and sampling of a function."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from mlp_studio.core.formula import check_inputs, renamed
from mlp_studio.core.function_source import (
    GALLERY,
    MAX_INPUTS,
    MAX_OUTPUTS,
    Function,
    FunctionInput,
    gallery_name,
)
from mlp_studio.studio.language import render
from mlp_studio.ui.common.fields import CalmCombo, caption
from mlp_studio.ui.data.formula_field import FormulaField
from mlp_studio.ui.data.input_row import InputRow
from mlp_studio.ui.theme import Theme

LETTERS = "xyzuvwst"


class FunctionFields(QWidget):
    """A gallery, a field for each output's formula and a row for each input.

    Signals
    -------
    edited(Function, str)
        A person changed something: the new function, and what, so that steps merge;
        empty where each is a step of its own.
    """

    edited = Signal(object, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._function = Function()
        self._own = self.tr("Your own")
        self.gallery = CalmCombo()
        self.gallery.setAccessibleName(self.tr("Gallery"))
        self.gallery.setToolTip(self.tr("Functions to begin with; every formula can be changed."))
        for name, entry in GALLERY.items():
            self.gallery.addItem(render(entry.title), name)
        self.formulas: list[FormulaField] = []
        self.inputs: list[InputRow] = []
        self.add_output = _link(self.tr("+ Output"))
        self.add_input = _link(self.tr("+ Input"))
        self.sampling = CalmCombo()
        self.sampling.setAccessibleName(self.tr("Sampling"))
        self.sampling.setToolTip(
            self.tr(
                "Uniform: each sample anywhere in the ranges. Grid: at even distances. "
                "Latin hypercube: at random, yet each input's range is covered evenly."
            )
        )
        self.sampling.addItem(self.tr("Uniform"), "uniform")
        self.sampling.addItem(self.tr("Grid"), "grid")
        self.sampling.addItem(self.tr("Latin hypercube"), "latin-hypercube")
        self.refusal = QLabel()
        self.refusal.setProperty("role", "error")
        self.refusal.setWordWrap(True)
        self.refusal.hide()
        self._arrange()
        self.gallery.activated.connect(self._choose_from_gallery)
        self.sampling.activated.connect(
            lambda _row: self._edit("", sampling=self.sampling.currentData())
        )
        self.add_output.clicked.connect(self._add_output)
        self.add_input.clicked.connect(self._add_input)

    def show_function(self, function: Function) -> None:
        """Show a function; texts that can't be read stay where nothing else replaced them."""
        self._function = function
        self.refusal.hide()
        self._show_gallery(gallery_name(function))
        self.sampling.setCurrentIndex(self.sampling.findData(function.sampling))
        while len(self.formulas) < len(function.formulas):
            self._new_formula()
        while len(self.formulas) > len(function.formulas):
            _drop(self.formulas.pop())
        while len(self.inputs) < len(function.inputs):
            self._new_input()
        while len(self.inputs) > len(function.inputs):
            _drop(self.inputs.pop())
        several = len(function.formulas) > 1
        for number, (field, formula) in enumerate(
            zip(self.formulas, function.formulas, strict=True), 1
        ):
            name = f"f{_subscript(number)}" if several else "f"
            field.show_formula(name, formula, function.names, removable=several)
        for row, each in zip(self.inputs, function.inputs, strict=True):
            row.show_input(each, removable=len(function.inputs) > 1)
        self.add_output.setEnabled(len(function.formulas) < MAX_OUTPUTS)
        self.add_input.setEnabled(len(function.inputs) < MAX_INPUTS)

    def _show_gallery(self, name: str | None) -> None:
        own = self.gallery.findText(self._own)
        if name is None and own < 0:
            self.gallery.addItem(self._own, None)
        elif name is not None and own >= 0:
            self.gallery.removeItem(own)
        found = self.gallery.findData(name) if name else self.gallery.findText(self._own)
        self.gallery.setCurrentIndex(found)

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        self._formula_rows, self._input_rows = QVBoxLayout(), QVBoxLayout()
        for rows in (self._formula_rows, self._input_rows):
            rows.setSpacing(4)
        layout.addWidget(self.gallery)
        layout.addLayout(_heading(self.tr("Formulas"), self.add_output))
        layout.addLayout(self._formula_rows)
        layout.addLayout(_heading(self.tr("Inputs and their ranges"), self.add_input))
        layout.addLayout(self._input_rows)
        layout.addWidget(self.refusal)
        layout.addWidget(caption(self.tr("Sampling")))
        layout.addWidget(self.sampling)

    def _new_formula(self) -> None:
        field = FormulaField(self._theme)
        field.taken.connect(lambda formula: self._set_formula(self.formulas.index(field), formula))
        field.removed.connect(lambda: self._remove_output(self.formulas.index(field)))
        self.formulas.append(field)
        self._formula_rows.addWidget(field)

    def _new_input(self) -> None:
        row = InputRow(self._theme, lambda each: self._set_input(self.inputs.index(row), each))
        row.refused.connect(self._refuse)
        row.accepted.connect(self.refusal.hide)
        row.removed.connect(lambda: self._remove_input(self.inputs.index(row)))
        self.inputs.append(row)
        self._input_rows.addWidget(row)

    # --- edits -------------------------------------------------------------------------

    def _edit(self, what: str, **changes: Any) -> None:
        self.edited.emit(self._function.model_copy(update=changes), what)

    def _refuse(self, words: str) -> None:
        self.refusal.setText(words)
        self.refusal.show()

    def _choose_from_gallery(self, _row: int) -> None:
        name = self.gallery.currentData()
        if name is None or name == gallery_name(self._function):
            return
        chosen = GALLERY[name].function
        self._edit("", formulas=chosen.formulas, inputs=chosen.inputs)

    def _set_formula(self, number: int, formula: str) -> None:
        formulas = list(self._function.formulas)
        formulas[number] = formula
        self._edit(f"formula {number}", formulas=tuple(formulas))

    def _add_output(self) -> None:
        formulas = (*self._function.formulas, self._function.names[0])
        self._edit("", formulas=formulas)
        if self.formulas:
            self.formulas[-1].line.setFocus()
            self.formulas[-1].line.selectAll()

    def _remove_output(self, number: int) -> None:
        formulas = self._function.formulas
        # The drafts move up with their fields: the last field would lose another's text.
        _drop(self.formulas.pop(number))
        self._edit("", formulas=formulas[:number] + formulas[number + 1 :])

    def _set_input(self, number: int, each: FunctionInput) -> None:
        """Put another name or range in place; formulas follow a new name."""
        function = self._function
        before = function.inputs[number]
        inputs = list(function.inputs)
        inputs[number] = each
        formulas = function.formulas
        if each.name != before.name:
            check_inputs([one.name for one in inputs])
            formulas = tuple(renamed(one, before.name, each.name) for one in formulas)
        self._edit(f"input {number}", inputs=tuple(inputs), formulas=formulas)

    def _add_input(self) -> None:
        names = self._function.names
        free = [*LETTERS, *(f"x{number}" for number in range(1, MAX_INPUTS + 1))]
        name = next(letter for letter in free if letter not in names)
        last = self._function.inputs[-1]
        added = last.model_copy(update={"name": name})
        self._edit("", inputs=(*self._function.inputs, added))

    def _remove_input(self, number: int) -> None:
        function = self._function
        name = function.names[number]
        using = [one.source for one in function.parsed if name in one.uses]
        if using:
            self._refuse(
                self.tr("“{name}” stands in {formula}. Take it out of the formula first.").format(
                    name=name, formula=using[0]
                )
            )
            return
        self._edit("", inputs=function.inputs[:number] + function.inputs[number + 1 :])


def _heading(words: str, button: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(caption(words))
    row.addStretch()
    row.addWidget(button)
    return row


def _link(words: str) -> QPushButton:
    button = QPushButton(words)
    button.setProperty("role", "link")
    return button


def _drop(widget: QWidget) -> None:
    """Take a row away; it keeps its parent until the event loop deletes it."""
    widget.hide()  # a click on its own button may be on the way still
    widget.deleteLater()


def _subscript(number: int) -> str:
    return "".join(chr(0x2080 + int(digit)) for digit in str(number))
