"""Back to a run: its design and its weights become the document's, as one step of undo."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QUndoCommand

from mlp_studio.core.dataset import Dataset
from mlp_studio.core.errors import StudioError
from mlp_studio.core.events import EpochDone, Snapshot
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.text import text
from mlp_studio.storage.runs import FILM, KeptRun
from mlp_studio.storage.runs_parts import Row, read_film
from mlp_studio.studio.data_store import DataStore
from mlp_studio.studio.document import Document
from mlp_studio.studio.film import FilmRecorder
from mlp_studio.studio.history import GONE
from mlp_studio.studio.runs import Runs
from mlp_studio.studio.runs_record import fingerprints
from mlp_studio.studio.runs_recorder import RunRecorder
from mlp_studio.studio.training import TrainingController

_BESIDE = frozenset({"epoch", "learning_rate", "seconds", "rate_reduced"})


class RunReturn(QObject):
    """Brings runs back.

    Parameters
    ----------
    document, store, training, film : Document, DataStore, TrainingController, FilmRecorder
        Where they are brought.
    runs : Runs
        Which are kept.
    recorder : RunRecorder
        Is told whose weights are in force.
    """

    def __init__(
        self,
        document: Document,
        store: DataStore,
        training: TrainingController,
        film: FilmRecorder,
        runs: Runs,
        recorder: RunRecorder,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._store, self._training = document, store, training
        self._film, self._runs, self._recorder = film, runs, recorder
        self._due: KeptRun | None = None  # whose film is shown once its data is loaded
        store.dataset_changed.connect(self._show_film)

    def go_back(self, run: KeptRun, label: str, epoch: int | None = None) -> None:
        """Bring back a run's data, network, training settings, weights, curves and film.

        Parameters
        ----------
        run : KeptRun
            Which.
        label : str
            What the step is called in the undo history, translated.
        epoch : int, optional
            One of its `kept_epochs`; that with which it ended where left out.

        Raises
        ------
        StudioError
            While a training is under way, or where a part is gone.
        """
        if self._training.active:
            raise StudioError(
                text("A training is under way."), text("Stop it, then go back to the run.")
            )
        epoch = self._epoch(run) if epoch is None else epoch
        snapshot = self._snapshot(run, epoch)
        events = self._events(run, self._runs.history(run), snapshot)
        stack, training = self._document.undo_stack, self._training
        project = run.project
        stack.beginMacro(label)
        try:
            self._document.edit(
                label,
                network=project.network,
                training=project.training,
                data=project.data,
                weights=snapshot,
            )
            stack.push(_Curves(training, events, project.network, label))
        finally:
            stack.endMacro()
        if self._document.snapshot is not None:
            self._recorder.remember(self._document.snapshot, run.id)
        self._due = run
        self._show_film(self._store.dataset)

    @staticmethod
    def _epoch(run: KeptRun) -> int:
        kept = run.kept_epochs
        if run.weights_epoch in kept or not kept:
            return run.weights_epoch
        return run.best_epoch if run.best_epoch in kept and run.best_epoch else kept[-1]

    def _snapshot(self, run: KeptRun, epoch: int) -> Snapshot:
        if epoch not in run.kept_epochs:
            raise StudioError(
                text("This run has no weights of epoch {epoch}.", epoch=epoch),
                text("Choose another epoch."),
            )
        return Snapshot(run.network, self._runs.weights(run, epoch), epoch, run.scaler)

    def _events(self, run: KeptRun, rows: Sequence[Row], snapshot: Snapshot) -> list[EpochDone]:
        """Return the epochs up to that of the weights, those of the best one with theirs."""
        known = {snapshot.epoch: snapshot}
        best = run.best_epoch
        if best is not None and best < snapshot.epoch and best in run.kept_epochs:
            known[best] = self._snapshot(run, best)
        gone = Snapshot(run.network, {}, GONE)
        return [
            EpochDone(
                run_id=0,
                epoch=int(found["epoch"]),
                logs={name: value for name, value in found.items() if name not in _BESIDE},
                learning_rate=found.get("learning_rate", 0.0),
                snapshot=known.get(int(found["epoch"]), gone),
                seconds=found.get("seconds", 0.0),
                rate_reduced=bool(found.get("rate_reduced", 0)),
            )
            for found in rows
            if found["epoch"] <= snapshot.epoch
        ]

    @Slot(object)
    def _show_film(self, dataset: Dataset | None) -> None:
        run = self._due
        if run is None or dataset is None or self._store.busy:
            return
        self._due = None
        fits = self._document.network == run.network and self._document.data == run.project.data
        if not fits or FILM not in run.parts or fingerprints(dataset)[0] != run.data:
            return
        self._film.show(*read_film(self._runs.read(run, FILM), run.network, dataset.validation.x))


class _Curves(QUndoCommand):
    """The curves of a run in place of those that were shown."""

    def __init__(
        self,
        training: TrainingController,
        events: Sequence[EpochDone],
        network: NetworkSpec,
        label: str,
    ) -> None:
        super().__init__(label)
        self._training = training
        self._after = list(events), network
        self._before = training.shown_history()

    def redo(self) -> None:
        self._training.show_history(*self._after)

    def undo(self) -> None:
        self._training.show_history(*self._before)
