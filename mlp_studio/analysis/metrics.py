"""How good a network is, in the numbers scikit-learn gives, without importing it.

Definitions: https://scikit-learn.org/stable/modules/model_evaluation.html. The tests
hold every number against scikit-learn's, degenerate cases included.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from mlp_studio.analysis.tallies import Tallies, scores_of
from mlp_studio.core.arrays import AnyArray, Weights
from mlp_studio.core.dataset import Facts, Part
from mlp_studio.core.forward import predict
from mlp_studio.core.network import NetworkSpec

Metrics = dict[str, float | None]


def class_probabilities(outputs: AnyArray) -> AnyArray:
    """Return one column a class: a single sigmoid unit becomes two columns."""
    if outputs.shape[-1] == 1:
        return np.concatenate([1 - outputs, outputs], axis=-1)
    return outputs


def confusion_matrix(y_true: AnyArray, y_predicted: AnyArray, classes: int) -> NDArray[np.int64]:
    """Return how many examples of each class (row) were taken for each class (column)."""
    pairs = y_true.astype(np.int64) * classes + y_predicted.astype(np.int64)
    return np.bincount(pairs, minlength=classes * classes).reshape(classes, classes)


def classification(y_true: AnyArray, probabilities: AnyArray) -> Metrics:
    """Return accuracy, macro precision, recall and F1, and the area under the ROC curve.

    Macro means the plain average over the classes that occur, in the answers or in the
    predictions; a class without predictions has precision 0. Where a probability is not
    a number, the area is undefined.

    Parameters
    ----------
    y_true : ndarray of int, shape (n,)
        Class numbers.
    probabilities : ndarray of shape (n, classes)
        One column a class.

    Returns
    -------
    dict
        ``accuracy``, ``precision_macro``, ``recall_macro``, ``f1_macro`` and
        ``roc_auc`` (one class against the rest, averaged; for two classes that of
        class 1). None where undefined.
    """
    n, classes = probabilities.shape
    if n == 0:
        return dict.fromkeys(("accuracy", "precision_macro", "recall_macro", "f1_macro", "roc_auc"))
    matrix = confusion_matrix(y_true, probabilities.argmax(axis=1), classes)
    hits, support, answered = np.diag(matrix), matrix.sum(axis=1), matrix.sum(axis=0)
    scores = scores_of(Tallies(hits[None], support[None], answered[None]))
    names = ("accuracy", "precision_macro", "recall_macro", "f1_macro")
    found: Metrics = {name: float(scores[name][0]) for name in names}
    return {**found, "roc_auc": _roc_auc(y_true, probabilities)}


def _roc_auc(y_true: AnyArray, probabilities: AnyArray) -> float | None:
    """Return the macro one-vs-rest area; None unless every class occurs."""
    areas = one_vs_rest_areas(y_true, probabilities)
    known = [area for area in areas if area is not None]
    return float(np.mean(known)) if areas and len(known) == len(areas) else None


def one_vs_rest_areas(y_true: AnyArray, probabilities: AnyArray) -> list[float | None]:
    """Return the area under the ROC curve of each class against the rest.

    None for a class without examples, or without any of others, and for all where a
    probability is not a number.
    """
    classes = probabilities.shape[1]
    counts = np.bincount(y_true, minlength=classes)
    finite = bool(np.isfinite(probabilities).all())
    return [
        _area(y_true == k, probabilities[:, k]) if finite and 0 < counts[k] < len(y_true) else None
        for k in range(classes)
    ]


def _area(positive: AnyArray, scores: AnyArray) -> float:
    """Return the chance that a positive scores above a negative, ties counting half."""
    order = np.argsort(scores, kind="stable")
    ordered = scores[order]
    starts = np.flatnonzero(np.concatenate([[True], ordered[1:] != ordered[:-1]]))
    ends = np.append(starts[1:], len(ordered))
    ranks = np.repeat((starts + ends + 1) / 2, ends - starts)  # the average rank among equals
    positives = int(positive.sum())
    negatives = len(positive) - positives
    total = float(ranks[positive[order]].sum())
    return (total - positives * (positives + 1) / 2) / (positives * negatives)


def regression(y_true: AnyArray, prediction: AnyArray) -> Metrics:
    """Return mean absolute error, mean squared error and R², averaged over the outputs.

    Parameters
    ----------
    y_true, prediction : ndarray of shape (n,) or (n, outputs)
        Values.

    Returns
    -------
    dict
        ``mae``, ``mse`` and ``r2``; None where undefined.
    """
    if len(y_true) == 0:
        return {"mae": None, "mse": None, "r2": None}
    truth = np.asarray(y_true, np.float64).reshape(len(y_true), -1)
    error = truth - np.asarray(prediction, np.float64).reshape(truth.shape)
    residual = (error**2).sum(axis=0)
    spread = ((truth - truth.mean(axis=0)) ** 2).sum(axis=0)
    # A constant answer is met perfectly or not at all, as scikit-learn has it.
    share = np.divide(residual, spread, out=(residual > 0).astype(float), where=spread > 0)
    return {
        "mae": float(np.abs(error).mean()),
        "mse": float((error**2).mean()),
        "r2": float((1 - share).mean()) if len(truth) > 1 else None,
    }


def evaluate(network: NetworkSpec, weights: Weights, part: Part, facts: Facts) -> Metrics:
    """Return the metrics of a network on some examples.

    Parameters
    ----------
    network : NetworkSpec
        The network.
    weights : Weights
        Its weights.
    part : Part
        The examples.
    facts : Facts
        Their task.
    """
    outputs = predict(network, weights, part.x)
    if facts.task == "regression":
        return regression(part.y, outputs)
    return classification(part.y, class_probabilities(outputs))


def example_losses(outputs: AnyArray, y: AnyArray, *, calibrated: bool) -> AnyArray:
    """Return how wrong a network is on each example, shape (n,).

    Parameters
    ----------
    outputs : ndarray of shape (n, classes) or (n, outputs)
        One column a class, see `class_probabilities`; or values.
    y : ndarray of int, shape (n,), or of float, shape (n, outputs)
        Class numbers: the cross-entropy is returned; or values: the mean squared error.
    calibrated : bool
        Whether `outputs` are probabilities; else they go through softmax first.
    """
    values = np.asarray(outputs, np.float64)
    if y.dtype.kind == "f" or y.ndim > 1:
        return np.asarray(((values - y.reshape(values.shape)) ** 2).mean(axis=1))
    said = values[np.arange(len(values)), y.astype(np.int64)]
    if calibrated:
        return np.asarray(-np.log(np.clip(said, 1e-7, None)))
    high = values.max(axis=1)
    return np.asarray(high + np.log(np.exp(values - high[:, None]).sum(axis=1)) - said)
