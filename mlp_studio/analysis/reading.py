"""What the curves of a training run say, in one plain sentence or two.

The rules look at smoothed curves and at relative changes, so that they hold for
losses of any size; each is named, and the constants stand at the top. They are
the ones a teacher applies by eye: where is validation at its best, what has
happened since, and does anything still move?
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mlp_studio.core.text import Text, text

Curve = NDArray[np.float64]

ENOUGH = 4  # epochs before anything can be said
NOISE = 2.0  # a rise within this many times the usual jump says nothing
RISEN = 0.05  # validation loss above its best by this share: getting worse
BLOWN_UP = 0.5  # training loss above its best by this share: diverging
ROUGH = 0.15  # typical jump from epoch to epoch, as a share of the loss
STILL_MOVING = 0.02  # improvement over the last fifth, as a share of the loss
WORTH_WHILE = 0.005  # and as a share of all that was gained since the first epoch
HARDLY_LEARNT = 0.1  # fall of the training loss since the first epoch, as a share
POOR_ACCURACY = 0.7  # training accuracy below which a levelled-off network underfits
WIDE_GAP = 0.3  # validation loss above training loss by this share: a gap worth naming
WIDE_ACCURACY_GAP = 0.03


def best_epoch(epochs: Sequence[Mapping[str, float]], monitor: str = "val_loss") -> int | None:
    """Return the position, from 0, where `monitor` is best; None where it never is a number.

    The first of equals wins, as in Keras's callbacks.

    Parameters
    ----------
    epochs : sequence of mapping
        The logs of each epoch.
    monitor : str
        ``"val_loss"``, ``"val_accuracy"``, ...: accuracy is best when highest, every
        other quantity when lowest.
    """
    sign = -1.0 if monitor.endswith("accuracy") else 1.0
    best, where = math.inf, None
    for position, logs in enumerate(epochs):
        value = sign * logs.get(monitor, math.nan)
        if value < best:
            best, where = value, position
    return where


def read_curves(epochs: Sequence[Mapping[str, float]], monitor: str = "val_loss") -> Text:
    """Return what the curves say and what may help.

    Parameters
    ----------
    epochs : sequence of mapping
        The logs of each epoch, oldest first: ``loss``, the metric, and both with ``val_``.
    monitor : str
        The quantity by which the best epoch is chosen.
    """
    if not epochs:
        return text("Not trained yet.")
    if any(not math.isfinite(logs.get("loss", math.nan)) for logs in epochs):
        return text("The loss is no longer a number: the learning rate is too high. Lower it.")
    if len(epochs) < ENOUGH:
        return text("Too early to tell: a few more epochs will show where this goes.")
    curves = _Curves.of(epochs)
    return _trouble(epochs, curves, monitor) or _progress(curves)


def _trouble(epochs: Sequence[Mapping[str, float]], curves: _Curves, monitor: str) -> Text | None:
    """Return what is wrong, gravest first; None when nothing is."""
    validation = curves.validation
    blown_up = curves.train[-1] > curves.train.min() * (1 + BLOWN_UP)
    if blown_up or curves.train[-1] > curves.raw[0] * (1 + RISEN):
        return text(
            "The training loss is rising: the learning rate is too high. Try a tenth of it."
        )
    if curves.roughness > ROUGH:
        return text(
            "The training loss jumps up and down: the learning rate is rather high. Lower it, or "
            "use larger batches."
        )
    if validation is not None:
        position = best_epoch(epochs, monitor)
        best = position if position is not None else int(validation.argmin())
        if _getting_worse(curves, validation, best):
            return text(
                "Overfitting since epoch {epoch}: validation gets worse while training improves. "
                "Dropout, L2 or stopping earlier may help.",
                epoch=best + 1,
            )
    if not curves.moving and _underfits(epochs, curves):
        return text(
            "Neither curve gets far: underfitting. More units, another layer or another learning "
            "rate may help."
        )
    if validation is not None and _wide_gap(epochs, curves, validation):
        return text(
            "Validation lags behind training: some overfitting. Dropout, L2 or more data may help."
        )
    return None


def _progress(curves: _Curves) -> Text:
    """Return how far training has come where nothing is wrong."""
    if curves.validation is None:
        if curves.moving:
            return text("Training is still improving: more epochs may help.")
        return text("Training has levelled off.")
    if curves.moving:
        return text(
            "Validation follows training closely: no sign of overfitting. Both still improve, so "
            "more epochs may help."
        )
    return text(
        "Validation follows training closely: no sign of overfitting. Both have levelled off."
    )


@dataclass(frozen=True)
class _Curves:
    """Smoothed losses; `validation` is None where there is none."""

    raw: Curve
    train: Curve
    validation: Curve | None
    validation_noise: float

    @classmethod
    def of(cls, epochs: Sequence[Mapping[str, float]]) -> _Curves:
        raw = np.array([logs["loss"] for logs in epochs], np.float64)
        validation = np.array([logs.get("val_loss", math.nan) for logs in epochs], np.float64)
        if not np.isfinite(validation).all():
            return cls(raw, _smooth(raw), None, 0.0)
        return cls(raw, _smooth(raw), _smooth(validation), _noise(validation))

    @property
    def roughness(self) -> float:
        """How far a typical epoch of the last half stands off its neighbours' mean."""
        late = self.raw[-max(ENOUGH, len(self.raw) // 2) :]
        level = np.abs(late).mean()
        return _noise(late) / float(level) if level > 0 else 0.0

    @property
    def moving(self) -> bool:
        """Whether the loss that counts still falls over the last fifth."""
        curve = self.train if self.validation is None else self.validation
        back = max(2, len(curve) // 5)
        fall = float(curve[-1 - back] - curve[-1])
        whole = float(curve.max() - curve.min())
        return fall > max(STILL_MOVING * abs(float(curve[-1 - back])), WORTH_WHILE * whole)


def _noise(values: Curve) -> float:
    """Return how far a typical value stands off the mean of its neighbours."""
    return float(np.median(np.abs(values[1:-1] - (values[:-2] + values[2:]) / 2)))


def _smooth(values: Curve) -> Curve:
    """Return running medians of up to five epochs: one odd epoch says nothing."""
    reach = min(2, (len(values) - 1) // 4)
    padded = np.pad(values, reach, mode="edge")
    windows = np.lib.stride_tricks.sliding_window_view(padded, 2 * reach + 1)
    return np.asarray(np.median(windows, axis=-1), np.float64)


def _getting_worse(curves: _Curves, validation: Curve, best: int) -> bool:
    """Whether validation has risen since its best by more than a share and than its noise."""
    since = len(validation) - 1 - best
    if since < ENOUGH - 1 or curves.train[-1] >= curves.train[best]:
        return False
    lowest = float(validation.min())
    risen = float(validation[-1]) - lowest
    return risen > max(RISEN * abs(lowest), NOISE * curves.validation_noise)


def _underfits(epochs: Sequence[Mapping[str, float]], curves: _Curves) -> bool:
    first, last = curves.raw[0], curves.train[-1]
    hardly = first - last < HARDLY_LEARNT * abs(first)
    accuracy = epochs[-1].get("accuracy", math.nan)
    # A network that starts nearly perfect (continued from trained weights) has little to fall.
    return bool(accuracy < POOR_ACCURACY or (hardly and not accuracy > 0.9))


def _wide_gap(epochs: Sequence[Mapping[str, float]], curves: _Curves, validation: Curve) -> bool:
    behind = validation[-1] - curves.train[-1] > WIDE_GAP * abs(curves.train[-1])
    if "accuracy" not in epochs[-1]:
        return bool(behind)
    late = epochs[-5:]
    accuracy = np.median([logs["accuracy"] for logs in late])
    validated = np.median([logs.get("val_accuracy", math.nan) for logs in late])
    return bool(behind and accuracy - validated > WIDE_ACCURACY_GAP)
