"""Schedules in the compiled loop: the rates of `model.fit`, nothing compiled anew."""

from __future__ import annotations

import keras
import numpy as np
import pytest

from mlp_studio.core.control import Control
from mlp_studio.core.events import EpochDone, RunFinished, Snapshot, TrainEvent, TrainRequest
from mlp_studio.core.initializers import initial_weights
from mlp_studio.core.layers import Dense
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.schedules import (
    AnySchedule,
    Constant,
    CosineDecay,
    ExponentialDecay,
    OneCycle,
    StepDecay,
    factors,
)
from mlp_studio.core.training import (
    SGD,
    Adagrad,
    AdamW,
    AnyOptimizer,
    Nadam,
    ReduceLROnPlateau,
    TrainingSpec,
)
from mlp_studio.engine import loop
from mlp_studio.engine.keras_files import build, compile_model
from mlp_studio.engine.train import train

NETWORK = NetworkSpec(
    input_shape=(3,),
    layers=(Dense(units=6, activation="tanh"), Dense(name="out", units=1, activation="linear")),
)
BATCH, STEPS, EPOCHS, RATE = 10, 20, 10, 0.05
RNG = np.random.default_rng(0)
X = RNG.normal(size=(BATCH * STEPS, 3)).astype(np.float32)
Y = np.sin(X[:, :1]) * X[:, 1:2]
CONSTANT, PLAIN = Constant(), SGD(learning_rate=RATE, momentum=0.5)


def run(
    schedule: AnySchedule = CONSTANT,
    *,
    epochs: int = EPOCHS,
    optimizer: AnyOptimizer = PLAIN,
    after: RunFinished | None = None,
    control: Control | None = None,
    **training: object,
) -> tuple[RunFinished, list[EpochDone]]:
    spec = TrainingSpec.model_validate(
        {
            "loss": "huber", "metric": "mae", "shuffle": False, "batch_size": BATCH,
            "epochs": epochs, "schedule": schedule, "optimizer": optimizer, **training,
        }
    )  # fmt: skip
    start = after.snapshot if after else Snapshot(NETWORK, initial_weights(NETWORK, 5))
    carried = after.optimizer_state if after else None
    request = TrainRequest(1, NETWORK, spec, X, Y, X[:50], Y[:50], start, carried, device="cpu")
    events: list[TrainEvent] = []
    finished = train(request, events.append, control or Control())
    return finished, [event for event in events if isinstance(event, EpochDone)]


def assert_same_weights(one: Snapshot, other: Snapshot) -> None:
    for name, arrays in one.weights.items():
        for a, b in zip(arrays, other.weights[name], strict=True):
            np.testing.assert_array_equal(a, b)


KERAS = keras.optimizers.schedules
TOTAL = STEPS * EPOCHS


@pytest.mark.parametrize(
    ("schedule", "theirs"),
    [
        (ExponentialDecay(decay=0.8), KERAS.ExponentialDecay(RATE, STEPS, 0.8)),
        (
            StepDecay(factor=0.3, every=3),
            KERAS.ExponentialDecay(RATE, 3 * STEPS, 0.3, staircase=True),
        ),
        (
            CosineDecay(warmup=0.1, final=0.05),
            KERAS.CosineDecay(
                0.0, TOTAL - TOTAL // 10, 0.05, warmup_target=RATE, warmup_steps=TOTAL // 10
            ),
        ),
        (CosineDecay(warmup=0.0), KERAS.CosineDecay(RATE, TOTAL)),
    ],
    ids=["exponential", "step", "cosine-warmup", "cosine"],
)
def test_200_steps_are_those_of_fit(schedule: AnySchedule, theirs: object) -> None:
    optimizer = SGD(learning_rate=RATE, momentum=0.5, weight_decay=0.1)  # it decays by the rate
    finished, epochs = run(schedule, optimizer=optimizer)
    model = build(NETWORK, initial_weights(NETWORK, 5))
    compile_model(model, TrainingSpec(loss="huber", metric="mae", optimizer=optimizer))
    model.optimizer.learning_rate = theirs
    model.jit_compile = False
    model.fit(X, Y, batch_size=BATCH, epochs=EPOCHS, shuffle=False, verbose=0)
    for layer in model.layers:
        ours = finished.snapshot.weights[layer.name]
        for mine, weight in zip(ours, layer.get_weights(), strict=True):
            np.testing.assert_allclose(mine, weight, rtol=1e-4, atol=1e-6)
    for event in epochs:  # the rate in force: that of the epoch's last step
        rate = float(np.asarray(theirs(event.epoch * STEPS - 1)))  # type: ignore[operator]
        assert event.learning_rate == pytest.approx(rate, rel=1e-5, abs=1e-9)


def test_other_schedules_compile_nothing() -> None:
    _, epochs = run()
    compiled = loop.compiled.cache_info().misses
    ended = {epochs[-1].logs["loss"]}
    for schedule in (OneCycle(), OneCycle(rise=0.5), StepDecay(every=2), CosineDecay(final=0.5)):
        _, epochs = run(schedule)
        ended.add(epochs[-1].logs["loss"])
    assert loop.compiled.cache_info().misses == compiled
    assert len(ended) == 5


@pytest.mark.parametrize(
    "optimizer", [AdamW(learning_rate=0.01), Nadam(), Adagrad(learning_rate=0.1)], ids=repr
)
def test_continuing_is_as_if_never_stopped(optimizer: AnyOptimizer) -> None:
    schedule = CosineDecay(epochs=8)
    whole, _ = run(schedule, epochs=6, optimizer=optimizer)
    first, _ = run(schedule, epochs=2, optimizer=optimizer)
    second, epochs = run(schedule, epochs=4, optimizer=optimizer, after=first)
    assert [event.epoch for event in epochs] == [3, 4, 5, 6]
    assert_same_weights(whole.snapshot, second.snapshot)
    assert second.optimizer_state is not None
    assert second.optimizer_state.learning_rate == optimizer.learning_rate


def test_a_plateau_lowers_what_the_schedule_multiplies() -> None:
    schedule = StepDecay(factor=0.5, every=2)
    never = ReduceLROnPlateau(patience=1, min_delta=1e6, factor=0.1)  # a plateau at every epoch
    finished, epochs = run(schedule, epochs=4, reduce_lr=never)
    lowered = RATE * np.array([1, 1, 0.1, 0.01])
    steps = [factors(schedule, epoch, STEPS, 4)[-1] for epoch in range(1, 5)]
    rates = [event.learning_rate for event in epochs]
    np.testing.assert_allclose(rates, lowered * steps, rtol=1e-6)
    assert [event.rate_reduced for event in epochs] == [False, True, True, True]
    assert finished.optimizer_state is not None
    assert finished.optimizer_state.learning_rate == pytest.approx(RATE * 1e-3)
    _, epochs = run(schedule, epochs=4)
    assert not any(event.rate_reduced for event in epochs)  # a schedule's way down is no news


def test_a_rate_set_by_hand_keeps_the_schedules_shape() -> None:
    control = Control()
    control.set_learning_rate(0.002)
    _, epochs = run(ExponentialDecay(decay=0.5), epochs=3, control=control)
    _, as_if = run(
        ExponentialDecay(decay=0.5), epochs=3, optimizer=SGD(learning_rate=0.002, momentum=0.5)
    )
    assert [event.learning_rate for event in epochs] == [event.learning_rate for event in as_if]
    assert_same_weights(epochs[-1].snapshot, as_if[-1].snapshot)
