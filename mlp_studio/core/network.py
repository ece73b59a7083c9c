"""A network as a frozen spec, its shapes, its weights' shapes and its edits.

Layers are identified by their names, as in Keras: an edit makes a new spec, and
what belongs to a layer (weights, selection, film) follows its name.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import Field, field_validator

from mlp_studio.core.errors import StudioError
from mlp_studio.core.layers import (
    MAX_NAME,
    Activation,
    AnyLayer,
    BatchNormalization,
    Dense,
    Flatten,
    Layer,
    LayerNormalization,
    LeakyReLU,
    PReLU,
    Spec,
)
from mlp_studio.core.text import text

Shape = tuple[int, ...]
MAX_LAYERS = 500


@dataclass(frozen=True)
class WeightSpec:
    """One weight array of a layer, in Keras's order and with Keras's name."""

    name: str
    shape: Shape
    initializer: str
    trainable: bool = True

    @property
    def size(self) -> int:
        """How many numbers the array holds."""
        return math.prod(self.shape)


class NetworkSpec(Spec):
    """A stack of layers on an input.

    Parameters
    ----------
    input_shape : tuple of int
        Shape of one example without the batch axis, for instance ``(2,)`` or ``(28, 28)``.
    layers : tuple of Layer
        From the input to the output. May be empty or not fit its data while it is
        being designed: see `mlp_studio.core.check.problems`.
    """

    input_shape: Shape = Field(min_length=1, max_length=4)
    layers: tuple[Layer, ...] = Field(default=(), max_length=MAX_LAYERS)

    @field_validator("input_shape")
    @classmethod
    def _positive(cls, shape: Shape) -> Shape:
        if any(side < 1 for side in shape):
            raise ValueError(f"every side of input_shape must be at least 1. Received: {shape}")
        return shape

    @field_validator("layers")
    @classmethod
    def _unique(cls, layers: tuple[AnyLayer, ...]) -> tuple[AnyLayer, ...]:
        names = [layer.name for layer in layers]
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            raise ValueError(f"layer names must be unique. Received more than once: {twice}")
        return layers

    def __iter__(self) -> Iterator[AnyLayer]:  # type: ignore[override]
        return iter(self.layers)

    def index(self, name: str) -> int:
        """Return the position of the layer called `name`."""
        for position, layer in enumerate(self.layers):
            if layer.name == name:
                return position
        raise KeyError(name)

    def layer(self, name: str) -> AnyLayer:
        """Return the layer called `name`."""
        return self.layers[self.index(name)]

    def unused_name(self, base: str) -> str:
        """Return `base`, or ``base_1``, ``base_2``, ...: the first which no layer has."""
        taken = {layer.name for layer in self.layers}
        stem, name, number = re.sub(r"_\d+$", "", base), base, 0
        while name in taken:
            number += 1
            suffix = f"_{number}"
            name = stem[: MAX_NAME - len(suffix)] + suffix
        return name

    def inserted(self, position: int, layer: AnyLayer) -> NetworkSpec:
        """Return the network with `layer` at `position`, renamed if its name is taken."""
        layer = layer.model_copy(update={"name": self.unused_name(layer.name)})
        position = max(0, min(position, len(self.layers)))
        layers = (*self.layers[:position], layer, *self.layers[position:])
        return NetworkSpec(input_shape=self.input_shape, layers=layers)

    def removed(self, name: str) -> NetworkSpec:
        """Return the network without the layer called `name`."""
        position = self.index(name)
        layers = self.layers[:position] + self.layers[position + 1 :]
        return NetworkSpec(input_shape=self.input_shape, layers=layers)

    def moved(self, name: str, position: int) -> NetworkSpec:
        """Return the network with the layer called `name` at `position` of the result."""
        layer = self.layer(name)
        rest = [other for other in self.layers if other.name != name]
        position = max(0, min(position, len(rest)))
        layers = (*rest[:position], layer, *rest[position:])
        return NetworkSpec(input_shape=self.input_shape, layers=layers)

    def replaced(self, name: str, layer: AnyLayer) -> NetworkSpec:
        """Return the network with `layer` in place of the one called `name`.

        Raises
        ------
        StudioError
            When another layer already has the new layer's name.
        """
        position = self.index(name)
        if layer.name != name and any(other.name == layer.name for other in self.layers):
            raise StudioError(
                text("Another layer is already called “{name}”.", name=layer.name),
                text("Choose a name which no other layer has."),
            )
        layers = (*self.layers[:position], layer, *self.layers[position + 1 :])
        return NetworkSpec(input_shape=self.input_shape, layers=layers)

    def until(self, name: str) -> NetworkSpec:
        """Return the network that ends with the layer called `name`."""
        layers = self.layers[: self.index(name) + 1]
        return NetworkSpec(input_shape=self.input_shape, layers=layers)

    def after(self, name: str) -> NetworkSpec:
        """Return the network that takes what the layer called `name` gives."""
        place = self.index(name)
        return NetworkSpec(input_shape=self.shapes()[place], layers=self.layers[place + 1 :])

    def to_logits(self) -> NetworkSpec:
        """Return the network without its last activation."""
        last = self.layers[-1]
        if isinstance(last, Dense):
            return self.replaced(last.name, last.model_copy(update={"activation": "linear"}))
        return self.removed(last.name) if isinstance(last, Activation) else self

    def shapes(self) -> tuple[Shape, ...]:
        """Return the shape behind each layer, without the batch axis."""
        shapes: list[Shape] = []
        shape = self.input_shape
        for layer in self.layers:
            shape = output_shape(layer, shape)
            shapes.append(shape)
        return tuple(shapes)

    @property
    def output_shape(self) -> Shape:
        """Shape of one output, without the batch axis."""
        return self.shapes()[-1] if self.layers else self.input_shape

    @property
    def ending(self) -> tuple[AnyLayer, ...]:
        """The last Dense layer with the activation layers behind it; empty without such an end."""
        position = len(self.layers)
        while position and isinstance(self.layers[position - 1], Activation | LeakyReLU | PReLU):
            position -= 1
        if not position or not isinstance(self.layers[position - 1], Dense):
            return ()
        return self.layers[position - 1 :]

    @property
    def output_activation(self) -> str:
        """What is applied to the last weighted sums, such as ``"softmax"``.

        A linear Dense layer followed by an Activation layer is as good as one layer;
        several activations one behind the other are joined by ``+``.
        """
        names = []
        for layer in self.ending:
            name = layer.activation if isinstance(layer, Dense | Activation) else layer.kind
            names += [name] if name != "linear" else []
        return " + ".join(names) or "linear"

    def weight_specs(self) -> dict[str, tuple[WeightSpec, ...]]:
        """Return the weight arrays of each layer, by the layer's name."""
        inputs = (self.input_shape, *self.shapes()[:-1])
        return {
            layer.name: weight_specs(layer, shape)
            for layer, shape in zip(self.layers, inputs, strict=False)
        }

    def parameter_counts(self) -> dict[str, int]:
        """Return the number of parameters of each layer, trainable or not."""
        return {
            name: sum(weight.size for weight in weights)
            for name, weights in self.weight_specs().items()
        }

    @property
    def parameters(self) -> int:
        """Number of parameters, trainable or not."""
        return sum(self.parameter_counts().values())


