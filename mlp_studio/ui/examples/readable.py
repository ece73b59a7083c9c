"""What the plots of examples have in common: something is marked while it is read."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from mlp_studio.ui.theme import Theme


class Readable(QWidget):
    """A plot that is read by mouse and has keys of its own.

    Parameters
    ----------
    theme : Theme
        The look in force.
    name : str
        What is shown, for screen readers.
    """

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._marked = -1
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(name)

    @property
    def marked(self) -> int:
        """What is pointed at, or −1."""
        return self._marked

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and self._marked >= 0:
            return True  # the card says more, and the tooltip would hide it
        return super().event(event)
