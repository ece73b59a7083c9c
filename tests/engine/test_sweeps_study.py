"""Studies that several processes work at, without training anything."""

from __future__ import annotations

import os
import subprocess
import sys
import traceback
from dataclasses import replace
from pathlib import Path
from threading import Barrier, Thread

import pytest

from mlp_studio.core.errors import StudioError
from mlp_studio.core.sweep import Choices, FloatRange, IntRange, SweepSpec
from mlp_studio.core.sweep_events import SweepPlan
from mlp_studio.core.templates import TEMPLATES
from mlp_studio.engine.sweeps.storage import open_storage, shown
from mlp_studio.engine.sweeps.study import Study

PROJECT = TEMPLATES["digits"].project
SPACE = (
    SweepSpec(trials=6, pruner="none")
    .with_search("hidden/units", IntRange(low=8, high=512, log=True))
    .with_search("training/learning_rate", FloatRange(low=1e-4, high=1e-1, log=True))
    .with_search("hidden/activation", Choices(values=("relu", "tanh")))
)


def plan(folder: Path, sweep: SweepSpec = SPACE, study: str = "one") -> SweepPlan:
    return SweepPlan(PROJECT, sweep, str(folder / "studies.db"), study)


def try_all(study: Study) -> list[dict[str, object]]:
    tried = []
    while (trial := study.ask()) is not None:
        tried.append(dict(trial.params))
        study.complete(trial, float(trial.params["hidden/units"]))
    return tried


def test_the_first_trial_is_the_present_design(tmp_path: Path) -> None:
    trial = Study(plan(tmp_path)).ask()
    assert trial is not None
    assert trial.params == {
        "hidden/units": 512, "training/learning_rate": 0.001, "hidden/activation": "relu"
    }  # fmt: skip


@pytest.mark.parametrize("sampler", ["tpe", "random"])
def test_one_worker_draws_the_same_again_also_after_a_break(tmp_path: Path, sampler: str) -> None:
    sweep = SPACE.model_copy(update={"sampler": sampler, "trials": 9})
    whole = try_all(Study(plan(tmp_path, sweep, "whole")))
    short = sweep.model_copy(update={"trials": 5})
    parts = try_all(Study(plan(tmp_path, short, "parts")))
    parts += try_all(Study(plan(tmp_path, sweep, "parts")))
    assert len(whole) == 9
    assert whole == parts
    assert len({str(values) for values in whole}) == 9


def test_several_workers_never_make_more_trials_than_asked_for(tmp_path: Path) -> None:
    studies = [Study(plan(tmp_path)) for _ in range(4)]
    together, counts = Barrier(4), []

    def work(study: Study) -> None:
        together.wait()
        counts.append(len(try_all(study)))

    threads = [Thread(target=work, args=(study,)) for study in studies]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(counts) == 6
    assert studies[0].finished() == 6
    assert not studies[0].trials_left()
    assert {row.state for row in studies[0].rows()} == {"complete"}


def test_a_grid_is_tried_once_each_and_is_then_exhausted(tmp_path: Path) -> None:
    sweep = SPACE.model_copy(update={"sampler": "grid", "trials": None, "grid_points": 3})
    one, other = Study(plan(tmp_path, sweep)), Study(plan(tmp_path, sweep))
    tried = []
    while (trial := one.ask()) is not None:
        tried.append(str(sorted(trial.params.items())))
        one.complete(trial, 1.0)
        one, other = other, one
    assert len(tried) == len(set(tried)) == 3 * 3 * 2
    assert Study(plan(tmp_path, sweep)).ask() is None


def test_a_trial_that_is_given_up_is_tried_again_and_counts_once(tmp_path: Path) -> None:
    study, watching = Study(plan(tmp_path)), Study(plan(tmp_path))
    lost = study.ask()
    assert lost is not None
    assert watching.put_back(lost.number, stopped=False)
    assert not watching.put_back(lost.number, stopped=False)
    again = study.ask()
    assert again is not None
    assert again.params == lost.params
    study.complete(again, 0.5)
    rows = {row.number: row for row in watching.rows()}
    assert rows[lost.number].state == "lost"
    assert rows[again.number].retry_of == lost.number
    assert len(try_all(study)) == 5


def test_a_trial_that_ends_every_process_is_given_up_for_good(tmp_path: Path) -> None:
    study = Study(plan(tmp_path))
    tries = 0
    while (trial := study.ask()) is not None and trial.params["hidden/units"] == 512:
        tries += 1
        study.put_back(trial.number, stopped=False)
    assert tries == 3


