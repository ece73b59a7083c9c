"""Functions in the data panel: gallery, formulas, inputs and what is told of them."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from mlp_studio.core.function_source import GALLERY, Function
from mlp_studio.ui.data.function_fields import FunctionFields
from tests.ui.data_desk import SPIRALS, Desk

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
PLAIN = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def fields(desk: Desk) -> FunctionFields:
    """The fields of the egg crate."""
    desk.choose(desk.panel.source, "function")
    desk.loaded()
    found = desk.panel.parameters.function
    assert found is not None
    return found


def _function(desk: Desk) -> Function:
    source = desk.document.data.source
    assert isinstance(source, Function)
    return source


def _write(line: QLineEdit, words: str, *, enter: bool = False) -> None:
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, words)
    if enter:
        QTest.keyClick(line, Qt.Key.Key_Return)


def test_the_gallery_is_one_step_each(desk: Desk, fields: FunctionFields) -> None:
    assert fields.gallery.currentData() == "egg-crate"
    for name in ("peaks", "curve", "vortex"):
        desk.choose(fields.gallery, name)
        desk.loaded()
        assert _function(desk) == GALLERY[name].function
        assert [field.line.text() for field in fields.formulas] == list(_function(desk).formulas)
    assert desk.steps == 4
    assert len(fields.inputs) == 2
    for _ in range(4):
        desk.undo()
    assert desk.document.project == SPIRALS


def test_a_formula_is_in_force_as_soon_as_it_can_be_read(
    desk: Desk, fields: FunctionFields
) -> None:
    steps = desk.steps
    _write(fields.formulas[0].line, "x + 2 * y")
    assert _function(desk).formulas == ("x + 2 * y",)
    assert fields.gallery.currentText() == "Your own"
    assert desk.steps == steps + 1  # all the keys together
    desk.loaded()
    dataset = desk.store.dataset
    assert dataset is not None
    np.testing.assert_allclose(dataset.train.y[:, 0], dataset.train.x @ [1, 2], rtol=1e-5)
    desk.undo()
    assert fields.gallery.currentData() == "egg-crate"
    assert fields.gallery.findText("Your own") < 0


def test_a_fault_is_shown_below_the_field_and_the_last_good_formula_stays(
    desk: Desk, fields: FunctionFields
) -> None:
    field = fields.formulas[0]
    _write(field.line, "x * y")
    QTest.keyClicks(field.line, " + sen(x)")
    assert not field.words.isVisible()  # typing goes on
    desk.qtbot.waitUntil(field.words.isVisible)
    assert "<u><b>sen</b></u>" in field.words.text()
    assert "Did you mean “sin”?" in field.words.text()
    assert _function(desk).formulas == ("x * y",)
    desk.type(desk.row("samples"), "500")  # what else is changed leaves the text alone
    desk.loaded()
    assert field.line.text() == "x * y + sen(x)"
    assert _function(desk).samples == 500
    field.line.setFocus()
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert field.line.selectedText() == "sen"  # Enter leads to the place
    QTest.keyClicks(field.line, "sin")
    assert not field.words.isVisible()
    assert _function(desk).formulas == ("x * y + sin(x)",)


def test_escape_and_undo_bring_the_formula_in_force_back(
    desk: Desk, fields: FunctionFields
) -> None:
    line = fields.formulas[0].line
    _write(line, "x + (")
    assert _function(desk).formulas == ("x",)
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert line.text() == "x"
    QTest.keyClicks(line, " + (")
    desk.undo()
    assert line.text() == GALLERY["egg-crate"].function.formulas[0]
    assert line.fault is None


def test_what_is_dangerous_in_python_is_a_fault_like_any_other(
    desk: Desk, fields: FunctionFields
) -> None:
    field = fields.formulas[0]
    _write(field.line, "__import__('os').system('true')", enter=True)
    assert "Nothing is called “__import__”" in field.words.text()
    _write(field.line, "<b>x</b>", enter=True)
    assert "<u><b>&lt;</b></u>b&gt;" in field.words.text()  # shown, not obeyed


def test_outputs_come_and_go(desk: Desk, fields: FunctionFields) -> None:
    QTest.mouseClick(fields.add_output, LEFT)
    _write(fields.formulas[1].line, "y")
    assert _function(desk).formulas[1] == "y"
    assert desk.document.facts.outputs == 2
    assert [field.name.text() for field in fields.formulas] == ["f₁", "f₂"]
    desk.loaded()
    for _ in range(10):
        QTest.mouseClick(fields.add_output, LEFT)
    assert len(_function(desk).formulas) == 8
    assert not fields.add_output.isEnabled()
    QTest.mouseClick(fields.formulas[0].remove, LEFT)
    assert _function(desk).formulas[0] == "y"
    assert fields.formulas[0].line.text() == "y"
    desk.loaded()


def test_inputs_come_and_go_and_a_name_is_changed_in_the_formulas(
    desk: Desk, fields: FunctionFields
) -> None:
    QTest.mouseClick(fields.add_input, LEFT)
    assert _function(desk).names == ("x", "y", "z")
    assert desk.document.facts.input_shape == (3,)
    _write(fields.inputs[0].name, "t", enter=True)
    assert _function(desk).names == ("t", "y", "z")
    assert _function(desk).formulas == ("sin(t) * sin(y) + 0.1 * (t^2 + y^2)",)
    QTest.mouseClick(fields.inputs[1].remove, LEFT)  # y is in the formula
    assert fields.refusal.isVisible()
    assert "“y” stands in" in fields.refusal.text()
    assert _function(desk).names == ("t", "y", "z")
    QTest.mouseClick(fields.inputs[2].remove, LEFT)
    assert _function(desk).names == ("t", "y")
    assert not fields.refusal.isVisible()
    desk.loaded()


@pytest.mark.parametrize(
    ("field", "words", "told"),
    [
        ("name", "y", "Two inputs are called “y”"),
        ("name", "sin", "meaning of its own"),
        ("name", "2x", "can't be the name"),
        ("low", "9", "must go upward: 9 is not below 4"),
        ("high", "abc", "“abc” is not a number"),
        ("high", "1e9", "too far out"),
    ],
)
def test_an_input_that_cannot_be_is_refused_in_words(
    desk: Desk, fields: FunctionFields, field: str, words: str, told: str
) -> None:
    before = desk.document.project
    line = getattr(fields.inputs[0], field)
    _write(line, words, enter=True)
    assert fields.refusal.isVisible()
    assert told in fields.refusal.text()
    assert line.text() == words
    assert desk.document.project == before


def test_the_end_of_a_range_may_be_a_formula(desk: Desk, fields: FunctionFields) -> None:
    _write(fields.inputs[0].high, "2*pi", enter=True)
    assert _function(desk).inputs[0].high == pytest.approx(2 * np.pi)
    desk.loaded()
    dataset = desk.store.dataset
    assert dataset is not None
    assert 6 < dataset.train.x[:, 0].max() < 6.2832


def test_sampling_noise_and_what_is_told_of_them(desk: Desk, fields: FunctionFields) -> None:
    desk.choose(fields.sampling, "grid")
    desk.type(desk.row("samples"), "1000")
    desk.loaded()
    assert _function(desk).sampling == "grid"
    assert desk.panel._notes.isVisible()
    assert desk.panel._notes.text() == "The grid has 31 × 31 = 961 points."
    desk.type(desk.row("noise"), "0.5")
    desk.choose(fields.sampling, "uniform")
    desk.loaded()
    assert not desk.panel._notes.isVisible()
    assert _function(desk).noise == 0.5


def test_a_function_without_values_says_so_and_can_be_mended(
    desk: Desk, fields: FunctionFields
) -> None:
    with desk.qtbot.waitSignal(desk.store.failed, timeout=30_000):
        _write(fields.formulas[0].line, "log(0 * x - 1)")
    assert "No sample has a finite value" in desk.panel._facts.text()
    _write(fields.formulas[0].line, "log(x)")
    desk.loaded()
    assert desk.store.dataset is not None
    assert "have no finite value and are left out" in desk.panel._notes.text()
