"""Training on with a person's own digits among the others, measured before and after."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from PySide6.QtCore import QObject, Signal

from mlp_studio.analysis.metrics import evaluate
from mlp_studio.core.dataset import Dataset
from mlp_studio.core.datasets import BuiltinDigits, Mnist, MnistAndDigits, MyDigits, Written
from mlp_studio.core.errors import StudioError
from mlp_studio.core.events import RunFinished, Snapshot
from mlp_studio.core.text import text
from mlp_studio.data.my_digits import Kept
from mlp_studio.digits.contract import reads_digits
from mlp_studio.studio.data_store import DataStore
from mlp_studio.studio.document import Document
from mlp_studio.studio.jobs import Job, Jobs
from mlp_studio.studio.my_digits import MyDigits as MyDigitsKept
from mlp_studio.studio.my_digits import answers
from mlp_studio.studio.training import TrainingController

EPOCHS = 3


@dataclass(frozen=True)
class Measured:
    """How much a network reads.

    Parameters
    ----------
    mine, held_back : float or None
        Shares of the person's digits, and of those among them that are kept from learning;
        None where there are none.
    usual : float
        Share of the ordinary test set, or of the validation part where there is none.
    """

    mine: float | None
    held_back: float | None
    usual: float


@dataclass(frozen=True)
class Outcome:
    """What fine-tuning brought: before and after, and how many digits `held_back` is of."""

    before: Measured
    after: Measured
    count: int
    held_back: int
    on_test: bool


def with_mine(source: object) -> MyDigits | None:
    """Return a source of digits with a person's own added; None for any other source."""
    if isinstance(source, MyDigits):
        return source
    if isinstance(source, Mnist | BuiltinDigits | MnistAndDigits):
        beside: Written = source
        return MyDigits(beside=beside)
    return None


class FineTune(QObject):
    """One click: measure, add the person's digits, train some epochs, measure again.

    The data and the weights become one step of undo, which brings the former ones back.

    Signals
    -------
    state_changed()
        It has begun, or ended in any way.
    finished(Outcome)
        It is done.
    failed(Exception)
        It can't be done.
    """

    state_changed = Signal()
    finished = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        document: Document,
        store: DataStore,
        training: TrainingController,
        jobs: Jobs,
        kept: MyDigitsKept,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._store, self._training = document, store, training
        self._jobs, self._kept = jobs, kept
        self._stage: Literal["rest", "before", "data", "training", "after"] = "rest"
        self._label = ""
        self._epochs = EPOCHS
        self._before: Measured | None = None
        self._start: Snapshot | None = None
        self._job: Job | None = None
        store.dataset_changed.connect(self._data_there)
        store.failed.connect(self._data_broke)
        training.run_finished.connect(self._trained)
        training.state_changed.connect(self._training_changed)
        training.failed.connect(self._give_up)
        document.opened.connect(self._give_up)

    @property
    def busy(self) -> bool:
        """Whether it is under way."""
        return self._stage != "rest"

    def start(self, label: str, epochs: int = EPOCHS) -> None:
        """Begin; `label` is what the step is called in the undo history.

        Raises
        ------
        StudioError
            When there is nothing to train, or nothing to train with.
        """
        if self.busy:
            return
        snapshot, dataset, kept = self._document.snapshot, self._store.dataset, self._kept.kept
        if snapshot is None:
            raise StudioError(
                text("The network has not been trained yet."), text("Press Train first.")
            )
        if not reads_digits(snapshot.network) or with_mine(self._document.data.source) is None:
            raise StudioError(
                text("This network does not learn from digits."),
                text("Choose the built-in digits or MNIST as the data."),
            )
        if kept is None or not len(kept):
            raise StudioError(
                text("No digits have been kept yet."),
                text("Draw one, press its digit's key and then Enter."),
            )
        if self._training.active or dataset is None or self._store.busy:
            raise StudioError(
                text("The network is being trained, or its data is not loaded yet."),
                text("Wait until it is ready."),
            )
        self._label, self._epochs, self._start = label, epochs, snapshot
        self._enter("before")
        self._job = self._jobs.start(
            lambda _progress: measured(snapshot, dataset, kept), self._measured_before, self._broke
        )

    def _enter(self, stage: Literal["rest", "before", "data", "training", "after"]) -> None:
        self._stage = stage
        self.state_changed.emit()

    def _measured_before(self, found: Measured) -> None:
        document, source = self._document, with_mine(self._document.data.source)
        if document.snapshot is not self._start or source is None:
            self._give_up()  # something else was asked for meanwhile
            return
        self._before = found
        self._enter("data")
        data = document.data.model_copy(update={"source": source})
        same = data == document.data
        document.edit(self._label, data=data, weights=self._start)
        if same:
            self._store.reload()  # digits may have been kept since

    def _data_there(self, dataset: Dataset | None) -> None:
        if self._stage != "data" or dataset is None or self._store.busy:
            return
        self._enter("training")
        try:
            self._training.train(epochs=self._epochs)
        except StudioError as error:
            self._broke(error)

    def _data_broke(self, error: Exception) -> None:
        if self._stage == "data":
            self._document.undo_stack.undo()  # as if it had not been asked for
            self._broke(error)

    def _trained(self, event: RunFinished) -> None:
        if self._stage != "training":
            return
        snapshot, dataset, kept = event.snapshot, self._store.dataset, self._kept.kept
        if event.reason in {"failed", "diverged"} or dataset is None or kept is None:
            self._give_up()
            return
        self._enter("after")
        self._job = self._jobs.start(
            lambda _progress: measured(snapshot, dataset, kept),
            lambda found: self._measured_after(found, kept, on_test=dataset.test is not None),
            self._broke,
        )

    def _measured_after(self, found: Measured, kept: Kept, *, on_test: bool) -> None:
        before, held = self._before, int(kept.held_back.sum())
        self._enter("rest")
        if before is not None:
            self.finished.emit(Outcome(before, found, len(kept), held, on_test))

    def _training_changed(self, state: str) -> None:
        # Ended without a last event: undo or another project has put the run away.
        if self._stage == "training" and state == "idle":
            last = self._document.snapshot
            if last is None or last is self._start:
                self._give_up()

    def _give_up(self, _reason: object = None) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None
        if self.busy:
            self._enter("rest")

    def _broke(self, error: Exception) -> None:
        self._give_up()
        self.failed.emit(error)


def measured(snapshot: Snapshot, dataset: Dataset, kept: Kept) -> Measured:
    """Return how much a network reads of a person's digits and of the ordinary ones."""
    found = answers(snapshot, kept)
    right = None if found is None else found == kept.labels
    part = dataset.test if dataset.test is not None else dataset.validation
    usual = evaluate(snapshot.network, snapshot.weights, part, dataset.facts)["accuracy"]
    held = kept.held_back
    return Measured(
        _share(right),
        None if right is None else _share(right[held]),
        float(usual or 0.0),
    )


def _share(right: object) -> float | None:
    values = np.asarray(right if right is not None else [])
    return float(values.mean()) if len(values) else None
