"""A piece of advice, and what it is found in."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from mlp_studio.core.dataset import Facts
from mlp_studio.core.layers import Activation, AnyLayer, Dense, LayerNormalization, LeakyReLU, PReLU
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.observed import Observed
from mlp_studio.core.problem import Repair
from mlp_studio.core.text import Text
from mlp_studio.core.training import TrainingSpec

HintKey = tuple[str, str]  # kind and layer


@dataclass(frozen=True)
class Hint:
    """Something that works but seldom well.

    Parameters
    ----------
    kind : str
        What it is about; with the layer it is what a dismissal is remembered by.
    layer : str or None
        The layer it concerns; None for data and training settings.
    what : Text
        What was noticed, with its numbers.
    why : Text
        The reason in plain words.
    repair : Repair, optional
        What would be better, with one click.
    """

    kind: str
    layer: str | None
    what: Text
    why: Text
    repair: Repair | None = None

    @property
    def key(self) -> HintKey:
        """What a dismissal is remembered by."""
        return self.kind, self.layer or ""


@dataclass(frozen=True)
class Situation:
    """A design and what is known of its task, for the rules to look at."""

    network: NetworkSpec
    training: TrainingSpec
    facts: Facts
    observed: Observed | None = field(default=None)

    @cached_property
    def dense(self) -> tuple[Dense, ...]:
        """The Dense layers in their order."""
        return tuple(layer for layer in self.network if isinstance(layer, Dense))

    @cached_property
    def places(self) -> dict[str, int]:
        """The layers' positions by name."""
        return {layer.name: number for number, layer in enumerate(self.network)}

    @property
    def hidden(self) -> tuple[Dense, ...]:
        """The Dense layers before the last."""
        return self.dense[:-1]

    def between(self, first: AnyLayer, second: AnyLayer) -> tuple[AnyLayer, ...]:
        """Return the layers between two."""
        start, end = self.places[first.name], self.places[second.name]
        return self.network.layers[start + 1 : end]

    def replacing(self, name: str, **changes: object) -> NetworkSpec:
        """Return the network with other parameters of a layer."""
        layer = self.network.layer(name)
        return self.network.replaced(name, layer.model_copy(update=changes))


def bends(layer: AnyLayer) -> bool:
    """Tell whether a layer makes more of its inputs than weighted sums.

    Dropout, noise and BatchNormalization do not: once trained they are at most a factor
    and an offset for each unit.
    """
    if isinstance(layer, Dense | Activation):
        return layer.activation != "linear"
    return isinstance(layer, LeakyReLU | PReLU | LayerNormalization)
