"""A column's edge in the hand: the units follow the mouse."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QGraphicsView

from mlp_studio.core.layers import Dense
from mlp_studio.studio.document import Document
from mlp_studio.ui.builder.commands import Step
from mlp_studio.ui.builder.gestures import carry_out
from mlp_studio.ui.builder.scene import NetworkScene
from mlp_studio.ui.builder.sizing import dragged_units, set_units

MANY_LINKS = 12  # of which painting all with care takes longer than a frame
LIGHT = 1_000_000  # trained parameters that are carried over while dragging; more at the end


class EdgeDrag:
    """Changes the units of a layer, and of those selected with it, in one step of undo.

    Parameters
    ----------
    document : Document
        What is edited.
    scene : NetworkScene
        Shows the number.
    view : QGraphicsView
        Where the mouse is.
    name : str
        The layer.
    place : QPoint
        Where its edge was taken hold of.
    session : int
        Tells this drag from others.
    """

    edits = True  # it goes on when the network changes: it is what changes it

    def __init__(
        self,
        document: Document,
        scene: NetworkScene,
        view: QGraphicsView,
        name: str,
        place: QPoint,
        session: int,
    ) -> None:
        self._document, self._scene, self._view = document, scene, view
        self._name, self._from, self._session = name, place, session
        self._select = document.selection if name in document.selection else (name,)
        network = document.network
        layers = (network.layer(layer) for layer in self._select)
        self._units = {layer.name: layer.units for layer in layers if isinstance(layer, Dense)}
        self._start = self._now = network
        # Carrying millions of weights over takes longer than a frame.
        self._heavy = document.snapshot is not None and network.parameters > LIGHT
        self._wanted: Step | None = None

    def move(self, place: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        """Follow the mouse."""
        if self._document.network is not self._now:
            return  # something else was done meanwhile: this drag has had its day
        way = place.x() - self._from.x()
        single = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        units = {
            name: dragged_units(before, way, single=single) for name, before in self._units.items()
        }
        step = set_units(self._start, units, self._select)
        self._wanted = step
        if not self._heavy:
            self._carry_out()
        self._show(units[self._name], place)

    def end(self, _place: QPoint) -> None:
        """Leave the units as they are."""
        self._scene.pill.hide()
        if self._document.network is self._now:
            self._carry_out()
        self._document.select(self._select)

    def _carry_out(self) -> None:
        step = self._wanted
        if step is not None and step.network != self._now:
            if len(self._scene.links) > MANY_LINKS:
                self._scene.hurry()  # all columns may move
            carry_out(self._document, step, self._session)
            self._now = self._document.network

    def cancel(self) -> None:
        """Take the edit back, as if the edge had never been touched."""
        self._scene.pill.hide()
        if self._document.network is self._now and self._now != self._start:
            self._document.withdraw()

    def _show(self, units: int, place: QPoint) -> None:
        before = self._units[self._name]
        words = f"{before:,} → {units:,}" if units != before else f"{units:,}"
        self._scene.pill.show_at(self._view.mapToScene(place), words)
