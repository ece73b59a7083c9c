"""Learning-rate schedules: their formulas, their bounds, and going on after the planned end."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from mlp_studio.core.schedules import (
    SCHEDULE_TYPES,
    AnySchedule,
    Constant,
    CosineDecay,
    ExponentialDecay,
    OneCycle,
    StepDecay,
    factors,
)
from mlp_studio.core.training import OPTIMIZER_TYPES, SGD, TrainingSpec


def whole(schedule: AnySchedule, epochs: int, steps: int, length: int | None = None) -> np.ndarray:
    parts = [factors(schedule, epoch, steps, length or epochs) for epoch in range(1, epochs + 1)]
    return np.concatenate(parts)


def test_constant_and_step() -> None:
    np.testing.assert_array_equal(whole(Constant(), 3, 4), np.ones(12))
    dropped = whole(StepDecay(factor=0.1, every=2), 5, 3)
    np.testing.assert_allclose(dropped, np.repeat([1, 0.1, 0.01], [6, 6, 3]))


def test_exponential_decays_by_its_share_each_epoch() -> None:
    rates = whole(ExponentialDecay(decay=0.9), 4, 5)
    np.testing.assert_allclose(rates[::5], 0.9 ** np.arange(4))
    np.testing.assert_allclose(rates[1:] / rates[:-1], 0.9 ** (1 / 5))


def test_cosine_rises_in_a_line_and_falls_to_its_end() -> None:
    rates = whole(CosineDecay(warmup=0.2, final=0.1), 10, 10)
    np.testing.assert_allclose(rates[:20], np.arange(20) / 20)
    assert rates[20] == 1.0
    assert rates[60] == pytest.approx(0.55)
    assert rates[-1] == pytest.approx(0.1, abs=1e-3)
    assert (np.diff(rates[20:]) < 0).all()


def test_one_cycle_peaks_once() -> None:
    rates = whole(OneCycle(rise=0.3, start=0.04, final=0.001), 10, 10)
    assert rates[0] == pytest.approx(0.04)
    assert rates[30] == rates.max() == 1.0
    assert rates[-1] == pytest.approx(0.001)
    assert (np.diff(rates[:31]) > 0).all()
    assert (np.diff(rates[30:]) < 0).all()


@given(st.sampled_from(sorted(SCHEDULE_TYPES)), st.integers(1, 6), st.integers(1, 9), st.data())
def test_factors_stay_between_0_and_1(kind: str, epochs: int, steps: int, data) -> None:
    share = st.floats(0.0, 0.99)
    values = {
        "warmup": share, "rise": share, "final": st.floats(0.0, 1.0), "start": st.floats(0.01, 1.0),
        "factor": st.floats(0.01, 1.0), "decay": st.floats(0.01, 1.0), "every": st.integers(1, 9),
    }  # fmt: skip
    cls = SCHEDULE_TYPES[kind]
    schedule = cls(**{name: data.draw(values[name]) for name in cls.model_fields if name in values})
    rates = whole(schedule, 2 * epochs, steps, epochs)
    assert rates.shape == (2 * epochs * steps,)
    assert ((rates >= 0) & (rates <= 1)).all()
    if kind in {"cosine", "one_cycle"}:  # training on is a warm restart
        np.testing.assert_array_equal(rates[: epochs * steps], rates[epochs * steps :])


@pytest.mark.parametrize("schedule", [CosineDecay(), OneCycle()])
def test_single_epochs_follow_the_planned_length(schedule: AnySchedule) -> None:
    training = TrainingSpec(epochs=8, schedule=schedule)
    single = training.for_epochs(1)
    assert single.epochs == 1
    for epoch in range(1, 9):
        np.testing.assert_array_equal(
            factors(single.schedule, epoch, 5, single.epochs), factors(schedule, epoch, 5, 8)
        )
    own = TrainingSpec(epochs=8, schedule=schedule.model_copy(update={"epochs": 20}))
    assert own.for_epochs(1).schedule == own.schedule


def test_projects_from_before_load_with_all_of_it_off() -> None:
    old = {
        "loss": "binary_crossentropy", "metric": "accuracy", "batch_size": 8, "epochs": 3,
        "optimizer": {
            "kind": "rmsprop", "learning_rate": 0.01, "rho": 0.9, "momentum": 0.0, "epsilon": 1e-7,
        },
        "early_stopping": None, "reduce_lr": None, "shuffle": True, "seed": 0,
    }  # fmt: skip
    training = TrainingSpec.model_validate(old)
    assert training.schedule == Constant()
    assert training.label_smoothing == 0
    assert training.optimizer.weight_decay == 0
    assert not training.optimizer.centered  # type: ignore[union-attr]


@pytest.mark.parametrize("kind", OPTIMIZER_TYPES.values())
def test_only_one_clipping(kind) -> None:
    with pytest.raises(ValidationError, match=r"only one of .* clipvalue=0.5, clipnorm=1"):
        kind(clipvalue=0.5, clipnorm=1.0)
    # The whole project is validated anew after a model_copy, as every edit does.
    loose = SGD(clipnorm=1.0).model_copy(update={"global_clipnorm": 1.0})
    with pytest.raises(ValidationError, match="only one of"):
        TrainingSpec(optimizer=loose)


@given(st.sampled_from(sorted(OPTIMIZER_TYPES)), st.sampled_from(sorted(SCHEDULE_TYPES)))
def test_specs_survive_json(kind: str, schedule: str) -> None:
    training = TrainingSpec(optimizer=OPTIMIZER_TYPES[kind](), schedule=SCHEDULE_TYPES[schedule]())
    assert TrainingSpec.model_validate_json(training.model_dump_json()) == training
