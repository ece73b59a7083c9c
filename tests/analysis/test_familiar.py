"""What is like the training examples is told from what is not."""

from __future__ import annotations

import numpy as np
import pytest

from mlp_studio.analysis.familiar import Familiar, inputs_of
from mlp_studio.core.datasets import BuiltinDigits, DataSpec
from mlp_studio.core.initializers import initial_weights
from mlp_studio.core.layers import Dense, Flatten
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.templates import template
from mlp_studio.data.load import load

DIGITS = load(DataSpec(source=BuiltinDigits(count=2000), scaling="divide_255"))
DEEP = template("digits").project.network


def _familiar(network: NetworkSpec) -> Familiar:
    return Familiar(network, initial_weights(network, 0), inputs_of(DIGITS))


@pytest.mark.parametrize(
    "network",
    [
        DEEP,
        NetworkSpec(
            input_shape=(28, 28),
            layers=(Flatten(), Dense(name="output", units=10, activation="softmax")),
        ),
    ],
)
def test_digits_are_familiar_and_noise_is_not(network: NetworkSpec) -> None:
    familiar = _familiar(network)
    assert DIGITS.test is not None
    far = [familiar.look(x).far for x in DIGITS.test.x[:150]]
    assert np.mean(far) < 0.06
    rng = np.random.default_rng(1)
    noise = rng.uniform(0, 1, (20, 28, 28)).astype(np.float32)
    checks = np.kron(np.indices((7, 7)).sum(axis=0) % 2, np.ones((4, 4)))
    assert all(familiar.look(x).far for x in [*noise, checks])


def test_a_training_example_is_its_own_nearest() -> None:
    familiar, numbers = _familiar(DEEP), inputs_of(DIGITS).numbers
    for number in numbers[:20]:
        look = familiar.look(DIGITS.train.x[number], k=3)
        assert look.nearest[0] == number
        assert len(look.nearest) == 3
        assert not look.far
        assert look.distance < 0.1


def test_the_nearest_are_mostly_of_the_same_class() -> None:
    familiar = _familiar(DEEP)
    part = DIGITS.validation
    agreeing = [
        DIGITS.train.y[familiar.look(x, k=1).nearest[0]] == label
        for x, label in zip(part.x[:100], part.y[:100], strict=True)
    ]
    assert np.mean(agreeing) > 0.75
