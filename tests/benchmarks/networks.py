"""The networks that are measured, and what each side must know to train one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from mlp_studio.core.arrays import AnyArray, FloatArray
from mlp_studio.core.dataset import Dataset
from mlp_studio.core.datasets import DataSpec
from mlp_studio.core.events import TrainRequest
from mlp_studio.core.layers import ActivationName, Dense, Dropout, Flatten
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.request import training_request
from mlp_studio.core.templates import template
from mlp_studio.data.load import load

# The notebooks' seven, from the smallest data set and network to the largest: workers
# live through the whole list, so that their peak memory is that of the network at hand.
NETWORKS = (
    "egg-crate",
    "spirals-2",
    "spirals-6",
    "mnist-first",
    "mnist-100-200-100",
    "mnist-tanh-200",
    "mnist-200-500-200",
)
ENDLESS = 1_000_000  # epochs: a side trains until it is told to end


@dataclass(frozen=True)
class Job:
    """What to train, small enough to be sent to a worker.

    Parameters
    ----------
    template : str
        Whose data, network and settings to take.
    batch : int, optional
        Another batch size.
    hidden : tuple of (units, activation), optional
        Other hidden layers.
    share : float
        Of the training and the validation examples.
    threads : int, optional
        For libraries that take a number of threads; their own choice when left out.
    """

    template: str
    batch: int | None = None
    hidden: tuple[tuple[int, ActivationName], ...] | None = None
    share: float = 1.0
    threads: int | None = None


@dataclass(frozen=True)
class Layer:
    """A Dense layer with the dropout behind it, as the rivals build it."""

    kernel: FloatArray
    bias: FloatArray
    activation: str
    l2: float
    dropout: float


@lru_cache(maxsize=2)
def _data(spec: DataSpec) -> Dataset:
    return load(spec)


def request(job: Job, epochs: int = ENDLESS) -> TrainRequest:
    """Return the request to train `job`, never stopping early and at a constant rate."""
    project = template(job.template).project
    network, training = project.network, project.training
    if job.hidden is not None:
        network = _with_hidden(network, job.hidden)
    training = training.model_copy(
        update={
            "epochs": epochs,
            "batch_size": job.batch or training.batch_size,
            "early_stopping": None,
            "reduce_lr": None,
        }
    )
    project = project.model_copy(update={"network": network, "training": training})
    asked = training_request(project, _data(project.data))
    if job.share == 1.0:
        return asked
    train = max(1, round(len(asked.x_train) * job.share))
    validation = max(1, round(len(asked.x_validation) * job.share))
    return replace(
        asked,
        x_train=asked.x_train[:train],
        y_train=asked.y_train[:train],
        x_validation=asked.x_validation[:validation],
        y_validation=asked.y_validation[:validation],
    )


def _with_hidden(
    network: NetworkSpec, hidden: tuple[tuple[int, ActivationName], ...]
) -> NetworkSpec:
    ends = [layer for layer in network.layers if isinstance(layer, Flatten)]
    ends += [Dense(units=units, activation=activation) for units, activation in hidden]
    built = NetworkSpec(input_shape=network.input_shape)
    for layer in (*ends, network.layers[-1]):
        built = built.inserted(len(built.layers), layer)
    return built


def stack(asked: TrainRequest) -> list[Layer]:
    """Return the Dense layers with the weights to start from.

    Raises
    ------
    TypeError
        When the network has layers of other kinds.
    """
    return list(_stack(asked))


def _stack(asked: TrainRequest) -> Iterator[Layer]:
    layers = [layer for layer in asked.network.layers if not isinstance(layer, Flatten)]
    for layer, behind in zip(layers, (*layers[1:], None), strict=True):
        if isinstance(layer, Dense):
            kernel, bias = asked.start.weights[layer.name]
            rate = behind.rate if isinstance(behind, Dropout) else 0.0
            yield Layer(kernel, bias, layer.activation, layer.kernel_regularizer.l2, rate)
        elif not isinstance(layer, Dropout):
            raise TypeError(f"the rivals know Dense and Dropout. Received: {layer!r}")


def rows(x: AnyArray) -> FloatArray:
    """Return the inputs as one flat row an example, shape (n, inputs)."""
    return np.ascontiguousarray(x.reshape(len(x), -1), dtype=np.float32)
