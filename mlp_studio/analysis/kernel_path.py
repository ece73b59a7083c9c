"""How an array of weights changes over the film of a training."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from mlp_studio.analysis.film import FilmFrame
from mlp_studio.core.arrays import FloatArray

# Of a value that is rounded to half precision: eleven binary digits, evenly spread errors.
HALF = 2.0**-11 / np.sqrt(3.0)


@dataclass(frozen=True, eq=False)
class KernelPath:
    """The way of an array through the frames of a film.

    Parameters
    ----------
    epochs : ndarray of float64, shape (n,)
        When each frame was taken.
    norms : ndarray of float64, shape (n,)
        The root of the sum of the squared weights.
    changes : ndarray of float64, shape (n,)
        The norm of what was added since the frame before, for an epoch; the first is NaN.
    least : float
        Below this, a change can't be told from the rounding of the frames.
    """

    epochs: NDArray[np.float64]
    norms: NDArray[np.float64]
    changes: NDArray[np.float64]
    least: float


def weights_of(frame: FilmFrame, layer: str, number: int) -> FloatArray | None:
    """Return an array of a frame in single precision; None where it has none."""
    if frame.weights is None or layer not in frame.weights:
        return None
    return frame.weights[layer][number].astype(np.float32)


class PathKeeper:
    """Computes paths, and only what is new where frames were added.

    One thread at a time may ask.
    """

    def __init__(self) -> None:
        self._about: tuple[str, int] | None = None
        self._norms: dict[FilmFrame, float] = {}
        self._steps: dict[tuple[FilmFrame, FilmFrame], float] = {}

    def path(self, frames: Sequence[FilmFrame], layer: str, number: int) -> KernelPath:
        """Return the path of an array; empty where the frames have no weights.

        Parameters
        ----------
        frames : sequence of FilmFrame
            In the order of their steps.
        layer : str
            The layer's name.
        number : int
            Which of its arrays.
        """
        if self._about != (layer, number):
            self._about, self._norms, self._steps = (layer, number), {}, {}
        norms: dict[FilmFrame, float] = {}
        steps: dict[tuple[FilmFrame, FilmFrame], float] = {}
        before: FilmFrame | None = None
        kept: list[FilmFrame] = []
        array: FloatArray | None = None
        for frame in frames:
            pair = None if before is None else (before, frame)
            known = frame in self._norms and (pair is None or pair in self._steps)
            former, array = array, None if known else weights_of(frame, layer, number)
            if not known and array is None:
                continue
            norms[frame] = self._norms[frame] if known else _norm(array)
            if pair is not None:
                if known:
                    steps[pair] = self._steps[pair]
                else:
                    last = weights_of(pair[0], layer, number) if former is None else former
                    steps[pair] = _norm(None if array is None or last is None else array - last)
            before = frame
            kept.append(frame)
        self._norms, self._steps = norms, steps
        epochs = np.array([frame.epoch for frame in kept], np.float64)
        changes = np.full(len(kept), np.nan)
        for k, (one, other) in enumerate(pairwise(kept), start=1):
            changes[k] = steps[one, other] / max(epochs[k] - epochs[k - 1], 1e-9)
        every = np.array([norms[frame] for frame in kept], np.float64)
        largest = float(np.nanmax(every, initial=0.0)) if len(every) else 0.0
        return KernelPath(epochs, every, changes, HALF * largest)


def _norm(array: FloatArray | None) -> float:
    if array is None:
        return float("nan")
    with np.errstate(over="ignore", invalid="ignore"):
        return float(np.sqrt(np.square(array, dtype=np.float64).sum()))
