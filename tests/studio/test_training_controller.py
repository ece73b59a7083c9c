"""Training as the window does it: the real engine in its thread, asked by a controller."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from mlp_studio.core.events import Snapshot
from mlp_studio.core.forward import predict
from mlp_studio.studio.data_store import DataStore
from mlp_studio.studio.document import Document
from mlp_studio.studio.training import TrainingController
from tests.studio.runs import ENDLESS, LONG, Heard, begin_endless, run, same, until_idle


def test_a_run_from_begin_to_end(
    qtbot: QtBot, document: Document, controller: TrainingController, heard: Heard
) -> None:
    snapshots: list[Snapshot | None] = []
    document.snapshot_changed.connect(snapshots.append)
    assert controller.state == "idle"
    assert not controller.can_continue
    run(qtbot, controller)
    assert heard.states == ["preparing", "running", "idle"]
    assert heard.errors == []
    assert heard.threads == {QThread.currentThread()}
    assert [event.epoch for event in heard.epochs] == [1, 2, 3]
    assert [(event.epoch, event.logs) for event in controller.history] == [
        (event.epoch, event.logs) for event in heard.epochs
    ]
    assert heard.epochs[0].logs.keys() == {"loss", "accuracy", "val_loss", "val_accuracy"}
    assert snapshots[:3] == [event.snapshot for event in heard.epochs]
    (finished,) = heard.finished
    assert finished.reason == "completed"
    assert document.snapshot is finished.snapshot
    assert document.optimizer_state is finished.optimizer_state is not None
    assert document.modified
    assert controller.can_continue
    assert controller.device_in_use == heard.started[0].device != ""


def test_what_is_reported_is_what_the_weights_give(
    qtbot: QtBot,
    document: Document,
    store: DataStore,
    controller: TrainingController,
    heard: Heard,
) -> None:
    run(qtbot, controller)
    dataset = store.dataset
    assert dataset is not None
    for event in heard.epochs:
        outputs = predict(document.network, event.snapshot.weights, dataset.validation.x)[:, 0]
        accuracy = np.mean((outputs > 0.5) == dataset.validation.y)
        assert event.logs["val_accuracy"] == pytest.approx(accuracy, abs=1e-6)


def test_the_same_seed_gives_the_same_weights_and_another_others(
    qtbot: QtBot, document: Document, controller: TrainingController
) -> None:
    run(qtbot, controller)
    first = document.snapshot
    controller.new_weights()
    run(qtbot, controller)
    second = document.snapshot
    assert first is not None
    assert second is not None
    assert first is not second
    assert same(first.weights, second.weights)
    controller.new_weights()
    document.edit("Seed", training=document.training.model_copy(update={"seed": 1}))
    run(qtbot, controller)
    assert document.snapshot is not None
    assert not same(first.weights, document.snapshot.weights)


def test_continuing_counts_on_and_equals_one_long_run(
    qtbot: QtBot, document: Document, controller: TrainingController, heard: Heard
) -> None:
    run(qtbot, controller)
    run(qtbot, controller)
    assert [event.epoch for event in controller.history] == [1, 2, 3, 4, 5, 6]
    assert heard.cleared == 1  # when the first began
    halves = document.snapshot
    assert (controller.first_epoch, controller.last_epoch) == (4, 6)
    controller.new_weights()
    run(qtbot, controller, epochs=6)
    assert halves is not None
    assert document.snapshot is not None
    assert same(halves.weights, document.snapshot.weights)


def test_new_weights_forget_everything(
    qtbot: QtBot, document: Document, controller: TrainingController, heard: Heard
) -> None:
    run(qtbot, controller)
    controller.new_weights()
    assert document.snapshot is None
    assert document.optimizer_state is None
    assert controller.history == []
    assert not controller.can_continue
    assert heard.cleared == 2
    run(qtbot, controller)
    assert [event.epoch for event in controller.history] == [1, 2, 3]


def test_pause_holds_and_train_goes_on(
    qtbot: QtBot, document: Document, controller: TrainingController, heard: Heard
) -> None:
    begin_endless(qtbot, document, controller)
    controller.pause()
    assert controller.state == "paused"
    assert controller.active
    controller.new_weights()  # not while a run is under way
    assert document.snapshot is not None
    steps: list[object] = []
    with qtbot.waitSignal(controller.state_changed):  # one_epoch: the thread answers when asked
        controller.one_epoch()
    qtbot.waitUntil(lambda: controller.state == "paused")
    held = len(controller.history)
    controller.steps_done.connect(steps.append)
    qtbot.wait(60)  # several epochs' time
    assert steps == []
    assert len(controller.history) == held
    controller.train()
    assert controller.state == "running"
    qtbot.waitUntil(lambda: len(controller.history) >= held + 2)
    controller.stop()
    until_idle(qtbot, controller)
    epochs = [event.epoch for event in controller.history]
    assert epochs == list(range(1, len(epochs) + 1))
    assert heard.cleared == 1


def test_one_epoch_when_idle_is_a_run_of_its_own(
    qtbot: QtBot, controller: TrainingController, heard: Heard
) -> None:
    controller.one_epoch()
    until_idle(qtbot, controller)
    controller.one_epoch()
    until_idle(qtbot, controller)
    assert [event.epoch for event in controller.history] == [1, 2]
    assert [event.last_epoch for event in heard.started] == [1, 2]


def test_one_epoch_when_paused_ends_with_the_epoch(
    qtbot: QtBot, document: Document, controller: TrainingController
) -> None:
    begin_endless(qtbot, document, controller)
    controller.pause()
    controller.one_epoch()
    qtbot.waitUntil(lambda: controller.state == "paused")
    held = len(controller.history)  # at the end of an epoch now
    for more in (1, 2):
        controller.one_epoch()
        qtbot.waitUntil(lambda: controller.state == "paused")
        assert len(controller.history) == held + more
    controller.stop()
    until_idle(qtbot, controller)
    assert len(controller.history) == held + 2


def test_stop_is_prompt_and_keeps_the_weights(
    qtbot: QtBot, document: Document, controller: TrainingController, heard: Heard
) -> None:
    begin_endless(qtbot, document, controller)
    controller.stop()
    assert controller.state == "stopping"
    with qtbot.waitSignal(controller.run_finished, timeout=500):
        pass
    assert heard.finished[0].reason == "stopped"
    assert document.snapshot is heard.finished[0].snapshot
    assert heard.states[-2:] == ["stopping", "idle"]
    epoch = controller.history[-1].epoch
    run(qtbot, controller, epochs=1)
    assert controller.history[-1].epoch == epoch + 1


def test_stop_and_pause_before_the_first_step_are_heeded(
    qtbot: QtBot, controller: TrainingController, heard: Heard
) -> None:
    controller.train(epochs=ENDLESS)
    controller.pause()
    assert controller.state == "paused"
    qtbot.waitUntil(lambda: bool(heard.started), timeout=LONG)
    assert controller.state == "paused"
    controller.stop()
    until_idle(qtbot, controller)
    assert heard.finished[0].reason == "stopped"
    assert controller.history == []
    controller.train(epochs=ENDLESS)
    controller.stop()
    until_idle(qtbot, controller)
    assert [event.reason for event in heard.finished] == ["stopped", "stopped"]


def test_train_twice_is_one_run(qtbot: QtBot, controller: TrainingController, heard: Heard) -> None:
    controller.train()
    controller.train()
    controller.one_epoch()
    until_idle(qtbot, controller)
    assert len(heard.started) == 1


def test_many_runs_in_one_thread(
    qtbot: QtBot, document: Document, controller: TrainingController, heard: Heard
) -> None:
    controller.warm_up()
    for units in (8, 7, 8):
        layer = document.network.layer("dense").model_copy(update={"units": units})
        document.edit("Units", network=document.network.replaced("dense", layer))
        run(qtbot, controller, epochs=1)
    assert heard.errors == []
    assert [event.reason for event in heard.finished] == ["completed"] * 3
