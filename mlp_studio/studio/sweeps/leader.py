"""Leads the worker processes of a sweep on one computer: starts, watches and replaces them."""

from __future__ import annotations

import math
import multiprocessing
import os
import queue
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING

from mlp_studio.core.sweep_events import (
    ImportancesKnown,
    SweepEnd,
    SweepEvent,
    SweepFinished,
    SweepJoined,
    SweepNote,
    SweepPlan,
    TrialRow,
    TrialsChanged,
    WorkerLost,
)
from mlp_studio.core.text import Text, text
from mlp_studio.studio.sweeps.worker import Begun, Ended, Order, Told, Trouble, work

if TYPE_CHECKING:
    from multiprocessing.context import SpawnProcess

LOOK = 0.3  # seconds between two looks at the study
SILENCE = 60.0  # seconds without a heartbeat after which a trial elsewhere is given up
ENDING = 20.0  # seconds that workers have to end
MOST_LOSSES = 10  # worker processes in a row that end without finishing a trial
Emit = Callable[[SweepEvent], None]


class DefectError(Exception):
    """A worker met an error of the program; holds its traceback."""


@dataclass(eq=False)
class _Worker:
    """A process and what is known of it."""

    number: int
    process: SpawnProcess
    pipe: Connection
    trial: int | None = None
    told: Told | None = None  # its last word


@dataclass(eq=False)
class _Watched:
    """A trial of another computer, and when it last gave a sign of life."""

    beats: object
    since: float = field(default_factory=time.monotonic)


def worker_count(plan: SweepPlan) -> int:
    """Return how many processes are started here: as asked for, else one for each core."""
    asked = plan.sweep.workers
    count = asked if asked is not None else min(cores(), 8)
    return min(count, plan.sweep.trials or count)


def cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Leader:
    """A sweep on this computer.

    Parameters
    ----------
    plan : SweepPlan
        What is swept.
    emit : callable
        Told what happens, in the thread that runs it.
    importances : bool
        Whether to compute how much each parameter matters, as trials come in.
    """

    def __init__(self, plan: SweepPlan, emit: Emit, *, importances: bool = False) -> None:
        self._plan = plan
        self._emit = emit
        self._importances = importances
        self._orders: queue.SimpleQueue[Order] = queue.SimpleQueue()
        self._workers: list[_Worker] = []
        self._rows: dict[int, TrialRow] = {}
        self._watched: dict[int, _Watched] = {}
        self._losses = 0
        self._weighed = 0
        self._ending: SweepEnd | None = None
        self._deadline = math.inf  # when workers that were stopped are ended by force
        self._trouble: Text | None = None

    def order(self, order: Order) -> None:
        """Pause, resume or stop; from any thread."""
        self._orders.put(order)

    def run(self) -> SweepFinished:
        """Sweep until nothing is left to try, the time is over or it is stopped.

        Raises
        ------
        StudioError
            When the sweep can't be begun.
        DefectError
            When a worker met an error of the program.
        """
        from mlp_studio.engine.sweeps.storage import explained
        from mlp_studio.engine.sweeps.study import Study

        with explained(self._plan.storage):
            self._study = Study(self._plan)
            try:
                finished = self._lead()
            finally:
                self._kill_all()
                self._study.close()
        self._emit(finished)
        return finished

    def _lead(self) -> SweepFinished:
        study, count = self._study, worker_count(self._plan)
        self._emit(SweepJoined(study.sweep, self._plan.study, study.address, count))
        self._give_up_the_dead()
        self._look()
        self._threads = max(1, cores() // count)
        began = time.monotonic()
        if study.trials_left():
            for number in range(count):
                self._start(number)
        while self._workers:
            wait(self._signs(), LOOK)
            self._hear_workers()
            self._obey()
            if time.monotonic() > self._deadline:
                for worker in self._workers:
                    worker.process.kill()
            seconds = self._plan.sweep.seconds
            if seconds is not None and time.monotonic() - began > seconds:
                self._end("time")
            self._look()
            self._look_after_others()
        self._look()
        self._weigh(last=True)
        return self._finished()

    def look(self) -> None:
        """Tell what the study holds, where there is one.

        Raises
        ------
        StudioError
            When the storage can't be used.
        """
        from mlp_studio.engine.sweeps.storage import explained
        from mlp_studio.engine.sweeps.study import Study, is_begun

        with explained(self._plan.storage):
            if not is_begun(self._plan):
                return
            self._study = Study(self._plan)
            try:
                self._look()
                self._weigh(last=True)
            finally:
                self._study.close()

    # --- workers -----------------------------------------------------------------------

    def _start(self, number: int) -> None:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(
            target=work, args=(theirs, self._plan, self._threads), name=f"worker {number + 1}"
        )
        process.start()
        theirs.close()
        self._workers.append(_Worker(number, process, ours))

    def _signs(self) -> list[Connection | int]:
        """Return what tells that a worker has said something or has ended."""
        pipes = [worker.pipe for worker in self._workers]
        return [*pipes, *(worker.process.sentinel for worker in self._workers)]

    def _hear_workers(self) -> None:
        for worker in list(self._workers):
            ended = not worker.process.is_alive()  # first: what it said before is in the pipe
            try:
                while worker.pipe.poll():
                    self._hear(worker, worker.pipe.recv())
            except (EOFError, OSError):
                worker.process.join(ENDING)
                ended = True
            if ended:
                self._bury(worker)

    def _hear(self, worker: _Worker, told: Told) -> None:
        worker.told = told
        if isinstance(told, Begun):
            worker.trial = told.number
        elif isinstance(told, Ended):
            worker.trial = None
            self._losses = 0

    def _bury(self, worker: _Worker) -> None:
        """Take leave of a process that has ended; replace it where it ended unexpectedly."""
        self._workers.remove(worker)
        code = worker.process.exitcode
        worker.process.join()
        worker.process.close()
        worker.pipe.close()
        if isinstance(worker.told, Trouble):
            if worker.trial is not None:
                self._put_back(worker.trial)
            if worker.told.words is None:
                raise DefectError(worker.told.defect)
            self._trouble = worker.told.words
            self._end("failed")
            return
        if code == 0:
            return
        self._losses += 1
        if worker.trial is not None:
            self._put_back(worker.trial)
        if self._ending is None:
            self._emit(WorkerLost(worker.number, worker.trial, _loss(worker, code)))
            if self._losses >= MOST_LOSSES:
                self._trouble = text(
                    "Worker processes keep ending unexpectedly. Try fewer workers: the memory "
                    "may not suffice."
                )
                self._end("failed")
            else:
                self._start(worker.number)

    def _put_back(self, trial: int) -> None:
        self._study.put_back(trial, stopped=self._ending is not None)

    # --- orders ------------------------------------------------------------------------

    def _obey(self) -> None:
        while not self._orders.empty():
            order = self._orders.get()
            if order == "stop":
                self._end("stopped")
            else:
                self._tell(order)

    def _end(self, reason: SweepEnd) -> None:
        if self._ending is None:
            self._ending = reason
            self._deadline = time.monotonic() + ENDING
            self._tell("stop")

    def _tell(self, order: Order) -> None:
        for worker in self._workers:
            try:
                worker.pipe.send(order)
            except OSError:
                continue  # it is gone: it will be buried

    def _kill_all(self) -> None:
        """End what still runs after an error; workers that were stopped have ended."""
        for worker in self._workers:
            worker.process.kill()
            worker.process.join()
            worker.pipe.close()
        self._workers.clear()

    # --- the study ---------------------------------------------------------------------

    def _look(self) -> None:
        """Tell of trials that are new or others, of this computer and of all."""
        changed = [row for row in self._study.rows() if self._rows.get(row.number) != row]
        if changed:
            self._rows.update((row.number, row) for row in changed)
            self._emit(TrialsChanged(tuple(changed)))
            self._weigh()

    def _weigh(self, *, last: bool = False) -> None:
        """Compute importances anew when a few more trials are over."""
        if not self._importances:
            return
        done = sum(row.state in {"complete", "pruned"} for row in self._rows.values())
        if done < 4 or done == self._weighed or not (last or done >= self._weighed + 2):
            return
        self._weighed = done
        shares = self._study.importances()
        if shares:
            self._emit(ImportancesKnown(shares))

    def _give_up_the_dead(self) -> None:
        """Give up trials whose process, on this computer, is gone: the power failed, say."""
        for trial in self._study.running():
            if trial.is_dead_here:
                self._study.put_back(trial.number, stopped=False)

    def _look_after_others(self) -> None:
        """Give up trials of other computers that have been silent for long."""
        own = {worker.trial for worker in self._workers}
        running = {t.number: t.beats for t in self._study.running() if t.number not in own}
        for number in set(self._watched) - set(running):
            del self._watched[number]
        for number, beats in running.items():
            watched = self._watched.get(number)
            if watched is None or watched.beats != beats:
                self._watched[number] = _Watched(beats)
            elif time.monotonic() - watched.since > SILENCE:
                del self._watched[number]
                if self._study.put_back(number, stopped=False):
                    self._emit(
                        SweepNote(
                            text(
                                "Trial {number} has been silent for a minute: it is tried again.",
                                number=number,
                            )
                        )
                    )

    def _finished(self) -> SweepFinished:
        done = self._study.finished()
        if self._ending == "failed" and self._trouble is not None:
            return SweepFinished("failed", self._trouble)
        if self._ending == "time":
            return SweepFinished("time", text("The time is over after {count} trials.", count=done))
        if self._ending == "stopped":
            return SweepFinished(
                "stopped", text("Stopped after {count} trials; it can go on.", count=done)
            )
        if self._study.sweep.sampler == "grid":
            return SweepFinished(
                "grid", text("All {count} combinations have been tried.", count=done)
            )
        return SweepFinished("trials", text("All {count} trials are done.", count=done))


def _loss(worker: _Worker, code: int | None) -> Text:
    """Return in words how a worker ended."""
    if code is not None and code < 0:
        how: Text | str = signal.Signals(-code).name
    else:
        how = text("exit status {code}", code=code)
    if worker.trial is None:
        return text(
            "Worker {number} ended unexpectedly ({how}); another takes its place.",
            number=worker.number + 1,
            how=how,
        )
    return text(
        "Worker {number} ended unexpectedly ({how}); another takes its place and trial {trial} "
        "is tried again.",
        number=worker.number + 1,
        how=how,
        trial=worker.trial,
    )
