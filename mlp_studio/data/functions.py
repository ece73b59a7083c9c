"""Functions of the plane to approximate, by the names of their templates."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from mlp_studio.core.arrays import AnyArray, FloatArray
from mlp_studio.core.datasets import Function


def _egg_crate(x: AnyArray, y: AnyArray) -> AnyArray:
    return np.asarray(np.sin(x) * np.sin(y) + 0.1 * (x**2 + y**2))


def _radial_gaussian(x: AnyArray, y: AnyArray) -> AnyArray:
    r = np.hypot(x, y)
    return np.asarray(np.exp(-(r**2) / 4) * np.cos(2 * r))


FUNCTIONS: dict[str, Callable[[AnyArray, AnyArray], AnyArray]] = {
    "egg-crate": _egg_crate,
    "radial-gaussian": _radial_gaussian,
}


def evaluate(name: str, x: AnyArray) -> FloatArray:
    """Return the function called `name` at the points `x`.

    Parameters
    ----------
    name : str
        A key of `FUNCTIONS`.
    x : ndarray of shape (n, 2)
        The points; the arithmetic is double precision.

    Returns
    -------
    FloatArray of shape (n, 1)
    """
    points = np.asarray(x, np.float64)
    values = FUNCTIONS[name](points[:, 0], points[:, 1])
    return values.astype(np.float32)[:, None]


def sample(spec: Function) -> tuple[FloatArray, FloatArray]:
    """Return points uniform on the square and the function's value at each.

    Returns
    -------
    x : FloatArray of shape (samples, 2)
        The points.
    y : FloatArray of shape (samples, 1)
        The values.
    """
    rng = np.random.default_rng(spec.seed)
    x = rng.uniform(spec.low, spec.high, (spec.samples, 2)).astype(np.float32)
    return x, evaluate(spec.function, x)
