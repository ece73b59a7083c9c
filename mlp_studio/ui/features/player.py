"""Which moment of the film is shown, and how it runs."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal, Slot

from mlp_studio.analysis.film import Film, FilmFrame
from mlp_studio.studio.film import FilmRecorder

TICK_MS = 16
RATE = 12.0  # frames a second at the usual speed
SPEEDS = (0.5, 1.0, 2.0, 4.0, 8.0)


class Player(QObject):
    """A place in the film: one of its frames, or what is live.

    A frame that is shown stays shown while others come and go around it.

    Parameters
    ----------
    recorder : FilmRecorder
        Has the film.

    Signals
    -------
    moved()
        Another moment is shown.
    changed()
        It plays or rests, or the film has other frames.
    """

    moved = Signal()
    changed = Signal()

    def __init__(self, recorder: FilmRecorder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._recorder = recorder
        self._shown: FilmFrame | None = None
        self._between = 0.0
        self._rest = 0.0  # how long the last frame has been shown, in frames
        self._speed = 1.0
        self._clock = QElapsedTimer()
        self.fits: Callable[[Film], bool] = lambda _film: True
        self.ready: Callable[[FilmFrame], bool] = lambda _frame: True
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        recorder.changed.connect(self.refresh)

    @property
    def recorder(self) -> FilmRecorder:
        """What makes the film."""
        return self._recorder

    @property
    def frames(self) -> list[FilmFrame]:
        """The film's frames; empty where there is no film."""
        film = self.film
        return [] if film is None else film.frames

    @property
    def film(self) -> Film | None:
        """The film, where it is of the network that is there."""
        film = self._recorder.film
        return film if film is not None and self.fits(film) else None

    @property
    def shown(self) -> FilmFrame | None:
        """The frame that is shown; None for what is live."""
        return self._shown

    @property
    def following(self) -> FilmFrame | None:
        """The frame after the one that is shown."""
        number, frames = self.number, self.frames
        return frames[number + 1] if self._shown and number + 1 < len(frames) else None

    @property
    def between(self) -> float:
        """How far on the way to the next frame, from 0 to below 1."""
        return self._between

    @property
    def number(self) -> int:
        """The place of what is shown; that behind the last frame for what is live."""
        frames = self.frames
        if self._shown is None:
            return len(frames)
        step = self._shown.step
        return min(range(len(frames)), key=lambda k: abs(frames[k].step - step), default=0)

    @property
    def playing(self) -> bool:
        """Whether it runs."""
        return self._timer.isActive()

    @property
    def speed(self) -> float:
        """How many times the usual speed."""
        return self._speed

    @speed.setter
    def speed(self, speed: float) -> None:
        self._speed = speed
        self.changed.emit()

    def go(self, number: int) -> None:
        """Show a frame by its number; one behind the last is what is live."""
        frames = self.frames
        if number >= len(frames):
            self.go_live()
        else:
            self._show(frames[max(0, number)])

    def go_live(self) -> None:
        """Show what is live, and follow it."""
        self.pause()
        self._show(None)

    def seek(self, epoch: float) -> None:
        """Show the frame nearest to a moment in epochs."""
        film = self.film
        if film is not None and len(film):
            self.pause()
            self._show(film.frames[film.nearest(epoch)])

    def step(self, by: int) -> None:
        """Go on or back by some frames."""
        self.pause()
        if self.frames:
            self.go(max(0, self.number + by))

    def toggle(self) -> None:
        """Play or rest."""
        if self.playing:
            self.pause()
        else:
            self.play()

    def play(self) -> None:
        """Run from here; from the beginning when at the end."""
        if len(self.frames) < 2:
            return
        if self._shown is None or self.following is None:
            self._show(self.frames[0])
        self._clock.start()
        self._timer.start()
        self.changed.emit()

    def pause(self) -> None:
        """Rest here."""
        if self._timer.isActive():
            self._timer.stop()
            self.changed.emit()

    def _show(self, frame: FilmFrame | None) -> None:
        if frame is not self._shown or self._between:
            self._shown, self._between, self._rest = frame, 0.0, 0.0
            self.moved.emit()

    @Slot()
    def _tick(self) -> None:
        number, frames = self.number, self.frames
        if self._shown is None:
            self.pause()
            return
        place = (
            number + self._between + self._rest + self._clock.restart() / 1000 * RATE * self._speed
        )
        whole = math.floor(place)
        while whole > number and whole < len(frames) and not self.ready(frames[whole]):
            whole -= 1  # not computed yet: wait for it
            place = float(whole)
        if place >= len(frames):
            self.go_live()
            return
        if whole + 1 == len(frames) or not self.ready(frames[whole + 1]):
            self._rest = place - whole if whole + 1 == len(frames) else 0.0
            place = float(whole)
        else:
            self._rest = 0.0
        self._shown, self._between = frames[whole], place - whole
        self.moved.emit()

    @Slot()
    def refresh(self) -> None:
        """Look again at which frames there are."""
        frames = self.frames
        if not frames:
            self.go_live()
        elif self._shown is not None and not any(f is self._shown for f in frames):
            self._show(frames[self.number])  # it was left out, or the film is another one
        self.changed.emit()
