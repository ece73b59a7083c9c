"""The one thread of the window that calls the engine."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from queue import SimpleQueue

from PySide6.QtCore import QObject, QThread, Signal

from mlp_studio.core.control import Control
from mlp_studio.core.events import TrainRequest
from mlp_studio.studio.priority import give_way


class TrainingThread(QThread):
    """The only place of the window that calls the engine.

    One Python frame, `run`, lives as long as the thread. Slots called by the thread's
    event loop would not do: Python makes a new thread state for each such call, while
    TensorFlow (through pybind11) keeps using the one it saw first and crashes.

    Signals
    -------
    told(TrainEvent)
        What the engine emitted.
    warmed(tuple of DeviceInfo or Exception)
        TensorFlow is loaded and sees these devices, or why not.
    failed(int, Exception)
        The run of this id broke.
    """

    told = Signal(object)
    warmed = Signal(object)
    failed = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("training")
        self._tasks: SimpleQueue[Callable[[], None] | None] = SimpleQueue()

    def run(self) -> None:
        give_way()
        while (task := self._tasks.get()) is not None:
            task()

    def warm_up(self) -> None:
        """Load TensorFlow."""
        self._tasks.put(self._warm_up)

    def train(self, request: TrainRequest, control: Control) -> None:
        """Train, sending every event."""
        self._tasks.put(partial(self._train, request, control))

    def compile_ahead(self, request: TrainRequest) -> None:
        """Compile what a later run of `request` needs, so that it starts at once."""
        self._tasks.put(partial(self._compile, request))

    def finish(self) -> None:
        """End the thread after what it is doing, and wait for it."""
        self._tasks.put(None)
        self.wait()

    def _warm_up(self) -> None:
        try:
            from mlp_studio.engine.warm import warm_up

            self.warmed.emit(warm_up())
        except Exception as error:  # noqa: BLE001 - told to the window, which reports it
            self.warmed.emit(error)

    def _compile(self, request: TrainRequest) -> None:
        if not self._tasks.empty():
            return  # a run or a newer design waits
        try:
            from mlp_studio.engine.warm import compile_ahead

            compile_ahead(request)
        except Exception as error:  # noqa: BLE001 - told as of no run; Train would meet it again
            self.failed.emit(request.run_id, error)

    def _train(self, request: TrainRequest, control: Control) -> None:
        try:
            from mlp_studio.engine.train import train

            train(request, self.told.emit, control)
        except Exception as error:  # noqa: BLE001 - told to the window, which reports it
            self.failed.emit(request.run_id, error)
