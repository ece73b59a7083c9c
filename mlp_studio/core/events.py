"""What a training run is asked to do, and what it tells while it goes on.

All of it is frozen and free of TensorFlow and Qt, so that it can cross threads
and floors.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from mlp_studio.core.arrays import AnyArray, FloatArray, Weights
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.scaling import Scaler
from mlp_studio.core.text import Text
from mlp_studio.core.training import TrainingSpec

Device = Literal["auto", "cpu", "gpu"]
Reason = Literal["completed", "stopped_early", "stopped", "diverged", "failed"]


@dataclass(frozen=True, eq=False)
class Snapshot:
    """A read-only copy of the weights.

    Parameters
    ----------
    network : NetworkSpec
        The network the weights belong to.
    weights : Weights
        Read-only arrays.
    epoch : int
        Epochs trained so far; 0 for new weights.
    scaler : Scaler, optional
        What the inputs went through that the weights were trained with; None where that
        is not known.
    """

    network: NetworkSpec
    weights: Weights
    epoch: int = 0
    scaler: Scaler | None = None


@dataclass(frozen=True, eq=False)
class OptimizerState:
    """What an optimizer carries from step to step, so that *continue* really continues.

    Parameters
    ----------
    kind : str
        The optimizer's kind, such as ``"adam"``.
    iterations : int
        Steps done.
    learning_rate : float
        The optimizer's rate at the end (it may have been reduced), before the factor of
        a schedule.
    slots : mapping
        The optimizer's arrays by slot name and layer name.
    """

    kind: str
    iterations: int
    learning_rate: float
    slots: Mapping[str, Mapping[str, tuple[FloatArray, ...]]]


@dataclass(frozen=True, eq=False)
class TrainRequest:
    """Everything a run needs, frozen when *Train* is pressed.

    Parameters
    ----------
    run_id : int
        Goes into every event, so that a stale one can be told.
    network : NetworkSpec
        Must have no problems of severity "error".
    training : TrainingSpec
        Loss, optimizer, epochs, callbacks, seed.
    x_train, x_validation : FloatArray of shape (n, *input_shape)
        Scaled inputs.
    y_train, y_validation : FloatArray of shape (n, units)
        As made by `mlp_studio.core.dataset.targets`.
    start : Snapshot
        The weights to start from: new ones, or those of an earlier run.
    optimizer_state : OptimizerState, optional
        Given to continue an earlier run with the same optimizer.
    device : {"auto", "cpu", "gpu"}
        Where to train.
    """

    run_id: int
    network: NetworkSpec
    training: TrainingSpec
    x_train: FloatArray = field(repr=False)
    y_train: FloatArray = field(repr=False)
    x_validation: FloatArray = field(repr=False)
    y_validation: FloatArray = field(repr=False)
    start: Snapshot = field(repr=False)
    optimizer_state: OptimizerState | None = field(default=None, repr=False)
    device: Device = "auto"


@dataclass(frozen=True)
class RunStarted:
    """Compiled and about to make the first step."""

    run_id: int
    device: str
    steps_per_epoch: int
    first_epoch: int
    last_epoch: int


@dataclass(frozen=True, eq=False)
class StepsDone:
    """Some steps were made.

    Parameters
    ----------
    run_id : int
        The run.
    first_step : int
        Number of the first of these steps, counted from 0 since the run started.
    losses : ndarray of shape (steps,)
        The loss of each step's batch.
    """

    run_id: int
    first_step: int
    losses: AnyArray


@dataclass(frozen=True, eq=False)
class EpochDone:
    """An epoch and its validation are over.

    Parameters
    ----------
    run_id : int
        The run.
    epoch : int
        Counted from 1, going on from the start snapshot's.
    logs : mapping
        ``loss``, the metric, and both with ``val_``.
    learning_rate : float
        The rate this epoch was trained with; that of its last step, if a schedule or a
        person changed it on the way.
    snapshot : Snapshot
        The weights after it.
    seconds : float
        How long the epoch took, pauses left out.
    rate_reduced : bool
        Whether a plateau lowered the rate for the next epoch; a schedule's own way down
        does not count.
    """

    run_id: int
    epoch: int
    logs: Mapping[str, float]
    learning_rate: float
    snapshot: Snapshot
    seconds: float
    rate_reduced: bool = False


@dataclass(frozen=True, eq=False)
class RunFinished:
    """The run is over.

    Parameters
    ----------
    run_id : int
        The run.
    reason : str
        Why it ended.
    message : Text
        The same as a sentence.
    snapshot : Snapshot
        The weights it ends with: the best ones where early stopping restores them,
        the last good ones after a divergence.
    optimizer_state : OptimizerState, optional
        To continue with; none when the weights were put back.
    best_epoch : int, optional
        The epoch with the lowest monitored value.
    seconds : float
        Time spent training, compilation and pauses left out.
    """

    run_id: int
    reason: Reason
    message: Text
    snapshot: Snapshot
    optimizer_state: OptimizerState | None
    best_epoch: int | None
    seconds: float


TrainEvent = RunStarted | StepsDone | EpochDone | RunFinished
