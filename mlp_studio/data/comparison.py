"""The same examples scaled in each of the ways there are, in numbers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mlp_studio.core.arrays import AnyArray, Progress, no_progress
from mlp_studio.core.dataset import Dataset
from mlp_studio.core.datasets import AnySource
from mlp_studio.core.function_source import Function
from mlp_studio.core.scaling import Scaler, Scaling
from mlp_studio.core.table_sources import ScikitTable, Table
from mlp_studio.core.text import text
from mlp_studio.data.assemble import share_of
from mlp_studio.data.scaling import chunk_of, fit
from mlp_studio.data.tables.encode import indicators
from mlp_studio.data.tables.scikit import scikit_feature_names
from mlp_studio.data.unscaled import Unscaled

SCALINGS: tuple[Scaling, ...] = ("none", "min_max", "standard", "divide_255")

Numbers = NDArray[np.float64]

_ROUNDING = 1e-9  # a mean this small beside the standard deviation is 0


@dataclass(frozen=True, eq=False)
class FeatureNumbers:
    """What the training part's values are like, one number a feature.

    Parameters
    ----------
    low, high, mean, deviation : ndarray of shape (features,)
        Smallest and largest value, mean, and standard deviation (divided by n).
    """

    low: Numbers
    high: Numbers
    mean: Numbers
    deviation: Numbers

    def scaled(self, scaler: Scaler) -> FeatureNumbers:
        """Return the same of the values that `scaler` makes; scaling is affine."""
        shift: AnyArray = np.zeros(len(self.low))
        scale: AnyArray = np.ones(len(self.low))
        if scaler.scale:
            shift, scale = np.array(scaler.shift), np.array(scaler.scale)
        elif scaler.kind == "divide_255":
            scale = scale * 255
        mean, deviation = (self.mean - shift) / scale, self.deviation / scale
        mean[np.abs(mean) < _ROUNDING * deviation] = 0
        return FeatureNumbers(
            (self.low - shift) / scale, (self.high - shift) / scale, mean, deviation
        )


@dataclass(frozen=True, eq=False)
class Comparison:
    """Every scaling of a data set, fitted to its training part.

    Parameters
    ----------
    scalers : dict
        By the scaling's name, for raw inputs.
    numbers : dict
        What each makes of the training part's features.
    names : tuple of str
        The features' names; empty where the source has none.
    """

    scalers: dict[Scaling, Scaler]
    numbers: dict[Scaling, FeatureNumbers]
    names: tuple[str, ...] = ()


def untouched(source: AnySource) -> NDArray[np.bool_] | None:
    """Return which features of a source no scaling touches; None where there are none."""
    return indicators(source) if isinstance(source, Table) else None


def feature_names(source: AnySource) -> tuple[str, ...]:
    """Return the names of a source's features; empty where it has none."""
    if isinstance(source, Table):
        return source.feature_names
    if isinstance(source, Function):
        return source.names
    return scikit_feature_names(source) if isinstance(source, ScikitTable) else ()


def compare(dataset: Dataset, source: AnySource, progress: Progress = no_progress) -> Comparison:
    """Return what each scaling makes of a data set.

    Parameters
    ----------
    dataset : Dataset
        Loaded; its own scaling is undone first.
    source : spec
        Where it is from.
    progress : Progress
        May raise `Cancelled`.
    """
    raw, kept = Unscaled(dataset.scaler, dataset.train), untouched(source)
    shares = {"divide_255": (0.0, 0.1), "min_max": (0.1, 0.3), "standard": (0.3, 0.7)}
    scalers: dict[Scaling, Scaler] = {"none": Scaler()}
    for kind in SCALINGS[1:]:
        step = share_of(progress, *shares[kind])
        scalers[kind] = fit(kind, raw, indicators=kept, progress=step)
    numbers = _numbers(raw, share_of(progress, 0.7, 1.0))
    made = {kind: numbers.scaled(scalers[kind]) for kind in SCALINGS}
    return Comparison(scalers, made, feature_names(source))


def _numbers(raw: Unscaled, progress: Progress) -> FeatureNumbers:
    features = int(np.prod(raw.shape[1:]))
    low: Numbers = np.full(features, np.inf)
    high, n, step = -low, 0, chunk_of(raw)
    mean, squares = np.zeros(features), np.zeros(features)
    for start in range(0, len(raw), step):
        progress(start / len(raw), text("Comparing the scalings"))
        rows = raw[np.arange(start, min(start + step, len(raw)))]
        rows = rows.reshape(len(rows), -1)
        np.minimum(low, rows.min(axis=0), out=low)
        np.maximum(high, rows.max(axis=0), out=high)
        # Chan, Golub and LeVeque 1983: means and squares of two groups together, in one pass.
        here, more = rows.mean(axis=0), len(rows)
        apart = here - mean
        rows -= here
        squares += (rows**2).sum(axis=0) + apart**2 * (n * more / (n + more))
        mean += apart * (more / (n + more))
        n += more
    return FeatureNumbers(low, high, mean, np.sqrt(squares / n))
