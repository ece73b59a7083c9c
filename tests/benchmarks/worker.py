"""A process of its own for each side, which trains some epochs when it is asked to.

Libraries in one process would share, and fight for, its threads. So each side lives in
a worker and is asked in turn; while another one measures it waits at the end of a pipe.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
import time
import traceback
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from importlib import import_module
from multiprocessing.connection import Connection
from typing import Any

from tests.benchmarks.networks import Job

MIB = 2**20
SHORT = 1.0  # seconds: of shorter epochs the first of a round is left out
SETTLE = 0.1  # seconds until the threads of the side asked before have gone to sleep


class WorkerError(Exception):
    """A side could not do what it was asked for."""


@dataclass(frozen=True)
class Round:
    """Some epochs of one side.

    Parameters
    ----------
    seconds : list of float
        Of each epoch, validation included.
    logs : mapping
        What the side told at the end of the last one.
    busy : float
        Processor seconds used for each second of waiting before this round.
    peak : float
        The process's peak memory so far, in MiB; 0 where the system does not tell.
    """

    seconds: list[float]
    logs: Mapping[str, float]
    busy: float
    peak: float


@dataclass
class _Ask:
    """Train on until a round of this length is over; a length of 0 ends the training."""

    seconds: float
    least: int


class Tick:
    """Told by a side after each epoch; waits there while other sides measure.

    Attributes
    ----------
    works_ahead : bool
        Set by a side that may have begun the next epoch when it tells about one: the
        first epoch of a round, begun before it, is then always left out.
    """

    def __init__(self, pipe: Connection) -> None:
        self.works_ahead = False
        self._pipe = pipe
        self._began = time.perf_counter()
        self._ask = _Ask(0.0, 1)  # the first epoch is a round of its own
        self._times: list[float] = []
        self._busy = 0.0
        self._leave_out = False

    def __call__(self, logs: Mapping[str, float]) -> bool:
        """Return whether to train another epoch."""
        self._times.append(time.perf_counter() - self._began)
        made = self._times[1:] if self._leave_out else self._times
        if len(made) >= self._ask.least and sum(made) >= self._ask.seconds:
            last = self._times[-1]
            waited, used = time.perf_counter(), time.process_time()
            self._pipe.send(Round(made, logs, self._busy, peak_memory()))
            self._ask = self._pipe.recv()
            waited, used = time.perf_counter() - waited, time.process_time() - used
            self._busy = used / waited if waited > 1.0 else 0.0
            self._times = []
            # After the wait the caches are cold.
            self._leave_out = last < SHORT or self.works_ahead
        self._began = time.perf_counter()
        return self._ask.least > 0


def peak_memory() -> float:
    """Return the peak memory of this process in MiB, 0 where the system does not tell."""
    try:
        import resource
    except ImportError:  # Windows
        return 0.0
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / MIB


def _serve(pipe: Connection, module: str, packages: str | None) -> None:
    if packages is not None:
        sys.path.append(packages)
    try:
        side = import_module(f"tests.benchmarks.{module}")
        pipe.send(side.load())
        while (asked := pipe.recv()) is not None:
            name, arguments = asked
            if name == "train":
                side.train(*arguments, Tick(pipe))
                pipe.send(None)
            else:
                pipe.send(getattr(side, name)(*arguments))
    except ImportError as error:
        pipe.send(WorkerError(str(error)))
    except Exception:  # noqa: BLE001 - told to the person who measures, whatever it is
        pipe.send(WorkerError(traceback.format_exc()))


@dataclass(eq=False)
class Worker:
    """The near end of a side's process.

    Parameters
    ----------
    module : str
        Of `tests.benchmarks`, with ``load() -> str``, which imports the library and says
        its version, and ``train(job, tick)``.
    environment : mapping
        Set in the process before anything is imported.
    packages : str, optional
        A folder to find packages in that this environment lacks.
    """

    module: str
    environment: Mapping[str, str] = field(default_factory=dict)
    packages: str | None = None

    def __post_init__(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, far = context.Pipe()
        self._process = context.Process(
            target=_serve, args=(far, self.module, self.packages), daemon=True
        )
        before = {name: os.environ.get(name) for name in self.environment}
        os.environ.update(self.environment)
        self._process.start()
        far.close()
        for name, value in before.items():
            os.environ.pop(name)
            if value is not None:
                os.environ[name] = value

    def answer(self) -> Any:
        """Wait for the worker's answer.

        Raises
        ------
        WorkerError
            When it failed or is gone.
        """
        try:
            told = self._pipe.recv()
        except EOFError:
            raise WorkerError(f"the process of {self.module} ended") from None
        if isinstance(told, WorkerError):
            raise told
        return told

    def call(self, name: str, *arguments: object) -> Any:
        """Call a function of the side's module and return what it returns."""
        time.sleep(SETTLE)
        self._pipe.send((name, arguments))
        return self.answer()

    def begin(self, job: Job) -> Round:
        """Begin to train; return the first epoch, compilation included."""
        began: Round = self.call("train", job)
        return began

    def epochs(self, seconds: float, least: int = 1) -> Round:
        """Train on for so many seconds and epochs at least."""
        time.sleep(SETTLE)
        self._pipe.send(_Ask(seconds, least))
        told: Round = self.answer()
        return told

    def end(self) -> None:
        """End the training that `begin` began."""
        self._pipe.send(_Ask(0.0, 0))
        self.answer()

    def close(self) -> None:
        """End the process."""
        if self._process.is_alive():
            with suppress(BrokenPipeError):  # it has just ended by itself
                self._pipe.send(None)
            self._process.join(10)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
