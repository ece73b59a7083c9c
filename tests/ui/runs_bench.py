"""As much of the studio floor as the Runs page asks, in the tests' hands."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from mlp_studio.core.errors import StudioError
from mlp_studio.storage.runs import KeptRun, QueueItem


class Back:
    """Notes what is to be brought back."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str, int | None]] = []
        self.error: StudioError | None = None

    def go_back(self, run: KeptRun, label: str, epoch: int | None = None) -> None:
        if self.error is not None:
            raise self.error
        self.asked.append((run.id, label, epoch))


class NoQueue(QObject):
    """A queue that trains nothing."""

    changed = Signal()
    progressed = Signal(float, str)
    state = "idle"
    active = False
    share = 0.0
    words = ""

    def __init__(self) -> None:
        super().__init__()
        self.items: list[QueueItem] = []

    def add(self, items: list[QueueItem]) -> None:
        self.items += items
        self.changed.emit()

    def skip(self) -> None:
        """Do nothing."""

    def stop(self) -> None:
        """Do nothing."""
