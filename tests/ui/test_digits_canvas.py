"""The canvas under mouse, stylus, finger and keys."""

from __future__ import annotations

import math

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QInputDevice, QPainter, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mlp_studio.ui.digits.board import Board
from mlp_studio.ui.digits.canvas import DrawingCanvas
from mlp_studio.ui.digits.tools import CanvasTools
from mlp_studio.ui.theme import Theme

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
PLAIN = Qt.KeyboardModifier.NoModifier
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Place = tuple[float, float]


@pytest.fixture
def canvas(qtbot: QtBot) -> DrawingCanvas:
    made = DrawingCanvas(Theme("light"))
    qtbot.addWidget(made)
    made.resize(280, 280)
    made.show()
    qtbot.waitExposed(made)
    made.setFocus()
    return made


def lead(canvas: DrawingCanvas, *places: Place, button: Qt.MouseButton = LEFT) -> None:
    at = [QPoint(round(x), round(y)) for x, y in places]
    QTest.mousePress(canvas, button, PLAIN, at[0])
    for place in at[1:]:
        QTest.mouseMove(canvas, place)
    QTest.mouseRelease(canvas, button, PLAIN, at[-1])


def pixels(canvas: DrawingCanvas, sharpness: float = 1.0) -> QImage:
    picture = QImage(canvas.size() * sharpness, QImage.Format.Format_RGB32)
    picture.setDevicePixelRatio(sharpness)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    canvas.render(painter, QPoint(0, 0))
    painter.end()
    return picture


def test_a_fast_line_is_smooth_and_ink_has_the_pens_width(canvas: DrawingCanvas) -> None:
    angles = [k * math.pi / 4 for k in range(9)]
    lead(canvas, *((140 + 100 * math.cos(a), 140 + 100 * math.sin(a)) for a in angles))
    (stroke,) = canvas.drawing
    away = [math.dist(p, (140, 140)) for p in stroke.points]
    assert min(away) > 95  # straight lines between nine places come as near as 92
    assert stroke.width == 20
    canvas.set_pen_width(40)
    lead(canvas, (140, 140))
    picture = pixels(canvas)
    dark = sum(picture.pixelColor(x, 140).lightness() < 128 for x in range(100, 180))
    assert dark == pytest.approx(40, abs=2)


def test_every_gesture_is_undone_and_redone_by_the_keys(canvas: DrawingCanvas) -> None:
    states = [canvas.drawing]
    lead(canvas, (40, 40), (240, 40))
    states.append(canvas.drawing)
    lead(canvas, (40, 140), (240, 140))
    states.append(canvas.drawing)
    QTest.keyClick(canvas, Qt.Key.Key_E)
    lead(canvas, (100, 20), (100, 60))
    states.append(canvas.drawing)
    QTest.keyClick(canvas, Qt.Key.Key_Delete)
    states.append(canvas.drawing)
    assert [len(state) for state in states] == [0, 1, 2, 1, 0]
    for state in states[-2::-1]:
        QTest.keyClick(canvas, Qt.Key.Key_Z, CONTROL)
        assert canvas.drawing == state
    QTest.keyClick(canvas, Qt.Key.Key_Z, CONTROL)
    redo = [(Qt.Key.Key_Z, CONTROL | SHIFT), (Qt.Key.Key_Y, CONTROL)] * 2
    for state, (key, modifier) in zip(states[1:], redo, strict=True):
        QTest.keyClick(canvas, key, modifier)
        assert canvas.drawing == state
    QTest.keyClick(canvas, Qt.Key.Key_Backspace)
    QTest.keyClick(canvas, Qt.Key.Key_E)
    lead(canvas, (10, 200), (60, 200))  # what is done anew forgets what was undone
    QTest.keyClick(canvas, Qt.Key.Key_Y, CONTROL)
    assert len(canvas.drawing) == 2


