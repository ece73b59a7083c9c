"""How a table is written down, where a person may know better."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QComboBox, QHBoxLayout, QLabel, QWidget

from mlp_studio.core.table_sources import TableFormat
from mlp_studio.ui.common.fields import CalmCombo
from mlp_studio.ui.theme import RHYTHM

ENCODINGS = {
    "utf-8": "UTF-8",
    "utf-8-sig": "UTF-8 (BOM)",
    "utf-16": "UTF-16",
    "cp1252": "Windows-1252",
    "latin-1": "Latin-1",
    "cp1250": "Windows-1250",
    "cp1251": "Windows-1251",
    "mac_roman": "Mac Roman",
    "shift_jis": "Shift JIS",
    "gb18030": "GB 18030",
}


class FormatFields(QWidget):
    """Delimiter, decimals, encoding and header of text; sheet and header of a workbook.

    Signals
    -------
    edited(TableFormat)
        A person corrected the format.
    """

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._format = TableFormat()
        self.delimiter = self._combo(self.tr("Delimiter"), {
            ",": self.tr("Comma ,"),
            ";": self.tr("Semicolon ;"),
            "\t": self.tr("Tab"),
            "|": self.tr("Bar |"),
            " ": self.tr("Space"),
        })  # fmt: skip
        self.decimal = self._combo(
            self.tr("Decimals"), {".": self.tr("Point 1.5"), ",": self.tr("Comma 1,5")}
        )
        self.encoding = self._combo(self.tr("Encoding"), ENCODINGS)
        self.sheet = self._combo(self.tr("Sheet"), {})
        self.header = QCheckBox(self.tr("The first row holds the names"))
        self.header.clicked.connect(self._edited)
        self._whole = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(RHYTHM)
        layout = self._choices = QHBoxLayout()
        layout.setSpacing(RHYTHM)
        self._labels: dict[QComboBox, QLabel] = {}
        for combo in (self.delimiter, self.decimal, self.encoding, self.sheet):
            label = QLabel(combo.accessibleName())
            label.setProperty("role", "secondary")
            label.setBuddy(combo)
            self._labels[combo] = label
            layout.addWidget(label)
            layout.addWidget(combo)
            layout.addSpacing(RHYTHM)
        self._whole.addLayout(layout)
        self._whole.addWidget(self.header)
        self._whole.addStretch(1)

    def minimumSizeHint(self) -> QSize:
        """Return the size with the header's box beneath the choices."""
        return QSize(self._choices.minimumSize().width(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Put the header's box beneath the choices where it does not fit beside them."""
        both = self._choices.minimumSize().width() + RHYTHM + self.header.sizeHint().width()
        directions = QBoxLayout.Direction
        fits = both <= self.width()
        self._whole.setDirection(directions.LeftToRight if fits else directions.TopToBottom)

    def show_format(self, form: TableFormat, sheets: list[str]) -> None:
        """Show how a table is written down, and the sheets that its workbook has."""
        self._format = form
        text = form.kind == "text"
        for combo in (self.delimiter, self.decimal, self.encoding):
            self._show(combo, shown=text)
        self._show(self.sheet, shown=len(sheets) > 1)
        self.header.setVisible(form.kind != "parquet")
        self.setVisible(form.kind != "parquet")
        self._fit()
        with QSignalBlocker(self.sheet):
            self.sheet.clear()
            for name in sheets:
                self.sheet.addItem(name, name)
        chosen = {
            self.delimiter: form.delimiter,
            self.decimal: form.decimal,
            self.encoding: form.encoding,
            self.sheet: form.sheet or (sheets[0] if sheets else ""),
        }
        for combo, value in chosen.items():
            with QSignalBlocker(combo):
                if combo.findData(value) < 0 and value:
                    combo.addItem(value, value)
                combo.setCurrentIndex(combo.findData(value))
        with QSignalBlocker(self.header):
            self.header.setChecked(form.header)

    def _show(self, combo: QComboBox, *, shown: bool) -> None:
        combo.setVisible(shown)
        self._labels[combo].setVisible(shown)

    def _combo(self, name: str, choices: dict[str, str]) -> CalmCombo:
        combo = CalmCombo()
        combo.setAccessibleName(name)
        for value, words in choices.items():
            combo.addItem(words, value)
        combo.activated.connect(self._edited)
        return combo

    def _edited(self, _value: object = None) -> None:
        changes: dict[str, object] = {"header": self.header.isChecked()}
        if self._format.kind == "text":
            changes |= {
                "delimiter": self.delimiter.currentData(),
                "decimal": self.decimal.currentData(),
                "encoding": self.encoding.currentData(),
            }
        elif self.sheet.currentIndex() > 0 or self._format.sheet:
            changes["sheet"] = self.sheet.currentData()
        form = self._format.model_copy(update=changes)
        if form != self._format:
            self._format = form
            self.edited.emit(form)
