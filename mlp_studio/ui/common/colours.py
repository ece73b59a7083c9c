"""Which colour a point has: its class's, or one for its value."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor

from mlp_studio.core.arrays import AnyArray
from mlp_studio.core.dataset import Dataset
from mlp_studio.ui.theme import class_colour

LEVELS = 64  # colours of the map for values
VIRIDIS = (
    "440154", "482475", "414487", "345f8d", "2a788e", "21908c",
    "22a883", "43be70", "7ad151", "bbde27", "fde725",
)  # fmt: skip


@dataclass(frozen=True, eq=False)
class Colouring:
    """Colours and how examples get them.

    Parameters
    ----------
    colours : tuple of QColor
        One a class, or `LEVELS` from the lowest value to the highest.
    low, high : float
        The range of the values; 0 and 1 for classes.
    names : tuple of str
        The classes' names; empty for values.
    output : int
        Which of several values is coloured.
    """

    colours: tuple[QColor, ...]
    low: float = 0.0
    high: float = 1.0
    names: tuple[str, ...] = ()
    output: int = 0

    @property
    def rgb(self) -> NDArray[np.uint8]:
        """The colours as an array of shape (colours, 3)."""
        return np.array([(c.red(), c.green(), c.blue()) for c in self.colours], np.uint8)

    def indices(self, y: AnyArray) -> NDArray[np.int64]:
        """Return which colour each example has, shape (n,)."""
        if self.names:
            return y.astype(np.int64)
        span = self.high - self.low or 1.0
        share = (y.reshape(len(y), -1)[:, self.output].astype(np.float64) - self.low) / span
        levels = np.nan_to_num(share, nan=0.0) * (LEVELS - 1)
        return np.clip(np.rint(levels), 0, LEVELS - 1).astype(np.int64)


def colouring(dataset: Dataset, output: int = 0) -> Colouring:
    """Return the colours of a data set's classes, or of the values of one of its outputs."""
    if dataset.class_names:
        colours = tuple(class_colour(number) for number in range(len(dataset.class_names)))
        return Colouring(colours, names=dataset.class_names)
    values = dataset.train.y.reshape(len(dataset.train), -1)[:, output]
    low, high = float(values.min()), float(values.max())
    return Colouring(value_colours(), low, high, output=output)


def value_colours(skip: int = 0) -> tuple[QColor, ...]:
    """Return a map of even steps in lightness, told apart by colour-blind eyes.

    Viridis (van der Walt and Smith 2015), between eleven of its colours.

    Parameters
    ----------
    skip : int
        How many of the darkest are left out, for points on dark ground.
    """
    stops = np.array([[int(stop[k : k + 2], 16) for k in (0, 2, 4)] for stop in VIRIDIS[skip:]])
    places = np.linspace(0, len(stops) - 1, LEVELS)
    rgb = [np.interp(places, np.arange(len(stops)), stops[:, channel]) for channel in range(3)]
    return tuple(QColor(*(round(c) for c in row)) for row in zip(*rgb, strict=True))
