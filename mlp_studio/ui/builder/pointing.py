"""What lies under the mouse, and how the canvas shows that it can be pressed."""

from __future__ import annotations

import math

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QGraphicsView

from mlp_studio.ui.builder.geometry import INPUT, Column
from mlp_studio.ui.builder.hits import EDGE_REACH, edge_at, unit_at
from mlp_studio.ui.builder.marks import PLUS_RADIUS
from mlp_studio.ui.builder.scene import NetworkScene


class Pointing:
    """Finds the column, layer or gap at a place of a view, and follows the mouse over them."""

    def __init__(self, scene: NetworkScene, view: QGraphicsView) -> None:
        self._scene = scene
        self._view = view
        self._gap: int | None = None
        self._edge: int | None = None

    def hover(self, place: QPoint | None) -> None:
        """Show what can be pressed where the mouse is; None where it has left."""
        number = gap = edge = None
        over_plus = False
        if place is not None:
            point, layout = self._view.mapToScene(place), self._scene.layout
            gap = layout.gap_at(point.x(), point.y())
            over_plus = gap is not None and self._near_plus(gap, point)
            number = layout.column_at(point.x(), point.y())
            edge = None if over_plus else edge_at(layout, point.x(), point.y(), self._reach())
            gap = gap if edge is None else None
        if gap != self._gap:
            self._gap = gap
            self._scene.show_plus(gap)
        if edge != self._edge:
            self._edge = edge
            self._scene.show_edge(edge)
        on_layer = number is not None and number > 0 and not over_plus
        self._scene.set_hovered(edge if edge is not None else number if on_layer else None)
        shape = Qt.CursorShape.ArrowCursor
        if edge is not None:
            shape = Qt.CursorShape.SizeHorCursor
        elif over_plus or on_layer:
            shape = Qt.CursorShape.PointingHandCursor
        viewport = self._view.viewport()
        if viewport.cursor().shape() != shape:
            viewport.setCursor(shape)

    def refresh(self) -> None:
        """Have the marks follow a new layout."""
        gap, edge = self._gap, self._edge
        count = len(self._scene.layout.columns)
        self._scene.show_plus(gap if gap is not None and gap < count else None)
        self._scene.show_edge(edge if edge is not None and edge < count else None)

    def plus_at(self, place: QPoint) -> int | None:
        """Return the gap whose plus is shown at a place."""
        if self._gap is None:
            return None
        return self._gap if self._near_plus(self._gap, self._view.mapToScene(place)) else None

    def edge_at(self, place: QPoint) -> str | None:
        """Return the layer whose edge is at a place."""
        if self.plus_at(place) is not None:
            return None
        point, layout = self._view.mapToScene(place), self._scene.layout
        number = edge_at(layout, point.x(), point.y(), self._reach())
        return None if number is None else layout.columns[number].cell.key

    def column_at(self, place: QPoint) -> Column | None:
        """Return the column at a place, the input's too."""
        point, layout = self._view.mapToScene(place), self._scene.layout
        number = layout.column_at(point.x(), point.y())
        return None if number is None else layout.columns[number]

    def unit_at(self, place: QPoint) -> tuple[Column, int] | None:
        """Return the neuron at a place: its column, and which of those drawn it is."""
        point, layout = self._view.mapToScene(place), self._scene.layout
        found = unit_at(layout, point.x(), point.y())
        return None if found is None else (layout.columns[found[0]], found[1])

    def layer_at(self, place: QPoint) -> str | None:
        """Return the name of the layer at a place."""
        column = self.column_at(place)
        return None if column is None or column.cell.key == INPUT else column.cell.key

    def _reach(self) -> float:
        """How near the edge the mouse must be: as many pixels at every scale."""
        return EDGE_REACH / max(0.5, self._view.transform().m11())

    def _near_plus(self, gap: int, point: QPointF) -> bool:
        layout = self._scene.layout
        away = math.hypot(point.x() - layout.gap_x(gap), point.y() - layout.middle)
        return away <= PLUS_RADIUS + 2
