"""The parameters of the layers: their defaults and ranges, read from the specs themselves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, get_args

from mlp_studio.core.layers import L1L2, AnyLayer, Spec

DESIGN = frozenset({"kind", "name", "units", "activation"})
"""What makes the design: never reset along with the rest."""


@dataclass(frozen=True)
class Parameter:
    """One parameter of a layer.

    Parameters
    ----------
    field : str
        Its name in the spec; parts of a penalty are ``"kernel_regularizer.l1"``.
    default : object
        Its value in a fresh layer.
    low, high : float or None
        The range of a number, where there is an end to it.
    open_low, open_high : bool
        Whether the end itself is outside.
    choices : tuple of str
        Of a name: all there are.
    """

    field: str
    default: Any
    low: float | None = None
    high: float | None = None
    open_low: bool = False
    open_high: bool = False
    choices: tuple[str, ...] = ()


@cache
def parameters(layer: type[AnyLayer]) -> Mapping[str, Parameter]:
    """Return the parameters of a type of layer, by field, in the order of its spec."""
    return MappingProxyType({found.field: found for found in _found(layer, "")})


def default(layer: type[AnyLayer], field: str) -> Any:
    """Return a parameter's value in a fresh layer."""
    return parameters(layer)[field].default


def _found(spec: type[Spec], prefix: str) -> list[Parameter]:
    found = []
    for name, info in spec.model_fields.items():
        if name in {"kind", "name"}:
            continue
        if info.annotation is L1L2:
            found += _found(L1L2, f"{name}.")
            continue
        ends = {
            end: float(getattr(item, end))
            for item in info.metadata
            for end in ("ge", "gt", "le", "lt")
            if getattr(item, end, None) is not None
        }
        found.append(
            Parameter(
                prefix + name,
                info.default,
                low=ends.get("ge", ends.get("gt")),
                high=ends.get("le", ends.get("lt")),
                open_low="gt" in ends,
                open_high="lt" in ends,
                choices=tuple(n for n in get_args(info.annotation) if isinstance(n, str)),
            )
        )
    return found
