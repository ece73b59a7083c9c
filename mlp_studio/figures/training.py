"""The curves of a training."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from mlp_studio.analysis.reading import best_epoch
from mlp_studio.core.arrays import AnyArray
from mlp_studio.core.text import Text, text
from mlp_studio.figures.content import Content
from mlp_studio.figures.drawing import Column, Drawing, Say, whole_numbers

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

TRAINING, VALIDATION = "#0072b2", "#d98200"  # as everywhere in the program


def metric_name(metric: str, top_k: int) -> Text:
    """Return how a metric is called."""
    names = {
        "accuracy": text("Accuracy"),
        "top_k_accuracy": text("Top-{k} accuracy", k=top_k),
        "mae": text("Mean absolute error"),
        "mse": text("Mean squared error"),
    }
    return names[metric]


def curves(content: Content, say: Say) -> Drawing | None:
    """Return loss and metric over the epochs; None before the first epoch."""
    if not content.epochs:
        return None
    training = content.project.training
    metric = training.metric
    number = np.array([event.epoch for event in content.epochs])
    logs = {
        name: np.array([event.logs.get(name, np.nan) for event in content.epochs])
        for name in ("loss", "val_loss", metric, f"val_{metric}")
    }
    rates = np.array([event.learning_rate for event in content.epochs])
    position = best_epoch(
        [event.logs for event in content.epochs], training.monitor(content.epochs[-1].logs)
    )
    best = None if position is None else float(number[position])
    words = (text("Loss"), metric_name(metric, training.top_k))

    def paint(figure: Figure) -> None:
        for axes, name, title in zip(figure.subplots(1, 2), ("loss", metric), words, strict=True):
            _paint(axes, number, logs, name, best, say)
            axes.set_title(say(title))

    numbers: dict[str, Column] = {"epoch": number.tolist()}
    numbers |= {name: values.tolist() for name, values in logs.items()}
    numbers["learning_rate"] = rates.tolist()
    return Drawing(
        "curves",
        say(text("Loss and metric over the epochs")),
        paint,
        numbers,
        aspect=0.42,
        tab="curves",
    )


def _paint(
    axes: Axes,
    number: AnyArray,
    logs: Mapping[str, AnyArray],
    name: str,
    best: float | None,
    say: Say,
) -> None:
    dots = "o" if len(number) == 1 else None
    for key, colour, label in (
        (name, TRAINING, text("training")),
        (f"val_{name}", VALIDATION, text("validation")),
    ):
        if np.isfinite(logs[key]).any():
            axes.plot(number, logs[key], color=colour, label=say(label), marker=dots, ms=3)
    if best is not None and len(number) > 1:
        axes.axvline(best, color=VALIDATION, lw=0.8, ls="--", label=say(text("best epoch")))
    axes.set_xlabel(say(text("epoch")))
    axes.xaxis.set_major_locator(whole_numbers())
    if axes.get_legend_handles_labels()[0]:
        axes.legend()
