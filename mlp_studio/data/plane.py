"""Points in the plane and the class of each: one generator for each source."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from mlp_studio.core.arrays import AnyArray, FloatArray, IntArray
from mlp_studio.core.datasets import Spirals
from mlp_studio.core.errors import StudioError
from mlp_studio.core.plane_sources import (
    AnyPlane,
    Blobs,
    Checkerboard,
    Circles,
    GaussianQuantiles,
    Moons,
    Painted,
    Xor,
)
from mlp_studio.core.text import text

Points = tuple[FloatArray, IntArray]


def points(spec: AnyPlane) -> Points:
    """Return the points of a source and their classes; the same for the same seed.

    Parameters
    ----------
    spec : AnyPlane
        One of the sources of `mlp_studio.core.plane_sources`.

    Returns
    -------
    x : FloatArray of shape (n, 2)
        The points.
    y : IntArray of shape (n,)
        Their classes.

    Raises
    ------
    StudioError
        When too little has been painted to learn from.
    """
    return _GENERATORS[type(spec)](spec)


def spirals(spec: Spirals) -> Points:
    """Return points on spiral arms and the class of each.

    On each arm the radii are uniform on ``[0, radius]``, sorted, plus `gap`; the
    i-th point of arm k stands at the angle ``0.5 + 2πk/num_arms + screw·i`` plus a
    uniform share of `noise`. Its class is ``k mod n_classes``.

    Parameters
    ----------
    spec : Spirals
        The arms and the seed.

    Returns
    -------
    x : FloatArray of shape (n, 2)
        The points, arm after arm.
    y : IntArray of shape (n,)
        Their classes.
    """
    rng = np.random.default_rng(spec.seed)
    n = spec.points_per_arm
    x = np.empty((spec.num_arms, n, 2), np.float32)
    for arm in range(spec.num_arms):
        radius = np.sort(rng.uniform(0.0, spec.radius, n)) + spec.gap
        turn = 0.5 + 2 * np.pi * arm / spec.num_arms + spec.screw * np.arange(n)
        angle = turn + rng.uniform(0.0, spec.noise, n)
        x[arm, :, 0] = radius * np.cos(angle)
        x[arm, :, 1] = radius * np.sin(angle)
    y = np.repeat(np.arange(spec.num_arms, dtype=np.int32) % spec.n_classes, n)
    return x.reshape(-1, 2), y


def moons(spec: Moons) -> Points:
    """Return scikit-learn's ``make_moons``."""
    from sklearn.datasets import make_moons

    x, y = make_moons(spec.samples, noise=spec.noise, random_state=spec.seed)
    return _arrays(x, y)


def circles(spec: Circles) -> Points:
    """Return evenly spaced points on rings, as ``make_circles`` has them for two classes.

    The radii go in equal steps from `factor` to 1; class 0 is the innermost ring. Each
    ring has its share of the samples to within one. `noise` is the standard deviation
    of a normal shift.
    """
    rng = np.random.default_rng(spec.seed)
    radii = np.linspace(spec.factor, 1.0, spec.n_classes)
    rings = []
    for radius, count in zip(radii, _shares(spec.samples, spec.n_classes), strict=True):
        angle = 2 * np.pi * np.arange(count) / max(count, 1)
        rings.append(radius * np.stack([np.cos(angle), np.sin(angle)], axis=1))
    x = np.concatenate(rings)
    y = np.repeat(np.arange(spec.n_classes), _shares(spec.samples, spec.n_classes))
    return _arrays(x + rng.normal(0.0, spec.noise, x.shape), y)


def blobs(spec: Blobs) -> Points:
    """Return scikit-learn's ``make_blobs``: the centres uniform on [−10, 10]²."""
    from sklearn.datasets import make_blobs

    x, y = make_blobs(
        spec.samples, 2, centers=spec.n_classes, cluster_std=spec.noise, random_state=spec.seed
    )
    return _arrays(x, y)


def xor(spec: Xor) -> Points:
    """Return points of the four quadrants of [−1, 1]², class 0 where the signs agree.

    A strip of half width `gap` along both axes stays free, before `noise`, the
    standard deviation of a normal shift.
    """
    rng = np.random.default_rng(spec.seed)
    quadrant = np.arange(spec.samples) % 4
    signs = 1.0 - 2.0 * np.stack([quadrant % 2, quadrant // 2], axis=1)
    x = signs * rng.uniform(spec.gap, 1.0, signs.shape)
    y = (signs[:, 0] != signs[:, 1]).astype(np.int32)
    return _arrays(x + rng.normal(0.0, spec.noise, x.shape), y)


def checkerboard(spec: Checkerboard) -> Points:
    """Return points of the squares of [−1, 1]², as many in each to within one.

    The square in row r and column c has class ``(r + c) mod n_classes``. `noise` is the
    standard deviation of a normal shift, in the width of a square.
    """
    rng = np.random.default_rng(spec.seed)
    side = 2.0 / spec.squares
    square = np.arange(spec.samples) % spec.squares**2
    corner = np.stack([square % spec.squares, square // spec.squares], axis=1)
    x = -1.0 + side * (corner + rng.uniform(0.0, 1.0, corner.shape))
    y = corner.sum(axis=1) % spec.n_classes
    return _arrays(x + rng.normal(0.0, spec.noise * side, x.shape), y)


def gaussian_quantiles(spec: GaussianQuantiles) -> Points:
    """Return scikit-learn's ``make_gaussian_quantiles``, then shifted by normal `noise`."""
    from sklearn.datasets import make_gaussian_quantiles

    x, y = make_gaussian_quantiles(
        n_samples=spec.samples, n_features=2, n_classes=spec.n_classes, random_state=spec.seed
    )
    # A stream of its own: scikit-learn's made the cloud.
    shift = np.random.default_rng(spec.seed).normal(0.0, spec.noise, x.shape)
    return _arrays(x + shift, y)


def painted(spec: Painted) -> Points:
    """Return the painted points.

    Raises
    ------
    StudioError
        When there are none, all are of one class, or one stands alone in its class.
    """
    if not spec.points:
        raise StudioError(
            text("Nothing is painted yet."), text("Click or drag on the square to put points.")
        )
    table = np.array(spec.points, np.float64)
    y = table[:, 2].astype(np.int32)
    counts = np.bincount(y)
    if (counts > 0).sum() < 2:
        raise StudioError(
            text("All points are of class {number}.", number=int(y[0])),
            text("Choose another class and put some points of it."),
        )
    if (counts == 1).any():
        raise StudioError(
            text("Class {number} has a single point.", number=int(np.argmax(counts == 1))),
            text("Put at least one more: one to learn from and one to validate."),
        )
    return _arrays(table[:, :2], y)


def _shares(total: int, parts: int) -> list[int]:
    """Return `parts` whole numbers that make `total` and differ by one at most."""
    return [total // parts + (part < total % parts) for part in range(parts)]


def _arrays(x: AnyArray, y: AnyArray) -> Points:
    return np.asarray(x, np.float32), np.asarray(y, np.int32)


_GENERATORS: dict[type[AnyPlane], Callable[..., Points]] = {
    Moons: moons,
    Circles: circles,
    Blobs: blobs,
    Xor: xor,
    Checkerboard: checkerboard,
    GaussianQuantiles: gaussian_quantiles,
    Painted: painted,
}
