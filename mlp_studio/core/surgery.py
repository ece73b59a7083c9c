"""Carrying weights over an edit: what still fits is kept, the rest begins anew."""

from __future__ import annotations

from mlp_studio.core.arrays import Weights
from mlp_studio.core.events import Snapshot
from mlp_studio.core.initializers import initial_weights
from mlp_studio.core.network import NetworkSpec


def adapted(snapshot: Snapshot, network: NetworkSpec, seed: int) -> Snapshot:
    """Return weights for `network`, keeping each array of `snapshot` that still fits.

    A layer keeps its weights when a layer of the same name has arrays of the same
    shapes in both networks; otherwise it gets new ones.

    Parameters
    ----------
    snapshot : Snapshot
        The weights before the edit.
    network : NetworkSpec
        The network after it.
    seed : int
        For the layers that begin anew.
    """
    if network == snapshot.network:
        return snapshot
    fresh: Weights | None = None
    weights = {}
    for name, specs in network.weight_specs().items():
        old = snapshot.weights.get(name)
        if old is not None and [a.shape for a in old] == [spec.shape for spec in specs]:
            weights[name] = old
        else:
            fresh = fresh or initial_weights(network, seed)
            weights[name] = fresh[name]
    return Snapshot(network, weights, snapshot.epoch)
