"""The digits of a sheet beside the photo: list, corrections, text and table."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from mlp_studio.ui.common.fields import CalmCombo, caption
from mlp_studio.ui.photo.buttons import flat
from mlp_studio.ui.photo.digits_list import DigitsList
from mlp_studio.ui.photo.reading import Reading, as_text
from mlp_studio.ui.theme import RHYTHM, Theme, font


class SheetPanel(QWidget):
    """Lists the digits; says what is to be done to those that are selected.

    Signals
    -------
    label_chosen(str or None)
        The selected digits are this; None goes back to what is read.
    merge, split, delete, export
        The button of that name was pressed.
    """

    label_chosen = Signal(object)
    merge = Signal()
    split = Signal()
    delete = Signal()
    export = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = DigitsList(theme)
        self.count = QLabel()
        self.count.setProperty("role", "secondary")
        self.label = CalmCombo()
        self.label.setAccessibleName(self.tr("What the selected digits are"))
        self.label.setToolTip(self.tr("What the selected digits are; or select some and type it."))
        self.label.activated.connect(self._label_activated)
        self.merge_button = flat(self.tr("Merge"), self.tr("Make one digit of those"), "Ctrl+M")
        self.split_button = flat(
            self.tr("Split"), self.tr("Make two digits of it, side by side"), "Ctrl+D"
        )
        self.delete_button = flat(self.tr("Delete"), self.tr("Take these away"), "Del")
        self.merge_button.clicked.connect(self.merge)
        self.split_button.clicked.connect(self.split)
        self.delete_button.clicked.connect(self.delete)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setFont(font(11))
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(84)
        self.text.setAccessibleName(self.tr("The sheet as text"))
        copy = flat(self.tr("Copy text"), self.tr("Copy all lines"), "Ctrl+Shift+C")
        copy.clicked.connect(self.copy_text)
        export = flat(
            self.tr("Export CSV…"), self.tr("A row a digit: place, answer, probabilities"), "Ctrl+E"
        )
        export.clicked.connect(self.export)
        self.export_button = export
        tools = QHBoxLayout()
        tools.setSpacing(0)
        tools.addWidget(self.label, 1)
        for button in (self.merge_button, self.split_button, self.delete_button):
            tools.addWidget(button)
        head = QHBoxLayout()
        head.addWidget(caption(self.tr("Text")))
        head.addStretch(1)
        head.addWidget(copy)
        head.addWidget(export)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(RHYTHM // 2)
        layout.addWidget(self.count)
        layout.addWidget(self.list, 1)
        layout.addLayout(tools)
        layout.addLayout(head)
        layout.addWidget(self.text)
        self._names: tuple[str, ...] | None = None
        self.show_readings((), (), "")
        self.show_picked(())

    def show_readings(self, readings: Sequence[Reading], names: tuple[str, ...], why: str) -> None:
        """List digits; `why` says why nothing is read where nothing is."""
        self.list.show_readings(readings)
        self.text.setPlainText(as_text(readings))
        by_hand = sum(reading.item.label is not None for reading in readings)
        unsure = sum(reading.unsure for reading in readings)
        words = self.tr("Digits: {count} · unsure: {unsure} · by hand: {by_hand}").format(
            count=len(readings), unsure=unsure, by_hand=by_hand
        )
        self.count.setText(why or words)
        if names != self._names:
            self._names = names
            with QSignalBlocker(self.label):
                self.label.clear()
                self.label.addItem(self.tr("As read"), None)
                for name in names:
                    self.label.addItem(name, name)

    def show_picked(self, picked: Sequence[Reading]) -> None:
        """Offer what can be done to the selected digits."""
        self.label.setEnabled(bool(picked))
        self.merge_button.setEnabled(len(picked) > 1)
        self.split_button.setEnabled(len(picked) == 1)
        self.delete_button.setEnabled(bool(picked))
        labels = {reading.item.label for reading in picked}
        with QSignalBlocker(self.label):
            only = labels.pop() if len(labels) == 1 else None
            self.label.setCurrentIndex(max(0, self.label.findData(only) if only else 0))

    def copy_text(self) -> None:
        """Put the text of the sheet on the clipboard."""
        QGuiApplication.clipboard().setText(self.text.toPlainText())

    def _label_activated(self, index: int) -> None:
        self.label_chosen.emit(self.label.itemData(index))
