"""The whole network at a glance, where it does not fit into view."""

from __future__ import annotations

import math

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGraphicsView, QWidget

from mlp_studio.core.layers import MAX_UNITS
from mlp_studio.studio.document import Document
from mlp_studio.ui.builder.geometry import Column, Rect
from mlp_studio.ui.builder.scene import NetworkScene
from mlp_studio.ui.theme import Theme

HEIGHT = 34
WIDEST, NARROWEST = 260, 120
INSET = 5.0  # between its frame and what it shows
ROOM = HEIGHT + 6  # what the network leaves free for it


def bar_height(units: int, most: float) -> float:
    """Return how high a layer is drawn: by the logarithm of its units, up to `most`."""
    return most * (0.25 + 0.75 * math.log2(max(1, units)) / math.log2(MAX_UNITS))


class MiniMap(QWidget):
    """Columns, the selection and the visible part; a click or a drag moves there.

    Parameters
    ----------
    document : Document
        Tells the selection.
    scene : NetworkScene
        What is shown.
    view : QGraphicsView
        Whose visible part is framed and moved.
    theme : Theme
        Colours.
    """

    def __init__(
        self, document: Document, scene: NetworkScene, view: QGraphicsView, theme: Theme
    ) -> None:
        super().__init__(view)
        self._document, self._scene, self._view, self._theme = document, scene, view, theme
        self._grip = QPointF()
        self._held = False
        self.setObjectName("minimap")
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setToolTip(self.tr("The whole network. Click or drag to see another part."))
        self.setAccessibleName(self.tr("Overview of the network"))
        for bar in (view.horizontalScrollBar(), view.verticalScrollBar()):
            bar.valueChanged.connect(self._repaint)
            bar.rangeChanged.connect(self._repaint)
        document.selection_changed.connect(self._repaint)
        theme.changed.connect(self._repaint)
        self.hide()

    def synchronize(self, size: QSize) -> None:
        """Appear in the lower right corner of a view of this size, if not all is visible."""
        width = min(WIDEST, max(NARROWEST, size.width() // 3))
        self.setGeometry(size.width() - width - 8, size.height() - HEIGHT - 6, width, HEIGHT)
        # A little more than a pixel or two is out of view.
        bars = self._view.horizontalScrollBar(), self._view.verticalScrollBar()
        self.setVisible(any(bar.maximum() - bar.minimum() > 4 for bar in bars))
        self.update()

    # --- places ------------------------------------------------------------------------

    @property
    def visible_part(self) -> QRectF:
        """Where the visible part of the network is framed."""
        seen = self._view.mapToScene(self._view.viewport().rect()).boundingRect()
        across, down = self._scales()
        scene = self._view.sceneRect()
        seen = seen.intersected(scene)
        return QRectF(
            INSET + seen.x() * across,
            INSET + seen.y() * down,
            seen.width() * across,
            seen.height() * down,
        )

    def place_of(self, column: Column) -> float:
        """Return where the middle of a column is drawn."""
        return INSET + column.x * self._scales()[0]

    def _scales(self) -> tuple[float, float]:
        scene = self._view.sceneRect()
        return (
            (self.width() - 2 * INSET) / max(1.0, scene.width()),
            (self.height() - 2 * INSET) / max(1.0, scene.height()),
        )

    # --- the mouse ---------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        place, part = event.position(), self.visible_part
        self._held = True
        # Held where it is taken hold of; brought under the mouse from elsewhere.
        self._grip = place - part.center() if part.contains(place) else QPointF()
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self._go(place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held:
            self._go(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._held = False
            self.setCursor(Qt.CursorShape.OpenHandCursor)

    def _go(self, place: QPointF) -> None:
        across, down = self._scales()
        middle = place - self._grip
        wanted = QPointF((middle.x() - INSET) / across, (middle.y() - INSET) / down)
        at: QPoint = self._view.mapFromScene(wanted) - self._view.viewport().rect().center()
        bars = self._view.horizontalScrollBar(), self._view.verticalScrollBar()
        bars[0].setValue(bars[0].value() + at.x())
        bars[1].setValue(bars[1].value() + at.y())

    # --- painting ----------------------------------------------------------------------

    def _repaint(self, *_what: object) -> None:
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._theme.tokens
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        ground = tokens.colour("panel")
        ground.setAlphaF(0.94)
        painter.setPen(QPen(tokens.colour("line"), 1))
        painter.setBrush(ground)
        painter.drawRoundedRect(frame, 6, 6)
        painter.setPen(Qt.PenStyle.NoPen)
        selected = set(self._document.selection)
        for number, column in enumerate(self._scene.layout.columns):
            bar = self._bar(column)
            colour = tokens.colour("muted")
            colour.setAlphaF(0.4 if column.cell.kind == "band" else 0.85)
            if column.cell.key in selected and number:
                colour = tokens.colour("accent")
                halo = tokens.colour("accent")
                halo.setAlphaF(0.25)
                painter.setBrush(halo)
                side = max(3.0, bar.width)
                painter.drawRect(QRectF(bar.x + bar.width / 2 - side, 3, 2 * side, HEIGHT - 6))
            painter.setBrush(colour)
            painter.drawRoundedRect(QRectF(bar.x, bar.y, bar.width, bar.height), 1, 1)
        fill = tokens.colour("accent")
        fill.setAlphaF(0.10)
        painter.setBrush(fill)
        painter.setPen(QPen(tokens.colour("accent"), 1.2))
        part = self.visible_part.adjusted(0.5, -2, -0.5, 2)
        painter.drawRoundedRect(part.intersected(frame.adjusted(1, 1, -1, -1)), 4, 4)

    def _bar(self, column: Column) -> Rect:
        across, _ = self._scales()
        width = max(1.0, min(4.0, self._scene.layout.pitch * across * 0.5))
        if column.cell.kind == "band":
            width *= 0.6
        high = bar_height(column.cell.units, HEIGHT - 2 * INSET - 2)
        return Rect(self.place_of(column) - width / 2, (HEIGHT - high) / 2, width, high)
