"""Many weighted curves drawn at once: what makes live weights cheap enough to watch.

Stroking two thousand curves one after the other takes Qt's raster engine over 100 ms,
too long for a window that must answer while a network trains. All curves of a gap
share one shape, so NumPy finds once which pixels each of them covers; drawing new
weights is then a weighted count over these pixels, about thirty times faster.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from mlp_studio.core.arrays import AnyArray, FloatArray

BEND = 0.45  # of the way: how far the control points stand from the ends
THIN, THICK = 0.7, 2.5  # width of the weakest and of the strongest curve, in scene pixels
FAINT, FULL = 0.10, 0.95  # their opacity

Colour = tuple[int, int, int]


def rgb(colour: str) -> Colour:
    """Return red, green and blue of ``#rrggbb``."""
    red, green, blue = (int(colour[k : k + 2], 16) for k in (1, 3, 5))
    return red, green, blue


class CurveRaster:
    """The pixels under every curve from each of some heights to each of others.

    Parameters
    ----------
    width, height : float
        Size of the box around the curves, in scene pixels.
    sources, targets : sequence of float
        Heights of the curves' left and right ends in this box.
    scale : float
        Pixels of the screen for one of the scene.
    """

    def __init__(
        self,
        width: float,
        height: float,
        sources: Sequence[float],
        targets: Sequence[float],
        scale: float,
    ) -> None:
        self.scale = scale
        self.width = max(1, round(width * scale))
        self.height = max(1, round(height * scale))
        rise, slope = _shape(self.width)
        y0 = np.repeat(np.asarray(sources, np.float32) * scale, len(targets))[:, None]
        y1 = np.tile(np.asarray(targets, np.float32) * scale, len(sources))[:, None]
        y = y0 + (y1 - y0) * rise
        stretch = np.sqrt(1 + ((y1 - y0) * slope) ** 2)  # a slanting line is higher than wide
        thin, thick = 0.5 * THIN * scale * stretch, 0.5 * THICK * scale * stretch
        first = np.floor(y - thick).astype(np.int32)
        count = (np.ceil(y + thick).astype(np.int32) - first).ravel()
        entry = np.repeat(np.arange(count.size, dtype=np.int32), count)
        row = np.arange(len(entry), dtype=np.int32) - np.repeat(np.cumsum(count) - count, count)
        row += first.ravel()[entry]
        inside = (row >= 0) & (row < self.height)
        entry, row = entry[inside], row[inside]
        self._curve = entry // self.width
        self._pixel = row.astype(np.intp) * self.width + entry % self.width
        middle = y.ravel()[entry]
        self._thin = _covered(row, middle, thin.ravel()[entry])
        self._more = _covered(row, middle, thick.ravel()[entry]) - self._thin

    def render(self, values: FloatArray, positive: Colour, negative: Colour) -> NDArray[np.uint8]:
        """Return the picture of some weights.

        Parameters
        ----------
        values : FloatArray of shape (sources, targets)
            From −1 to 1: width and opacity grow with the size.
        positive, negative : tuple of int
            Red, green and blue of positive and of negative weights.

        Returns
        -------
        ndarray of uint8, shape (height, width, 4)
            Blue, green, red and alpha, multiplied by alpha.
        """
        flat = values.ravel()
        size = np.abs(flat)
        opacity = (FAINT + (FULL - FAINT) * size**1.3).astype(np.float32)
        density = opacity[self._curve] * (self._thin + size[self._curve] * self._more)
        pixels = self.width * self.height
        above = self._summed(np.where((flat >= 0)[self._curve], density, 0), pixels)
        total = self._summed(density, pixels)
        alpha = 1 - np.exp(-1.6 * total)
        share = np.divide(above, total, out=np.zeros_like(above), where=total > 0)
        picture = np.empty((pixels, 4), np.uint8)
        for channel in range(3):
            mix = negative[2 - channel] + share * (positive[2 - channel] - negative[2 - channel])
            picture[:, channel] = mix * alpha
        picture[:, 3] = 255 * alpha
        return picture.reshape(self.height, self.width, 4)

    def _summed(self, density: AnyArray, pixels: int) -> AnyArray:
        return np.bincount(self._pixel, density, pixels)


def _shape(width: int) -> tuple[FloatArray, FloatArray]:
    """Return how far a curve has risen at each pixel column, and its slope there."""
    t = np.linspace(0, 1, 129)
    x = 3 * BEND * t * (1 - t) ** 2 + 3 * (1 - BEND) * t**2 * (1 - t) + t**3
    risen = t * t * (3 - 2 * t)
    centres = (np.arange(width) + 0.5) / width
    rise = np.interp(centres, x, risen)
    slope = np.interp(centres, (x[1:] + x[:-1]) / 2, np.diff(risen) / np.diff(x)) / width
    return rise.astype(np.float32), slope.astype(np.float32)


def _covered(row: AnyArray, middle: AnyArray, half: AnyArray) -> FloatArray:
    """Return which share of each pixel's height a line covers."""
    top = np.maximum(row, middle - half)
    bottom = np.minimum(row + 1, middle + half)
    covered: FloatArray = np.clip(bottom - top, 0, 1).astype(np.float32)
    return covered
