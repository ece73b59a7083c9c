"""Heights over two inputs as bands of colour between lines of equal height."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF

from mlp_studio.core.arrays import AnyArray
from mlp_studio.ui.surface.lattice import LatticePlot, Over

DOT = 2.4  # pixels across


@dataclass(frozen=True, eq=False)
class Contours:
    """What to show.

    Parameters
    ----------
    over : Over
        The lattice and its inputs.
    image : ndarray of uint8, shape (m, m, 3)
        The bands, the top row first.
    lines : ndarray of shape (pieces, 2, 2)
        Of what is shown, in the inputs' units.
    other : ndarray of shape (pieces, 2, 2)
        Of what it is compared with; empty without one.
    points : ndarray of shape (n, 2)
        Examples.
    levels : tuple of float
        The heights of the lines.
    """

    over: Over
    image: NDArray[np.uint8]
    lines: AnyArray
    other: AnyArray
    points: AnyArray
    levels: tuple[float, ...]


class ContourPlot(LatticePlot):
    """Bands of colour, lines of equal height, and examples as points."""

    _contours: Contours | None = None

    @property
    def contours(self) -> Contours | None:
        """What is shown."""
        return self._contours

    def show_contours(self, contours: Contours | None) -> None:
        """Show contours; None takes them away."""
        self._contours = contours
        self._show(None if contours is None else contours.over)

    def _paint_content(self, painter: QPainter, frame: QRectF) -> None:
        contours, tokens = self._contours, self._theme.tokens
        if contours is None:
            return
        height, width, _ = contours.image.shape
        pixels = np.ascontiguousarray(contours.image).tobytes()
        image = QImage(pixels, width, height, 3 * width, QImage.Format.Format_RGB888)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(frame, image)
        # The bands are the same in both looks: a halo keeps lines seen on bright and dark ones.
        black, white = QColor(0, 0, 0), QColor(255, 255, 255)
        for pieces, ink, halo in ((contours.other, white, black), (contours.lines, black, white)):
            lines = self._lines(pieces)
            for colour, wide, strong in ((halo, 2.4, 0.35), (ink, 1.0, 0.9)):
                colour.setAlphaF(strong)
                painter.setPen(QPen(colour, wide))
                painter.drawLines(lines)
        dots = QPolygonF([QPointF(x, y) for x, y in self._to_pixels(contours.points).tolist()])
        cap = Qt.PenCapStyle.RoundCap
        for name, wide in (("background", DOT + 1.6), ("text", DOT)):
            painter.setPen(QPen(tokens.colour(name), wide, Qt.PenStyle.SolidLine, cap))
            painter.drawPoints(dots)

    def _lines(self, pieces: AnyArray) -> list[QLineF]:
        ends = self._to_pixels(pieces.reshape(-1, 2)).reshape(-1, 4).tolist()
        return [QLineF(*each) for each in ends]
