"""What each kind of layer does while training and validating, as pure functions.

Written for the compiled loop: Keras's own layers keep their state in variables and
cost several times as much there. Tests hold every one against Keras.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from mlp_studio.core.layers import L1L2, Activation, AnyLayer, Dense
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.training import Precision
from mlp_studio.engine.activations import ACTIVATIONS
from mlp_studio.engine.backend import tf
from mlp_studio.engine.noise import keep_mask, normal, pcg
from mlp_studio.engine.precision import product

EPSILON = 1e-7  # keras.config.epsilon()
SHORT = 64  # numbers that are added up one after the other


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
    precision : {"float32", "mixed_float16", "mixed_bfloat16"}
        Of the factors of matrix products.
    """

    training: bool
    rows: Any = None
    key: Any = None
    precision: Precision = "float32"


@dataclass(frozen=True)
class LayerWeights:
    """A layer's tensors: those that gradients change, and those it keeps for itself.

    A Dense layer which is frozen has its kernel and bias in `state`.
    """

    trainable: Sequence[Any]
    state: Sequence[Any]

    @property
    def all(self) -> Sequence[Any]:
        """Both, in Keras's order."""
        return (*self.trainable, *self.state)


Result = tuple[Any, tuple[Any, ...]]
"""A layer's output and its new state."""


def affine(layer: Dense, weights: LayerWeights, x: Any, precision: Precision) -> Any:
    """Return ``x @ kernel + bias`` over the last axis."""
    kernel = weights.all[0]
    z = product(tf.reshape(x, (-1, x.shape[-1])), kernel, precision)
    if layer.use_bias:
        z = z + weights.all[1]
    return tf.reshape(z, (*x.shape[:-1], layer.units))


def _dense(layer: Any, weights: LayerWeights, x: Any, now: Pass, _position: int) -> Result:
    z = affine(layer, weights, x, now.precision)
    return ACTIVATIONS[layer.activation](z), tuple(weights.state)


def _activation(layer: Any, _weights: LayerWeights, x: Any, _now: Pass, _position: int) -> Result:
    return ACTIVATIONS[layer.activation](x), ()


def _leaky_relu(layer: Any, _weights: LayerWeights, x: Any, _now: Pass, _position: int) -> Result:
    return tf.nn.leaky_relu(x, alpha=layer.negative_slope), ()


def _prelu(_layer: Any, weights: LayerWeights, x: Any, _now: Pass, _position: int) -> Result:
    return tf.nn.relu(x) - weights.trainable[0] * tf.nn.relu(-x), ()


def _gaussian_noise(layer: Any, _weights: LayerWeights, x: Any, now: Pass, position: int) -> Result:
    if not now.training or layer.stddev == 0:
        return x, ()
    key = pcg(now.key + tf.constant(position, tf.uint32))
    return x + layer.stddev * normal(tuple(x.shape), key), ()


def _layer_normalization(
    layer: Any, weights: LayerWeights, x: Any, _now: Pass, _position: int
) -> Result:
    mean = tf.reduce_mean(x, -1, keepdims=True)
    variance = tf.reduce_mean(tf.math.squared_difference(x, mean), -1, keepdims=True)
    rest = iter(weights.trainable)
    gamma = next(rest) if layer.scale else None
    beta = next(rest) if layer.center else None
    return tf.nn.batch_normalization(x, mean, variance, beta, gamma, layer.epsilon), ()


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
    "layer_normalization": _layer_normalization,
    "activation": _activation,
    "leaky_relu": _leaky_relu,
    "prelu": _prelu,
    "gaussian_noise": _gaussian_noise,
}


@dataclass(frozen=True)
class Outcome:
    """What a pass through the network gives.

    Parameters
    ----------
    z, output : tensors of shape (batch, units)
        Before and after the last activation.
    state : list of tuple
        Each layer's new state.
    activity : tensor of shape (batch,), optional
        Each row's penalty on activities; None when there is none.
    """

    z: Any
    output: Any
    state: list[tuple[Any, ...]]
    activity: Any


