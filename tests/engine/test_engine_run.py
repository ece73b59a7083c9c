"""How a run behaves: its events, divergence, continuing, the best epoch."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from mlp_studio.core.control import Control
from mlp_studio.core.events import (
    RunStarted,
    Snapshot,
    StepsDone,
    TrainRequest,
)
from mlp_studio.core.initializers import initial_weights
from mlp_studio.core.layers import Dense
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.training import SGD, Adam, EarlyStopping, ReduceLROnPlateau
from mlp_studio.engine import loop
from mlp_studio.engine.warm import compile_ahead
from tests.engine.runs import (
    NETWORK,
    assert_equal_weights,
    epochs_of,
    request,
    run,
)


def test_events_come_in_order_and_add_up() -> None:
    asked = request(epochs=3)
    finished, events = run(asked)
    assert isinstance(events[0], RunStarted)
    assert (events[0].steps_per_epoch, events[0].first_epoch, events[0].last_epoch) == (7, 1, 3)
    assert events[-1] is finished
    assert finished.reason == "completed"
    steps = [event for event in events if isinstance(event, StepsDone)]
    assert [s.first_step for s in steps] == list(
        np.cumsum([0, *(len(s.losses) for s in steps)])[:-1]
    )
    assert sum(len(s.losses) for s in steps) == 21
    assert [event.epoch for event in epochs_of(events)] == [1, 2, 3]
    assert set(epochs_of(events)[0].logs) == {"loss", "mae", "val_loss", "val_mae"}
    weights = finished.snapshot.weights["dense"][0]
    assert not weights.flags.writeable
    assert finished.snapshot.epoch == 3
    assert finished.optimizer_state is not None
    assert finished.optimizer_state.iterations == 21


def test_the_same_request_gives_the_same_bits_whatever_the_chunks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first, events = run(request(epochs=4))
    monkeypatch.setattr("mlp_studio.engine.chunks.TARGET", 1e-9)  # one step a chunk
    second, more = run(request(epochs=4))
    assert_equal_weights(first.snapshot, second.snapshot)
    assert [e.logs for e in epochs_of(events)] == [e.logs for e in epochs_of(more)]
    third, _ = run(request(epochs=4, seed=1))
    assert np.any(third.snapshot.weights["out"][0] != first.snapshot.weights["out"][0])


def test_the_first_epoch_is_seen_at_steps_that_double(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mlp_studio.engine.chunks.TARGET", 1e-9)  # one step a chunk
    asked = request(epochs=2)
    _finished, events = run(asked)
    seen = [e for e in events if isinstance(e, StepsDone) and e.snapshot is not None]
    assert [event.first_step + len(event.losses) for event in seen] == [1, 2, 4]
    kernels = [event.snapshot.weights["dense"][0] for event in seen if event.snapshot]
    kernels = [asked.start.weights["dense"][0], *kernels]
    assert all((one != other).any() for one, other in pairwise(kernels))


def test_continuing_is_as_if_never_interrupted() -> None:
    whole, _ = run(request(epochs=4))
    half, _ = run(request(epochs=2))
    rest, events = run(
        replace(request(epochs=2), start=half.snapshot, optimizer_state=half.optimizer_state)
    )
    assert [event.epoch for event in epochs_of(events)] == [3, 4]
    assert_equal_weights(whole.snapshot, rest.snapshot)


def test_another_optimizer_starts_afresh() -> None:
    half, _ = run(request(epochs=2))
    asked = replace(
        request(epochs=2, optimizer=SGD()),
        start=half.snapshot,
        optimizer_state=half.optimizer_state,
    )
    finished, events = run(asked)
    assert epochs_of(events)[0].learning_rate == pytest.approx(0.01)
    assert finished.optimizer_state is not None
    assert finished.optimizer_state.kind == "sgd"
    assert finished.optimizer_state.iterations == 14


def test_divergence_is_explained_and_keeps_the_last_good_weights() -> None:
    asked = request(epochs=50, optimizer=SGD(learning_rate=10.0, momentum=0.9))
    plain = NetworkSpec(
        input_shape=(2,), layers=(Dense(units=16), Dense(name="out", units=1, activation="linear"))
    )
    asked = replace(asked, network=plain, start=Snapshot(plain, initial_weights(plain, 0)))
    finished, events = run(asked)
    assert finished.reason == "diverged"
    assert "learning rate" in str(finished.message)
    assert finished.optimizer_state is None
    assert finished.snapshot.epoch == len(epochs_of(events))
    for arrays in finished.snapshot.weights.values():
        assert all(np.isfinite(array).all() for array in arrays)


def test_nan_in_the_data_diverges_at_once() -> None:
    asked = request()
    asked.x_train[0, 0] = np.nan
    finished, events = run(asked)
    assert finished.reason == "diverged"
    assert finished.snapshot is asked.start
    assert not epochs_of(events)


def test_a_gpu_that_is_not_there_is_explained() -> None:
    from mlp_studio.engine.devices import describe_devices

    if describe_devices()[0].kind == "gpu":
        pytest.skip("this machine has a GPU")
    finished, _ = run(replace(request(), device="gpu"))
    assert finished.reason == "failed"
    assert "GPU" in str(finished.message)


def test_early_stopping_puts_the_best_weights_back() -> None:
    asked = request(
        epochs=200,
        optimizer=Adam(learning_rate=0.1),
        early_stopping=EarlyStopping(patience=3),
        reduce_lr=ReduceLROnPlateau(patience=2),
    )
    finished, events = run(asked)
    epochs = epochs_of(events)
    values = [epoch.logs["val_loss"] for epoch in epochs]
    assert finished.reason == "stopped_early"
    assert finished.best_epoch == int(np.argmin(values)) + 1
    assert len(epochs) == finished.best_epoch + 3
    assert finished.snapshot is epochs[finished.best_epoch - 1].snapshot
    assert finished.best is finished.snapshot
    assert finished.optimizer_state is None
    reduced = [epoch for epoch in epochs if epoch.rate_reduced]
    assert reduced
    for epoch in reduced:
        if epoch.epoch < len(epochs):
            assert epochs[epoch.epoch].learning_rate == pytest.approx(epoch.learning_rate / 2)


def misled(**training: object) -> TrainRequest:
    """A request in which the better training gets, the worse does validation."""
    asked = request(epochs=6, optimizer=Adam(learning_rate=0.03), **training)
    return replace(asked, y_validation=-asked.y_validation)


def test_the_best_weights_are_kept_without_early_stopping() -> None:
    finished, events = run(misled())
    epochs = epochs_of(events)
    values = [epoch.logs["val_loss"] for epoch in epochs]
    best = int(np.argmin(values)) + 1
    assert best < 6
    assert finished.best_epoch == best
    assert finished.best is epochs[best - 1].snapshot
    assert finished.snapshot is epochs[-1].snapshot
    assert finished.optimizer_state is not None


def test_without_validation_the_training_loss_tells_the_best_epoch() -> None:
    nothing = np.zeros((0, 2), np.float32), np.zeros((0, 1), np.float32)
    asked = replace(request(epochs=3), x_validation=nothing[0], y_validation=nothing[1])
    finished, events = run(asked)
    values = [epoch.logs["loss"] for epoch in epochs_of(events)]
    assert finished.best_epoch == int(np.argmin(values)) + 1
    assert finished.best is epochs_of(events)[finished.best_epoch - 1].snapshot


def test_early_stopping_by_what_is_not_measured_restores_nothing() -> None:
    stopping = EarlyStopping(monitor="val_accuracy", patience=1)
    finished, events = run(misled(early_stopping=stopping))
    assert finished.reason == "completed"
    assert finished.snapshot is epochs_of(events)[-1].snapshot
    assert finished.best is not finished.snapshot


def test_a_run_without_an_epoch_has_no_best_one() -> None:
    control = Control()
    control.stop()
    finished, _ = run(request(), control)
    assert (finished.best, finished.best_epoch) == (None, None)


def test_equal_structures_share_the_compiled_code() -> None:
    compile_ahead(request())
    before = loop.compiled.cache_info().misses
    renamed = NetworkSpec(
        input_shape=(2,),
        layers=tuple(
            layer.model_copy(update={"name": f"other_{number}"})
            for number, layer in enumerate(NETWORK.layers)
        ),
    )
    key = loop.structure(NETWORK, request().training, 200, loop.Sizes(200, 50), "CPU:0")
    traces = loop.compiled(key).steps.traces
    run(request(network=renamed, seed=9, optimizer=Adam(learning_rate=0.2)))
    assert loop.compiled.cache_info().misses == before
    assert loop.compiled(key).steps.traces == traces


def test_loading_tensorflow_prints_nothing_and_waits_until_asked() -> None:
    code = (
        "import sys, mlp_studio.engine, mlp_studio.engine.warm as w;"
        "assert 'tensorflow' not in sys.modules; w.warm_up(); assert 'tensorflow' in sys.modules;"
        "print('said', file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=120
    )
    assert done.stdout == ""
    assert done.stderr == "said\n"