def test_brackets_change_the_pen_and_its_circle_shows_it(canvas: DrawingCanvas) -> None:
    QTest.mouseMove(canvas, QPoint(140, 100))
    QTest.keyClicks(canvas, "]]]]]")
    assert canvas.pen_width == 30
    ring = pixels(canvas).pixelColor(140 + 15, 100)
    assert ring.blue() > ring.red() + 80
    assert pixels(canvas).pixelColor(140 + 8, 100) == QColor("white")
    QTest.keyClicks(canvas, "[" * 40)
    assert canvas.pen_width == 4
    lead(canvas, (40, 200), (200, 200))
    assert canvas.drawing[-1].width == 4
    QTest.keyClicks(canvas, "]" * 60)
    assert canvas.pen_width == 60
    assert canvas.drawing[-1].width == 4


def test_the_part_eraser_leaves_what_it_is_not_led_over(canvas: DrawingCanvas) -> None:
    lead(canvas, (40, 140), (240, 140))
    canvas.choose_tool("parts")
    lead(canvas, (140, 100), (140, 180))
    assert len(canvas.drawing) == 2
    picture = pixels(canvas)
    assert picture.pixelColor(145, 140).lightness() > 250
    assert picture.pixelColor(60, 140).lightness() < 10
    QTest.keyClick(canvas, Qt.Key.Key_E)
    assert canvas.tool == "pen"
    lead(canvas, (60, 60), (60, 200), button=RIGHT)  # the other button is the other end
    assert all(x > 60 for stroke in canvas.drawing for x, _y in stroke.points)


def test_tools_follow_the_canvas_and_lead_it(qtbot: QtBot, canvas: DrawingCanvas) -> None:
    tools = CanvasTools(canvas, Theme("light"))
    qtbot.addWidget(tools)
    tools.resize(300, 30)
    tools.show()
    qtbot.waitExposed(tools)
    able = lambda: [tools.button(n).isEnabled() for n in ("undo", "redo", "clear")]  # noqa: E731
    assert able() == [False, False, False]
    lead(canvas, (40, 40), (200, 40))
    assert able() == [True, False, True]
    QTest.mouseClick(tools.button("parts"), LEFT)
    assert canvas.tool == "parts"
    QTest.keyClick(canvas, Qt.Key.Key_E)
    assert tools.button("pen").isChecked()
    QTest.mouseClick(tools.button("clear"), LEFT)
    assert able() == [True, False, False]
    QTest.mouseClick(tools.button("undo"), LEFT)
    assert len(canvas.drawing) == 1
    tools.width_slider.setValue(48)
    assert canvas.pen_width == 48
    QTest.keyClick(canvas, "[")
    assert tools.width_slider.value() == 46


# --- stylus and fingers ------------------------------------------------------------------------


def stylus(kind: QPointingDevice.PointerType) -> QPointingDevice:
    everything = QInputDevice.Capability.Position | QInputDevice.Capability.Pressure
    return QPointingDevice("stylus", 7, QInputDevice.DeviceType.Stylus, kind, everything, 1, 1)


def tablet(
    canvas: DrawingCanvas, device: QPointingDevice, what: QEvent.Type, place: Place, pressure: float
) -> QTabletEvent:
    at = QPointF(*place)
    buttons = Qt.MouseButton.NoButton if what == QEvent.Type.TabletRelease else LEFT
    event = QTabletEvent(
        what, device, at, QPointF(canvas.mapToGlobal(at.toPoint())), pressure,
        0, 0, 0, 0, 0, PLAIN, LEFT, buttons,
    )  # fmt: skip
    QApplication.sendEvent(canvas, event)
    return event


