"""Another source's examples, on which the network is evaluated beside its own."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from mlp_studio.analysis.foreign import foreign_part
from mlp_studio.core.arrays import Progress
from mlp_studio.core.dataset import Dataset, Part
from mlp_studio.core.datasets import DataSpec
from mlp_studio.core.errors import StudioError
from mlp_studio.core.text import Text, text
from mlp_studio.data.load import load
from mlp_studio.studio.data_store import DataStore
from mlp_studio.studio.jobs import Job, Jobs


class OtherData(QObject):
    """Loads another source in the background and keeps it until the project's data changes.

    Signals
    -------
    changed()
        Other examples are here, or none.
    loading(float, Text)
        The share done in [0, 1] and what is going on.
    failed(Exception)
        They can't be had; those from before stay.
    """

    changed = Signal()
    loading = Signal(float, object)
    failed = Signal(object)

    def __init__(self, store: DataStore, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store, self._jobs = store, jobs
        self._job: Job | None = None
        self.part: Part | None = None
        self.title = ""
        store.dataset_changed.connect(self.forget)

    @property
    def busy(self) -> bool:
        """Whether examples are being loaded."""
        return self._job is not None

    def load(self, spec: DataSpec, title: str) -> None:
        """Load a source; `title` is how people call it."""
        own = self._store.dataset
        self.cancel()
        if own is None:
            self.failed.emit(
                StudioError(
                    text("The data of the project is not loaded."),
                    text("Wait until it is there, or choose other data."),
                )
            )
            return

        def work(progress: Progress) -> Part:
            return foreign_part(own, load(spec, progress))

        def done(part: Part) -> None:
            self._job = None
            self.part, self.title = part, title
            self.changed.emit()

        self._job = self._jobs.start(work, done, self._on_failed, self._on_progress)

    def cancel(self) -> None:
        """Give up a load that is under way."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    @Slot()
    def forget(self, _dataset: Dataset | None = None) -> None:
        """There are no other examples any more."""
        self.cancel()
        if self.part is not None:
            self.part, self.title = None, ""
            self.changed.emit()

    def _on_progress(self, share: float, what: Text) -> None:
        self.loading.emit(share, what)

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        self.failed.emit(error)
