"""Products in 16 bits: near float32 where they are allowed to round, exact in all else."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import keras
import numpy as np
import pytest
import tensorflow as tf

from mlp_studio.core.control import Control
from mlp_studio.core.events import EpochDone, Snapshot, StepsDone, TrainEvent, TrainRequest
from mlp_studio.core.initializers import initial_weights
from mlp_studio.core.layers import Dense
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.training import Precision, TrainingSpec
from mlp_studio.engine.loop import Sizes, structure
from mlp_studio.engine.precision import product
from mlp_studio.engine.train import train

# Half the distance of neighbouring numbers, relative: 8 and 11 bits.
ROUNDING: dict[Precision, float] = {"mixed_bfloat16": 2.0**-8, "mixed_float16": 2.0**-11}
NARROW: list[Precision] = ["mixed_bfloat16", "mixed_float16"]
RATE = 0.01
NETWORK = NetworkSpec(
    input_shape=(6,),
    layers=(
        Dense(units=32, activation="tanh"),
        Dense(name="second", units=16, activation="relu"),
        Dense(name="out", units=3, activation="softmax"),
    ),
)


def products(x: Any, kernel: Any, dz: Any, precision: Precision) -> list[Any]:
    """Return ``x @ kernel`` and what gradients `dz` of it give, compiled as in training."""

    @tf.function(jit_compile=True, autograph=False)
    def compute(x: Any, kernel: Any, dz: Any) -> Any:
        with tf.GradientTape() as tape:
            tape.watch([x, kernel])
            z = product(x, kernel, precision)
        return [z, *tape.gradient(z, [x, kernel], output_gradients=dz)]

    return [np.array(a) for a in compute(*(tf.constant(a, tf.float32) for a in (x, kernel, dz)))]


def exact(x: Any, kernel: Any, dz: Any) -> list[Any]:
    x, kernel, dz = (np.float64(np.float32(a)) for a in (x, kernel, dz))
    return [x @ kernel, dz @ kernel.T, x.T @ dz]


@pytest.mark.parametrize("precision", NARROW)
@pytest.mark.parametrize(("of_x", "of_dz"), [(1.0, 1.0), (1e5, 1e-9), (1e-12, 1e7), (0.0, 1e-30)])
def test_factors_of_any_size_are_rounded_and_nothing_else(
    precision: Precision, of_x: float, of_dz: float
) -> None:
    rng = np.random.default_rng(0)
    x, kernel, dz = (
        rng.normal(size=(40, 300)),
        rng.normal(size=(300, 20)),
        rng.normal(size=(40, 20)),
    )
    given = of_x * x, 0.05 * kernel, of_dz * dz
    for found, wanted, factors in zip(
        products(*given, precision),
        exact(*given),
        (np.abs(given[0]) @ np.abs(given[1]), np.abs(given[2]) @ np.abs(given[1].T),
         np.abs(given[0].T) @ np.abs(given[2])),
        strict=True,
    ):  # fmt: skip
        assert found.dtype == np.float32
        # Each factor is off by half a unit at most; the sums are of float32.
        bound = (2 * ROUNDING[precision] + 1e-5) * factors + 1e-37
        assert (np.abs(found - wanted) <= bound).all()
        if of_x:
            assert np.abs(found).max() > 0  # nothing has sunk to zero
            assert not np.array_equal(found, np.float32(wanted))  # it is not float32 in disguise


def test_float32_is_the_plain_product() -> None:
    rng = np.random.default_rng(0)
    x, kernel, dz = rng.normal(size=(8, 5)), rng.normal(size=(5, 4)), rng.normal(size=(8, 4))
    for found, wanted in zip(products(x, kernel, dz, "float32"), exact(x, kernel, dz), strict=True):
        np.testing.assert_allclose(found, wanted, rtol=1e-5, atol=1e-6)


@pytest.mark.parametrize("precision", NARROW)
@pytest.mark.parametrize("bad", [np.inf, np.nan])
def test_what_is_not_finite_does_not_hide(precision: Precision, bad: float) -> None:
    x = np.ones((4, 3))
    x[1, 2] = bad
    found, *_ = products(x, np.ones((3, 2)), np.ones((4, 2)), precision)
    assert not np.isfinite(found[1]).any()


@pytest.mark.parametrize("precision", NARROW)
def test_it_agrees_with_a_layer_of_keras_in_mixed_precision(precision: Precision) -> None:
    rng = np.random.default_rng(1)
    x = rng.normal(size=(16, 50)).astype(np.float32)
    layer = keras.layers.Dense(12, use_bias=False, dtype=precision)
    theirs = np.float32(tf.cast(layer(x), tf.float32).numpy())
    ours, *_ = products(x, layer.kernel.numpy(), np.ones((16, 12)), precision)
    np.testing.assert_allclose(ours, theirs, atol=4 * ROUNDING[precision] * np.abs(theirs).max())


def run(precision: Precision, epochs: int = 12) -> tuple[list[EpochDone], list[Any]]:
    rng = np.random.default_rng(0)
    x = rng.normal(size=(300, 6)).astype(np.float32)
    y = np.eye(3, dtype=np.float32)[np.argmax(x[:, :3] + 0.5 * x[:, 3:], 1)]
    spec = TrainingSpec.model_validate(
        {
            "epochs": epochs,
            "precision": precision,
            "optimizer": {"kind": "adam", "learning_rate": RATE},
        }
    )
    start = Snapshot(NETWORK, initial_weights(NETWORK, 0))
    asked = TrainRequest(1, NETWORK, spec, x, y, x[:60], y[:60], start, device="cpu")
    events: list[TrainEvent] = []
    finished = train(asked, events.append, Control())
    assert finished.reason == "completed", finished.message
    assert all(
        a.dtype == np.float32 for arrays in finished.snapshot.weights.values() for a in arrays
    )
    done = [event for event in events if isinstance(event, EpochDone)]
    return done, [event.losses for event in events if isinstance(event, StepsDone)]


@pytest.mark.parametrize("precision", NARROW)
def test_training_goes_as_in_float32_but_not_by_the_same_bits(precision: Precision) -> None:
    plain, plain_losses = run("float32")
    narrow, losses = run(precision)
    first, plain_first = losses[0][0], plain_losses[0][0]
    assert first == pytest.approx(plain_first, rel=10 * ROUNDING[precision])
    assert first != plain_first
    for mine, other in zip(narrow, plain, strict=True):
        assert mine.logs["loss"] == pytest.approx(other.logs["loss"], rel=0.1, abs=0.01)
        assert mine.logs["val_loss"] == pytest.approx(other.logs["val_loss"], rel=0.1, abs=0.02)
    assert narrow[-1].logs["val_accuracy"] > 0.9


def test_precision_is_part_of_what_is_compiled_and_float32_unless_asked_for() -> None:
    spec = TrainingSpec()
    assert spec.precision == "float32"
    sizes = Sizes(100, 0)
    plain = structure(NETWORK, spec, 100, sizes, "CPU:0")
    narrow = structure(
        NETWORK, spec.model_copy(update={"precision": "mixed_bfloat16"}), 100, sizes, "CPU:0"
    )
    assert plain != narrow
    assert replace(narrow, precision="float32") == plain
