"""How much each class counts: alike, balanced, or a number for each."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from mlp_studio.core.dataset import class_names
from mlp_studio.core.training import ClassWeights, TrainingSpec
from mlp_studio.studio.document import Document
from mlp_studio.ui.common.fields import CalmCombo
from mlp_studio.ui.common.spins import CalmSpin

COLUMNS = 2
LONG = 6  # characters: longer names of classes have a row to themselves
NAME_WIDTH = 130  # pixels, of the longest names
LEAST, MOST = 0.01, 1000.0


class ClassWeightFields(QWidget):
    """A choice and, for weights of one's own, a field a class; each edit is a step of undo."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.choice = CalmCombo()
        self.choice.addItem(self.tr("No class weights"), "none")
        self.choice.addItem(self.tr("Balanced class weights"), "balanced")
        self.choice.addItem(self.tr("Custom class weights"), "custom")
        self.choice.setAccessibleName(self.tr("Class weights"))
        self.choice.setToolTip(
            self.tr(
                "How much each class counts in the training loss; validation is not weighted. "
                "Balanced: the rarer a class, the more each of its examples counts."
            )
        )
        self.fields: list[CalmSpin] = []
        self._names: tuple[str, ...] = ()
        self._box = QWidget()
        self._grid = QGridLayout(self._box)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        for column in range(COLUMNS):
            self._grid.setColumnStretch(3 * column + 1, 1)
        self._grid.setColumnMinimumWidth(2, 8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.choice)
        layout.addWidget(self._box)
        self.choice.activated.connect(self._choose)
        document.data_changed.connect(lambda _data: self.synchronize(document.training))

    @property
    def in_use(self) -> bool:
        """Whether classes count differently."""
        classes = self._document.facts.task != "regression"
        return classes and self._document.training.class_weight != "none"

    def synchronize(self, training: TrainingSpec) -> None:
        """Show the class weights of `training`; hide where there are no classes."""
        facts, chosen = self._document.facts, training.class_weight
        self.setVisible(facts.task != "regression")
        kind = "custom" if isinstance(chosen, tuple) else chosen
        with QSignalBlocker(self.choice):
            self.choice.setCurrentIndex(self.choice.findData(kind))
        numbers = chosen if isinstance(chosen, tuple) else ()
        self._make_fields(len(numbers), class_names(self._document.data.source))
        for field, number in zip(self.fields, numbers, strict=True):
            with QSignalBlocker(field):
                field.setValue(number)
        self._box.setVisible(bool(numbers))

    def _make_fields(self, count: int, names: tuple[str, ...]) -> None:
        """Have as many fields as there are numbers, called by the names of the classes."""
        if count == len(self.fields) and names == self._names:
            return
        self._names = names
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.fields = [self._make_field(number) for number in range(count)]
        rows = count if any(len(name) > LONG for name in names) else -(-count // COLUMNS)
        for number, field in enumerate(self.fields):
            # Down the first column, then down the next: numbers are looked for in order.
            row, column = number % rows, 3 * (number // rows)  # name, field, gap
            title = self._names[number] if number < len(self._names) else str(number)
            shown = self.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, NAME_WIDTH)
            name = QLabel(shown.replace("&", "&&"))  # a single one would mark a key
            name.setTextFormat(Qt.TextFormat.PlainText)
            name.setToolTip(title)
            name.setProperty("role", "secondary")
            name.setBuddy(field)
            self._grid.addWidget(name, row, column)
            self._grid.addWidget(field, row, column + 1)

    def _make_field(self, number: int) -> CalmSpin:
        field = CalmSpin()
        field.setRange(LEAST, MOST)
        field.setDecimals(2)
        field.setSingleStep(0.1)
        field.setKeyboardTracking(False)
        field.setAlignment(Qt.AlignmentFlag.AlignRight)
        field.setMinimumWidth(72)
        called = self._names[number] if number < len(self._names) else str(number)
        field.setAccessibleName(self.tr("Weight of class {n}").format(n=called))
        field.setToolTip(
            self.tr("How much each example of class {n} counts in the training loss.").format(
                n=called
            )
        )
        field.valueChanged.connect(lambda value: self._set(number, value))
        return field

    def _choose(self, _index: int) -> None:
        kind, now = self.choice.currentData(), self._document.training.class_weight
        if kind == "custom":
            if not isinstance(now, tuple):
                self._put((1.0,) * self._document.facts.outputs)
        else:
            self._put(kind)

    def _set(self, number: int, value: float) -> None:
        numbers = self._document.training.class_weight
        if isinstance(numbers, tuple):
            changed = (*numbers[:number], value, *numbers[number + 1 :])
            self._put(changed, merge=f"training:class_weight:{number}")

    def _put(self, chosen: ClassWeights, merge: str | None = None) -> None:
        training = self._document.training.model_copy(update={"class_weight": chosen})
        self._document.edit(self.tr("Set the class weights"), training=training, merge=merge)
