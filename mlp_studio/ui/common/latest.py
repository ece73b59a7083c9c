"""Work off the GUI thread where only the newest question matters."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from mlp_studio.studio.priority import give_way

INTERVAL_MS = 100  # at most ten answers a second
REST = 3.0  # while a network trains: rest this many times as long as the work took


class _Messenger(QObject):
    """Carries an answer into the GUI thread.

    The thread holds it too, so that it is there to the end even if whoever asked
    is not.
    """

    told = Signal(int, object, object, float)


class Latest(QObject):
    """Answers the newest question, one at a time, and never too often.

    A question asked while another is being worked on waits; a third replaces it.

    Parameters
    ----------
    interval_ms : int
        Least time between two answers.

    Signals
    -------
    done(object)
        The answer.
    failed(Exception)
        The work raised.
    """

    done = Signal(object)
    failed = Signal(object)

    def __init__(self, interval_ms: int = INTERVAL_MS, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._interval_ms = interval_ms
        self._generation = 0
        self._thread: threading.Thread | None = None
        self._waiting: Callable[[], object] | None = None
        self._resting = 0.0
        self._messenger = _Messenger()
        self._messenger.told.connect(self._on_told)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._go_on)

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._thread is not None or self._waiting is not None

    def ask(self, work: Callable[[], object], *, rest: float = 0.0) -> None:
        """Have `work` done in a thread as soon as it is its turn.

        Parameters
        ----------
        work : callable
            Returns the answer; knows nothing of Qt.
        rest : float
            How long to leave the processor to others afterwards, in times of the work.
        """
        self._waiting, self._resting = work, rest
        if not rest and self._rest.remainingTime() > self._interval_ms:
            self._rest.start(self._interval_ms)  # nobody needs the processor any more
        self._go_on()

    def forget(self) -> None:
        """Drop the question that waits and the answer that is on its way."""
        self._generation += 1
        self._waiting = None

    def _go_on(self) -> None:
        if self._thread is not None or self._rest.isActive() or self._waiting is None:
            return
        work, self._waiting = self._waiting, None
        arguments = (self._messenger, self._generation, work)
        self._thread = threading.Thread(target=_run, args=arguments, name="latest")
        self._thread.start()

    @Slot(int, object, object, float)
    def _on_told(
        self, generation: int, answer: object, error: Exception | None, seconds: float
    ) -> None:
        self._thread = None
        self._rest.start(max(self._interval_ms, round(1000 * self._resting * seconds)))
        if generation != self._generation:
            return
        if error is None:
            self.done.emit(answer)
        else:
            self.failed.emit(error)


def _run(messenger: _Messenger, generation: int, work: Callable[[], object]) -> None:
    give_way()
    start = time.perf_counter()
    answer, error = None, None
    try:
        answer = work()
    except Exception as raised:  # noqa: BLE001 - handed to the owner, who shows it
        error = raised
    messenger.told.emit(generation, answer, error, time.perf_counter() - start)
