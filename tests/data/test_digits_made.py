"""The built-in digits: in the frame, of every class, never an original in two parts."""

import os
from pathlib import Path

import numpy as np
import pytest

from mlp_studio.core.datasets import BuiltinDigits
from mlp_studio.data.builtin_digits import KEPT, load_digits
from mlp_studio.data.frame import framed
from mlp_studio.data.handwriting import draw
from mlp_studio.data.handwriting_styles import STYLES
from mlp_studio.data.made_digits import VERSION, MadeDigits, make_digits
from mlp_studio.data.mnist import read_mnist

SOURCE = BuiltinDigits(count=1000, seed=4)


@pytest.fixture(scope="module")
def made() -> MadeDigits:
    return make_digits(SOURCE)


def test_sizes_and_classes(made: MadeDigits) -> None:
    assert made.images.shape == (1100, 28, 28)
    assert made.images.dtype == np.uint8
    assert made.test.sum() == 100
    counts = np.bincount(made.labels[~made.test], minlength=10)
    assert counts.min() >= 98
    assert counts.max() <= 102


def test_no_original_is_in_two_parts(made: MadeDigits) -> None:
    assert not set(made.groups[made.test]) & set(made.groups[~made.test])
    for group in np.unique(made.groups):
        assert len(set(made.labels[made.groups == group])) == 1


def test_the_digits_are_in_mnists_frame(made: MadeDigits) -> None:
    images = made.images.astype(float) / 255
    ink = images > 0.3
    rows, columns = ink.any(axis=2), ink.any(axis=1)
    extent = np.maximum(_extent(rows), _extent(columns))
    assert ((extent >= 17) & (extent <= 21)).mean() > 0.99
    mass = images.sum(axis=(1, 2))
    places = np.arange(28)
    middle_y = (images.sum(axis=2) @ places) / mass
    middle_x = (images.sum(axis=1) @ places) / mass
    assert (np.abs(middle_y - 14) < 1.6).mean() > 0.98
    assert (np.abs(middle_x - 14) < 1.6).mean() > 0.98
    assert 0.11 < images.mean() < 0.18  # MNIST's is 0.13


def _extent(marks: np.ndarray) -> np.ndarray:
    return marks.shape[1] - marks[:, ::-1].argmax(axis=1) - marks.argmax(axis=1)


def test_the_seed_decides(made: MadeDigits) -> None:
    again = make_digits(SOURCE)
    assert np.array_equal(made.images, again.images)
    other = make_digits(BuiltinDigits(count=1000, seed=5))
    assert not np.array_equal(made.images, other.images)


def test_the_number_of_threads_changes_nothing(
    made: MadeDigits, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    alone = make_digits(SOURCE)
    assert np.array_equal(made.images, alone.images)
    assert np.array_equal(made.groups, alone.groups)


def test_an_error_in_the_real_digits_surfaces(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> object:
        raise OSError("no such file: digits.csv.gz")

    monkeypatch.setattr("sklearn.datasets.load_digits", broken)
    with pytest.raises(OSError, match=r"digits\.csv"):
        make_digits(SOURCE)


def test_they_are_kept_and_a_broken_file_is_made_again(tmp_path: Path, made: MadeDigits) -> None:
    first = load_digits(SOURCE, folder=tmp_path)
    (path,) = tmp_path.iterdir()
    asked: list[float] = []
    second = load_digits(SOURCE, lambda share, _what: asked.append(share), tmp_path)
    assert len(asked) == 1  # read, not made
    assert np.array_equal(first.images, second.images)
    path.write_bytes(path.read_bytes()[:5000])
    third = load_digits(SOURCE, folder=tmp_path)
    assert np.array_equal(third.images, made.images)
    assert len(load_digits(SOURCE, folder=tmp_path).images) == 1100


def test_only_what_was_used_last_is_kept(tmp_path: Path, made: MadeDigits) -> None:
    names = []
    for age in range(KEPT):
        path = tmp_path / f"digits-v1-1000-{age}.npz"
        path.write_bytes(b"of an earlier version")
        os.utime(path, (age, age))
        names.append(path.name)
    (tmp_path / "other.npz").write_bytes(b"")
    load_digits(SOURCE, folder=tmp_path)
    load_digits(BuiltinDigits(count=1000, seed=6), folder=tmp_path)
    found = {path.name for path in tmp_path.iterdir()}
    assert len(found) == KEPT + 1
    assert set(names) & found == set(names[2:])
    assert "other.npz" in found
    os.utime(tmp_path / f"digits-v{VERSION}-1000-4.npz", (0, 0))
    load_digits(SOURCE, folder=tmp_path)  # used: the youngest again
    load_digits(BuiltinDigits(count=1000, seed=7), folder=tmp_path)
    assert (tmp_path / f"digits-v{VERSION}-1000-4.npz").is_file()


def test_an_unwritable_cache_is_no_obstacle(tmp_path: Path, made: MadeDigits) -> None:
    (tmp_path / "file").write_bytes(b"")
    digits = load_digits(SOURCE, folder=tmp_path / "file" / "below")
    assert np.array_equal(digits.images, made.images)


@pytest.mark.parametrize("digit", range(10))
def test_every_way_of_writing_leaves_ink(digit: int) -> None:
    assert len(STYLES[digit]) >= 5
    images = framed(draw(np.full(60, digit, np.int32), np.random.default_rng(0)))
    assert (images.reshape(60, -1).max(axis=1) > 0.7).all()
    assert (images.reshape(60, -1).mean(axis=1) > 0.02).all()


def test_a_simple_learner_reads_unseen_originals(made: MadeDigits) -> None:
    from sklearn.neighbors import KNeighborsClassifier

    x = made.images.reshape(len(made.images), -1).astype(np.float32)
    learner = KNeighborsClassifier(3).fit(x[~made.test], made.labels[~made.test])
    # A network on 60,000 images reaches 0.95.
    assert learner.score(x[made.test], made.labels[made.test]) > 0.55


def test_real_handwriting_is_much_like_them(mnist_folder: Path) -> None:
    from sklearn.neighbors import KNeighborsClassifier

    made = make_digits(BuiltinDigits(count=5000))
    learner = KNeighborsClassifier(1).fit(made.images.reshape(5500, -1) / 255, made.labels)
    real = read_mnist(mnist_folder / "mnist.npz")
    read = learner.score(real.x_train[:1000].reshape(1000, -1) / 255, real.y_train[:1000])
    assert read > 0.8  # a network on 60,000 images reaches 0.97
