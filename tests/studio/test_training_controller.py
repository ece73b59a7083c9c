"""Training as the window does it: the real engine in its thread, asked by a controller."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from mlp_studio.core.arrays import Weights
from mlp_studio.core.datasets import DataSpec, Spirals
from mlp_studio.core.errors import StudioError
from mlp_studio.core.events import EpochDone, RunFinished, RunStarted, Snapshot
from mlp_studio.core.forward import predict
from mlp_studio.core.layers import Dense
from mlp_studio.core.project import ProjectSpec
from mlp_studio.core.training import SGD, Adam, EarlyStopping
from mlp_studio.studio.data_store import DataStore
from mlp_studio.studio.document import Document
from mlp_studio.studio.files import Files
from mlp_studio.studio.settings import Settings
from mlp_studio.studio.training import TrainingController

LONG = 60_000  # the first run of the session loads TensorFlow and compiles
ENDLESS = 100_000  # epochs: such a run ends only when it is told to


class Heard:
    """What a controller told."""

    def __init__(self, controller: TrainingController) -> None:
        self.states: list[str] = []
        self.started: list[RunStarted] = []
        self.epochs: list[EpochDone] = []
        self.finished: list[RunFinished] = []
        self.errors: list[Exception] = []
        self.cleared = 0
        self.threads: set[QThread] = set()
        controller.state_changed.connect(self._state)
        controller.run_started.connect(self.started.append)
        controller.epoch_done.connect(self._epoch)
        controller.run_finished.connect(self.finished.append)
        controller.failed.connect(self.errors.append)
        controller.cleared.connect(self._clear)

    def _state(self, state: str) -> None:
        self.states.append(state)

    def _epoch(self, event: EpochDone) -> None:
        self.threads.add(QThread.currentThread())
        self.epochs.append(event)

    def _clear(self) -> None:
        self.cleared += 1


@pytest.fixture
def heard(controller: TrainingController) -> Heard:
    return Heard(controller)


def run(qtbot: QtBot, controller: TrainingController, **how: Any) -> None:
    """Train and wait for the end."""
    controller.train(**how)
    until_idle(qtbot, controller)


def until_idle(qtbot: QtBot, controller: TrainingController) -> None:
    qtbot.waitUntil(lambda: controller.state == "idle", timeout=LONG)


def begin_endless(qtbot: QtBot, document: Document, controller: TrainingController) -> None:
    """Start a run which ends only when it is told to, and wait for its second epoch."""
    controller.train(epochs=ENDLESS)
    qtbot.waitUntil(lambda: len(controller.history) >= 2, timeout=LONG)


def same(one: Weights, other: Weights) -> bool:
    return all(
        np.array_equal(a, b) for name in one for a, b in zip(one[name], other[name], strict=True)
    )


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
    assert controller.history == heard.epochs
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
    qtbot: QtBot, document: Document, store: DataStore, controller: TrainingController
) -> None:
    run(qtbot, controller)
    dataset = store.dataset
    assert dataset is not None
    for event in controller.history:
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


def test_editing_the_network_ends_the_run_and_keeps_what_fits(
    qtbot: QtBot, document: Document, controller: TrainingController, heard: Heard
) -> None:
    begin_endless(qtbot, document, controller)
    before = document.network
    document.edit("Add", network=before.inserted(1, Dense(name="middle", units=8)))
    assert controller.state == "stopping"
    until_idle(qtbot, controller)
    (finished,) = heard.finished
    assert finished.snapshot.network == before
    snapshot = document.snapshot
    assert snapshot is not None
    assert snapshot.network == document.network
    for name in ("dense", "output"):
        assert same({name: snapshot.weights[name]}, {name: finished.snapshot.weights[name]})
    run(qtbot, controller, epochs=1)
    assert len(controller.history) == 1  # of the new network
    assert controller.history[0].epoch == finished.snapshot.epoch + 1


def test_changing_the_data_ends_the_run(
    qtbot: QtBot, document: Document, store: DataStore, controller: TrainingController
) -> None:
    begin_endless(qtbot, document, controller)
    document.edit("Data", data=DataSpec(source=Spirals(points_per_arm=21)))
    until_idle(qtbot, controller)
    assert document.snapshot is not None
    qtbot.waitUntil(lambda: store.dataset is not None)
    run(qtbot, controller, epochs=1)


def test_there_is_no_training_before_the_data_is_there(
    qtbot: QtBot, document: Document, store: DataStore, controller: TrainingController
) -> None:
    document.edit("Data", data=DataSpec(source=Spirals(points_per_arm=21)))
    assert store.busy  # the former examples are still there, but are not trained on
    with pytest.raises(StudioError, match="not loaded"):
        controller.train()
    assert controller.state == "idle"
    qtbot.waitUntil(lambda: not store.busy)


def test_events_of_a_project_that_is_gone_are_dropped(
    qtbot: QtBot,
    document: Document,
    project: ProjectSpec,
    store: DataStore,
    controller: TrainingController,
    heard: Heard,
) -> None:
    begin_endless(qtbot, document, controller)
    told = len(heard.epochs)
    document.open(project.model_copy(update={"name": "another"}))
    assert controller.state == "idle"
    assert controller.history == []
    assert document.snapshot is None
    run(qtbot, controller)  # in the same thread: the old run has ended before it begins
    assert len(heard.epochs) == told + 3
    assert [event.epoch for event in controller.history] == [1, 2, 3]
    assert len(heard.finished) == 1
    assert not store.busy


def test_a_rate_set_while_training_is_taken(
    qtbot: QtBot, document: Document, controller: TrainingController, heard: Heard
) -> None:
    begin_endless(qtbot, document, controller)
    set_rate(document, 0.004)
    qtbot.waitUntil(lambda: heard.epochs[-1].learning_rate == 0.004)
    assert heard.epochs[0].learning_rate == 0.01
    assert controller.state == "running"
    document.undo_stack.undo()
    qtbot.waitUntil(lambda: heard.epochs[-1].learning_rate == 0.01)
    controller.stop()
    until_idle(qtbot, controller)


def set_rate(document: Document, rate: float) -> None:
    optimizer = Adam(learning_rate=rate)
    document.edit("Rate", training=document.training.model_copy(update={"optimizer": optimizer}))


def test_a_rate_set_between_runs_is_the_one_to_continue_with(
    qtbot: QtBot, document: Document, controller: TrainingController
) -> None:
    run(qtbot, controller)
    set_rate(document, 0.002)
    run(qtbot, controller)
    assert [event.learning_rate for event in controller.history] == [0.01] * 3 + [0.002] * 3


def test_a_rate_set_while_paused_outlives_a_stop(
    qtbot: QtBot, document: Document, controller: TrainingController
) -> None:
    begin_endless(qtbot, document, controller)
    controller.pause()
    controller.one_epoch()
    qtbot.waitUntil(lambda: controller.state == "paused")
    set_rate(document, 0.002)
    controller.stop()
    until_idle(qtbot, controller)
    run(qtbot, controller, epochs=1)
    assert controller.history[-1].learning_rate == 0.002


def test_epochs_which_early_stopping_took_back_leave_the_history(
    qtbot: QtBot, document: Document, controller: TrainingController, heard: Heard
) -> None:
    stopping = EarlyStopping(monitor="val_loss", patience=2)
    training = document.training.model_copy(
        update={"early_stopping": stopping, "optimizer": Adam(learning_rate=3.0), "epochs": 100}
    )
    document.edit("Stop early", training=training)
    run(qtbot, controller)
    (finished,) = heard.finished
    assert finished.reason == "stopped_early"
    best = finished.best_epoch
    assert best is not None
    assert document.snapshot is not None
    assert document.snapshot.epoch == best
    run(qtbot, controller, epochs=1)
    epochs = [event.epoch for event in controller.history]
    assert epochs == list(range(1, best + 2))


def test_what_cannot_be_trained_is_refused(
    qtbot: QtBot, document: Document, controller: TrainingController
) -> None:
    document.edit("Remove", network=document.network.removed("output"))
    with pytest.raises(StudioError):
        controller.train()
    assert controller.state == "idle"


def test_a_run_that_diverges_says_so_and_keeps_the_last_good_weights(
    qtbot: QtBot, document: Document, controller: TrainingController, heard: Heard
) -> None:
    changes = {"loss": "mean_squared_error", "optimizer": SGD(learning_rate=10.0), "epochs": 50}
    network = document.network
    for name in ("dense", "output"):
        layer = network.layer(name).model_copy(update={"activation": "linear"})
        network = network.replaced(name, layer)
    document.edit(
        "Hopeless", training=document.training.model_copy(update=changes), network=network
    )
    run(qtbot, controller)
    assert heard.finished[0].reason == "diverged"
    assert controller.state == "idle"
    assert document.snapshot is not None
    assert all(np.isfinite(a).all() for w in document.snapshot.weights.values() for a in w)


def test_closing_in_the_middle_of_a_run_ends_the_thread(
    qtbot: QtBot, document: Document, store: DataStore
) -> None:
    with qtbot.waitSignal(store.dataset_changed):
        store.reload()
    controller = TrainingController(document, store)
    heard = Heard(controller)
    controller.train(epochs=ENDLESS)
    qtbot.waitUntil(lambda: bool(heard.epochs), timeout=LONG)
    controller.close()
    told = len(heard.epochs)
    qtbot.wait(1)
    assert len(heard.epochs) == told
    assert heard.finished == []


def test_a_project_comes_back_with_its_history_and_goes_on(
    qtbot: QtBot,
    document: Document,
    project: ProjectSpec,
    controller: TrainingController,
    heard: Heard,
    tmp_path: Path,
) -> None:
    files = Files(document, Settings(tmp_path / "settings.json"), controller.history_rows)
    files.history_opened.connect(controller.restore)
    run(qtbot, controller)
    rows = controller.history_rows()
    files.save(tmp_path / "kept.mlpstudio")
    document.open(project.model_copy(update={"name": "another"}))
    assert controller.history == []
    with qtbot.waitSignal(controller.restored):
        files.open(tmp_path / "kept.mlpstudio")
    assert controller.history_rows() == rows
    cleared = heard.cleared
    run(qtbot, controller)
    assert heard.cleared == cleared
    assert [event.epoch for event in controller.history] == [1, 2, 3, 4, 5, 6]
    files.save(tmp_path / "kept.mlpstudio")
    files.open(tmp_path / "kept.mlpstudio")
    assert len(controller.history_rows()) == 6


@pytest.mark.parametrize("rows", [[{}], [{"epoch": "one"}], [{"epoch": 1, "loss": None}]])
def test_a_history_that_makes_no_sense_is_left_out(
    document: Document, controller: TrainingController, rows: list[Any]
) -> None:
    document.set_snapshot(Snapshot(document.network, {}, 1))
    controller.restore(rows)
    assert controller.history == []
    assert controller.history_rows() == []
