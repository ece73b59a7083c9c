"""Carrying weights over an edit: what still fits is kept, the rest begins anew."""

from __future__ import annotations

from dataclasses import replace

from mlp_studio.core.arrays import Weights
from mlp_studio.core.events import Snapshot
from mlp_studio.core.initializers import initial_weights
from mlp_studio.core.network import NetworkSpec


def adapted(snapshot: Snapshot, network: NetworkSpec, seed: int) -> Snapshot:
    """Return weights for `network`, keeping each array of `snapshot` that still fits.

    A layer keeps its weights when it has arrays of the same shapes in both networks;
    otherwise it gets new ones. It is known by its name, or, where it was only
    renamed, by its place.

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
    former = _former_names(snapshot.network, network)
    for name, specs in network.weight_specs().items():
        old = snapshot.weights.get(former.get(name, name))
        if old is not None and [a.shape for a in old] == [spec.shape for spec in specs]:
            weights[name] = old
        else:
            fresh = fresh or initial_weights(network, seed)
            weights[name] = fresh[name]
    return replace(snapshot, network=network, weights=weights)


def _former_names(before: NetworkSpec, after: NetworkSpec) -> dict[str, str]:
    """Return the former names of layers that were renamed: new in `after`, gone from `before`."""
    if len(before.layers) != len(after.layers):
        return {}
    old_names = {layer.name for layer in before.layers}
    new_names = {layer.name for layer in after.layers}
    return {
        new.name: old.name
        for old, new in zip(before.layers, after.layers, strict=True)
        if new.name not in old_names and old.name not in new_names and old.kind == new.kind
    }
