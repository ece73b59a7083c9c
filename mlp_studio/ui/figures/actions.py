"""What the window's menu does about figures."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Slot
from PySide6.QtWidgets import QTabWidget, QWidget

from mlp_studio.core.errors import StudioError
from mlp_studio.core.events import RunStarted
from mlp_studio.ui.figures.dialog import FiguresDialog
from mlp_studio.ui.figures.gather import content_of
from mlp_studio.ui.window.actions import Entry
from mlp_studio.ui.window.parts import Parts


class FiguresActions(QObject):
    """Opens the dialog of figures for what is in front.

    Parameters
    ----------
    parts : Parts
        The window's parts.
    window : QWidget
        Over which the dialog opens.
    """

    def __init__(self, parts: Parts, window: QWidget) -> None:
        super().__init__(window)
        self._parts, self._window = parts, window
        self._device = ""
        self._tabs: QTabWidget | None = None
        self._kinds: dict[QWidget, str] = {}
        self.dialog: FiguresDialog | None = None
        parts.training.run_started.connect(self._on_started)

    def entries(self) -> list[Entry]:
        """Return the menu's entries."""
        return [
            Entry(
                "figures",
                QCoreApplication.translate("FiguresActions", "Export &figures and report…"),
                QCoreApplication.translate(
                    "FiguresActions", "Curves, matrices and all other plots for papers and hand-ins"
                ),
                "Ctrl+Shift+E",
                self.open,
            )
        ]

    def follow(self, tabs: QTabWidget, kinds: dict[QWidget, str]) -> None:
        """Have the figures of the tab in front ticked; `kinds` names those of each tab."""
        self._tabs, self._kinds = tabs, kinds

    def open(self) -> None:
        """Open the dialog."""
        p = self._parts
        try:
            content = content_of(p.document, p.store, p.training)
        except StudioError as error:
            p.messages.report(error)
            return
        if self.dialog is None:  # made when first asked for
            self.dialog = FiguresDialog(p.jobs, p.messages, p.theme, self._window)
        front = self._tabs.currentWidget() if self._tabs is not None else None
        self.dialog.begin(content, self._device, self._kinds.get(front, "") if front else "")

    @Slot(object)
    def _on_started(self, event: RunStarted) -> None:
        self._device = event.device
