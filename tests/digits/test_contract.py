"""Networks that were trained elsewhere get what they were trained on."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from mlp_studio.core.arrays import AnyArray, FloatArray, Weights
from mlp_studio.core.forward import predict
from mlp_studio.core.layers import Dense, Flatten
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.scaling import Scaler
from mlp_studio.data.polarity import paper_and_ink
from mlp_studio.digits.contract import (
    RANGES,
    contract,
    guess,
    key_of,
    preparation_for,
    range_of,
    sample_digits,
)
from mlp_studio.digits.normalise import Preparation


@cache
def digits(seed: int = 1) -> tuple[FloatArray, AnyArray]:
    return sample_digits(seed)


def reader(scaler: Scaler, *, flat: bool) -> tuple[NetworkSpec, Weights]:
    """Return a network that reads digits given as `scaler` says: nearest class mean, in effect."""
    images, labels = digits()
    x = scaler.of_picture(images.reshape(-1, 784)).astype(np.float64)
    means = np.stack([x[labels == k].mean(axis=0) for k in range(10)])
    middle = x.mean(axis=0)
    within = np.cov((x - means[labels]).T) + 4 * x.var(axis=0).mean() * np.eye(784)
    kernel = np.linalg.solve(within, (means - middle).T)
    bias = -0.5 * ((means - middle) @ kernel).diagonal() - middle @ kernel
    layers = (Dense(name="output", units=10, activation="softmax"),)
    network = (
        NetworkSpec(input_shape=(784,), layers=layers)
        if flat
        else NetworkSpec(input_shape=(28, 28), layers=(Flatten(), *layers))
    )
    arrays = (kernel.astype(np.float32), bias.astype(np.float32))
    return network, {layer.name: arrays if layer.name == "output" else () for layer in network}


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("key", list(RANGES))
@pytest.mark.parametrize("flat", [False, True])
def test_what_a_network_wants_is_found_out(key: str, dark: bool, flat: bool) -> None:
    wanted = contract(key, dark_ink=dark)
    network, weights = reader(wanted, flat=flat)
    found = guess(network, weights, *digits(2))
    assert found.sure
    assert key_of(found.scaler) == (key, dark)
    images, labels = digits(2)
    x = found.scaler.of_picture(images).reshape(len(images), *network.input_shape)
    share = (predict(network, weights, x).argmax(axis=1) == labels).mean()
    assert share == found.accuracy


def test_of_a_network_that_reads_nothing_it_is_not_sure() -> None:
    network, weights = reader(contract("unit"), flat=True)
    nothing = {name: tuple(a * 0 for a in arrays) for name, arrays in weights.items()}
    assert not guess(network, nothing, *digits(2)).sure


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("key", list(RANGES))
def test_paper_and_ink_become_the_ends_of_the_range(key: str, dark: bool) -> None:
    scaler = contract(key, dark_ink=dark)
    low, high = RANGES[key]
    assert range_of(scaler) == pytest.approx((high, low) if dark else (low, high))
    picture = np.random.default_rng(0).random((3, 28, 28))
    np.testing.assert_allclose(scaler.to_picture(scaler.of_picture(picture)), picture, atol=1e-6)


def test_each_pixels_own_scaling_is_no_range_and_comes_back() -> None:
    scaler = Scaler(
        kind="standard", shift=(33.0,) * 784, scale=(70.0,) * 784, white=0.0, black=255.0
    )
    assert range_of(scaler) is None
    assert key_of(scaler) is None
    picture = np.random.default_rng(0).random((2, 784))
    expected = (255 * (1 - picture) - 33) / 70
    np.testing.assert_allclose(scaler.of_picture(picture), expected, atol=1e-5)
    np.testing.assert_allclose(scaler.to_picture(scaler.of_picture(picture)), picture, atol=1e-6)


def test_ink_must_differ_from_paper() -> None:
    with pytest.raises(ValueError, match="can't look the same"):
        Scaler(white=3.0, black=3.0)


def test_framing_says_which_steps_are_taken() -> None:
    assert preparation_for(Scaler()) == Preparation()
    assert preparation_for(Scaler(framing="box")) == Preparation(centre=False)
    assert preparation_for(Scaler(framing="plain")) == Preparation(plain_resize=True)


@pytest.mark.parametrize("flat", [False, True])
@pytest.mark.parametrize(
    ("make", "white", "expected"),
    [
        (lambda x: x * 255, 255.0, (0, 255)),
        (lambda x: 255 - x * 255, 255.0, (255, 0)),
        (lambda x: x, 1.0, (0, 1)),
        (lambda x: 1 - x, 1.0, (1, 0)),
        (lambda x: 2 * x - 1, 1.0, (-1, 1)),
        (lambda x: 1 - 2 * x, 1.0, (1, -1)),
        (lambda x: (x - 0.1307) / 0.3081, 1.0, (-0.4242, 2.8215)),
    ],
)
def test_pictures_say_which_values_ink_and_paper_have(
    make: object, white: float, expected: tuple[float, float], flat: bool
) -> None:
    images, _ = digits()
    x = make(images.astype(np.float64))  # type: ignore[operator]
    x = x.reshape(len(x), 784) if flat else x
    assert paper_and_ink(x, white) == pytest.approx(expected, abs=1e-3)


def test_other_pictures_are_left_alone() -> None:
    x = np.random.default_rng(0).random((20, 16, 16))
    assert paper_and_ink(x, 1.0) == (0.0, 1.0)
    assert paper_and_ink(np.full((5, 28, 28), np.nan), 255.0) == (0.0, 255.0)
