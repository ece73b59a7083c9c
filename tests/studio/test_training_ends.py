"""How runs end which do not go to plan, and how a history comes back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from mlp_studio.core.errors import StudioError
from mlp_studio.core.events import Snapshot
from mlp_studio.core.project import ProjectSpec
from mlp_studio.core.training import SGD, Adam, EarlyStopping
from mlp_studio.studio.data_store import DataStore
from mlp_studio.studio.document import Document
from mlp_studio.studio.files import Files
from mlp_studio.studio.settings import Settings
from mlp_studio.studio.training import TrainingController
from tests.studio.runs import ENDLESS, LONG, Heard, begin_endless, run


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


def test_the_best_epoch_is_there_to_go_back_to(
    qtbot: QtBot, document: Document, controller: TrainingController, heard: Heard
) -> None:
    assert controller.best is None
    rate = Adam(learning_rate=0.5)
    document.edit("Wild", training=document.training.model_copy(update={"optimizer": rate}))
    run(qtbot, controller, epochs=20)
    (finished,) = heard.finished
    best = controller.best
    assert best is not None
    assert (best.epoch, best.snapshot) == (finished.best_epoch, finished.best)
    assert best.epoch < 20  # at such a rate it goes up and down
    document.edit("Best", weights=best.snapshot)
    run(qtbot, controller, epochs=1)
    assert [event.epoch for event in controller.history] == list(range(1, best.epoch + 2))
    wider = document.network.layer("dense").model_copy(update={"units": 3})
    document.edit("Wider", network=document.network.replaced("dense", wider))
    assert controller.best is None  # its weights are of another network
    document.undo_stack.undo()
    assert controller.best is not None


def test_an_opened_project_has_the_last_weights_alone(
    document: Document, controller: TrainingController
) -> None:
    document.set_snapshot(Snapshot(document.network, {}, 3))
    rows = [
        {"epoch": k + 1, "learning_rate": 0.1, "val_loss": v} for k, v in enumerate((3.0, 1.0, 2.0))
    ]
    controller.restore(rows)
    assert controller.best is None
    controller.restore([*rows[:2], {**rows[2], "val_loss": 0.5}])
    assert controller.best is controller.history[2]


def test_undoing_the_choice_of_weights_drops_the_run_that_began_with_them(
    qtbot: QtBot, document: Document, controller: TrainingController, heard: Heard
) -> None:
    run(qtbot, controller, epochs=3)
    last, first = document.snapshot, controller.history[0].snapshot
    document.edit("Best", weights=first)
    begin_endless(qtbot, document, controller)
    further = document.snapshot
    document.undo_stack.undo()
    assert controller.state == "idle"
    assert document.snapshot is last
    finished = len(heard.finished)
    run(qtbot, controller, epochs=1)  # once the dropped run has come to its end
    assert len(heard.finished) == finished + 1
    assert heard.epochs[-1].epoch == 4
    document.undo_stack.redo()
    assert document.snapshot is further
