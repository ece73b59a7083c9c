"""The scores that follow from how often each class came, was answered, and was met."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mlp_studio.core.arrays import AnyArray


@dataclass(frozen=True, eq=False)
class Tallies:
    """What the scores need of some confusion matrices, each of shape (matrices, classes).

    Parameters
    ----------
    hits : ndarray of int
        The diagonals.
    support : ndarray of int
        Examples of each class.
    answered : ndarray of int
        Answers with each class.
    """

    hits: NDArray[np.int64]
    support: NDArray[np.int64]
    answered: NDArray[np.int64]


def scores_by_class(tallies: Tallies) -> tuple[AnyArray, AnyArray, AnyArray]:
    """Return precision, recall and F1, each of shape (matrices, classes); 0 where undefined."""
    hits = tallies.hits.astype(np.float64)
    support, answered = tallies.support, tallies.answered
    return (
        _ratio(hits, answered),
        _ratio(hits, support),
        _ratio(2 * hits, support + answered),
    )


def scores_of(tallies: Tallies) -> dict[str, AnyArray]:
    """Return the scores that confusion matrices tell, NaN where undefined."""
    hits = tallies.hits.sum(axis=1).astype(np.float64)
    support, answered = tallies.support, tallies.answered
    total = support.sum(axis=1).astype(np.float64)
    by_name = dict(zip(("precision", "recall", "f1"), scores_by_class(tallies), strict=True))
    occurs, there = (support + answered) > 0, support > 0
    scores = {"accuracy": divided(hits, total)}
    scores["balanced_accuracy"] = divided(
        (by_name["recall"] * there).sum(axis=1), there.sum(axis=1)
    )
    by_chance = divided((support.astype(np.float64) * answered).sum(axis=1), total**2)
    scores["kappa"] = divided(scores["accuracy"] - by_chance, 1 - by_chance)
    for name, values in by_name.items():
        scores[f"{name}_macro"] = divided((values * occurs).sum(axis=1), occurs.sum(axis=1))
        scores[f"{name}_weighted"] = divided((values * support).sum(axis=1), total)
    return scores


def _ratio(part: AnyArray, whole: AnyArray) -> AnyArray:
    return np.divide(part, whole, out=np.zeros(part.shape), where=whole > 0)


def divided(part: AnyArray, whole: AnyArray) -> AnyArray:
    """Return the quotients, NaN where there is nothing to divide by."""
    values: AnyArray = np.full(len(part), np.nan)
    np.divide(part, whole, out=values, where=np.abs(whole) > 1e-15)
    return values
