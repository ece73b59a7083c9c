"""Examples are found again wherever they are, with the values they had before scaling."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlp_studio.analysis.examples import Examples, class_means, shuffled, thinned
from mlp_studio.core.dataset import Dataset, Facts, Part
from mlp_studio.core.input_columns import InputColumn
from mlp_studio.core.scaling import Scaler, Scaling
from mlp_studio.data import scaling

LENGTHS = (23, 11, 7)


def made(raw: np.ndarray, y: np.ndarray, kind: Scaling = "standard", classes: int = 3) -> Examples:
    """Return examples whose raw inputs in a row are `raw`."""
    ends = np.cumsum(LENGTHS)
    scaler = scaling.fit(kind, raw, np.arange(LENGTHS[0]))
    parts = [
        Part(scaler.transform(x), answers)
        for x, answers in zip(np.split(raw, ends[:2]), np.split(y, ends[:2]), strict=True)
    ]
    names = tuple("abcdef"[:classes])
    facts = Facts("multiclass", raw.shape[1:], classes)
    dataset = Dataset(facts, parts[0], parts[1], parts[2], names, scaler)
    width = int(np.prod(raw.shape[1:]))
    return Examples(dataset, tuple(InputColumn(f"c{k}", k) for k in range(width)))


def random(shape: tuple[int, ...] = (4,), classes: int = 3) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(1)
    raw = rng.uniform(-50, 200, (sum(LENGTHS), *shape))
    return raw, rng.integers(0, classes, sum(LENGTHS)).astype(np.int32)


@pytest.mark.parametrize("kind", ["none", "divide_255", "min_max", "standard"])
def test_raw_values_come_back_from_every_part_in_any_order(kind: Scaling) -> None:
    raw, y = random()
    examples = made(raw, y, kind)
    order = np.random.default_rng(2).permutation(sum(LENGTHS))
    np.testing.assert_allclose(examples.raw(order), raw[order], atol=1e-3)
    for k, axis in enumerate(examples.axes[:4]):
        np.testing.assert_allclose(examples.values(axis), raw[:, k], atol=1e-3)
    np.testing.assert_array_equal(examples.values(examples.axes[-1]), y)


def test_what_single_precision_leaves_of_zero_is_zero() -> None:
    raw, y = random()
    raw[::3, 0] = 0.0
    examples = made(raw, y)
    assert (examples.raw(np.arange(len(examples)))[::3, 0] == 0).all()
    assert (examples.values(examples.axes[0])[::3] == 0).all()


def test_an_example_knows_its_part_and_its_number_there() -> None:
    examples = made(*random())
    assert examples.place(0) == ("train", 0)
    assert examples.place(22) == ("train", 22)
    assert examples.place(23) == ("validation", 0)
    assert examples.place(34) == ("test", 0)
    assert examples.place(40) == ("test", 6)


@given(st.sampled_from(["train", "validation", "test", None]), st.frozensets(st.integers(0, 2)))
def test_parts_and_classes_are_chosen(part: str | None, hidden: frozenset[int]) -> None:
    examples = made(*random())
    chosen = examples.chosen(part, hidden)  # type: ignore[arg-type]
    expected = [
        k
        for k in range(len(examples))
        if (part is None or examples.place(k)[0] == part) and int(examples.y[k]) not in hidden
    ]
    assert chosen.tolist() == expected


def test_a_category_is_its_number() -> None:
    rng = np.random.default_rng(3)
    codes = rng.integers(0, 3, sum(LENGTHS))
    raw = np.concatenate([rng.normal(size=(len(codes), 1)), np.eye(3)[codes]], axis=1)
    examples = made(raw, codes.astype(np.int32), "none")
    column = InputColumn("colour", 1, 3, ("red", "green", "blue"))
    examples = Examples(examples.dataset, (InputColumn("n", 0), column))
    np.testing.assert_array_equal(examples.values(examples.axes[1]), codes)


@given(st.integers(0, 2**31), st.integers(1, 60))
def test_an_order_is_a_permutation_and_a_choice_is_even(seed: int, most: int) -> None:
    indices = np.arange(10, 60)
    order = shuffled(indices, seed)
    assert sorted(order.tolist()) == indices.tolist()
    np.testing.assert_array_equal(order, shuffled(indices, seed))
    few = thinned(indices, most)
    assert len(few) == min(most, 50)
    assert len(set(few.tolist())) == len(few)
    assert (np.diff(few) > 0).all()


@pytest.mark.parametrize("kind", ["none", "divide_255", "min_max", "standard"])
def test_means_are_those_of_the_raw_pictures(kind: Scaling) -> None:
    raw, y = random((5, 4))
    examples = made(raw, y, kind)
    chosen = np.arange(3, 37)
    means, counts = class_means(examples, chosen)
    for number in range(3):
        mine = chosen[y[chosen] == number]
        assert counts[number] == len(mine)
        np.testing.assert_allclose(means[number], raw[mine].mean(axis=0), rtol=1e-4, atol=1e-2)


def test_a_class_without_examples_has_no_mean() -> None:
    raw, y = random((5, 4))
    examples = made(raw, np.minimum(y, 1).astype(np.int32))
    means, counts = class_means(examples, np.arange(len(examples)))
    assert counts[2] == 0
    assert np.isnan(means[2]).all()
    assert np.isfinite(means[:2]).all()


def test_values_to_predict_are_axes_too() -> None:
    x = np.arange(12, dtype=np.float32).reshape(6, 2)
    y = np.arange(18, dtype=np.float32).reshape(6, 3)
    dataset = Dataset(
        Facts("regression", (2,), 3), Part(x[:4], y[:4]), Part(x[4:], y[4:]), scaler=Scaler()
    )
    columns = (InputColumn("a", 0), InputColumn("b", 1))
    examples = Examples(dataset, columns, ("p", "q", "r"))
    assert [axis.name for axis in examples.axes] == ["a", "b", "p", "q", "r"]
    np.testing.assert_array_equal(examples.values(examples.axes[3]), y[:, 1])
    assert examples.chosen(None, frozenset({0})).tolist() == list(range(6))
    assert not examples.pictures
