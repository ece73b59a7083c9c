"""Features of any width become points in the plane or in space."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mlp_studio.core.arrays import AnyArray, FloatArray
from mlp_studio.core.text import Text, text

_BLOCK = 8  # columns of the subspace iteration
_ITERATIONS = 40
_SETTLED = 1e-4


@dataclass(frozen=True, eq=False)
class Basis:
    """Two or three directions in feature space, and the point that becomes the origin.

    Parameters
    ----------
    mean : FloatArray of shape (d,)
        The origin.
    axes : FloatArray of shape (d, k)
        Orthonormal columns; one of zeros where the features have no further direction.
    """

    mean: FloatArray
    axes: FloatArray

    def apply(self, features: AnyArray) -> FloatArray:
        """Return the points (n, k) of further features, such as those of a drawing."""
        return np.asarray((features - self.mean) @ self.axes, np.float32)


@dataclass(frozen=True, eq=False)
class Projection:
    """Features in the plane, or in space.

    Parameters
    ----------
    points : FloatArray of shape (n, k)
        Never NaN; k is 2 or 3.
    basis : Basis
        How they were made; give it to the next frame's projection.
    explained : tuple of k floats
        Share of the features' variance along each axis.
    note : Text or None
        Why the picture shows less than expected, where it does.
    """

    points: FloatArray
    basis: Basis
    explained: tuple[float, ...]
    note: Text | None = None


def project(
    features: AnyArray,
    basis: Basis | None = None,
    *,
    as_they_are: bool = True,
    dimensions: int = 2,
) -> Projection:
    """Return features as points in the plane or in space.

    Two features are shown as they are, a single one as a strip, more by their first
    principal components. These are determined only up to rotation and sign: they are
    turned to lie as near as possible to those of the frame before, so that the picture
    does not flip while a network learns.

    Parameters
    ----------
    features : ndarray of shape (n, ...)
        Activations of a layer; further axes are flattened.
    basis : Basis, optional
        That of the frame before.
    as_they_are : bool
        Whether so few features stay what they are; else they too get principal components.
    dimensions : int
        2 for the plane, 3 for space.
    """
    x, finite, note = usable(features)
    width = x.shape[1]
    if not finite.any():
        return nothing(_plain(width, dimensions), len(x), note)
    good = x[finite]
    if width <= (dimensions if as_they_are else 1):
        found, explained = _plain(width, dimensions), _shares(good, dimensions)
    else:
        found, explained = _components(good, basis, dimensions)
    return placed(x, finite, found, explained, note)


def along(features: AnyArray, basis: Basis) -> Projection:
    """Return features along axes that stand fast, such as those of another frame.

    Parameters
    ----------
    features : ndarray of shape (n, ...)
        Activations of a layer as wide as the basis.
    basis : Basis
        The axes.
    """
    x, finite, note = usable(features)
    count = basis.axes.shape[1]
    if not finite.any():
        return nothing(basis, len(x), note)
    good = x[finite].astype(np.float64)
    total = float(good.var(axis=0).sum())
    shares = (good @ basis.axes).var(axis=0) / total if total > 0 else np.zeros(count)
    return placed(x, finite, basis, tuple(shares.tolist()), note)


def units(features: AnyArray, *which: int) -> Projection:
    """Return features with two or three of them as the axes.

    Parameters
    ----------
    features : ndarray of shape (n, ...)
        Activations of a layer.
    *which : int
        Which of the flattened units are the axes; the last one stands for those there are
        not.
    """
    width = math.prod(features.shape[1:])
    axes = np.zeros((width, len(which)), np.float32)
    for column, unit in enumerate(which):
        axes[min(max(unit, 0), width - 1), column] = 1
    return along(features, Basis(np.zeros(width, np.float32), axes))


def usable(features: AnyArray) -> tuple[FloatArray, NDArray[np.bool_], Text | None]:
    """Return features as rows, which rows are finite, and what to say about the others."""
    x = np.asarray(features, np.float32).reshape(len(features), math.prod(features.shape[1:]))
    finite: NDArray[np.bool_] = np.asarray(np.isfinite(x).all(axis=1))
    if not len(x):
        return x, finite, text("There are no examples to show.")
    if not finite.any():
        why = text("The activations are not finite: the training has diverged.")
        return x, finite, why
    if not finite.all():
        note = text(
            "{count} examples without finite activations are left at the origin.",
            count=int((~finite).sum()),
        )
        return x, finite, note
    return x, finite, None


def placed(
    x: FloatArray,
    finite: NDArray[np.bool_],
    basis: Basis,
    explained: tuple[float, ...],
    note: Text | None,
) -> Projection:
    """Return the projection of rows by a basis; rows that are not finite lie at the origin."""
    if sum(explained) == 0.0 and note is None:
        note = text("All examples have the same activations, so they lie on one point.")
    points = np.zeros((len(x), basis.axes.shape[1]), np.float32)
    points[finite] = basis.apply(x[finite])
    return Projection(points, basis, explained, note)


def nothing(basis: Basis, n: int, note: Text | None) -> Projection:
    """Return the projection of `n` examples of which nothing can be shown: all at the origin."""
    count = basis.axes.shape[1]
    return Projection(np.zeros((n, count), np.float32), basis, (0.0,) * count, note)


def _plain(width: int, count: int) -> Basis:
    return Basis(np.zeros(width, np.float32), np.eye(width, count, dtype=np.float32))


def _shares(x: AnyArray, count: int) -> tuple[float, ...]:
    variance = x.var(axis=0, dtype=np.float64)
    total = float(variance.sum()) or 1.0
    return tuple([*(float(value) / total for value in variance), *[0.0] * count][:count])


def _components(x: AnyArray, before: Basis | None, count: int) -> tuple[Basis, tuple[float, ...]]:
    """Return the directions of greatest variance, from the smaller Gram matrix."""
    scale = float(np.abs(x).max()) or 1.0  # huge activations would overflow when squared
    centred = x / np.float32(scale)
    mean = centred.mean(axis=0, dtype=np.float64).astype(np.float32)
    centred -= mean
    n, width = centred.shape
    near = before.axes if before and before.axes.shape == (width, count) else None
    if width <= n:
        values, axes, total = _leading(centred.T @ centred, count, near)
    else:
        values, left, total = _leading(centred @ centred.T, count)
        axes = centred.T.astype(np.float64) @ left
        length = np.linalg.norm(axes, axis=0)
        axes = np.divide(axes, length, out=np.zeros_like(axes), where=length > 1e-12)
    if total <= 1e-12 * n:
        kept = near if near is not None else _plain(width, count).axes
        return Basis(mean * np.float32(scale), kept), (0.0,) * count
    top = np.zeros(count)
    top[: len(values)] = values
    missing = count - axes.shape[1]
    if missing > 0:
        axes = np.concatenate([axes, np.zeros((width, missing))], axis=1)
    axes = _aligned(axes, top, before)
    shares = ((centred @ axes.astype(np.float32)) ** 2).sum(axis=0, dtype=np.float64) / total
    basis = Basis(mean * np.float32(scale), axes.astype(np.float32))
    return basis, tuple(shares.tolist())


def _leading(
    gram: AnyArray, count: int, near: AnyArray | None = None
) -> tuple[AnyArray, AnyArray, float]:
    """Return the greatest eigenvalues, their vectors as columns, and the trace.

    By subspace iteration (Golub and Van Loan, 8.2.4) on a few columns more than wanted,
    beginning near the axes of the frame before. SciPy's solver for a part of the
    spectrum is no faster: its threads and NumPy's hinder each other.
    """
    n = len(gram)
    gram = gram.astype(np.float64)
    block = np.random.default_rng(0).normal(size=(n, min(_BLOCK, n)))
    if near is not None:
        block[:, :count] = near[:, : block.shape[1]] + 1e-3 * block[:, :count]
    wanted = min(count, n)
    before = np.zeros((n, wanted))
    for _ in range(_ITERATIONS):
        basis, _ = np.linalg.qr(gram @ block)
        values, turns = np.linalg.eigh(basis.T @ gram @ basis)
        block = basis @ turns[:, ::-1]
        leading = block[:, :wanted]
        # All of it lay in the plane (or space) found before: that has settled.
        if np.linalg.norm(leading - before @ (before.T @ leading)) < _SETTLED:
            break
        before = leading
    return np.maximum(values[::-1][:wanted], 0.0), leading, float(np.trace(gram))


def _aligned(axes: AnyArray, values: AnyArray, before: Basis | None) -> AnyArray:
    """Return the same plane, turned and mirrored to lie nearest to the one before.

    The first frame has the sign of each axis's largest component positive.
    """
    if before is None or before.axes.shape != axes.shape:
        largest = np.abs(axes).argmax(axis=0)
        signs = np.where(axes[largest, range(axes.shape[1])] < 0, -1.0, 1.0)
        return axes * signs
    # Orthogonal Procrustes: the turn that fits the old axes best, of those with any spread.
    some = max(1, int((values > 0).sum()))
    u, _, vt = np.linalg.svd(axes[:, :some].T @ before.axes[:, :some])
    return np.concatenate([axes[:, :some] @ (u @ vt), axes[:, some:]], axis=1)
