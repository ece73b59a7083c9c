"""What a network says of each part of its data, how good that is, and where it fails."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from mlp_studio.analysis.classification import (
    Calibration,
    ClassificationReport,
    Curve,
    calibration,
    classification_report,
    intervals,
    precision_recall_curve,
    roc_curve,
)
from mlp_studio.analysis.metrics import class_probabilities
from mlp_studio.analysis.probe import probe_indices
from mlp_studio.analysis.regression import (
    RegressionReport,
    regression_intervals,
    regression_report,
)
from mlp_studio.analysis.resampled import SCORES, probability_intervals
from mlp_studio.core.arrays import AnyArray, FloatArray, Weights
from mlp_studio.core.dataset import Dataset, Part
from mlp_studio.core.forward import predict
from mlp_studio.core.network import NetworkSpec

PartName = Literal["train", "validation", "test", "other"]
Indices = NDArray[np.int64]

MOST_TRAINING = 10_000  # training examples: more would tell the same and take longer
MOST_CURVES = 20  # classes with curves
EVEN = 0.5  # the threshold at which the likelier of two classes is answered


@dataclass(frozen=True, eq=False)
class Said:
    """What a network says of some examples.

    Parameters
    ----------
    x : FloatArray of shape (n, *input_shape)
        Scaled inputs.
    y : ndarray of shape (n,) or (n, outputs)
        Class numbers, or values.
    outputs : FloatArray of shape (n, classes) or (n, outputs)
        One column a class, or the predicted values.
    total : int
        How many examples the part has; these may be fewer.
    chosen : Indices, optional
        Which of the part's examples they are; None where they are all of them.
    """

    x: FloatArray
    y: AnyArray
    outputs: FloatArray
    total: int
    chosen: Indices | None = None

    @property
    def numbers(self) -> Indices:
        """Which of the part's examples they are, shape (n,)."""
        return np.arange(len(self.x)) if self.chosen is None else self.chosen

    def __len__(self) -> int:
        return len(self.x)


@dataclass(frozen=True, eq=False)
class Judged:
    """How good the answers to a part are.

    Parameters
    ----------
    said : Said
        The examples and what the network says.
    answered : ndarray of int, shape (n,)
        The classes answered; empty for regression.
    report : ClassificationReport or RegressionReport
        The scores.
    ranges : dict of str to (float, float)
        Their 95 % intervals, as far as there are any.
    """

    said: Said
    answered: Indices
    report: ClassificationReport | RegressionReport
    ranges: Mapping[str, tuple[float, float]]


@dataclass(frozen=True, eq=False)
class Curves:
    """Curves over all thresholds, of one part.

    Parameters
    ----------
    roc, precision_recall : dict of int to Curve
        By class; without those that have no examples, or no others.
    calibration : Calibration
        Of the likeliest class.
    """

    roc: dict[int, Curve]
    precision_recall: dict[int, Curve]
    calibration: Calibration


def listen(
    network: NetworkSpec, weights: Weights, dataset: Dataset, other: Part | None = None
) -> dict[PartName, Said]:
    """Return what a network says of each part of a data set; slow.

    Of the training part at most `MOST_TRAINING` examples are read, each class with its
    share; of the others all.

    Parameters
    ----------
    network : NetworkSpec
        The network.
    weights : Weights
        Its weights.
    dataset : Dataset
        What it learns from.
    other : Part, optional
        Examples of another source, scaled as the data set's are.
    """
    found: dict[PartName, Said] = {}
    parts: dict[PartName, Part | None] = {
        "train": dataset.train,
        "validation": dataset.validation,
        "test": dataset.test,
        "other": other,
    }
    for name, part in parts.items():
        if part is None or len(part) == 0:
            continue
        x, y = part.x, part.y
        chosen: Indices | None = None
        if name == "train" and len(part) > MOST_TRAINING:
            chosen = probe_indices(y, MOST_TRAINING)
            x, y = x[chosen], y[chosen]
        classes = dataset.facts.task != "regression"
        said = hear(network, weights, Part(x, y), classes=classes, total=len(part))
        found[name] = replace(said, chosen=chosen)
    return found


def hear(
    network: NetworkSpec, weights: Weights, part: Part, *, classes: bool, total: int | None = None
) -> Said:
    """Return what a network says of all examples of a part.

    Parameters
    ----------
    network, weights : NetworkSpec, Weights
        The network.
    part : Part
        The examples.
    classes : bool
        Whether they are classes or values.
    total : int, optional
        How many examples there are, where `part` has fewer.
    """
    with np.errstate(over="ignore", invalid="ignore"):  # weights that diverged
        outputs = predict(network, weights, part.x).reshape(len(part), -1)
    if classes:
        outputs = np.asarray(class_probabilities(outputs), np.float32)
    return Said(part.x, part.y, outputs, len(part) if total is None else total)


