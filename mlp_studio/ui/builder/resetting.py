"""Back to the defaults, as a pure function."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.parameters import DESIGN, parameters
from mlp_studio.core.text import text
from mlp_studio.ui.builder.about import parameter_of
from mlp_studio.ui.builder.commands import Step, in_order


def reset(
    network: NetworkSpec, names: tuple[str, ...], fields: Iterable[str] = (), what: str = ""
) -> Step:
    """Set parameters of layers to their defaults.

    Parameters
    ----------
    network : NetworkSpec
        Before the edit.
    names : tuple of str
        The layers.
    fields : iterable of str, optional
        Which parameters; all but units and activation where none are named.
    what : str
        What these are called, for the undo history.
    """
    wanted = {parameter_of(field) for field in fields}
    after = network
    changed = []
    for name in in_order(network, names):
        layer = network.layer(name)
        values: dict[str, Any] = layer.model_dump()
        for field, parameter in parameters(type(layer)).items():
            if field in wanted or not (wanted or field in DESIGN):
                *group, part = field.split(".")
                place = values[group[0]] if group else values
                place[part] = parameter.default
        reset_layer = type(layer).model_validate(values)
        if reset_layer != layer:
            after = after.replaced(name, reset_layer)
            changed.append(name)
    layers = ", ".join(changed)
    if wanted:
        label = text("Reset {what} of {layers}", what=what, layers=layers)
    else:
        label = text("Reset {layers} to the defaults", layers=layers)
    return Step(label, after, names)
