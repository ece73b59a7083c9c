"""A project: data, network and training together."""

from __future__ import annotations

from mlp_studio.core.datasets import DataSpec
from mlp_studio.core.layers import Spec
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.sweep import SweepSpec
from mlp_studio.core.training import TrainingSpec


class ProjectSpec(Spec):
    """Everything a person designs; weights and history are kept beside it.

    Parameters
    ----------
    name : str
        Shown in the title bar and used for file names.
    sweep : SweepSpec, optional
        What a sweep over this design tries, once a person has said so.
    """

    name: str
    data: DataSpec
    network: NetworkSpec
    training: TrainingSpec
    sweep: SweepSpec | None = None
