"""What may mislead a learner is pointed out in words with numbers."""

import numpy as np

from mlp_studio.core.arrays import AnyArray
from mlp_studio.core.dataset import Dataset, Facts, Part
from mlp_studio.data.findings import duplicates, imbalance


def made(train: AnyArray, validation: AnyArray, test: AnyArray | None, y: AnyArray) -> Dataset:
    def part(x: AnyArray, answers: AnyArray) -> Part:
        return Part(x.astype(np.float32), answers[: len(x)])

    names = tuple("abc"[: int(y.max()) + 1])
    return Dataset(
        Facts("multiclass", (2,), len(names)),
        part(train, y),
        part(validation, y[:1].repeat(len(validation))),
        None if test is None else part(test, y),
        names,
    )


def test_uneven_classes_are_pointed_out() -> None:
    x = np.random.default_rng(0).normal(size=(100, 2))
    data = made(x, x[:5], None, np.repeat([0, 1], [90, 10]))
    (uneven, absent) = map(str, imbalance(data))
    assert "“a” has 90" in uneven
    assert "“b” 10" in uneven
    assert "90 %" in uneven
    assert "no example of “b”" in absent
    assert data.class_counts == {"a": (90, 5), "b": (10, 0)}


def test_even_classes_are_no_news() -> None:
    x = np.random.default_rng(0).normal(size=(100, 2))
    data = made(x, x[:5], None, np.arange(100) % 1)
    assert imbalance(data) == ()


def test_examples_in_two_parts_are_counted() -> None:
    rng = np.random.default_rng(1)
    train, other = rng.normal(size=(9000, 2)), rng.normal(size=(50, 2))
    train[7] = [0.0, 1.0]
    other[3] = [-0.0, 1.0]  # the same numbers
    other[10:14] = train[[1, 5000, 8999, 1]]
    data = made(train, other, other[:12], np.zeros(9000, int))
    held, test = map(str, duplicates(data))
    assert held.startswith("5 of 50 validation examples")
    assert test.startswith("3 of 12 test examples")
    assert duplicates(made(train, other[20:], None, np.zeros(9000, int))) == ()
