"""A box that is turned by mouse and keys."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from mlp_studio.analysis.space import Eye
from mlp_studio.ui.examples.readable import Readable
from mlp_studio.ui.theme import Theme

TURN = 0.01  # radians for a pixel
STEP = math.radians(6)  # for an arrow key
WHEEL = 1.15


class Turnable(Readable):
    """What is common to all that is seen in three dimensions.

    Dragging and the arrow keys turn it, the wheel and + and − zoom, a double click and Home
    bring back the first view.

    Parameters
    ----------
    theme : Theme
        The look in force.
    name : str
        What is shown, for screen readers.
    """

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, parent)
        self._first = Eye()
        self._eye = self._first
        self._drag: QPointF | None = None
        self.setToolTip(self.tr("Drag to turn, wheel to zoom, double click for the first view."))
        theme.changed.connect(self._forget)

    @property
    def eye(self) -> Eye:
        """From where it is seen."""
        return self._eye

    def look_from(self, eye: Eye) -> None:
        """Show it from another place."""
        self._eye = eye
        self._forget()

    def _forget(self, _tokens: object = None) -> None:
        """Have everything painted anew."""
        self.update()

    def _point_at(self, at: QPointF) -> None:
        """Mark what is at a place in pixels."""
        raise NotImplementedError

    def _point(self, index: int) -> None:
        """Mark this, or nothing where it is −1."""
        raise NotImplementedError

    def _point_away(self) -> None:
        """Mark nothing: it is turned, or the mouse has left."""
        self._point(-1)

    # --- events ------------------------------------------------------------------------

    def resizeEvent(self, _event: QEvent) -> None:
        self._forget()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._drag = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self._point_away()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drag is not None:
            step = event.position() - self._drag
            self._drag = event.position()
            self.look_from(self._eye.turned(step.x() * TURN, step.y() * TURN))
        else:
            self._point_at(event.position())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._drag = None
        self.unsetCursor()

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self.look_from(self._first)

    def leaveEvent(self, _event: QEvent) -> None:
        self._point_away()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.look_from(self._eye.zoomed(WHEEL ** (event.angleDelta().y() / 120)))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        turns = {
            Qt.Key.Key_Left: (-STEP, 0.0),
            Qt.Key.Key_Right: (STEP, 0.0),
            Qt.Key.Key_Up: (0.0, STEP),
            Qt.Key.Key_Down: (0.0, -STEP),
        }
        if key in turns:
            self.look_from(self._eye.turned(*turns[key]))
        elif key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal}:
            self.look_from(self._eye.zoomed(WHEEL))
        elif key == Qt.Key.Key_Minus:
            self.look_from(self._eye.zoomed(1 / WHEEL))
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_0}:
            self.look_from(self._first)
        else:
            super().keyPressEvent(event)
