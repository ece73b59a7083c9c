"""The document: the project being designed, its weights, and undo for every edit."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from mlp_studio.core.check import Problem, problems
from mlp_studio.core.dataset import Facts, facts
from mlp_studio.core.datasets import DataSpec
from mlp_studio.core.events import OptimizerState, Snapshot
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.project import ProjectSpec
from mlp_studio.core.surgery import CarriedOver, adapted, carried_over
from mlp_studio.core.sweep import SweepSpec
from mlp_studio.core.training import TrainingSpec

MERGE_ID = 1  # one id for all edits: whether two really merge is told by their key


class Document(QObject):
    """The project that is open. Views read it and ask it to `edit`; they change nothing.

    Signals
    -------
    network_changed(NetworkSpec), training_changed(TrainingSpec), data_changed(DataSpec)
        A part of the project is another one now.
    problems_changed(tuple of Problem)
        What is wrong with the design has changed.
    snapshot_changed(Snapshot or None)
        The weights are others now; None means untrained.
    sweep_changed(SweepSpec or None)
        What a sweep over this design tries.
    carried(CarriedOver)
        An edit brought the weights of a trained network into another one, or undo or redo
        brought some back.
    selection_changed(tuple of str)
        The names of the selected layers.
    path_changed(Path or None), modified_changed(bool)
        Where the project is kept, and whether it has unsaved changes.
    opened()
        A whole other project is here; sent after all the signals above.
    """

    network_changed = Signal(object)
    training_changed = Signal(object)
    data_changed = Signal(object)
    problems_changed = Signal(object)
    snapshot_changed = Signal(object)
    sweep_changed = Signal(object)
    carried = Signal(object)
    selection_changed = Signal(object)
    path_changed = Signal(object)
    modified_changed = Signal(bool)
    opened = Signal()

    def __init__(self, project: ProjectSpec, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self.keep_function = True  # whether growing a trained network leaves what it computes
        self._snapshot: Snapshot | None = None
        self._optimizer_state: OptimizerState | None = None
        self._selection: tuple[str, ...] = ()
        self._path: Path | None = None
        self._weights_modified = False
        self._kept_modified = False  # what is kept beside the design, such as dismissed hints
        self._told_modified = False
        self._problems = self._find_problems()
        self.undo_stack = QUndoStack(self)
        self.undo_stack.cleanChanged.connect(self._tell_modified)

    # --- what is there -----------------------------------------------------------------

    @property
    def project(self) -> ProjectSpec:
        """The whole project."""
        return self._project

    @property
    def network(self) -> NetworkSpec:
        """The network."""
        return self._project.network

    @property
    def training(self) -> TrainingSpec:
        """How it is trained."""
        return self._project.training

    @property
    def data(self) -> DataSpec:
        """What it is trained on."""
        return self._project.data

    @property
    def facts(self) -> Facts:
        """What the network must fit."""
        return facts(self._project.data.source)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the design, gravest first."""
        return self._problems

    @property
    def snapshot(self) -> Snapshot | None:
        """The newest weights; None while the network has not been trained."""
        return self._snapshot

    @property
    def optimizer_state(self) -> OptimizerState | None:
        """What the optimizer needs to go on from `snapshot`, where it is known."""
        return self._optimizer_state

    @property
    def selection(self) -> tuple[str, ...]:
        """Names of the selected layers."""
        return self._selection

    @property
    def path(self) -> Path | None:
        """Where the project is kept."""
        return self._path

    @property
    def modified(self) -> bool:
        """Whether there is something to save."""
        return self._weights_modified or self._kept_modified or not self.undo_stack.isClean()

    # --- edits -------------------------------------------------------------------------

    def edit(
        self,
        label: str,
        *,
        network: NetworkSpec | None = None,
        training: TrainingSpec | None = None,
        data: DataSpec | None = None,
        sweep: SweepSpec | None = None,
        name: str | None = None,
        weights: Snapshot | None = None,
        merge: str | None = None,
    ) -> None:
        """Put new specs in place, or other weights, as one step of undo.

        Parameters
        ----------
        label : str
            What the step is called in the undo history, translated.
        network, training, data, sweep : specs, optional
            The parts to replace.
        name : str, optional
            A new name of the project.
        weights : Snapshot, optional
            Weights to go on with, brought into the network where they are of another.
        merge : str, optional
            Consecutive edits with the same key become one step, so that dragging a
            slider is undone at once.
        """
        after = ProjectSpec(
            name=name or self._project.name,
            data=data or self.data,
            network=network or self.network,
            training=training or self.training,
            sweep=sweep or self._project.sweep,
        )
        if after != self._project or weights is not None:
            self.undo_stack.push(_Edit(self, label, after, weights, merge))

    def withdraw(self) -> None:
        """Undo the last step for good, as when the drag that made it is cancelled."""
        last = self.undo_stack.command(self.undo_stack.index() - 1)
        if last is not None:
            last.undo()
            last.setObsolete(True)  # the stack drops it without undoing it again
            self.undo_stack.undo()

    def put(
        self,
        project: ProjectSpec,
        snapshot: Snapshot | None,
        optimizer_state: OptimizerState | None = None,
    ) -> None:
        """Replace project and weights, telling what changed. For undo steps and `open`.

        The optimizer goes on as it was where network and weights stay.
        """
        before, self._project = self._project, project
        former, self._snapshot = self._snapshot, snapshot
        if project.network != before.network or snapshot is not former:
            self._optimizer_state = optimizer_state
        known, self._problems = self._problems, self._find_problems()
        # Everything is in place before anybody is told: no view sees a new network with
        # the weights of the old one.
        if project.network != before.network:
            names = {layer.name for layer in project.network}
            self.select(tuple(name for name in self._selection if name in names))
            self.network_changed.emit(project.network)
        if project.training != before.training:
            self.training_changed.emit(project.training)
        if project.data != before.data:
            self.data_changed.emit(project.data)
        if project.sweep != before.sweep:
            self.sweep_changed.emit(project.sweep)
        if snapshot is not former:
            self.snapshot_changed.emit(snapshot)
        if self._problems != known:
            self.problems_changed.emit(self._problems)

    def select(self, names: tuple[str, ...]) -> None:
        """Select layers by name."""
        if names != self._selection:
            self._selection = names
            self.selection_changed.emit(names)

    # --- weights -----------------------------------------------------------------------

    def set_snapshot(
        self, snapshot: Snapshot | None, optimizer_state: OptimizerState | None = None
    ) -> None:
        """Take over weights that training made; those of another network are adapted."""
        if snapshot is not None and snapshot.network != self.network:
            snapshot = adapted(
                snapshot, self.network, self.training.seed, keep_function=self.keep_function
            )
            optimizer_state = None
        self._snapshot = snapshot
        self._optimizer_state = optimizer_state
        self._weights_modified = True
        self.snapshot_changed.emit(snapshot)
        self._tell_modified()

    # --- files -------------------------------------------------------------------------

    def open(
        self, project: ProjectSpec, snapshot: Snapshot | None = None, path: Path | None = None
    ) -> None:
        """Begin with another project: nothing to undo, nothing to save."""
        self.select(())
        if snapshot is not None:  # those of another design: a file may hold both
            snapshot = adapted(snapshot, project.network, project.training.seed)
        self.put(project, snapshot)
        self.undo_stack.clear()
        self.mark_saved(path)
        self.opened.emit()

    def mark_saved(self, path: Path | None) -> None:
        """Remember that the project as it is now is kept at `path`."""
        self._weights_modified = self._kept_modified = False
        self.undo_stack.setClean()
        if path != self._path:
            self._path = path
            self.path_changed.emit(path)
        self._tell_modified()

    def touch(self) -> None:
        """Remember that something is to be saved which no step of undo is about."""
        self._kept_modified = True
        self._tell_modified()

    def _tell_modified(self, _clean: bool = True) -> None:
        if self.modified != self._told_modified:
            self._told_modified = self.modified
            self.modified_changed.emit(self.modified)

    def _find_problems(self) -> tuple[Problem, ...]:
        return problems(self.network, self.training, self.facts)


