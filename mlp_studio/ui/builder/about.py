"""What the layers and their parameters are, in words: for tips and the details."""

from __future__ import annotations

from typing import Any

from mlp_studio.core.layers import AnyLayer
from mlp_studio.core.parameters import Parameter, parameters
from mlp_studio.core.text import Text, text
from mlp_studio.studio.language import render
from mlp_studio.ui.builder.values import PENALTIES

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
    found = parameters(type(layer))[parameter_of(field)]
    default = render(text("default {value}", value=shown(found.default)))
    return " · ".join(filter(None, (_range(found), default)))


def tip(words: str, layer: AnyLayer, field: str) -> str:
    """Return a sentence of help with range and default beneath."""
    return f"{words}\n{range_words(layer, field)}"


def shown(value: Any) -> str:
    """Return a value as people read it."""
    if isinstance(value, bool):
        return render(text("on") if value else text("off"))
    return f"{value:g}" if isinstance(value, float) else str(value)


def _range(found: Parameter) -> str:
    if found.low is None or found.high is None:
        return ""
    low, high = f"{found.low:,g}", f"{found.high:,.10g}"
    if found.open_low:
        return render(text("more than {low}, at most {high}", low=low, high=high))
    if found.open_high:
        return render(text("{low} to less than {high}", low=low, high=high))
    return render(text("{low} to {high}", low=low, high=high))
