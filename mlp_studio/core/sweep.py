"""A sweep as a frozen spec: what is searched, how, by what measure and for how long."""

from __future__ import annotations

import math
from typing import Annotated, Literal, Self

from pydantic import Field, field_validator, model_validator

from mlp_studio.core.layers import Spec

Sampler = Literal["tpe", "random", "grid"]
Pruner = Literal["none", "median", "halving"]
Objective = Literal["val_accuracy", "val_top_k_accuracy", "val_loss", "val_mae", "val_mse"]
Value = int | float | str
MAX_TRIALS = 100_000
HIGHER_IS_BETTER = frozenset({"val_accuracy", "val_top_k_accuracy"})


class IntRange(Spec):
    """Whole numbers from `low` to `high`; equal ratios are as likely where `log`."""

    kind: Literal["int"] = "int"
    low: int
    high: int
    log: bool = False

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        _require_order(self.low, self.high, log=self.log)
        return self


class FloatRange(Spec):
    """Numbers from `low` to `high`; equal ratios are as likely where `log`."""

    kind: Literal["float"] = "float"
    low: float
    high: float
    log: bool = False

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        _require_order(self.low, self.high, log=self.log)
        return self


class Choices(Spec):
    """One of several names or numbers."""

    kind: Literal["choices"] = "choices"
    values: tuple[Value, ...] = Field(min_length=1, max_length=1000)

    @field_validator("values")
    @classmethod
    def _unique(cls, values: tuple[Value, ...]) -> tuple[Value, ...]:
        if len(set(values)) < len(values):
            raise ValueError(f"each choice must be there once. Received: {list(values)}")
        return values


AnyRange = IntRange | FloatRange | Choices
Range = Annotated[AnyRange, Field(discriminator="kind")]


class Searched(Spec):
    """One parameter that is searched, by its `target` (see `mlp_studio.core.sweep_space`)."""

    target: str = Field(min_length=1, max_length=200)
    range: Range


class SweepSpec(Spec):
    """What a sweep tries.

    Parameters
    ----------
    parameters : tuple of Searched
        The search space.
    objective : str
        Measured on the validation part after each epoch; a trial's value is the best of
        its epochs. The test part is never looked at.
    sampler : {"tpe", "random", "grid"}
        Tree-structured Parzen estimator (Bergstra and others 2011), random, or all
        combinations of `grid_points` values of each range.
    pruner : {"none", "median", "halving"}
        Whether unpromising trials are ended early: those worse than the median of the
        others after as many epochs, or by successive halving (Li and others 2018).
    trials : int or None
        How many are finished in all, by all workers on all machines.
    seconds : float or None
        How long a start of the sweep goes on at most.
    epochs : int
        Length of a trial.
    workers : int or None
        Processes on this machine; one for every two cores when left out.
    seed : int
        Of the sampler.
    """

    parameters: tuple[Searched, ...] = Field(default=(), max_length=500)
    objective: Objective = "val_accuracy"
    sampler: Sampler = "tpe"
    pruner: Pruner = "median"
    trials: int | None = Field(default=20, ge=1, le=MAX_TRIALS)
    seconds: float | None = Field(default=None, gt=0.0, le=1e8)
    epochs: int = Field(default=5, ge=1, le=1_000_000)
    workers: int | None = Field(default=None, ge=1, le=256)
    seed: int = Field(default=0, ge=0, lt=2**31)
    grid_points: int = Field(default=3, ge=2, le=100)

    @field_validator("parameters")
    @classmethod
    def _once(cls, parameters: tuple[Searched, ...]) -> tuple[Searched, ...]:
        targets = [searched.target for searched in parameters]
        twice = sorted({target for target in targets if targets.count(target) > 1})
        if twice:
            raise ValueError(f"each parameter is searched once. Received more than once: {twice}")
        return parameters

    @model_validator(mode="after")
    def _bounded(self) -> Self:
        if self.trials is None and self.seconds is None and self.sampler != "grid":
            raise ValueError("a sweep needs a number of trials or a time. Received neither")
        return self

    @property
    def maximizes(self) -> bool:
        """Whether a higher objective is better."""
        return self.objective in HIGHER_IS_BETTER

    def better(self, one: float, other: float) -> bool:
        """Return whether the value `one` is better than the `other`."""
        return one > other if self.maximizes else one < other

    def searched(self, target: str) -> AnyRange | None:
        """Return the range in which `target` is searched; None where it is not."""
        return next((p.range for p in self.parameters if p.target == target), None)

    def with_search(self, target: str, found: AnyRange | None) -> SweepSpec:
        """Return the sweep that searches `target` in a range; not at all for None."""
        kept = tuple(p for p in self.parameters if p.target != target)
        if found is None:
            return self.model_copy(update={"parameters": kept})
        new = Searched(target=target, range=found)
        if len(kept) == len(self.parameters):
            return self.model_copy(update={"parameters": (*kept, new)})
        places = tuple(new if p.target == target else p for p in self.parameters)
        return self.model_copy(update={"parameters": places})


def grid_values(found: AnyRange, points: int) -> tuple[Value, ...]:
    """Return the values that a grid has in a range, both ends among them."""
    if isinstance(found, Choices):
        return found.values
    if found.high == found.low:
        return (found.low,)
    shares = [k / (points - 1) for k in range(points)]
    low, high = float(found.low), float(found.high)
    if found.log:
        spread = [low * (high / low) ** share for share in shares]
    else:
        spread = [low + (high - low) * share for share in shares]
    if isinstance(found, IntRange):
        return tuple(dict.fromkeys(min(found.high, max(found.low, round(v))) for v in spread))
    rounded = (float(f"{value:.6g}") for value in spread[1:-1])
    within = (value for value in rounded if low < value < high)  # where rounding led out of it
    return tuple(dict.fromkeys((found.low, *within, found.high)))


def grid_size(spec: SweepSpec) -> int:
    """Return how many combinations the grid of a sweep has."""
    return math.prod(len(grid_values(p.range, spec.grid_points)) for p in spec.parameters)


def contains(found: AnyRange, value: object) -> bool:
    """Return whether a value lies in a range."""
    if isinstance(found, Choices):
        return value in found.values
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return found.low <= value <= found.high


def _require_order(low: float, high: float, *, log: bool) -> None:
    if low > high:
        raise ValueError(f"the low end must not be above the high end. Received: {low}, {high}")
    if log and low <= 0:
        raise ValueError(f"a logarithmic range begins above 0. Received: {low}")
