"""Which examples stand for all of them in a picture."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from mlp_studio.core.arrays import AnyArray


def probe_indices(y: AnyArray, n: int = 1000, seed: int = 0) -> NDArray[np.int64]:
    """Return at most `n` examples, every class with its share; always the same for a seed.

    Parameters
    ----------
    y : ndarray of shape (examples,) or (examples, outputs)
        Class numbers, or values: then the choice is uniform.
    n : int
        How many to choose.
    seed : int
        Of the choice.

    Returns
    -------
    ndarray of int
        Ascending.
    """
    total = len(y)
    if n >= total:
        return np.arange(total)
    rng = np.random.default_rng(seed)
    if y.ndim > 1 or y.dtype.kind == "f":
        return np.sort(rng.choice(total, n, replace=False))
    # Sorted by class, every total/n-th example: each class within one of its share.
    order = rng.permutation(total)
    order = order[np.argsort(y[order], kind="stable")]
    return np.sort(order[(np.arange(n) * total) // n])
