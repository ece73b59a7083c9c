"""MNIST, rewritten copies and built-in digits together: nothing of the test is learnt."""

from pathlib import Path

import numpy as np
import pytest

from mlp_studio.core.arrays import AnyArray
from mlp_studio.core.datasets import DataSpec, MnistAndDigits, Split
from mlp_studio.core.errors import Cancelled
from mlp_studio.core.text import Text
from mlp_studio.data.load import load
from mlp_studio.data.made_digits import make_digits
from mlp_studio.data.mnist import read_mnist
from mlp_studio.data.mnist_and_digits import Mixture, copied, load_mixture
from mlp_studio.data.split import split_groups

SOURCE = MnistAndDigits(count=1000, copies=1, seed=3)


@pytest.fixture(scope="module")
def digits() -> AnyArray:
    from mlp_studio.core.datasets import BuiltinDigits

    return make_digits(BuiltinDigits(count=1000)).images[:600]


def test_copies_are_other_images_of_the_same_digits(digits: AnyArray) -> None:
    made = copied(digits, 2, 0)
    assert made.shape == (1200, 28, 28)
    assert made.dtype == np.uint8
    flat = digits.reshape(600, -1).astype(np.float32)
    for copy in (made[:600], made[600:]):
        assert not (copy == digits).all(axis=(1, 2)).any()
        rewritten = copy.reshape(600, -1).astype(np.float32)
        apart = ((rewritten[:, None] - flat) ** 2).sum(axis=2)
        # Of 600, often the nearest is what they were made of; by chance it would be one.
        assert (apart.argmin(axis=1) == np.arange(600)).mean() > 0.25
    assert not np.array_equal(made[:600], made[600:])


def test_copies_lie_in_the_frame_and_keep_their_ink(digits: AnyArray) -> None:
    made = copied(digits, 1, 1)
    extent = np.maximum(_extent(made.max(axis=2) > 76), _extent(made.max(axis=1) > 76))
    assert ((extent >= 17) & (extent <= 21)).mean() > 0.97
    assert made.mean() == pytest.approx(digits.mean(), rel=0.15)


def _extent(marks: AnyArray) -> AnyArray:
    return marks.shape[1] - marks[:, ::-1].argmax(axis=1) - marks.argmax(axis=1)


def test_the_seed_decides_the_copies(digits: AnyArray) -> None:
    assert np.array_equal(copied(digits[:100], 1, 7), copied(digits[:100], 1, 7))
    assert not np.array_equal(copied(digits[:100], 1, 7), copied(digits[:100], 1, 8))
    assert copied(digits, 0, 7).shape == (0, 28, 28)


def test_copying_can_be_cancelled(digits: AnyArray) -> None:
    def cancel(share: float, _what: Text) -> None:
        if share > 0.2:
            raise Cancelled

    with pytest.raises(Cancelled):
        copied(np.concatenate([digits] * 10), 4, 0, cancel)


@pytest.fixture(scope="module")
def mixture(mnist_folder: Path) -> Mixture:
    return load_mixture(SOURCE)


def test_what_is_mixed(mixture: Mixture, mnist_folder: Path) -> None:
    mnist = read_mnist(mnist_folder / "mnist.npz")
    assert mixture.images.shape == (121_000, 28, 28)
    assert np.array_equal(mixture.images[:60_000], mnist.x_train)
    assert np.array_equal(mixture.labels[60_000:120_000], mnist.y_train)
    assert np.array_equal(mixture.groups[:60_000], mixture.groups[60_000:120_000])
    assert not set(mixture.groups[120_000:]) & set(mixture.groups[:60_000])
    assert np.bincount(mixture.labels[120_000:], minlength=10).min() >= 98
    assert np.array_equal(mixture.x_test, mnist.x_test)


def test_a_copy_is_never_in_another_part_than_its_original(mixture: Mixture) -> None:
    parts = split_groups(mixture.labels, mixture.groups, Split(validation=0.1))
    assert not set(mixture.groups[parts[0]]) & set(mixture.groups[parts[1]])
    assert len(parts[1]) == pytest.approx(12_100, rel=0.03)


def test_it_is_loaded_with_mnists_test_set(mnist_folder: Path) -> None:
    source = MnistAndDigits(count=1000, copies=0)
    told: list[float] = []
    data = load(
        DataSpec(source=source, split=Split(validation=0.1), scaling="divide_255"),
        lambda share, _what: told.append(share),
    )
    assert len(data.train) + len(data.validation) == 61_000
    assert data.test is not None
    assert np.array_equal(data.test.y, read_mnist(mnist_folder / "mnist.npz").y_test)
    assert data.class_names == tuple("0123456789")
    assert 0.99 < data.train.x.max() <= 1
    assert len(np.unique(data.train.y[:200])) == 10  # in random order
    assert told == sorted(told)
