"""One picture of the decision regions, computed off the GUI thread; no widget."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from mlp_studio.analysis.kernels import diverging, strength
from mlp_studio.analysis.regions import Bounds, Image, Regions, plane_outputs, region_image
from mlp_studio.core.arrays import Weights
from mlp_studio.core.datasets import Task
from mlp_studio.core.events import Snapshot
from mlp_studio.core.initializers import current_weights
from mlp_studio.core.network import NetworkSpec
from mlp_studio.ui.plane.choice import Shown

PIXELS = 200  # on a side
COARSEST = 24  # places on a side, at which the network is asked
WORK_TRAINING = 0.15e9  # multiplications a picture may take while a network trains
WORK_IDLE = 5.5e9


def grid_size(parameters: int, *, training: bool) -> int:
    """Return at how many places on a side the network's size allows to ask; `PIXELS` is all."""
    work = WORK_TRAINING if training else WORK_IDLE
    return max(COARSEST, min(PIXELS, int(math.sqrt(work / max(1, parameters)))))


@dataclass(frozen=True, eq=False)
class RegionQuestion:
    """What to compute; see `answer`.

    The network is asked at `places` × `places`, and the picture has `PIXELS` × `PIXELS`.
    """

    network: NetworkSpec
    snapshot: Snapshot | None
    seed: int
    bounds: Bounds
    places: int
    task: Task
    colours: Image
    ground: tuple[int, int, int]
    values: tuple[float, float]
    shown: Shown
    signs: tuple[tuple[int, int, int], tuple[int, int, int]]
    """Colours of a unit's positive and negative values."""


@dataclass(frozen=True, eq=False)
class RegionFrame:
    """A picture of the plane and the weights it shows."""

    question: RegionQuestion
    weights: Weights
    regions: Regions


def answer(question: RegionQuestion) -> RegionFrame:
    """Compute a picture."""
    weights = current_weights(question.network, question.snapshot, question.seed)
    if question.shown.layer is not None:
        return RegionFrame(question, weights, _unit_regions(question, weights))
    regions = region_image(
        question.network,
        weights,
        question.bounds,
        PIXELS,
        question.task,
        question.colours,
        ground=question.ground,
        values=question.values,
        output=question.shown.unit,
        places=question.places,
    )
    return RegionFrame(question, weights, regions)


def _unit_regions(question: RegionQuestion, weights: Weights) -> Regions:
    """Return what a unit gives, in the colours of weights: they are centred on zero too."""
    shown = question.shown
    assert shown.layer is not None, "asked for a unit"
    network = question.network.until(shown.layer)
    with np.errstate(over="ignore", invalid="ignore"):  # a diverged network: grey
        outputs = plane_outputs(network, weights, question.bounds, PIXELS, question.places)
    values = outputs.reshape(PIXELS, PIXELS, -1)[..., shown.unit : shown.unit + 1]
    positive, negative = (np.array(colour, np.float32) for colour in question.signs)
    ground = np.array(question.ground, np.float32)
    image = diverging(values[..., 0], strength(values), positive, negative, ground)
    return Regions(values, image)
