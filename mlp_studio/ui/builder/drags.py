"""What the pressed mouse can do on the canvas; one of these at a time."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QGraphicsView

from mlp_studio.ui.builder.actions import LayerActions
from mlp_studio.ui.builder.carry import Carry


class Drag(Protocol):
    """From the press of a button to its release."""

    edits: bool
    """Whether it edits the network while it goes on; another edit ends those that don't."""

    def move(self, place: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        """Follow the mouse to a place of the viewport."""

    def end(self, place: QPoint) -> None:
        """Take it that the button was released."""

    def cancel(self) -> None:
        """Make it as if nothing had been pressed."""


class LayerDrag:
    """Carries the selected layers into another gap; without a way it selects the pressed one."""

    edits = False

    def __init__(
        self, actions: LayerActions, carry: Carry, name: str, words: str, place: QPoint
    ) -> None:
        self._actions, self._carry = actions, carry
        self._name, self._words, self._from = name, words, place
        self._far = False

    def move(self, place: QPoint, _modifiers: Qt.KeyboardModifier) -> None:
        """Show where they would go."""
        way = (place - self._from).manhattanLength()
        self._far = self._far or way >= QApplication.startDragDistance()
        if self._far:
            self._carry.show(place, self._words)

    def end(self, place: QPoint) -> None:
        """Put them there."""
        gap = self._carry.gap(place)
        self._carry.hide()
        if not self._far:
            self._actions.select(self._name)
        elif gap is not None:
            self._actions.move_to(gap)

    def cancel(self) -> None:
        """Leave them where they are."""
        self._carry.hide()


class Pan:
    """Moves the canvas with the mouse."""

    edits = False

    def __init__(self, view: QGraphicsView, place: QPoint) -> None:
        self._view, self._from = view, place
        bars = view.horizontalScrollBar(), view.verticalScrollBar()
        self._values = bars[0].value(), bars[1].value()
        view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def move(self, place: QPoint, _modifiers: Qt.KeyboardModifier) -> None:
        """Keep what was under the mouse under it."""
        way = place - self._from
        self._view.horizontalScrollBar().setValue(self._values[0] - way.x())
        self._view.verticalScrollBar().setValue(self._values[1] - way.y())

    def end(self, _place: QPoint) -> None:
        """Stay there."""
        self._view.viewport().unsetCursor()

    def cancel(self) -> None:
        """Go back to where it was."""
        self.move(self._from, Qt.KeyboardModifier.NoModifier)
        self._view.viewport().unsetCursor()
