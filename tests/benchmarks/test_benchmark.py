"""The benchmark itself: its workers take turns, and its goals are judged as they should be."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest

from tests.benchmarks import side_engine
from tests.benchmarks.goals import doubts, goals
from tests.benchmarks.networks import NETWORKS, Job, request, stack
from tests.benchmarks.table import report
from tests.benchmarks.worker import Worker, WorkerError

SMALL = Job("egg-crate", share=0.1)


@pytest.fixture
def sklearn() -> Iterator[Worker]:
    worker = Worker("side_sklearn")
    yield worker
    worker.close()


def test_a_worker_trains_on_when_asked_and_can_begin_anew(sklearn: Worker) -> None:
    assert sklearn.answer().startswith("scikit-learn ")
    first = sklearn.begin(SMALL)
    later = sklearn.epochs(0.0, least=4)
    assert len(first.seconds) == 1
    assert len(later.seconds) == 4
    assert all(seconds > 0 for seconds in later.seconds)
    assert later.logs["loss"] < first.logs["loss"]
    sklearn.end()
    assert sklearn.begin(SMALL).logs == first.logs
    sklearn.end()


def test_a_failing_side_says_what_failed(sklearn: Worker) -> None:
    sklearn.answer()
    with pytest.raises(WorkerError, match="There is no template"):
        sklearn.begin(Job("no-such-network"))


def test_a_side_without_its_library_says_so() -> None:
    worker = Worker("side_nothing")
    with pytest.raises(WorkerError, match=r"No module named 'tests\.benchmarks\.side_nothing'"):
        worker.answer()
    worker.close()


def test_the_bare_loop_still_fits_the_engine() -> None:
    turns = side_engine.overhead(SMALL, 0.0)
    assert len(turns) == side_engine.TURNS
    assert all(turn.run >= turn.inside > 0 and turn.bare > 0 for turn in turns)


def test_a_job_changes_batch_layers_and_size() -> None:
    asked = request(Job("egg-crate", batch=8, hidden=((16, "tanh"), (4, "relu")), share=0.5))
    assert asked.training.batch_size == 8
    assert (len(asked.x_train), len(asked.x_validation)) == (2000, 500)
    assert [layer.kernel.shape for layer in stack(asked)] == [(2, 16), (16, 4), (4, 1)]


def _result(fit: float, jax: float, events: float) -> dict[str, Any]:
    ratios = {
        name: {"ratio": value, "least": value, "most": value}
        for name, value in (("fit", fit), ("jax", jax))
    }
    side = {
        "seconds": 0.1,
        "threads": None,
        "after_one_epoch": {"val_metric": 0.9, "loss": 1.0},
        "after_the_last": {"val_metric": 0.9, "loss": 0.5},
        "peak_mib": 100.0,
        "busy_while_waiting": 0.0,
    }
    return {
        "sides": {name: deepcopy(side) for name in ("ours", "fit", "jax")},
        "ratios": ratios,
        "first_step": {"fresh": 0.5, "again": 0.1, "fit": 0.4},
        "overhead": {"share": events, "outside": events / 2},
    }


def test_goals_are_reached_or_not() -> None:
    networks = {name: _result(12.0, 0.95, 0.01) for name in NETWORKS}
    assert all(goal.reached for goal in goals(networks))
    networks["spirals-6"] = _result(4.0, 0.8, 0.05)
    missed = {goal.name: goal.value for goal in goals(networks) if not goal.reached}
    assert missed == {
        "model.fit / ours, smallest (spirals-6)": 4.0,
        "JAX / ours, spirals-6": 0.8,
        "chunks, events, snapshots, dearest (spirals-6)": 0.05,
    }


def test_a_side_that_learns_less_is_doubted() -> None:
    networks = {"mnist-first": _result(12.0, 1.0, 0.0)}
    assert not list(doubts(networks))
    networks["mnist-first"]["sides"]["jax"]["after_one_epoch"]["val_metric"] = 0.3
    assert list(doubts(networks)) == ["mnist-first: after one epoch jax is at 0.300, ours at 0.900"]


def test_the_report_shows_what_was_measured_and_what_was_left_out() -> None:
    told = report(
        {
            "machine": {"system": "here"},
            "networks": {"mnist-first": _result(12.0, 1.0, 0.0)},
            "growth": [],
            "left_out": {"PyTorch": "No module named 'torch'"},
        }
    )
    assert "12.00 (12.00–12.00)" in told
    assert "Left out: PyTorch: No module named 'torch'." in told
    assert "PyTorch / ours" not in told
