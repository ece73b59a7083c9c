"""Every gesture as a pure function: a network goes in, a named step comes out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from mlp_studio.core.check import suited_output
from mlp_studio.core.dataset import Facts
from mlp_studio.core.errors import StudioError
from mlp_studio.core.layers import (
    LAYER_TYPES,
    Activation,
    AnyLayer,
    Dense,
    Dropout,
    GaussianNoise,
    Layer,
    LeakyReLU,
    Spec,
)
from mlp_studio.core.network import MAX_LAYERS, NetworkSpec
from mlp_studio.core.surgery import passing_units
from mlp_studio.core.text import Text, text
from mlp_studio.ui.builder.values import (
    PENALTIES,
    main_field,
    next_units,
    next_value,
    number,
    range_words,
)


@dataclass(frozen=True)
class Step:
    """One edit, ready to be carried out.

    Parameters
    ----------
    label : Text
        What it is called in the undo history.
    network : NetworkSpec
        The network after it.
    select : tuple of str
        The layers to be selected after it.
    merge : str, optional
        Consecutive steps with the same key become one step of undo.
    """

    label: Text
    network: NetworkSpec
    select: tuple[str, ...]
    merge: str | None = None


# --- adding --------------------------------------------------------------------------------


def new_layer(kind: str, facts: Facts) -> AnyLayer:
    """Return a fresh layer as the palette offers it.

    Parameters
    ----------
    kind : str
        A layer's kind, or ``"features"`` (two linear units: what the feature view shows
        without projection) or ``"output"`` (the last layer that suits the data).
    facts : Facts
        What the network must fit.
    """
    if kind == "dense":
        return Dense(units=64)
    if kind in LAYER_TYPES:
        return LAYER_TYPES[kind]()
    if kind == "features":
        return Dense(name="features_2d", units=2, activation="linear")
    if kind == "output":
        units, activation, _, _ = suited_output(facts)
        return Dense(name="output", units=units, activation=activation)
    raise ValueError(f"unknown kind of layer. Received: {kind!r}")


def passing_on(network: NetworkSpec, layer: AnyLayer, position: int) -> AnyLayer:
    """Return a layer for a trained network, wide enough to begin as the identity where it can."""
    units = passing_units(network, position)
    if isinstance(layer, Dense) and layer.activation == "relu" and units is not None:
        return layer.model_copy(update={"units": max(layer.units, units)})
    return layer


def position_for(kind: str, network: NetworkSpec, selection: tuple[str, ...], facts: Facts) -> int:
    """Return where a click in the palette adds a layer.

    After the last selected layer, but before a finished output layer; without a
    selection before the output layer. Flatten goes to the front, an output to the end,
    an activation right behind the selected layer, be it the output.
    """
    count = len(network.layers)
    if kind == "output":
        return count
    if selection:
        position = max(network.index(name) for name in selection) + 1
    else:
        position = 0 if kind == "flatten" else count
    if selection and kind in {"activation", "leaky_relu", "prelu"}:
        return position
    ending = network.ending
    last = ending[0] if ending else None
    finished = isinstance(last, Dense) and last.units in {facts.outputs, suited_output(facts)[0]}
    return min(position, count - len(ending)) if finished else position


def insert(network: NetworkSpec, layer: AnyLayer, position: int) -> Step:
    """Insert a layer, named anew if its name is taken."""
    if len(network.layers) >= MAX_LAYERS:
        raise StudioError(
            text("A network can have {limit} layers at most.", limit=MAX_LAYERS),
            text("Remove a layer first."),
        )
    after = network.inserted(position, layer)
    name = after.layers[position].name
    if position:
        before = network.layers[position - 1].name
        label = text("Add {layer} after {before}", layer=described(layer), before=before)
    else:
        label = text("Add {layer} at the front", layer=described(layer))
    return Step(label, after, (name,))


def insert_all(network: NetworkSpec, layers: tuple[AnyLayer, ...], position: int) -> Step:
    """Insert several layers one behind the other, as pasted."""
    after = network
    made: list[str] = []
    for offset, layer in enumerate(layers):
        step = insert(after, layer, position + offset)
        after = step.network
        made += step.select
    return Step(text("Paste {layers}", layers=", ".join(made)), after, tuple(made))


def copied(network: NetworkSpec, names: tuple[str, ...]) -> str:
    """Return layers as text for the clipboard."""
    return _Copied(
        mlp_studio_layers=tuple(network.layer(name) for name in in_order(network, names))
    ).model_dump_json()


def pasted(clipboard: str) -> tuple[AnyLayer, ...]:
    """Return the layers in a text from the clipboard; none where it holds something else."""
    try:
        return _Copied.model_validate_json(clipboard).mlp_studio_layers
    except ValidationError:
        return ()


class _Copied(Spec):
    """Layers on the clipboard."""

    mlp_studio_layers: tuple[Layer, ...]


def described(layer: AnyLayer) -> str:
    """Return a layer in a few words, such as ``Dropout 0.3``."""
    if isinstance(layer, Dense):
        return f"Dense {layer.units}"
    if isinstance(layer, Dropout):
        return f"Dropout {layer.rate:g}"
    if isinstance(layer, Activation):
        return f"Activation {layer.activation}"
    return type(layer).__name__


def duplicate(network: NetworkSpec, names: tuple[str, ...]) -> Step:
    """Put a copy of each layer behind it."""
    if len(network.layers) + len(names) > MAX_LAYERS:
        raise StudioError(
            text("A network can have {limit} layers at most.", limit=MAX_LAYERS),
            text("Remove a layer first."),
        )
    after, made = network, []
    for name in in_order(network, names):
        position = after.index(name) + 1
        after = after.inserted(position, after.layer(name))
        made.append(after.layers[position].name)
    return Step(_for_layers(names, *_DUPLICATE), after, tuple(made))


# --- removing and moving -------------------------------------------------------------------


def remove(network: NetworkSpec, names: tuple[str, ...]) -> Step:
    """Remove layers; the one that follows is selected, so that the key can be held."""
    last = max(network.index(name) for name in names)
    after = network
    for name in names:
        after = after.removed(name)
    behind = [layer.name for layer in network.layers[last + 1 :]]
    left = [layer.name for layer in network.layers[:last] if layer.name not in names]
    follow = behind[:1] or left[-1:]
    return Step(_for_layers(names, *_REMOVE), after, tuple(follow))


def move(network: NetworkSpec, names: tuple[str, ...], gap: int) -> Step:
    """Move layers together into the gap before the layer that is now number `gap`."""
    moving = in_order(network, names)
    rest = [layer.name for layer in network if layer.name not in names]
    position = sum(layer.name not in names for layer in network.layers[:gap])
    after = network
    for name in moving:
        after = after.moved(name, len(network.layers))
    for offset, name in enumerate(moving):
        after = after.moved(name, position + offset)
    if position:
        label = text(
            "Move {layer} after {before}", layer=", ".join(moving), before=rest[position - 1]
        )
    else:
        label = text("Move {layer} to the front", layer=", ".join(moving))
    return Step(label, after, tuple(moving))


def move_by(network: NetworkSpec, names: tuple[str, ...], places: int) -> Step:
    """Move layers one place to the left (−1) or to the right (1)."""
    positions = [network.index(name) for name in names]
    gap = min(positions) - 1 if places < 0 else max(positions) + 2
    return move(network, names, max(0, min(gap, len(network.layers))))


# --- changing ------------------------------------------------------------------------------


def rename(network: NetworkSpec, name: str, new: str) -> Step:
    """Give a layer another name."""
    layer = network.layer(name)
    try:
        renamed = type(layer).model_validate({**layer.model_dump(), "name": new})
    except ValidationError as error:
        raise StudioError(
            text("“{name}” can't be a layer's name.", name=new),
            text("Begin with a letter; go on with up to 63 letters, digits, “_”, “-” or “.”."),
        ) from error
    label = text("Rename {layer} to {name}", layer=name, name=new)
    return Step(label, network.replaced(name, renamed), (new,))


def change(network: NetworkSpec, names: tuple[str, ...], field: str, value: Any) -> Step:
    """Set one field of the layers that have it.

    Parameters
    ----------
    network : NetworkSpec
        Before the edit.
    names : tuple of str
        The layers.
    field : str
        A field's name in the layer's spec, or one of `values.PENALTIES`.
    value : object
        What to set.
    """
    after = network
    changed = []
    for name in in_order(network, names):
        layer = network.layer(name)
        fields: dict[str, Any] = layer.model_dump()
        group, part = PENALTIES.get(field, (None, field))
        place = fields if group is None else fields.get(group, {})
        if part not in place:
            continue
        place[part] = value
        try:
            after = after.replaced(name, type(layer).model_validate(fields))
        except ValidationError as error:
            raise StudioError(*range_words(field, value)) from error
        changed.append(name)
    label = change_words(", ".join(changed), field, value)
    return Step(label, after, names, merge=f"{field}:{','.join(changed)}")


def step_main(network: NetworkSpec, names: tuple[str, ...], direction: int) -> Step | None:
    """Make the main number of layers a sensible step larger (1) or smaller (−1).

    Units go through 1, 2, 3, 4, 6, 8, 12, 16, …; rates by 0.05. None where no selected
    layer has a number to step.
    """
    after, changed = network, []
    for name in in_order(network, names):
        layer = network.layer(name)
        stepped: AnyLayer = layer
        if isinstance(layer, Dense):
            stepped = layer.model_copy(update={"units": next_units(layer.units, direction)})
        elif isinstance(layer, Dropout | GaussianNoise | LeakyReLU):
            field = main_field(layer) or "rate"
            value = next_value(field, number(layer, field) or 0.0, direction)
            stepped = layer.model_copy(update={field: value})
        if stepped != layer:
            after = after.replaced(name, stepped)
            changed.append(name)
    if not changed:
        return None
    if len(changed) == 1:
        field = main_field(after.layer(changed[0])) or "units"
        label = change_words(changed[0], field, getattr(after.layer(changed[0]), field))
    else:
        label = size_words(", ".join(changed), direction)
    return Step(label, after, names, merge=f"step:{','.join(names)}")


def in_order(network: NetworkSpec, names: tuple[str, ...]) -> list[str]:
    """Return `names` in the network's order."""
    return [layer.name for layer in network if layer.name in names]


