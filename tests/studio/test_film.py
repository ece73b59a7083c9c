"""The film of a real run: recorded beside it, cut where training goes on, within its budget."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from mlp_studio.core.events import EpochDone, Snapshot
from mlp_studio.core.forward import forward
from mlp_studio.core.initializers import initial_weights
from mlp_studio.core.network import NetworkSpec
from mlp_studio.studio.data_store import DataStore
from mlp_studio.studio.document import Document
from mlp_studio.studio.film import FilmRecorder
from mlp_studio.studio.history import History
from mlp_studio.studio.training import TrainingController
from tests.studio.edits import equal, trained, wider
from tests.studio.runs import run


@pytest.fixture
def recorder(
    document: Document, store: DataStore, controller: TrainingController
) -> Iterator[FilmRecorder]:
    made = FilmRecorder(document, store, controller)
    yield made
    made.close()


def _developed(qtbot: QtBot, recorder: FilmRecorder) -> None:
    qtbot.waitUntil(lambda: not recorder.busy, timeout=20_000)


def test_a_run_becomes_a_film(
    qtbot: QtBot,
    document: Document,
    store: DataStore,
    controller: TrainingController,
    recorder: FilmRecorder,
) -> None:
    run(qtbot, controller)
    _developed(qtbot, recorder)
    film, chosen, dataset = recorder.film, recorder.examples, store.dataset
    assert film is not None
    assert chosen is not None
    assert dataset is not None
    epochs = [frame.epoch for frame in film.frames]
    assert epochs[0] == 0
    assert {1.0, 2.0, 3.0} <= set(epochs)
    assert any(0 < epoch < 1 for epoch in epochs)
    assert document.snapshot is not None
    x = dataset.validation.x[chosen]
    now = forward(document.network, document.snapshot.weights, x)["output"]
    np.testing.assert_allclose(film.features(len(film) - 1, "output"), now, atol=2e-3)
    first = initial_weights(document.network, document.training.seed)
    start = forward(document.network, first, x)["output"]
    np.testing.assert_allclose(film.features(0, "output"), start, atol=2e-3)


def test_training_on_goes_on_with_the_film_and_new_weights_begin_another(
    qtbot: QtBot, controller: TrainingController, recorder: FilmRecorder
) -> None:
    run(qtbot, controller)
    run(qtbot, controller)
    _developed(qtbot, recorder)
    film = recorder.film
    assert film is not None
    assert film.frames[0].epoch == 0
    assert film.frames[-1].epoch == 6
    controller.new_weights()
    assert recorder.film is None


def test_going_on_from_an_earlier_epoch_cuts_the_film_there(
    qtbot: QtBot, document: Document, controller: TrainingController, recorder: FilmRecorder
) -> None:
    run(qtbot, controller)
    _developed(qtbot, recorder)
    best = controller.history[-1].snapshot
    early = Snapshot(best.network, best.weights, epoch=1, scaler=best.scaler)
    document.edit("Back", weights=early)
    run(qtbot, controller, epochs=1)
    _developed(qtbot, recorder)
    assert recorder.film is not None
    assert recorder.film.frames[-1].epoch == 2


def test_another_network_is_another_film(
    qtbot: QtBot, document: Document, controller: TrainingController, recorder: FilmRecorder
) -> None:
    run(qtbot, controller)
    wider(document, 20)
    run(qtbot, controller)
    _developed(qtbot, recorder)
    film = recorder.film
    assert film is not None
    assert film.network == document.network
    assert film.frames[0].epoch > 3


def test_the_budget_holds(
    qtbot: QtBot, controller: TrainingController, recorder: FilmRecorder
) -> None:
    run(qtbot, controller, epochs=12)
    _developed(qtbot, recorder)
    film = recorder.film
    assert film is not None
    before = len(film)
    recorder.budget = film.bytes // 2
    assert film.bytes <= recorder.budget
    assert 2 <= len(film) < before


def test_a_history_keeps_the_weights_of_the_best_and_the_last_epochs_only(
    project_network: NetworkSpec,
) -> None:
    history = History()
    values = [3.0, 2.0, float("nan"), 2.5, 1.5, 1.7]
    for epoch, value in enumerate(values, start=1):
        snapshot = trained(project_network, epoch=epoch, seed=epoch)
        logs = {"val_loss": value, "val_accuracy": 0.5 if epoch == 2 else 0.1}
        history.append(EpochDone(1, epoch, logs, 0.1, snapshot, 0.0))
    kept = [event.epoch for event in history if event.snapshot.epoch == event.epoch]
    assert kept == [2, 5, 6]  # best accuracy, best loss, last
    assert equal(history[4].snapshot.weights, trained(project_network, epoch=5, seed=5).weights)
    history.replace(history[:3])
    history.append(EpochDone(1, 4, {"val_loss": 9.0}, 0.1, history[1].snapshot, 0.0))
    assert history[1].snapshot.epoch == 2


@pytest.fixture
def project_network(document: Document) -> NetworkSpec:
    return document.network
