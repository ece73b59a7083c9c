"""One door to every source."""

import os
from pathlib import Path

import numpy as np
import pytest

from mlp_studio.core.arrays import Progress
from mlp_studio.core.dataset import Dataset
from mlp_studio.core.datasets import BuiltinDigits, DataSpec, Mnist, Spirals, Split
from mlp_studio.core.errors import Cancelled
from mlp_studio.core.function_source import Function
from mlp_studio.core.text import Text
from mlp_studio.data.load import load


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MLP_STUDIO_HOME", str(tmp_path))
    return tmp_path


def _check(data: Dataset) -> None:
    for part in (data.train, data.validation, data.test):
        if part is not None:
            assert part.x.dtype == np.float32
            assert part.x.shape[1:] == data.facts.input_shape
            assert len(part.x) == len(part.y)
            assert not part.x.flags.writeable


def test_spirals() -> None:
    data = load(DataSpec(source=Spirals(num_arms=6, n_classes=6, points_per_arm=400)))
    _check(data)
    assert (len(data.train), len(data.validation), data.test) == (1920, 480, None)
    assert data.class_names == ("0", "1", "2", "3", "4", "5")
    assert np.bincount(data.validation.y).tolist() == [80] * 6


def test_functions() -> None:
    data = load(DataSpec(source=Function(samples=1000)))
    _check(data)
    assert data.train.y.shape == (800, 1)
    assert data.class_names == ()


def test_builtin_digits(home: Path) -> None:
    spec = DataSpec(
        source=BuiltinDigits(count=2000), split=Split(validation=0.15), scaling="divide_255"
    )
    data = load(spec)
    _check(data)
    assert len(data.train) + len(data.validation) == 2000
    assert len(data.validation) == pytest.approx(300, abs=25)
    assert data.test is not None
    assert len(data.test) == 200
    assert 0.99 < data.train.x.max() <= 1
    again = load(spec)  # from the cache this time
    assert np.array_equal(data.train.x, again.train.x)
    assert np.array_equal(data.validation.y, again.validation.y)


@pytest.mark.skipif(
    "MLP_STUDIO_DATA" not in os.environ, reason="MLP_STUDIO_DATA names no folder with MNIST"
)
def test_mnist_is_divided_as_in_the_notebooks() -> None:
    from sklearn.model_selection import train_test_split

    spec = DataSpec(source=Mnist(), split=Split(validation=0.15, seed=894), scaling="divide_255")
    told: list[float] = []
    data = load(spec, lambda share, _what: told.append(share))
    _check(data)
    with np.load(Path(os.environ["MLP_STUDIO_DATA"]) / "mnist.npz") as raw:
        x, y = raw["x_train"], raw["y_train"]
        test = raw["x_test"], raw["y_test"]
    expected = train_test_split(x, y, test_size=0.15, random_state=894, stratify=y)
    assert np.array_equal(data.train.x, expected[0].astype(np.float32) / 255)
    assert np.array_equal(data.validation.y, expected[3])
    assert data.test is not None
    assert np.array_equal(data.test.x, test[0].astype(np.float32) / 255)
    assert np.array_equal(data.test.y, test[1])
    assert told == sorted(told)
    assert len(told) > 20


@pytest.mark.parametrize("source", [BuiltinDigits(count=3000), Spirals(), Function()])
def test_cancelling_takes_effect(source: BuiltinDigits | Spirals | Function, home: Path) -> None:
    def cancel() -> Progress:
        def progress(share: float, what: Text) -> None:
            if share > 0.2:
                raise Cancelled

        return progress

    with pytest.raises(Cancelled):
        load(DataSpec(source=source), cancel())
    assert not list(home.rglob("*.npz"))
