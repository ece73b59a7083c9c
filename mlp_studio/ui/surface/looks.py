"""From values on a lattice to what the plots paint; no widget."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor

from mlp_studio.analysis.kernels import diverging
from mlp_studio.analysis.probe import probe_indices
from mlp_studio.analysis.space import to_cube
from mlp_studio.analysis.surface import Mesh, mesh
from mlp_studio.core.arrays import AnyArray
from mlp_studio.core.dataset import Dataset
from mlp_studio.ui.common.colours import LEVELS, Colouring, value_colours
from mlp_studio.ui.examples.plot_frame import AxisLook
from mlp_studio.ui.surface.curve import Curves, Line
from mlp_studio.ui.surface.frame import SurfaceFrame
from mlp_studio.ui.surface.plot import Surface

MOST_POINTS = 300
LEAST_SHARE = 0.1  # of the range of all values, for that of a slice
VIRIDIS = value_colours()
Wanted = Literal["points", "network", "target", "error"]


@dataclass(frozen=True, eq=False)
class Look:
    """Values, and what is wanted of them.

    Parameters
    ----------
    frame : SurfaceFrame
        The values.
    dataset : Dataset
        The examples.
    wanted : {"points", "network", "target", "error"}
        What is shown.
    output : int
        Which of the values.
    names : dict
        What "error", "target", "network" and "value" are called.
    signs : tuple of QColor
        Of errors: below zero, none, above zero.
    ground, ink : QColor
        Behind everything, and of the target's arrows.
    """

    frame: SurfaceFrame
    dataset: Dataset
    wanted: Wanted
    output: int
    names: dict[str, str]
    signs: tuple[QColor, QColor, QColor]
    ground: QColor
    ink: QColor

    @property
    def side(self) -> int:
        """Places of the lattice to a side."""
        return math.isqrt(len(self.frame.inputs))

    @property
    def curve(self) -> bool:
        """Whether one input runs."""
        return len(self.frame.question.across) == 1

    @property
    def values(self) -> AnyArray:
        """The heights that are shown."""
        said, true = self.frame.said[:, self.output], self.frame.true[:, self.output]
        if self.wanted == "error":
            with np.errstate(over="ignore", invalid="ignore"):
                return np.asarray(said.astype(np.float64) - true)
        return true if self.wanted == "target" else said

    @cached_property
    def examples(self) -> tuple[AnyArray, AnyArray]:
        """The examples to show: the inputs that run (n, 1 or 2), in the function's units, values.

        The values have shape (n,).
        """
        x, y = _examples(self.dataset)
        if self.wanted != "points" or not self.frame.question.whole:
            x, y = x[:0], y[:0]  # not wanted, or beside the slice
        return x[:, list(self.frame.question.across)], y[:, self.output]

    @cached_property
    def colouring(self) -> Colouring:
        """Colours and the ends of the heights: those of the training values, or about zero."""
        if self.wanted == "error":
            finite = self.values[np.isfinite(self.values)]
            most = float(np.abs(finite).max()) if len(finite) else 0.0
            most = most or 1.0
            return Colouring(_signed(self.signs), -most, most)
        low, high = self._ends()
        if not low < high:  # a constant function: in the middle of the box
            low, high = low - max(0.5, abs(low) / 2), high + max(0.5, abs(high) / 2)
        return Colouring(VIRIDIS, low, high)

    def _ends(self) -> tuple[float, float]:
        """Return the values of the training examples, or of the function in a slice of it."""
        low, high = _ends(self.dataset, self.output)
        if self.frame.question.whole:
            return low, high
        true = self.frame.true[:, self.output].astype(np.float64)
        true = true[np.isfinite(true)]
        if not len(true):
            return low, high
        # A slice that hardly changes is not blown up until its noise fills the picture.
        middle, half = (true.max() + true.min()) / 2, (true.max() - true.min()) / 2
        half = max(float(half), LEAST_SHARE * (high - low) / 2)
        return float(middle) - half, float(middle) + half

    @cached_property
    def sizes(self) -> Colouring:
        """Colours of the size of a vector's error: from none to the largest of the picture."""
        with np.errstate(over="ignore", invalid="ignore"):
            sizes = np.linalg.norm(self.frame.said.astype(np.float64) - self.frame.true, axis=1)
        most = float(sizes[np.isfinite(sizes)].max(initial=0.0)) or 1.0
        negative, _, positive = self.signs
        return Colouring(_mixed(positive, negative), 0.0, most)

    def same_scale(self, other: Look) -> bool:
        """Whether colours and ends are as those of another look."""
        mine, its = self.colouring, other.colouring
        key = (mine.colours, mine.low, mine.high, self.curve)
        return key == (its.colours, its.low, its.high, other.curve)


