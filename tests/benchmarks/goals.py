"""What the engine should reach, and whether it did."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from statistics import geometric_mean
from typing import Any

from tests.benchmarks.networks import NETWORKS
from tests.benchmarks.sides import FIT, JAX, MATMUL, SKLEARN, TORCH

TWO_HUNDRED = "mnist-tanh-200"
LIKE_JAX = 0.9
ACCURACY_APART = 0.1  # after one epoch, of a side that does comparable work
ERROR_APART = 2.0  # the same as a factor, for a mean absolute error


@dataclass(frozen=True)
class Goal:
    """A figure beside its bound.

    Parameters
    ----------
    name : str
        What is measured.
    value, bound : float
        The figure and what it should reach.
    at_least : bool
        Whether it should be no lower, or else no higher.
    shown : str
        How to format both.
    """

    name: str
    value: float
    bound: float
    at_least: bool
    shown: str = "{:.2f}"

    @property
    def reached(self) -> bool:
        """Whether it is."""
        return self.value >= self.bound if self.at_least else self.value <= self.bound


def goals(networks: Mapping[str, Mapping[str, Any]]) -> Iterator[Goal]:
    """Yield the goals which can be judged from what was measured."""
    against_fit = _ratios(networks, FIT)
    if against_fit:
        whole = "" if set(against_fit) >= set(NETWORKS) else f" of {len(against_fit)}"
        mean = geometric_mean(against_fit.values())
        yield Goal(f"model.fit / ours, geometric mean{whole}", mean, 10, True)
        worst = min(against_fit, key=lambda name: against_fit[name])
        yield Goal(f"model.fit / ours, smallest ({worst})", against_fit[worst], 5, True)
    for side, title, bound in ((TORCH, "PyTorch", 1.0), (SKLEARN, "scikit-learn", 1.0)):
        for name, ratio in _ratios(networks, side).items():
            if name.startswith("mnist"):
                yield Goal(f"{title} / ours, {name}", ratio, bound, True)
    for name, ratio in _ratios(networks, JAX).items():
        yield Goal(f"JAX / ours, {name}", ratio, LIKE_JAX, True)
    if TWO_HUNDRED in (products := _ratios(networks, MATMUL)):
        yield Goal(f"ours / matrix products, {TWO_HUNDRED}", 1 / products[TWO_HUNDRED], 1.6, False)
    if networks:
        slowest = max(networks, key=lambda name: networks[name]["first_step"]["fresh"])
        fresh = networks[slowest]["first_step"]["fresh"]
        yield Goal(f"click to first step, longest ({slowest}), s", fresh, 1.0, False)
        slowest = max(networks, key=lambda name: networks[name]["first_step"]["again"])
        again = networks[slowest]["first_step"]["again"]
        yield Goal(f"the same again, longest ({slowest}), s", again, 1.0, False)
        dearest = max(networks, key=lambda name: networks[name]["overhead"]["share"])
        share = networks[dearest]["overhead"]["share"]
        yield Goal(
            f"chunks, events, snapshots, dearest ({dearest})", share, 0.03, False, shown="{:.1%}"
        )


def _ratios(networks: Mapping[str, Mapping[str, Any]], side: str) -> dict[str, float]:
    return {
        name: result["ratios"][side]["ratio"]
        for name, result in networks.items()
        if side in result["ratios"]
    }


def doubts(networks: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    """Yield what makes a figure doubtful: a side that learns less, or works while it waits."""
    for name, result in networks.items():
        sides = result["sides"]
        ours = sides["ours"]["after_one_epoch"]["val_metric"]
        for side, made in sides.items():
            if made["busy_while_waiting"] > 0.1:
                yield f"{name}: {side} used {made['busy_while_waiting']:.0%} of a core waiting"
            first, last = made["after_one_epoch"], made["after_the_last"]
            if not first:
                continue
            theirs = first["val_metric"]
            if name.startswith(("mnist", "spirals")):
                apart = abs(theirs - ours) > ACCURACY_APART
            else:
                apart = max(theirs, ours) > ERROR_APART * min(theirs, ours)
            if apart:
                yield f"{name}: after one epoch {side} is at {theirs:.3f}, ours at {ours:.3f}"
            if last["loss"] >= first["loss"]:
                yield f"{name}: the loss of {side} did not fall"
