"""Ranges and defaults of parameters, as people read them."""

from __future__ import annotations

from typing import Any

from mlp_studio.core.parameters import Parameter
from mlp_studio.core.text import Text, text
from mlp_studio.studio.language import render


def range_words(found: Parameter, unit: Text | None = None) -> str:
    """Return a parameter's range and default, such as ``0 to less than 1 · default 0.3``.

    Parameters
    ----------
    found : Parameter
        The parameter.
    unit : Text, optional
        What it counts, such as epochs.
    """
    default = render(text("default {value}", value=shown(found.default)))
    limits = " ".join(filter(None, (_range(found), render(unit) if unit else "")))
    return " · ".join(filter(None, (limits, default)))


def shown(value: Any) -> str:
    """Return a value as people read it."""
    if isinstance(value, bool):
        return render(text("on") if value else text("off"))
    if isinstance(value, float):
        return short(value)
    return render(text("none")) if value is None else str(value)


def short(value: float) -> str:
    """Return a number with no more digits than it has: 0.0001, and 1e-7 where that is shorter."""
    words = f"{value:.10g}"
    mantissa, exponent, power = words.partition("e")
    return f"{mantissa}e{int(power)}" if exponent else words


def _range(found: Parameter) -> str:
    if found.low is None or found.high is None:
        return ""
    low, high = f"{found.low:,g}", f"{found.high:,.10g}"
    if found.open_low and found.open_high:
        return render(text("more than {low}, less than {high}", low=low, high=high))
    if found.open_low:
        return render(text("more than {low}, at most {high}", low=low, high=high))
    if found.open_high:
        return render(text("{low} to less than {high}", low=low, high=high))
    return render(text("{low} to {high}", low=low, high=high))
