"""A sweep's samplers and pruners, as Optuna's."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any

import numpy as np
import optuna
from optuna.distributions import (
    BaseDistribution,
    CategoricalDistribution,
    FloatDistribution,
    IntDistribution,
)
from optuna.samplers import BaseSampler, RandomSampler, TPESampler

from mlp_studio.core.sweep import AnyRange, Choices, FloatRange, SweepSpec, Value, grid_values

LEAST_STARTUP, MOST_STARTUP = 4, 10  # random trials before the estimator has enough to go by


class Reseeded(BaseSampler):  # type: ignore[misc]
    """A sampler seeded anew by each trial's number.

    So workers on several machines never draw the same numbers, and one worker alone draws
    the same ones in each sweep with the same seed, also when it was interrupted.

    Parameters
    ----------
    make : callable
        Given a seed, returns the sampler.
    seed : int
        Of the sweep.
    """

    def __init__(self, make: Callable[[int], BaseSampler], seed: int) -> None:
        self._make = make
        self._seed = seed
        self._inner = make(seed)

    def reseed_rng(self) -> None:
        """Nothing: each trial has its own seed."""

    def before_trial(self, study: Any, trial: Any) -> None:
        """Begin with the trial's own seed."""
        seed = np.random.SeedSequence((self._seed, trial.number)).generate_state(1)[0]
        self._inner = self._make(int(seed) % 2**31)
        self._inner.before_trial(study, trial)

    def infer_relative_search_space(self, study: Any, trial: Any) -> dict[str, BaseDistribution]:
        """Return what is sampled jointly."""
        return dict(self._inner.infer_relative_search_space(study, trial))

    def sample_relative(self, study: Any, trial: Any, search_space: Any) -> dict[str, Any]:
        """Return values that were sampled jointly."""
        return dict(self._inner.sample_relative(study, trial, search_space))

    def sample_independent(self, study: Any, trial: Any, name: str, distribution: Any) -> Any:
        """Return a value sampled by itself."""
        return self._inner.sample_independent(study, trial, name, distribution)

    def after_trial(self, study: Any, trial: Any, state: Any, values: Any) -> None:
        """Let the sampler know."""
        self._inner.after_trial(study, trial, state, values)


def make_sampler(spec: SweepSpec) -> BaseSampler:
    """Return the sampler of a sweep; a grid's trials are in the queue already."""
    if spec.sampler == "tpe":
        startup = min(MOST_STARTUP, max(LEAST_STARTUP, (spec.trials or 40) // 4))

        def make(seed: int) -> BaseSampler:
            return TPESampler(
                seed=seed, n_startup_trials=startup, multivariate=True, constant_liar=True
            )

        return Reseeded(make, spec.seed)
    return Reseeded(lambda seed: RandomSampler(seed=seed), spec.seed)


def make_pruner(spec: SweepSpec) -> Any:
    """Return the pruner of a sweep."""
    if spec.pruner == "median":
        return optuna.pruners.MedianPruner(n_startup_trials=4, n_warmup_steps=2)
    if spec.pruner == "halving":
        return optuna.pruners.SuccessiveHalvingPruner(min_resource=2, reduction_factor=3)
    return optuna.pruners.NopPruner()


def distributions(spec: SweepSpec) -> dict[str, BaseDistribution]:
    """Return Optuna's distributions by target."""
    return {p.target: _distribution(p.range) for p in spec.parameters}


def grid(spec: SweepSpec) -> list[dict[str, Value]]:
    """Return all combinations of a grid, in an order mixed by the seed.

    An early end then leaves a sample of the whole grid and not one corner of it.
    """
    targets = [p.target for p in spec.parameters]
    values = [grid_values(p.range, spec.grid_points) for p in spec.parameters]
    found = [dict(zip(targets, chosen, strict=True)) for chosen in itertools.product(*values)]
    order = np.random.default_rng(spec.seed).permutation(len(found))
    return [found[place] for place in order]


def _distribution(found: AnyRange) -> BaseDistribution:
    if isinstance(found, Choices):
        return CategoricalDistribution(found.values)
    if isinstance(found, FloatRange):
        return FloatDistribution(found.low, found.high, log=found.log)
    return IntDistribution(found.low, found.high, log=found.log)
