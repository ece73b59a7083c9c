"""The film's frames as pictures: computed off the GUI thread, in good order, and kept."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from PySide6.QtCore import QObject, Signal, Slot

from mlp_studio.analysis.film import FilmFrame
from mlp_studio.ui.common.latest import Latest
from mlp_studio.ui.features.frame import Frame, Place

Work = Callable[[FilmFrame, Place | None], Callable[[], Frame]]


class Reel(QObject):
    """Pictures of a film's frames.

    What is wanted comes first. Then the others are made outward from the first that was
    wanted, each beside its neighbour: so all of them keep one orientation. A picture that
    was wanted before its neighbour was there is made again when its turn comes.

    Signals
    -------
    done(Frame)
        A picture is there, or is another one.
    failed(Exception)
        The work raised.
    """

    done = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._urgent = Latest(interval_ms=0, parent=self)  # what is wanted waits for nothing
        self._others = Latest(interval_ms=0, parent=self)
        for latest in (self._urgent, self._others):
            latest.failed.connect(self.failed)
        self._urgent.done.connect(self._on_wanted)
        self._others.done.connect(self._on_other)
        self._asked: FilmFrame | None = None  # of the urgent ones
        self._making = False  # one of the others
        self._kept: dict[int, Frame] = {}
        self._settled: set[int] = set()
        self._anchor: int | None = None
        self._key: Hashable = None
        self._wanted: FilmFrame | None = None
        self._frames: list[FilmFrame] = []
        self._work: Work | None = None
        self._ahead = True
        self._rest = 0.0

    @property
    def busy(self) -> bool:
        """Whether pictures are still to come."""
        return self._asked is not None or self._making

    @property
    def kept(self) -> int:
        """How many pictures there are."""
        return len(self._kept)

    def begin(self, key: Hashable) -> None:
        """Forget the pictures, unless they are of the same things seen in the same way."""
        if key != self._key:
            self.forget()
            self._key = key

    def forget(self) -> None:
        """Forget everything."""
        self._urgent.forget()
        self._others.forget()
        self._asked, self._making = None, False
        self._kept.clear()
        self._settled.clear()
        self._anchor = self._wanted = self._key = None
        self._frames = []

    def find(self, frame: FilmFrame) -> Frame | None:
        """Return the picture of a frame where it is there."""
        found = self._kept.get(frame.step)
        asked = found.question.shot if found is not None else None
        return found if asked is not None and asked.frame is frame else None

    def want(
        self,
        wanted: FilmFrame,
        frames: list[FilmFrame],
        work: Work,
        *,
        ahead: bool = True,
        rest: float = 0.0,
    ) -> None:
        """Have a picture made, and the others when there is nothing better to do.

        Parameters
        ----------
        wanted : FilmFrame
            What is to be shown.
        frames : list of FilmFrame
            All of the film, in order.
        work : callable
            Given a frame and the picture beside it, returns what makes its picture.
        ahead : bool
            Whether the others are made too.
        rest : float
            How long to leave the processor to others after each, in times of the work.
        """
        self._wanted, self._frames, self._work = wanted, list(frames), work
        self._ahead, self._rest = ahead, rest
        if not ahead:
            self._kept = {k: v for k, v in self._kept.items() if k == wanted.step}
        self._go_on()

    def _go_on(self) -> None:
        wanted, work = self._wanted, self._work
        if wanted is None or work is None:
            return
        if self.find(wanted) is None:
            if self._asked is not wanted:
                self._asked = wanted
                self._urgent.ask(work(wanted, self._nearest(wanted)))
        elif self._ahead and not self._making and (found := self._next()) is not None:
            frame, beside = found
            self._making = True
            self._others.ask(work(frame, beside), rest=self._rest)

    def _nearest(self, frame: FilmFrame) -> Place | None:
        nearest = min(self._kept, key=lambda step: abs(step - frame.step), default=None)
        return None if nearest is None else self._kept[nearest].place

    def _next(self) -> tuple[FilmFrame, Place] | None:
        """Return the next frame outward from the first, and the picture beside it."""
        steps = [frame.step for frame in self._frames]
        if self._anchor not in steps:
            kept = [step for step in steps if step in self._settled]
            if not kept:
                return None
            self._anchor = kept[0]
        start = steps.index(self._anchor)
        for way in (range(start + 1, len(steps)), range(start - 1, -1, -1)):
            beside = start
            for number in way:
                if steps[number] not in self._settled:
                    return self._frames[number], self._kept[steps[beside]].place
                beside = number
        return None

    @Slot(object)
    def _on_wanted(self, frame: Frame) -> None:
        shot = frame.question.shot
        if shot is not None and shot.frame is self._asked:
            self._asked = None
        self._keep(frame)

    @Slot(object)
    def _on_other(self, frame: Frame) -> None:
        self._making = False
        self._keep(frame)

    def _keep(self, frame: Frame) -> None:
        shot, beside = frame.question.shot, frame.question.before
        if shot is None:
            return
        step = shot.frame.step
        other = beside.step if beside is not None else None
        settled = other is not None and self._beside(step, other)
        if not self._kept:
            self._anchor, settled = step, True
        # One that was wanted early may come after the one made in its turn.
        if settled or step not in self._settled or self.find(shot.frame) is None:
            self._kept[step] = frame
            if settled:
                self._settled.add(step)
            self.done.emit(frame)
        self._go_on()

    def _beside(self, step: int, other: int) -> bool:
        """Return whether the picture was made beside a settled neighbour."""
        if other not in self._settled:
            return False
        steps = [frame.step for frame in self._frames]
        if step not in steps or other not in steps:
            return False
        return abs(steps.index(step) - steps.index(other)) == 1
