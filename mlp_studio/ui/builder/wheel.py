"""The wheel over the canvas: zooms, changes units, or goes along the network."""

from __future__ import annotations

import time
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QGraphicsView

from mlp_studio.ui.builder.actions import LayerActions
from mlp_studio.ui.builder.hits import core
from mlp_studio.ui.builder.pointing import Pointing
from mlp_studio.ui.builder.zoom import Zoom

NOTCH = 120  # what a wheel tells for one notch, in eighths of a degree
CALM_S = 0.4  # after this long without the wheel it may do something else

Task = Literal["pan", "units"]


class Wheel:
    """Decides what a turn of the wheel is for.

    With Ctrl it zooms. Over a layer's neurons or band it makes the layer's number larger
    or smaller; elsewhere, sideways, or with Shift it goes along the network. What a turn
    has begun it goes on with, whatever comes under the mouse.
    """

    def __init__(
        self, view: QGraphicsView, zoom: Zoom, pointing: Pointing, actions: LayerActions
    ) -> None:
        self._view, self._zoom = view, zoom
        self._pointing, self._actions = pointing, actions
        self._task: Task = "pan"
        self._last = float("-inf")
        self._turned = 0

    def turn(self, event: QWheelEvent) -> bool:
        """Do what a turn is for; tell whether there was anything to do."""
        delta, modifiers = event.angleDelta(), event.modifiers()
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            self._zoom.by(1.0015 ** delta.y(), event.position().toPoint())
            return True
        now = time.monotonic()
        if now - self._last > CALM_S:
            self._task, self._turned = "units", 0
        self._last = now
        sideways = bool(modifiers & Qt.KeyboardModifier.ShiftModifier) or not delta.y()
        name = None if sideways else self._layer(event)
        if self._task == "units" and name is not None:
            self._change(name, delta.y())
            return True
        self._task = "pan"
        return self._pan(delta.x(), delta.y(), sideways=sideways)

    def _layer(self, event: QWheelEvent) -> str | None:
        place = event.position().toPoint()
        column, point = self._pointing.column_at(place), self._view.mapToScene(place)
        if column is None or not core(column).contains(point.x(), point.y()):
            return None
        name = self._pointing.layer_at(place)
        return name if name is not None and self._actions.steps(name) else None

    def _change(self, name: str, delta: int) -> None:
        self._turned += delta
        notches = int(self._turned / NOTCH)  # fine wheels tell parts of a notch
        self._turned -= notches * NOTCH
        for _ in range(abs(notches)):
            self._actions.step_layer(name, 1 if notches > 0 else -1)

    def _pan(self, x: int, y: int, *, sideways: bool) -> bool:
        across, down = self._view.horizontalScrollBar(), self._view.verticalScrollBar()
        if down.maximum() > 0 and not sideways:
            down.setValue(down.value() - y)
            across.setValue(across.value() - x)
            return True
        if across.maximum() <= 0:
            return False
        across.setValue(across.value() - (x or y))  # nothing above or below
        return True
