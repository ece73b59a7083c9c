"""The plane of the inputs, the space of the features, the weights."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np

from mlp_studio.analysis.kernels import strength, tiles_across, unit_pictures
from mlp_studio.analysis.probe import probe_indices
from mlp_studio.analysis.projection import project
from mlp_studio.analysis.regions import plane_bounds, plane_grid, region_image
from mlp_studio.core.arrays import AnyArray
from mlp_studio.core.forward import forward
from mlp_studio.core.layers import Dense
from mlp_studio.core.text import text
from mlp_studio.figures.content import Content, Evaluated
from mlp_studio.figures.drawing import Column, Drawing, Say, whole_numbers

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

GRID = 200  # pixels on a side of the plane
TOLD = 60  # and of the grid among the numbers
POINTS = 1500
MOST_UNITS = 64  # drawn as pictures
MOST_LABELS = 12  # classes in a legend
VIRIDIS_LEVELS = 64


def _map() -> AnyArray:
    import matplotlib as mpl

    levels = mpl.colormaps["viridis"](np.linspace(0, 1, VIRIDIS_LEVELS))[:, :3]
    return np.asarray(np.rint(255 * levels), np.uint8)


def _rgb(colours: tuple[str, ...]) -> AnyArray:
    return np.array([[int(c[k : k + 2], 16) for k in (1, 3, 5)] for c in colours], np.uint8)


def scatter(axes: Axes, points: AnyArray, y: AnyArray, content: Content) -> None:
    """Paint points in the colours of their classes or values."""
    names = content.dataset.class_names
    if not names:
        found = axes.scatter(
            points[:, 0], points[:, 1], c=y.reshape(len(y), -1)[:, 0], s=8,
            linewidths=0.25, edgecolors="white",
        )  # fmt: skip
        axes.figure.colorbar(found, ax=axes, shrink=0.8)
        return
    for k, name in enumerate(names):
        own = points[y == k]
        label = name if len(names) <= MOST_LABELS else None
        axes.scatter(
            own[:, 0], own[:, 1], s=7, linewidths=0.2, edgecolors="white",
            color=content.colours[k], label=label,
        )  # fmt: skip
    if len(names) <= MOST_LABELS:
        axes.legend(markerscale=1.6, loc="center left", bbox_to_anchor=(1.0, 0.5))


def regions(content: Content, say: Say) -> Drawing | None:
    """Return what the network answers all over the plane; None where there is no plane."""
    dataset, snapshot = content.dataset, content.snapshot
    if dataset.facts.input_shape != (2,):
        return None
    part = dataset.train
    chosen = probe_indices(part.y, POINTS)
    x, y = part.x[chosen], part.y[chosen]
    bounds = plane_bounds(part.x)
    task = dataset.facts.task
    classes = task != "regression"
    low, high = (0.0, 1.0) if classes else (float(part.y.min()), float(part.y.max()))

    def paint(figure: Figure) -> None:
        axes = figure.subplots()
        colours = _rgb(content.colours) if classes else _map()
        found = region_image(
            snapshot.network, snapshot.weights, bounds, GRID, task, colours, values=(low, high)
        )
        extent = (bounds.left, bounds.right, bounds.bottom, bounds.top)
        axes.imshow(found.image, extent=extent, interpolation="bilinear")
        axes.grid(visible=False)
        scatter(axes, x, y, content)
        axes.set(xlabel="x₁", ylabel="x₂", xlim=extent[:2], ylim=extent[2:])

    told = region_image(
        snapshot.network, snapshot.weights, bounds, TOLD, task,
        _rgb(content.colours) if classes else np.zeros((2, 3), np.uint8), values=(low, high),
    )  # fmt: skip
    grid = plane_grid(bounds, TOLD)
    outputs = told.outputs.reshape(TOLD * TOLD, -1)
    numbers: dict[str, Column] = {"x1": grid[:, 0].tolist(), "x2": grid[:, 1].tolist()}
    heads = dataset.class_names or tuple(f"output_{k + 1}" for k in range(outputs.shape[1]))
    numbers |= {head: outputs[:, k].tolist() for k, head in enumerate(heads)}
    title = text("Decision regions") if classes else text("The network over the plane")
    return Drawing("plane", say(title), paint, numbers, aspect=0.75, tab="plane")


def features(seen: Evaluated, say: Say) -> Drawing | None:
    """Return the examples as the last hidden layer has them, on its two main axes."""
    content = seen.content
    network, weights = content.snapshot.network, content.snapshot.weights
    hidden = [layer for layer in network.layers if isinstance(layer, Dense)][:-1]
    if not hidden:
        return None
    said, layer = seen.judged.said, hidden[-1]
    chosen = probe_indices(said.y, POINTS)
    with np.errstate(over="ignore", invalid="ignore"):
        values = forward(network, weights, said.x[chosen])[layer.name].reshape(len(chosen), -1)
    if values.shape[1] < 2:
        return None
    found = project(values)
    points, y = found.points, said.y[chosen]
    plain = values.shape[1] == 2

    def paint(figure: Figure) -> None:
        axes = figure.subplots()
        scatter(axes, points, y, content)
        if plain:
            axes.set(xlabel=say(text("unit 1")), ylabel=say(text("unit 2")))
        else:
            across, up = (
                say(text("PC {number} · {share} %", number=k + 1, share=f"{100 * share:.1f}"))
                for k, share in enumerate(found.explained)
            )
            axes.set(xlabel=across, ylabel=up)

    numbers: dict[str, Column] = {
        "x": points[:, 0].tolist(),
        "y": points[:, 1].tolist(),
        "answer": y.reshape(len(y), -1)[:, 0].tolist(),
    }
    title = say(text("What “{layer}” makes of the data", layer=layer.name))
    return Drawing("features", title, paint, numbers, aspect=0.72, tab="features")


def kernel(content: Content, say: Say) -> Drawing | None:
    """Return the weights of the first layer: as pictures where the inputs are one."""
    network, weights = content.snapshot.network, content.snapshot.weights
    layer = next((one for one in network.layers if isinstance(one, Dense)), None)
    if layer is None or not weights.get(layer.name):
        return None
    values = weights[layer.name][0]
    pictures = unit_pictures(values, network.input_shape)
    most = strength(values)

    def paint(figure: Figure) -> None:
        shown: dict[str, Any] = {"cmap": "RdBu_r", "vmin": -most, "vmax": most}
        if pictures is None:
            axes = figure.subplots()
            rows, columns = values.shape
            extent = (0.5, columns + 0.5, rows + 0.5, 0.5)
            picture = axes.imshow(
                values, aspect="auto", interpolation="nearest", extent=extent, **shown
            )
            axes.grid(visible=False)
            for axis in (axes.xaxis, axes.yaxis):
                axis.set_major_locator(whole_numbers())
            axes.set(xlabel=say(text("unit")), ylabel=say(text("input")))
            figure.colorbar(picture, ax=axes, shrink=0.8)
            return
        count = min(MOST_UNITS, len(pictures))
        across = tiles_across(count, 1.0, 0.6, 1.0)
        grid = figure.subplots(math.ceil(count / across), across, squeeze=False)
        for k, axes in enumerate(grid.ravel()):
            axes.axis("off")
            if k < count:
                picture = axes.imshow(pictures[k], interpolation="nearest", **shown)
        figure.colorbar(picture, ax=grid, shrink=0.8)

    numbers: dict[str, Column] = {"input": list(range(1, len(values) + 1))}
    numbers |= {f"unit_{k + 1}": values[:, k].tolist() for k in range(values.shape[1])}
    title = say(text("Kernel of “{layer}”", layer=layer.name))
    return Drawing("kernel", title, paint, numbers, aspect=0.6, tab="weights")