def forward(network: NetworkSpec, weights: Sequence[LayerWeights], x: Any, now: Pass) -> Outcome:
    """Run `x` through the network."""
    states: list[tuple[Any, ...]] = []
    activities: list[Any] = []
    z = x
    for position, layer in enumerate(network.layers):
        last = position == len(network.layers) - 1
        if last and isinstance(layer, Dense):
            z = affine(layer, weights[position], x, now.precision)
            x, state = ACTIVATIONS[layer.activation](z), tuple(weights[position].state)
        else:
            z = x
            x, state = LAYERS[layer.kind](layer, weights[position], x, now, position)
        states.append(state)
        if isinstance(layer, Dense) and layer.activity_regularizer:
            rows = tf.reshape(x, (x.shape[0], -1))
            activities += _penalties(layer.activity_regularizer, rows, axis=1)
    return Outcome(z, x, states, tf.add_n(activities) if activities else None)


def fused_activation(last: AnyLayer) -> str:
    """Return the activation between `Outcome.z` and `Outcome.output`."""
    return last.activation if isinstance(last, Dense | Activation) else "linear"


def penalty(network: NetworkSpec, weights: Sequence[LayerWeights]) -> Any:
    """Return the sum of all penalties on kernels and biases, or None when there is none."""
    terms: list[Any] = []
    for layer, tensors in zip(network.layers, weights, strict=True):
        if isinstance(layer, Dense) and layer.trainable:  # Keras leaves frozen layers out
            terms += _penalties(layer.kernel_regularizer, tensors.trainable[0])
            if layer.use_bias:
                terms += _penalties(layer.bias_regularizer, tensors.trainable[1])
    return tf.add_n(terms) if terms else None


def _penalties(strength: L1L2, values: Any, axis: int | None = None) -> list[Any]:
    if axis is None:
        sums: tuple[Any, Any] = (_sum_of_sizes, _sum_of_squares)
    else:
        sums = (
            lambda values: tf.reduce_sum(tf.abs(values), axis),
            lambda values: tf.reduce_sum(tf.square(values), axis),
        )
    strengths = (strength.l1, strength.l2)
    return [
        weight * add_up(values) for weight, add_up in zip(strengths, sums, strict=True) if weight
    ]


@tf.custom_gradient  # type: ignore[untyped-decorator]
def _sum_of_sizes(values: Any) -> Any:
    return _total(tf.abs(values)), lambda upstream: upstream * tf.sign(values)


@tf.custom_gradient  # type: ignore[untyped-decorator]
def _sum_of_squares(values: Any) -> Any:
    return _total(tf.square(values)), lambda upstream: upstream * 2.0 * values


def _total(values: Any) -> Any:
    """Return the sum of all values, by adding the second half to the first again and again.

    XLA adds up a long array on one core, one number after the other; whole halves it
    adds with vector instructions. The result is closer to the exact sum, too.
    """
    rest, loose = tf.reshape(values, (-1,)), []
    while rest.shape[0] > SHORT:
        half = rest.shape[0] // 2
        if rest.shape[0] % 2:
            loose.append(rest[-1])
        rest = rest[:half] + rest[half : 2 * half]
    return tf.add_n([tf.reduce_sum(rest), *loose])


def constraints(network: NetworkSpec) -> list[Callable[[Any], Any] | None]:
    """Return for each trainable array what brings it back into bounds after an update."""
    specs = network.weight_specs()
    return [
        _constraint(layer, spec.name)
        for layer in network.layers
        for spec in specs[layer.name]
        if spec.trainable
    ]


def _constraint(layer: AnyLayer, array: str) -> Callable[[Any], Any] | None:
    if not isinstance(layer, Dense):
        return None
    kind = layer.kernel_constraint if array == "kernel" else layer.bias_constraint
    if kind == "none":
        return None
    if kind == "non_neg":
        return tf.nn.relu  # type: ignore[no-any-return]
    limit = layer.max_norm

    def max_norm(kernel: Any) -> Any:
        norms = tf.sqrt(tf.reduce_sum(tf.square(kernel), 0, keepdims=True))
        return kernel * (tf.minimum(norms, limit) / (EPSILON + norms))

    return max_norm
