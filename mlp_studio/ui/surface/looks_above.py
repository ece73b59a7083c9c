"""From values on a lattice to contours and arrows; no widget."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor

from mlp_studio.analysis.contours import contour, enlarged
from mlp_studio.core.arrays import AnyArray
from mlp_studio.ui.common.colours import LEVELS, Colouring
from mlp_studio.ui.examples.plot_frame import AxisLook
from mlp_studio.ui.surface.arrows import Arrows
from mlp_studio.ui.surface.contours import Contours
from mlp_studio.ui.surface.lattice import Over
from mlp_studio.ui.surface.looks import Look
from mlp_studio.ui.training.ticks import linear_ticks

BANDS = 10  # about
PIXELS = 241  # of the picture of the bands, to a side
ARROWS = 15  # to a side, at most


def over_of(look: Look) -> Over:
    """Return what a plot over the two inputs that run begins with."""
    first, second = look.frame.question.axes
    ranges = ((first.low, first.high), (second.low, second.high))
    return Over(look.side, ranges, (AxisLook(first.name), AxisLook(second.name)))


def contours_of(look: Look) -> Contours:
    """Return bands and lines; with the target's lines below those of the network."""
    colouring, over, values = look.colouring, over_of(look), look.values
    ticks = linear_ticks(colouring.low, colouring.high, BANDS)
    levels = tuple(value for value, _words in ticks)
    none: AnyArray = np.zeros((0, 2, 2))
    lines = _lines(values, levels, over)
    compared = look.wanted in {"points", "network"}
    other = _lines(look.frame.true[:, look.output], levels, over) if compared else none
    points, _ = look.examples
    image = _bands(values, levels, colouring, look.ground)
    return Contours(over, image, lines, other, points, levels)


def _lines(values: AnyArray, levels: tuple[float, ...], over: Over) -> AnyArray:
    pieces = np.concatenate([np.zeros((0, 2, 2)), *(contour(values, level) for level in levels)])
    low = np.array([ends[0] for ends in over.ranges])
    span = np.array([ends[1] - ends[0] for ends in over.ranges])
    return np.asarray(low + (pieces + 1) / 2 * span)


def _bands(
    values: AnyArray, levels: tuple[float, ...], colouring: Colouring, ground: QColor
) -> NDArray[np.uint8]:
    """Return each pixel in the colour of the middle of its band."""
    n = math.isqrt(len(values))
    with np.errstate(invalid="ignore"):  # infinite values are left out
        heights = enlarged(values.astype(np.float64).reshape(n, n), PIXELS)[::-1]
    edges = np.array([colouring.low, *levels, colouring.high])
    middles = np.concatenate([edges[:1], (edges[:-1] + edges[1:]) / 2, edges[-1:]])
    safe = np.where(np.isfinite(heights), heights, colouring.low)
    band = middles[np.searchsorted(edges, safe)]
    image = colouring.rgb[colouring.indices(band.reshape(-1, 1))].reshape(PIXELS, PIXELS, 3)
    image[~np.isfinite(heights)] = (ground.red(), ground.green(), ground.blue())
    return image


def arrows_of(look: Look) -> Arrows:
    """Return the fields of a function of two outputs, the network's coloured by its error."""
    over, frame = over_of(look), look.frame
    step = max(1, (over.side - 1) // (ARROWS - 1))
    some = np.arange(step // 2, over.side, step)  # none on the edge, where half of it is cut off
    chosen = (some[:, np.newaxis] * over.side + some).ravel()
    feet = frame.inputs[chosen][:, list(frame.question.across)]
    said, true = (each[chosen].astype(np.float64) for each in (frame.said, frame.true))
    with np.errstate(over="ignore", invalid="ignore"):
        wrong = said - true
        lengths, sizes = np.hypot(*true.T), np.hypot(*wrong.T)
    colouring = look.sizes
    sizes = np.where(np.isfinite(sizes), sizes, 0)  # these have no arrow
    by_error = colouring.indices(sizes[:, np.newaxis])
    plain = np.full(len(chosen), LEVELS)
    fields = {
        "points": ((true, plain), (said, by_error)),
        "network": ((said, by_error),),
        "target": ((true, plain),),
        "error": ((wrong, by_error),),
    }[look.wanted]
    longest = colouring.high if look.wanted == "error" else _most(lengths)
    colours = (*colouring.colours, look.ink)
    return Arrows(over, feet, fields, colours, step / (over.side - 1), longest)


def _most(values: AnyArray) -> float:
    finite = values[np.isfinite(values)]
    return float(finite.max(initial=0.0)) or 1.0
