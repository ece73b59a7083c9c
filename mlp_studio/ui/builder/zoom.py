"""How large the network is shown, and the button that shows all of it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGraphicsView, QToolButton, QWidget

SMALLEST, LARGEST = 0.2, 4.0


class Zoom(QObject):
    """Scales a view between fixed bounds.

    Signals
    -------
    changed()
        The scale is another one.
    """

    changed = Signal()

    def __init__(self, view: QGraphicsView) -> None:
        super().__init__(view)
        self._view = view
        view.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)

    @property
    def scale(self) -> float:
        """Pixels on the screen for one of the scene."""
        return self._view.transform().m11()

    @property
    def zoomed(self) -> bool:
        """Whether the scale is not 1."""
        return abs(self.scale - 1.0) > 0.01

    def by(self, factor: float, place: QPoint | None = None) -> None:
        """Scale by a factor; near 1 the scale snaps to it.

        What is shown at `place` of the viewport, or in its middle, stays there as far as
        the network reaches.
        """
        now = self.scale
        target = min(LARGEST, max(SMALLEST, now * factor))
        if abs(target - 1.0) < 0.04 and abs(now - 1.0) > abs(target - 1.0):
            target = 1.0
        at = place or self._view.viewport().rect().center()
        point = self._view.mapToScene(at)
        self._set(target)
        way = self._view.mapFromScene(point) - at
        across, down = self._view.horizontalScrollBar(), self._view.verticalScrollBar()
        across.setValue(across.value() + way.x())
        down.setValue(down.value() + way.y())

    def reset(self) -> None:
        """Show everything at its actual size, from the input on."""
        self._set(1.0)
        self._view.horizontalScrollBar().setValue(0)

    def toggle_fit(self) -> None:
        """Show all; once more, the actual size."""
        width = self._view.sceneRect().width()
        if self.zoomed or width <= 0:
            self.reset()
        else:
            self._set(max(SMALLEST, self._view.maximumViewportSize().width() / width))

    def key(self, event: QKeyEvent) -> bool:
        """Do what Ctrl with +, − or 0 asks for; tell whether it was one of these."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        if event.key() in {Qt.Key.Key_Plus, Qt.Key.Key_Equal}:
            self.by(1.25)
        elif event.key() == Qt.Key.Key_Minus:
            self.by(0.8)
        elif event.key() == Qt.Key.Key_0:
            self.toggle_fit()
        else:
            return False
        return True

    def _set(self, scale: float) -> None:
        if scale == self.scale:
            return
        self._view.resetTransform()
        self._view.scale(scale, scale)
        self.changed.emit()


class FitButton(QToolButton):
    """Appears where not everything is in view at its actual size."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("fit")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("role", "flat")
        self.hide()

    def synchronize(self, *, zoomed: bool, wide: bool) -> None:
        """Offer what is not yet so."""
        self.setVisible(zoomed or wide)
        if zoomed:
            self.setText(self.tr("Actual size"))
            self.setToolTip(self.tr("Show the network at its actual size (Ctrl+0)"))
        else:
            self.setText(self.tr("Show all"))
            self.setToolTip(self.tr("Fit the whole network into view (Ctrl+0)"))
