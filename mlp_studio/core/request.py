"""From a project and its loaded data to what the engine is asked to do."""

from __future__ import annotations

from dataclasses import replace

from mlp_studio.core.check import require_trainable
from mlp_studio.core.dataset import Dataset, targets
from mlp_studio.core.events import Device, OptimizerState, Snapshot, TrainRequest
from mlp_studio.core.initializers import initial_weights
from mlp_studio.core.project import ProjectSpec


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
    device : {"auto", "cpu", "gpu"}
        Where to train.

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
        start = Snapshot(network, initial_weights(network, training.seed))
    if start.scaler != dataset.scaler:
        start = replace(start, scaler=dataset.scaler)  # the weights will be of these inputs
    return TrainRequest(
        run_id=run_id,
        network=network,
        training=training,
        x_train=dataset.train.x,
        y_train=targets(dataset.train.y, task, units),
        x_validation=dataset.validation.x,
        y_validation=targets(dataset.validation.y, task, units),
        start=start,
        optimizer_state=optimizer_state,
        device=device,
    )
