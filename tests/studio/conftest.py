"""A small project, and the objects of the studio floor built on it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from pytestqt.qtbot import QtBot

from mlp_studio.core.datasets import DataSpec, Spirals
from mlp_studio.core.layers import Dense
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.project import ProjectSpec
from mlp_studio.core.training import Adam, TrainingSpec
from mlp_studio.studio.data_store import DataStore
from mlp_studio.studio.document import Document
from mlp_studio.studio.jobs import Jobs
from mlp_studio.studio.training import TrainingController

if TYPE_CHECKING:
    from tests.studio.runs import Heard


@pytest.fixture
def project() -> ProjectSpec:
    """Two spirals and few neurons: an epoch takes milliseconds."""
    return ProjectSpec(
        name="small",
        data=DataSpec(source=Spirals(points_per_arm=20)),
        network=NetworkSpec(
            input_shape=(2,),
            layers=(
                Dense(name="dense", units=8, activation="relu"),
                Dense(name="output", units=1, activation="sigmoid"),
            ),
        ),
        training=TrainingSpec(
            loss="binary_crossentropy", optimizer=Adam(learning_rate=0.01), batch_size=16, epochs=3
        ),
    )


@pytest.fixture
def document(qtbot: QtBot, project: ProjectSpec) -> Document:
    return Document(project)


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.close()


@pytest.fixture
def store(document: Document, jobs: Jobs) -> DataStore:
    return DataStore(document, jobs)


@pytest.fixture
def controller(qtbot: QtBot, document: Document, store: DataStore) -> Iterator[TrainingController]:
    """A controller whose data is loaded."""
    with qtbot.waitSignal(store.dataset_changed, timeout=60_000):  # loading gives way
        store.reload()
    made = TrainingController(document, store)
    yield made
    made.close()


@pytest.fixture
def heard(controller: TrainingController) -> Heard:
    from tests.studio.runs import Heard

    return Heard(controller)