def surface_of(look: Look) -> Surface:
    """Return the surface over the two inputs that run."""
    across, colouring = look.frame.question.axes, look.colouring
    ends = (colouring.low, colouring.high)
    n = look.side
    few = look.values.reshape(n, n)[::2, ::2].ravel()
    shape, coarse = mesh(look.values, *ends), mesh(few, *ends)
    x, y = look.examples
    flat = [to_cube(x[:, k], each.low, each.high) for k, each in enumerate(across)]
    points = np.column_stack([*flat, to_cube(y, *ends)]).astype(np.float32)
    if look.wanted == "error":
        other: AnyArray = np.zeros(len(look.values))
    else:
        others = look.frame.said if look.wanted == "target" else look.frame.true
        other = to_cube(others[:, look.output], *ends)
    name = look.names["error" if look.wanted == "error" else "value"]
    first, second = across
    return Surface(
        shape,
        _cell_colours(look.values, shape, colouring),
        coarse,
        _cell_colours(few, coarse, colouring),
        colouring.colours,
        points,
        np.asarray(other, np.float64),
        (AxisLook(first.name), AxisLook(second.name), AxisLook(name)),
        ((first.low, first.high), (second.low, second.high), ends),
    )


# Live pictures ask for these again and again; a data set is the same object while it is shown.
@lru_cache(maxsize=1)
def _examples(dataset: Dataset) -> tuple[AnyArray, AnyArray]:
    train = dataset.train
    chosen = probe_indices(train.y, MOST_POINTS)
    return dataset.scaler.inverse(train.x[chosen]), train.y[chosen].reshape(len(chosen), -1)


@lru_cache(maxsize=8)
def _ends(dataset: Dataset, output: int) -> tuple[float, float]:
    y = dataset.train.y.reshape(len(dataset.train), -1)[:, output]
    return float(y.min()), float(y.max())


def _cell_colours(values: AnyArray, shape: Mesh, colouring: Colouring) -> NDArray[np.int64]:
    if not len(shape.cells):
        return np.zeros(0, np.int64)
    heights = values[shape.cells].astype(np.float64).mean(axis=1)
    return colouring.indices(heights[:, np.newaxis])


def curves_of(look: Look) -> Curves:
    """Return the curves along the input that runs: target below network, or the error."""
    frame, output, names = look.frame, look.output, look.names
    negative, _, positive = look.signs
    target = Line(names["target"], frame.true[:, output], negative, dashed=True)
    network = Line(names["network"], frame.said[:, output], positive)
    lines = {
        "points": (target, network),
        "network": (network,),
        "target": (target,),
        "error": (Line(names["error"], look.values, positive),),
    }[look.wanted]
    x, y = look.examples
    points = np.column_stack([x[:, 0], y])
    (along,) = frame.question.axes
    axes = (
        AxisLook(along.name),
        AxisLook(names["error" if look.wanted == "error" else "value"]),
    )
    low, high = look.colouring.low, look.colouring.high
    if not frame.question.whole and look.wanted != "target":
        near = look.values[np.isfinite(look.values)].astype(np.float64)
        near = near.clip(2 * low - high, 2 * high - low)
        low, high = near.min(initial=low), near.max(initial=high)
    span = (float(low), float(high))
    x = frame.inputs[:, frame.question.across[0]]
    return Curves(x, lines, points, span, axes)


def _mixed(first: QColor, last: QColor) -> tuple[QColor, ...]:
    """Return `LEVELS` colours from one to another."""
    ends = np.array([(c.red(), c.green(), c.blue()) for c in (first, last)])
    share = np.linspace(0, 1, LEVELS)[:, np.newaxis]
    return tuple(
        QColor(*row) for row in np.rint(ends[0] + share * (ends[1] - ends[0])).astype(int).tolist()
    )


def _signed(signs: tuple[QColor, QColor, QColor]) -> tuple[QColor, ...]:
    """Return `LEVELS` colours from below zero to above it."""
    negative, ground, positive = (
        np.array((c.red(), c.green(), c.blue()), np.float32) for c in signs
    )
    rows = diverging(np.linspace(-1, 1, LEVELS), 1.0, positive, negative, ground)
    return tuple(QColor(*row) for row in rows.tolist())
