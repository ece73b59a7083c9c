"""A line drawn around points."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF

LEAST = 3  # corners


class Lasso:
    """The places a hand went through; closed by its first."""

    def __init__(self) -> None:
        self.places: list[QPointF] = []

    @property
    def drawn(self) -> bool:
        """Whether a line is being drawn."""
        return bool(self.places)

    def begin(self, at: QPointF) -> None:
        """Put the pen down."""
        self.places = [at]

    def go_on(self, at: QPointF) -> None:
        """Draw on; a move of less than two pixels is none."""
        last = self.places[-1]
        if abs(at.x() - last.x()) + abs(at.y() - last.y()) >= 2:
            self.places.append(at)

    def end(self) -> list[QPointF]:
        """Lift the pen and return the line."""
        places, self.places = self.places, []
        return places


def inside(line: list[QPointF], pixels: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Return which points lie inside a closed line, by the even-odd rule.

    Parameters
    ----------
    line : list of QPointF
        Its corners.
    pixels : ndarray of shape (n, 2)
        The points.
    """
    found = np.zeros(len(pixels), bool)
    if len(line) < LEAST:
        return found
    corners = np.array([(place.x(), place.y()) for place in line])
    x, y = pixels[:, 0], pixels[:, 1]
    for (ax, ay), (bx, by) in zip(corners, np.roll(corners, -1, axis=0), strict=True):
        if ay == by:
            continue
        crosses = (ay > y) != (by > y)
        found ^= crosses & (x < (bx - ax) * (y - ay) / (by - ay) + ax)
    return found
