"""Examples of another source, made ready for a network that never saw it."""

from __future__ import annotations

import math

import numpy as np

from mlp_studio.core.arrays import AnyArray
from mlp_studio.core.dataset import Dataset, Facts, Part
from mlp_studio.core.errors import StudioError
from mlp_studio.core.text import text


def fits(other: Facts, own: Facts) -> bool:
    """Return whether a network for `own` can be asked about examples of `other`.

    Pictures and the same numbers in a row fit each other; classes need not be as many,
    for those that are missing are simply never met.
    """
    size = math.prod(other.input_shape) == math.prod(own.input_shape)
    if (other.task == "regression") != (own.task == "regression"):
        return False
    if own.task == "regression":
        return size and other.outputs == own.outputs
    return size and other.outputs <= own.outputs


def foreign_part(own: Dataset, other: Dataset) -> Part:
    """Return all examples of `other`, scaled as the network's own data is.

    Parameters
    ----------
    own : Dataset
        What the network learns from: its scaling, its classes.
    other : Dataset
        Loaded from another source, with whatever scaling.

    Returns
    -------
    Part
        Training, validation and test examples of `other` in this order. Classes are
        matched by their names; where no name is shared, by their order.

    Raises
    ------
    StudioError
        The examples don't fit: other numbers of inputs, values for classes, or classes
        that the network does not know.
    """
    if not fits(other.facts, own.facts):
        raise StudioError(
            text(
                "This data does not fit the network: {other} where {own} are expected.",
                other=_words(other.facts),
                own=_words(own.facts),
            ),
            text("Choose data of the same kind as what the network learns from."),
        )
    parts = [other.train, other.validation, *([other.test] if other.test is not None else [])]
    parts = [part for part in parts if len(part)]
    raw = other.scaler.inverse(np.concatenate([part.x for part in parts]))
    shaped = np.asarray(raw, np.float32).reshape(len(raw), *own.facts.input_shape)
    y = np.concatenate([part.y for part in parts])
    if own.class_names:
        y = _matched(y, other.class_names, own.class_names)
    return Part(own.scaler.transform(shaped), y)


def _matched(y: AnyArray, names: tuple[str, ...], own: tuple[str, ...]) -> AnyArray:
    """Return class numbers of `names` as numbers of `own`."""
    shared = set(names) & set(own)
    if not shared:
        return y
    met = [names[k] for k in np.unique(y)]
    unknown = [name for name in met if name not in own]
    if unknown:
        raise StudioError(
            text(
                "This data has the class “{name}”, which the network does not know.",
                name=unknown[0],
            ),
            text("Leave its examples out, or train on data that has it."),
        )
    places = np.array([own.index(name) if name in own else -1 for name in names])
    return places[y.astype(np.int64)]


def _words(facts: Facts) -> object:
    inputs = math.prod(facts.input_shape)
    if facts.task == "regression":
        return text("{inputs} inputs with {outputs} values", inputs=inputs, outputs=facts.outputs)
    return text("{inputs} inputs of {outputs} classes", inputs=inputs, outputs=facts.outputs)
