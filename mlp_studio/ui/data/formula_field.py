"""A field for one formula, which keeps what is typed and says where it can't be read."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from mlp_studio.core.formula import parse
from mlp_studio.core.formula_parts import FormulaError
from mlp_studio.studio.language import render
from mlp_studio.ui.theme import Theme

PAUSE_MS = 500  # a formula half typed is no fault yet
AROUND = 14  # characters shown on each side of a fault


class FormulaLine(QLineEdit):
    """The text of a formula.

    What can be read is taken over at once; what can't stays in the field, and the
    formula that was there last stays in force.

    Signals
    -------
    taken(str)
        A person typed another formula that can be read.
    fault_changed(FormulaError or None)
        What is wrong with the text, told when typing rests.
    """

    taken = Signal(str)
    fault_changed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._formula = ""
        self._names: tuple[str, ...] = ()
        self.fault: FormulaError | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._tell)
        self.textEdited.connect(self._try)
        self.returnPressed.connect(self._go_to_fault)
        theme.changed.connect(self._dress)

    def show_formula(self, formula: str, names: tuple[str, ...]) -> None:
        """Show the formula in force; a text that can't be read stays while that is the same."""
        renamed = names != self._names
        changed = formula != self._formula
        self._formula, self._names = formula, names
        if changed or self.fault is None:
            if self.text().strip() != formula:  # a blank at the end: typing goes on
                self.setText(formula)
                if not self.hasFocus():
                    self.setCursorPosition(0)
            self._clear()
        elif renamed:
            self._try()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text() != self._formula:
            self.setText(self._formula)
            self._clear()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if self.fault is not None:
            self._tell()
        super().focusOutEvent(event)

    def _try(self, _text: str = "") -> None:
        formula = self.text()
        try:
            parse(formula, self._names)
        except FormulaError as error:
            self.fault = error
            self._pause.start()
            return
        self._clear()
        if formula.strip() != self._formula:
            self.taken.emit(formula.strip())

    def _clear(self) -> None:
        self._pause.stop()
        if self.fault is not None:
            self.fault = None
            self._tell()

    def _tell(self) -> None:
        self._pause.stop()
        self._dress()
        self.fault_changed.emit(self.fault)

    def _go_to_fault(self) -> None:
        if self.fault is not None:
            self._tell()
            self.setSelection(self.fault.position, self.fault.length)

    def _dress(self, _tokens: object = None) -> None:
        error = self._theme.tokens.error
        self.setStyleSheet(f"QLineEdit {{ border-color: {error}; }}" if self.fault else "")


class FormulaField(QWidget):
    """An output's name, its formula, a button to remove it, and what is wrong below.

    Signals
    -------
    taken(str)
        As of `FormulaLine`.
    removed()
        A person wants the output gone.
    """

    taken = Signal(str)
    removed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = QLabel()
        self.name.setProperty("role", "secondary")
        self.name.setMinimumWidth(22)
        self.line = FormulaLine(theme)
        self.line.setToolTip(
            self.tr(
                "Numbers, inputs, + - * / ^, parentheses, pi, e and functions such as sin, exp, "
                "sqrt, abs, min, max, hypot, atan2. Multiplication is written: 2*x."
            )
        )
        self.remove = QPushButton("✕")
        self.remove.setProperty("role", "flat")
        self.remove.setFixedWidth(24)
        self.remove.setAccessibleName(self.tr("Remove this output"))
        self.remove.setToolTip(self.tr("Remove this output"))
        self.words = QLabel()
        self.words.setProperty("role", "error")
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.RichText)
        self.words.hide()
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.name)
        row.addWidget(self.line, 1)
        row.addWidget(self.remove)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(row)
        layout.addWidget(self.words)
        self.line.taken.connect(self.taken)
        self.line.fault_changed.connect(self._show_fault)
        self.remove.clicked.connect(self.removed)

    def show_formula(
        self, name: str, formula: str, names: tuple[str, ...], *, removable: bool
    ) -> None:
        """Show the output called `name`."""
        self.name.setText(name)
        self.line.setAccessibleName(self.tr("Formula of {name}").format(name=name))
        self.remove.setVisible(removable)
        self.line.show_formula(formula, names)

    def _show_fault(self, fault: FormulaError | None) -> None:
        self.words.setVisible(fault is not None)
        if fault is None:
            self.words.clear()
            return
        start, end = fault.position, fault.position + fault.length
        left = fault.formula[max(0, start - AROUND) : start]
        place = fault.formula[start:end] or " "
        right = fault.formula[end : end + AROUND]
        before = f"{'…' if start > AROUND else ''}{escape(left)}"
        after = f"{escape(right)}{'…' if end + AROUND < len(fault.formula) else ''}"
        mark = escape(place).replace(" ", "&nbsp;&nbsp;")
        remedy = render(fault.remedy) if fault.remedy else ""
        words = escape(f"{render(fault.what)} {remedy}".strip())
        self.words.setText(f"{before}<u><b>{mark}</b></u>{after}<br>{words}")
        self.line.setAccessibleDescription(words)
