"""Real worker processes: on one computer, on a server that several share, and killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from mlp_studio.core.datasets import DataSpec, Spirals
from mlp_studio.core.layers import Dense
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.project import ProjectSpec
from mlp_studio.core.sweep import Choices, FloatRange, SweepSpec
from mlp_studio.core.sweep_events import (
    ImportancesKnown,
    SweepEvent,
    SweepFinished,
    SweepPlan,
    TrialRow,
    TrialsChanged,
    WorkerLost,
    best_row,
)
from mlp_studio.core.training import Adam, TrainingSpec
from mlp_studio.storage.project_file import SavedProject, save_project
from mlp_studio.studio.sweeps.adopting import adopted
from mlp_studio.studio.sweeps.leader import Leader
from tests.studio import postgres

PROJECT = ProjectSpec(
    name="small spirals",
    data=DataSpec(source=Spirals(n_classes=3, num_arms=3, points_per_arm=30)),
    network=NetworkSpec(
        input_shape=(2,),
        layers=(
            Dense(name="dense", units=8, activation="tanh"),
            Dense(name="output", units=3, activation="softmax"),
        ),
    ),
    training=TrainingSpec(optimizer=Adam(learning_rate=0.01), batch_size=16, epochs=40),
)
# The rate alone: all trials share the compiled code, which is most of their time.
SWEEP = SweepSpec(trials=6, epochs=3, workers=2, pruner="none").with_search(
    "training/learning_rate", FloatRange(low=1e-4, high=0.1, log=True)
)


class Heard:
    """Collects events, and does something at each."""

    def __init__(self) -> None:
        self.events: list[SweepEvent] = []
        self.rows: dict[int, TrialRow] = {}

    def __call__(self, event: SweepEvent) -> None:
        self.events.append(event)
        if isinstance(event, TrialsChanged):
            self.rows.update((row.number, row) for row in event.rows)

    def of(self, kind: type[SweepEvent]) -> list[SweepEvent]:
        return [event for event in self.events if isinstance(event, kind)]

    def in_state(self, *states: str) -> list[TrialRow]:
        return [row for row in self.rows.values() if row.state in states]


def plan(folder: Path, sweep: SweepSpec = SWEEP) -> SweepPlan:
    return SweepPlan(PROJECT, sweep, str(folder / "studies.db"), "one", folder / "kept")


def test_a_killed_worker_loses_its_trial_alone_and_another_takes_its_place(tmp_path: Path) -> None:
    # Long trials, so that one is sure to be going on; the killed one is tried again.
    sweep = SWEEP.model_copy(update={"trials": 4, "epochs": 400})
    heard, killed = Heard(), []

    def hear(event: SweepEvent) -> None:
        heard(event)
        running = [row for row in heard.in_state("running") if row.curve]
        if running and not killed:
            killed.append(running[0])
            os.kill(int(running[0].where.rpartition(" · ")[2]), signal.SIGKILL)

    finished = Leader(plan(tmp_path, sweep), hear).run()
    assert finished.reason == "trials"
    assert len(killed) == 1
    (lost,) = heard.of(WorkerLost)
    assert isinstance(lost, WorkerLost)
    assert lost.trial == killed[0].number
    assert "SIGKILL" in str(lost.words)
    assert len(heard.in_state("complete")) == 4
    (given_up,) = heard.in_state("lost")
    assert given_up.number == killed[0].number
    (again,) = [row for row in heard.rows.values() if row.retry_of is not None]
    assert again.retry_of == given_up.number
    assert again.values == given_up.values
    assert again.state == "complete"


def test_a_sweep_keeps_the_best_weights_and_goes_on_where_it_was_stopped(tmp_path: Path) -> None:
    heard = Heard()

    def hear(event: SweepEvent) -> None:
        heard(event)
        if len(heard.in_state("complete")) >= 2:
            leader.order("stop")

    leader = Leader(plan(tmp_path), hear)
    assert leader.run().reason == "stopped"
    assert 2 <= len(heard.in_state("complete")) < 6
    again = Heard()
    finished = Leader(plan(tmp_path), again, importances=True).run()
    assert finished.reason == "trials"
    assert len(again.in_state("complete")) == 6
    assert again.of(ImportancesKnown)
    best = best_row(again.rows, SWEEP)
    assert best is not None
    assert best.best == max(row.best or 0.0 for row in again.rows.values())
    assert len(best.curve) == 3
    project, snapshot = adopted(plan(tmp_path), best)
    assert snapshot is not None
    assert snapshot.network == project.network == PROJECT.network
    assert snapshot.epoch == best.best_epoch
    rate = best.values["training/learning_rate"]
    assert project.training.optimizer.learning_rate == pytest.approx(rate, rel=1e-3)
    assert project.training.epochs == 40
    assert len(list((tmp_path / "kept").iterdir())) == 5
    nothing_left = Heard()
    assert Leader(plan(tmp_path), nothing_left).run() == SweepFinished("trials", finished.words)


def test_pruned_diverging_and_impossible_trials_end_by_themselves(tmp_path: Path) -> None:
    sweep = SweepSpec(
        sampler="grid", trials=None, seconds=None, epochs=4, workers=1, pruner="median"
    )
    sweep = sweep.with_search(
        "training/learning_rate", Choices(values=(0.01, 0.02, 0.03, 0.04, 0.05, 1e-9, 10.0))
    )
    heard = Heard()
    finished = Leader(plan(tmp_path, sweep), heard).run()
    assert finished.reason == "grid"
    assert len(heard.rows) == 7
    assert len(heard.in_state("complete", "pruned")) == 7
    assert all(len(row.curve) == 4 for row in heard.in_state("complete"))


@pytest.fixture
def shared(tmp_path: Path) -> Iterator[str]:
    """A storage that several computers could share: PostgreSQL, else a journal file."""
    if postgres.missing():
        yield f"journal:{tmp_path / 'studies.log'}"
        return
    with postgres.server() as address:
        yield address


def test_several_commands_work_at_one_study(shared: str, tmp_path: Path) -> None:
    file = tmp_path / "spirals.mlpstudio"
    save_project(file, SavedProject(PROJECT.model_copy(update={"sweep": SWEEP})))
    commands = [
        subprocess.Popen(
            [
                sys.executable, "-m", "mlp_studio", "sweep", str(file), "--storage", shared,
                "--study", "common", "--trials", "8", "--workers", "1", "--json",
            ],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )
        for _ in range(2)
    ]  # fmt: skip
    said = [command.communicate(timeout=170) for command in commands]
    assert [command.returncode for command in commands] == [0, 0], said
    for out, err in said:
        assert postgres.PASSWORD not in out + err
        assert "Traceback" not in err
    heard = Heard()
    leader = Leader(replace(plan(tmp_path), storage=shared, study="common"), heard)
    leader.look()
    assert len(heard.in_state("complete")) == len(heard.rows) == 8
    assert len({row.where for row in heard.rows.values()}) == 2


@pytest.mark.skipif(bool(postgres.missing()), reason=postgres.missing())
def test_a_server_that_refuses_is_told_without_the_password(tmp_path: Path) -> None:
    from mlp_studio.core.errors import StudioError

    with postgres.server() as address:
        wrong = address.replace(postgres.PASSWORD, "Wrong-word")
        with pytest.raises(StudioError, match="password authentication failed") as refused:
            Leader(replace(plan(tmp_path), storage=wrong), Heard()).run()
    assert "Wrong-word" not in str(refused.value)
    with pytest.raises(StudioError, match="can't be used") as refused:
        Leader(replace(plan(tmp_path), storage=address), Heard()).run()
    assert postgres.PASSWORD not in str(refused.value)
