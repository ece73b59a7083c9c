"""How ink is told from paper, chosen by hand where the program chose badly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from mlp_studio.digits.photo_work import PhotoChoice
from mlp_studio.ui.common.fields import NumberRow, caption
from mlp_studio.ui.photo.buttons import flat


class Either(QWidget):
    """A few buttons side by side, one of which is pressed.

    Parameters
    ----------
    name : str
        What is chosen, for those who hear the window.
    ways : sequence of (str, str, str)
        Of each button its key, its label and its tip.

    Signals
    -------
    chosen(str)
        A person pressed the button with this key.
    """

    chosen = Signal(str)

    def __init__(
        self, name: str, ways: Sequence[tuple[str, str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for key, label, tip in ways:
            button = flat(label, tip)
            button.setCheckable(True)
            self._group.addButton(button)
            self.buttons[key] = button
            row.addWidget(button)
        row.addStretch(1)
        self._group.buttonClicked.connect(self._clicked)

    def show_choice(self, key: str) -> None:
        """Press a button without telling it on."""
        self.buttons[key].setChecked(True)

    def _clicked(self, pressed: object) -> None:
        self.chosen.emit(next(key for key, button in self.buttons.items() if button is pressed))


class ChoicesForm(QWidget):
    """Threshold, its correction, and the kind of ink.

    Signals
    -------
    changed(PhotoChoice, str)
        A person chose otherwise; changes with the same key are undone together.
    """

    changed = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choice = PhotoChoice()
        self.threshold = Either(
            self.tr("Threshold"),
            (
                ("otsu", self.tr("Otsu"), self.tr("One level parts all ink from all paper.")),
                (
                    "adaptive",
                    self.tr("Adaptive"),
                    self.tr("The level follows the surroundings of each pixel (Sauvola)."),
                ),
            ),
        )
        self.ink = Either(
            self.tr("Ink"),
            (
                ("found", self.tr("As found"), self.tr("There is less ink than paper.")),
                ("dark", self.tr("Dark"), self.tr("The ink is darker than the paper.")),
                ("light", self.tr("Bright"), self.tr("The ink is brighter than the paper.")),
            ),
        )
        self.shift = NumberRow(
            self.tr("Correction"),
            self.tr("To the left fainter lines are ink too; to the right only the darkest."),
            -1.0,
            1.0,
            decimals=2,
        )
        self.shift.set_default(0.0)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(4)
        grid.addWidget(caption(self.tr("Threshold")), 0, 0)
        grid.addWidget(self.threshold, 0, 1)
        grid.addWidget(caption(self.tr("Ink")), 1, 0)
        grid.addWidget(self.ink, 1, 1)
        grid.setColumnMinimumWidth(0, 88)
        grid.setColumnStretch(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(grid)
        layout.addWidget(self.shift)
        self.threshold.chosen.connect(lambda key: self._choose("", threshold=key))
        self.ink.chosen.connect(lambda key: self._choose("", ink=key))
        self.shift.value_changed.connect(lambda value: self._choose("shift", shift=value))

    def show_choice(self, choice: PhotoChoice) -> None:
        """Show what is chosen, without telling it on."""
        self._choice = choice
        self.threshold.show_choice(choice.threshold)
        self.ink.show_choice(choice.ink)
        self.shift.set_value(choice.shift)

    def _choose(self, key: str, **changes: object) -> None:
        self.changed.emit(replace(self._choice, **changes), key)  # type: ignore[arg-type]
