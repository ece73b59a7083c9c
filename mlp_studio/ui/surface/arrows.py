"""A vector field over two inputs: an arrow where the function and the network point."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from mlp_studio.core.arrays import AnyArray
from mlp_studio.ui.surface.lattice import LatticePlot, Over

HEAD = 0.36  # of an arrow's length, at most `MOST_HEAD` pixels
MOST_HEAD = 6.0
LEAST = 0.7  # pixels: a shorter arrow is a dot
ROOM = 0.95  # of the distance between two arrows, for the longest


@dataclass(frozen=True, eq=False)
class Arrows:
    """What to show.

    Parameters
    ----------
    over : Over
        The lattice and its inputs.
    feet : ndarray of shape (n, 2)
        Where arrows begin, in the inputs' units.
    fields : tuple of (ndarray of shape (n, 2), ndarray of int, shape (n,))
        Where each arrow of a field points, and its colour; painted in this order.
    colours : tuple of QColor
        To choose from.
    apart : float
        Distance between two feet, as a share of the frame.
    longest : float
        The length that reaches from one foot nearly to the next.
    """

    over: Over
    feet: AnyArray
    fields: tuple[tuple[AnyArray, NDArray[np.int64]], ...]
    colours: tuple[QColor, ...]
    apart: float
    longest: float


class ArrowPlot(LatticePlot):
    """Arrows of one or two fields."""

    _arrows: Arrows | None = None

    @property
    def arrows(self) -> Arrows | None:
        """What is shown."""
        return self._arrows

    def show_arrows(self, arrows: Arrows | None) -> None:
        """Show arrows; None takes them away."""
        self._arrows = arrows
        self._show(None if arrows is None else arrows.over)

    def _paint_content(self, painter: QPainter, frame: QRectF) -> None:
        arrows = self._arrows
        if arrows is None:
            return
        feet = self._to_pixels(arrows.feet).astype(np.float64)
        # Both parts of a vector have one unit: an angle is what it is.
        unit = ROOM * arrows.apart * min(frame.width(), frame.height()) / arrows.longest
        for vectors, colour_of in arrows.fields:
            steps = vectors * (unit, -unit)
            sound = np.asarray(np.isfinite(steps).all(axis=1))
            # Far outside the frame a pixel's number is too large for the painter.
            steps = np.clip(np.where(sound[:, np.newaxis], steps, 0), -4000, 4000)
            for number in np.flatnonzero(sound).tolist():
                colour = arrows.colours[int(colour_of[number])]
                _paint_arrow(painter, feet[number], steps[number], colour)


def _paint_arrow(
    painter: QPainter, foot: NDArray[np.float64], step: NDArray[np.float64], colour: QColor
) -> None:
    """Paint an arrow whose middle stands on `foot`."""
    length = float(np.hypot(*step))
    painter.setPen(QPen(colour, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    if length < LEAST:
        painter.drawPoint(QPointF(*foot.tolist()))
        return
    start, tip = foot - step / 2, foot + step / 2
    along = step / length
    across = np.array([-along[1], along[0]])
    head = min(MOST_HEAD, HEAD * length)
    neck = tip - head * along
    painter.drawLine(QPointF(*start.tolist()), QPointF(*neck.tolist()))
    painter.setBrush(colour)
    painter.setPen(Qt.PenStyle.NoPen)
    wings = (neck + 0.5 * head * across, neck - 0.5 * head * across)
    painter.drawPolygon(QPolygonF([QPointF(*at.tolist()) for at in (tip, *wings)]))
