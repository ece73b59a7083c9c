"""What leaks when a scaler is fitted to everything instead of the training part, in numbers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mlp_studio.core.arrays import AnyArray, Progress, no_progress
from mlp_studio.core.dataset import Dataset
from mlp_studio.core.scaling import FITTED, Scaler, Scaling
from mlp_studio.core.text import Text, text
from mlp_studio.data.assemble import share_of
from mlp_studio.data.scaling import chunk_of, fit
from mlp_studio.data.unscaled import Unscaled

_ROUNDING = 1e-5  # of single precision, around 0 and 1


@dataclass(frozen=True, eq=False)
class LeakReport:
    """The honest scaler beside the one that saw validation and test.

    Parameters
    ----------
    honest : Scaler
        Fitted to the training part.
    leaky : Scaler
        Fitted to all parts.
    shift_difference, scale_difference : ndarray of shape (features,)
        Of their parameters, leaky minus honest, in the raw unit of each feature.
    largest, average : float
        How far a scaled validation value moves: the most, and the mean over all.
    feature : int
        The feature where it moves most.
    outside : float
        Share of validation values that the honest scaler of min-max puts outside [0, 1]: a
        leaky one hides that new data goes beyond what was known. 0 for other scalings.
    words : Text
        The same as a sentence.
    """

    honest: Scaler
    leaky: Scaler
    shift_difference: NDArray[np.float64]
    scale_difference: NDArray[np.float64]
    largest: float
    average: float
    feature: int
    outside: float
    words: Text


def leak_report(
    dataset: Dataset,
    scaling: Scaling | None = None,
    *,
    indicators: AnyArray | None = None,
    progress: Progress = no_progress,
) -> LeakReport:
    """Return what would leak if the scaler of a data set saw all of it.

    Parameters
    ----------
    dataset : Dataset
        Loaded; its own scaling is undone first.
    scaling : {"none", "divide_255", "min_max", "standard"}, optional
        Another scaling than the data set's own to report on.
    indicators : ndarray of bool, shape (features,), optional
        Features that only say yes or no, which no scaling touches.
    progress : Progress
        May raise `Cancelled`.
    """
    kind = scaling or dataset.scaler.kind
    parts = [part for part in (dataset.train, dataset.validation, dataset.test) if part]
    x = Unscaled(dataset.scaler, *parts)
    n, held, features = len(dataset.train), len(dataset.validation), int(np.prod(x.shape[1:]))
    here = fit(kind, x, np.arange(n), indicators=indicators, progress=share_of(progress, 0.0, 0.35))
    spied = fit(kind, x, indicators=indicators, progress=share_of(progress, 0.35, 0.8))
    if kind not in FITTED:
        zeros = np.zeros(features)
        words = text("This scaling has no parameters that are learnt from the data: nothing leaks.")
        return LeakReport(here, spied, zeros, zeros, 0.0, 0.0, 0, 0.0, words)
    total, outside, by_feature = 0.0, 0, np.zeros(features)
    step = chunk_of(x)
    for start in range(n, n + held, step):
        progress(0.8 + 0.2 * (start - n) / held, text("Scaling the examples"))
        rows = x[np.arange(start, min(start + step, n + held))]
        rows = rows.reshape(len(rows), -1)
        before = here.transform(rows).astype(np.float64)
        moved = np.abs(spied.transform(rows) - before)
        by_feature = np.maximum(by_feature, moved.max(axis=0))
        total += float(moved.sum())
        outside += int(((before < -_ROUNDING) | (before > 1 + _ROUNDING)).sum())
    largest, average = float(by_feature.max()), total / (held * features)
    return LeakReport(
        honest=here,
        leaky=spied,
        shift_difference=np.array(spied.shift) - np.array(here.shift),
        scale_difference=np.array(spied.scale) - np.array(here.scale),
        largest=largest,
        average=average,
        feature=int(np.argmax(by_feature)),
        outside=outside / (held * features) if kind == "min_max" else 0.0,
        words=text(
            "A scaler that saw everything would move validation values by up to {largest}, and "
            "by {average} on average: that much of the answer sheet would be known beforehand.",
            largest=f"{largest:.4g}",
            average=f"{average:.4g}",
        ),
    )
