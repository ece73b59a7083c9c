"""What the canvas shows of the weights: only those of the units that are drawn."""

from __future__ import annotations

import numpy as np

from mlp_studio.core.arrays import FloatArray
from mlp_studio.core.events import Snapshot
from mlp_studio.ui.builder.geometry import Column


def link_values(snapshot: Snapshot | None, source: Column, target: Column) -> FloatArray | None:
    """Return the weights between drawn units, divided by the largest of them.

    Parameters
    ----------
    snapshot : Snapshot or None
        The weights.
    source, target : Column
        Two neighbouring columns of neurons.

    Returns
    -------
    FloatArray of shape (len(source.shown), len(target.shown)) or None
        From −1 to 1; None while untrained.
    """
    arrays = _arrays(snapshot, target)
    if not arrays:
        return None
    kernel = arrays[0]
    # Before a Flatten is put in, a kernel may have fewer rows than the input has numbers.
    rows = [unit % kernel.shape[0] for unit in source.shown]
    return _scaled(kernel[np.ix_(rows, target.shown)])


def weight_between(
    snapshot: Snapshot | None, source: Column, target: Column, i: int, j: int
) -> float | None:
    """Return the weight between the drawn units `i` and `j`; None while untrained."""
    arrays = _arrays(snapshot, target)
    if not arrays:
        return None
    kernel = arrays[0]
    return float(kernel[source.shown[i] % kernel.shape[0], target.shown[j]])


def bias_values(snapshot: Snapshot | None, column: Column) -> FloatArray | None:
    """Return the biases of the drawn units, divided by the largest of them."""
    arrays = _arrays(snapshot, column)
    if len(arrays) < 2:
        return None
    return _scaled(arrays[1][list(column.shown)])


def _arrays(snapshot: Snapshot | None, column: Column) -> tuple[FloatArray, ...]:
    if snapshot is None or column.cell.kind != "dense":
        return ()
    arrays = snapshot.weights.get(column.cell.key, ())
    # While an edit is carried out, the network is the new one and the weights still the old.
    fits = bool(arrays) and arrays[0].shape[-1] == column.cell.units
    return arrays if fits else ()


def _scaled(values: FloatArray) -> FloatArray:
    largest = float(np.abs(values).max(initial=0.0))
    return values / np.float32(largest) if largest > 0 else values
