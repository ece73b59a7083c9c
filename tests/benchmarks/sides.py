"""The sides of the comparison, each in processes of its own, with its best thread count."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from statistics import median

from tests.benchmarks.networks import Job
from tests.benchmarks.worker import Round, Worker, WorkerError

OURS, FIT, TORCH, SKLEARN, JAX, MATMUL = "ours", "fit", "torch", "sklearn", "jax", "matmul"
TRIAL = 0.3  # seconds to try a thread count for
LONG = 0.5  # seconds: an epoch as long as this is trial enough


@dataclass(frozen=True)
class Kind:
    """A side.

    Parameters
    ----------
    title : str
        As the tables call it.
    module : str
        Of `tests.benchmarks`.
    tries_threads : bool
        Whether the faster of one thread and one for each core is taken.
    single : str, optional
        The environment by which a process of its own is held to one thread, as
        ``NAME=value``, for a library that can't be told while it runs.
    """

    title: str
    module: str
    tries_threads: bool = False
    single: str | None = None


KINDS = {
    OURS: Kind("MLP Studio", "side_engine"),
    FIT: Kind("model.fit", "side_fit"),
    TORCH: Kind("PyTorch", "side_torch", tries_threads=True),
    SKLEARN: Kind("scikit-learn", "side_sklearn", tries_threads=True),
    JAX: Kind(
        "JAX",
        "side_jax",
        tries_threads=True,
        single="XLA_FLAGS=--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1",
    ),
    MATMUL: Kind("products", "side_matmul", tries_threads=True),
}


class Side:
    """A side whose processes are running.

    Parameters
    ----------
    name : str
        One of `KINDS`.
    packages : str, optional
        A folder to find packages in that this environment lacks.
    thorough : bool
        Whether a thread count that takes a process of its own, and another compilation
        of each network, is tried too.
    """

    def __init__(self, name: str, packages: str | None, *, thorough: bool = True) -> None:
        self.kind = KINDS[name]
        self.name = name
        self.version = ""
        cores = os.cpu_count() or 1
        self._threads: tuple[int | None, ...] = (None,)
        if self.kind.tries_threads and (thorough or self.kind.single is None):
            self._threads = (1, cores) if cores > 1 else (1,)
        many = Worker(self.kind.module, packages=packages)
        self._workers = dict.fromkeys(self._threads, many)
        if self.kind.single is not None and len(self._threads) > 1:
            variable, _, value = self.kind.single.partition("=")
            self._workers[1] = Worker(self.kind.module, {variable: value}, packages)
        self.threads: int | None = None

    @property
    def worker(self) -> Worker:
        """The process in use."""
        return self._workers[self.threads if self.threads in self._workers else self._threads[0]]

    def wait(self) -> None:
        """Wait until all is imported.

        Raises
        ------
        WorkerError
            When the library is missing.
        """
        for worker in set(self._workers.values()):
            self.version = worker.answer()

    def knows(self, job: Job) -> bool:
        """Return whether this side can train the job's network."""
        return self.name != SKLEARN or bool(self.worker.call("knows", job))

    def begin(self, job: Job) -> Round:
        """Begin to train with the better thread count; return the first epoch."""
        if len(self._threads) == 1:
            return self.worker.begin(job)
        tried: dict[int | None, float] = {}
        firsts: dict[int | None, Round] = {}
        apart = len(set(self._workers.values())) > 1
        for threads in self._threads:
            self.threads = threads
            first = firsts[threads] = self.worker.begin(replace(job, threads=threads))
            took = first.seconds
            if apart or took[0] < LONG:  # an epoch with the compilation in it is no trial
                took = self.worker.epochs(TRIAL).seconds
            tried[threads] = median(took)
            if not apart:
                self.worker.end()
        best = self.threads = min(tried, key=lambda threads: tried[threads])
        if not apart:
            return self.worker.begin(replace(job, threads=best))
        for threads in self._threads:
            if threads != best:
                self._workers[threads].end()
        return firsts[best]

    def close(self) -> None:
        """End the processes."""
        for worker in set(self._workers.values()):
            worker.close()


def open_sides(
    names: list[str], packages: str | None, *, thorough: bool
) -> tuple[dict[str, Side], dict[str, str]]:
    """Start all sides at once; return those that can run, and why the others can't."""
    starting = [Side(name, packages, thorough=thorough) for name in names]
    sides: dict[str, Side] = {}
    missing: dict[str, str] = {}
    for side in starting:
        try:
            side.wait()
            sides[side.name] = side
        except WorkerError as error:
            missing[side.name] = str(error).strip().splitlines()[-1]
            side.close()
    return sides, missing
