"""Which training examples are nearest to a new one, by distance in a layer of the network."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from mlp_studio.analysis.familiar import Crowd
from mlp_studio.analysis.inner import inner
from mlp_studio.analysis.probe import probe_indices
from mlp_studio.core.arrays import AnyArray, FloatArray, Weights
from mlp_studio.core.dataset import Dataset
from mlp_studio.core.forward import forward
from mlp_studio.core.network import NetworkSpec

TRAINING = 3000  # examples that stand for all of them
FEWEST = 300
WORK = 3e9  # multiplications that passing them through the network may take
BATCH = 500  # examples at a time: bounds the memory of layers nobody asks for


def layer_values(
    network: NetworkSpec,
    weights: Weights,
    x: AnyArray,
    layers: tuple[str, ...],
    *,
    before_activation: bool = False,
) -> dict[str, FloatArray]:
    """Return what some layers give, flattened: one row an example.

    Parameters
    ----------
    network : NetworkSpec
        The network.
    weights : Weights
        Its weights.
    x : ndarray of shape (n, *network.input_shape)
        Scaled inputs.
    layers : tuple of str
        Their names.
    before_activation : bool
        Whether weighted sums are meant.
    """
    parts: dict[str, list[AnyArray]] = {layer: [] for layer in layers}
    for start in range(0, len(x), BATCH):
        some = np.asarray(x[start : start + BATCH], np.float32)
        with np.errstate(over="ignore", invalid="ignore"):
            found = forward(network, weights, some)
            for layer, rows in parts.items():
                early = before_activation
                values = inner(network, weights, some, found, layer, before_activation=early)
                rows.append(values.reshape(len(some), -1))
    return {
        layer: np.concatenate(rows).astype(np.float32, copy=False) for layer, rows in parts.items()
    }


class Landscape:
    """The training examples as some layers of a network see them.

    Parameters
    ----------
    dataset : Dataset
        The examples.
    network : NetworkSpec
        The network.
    weights : Weights
        Its weights.
    layers : tuple of str
        The layers.
    before_activation : bool
        Whether distances are those of the weighted sums.
    """

    def __init__(
        self,
        dataset: Dataset,
        network: NetworkSpec,
        weights: Weights,
        layers: tuple[str, ...],
        *,
        before_activation: bool = False,
    ) -> None:
        self.network, self.layers, self.before_activation = network, layers, before_activation
        self.weights = weights
        most = max(FEWEST, min(TRAINING, int(WORK / max(1, network.parameters))))
        self._numbers = probe_indices(dataset.train.y, most)
        values = layer_values(
            network,
            weights,
            dataset.train.x[self._numbers],
            layers,
            before_activation=before_activation,
        )
        self._crowds = {layer: Crowd(rows) for layer, rows in values.items()}

    def nearest(self, x: AnyArray, k: int) -> dict[str, NDArray[np.int64]]:
        """Return for each layer the numbers of the training examples nearest to an input.

        Parameters
        ----------
        x : ndarray of shape (*network.input_shape)
            A scaled input.
        k : int
            How many; fewer where there are not so many, and none where the layer's values are
            not finite.
        """
        values = layer_values(
            self.network,
            self.weights,
            x[None],
            self.layers,
            before_activation=self.before_activation,
        )
        found = {}
        for layer, row in values.items():
            distances = self._crowds[layer].distances(row)[0]
            finite = np.flatnonzero(np.isfinite(distances))
            some = finite[np.argsort(distances[finite], kind="stable")[:k]]
            found[layer] = np.asarray(self._numbers[some], np.int64)
        return found
