"""The backward pass in NumPy: how an output changes with the inputs, without TensorFlow.

As in `mlp_studio.core.forward`, layers are as they are after training. Where a function has
a kink, its slope there is TensorFlow's, the one of the flat side.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from mlp_studio.core.activations import (
    ACTIVATIONS,
    LEAKY_SLOPE,
    SELU_ALPHA,
    SELU_SCALE,
    SHRINK,
    Array,
)
from mlp_studio.core.arrays import AnyArray, FloatArray, Weights
from mlp_studio.core.forward import apply_layer
from mlp_studio.core.layers import (
    Activation,
    AnyLayer,
    BatchNormalization,
    Dense,
    Flatten,
    LayerNormalization,
    LeakyReLU,
    PReLU,
)
from mlp_studio.core.network import NetworkSpec

_sigmoid = ACTIVATIONS["sigmoid"]
_softmax = ACTIVATIONS["softmax"]


def _gelu_slope(z: Array) -> Array:
    from scipy.special import ndtr

    density = np.exp(-0.5 * np.square(z)) / np.sqrt(2 * np.pi)
    return np.asarray(ndtr(z) + z * density)


def _mish_slope(z: Array) -> Array:
    squashed = np.tanh(ACTIVATIONS["softplus"](z))
    return np.asarray(squashed + z * (1 - np.square(squashed)) * _sigmoid(z))


def _hard_silu_slope(z: Array) -> Array:
    return np.clip(z / 6 + 0.5, 0, 1) + np.where(np.abs(z) < 3, z / 6, np.zeros_like(z))


def _exponential_below(z: Array) -> Array:
    return np.where(z > 0, np.ones_like(z), np.exp(np.minimum(z, 0)))


SLOPES: dict[str, Callable[[Array], AnyArray]] = {
    "linear": np.ones_like,
    "relu": lambda z: z > 0,
    "tanh": lambda z: 1 - np.square(np.tanh(z)),
    "sigmoid": lambda z: _sigmoid(z) * _sigmoid(-z),
    "elu": _exponential_below,
    "celu": _exponential_below,
    "selu": lambda z: SELU_SCALE * np.where(z > 0, 1.0, SELU_ALPHA * np.exp(np.minimum(z, 0))),
    "gelu": _gelu_slope,
    "silu": lambda z: _sigmoid(z) * (1 + z * _sigmoid(-z)),
    "softplus": _sigmoid,
    "softsign": lambda z: 1 / np.square(1 + np.abs(z)),
    "leaky_relu": lambda z: np.where(z > 0, 1.0, LEAKY_SLOPE),
    "exponential": np.exp,
    "hard_sigmoid": lambda z: (np.abs(z) < 3) / 6,
    "relu6": lambda z: (z > 0) & (z < 6),
    "mish": _mish_slope,
    "hard_silu": _hard_silu_slope,
    "hard_tanh": lambda z: np.abs(z) < 1,
    "hard_shrink": lambda z: np.abs(z) > SHRINK,
    "soft_shrink": lambda z: np.abs(z) > SHRINK,
    "tanh_shrink": lambda z: np.square(np.tanh(z)),
    "log_sigmoid": lambda z: _sigmoid(-z),
    "squareplus": lambda z: (1 + z / np.sqrt(np.square(z) + 4)) / 2,
    "sparse_plus": lambda z: np.clip((z + 1) / 2, 0, 1),
    "sparse_sigmoid": lambda z: (np.abs(z) < 1) / 2,
}
"""The derivative of each activation that works on units one by one, at ``z``."""


def input_gradient(
    network: NetworkSpec, weights: Weights, x: AnyArray, weighting: AnyArray
) -> FloatArray:
    """Return the gradient of a weighted sum of the outputs with respect to the inputs.

    Parameters
    ----------
    network : NetworkSpec
        The network.
    weights : Weights
        Its weights.
    x : ndarray of shape (n, *network.input_shape)
        Scaled inputs.
    weighting : ndarray of shape (n, *network.output_shape)
        What each output counts for: a one-hot row asks for one class.

    Returns
    -------
    FloatArray of shape (n, *network.input_shape)
    """
    value: AnyArray = np.asarray(x, np.float32)
    given: list[AnyArray] = []
    for layer in network.layers:
        given.append(value)
        value = apply_layer(layer, weights[layer.name], value)
    gradient: AnyArray = np.asarray(weighting, np.float32)
    for layer, inputs in zip(reversed(network.layers), reversed(given), strict=True):
        gradient = _through(layer, weights[layer.name], inputs, gradient)
    return np.asarray(gradient, np.float32)


def _through(
    layer: AnyLayer, weights: tuple[FloatArray, ...], x: AnyArray, gradient: AnyArray
) -> AnyArray:
    """Return the gradient before a layer, from that behind it."""
    if isinstance(layer, Dense):
        if layer.activation != "linear":
            plain = layer.model_copy(update={"activation": "linear"})
            gradient = _through_activation(
                layer.activation, apply_layer(plain, weights, x), gradient
            )
        return np.asarray(gradient @ weights[0].T)
    if isinstance(layer, Flatten):
        return gradient.reshape(x.shape)
    if isinstance(layer, Activation):
        return _through_activation(layer.activation, x, gradient)
    return _without_matrix(layer, weights, x, gradient)


def _without_matrix(
    layer: AnyLayer, weights: tuple[FloatArray, ...], x: AnyArray, gradient: AnyArray
) -> AnyArray:
    if isinstance(layer, BatchNormalization):
        gamma, _beta, _mean, variance = weights
        return np.asarray(gradient * (gamma / np.sqrt(variance + np.float32(layer.epsilon))))
    if isinstance(layer, LayerNormalization):
        return _through_layer_normalization(layer, weights, x, gradient)
    if isinstance(layer, LeakyReLU):
        return np.where(x > 0, gradient, gradient * np.float32(layer.negative_slope))
    if isinstance(layer, PReLU):
        return np.where(x > 0, gradient, gradient * weights[0])
    return gradient


def _through_activation(name: str, z: AnyArray, gradient: AnyArray) -> AnyArray:
    if name == "softmax":
        shares = _softmax(z)
        return np.asarray(shares * (gradient - (gradient * shares).sum(axis=-1, keepdims=True)))
    if name == "log_softmax":
        return np.asarray(gradient - _softmax(z) * gradient.sum(axis=-1, keepdims=True))
    return np.asarray(gradient * SLOPES[name](z), np.float32)


def _through_layer_normalization(
    layer: LayerNormalization, weights: tuple[FloatArray, ...], x: AnyArray, gradient: AnyArray
) -> AnyArray:
    centred = x - x.mean(axis=-1, keepdims=True)
    spread = np.sqrt(np.square(centred).mean(axis=-1, keepdims=True) + np.float32(layer.epsilon))
    if layer.scale:
        gradient = gradient * weights[0]
    normal = centred / spread
    along = (gradient * normal).mean(axis=-1, keepdims=True)
    return np.asarray((gradient - gradient.mean(axis=-1, keepdims=True) - normal * along) / spread)
