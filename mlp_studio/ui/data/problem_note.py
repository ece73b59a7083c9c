"""What is wrong with a setting, right beneath it, with the repair."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from mlp_studio.core.check import Problem
from mlp_studio.core.problem import Setting
from mlp_studio.studio.document import Document
from mlp_studio.studio.language import render

LONGEST = 26  # letters of a repair that fit into the panel's width


class ProblemNote(QFrame):
    """Shows the problem of one training setting; hidden while there is none.

    Parameters
    ----------
    document : Document
        Whose problems are shown and mended.
    setting : str
        Which of them.
    """

    def __init__(self, document: Document, setting: Setting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._setting = setting
        self._problem: Problem | None = None
        self.setProperty("role", "trouble")
        self.setObjectName(f"problem_{setting}")
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.repair = QPushButton()
        self.repair.setProperty("role", "link")
        self.repair.setCursor(Qt.CursorShape.PointingHandCursor)
        self.repair.clicked.connect(self._mend)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 6, 10, 6)
        layout.setSpacing(2)
        layout.addWidget(self.words)
        layout.addWidget(self.repair, 0, Qt.AlignmentFlag.AlignLeft)
        document.problems_changed.connect(self.synchronize)
        self.synchronize(document.problems)

    def synchronize(self, problems: tuple[Problem, ...]) -> None:
        """Show the first of these that is about the setting."""
        found = next((problem for problem in problems if problem.setting == self._setting), None)
        self._problem = found
        self.setVisible(found is not None)
        if found is None:
            return
        self.words.setText(f"{render(found.what)} {render(found.remedy)}")
        self.setAccessibleName(self.words.text())
        self.repair.setVisible(found.repair is not None)
        if found.repair is not None:
            label = render(found.repair.label)
            self.repair.setToolTip(label)
            self.repair.setAccessibleName(label)
            self.repair.setText(self.tr("Mend this") if len(label) > LONGEST else label)

    def _mend(self) -> None:
        repair = self._problem.repair if self._problem is not None else None
        if repair is not None:
            self._document.edit(
                render(repair.label), network=repair.network, training=repair.training
            )
