"""Digests are equal for equal bits and for nothing else."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays_of

from mlp_studio.core.dataset import Dataset, Facts, Part
from mlp_studio.core.events import Snapshot
from mlp_studio.core.fingerprint import data_fingerprint, digest, weights_digest
from mlp_studio.core.initializers import initial_weights
from mlp_studio.core.layers import BatchNormalization, Dense
from mlp_studio.core.network import NetworkSpec

Array = npt.NDArray[np.float32]
ARRAYS = arrays_of.arrays(
    np.float32, arrays_of.array_shapes(max_dims=3, max_side=4), elements=st.floats(-4, 4, width=32)
)
NETWORK = NetworkSpec(
    input_shape=(2,), layers=(Dense(units=3), BatchNormalization(), Dense(name="out", units=2))
)


def changed(array: Array, position: int) -> Array:
    """Return a copy whose one value is the next larger one: a single last bit away."""
    copy = array.copy()
    copy.flat[position] = np.nextafter(copy.flat[position], np.float32(np.inf))
    return copy


@given(ARRAYS, ARRAYS, st.data())
def test_equal_bits_give_equal_digests_and_any_change_another(
    first: Array, second: Array, data: st.DataObject
) -> None:
    known = digest([("a", first), ("b", second)])
    assert digest([("a", first.copy()), ("b", second.copy())]) == known
    position = data.draw(st.integers(0, second.size - 1))
    others = {
        "value": [("a", first), ("b", changed(second, position))],
        "dtype": [("a", first), ("b", second.astype(np.float64))],
        "shape": [("a", first), ("b", second[np.newaxis])],
        "order": [("b", second), ("a", first)],
        "name": [("a", first), ("c", second)],
        "fewer": [("a", first)],
        "more": [("a", first), ("b", second), ("c", second)],
    }
    digests = {digest(arrays) for arrays in others.values()}
    assert len(digests) == len(others)
    assert known not in digests


@given(ARRAYS)
def test_how_an_array_lies_in_memory_does_not_matter(array: Array) -> None:
    known = digest([("a", array)])
    wide = np.zeros((*array.shape[:-1], 2 * array.shape[-1]), np.float32)
    wide[..., ::2] = array
    assert digest([("a", wide[..., ::2])]) == known
    assert digest([("a", np.asfortranarray(array))]) == known


def test_zeros_of_either_sign_and_two_kinds_of_nan_differ() -> None:
    odd = np.array([0x7FC00001, 0x7FC00000, 0x80000000, 0], np.uint32).view(np.float32)
    assert len({digest([("a", odd[k : k + 1])]) for k in range(4)}) == 4


def test_a_digest_is_the_same_on_every_day() -> None:
    """Run folders keep digests for years: what is hashed must stay as it is."""
    expected = hashlib.sha256(b"('x', '<f4', (2, 1))\n" + b"\x00\x00\x80\x3f\x00\x00\x00\x40")
    array = np.array([[1.0], [2.0]], "<f4")
    assert digest([("x", array)]) == f"sha256:{expected.hexdigest()}"
    assert digest([("x", np.zeros((0, 3), "<f4"))]) != digest([("x", np.zeros((0, 4), "<f4"))])


@pytest.fixture
def dataset() -> Dataset:
    rng = np.random.default_rng(0)

    def part(count: int) -> Part:
        return Part(
            rng.normal(size=(count, 2)).astype(np.float32),
            rng.integers(0, 2, count).astype(np.int32),
        )

    return Dataset(Facts("multiclass", (2,), 2), part(8), part(4), part(3), ("0", "1"))


@pytest.mark.parametrize("name", ["train", "validation", "test"])
@pytest.mark.parametrize("letter", ["x", "y"])
def test_every_part_of_the_data_counts(dataset: Dataset, name: str, letter: str) -> None:
    known = data_fingerprint(dataset)
    assert data_fingerprint(replace(dataset, class_names=())) == known
    part = getattr(dataset, name)
    array = getattr(part, letter).copy()
    array[1] += 1
    other = replace(dataset, **{name: replace(part, **{letter: array})})
    assert data_fingerprint(other) != known


def test_the_order_of_the_examples_and_the_parts_counts(dataset: Dataset) -> None:
    train, validation = dataset.train, dataset.validation
    others = [
        replace(dataset, train=validation, validation=train),
        replace(dataset, train=Part(train.x[::-1], train.y[::-1])),
        replace(dataset, test=None),
        replace(dataset, validation=dataset.test, test=validation),
    ]
    assert len({data_fingerprint(data) for data in [dataset, *others]}) == 5


def test_every_weight_counts_and_the_epoch_does_not() -> None:
    weights = dict(initial_weights(NETWORK, 0))
    known = weights_digest(Snapshot(NETWORK, weights))
    assert weights_digest(Snapshot(NETWORK, dict(reversed(weights.items())), epoch=7)) == known
    assert weights_digest(Snapshot(NETWORK, initial_weights(NETWORK, 1))) != known
    seen = {known}
    for layer, arrays in weights.items():
        for place, array in enumerate(arrays):
            other = tuple(changed(a, 0) if k == place else a for k, a in enumerate(arrays))
            assert not np.array_equal(other[place], array)
            seen.add(weights_digest(Snapshot(NETWORK, {**weights, layer: other})))
    assert len(seen) == 1 + sum(len(arrays) for arrays in weights.values())
