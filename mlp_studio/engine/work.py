"""What a run asks of the device: chunks of steps and of validation, each one timed."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any, TypeVar

import numpy as np

from mlp_studio.core.arrays import AnyArray
from mlp_studio.core.control import Control
from mlp_studio.engine.backend import tf
from mlp_studio.engine.chunks import ChunkLength
from mlp_studio.engine.feed import Window
from mlp_studio.engine.loop import State
from mlp_studio.engine.prepare import Prepared
from mlp_studio.engine.worker import run_or_stop

T = TypeVar("T")


class Work:
    """Calls the compiled functions of a run.

    Parameters
    ----------
    prepared : Prepared
        The functions and where they run.
    state : State
        To start from.
    control : Control
        A call that may take long is left behind when *Stop* is asked for.

    Attributes
    ----------
    state : State
        After the last steps that were waited for.
    seconds : float
        Spent in calls.
    chunk, validation_chunk : ChunkLength
        How many steps, and how many parts of the validation set, to ask for next.
    """

    def __init__(self, prepared: Prepared, state: State, control: Control) -> None:
        self._prepared = prepared
        self._control = control
        self.state = state
        self.seconds = 0.0
        self.chunk = ChunkLength()
        self.validation_chunk = ChunkLength()

    def steps(self, window: Window, at: tuple[int, ...], rates: Any, noise: Any) -> AnyArray:
        """Make steps and return the table of their losses and metrics.

        `at` and the rest are those of `mlp_studio.engine.loop.Compiled`.

        Raises
        ------
        Stopped
            When *Stop* came before the end of a long call; the state stays as it was.
        """
        state, place = self.state, tf.constant(at, tf.int32)

        def call() -> tuple[State, AnyArray]:
            *new, table = self._prepared.functions.steps(
                state.trainable,
                state.fixed,
                state.slots,
                window.arrays,
                window.order,
                place,
                rates,
                noise,
            )
            return State(*new), table.numpy()

        self.state, table = self._timed(self.chunk, at[2], call)
        return table

    def look(self, window: Window, first: int, count: int) -> tuple[AnyArray, float]:
        """Return the sums of loss and metric over some parts of a window, and the penalty.

        Raises
        ------
        Stopped
            When *Stop* came before the end of a long call.
        """
        state, place = self.state, tf.constant([first, count, window.count], tf.int32)

        def call() -> tuple[AnyArray, float]:
            sums, extra = self._prepared.functions.validate(
                state.trainable, state.fixed, window.arrays, place
            )
            return sums.numpy().astype(np.float64), float(extra)

        return self._timed(self.validation_chunk, count, call)

    def _timed(self, chunk: ChunkLength, steps: int, call: Callable[[], T]) -> T:
        """Return what `call` returns, having learnt how long its `steps` take."""
        began = time.perf_counter()
        if chunk.may_be_long:

            def there() -> T:
                with tf.device(self._prepared.device.name):
                    return call()

            result = run_or_stop(there, self._control)
        else:
            result = call()
        seconds = time.perf_counter() - began
        chunk.took(steps, seconds)
        self.seconds += seconds
        return result
