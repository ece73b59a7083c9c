"""What a network costs: parameters, memory and multiply-adds, computed from its spec.

Counted are the multiply-adds of the weighted sums, which are all but a small part of the
arithmetic: a Dense layer of u units on n inputs takes n · u of them for an example. Training
takes as many again for the gradient of the kernel, where it learns, and for the gradient
handed on to the layers before, where one of them learns.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from mlp_studio.core.layers import Dense, Flatten
from mlp_studio.core.network import NetworkSpec, Shape
from mlp_studio.core.training import SGD, Adagrad, AnyOptimizer, Lion, RMSprop

FLOAT = 4  # bytes of a float32


@dataclass(frozen=True)
class LayerCost:
    """What one layer costs.

    Parameters
    ----------
    name, kind : str
        What it is called, and its type as Keras names it.
    output_shape : tuple of int
        Without the batch axis.
    trainable, fixed : int
        Numbers of parameters that learn and that don't.
    forward : int
        Multiply-adds for one example, from input to output.
    training : int
        Multiply-adds for one example of a training step, `forward` included.
    """

    name: str
    kind: str
    output_shape: Shape
    trainable: int
    fixed: int
    forward: int
    training: int

    @property
    def parameters(self) -> int:
        """All parameters of the layer."""
        return self.trainable + self.fixed


@dataclass(frozen=True)
class Costs:
    """What a network costs.

    Parameters
    ----------
    layers : tuple of LayerCost
        In the network's order.
    activations : int
        Numbers that one example leaves behind for the gradients: the input and the outputs
        of every layer but Flatten, which copies nothing.
    slots : int
        Numbers which the optimizer keeps for each trainable parameter.
    """

    layers: tuple[LayerCost, ...]
    activations: int
    slots: int

    @property
    def trainable(self) -> int:
        """Parameters that learn."""
        return sum(layer.trainable for layer in self.layers)

    @property
    def fixed(self) -> int:
        """Parameters that don't: frozen ones, and running means and variances."""
        return sum(layer.fixed for layer in self.layers)

    @property
    def parameters(self) -> int:
        """All parameters."""
        return self.trainable + self.fixed

    @property
    def forward(self) -> int:
        """Multiply-adds for the answer to one example."""
        return sum(layer.forward for layer in self.layers)

    @property
    def training(self) -> int:
        """Multiply-adds for one example of a training step."""
        return sum(layer.training for layer in self.layers)

    @property
    def weight_bytes(self) -> int:
        """Memory of all parameters."""
        return FLOAT * self.parameters

    @property
    def optimizer_bytes(self) -> int:
        """Memory of what the optimizer keeps."""
        return FLOAT * self.slots * self.trainable

    def activation_bytes(self, batch: int) -> int:
        """Return the memory of what a batch leaves behind for the gradients."""
        return FLOAT * self.activations * batch

    def epoch(self, train: int, validation: int = 0) -> int:
        """Return the multiply-adds of an epoch on this many examples."""
        return train * self.training + validation * self.forward


def costs(network: NetworkSpec, optimizer: AnyOptimizer) -> Costs:
    """Return what a network and its training cost."""
    inputs = (network.input_shape, *network.shapes()[:-1])
    weights = network.weight_specs()
    layers = []
    activations = math.prod(network.input_shape)
    learnt = False  # whether a gradient is wanted before the layer
    for layer, shape, out in zip(network.layers, inputs, network.shapes(), strict=False):
        trainable = sum(spec.size for spec in weights[layer.name] if spec.trainable)
        fixed = sum(spec.size for spec in weights[layer.name] if not spec.trainable)
        forward = math.prod(shape) * layer.units if isinstance(layer, Dense) else 0
        training = forward * (1 + bool(trainable) + learnt)
        layers.append(
            LayerCost(layer.name, type(layer).__name__, out, trainable, fixed, forward, training)
        )
        learnt = learnt or bool(trainable)
        if not isinstance(layer, Flatten):
            activations += math.prod(out)
    return Costs(tuple(layers), activations, slots(optimizer))


def slots(optimizer: AnyOptimizer) -> int:
    """Return how many numbers an optimizer keeps for each trainable parameter."""
    if isinstance(optimizer, SGD):
        return int(optimizer.momentum > 0)
    if isinstance(optimizer, RMSprop):
        return 1 + int(optimizer.momentum > 0) + int(optimizer.centered)
    if isinstance(optimizer, Adagrad | Lion):
        return 1
    return 2  # Adam, its relatives and Adadelta
