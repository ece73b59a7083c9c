"""Training from the window: one thread that trains, one controller that is asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from mlp_studio.analysis.reading import best_epoch
from mlp_studio.core.control import Control
from mlp_studio.core.dataset import Dataset
from mlp_studio.core.devices import Choice, Device, DeviceInfo
from mlp_studio.core.errors import StudioError
from mlp_studio.core.events import (
    EpochDone,
    OptimizerState,
    RunStarted,
    Snapshot,
    StepsDone,
    TrainEvent,
    TrainRequest,
)
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.project import ProjectSpec
from mlp_studio.core.request import training_request
from mlp_studio.core.text import text
from mlp_studio.core.training import TrainingSpec
from mlp_studio.studio.data_store import DataStore
from mlp_studio.studio.document import Document
from mlp_studio.studio.history import History
from mlp_studio.studio.training_thread import TrainingThread

NO_RUN = -1
AHEAD_MS = 600  # without an edit before the design is compiled in the background

State = Literal["idle", "preparing", "running", "paused", "stopping"]


class TrainingController(QObject):
    """Starts, holds and ends training runs, and keeps the document's weights up to date.

    Signals
    -------
    state_changed(str)
        ``"idle"``, ``"preparing"``, ``"running"``, ``"paused"`` or ``"stopping"``.
    run_started(RunStarted), steps_done(StepsDone), epoch_done(EpochDone), run_finished(RunFinished)
        The engine's events of the current run, in the thread this object lives in.
    abandoned()
        The run was dropped: its weights are no longer wanted here, what it did may be kept.
    cleared()
        The weights begin anew: what was drawn of former runs is of no use.
    restored()
        The history is that of a project that was opened.
    ready()
        TensorFlow is loaded; `devices` are known.
    failed(Exception)
        The run or the loading of TensorFlow broke.
    """

    state_changed = Signal(str)
    run_started = Signal(object)
    steps_done = Signal(object)
    epoch_done = Signal(object)
    run_finished = Signal(object)
    abandoned = Signal()
    cleared = Signal()
    restored = Signal()
    ready = Signal()
    failed = Signal(object)

    def __init__(self, document: Document, store: DataStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._store = store
        self._state: State = "idle"
        self._run_id = 0
        self._control = Control()
        self._network: NetworkSpec | None = None
        self._rate = 0.0
        self._handing_over = False
        self._device: Device = "auto"
        self.devices: tuple[DeviceInfo, ...] = ()
        self.device_in_use = ""
        self.choice: Choice | None = None
        self.request: TrainRequest | None = None  # of the present or the last run
        self.trained: tuple[ProjectSpec, Dataset] | None = None  # what it is about
        self.history = History()
        self.first_epoch = 1
        self.last_epoch = 0
        self._thread = TrainingThread(self)
        self._thread.told.connect(self._on_event)
        self._thread.warmed.connect(self._on_warmed)
        self._thread.failed.connect(self._on_failed)
        self._thread.start()
        self._ready = False
        self.may_train: Callable[[], None] = lambda: None  # raises while others use the thread
        self._ahead = QTimer(self)
        self._ahead.setSingleShot(True)
        self._ahead.setInterval(AHEAD_MS)
        self._ahead.timeout.connect(self._compile_ahead)
        for changed in (document.network_changed, document.training_changed, store.dataset_changed):
            changed.connect(self._compile_soon)
        document.opened.connect(self._on_opened)
        document.network_changed.connect(self._on_design_changed)
        document.data_changed.connect(self._on_design_changed)
        document.training_changed.connect(self._on_training_changed)
        document.snapshot_changed.connect(self._on_snapshot_changed)

    @property
    def state(self) -> State:
        """What is going on."""
        return self._state

    @property
    def active(self) -> bool:
        """Whether a run is under way, paused or not."""
        return self._state != "idle"

    @property
    def engine_thread(self) -> TrainingThread:
        """The one thread that calls the engine."""
        return self._thread

    @property
    def can_continue(self) -> bool:
        """Whether *Train* would go on from weights that are there."""
        return self._document.snapshot is not None

    @property
    def device(self) -> Device:
        """Where the next run is to train."""
        return self._device

    @device.setter
    def device(self, device: Device) -> None:
        self._device = device
        self._compile_soon()

    @property
    def best(self) -> EpochDone | None:
        """The best epoch so far, where its weights can be put back.

        None during a run, for a network that was edited since, and where the weights are
        not known: a project keeps those of its last epoch only.
        """
        if self.active or not self.history:
            return None
        logs = [event.logs for event in self.history]
        position = best_epoch(logs, self._document.training.monitor(logs[-1]))
        if position is None:
            return None
        event = self.history[position]
        known = event.snapshot.epoch == event.epoch
        return event if known and event.snapshot.network == self._document.network else None

    def warm_up(self) -> None:
        """Load TensorFlow in the training thread, so that the first run starts at once."""
        self._thread.warm_up()

    def train(self, *, epochs: int | None = None) -> None:
        """Train from the weights that are there, or from new ones; resume when paused.

        Raises
        ------
        StudioError
            When the data is not there yet or the network can't be trained on it.
        """
        if self._state == "paused":
            self._control.resume()
            self._set_state("running")
            return
        if self.active:
            return
        self.may_train()
        dataset = self._store.dataset
        if dataset is None or self._store.busy:
            raise StudioError(
                text("The data is not loaded yet."),
                text("Wait until it is, or choose another source."),
            )
        project = self._document.project
        if epochs is not None:
            training = project.training.for_epochs(epochs)
            project = project.model_copy(update={"training": training})
        self._run_id += 1
        request = training_request(
            project,
            dataset,
            run_id=self._run_id,
            start=self._document.snapshot,
            optimizer_state=self._carried_state(),
            device=self._device,
        )
        if self._network != request.network or self._document.snapshot is None:
            self._clear()
        self._network = request.network
        self.request, self.trained = request, (project, dataset)
        self._rate = request.training.optimizer.learning_rate
        self._control = Control()
        self._set_state("preparing")
        self._thread.train(request, self._control)

    def pause(self) -> None:
        """Hold the run."""
        if self._state in {"running", "preparing"}:
            self._control.pause()
            self._set_state("paused")

    def stop(self) -> None:
        """End the run; the weights stay as they are."""
        if self.active:
            self._set_state("stopping")
            self._control.stop()

    def one_epoch(self) -> None:
        """Train to the end of one epoch: a run of its own, or a step of a paused run."""
        if self._state == "paused":
            self._control.one_epoch()
            self._set_state("running")
        elif not self.active:
            self.train(epochs=1)

    def new_weights(self) -> None:
        """Forget the weights: the next run begins with new ones."""
        if self.active:
            return
        self._document.set_snapshot(None)
        self._clear()

    def close(self) -> None:
        """End the run and the thread; call before the window goes."""
        self._run_id += 1
        self._ready = False
        self._ahead.stop()
        self._control.stop()
        self._thread.finish()

    def _carried_state(self) -> OptimizerState | None:
        """Return the optimizer's state to go on with; a newly chosen rate goes before its own."""
        state = self._document.optimizer_state
        chosen = self._document.training.optimizer.learning_rate
        if state is not None and chosen != self._rate:
            state = replace(state, learning_rate=chosen)
        return state

    def history_rows(self) -> list[dict[str, float]]:
        """Return the history as rows, one an epoch: ``epoch``, ``learning_rate`` and the logs."""
        return [
            {"epoch": event.epoch, "learning_rate": event.learning_rate, **event.logs}
            for event in self.history
        ]

    def restore(self, rows: Sequence[Mapping[str, float]]) -> None:
        """Take over the history of a project that was just opened, with its weights.

        Parameters
        ----------
        rows : sequence of mapping
            As `history_rows` gives them.
        """
        snapshot = self._document.snapshot
        if snapshot is None or not rows or not all(map(_is_whole, rows)):
            return
        self.history.replace(
            EpochDone(
                run_id=0,
                epoch=int(row["epoch"]),
                logs={k: v for k, v in row.items() if k not in {"epoch", "learning_rate"}},
                learning_rate=row["learning_rate"],
                snapshot=snapshot,
                seconds=0.0,
            )
            for row in rows
        )
        self._network = snapshot.network
        self.restored.emit()

    def shown_history(self) -> tuple[list[EpochDone], NetworkSpec | None]:
        """Return the epochs so far and the network they are of, for `show_history`."""
        return list(self.history), self._network

    def show_history(self, events: Sequence[EpochDone], network: NetworkSpec | None) -> None:
        """Put the epochs of other weights in place, which are the document's now."""
        self.history.replace(events)
        self._network = network
        self.restored.emit()

    def _set_state(self, state: State) -> None:
        if state != self._state:
            self._state = state
            self.state_changed.emit(state)

    def _clear(self) -> None:
        self.history.clear()
        self._network = None
        self.cleared.emit()

    @Slot(object)
    def _on_event(self, event: TrainEvent) -> None:
        if event.run_id != self._run_id:
            return
        if isinstance(event, StepsDone):
            self.steps_done.emit(event)
        elif isinstance(event, EpochDone):
            self.history.append(event)
            self._hand_over(event.snapshot)
            self.epoch_done.emit(event)
            if self._control.paused and self._state == "running":
                self._set_state("paused")
        elif isinstance(event, RunStarted):
            self.device_in_use, self.choice = event.device, event.choice
            self.first_epoch, self.last_epoch = event.first_epoch, event.last_epoch
            # Epochs that early stopping took back are trained anew.
            self.history.replace([done for done in self.history if done.epoch < event.first_epoch])
            if self._state == "preparing":
                self._set_state("running")
            self.run_started.emit(event)
        else:
            state = event.optimizer_state
            rate = self._control.take_learning_rate()
            if state is not None and rate is not None:  # chosen when no step was left to take it
                state = replace(state, learning_rate=rate)
            self._hand_over(event.snapshot, state)
            self._set_state("idle")
            self.run_finished.emit(event)

    def _hand_over(self, snapshot: Snapshot, state: OptimizerState | None = None) -> None:
        self._handing_over = True
        try:
            self._document.set_snapshot(snapshot, state)
        finally:
            self._handing_over = False

    @Slot(object)
    def _on_warmed(self, outcome: tuple[DeviceInfo, ...] | Exception) -> None:
        if isinstance(outcome, Exception):
            self.failed.emit(outcome)
        else:
            self._ready, self.devices = True, outcome
            self.ready.emit()
            self._compile_soon()

    @Slot(int, object)
    def _on_failed(self, run_id: int, error: Exception) -> None:
        if run_id == self._run_id:
            self._set_state("idle")
            self.failed.emit(error)

    def _compile_soon(self, _changed: object = None) -> None:
        """Compile once the design has been left alone for a moment."""
        if self._ready and not self.active:
            self._ahead.start()

    def _compile_ahead(self) -> None:
        dataset = self._store.dataset
        grave = any(problem.severity == "error" for problem in self._document.problems)
        if self.active or dataset is None or self._store.busy or grave:
            return
        request = training_request(
            self._document.project, dataset, run_id=NO_RUN, device=self._device
        )
        self._thread.compile_ahead(request)

    def _on_opened(self) -> None:
        self._abandon()
        self._clear()

    def _on_design_changed(self, _spec: object) -> None:
        # The run has a design of its own; what it has learnt so far stays.
        if self.active:
            self.stop()

    def _on_training_changed(self, training: TrainingSpec) -> None:
        rate = training.optimizer.learning_rate
        if self.active and rate != self._rate:
            self._rate = rate
            self._control.set_learning_rate(rate)

    def _on_snapshot_changed(self, _snapshot: Snapshot | None) -> None:
        # Undo has brought other weights: those of the run would take their place again. Where
        # the network is another too, the run has been told to stop and its weights are wanted.
        if not self._handing_over and self._state != "stopping":
            self._abandon()

    def _abandon(self) -> None:
        """Drop the run: its last events belong to what is no longer there."""
        if self.active:
            self._run_id += 1
            self._control.stop()
            self.abandoned.emit()
            self._set_state("idle")


def _is_whole(row: Mapping[str, object]) -> bool:
    """Return whether a row of a history from a file has what is needed, all of it numbers."""
    numbers = all(isinstance(value, int | float) for value in row.values())
    return numbers and {"epoch", "learning_rate"} <= row.keys()
