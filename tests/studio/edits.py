"""Edits of a document, weights for it, and an ear for what it tells."""

from __future__ import annotations

from typing import Any

import numpy as np

from mlp_studio.core.arrays import Weights
from mlp_studio.core.events import Snapshot
from mlp_studio.core.initializers import initial_weights
from mlp_studio.core.network import NetworkSpec
from mlp_studio.studio.document import Document


class Heard:
    """What a document told, in order."""

    def __init__(self, document: Document) -> None:
        self.names: list[str] = []
        self.values: list[Any] = []
        for name in ("network_changed", "training_changed", "data_changed", "problems_changed",
                     "snapshot_changed", "selection_changed", "path_changed",
                     "modified_changed"):  # fmt: skip
            getattr(document, name).connect(lambda value, name=name: self._hear(name, value))
        document.opened.connect(lambda: self._hear("opened", None))

    def _hear(self, name: str, value: Any) -> None:
        self.names.append(name)
        self.values.append(value)


def trained(network: NetworkSpec, epoch: int = 3, seed: int = 7) -> Snapshot:
    return Snapshot(network, initial_weights(network, seed), epoch)


def equal(one: Weights, other: Weights) -> bool:
    return one.keys() == other.keys() and all(
        len(one[name]) == len(other[name])
        and all(np.array_equal(a, b) for a, b in zip(one[name], other[name], strict=True))
        for name in one
    )


def widened(network: NetworkSpec, units: int) -> NetworkSpec:
    return network.replaced("dense", network.layer("dense").model_copy(update={"units": units}))


def wider(document: Document, units: int, merge: str | None = None) -> None:
    document.edit("Widen", network=widened(document.network, units), merge=merge)
