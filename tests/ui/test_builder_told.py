"""Hints, the summary and the undo history: read, clicked, copied."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from mlp_studio.core.layers import Dense
from mlp_studio.core.templates import template
from mlp_studio.studio.document import Document
from mlp_studio.ui.builder.history import HistoryWindow
from mlp_studio.ui.builder.panel import BuilderPanel
from mlp_studio.ui.builder.summary import SummaryWindow
from mlp_studio.ui.theme import Theme

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(qtbot: QtBot) -> BuilderPanel:
    document = Document(template("mnist-first").project)
    made = BuilderPanel(document, Theme("light"))
    made.document = document  # type: ignore[attr-defined]
    qtbot.addWidget(made)
    made.resize(1000, 430)
    made.show()
    qtbot.waitExposed(made)
    return made


def _click(parent: QWidget, words: str) -> None:
    (button,) = (b for b in parent.findChildren(QPushButton) if b.text() == words and b.isVisible())
    assert button.rect().isValid()
    assert button.window().rect().contains(button.mapTo(button.window(), button.rect().center()))
    QTest.mouseClick(button, LEFT)


def test_a_hint_is_read_dismissed_and_shown_again(panel: BuilderPanel) -> None:
    hints = panel.hints
    assert hints.text() == "1 hint"
    QTest.mouseClick(hints, LEFT)
    words = [label.text() for label in hints.box.findChildren(QLabel)]
    assert any("8 units tell 10 classes apart" in word for word in words)
    _click(hints.box, "Show")
    document: Document = panel.document  # type: ignore[attr-defined]
    assert document.selection == (document.network.layers[1].name,)
    _click(hints.box, "Dismiss")
    assert hints.shown == ()
    assert hints.isVisible()
    _click(hints.box, "Show dismissed hints")
    assert len(hints.shown) == 1
    hints.box.hide()


def test_a_hint_is_carried_out_and_undone(panel: BuilderPanel) -> None:
    document: Document = panel.document  # type: ignore[attr-defined]
    linear = Dense(name="flat", units=40, activation="linear")
    before = document.network.inserted(1, linear)
    document.edit("Add", network=before)
    QTest.mouseClick(panel.hints, LEFT)
    _click(panel.hints.box, "Set the activation of flat to relu")
    layer = document.network.layer("flat")
    assert isinstance(layer, Dense)
    assert layer.activation == "relu"
    document.undo_stack.undo()
    assert document.network == before
    panel.hints.box.hide()


def test_a_broken_design_has_no_hints(panel: BuilderPanel) -> None:
    document: Document = panel.document  # type: ignore[attr-defined]
    output = document.network.layers[-1]
    document.edit("Break", network=document.network.removed(output.name))
    assert panel.hints.shown == ()
    document.undo_stack.undo()
    assert len(panel.hints.shown) == 1


def test_the_summary_is_read_and_copied(qtbot: QtBot, panel: BuilderPanel) -> None:
    document: Document = panel.document  # type: ignore[attr-defined]
    window = SummaryWindow(document, panel)
    panel.facts.clicked.connect(window.open_summary)
    QTest.mouseClick(panel.facts, LEFT)
    assert window.isVisible()
    assert window.table.text(1, 0) == document.network.layers[1].name
    assert window.table.text(1, 3) == "6,280"
    assert "6,370 parameters" in window.words.text()
    window.show_examples(51_000)
    assert f"{51_000 * (6352 * 2 + 80):,} for an epoch" in window.words.text()
    QTest.mouseClick(window.copy_markdown, LEFT)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[1] == "| --- | --- | --: | --: | --: |"
    assert "6,280" in lines[3]
    QTest.mouseClick(window.copy_text, LEFT)
    text = QGuiApplication.clipboard().text()
    assert "Flatten" in text
    assert "parameters" in text
    document.edit("Add", network=document.network.inserted(1, Dense(name="more", units=9)))
    assert window.table.text(1, 0) == "more"
    window.close()


def test_a_step_of_the_history_leads_there(qtbot: QtBot, panel: BuilderPanel) -> None:
    document: Document = panel.document  # type: ignore[attr-defined]
    start = document.network
    for name in ("one", "two", "three"):
        document.edit(f"Add {name}", network=document.network.inserted(1, Dense(name=name)))
    window = HistoryWindow(document, panel)
    window.open_beside()
    model = window.steps.model()
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == [
        "As it was opened", "Add one", "Add two", "Add three",
    ]  # fmt: skip
    place = window.steps.visualRect(model.index(1, 0)).center()
    QTest.mouseClick(window.steps.viewport(), LEFT, pos=place)
    assert "one" in {layer.name for layer in document.network}
    assert "two" not in {layer.name for layer in document.network}
    QTest.keyClick(window.steps, Qt.Key.Key_Up)
    assert document.network == start
    window.close()
