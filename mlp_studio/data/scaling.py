"""Finding a scaler's parameters: on the examples it is shown and no others."""

from __future__ import annotations

from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from mlp_studio.core.arrays import AnyArray, FloatArray, Progress, frozen, no_progress
from mlp_studio.core.scaling import Scaler, Scaling
from mlp_studio.core.text import text

CHUNK = 4096  # examples scaled at a time, between two looks at `progress`
_CHUNK_NUMBERS = 1 << 20  # fewer examples where they are large: steps of some milliseconds


class Examples(Protocol):
    """What a scaler is fitted to: an array, or something that makes rows when asked."""

    @property
    def shape(self) -> tuple[int, ...]:
        """Number of examples and shape of one."""

    def __len__(self) -> int: ...

    def __getitem__(self, rows: Any, /) -> Any: ...


def fit(
    scaling: Scaling,
    x: Examples,
    indices: AnyArray | None = None,
    *,
    indicators: AnyArray | None = None,
    fill: AnyArray | None = None,
    unseen: tuple[int, ...] = (),
    progress: Progress = no_progress,
) -> Scaler:
    """Return the scaler for `x`, its parameters taken from the examples at `indices` alone.

    Parameters
    ----------
    scaling : {"none", "divide_255", "min_max", "standard"}
        ``min_max`` brings each feature to [0, 1], ``standard`` to mean 0 and standard
        deviation 1 (that of the examples: divided by n). A feature that never changes is
        only shifted.
    x : ndarray of shape (n, ...), or Examples
        Raw inputs.
    indices : ndarray of int, optional
        The training part; everything when left out.
    indicators : ndarray of bool, shape (features,), optional
        Which features only say yes (1) or no (0), such as those of a category; they stay.
    fill : ndarray of shape (features,), optional
        What stands in for missing values.
    unseen : tuple of int
        Features which the training part does not have.
    progress : Progress
        May raise `Cancelled`.
    """
    filled = () if fill is None else tuple(float(value) for value in fill)
    plain = scaling in {"none", "divide_255"}
    if plain and (scaling == "none" or indicators is None or not indicators.any()):
        return Scaler(kind=scaling, fill=filled, unseen=unseen)
    features = int(np.prod(x.shape[1:]))
    if plain:
        shift, scale = np.zeros(features), np.full(features, 255.0)
    else:
        chosen = np.arange(len(x)) if indices is None else indices
        measure = _min_max if scaling == "min_max" else _standard
        shift, scale = measure(x, chosen, Scaler(fill=filled), progress)
    if indicators is not None:
        shift[indicators], scale[indicators] = 0.0, 1.0
    return Scaler(
        kind=scaling,
        shift=tuple(shift.tolist()),
        scale=tuple(scale.tolist()),
        fill=filled,
        unseen=unseen,
    )


Numbers = NDArray[np.float64]


def _rows(
    x: Examples, chosen: AnyArray, start: int, step: int, filler: Scaler
) -> tuple[Numbers, int]:
    """Return some of the chosen examples as rows of double precision, filled in."""
    some = chosen[start : start + step]
    rows = x[some].reshape(len(some), -1).astype(np.float64)
    if filler.fill:
        np.copyto(rows, np.array(filler.fill), where=np.isnan(rows))
    return rows, len(some)


def _min_max(
    x: Examples, chosen: AnyArray, filler: Scaler, progress: Progress
) -> tuple[Numbers, Numbers]:
    step = chunk_of(x)
    low: Numbers = np.full(int(np.prod(x.shape[1:])), np.inf)
    high = -low
    for start in range(0, len(chosen), step):
        progress(start / len(chosen), text("Finding the scaling"))
        rows, _ = _rows(x, chosen, start, step, filler)
        np.minimum(low, rows.min(axis=0), out=low)
        np.maximum(high, rows.max(axis=0), out=high)
    return low, _positive(high - low)


def _standard(
    x: Examples, chosen: AnyArray, filler: Scaler, progress: Progress
) -> tuple[Numbers, Numbers]:
    # Two passes: the sum of squares in one would lose the digits of dates and other large numbers.
    step, n = chunk_of(x), len(chosen)
    total = np.zeros(int(np.prod(x.shape[1:])))
    for start in range(0, n, step):
        progress(0.5 * start / n, text("Finding the scaling"))
        total += _rows(x, chosen, start, step, filler)[0].sum(axis=0)
    mean = total / n
    squares, largest = np.zeros_like(mean), np.abs(mean)
    for start in range(0, n, step):
        progress(0.5 + 0.5 * start / n, text("Finding the scaling"))
        rows, _ = _rows(x, chosen, start, step, filler)
        rows -= mean
        squares += (rows**2).sum(axis=0)
    spread = np.sqrt(squares / n)
    # What is left of a constant after rounding is no spread.
    spread[spread <= 8 * np.finfo(np.float64).eps * largest] = 0
    return mean, _positive(spread)


def _positive(scale: Numbers) -> Numbers:
    """Return the scales, 1 for features that never change: nothing is divided by zero."""
    usable = (scale > 0) & np.isfinite(scale)
    return np.where(usable, scale, 1.0)


def chunk_of(x: Examples) -> int:
    """Return how many examples are treated at a time."""
    return max(1, min(CHUNK, _CHUNK_NUMBERS // max(1, int(np.prod(x.shape[1:])))))


def scaled(
    x: AnyArray,
    indices: AnyArray,
    scaler: Scaler,
    progress: Progress = no_progress,
    done: int = 0,
    total: int = 0,
) -> FloatArray:
    """Return the examples at `indices` as the network gets them, a chunk at a time.

    Parameters
    ----------
    x : ndarray of shape (n, ...)
        Raw inputs.
    indices : ndarray of int
        Which of them.
    scaler : Scaler
        Fitted.
    progress : Progress
        May raise `Cancelled`.
    done, total : int
        Examples scaled before, and in all; for the progress.
    """
    values = np.empty((len(indices), *x.shape[1:]), np.float32)
    step = chunk_of(x)
    for start in range(0, len(indices), step):
        progress((done + start) / (total or len(indices)), text("Scaling the examples"))
        values[start : start + step] = scaler.transform(x[indices[start : start + step]])
    return frozen(values)
