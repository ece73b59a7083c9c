"""Confusion matrix, curves over all thresholds, and calibration."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mlp_studio.analysis.classification import ClassificationReport, Curve
from mlp_studio.core.arrays import AnyArray
from mlp_studio.core.text import Text, text
from mlp_studio.figures.content import Evaluated
from mlp_studio.figures.drawing import Column, Drawing, Say

if TYPE_CHECKING:
    from matplotlib.figure import Figure

MOST_WRITTEN = 16  # classes whose cells have numbers in them
MOST_NAMED = 40  # classes whose names stand beside the matrix
MOST_LABELS = 12  # classes named in a legend
DARK = 0.55  # of the fullest cell: from there on its number is white


def confusion(seen: Evaluated, say: Say, *, shares: bool) -> Drawing | None:
    """Return the confusion matrix, as counts or as shares of each true class."""
    report = seen.judged.report
    if not isinstance(report, ClassificationReport):
        return None
    names, matrix = seen.content.dataset.class_names, report.matrix
    support = matrix.sum(axis=1, keepdims=True)
    values = np.divide(matrix, support, out=np.zeros(matrix.shape), where=support > 0)
    count = len(names)

    def paint(figure: Figure) -> None:
        axes = figure.subplots()
        picture = axes.imshow(values, cmap="Blues", vmin=0, vmax=1)
        axes.grid(visible=False)
        if count <= MOST_NAMED:
            turned = 90 if max(map(len, names)) > 3 else 0
            axes.set_xticks(range(count), names, rotation=turned)
            axes.set_yticks(range(count), names)
        axes.set_xlabel(say(text("answer")))
        axes.set_ylabel(say(text("true class")))
        for (row, column), share in np.ndenumerate(values):
            if count <= MOST_WRITTEN and matrix[row, column]:
                words = f"{100 * share:.1f}" if shares else f"{matrix[row, column]:,}"
                ink = "white" if share > DARK else "#10182b"
                axes.text(column, row, words, ha="center", va="center", color=ink, fontsize=6.5)
        bar = figure.colorbar(picture, ax=axes, shrink=0.8)
        bar.set_label(say(text("share of the true class")))

    shown: AnyArray = values if shares else matrix
    numbers: dict[str, Column] = {say(text("true class")): names}
    numbers |= {name: shown[:, k].tolist() for k, name in enumerate(names)}
    title = text("Confusion matrix, in percent") if shares else text("Confusion matrix")
    name = "confusion_shares" if shares else "confusion"
    return Drawing(name, say(title), paint, numbers, aspect=0.85, tab="evaluation")


def thresholds(seen: Evaluated, say: Say) -> list[Drawing]:
    """Return ROC and precision-recall curves of each class."""
    found = seen.curves
    if found is None:
        return []
    roc = (text("ROC curves"), text("false positive rate"), text("true positive rate"))
    precision = (text("Precision and recall"), text("recall"), text("precision"))
    drawn = (("roc", found.roc, roc), ("precision_recall", found.precision_recall, precision))
    return [_lines(seen, name, by_class, words, say) for name, by_class, words in drawn if by_class]


def _lines(
    seen: Evaluated,
    name: str,
    found: dict[int, Curve],
    words: tuple[Text, Text, Text],
    say: Say,
) -> Drawing:
    content = seen.content
    names = content.dataset.class_names
    # Of two classes the second tells everything: the first has the same curve, mirrored.
    shown = {k: c for k, c in found.items() if k == 1} if len(names) == 2 else found
    title, across, up = (say(one) for one in words)

    def paint(figure: Figure) -> None:
        axes = figure.subplots()
        if name == "roc":
            axes.plot([0, 1], [0, 1], color="#c5cbd8", lw=0.8, ls="--")
        for k, curve in shown.items():
            label = f"{names[k]}  {curve.area:.3f}" if len(shown) <= MOST_LABELS else None
            axes.plot(curve.x, curve.y, color=content.colours[k], label=label, lw=1.1)
        axes.set(xlim=(-0.01, 1.01), ylim=(-0.01, 1.01), xlabel=across, ylabel=up)
        if len(shown) <= MOST_LABELS:
            axes.legend(title=say(text("class and area")), title_fontsize=7.5)

    columns: dict[str, list[object]] = {"class": [], across: [], up: [], "threshold": []}
    for k, curve in shown.items():
        columns["class"] += [names[k]] * len(curve.x)
        columns[across] += curve.x.tolist()
        columns[up] += curve.y.tolist()
        columns["threshold"] += curve.thresholds.tolist()
    return Drawing(name, title, paint, columns, aspect=0.7, tab="evaluation")


def calibration(seen: Evaluated, say: Say) -> Drawing | None:
    """Return whether probabilities can be believed; None where the answers are none."""
    if seen.curves is None or not seen.calibrated:
        return None
    found = seen.curves.calibration
    edges = np.linspace(0, 1, len(found.counts) + 1)

    def paint(figure: Figure) -> None:
        above, below = figure.subplots(2, 1, sharex=True, height_ratios=[3, 1])
        there = found.counts > 0
        above.plot([0, 1], [0, 1], color="#c5cbd8", lw=0.8, ls="--")
        above.plot(found.confidence[there], found.accuracy[there], "o-", color="#1f6feb", ms=3.5)
        above.set_ylabel(say(text("share right")))
        error = say(text("expected calibration error {error}", error=f"{found.error:.4f}"))
        above.set_title(error)
        below.bar(edges[:-1], found.counts, width=np.diff(edges), align="edge", color="#b9cdf0")
        below.set_ylabel(say(text("examples")))
        below.set_xlabel(say(text("probability of the answer")))

    numbers: dict[str, Column] = {
        "from": edges[:-1].tolist(),
        "to": edges[1:].tolist(),
        "confidence": found.confidence.tolist(),
        "accuracy": found.accuracy.tolist(),
        "examples": found.counts.tolist(),
    }
    title = say(text("Calibration"))
    return Drawing("calibration", title, paint, numbers, aspect=0.75, tab="evaluation")
