"""One picture of the decision regions, computed off the GUI thread; no widget."""

from __future__ import annotations

import math
from dataclasses import dataclass

from mlp_studio.analysis.regions import Bounds, Image, Regions, region_image
from mlp_studio.core.arrays import Weights
from mlp_studio.core.datasets import Task
from mlp_studio.core.events import Snapshot
from mlp_studio.core.network import NetworkSpec
from mlp_studio.ui.features.compute import current_weights

FINEST = 160  # pixels on a side
COARSEST = 24
WORK_TRAINING = 0.3e9  # multiplications a picture may take while a network trains
WORK_IDLE = 2.5e9


def grid_size(parameters: int, *, training: bool) -> int:
    """Return how many pixels on a side the network's size allows."""
    work = WORK_TRAINING if training else WORK_IDLE
    return max(COARSEST, min(FINEST, int(math.sqrt(work / max(1, parameters)))))


@dataclass(frozen=True, eq=False)
class RegionQuestion:
    """What to compute; see `answer`."""

    network: NetworkSpec
    snapshot: Snapshot | None
    seed: int
    bounds: Bounds
    size: int
    task: Task
    colours: Image
    ground: tuple[int, int, int]
    values: tuple[float, float]


@dataclass(frozen=True, eq=False)
class RegionFrame:
    """A picture of the plane and the weights it shows."""

    question: RegionQuestion
    weights: Weights
    regions: Regions


def answer(question: RegionQuestion) -> RegionFrame:
    """Compute a picture."""
    weights = current_weights(question.network, question.snapshot, question.seed)
    regions = region_image(
        question.network,
        weights,
        question.bounds,
        question.size,
        question.task,
        question.colours,
        ground=question.ground,
        values=question.values,
    )
    return RegionFrame(question, weights, regions)
