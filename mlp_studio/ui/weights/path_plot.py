"""The norm of an array of weights, and of its change, over the epochs of the film."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from mlp_studio.analysis.kernel_path import KernelPath
from mlp_studio.core.arrays import AnyArray
from mlp_studio.ui.theme import Theme, font

ABOVE, BELOW, SIDE = 17, 18, 4  # pixels for the words above each curve, below both, beside
WIDE = 200


class PathPlot(QWidget):
    """Two curves over one another; a click leads to its moment.

    Signals
    -------
    wanted(float)
        A moment, in epochs, was clicked or dragged to.
    """

    wanted = Signal(float)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._path: KernelPath | None = None
        self._moment: float | None = None
        self.setFixedWidth(WIDE)
        self.setMinimumHeight(120)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Norm of the weights and of their change over the epochs"))
        theme.changed.connect(lambda _tokens: self.update())

    @property
    def path(self) -> KernelPath | None:
        """What is shown, or None."""
        return self._path

    @property
    def words(self) -> tuple[str, str]:
        """What is said above both curves."""
        if self._path is None or not len(self._path.epochs):
            return "", ""
        at = self._number(self._path)
        norm, change = float(self._path.norms[at]), float(self._path.changes[at])
        return (
            self.tr("Norm {value}").format(value=_figure(norm)),
            self.tr("Change per epoch {value}").format(value=_figure(change)),
        )

    def show_path(self, path: KernelPath | None) -> None:
        """Show a path; None takes it away."""
        self._path = path
        if path is not None:
            self.setToolTip(
                self.tr(
                    "The root of the sum of squares of all weights, and of what was added to "
                    "them. Click to go to a moment.\nThe film rounds weights: changes below "
                    "{least} can't be told."
                ).format(least=_figure(path.least))
            )
        self.update()

    def mark(self, epoch: float | None) -> None:
        """Mark a moment; None for the newest."""
        self._moment = epoch
        self.update()

    def place(self, epoch: float) -> float:
        """Return how far from the left a moment is, in pixels."""
        last = self._last()
        return SIDE + (self.width() - 2 * SIDE) * epoch / last

    def _last(self) -> float:
        there = self._path is not None and len(self._path.epochs) > 0
        return max(1e-9, float(self._path.epochs[-1])) if there and self._path else 1.0

    def _number(self, path: KernelPath) -> int:
        if self._moment is None:
            return len(path.epochs) - 1
        return int(np.abs(path.epochs - self._moment).argmin())

    # --- events ------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.mouseMoveEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._path is not None and event.buttons() & Qt.MouseButton.LeftButton:
            share = (event.position().x() - SIDE) / max(1, self.width() - 2 * SIDE)
            self.wanted.emit(min(max(share, 0.0), 1.0) * self._last())

    def paintEvent(self, _event: QPaintEvent) -> None:
        path = self._path
        if path is None or not len(path.epochs):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._theme.tokens
        half = (self.height() - BELOW) / 2
        with np.errstate(divide="ignore", invalid="ignore"):
            logs = np.log10(np.maximum(path.changes, max(path.least, 1e-12)))
        norm, change = self.words
        self._paint_curve(painter, path.norms, norm, 0.0, half, "positive")
        self._paint_curve(painter, logs, change, half, half, "negative")
        painter.setFont(font(8))
        painter.setPen(tokens.colour("muted"))
        below = QRectF(SIDE, self.height() - BELOW, self.width() - 2 * SIDE, BELOW)
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, "0")
        last = self.tr("epoch {epoch}").format(epoch=f"{self._last():,.0f}")
        painter.drawText(below, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, last)

    def _paint_curve(
        self, painter: QPainter, values: AnyArray, words: str, top: float, high: float, colour: str
    ) -> None:
        assert self._path is not None, "there is a path"
        tokens = self._theme.tokens
        painter.setFont(font(8.5))
        painter.setPen(tokens.colour("secondary"))
        line = QRectF(SIDE, top, self.width() - 2 * SIDE, ABOVE)
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        frame = QRectF(SIDE, top + ABOVE, self.width() - 2 * SIDE, high - ABOVE - 3)
        painter.fillRect(frame, tokens.colour("background"))
        moment = self._path.epochs[self._number(self._path)]
        painter.setPen(QPen(tokens.colour("muted"), 1))
        at = self.place(float(moment))
        painter.drawLine(QPointF(at, frame.top()), QPointF(at, frame.bottom()))
        sound = np.isfinite(values)
        if not sound.any():
            return
        low, most = float(values[sound].min()), float(values[sound].max())
        if most - low < 1e-9 * max(1.0, abs(most)):
            low, most = low - 0.5, most + 0.5
        share = (values - low) / (most - low)
        y = frame.bottom() - 3 - share * (frame.height() - 6)
        x = [self.place(float(epoch)) for epoch in self._path.epochs]
        painter.setPen(QPen(tokens.colour(colour), 1.6))
        pieces = [QPointF(a, float(b)) for a, b, on in zip(x, y, sound, strict=True) if on]
        if len(pieces) > 1:
            painter.drawPolyline(QPolygonF(pieces))
        else:
            painter.drawPoint(pieces[0])


def _figure(value: float) -> str:
    return "–" if not np.isfinite(value) else f"{value:.3g}"
