"""What is decided between epochs: which is the best, when to stop, when to lower the rate.

Keras's decisions exactly, its float32 comparisons included, without a model: each
callback is told an epoch's logs and answers.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from mlp_studio.core.training import (
    EarlyStopping,
    ReduceLROnPlateau,
    TrainingSpec,
    is_better_high,
)


class Best:
    """The best value of a monitored log so far.

    Parameters
    ----------
    monitor : str
        Name of the log; accuracies are better high, all else low.
    min_delta : float
        By how much a value must be better to count.
    """

    def __init__(self, monitor: str, min_delta: float) -> None:
        self.monitor = monitor
        self.value: float | None = None
        self._sign = -1.0 if is_better_high(monitor) else 1.0
        self._min_delta = min_delta

    def improved(self, value: float) -> bool:
        """Return whether `value` is better than all before, and remember it if so."""
        if self.value is not None:
            shifted = np.float32(value + self._sign * self._min_delta)
            if not self._sign * shifted < self._sign * np.float32(self.value):
                return False
        self.value = value
        return True


class Stopper:
    """`EarlyStopping` at work.

    Attributes
    ----------
    best_epoch : int or None
        The epoch with the best value so far.
    """

    def __init__(self, spec: EarlyStopping) -> None:
        self.spec = spec
        self.best_epoch: int | None = None
        self._best = Best(spec.monitor, spec.min_delta)
        self._wait = 0

    def update(self, epoch: int, logs: Mapping[str, float]) -> bool:
        """Take an epoch's logs; return whether to stop."""
        value = logs.get(self.spec.monitor)
        if value is None:
            return False
        self._wait += 1
        if self._best.improved(value):
            self.best_epoch = epoch
            self._wait = 0
            return False
        return self._wait >= self.spec.patience


class Checkpoint:
    """Tells which epoch is the best, as ``ModelCheckpoint(save_best_only=True)`` does.

    Under early stopping it is the epoch whose weights that would restore: its `min_delta`
    holds here too.

    Attributes
    ----------
    best_epoch : int or None
        The epoch with the best value so far.
    """

    def __init__(self, training: TrainingSpec) -> None:
        self._training = training
        self._best: Best | None = None  # the first logs tell what there is to go by
        self.best_epoch: int | None = None

    def update(self, epoch: int, logs: Mapping[str, float]) -> bool:
        """Take an epoch's logs; return whether it is the best so far."""
        if self._best is None:
            stopping, monitor = self._training.early_stopping, self._training.monitor(logs)
            stops_by_it = stopping is not None and stopping.monitor == monitor
            self._best = Best(monitor, stopping.min_delta if stopping and stops_by_it else 0.0)
        if not self._best.improved(logs[self._best.monitor]):
            return False
        self.best_epoch = epoch
        return True


class RateReducer:
    """`ReduceLROnPlateau` at work."""

    def __init__(self, spec: ReduceLROnPlateau) -> None:
        self.spec = spec
        self._best = Best(spec.monitor, spec.min_delta)
        self._wait = 0
        self._cooldown = 0

    def update(self, _epoch: int, logs: Mapping[str, float], rate: float) -> float:
        """Take an epoch's logs and its rate; return the rate to go on with."""
        value = logs.get(self.spec.monitor)
        if value is None:
            return rate
        if self._cooldown:
            self._cooldown -= 1
            self._wait = 0
        if self._best.improved(value):
            self._wait = 0
        elif not self._cooldown:
            self._wait += 1
            if self._wait >= self.spec.patience and np.float32(rate) > np.float32(self.spec.min_lr):
                self._cooldown = self.spec.cooldown
                self._wait = 0
                lowered = max(float(np.float32(rate)) * self.spec.factor, self.spec.min_lr)
                return float(np.float32(lowered))
        return rate
