"""A rectangle drawn over the canvas selects the layers it touches."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtWidgets import QApplication, QGraphicsView

from mlp_studio.studio.document import Document
from mlp_studio.ui.builder.geometry import Rect
from mlp_studio.ui.builder.hits import layers_in
from mlp_studio.ui.builder.scene import NetworkScene


class RubberBand:
    """Begins on empty canvas; a press without a way selects nothing.

    The layers it would select are shown at once, and selected at the end: the document
    hears of one selection only.

    Parameters
    ----------
    document : Document
        Where layers are selected.
    scene : NetworkScene
        Shows the rectangle.
    view : QGraphicsView
        Where the mouse is.
    place : QPoint
        Where it begins.
    adding : bool
        Whether what is selected stays so.
    """

    edits = False

    def __init__(
        self,
        document: Document,
        scene: NetworkScene,
        view: QGraphicsView,
        place: QPoint,
        *,
        adding: bool,
    ) -> None:
        self._document, self._scene, self._view = document, scene, view
        self._from = view.mapToScene(place)
        self._pressed_at = place
        self._before = document.selection if adding else ()
        self._far = False

    def move(self, place: QPoint, _modifiers: Qt.KeyboardModifier) -> None:
        """Follow the mouse."""
        way = (place - self._pressed_at).manhattanLength()
        self._far = self._far or way >= QApplication.startDragDistance()
        if not self._far:
            return
        at = self._view.mapToScene(place)
        self._scene.band.show_from(self._from, at)
        self._scene.show_state(self._touched(at))

    def end(self, place: QPoint) -> None:
        """Select what is touched."""
        self._scene.band.hide()
        self._document.select(
            self._touched(self._view.mapToScene(place)) if self._far else self._before
        )
        self._scene.show_state()

    def cancel(self) -> None:
        """Leave the selection as it was."""
        self._scene.band.hide()
        self._scene.show_state()

    def _touched(self, at: QPointF) -> tuple[str, ...]:
        box = QRectF(self._from, at).normalized()
        rectangle = Rect(box.x(), box.y(), box.width(), box.height())
        found = layers_in(self._scene.layout, rectangle)
        return (*self._before, *(name for name in found if name not in self._before))
