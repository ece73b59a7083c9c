"""Which of several devices trains a network fastest: measured, not guessed.

A small network is often faster on the CPU, where a step costs no launch of kernels.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from statistics import median

from mlp_studio.core.devices import Choice, DeviceInfo
from mlp_studio.core.errors import StudioError
from mlp_studio.engine.backend import tf
from mlp_studio.engine.chunks import GROWTH, TARGET, ChunkLength
from mlp_studio.engine.loop import MAX_STEPS, Structure

TIMED = 5  # calls, of which the median counts
BUDGET = 1.0  # seconds a device; one call is timed in any case
REMEMBERED = 256  # verdicts

Steps = Callable[[int], None]
"""Makes so many real steps of training and waits for them; nothing is kept."""

_verdicts: dict[tuple[Structure, tuple[DeviceInfo, ...]], Choice] = {}


def choose(
    devices: Sequence[DeviceInfo], key: Structure, steps_on: Callable[[DeviceInfo], Steps]
) -> Choice:
    """Return the device that makes training steps fastest.

    Each structure is measured once for the same devices, as long as the program runs.

    Parameters
    ----------
    devices : sequence of DeviceInfo
        At least one.
    key : Structure
        Of the run, whatever its device.
    steps_on : callable
        Prepares training on a device and compiles it. A device where this or the steps
        fail is left out.

    Raises
    ------
    Exception
        That of the last device, when all fail.
    """
    asked = (replace(key, device=""), tuple(devices))
    if asked not in _verdicts:
        while len(_verdicts) >= REMEMBERED:
            _verdicts.pop(next(iter(_verdicts)))
        _verdicts[asked] = _measure_all(devices, key.steps, steps_on)
    return _verdicts[asked]


def _measure_all(
    devices: Sequence[DeviceInfo], steps: int, steps_on: Callable[[DeviceInfo], Steps]
) -> Choice:
    times: list[tuple[DeviceInfo, float]] = []
    failed: list[tuple[DeviceInfo, str]] = []
    for device in devices:
        try:
            times.append((device, 1e3 * seconds_per_step(steps_on(device), steps)))
        except (tf.errors.OpError, MemoryError, StudioError) as error:
            if len(failed) == len(devices) - 1:
                raise
            failed.append((device, first_line(error)))
    times.sort(key=lambda pair: pair[1])
    return Choice(times[0][0], tuple(times), tuple(failed))


def seconds_per_step(make: Steps, steps: int) -> float:
    """Return the median time of a step, in calls as long as those of training.

    Parameters
    ----------
    make : callable
        Compiled.
    steps : int
        Of an epoch: no call makes more.
    """
    make(1)  # warms up: memory is taken, a GPU tries out its kernels
    chunk, times, settled = ChunkLength(), list[float](), False
    began = time.perf_counter()
    while len(times) < TIMED and not (times and time.perf_counter() - began > BUDGET):
        count = min(chunk.steps, steps)
        before = time.perf_counter()
        make(count)
        seconds = time.perf_counter() - before
        # Short calls would count what a call costs as a step's.
        settled = settled or count == min(steps, MAX_STEPS) or seconds > TARGET / GROWTH
        if settled:
            times.append(seconds / count)
        chunk.took(count, seconds)
    return median(times)


def first_line(error: BaseException) -> str:
    """Return the first line of TensorFlow's explanation."""
    words = str(getattr(error, "message", None) or error) or type(error).__name__
    return words.splitlines()[0]
