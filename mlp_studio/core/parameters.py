"""The parameters of layers and training: defaults and ranges, read from the specs themselves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from mlp_studio.core.layers import L1L2, AnyLayer, Spec

DESIGN = frozenset({"kind", "name", "units", "activation"})
"""What makes the design: never reset along with the rest."""


@dataclass(frozen=True)
class Parameter:
    """One parameter of a layer, an optimizer, a schedule, a callback or the training.

    Parameters
    ----------
    field : str
        Its name in the spec; parts of a penalty are ``"kernel_regularizer.l1"``.
    default : object
        Its value in a fresh spec.
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
def parameters(spec: type[Spec]) -> Mapping[str, Parameter]:
    """Return the parameters of a type of spec, by field, in its order."""
    return MappingProxyType({found.field: found for found in _found(spec, "")})


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
        ends = _ends(info.metadata) or _ends(_of_the_number(info.annotation))
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


def _ends(metadata: Iterable[object]) -> dict[str, float]:
    """Return the ends of a range among what is said of a type."""
    return {
        end: float(getattr(item, end))
        for item in metadata
        for end in ("ge", "gt", "le", "lt")
        if getattr(item, end, None) is not None
    }


def _of_the_number(annotation: Any) -> Iterable[object]:
    """Return what is said of the number in "a number or None"."""
    if get_origin(annotation) not in {Union, UnionType}:
        return ()
    said: list[object] = []
    for part in get_args(annotation):
        if get_origin(part) is Annotated:
            for item in get_args(part)[1:]:
                said += getattr(item, "metadata", ())
    return said
