"""The values of a network and of its function on a lattice, computed off the GUI thread."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from mlp_studio.analysis.surface import lattice
from mlp_studio.core.arrays import AnyArray, Weights
from mlp_studio.core.events import Snapshot
from mlp_studio.core.forward import predict
from mlp_studio.core.function_source import Function, FunctionInput
from mlp_studio.core.initializers import current_weights
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.scaling import Scaler
from mlp_studio.data.functions import evaluate

LIVE, IDLE = 33, 61  # corners to a side while a network trains and otherwise
COARSEST = 13
CURVE = 401  # points of a curve
INTERVAL_MS = 60  # at least, between two pictures
REST = 1.0  # after a picture while training, in times of its work: a small part of a map's
WORK_TRAINING = 0.15e9  # multiplications a picture may take while a network trains
WORK_IDLE = 2.5e9


def corners_for(parameters: int, *, training: bool) -> int:
    """Return how many corners to a side the network's size allows; an odd number."""
    work, most = (WORK_TRAINING, LIVE) if training else (WORK_IDLE, IDLE)
    return max(COARSEST, min(most, int(math.sqrt(work / max(1, parameters))))) | 1


@dataclass(frozen=True, eq=False)
class SurfaceQuestion:
    """What to compute; see `answer`.

    Parameters
    ----------
    network : NetworkSpec
        Takes as many inputs as the function.
    snapshot : Snapshot, optional
        Its weights; without it, those of an untrained network with this `seed`.
    source : Function
        What is to be learnt.
    scaler : Scaler
        What the network's inputs go through.
    corners : int
        To a side; a curve has `CURVE` points.
    across : tuple of int
        The inputs that run through their ranges, one or two.
    held : tuple of float
        The value of each input that does not run; the others' are not looked at.
    """

    network: NetworkSpec
    snapshot: Snapshot | None
    seed: int
    source: Function
    scaler: Scaler
    corners: int
    across: tuple[int, ...]
    held: tuple[float, ...]

    @property
    def axes(self) -> tuple[FunctionInput, ...]:
        """The inputs that run through their ranges."""
        return tuple(self.source.inputs[k] for k in self.across)

    @property
    def whole(self) -> bool:
        """Whether no input is held: the examples lie in the picture."""
        return len(self.across) == len(self.source.inputs)


@dataclass(frozen=True, eq=False)
class SurfaceFrame:
    """The values on the lattice.

    Parameters
    ----------
    inputs : ndarray of float64, shape (points, inputs)
        In the function's own units.
    said, true : ndarray of shape (points, outputs)
        By the network and by the formulas; not finite where they have no value.
    """

    question: SurfaceQuestion
    weights: Weights
    inputs: AnyArray
    said: AnyArray
    true: AnyArray


def answer(question: SurfaceQuestion) -> SurfaceFrame:
    """Compute the values."""
    held = tuple(0.0 if k in question.across else value for k, value in enumerate(question.held))
    inputs, true = _targets(question.source, question.corners, question.across, held)
    weights = current_weights(question.network, question.snapshot, question.seed)
    with np.errstate(over="ignore", invalid="ignore"):  # a diverged network: left out
        said = predict(question.network, weights, question.scaler.transform(inputs))
    return SurfaceFrame(question, weights, inputs, said.reshape(len(inputs), -1), true)


@lru_cache(maxsize=4)  # the network learns, the function stays what it is
def _targets(
    source: Function, corners: int, across: tuple[int, ...], held: tuple[float, ...]
) -> tuple[AnyArray, AnyArray]:
    """Return the lattice and the function's values on it."""
    ends = [(source.inputs[k].low, source.inputs[k].high) for k in across]
    if len(ends) == 1:
        running = np.linspace(*ends[0], CURVE)[:, np.newaxis]
    else:
        running = lattice(ends[0], ends[1], corners)
    inputs = np.tile(np.array(held, np.float64), (len(running), 1))
    inputs[:, list(across)] = running
    return inputs, evaluate(source, inputs)
