"""What edits of the project do to a run, and to the one after it: the real engine in its thread."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from mlp_studio.core.datasets import DataSpec, Spirals
from mlp_studio.core.errors import StudioError
from mlp_studio.core.layers import Dense
from mlp_studio.core.project import ProjectSpec
from mlp_studio.studio.data_store import DataStore
from mlp_studio.studio.document import Document
from mlp_studio.studio.training import TrainingController
from tests.studio.runs import Heard, begin_endless, run, same, set_rate, until_idle


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
