"""One picture of the feature space, computed off the GUI thread; no widget."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from mlp_studio.analysis.metrics import class_probabilities
from mlp_studio.analysis.probe import probe_indices
from mlp_studio.analysis.projection import Basis, Projection, project
from mlp_studio.core.arrays import AnyArray, FloatArray, Weights
from mlp_studio.core.dataset import Dataset
from mlp_studio.core.events import Snapshot
from mlp_studio.core.forward import forward
from mlp_studio.core.initializers import initial_weights
from mlp_studio.core.network import NetworkSpec

PartName = Literal["validation", "train"]

MOST_POINTS = 1000
MOST_UNTRAINED = 50_000_000  # parameters: more are not drawn only to show them untrained
STRIP = 0.5  # height over which the points of a single unit are spread


@dataclass(frozen=True, eq=False)
class Probe:
    """The examples that stand for all of them, always the same for a data set.

    Parameters
    ----------
    part : {"validation", "train"}
        Where they come from.
    x, y : ndarray
        The examples, as in `mlp_studio.core.dataset.Part`.
    total : int
        How many examples the part has.
    input : Projection
        The inputs as points in the plane.
    """

    part: PartName
    x: FloatArray
    y: AnyArray
    total: int
    input: Projection


def make_probe(dataset: Dataset, part: PartName) -> Probe:
    """Choose the examples of a part and project their inputs."""
    examples = dataset.validation if part == "validation" else dataset.train
    chosen: NDArray[np.int64] = probe_indices(examples.y, MOST_POINTS)
    x = examples.x[chosen]
    return Probe(part, x, examples.y[chosen], len(examples), project(x))


@dataclass(frozen=True, eq=False)
class Question:
    """What to compute; see `answer`."""

    dataset: Dataset
    part: PartName
    network: NetworkSpec
    snapshot: Snapshot | None
    seed: int
    layer: str
    basis: Basis | None
    probe: Probe | None


@dataclass(frozen=True, eq=False)
class Frame:
    """The features of a layer as points, and what the network says of each example.

    Parameters
    ----------
    question : Question
        What was asked.
    probe : Probe
        The examples.
    projection : Projection
        Of the layer's activations.
    points : FloatArray of shape (n, 2)
        Where they are drawn.
    width : int
        How many units the layer has.
    outputs : ndarray of shape (n, outputs)
        Probabilities of the classes, or the predicted values.
    calibrated : bool
        Whether `outputs` are probabilities: the last layer ends in softmax or sigmoid.
    """

    question: Question
    probe: Probe
    projection: Projection
    points: FloatArray
    width: int
    outputs: AnyArray
    calibrated: bool


def current_weights(network: NetworkSpec, snapshot: Snapshot | None, seed: int) -> Weights:
    """Return the trained weights, or those an untrained network would begin with."""
    if snapshot is not None and snapshot.network == network:
        return snapshot.weights
    return initial_weights(network, seed)


def answer(question: Question) -> Frame:
    """Compute a frame."""
    network = question.network
    probe = question.probe or make_probe(question.dataset, question.part)
    weights = current_weights(network, question.snapshot, question.seed)
    # A diverged network overflows; the projection says so.
    with np.errstate(over="ignore", invalid="ignore"):
        activations = forward(network, weights, probe.x)
    layer = activations[question.layer].reshape(len(probe.x), -1)
    projection = project(layer, question.basis)
    points = projection.points
    if layer.shape[1] == 1:
        points = np.stack([points[:, 0], _spread(len(points))], axis=1)
    last = network.layers[-1]
    outputs = activations[last.name].reshape(len(probe.x), -1)
    calibrated = network.output_activation in {"softmax", "sigmoid"}
    if question.dataset.facts.task != "regression":
        outputs = class_probabilities(outputs)
    return Frame(question, probe, projection, points, layer.shape[1], outputs, calibrated)


def _spread(n: int) -> FloatArray:
    """Return a height for each point of a strip: the same in every frame."""
    heights = np.random.default_rng(0).random(n, dtype=np.float32)
    return np.asarray((heights - np.float32(0.5)) * np.float32(STRIP))
