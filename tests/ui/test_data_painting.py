"""Painting data in the data panel, by mouse and keyboard."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from mlp_studio.core.datasets import DataSpec
from mlp_studio.core.plane_sources import MAX_PAINTED, Painted
from mlp_studio.ui.theme import class_colour
from tests.ui.data_desk import SPIRALS, Desk

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
PLAIN = Qt.KeyboardModifier.NoModifier


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
