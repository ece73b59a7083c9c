"""The network as columns of neurons."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mlp_studio.analysis.kernels import strength
from mlp_studio.core.arrays import AnyArray
from mlp_studio.core.layers import Dense
from mlp_studio.core.text import text
from mlp_studio.figures.content import Content
from mlp_studio.figures.drawing import Column, Drawing, Say

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

MOST = 12  # neurons drawn in a column
POSITIVE, NEGATIVE, PLAIN = "#2f80d0", "#e0772f", "#69748a"
TALL = 6.4  # the width of a gap, in neurons


def diagram(content: Content, say: Say) -> Drawing:
    """Return the network from the input to the output, its connections as strong as they are."""
    network, weights = content.snapshot.network, content.snapshot.weights
    counts = network.parameter_counts()
    dense = [layer for layer in network.layers if isinstance(layer, Dense)]
    columns = [(say(text("input")), _width(network.input_shape), "")]
    columns += [(one.name, one.units, one.activation) for one in dense]

    def paint(figure: Figure) -> None:
        axes = figure.subplots()
        axes.axis("off")
        places = [_places(units) for _name, units, _more in columns]
        for k, layer in enumerate(dense):
            values = weights[layer.name][0] if weights.get(layer.name) else None
            known = values is not None and len(values) == columns[k][1]
            _connect(axes, k, places[k], places[k + 1], values if known else None)
        for k, (name, units, more) in enumerate(columns):
            _column(
                axes, k, places[k], units, f"{name}\n{units:,}" + (f" · {more}" if more else "")
            )
        axes.set(xlim=(-0.6 * TALL, (len(columns) - 0.4) * TALL), ylim=(-9.2, 6.2))
        axes.set_aspect("equal")

    shapes = network.shapes()
    numbers: dict[str, Column] = {
        "layer": [layer.name for layer in network.layers],
        "type": [type(layer).__name__ for layer in network.layers],
        "output_shape": ["×".join(str(side) for side in shape) for shape in shapes],
        "parameters": [counts[layer.name] for layer in network.layers],
    }
    aspect = min(0.7, 15.4 / (TALL * (len(columns) + 0.2)))
    return Drawing(
        "network", say(text("The network")), paint, numbers, aspect=aspect, tab="network"
    )


def _width(shape: tuple[int, ...]) -> int:
    return int(np.prod(shape))


def _places(units: int) -> AnyArray:
    shown = min(units, MOST)
    return np.asarray((np.arange(shown) - (shown - 1) / 2)[::-1])


def _shown(units: int) -> AnyArray:
    """Return which units are drawn: the first and the last ones of many."""
    if units <= MOST:
        return np.arange(units)
    return np.concatenate([np.arange(MOST // 2), np.arange(units - MOST // 2, units)])


def _connect(axes: Axes, k: int, left: AnyArray, right: AnyArray, values: AnyArray | None) -> None:
    from matplotlib.collections import LineCollection

    ends = [[(k * TALL, y), ((k + 1) * TALL, z)] for y in left for z in right]
    if values is None:
        axes.add_collection(LineCollection(ends, colors=PLAIN, linewidths=0.3, alpha=0.3))
        return
    kernel = values[np.ix_(_shown(values.shape[0]), _shown(values.shape[1]))].ravel()
    share = np.clip(np.nan_to_num(kernel) / strength(values), -1, 1)
    axes.add_collection(
        LineCollection(
            ends,
            colors=[POSITIVE if one >= 0 else NEGATIVE for one in share],
            linewidths=0.2 + 1.2 * np.abs(share),
            alpha=np.clip(0.1 + 0.8 * np.abs(share), 0, 1),
        )
    )


def _column(axes: Axes, k: int, places: AnyArray, units: int, words: str) -> None:
    axes.scatter(
        np.full(len(places), k * TALL), places, s=26, color="white", edgecolors="#0072b2", zorder=3
    )
    if units > MOST:
        axes.text(k * TALL, 0, "⋮", ha="center", va="center", fontsize=9, zorder=4)
    axes.text(k * TALL, -7, words, ha="center", va="top", fontsize=6.5)
