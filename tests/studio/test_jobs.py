"""Background jobs answer in the GUI thread, or not at all once cancelled."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from mlp_studio.core.arrays import Progress
from mlp_studio.core.errors import Cancelled, StudioError
from mlp_studio.core.text import Text, text
from mlp_studio.studio.jobs import Jobs

SECONDS = 10.0  # far more than is needed: a condition that never comes must not hang the suite


class Owner:
    """Keeps what a job answered and in which thread."""

    def __init__(self) -> None:
        self.results: list[Any] = []
        self.errors: list[Exception] = []
        self.shares: list[float] = []
        self.threads: set[QThread] = set()

    def done(self, result: Any) -> None:
        self.threads.add(QThread.currentThread())
        self.results.append(result)

    def failed(self, error: Exception) -> None:
        self.threads.add(QThread.currentThread())
        self.errors.append(error)

    def progressed(self, share: float, _what: Text) -> None:
        self.threads.add(QThread.currentThread())
        self.shares.append(share)


class Held:
    """Work that waits in its thread until it is let go, and says how it ended."""

    def __init__(self) -> None:
        self.begun = threading.Event()
        self.go = threading.Event()
        self.ended = threading.Event()
        self.error: BaseException | None = None
        self.thread = 0

    def __call__(self, progress: Progress) -> str:
        self.thread = threading.get_ident()
        self.begun.set()
        try:
            assert self.go.wait(SECONDS)
            progress(0.5, text("halfway"))
        except BaseException as error:
            self.error = error
            raise
        finally:
            self.ended.set()
        return "result"


def test_progress_and_result_arrive_in_the_thread_of_the_owner(qtbot: QtBot, jobs: Jobs) -> None:
    owner, work = Owner(), Held()
    work.go.set()
    jobs.start(work, owner.done, owner.failed, owner.progressed)
    assert jobs.busy
    qtbot.waitUntil(lambda: bool(owner.results))
    assert owner.results == ["result"]
    assert owner.shares == [0.5]
    assert owner.threads == {QThread.currentThread()}
    assert work.thread != threading.get_ident()
    assert not jobs.busy
    assert owner.errors == []


@pytest.mark.parametrize("error", [StudioError(text("no")), ValueError("odd"), OSError(28, "full")])
def test_a_failure_is_handed_over(qtbot: QtBot, jobs: Jobs, error: Exception) -> None:
    owner = Owner()

    def work(_progress: Progress) -> None:
        raise error

    jobs.start(work, owner.done, owner.failed)
    qtbot.waitUntil(lambda: bool(owner.errors))
    assert owner.errors == [error]
    assert owner.results == []
    assert owner.threads == {QThread.currentThread()}
    assert not jobs.busy


def test_a_cancelled_job_ends_at_its_next_progress_and_answers_nothing(
    qtbot: QtBot, jobs: Jobs
) -> None:
    owner, work = Owner(), Held()
    job = jobs.start(work, owner.done, owner.failed, owner.progressed)
    assert work.begun.wait(SECONDS)
    job.cancel()
    assert job.cancelled
    assert not jobs.busy
    work.go.set()
    assert work.ended.wait(SECONDS)
    assert isinstance(work.error, Cancelled)
    _let_answers_come(qtbot, jobs)
    assert (owner.results, owner.errors, owner.shares) == ([], [], [])


def test_a_result_that_is_on_its_way_is_dropped_too(qtbot: QtBot, jobs: Jobs) -> None:
    owner, work = Owner(), Held()
    work.go.set()
    job = jobs.start(work, owner.done, owner.failed, owner.progressed)
    assert work.ended.wait(SECONDS)  # progress and perhaps the result wait in the event loop
    job.cancel()
    _let_answers_come(qtbot, jobs)
    assert (owner.results, owner.errors, owner.shares) == ([], [], [])


def _let_answers_come(qtbot: QtBot, jobs: Jobs) -> None:
    """Wait for the answer of a later job: what was sent before it has arrived."""
    for _ in range(2):  # one for each of the pool's threads
        later = Owner()
        jobs.start(lambda _progress: "later", later.done, later.failed)
        qtbot.waitUntil(lambda later=later: bool(later.results))  # type: ignore[misc]


def test_more_jobs_than_threads_all_answer(qtbot: QtBot, jobs: Jobs) -> None:
    owner = Owner()
    for number in range(20):
        jobs.start(lambda _progress, number=number: number, owner.done, owner.failed)  # type: ignore[misc]
    qtbot.waitUntil(lambda: len(owner.results) == 20)
    assert sorted(owner.results) == list(range(20))


def test_closing_ends_running_work_and_never_begins_the_rest(qtbot: QtBot) -> None:
    jobs, owner = Jobs(), Owner()
    running = [Held(), Held()]
    for work in running:
        jobs.start(work, owner.done, owner.failed, owner.progressed)
    waiting = Held()
    jobs.start(waiting, owner.done, owner.failed, owner.progressed)
    assert all(work.begun.wait(SECONDS) for work in running)
    releasing = threading.Timer(0.05, lambda: [work.go.set() for work in running])
    releasing.start()
    jobs.close()
    releasing.join()
    assert all(isinstance(work.error, Cancelled) for work in running)
    assert not waiting.begun.is_set()
    assert not jobs.busy
    qtbot.wait(1)  # what was sent before the end arrives now, and is dropped
    assert (owner.results, owner.errors, owner.shares) == ([], [], [])
