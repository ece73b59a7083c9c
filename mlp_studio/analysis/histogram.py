"""Histograms of columns: bins that fit the values, counted by group."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mlp_studio.core.arrays import AnyArray

FEWEST, MOST = 8, 36  # bins of a column of numbers
WHOLE = 30  # whole numbers up to this span have a bin each


@dataclass(frozen=True, eq=False)
class Histogram:
    """How often values fall between edges.

    Parameters
    ----------
    edges : ndarray of shape (bins + 1,)
        Ascending; a bin has its left edge, the last one both.
    counts : ndarray of int, shape (bins, groups)
        By group.
    means : ndarray of shape (bins,), optional
        The mean in each bin of what the examples are coloured by; NaN where it is empty.
    """

    edges: NDArray[np.float64]
    counts: NDArray[np.int64]
    means: NDArray[np.float64] | None = None

    @property
    def totals(self) -> NDArray[np.int64]:
        """Counts of all groups together."""
        return np.asarray(self.counts.sum(axis=1), np.int64)

    def bin_of(self, value: float) -> int:
        """Return the bin a value is in, -1 outside."""
        if not self.edges[0] <= value <= self.edges[-1]:
            return -1
        return min(int(np.searchsorted(self.edges, value, side="right")) - 1, len(self.counts) - 1)


def edges_for(values: AnyArray, categories: int = 0) -> NDArray[np.float64]:
    """Return bin edges that fit some values.

    Categories and small whole numbers have a bin each; else the width is that of Freedman
    and Diaconis 1981, within `FEWEST` and `MOST` bins.

    Parameters
    ----------
    values : ndarray of shape (n,)
        Those that are not finite are left out.
    categories : int
        How many categories the values count; 0 for numbers.
    """
    if categories:
        return np.arange(categories + 1, dtype=np.float64) - 0.5
    values = np.asarray(values, np.float64)
    values = values[np.isfinite(values)]
    if not len(values):
        return np.array([0.0, 1.0])
    low, high = float(values.min()), float(values.max())
    if high - low <= WHOLE and abs(high) < 1e9 and (values == np.rint(values)).all():
        return np.arange(round(low), round(high) + 2, dtype=np.float64) - 0.5
    span = high - low
    if not 1e-300 < span < np.inf or span <= 1e-12 * max(abs(low), abs(high)):
        room = max(abs(low), 1.0) * 0.5
        return np.array([low - room, low + room])
    quarter, three = np.percentile(values, [25, 75])
    width = 2 * (three - quarter) / len(values) ** (1 / 3)
    bins = MOST if width <= 0 else math.ceil(min(span / width, MOST))
    return np.linspace(low, high, min(max(bins, FEWEST), MOST) + 1)


def histogram(
    values: AnyArray,
    edges: NDArray[np.float64],
    groups: AnyArray | None = None,
    n_groups: int = 1,
    levels: AnyArray | None = None,
) -> Histogram:
    """Return how many values are between the edges, by group.

    Parameters
    ----------
    values : ndarray of shape (n,)
        Those outside the edges, or not finite, are not counted.
    edges : ndarray
        Equally wide bins, as of `edges_for`.
    groups : ndarray of int, shape (n,), optional
        The group each value is of; None for one group.
    n_groups : int
        How many groups there are.
    levels : ndarray of shape (n,), optional
        What to take the mean of in each bin.
    """
    bins = len(edges) - 1
    with np.errstate(invalid="ignore"):
        inside = (values >= edges[0]) & (values <= edges[-1])
    kept = values[inside]
    at = np.clip(np.searchsorted(edges, kept, side="right") - 1, 0, bins - 1)
    group = groups[inside].astype(np.int64) if groups is not None else 0
    counts = np.bincount(at * n_groups + group, minlength=bins * n_groups)
    means = None
    if levels is not None:
        sums = np.bincount(at, levels[inside], bins)
        with np.errstate(invalid="ignore", divide="ignore"):
            means = sums / np.bincount(at, minlength=bins)
    return Histogram(edges, counts.reshape(bins, n_groups).astype(np.int64), means)
