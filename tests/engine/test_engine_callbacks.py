"""Our callbacks against Keras's own on the same histories."""

from __future__ import annotations

import keras
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mlp_studio.core.training import EarlyStopping, ReduceLROnPlateau
from mlp_studio.engine.callbacks import RateReducer, Stopper

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


def test_a_log_that_is_not_there_changes_nothing() -> None:
    stopper = Stopper(EarlyStopping(monitor="val_accuracy", patience=1))
    reducer = RateReducer(ReduceLROnPlateau(monitor="val_accuracy", patience=1))
    for epoch in range(5):
        assert not stopper.update(epoch, {"loss": 1.0})
        assert reducer.update(epoch, {"loss": 1.0}, 0.1) == 0.1
    assert stopper.best_epoch is None
