"""What loaded examples tell that a data spec does not: how many there are, and their ranges."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from mlp_studio.core.dataset import Dataset
from mlp_studio.core.scaling import Scaling

LOOKED_AT = 2_000  # examples: enough for ranges, and quick for 60,000 pictures


@dataclass(frozen=True)
class Observed:
    """What is known of the examples a network is trained on.

    Parameters
    ----------
    train, validation : int
        How many examples there are.
    scaling : str
        How they were scaled.
    low, high : float
        Range of the inputs as the network gets them.
    spread : float
        How many times wider the widest input's range is than the narrowest's; 1 where
        there is one input or none ever changes.
    """

    train: int
    validation: int
    scaling: Scaling = "none"
    low: float = 0.0
    high: float = 1.0
    spread: float = 1.0


def observed(dataset: Dataset) -> Observed:
    """Return what loaded examples tell; ranges are those of at most 2,000 of them."""
    x = dataset.train.x
    x = x[:: max(1, len(x) // LOOKED_AT)].reshape(-1, int(np.prod(x.shape[1:])))
    lows, highs = x.min(axis=0), x.max(axis=0)
    ranges = (highs - lows)[highs > lows]
    return Observed(
        train=len(dataset.train),
        validation=len(dataset.validation),
        scaling=dataset.scaler.kind,
        low=float(lows.min()),
        high=float(highs.max()),
        spread=float(ranges.max() / ranges.min()) if len(ranges) else 1.0,
    )
