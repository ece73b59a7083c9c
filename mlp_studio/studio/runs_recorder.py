"""Keeps every run that is trained in the window."""

from __future__ import annotations

import threading
import time
from functools import partial
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, Signal, Slot

from mlp_studio.analysis.film import Film
from mlp_studio.core.arrays import AnyArray, Progress
from mlp_studio.core.errors import StudioError
from mlp_studio.core.events import EpochDone, RunFinished, RunStarted, Snapshot
from mlp_studio.storage.runs import FILM, KeptRun
from mlp_studio.storage.runs_parts import film_bytes
from mlp_studio.storage.runs_workspace import Workspace
from mlp_studio.studio.film import FilmRecorder
from mlp_studio.studio.jobs import Jobs
from mlp_studio.studio.runs import Runs
from mlp_studio.studio.runs_record import Ended, RunRecord, keep, keep_so_far, row
from mlp_studio.studio.training import TrainingController

EVERY = 20.0  # seconds after which a run that goes on is written


class RunKeeper(QObject):
    """Evaluates runs that have ended and writes them, in the background.

    Parameters
    ----------
    runs : Runs
        Where they are kept.
    jobs : Jobs
        In which it is done.

    Signals
    -------
    kept(KeptRun, Snapshot)
        A run is kept, which ended with these weights.
    failed(Exception)
        It could not be.
    """

    kept = Signal(object, object)
    failed = Signal(object)

    def __init__(self, runs: Runs, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runs, self._jobs = runs, jobs
        self._under_way = 0
        self.every = EVERY
        self._followed: RunRecord | None = None
        self._written = 0.0
        self._writing = False
        self._lock = threading.Lock()
        self._ended: set[str] = set()  # runs of which nothing on the way is written any more
        self._promised = 0  # the highest number given to a run that is being written

    @property
    def busy(self) -> bool:
        """Whether runs are being written."""
        return self._under_way > 0

    def follow(self, record: RunRecord) -> None:
        """Have a run that goes on written now and then: a crash costs what came since.

        Called after each of its epochs.
        """
        now = time.monotonic()
        if record is not self._followed:
            self._followed, self._written = record, now
        if now - self._written < self.every or self._under_way or self._writing:
            return
        self._written, self._writing = now, True
        try:
            workspace = self._runs.prepare()
        except (StudioError, OSError) as error:
            self._on_written(error)
            return
        number = self._runs.next_number

        def work(_progress: Progress) -> None:
            with self._lock:
                if record.id not in self._ended:
                    keep_so_far(record, workspace, number)

        self._jobs.start(work, lambda _none: self._on_written(None), self._on_written)

    def _on_written(self, error: Exception | None) -> None:
        self._writing = False
        if error is not None:
            self.failed.emit(error)

    def keep(self, record: RunRecord, ended: Ended) -> None:
        """Have a run kept."""
        try:
            workspace = self._runs.prepare()
        except (StudioError, OSError) as error:
            self.failed.emit(error)
            return
        number = max(self._runs.next_number, self._promised + 1 if self._under_way else 0)
        self._promised = number
        self._under_way += 1
        self._ended.add(record.id)

        def work(_progress: Progress) -> KeptRun:
            with self._lock:  # what was written on the way must not come after
                return keep(record, ended, workspace, number)

        self._jobs.start(work, partial(self._on_kept, workspace, ended.snapshot), self._on_failed)

    def keep_film(self, run: str, film: Film, chosen: AnyArray) -> None:
        """Add its film to a run that is kept."""
        workspace = self._runs.workspace

        def work(_progress: Progress) -> int:
            data = film_bytes(film, chosen)
            return 0 if data is None else workspace.add_part(run, FILM, data)

        def done(size: int) -> None:
            if size and workspace is self._runs.workspace and run in self._runs:
                self._runs.add_part(run, FILM, size)

        self._jobs.start(work, done, self.failed.emit)

    def _on_kept(self, workspace: Workspace, snapshot: Snapshot, run: KeptRun) -> None:
        self._under_way -= 1
        if workspace is not self._runs.workspace:  # another project is open by now
            workspace.remove()
            return
        self._runs.add(run)
        self.kept.emit(run, snapshot)

    def _on_failed(self, error: Exception) -> None:
        self._under_way -= 1
        self.failed.emit(error)


class RunRecorder(QObject):
    """Follows the training and has each run kept when it ends.

    Parameters
    ----------
    training : TrainingController
        Whose runs they are.
    film : FilmRecorder
        Whose film goes with them.
    keeper : RunKeeper
        Writes them.
    """

    def __init__(
        self,
        training: TrainingController,
        film: FilmRecorder,
        keeper: RunKeeper,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._training, self._film, self._keeper = training, film, keeper
        self._record: RunRecord | None = None
        self._origins: WeakKeyDictionary[Snapshot, str] = WeakKeyDictionary()
        self._films: WeakKeyDictionary[Snapshot, tuple[Film, AnyArray]] = WeakKeyDictionary()
        self._due: list[tuple[str, Film, AnyArray]] = []  # films that are still being developed
        training.run_started.connect(self._on_started)
        training.epoch_done.connect(self._on_epoch)
        training.run_finished.connect(self._on_finished)
        training.abandoned.connect(self._on_abandoned)
        film.idle.connect(self._keep_films)
        keeper.kept.connect(self._on_kept)

    def remember(self, snapshot: Snapshot, run: str) -> None:
        """Note that weights are those of a run: who goes on from them goes on from it."""
        self._origins[snapshot] = run

    @Slot(object)
    def _on_started(self, event: RunStarted) -> None:
        request, trained = self._training.request, self._training.trained
        if request is None or trained is None:
            return
        before = [row(done) for done in self._training.history]
        parent = self._origins.get(request.start, "")
        self._record = RunRecord(*trained, parent, before, device=event.device)

    @Slot(object)
    def _on_epoch(self, event: EpochDone) -> None:
        if self._record is not None:
            self._record.add(event)
            self._keeper.follow(self._record)

    @Slot(object)
    def _on_finished(self, event: RunFinished) -> None:
        best = event.best
        self._end(Ended(event.reason, event.snapshot, event.best_epoch, best))

    @Slot()
    def _on_abandoned(self) -> None:
        if self._record is not None and self._record.last is not None:
            self._end(Ended("stopped", self._record.last))

    def _end(self, ended: Ended) -> None:
        record, self._record = self._record, None
        if record is None or not record.worth_keeping:
            return
        film, chosen = self._film.film, self._film.examples
        if film is not None and chosen is not None and film.network == record.project.network:
            self._films[ended.snapshot] = film, chosen
        self._keeper.keep(record, ended)

    @Slot(object, object)
    def _on_kept(self, run: KeptRun, snapshot: Snapshot) -> None:
        self.remember(snapshot, run.id)
        found = self._films.pop(snapshot, None)
        if found is not None:
            self._due.append((run.id, *found))
            self._keep_films()

    @Slot()
    def _keep_films(self) -> None:
        """Add the films that are developed to their runs."""
        if not self._film.busy:
            due, self._due = self._due, []
            for run, film, chosen in due:
                self._keeper.keep_film(run, film, chosen)
