"""Layouts of neighbours: asked for in a job, kept by the moment they are of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QObject, Signal

from mlp_studio.analysis.neighbours import Arrangement, Neighbourhood, arrange
from mlp_studio.core.arrays import Progress
from mlp_studio.core.text import Text
from mlp_studio.studio.jobs import Job, Jobs
from mlp_studio.ui.features.compute import features_of
from mlp_studio.ui.features.frame import Frame, Probe, Question, View

Key = tuple[str, View, Neighbourhood]


@dataclass(frozen=True, eq=False)
class Kept:
    """A layout and what it is of."""

    arrangement: Arrangement
    probe: Probe
    epoch: float


class Arranger(QObject):
    """Has layouts of neighbours made, one job at a time, each beginning with the one before.

    Signals
    -------
    progressed(float)
        How far it is.
    done()
        Layouts are there.
    failed(Exception)
        They can't be made.
    """

    progressed = Signal(float)
    done = Signal()
    failed = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._job: Job | None = None
        self._kept: dict[Key, list[Kept]] = {}
        self.share = 0.0
        self.trouble: Exception | None = None

    @property
    def busy(self) -> bool:
        """Whether layouts are being made."""
        return self._job is not None

    def find(self, frame: Frame, how: Neighbourhood) -> Kept | None:
        """Return the layout of the moment that is nearest to a frame's."""
        kept = self._of(frame.question, how, frame.probe)
        epoch = frame.epoch or 0.0
        return min(kept, key=lambda one: abs(one.epoch - epoch), default=None)

    def begin(
        self, frames: Sequence[tuple[Question, float]], probe: Probe, how: Neighbourhood
    ) -> None:
        """Have moments laid out; what was under way is given up.

        Parameters
        ----------
        frames : sequence of (Question, float)
            What is to be laid out, and the moment in epochs.
        probe : Probe
            The examples.
        how : Neighbourhood
            Method and parameters.
        """
        self.cancel()
        asked = list(frames)
        if not asked:
            return
        former = self._of(asked[0][0], how, probe, alike=True)
        start = former[-1].arrangement.points if former else None

        def work(progress: Progress) -> list[Arrangement]:
            return arrange([features_of(one) for one, _ in asked], how, start, progress)

        def done(found: list[Arrangement]) -> None:
            self._job = None
            key = _key(asked[0][0], how)
            fresh = [Kept(one, probe, epoch) for one, (_, epoch) in zip(found, asked, strict=True)]
            epochs = {one.epoch for one in fresh}
            others = [one for one in self._of(asked[0][0], how, probe) if one.epoch not in epochs]
            self._kept[key] = others + fresh
            self.done.emit()

        self.share, self.trouble = 0.0, None
        self._job = self._jobs.start(work, done, self._on_failed, self._on_progress)

    def cancel(self) -> None:
        """Give up what is being made."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def forget(self) -> None:
        """Forget all layouts: they are of other weights or other data."""
        self.cancel()
        self._kept.clear()
        self.trouble = None

    def _of(
        self, question: Question, how: Neighbourhood, probe: Probe, *, alike: bool = False
    ) -> list[Kept]:
        """Return the layouts of the same examples; `alike` with other parameters too."""
        key = _key(question, how)
        kept = self._kept.get(key, [])
        if alike and not kept:
            kept = [
                one
                for other, found in self._kept.items()
                if other[:2] == key[:2] and other[2].method == how.method
                for one in found
            ]
        return [one for one in kept if _same(one.probe, probe)]

    def _on_progress(self, share: float, _what: Text) -> None:
        self.share = share
        self.progressed.emit(share)

    def _on_failed(self, error: Exception) -> None:
        self._job, self.trouble = None, error
        self.failed.emit(error)


def _key(question: Question, how: Neighbourhood) -> Key:
    return question.layer, question.view, how


def _same(one: Probe, other: Probe) -> bool:
    return one.part == other.part and np.array_equal(one.indices, other.indices)
