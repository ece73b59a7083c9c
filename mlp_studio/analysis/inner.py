"""What a layer inside a network gives, after its activation or before it."""

from __future__ import annotations

from collections.abc import Mapping

from mlp_studio.core.arrays import AnyArray, Weights
from mlp_studio.core.forward import apply_layer
from mlp_studio.core.layers import Activation, Dense
from mlp_studio.core.network import NetworkSpec


def inner(
    network: NetworkSpec,
    weights: Weights,
    x: AnyArray,
    found: Mapping[str, AnyArray],
    layer: str,
    *,
    before_activation: bool = False,
) -> AnyArray:
    """Return what a layer gave, shape (n, *its output shape).

    Parameters
    ----------
    network : NetworkSpec
        The network.
    weights : Weights
        Its weights.
    x : ndarray of shape (n, *network.input_shape)
        Scaled inputs.
    found : mapping of str to ndarray
        What `mlp_studio.core.forward.forward` returned for them.
    layer : str
        The layer's name.
    before_activation : bool
        For a Dense layer its weighted sums; for an Activation what it is given; for others
        there is no difference.
    """
    place = network.index(layer)
    spec = network.layers[place]
    if not before_activation or not isinstance(spec, Dense | Activation):
        return found[layer]
    given = x if place == 0 else found[network.layers[place - 1].name]
    if isinstance(spec, Activation):
        return given
    plain = spec.model_copy(update={"activation": "linear"})
    return apply_layer(plain, weights[layer], given)
