"""What each kind of layer does while training and validating, as pure functions.

Written for the compiled loop: Keras's own layers keep their state in variables and
cost several times as much there. Tests hold every one against Keras.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from mlp_studio.core.layers import AnyLayer, Dense
from mlp_studio.core.network import NetworkSpec
from mlp_studio.engine.activations import ACTIVATIONS
from mlp_studio.engine.backend import tf
from mlp_studio.engine.noise import keep_mask, pcg


@dataclass(frozen=True)
class Pass:
    """What a layer must know of the pass it is part of.

    Parameters
    ----------
    training : bool
        Whether dropout drops and batch normalisation takes the batch's statistics.
    rows : tensor of shape (batch,), optional
        1 for each row that counts and 0 for padding; None when all count.
    key : uint32 tensor, optional
        From which this step's random masks derive.
    """

    training: bool
    rows: Any = None
    key: Any = None


@dataclass(frozen=True)
class LayerWeights:
    """A layer's tensors: those that gradients change, and those it keeps for itself."""

    trainable: Sequence[Any]
    state: Sequence[Any]


Result = tuple[Any, tuple[Any, ...]]
"""A layer's output and its new state."""


def affine(layer: Dense, weights: LayerWeights, x: Any) -> Any:
    """Return ``x @ kernel + bias`` over the last axis."""
    kernel = weights.trainable[0]
    z = tf.matmul(tf.reshape(x, (-1, x.shape[-1])), kernel)
    if layer.use_bias:
        z = z + weights.trainable[1]
    return tf.reshape(z, (*x.shape[:-1], layer.units))


def _dense(layer: Any, weights: LayerWeights, x: Any, _now: Pass, _position: int) -> Result:
    return ACTIVATIONS[layer.activation](affine(layer, weights, x)), ()


def _flatten(_layer: Any, _weights: LayerWeights, x: Any, _now: Pass, _position: int) -> Result:
    return tf.reshape(x, (x.shape[0], -1)), ()


def _dropout(layer: Any, _weights: LayerWeights, x: Any, now: Pass, position: int) -> Result:
    if not now.training or layer.rate == 0:
        return x, ()
    keep = keep_mask(tuple(x.shape), layer.rate, pcg(now.key + tf.constant(position, tf.uint32)))
    return tf.where(keep, x * (1.0 / (1.0 - layer.rate)), 0.0), ()


def _batch_normalization(
    layer: Any, weights: LayerWeights, x: Any, now: Pass, _position: int
) -> Result:
    gamma, beta = weights.trainable
    moving_mean, moving_variance = weights.state
    if not now.training:
        return tf.nn.batch_normalization(
            x, moving_mean, moving_variance, beta, gamma, layer.epsilon
        ), (moving_mean, moving_variance)
    mean, variance = _moments(x, now.rows)
    y = tf.nn.batch_normalization(x, mean, variance, beta, gamma, layer.epsilon)
    keep = layer.momentum
    moved = (
        moving_mean * keep + mean * (1.0 - keep),
        moving_variance * keep + variance * (1.0 - keep),
    )
    return y, tuple(tf.stop_gradient(tensor) for tensor in moved)


def _moments(x: Any, rows: Any) -> tuple[Any, Any]:
    flat = tf.reshape(x, (-1, x.shape[-1]))
    if rows is None:
        mean = tf.reduce_mean(flat, 0)
        return mean, tf.reduce_mean(tf.math.squared_difference(flat, mean), 0)
    weight = tf.repeat(rows, flat.shape[0] // x.shape[0])[:, None]
    total = tf.reduce_sum(weight)
    mean = tf.reduce_sum(flat * weight, 0) / total
    return mean, tf.reduce_sum(tf.math.squared_difference(flat, mean) * weight, 0) / total


LAYERS: dict[str, Callable[[Any, LayerWeights, Any, Pass, int], Result]] = {
    "dense": _dense,
    "flatten": _flatten,
    "dropout": _dropout,
    "batch_normalization": _batch_normalization,
}


def forward(
    network: NetworkSpec, weights: Sequence[LayerWeights], x: Any, now: Pass
) -> tuple[Any, Any, list[tuple[Any, ...]]]:
    """Run `x` through the network.

    Returns
    -------
    z, output : tensors of shape (batch, units)
        Before and after the last layer's activation.
    state : list of tuple
        Each layer's new state.
    """
    states = []
    for position, layer in enumerate(network.layers[:-1]):
        x, state = LAYERS[layer.kind](layer, weights[position], x, now, position)
        states.append(state)
    last: AnyLayer = network.layers[-1]
    if not isinstance(last, Dense):
        raise TypeError(f"the last layer must be Dense. Received: {last!r}")
    z = affine(last, weights[-1], x)
    return z, ACTIVATIONS[last.activation](z), [*states, ()]


def penalty(network: NetworkSpec, weights: Sequence[LayerWeights]) -> Any:
    """Return the sum of all kernel penalties, or None when there is none."""
    terms = []
    for layer, tensors in zip(network.layers, weights, strict=True):
        if isinstance(layer, Dense) and layer.kernel_regularizer:
            kernel, strength = tensors.trainable[0], layer.kernel_regularizer
            if strength.l1:
                terms.append(strength.l1 * tf.reduce_sum(tf.abs(kernel)))
            if strength.l2:
                terms.append(strength.l2 * tf.reduce_sum(tf.square(kernel)))
    return tf.add_n(terms) if terms else None
