"""The loaded examples of the open project, kept in step with its data spec."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from mlp_studio.core.dataset import Dataset
from mlp_studio.core.errors import StudioError
from mlp_studio.core.text import Text, text
from mlp_studio.data.load import load
from mlp_studio.studio.document import Document
from mlp_studio.studio.jobs import Job, Jobs
from mlp_studio.studio.language import render

GRACE_MS = 200  # the former examples stay that long while new ones of their kind are loaded


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
        self.jobs = jobs  # where views have more found out about the data
        self._job: Job | None = None
        self.dataset: Dataset | None = None
        self.error: Exception | None = None
        self._loaded_kind = ""
        self._grace = QTimer(self)
        self._grace.setSingleShot(True)
        self._grace.setInterval(GRACE_MS)
        self._grace.timeout.connect(self._forget)
        document.data_changed.connect(self.reload)

    @property
    def busy(self) -> bool:
        """Whether examples are being loaded."""
        return self._job is not None

    def reload(self, _spec: object = None) -> None:
        """Load the document's data; a load that is under way is given up."""
        self.cancel()
        self.error = None
        if self._loaded_kind == self._document.data.source.kind:
            self._grace.start()  # what loads at once, as when a slider is dragged, does not blink
        else:
            self._forget()
        work = partial(load, self._document.data)
        self._job = self.jobs.start(work, self._on_done, self._on_failed, self._on_progress)

    def cancel(self) -> None:
        """Give up a load that is under way."""
        self._grace.stop()
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def give_up(self) -> None:
        """Cancel a load because a person asked for it, and say so."""
        if self.busy:
            self.cancel()
            self._forget()
            self._on_failed(
                StudioError(
                    text("Loading the data was cancelled."),
                    text("Load it again, or choose another source."),
                )
            )

    def _forget(self) -> None:
        self._loaded_kind = ""
        if self.dataset is not None:
            self.dataset = None
            self.dataset_changed.emit(None)

    def _on_progress(self, share: float, what: Text) -> None:
        self.loading.emit(share, render(what))

    def _on_done(self, dataset: Dataset) -> None:
        self._job = None
        self._grace.stop()
        self._loaded_kind = self._document.data.source.kind
        self.dataset = dataset
        self.dataset_changed.emit(dataset)

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        self._grace.stop()
        self._forget()
        self.error = error
        self.failed.emit(error)
