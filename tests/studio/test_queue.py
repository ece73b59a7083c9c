"""The queue trains one network after the other and loses none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mlp_studio.core.errors import StudioError
from mlp_studio.core.layers import Dense, Dropout
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.project import ProjectSpec
from mlp_studio.core.templates import TEMPLATES
from mlp_studio.storage.runs import FILM, QueueItem, read_queue
from mlp_studio.studio.data_store import DataStore
from mlp_studio.studio.document import Document
from mlp_studio.studio.files import Files
from mlp_studio.studio.jobs import Jobs
from mlp_studio.studio.queue import TrainingQueue
from mlp_studio.studio.queue_items import exercise, with_seeds
from mlp_studio.studio.runs import Runs
from mlp_studio.studio.runs_recorder import RunKeeper
from mlp_studio.studio.settings import Settings
from mlp_studio.studio.training import TrainingController
from tests.studio.runs import ENDLESS, LONG


class Line:
    """A queue, and what it tells."""

    def __init__(
        self,
        qtbot: QtBot,
        document: Document,
        store: DataStore,
        training: TrainingController,
        jobs: Jobs,
        folder: Path,
    ) -> None:
        self.qtbot, self.document, self.training = qtbot, document, training
        self.runs = Runs(document, root=folder / "open")
        self.keeper = RunKeeper(self.runs, jobs)
        self.queue = TrainingQueue(document, store, training, self.runs, self.keeper)
        self.errors: list[Exception] = []
        self.ended: list[int] = []
        self.shares: list[float] = []
        self.queue.failed.connect(self.errors.append)
        self.queue.ended.connect(self.ended.append)
        self.queue.progressed.connect(lambda share, _words: self.shares.append(share))

    def until_idle(self, runs: int) -> None:
        self.qtbot.waitUntil(lambda: not self.queue.active and len(self.runs) == runs, timeout=LONG)

    def until_learning(self, name: str) -> None:
        """Wait until an item of this name has made an epoch."""

        def learning() -> bool:
            current, record = self.queue.current, self.queue._record
            return bool(current and current.name == name and record and record.rows)

        self.qtbot.waitUntil(learning, timeout=LONG)


@pytest.fixture
def line(
    qtbot: QtBot,
    document: Document,
    store: DataStore,
    controller: TrainingController,
    jobs: Jobs,
    tmp_path: Path,
) -> Iterator[Line]:
    made = Line(qtbot, document, store, controller, jobs, tmp_path)
    yield made
    made.queue.close()
    controller.close()
    jobs.close()
    made.runs.close()


def endless(project: ProjectSpec) -> ProjectSpec:
    training = project.training.model_copy(update={"epochs": ENDLESS})
    return project.model_copy(update={"training": training})


def other(project: ProjectSpec) -> ProjectSpec:
    network = project.network.inserted(1, Dropout())
    return project.model_copy(update={"network": network})


def test_several_networks_and_seeds_become_runs(line: Line, project: ProjectSpec) -> None:
    line.queue.add([*with_seeds("a", project, 2), *with_seeds("b", other(project), 1)])
    assert line.document.snapshot is None
    line.queue.start()
    line.until_idle(3)
    assert [run.name for run in line.runs.all] == ["a · seed 0", "a · seed 1", "b"]
    assert [run.project.training.seed for run in line.runs.all] == [0, 1, 0]
    assert [run.last_epoch for run in line.runs.all] == [3, 3, 3]
    assert all(FILM in run.parts for run in line.runs.all)
    assert line.runs.all[0].scores["accuracy"] is not None
    assert line.document.snapshot is None  # the open network is not touched
    assert line.ended == [3]
    assert line.errors == []
    rising = [share for share in line.shares if share > 0]
    assert rising == sorted(rising)
    assert max(rising) <= 1
    assert line.runs.queue == []


def test_the_same_seed_gives_what_training_by_hand_gives(
    line: Line, project: ProjectSpec, qtbot: QtBot
) -> None:
    line.queue.add(with_seeds("a", project, 1))
    line.queue.start()
    line.until_idle(1)
    line.training.train()
    qtbot.waitUntil(lambda: line.training.state == "idle", timeout=LONG)
    queued = line.runs.history(line.runs.all[0])
    assert [row["loss"] for row in queued] == [e.logs["loss"] for e in line.training.history]


def test_skip_keeps_what_was_made_and_goes_on(line: Line, project: ProjectSpec) -> None:
    line.queue.add([*with_seeds("a", endless(project), 1), *with_seeds("b", project, 1)])
    line.queue.start()
    line.until_learning("a")
    line.queue.skip()
    line.until_idle(2)
    first, second = line.runs.all
    assert (first.name, first.reason) == ("a", "stopped")
    assert (second.name, second.reason) == ("b", "completed")


def test_stop_leaves_the_rest_waiting(line: Line, project: ProjectSpec) -> None:
    line.queue.add([*with_seeds("a", endless(project), 1), *with_seeds("b", project, 1)])
    line.queue.start()
    line.until_learning("a")
    line.queue.stop()
    line.until_idle(1)
    assert [item.name for item in line.queue.items] == ["b"]
    line.queue.start()
    line.until_idle(2)
    assert line.queue.items == []


def test_pause_holds_and_skips_from_there(line: Line, project: ProjectSpec, qtbot: QtBot) -> None:
    line.queue.add(with_seeds("a", endless(project), 1))
    line.queue.start()
    line.until_learning("a")
    line.queue.pause()
    assert line.queue.state == "paused"
    line.queue.start()
    assert line.queue.state == "running"
    line.queue.pause()
    line.queue.skip()
    line.until_idle(1)


def test_nobody_else_trains_meanwhile_and_is_told_why(line: Line, project: ProjectSpec) -> None:
    line.queue.add(with_seeds("a", endless(project), 1))
    line.queue.start()
    line.until_learning("a")
    with pytest.raises(StudioError, match="queue is training"):
        line.training.train()
    line.queue.stop()
    line.until_idle(1)


def test_what_can_not_be_trained_is_told_and_left_out(line: Line, project: ProjectSpec) -> None:
    bad = NetworkSpec(input_shape=(2,), layers=(Dense(name="output", units=3),))
    unfit = project.model_copy(update={"network": bad})
    line.queue.add([QueueItem(name="bad", project=unfit), *with_seeds("b", project, 1)])
    line.queue.start()
    line.until_idle(1)
    assert len(line.errors) == 1
    assert isinstance(line.errors[0], StudioError)
    assert line.runs.all[0].name == "b"


def test_other_data_is_loaded_for_it(line: Line, project: ProjectSpec) -> None:
    source = project.data.source.model_copy(update={"seed": 7})
    data = project.data.model_copy(update={"source": source})
    line.queue.add(with_seeds("a", project.model_copy(update={"data": data}), 2))
    line.queue.start()
    line.until_idle(2)
    one, two = line.runs.all
    assert one.data == two.data
    assert line.document.data == project.data


def test_it_is_kept_with_the_project_and_waits_there(
    line: Line, project: ProjectSpec, tmp_path: Path
) -> None:
    files = Files(line.document, Settings(tmp_path / "s.json"), list, runs=line.runs)
    line.queue.add([*with_seeds("a", endless(project), 1), *with_seeds("b", project, 1)])
    line.queue.start()
    line.until_learning("a")
    path = tmp_path / "kept.mlpstudio"
    files.save(path)
    files.open(path)
    assert not line.queue.active
    assert [item.name for item in line.queue.items] == ["a", "b"]  # a was not finished
    line.document.open(project)
    assert line.queue.items == []


def test_order_and_removal(line: Line, project: ProjectSpec) -> None:
    line.queue.add(with_seeds("a", project, 4))
    line.queue.move(3, 0)
    line.queue.remove([1, 2])
    assert [item.project.training.seed for item in line.queue.items] == [3, 2]
    assert line.runs.queue == line.queue.items
    kept = [item.model_dump(mode="json") for item in line.queue.items]
    assert read_queue([*kept, {"name": 1}]) == line.queue.items
    assert read_queue(None) == []


def test_the_exercise_is_the_templates_own() -> None:
    items = exercise()
    units = [
        [layer.units for layer in item.project.network if isinstance(layer, Dense)]
        for item in items
    ]
    assert units == [[200, 10], [200, 10], [100, 200, 100, 10], [200, 500, 200, 10]]
    assert items[0].project == TEMPLATES["mnist-linear-200"].project
    assert len(exercise(3)) == 12