def test_a_stylus_draws_with_its_pressure_and_erases_with_its_other_end(
    canvas: DrawingCanvas,
) -> None:
    pen = stylus(QPointingDevice.PointerType.Pen)
    assert tablet(canvas, pen, QEvent.Type.TabletPress, (40, 140), 0.0).isAccepted()
    for k in range(1, 11):
        tablet(canvas, pen, QEvent.Type.TabletMove, (40 + 20 * k, 140), k / 10)
    tablet(canvas, pen, QEvent.Type.TabletRelease, (240, 140), 0.0)
    tablet(canvas, pen, QEvent.Type.TabletMove, (200, 20), 0.0)  # hovering draws nothing
    (stroke,) = canvas.drawing
    assert stroke.pressures[0] == pytest.approx(0.25)
    assert stroke.pressures[-1] == pytest.approx(1.0)
    assert list(stroke.pressures) == sorted(stroke.pressures)
    picture = pixels(canvas)

    def height(x: int) -> int:
        return sum(picture.pixelColor(x, y).lightness() < 128 for y in range(120, 161))

    assert height(60) < height(140) < height(230)
    other = stylus(QPointingDevice.PointerType.Eraser)
    tablet(canvas, other, QEvent.Type.TabletPress, (140, 100), 1.0)
    tablet(canvas, other, QEvent.Type.TabletMove, (140, 180), 1.0)
    tablet(canvas, other, QEvent.Type.TabletRelease, (140, 180), 0.0)
    assert canvas.drawing == ()
    assert canvas.tool == "pen"


def test_one_finger_draws_and_a_second_one_does_not_disturb(canvas: DrawingCanvas) -> None:
    screen = QTest.createTouchDevice()
    touch = QTest.touchEvent(canvas, screen)
    touch.press(1, QPoint(50, 50), canvas).commit()
    touch.move(1, QPoint(50, 150), canvas).press(2, QPoint(200, 200), canvas).commit()
    touch.move(1, QPoint(50, 220), canvas).move(2, QPoint(240, 200), canvas).commit()
    touch.release(1, QPoint(50, 220), canvas).stationary(2).commit()
    touch.release(2, QPoint(240, 200), canvas).commit()
    (stroke,) = canvas.drawing
    assert stroke.points[0] == (50, 50)
    assert stroke.points[-1] == (50, 220)
    assert all(x == pytest.approx(50) for x, _y in stroke.points)
    touch.press(3, QPoint(100, 100), canvas).commit()
    touch.release(3, QPoint(100, 100), canvas).commit()
    assert len(canvas.drawing) == 2
    QTest.keyClick(canvas, Qt.Key.Key_Z, CONTROL)
    assert canvas.drawing == (stroke,)


# --- sharpness and size ------------------------------------------------------------------------


@pytest.mark.parametrize("sharpness", [1.0, 1.5, 2.0, 3.0])
def test_ink_is_crisp_at_any_scaling(canvas: DrawingCanvas, sharpness: float) -> None:
    lead(canvas, (140, 40), (140, 240))
    QTest.mouseMove(canvas, QPoint(10, 10))
    canvas.devicePixelRatioF = lambda: sharpness  # type: ignore[method-assign]
    picture = pixels(canvas, sharpness)
    row = [picture.pixelColor(x, int(140 * sharpness)).lightness()
           for x in range(int(120 * sharpness), int(160 * sharpness))]  # fmt: skip
    assert sum(value < 128 for value in row) == pytest.approx(20 * sharpness, abs=1)
    # An edge is a pixel of the screen wide, and not one of the widget's.
    assert sum(20 < value < 235 for value in row) <= 4


def test_the_pen_stays_where_it_is_while_the_panel_changes(canvas: DrawingCanvas) -> None:
    QTest.mousePress(canvas, LEFT, PLAIN, QPoint(40, 140))
    QTest.mouseMove(canvas, QPoint(140, 140))
    canvas.resize(280, 200)
    QTest.mouseMove(canvas, QPoint(240, 140))
    QTest.mouseRelease(canvas, LEFT, PLAIN, QPoint(240, 140))
    (stroke,) = canvas.drawing
    assert {round(y) for _x, y in stroke.points} == {140}
    canvas.resize(560, 560)
    assert pixels(canvas).pixelColor(280, 280).lightness() < 10
    assert canvas.drawing == (stroke,)


def test_a_gesture_is_given_up(canvas: DrawingCanvas) -> None:
    QTest.mousePress(canvas, LEFT, PLAIN, QPoint(40, 140))
    QTest.mouseMove(canvas, QPoint(140, 140))
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    QTest.mouseRelease(canvas, LEFT, PLAIN, QPoint(140, 140))
    assert canvas.drawing == ()
    assert not Board().can_undo