class _Edit(QUndoCommand):
    """One edit: the project before and after, and the weights that belong to each network."""

    def __init__(
        self,
        document: Document,
        label: str,
        after: ProjectSpec,
        weights: Snapshot | None,
        merge: str | None,
    ) -> None:
        super().__init__(label)
        self._document = document
        self._merge = merge
        self._before = document.project
        self._after = after
        # Any other edit is no reason to touch what was learnt, done or undone.
        self._surgery = after.network != document.network or weights is not None
        self._snapshot_before = document.snapshot
        self._carried: CarriedOver | None = None
        self._snapshot_after = self._carried_over(weights or document.snapshot)
        # What the optimizer needs to go on from either.
        self._state_before = document.optimizer_state
        self._state_after: OptimizerState | None = None

    def _carried_over(self, snapshot: Snapshot | None) -> Snapshot | None:
        if snapshot is None:
            return None
        self._carried = carried_over(
            snapshot,
            self._after.network,
            self._after.training.seed,
            keep_function=self._document.keep_function,
        )
        return self._carried.snapshot

    def _tell(self) -> None:
        """Say what became of the weights, once for each edit."""
        carried, self._carried = self._carried, None
        if carried is not None and self._after.network != self._before.network:
            self._document.carried.emit(carried)

    def redo(self) -> None:
        document = self._document
        if self._surgery:
            anew = self._carried is not None
            document.put(self._after, self._snapshot_after, self._state_after)
            if anew:
                self._tell()
            else:
                self._tell_back(self._snapshot_after)
        else:
            document.put(self._after, document.snapshot)

    def undo(self) -> None:
        document = self._document
        if not self._surgery:
            document.put(self._before, document.snapshot)
            return
        # What was trained after the edit comes back with redo.
        self._snapshot_after, self._state_after = document.snapshot, document.optimizer_state
        document.put(self._before, self._snapshot_before, self._state_before)
        self._tell_back(self._snapshot_before)

    def _tell_back(self, snapshot: Snapshot | None) -> None:
        """Say that weights are here again, where the network is another than a moment ago."""
        if snapshot is not None and self._after.network != self._before.network:
            size = sum(array.size for arrays in snapshot.weights.values() for array in arrays)
            back = CarriedOver(snapshot, size, 0, same_function=True, back=True)
            self._document.carried.emit(back)

    def id(self) -> int:
        return MERGE_ID

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _Edit) or self._merge is None or other._merge != self._merge:
            return False
        if self._surgery != other._surgery:
            return False
        if self._surgery and other._snapshot_before is not self._snapshot_after:
            return False  # there was training in between, which is not to be lost
        self._after = other._after
        self.setText(other.text())
        if self._after == self._before:
            self.setObsolete(True)
        if self._surgery:
            # From the weights before the whole gesture: 5 typed on the way to 256 costs none.
            self._snapshot_after = self._carried_over(self._snapshot_before)
            state = self._state_before if self._after == self._before else None
            self._document.put(self._after, self._snapshot_after, state)
            self._tell()
        return True
