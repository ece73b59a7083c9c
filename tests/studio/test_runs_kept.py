"""What is trained becomes a run, and a run becomes what is trained."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from mlp_studio.analysis.metrics import evaluate
from mlp_studio.core.errors import StudioError
from mlp_studio.core.fingerprint import data_fingerprint
from mlp_studio.core.layers import Dropout
from mlp_studio.core.project import ProjectSpec
from mlp_studio.core.training import EarlyStopping
from mlp_studio.storage.runs import FILM, KeptRun
from mlp_studio.studio.data_store import DataStore
from mlp_studio.studio.document import Document
from mlp_studio.studio.film import FilmRecorder
from mlp_studio.studio.jobs import Jobs
from mlp_studio.studio.runs import Runs
from mlp_studio.studio.runs_recorder import RunKeeper, RunRecorder
from mlp_studio.studio.runs_return import RunReturn
from mlp_studio.studio.training import TrainingController
from tests.studio.runs import LONG, begin_endless, same


class Bench:
    """A document that is trained, with its runs kept."""

    def __init__(
        self,
        qtbot: QtBot,
        document: Document,
        store: DataStore,
        training: TrainingController,
        jobs: Jobs,
        folder: Path,
    ) -> None:
        self.qtbot, self.document, self.store, self.training = qtbot, document, store, training
        self.film = FilmRecorder(document, store, training)
        self.runs = Runs(document, root=folder)
        self.keeper = RunKeeper(self.runs, jobs)
        self.recorder = RunRecorder(training, self.film, self.keeper)
        self.back = RunReturn(document, store, training, self.film, self.runs, self.recorder)
        self.errors: list[Exception] = []
        self.keeper.failed.connect(self.errors.append)

    def train(self, epochs: int) -> KeptRun:
        count = len(self.runs)
        self.training.train(epochs=epochs)
        self.qtbot.waitUntil(lambda: len(self.runs) > count, timeout=LONG)
        run = self.runs.all[-1]
        self.qtbot.waitUntil(lambda: FILM in self.runs.get(run.id).parts, timeout=LONG)
        return self.runs.get(run.id)


@pytest.fixture
def bench(
    qtbot: QtBot,
    document: Document,
    store: DataStore,
    controller: TrainingController,
    jobs: Jobs,
    tmp_path: Path,
) -> Iterator[Bench]:
    made = Bench(qtbot, document, store, controller, jobs, tmp_path)
    yield made
    controller.close()
    made.film.close()
    jobs.close()
    made.runs.close()
    assert made.errors == []


def test_a_run_tells_everything(bench: Bench) -> None:
    run = bench.train(3)
    document, dataset = bench.document, bench.store.dataset
    assert dataset is not None
    assert document.snapshot is not None
    assert run.network == document.network
    assert run.project.training.epochs == 3
    assert (run.first_epoch, run.last_epoch, run.weights_epoch) == (1, 3, 3)
    assert run.kept_epochs == (1, 2, 3)
    assert run.data == data_fingerprint(dataset)
    assert run.circumstances["mlp-studio"]
    assert run.device == bench.training.device_in_use
    assert run.best_epoch in {1, 2, 3}
    wanted = evaluate(run.network, document.snapshot.weights, dataset.validation, dataset.facts)
    for name in ("accuracy", "recall_macro", "f1_macro", "roc_auc"):
        assert run.scores[name] == pytest.approx(wanted[name], abs=1e-12)
    answers = bench.runs.answers(run)
    assert answers is not None
    assert np.mean(answers.said == answers.truth) == pytest.approx(wanted["accuracy"])
    assert [row["loss"] for row in bench.runs.history(run)] == [
        event.logs["loss"] for event in bench.training.history
    ]
    for event in bench.training.history:
        if event.snapshot.weights:
            assert same(bench.runs.weights(run, event.epoch), event.snapshot.weights)


def test_training_on_is_a_run_of_its_own_with_the_whole_curve(bench: Bench) -> None:
    first = bench.train(2)
    second = bench.train(3)
    assert second.parent == first.id
    assert (second.first_epoch, second.last_epoch, second.number) == (3, 5, 2)
    assert [row["epoch"] for row in bench.runs.history(second)] == [1, 2, 3, 4, 5]


def test_a_run_that_is_stopped_or_dropped_is_kept_as_far_as_it_went(
    bench: Bench, qtbot: QtBot
) -> None:
    begin_endless(qtbot, bench.document, bench.training)
    bench.training.stop()
    qtbot.waitUntil(lambda: len(bench.runs) == 1, timeout=LONG)
    bench.document.edit("Name", network=bench.document.network.inserted(1, Dropout()))
    bench.training.train(epochs=100_000)
    qtbot.waitUntil(lambda: bench.training.state == "running", timeout=LONG)
    reached = len(bench.training.history)
    qtbot.waitUntil(lambda: len(bench.training.history) > reached + 1, timeout=LONG)
    snapshot = bench.document.snapshot
    bench.document.set_snapshot(None)  # as undo does: the weights are no longer wanted
    qtbot.waitUntil(lambda: len(bench.runs) == 2, timeout=LONG)
    one, other = bench.runs.all
    assert one.reason == other.reason == "stopped"
    assert snapshot is not None
    assert other.weights_epoch == snapshot.epoch


def test_back_to_a_run_is_one_step_and_goes_on_from_its_weights(bench: Bench) -> None:
    document, training = bench.document, bench.training
    first = bench.train(3)
    weights = document.snapshot
    training.new_weights()
    document.edit(
        "Other",
        network=document.network.inserted(1, Dropout(rate=0.5)),
        training=document.training.model_copy(update={"early_stopping": EarlyStopping()}),
    )
    bench.train(2)
    before = document.project, document.snapshot, list(training.history)
    steps = document.undo_stack.count()
    bench.back.go_back(first, "Back")
    assert document.undo_stack.count() == steps + 1
    assert document.network == first.network
    assert document.training == first.project.training
    assert document.snapshot is not None
    assert weights is not None
    assert same(document.snapshot.weights, weights.weights)
    assert [event.epoch for event in training.history] == [1, 2, 3]
    assert bench.film.film is not None
    assert bench.film.film.network == first.network
    document.undo_stack.undo()
    assert (document.project, document.snapshot, list(training.history)) == before
    document.undo_stack.redo()
    assert document.network == first.network
    assert [event.epoch for event in training.history] == [1, 2, 3]
    on = bench.train(1)
    assert on.parent == first.id
    assert on.first_epoch == 4


def test_back_to_any_epoch_whose_weights_are_kept(bench: Bench) -> None:
    run = bench.train(4)
    bench.back.go_back(run, "Back", 2)
    assert bench.document.snapshot is not None
    assert bench.document.snapshot.epoch == 2
    assert same(bench.document.snapshot.weights, bench.runs.weights(run, 2))
    assert [event.epoch for event in bench.training.history] == [1, 2]
    on = bench.train(1)
    assert (on.parent, on.first_epoch) == (run.id, 3)
    with pytest.raises(StudioError, match="epoch 9"):
        bench.back.go_back(run, "Back", 9)


def test_nothing_is_brought_back_under_a_training(bench: Bench, qtbot: QtBot) -> None:
    run = bench.train(1)
    begin_endless(qtbot, bench.document, bench.training)
    with pytest.raises(StudioError, match="under way"):
        bench.back.go_back(run, "Back")
    bench.training.stop()
    qtbot.waitUntil(lambda: len(bench.runs) == 2, timeout=LONG)


def test_a_run_that_never_ends_is_found_as_far_as_it_went(
    bench: Bench, qtbot: QtBot, project: ProjectSpec, tmp_path: Path
) -> None:
    bench.keeper.every = 0.0
    begin_endless(qtbot, bench.document, bench.training)
    folder = bench.runs.workspace.folder
    qtbot.waitUntil(lambda: bool(list(folder.glob("*/record.json"))), timeout=LONG)
    bench.training.pause()
    qtbot.waitUntil(lambda: not bench.store.jobs.busy, timeout=LONG)
    lost = tmp_path / "lost" / folder.name
    shutil.copytree(folder, lost, ignore=shutil.ignore_patterns("lock"))  # what a crash would leave
    other = Runs(Document(project), root=lost.parent)
    (left,) = other.leftovers()
    other.recover(left)
    (run,) = other.all
    assert run.reason == "stopped"
    assert run.kept_epochs == (run.weights_epoch,)
    assert len(other.history(run)) == run.last_epoch
    assert other.weights(run, run.weights_epoch).keys() == {"dense", "output"}
    other.close()
    bench.training.stop()
    qtbot.waitUntil(lambda: any(FILM in one.parts for one in bench.runs.all), timeout=LONG)
    (kept,) = bench.runs.all
    assert kept.id == run.id  # the same run, whole now
    assert kept.scores["accuracy"] is not None
    assert bench.runs.workspace.parts(kept.id) == set(kept.parts)
