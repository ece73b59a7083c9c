"""What can be wrong with a design, and its repair."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from mlp_studio.core.datasets import DataSpec
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.text import Text
from mlp_studio.core.training import TrainingSpec

Setting = Literal["loss", "metric", "class_weight", "monitor"]


@dataclass(frozen=True)
class Repair:
    """A one-click repair: the specs to put in place; data only where that is to change."""

    label: Text
    network: NetworkSpec
    training: TrainingSpec
    data: DataSpec | None = None


@dataclass(frozen=True)
class Problem:
    """Something in a design that can't work or is unlikely to.

    Parameters
    ----------
    layer : str or None
        Name of the layer where it is marked; None for the training settings.
    severity : {"error", "warning"}
        An error prevents training.
    what : Text
        What is wrong and what was found.
    remedy : Text
        How to mend it by hand.
    repair : Repair, optional
        The same with one click.
    setting : str, optional
        The training setting where it is marked, where it is about one.
    """

    layer: str | None
    severity: Literal["error", "warning"]
    what: Text
    remedy: Text
    repair: Repair | None = None
    setting: Setting | None = None
