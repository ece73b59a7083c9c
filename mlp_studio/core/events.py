"""What a training run is asked to do, and what it tells while it goes on.

All of it is frozen and free of TensorFlow and Qt, so that it can cross threads
and floors.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from mlp_studio.core.arrays import AnyArray, FloatArray, Weights
from mlp_studio.core.devices import Choice, Device
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.scaling import Scaler
from mlp_studio.core.text import Text
from mlp_studio.core.training import TrainingSpec

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
    device : str
        Where to train: ``"auto"``, ``"cpu"``, ``"gpu"`` or a name such as ``"GPU:1"``.
    w_train, w_validation : FloatArray of shape (n,), optional
        What each example's loss is multiplied by, in training and in ``val_loss``, as Keras's
        ``sample_weight``: a batch's loss is still divided by its number of examples; metrics
        and penalties are not weighted. Class weights belong to `w_train` alone.
    data_limit : int, optional
        Bytes of the device's memory that each data set may take; a larger one is streamed.
        Half of the free memory when left out.
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
    w_train: FloatArray | None = field(default=None, repr=False)
    w_validation: FloatArray | None = field(default=None, repr=False)
    data_limit: int | None = None


@dataclass(frozen=True)
class RunStarted:
    """Compiled and about to make the first step.

    Parameters
    ----------
    run_id : int
        The run.
    device : str
        Where it trains, in English.
    steps_per_epoch : int
        Steps of an epoch.
    first_epoch, last_epoch : int
        Counted from 1, going on from the start snapshot's.
    choice : Choice, optional
        How the device was chosen among several; None where there was nothing to choose.
    """

    run_id: int
    device: str
    steps_per_epoch: int
    first_epoch: int
    last_epoch: int
    choice: Choice | None = None


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
    snapshot : Snapshot, optional
        The weights after these steps; only now and then in the first epoch of new weights,
        at steps that double or more from one to the next.
    """

    run_id: int
    first_step: int
    losses: AnyArray
    snapshot: Snapshot | None = None


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
        The epoch with the best monitored value, see `TrainingSpec.monitor`; none where no
        epoch was ended.
    seconds : float
        Time spent training, compilation and pauses left out.
    best : Snapshot, optional
        The weights after `best_epoch`; the same object as `snapshot` where they are kept.
    """

    run_id: int
    reason: Reason
    message: Text
    snapshot: Snapshot
    optimizer_state: OptimizerState | None
    best_epoch: int | None
    seconds: float
    best: Snapshot | None = None


TrainEvent = RunStarted | StepsDone | EpochDone | RunFinished
