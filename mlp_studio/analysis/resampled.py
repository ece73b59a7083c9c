"""In which range scores of probabilities would lie on other examples of the same kind.

Percentile intervals of the bootstrap (Efron 1979). Unlike the scores that only the
answered class decides (`classification.intervals`), these need the examples drawn anew.
The calibration error has none: resampling makes it larger, so its interval would lie
beside the value.
"""

from __future__ import annotations

import numpy as np

from mlp_studio.core.arrays import AnyArray

RESAMPLES = 1000
FEWEST = 100  # resamples of very many examples
DRAWS = 4_000_000  # examples drawn in all, as long as FEWEST allows
AT_ONCE = 2_000_000  # counts held in memory for one class
SURE = 0.95  # of an interval
SCORES = ("roc_auc", "log_loss", "top_2", "top_3")


def probability_intervals(
    y_true: AnyArray, probabilities: AnyArray, seed: int = 0
) -> dict[str, tuple[float, float]]:
    """Return the 95 % intervals of the scores of probabilities; slow.

    Parameters
    ----------
    y_true : ndarray of int, shape (n,)
        Class numbers.
    probabilities : ndarray of shape (n, classes)
        One column a class.
    seed : int
        Of the resampling.

    Returns
    -------
    dict of str to (float, float)
        By the names of `SCORES`, as far as they are defined; empty where a probability is
        not a number, or for fewer than two examples. Resamples that lack a class are left
        out of the area's interval.
    """
    n, classes = probabilities.shape
    if n < 2 or not np.isfinite(probabilities).all():
        return {}
    y = y_true.astype(np.int64)
    rng = np.random.default_rng(seed)
    resamples = int(np.clip(DRAWS // n, FEWEST, RESAMPLES))
    means = _example_scores(y, probabilities)
    found: dict[str, list[AnyArray]] = {name: [] for name in (*means, "roc_auc")}
    areas = [_Area(y == k, probabilities[:, k]) for k in range(classes)]
    for start in range(0, resamples, max(1, AT_ONCE // n)):
        rows = min(max(1, AT_ONCE // n), resamples - start)
        counts = np.empty((rows, n), np.float32)
        for row in counts:
            row[:] = np.bincount(rng.integers(0, n, n), minlength=n)
        for name, values in means.items():
            found[name].append(counts @ values / n)
        found["roc_auc"].append(np.mean([area.of(counts) for area in areas], axis=0))
    tail = 50 * (1 - SURE)
    ranges = {}
    for name, parts in found.items():
        known = np.concatenate(parts)
        known = known[np.isfinite(known)]
        if known.size:
            low, high = np.percentile(known, [tail, 100 - tail])
            ranges[name] = (float(low), float(high))
    return ranges


def _example_scores(y: AnyArray, probabilities: AnyArray) -> dict[str, AnyArray]:
    """Return what each example adds to the scores that are means over examples."""
    n, classes = probabilities.shape
    found: dict[str, AnyArray] = {}
    shares = probabilities.astype(np.float64)
    totals = shares.sum(axis=1, keepdims=True)
    if (shares >= 0).all() and (totals > 0).all():
        smallest = np.finfo(probabilities.dtype).eps
        true = (shares / totals)[np.arange(n), y]
        found["log_loss"] = -np.log(np.clip(true, smallest, 1 - smallest)).astype(np.float32)
    order = np.argsort(probabilities, axis=1, kind="stable")
    for k in (2, 3):
        if k < classes:
            hit = (order[:, -k:] == y[:, None]).any(axis=1)
            found[f"top_{k}"] = hit.astype(np.float32)
    return found


class _Area:
    """The area under one class's ROC curve for many ways to count the examples.

    Parameters
    ----------
    positive : ndarray of bool, shape (n,)
        Which examples are of the class.
    scores : ndarray of shape (n,)
        Its probabilities.
    """

    def __init__(self, positive: AnyArray, scores: AnyArray) -> None:
        self._order = np.argsort(-scores, kind="stable")
        levels = scores[self._order]
        where = np.flatnonzero(positive[self._order])
        self._positives = self._order[where]
        self._others = (~positive[self._order]).astype(np.float32)
        # Of examples with one score half are taken to come first: the trapezoid's rule.
        edges = np.concatenate([[0], np.flatnonzero(np.diff(levels)) + 1, [len(levels)]])
        group = np.searchsorted(edges, where, side="right")
        self._first, self._end = edges[group - 1], edges[np.minimum(group, len(edges) - 1)]

    def of(self, counts: AnyArray) -> AnyArray:
        """Return the areas, shape (rows,), for counts of shape (rows, n); NaN if undefined."""
        drawn = counts.astype(np.float32)[:, self._order]
        before = np.zeros((len(counts), counts.shape[1] + 1), np.float32)
        np.cumsum(drawn * self._others, axis=1, out=before[:, 1:])  # exact: whole numbers
        alarms = before[:, -1].astype(np.float64)
        hits = counts[:, self._positives].astype(np.float64)
        beaten = alarms[:, None] - 0.5 * (before[:, self._first] + before[:, self._end])
        whole = hits.sum(axis=1) * alarms
        pairs = np.einsum("ij,ij->i", hits, beaten)
        areas: AnyArray = np.full(len(counts), np.nan)
        np.divide(pairs, whole, out=areas, where=whole > 0)
        return areas
