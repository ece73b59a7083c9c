"""The plane in which the classes lie furthest apart."""

from __future__ import annotations

import numpy as np

from mlp_studio.analysis.projection import Basis, Projection, nothing, placed, usable
from mlp_studio.core.arrays import AnyArray
from mlp_studio.core.text import Text, text

MOST_DIRECTIONS = 50  # principal components that are searched: more only fit noise
LEAST_INSIDE = 1e-6  # variance inside the classes, as a share of all: none divides by zero
NOTHING = 1e-5  # of the greatest standard deviation: a direction without any spread


def discriminate(features: AnyArray, y: AnyArray) -> Projection:
    """Return features along the linear discriminants of Fisher (1936).

    On the principal components that have any spread: units that always say the same, or
    that repeat others, count for nothing. The projection's shares are those of the variance
    between the classes, in units of the variance inside them.

    Parameters
    ----------
    features : ndarray of shape (n, ...)
        Activations of a layer.
    y : ndarray of shape (n,)
        Class numbers.
    """
    x, finite, note = usable(features)
    width = x.shape[1]
    if y.ndim != 1 or y.dtype.kind == "f":
        return _nothing(x, text("A linear discriminant needs classes, and these are values."))
    if not finite.any():
        return _nothing(x, note)
    good, classes = x[finite].astype(np.float64), y[finite]
    if len(np.unique(classes)) < 2:
        return _nothing(x, text("A linear discriminant needs examples of two classes or more."))
    mean = good.mean(axis=0)
    scale = float(np.abs(good).max()) or 1.0
    centred = (good - mean) / scale
    spread, directions = _principal(centred)
    kept = int((spread > NOTHING * spread[0]).sum()) if spread[0] > 1e-12 else 0
    kept = min(kept, len(good) - len(np.unique(classes)))
    if kept < 1:
        few = text("There are too few different examples for a linear discriminant.")
        return _nothing(x, few)
    whitened = directions[:, :kept] / spread[:kept]
    axes, shares = _discriminants(centred @ whitened, classes)
    basis = Basis(
        mean.astype(np.float32),
        np.asarray(_two(whitened @ axes / scale, width), np.float32),
    )
    return placed(x, finite, basis, shares, note)


def _principal(x: AnyArray) -> tuple[AnyArray, AnyArray]:
    """Return the greatest standard deviations, descending, and their directions as columns.

    From the smaller of the two Gram matrices.
    """
    from scipy.linalg import eigh  # loads slowly, and most people never open this view

    n, width = x.shape
    gram = x.T @ x if width <= n else x @ x.T
    most = min(MOST_DIRECTIONS, len(gram))
    values, vectors = eigh(gram / n, subset_by_index=[len(gram) - most, len(gram) - 1])
    spread = np.sqrt(np.maximum(values[::-1], 0.0))
    if width <= n:
        return spread, vectors[:, ::-1]
    directions = x.T @ vectors[:, ::-1]
    length = np.linalg.norm(directions, axis=0)
    return spread, directions / np.maximum(length, 1e-12)


def _discriminants(x: AnyArray, classes: AnyArray) -> tuple[AnyArray, tuple[float, float]]:
    """Return one or two directions as columns, and each one's share of what they separate.

    The covariance of `x` is the unit matrix, so what the classes' means leave of it is the
    variance inside the classes, and both have the same principal directions.
    """
    numbers, place = np.unique(classes, return_inverse=True)
    counts = np.bincount(place)
    means = np.zeros((len(numbers), x.shape[1]))
    np.add.at(means, place, x)
    means /= counts[:, None]
    between = (means * (counts / len(x))[:, None]).T @ means
    values, directions = np.linalg.eigh(between)
    between_share = np.clip(values[::-1], 0.0, 1.0 - LEAST_INSIDE)
    ratios = between_share / (1.0 - between_share)
    count = min(2, len(numbers) - 1, x.shape[1])
    axes = directions[:, ::-1][:, :count] / np.sqrt(1.0 - between_share[:count])
    total = float(ratios[: len(numbers) - 1].sum()) or 1.0
    shares = [float(ratio) / total for ratio in ratios[:count]] + [0.0]
    return axes, (shares[0], shares[1])


def _two(axes: AnyArray, width: int) -> AnyArray:
    two = np.zeros((width, 2))
    two[:, : axes.shape[1]] = axes
    return two


def _nothing(x: AnyArray, note: Text | None) -> Projection:
    width = x.shape[1]
    basis = Basis(np.zeros(width, np.float32), np.zeros((width, 2), np.float32))
    return nothing(basis, len(x), note)
