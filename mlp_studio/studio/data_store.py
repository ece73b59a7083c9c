"""The loaded examples of the open project, kept in step with its data spec."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from mlp_studio.core.dataset import Dataset
from mlp_studio.core.text import Text
from mlp_studio.data.load import load
from mlp_studio.studio.document import Document
from mlp_studio.studio.jobs import Job, Jobs
from mlp_studio.studio.language import render


class DataStore(QObject):
    """Loads what the document's data spec names, in the background.

    Signals
    -------
    dataset_changed(Dataset or None)
        New examples are here; None while others are being loaded.
    loading(float, str)
        The share done in [0, 1] and what is going on.
    failed(Exception)
        The examples can't be had; the former ones are gone.
    """

    dataset_changed = Signal(object)
    loading = Signal(float, str)
    failed = Signal(object)

    def __init__(self, document: Document, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._jobs = jobs
        self._job: Job | None = None
        self.dataset: Dataset | None = None
        self.error: Exception | None = None
        document.data_changed.connect(self.reload)

    @property
    def busy(self) -> bool:
        """Whether examples are being loaded."""
        return self._job is not None

    def reload(self, _spec: object = None) -> None:
        """Load the document's data; a load that is under way is given up."""
        self.cancel()
        self.error = None
        if self.dataset is not None:
            self.dataset = None
            self.dataset_changed.emit(None)
        work = partial(load, self._document.data)
        self._job = self._jobs.start(work, self._on_done, self._on_failed, self._on_progress)

    def cancel(self) -> None:
        """Give up a load that is under way."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _on_progress(self, share: float, what: Text) -> None:
        self.loading.emit(share, render(what))

    def _on_done(self, dataset: Dataset) -> None:
        self._job = None
        self.dataset = dataset
        self.dataset_changed.emit(dataset)

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        self.error = error
        self.failed.emit(error)
