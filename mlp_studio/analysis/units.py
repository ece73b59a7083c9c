"""What single units do over many examples: a map in a good order, and those that do nothing."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mlp_studio.core.arrays import AnyArray
from mlp_studio.core.text import Text, text

ALMOST_ALL = 0.95  # of the examples: a unit at its bound on so many is saturated
MOST_ROWS = 1000  # of a class that are ordered by likeness: the time grows as the square

# Each activation with bounds: a value this near to one of them hardly lets a gradient pass.
_BOUNDS = {
    "sigmoid": (0.01, 0.99),
    "tanh": (-0.99, 0.99),
    "hard_sigmoid": (0.001, 0.999),
    "hard_tanh": (-0.999, 0.999),
    "softsign": (-0.99, 0.99),
}
_RECTIFIED = {"relu", "relu6"}


@dataclass(frozen=True)
class Census:
    """How many units of a layer say nothing.

    Parameters
    ----------
    units : int
        All of them.
    dead : tuple of int
        Rectified units that are zero on every example.
    constant : tuple of int
        Others that say the same on every example.
    saturated : tuple of int
        Units at a bound of their activation on almost all examples.
    """

    units: int
    dead: tuple[int, ...] = ()
    constant: tuple[int, ...] = ()
    saturated: tuple[int, ...] = ()


def census(features: AnyArray, activation: str) -> Census:
    """Count the units that do nothing on these examples.

    Parameters
    ----------
    features : ndarray of shape (n, ...)
        Activations of a layer; values that are not finite count for nothing.
    activation : str
        What they went through, such as ``"relu"``.
    """
    x = _rows(np.asarray(features))
    if not x.size:
        return Census(x.shape[1])
    finite = np.isfinite(x)
    dead = np.asarray((x <= 0).all(axis=0)) & (activation in _RECTIFIED)
    low = np.where(finite, x, np.inf).min(axis=0)
    high = np.where(finite, x, -np.inf).max(axis=0)
    still = finite.any(axis=0) & (high <= low) & ~dead
    saturated: NDArray[np.bool_] = np.zeros(x.shape[1], bool)
    if activation in _BOUNDS:
        below, above = _BOUNDS[activation]
        saturated = np.asarray(((x < below) | (x > above)).mean(axis=0) >= ALMOST_ALL)
    return Census(x.shape[1], _numbers(dead), _numbers(still & ~saturated), _numbers(saturated))


def in_words(found: Census) -> Text:
    """Return a sentence about the units that do nothing."""
    parts = [
        words
        for units, words in (
            (found.dead, text("{count} dead", count=len(found.dead))),
            (found.constant, text("{count} constant", count=len(found.constant))),
            (found.saturated, text("{count} saturated", count=len(found.saturated))),
        )
        if units
    ]
    if not parts:
        return text("{units} units, all of them at work", units=found.units)
    if len(parts) == 1:
        return text("{units} units, {what}", units=found.units, what=parts[0])
    if len(parts) == 2:
        both = text("{first} and {second}", first=parts[0], second=parts[1])
        return text("{units} units, {what}", units=found.units, what=both)
    return text(
        "{units} units, {first}, {second} and {third}",
        units=found.units,
        first=parts[0],
        second=parts[1],
        third=parts[2],
    )


def row_order(features: AnyArray, y: AnyArray) -> NDArray[np.int64]:
    """Return the examples class by class, those alike beside each other.

    Average linkage within each class (SciPy's `linkage`), in an order that keeps the
    nearest leaves together.

    Parameters
    ----------
    features : ndarray of shape (n, ...)
        Activations of a layer.
    y : ndarray of shape (n,) or (n, outputs)
        Class numbers, or values: then all examples are one group.
    """
    x = np.nan_to_num(_rows(np.asarray(features, np.float64)), posinf=0, neginf=0)
    groups = y if y.ndim == 1 and y.dtype.kind != "f" else np.zeros(len(x), np.int64)
    order = [_alike(x, np.flatnonzero(groups == group)) for group in np.unique(groups)]
    return np.concatenate(order) if order else np.zeros(0, np.int64)


def _alike(x: AnyArray, rows: NDArray[np.int64]) -> NDArray[np.int64]:
    if len(rows) < 3 or not x.shape[1]:
        return rows
    if len(rows) > MOST_ROWS:  # by their first principal direction
        centred = x[rows] - x[rows].mean(axis=0)
        direction = np.linalg.eigh(centred.T @ centred)[1][:, -1]
        return rows[np.argsort(centred @ direction, kind="stable")]
    from scipy.cluster.hierarchy import leaves_list, linkage

    return rows[leaves_list(linkage(x[rows], method="average"))]


def _rows(features: AnyArray) -> AnyArray:
    return features.reshape(len(features), math.prod(features.shape[1:]))


def _numbers(which: NDArray[np.bool_]) -> tuple[int, ...]:
    return tuple(int(number) for number in np.flatnonzero(which))
