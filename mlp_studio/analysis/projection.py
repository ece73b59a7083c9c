"""Features of any width become points in the plane."""

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
    """Two directions in feature space, and the point that becomes the origin.

    Parameters
    ----------
    mean : FloatArray of shape (d,)
        The origin.
    axes : FloatArray of shape (d, 2)
        Orthonormal columns; a column of zeros where the features have no second direction.
    """

    mean: FloatArray
    axes: FloatArray

    def apply(self, features: AnyArray) -> FloatArray:
        """Return the points (n, 2) of further features, such as those of a drawing."""
        return np.asarray((features - self.mean) @ self.axes, np.float32)


@dataclass(frozen=True, eq=False)
class Projection:
    """Features in the plane.

    Parameters
    ----------
    points : FloatArray of shape (n, 2)
        Never NaN.
    basis : Basis
        How they were made; give it to the next frame's projection.
    explained : tuple of (float, float)
        Share of the features' variance along each axis.
    note : Text or None
        Why the picture shows less than expected, where it does.
    """

    points: FloatArray
    basis: Basis
    explained: tuple[float, float]
    note: Text | None = None


def project(
    features: AnyArray, basis: Basis | None = None, *, as_they_are: bool = True
) -> Projection:
    """Return features as points in the plane.

    Two features are shown as they are, a single one as a strip, more by their two
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
        Whether two features stay what they are; else they too get principal components.
    """
    x, finite, note = usable(features)
    width = x.shape[1]
    if not finite.any():
        return Projection(np.zeros((len(x), 2), np.float32), _plain(width), (0.0, 0.0), note)
    good = x[finite]
    if width <= (2 if as_they_are else 1):
        found, explained = _plain(width), _shares(good)
    else:
        found, explained = _components(good, basis)
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
    if not finite.any():
        return Projection(np.zeros((len(x), 2), np.float32), basis, (0.0, 0.0), note)
    good = x[finite].astype(np.float64)
    total = float(good.var(axis=0).sum())
    shares = (good @ basis.axes).var(axis=0) / total if total > 0 else np.zeros(2)
    return placed(x, finite, basis, (float(shares[0]), float(shares[1])), note)


def units(features: AnyArray, first: int, second: int) -> Projection:
    """Return features with two of them as the axes.

    Parameters
    ----------
    features : ndarray of shape (n, ...)
        Activations of a layer.
    first, second : int
        Which of the flattened units lie across and up; the last one stands for those
        there are not.
    """
    width = math.prod(features.shape[1:])
    axes = np.zeros((width, 2), np.float32)
    for column, unit in enumerate((first, second)):
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
    explained: tuple[float, float],
    note: Text | None,
) -> Projection:
    """Return the projection of rows by a basis; rows that are not finite lie at the origin."""
    if sum(explained) == 0.0 and note is None:
        note = text("All examples have the same activations, so they lie on one point.")
    points = np.zeros((len(x), 2), np.float32)
    points[finite] = basis.apply(x[finite])
    return Projection(points, basis, explained, note)


def _plain(width: int) -> Basis:
    axes = np.zeros((width, 2), np.float32)
    axes[: min(width, 2), : min(width, 2)] = np.eye(min(width, 2))
    return Basis(np.zeros(width, np.float32), axes)


def _shares(x: AnyArray) -> tuple[float, float]:
    variance = x.var(axis=0, dtype=np.float64)
    total = float(variance.sum())
    if total == 0.0:
        return 0.0, 0.0
    shares = [float(value) / total for value in variance] + [0.0]
    return shares[0], shares[1]


def _components(x: AnyArray, before: Basis | None) -> tuple[Basis, tuple[float, float]]:
    """Return the two directions of greatest variance, from the smaller Gram matrix."""
    scale = float(np.abs(x).max()) or 1.0  # huge activations would overflow when squared
    centred = x / np.float32(scale)
    mean = centred.mean(axis=0, dtype=np.float64).astype(np.float32)
    centred -= mean
    n, width = centred.shape
    near = before.axes if before and before.axes.shape == (width, 2) else None
    if width <= n:
        values, axes, total = _leading(centred.T @ centred, near)
    else:
        values, left, total = _leading(centred @ centred.T)
        axes = centred.T.astype(np.float64) @ left
        length = np.linalg.norm(axes, axis=0)
        axes = np.divide(axes, length, out=np.zeros_like(axes), where=length > 1e-12)
    if total <= 1e-12 * n:
        return _kept(before, width, mean * np.float32(scale)), (0.0, 0.0)
    top = np.zeros(2)
    top[: len(values)] = values
    if axes.shape[1] < 2:
        axes = np.concatenate([axes, np.zeros((width, 1))], axis=1)
    axes = _aligned(axes, top, before)
    shares = ((centred @ axes.astype(np.float32)) ** 2).sum(axis=0, dtype=np.float64) / total
    basis = Basis(mean * np.float32(scale), axes.astype(np.float32))
    return basis, (float(shares[0]), float(shares[1]))


def _leading(gram: AnyArray, near: AnyArray | None = None) -> tuple[AnyArray, AnyArray, float]:
    """Return the two greatest eigenvalues, their vectors as columns, and the trace.

    By subspace iteration (Golub and Van Loan, 8.2.4) on a few columns more than wanted,
    beginning near the axes of the frame before. SciPy's solver for a part of the
    spectrum is no faster: its threads and NumPy's hinder each other.
    """
    n = len(gram)
    gram = gram.astype(np.float64)
    block = np.random.default_rng(0).normal(size=(n, min(_BLOCK, n)))
    if near is not None:
        block[:, :2] = near[:, : block.shape[1]] + 1e-3 * block[:, :2]
    wanted = min(2, n)
    before = np.zeros((n, wanted))
    for _ in range(_ITERATIONS):
        basis, _ = np.linalg.qr(gram @ block)
        values, turns = np.linalg.eigh(basis.T @ gram @ basis)
        block = basis @ turns[:, ::-1]
        leading = block[:, :wanted]
        # All of it lay in the plane found before: the plane has settled.
        if np.linalg.norm(leading - before @ (before.T @ leading)) < _SETTLED:
            break
        before = leading
    return np.maximum(values[::-1][:wanted], 0.0), leading, float(np.trace(gram))


def _kept(before: Basis | None, width: int, mean: FloatArray) -> Basis:
    axes = before.axes if before and before.axes.shape == (width, 2) else _plain(width).axes
    return Basis(mean, axes)


def _aligned(axes: AnyArray, values: AnyArray, before: Basis | None) -> AnyArray:
    """Return the same plane, turned and mirrored to lie nearest to the one before.

    The first frame has the sign of each axis's largest component positive.
    """
    if before is None or before.axes.shape != axes.shape:
        largest = np.abs(axes).argmax(axis=0)
        signs = np.where(axes[largest, [0, 1]] < 0, -1.0, 1.0)
        return axes * signs
    if values[1] <= 0:
        sign = -1.0 if float(axes[:, 0] @ before.axes[:, 0]) < 0 else 1.0
        return axes * sign
    # Orthogonal Procrustes: the turn within the plane that fits the old axes best.
    u, _, vt = np.linalg.svd(axes.T @ before.axes)
    return np.asarray(axes @ (u @ vt))