def test_a_failed_trial_counts_and_a_stopped_one_does_not(tmp_path: Path) -> None:
    study = Study(plan(tmp_path))
    first, second = study.ask(), study.ask()
    assert first is not None
    assert second is not None
    study.fail(first, "too little memory")
    assert study.put_back(second.number, stopped=True)
    states = {row.number: (row.state, row.note) for row in study.rows()}
    assert states[first.number] == ("failed", "too little memory")
    assert states[second.number] == ("stopped", "")
    assert len(try_all(study)) == 5


def test_trials_of_processes_that_are_gone_are_known(tmp_path: Path) -> None:
    ask = (
        "import sys; from pathlib import Path; sys.path.insert(0, sys.argv[2]); "
        "from tests.engine.test_sweeps_study import Study, plan; "
        "print(Study(plan(Path(sys.argv[1]))).ask().number)"
    )
    root = Path(__file__).resolve().parents[2]
    subprocess.run(
        [sys.executable, "-c", ask, str(tmp_path), str(root)],
        check=True, cwd=root, capture_output=True, env={**os.environ, "PYTHONPATH": str(root)},
    )  # fmt: skip
    study = Study(plan(tmp_path))
    mine = study.ask()
    assert mine is not None
    dead = {trial.number: trial.is_dead_here for trial in study.running()}
    assert dead == {0: True, mine.number: False}


def test_who_comes_later_goes_by_the_study_but_has_its_own_budget(tmp_path: Path) -> None:
    Study(plan(tmp_path))
    other = SPACE.with_search("hidden/activation", None).model_copy(
        update={"trials": 30, "seed": 9}
    )
    joined = Study(plan(tmp_path, other)).sweep
    assert joined == SPACE.model_copy(update={"trials": 30})


def test_another_design_or_other_data_is_refused(tmp_path: Path) -> None:
    Study(plan(tmp_path)).require_same_data("sha256:1")
    another = replace(plan(tmp_path), project=TEMPLATES["mnist-first"].project)
    with pytest.raises(StudioError, match="another design"):
        Study(another)
    again = Study(plan(tmp_path))
    again.require_same_data("sha256:1")
    with pytest.raises(StudioError, match="data here is not that"):
        again.require_same_data("sha256:2")


@pytest.mark.parametrize(
    ("sweep", "words"),
    [
        (SweepSpec(), "ticked"),
        (
            SPACE.model_copy(update={"sampler": "grid", "trials": None, "grid_points": 100}),
            "18,000",
        ),
    ],
)
def test_what_can_not_be_swept_is_refused(tmp_path: Path, sweep: SweepSpec, words: str) -> None:
    with pytest.raises(StudioError, match=words):
        Study(plan(tmp_path, sweep))


def test_importances_find_what_matters(tmp_path: Path) -> None:
    sweep = SPACE.model_copy(update={"sampler": "random", "trials": 25})
    study = Study(plan(tmp_path, sweep))
    assert study.importances() == {}
    try_all(study)
    shares = study.importances()
    assert sum(shares.values()) == pytest.approx(1.0)
    assert shares["hidden/units"] > 0.8


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("postgresql://ann:S3cret-word@127.0.0.1:1/none", "127.0.0.1"),
        ("mysql+pymysql://ann:S3cret-word@127.0.0.1:1/none", "pymysql"),
        ("oracle+cx_oracle://ann:S3cret-word@127.0.0.1:1/none", "oracle"),
        ("what://ann:S3cret-word@nowhere", "nowhere"),
        ("ann:S3cret-word@nowhere", "is no storage"),
        ("/proc/nowhere/studies.db", "can't be used"),
        ("journal:/proc/nowhere/studies.log", "can't be used"),
    ],
)
def test_a_storage_that_can_not_be_used_is_told_without_its_password(
    address: str, words: str
) -> None:
    with pytest.raises(StudioError, match=words) as refused:
        open_storage(address)
    if "://" in address:  # else nothing tells that there is a password in it
        assert "S3cret" not in "".join(traceback.format_exception(refused.value))
    assert "\n" not in str(refused.value)


def test_passwords_are_not_shown() -> None:
    assert shown("postgresql://ann:S3cret@host/db") == "postgresql+psycopg://ann:***@host/db"
    assert shown("sqlite:///a.db") == "sqlite:///a.db"


def test_a_broken_file_is_told(tmp_path: Path) -> None:
    broken = tmp_path / "studies.db"
    broken.write_bytes(b"nothing of SQLite's" * 100)
    with pytest.raises(StudioError, match="not a database"):
        open_storage(str(broken))


def test_a_journal_is_a_storage_too(tmp_path: Path) -> None:
    journal = replace(plan(tmp_path), storage=f"journal:{tmp_path / 'studies.log'}")
    assert len(try_all(Study(journal))) == 6
    assert Study(journal).finished() == 6
