"""A layer in the hand: where it would go, and scrolling at the canvas's edges."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtWidgets import QGraphicsView

from mlp_studio.ui.builder.scene import NetworkScene

EDGE, STEP, EVERY_MS = 28, 14, 30  # dragging this near an edge scrolls this far, this often


class Carry(QObject):
    """Marks the gap that something dragged over a view would be dropped into."""

    def __init__(self, scene: NetworkScene, view: QGraphicsView) -> None:
        super().__init__(view)
        self._scene = scene
        self._view = view
        self._place, self._words = QPoint(), ""
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(EVERY_MS)
        self._again.timeout.connect(self._repeat)

    def show(self, place: QPoint, words: str) -> None:
        """Mark where something dragged to `place` would go; scroll near the edges."""
        self._place, self._words = place, words
        gap = self.gap(place)
        if gap is None:
            self.hide()
            return
        if self._scroll(place.x()):
            self._again.start()  # also while the mouse rests there
        self._scene.show_plus(None)
        self._scene.show_mark(gap, self._view.mapToScene(place), words)

    def hide(self) -> None:
        """Take the mark away."""
        self._again.stop()
        self._scene.mark.setVisible(False)

    def gap(self, place: QPoint) -> int | None:
        """Return the gap something dropped at `place` goes into; None outside."""
        if not self._view.viewport().rect().contains(place):
            return None
        return self._scene.layout.nearest_gap(self._view.mapToScene(place).x())

    def _scroll(self, x: int) -> bool:
        bar = self._view.horizontalScrollBar()
        before = bar.value()
        if x < EDGE:
            bar.setValue(before - STEP)
        elif x > self._view.viewport().width() - EDGE:
            bar.setValue(before + STEP)
        return bar.value() != before

    def _repeat(self) -> None:
        self.show(self._place, self._words)
