"""What leaks when a scaler is fitted to everything instead of the training part, in numbers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mlp_studio.core.arrays import AnyArray
from mlp_studio.core.dataset import Dataset
from mlp_studio.core.scaling import FITTED, Scaler, Scaling
from mlp_studio.core.text import Text, text
from mlp_studio.data.scaling import chunk_of, fit

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


def leak_report(dataset: Dataset, scaling: Scaling | None = None) -> LeakReport:
    """Return what would leak if the scaler of a data set saw all of it.

    Parameters
    ----------
    dataset : Dataset
        Loaded; its own scaling is undone first.
    scaling : {"none", "divide_255", "min_max", "standard"}, optional
        Another scaling than the data set's own to report on.
    """
    kind = scaling or dataset.scaler.kind
    parts = [part.x for part in (dataset.train, dataset.validation, dataset.test) if part]
    # Scaling is affine: what is found in the unit of the loaded inputs is converted.
    x = np.concatenate([part.reshape(len(part), -1) for part in parts])
    n, held = len(dataset.train), len(dataset.validation)
    indicators = ((x == 0) | (x == 1)).all(axis=0)
    here = fit(kind, x, np.arange(n), indicators=indicators)
    spied = fit(kind, x, indicators=indicators)
    if kind not in FITTED:
        zeros = np.zeros(x.shape[1])
        words = text("This scaling has no parameters that are learnt from the data: nothing leaks.")
        return LeakReport(here, spied, zeros, zeros, 0.0, 0.0, 0, 0.0, words)
    total, outside, by_feature = 0.0, 0, np.zeros(x.shape[1])
    step = chunk_of(x)
    for start in range(n, n + held, step):
        rows = x[start : min(start + step, n + held)]
        before = here.transform(rows).astype(np.float64)
        moved = np.abs(spied.transform(rows) - before)
        by_feature = np.maximum(by_feature, moved.max(axis=0))
        total += float(moved.sum())
        outside += int(((before < -_ROUNDING) | (before > 1 + _ROUNDING)).sum())
    honest, leaky = (_in_raw_units(found, dataset.scaler) for found in (here, spied))
    largest, average = float(by_feature.max()), total / (held * x.shape[1])
    return LeakReport(
        honest=honest,
        leaky=leaky,
        shift_difference=np.array(leaky.shift) - np.array(honest.shift),
        scale_difference=np.array(leaky.scale) - np.array(honest.scale),
        largest=largest,
        average=average,
        feature=int(np.argmax(by_feature)),
        outside=outside / (held * x.shape[1]) if kind == "min_max" else 0.0,
        words=text(
            "A scaler that saw everything would move validation values by up to {largest}, and "
            "by {average} on average: that much of the answer sheet would be known beforehand.",
            largest=f"{largest:.4g}",
            average=f"{average:.4g}",
        ),
    )


def _in_raw_units(found: Scaler, loaded: Scaler) -> Scaler:
    """Return a scaler for raw inputs that was fitted to those which `loaded` made."""
    factor: AnyArray = np.ones(len(found.scale))
    offset: AnyArray = np.zeros(len(found.scale))
    if loaded.scale:
        factor, offset = np.array(loaded.scale), np.array(loaded.shift)
    elif loaded.kind == "divide_255":
        factor = np.full(len(found.scale), 255.0)
    shift, scale = np.array(found.shift) * factor + offset, np.array(found.scale) * factor
    return found.model_copy(update={"shift": tuple(shift.tolist()), "scale": tuple(scale.tolist())})
