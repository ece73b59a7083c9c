"""The film of the run that goes on: recorded beside the training, never in its way."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

from mlp_studio.analysis.film import BUDGET, Film, FilmFrame, least_missed
from mlp_studio.analysis.probe import probe_indices
from mlp_studio.core.arrays import AnyArray, FloatArray, Weights
from mlp_studio.core.dataset import Dataset
from mlp_studio.core.events import EpochDone, RunFinished, RunStarted, Snapshot, StepsDone
from mlp_studio.core.initializers import initial_weights
from mlp_studio.core.network import NetworkSpec
from mlp_studio.studio.data_store import DataStore
from mlp_studio.studio.document import Document
from mlp_studio.studio.priority import give_way
from mlp_studio.studio.training import TrainingController

EXAMPLES = 1000
REST = 12.0  # times the work: while a network trains, developing takes a thirteenth of a core
WAITING = 4  # a share of the budget: what waits to be developed takes at most a quarter


@dataclass(frozen=True, eq=False)
class _Exposed:
    """Weights that are to become a frame."""

    step: int
    epoch: float
    weights: Callable[[], Weights]
    film: Film


class _Messenger(QObject):
    developed = Signal(object, object)
    failed = Signal(object)
    idle = Signal()


class FilmRecorder(QObject):
    """Makes the film of the weights in force.

    Every epoch, and some moments of the first one, are exposed at once, which costs
    nothing: the weights are there. They are developed into frames in a thread that rests
    while the network trains and catches up when the run is over.

    Signals
    -------
    changed()
        The film has other frames, or is another one.
    idle()
        Everything that was exposed is developed.
    failed(Exception)
        A frame could not be developed: a defect of the program.
    """

    changed = Signal()
    idle = Signal()
    failed = Signal(object)

    def __init__(
        self,
        document: Document,
        store: DataStore,
        training: TrainingController,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._store, self._training = document, store, training
        self._budget = BUDGET
        self._film: Film | None = None
        self._chosen: AnyArray | None = None
        self._steps_per_epoch = 0
        self._waiting: list[_Exposed] = []
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._messenger = _Messenger()
        self._messenger.developed.connect(self._on_developed)
        self._messenger.failed.connect(self.failed)
        self._messenger.idle.connect(self._on_idle)
        training.run_started.connect(self._on_started)
        training.steps_done.connect(self._on_steps)
        training.epoch_done.connect(self._on_epoch)
        training.run_finished.connect(self._on_finished)
        training.cleared.connect(self._forget)
        store.dataset_changed.connect(self._forget)

    @property
    def film(self) -> Film | None:
        """The film; None before the first run, and after new weights or other data."""
        return self._film

    @property
    def examples(self) -> AnyArray | None:
        """Which validation examples the film is about, shape (n,)."""
        return (
            None
            if self._film is None or self._chosen is None
            else (self._chosen[: len(self._film.examples)])
        )

    @property
    def budget(self) -> int:
        """Bytes that a film may take."""
        return self._budget

    @budget.setter
    def budget(self, budget: int) -> None:
        self._budget = budget
        if self._film is not None:
            self._film.budget = budget
            self.changed.emit()

    @property
    def busy(self) -> bool:
        """Whether frames are still to come."""
        return bool(self._waiting) or self._thread is not None

    def close(self) -> None:
        """Give up what waits; call before the window goes."""
        self._drop_waiting()
        thread = self._thread
        if thread is not None:
            thread.join()

    def show(self, film: Film, chosen: AnyArray) -> None:
        """Show a film that was kept; training on goes on with it.

        Parameters
        ----------
        film : Film
            Its frames may lack weights.
        chosen : ndarray of int
            Which validation examples it is about.
        """
        self._drop_waiting()
        film.budget = self._budget
        self._film, self._chosen = film, chosen
        self.changed.emit()

    # --- exposing ----------------------------------------------------------------------

    @Slot(object)
    def _on_started(self, event: RunStarted) -> None:
        self._steps_per_epoch = event.steps_per_epoch
        dataset, network = self._store.dataset, self._document.network
        if dataset is None:
            return
        film, last = self._film, event.first_epoch - 1
        if film is None or film.network != network or last == 0:
            self._drop_waiting()
            self._film = self._new_film(network, dataset)
            if last == 0:
                self._expose_start(self._document.snapshot, network)
        else:
            self._drop_waiting(after=last)
            # One that is being developed now must not come back: the film is another object.
            self._film = film.until(last)
        self.changed.emit()

    def _expose_start(self, snapshot: Snapshot | None, network: NetworkSpec) -> None:
        if snapshot is not None:
            self._expose(0, snapshot)
            return
        seed = self._document.training.seed
        self._put(0, network, lambda: initial_weights(network, seed))

    def _new_film(self, network: NetworkSpec, dataset: Dataset) -> Film:
        part = dataset.validation
        self._chosen = probe_indices(part.y, EXAMPLES)
        examples: FloatArray = part.x[self._chosen]
        return Film(network, examples, self._budget)

    @Slot(object)
    def _on_steps(self, event: StepsDone) -> None:
        if event.snapshot is not None:
            self._expose(event.first_step + len(event.losses), event.snapshot)

    @Slot(object)
    def _on_epoch(self, event: EpochDone) -> None:
        self._expose(event.epoch * self._steps_per_epoch, event.snapshot)

    def _expose(self, step: int, snapshot: Snapshot) -> None:
        if self._film is not None and snapshot.network == self._film.network:
            self._put(step, snapshot.network, lambda: snapshot.weights)

    def _put(self, step: int, network: NetworkSpec, weights: Callable[[], Weights]) -> None:
        film = self._film
        if film is None:
            return
        exposed = _Exposed(step, step / max(1, self._steps_per_epoch), weights, film)
        with self._lock:
            self._waiting.append(exposed)
            most = max(3, self._budget // WAITING // max(1, 4 * network.parameters))
            while len(self._waiting) > most:
                self._waiting.pop(least_missed([one.step for one in self._waiting]))
        self._go_on()

    # --- developing --------------------------------------------------------------------

    def _go_on(self) -> None:
        if self._thread is None and self._waiting:
            self._thread = threading.Thread(target=self._work, name="film")
            self._thread.start()

    def _work(self) -> None:
        """Develop what waits, oldest first. Runs in the thread; touches only what is locked."""
        give_way()
        try:
            while (exposed := self._next()) is not None:
                began = time.perf_counter()
                frame = exposed.film.develop(exposed.step, exposed.epoch, exposed.weights())
                self._messenger.developed.emit(exposed.film, frame)
                self._rest(REST * (time.perf_counter() - began))
        except Exception as error:  # noqa: BLE001 - handed to the owner, who shows it
            self._messenger.failed.emit(error)
        self._messenger.idle.emit()

    def _next(self) -> _Exposed | None:
        with self._lock:
            return self._waiting.pop(0) if self._waiting else None

    def _drop_waiting(self, after: float = -1.0) -> None:
        """Give up what waits and comes after an epoch."""
        with self._lock:
            self._waiting = [one for one in self._waiting if one.epoch <= after]

    def _rest(self, seconds: float) -> None:
        """Leave the processor to the training, where there is one."""
        end = time.perf_counter() + seconds
        while self._waiting and self._training.state == "running" and time.perf_counter() < end:
            time.sleep(0.005)

    @Slot(object, object)
    def _on_developed(self, film: Film, frame: FilmFrame) -> None:
        if film is self._film:
            film.add(frame)
            self.changed.emit()

    @Slot()
    def _on_idle(self) -> None:
        if self._thread is not None:
            self._thread.join()
        self._thread = None
        self._go_on()
        if not self.busy:
            self.idle.emit()

    @Slot(object)
    def _on_finished(self, _event: RunFinished) -> None:
        self._go_on()

    @Slot()
    def _forget(self, _what: object = None) -> None:
        self._drop_waiting()
        if self._film is not None:
            self._film = None
            self.changed.emit()