def decide(probabilities: AnyArray, threshold: float = EVEN) -> Indices:
    """Return the classes answered.

    Parameters
    ----------
    probabilities : ndarray of shape (n, classes)
        One column a class.
    threshold : float
        Of two classes the second is answered where its probability is above; of more the
        likeliest always is.
    """
    if probabilities.shape[1] != 2 or threshold == EVEN:
        return np.asarray(probabilities.argmax(axis=1), np.int64)
    return (probabilities[:, 1] > threshold).astype(np.int64)


def judge(
    said: Said,
    *,
    classes: bool,
    threshold: float = EVEN,
    known: Judged | None = None,
    thorough: bool = True,
) -> Judged:
    """Return how good answers are; slow.

    Parameters
    ----------
    said : Said
        The answers.
    classes : bool
        Whether they are classes or values.
    threshold : float
        From which probability on the second of two classes is answered.
    known : Judged or None
        The same answers with another threshold: what does not depend on it is taken over.
    thorough : bool
        Whether the scores of probabilities get intervals, which takes longest.
    """
    if not classes:
        values = regression_report(said.y, said.outputs)
        ranges = regression_intervals(said.y, said.outputs)
        return Judged(said, np.zeros(0, np.int64), values, ranges)
    answered = decide(said.outputs, threshold)
    report = classification_report(said.y, said.outputs, answered)
    ranges = {} if known is None else {k: v for k, v in known.ranges.items() if k in SCORES}
    if thorough and not ranges:
        ranges = probability_intervals(said.y, said.outputs)
    return Judged(said, answered, report, {**intervals(report.matrix), **ranges})


def curves(said: Said) -> Curves:
    """Return the curves of the `MOST_CURVES` commonest classes, and the calibration."""
    counts = np.bincount(said.y, minlength=said.outputs.shape[1])
    common = sorted(np.argsort(-counts, kind="stable")[:MOST_CURVES].tolist())
    roc, precision_recall = {}, {}
    for k in common:
        positive, scores = said.y == k, said.outputs[:, k]
        first, second = roc_curve(positive, scores), precision_recall_curve(positive, scores)
        if first is not None and second is not None:
            roc[k], precision_recall[k] = first, second
    return Curves(roc, precision_recall, calibration(said.y, said.outputs))


# --- which examples to look at ---------------------------------------------------------


def worst_mistakes(judged: Judged, count: int, of_class: int | None = None) -> Indices:
    """Return the mistakes whose true class was thought least likely, worst first."""
    said = judged.said
    wrong = np.flatnonzero((judged.answered != said.y) & _of_class(said, of_class))
    likely = said.outputs[wrong, said.y[wrong].astype(np.int64)]
    return np.asarray(wrong[np.argsort(likely, kind="stable")][:count], np.int64)


def least_certain(
    judged: Judged, count: int, of_class: int | None = None, threshold: float = EVEN
) -> Indices:
    """Return the examples that were nearest to another answer, nearest first."""
    said = judged.said
    chosen = np.flatnonzero(_of_class(said, of_class))
    outputs = said.outputs[chosen]
    if outputs.shape[1] == 2:
        gap = np.abs(outputs[:, 1] - threshold)
    else:
        best = np.sort(outputs, axis=1)
        gap = best[:, -1] - best[:, -2]
    return np.asarray(chosen[np.argsort(gap, kind="stable")][:count], np.int64)


def most_certain(judged: Judged, count: int, of_class: int | None = None) -> Indices:
    """Return the examples whose answers have the highest probabilities, highest first."""
    said = judged.said
    chosen = np.flatnonzero(_of_class(said, of_class))
    sure = said.outputs[chosen, judged.answered[chosen]]
    return np.asarray(chosen[np.argsort(-sure, kind="stable")][:count], np.int64)


def at_random(judged: Judged, count: int, seed: int, of_class: int | None = None) -> Indices:
    """Return examples drawn without choosing."""
    chosen = np.flatnonzero(_of_class(judged.said, of_class))
    rng = np.random.default_rng(seed)
    return np.asarray(rng.permutation(chosen)[:count], np.int64)


def largest_errors(judged: Judged, count: int) -> Indices:
    """Return the examples whose predicted values are farthest off, farthest first."""
    said = judged.said
    error = np.abs(said.outputs - said.y.reshape(len(said), -1)).max(axis=1)
    return np.asarray(np.argsort(-error, kind="stable")[:count], np.int64)


def in_cell(judged: Judged, true: int, answered: int) -> Indices:
    """Return the examples of a cell of the confusion matrix, the surest answers first."""
    said = judged.said
    chosen = np.flatnonzero((said.y == true) & (judged.answered == answered))
    order = np.argsort(-said.outputs[chosen, answered], kind="stable")
    return np.asarray(chosen[order], np.int64)


def _of_class(said: Said, number: int | None) -> NDArray[np.bool_]:
    if number is None:
        return np.ones(len(said), bool)
    return np.asarray(said.y == number)
