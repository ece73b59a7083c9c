"""How the learning rate goes over the epochs: a factor for each step.

The optimizer's rate is the highest one; a schedule multiplies it by a factor of at most
1. With `S` steps an epoch, step `n` is counted from 0 since the weights were new.
`length` is the planned length in epochs (the spec's own `epochs`, or else the run's):
cosine and one-cycle begin anew after it, so that training on is a warm restart.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, Literal

import numpy as np
import numpy.typing as npt
from pydantic import Field

from mlp_studio.core.layers import Spec

Factors = npt.NDArray[np.float64]
Share = Annotated[float, Field(ge=0.0, lt=1.0)]
Length = Annotated[int, Field(ge=1, le=1_000_000)]


class Constant(Spec):
    """The same rate at every step."""

    kind: Literal["constant"] = "constant"


class StepDecay(Spec):
    """``factor ** floor(n / (S * every))``: a drop after each `every` epochs."""

    kind: Literal["step"] = "step"
    factor: float = Field(default=0.5, gt=0.0, le=1.0)
    every: Length = 10


class ExponentialDecay(Spec):
    """``decay ** (n / S)``, anew at each step (Keras ``schedules.ExponentialDecay``)."""

    kind: Literal["exponential"] = "exponential"
    decay: float = Field(default=0.95, gt=0.0, le=1.0)


class CosineDecay(Spec):
    """A rise from 0, then half a cosine down (Keras ``schedules.CosineDecay``).

    With ``C = S * length``, ``W = round(warmup * C)`` and ``m = n mod C`` the factor is
    ``m / W`` for ``m < W``, else ``final + (1 - final) * (1 + cos(pi * (m - W) / (C - W))) / 2``.
    """

    kind: Literal["cosine"] = "cosine"
    warmup: Share = 0.05
    final: float = Field(default=0.0, ge=0.0, le=1.0)
    epochs: Length | None = None


class OneCycle(Spec):
    """Up and down again by half cosines (Smith and Topin 2017, arXiv 1708.07120).

    With ``C = S * length``, ``m = n mod C`` and the peak at ``P = max(1, round(rise * C))``
    the factor goes from `start` to 1 for ``m < P``: ``start + (1 - start) * (1 - cos(pi * m
    / P)) / 2``, and from 1 to `final` after it: ``final + (1 - final) * (1 + cos(pi * (m -
    P) / max(1, C - 1 - P))) / 2``. The momentum stays as it is.
    """

    kind: Literal["one_cycle"] = "one_cycle"
    rise: Share = 0.3
    start: float = Field(default=0.04, gt=0.0, le=1.0)
    final: float = Field(default=4e-6, ge=0.0, le=1.0)
    epochs: Length | None = None


Schedule = Annotated[
    Constant | StepDecay | ExponentialDecay | CosineDecay | OneCycle, Field(discriminator="kind")
]
AnySchedule = Constant | StepDecay | ExponentialDecay | CosineDecay | OneCycle
SCHEDULE_TYPES: dict[str, type[AnySchedule]] = {
    "constant": Constant,
    "step": StepDecay,
    "exponential": ExponentialDecay,
    "cosine": CosineDecay,
    "one_cycle": OneCycle,
}


def factors(schedule: AnySchedule, epoch: int, steps: int, length: int) -> Factors:
    """Return what the rate is multiplied by at each step of an epoch.

    Parameters
    ----------
    schedule : AnySchedule
        The schedule.
    epoch : int
        Counted from 1 since the weights were new.
    steps : int
        Steps of an epoch.
    length : int
        The epochs of the run, which a schedule without `epochs` of its own spans.

    Returns
    -------
    ndarray of shape (steps,)
        Float64, from 0 to 1.
    """
    number = (epoch - 1) * steps + np.arange(steps, dtype=np.int64)
    return _FACTORS[schedule.kind](schedule, number, steps, length)


def planned(schedule: AnySchedule, length: int) -> AnySchedule:
    """Return the schedule with its length written down, for a run of other epochs."""
    if isinstance(schedule, CosineDecay | OneCycle) and schedule.epochs is None:
        return schedule.model_copy(update={"epochs": length})
    return schedule


def _constant(_schedule: Constant, number: Any, _steps: int, _length: int) -> Factors:
    return np.ones(len(number))


def _step(schedule: StepDecay, number: Any, steps: int, _length: int) -> Factors:
    drops = number // (steps * schedule.every)
    return np.asarray(schedule.factor**drops, np.float64)


def _exponential(schedule: ExponentialDecay, number: Any, steps: int, _length: int) -> Factors:
    return np.asarray(schedule.decay ** (number / steps), np.float64)


def _cosine(schedule: CosineDecay, number: Any, steps: int, length: int) -> Factors:
    cycle = steps * (schedule.epochs or length)
    at = number % cycle
    warmup = min(round(schedule.warmup * cycle), cycle - 1)
    fall = _half_cosine(np.maximum(at - warmup, 0) / (cycle - warmup))
    falling = schedule.final + (1.0 - schedule.final) * fall
    return np.where(at < warmup, at / max(warmup, 1), falling)


def _one_cycle(schedule: OneCycle, number: Any, steps: int, length: int) -> Factors:
    cycle = steps * (schedule.epochs or length)
    at = number % cycle
    peak = max(1, round(schedule.rise * cycle))
    rise = 1.0 - _half_cosine(np.minimum(at / peak, 1.0))
    fall = _half_cosine(np.maximum(at - peak, 0) / max(1, cycle - 1 - peak))
    rising = schedule.start + (1.0 - schedule.start) * rise
    falling = schedule.final + (1.0 - schedule.final) * fall
    return np.where(at < peak, rising, falling)


def _half_cosine(share: Any) -> Factors:
    """Return 1 at 0 falling to 0 at 1."""
    return np.asarray((1.0 + np.cos(np.pi * share)) / 2.0, np.float64)


_FACTORS: dict[str, Callable[[Any, Any, int, int], Factors]] = {
    "constant": _constant,
    "step": _step,
    "exponential": _exponential,
    "cosine": _cosine,
    "one_cycle": _one_cycle,
}
