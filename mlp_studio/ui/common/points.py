"""Many points painted at once: what keeps sixty thousand of them smooth.

Qt strokes points one after the other; NumPy writes the pixels of all of them in a few
passes. A point is a small stamp of whole pixels with a soft rim.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter

from mlp_studio.core.arrays import AnyArray

Mark = Literal["disc", "ring", "cross"]
EDGE = 12  # pixels kept around the picture, so that no stamp needs clipping
FINE = 8  # samples to a side when a stamp's coverage is measured
PALE = 0.22  # strength of the colour of points beside selected ones
FULL = 0.9  # coverage from which a pixel counts as whole


@dataclass(frozen=True, eq=False)
class Stamp:
    """The pixels of a point, from its middle.

    Parameters
    ----------
    core : ndarray of int, shape (pixels, 2)
        Those which are covered whole, as (across, down).
    rim : ndarray of int, shape (pixels, 2)
        Those which are covered in part.
    cover : ndarray of uint8, shape (pixels,)
        How much of each pixel of the rim, of 255.
    """

    core: NDArray[np.int64]
    rim: NDArray[np.int64]
    cover: NDArray[np.int64]


@lru_cache(maxsize=64)
def stamp(mark: Mark, size: int) -> Stamp:
    """Return the stamp of a mark.

    Parameters
    ----------
    mark : {"disc", "ring", "cross"}
        Its form.
    size : int
        Across, in pixels, from 1 to 20.
    """
    half = size / 2
    reach = size // 2 + 1
    odd = size % 2
    cells = np.arange(-reach, reach + 1)
    fine = (np.arange(FINE) + 0.5) / FINE
    # An even stamp has its middle between pixels, an odd one in a pixel.
    inner = (cells[:, np.newaxis] + fine - (0.5 if odd else 0.0)).ravel()
    x, y = np.meshgrid(inner, inner)
    far = np.hypot(x, y)
    thick = max(1.0, size * 0.24)
    if mark == "disc":
        inside = far <= half
    elif mark == "ring":
        inside = (far <= half) & (far >= half - thick)
    else:
        inside = (np.minimum(abs(x), abs(y)) <= thick / 2) & (np.maximum(abs(x), abs(y)) <= half)
    share = inside.reshape(len(cells), FINE, len(cells), FINE).mean(axis=(1, 3))
    down, across = np.nonzero(share >= FULL)
    rim_down, rim_across = np.nonzero((share < FULL) & (share > 0.06))
    return Stamp(
        np.stack([cells[across], cells[down]], axis=1),
        np.stack([cells[rim_across], cells[rim_down]], axis=1),
        (share[rim_down, rim_across] * 255).astype(np.int64),
    )


@dataclass(frozen=True, eq=False)
class Layer:
    """Points of one form.

    Parameters
    ----------
    places : ndarray of shape (n, 2)
        In pixels; those outside the picture are left out.
    colour_of : ndarray of int, shape (n,)
        Which colour of the palette each has.
    mark : Stamp
        Their form.
    """

    places: AnyArray
    colour_of: AnyArray
    mark: Stamp


def palette(colours: tuple[QColor, ...]) -> NDArray[np.uint32]:
    """Return colours as pixels of QImage's ``Format_ARGB32_Premultiplied``."""
    return np.array([colour.rgba() for colour in colours], np.uint32)


def pale(colours: tuple[QColor, ...], ground: QColor) -> NDArray[np.uint32]:
    """Return colours that have nearly become the ground, as of `palette`."""
    behind = np.array([ground.red(), ground.green(), ground.blue()])
    own = np.array([(c.red(), c.green(), c.blue()) for c in colours])
    mixed = np.rint(behind + (own - behind) * PALE).astype(np.uint32)
    pixels = (mixed << np.array([16, 8, 0], np.uint32)).sum(axis=1).astype(np.uint32)
    return np.asarray(pixels | np.uint32(0xFF000000), np.uint32)


def faded(pixels: NDArray[np.uint32], cover: int) -> NDArray[np.uint32]:
    """Return opaque pixels as if they covered only `cover` of 255."""
    result = np.full(len(pixels), cover << 24, np.uint32)
    for shift in (16, 8, 0):
        channel = (pixels >> np.uint32(shift)) & np.uint32(255)
        result |= (channel * np.uint32(cover) // np.uint32(255)) << np.uint32(shift)
    return result


class Painted:
    """A picture of points.

    Parameters
    ----------
    pixels : ndarray of uint32, shape (height + 2 · EDGE, width + 2 · EDGE)
        Pixels of ``Format_ARGB32_Premultiplied``, with an edge that is not shown.
    """

    def __init__(self, pixels: NDArray[np.uint32]) -> None:
        self._pixels = pixels  # the image borrows them

    @property
    def pixels(self) -> NDArray[np.uint32]:
        """What is shown, shape (height, width)."""
        return self._pixels[EDGE:-EDGE, EDGE:-EDGE]

    def draw(self, painter: QPainter, at: QPointF, ratio: float) -> None:
        """Paint it with its upper left corner at a place, `ratio` pixels to a point."""
        high, wide = self._pixels.shape
        inner = self._pixels.ravel()[EDGE * wide + EDGE :]
        form = QImage.Format.Format_ARGB32_Premultiplied
        image = QImage(inner.data, wide - 2 * EDGE, high - 2 * EDGE, 4 * wide, form)
        image.setDevicePixelRatio(ratio)
        painter.drawImage(at, image)


def picture(layers: list[Layer], colours: NDArray[np.uint32], width: int, height: int) -> Painted:
    """Return a picture of points, later ones over earlier ones.

    Parameters
    ----------
    layers : list of Layer
        From the lowest to the highest.
    colours : ndarray of uint32
        As of `palette`.
    width, height : int
        In pixels.
    """
    wide = width + 2 * EDGE
    flat = np.zeros((height + 2 * EDGE) * wide, np.uint32)
    ready = [_seen(layer, width, height, wide) for layer in layers]
    for layer, (middle, number) in zip(layers, ready, strict=True):
        # Soft rims first: written later they would be holes in the points below.
        for (across, down), cover in zip(layer.mark.rim, layer.mark.cover.tolist(), strict=True):
            flat[middle + (down * wide + across)] = faded(colours, cover)[number]
    for layer, (middle, number) in zip(layers, ready, strict=True):
        steps = layer.mark.core[:, 1] * wide + layer.mark.core[:, 0]
        # By point, then by pixel: where an index comes twice, the later point stays.
        flat[(middle[:, np.newaxis] + steps).ravel()] = np.repeat(colours[number], len(steps))
    return Painted(flat.reshape(-1, wide))


def _seen(
    layer: Layer, width: int, height: int, wide: int
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the flat index of each middle in the picture with its edge, and its colour."""
    x, y = layer.places[:, 0], layer.places[:, 1]
    near = EDGE / 2 - 1
    inside = (x > -near) & (x < width + near) & (y > -near) & (y < height + near)
    column = np.floor(x[inside]).astype(np.int64) + EDGE
    row = np.floor(y[inside]).astype(np.int64) + EDGE
    return row * wide + column, np.asarray(layer.colour_of)[inside].astype(np.int64)
