"""Sources in the data panel: the chooser, sliders, painting and formulas, by mouse and keyboard."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from mlp_studio.core.datasets import DataSpec
from mlp_studio.core.function_source import GALLERY, Function, FunctionInput
from mlp_studio.core.plane_sources import MAX_PAINTED, Painted
from mlp_studio.ui.data import charts
from mlp_studio.ui.data.function_fields import FunctionFields
from mlp_studio.ui.theme import class_colour
from tests.ui.data_desk import SPIRALS, Desk, drag

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
PLAIN = Qt.KeyboardModifier.NoModifier


# --- choosing ---------------------------------------------------------------------------------


def test_headings_stand_between_the_sources_and_cannot_be_chosen(desk: Desk) -> None:
    combo = desk.panel.source
    words = [combo.itemText(row) for row in range(combo.count())]
    assert words.index("Plane") < words.index("Moons") < words.index("Functions")
    for heading in ("Plane", "Functions", "Images"):
        flags = combo.model().index(words.index(heading), 0).flags()
        assert not flags & Qt.ItemFlag.ItemIsSelectable
        assert combo.itemData(words.index(heading)) is None
    combo.setFocus()
    for _ in range(20):  # up to the first source, never onto a heading
        QTest.keyClick(combo, Qt.Key.Key_Up)
    assert combo.currentData() == "spirals"


@pytest.mark.parametrize(
    ("kind", "row"),
    [
        ("moons", "noise"),
        ("circles", "n_classes"),
        ("blobs", "n_classes"),
        ("xor", "gap"),
        ("checkerboard", "squares"),
        ("gaussian-quantiles", "n_classes"),
    ],
)
def test_every_source_of_the_plane_has_sliders_that_show_at_once(
    desk: Desk, kind: str, row: str
) -> None:
    desk.choose(desk.panel.source, kind)
    desk.loaded()
    assert desk.document.data.source.kind == kind
    assert desk.document.network == SPIRALS.network
    before = desk.document.data
    picture = desk.panel.preview.grab().toImage()
    drag(desk.row(row), 0.6, 0.8, 0.9)
    assert desk.steps == 2
    desk.loaded()
    assert desk.store.dataset is not None
    assert desk.panel.preview.grab().toImage() != picture
    desk.undo()
    assert desk.document.data == before
    desk.undo()
    assert desk.document.project == SPIRALS


# --- painting ---------------------------------------------------------------------------------


def _at(desk: Desk, x: float, y: float) -> QPoint:
    return desk.panel.paint.canvas.to_pixel(x, y).toPoint()


def _click(desk: Desk, x: float, y: float, button: Qt.MouseButton = LEFT) -> None:
    QTest.mouseClick(desk.panel.paint.canvas, button, PLAIN, _at(desk, x, y))


def _stroke(
    desk: Desk, start: tuple[float, float], end: tuple[float, float],
    button: Qt.MouseButton = LEFT,
) -> None:  # fmt: skip
    canvas = desk.panel.paint.canvas
    QTest.mousePress(canvas, button, PLAIN, _at(desk, *start))
    for share in np.linspace(0, 1, 12):
        x, y = np.array(start) + share * (np.array(end) - np.array(start))
        _move(canvas, desk.panel.paint.canvas.to_pixel(x, y), button)
    QTest.mouseRelease(canvas, button, PLAIN, _at(desk, *end))


def _move(widget: QWidget, at: QPointF, button: Qt.MouseButton) -> None:
    """Move with a button held: QTest's own move has none."""
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QApplication

    event = QMouseEvent(
        QEvent.Type.MouseMove, at, widget.mapToGlobal(at), Qt.MouseButton.NoButton, button, PLAIN
    )
    QApplication.sendEvent(widget, event)


@pytest.fixture
def painter(desk: Desk) -> Desk:
    """A person before an empty painting."""
    desk.choose(desk.panel.source, "painted")
    desk.loaded()
    return desk


def _painting(desk: Desk) -> Painted:
    source = desk.document.data.source
    assert isinstance(source, Painted)
    return source


