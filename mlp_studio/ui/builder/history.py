"""The undo history as a list: every step by its name, a click goes there."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QUndoView, QVBoxLayout, QWidget

from mlp_studio.studio.document import Document
from mlp_studio.ui.common.beside import Beside


class HistoryWindow(Beside):
    """Stays open beside the window; arrow keys walk through the steps.

    Parameters
    ----------
    document : Document
        Whose edits are listed.
    """

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Undo history"))
        words = QLabel(self.tr("Click a step to go back or forth to the design after it."))
        words.setProperty("role", "secondary")
        words.setWordWrap(True)
        self.steps = QUndoView(document.undo_stack)
        self.steps.setEmptyLabel(self.tr("As it was opened"))
        self.steps.setAccessibleName(self.tr("Steps"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        for widget in (words, self.steps, self.buttons):
            layout.addWidget(widget)

    def sizeHint(self) -> QSize:
        return QSize(360, 440)
