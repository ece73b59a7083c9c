"""The undo history as a list: mouse, keyboard, and the buttons that open it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from mlp_studio.core.layers import Dropout
from mlp_studio.ui.theme import Theme
from mlp_studio.ui.window.history import HistoryPanel
from mlp_studio.ui.window.hold import HOLD_MS, Hold
from tests.ui.builder_hand import Button, Hand, Key
from tests.ui.window_studio import Studio


@pytest.fixture
def history(hand: Hand, qtbot):
    for kind in ("dropout", "batch_normalization", "dense"):
        hand.canvas.actions_of_layers.add(kind)
    made = HistoryPanel(hand.document.undo_stack, Theme("light"))
    qtbot.addWidget(made)
    made.open_below(hand.panel.facts)
    qtbot.waitExposed(made)
    return made


def words(history: HistoryPanel) -> list[str]:
    model = history.steps
    return [model.data(model.index(row)) for row in range(model.rowCount())]


def click(history: HistoryPanel, row: int) -> None:
    place = history.list.visualRect(history.steps.index(row)).center()
    QTest.mouseClick(history.list.viewport(), Button.LeftButton, pos=place)


def current(history: HistoryPanel) -> int:
    return history.list.currentIndex().row()


def test_steps_have_their_names(hand, history):
    assert words(history) == [
        "Beginning",
        "Add Dropout 0.3 after dropout_1",
        "Add BatchNormalization after dropout_2",
        "Add Dense 64 after batch_normalization",
    ]
    assert current(history) == 3
    history.grab()


def test_a_click_goes_there_and_back(hand, history):
    networks = [hand.document.network]
    click(history, 1)
    assert hand.document.undo_stack.index() == 1
    assert current(history) == 1
    assert isinstance(hand.document.network.layers[-2], Dropout)
    click(history, 0)
    assert hand.document.project == hand.start
    click(history, 3)
    assert hand.document.network == networks[0]
    assert history.isVisible()
    muted = history.steps.data(history.steps.index(3), Qt.ItemDataRole.ForegroundRole)
    assert muted is None


def test_the_arrow_keys_go_from_step_to_step(hand, history):
    QTest.keyClick(history.list, Key.Key_Up)
    QTest.keyClick(history.list, Key.Key_Up)
    assert hand.document.undo_stack.index() == 1
    undone = history.steps.data(history.steps.index(2), Qt.ItemDataRole.ForegroundRole)
    assert undone is not None
    QTest.keyClick(history.list, Key.Key_Home)
    assert hand.document.project == hand.start
    QTest.keyClick(history.list, Key.Key_End)
    assert hand.document.undo_stack.index() == 3
    QTest.keyClick(history.list, Key.Key_Escape)
    assert not history.isVisible()


def test_it_follows_what_happens_elsewhere(hand, history):
    hand.document.undo_stack.undo()
    assert current(history) == 2
    hand.canvas.actions_of_layers.add("dropout")  # what was undone is gone
    assert len(words(history)) == 4
    assert words(history)[3].startswith("Add Dropout")
    hand.document.mark_saved(None)
    assert words(history)[3].endswith("(saved)")


def test_a_long_history_is_scrolled(hand, history):
    for _ in range(40):
        hand.canvas.actions_of_layers.add("dropout")
    assert history.height() < 560
    shown = history.list.visualRect(history.list.currentIndex())
    assert history.list.viewport().rect().contains(shown.center())


def test_holding_a_button_is_no_click(qtbot):
    button, said = QPushButton("Undo"), []
    qtbot.addWidget(button)
    button.clicked.connect(lambda: said.append("click"))
    Hold(button, lambda: said.append("held"))
    button.show()
    qtbot.waitExposed(button)
    QTest.mouseClick(button, Button.LeftButton)
    assert said == ["click"]
    QTest.mousePress(button, Button.LeftButton)
    qtbot.waitUntil(lambda: "held" in said, timeout=10 * HOLD_MS)
    QTest.mouseRelease(button, Button.LeftButton)
    QTest.mouseClick(button, Button.RightButton)
    assert said == ["click", "held", "held"]


def test_the_window_opens_it(window_studio: Studio, qtbot):
    window = window_studio.window
    QTest.keyClick(
        window, Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    )
    assert window.history.isVisible()
    QTest.keyClick(window.history.list, Key.Key_Return)
    assert not window.history.isVisible()
    QTest.mouseClick(window.toolbar.history, Button.LeftButton)
    assert window.history.isVisible()
    window.history.close()
    QTest.mouseClick(window_studio.button("undo"), Button.RightButton)
    assert window.history.isVisible()
    window.history.close()
    QTest.mouseClick(window.builder.facts, Button.LeftButton)
    assert window.summary.isVisible()
    window.summary.close()
    window_studio.until(lambda: window_studio.parts.advice.observed is not None)
    assert window_studio.parts.advice.observed.train == 96
    restore = window.actions_by_id["restore_hints"]
    assert not restore.isEnabled()