def test_an_empty_painting_says_how_to_begin(painter: Desk) -> None:
    assert painter.panel.paint.isVisible()
    assert not painter.panel.preview.isVisible()
    assert "Nothing is painted yet." in painter.panel._facts.text()
    assert not painter.button("Try again").isVisible()
    assert not painter.panel.paint.clear.isEnabled()


def test_a_click_puts_a_point_where_it_is(painter: Desk) -> None:
    _click(painter, 0.5, -0.25)
    ((x, y, number),) = _painting(painter).points
    assert (x, y, number) == (pytest.approx(0.5, abs=0.01), pytest.approx(-0.25, abs=0.01), 0)
    painter.undo()
    assert _painting(painter).points == ()
    painter.undo()
    assert painter.document.project == SPIRALS
    assert painter.panel.preview.isVisible()
    assert not painter.panel.paint.isVisible()


def test_a_stroke_puts_many_points_and_is_one_step(painter: Desk) -> None:
    _stroke(painter, (-0.8, 0.5), (0.8, 0.5))
    first = _painting(painter).points
    assert len(first) > 15
    assert np.mean([y for _x, y, _n in first]) == pytest.approx(0.5, abs=0.05)
    QTest.mouseClick(painter.panel.paint.chips[1], LEFT)
    _stroke(painter, (-0.8, -0.5), (0.8, -0.5))
    assert painter.steps == 3  # the source and two strokes
    painter.loaded()
    dataset = painter.store.dataset
    assert dataset is not None
    points = _painting(painter).points
    assert len(dataset.train) + len(dataset.validation) == len(points)
    assert {number for *_, number in points[len(first) :]} == {1}
    painter.undo()
    assert _painting(painter).points == first


def test_the_spread_scatters_a_stroke(painter: Desk) -> None:
    painter.type(painter.panel.paint.spread, "0")
    _stroke(painter, (-0.8, 0), (0.8, 0))
    calm = np.array(_painting(painter).points)
    painter.type(painter.panel.paint.spread, "0.3")
    _stroke(painter, (-0.8, 0), (0.8, 0))
    wild = np.array(_painting(painter).points)[len(calm) :]
    assert calm[:, 1].std() < 0.01
    assert wild[:, 1].std() > 0.05


def test_the_right_button_takes_points_away(painter: Desk) -> None:
    for x in (-0.6, 0.0, 0.6):
        _click(painter, x, 0.3)
        _click(painter, x, -0.6)
    _click(painter, 0.9, 0.9, RIGHT)  # nothing there: no step
    assert painter.steps == 7
    _stroke(painter, (-0.9, 0.3), (0.9, 0.3), RIGHT)
    assert painter.steps == 8
    left = _painting(painter).points
    assert [round(x, 1) for x, _y, _n in left] == [-0.6, 0.0, 0.6]
    assert all(y < 0 for _x, y, _n in left)
    painter.undo()
    assert len(_painting(painter).points) == 6


def test_clearing_can_be_undone(painter: Desk) -> None:
    _stroke(painter, (-0.8, 0.5), (0.8, 0.5))
    before = _painting(painter)
    QTest.mouseClick(painter.panel.paint.clear, LEFT)
    assert _painting(painter).points == ()
    painter.undo()
    assert _painting(painter) == before


def test_fewer_classes_take_their_points_along_and_undo_brings_them_back(painter: Desk) -> None:
    pad = painter.panel.paint
    painter.type(pad.classes, "3")
    assert [chip.isVisible() for chip in pad.chips] == [True] * 3 + [False] * 5
    QTest.mouseClick(pad.chips[2], LEFT)
    _click(painter, 0.2, 0.2)
    QTest.mouseClick(pad.chips[0], LEFT)
    _click(painter, -0.2, 0.2)
    QTest.mouseClick(pad.chips[2], LEFT)
    painter.type(pad.classes, "2")
    assert [number for *_, number in _painting(painter).points] == [0]
    assert pad.canvas.brush == 1
    assert painter.document.facts.outputs == 2
    painter.undo()
    assert [number for *_, number in _painting(painter).points] == [2, 0]


