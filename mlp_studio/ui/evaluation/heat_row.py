"""The probabilities of one example as a row of coloured cells with numbers."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from mlp_studio.core.arrays import AnyArray
from mlp_studio.ui.evaluation.matrix import mixed, readable_on
from mlp_studio.ui.theme import Theme, font

NAMES, CELLS = 16.0, 26.0  # pixels high
WIDEST = 84.0


class HeatRow(QWidget):
    """One cell a class: its name above, its probability inside; the true class is underlined."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._names: tuple[str, ...] = ()
        self.values: AnyArray | None = None
        self._true = -1
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Probabilities"))
        theme.changed.connect(lambda _tokens: self.update())

    def sizeHint(self) -> QSize:
        return QSize(400, int(NAMES + CELLS + 5))

    def show_values(self, names: tuple[str, ...], values: AnyArray | None, true: int) -> None:
        """Show one probability a name; None shows nothing."""
        self._names, self.values, self._true = names, values, true
        if values is not None:
            said = ", ".join(f"{n} {float(v):.3f}" for n, v in zip(names, values, strict=True))
            self.setAccessibleDescription(said)
        self.update()

    def cell(self, number: int) -> QRectF:
        """Return where a class's number stands."""
        width = min(WIDEST, self.width() / max(1, len(self._names)))
        return QRectF(number * width, NAMES, width, CELLS)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.values is None:
            return
        painter = QPainter(self)
        tokens = self._theme.tokens
        best = int(np.argmax(self.values))
        for k, name in enumerate(self._names):
            place, value = self.cell(k), float(self.values[k])
            strength = 0.9 * min(1.0, max(0.0, value))
            colour = mixed(tokens.colour("panel"), tokens.colour("positive"), strength)
            painter.fillRect(place.adjusted(0.5, 0.5, -0.5, -0.5), colour)
            painter.setFont(font(8.5, bold=k == best))
            metrics = painter.fontMetrics()
            words = f"{value:.3f}" if metrics.horizontalAdvance("0.000") < place.width() else ""
            if not words and metrics.horizontalAdvance(".00") < place.width():
                words = f"{value:.2f}".lstrip("0") if value < 1 else "1"
            painter.setPen(readable_on(colour))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)
            head = QRectF(place.left(), 0, place.width(), NAMES)
            painter.setPen(tokens.colour("text" if k == best else "secondary"))
            room = int(place.width()) - 2
            shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)
            painter.drawText(head, Qt.AlignmentFlag.AlignCenter, shown)
            if k == self._true:
                painter.setPen(QPen(tokens.colour("good"), 3))
                low = place.bottom() + 2
                painter.drawLine(int(place.left()) + 2, int(low), int(place.right()) - 2, int(low))
            if k == best:
                painter.setPen(QPen(tokens.colour("text"), 1.5))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(place.adjusted(1, 1, -1, -1))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        words = ""
        for k, name in enumerate(self._names):
            place = self.cell(k).adjusted(0, -NAMES, 0, 0)
            if self.values is not None and place.contains(event.position()):
                words = f"{name}: {float(self.values[k]):.6f}"
        QToolTip.showText(event.globalPosition().toPoint(), words, self)
