"""The numbers behind the curves, gathered from a run's events; no widget."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from mlp_studio.core.arrays import AnyArray
from mlp_studio.core.events import EpochDone, RunStarted, StepsDone

Series = NDArray[np.float64]

CAPACITY = 1024  # points of the step curve: more than a plot has pixels


class StepTrace:
    """The losses of many steps, thinned as they come so that they can be drawn at once.

    Each point is the mean of `stride` steps; when there would be more than `capacity`
    points, neighbours are joined and the stride doubles.

    Parameters
    ----------
    capacity : int
        Most points kept; even.
    """

    def __init__(self, capacity: int = CAPACITY) -> None:
        self._capacity = capacity
        self.clear()

    def clear(self) -> None:
        """Forget everything."""
        self.stride = 1
        self._points: list[float] = []
        self._open: list[float] = []

    def extend(self, losses: AnyArray) -> None:
        """Take in the losses of further steps."""
        self._open.extend(float(loss) for loss in losses)
        while len(self._open) >= self.stride:
            done = len(self._open) // self.stride * self.stride
            room = (self._capacity - len(self._points)) * self.stride
            done = min(done, room)
            block = np.array(self._open[:done], np.float64).reshape(-1, self.stride)
            self._points.extend(block.mean(axis=1).tolist())
            del self._open[:done]
            if len(self._points) >= self._capacity:
                pairs = np.array(self._points, np.float64).reshape(-1, 2)
                self._points = pairs.mean(axis=1).tolist()
                self.stride *= 2

    def arrays(self) -> tuple[Series, Series]:
        """Return the number of steps done at each point (its last) and its loss."""
        losses = np.array(self._points, np.float64)
        return (np.arange(len(losses), dtype=np.float64) + 1) * self.stride, losses


class RunSeries:
    """What the curves show: the epochs of the weights' life, the steps of the run."""

    def __init__(self) -> None:
        self.epochs: list[EpochDone] = []
        self.steps = StepTrace()
        self._first_epoch = 1
        self._steps_per_epoch = 1

    def clear(self) -> None:
        """Forget everything."""
        self.epochs.clear()
        self.steps.clear()

    def load(self, epochs: Iterable[EpochDone]) -> None:
        """Begin with the epochs of an earlier run."""
        self.clear()
        for event in epochs:
            self.add_epoch(event)

    def start(self, event: RunStarted) -> None:
        """Begin a run: its steps are counted from its first epoch."""
        self.steps.clear()
        self._first_epoch = event.first_epoch
        self._steps_per_epoch = max(1, event.steps_per_epoch)

    def add_steps(self, event: StepsDone) -> None:
        """Take in the losses of some steps."""
        self.steps.extend(event.losses)

    def add_epoch(self, event: EpochDone) -> None:
        """Take in an epoch.

        A run that goes on from restored weights counts from the epoch they are of:
        what came after it belongs to weights that were given up.
        """
        while self.epochs and self.epochs[-1].epoch >= event.epoch:
            self.epochs.pop()
        self.epochs.append(event)

    @property
    def numbers(self) -> Series:
        """The epochs' numbers."""
        return np.array([event.epoch for event in self.epochs], np.float64)

    def values(self, name: str) -> Series:
        """Return the log called `name` of every epoch; NaN where there is none."""
        return np.array([event.logs.get(name, np.nan) for event in self.epochs], np.float64)

    def step_curve(self) -> tuple[Series, Series]:
        """Return where on the axis of epochs each point of the step curve stands, and its loss."""
        done, losses = self.steps.arrays()
        return self._first_epoch - 1 + done / self._steps_per_epoch, losses

    def nearest(self, x: float) -> int | None:
        """Return the position of the epoch nearest to `x`."""
        return int(np.abs(self.numbers - x).argmin()) if self.epochs else None