def test_the_keyboard_paints_too(painter: Desk) -> None:
    canvas = painter.panel.paint.canvas
    canvas.setFocus()
    for _ in range(4):
        QTest.keyClick(canvas, Qt.Key.Key_Right)
    QTest.keyClick(canvas, Qt.Key.Key_Space)
    QTest.keyClick(canvas, Qt.Key.Key_2)
    QTest.keyClick(canvas, Qt.Key.Key_Up)
    QTest.keyClick(canvas, Qt.Key.Key_Up)
    QTest.keyClick(canvas, Qt.Key.Key_Space)
    assert _painting(painter).points == ((0.2, 0.0, 0), (0.2, 0.1, 1))
    assert painter.panel.paint.chips[1].isChecked()
    QTest.keyClick(canvas, Qt.Key.Key_Delete)
    assert _painting(painter).points == ((0.2, 0.0, 0),)
    QTest.keyClick(canvas, Qt.Key.Key_7)  # there is no such class
    assert canvas.brush == 1


def test_what_is_painted_is_seen_in_the_colour_of_its_class(painter: Desk) -> None:
    QTest.mouseClick(painter.panel.paint.chips[1], LEFT)
    _click(painter, 0.4, 0.4)
    canvas = painter.panel.paint.canvas
    image = canvas.grab().toImage()
    at = canvas.to_pixel(*_painting(painter).points[0][:2]) * image.devicePixelRatio()
    assert image.pixelColor(at.toPoint()).rgb() == class_colour(1).rgb()


def test_a_full_painting_takes_no_more(painter: Desk) -> None:
    full = Painted(points=((0.0, 0.0, 0), (0.5, 0.5, 1)) * (MAX_PAINTED // 2))
    painter.document.edit("Full", data=DataSpec(source=full))
    _click(painter, -0.5, -0.5)
    assert _painting(painter) == full
    assert "5,000" in painter.panel.paint.counts.text()
    painter.loaded()


# --- functions --------------------------------------------------------------------------------


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


# --- the preview ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("function", "kind"),
    [
        (GALLERY["peaks"].function, "plane"),
        (GALLERY["wave"].function, "graph"),
        (GALLERY["curve"].function, "curve"),
        (GALLERY["vortex"].function, "field"),
        (Function(formulas=("x", "y", "x")), "plane"),
        (
            Function(formulas=("a + c",), inputs=tuple(FunctionInput(name=n) for n in "abc")),
            "first",
        ),
    ],
)
def test_each_kind_of_function_has_its_picture(desk: Desk, function: Function, kind: str) -> None:
    plain = desk.panel.preview.grab().toImage()
    desk.document.edit("Function", data=DataSpec(source=function))
    desk.loaded()
    dataset = desk.store.dataset
    assert dataset is not None
    chart = charts.chart_of(dataset.train.x, dataset.train.y, dataset)
    assert chart.kind == kind
    assert (chart.arrows is not None) == (kind == "field")
    assert chart.colour_of.min() >= 0
    assert chart.colour_of.max() < len(chart.colours)
    assert desk.panel.preview.grab().toImage() != plain


def test_a_graph_stands_where_the_samples_are() -> None:
    from mlp_studio.data.load import load

    inputs = (FunctionInput(name="x"),)
    source = Function(formulas=("x", "-x", "0"), inputs=inputs, samples=50)
    dataset = load(DataSpec(source=source))
    chart = charts.chart_of(dataset.train.x, dataset.train.y, dataset)
    assert chart.kind == "graph"
    n = len(dataset.train)
    np.testing.assert_array_equal(chart.points[:n, 1], dataset.train.x[:, 0])
    np.testing.assert_array_equal(chart.points[n : 2 * n, 1], -dataset.train.x[:, 0])
    assert np.bincount(chart.colour_of).tolist() == [n, n, n]
