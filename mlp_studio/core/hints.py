"""Advice: what works, but seldom well; each with its reason and, mostly, a repair.

A hint is no problem (see `mlp_studio.core.check`): nothing is wrong with the design, and
people may have their reasons. So it can be dismissed, by kind and layer.
"""

from __future__ import annotations

from collections.abc import Iterator

from mlp_studio.core.dataset import Facts
from mlp_studio.core.datasets import DataSpec
from mlp_studio.core.hint import Hint, Situation
from mlp_studio.core.hints_layers import layer_hints
from mlp_studio.core.hints_training import training_hints
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.observed import Observed
from mlp_studio.core.problem import Repair
from mlp_studio.core.text import text
from mlp_studio.core.training import TrainingSpec

__all__ = ["Hint", "hints"]
WIDE = 20.0  # inputs that reach farther saturate first layers or make their steps jump
UNEQUAL = 100.0  # times wider than another input


def hints(
    network: NetworkSpec,
    training: TrainingSpec,
    data: DataSpec,
    facts: Facts,
    observed: Observed | None = None,
) -> tuple[Hint, ...]:
    """Return the advice on a design that has no error; first what concerns the data.

    Parameters
    ----------
    network, training, data : specs
        The design.
    facts : Facts
        What the network must fit.
    observed : Observed, optional
        What loaded examples tell; without it, nothing that depends on their number is said.
    """
    seen = observed if observed is not None and observed.scaling == data.scaling else None
    situation = Situation(network, training, facts, seen)
    return (
        *_data_hints(situation, data),
        *layer_hints(situation),
        *training_hints(situation),
    )


def _data_hints(now: Situation, data: DataSpec) -> Iterator[Hint]:
    seen = now.observed
    if seen is None or data.scaling != "none":
        return
    pixels = seen.low >= 0 and 200 < seen.high <= 255 and len(now.facts.input_shape) > 1
    if pixels:
        scaled = data.model_copy(update={"scaling": "divide_255"})
        yield Hint(
            "scaling",
            None,
            text("The pixels reach the network as 0–255, unscaled."),
            text(
                "Weights begin sized for inputs near 1: with such large ones the first sums "
                "saturate or jump."
            ),
            Repair(text("Divide by 255"), now.network, now.training, scaled),
        )
        return
    scaled = data.model_copy(update={"scaling": "standard"})
    repair = Repair(text("Standardise each input"), now.network, now.training, scaled)
    if max(-seen.low, seen.high) > WIDE:
        yield Hint(
            "scaling",
            None,
            text(
                "The inputs reach from {low} to {high}, unscaled.",
                low=f"{seen.low:,.4g}",
                high=f"{seen.high:,.4g}",
            ),
            text(
                "Weights begin sized for inputs near 1: large inputs saturate the first layer "
                "or make its steps jump."
            ),
            repair,
        )
    elif seen.spread > UNEQUAL and not (seen.low >= 0 and seen.high <= 1):
        yield Hint(
            "scaling",
            None,
            text(
                "One input's range is {times} times as wide as another's.",
                times=f"{seen.spread:,.0f}",
            ),
            text("The wide one drowns the narrow one: their weights would need other rates."),
            repair,
        )
