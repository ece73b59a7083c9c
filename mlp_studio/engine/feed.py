"""Where the rows of a data set lie while training: all on the device, or a window of them.

A set that fits stays on the device from run to run. A larger one is streamed: the host
gathers the rows of the next steps in the epoch's order while the device works on those
before. Both feed the same compiled code the same rows, so the weights are the same.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import numpy as np

from mlp_studio.core.arrays import AnyArray
from mlp_studio.engine.backend import tf
from mlp_studio.engine.loop import VALIDATION_BATCH
from mlp_studio.engine.memory import free_bytes

SHARE = 0.5  # of the free memory, which a data set may take
WINDOW = 64 * 2**20  # bytes of a window; two are on the device at a time
UNKNOWN = 8 * 2**30  # bytes taken for free where the system does not tell


@dataclass(frozen=True)
class Window:
    """Rows on the device, and the steps to make with them.

    Parameters
    ----------
    arrays : tuple of tensors
        Rows of each array.
    base : int
        The step of the epoch, or the row of the set, that comes first.
    count : int
        How many steps there are to make, or rows that count.
    order : tensor of shape (steps, batch), optional
        The rows' numbers for each step.
    """

    arrays: tuple[Any, ...]
    base: int
    count: int
    order: Any = None


class Feed:
    """Hands out the rows of a set window by window.

    Parameters
    ----------
    arrays : sequence of ndarray of shape (n, ...)
        Inputs, targets and what else belongs to a row.
    device : str
        TensorFlow's name of the device.
    rows : int
        Rows of a window; `n` when everything lies on the device.
    resident : tuple of tensors, optional
        Everything on the device, where it fits.
    """

    def __init__(
        self,
        arrays: Sequence[AnyArray],
        device: str,
        rows: int,
        resident: tuple[Any, ...] | None = None,
    ) -> None:
        self._arrays = tuple(arrays)
        self._device = device
        self.rows = rows
        self._resident = resident

    def __len__(self) -> int:
        return len(self._arrays[0])

    def ahead(self) -> tuple[Any, ...]:
        """Return tensors of a window's shape, to compile with."""
        if self._resident is not None:
            return self._resident
        with tf.device(self._device):
            return tuple(tf.zeros((self.rows, *a.shape[1:])) for a in self._arrays)

    def steps(self, order: AnyArray) -> Iterator[Window]:
        """Yield the windows of an epoch.

        Parameters
        ----------
        order : ndarray of shape (steps, batch)
            The rows of each step.
        """
        if self._resident is not None:
            yield Window(self._resident, 0, len(order), tf.constant(order))
            return
        batch = order.shape[1]
        per = self.rows // batch
        local = tf.constant(np.arange(per * batch, dtype=np.int32).reshape(per, batch))
        pieces = [order[base : base + per].ravel() for base in range(0, len(order), per)]
        for number, arrays in enumerate(self._gathered(pieces)):
            base = number * per
            yield Window(arrays, base, min(per, len(order) - base), local)

    def rows_in_turn(self) -> Iterator[Window]:
        """Yield the windows of the set as it lies, each row once."""
        if self._resident is not None:
            yield Window(self._resident, 0, len(self))
            return
        everything = np.arange(len(self))
        pieces = [everything[base : base + self.rows] for base in range(0, len(self), self.rows)]
        for number, arrays in enumerate(self._gathered(pieces)):
            yield Window(arrays, number * self.rows, len(pieces[number]))

    def _gathered(self, pieces: Sequence[AnyArray]) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of each piece, gathered while the one before is in use."""
        with ThreadPoolExecutor(1, "feed") as pool:
            coming = pool.submit(self._gather, pieces[0])
            for following in [*pieces[1:], None]:
                arrays = coming.result()
                if following is not None:
                    coming = pool.submit(self._gather, following)
                yield arrays

    def _gather(self, rows: AnyArray) -> tuple[Any, ...]:
        tensors = []
        with tf.device(self._device):
            for array in self._arrays:
                window = np.zeros((self.rows, *array.shape[1:]), np.float32)
                np.take(array, rows, axis=0, out=window[: len(rows)])
                tensors.append(tf.constant(window))
        return tuple(tensors)


class Feeds:
    """The data sets last put on a device: training again does not copy them again."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[str, tuple[AnyArray, ...], tuple[Any, ...]]] = {}

    def training(
        self, device: str, arrays: Sequence[AnyArray], batch: int, limit: int | None
    ) -> Feed:
        """Return the feed of a training set, streamed where it takes more than `limit` bytes."""
        return self._feed("training", device, arrays, batch, limit)

    def validation(self, device: str, arrays: Sequence[AnyArray], limit: int | None) -> Feed:
        """Return the feed of a validation set, streamed where it takes more than `limit` bytes."""
        return self._feed("validation", device, arrays, VALIDATION_BATCH, limit)

    def forget(self) -> None:
        """Let go of all sets."""
        self._kept.clear()

    def _feed(
        self, role: str, device: str, arrays: Sequence[AnyArray], unit: int, limit: int | None
    ) -> Feed:
        rows, size = len(arrays[0]), sum(array.size for array in arrays) * 4
        kept = self._kept.get(role)
        fits = limit is None or size <= limit
        if fits and kept is not None and kept[0] == device and _same(kept[1], arrays):
            return Feed(arrays, device, rows, kept[2])
        self._kept.pop(role, None)  # make room before the new set comes
        allowed = int(SHARE * (free_bytes() or UNKNOWN)) if limit is None else limit
        if size <= allowed:
            try:
                with tf.device(device):
                    tensors = tuple(tf.constant(array, tf.float32) for array in arrays)
            except tf.errors.ResourceExhaustedError:
                pass  # the device has less room than that; a window of it will do
            else:
                self._kept[role] = (device, tuple(arrays), tensors)
                return Feed(arrays, device, rows, tensors)
        room = WINDOW if limit is None else limit // 2
        units = max(1, room * rows // max(size, 1) // unit)
        return Feed(arrays, device, min(units, math.ceil(rows / unit)) * unit)


def _same(old: Sequence[AnyArray], new: Sequence[AnyArray]) -> bool:
    return len(old) == len(new) and all(
        a is b and not b.flags.writeable for a, b in zip(old, new, strict=True)
    )
