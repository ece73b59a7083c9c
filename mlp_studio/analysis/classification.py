"""Everything there is to say of a classifier's answers, in the numbers scikit-learn gives.

Definitions: https://scikit-learn.org/stable/modules/model_evaluation.html; the expected
calibration error after Guo et al. 2017 (arXiv 1706.04599); percentile intervals of the
bootstrap after Efron 1979. The tests hold every number against scikit-learn's.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mlp_studio.analysis.metrics import confusion_matrix, one_vs_rest_areas
from mlp_studio.analysis.tallies import Tallies, divided, scores_by_class, scores_of
from mlp_studio.core.arrays import AnyArray

RESAMPLES = 1000
SURE = 0.95  # of an interval
BINS = 10  # of the calibration


@dataclass(frozen=True)
class ClassScores:
    """How one class fares.

    Parameters
    ----------
    precision, recall, f1 : float
        0 where undefined.
    support : int
        Examples of the class.
    roc_auc : float or None
        Of this class against the rest; None where one of both is missing.
    """

    precision: float
    recall: float
    f1: float
    support: int
    roc_auc: float | None


@dataclass(frozen=True, eq=False)
class ClassificationReport:
    """The scores of a classifier on some examples.

    Parameters
    ----------
    examples : int
        How many.
    scores : dict of str to float or None
        ``accuracy``, ``balanced_accuracy``, ``kappa``, ``log_loss``, ``top_2``, ``top_3``,
        ``precision_macro``, ``recall_macro``, ``f1_macro``, the same with ``_weighted``,
        ``roc_auc`` and ``calibration_error``; None where undefined.
    classes : tuple of ClassScores
        One a class.
    matrix : ndarray of int, shape (classes, classes)
        True classes down, answers across.
    """

    examples: int
    scores: dict[str, float | None]
    classes: tuple[ClassScores, ...]
    matrix: NDArray[np.int64]


def classification_report(
    y_true: AnyArray, probabilities: AnyArray, answered: AnyArray | None = None
) -> ClassificationReport:
    """Return the scores of `probabilities`, shape (n, classes), for class numbers `y_true`.

    Parameters
    ----------
    y_true : ndarray of int, shape (n,)
        Class numbers.
    probabilities : ndarray of shape (n, classes)
        One column a class.
    answered : ndarray of int, shape (n,), optional
        The classes answered; the likeliest ones where left out.
    """
    y = y_true.astype(np.int64)
    n, count = probabilities.shape
    said = probabilities.argmax(axis=1) if answered is None else answered
    matrix = confusion_matrix(y, said, count)
    areas = one_vs_rest_areas(y, probabilities)
    support = matrix.sum(axis=1)
    tallies = Tallies(np.diag(matrix)[None], support[None], matrix.sum(axis=0)[None])
    precision, recall, f1 = (values[0] for values in scores_by_class(tallies))
    classes = tuple(
        ClassScores(float(p), float(r), float(f), int(s), area)
        for p, r, f, s, area in zip(precision, recall, f1, support, areas, strict=True)
    )
    scores: dict[str, float | None] = {
        name: _number(values[0]) for name, values in scores_of(tallies).items()
    }
    known = [area for area in areas if area is not None]
    scores["roc_auc"] = float(np.mean(known)) if len(known) == count else None
    scores["log_loss"] = _log_loss(y, probabilities) if n else None
    for k in (2, 3):
        scores[f"top_{k}"] = _top_k(y, probabilities, k) if n and k < count else None
    scores["calibration_error"] = calibration(y, probabilities).error if n else None
    return ClassificationReport(n, scores, classes, matrix)


def intervals(
    matrix: NDArray[np.int64], resamples: int = RESAMPLES, seed: int = 0
) -> dict[str, tuple[float, float]]:
    """Return in which range each score would lie on other examples of the same kind.

    By the percentile bootstrap. The scores that depend only on which class was answered
    need no resampling of the examples: how often each cell of the confusion matrix comes
    up is multinomial.

    Parameters
    ----------
    matrix : ndarray of int, shape (classes, classes)
        As in `ClassificationReport`.
    resamples : int
        How many.
    seed : int
        Of the resampling.

    Returns
    -------
    dict of str to (float, float)
        For 95 %.
    """
    n = int(matrix.sum())
    if n == 0:
        return {}
    rng = np.random.default_rng(seed)
    true, said = np.nonzero(matrix)  # the other cells stay empty, however many there are
    drawn = rng.multinomial(n, matrix[true, said] / n, size=resamples)
    count = len(matrix)
    right = true == said
    hits = np.zeros((resamples, count), np.int64)
    hits[:, true[right]] = drawn[:, right]
    tallies = Tallies(hits, _gathered(drawn, true, count), _gathered(drawn, said, count))
    found = scores_of(tallies)
    tail = 50 * (1 - SURE)
    ranges = {}
    for name, values in found.items():
        finite = values[np.isfinite(values)]
        if finite.size:
            low, high = np.percentile(finite, [tail, 100 - tail])
            ranges[name] = (float(low), float(high))
    return ranges


def _gathered(drawn: NDArray[np.int64], number: AnyArray, count: int) -> NDArray[np.int64]:
    """Return the sums of the columns that have the same number, shape (rows, count)."""
    order = np.argsort(number, kind="stable")
    known, starts = np.unique(number[order], return_index=True)
    sums = np.zeros((len(drawn), count), np.int64)
    sums[:, known] = np.add.reduceat(drawn[:, order], starts, axis=1)
    return sums


def _number(value: float) -> float | None:
    return float(value) if np.isfinite(value) else None


def _log_loss(y: AnyArray, probabilities: AnyArray) -> float | None:
    shares = probabilities.astype(np.float64)
    totals = shares.sum(axis=1, keepdims=True)
    if not np.isfinite(shares).all() or (shares < 0).any() or (totals <= 0).any():
        return None
    smallest = np.finfo(probabilities.dtype).eps
    shares = np.clip(shares / totals, smallest, 1 - smallest)
    return float(-np.log(shares[np.arange(len(y)), y]).mean())


def _top_k(y: AnyArray, probabilities: AnyArray, k: int) -> float:
    """Return how often the class is among the `k` likeliest; of equals the last ones count."""
    best = np.argsort(probabilities, axis=1, kind="stable")[:, -k:]
    return float((best == y[:, None]).any(axis=1).mean())


@dataclass(frozen=True, eq=False)
class Calibration:
    """Whether what is answered with 80 % is right in 80 % of the cases.

    Parameters
    ----------
    confidence, accuracy : ndarray of shape (bins,)
        Means of the likeliest class's probability and of being right; NaN in empty bins.
    counts : ndarray of int, shape (bins,)
        Examples in each bin.
    error : float
        The expected calibration error: mean difference of both, weighted by the counts.
    """

    confidence: AnyArray
    accuracy: AnyArray
    counts: NDArray[np.int64]
    error: float


def calibration(y_true: AnyArray, probabilities: AnyArray, bins: int = BINS) -> Calibration:
    """Return the calibration of the likeliest class in bins of equal width over [0, 1]."""
    sure = np.nan_to_num(probabilities.max(axis=1).astype(np.float64))
    right = probabilities.argmax(axis=1) == y_true
    place = np.clip((sure * bins).astype(np.int64), 0, bins - 1)
    counts = np.bincount(place, minlength=bins)
    confidence = divided(np.bincount(place, sure, minlength=bins), counts)
    accuracy = divided(np.bincount(place, right, minlength=bins), counts)
    gaps = np.abs(np.nan_to_num(confidence) - np.nan_to_num(accuracy))
    error = float((gaps * counts).sum() / max(1, counts.sum()))
    return Calibration(confidence, accuracy, counts.astype(np.int64), error)


@dataclass(frozen=True, eq=False)
class Curve:
    """A curve of a score's thresholds.

    Parameters
    ----------
    x, y : ndarray of shape (points,)
        False positive rate and true positive rate, or recall and precision.
    thresholds : ndarray of shape (points,)
        From which score on the class is answered; infinity at the end where it never is.
    area : float
        Under the ROC curve; the average precision of a precision-recall curve.
    """

    x: AnyArray
    y: AnyArray
    thresholds: AnyArray
    area: float


def roc_curve(positive: AnyArray, scores: AnyArray) -> Curve | None:
    """Return the ROC curve of one class; None where it, or all others, are missing."""
    found = _thresholds(positive, scores)
    if found is None:
        return None
    hits, alarms, levels = found
    x, y = np.append(0.0, alarms / alarms[-1]), np.append(0.0, hits / hits[-1])
    return Curve(x, y, np.append(np.inf, levels), float(np.trapezoid(y, x)))


def precision_recall_curve(positive: AnyArray, scores: AnyArray) -> Curve | None:
    """Return the precision-recall curve; None where the class, or all others, are missing."""
    found = _thresholds(positive, scores)
    if found is None:
        return None
    hits, alarms, levels = found
    recall, precision = hits / hits[-1], hits / (hits + alarms)
    average = float((np.diff(np.append(0.0, recall)) * precision).sum())
    return Curve(
        np.append(0.0, recall), np.append(1.0, precision), np.append(np.inf, levels), average
    )


def _thresholds(positive: AnyArray, scores: AnyArray) -> tuple[AnyArray, AnyArray, AnyArray] | None:
    """Return hits and false alarms at each distinct score, from the highest down."""
    order = np.argsort(-scores, kind="stable")
    levels, right = scores[order], positive[order].astype(bool)
    if not right.any() or right.all() or not np.isfinite(levels).all():
        return None
    last = np.append(np.flatnonzero(np.diff(levels)), len(levels) - 1)
    hits = np.cumsum(right)[last].astype(np.float64)
    return hits, last + 1 - hits, levels[last]


def most_confused(matrix: NDArray[np.int64], count: int = 5) -> list[tuple[int, int, int]]:
    """Return the commonest mistakes: true class, answer, how often."""
    wrong = matrix.copy()
    np.fill_diagonal(wrong, 0)
    order = np.argsort(-wrong, axis=None, kind="stable")[:count]
    pairs = [divmod(int(place), len(matrix)) for place in order]
    return [(true, said, int(wrong[true, said])) for true, said in pairs if wrong[true, said]]


def mc_nemar(right: AnyArray, other: AnyArray) -> float:
    """Return how likely two equally good classifiers would differ at least this much.

    McNemar's exact test (1947) on the same examples.

    Parameters
    ----------
    right, other : ndarray of bool, shape (n,)
        Whether each of them is right.
    """
    from scipy.stats import binomtest

    only, others = int((right & ~other).sum()), int((other & ~right).sum())
    if only + others == 0:
        return 1.0
    return float(binomtest(only, only + others).pvalue)
