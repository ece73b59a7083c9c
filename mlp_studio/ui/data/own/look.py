"""Looking into files in the background: the newest question wins, the dialog never waits."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from mlp_studio.core.arrays import Progress
from mlp_studio.core.text import Text
from mlp_studio.studio.jobs import Job, Jobs
from mlp_studio.studio.language import render


class Look(QObject):
    """Runs one look at a time; another one gives the former up.

    Signals
    -------
    progressed(float, str)
        The share done in [0, 1] and what is going on.
    done(object)
        What was found.
    failed(Exception)
        Why nothing was found.
    busy_changed(bool)
        A look began or ended.
    """

    progressed = Signal(float, str)
    done = Signal(object)
    failed = Signal(object)
    busy_changed = Signal(bool)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._job: Job | None = None

    @property
    def busy(self) -> bool:
        """Whether a look is under way."""
        return self._job is not None

    def start(self, work: Callable[[Progress], object]) -> None:
        """Begin a look; one that is under way is given up."""
        if self._job is not None:
            self._job.cancel()
        self._job = self._jobs.start(work, self._on_done, self._on_failed, self._on_progress)
        self.busy_changed.emit(True)

    def cancel(self) -> None:
        """Give up the look that is under way; none of its signals comes any more."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
            self.busy_changed.emit(False)

    def _on_progress(self, share: float, what: Text) -> None:
        self.progressed.emit(share, render(what))

    def _on_done(self, found: object) -> None:
        self._job = None
        self.busy_changed.emit(False)
        self.done.emit(found)

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        self.busy_changed.emit(False)
        self.failed.emit(error)
