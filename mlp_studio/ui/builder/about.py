"""What the layers and their parameters are, in words: for tips and the details."""

from __future__ import annotations

from typing import Any

from mlp_studio.core.layers import AnyLayer
from mlp_studio.core.parameters import parameters
from mlp_studio.core.text import Text, text
from mlp_studio.ui.builder.values import PENALTIES
from mlp_studio.ui.common import parameter_words

KINDS: dict[str, Text] = {
    "dense": text("Each unit adds up all inputs by its weights and applies the activation."),
    "dropout": text(
        "Silences units at random while training, so that none relies on another; "
        "against overfitting."
    ),
    "batch_normalization": text(
        "Brings each unit to mean 0 and spread 1 over the batch; deep networks learn faster."
    ),
    "layer_normalization": text(
        "Brings each example to mean 0 and spread 1 over its units; works with any batch."
    ),
    "activation": text("Applies a function to each number, as a layer of its own."),
    "leaky_relu": text("Leaves positive numbers as they are and makes negative ones small."),
    "prelu": text("A leaky ReLU that learns how much of a negative number stays, for each unit."),
    "gaussian_noise": text(
        "Adds random noise while training, as if there were more examples; against overfitting."
    ),
    "flatten": text("Puts the numbers of an image into one row, which Dense layers take."),
}


def parameter_of(field: str) -> str:
    """Return the name in `core.parameters` of a field of the builder."""
    return ".".join(PENALTIES[field]) if field in PENALTIES else field


def has(layer: AnyLayer, field: str) -> bool:
    """Tell whether a layer has a parameter."""
    return parameter_of(field) in parameters(type(layer))


def value_of(layer: AnyLayer, field: str) -> Any:
    """Return a parameter's value."""
    value: Any = layer
    for part in parameter_of(field).split("."):
        value = getattr(value, part)
    return value


def default_of(layer: AnyLayer, field: str) -> Any:
    """Return a parameter's value in a fresh layer of the same type."""
    return parameters(type(layer))[parameter_of(field)].default


def range_words(layer: AnyLayer, field: str) -> str:
    """Return a parameter's range and default, such as ``0 to less than 1 · default 0.3``."""
    return parameter_words.range_words(parameters(type(layer))[parameter_of(field)])


def tip(words: str, layer: AnyLayer, field: str) -> str:
    """Return a sentence of help with range and default beneath."""
    return f"{words}\n{range_words(layer, field)}"
