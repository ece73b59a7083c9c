"""A network in a line."""

from __future__ import annotations

from mlp_studio.core.check import shape_text
from mlp_studio.core.layers import Activation, Dense
from mlp_studio.core.network import NetworkSpec

MOST = 6  # layers named; of more, those in the middle are left out
_SPELT = {"relu": "ReLU", "relu6": "ReLU6", "elu": "ELU", "selu": "SELU", "gelu": "GELU",
          "silu": "SiLU", "celu": "CELU"}  # fmt: skip


def network_words(network: NetworkSpec) -> str:
    """Return a network as people write it, such as ``28 × 28 → 8 ReLU → 10 softmax``."""
    steps: list[str] = []
    for layer in network.layers:
        if isinstance(layer, Dense):
            name = layer.activation
            steps.append(f"{layer.units} {_SPELT.get(name, name)}".removesuffix(" linear"))
        elif isinstance(layer, Activation) and steps:
            steps[-1] += f" {_SPELT.get(layer.activation, layer.activation)}"
    if len(steps) > MOST:
        steps = [*steps[: MOST - 2], "…", steps[-1]]
    return " → ".join([shape_text(network.input_shape), *steps])
