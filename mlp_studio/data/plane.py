"""Points in the plane: the spirals of the classification notebook."""

from __future__ import annotations

import numpy as np

from mlp_studio.core.arrays import FloatArray, IntArray
from mlp_studio.core.datasets import Spirals


def spirals(spec: Spirals) -> tuple[FloatArray, IntArray]:
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
