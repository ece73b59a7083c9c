"""What a crash left behind is offered when the program starts again."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from mlp_studio.storage.runs_workspace import Leftover
from mlp_studio.studio.runs import Runs
from mlp_studio.ui.runs.words import when_words


def offer_recovery(runs: Runs, window: QWidget) -> bool:
    """Ask what becomes of runs of projects that were never saved, the newest first.

    Those of saved projects come back when these are opened.

    Parameters
    ----------
    runs : Runs
        Finds and recovers them.
    window : QWidget
        Over which the question stands.

    Returns
    -------
    bool
        Whether some were recovered.
    """
    found = [left for left in runs.leftovers() if left.project is None and left.runs]
    for left in sorted(found, key=lambda left: left.runs[-1].began, reverse=True):
        answer = _ask(left, window)
        buttons = QMessageBox.StandardButton
        if answer == buttons.Open:
            runs.recover(left)
            return True
        if answer == buttons.Discard:
            left.workspace.remove()
    return False


def _ask(left: Leftover, window: QWidget) -> QMessageBox.StandardButton:
    buttons = QMessageBox.StandardButton
    last = left.runs[-1]
    box = QMessageBox(window)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(QCoreApplication.translate("Runs", "Runs were found"))
    box.setText(
        QCoreApplication.translate(
            "Runs", "MLP Studio did not end well. Unsaved runs of “{name}”: {count}."
        ).format(count=len(left.runs), name=last.project.name)
    )
    box.setInformativeText(
        QCoreApplication.translate("Runs", "The last one began at {when}. Open them again?").format(
            when=when_words(last)
        )
    )
    box.setStandardButtons(buttons.Open | buttons.Discard | buttons.Cancel)
    later = QCoreApplication.translate("Runs", "Later")
    box.button(buttons.Cancel).setText(later)
    box.setDefaultButton(buttons.Open)
    answer = QMessageBox.StandardButton(box.exec())
    box.deleteLater()
    return answer
