"""Background jobs: work off the GUI thread, answers in it, cancel at any time."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from mlp_studio.core.arrays import Progress
from mlp_studio.core.errors import Cancelled
from mlp_studio.core.text import Text
from mlp_studio.studio.priority import give_way

Result = TypeVar("Result")


class Job:
    """One piece of work that was started; `cancel` makes its answers be dropped."""

    def __init__(
        self,
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
        progressed: Callable[[float, Text], None] | None,
    ) -> None:
        self.done = done
        self.failed = failed
        self.progressed = progressed
        self._cancelled = threading.Event()

    @property
    def cancelled(self) -> bool:
        """Whether `cancel` was called."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """End the work at its next progress report; none of its callbacks is called any more."""
        self._cancelled.set()


class Jobs(QObject):
    """Runs functions in threads and calls back in the thread this object lives in."""

    _progress = Signal(object, float, object)
    _done = Signal(object, object)
    _failed = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executor = ThreadPoolExecutor(
            max_workers=2, thread_name_prefix="job", initializer=give_way
        )
        self._running: set[Job] = set()
        self._progress.connect(self._on_progress)
        self._done.connect(self._on_done)
        self._failed.connect(self._on_failed)

    def start(
        self,
        work: Callable[[Progress], Result],
        done: Callable[[Result], None],
        failed: Callable[[Exception], None],
        progressed: Callable[[float, Text], None] | None = None,
    ) -> Job:
        """Run `work` in a thread.

        Parameters
        ----------
        work : callable
            Given a `Progress` to report to, which raises `Cancelled` once the job is
            cancelled.
        done, failed, progressed : callable
            Called in this object's thread with the result, the exception, the progress.
        """
        job = Job(done, failed, progressed)
        self._running.add(job)
        self._executor.submit(self._run, job, work)
        return job

    @property
    def busy(self) -> bool:
        """Whether any job that was not cancelled is still to answer."""
        return any(not job.cancelled for job in self._running)

    def close(self) -> None:
        """Cancel everything and wait until the threads have ended."""
        for job in self._running:
            job.cancel()
        self._executor.shutdown(wait=True, cancel_futures=True)

    def _run(self, job: Job, work: Callable[[Progress], Any]) -> None:
        def progress(share: float, what: Text) -> None:
            if job.cancelled:
                raise Cancelled
            self._progress.emit(job, share, what)

        try:
            if job.cancelled:
                raise Cancelled
            result = work(progress)
        except Exception as error:  # noqa: BLE001 - handed to the job's owner, who reports it
            self._failed.emit(job, error)
        else:
            self._done.emit(job, result)

    @Slot(object, float, object)
    def _on_progress(self, job: Job, share: float, what: Text) -> None:
        if job.progressed is not None and not job.cancelled:
            job.progressed(share, what)

    @Slot(object, object)
    def _on_done(self, job: Job, result: object) -> None:
        self._running.discard(job)
        if not job.cancelled:
            job.done(result)

    @Slot(object, object)
    def _on_failed(self, job: Job, error: Exception) -> None:
        self._running.discard(job)
        if not job.cancelled:
            job.failed(error)
