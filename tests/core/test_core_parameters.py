"""Ranges and defaults are those the specs hold to; every part of Keras has its page."""

from __future__ import annotations

import math
from urllib.parse import urlsplit

import pytest
from pydantic import ValidationError

from mlp_studio.core.keras_pages import (
    EARLY_STOPPING,
    REDUCE_LR,
    layer_page,
    loss_page,
    optimizer_page,
)
from mlp_studio.core.layers import LAYER_TYPES, AnyLayer
from mlp_studio.core.parameters import Parameter, parameters
from mlp_studio.core.training import OPTIMIZER_TYPES, TrainingSpec

ALL = [
    pytest.param(kind, found, id=f"{name}-{found.field}")
    for name, kind in LAYER_TYPES.items()
    for found in parameters(kind).values()
]
NUMBERS = [case for case in ALL if case.values[1].low is not None]  # type: ignore[union-attr]


def _set(kind: type[AnyLayer], field: str, value: object) -> AnyLayer:
    values = kind().model_dump()
    *group, part = field.split(".")
    (values[group[0]] if group else values)[part] = value
    return kind.model_validate(values)


@pytest.mark.parametrize("kind", LAYER_TYPES.values())
def test_every_field_is_a_parameter(kind: type[AnyLayer]) -> None:
    fields = {name.split(".")[0] for name in parameters(kind)}
    assert fields == set(kind.model_fields) - {"kind", "name"}


@pytest.mark.parametrize(("kind", "found"), ALL)
def test_the_default_is_that_of_a_fresh_layer(kind: type[AnyLayer], found: Parameter) -> None:
    assert _set(kind, found.field, found.default) == kind()
    if found.choices:
        assert found.default in found.choices
        for name in found.choices:
            _set(kind, found.field, name)


@pytest.mark.parametrize(("kind", "found"), NUMBERS)
def test_the_range_is_the_spec_s(kind: type[AnyLayer], found: Parameter) -> None:
    assert found.low is not None
    assert found.high is not None
    whole = isinstance(found.default, int)
    step = 1 if whole else 1e-9
    inside = (
        found.low + step * found.open_low,
        found.high - step * found.open_high,
    )
    outside = (
        found.low if found.open_low else found.low - step,
        found.high if found.open_high else math.nextafter(found.high, math.inf),
    )
    for value in inside:
        _set(kind, found.field, int(value) if whole else value)
    for value in outside:
        with pytest.raises(ValidationError):
            _set(kind, found.field, math.ceil(value) if whole and value > 1 else value)


def test_pages() -> None:
    pages = [
        *(layer_page(kind()) for kind in LAYER_TYPES.values()),
        *(optimizer_page(kind()) for kind in OPTIMIZER_TYPES.values()),
        *(
            loss_page(name)
            for name in TrainingSpec.model_fields["loss"].annotation.__args__  # type: ignore[union-attr]
        ),
        EARLY_STOPPING,
        REDUCE_LR,
    ]
    assert len(set(pages)) == len(pages)
    for page in pages:
        parts = urlsplit(page)
        assert (parts.scheme, parts.netloc) == ("https", "keras.io")
        assert parts.path.startswith("/api/")
        assert parts.path.endswith("/")
