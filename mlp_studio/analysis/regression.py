"""Everything there is to say of predicted values, in the numbers scikit-learn gives.

Definitions: https://scikit-learn.org/stable/modules/model_evaluation.html#regression-metrics;
percentile intervals of the bootstrap after Efron 1979.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from mlp_studio.analysis.metrics import regression
from mlp_studio.core.arrays import AnyArray

RESAMPLES = 1000
FEWEST = 100  # resamples of very many examples
DRAWS = 4_000_000  # examples drawn in all, as long as FEWEST allows
SURE = 0.95  # of an interval


@dataclass(frozen=True, eq=False)
class RegressionReport:
    """The scores of predicted values.

    Parameters
    ----------
    examples : int
        How many.
    scores : dict of str to float or None
        ``mae``, ``mse``, ``rmse``, ``r2``, each averaged over the outputs, and
        ``max_error``, the largest of all outputs; None where undefined.
    """

    examples: int
    scores: dict[str, float | None]


def regression_report(y_true: AnyArray, prediction: AnyArray) -> RegressionReport:
    """Return the scores of `prediction`, shape (n, outputs), for the values `y_true`."""
    n = len(y_true)
    scores = regression(y_true, prediction)
    if n == 0:
        return RegressionReport(0, {**scores, "rmse": None, "max_error": None})
    error = _errors(y_true, prediction)
    scores["rmse"] = float(np.sqrt((error**2).mean(axis=0)).mean())
    scores["max_error"] = float(np.abs(error).max())
    found = {name: value if _finite(value) else None for name, value in scores.items()}
    return RegressionReport(n, found)


def regression_intervals(
    y_true: AnyArray, prediction: AnyArray, seed: int = 0
) -> dict[str, tuple[float, float]]:
    """Return in which range each score would lie on other examples of the same kind.

    The largest error has none: resampled examples can only miss it.

    Parameters
    ----------
    y_true, prediction : ndarray of shape (n,) or (n, outputs)
        Values.
    seed : int
        Of the resampling.

    Returns
    -------
    dict of str to (float, float)
        For 95 %; empty where a prediction is not a number, or for fewer than two examples.
    """
    n = len(y_true)
    if n < 2 or not np.isfinite(prediction).all():
        return {}
    truth = np.asarray(y_true, np.float64).reshape(n, -1)
    error = _errors(y_true, prediction)
    truth = truth - truth.mean(axis=0)  # keeps the digits of the squares
    parts = np.concatenate([np.abs(error), error**2, truth, truth**2], axis=1)
    rng = np.random.default_rng(seed)
    resamples = int(np.clip(DRAWS // n, FEWEST, RESAMPLES))
    means = np.empty((resamples, parts.shape[1]))
    for k in range(resamples):
        counts = np.bincount(rng.integers(0, n, n), minlength=n)
        means[k] = counts @ parts / n
    absolute, square, first, second = np.split(means, 4, axis=1)
    spread = second - first**2
    share = np.divide(square, spread, out=np.full(spread.shape, np.nan), where=spread > 1e-15)
    found = {
        "mae": absolute.mean(axis=1),
        "mse": square.mean(axis=1),
        "rmse": np.sqrt(square).mean(axis=1),
        "r2": (1 - share).mean(axis=1),
    }
    tail = 50 * (1 - SURE)
    ranges = {}
    for name, values in found.items():
        known = values[np.isfinite(values)]
        if known.size:
            low, high = np.percentile(known, [tail, 100 - tail])
            ranges[name] = (float(low), float(high))
    return ranges


def _errors(y_true: AnyArray, prediction: AnyArray) -> AnyArray:
    truth = np.asarray(y_true, np.float64).reshape(len(y_true), -1)
    return np.asarray(np.asarray(prediction, np.float64).reshape(truth.shape) - truth)


def _finite(value: float | None) -> bool:
    return value is not None and bool(np.isfinite(value))
