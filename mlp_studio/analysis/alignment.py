"""Pictures of the same examples keep their place: turned and mirrored, never stretched."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from mlp_studio.analysis.projection import Basis, Projection
from mlp_studio.core.arrays import AnyArray


def turn_onto(points: AnyArray, before: AnyArray) -> NDArray[np.float64]:
    """Return the turn or mirroring that brings points nearest to where they were.

    Orthogonal Procrustes (Schönemann 1966) about both means: the orthogonal ``r`` with
    the least ``|points @ r - before|``.

    Parameters
    ----------
    points, before : ndarray of shape (n, k)
        The same examples in two frames.

    Returns
    -------
    ndarray of shape (k, k)
        Orthogonal.
    """
    now = points.astype(np.float64) - points.mean(axis=0, dtype=np.float64)
    then = before.astype(np.float64) - before.mean(axis=0, dtype=np.float64)
    u, _, vt = np.linalg.svd(now.T @ then)
    return np.asarray(u @ vt)


def turned(projection: Projection, before: AnyArray | None) -> Projection:
    """Return a projection turned to lie nearest to the points of the frame before.

    Unchanged where there is nothing to compare with, or nothing to turn.

    Parameters
    ----------
    projection : Projection
        Whose plane matters, not its axes: such as principal components.
    before : ndarray of shape (n, k) or None
        The same examples in the frame before.
    """
    total = sum(projection.explained)
    if before is None or before.shape != projection.points.shape or total <= 0:
        return projection
    turn = turn_onto(projection.points, before)
    basis = Basis(projection.basis.mean, (projection.basis.axes @ turn).astype(np.float32))
    points = (projection.points @ turn).astype(np.float32)
    spread = points.var(axis=0, dtype=np.float64)
    shares = spread / (float(spread.sum()) or 1.0) * total
    return Projection(points, basis, tuple(shares.tolist()), projection.note)
