"""A function of one or two inputs beside what the network makes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mlp_studio.core.arrays import AnyArray
from mlp_studio.core.forward import predict
from mlp_studio.core.function_source import Function
from mlp_studio.core.text import text
from mlp_studio.data.functions import evaluate
from mlp_studio.figures.content import Content
from mlp_studio.figures.drawing import Column, Drawing, Say

if TYPE_CHECKING:
    from matplotlib.figure import Figure

SIDE, CURVE = 60, 400  # points of a surface's edge, and of a curve
LARGE = 2  # inputs, more of which have no picture


def functions(content: Content, say: Say) -> list[Drawing]:
    """Return target and network, a figure for each output; none for three or more inputs."""
    source = content.project.data.source
    if not isinstance(source, Function) or len(source.inputs) > LARGE:
        return []
    ends = [(each.low, each.high) for each in source.inputs]
    if len(ends) == 1:
        points: AnyArray = np.linspace(*ends[0], CURVE)[:, None]
    else:
        across, up = np.meshgrid(np.linspace(*ends[0], SIDE), np.linspace(*ends[1], SIDE))
        points = np.stack([across.ravel(), up.ravel()], axis=1)
    true = np.asarray(evaluate(source, points), np.float64)
    snapshot = content.snapshot
    with np.errstate(over="ignore", invalid="ignore"):  # weights that diverged
        inputs = content.dataset.scaler.transform(points)
        told = predict(snapshot.network, snapshot.weights, inputs).reshape(len(points), -1)
    paint = _curves if len(ends) == 1 else _surfaces
    return [
        paint(source, k, points, true[:, k], np.asarray(told[:, k], np.float64), say)
        for k in range(true.shape[1])
    ]


def _numbers(
    source: Function, points: AnyArray, true: AnyArray, told: AnyArray
) -> dict[str, Column]:
    columns: dict[str, Column] = {
        name: points[:, k].tolist() for k, name in enumerate(source.names)
    }
    return columns | {"target": true.tolist(), "network": told.tolist()}


def _curves(
    source: Function, k: int, points: AnyArray, true: AnyArray, told: AnyArray, say: Say
) -> Drawing:
    def paint(figure: Figure) -> None:
        axes = figure.subplots()
        axes.plot(points[:, 0], true, color="#69748a", lw=2.4, alpha=0.6, label=say(text("target")))
        axes.plot(points[:, 0], told, color="#1f6feb", label=say(text("network")))
        axes.set(xlabel=source.names[0], ylabel=source.formulas[k])
        axes.legend()

    numbers = _numbers(source, points, true, told)
    return Drawing(_name(source, k), say(text("Target and network")), paint, numbers, tab="plane")


def _surfaces(
    source: Function, k: int, points: AnyArray, true: AnyArray, told: AnyArray, say: Say
) -> Drawing:
    x, y = (points[:, column].reshape(SIDE, SIDE) for column in (0, 1))

    def paint(figure: Figure) -> None:
        finite = true[np.isfinite(true)]
        low, high = (float(finite.min()), float(finite.max())) if finite.size else (0.0, 1.0)
        shown = (
            (text("target"), true, "viridis", (low, high)),
            (text("network"), told, "viridis", (low, high)),
            (text("network − target"), told - true, "RdBu_r", None),
        )
        for place, (title, values, colours, ends) in enumerate(shown):
            axes = figure.add_subplot(1, 3, place + 1, projection="3d")
            heights = values.reshape(SIDE, SIDE)
            most = float(np.nanmax(np.abs(heights), initial=0.0)) or 1.0
            bottom, top = ends or (-most, most)
            axes.plot_surface(
                x, y, heights, cmap=colours, vmin=bottom, vmax=top,
                linewidth=0, rcount=SIDE, ccount=SIDE, rasterized=True,
            )  # fmt: skip
            axes.set_title(say(title))
            axes.set(xlabel=source.names[0], ylabel=source.names[1], zlim=(bottom, top))
            axes.tick_params(labelsize=6, pad=-2)

    title, numbers = say(text("Target and network")), _numbers(source, points, true, told)
    return Drawing(_name(source, k), title, paint, numbers, aspect=0.4, tab="plane")


def _name(source: Function, k: int) -> str:
    return "function" if len(source.formulas) == 1 else f"function_{k + 1}"
