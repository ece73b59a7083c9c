"""The forward pass in NumPy: every layer's activations, without TensorFlow.

The canvas, the feature viewer and evaluation use it, so that nothing in the
window ever waits for TensorFlow and all of them see the same numbers.
"""

from __future__ import annotations

import math

import numpy as np

from mlp_studio.core.activations import ACTIVATIONS
from mlp_studio.core.arrays import AnyArray, FloatArray, Weights
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

BATCH = 4096  # examples at a time: bounds memory and stays in cache


def apply_layer(layer: AnyLayer, weights: tuple[FloatArray, ...], x: AnyArray) -> AnyArray:
    """Return the output of one layer as it is after training (no noise, moving statistics).

    Parameters
    ----------
    layer : AnyLayer
        The layer's spec.
    weights : tuple of FloatArray
        In the order of `mlp_studio.core.network.weight_specs`.
    x : ndarray of shape (n, *input_shape)
        The layer's inputs.
    """
    if isinstance(layer, Dense):
        z = x @ weights[0]
        if layer.use_bias:
            z += weights[1]
        return np.asarray(ACTIVATIONS[layer.activation](z))
    if isinstance(layer, Flatten):
        return x.reshape(len(x), math.prod(x.shape[1:]))
    if isinstance(layer, BatchNormalization):
        gamma, beta, mean, variance = weights
        scale = gamma / np.sqrt(variance + np.float32(layer.epsilon))
        return np.asarray(x * scale + (beta - mean * scale))
    return _without_matrix(layer, weights, x)


def _without_matrix(layer: AnyLayer, weights: tuple[FloatArray, ...], x: AnyArray) -> AnyArray:
    if isinstance(layer, LayerNormalization):
        return _layer_normalization(layer, weights, x)
    if isinstance(layer, Activation):
        return np.asarray(ACTIVATIONS[layer.activation](x))
    if isinstance(layer, LeakyReLU):
        return np.where(x > 0, x, x * np.float32(layer.negative_slope))
    if isinstance(layer, PReLU):
        return np.where(x > 0, x, x * weights[0])
    return x


def _layer_normalization(
    layer: LayerNormalization, weights: tuple[FloatArray, ...], x: AnyArray
) -> AnyArray:
    centred = x - x.mean(axis=-1, keepdims=True)
    variance = np.square(centred).mean(axis=-1, keepdims=True)
    y = centred / np.sqrt(variance + np.float32(layer.epsilon))
    rest = iter(weights)
    if layer.scale:
        y = y * next(rest)
    if layer.center:
        y = y + next(rest)
    return np.asarray(y)


def forward(network: NetworkSpec, weights: Weights, x: AnyArray) -> dict[str, AnyArray]:
    """Return the activations of every layer by its name, from input to output.

    Parameters
    ----------
    network : NetworkSpec
        The network.
    weights : Weights
        Its weights.
    x : ndarray of shape (n, *network.input_shape)
        Scaled inputs; taken as float32.

    Returns
    -------
    dict of str to ndarray
        For each layer an array of shape (n, *output shape).
    """
    outputs: dict[str, AnyArray] = {}
    value: AnyArray = np.asarray(x, np.float32)
    for layer in network.layers:
        value = apply_layer(layer, weights[layer.name], value)
        outputs[layer.name] = value
    return outputs


def predict(network: NetworkSpec, weights: Weights, x: AnyArray) -> FloatArray:
    """Return the network's outputs, shape (n, units), a batch at a time."""
    parts = []
    for start in range(0, len(x), BATCH):
        value: AnyArray = np.asarray(x[start : start + BATCH], np.float32)
        for layer in network.layers:
            value = apply_layer(layer, weights[layer.name], value)
        parts.append(value)
    if not parts:
        return np.zeros((0, *network.output_shape), np.float32)
    return np.concatenate(parts)
