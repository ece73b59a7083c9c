"""Lines of equal height over a lattice, found by marching squares."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from mlp_studio.core.arrays import AnyArray

# A cell's corners a, b, c, d go round it: (0, 0), (1, 0), (1, 1), (0, 1). Its edges are
# 0: a-b, 1: b-c, 2: d-c, 3: a-d. For each set of corners above the level (a counts 1, b 2,
# c 4, d 8), which pairs of edges a line joins; 5 and 10 are saddles, settled by the middle.
_JOINS: dict[int, tuple[tuple[int, int], ...]] = {
    1: ((3, 0),), 2: ((0, 1),), 3: ((3, 1),), 4: ((1, 2),), 6: ((0, 2),), 7: ((3, 2),),
    8: ((2, 3),), 9: ((0, 2),), 11: ((1, 2),), 12: ((1, 3),), 13: ((0, 1),), 14: ((3, 0),),
}  # fmt: skip
_APART, _TOGETHER = ((3, 0), (1, 2)), ((0, 1), (2, 3))


def contour(heights: AnyArray, level: float) -> NDArray[np.float64]:
    """Return the line of one height, in pieces; Lorensen and Cline 1987, in the plane.

    Parameters
    ----------
    heights : ndarray of shape (n·n,)
        On a lattice, row by row: x changes fastest. Cells with a corner that has no finite
        height have no line. n is at least 2.
    level : float
        The height of the line.

    Returns
    -------
    ndarray of float64, shape (pieces, 2, 2)
        Both ends of each piece, x and y from −1 to 1 across the lattice.
    """
    n = round(len(heights) ** 0.5)
    z = np.asarray(heights, np.float64).reshape(n, n)
    corners = np.stack([z[:-1, :-1], z[:-1, 1:], z[1:, 1:], z[1:, :-1]], axis=-1).reshape(-1, 4)
    finite = np.isfinite(corners).all(axis=1)
    code = np.where(finite, ((corners > level) * (1, 2, 4, 8)).sum(axis=1), 0)
    cut = np.flatnonzero((code > 0) & (code < 15))
    corners, code = corners[cut], code[cut]
    row, column = np.divmod(cut, n - 1)
    a, b, c, d = corners.T
    with np.errstate(divide="ignore", invalid="ignore"):  # of edges that are not crossed
        along = [
            (level - first) / (last - first) for first, last in ((a, b), (b, c), (d, c), (a, d))
        ]
    zero, one = np.zeros(len(cut)), np.ones(len(cut))
    x = np.stack([along[0], one, along[2], zero], axis=1) + column[:, np.newaxis]
    y = np.stack([zero, along[1], one, along[3]], axis=1) + row[:, np.newaxis]
    places = np.stack([x, y], axis=-1) * (2 / (n - 1)) - 1
    middle = corners.mean(axis=1) > level
    pieces = []
    for which, joins in _JOINS.items():
        chosen = np.flatnonzero(code == which)
        pieces += [places[chosen][:, list(join)] for join in joins if len(chosen)]
    for which, apart in ((5, ~middle), (10, middle)):
        for chosen, joins in (
            (np.flatnonzero((code == which) & apart), _APART),
            (np.flatnonzero((code == which) & ~apart), _TOGETHER),
        ):
            pieces += [places[chosen][:, list(join)] for join in joins if len(chosen)]
    return np.concatenate(pieces) if pieces else np.zeros((0, 2, 2))


def enlarged(grid: AnyArray, size: int, *, middles: bool = False) -> AnyArray:
    """Return values between those of a lattice, straight from one to the next.

    Parameters
    ----------
    grid : ndarray of shape (n, n, ...)
        Values; what is not finite spreads to its cells.
    size : int
        Values to a side of the result.
    middles : bool
        Whether they are those at the middles of so many pixels between the lattice's edges,
        not from edge to edge.

    Returns
    -------
    ndarray of shape (size, size, ...), of the kind of `grid`
    """
    n = len(grid)
    place: AnyArray = np.linspace(0, n - 1, size)
    if middles:
        place = (np.arange(size) + 0.5) * ((n - 1) / size)
    low = np.minimum(place.astype(np.int64), n - 2) if n > 1 else np.zeros(size, np.int64)
    high = np.minimum(low + 1, n - 1)
    share = (place - low).astype(grid.dtype)
    tail = (1,) * (grid.ndim - 2)
    down = share.reshape(-1, 1, *tail)
    across = share.reshape(1, -1, *tail)
    rows = grid[low] * (1 - down) + grid[high] * down
    return np.asarray(rows[:, low] * (1 - across) + rows[:, high] * across)
