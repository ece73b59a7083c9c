"""Digests of arrays: whether two runs saw the same data and came to the same weights.

SHA-256 over each array's name, dtype, shape and bytes, so that equal digests mean
equality bit for bit: 0.0 and −0.0 differ, and so do two kinds of NaN.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

import numpy as np

from mlp_studio.core.arrays import AnyArray
from mlp_studio.core.dataset import Dataset
from mlp_studio.core.events import Snapshot

ALGORITHM = "sha256"


def digest(arrays: Iterable[tuple[str, AnyArray]]) -> str:
    """Return a digest of named arrays, such as ``"sha256:2c26b4…"``.

    Parameters
    ----------
    arrays : iterable of (str, ndarray)
        Numbers; their order counts. C-contiguous arrays are read in place.
    """
    total = hashlib.new(ALGORITHM)
    for name, array in arrays:
        # The heading tells how many bytes follow it: no two lists of arrays read the same.
        total.update(f"{(name, array.dtype.str, array.shape)!r}\n".encode())
        total.update(np.ascontiguousarray(array).data)
    return f"{ALGORITHM}:{total.hexdigest()}"


def data_fingerprint(dataset: Dataset) -> str:
    """Return the digest of all examples and answers, divided and scaled as they are."""
    parts = {"train": dataset.train, "validation": dataset.validation, "test": dataset.test}
    return digest(
        (f"{name}/{letter}", array)
        for name, part in parts.items()
        if part is not None
        for letter, array in (("x", part.x), ("y", part.y))
    )


def weights_digest(snapshot: Snapshot) -> str:
    """Return the digest of a snapshot's weights, in the order of the layers."""
    return digest(
        (f"{layer}/{spec.name}", array)
        for layer, specs in snapshot.network.weight_specs().items()
        for spec, array in zip(specs, snapshot.weights[layer], strict=True)
    )
