"""What the tour drives the window with."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from mlp_studio.core.errors import StudioError
from mlp_studio.ui.digits.canvas import DrawingCanvas
from mlp_studio.ui.theme import Theme
from mlp_studio.ui.tour import handwriting
from mlp_studio.ui.tour.hand import GapMeter, Hand


@pytest.mark.parametrize("digit", range(10))
def test_a_path_passes_through_its_points_and_stays_on_the_paper(digit: int) -> None:
    for stroke in handwriting.DIGITS[digit]:
        path = handwriting.path(stroke, steps=6)
        assert path.shape == (6 * (len(stroke) - 1) + 1, 2)
        np.testing.assert_allclose(path[::6], stroke, atol=1e-12)
        assert 0 <= path.min() <= path.max() <= 1
        steps = np.hypot(*np.diff(path, axis=0).T)
        assert 0 < steps.max() < 0.15  # smooth: no leaps


def test_the_hand_waits_for_what_comes_and_not_for_ever(qtbot: QtBot, tmp_path: Path) -> None:
    button = QPushButton("Press")
    qtbot.addWidget(button)
    button.show()
    hand = Hand(button, tmp_path)
    pressed: list[bool] = []
    button.clicked.connect(lambda: QTimer.singleShot(0, button, lambda: pressed.append(True)))
    hand.click(button)
    hand.wait(lambda: bool(pressed), 10, "it is pressed")
    with pytest.raises(StudioError, match="it rains"):
        hand.wait(lambda: False, 0.05, "it rains")


def test_the_hand_draws_and_takes_pictures(qtbot: QtBot, tmp_path: Path) -> None:
    canvas = DrawingCanvas(Theme("light"))
    qtbot.addWidget(canvas)
    canvas.resize(280, 280)
    canvas.show()
    hand, moves = Hand(canvas, tmp_path), []
    strokes = [[QPointF(20, 20), QPointF(100, 30), QPointF(90, 200)], [QPointF(5, 5)]]
    hand.draw(canvas, strokes, lambda: moves.append(True))
    drawn = canvas.strokes
    assert [(line[0], line[-1]) for line in drawn] == [((20, 20), (90, 200)), ((5, 5), (5, 5))]
    assert min(math.dist(place, (100, 30)) for place in drawn[0]) < 1  # curves lead through it
    assert len(moves) == 2
    assert hand.picture("drawn") == "drawn.png"
    assert QImage(str(tmp_path / "drawn.png")).size() == canvas.size()
    with pytest.raises(StudioError, match=r"drawn\.png"):
        Hand(canvas, tmp_path / "missing").picture("drawn")


def test_gaps_are_measured_between_start_and_stop(qtbot: QtBot) -> None:
    meter = GapMeter()
    QApplication.processEvents()
    assert meter.gaps == []
    meter.start()
    qtbot.waitUntil(lambda: len(meter.gaps) >= 3)
    meter.stop()
    counted = len(meter.gaps)
    qtbot.wait(20)
    assert len(meter.gaps) == counted
    assert all(gap > 0 for gap in meter.gaps)
    assert meter._timer.timerType() == Qt.TimerType.PreciseTimer
