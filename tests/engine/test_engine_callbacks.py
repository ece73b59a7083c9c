"""Our callbacks against Keras's own on the same histories."""

from __future__ import annotations

import keras
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mlp_studio.core.training import EarlyStopping, ReduceLROnPlateau, TrainingSpec
from mlp_studio.engine.callbacks import Checkpoint, RateReducer, Stopper

HISTORIES = st.lists(
    st.sampled_from([0.1, 0.2, 0.3, 0.30001, 0.30005, 0.3001, 0.31, 0.5, 1.0])
    | st.floats(0.0, 2.0, width=32),
    min_size=1,
    max_size=40,
)


@pytest.fixture(scope="module")
def model() -> keras.Model:
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    model.compile("sgd", "mse", metrics=["accuracy"])
    model.fit(np.zeros((2, 1)), np.zeros((2, 1)), verbose=0)
    return model


@settings(max_examples=40, deadline=None)
@given(
    values=HISTORIES,
    monitor=st.sampled_from(["val_loss", "val_accuracy", "loss"]),
    patience=st.integers(1, 5),
    min_delta=st.sampled_from([0.0, 1e-4, 0.05]),
)
def test_early_stopping(
    model: keras.Model, values: list[float], monitor: str, patience: int, min_delta: float
) -> None:
    theirs = keras.callbacks.EarlyStopping(
        monitor, patience=patience, min_delta=min_delta, restore_best_weights=True
    )
    theirs.set_model(model)
    theirs.on_train_begin()
    model.stop_training = False
    ours = Stopper(
        EarlyStopping.model_validate(
            {"monitor": monitor, "patience": patience, "min_delta": min_delta}
        )
    )
    for epoch, value in enumerate(values):
        theirs.on_epoch_end(epoch, {monitor: value})
        assert ours.update(epoch, {monitor: value}) == model.stop_training
        assert ours.best_epoch == theirs.best_epoch
        if model.stop_training:
            break


@settings(max_examples=40, deadline=None)
@given(
    values=HISTORIES,
    monitor=st.sampled_from(["val_loss", "accuracy"]),
    patience=st.integers(1, 4),
    min_delta=st.sampled_from([0.0, 1e-4, 0.05]),
    cooldown=st.integers(0, 3),
    factor=st.sampled_from([0.1, 0.5, 0.3]),
    min_lr=st.sampled_from([0.0, 1e-4, 1e-3]),
)
def test_reduce_lr_on_plateau(
    model: keras.Model,
    values: list[float],
    monitor: str,
    patience: int,
    min_delta: float,
    cooldown: int,
    factor: float,
    min_lr: float,
) -> None:
    settings = {
        "monitor": monitor,
        "patience": patience,
        "min_delta": min_delta,
        "cooldown": cooldown,
        "factor": factor,
        "min_lr": min_lr,
    }
    theirs = keras.callbacks.ReduceLROnPlateau(**settings)
    theirs.set_model(model)
    theirs.on_train_begin()
    model.optimizer.learning_rate = 0.01
    ours, rate = RateReducer(ReduceLROnPlateau.model_validate(settings)), 0.01
    for epoch, value in enumerate(values):
        theirs.on_epoch_end(epoch, {monitor: value})
        rate = ours.update(epoch, {monitor: value}, rate)
        assert np.float32(rate) == np.float32(model.optimizer.learning_rate)


class Saves(keras.callbacks.ModelCheckpoint):
    """Keras's own decisions, noted down instead of written to the disk."""

    def __init__(self, monitor: str) -> None:
        super().__init__("best.keras", monitor, save_best_only=True)
        self.saved: list[int] = []

    def _save_model(self, epoch, batch, logs):  # type: ignore[no-untyped-def]
        if self._should_save_model(epoch, batch, logs, self.filepath):
            self.saved.append(epoch)


@settings(max_examples=60, deadline=None)
@given(values=HISTORIES, monitor=st.sampled_from(["val_loss", "loss", "val_accuracy"]))
def test_model_checkpoint(model: keras.Model, values: list[float], monitor: str) -> None:
    theirs = Saves(monitor)
    theirs.set_model(model)
    theirs.on_train_begin()
    training = TrainingSpec()
    if monitor == "val_accuracy":
        training = TrainingSpec(early_stopping=EarlyStopping(monitor="val_accuracy"))
    ours = Checkpoint(training)
    saved = []
    for epoch, value in enumerate(values):
        theirs.on_epoch_begin(epoch)
        theirs.on_epoch_end(epoch, {monitor: value})
        if ours.update(epoch, {"loss": -value, monitor: value}):
            saved.append(epoch)
    assert saved == theirs.saved
    assert ours.best_epoch == saved[-1]


@settings(max_examples=40, deadline=None)
@given(
    values=HISTORIES,
    monitor=st.sampled_from(["val_loss", "accuracy"]),
    min_delta=st.sampled_from([0.0, 1e-4, 0.05]),
)
def test_the_best_epoch_is_the_one_that_early_stopping_restores(
    values: list[float], monitor: str, min_delta: float
) -> None:
    spec = EarlyStopping.model_validate({"monitor": monitor, "min_delta": min_delta})
    stopper, checkpoint = Stopper(spec), Checkpoint(TrainingSpec(early_stopping=spec))
    for epoch, value in enumerate(values):
        logs = {"loss": -value, monitor: value}
        stopper.update(epoch, logs)
        assert checkpoint.update(epoch, logs) == (stopper.best_epoch == epoch)


def test_what_is_not_measured_tells_no_best_epoch() -> None:
    unmeasured = EarlyStopping(monitor="val_accuracy", min_delta=10.0)
    training = TrainingSpec(early_stopping=unmeasured)
    for measured, monitor in (({"loss", "val_loss"}, "val_loss"), ({"loss", "mae"}, "loss")):
        assert training.monitor(measured) == monitor
        checkpoint = Checkpoint(training)
        assert checkpoint.update(1, {**dict.fromkeys(measured, 9.0), monitor: 3.0})
        assert checkpoint.update(2, {**dict.fromkeys(measured, 9.0), monitor: 2.0})
        assert not checkpoint.update(3, {**dict.fromkeys(measured, 0.0), monitor: 2.5})
        assert checkpoint.best_epoch == 2


def test_a_log_that_is_not_there_changes_nothing() -> None:
    stopper = Stopper(EarlyStopping(monitor="val_accuracy", patience=1))
    reducer = RateReducer(ReduceLROnPlateau(monitor="val_accuracy", patience=1))
    for epoch in range(5):
        assert not stopper.update(epoch, {"loss": 1.0})
        assert reducer.update(epoch, {"loss": 1.0}, 0.1) == 0.1
    assert stopper.best_epoch is None
