"""The window's side of a sweep: starts the leader's process and follows what it tells."""

from __future__ import annotations

import multiprocessing
import threading
from collections.abc import Mapping
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Signal, Slot

from mlp_studio.core.sweep import SweepSpec
from mlp_studio.core.sweep_events import (
    ImportancesKnown,
    SweepFinished,
    SweepJoined,
    SweepNote,
    SweepPlan,
    TrialRow,
    TrialsChanged,
    WorkerLost,
    best_row,
)
from mlp_studio.core.text import text
from mlp_studio.studio.sweeps.process import Failure, lead

if TYPE_CHECKING:
    from multiprocessing.context import SpawnProcess

State = Literal["idle", "looking", "starting", "running", "paused", "stopping"]
LEAVING = 3.0  # seconds the leader has to end when the window closes


class WorkerDefectError(Exception):
    """A worker or the leader met an error of the program; holds its traceback."""


class SweepController(QObject):
    """One sweep at a time.

    Signals
    -------
    state_changed(str)
        ``"idle"``, ``"looking"`` (at what a study holds), ``"starting"``, ``"running"``,
        ``"paused"`` or ``"stopping"``.
    trials_changed()
        There are new or other trials in `rows`.
    importances_changed()
        `importances` are others.
    told(Text)
        Something happened that people should know: a worker was lost.
    finished(SweepFinished)
        The sweep is over.
    failed(Exception)
        It could not go on.
    """

    state_changed = Signal(str)
    trials_changed = Signal()
    importances_changed = Signal()
    told = Signal(object)
    finished = Signal(object)
    failed = Signal(object)
    _came = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state: State = "idle"
        self.rows: dict[int, TrialRow] = {}
        self.importances: Mapping[str, float] = {}
        self.sweep: SweepSpec | None = None  # the one that the rows are of
        self.plan: SweepPlan | None = None
        self._process: SpawnProcess | None = None
        self._pipe: Connection | None = None
        self._reader: threading.Thread | None = None
        self._generation = 0  # what an earlier process still says is dropped
        self._ended = False  # whether the leader has said its last word
        self._came.connect(self._on_event)

    @property
    def active(self) -> bool:
        """Whether trials are being made."""
        return self.state in {"starting", "running", "paused", "stopping"}

    @property
    def best(self) -> TrialRow | None:
        """The best trial that is over."""
        return best_row(self.rows, self.sweep) if self.sweep is not None else None

    def start(self, plan: SweepPlan) -> None:
        """Sweep, going on with a study that was begun before."""
        if not self.active:
            self._begin(plan, only_look=False)

    def look(self, plan: SweepPlan) -> None:
        """Show what the study holds, without making trials."""
        if not self.active:
            self._begin(plan, only_look=True)

    def clear(self) -> None:
        """Forget the trials: those of another design."""
        if self.active:
            return
        self._let_go()
        self.plan = self.sweep = None
        self._forget()
        self._set_state("idle")

    def pause(self) -> None:
        """Hold all trials at their next step."""
        if self.state == "running":
            self._order("pause")
            self._set_state("paused")

    def resume(self) -> None:
        """Let them go on."""
        if self.state == "paused":
            self._order("resume")
            self._set_state("running")

    def stop(self) -> None:
        """End the sweep; trials that are not over are made again when it goes on."""
        if self.state in {"starting", "running", "paused"}:
            self._order("stop")
            self._set_state("stopping")

    def close(self) -> None:
        """End everything; waits for a few seconds at most."""
        if self.active:
            self._order("stop")
        self._let_go()
        self.state = "idle"

    # --- the process -------------------------------------------------------------------

    def _begin(self, plan: SweepPlan, *, only_look: bool) -> None:
        self._let_go()
        if self.plan is None or plan.study != self.plan.study or plan.storage != self.plan.storage:
            self._forget()
        self.plan, self.sweep, self._ended = plan, plan.sweep, False
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=lead, args=(theirs, plan, only_look), name="sweep")
        process.start()
        theirs.close()
        self._process, self._pipe = process, ours
        self._generation += 1
        self._reader = threading.Thread(
            target=self._read, args=(ours, self._generation), name="sweep", daemon=True
        )
        self._reader.start()
        self._set_state("looking" if only_look else "starting")

    def _read(self, pipe: Connection, generation: int) -> None:
        """Carry what the leader tells into this object's thread. Runs in a thread."""
        while True:
            try:
                event = pipe.recv()
            except (EOFError, OSError):
                event = None
            self._came.emit(generation, event)
            if event is None:
                return

    def _order(self, order: str) -> None:
        if self._pipe is not None:
            try:
                self._pipe.send(order)
            except OSError:
                return  # the leader is gone, which its reader tells

    def _let_go(self) -> None:
        """Take leave of the leader's process; its workers end when it does."""
        self._generation += 1
        if self._process is None:
            return
        if not self.active:
            self._process.terminate()  # it only looks, or has said its last word
        self._process.join(LEAVING)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        self._process.close()
        self._process = None
        if self._reader is not None:
            self._reader.join()
        if self._pipe is not None:
            self._pipe.close()
        self._pipe = self._reader = None

    # --- what it tells -----------------------------------------------------------------

    @Slot(int, object)
    def _on_event(self, generation: int, event: object) -> None:
        if generation != self._generation:
            return
        if isinstance(event, SweepJoined):
            self.sweep = event.sweep
            if self.state == "starting":
                self._set_state("running")
        elif isinstance(event, TrialsChanged):
            self.rows.update((row.number, row) for row in event.rows)
            self.trials_changed.emit()
        elif isinstance(event, ImportancesKnown):
            self.importances = event.shares
            self.importances_changed.emit()
        elif isinstance(event, WorkerLost | SweepNote):
            self.told.emit(event.words)
        elif isinstance(event, SweepFinished):
            self._ended = True
            self._over()
            self.finished.emit(event)
        elif isinstance(event, Failure):
            self._ended = True
            self._over()
            self.failed.emit(event.error or WorkerDefectError(event.defect))
        elif event is None and not self._ended:
            self._leader_gone()

    def _leader_gone(self) -> None:
        """React to a leader that ended without a word, unless it only looked."""
        looked = self.state == "looking"
        self._over()
        if not looked:
            words = text("The sweep's process ended unexpectedly. Start it again: it goes on.")
            self.finished.emit(SweepFinished("failed", words))

    def _over(self) -> None:
        self._set_state("idle")

    def _forget(self) -> None:
        self.rows, self.importances = {}, {}
        self.trials_changed.emit()
        self.importances_changed.emit()

    def _set_state(self, state: State) -> None:
        if state != self.state:
            self.state = state
            self.state_changed.emit(state)