def output_shape(layer: AnyLayer, shape: Shape) -> Shape:
    """Return the shape behind `layer` for inputs of `shape` (both without the batch axis)."""
    if isinstance(layer, Dense):
        return (*shape[:-1], layer.units)
    if isinstance(layer, Flatten):
        return (math.prod(shape),)
    return shape


def weight_specs(layer: AnyLayer, shape: Shape) -> tuple[WeightSpec, ...]:
    """Return the weight arrays of `layer` for inputs of `shape`, in Keras's order."""
    width = shape[-1]
    if isinstance(layer, Dense):
        learns = layer.trainable
        kernel = WeightSpec("kernel", (width, layer.units), layer.kernel_initializer, learns)
        bias = WeightSpec("bias", (layer.units,), layer.bias_initializer, learns)
        return (kernel, bias) if layer.use_bias else (kernel,)
    if isinstance(layer, LayerNormalization):
        gamma = (WeightSpec("gamma", (width,), "ones"),) if layer.scale else ()
        beta = (WeightSpec("beta", (width,), "zeros"),) if layer.center else ()
        return gamma + beta
    if isinstance(layer, PReLU):
        return (WeightSpec("alpha", shape, "zeros"),)
    if isinstance(layer, BatchNormalization):
        return (
            WeightSpec("gamma", (width,), "ones"),
            WeightSpec("beta", (width,), "zeros"),
            WeightSpec("moving_mean", (width,), "zeros", trainable=False),
            WeightSpec("moving_variance", (width,), "ones", trainable=False),
        )
    return ()
