"""The rarer properties of Dense layers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import get_args

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QWidget,
)

from mlp_studio.core.layers import (
    BiasConstraintName,
    BiasInitializerName,
    ConstraintName,
    Dense,
    InitializerName,
)
from mlp_studio.ui.builder import about, values
from mlp_studio.ui.builder.fields import Field
from mlp_studio.ui.common.fields import CalmCombo, caption
from mlp_studio.ui.common.reset import RESET_WIDTH, reset_button
from mlp_studio.ui.theme import Theme

NUMBER_WIDTH = 64
NAMES_WIDTH = 96  # of the first column


class DenseDetails(QWidget):
    """Initializers, penalties, constraints and freezing of the selected Dense layers.

    Parameters
    ----------
    commit : callable
        Sets a field of the selected layers; raises a `StudioError` when it can't.
    reset : callable
        Resets fields of the selected layers, under a name.
    theme : Theme
        For the frame of what can't be taken over.

    Signals
    -------
    resized()
        It needs more room, or less.
    """

    resized = Signal()

    def __init__(
        self,
        commit: Callable[[str, object], None],
        reset: Callable[[Iterable[str], str], None],
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._commit = commit
        self._reset = reset
        self._theme = theme
        self._layers: Sequence[Dense] = ()
        self._numbers: dict[str, Field] = {}
        self._choices: dict[str, CalmCombo] = {}
        self._backs: list[tuple[QPushButton, tuple[str, ...]]] = []
        self.setObjectName("dense_details")
        self.frozen = QCheckBox(self.tr("Frozen"))
        self.words = QLabel()
        self._help = ("", "")
        self._build()

    def field(self, name: str) -> Field:
        """Return the field of a number, such as ``"bias_l1"``."""
        return self._numbers[name]

    def choice(self, name: str) -> CalmCombo:
        """Return the list of a choice, such as ``"kernel_initializer"``."""
        return self._choices[name]

    def synchronize(self, layers: Sequence[Dense]) -> None:
        """Show these layers."""
        self._layers = layers
        if not layers:
            return
        for field, box in self._numbers.items():
            known = {values.shown(field, values.number(layer, field) or 0.0) for layer in layers}
            box.show_text(known.pop() if len(known) == 1 else "")
        for field, combo in self._choices.items():
            chosen = {getattr(layer, field) for layer in layers}
            with QSignalBlocker(combo):
                combo.setCurrentIndex(combo.findData(chosen.pop()) if len(chosen) == 1 else -1)
        bound = any(layer.kernel_constraint == "max_norm" for layer in layers)
        self._numbers["max_norm"].setEnabled(bound)
        biased = any(layer.use_bias for layer in layers)
        for name in ("bias_l1", "bias_l2"):
            self._numbers[name].setEnabled(biased)
        for name in ("bias_initializer", "bias_constraint"):
            self._choices[name].setEnabled(biased)
        self.frozen.setChecked(not any(layer.trainable for layer in layers))
        for back, fields in self._backs:
            back.setVisible(
                any(
                    about.value_of(layer, field) != about.default_of(layer, field)
                    for layer in layers
                    for field in fields
                )
            )

    def hush(self) -> None:
        """Take the sentence about what could not be taken over away."""
        self.words.hide()
        self.resized.emit()

    # --- building ----------------------------------------------------------------------

    def _build(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnMinimumWidth(0, NAMES_WIDTH)
        grid.setColumnMinimumWidth(4, RESET_WIDTH)
        for column, words in enumerate((self.tr("Weights"), self.tr("Biases"), self.tr("Outputs"))):
            grid.addWidget(caption(words), 0, column + 1)
        self._label(grid, 1, self.tr("Initializer"), self.tr("How new weights are drawn."))
        self._back(grid, 1, self.tr("Initializer"), "kernel_initializer", "bias_initializer")
        self._choice(
            grid,
            1,
            1,
            "kernel_initializer",
            get_args(InitializerName),
            self.tr("Weight initializer"),
        )
        self._choice(
            grid,
            1,
            2,
            "bias_initializer",
            get_args(BiasInitializerName),
            self.tr("Bias initializer"),
        )
        self._label(
            grid,
            2,
            self.tr("Penalty"),
            self.tr("L1 makes many of them 0; L2 keeps all of them small."),
        )
        self._back(grid, 2, self.tr("Penalty"), "bias_l1", "bias_l2", "activity_l1", "activity_l2")
        weights = QLabel(self.tr("L1 and L2 in the row below"))
        weights.setProperty("role", "caption")
        grid.addWidget(weights, 2, 1)
        self._penalties(
            grid, 2, 2, ("bias_l1", self.tr("Bias L1")), ("bias_l2", self.tr("Bias L2"))
        )
        self._penalties(
            grid,
            2,
            3,
            ("activity_l1", self.tr("Activity L1")),
            ("activity_l2", self.tr("Activity L2")),
        )
        self._label(grid, 3, self.tr("Constraint"), self.tr("Applied after every training step."))
        self._back(grid, 3, self.tr("Constraint"), "kernel_constraint", "bias_constraint")
        self._choice(
            grid, 3, 1, "kernel_constraint", get_args(ConstraintName), self.tr("Weight constraint")
        )
        self._choice(
            grid, 3, 2, "bias_constraint", get_args(BiasConstraintName), self.tr("Bias constraint")
        )
        self._label(
            grid,
            4,
            self.tr("Largest norm"),
            self.tr("With max_norm: the largest length of a unit's incoming weights."),
        )
        self._back(grid, 4, self.tr("Largest norm"), "max_norm")
        largest = self._number("max_norm", self.tr("Largest norm"))
        grid.addWidget(largest, 4, 1, Qt.AlignmentFlag.AlignLeft)
        self.frozen.setToolTip(self.tr("A frozen layer keeps its weights while others learn."))
        self.frozen.setObjectName("frozen")
        self.frozen.clicked.connect(self._freeze)
        grid.addWidget(self.frozen, 4, 2)
        self.words.setProperty("role", "warning")
        self.words.setWordWrap(True)
        self.words.hide()
        grid.addWidget(self.words, 5, 0, 1, 5)

    def _label(self, grid: QGridLayout, row: int, words: str, tip: str) -> None:
        label = QLabel(words)
        label.setProperty("role", "secondary")
        label.setToolTip(tip)
        grid.addWidget(label, row, 0)
        self._help = words, tip

    def _back(self, grid: QGridLayout, row: int, words: str, *fields: str) -> None:
        back = reset_button(words, self.tr("Back to the defaults"))
        back.setObjectName(f"reset_{fields[0]}")
        back.clicked.connect(lambda: self._reset(fields, words))
        self._backs.append((back, fields))
        grid.addWidget(back, row, 4)

    def _tip(self, widget: QWidget, field: str) -> None:
        """Say what a field is, its range and its default."""
        words, tip = self._help
        widget.setToolTip(about.tip(f"{words}. {tip}", Dense(), field))

    def _choice(
        self, grid: QGridLayout, row: int, column: int, field: str, names: Sequence[str], label: str
    ) -> None:
        combo = CalmCombo()
        for name in names:
            combo.addItem(self.tr("none") if name == "none" else name, name)
        combo.setObjectName(field)
        combo.setAccessibleName(label)
        combo.activated.connect(self._chooser(field))
        self._choices[field] = combo
        self._tip(combo, field)
        grid.addWidget(combo, row, column)

    def _penalties(
        self, grid: QGridLayout, row: int, column: int, *fields: tuple[str, str]
    ) -> None:
        pair = QHBoxLayout()
        pair.setSpacing(6)
        for (field, label), short in zip(fields, ("L1", "L2"), strict=True):
            words = QLabel(short)
            words.setProperty("role", "caption")
            pair.addWidget(words)
            pair.addWidget(self._number(field, label))
        pair.addStretch(1)
        grid.addLayout(pair, row, column)

    def _number(self, field: str, label: str) -> Field:
        box = Field(self._setter(field), self._theme)
        box.setFixedWidth(NUMBER_WIDTH)
        box.setObjectName(field)
        box.setAccessibleName(label)
        box.stepped.connect(self._stepper(field))
        box.refused.connect(self._tell)
        box.accepted.connect(self.hush)
        self._numbers[field] = box
        self._tip(box, field)
        return box

    # --- editing -----------------------------------------------------------------------

    def _chooser(self, field: str) -> Callable[[int], None]:
        def choose(index: int) -> None:
            self._commit(field, self._choices[field].itemData(index))

        return choose

    def _setter(self, field: str) -> Callable[[str], None]:
        def set_typed(typed: str) -> None:
            self._commit(field, values.parsed(field, typed))

        return set_typed

    def _stepper(self, field: str) -> Callable[[int], None]:
        def step(direction: int) -> None:
            if self._layers:
                value = values.number(self._layers[0], field) or 0.0
                self._commit(field, values.next_value(field, value, direction))

        return step

    def _freeze(self, checked: bool) -> None:
        self._commit("trainable", not checked)

    def _tell(self, words: str) -> None:
        self.words.setText(words)
        self.words.show()
        self.resized.emit()
