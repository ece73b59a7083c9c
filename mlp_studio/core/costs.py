"""What a network costs: multiply-adds, and memory for weights, optimizer and activations."""

from __future__ import annotations

import math
from dataclasses import dataclass

from mlp_studio.core.layers import Dense
from mlp_studio.core.network import NetworkSpec, Shape
from mlp_studio.core.training import SGD, AnyOptimizer, RMSprop, TrainingSpec

FLOAT = 4  # bytes of a float32
# Copies of the trainable weights that an optimizer keeps (Keras's own slots).
_SLOTS = {"adam": 2, "adamw": 2, "nadam": 2, "adamax": 2, "adagrad": 1, "adadelta": 2, "lion": 1}


@dataclass(frozen=True)
class LayerCost:
    """One row of a summary.

    Parameters
    ----------
    name, kind : str
        The layer's, as Keras has them.
    shape : tuple of int
        Behind the layer, without the batch axis.
    parameters, trainable : int
        All, and those that training changes.
    multiply_adds : int
        For one example on the way forward; of matrix products only.
    """

    name: str
    kind: str
    shape: Shape
    parameters: int
    trainable: int
    multiply_adds: int


@dataclass(frozen=True)
class Costs:
    """What a network costs to train.

    Parameters
    ----------
    layers : tuple of LayerCost
        One a layer.
    parameters, trainable : int
        Of all layers.
    multiply_adds : int
        For one example on the way forward.
    an_epoch : int
        For all training examples, forward and backward.
    weights, gradients, optimizer, activations : int
        Bytes; the activations are those of one batch.
    """

    layers: tuple[LayerCost, ...]
    parameters: int
    trainable: int
    multiply_adds: int
    an_epoch: int
    weights: int
    gradients: int
    optimizer: int
    activations: int

    @property
    def memory(self) -> int:
        """Bytes that training takes, the data left out."""
        return self.weights + self.gradients + self.optimizer + self.activations


def costs(network: NetworkSpec, training: TrainingSpec, examples: int) -> Costs:
    """Return what a network costs.

    Parameters
    ----------
    network : NetworkSpec
        The network.
    training : TrainingSpec
        For the optimizer and the batch size.
    examples : int
        To train on.
    """
    rows = []
    specs, shape = network.weight_specs(), network.input_shape
    values, backward, first = math.prod(shape), 0, True
    for layer, behind in zip(network.layers, network.shapes(), strict=True):
        sizes = specs[layer.name]
        learns = getattr(layer, "trainable", True)
        products = 0
        if isinstance(layer, Dense):
            products = math.prod(shape) * layer.units
            # Back come the kernel's gradient and, but for the first layer, the inputs'.
            backward += products * (int(learns) + int(not first))
            first = False
        rows.append(
            LayerCost(
                layer.name,
                type(layer).__name__,
                behind,
                sum(spec.size for spec in sizes),
                sum(spec.size for spec in sizes if spec.trainable),
                products,
            )
        )
        shape = behind
        values += math.prod(shape)
    trainable = sum(row.trainable for row in rows)
    forward = sum(row.multiply_adds for row in rows)
    parameters = sum(row.parameters for row in rows)
    return Costs(
        tuple(rows),
        parameters,
        trainable,
        forward,
        (forward + backward) * examples,
        FLOAT * parameters,
        FLOAT * trainable,
        FLOAT * trainable * slots(training.optimizer),
        FLOAT * values * min(training.batch_size, max(1, examples)),
    )


def slots(optimizer: AnyOptimizer) -> int:
    """Return how many copies of the trainable weights an optimizer keeps."""
    if isinstance(optimizer, SGD):
        return int(optimizer.momentum > 0)
    if isinstance(optimizer, RMSprop):
        return 1 + int(optimizer.momentum > 0) + int(optimizer.centered)
    return _SLOTS[optimizer.kind]
