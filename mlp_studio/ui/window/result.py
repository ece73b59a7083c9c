"""How good the network is on examples it was not trained on, in one line."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from mlp_studio.analysis.metrics import Metrics, evaluate
from mlp_studio.core.events import RunFinished, Snapshot
from mlp_studio.studio.jobs import Job
from mlp_studio.studio.language import render
from mlp_studio.ui.common.eliding import ElidingLabel
from mlp_studio.ui.window.parts import Parts


class ResultLine(ElidingLabel):
    """Evaluates in the background, on the test set where there is one.

    When a run ends, and when weights of another epoch are taken up or come back with undo.
    """

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._parts = parts
        self._job: Job | None = None
        self._epoch: int | None = None  # of the weights that are told of
        parts.training.run_finished.connect(self._finished)
        parts.document.snapshot_changed.connect(self._snapshot_changed)
        parts.training.cleared.connect(self._forget)
        parts.document.opened.connect(self._forget)

    def _finished(self, event: RunFinished) -> None:
        if event.reason in {"diverged", "failed"}:
            self._parts.messages.warning(render(event.message))
        self._evaluate()

    def _snapshot_changed(self, snapshot: Snapshot | None) -> None:
        p = self._parts
        told = snapshot is None or self._epoch in {None, snapshot.epoch}
        unfit = any(problem.severity == "error" for problem in p.document.problems)
        if not (told or unfit or p.training.active):
            self._evaluate()

    def _evaluate(self) -> None:
        snapshot, dataset = self._parts.document.snapshot, self._parts.store.dataset
        if snapshot is None or dataset is None or self._parts.store.busy:
            return
        part, words = dataset.validation, self.tr("Validation: {metrics}")
        if dataset.test is not None:
            part, words = dataset.test, self.tr("Test set: {metrics}")

        def work(_progress: object) -> Metrics:
            return evaluate(snapshot.network, snapshot.weights, part, dataset.facts)

        def show(metrics: Metrics) -> None:
            self.setText(words.format(metrics=self._words(metrics)))

        self._give_up()
        self._epoch = snapshot.epoch
        self._job = self._parts.jobs.start(work, show, self._parts.messages.report)

    def _give_up(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _forget(self) -> None:
        self._give_up()  # what is still on its way belongs to other weights
        self._epoch = None
        self.clear()

    def _words(self, metrics: Metrics) -> str:
        names = {
            "accuracy": self.tr("accuracy"),
            "f1_macro": self.tr("F1"),
            "roc_auc": self.tr("ROC-AUC"),
            "mae": self.tr("mean absolute error"),
            "r2": self.tr("R²"),
        }
        found = [(label, metrics.get(name)) for name, label in names.items()]
        return " · ".join(f"{label} {value:.4f}" for label, value in found if value is not None)
