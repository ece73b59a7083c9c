"""How the tool bar gives way, step by step, where the window is narrow."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

PROGRESS = 170  # pixels that the progress keeps before anything gives way
FULL, CHIP, SIGNS, NAME, MENU = range(5)  # each step also has those before it


class ActionButton(QPushButton):
    """Shows an action: its words, its sign alone, or another sign.

    Parameters
    ----------
    action : QAction
        A click triggers it; words that begin with a sign can be shown as the sign alone.
    glyph : str
        Shown in place of its words.
    """

    def __init__(self, action: QAction, glyph: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._action = action
        self._glyph = glyph
        self._short = False
        self.setObjectName(f"button_{action.objectName()}")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    @property
    def action(self) -> QAction:
        """What a click does."""
        return self._action

    def shorten(self, short: bool) -> None:
        """Show the sign alone, or all words."""
        if short != self._short:
            self._short = short
            self._follow()

    def _follow(self) -> None:
        action = self._action
        words = action.text()
        self.setText(self._glyph or (words.split()[0] if self._short else words))
        self.setToolTip(action.toolTip())
        self.setAccessibleName(words)
        self.setEnabled(action.isEnabled())


class MoreButton(QPushButton):
    """Opens a menu with the actions there is no room for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("⋯", parent)
        self.setObjectName("button_more")
        self.setProperty("role", "flat")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("More"))
        self.setToolTip(self.tr("What the tool bar has no room for"))
        self.menu_of_rest = QMenu(self)
        # Not QPushButton.setMenu: it would draw an arrow beside the dots.
        self.clicked.connect(self._open)
        self.hide()

    def offer(self, actions: list[QAction]) -> None:
        """Offer these actions; without any there is no button."""
        self.menu_of_rest.clear()
        self.menu_of_rest.addActions(actions)
        self.setVisible(bool(actions))

    def _open(self) -> None:
        self.menu_of_rest.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))
