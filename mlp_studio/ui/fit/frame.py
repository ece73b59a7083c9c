"""What a network says of examples whose values are known, computed off the GUI thread."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from mlp_studio.analysis.metrics import Metrics, regression
from mlp_studio.analysis.probe import probe_indices
from mlp_studio.core.arrays import AnyArray
from mlp_studio.core.dataset import Part
from mlp_studio.core.events import Snapshot
from mlp_studio.core.forward import predict
from mlp_studio.core.initializers import current_weights
from mlp_studio.core.network import NetworkSpec

WORK_TRAINING = 0.1e9  # multiplications a picture may take while a network trains
WORK_IDLE = 2.5e9
FEWEST = 200  # examples


def examples_for(parameters: int, *, training: bool) -> int:
    """Return how many examples the network's size allows."""
    work = WORK_TRAINING if training else WORK_IDLE
    return max(FEWEST, int(work / max(1, parameters)))


@dataclass(frozen=True, eq=False)
class FitQuestion:
    """What to compute; see `answer`.

    Parameters
    ----------
    network : NetworkSpec
        Predicts values.
    snapshot : Snapshot, optional
        Its weights; without it, those of an untrained network with this `seed`.
    part : Part
        The examples.
    most : int
        How many of them at most, chosen at random, always the same.
    """

    network: NetworkSpec
    snapshot: Snapshot | None
    seed: int
    part: Part
    most: int


@dataclass(frozen=True, eq=False)
class FitFrame:
    """Values and predictions.

    Parameters
    ----------
    question : FitQuestion
        What was asked.
    chosen : ndarray of int, shape (n,)
        Which examples of the part.
    true, said : ndarray of float64, shape (n, outputs)
        The values and what the network says; not finite where it has diverged.
    scores : tuple of dict
        For each output ``mae``, ``mse`` and ``r2``; None where undefined.
    """

    question: FitQuestion
    chosen: AnyArray
    true: AnyArray
    said: AnyArray
    scores: tuple[Metrics, ...]


def answer(question: FitQuestion) -> FitFrame:
    """Compute predictions and scores."""
    part = question.part
    chosen = probe_indices(part.y, question.most)
    weights = current_weights(question.network, question.snapshot, question.seed)
    true = part.y[chosen].reshape(len(chosen), -1).astype(np.float64)
    with np.errstate(over="ignore", invalid="ignore"):  # a diverged network: said, not shown
        said = predict(question.network, weights, part.x[chosen]).astype(np.float64)
        said = said.reshape(true.shape)
        scores = tuple(regression(true[:, k], said[:, k]) for k in range(true.shape[1]))
    return FitFrame(question, chosen, true, said, scores)
