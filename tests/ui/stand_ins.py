"""As much of the studio floor as a panel listens to, in the tests' hands."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from mlp_studio.core.dataset import Dataset


class Training(QObject):
    """As much of a training controller as panels listen to."""

    run_started = Signal(object)
    steps_done = Signal(object)
    epoch_done = Signal(object)
    run_finished = Signal(object)
    cleared = Signal()
    state_changed = Signal(str)
    state = "idle"


class Store(QObject):
    """A data store that has what it is given."""

    dataset_changed = Signal(object)
    failed = Signal(object)

    def __init__(self, dataset: Dataset | None) -> None:
        super().__init__()
        self.dataset = dataset
        self.error: Exception | None = None

    def give(self, dataset: Dataset | None) -> None:
        self.dataset = dataset
        self.dataset_changed.emit(dataset)

    def fail(self, error: Exception) -> None:
        self.dataset, self.error = None, error
        self.failed.emit(error)
