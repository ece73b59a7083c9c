"""Examples of another source, made ready for a network that never saw it."""

from __future__ import annotations

import numpy as np
import pytest

from mlp_studio.analysis.foreign import fits, foreign_part
from mlp_studio.core.dataset import Dataset, Facts, Part
from mlp_studio.core.datasets import DataSpec, Spirals
from mlp_studio.core.errors import StudioError
from mlp_studio.core.plane_sources import Moons
from mlp_studio.core.scaling import Scaler
from mlp_studio.data.load import load


def _named(names: tuple[str, ...], y: list[int], scaler: Scaler) -> Dataset:
    x = np.arange(2 * len(y), dtype=np.float32).reshape(len(y), 2)
    part = Part(scaler.transform(x), np.array(y))
    facts = Facts("multiclass", (2,), len(names))
    return Dataset(facts, part, part, None, names, scaler)


DOUBLED = Scaler(kind="standard", shift=(0.0, 0.0), scale=(2.0, 2.0))
TENTH = Scaler(kind="standard", shift=(1.0, 2.0), scale=(10.0, 10.0))


def test_inputs_are_scaled_as_the_networks_own_are() -> None:
    own = _named(("a", "b", "c"), [0, 1, 2], DOUBLED)
    other = _named(("a", "b", "c"), [0, 1, 2], TENTH)
    found = foreign_part(own, other)
    assert found.x == pytest.approx(np.concatenate([own.train.x, own.validation.x]), abs=1e-5)
    assert found.y.tolist() == [0, 1, 2, 0, 1, 2]


def test_classes_are_matched_by_name_and_else_by_order() -> None:
    own = _named(("a", "b", "c"), [0, 1, 2], DOUBLED)
    assert foreign_part(own, _named(("c", "a"), [0, 1, 0], TENTH)).y.tolist()[:3] == [2, 0, 2]
    assert foreign_part(own, _named(("x", "y"), [0, 1, 0], TENTH)).y.tolist()[:3] == [0, 1, 0]
    assert foreign_part(own, _named(("b", "z"), [0, 0], TENTH)).y.tolist()[:2] == [1, 1]
    with pytest.raises(StudioError, match="class “z”"):
        foreign_part(own, _named(("b", "z"), [0, 1], TENTH))


def test_what_does_not_fit_is_refused_with_both_sides() -> None:
    own = load(DataSpec(source=Moons()))
    six = load(DataSpec(source=Spirals(points_per_arm=20, num_arms=6, n_classes=6)))
    with pytest.raises(StudioError, match="2 inputs of 6 classes where 2 inputs of 2 classes"):
        foreign_part(own, six)
    values = Facts("regression", (2,), 1)
    assert not fits(values, own.facts)
    assert not fits(own.facts, values)
    assert not fits(Facts("regression", (2,), 2), values)
    assert fits(Facts("multiclass", (784,), 10), Facts("multiclass", (28, 28), 10))


def test_pictures_take_the_shape_that_the_network_expects() -> None:
    flat = Part(np.zeros((3, 784), np.float32), np.array([0, 1, 2]))
    square = Part(np.zeros((2, 28, 28), np.float32), np.array([0, 1]))
    names = tuple("0123456789")
    own = Dataset(Facts("multiclass", (28, 28), 10), square, square, None, names)
    other = Dataset(Facts("multiclass", (784,), 10), flat, flat, flat, names)
    assert foreign_part(own, other).x.shape == (9, 28, 28)
