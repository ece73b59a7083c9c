"""The queue below the table of runs: one progress bar, and buttons to hold and end it."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from mlp_studio.studio.queue import TrainingQueue
from mlp_studio.ui.theme import RHYTHM, Theme
from mlp_studio.ui.window.progress_strip import ProgressStrip


class QueueBar(QWidget):
    """Hidden while nothing waits and nothing is trained.

    Parameters
    ----------
    queue : TrainingQueue
        The queue.
    theme : Theme
        The look in force.
    """

    def __init__(self, queue: TrainingQueue, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._queue = queue
        self.strip = ProgressStrip(theme)
        self.go = self._button(self.tr("Train what waits, hold it or go on"), self._toggle)
        self.skip = self._button(
            self.tr("End this run, keep it as far as it went, and train the next"), queue.skip
        )
        self.skip.setText(self.tr("Skip"))
        self.stop = self._button(
            self.tr("End this run; what was not trained yet stays in the queue"), queue.stop
        )
        self.stop.setText(self.tr("Stop"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, RHYTHM, RHYTHM // 2)
        layout.setSpacing(RHYTHM // 2)
        layout.addWidget(self.strip, 1)
        for button in (self.go, self.skip, self.stop):
            layout.addWidget(button)
        queue.changed.connect(self.synchronize)
        queue.progressed.connect(self._show_progress)
        self.synchronize()

    def _button(self, tip: str, call: object) -> QPushButton:
        button = QPushButton()
        button.setToolTip(tip)
        button.clicked.connect(lambda _on=False: call())  # type: ignore[operator]
        return button

    @Slot()
    def synchronize(self) -> None:
        """Show the queue as it is."""
        queue = self._queue
        self.setVisible(queue.active or bool(queue.items))
        words = {
            "idle": self.tr("▶  Train the queue"),
            "paused": self.tr("▶  Resume"),
        }
        self.go.setText(words.get(queue.state, self.tr("❚❚  Pause")))
        self.go.setEnabled(queue.state in {"idle", "running", "paused"})
        self.skip.setEnabled(queue.state in {"running", "paused"})
        self.stop.setEnabled(queue.active and queue.state != "stopping")
        self.skip.setVisible(queue.active)
        self.stop.setVisible(queue.active)
        self._show_progress(queue.share, queue.words)

    @Slot(float, str)
    def _show_progress(self, share: float, words: str) -> None:
        self.strip.show_progress(share, words)

    def _toggle(self) -> None:
        if self._queue.state == "running":
            self._queue.pause()
        else:
            self._queue.start()
