"""How a running training is told to pause, go on or stop, from another thread."""

from __future__ import annotations

import threading


class Control:
    """Shared by the thread that trains and the one where people click.

    The engine looks at it between chunks of steps, at most some tens of
    milliseconds apart.
    """

    def __init__(self) -> None:
        self._running = threading.Event()
        self._running.set()
        self._stopped = threading.Event()
        self._pause_after_epoch = threading.Event()
        self._lock = threading.Lock()
        self._learning_rate: float | None = None

    @property
    def stopped(self) -> bool:
        """Whether *Stop* was asked for."""
        return self._stopped.is_set()

    @property
    def paused(self) -> bool:
        """Whether the run is held, or will be at the next chunk."""
        return not self._running.is_set()

    def pause(self) -> None:
        """Hold the run at the next chunk; nothing holds a run which must stop."""
        with self._lock:
            if not self._stopped.is_set():
                self._running.clear()

    def resume(self) -> None:
        """Let the run go on."""
        self._pause_after_epoch.clear()
        self._running.set()

    def stop(self) -> None:
        """End the run at the next chunk, paused or not."""
        with self._lock:
            self._stopped.set()
            self._running.set()

    def one_epoch(self) -> None:
        """Go on to the end of the current epoch and pause there."""
        self._pause_after_epoch.set()
        self._running.set()

    def epoch_ended(self) -> None:
        """Told by the engine; pauses where `one_epoch` was asked for."""
        if self._pause_after_epoch.is_set():
            self._pause_after_epoch.clear()
            self.pause()

    def wait_while_paused(self) -> None:
        """Block until the run may go on or must stop."""
        self._running.wait()

    def set_learning_rate(self, rate: float) -> None:
        """Train on with `rate` from the next chunk."""
        with self._lock:
            self._learning_rate = rate

    def take_learning_rate(self) -> float | None:
        """Return a newly set rate once, else None."""
        with self._lock:
            rate, self._learning_rate = self._learning_rate, None
            return rate
