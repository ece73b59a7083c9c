"""The connection under the mouse: drawn strongly, with its weight in words."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QPointF, QRectF
from PySide6.QtWidgets import QGraphicsView

from mlp_studio.studio.document import Document
from mlp_studio.ui.builder.geometry import INPUT, Column
from mlp_studio.ui.builder.hits import curve_at
from mlp_studio.ui.builder.scene import NetworkScene
from mlp_studio.ui.builder.weights import weight_between


class LinkHover(QObject):
    """Tells the weight of a connection between layers whose units are all drawn.

    Parameters
    ----------
    document : Document
        Whose weights are told; they may change while the mouse rests.
    scene : NetworkScene
        Shows it.
    view : QGraphicsView
        Where the mouse is.
    """

    def __init__(self, document: Document, scene: NetworkScene, view: QGraphicsView) -> None:
        super().__init__(view)
        self._document, self._scene, self._view = document, scene, view
        self._place: QPoint | None = None
        document.snapshot_changed.connect(self._again)

    def hover(self, place: QPoint | None) -> None:
        """Show the connection at a place of the viewport; None where there is none."""
        self._place = place
        found = None if place is None else self._find(place)
        if place is None or found is None:
            self._hide()
            return
        source, target, i, j = found
        weight = weight_between(self._document.snapshot, source, target, i, j)
        if weight is None:
            self._hide()
            return
        self._scene.stroke.show_curve(source, target, i, j, weight)
        words = self.tr("{source} → {target}: {weight}").format(
            source=self._unit(source, i),
            target=self._unit(target, j),
            weight=f"{weight:+.3f}".replace("-", "−"),
        )
        free = QRectF(self._view.viewport().rect()).translated(-QPointF(place))
        self._scene.pill.show_at(self._view.mapToScene(place), words, free.adjusted(6, 6, -6, -6))

    def _hide(self) -> None:
        if self._scene.stroke.isVisible():
            self._scene.stroke.setVisible(False)
            self._scene.pill.setVisible(False)

    def _again(self, _snapshot: object) -> None:
        if self._place is not None:
            self.hover(self._place)

    def _find(self, place: QPoint) -> tuple[Column, Column, int, int] | None:
        if self._document.snapshot is None:
            return None
        point, layout = self._view.mapToScene(place), self._scene.layout
        if layout.column_at(point.x(), point.y()) is not None and self._on_core(point):
            return None
        for first, second in layout.links:
            source, target = layout.columns[first], layout.columns[second]
            if source.x < point.x() < target.x:
                if source.elided or target.elided:
                    return None
                found = curve_at(source, target, point.x(), point.y())
                return None if found is None else (source, target, *found)
        return None

    def _on_core(self, point: QPointF) -> bool:
        return any(
            abs(point.x() - column.x) <= column.radius + 2 for column in self._scene.layout.columns
        )

    def _unit(self, column: Column, place: int) -> str:
        number = column.shown[place] + 1
        if column.cell.key == INPUT:
            return self.tr("input {number}").format(number=number)
        return f"{column.cell.name} {number}"
