"""A project: data, network and training together."""

from __future__ import annotations

from mlp_studio.core.datasets import DataSpec
from mlp_studio.core.layers import Spec
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.training import TrainingSpec


class ProjectSpec(Spec):
    """Everything a person designs; weights and history are kept beside it.

    Parameters
    ----------
    name : str
        Shown in the title bar and used for file names.
    """

    name: str
    data: DataSpec
    network: NetworkSpec
    training: TrainingSpec
