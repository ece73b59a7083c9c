"""The data panel on a document whose data is loaded, and a hand at it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPushButton, QSlider, QStyle, QStyleOptionSlider
from pytestqt.qtbot import QtBot

from mlp_studio.core.templates import template
from mlp_studio.studio.data_store import DataStore
from mlp_studio.studio.document import Document
from mlp_studio.studio.jobs import Jobs
from mlp_studio.ui.common.fields import NumberRow
from mlp_studio.ui.data.panel import DataPanel
from mlp_studio.ui.theme import Theme

SPIRALS = template("spirals-6").project


class Desk:
    """The panel on a document whose data is loaded."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.document = Document(SPIRALS)
        self.jobs = Jobs()
        self.store = DataStore(self.document, self.jobs)
        self.panel = DataPanel(self.document, self.store, Theme("light"))
        qtbot.addWidget(self.panel)
        self.panel.resize(300, 1100)
        self.panel.show()
        qtbot.waitExposed(self.panel)
        self.store.reload()
        self.loaded()

    def loaded(self) -> None:
        self.qtbot.waitUntil(lambda: not self.store.busy, timeout=30_000)

    @property
    def steps(self) -> int:
        return self.document.undo_stack.count()

    def undo(self) -> None:
        self.document.undo_stack.undo()

    def choose(self, combo: QComboBox, data: str) -> None:
        """Open a combo box and choose an entry with the keyboard."""
        row = combo.findData(data) if combo.findData(data) >= 0 else combo.findText(data)
        assert row >= 0
        combo.showPopup()
        view = combo.view()
        view.setCurrentIndex(combo.model().index(row, 0))
        QTest.keyClick(view, Qt.Key.Key_Return)

    def row(self, name: str) -> NumberRow:
        return self.panel.parameters.row(name)

    def type(self, row: NumberRow, number: str) -> None:
        row.field.setFocus()
        row.field.selectAll()
        QTest.keyClicks(row.field, number)
        QTest.keyClick(row.field, Qt.Key.Key_Return)

    def button(self, words: str) -> QPushButton:
        return next(b for b in self.panel.findChildren(QPushButton) if b.text() == words)


def drag(row: NumberRow, *shares: float) -> None:
    """Drag a row's slider from where it is to shares of its length, in one gesture."""
    slider = row.findChild(QSlider)
    assert isinstance(slider, QSlider)
    option = QStyleOptionSlider()
    slider.initStyleOption(option)
    handle = slider.style().subControlRect(
        QStyle.ComplexControl.CC_Slider, option, QStyle.SubControl.SC_SliderHandle, slider
    )
    left, modifier = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(slider, left, modifier, handle.center())
    place = handle.center()
    for share in shares:
        place = QPoint(round(share * slider.width()), handle.center().y())
        QTest.mouseMove(slider, place)
    QTest.mouseRelease(slider, left, modifier, place)
