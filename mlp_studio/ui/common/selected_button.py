"""Says how many examples are selected, and ends the selection."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QPushButton, QWidget

from mlp_studio.studio.selection import Selection


class SelectedButton(QPushButton):
    """Hidden while nothing is selected.

    Parameters
    ----------
    selection : Selection
        What is selected.
    """

    def __init__(self, selection: Selection, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._selection = selection
        self.setProperty("role", "flat")
        self.setToolTip(self.tr("End the selection (Escape)"))
        self.clicked.connect(selection.clear)
        selection.changed.connect(self._tell)
        self._tell()

    @Slot()
    def _tell(self) -> None:
        count = len(self._selection)
        self.setText(self.tr("{count} selected ✕").format(count=f"{count:,}"))
        self.setVisible(count > 0)
