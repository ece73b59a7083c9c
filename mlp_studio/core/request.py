"""From a project and its loaded data to what the engine is asked to do."""

from __future__ import annotations

from dataclasses import replace
from weakref import WeakKeyDictionary

from mlp_studio.core.arrays import FloatArray, frozen
from mlp_studio.core.check import require_trainable
from mlp_studio.core.class_weights import example_weights
from mlp_studio.core.dataset import Dataset, Part, targets
from mlp_studio.core.datasets import Task
from mlp_studio.core.devices import Device
from mlp_studio.core.events import OptimizerState, Snapshot, TrainRequest
from mlp_studio.core.initializers import NewWeights
from mlp_studio.core.project import ProjectSpec
from mlp_studio.core.training import ClassWeights


def training_request(
    project: ProjectSpec,
    dataset: Dataset,
    *,
    run_id: int = 0,
    start: Snapshot | None = None,
    optimizer_state: OptimizerState | None = None,
    device: Device = "auto",
) -> TrainRequest:
    """Return the request to train `project` on `dataset`.

    Parameters
    ----------
    project : ProjectSpec
        Network and training settings.
    dataset : Dataset
        Its loaded data.
    run_id : int
        Goes into every event.
    start : Snapshot, optional
        Weights to start from; new ones by the training's seed when left out.
    optimizer_state : OptimizerState, optional
        To go on with an earlier run.
    device : str
        Where to train: ``"auto"``, ``"cpu"``, ``"gpu"`` or a name such as ``"GPU:1"``.

    Raises
    ------
    StudioError
        When the network can't be trained on this data.
    """
    network, training = project.network, project.training
    require_trainable(network, training, dataset.facts)
    units = network.output_shape[-1]
    task = dataset.facts.task
    if start is None:
        start = Snapshot(network, NewWeights(network, training.seed))
    if start.scaler != dataset.scaler:
        start = replace(start, scaler=dataset.scaler)  # the weights will be of these inputs
    return TrainRequest(
        run_id=run_id,
        network=network,
        training=training,
        x_train=dataset.train.x,
        y_train=_targets(dataset.train, task, units),
        x_validation=dataset.validation.x,
        y_validation=_targets(dataset.validation, task, units),
        start=start,
        optimizer_state=optimizer_state,
        device=device,
        w_train=_weights(dataset, training.class_weight),
        w_validation=dataset.validation.w,
    )


_made: WeakKeyDictionary[Part, tuple[int, FloatArray]] = WeakKeyDictionary()


def _targets(part: Part, task: Task, units: int) -> FloatArray:
    """Return the targets of a part: the very same array as long as it is asked for the same.

    So the engine sees that they lie on the device already.
    """
    kept = _made.get(part)
    if kept is None or kept[0] != units:
        kept = _made[part] = units, frozen(targets(part.y, task, units))
    return kept[1]


_weighed: WeakKeyDictionary[Dataset, tuple[ClassWeights, FloatArray | None]] = WeakKeyDictionary()


def _weights(dataset: Dataset, class_weight: ClassWeights) -> FloatArray | None:
    """Return the weights of the training examples: the very same array, like `_targets`."""
    kept = _weighed.get(dataset)
    if kept is None or kept[0] != class_weight:
        weights = example_weights(class_weight, dataset.train, dataset.facts)
        kept = _weighed[dataset] = class_weight, weights
    return kept[1]
