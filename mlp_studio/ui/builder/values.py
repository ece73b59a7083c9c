"""The numbers of a layer: how they are typed, shown, stepped and refused."""

from __future__ import annotations

from typing import Any

from mlp_studio.core.errors import StudioError
from mlp_studio.core.layers import (
    MAX_UNITS,
    AnyLayer,
    BatchNormalization,
    Dense,
    Dropout,
    GaussianNoise,
    LayerNormalization,
    LeakyReLU,
)
from mlp_studio.core.text import Text, text

UNIT_STEPS = tuple(sorted({1, 2, 3} | {2**k for k in range(17)} | {3 * 2**k for k in range(1, 15)}))


_MAIN_FIELDS: dict[type[AnyLayer], str] = {
    Dense: "units",
    Dropout: "rate",
    BatchNormalization: "momentum",
    LayerNormalization: "epsilon",
    LeakyReLU: "negative_slope",
    GaussianNoise: "stddev",
}
PENALTIES = {
    "l1": ("kernel_regularizer", "l1"),
    "l2": ("kernel_regularizer", "l2"),
    "bias_l1": ("bias_regularizer", "l1"),
    "bias_l2": ("bias_regularizer", "l2"),
    "activity_l1": ("activity_regularizer", "l1"),
    "activity_l2": ("activity_regularizer", "l2"),
}
"""Where in a Dense layer each field of a penalty is."""


def number(layer: AnyLayer, field: str) -> float | None:
    """Return a number of a layer; None where it has none of that name."""
    if field in PENALTIES:
        place, part = PENALTIES[field]
        strength = getattr(layer, place, None)
        return None if strength is None else float(getattr(strength, part))
    value: float | None = getattr(layer, field, None)
    return value


def main_field(layer: AnyLayer) -> str | None:
    """Return the field a double click edits."""
    return _MAIN_FIELDS.get(type(layer))


def parsed(field: str, typed: str) -> int | float:
    """Return the number that was typed for a field.

    Raises
    ------
    StudioError
        When it is not a number of the kind the field takes.
    """
    plain = typed.strip().replace(",", "") if field == "units" else typed.strip()
    try:
        return int(plain) if field == "units" else float(plain.replace(",", "."))
    except ValueError:
        raise StudioError(*range_words(field, typed)) from None


def shown(field: str, value: float) -> str:
    """Return a field's number as it is typed."""
    return str(value) if field == "units" else f"{value:g}"


def next_units(units: int, direction: int) -> int:
    """Return the next round number of units."""
    if direction > 0:
        return next((step for step in UNIT_STEPS if step > units), MAX_UNITS)
    return next((step for step in reversed(UNIT_STEPS) if step < units), 1)


def next_value(field: str, value: float, direction: int) -> float:
    """Return the next sensible value of a number field: what its arrow keys go to."""
    if field == "units":
        return next_units(int(value), direction)
    if field == "rate":
        return min(0.95, max(0.0, round(value + 0.05 * direction, 2)))
    if field in {"stddev", "negative_slope"}:
        limit = 1.0 if field == "stddev" else 10.0
        return min(limit, max(0.0, round(value + 0.05 * direction, 2)))
    steps: tuple[float, ...]
    if field == "max_norm":
        steps = (0.1, 0.2, 0.5, 1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 10.0, 20.0, 50.0, 100.0, 1000.0)
    elif field == "momentum":
        steps = (0.0, 0.5, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999)
    else:
        steps = (0.0, 1e-6, 1e-5, 1e-4, 3e-4, 1e-3, 3e-3, 0.01, 0.03, 0.1, 1.0)
        steps = steps[field == "epsilon" :]  # which is never 0
    if direction > 0:
        return next((step for step in steps if step > value), value)
    return next((step for step in reversed(steps) if step < value), value)


def range_words(field: str, value: Any) -> tuple[Text, Text]:
    """Return what a field takes, and what was received, as sentences."""
    given = text("Received: {value}.", value=value)
    ranges = {
        "units": text("Units must be a whole number from 1 to {limit}.", limit=f"{MAX_UNITS:,}"),
        "rate": text("The rate must be from 0 to less than 1."),
        "momentum": text("The momentum must be from 0 to less than 1."),
        "epsilon": text("Epsilon must be more than 0 and at most 1."),
        "l1": text("L1 must be from 0 to 10."),
        "l2": text("L2 must be from 0 to 10."),
        "stddev": text("The standard deviation must be from 0 to 1."),
        "negative_slope": text("The slope must be from 0 to 10."),
        "max_norm": text("The largest norm must be more than 0 and at most 1000."),
        "activation": text("There is no such activation."),
    }
    part = PENALTIES[field][1] if field in PENALTIES else field
    return ranges.get(part, text("There is no such choice.")), given
