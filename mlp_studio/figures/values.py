"""Predicted against true values, and what is left over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from mlp_studio.analysis.probe import probe_indices
from mlp_studio.core.text import text
from mlp_studio.figures.content import Evaluated
from mlp_studio.figures.drawing import Column, Drawing, Say

if TYPE_CHECKING:
    from matplotlib.figure import Figure

MOST_POINTS = 5000
DOTS: dict[str, Any] = {
    "s": 5,
    "alpha": 0.5,
    "linewidths": 0,
    "color": "#0072b2",
    "rasterized": True,
}


def values(seen: Evaluated, say: Say) -> list[Drawing]:
    """Return predicted against true values and the residuals, of every output."""
    if seen.curves is not None:
        return []
    said = seen.judged.said
    truth = np.asarray(said.y, np.float64).reshape(len(said), -1)
    chosen = probe_indices(truth[:, 0], MOST_POINTS)
    true, told = truth[chosen], np.asarray(said.outputs, np.float64)[chosen]
    found = []
    for output in range(true.shape[1]):
        more = f"_{output + 1}" if true.shape[1] > 1 else ""
        found += [
            _against(true[:, output], told[:, output], more, say),
            _residuals(true[:, output], told[:, output], more, say),
        ]
    return found


def _against(true: np.ndarray, told: np.ndarray, more: str, say: Say) -> Drawing:
    def paint(figure: Figure) -> None:
        axes = figure.subplots()
        ends = [float(np.nanmin([true, told])), float(np.nanmax([true, told]))]
        axes.plot(ends, ends, color="#c5cbd8", lw=0.8, ls="--")
        axes.scatter(true, told, **DOTS)
        axes.set(xlabel=say(text("true value")), ylabel=say(text("predicted value")))
        axes.set_aspect("equal", "datalim")

    numbers: dict[str, Column] = {"true": true.tolist(), "predicted": told.tolist()}
    title = say(text("Predicted against true values"))
    return Drawing(f"predicted{more}", title, paint, numbers, aspect=0.8, tab="evaluation")


def _residuals(true: np.ndarray, told: np.ndarray, more: str, say: Say) -> Drawing:
    rest = told - true

    def paint(figure: Figure) -> None:
        left, right = figure.subplots(1, 2, sharey=True, width_ratios=[3, 1])
        left.axhline(0, color="#c5cbd8", lw=0.8, ls="--")
        left.scatter(true, rest, **DOTS)
        left.set(xlabel=say(text("true value")), ylabel=say(text("predicted − true")))
        known = rest[np.isfinite(rest)]
        if known.size:
            right.hist(known, bins=40, orientation="horizontal", color="#b9cdf0")
        right.set_xlabel(say(text("examples")))

    numbers: dict[str, Column] = {"true": true.tolist(), "residual": rest.tolist()}
    title = say(text("Residuals"))
    return Drawing(f"residuals{more}", title, paint, numbers, aspect=0.5, tab="evaluation")
