"""What lies under the mouse, and how the canvas shows that it can be pressed."""

from __future__ import annotations

import math

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QGraphicsView

from mlp_studio.ui.builder.geometry import INPUT, Column
from mlp_studio.ui.builder.marks import PLUS_RADIUS
from mlp_studio.ui.builder.scene import NetworkScene


class Pointing:
    """Finds the column, layer or gap at a place of a view, and follows the mouse over them."""

    def __init__(self, scene: NetworkScene, view: QGraphicsView) -> None:
        self._scene = scene
        self._view = view
        self._gap: int | None = None

    def hover(self, place: QPoint | None) -> None:
        """Show what can be pressed where the mouse is; None where it has left."""
        number = gap = None
        if place is not None:
            point, layout = self._view.mapToScene(place), self._scene.layout
            gap = layout.gap_at(point.x(), point.y())
            number = layout.column_at(point.x(), point.y())
        if gap != self._gap:
            self._gap = gap
            self._scene.show_plus(gap)
        over_plus = gap is not None and place is not None and self._on_plus(place)
        on_layer = number is not None and number > 0 and not over_plus
        self._scene.set_hovered(number if on_layer else None)
        pointing = over_plus or on_layer
        shape = Qt.CursorShape.PointingHandCursor if pointing else Qt.CursorShape.ArrowCursor
        viewport = self._view.viewport()
        if viewport.cursor().shape() != shape:
            viewport.setCursor(shape)

    def plus_at(self, place: QPoint) -> int | None:
        """Return the gap whose plus is shown at a place."""
        return self._gap if self._gap is not None and self._on_plus(place) else None

    def column_at(self, place: QPoint) -> Column | None:
        """Return the column at a place, the input's too."""
        point, layout = self._view.mapToScene(place), self._scene.layout
        number = layout.column_at(point.x(), point.y())
        return None if number is None else layout.columns[number]

    def layer_at(self, place: QPoint) -> str | None:
        """Return the name of the layer at a place."""
        column = self.column_at(place)
        return None if column is None or column.cell.key == INPUT else column.cell.key

    def _on_plus(self, place: QPoint) -> bool:
        offset = self._view.mapToScene(place) - self._scene.plus.pos()
        return math.hypot(offset.x(), offset.y()) <= PLUS_RADIUS + 2
