"""Several networks trained one after the other, each kept as a run."""

from __future__ import annotations

import time
from collections.abc import Iterable
from typing import Literal

from PySide6.QtCore import QObject, Signal, Slot

from mlp_studio.core.control import Control
from mlp_studio.core.dataset import Dataset
from mlp_studio.core.datasets import DataSpec
from mlp_studio.core.errors import StudioError
from mlp_studio.core.events import EpochDone, RunFinished, RunStarted, Snapshot, TrainEvent
from mlp_studio.core.request import training_request
from mlp_studio.core.text import text
from mlp_studio.data.load import load
from mlp_studio.storage.runs import KeptRun, QueueItem
from mlp_studio.studio.data_store import DataStore
from mlp_studio.studio.document import Document
from mlp_studio.studio.jobs import Job
from mlp_studio.studio.runs import Runs
from mlp_studio.studio.runs_record import Ended, RunRecord
from mlp_studio.studio.runs_recorder import RunKeeper
from mlp_studio.studio.training import TrainingController

FIRST_ID = -1000  # of the queue's runs, and down from there: no other run has such a number

State = Literal["idle", "loading", "running", "paused", "stopping"]


class TrainingQueue(QObject):
    """Trains what waits, in the thread in which the window trains too.

    What waits is kept with the project; an item leaves it once its run is kept, so that
    nothing is lost with a crash but the run that goes on.

    Parameters
    ----------
    document, store, training : Document, DataStore, TrainingController
        The open project, its examples, and whose thread is used.
    runs : Runs
        Where the runs are kept.
    keeper : RunKeeper
        Writes them.

    Signals
    -------
    changed()
        What waits, or the state, is another.
    progressed(float, str)
        The share of all that is done, in [0, 1], and a sentence.
    ended(int)
        Everything is done, so many runs.
    failed(Exception)
        An item could not be trained; the next one is.
    """

    changed = Signal()
    progressed = Signal(float, str)
    ended = Signal(int)
    failed = Signal(object)

    def __init__(
        self,
        document: Document,
        store: DataStore,
        training: TrainingController,
        runs: Runs,
        keeper: RunKeeper,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._store, self._training = document, store, training
        self._runs, self._keeper = runs, keeper
        self.items: list[QueueItem] = []
        self._current: QueueItem | None = None
        self._unkept: dict[Snapshot, QueueItem] = {}
        self._state: State = "idle"
        self._run_id = FIRST_ID
        self._control = Control()
        self._job: Job | None = None
        self._loaded: tuple[DataSpec, Dataset] | None = None
        self._record: RunRecord | None = None
        self._done = 0
        self._epochs = (0, 1)  # made, and planned, of the present run
        self._began = 0.0
        self.share, self.words = 0.0, ""
        training.may_train = self._refuse_while_training
        training.engine_thread.told.connect(self._on_event)
        training.engine_thread.failed.connect(self._on_broken)
        keeper.kept.connect(self._on_kept)
        keeper.failed.connect(self._on_not_kept)
        document.opened.connect(self._abandon)
        runs.opened.connect(self._take_over)

    # --- what there is -----------------------------------------------------------------

    @property
    def state(self) -> State:
        """What is going on."""
        return self._state

    @property
    def active(self) -> bool:
        """Whether it trains, or is about to."""
        return self._state != "idle"

    @property
    def current(self) -> QueueItem | None:
        """What is being trained."""
        return self._current

    @property
    def total(self) -> int:
        """How many there are, done ones included."""
        return self._done + len(self.items) + (self._current is not None)

    # --- what people do ----------------------------------------------------------------

    def add(self, items: Iterable[QueueItem]) -> None:
        """Put items at the end."""
        self.items += items
        self._keep()

    def remove(self, places: Iterable[int]) -> None:
        """Take items out by their places."""
        gone = set(places)
        self.items = [item for k, item in enumerate(self.items) if k not in gone]
        self._keep()

    def move(self, place: int, to: int) -> None:
        """Bring an item to another place."""
        self.items.insert(to, self.items.pop(place))
        self._keep()

    def start(self) -> None:
        """Train what waits, or go on after a pause."""
        if self._state == "paused":
            self._control.resume()
            self._set_state("running")
        elif self._state == "idle" and self.items:
            self._done, self._began = 0, time.monotonic()
            self._next()

    def pause(self) -> None:
        """Hold the present run."""
        if self._state == "running":
            self._control.pause()
            self._set_state("paused")

    def skip(self) -> None:
        """End the present run, which is kept as far as it went, and go on with the next."""
        if self._state in {"running", "paused"}:
            self._set_state("running")
            self._control.stop()

    def stop(self) -> None:
        """End the present run; what was not trained yet stays in the queue."""
        if self._state == "loading":
            self._give_up_loading()
            self._put_back()
            self._set_state("idle")
        elif self.active:
            self._set_state("stopping")
            self._control.stop()

    def close(self) -> None:
        """End everything; call before the training's own end."""
        self._abandon()

    # --- going on ----------------------------------------------------------------------

    def _next(self) -> None:
        if not self.items:
            done, self._done = self._done, 0
            self._set_state("idle")
            self._keep()
            self.ended.emit(done)
            return
        self._current = self.items.pop(0)
        self._epochs = 0, self._current.project.training.epochs
        self._set_state("loading")
        self._tell()
        data = self._current.project.data
        dataset = self._at_hand(data)
        if dataset is not None:
            self._train(dataset)
            return
        self._job = self._store.jobs.start(
            lambda progress: load(data, progress), self._on_loaded, self._on_not_loaded
        )

    def _at_hand(self, data: DataSpec) -> Dataset | None:
        """Return the examples where they are loaded already."""
        if data == self._document.data and not self._store.busy:
            found = self._store.dataset
            if found is not None:
                return found
        return self._loaded[1] if self._loaded is not None and self._loaded[0] == data else None

    def _on_loaded(self, dataset: Dataset) -> None:
        self._job = None
        if self._current is not None:
            self._loaded = self._current.project.data, dataset
            self._train(dataset)

    def _on_not_loaded(self, error: Exception) -> None:
        self._job = None
        self._drop(error)

    def _train(self, dataset: Dataset) -> None:
        item = self._current
        if item is None:
            return
        self._run_id -= 1
        self._control = Control()
        try:
            request = training_request(
                item.project, dataset, run_id=self._run_id, device=self._training.device
            )
        except StudioError as error:
            self._drop(error)
            return
        self._record = RunRecord(item.project, dataset, name=item.name)
        self._set_state("running")
        self._tell()
        self._training.engine_thread.train(request, self._control)

    def _drop(self, error: Exception) -> None:
        """Go on without an item that can't be trained."""
        self._current = self._record = None
        self.failed.emit(error)
        if self._state == "stopping":
            self._set_state("idle")
        else:
            self._next()
        self._keep()

    @Slot(object)
    def _on_event(self, event: TrainEvent) -> None:
        if event.run_id != self._run_id or self._record is None:
            return
        if isinstance(event, RunStarted):
            self._record.device = event.device
        elif isinstance(event, EpochDone):
            self._record.add(event)
            self._keeper.follow(self._record)
            self._epochs = event.epoch, self._epochs[1]
            self._tell()
        elif isinstance(event, RunFinished):
            self._finish(event)

    def _finish(self, event: RunFinished) -> None:
        record, item, self._record, self._current = self._record, self._current, None, None
        halted = self._state == "stopping"
        if record is not None and item is not None and record.worth_keeping:
            self._unkept[event.snapshot] = item
            ended = Ended(event.reason, event.snapshot, event.best_epoch, event.best, develop=True)
            self._keeper.keep(record, ended)
            self._done += 1
        elif halted and item is not None:
            self.items.insert(0, item)  # nothing was trained of it yet
        elif event.reason == "failed":
            self.failed.emit(StudioError(event.message))
        if halted:
            self._set_state("idle")
            self._keep()
        else:
            self._next()

    @Slot(int, object)
    def _on_broken(self, run_id: int, error: Exception) -> None:
        if run_id == self._run_id and self._current is not None:
            self._drop(error)

    @Slot(object, object)
    def _on_kept(self, _run: KeptRun, snapshot: Snapshot) -> None:
        if self._unkept.pop(snapshot, None) is not None:
            self._keep()

    @Slot(object)
    def _on_not_kept(self, _error: Exception) -> None:
        """Let items whose runs could not be written stay, to be trained again."""
        if not self._keeper.busy:
            self.items = [*self._unkept.values(), *self.items]
            self._unkept.clear()
            self._keep()

    # --- keeping and telling -----------------------------------------------------------

    def _keep(self) -> None:
        """Keep with the project what is not trained yet."""
        present = [] if self._current is None else [self._current]
        waiting = [*self._unkept.values(), *present, *self.items]
        try:
            self._runs.set_queue(waiting)
        except (StudioError, OSError) as error:
            self.failed.emit(error)
        self.changed.emit()
        self._tell()

    @Slot()
    def _take_over(self) -> None:
        """Read the queue of the project that was opened; it waits to be started."""
        self.items = list(self._runs.queue)
        self.changed.emit()
        self._tell()

    def _tell(self) -> None:
        made, planned = self._epochs if self._current is not None else (0, 1)
        total = max(1, self.total)
        self.share = (self._done + min(1.0, made / max(1, planned))) / total if self.active else 0.0
        self.words = self._sentence(made, planned, total)
        self.progressed.emit(self.share, self.words)

    def _sentence(self, made: int, planned: int, total: int) -> str:
        if self._current is None:
            return self.tr("{count} waiting").format(count=len(self.items)) if self.items else ""
        words = self.tr("{number} of {total} · {name}").format(
            number=self._done + 1, total=total, name=self._current.name
        )
        if self._state == "loading":
            return self.tr("{what} · loading the data").format(what=words)
        if self._training.active:
            return self.tr("{what} · waits for the other training").format(what=words)
        words = self.tr("{what} · epoch {epoch} of {epochs}").format(
            what=words, epoch=made, epochs=planned
        )
        spent = time.monotonic() - self._began
        if self.share > 0.02 and self._state == "running":
            left = spent / self.share * (1 - self.share)
            minutes = max(1, round(left / 60))
            words = self.tr("{what} · about {minutes} min left").format(what=words, minutes=minutes)
        return words

    def _set_state(self, state: State) -> None:
        if state != self._state:
            self._state = state
            self.changed.emit()

    # --- ends --------------------------------------------------------------------------

    def _refuse_while_training(self) -> None:
        if self.active:
            raise StudioError(
                text("The queue is training."),
                text("Stop it on the Runs page first; what it has not trained yet stays in it."),
            )

    def _give_up_loading(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _put_back(self) -> None:
        if self._current is not None:
            self.items.insert(0, self._current)
            self._current = None
        self._keep()

    @Slot()
    def _abandon(self) -> None:
        """Drop everything: it belongs to a project that is no longer open."""
        self._give_up_loading()
        self._control.stop()
        self._run_id -= 1
        self.items, self._current, self._record = [], None, None
        self._unkept.clear()
        self._done = 0
        self._set_state("idle")
        self.changed.emit()