# --- words ---------------------------------------------------------------------------------

_REMOVE = text("Remove {layer}"), text("Remove {count} layers")
_DUPLICATE = text("Duplicate {layer}"), text("Duplicate {count} layers")


def _for_layers(names: tuple[str, ...], one: Text, several: Text) -> Text:
    if len(names) == 1:
        return Text(one.source, (("layer", names[0]),))
    return Text(several.source, (("count", len(names)),))


def size_words(layers: str, direction: int) -> Text:
    """Return what making several layers larger (1) or smaller (−1) is called."""
    if direction > 0:
        return text("Enlarge {layers}", layers=layers)
    return text("Reduce {layers}", layers=layers)


def _switch_words(layers: str, field: str, *, on: bool) -> Text:
    switches = {
        "use_bias": (text("Give {layer} a bias"), text("Take the bias from {layer}")),
        "center": (text("Give {layer} a shift"), text("Take the shift from {layer}")),
        "scale": (text("Give {layer} a scale"), text("Take the scale from {layer}")),
        "trainable": (text("Let {layer} learn"), text("Freeze {layer}")),
    }
    return Text(switches[field][0 if on else 1].source, (("layer", layers),))


def change_words(layers: str, field: str, value: Any) -> Text:
    """Return what setting a field of layers is called."""
    if isinstance(value, bool):
        return _switch_words(layers, field, on=value)
    sentences = {
        "units": text("Set units of {layer} to {value}"),
        "activation": text("Set activation of {layer} to {value}"),
        "l1": text("Set L1 of {layer} to {value}"),
        "l2": text("Set L2 of {layer} to {value}"),
        "rate": text("Set rate of {layer} to {value}"),
        "momentum": text("Set momentum of {layer} to {value}"),
        "epsilon": text("Set epsilon of {layer} to {value}"),
        "stddev": text("Set standard deviation of {layer} to {value}"),
        "negative_slope": text("Set slope of {layer} to {value}"),
        "bias_l1": text("Set bias L1 of {layer} to {value}"),
        "bias_l2": text("Set bias L2 of {layer} to {value}"),
        "activity_l1": text("Set activity L1 of {layer} to {value}"),
        "activity_l2": text("Set activity L2 of {layer} to {value}"),
        "kernel_initializer": text("Set weight initializer of {layer} to {value}"),
        "bias_initializer": text("Set bias initializer of {layer} to {value}"),
        "kernel_constraint": text("Set weight constraint of {layer} to {value}"),
        "bias_constraint": text("Set bias constraint of {layer} to {value}"),
        "max_norm": text("Set largest norm of {layer} to {value}"),
    }
    shown = f"{value:g}" if isinstance(value, float) else value
    return Text(sentences[field].source, (("layer", layers), ("value", shown)))
