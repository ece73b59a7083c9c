"""Chooses which part of the examples is shown."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QWidget

from mlp_studio.analysis.examples import Examples, PartName
from mlp_studio.ui.common.fields import CalmCombo

ARROW = 46  # pixels of the frame and the arrow


class PartChoice(CalmCombo):
    """All examples, or those of a part."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Part of the examples"))
        self.setToolTip(self.tr("Which part of the examples is shown."))

    @property
    def part(self) -> PartName | None:
        """The part that is chosen; None for all."""
        data = self.currentData()
        return data if data in {"train", "validation", "test"} else None

    def offer(self, examples: Examples) -> None:
        """Offer the parts that there are; the choice stays where it can."""
        titles: dict[PartName, str] = {
            "train": self.tr("Training examples"),
            "validation": self.tr("Validation examples"),
            "test": self.tr("Test examples"),
        }
        chosen = self.part
        with QSignalBlocker(self):
            self.clear()
            self.addItem(self.tr("All examples"), None)
            for name in examples.parts:
                self.addItem(titles[name], name)
            self.setCurrentIndex(max(0, self.findData(chosen)) if chosen else 0)
        # The style's own hint is that of when it was first shown.
        words = (self.itemText(k) for k in range(self.count()))
        self.setMinimumWidth(max(map(self.fontMetrics().horizontalAdvance, words)) + ARROW)
