"""Pause, Stop and one epoch from another thread, whatever the device is doing."""

from __future__ import annotations

import time
from dataclasses import replace

import numpy as np
import pytest

from mlp_studio.core.control import Control
from mlp_studio.core.events import (
    EpochDone,
    StepsDone,
)
from mlp_studio.core.layers import Dense
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.training import SGD
from tests.engine.runs import (
    FOREVER,
    Watched,
    epochs_of,
    request,
    run,
)

PROMPT = 0.5  # seconds; the aim is 0.1, but the machine of a test may be busy


def test_stop_acts_at_once_and_keeps_the_weights() -> None:
    watched = Watched(request(epochs=FOREVER))
    watched.wait_for(EpochDone, 3)
    asked_at = time.perf_counter()
    watched.control.stop()
    finished = watched.join()
    assert watched.events[-1][0] - asked_at < PROMPT
    assert finished.reason == "stopped"
    assert finished.optimizer_state is not None


def test_a_stop_before_the_start_is_not_lost() -> None:
    control = Control()
    control.stop()
    finished, events = run(request(epochs=FOREVER), control)
    assert finished.reason == "stopped"
    assert not any(isinstance(event, StepsDone) for event in events)


def test_pause_holds_the_run_and_its_clock() -> None:
    watched = Watched(request(epochs=FOREVER))
    watched.wait_for(EpochDone, 2)
    watched.control.pause()
    while not watched.stays_silent():
        pass
    epochs = watched.count(EpochDone)
    watched.control.resume()
    watched.wait_for(EpochDone, epochs + 2)
    watched.control.stop()
    finished = watched.join()
    wall = watched.events[-1][0] - watched.events[0][0]
    assert finished.seconds < wall - 0.29


def test_one_epoch_pauses_at_its_end() -> None:
    watched = Watched(request(epochs=FOREVER))
    watched.control.pause()
    while not watched.stays_silent():
        pass
    epochs = watched.count(EpochDone)
    watched.control.one_epoch()
    watched.wait_for(EpochDone, epochs + 1)
    assert watched.control.paused
    assert watched.stays_silent()
    assert watched.count(EpochDone) == epochs + 1
    watched.control.stop()
    assert watched.join().reason == "stopped"


def test_a_new_rate_is_used_while_training() -> None:
    watched = Watched(request(epochs=FOREVER))
    watched.wait_for(EpochDone, 2)
    watched.control.set_learning_rate(0.0123)
    watched.wait_for(EpochDone, watched.count(EpochDone) + 3)
    watched.control.stop()
    finished = watched.join()
    assert finished.optimizer_state is not None
    assert finished.optimizer_state.learning_rate == pytest.approx(0.0123)


def test_stop_does_not_wait_for_a_long_step() -> None:
    wide = NetworkSpec(
        input_shape=(512,),
        layers=(
            Dense(units=4096),
            Dense(name="more", units=4096),
            Dense(name="out", units=1, activation="linear"),
        ),
    )
    x = np.random.default_rng(0).normal(size=(1024, 512)).astype(np.float32)
    asked = request(epochs=FOREVER, network=wide, batch_size=1024, optimizer=SGD())
    asked = replace(asked, x_train=x, y_train=x[:, :1], x_validation=x[:0], y_validation=x[:0, :1])
    watched = Watched(asked)
    watched.wait_for(StepsDone, 3)
    first, second, *_ = (at for at, event in watched.events if isinstance(event, StepsDone))
    asked_at = time.perf_counter()
    watched.control.stop()
    finished = watched.join()
    assert finished.reason == "stopped"
    assert watched.events[-1][0] - asked_at < min(PROMPT, 0.8 * (second - first))
    assert len(epochs_of([event for _, event in watched.events])) == finished.snapshot.epoch


def test_stop_does_not_wait_for_a_compilation() -> None:
    deep = NetworkSpec(
        input_shape=(2,),
        layers=(
            *(Dense(name=f"d{n}", units=20 + n, activation="gelu") for n in range(25)),
            Dense(name="out", units=1, activation="linear"),
        ),
    )
    began = time.perf_counter()
    watched = Watched(request(epochs=FOREVER, network=deep))
    watched.control.stop()
    finished = watched.join()
    assert finished.reason == "stopped"
    assert finished.snapshot.epoch == 0
    assert watched.events[-1][0] - began < PROMPT
    after, _ = run(request())  # waits for what was left behind
    assert after.reason == "completed"
