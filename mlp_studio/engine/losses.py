"""Losses and metrics, one number a row, as Keras computes them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from mlp_studio.engine.backend import tf

EPSILON = 1e-7  # keras.config.epsilon()
# Behind either of these Keras takes the pre-activation for either cross-entropy, even
# where the two do not belong together; training must agree with it.
LOGITS = ("softmax", "sigmoid")
PerRow = Callable[[Any, Any], Any]


@dataclass(frozen=True)
class Loss:
    """A loss by what it is given.

    Parameters
    ----------
    outputs : callable
        From targets and outputs, both of shape (batch, units), to shape (batch,).
    fused : mapping
        For some activations of the last layer the same from its pre-activation, which
        stays exact where the outputs saturate.
    """

    outputs: PerRow
    fused: dict[str, PerRow]


def _categorical(y: Any, output: Any) -> Any:
    shares = output / tf.reduce_sum(output, -1, keepdims=True)
    shares = tf.clip_by_value(shares, EPSILON, 1.0 - EPSILON)
    return -tf.reduce_sum(y * tf.math.log(shares), -1)


def _categorical_logits(y: Any, z: Any) -> Any:
    return tf.nn.softmax_cross_entropy_with_logits(y, z)


def _binary(y: Any, output: Any) -> Any:
    share = tf.clip_by_value(output, EPSILON, 1.0 - EPSILON)
    return -tf.reduce_mean(y * tf.math.log(share) + (1.0 - y) * tf.math.log(1.0 - share), -1)


def _binary_logits(y: Any, z: Any) -> Any:
    return tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(y, z), -1)


def _squared(y: Any, output: Any) -> Any:
    return tf.reduce_mean(tf.math.squared_difference(output, y), -1)


def _absolute(y: Any, output: Any) -> Any:
    return tf.reduce_mean(tf.abs(output - y), -1)


def _accuracy(y: Any, output: Any) -> Any:
    if y.shape[-1] == 1:
        hit = tf.equal(y > 0.5, output > 0.5)[:, 0]
    else:
        hit = tf.equal(
            tf.argmax(y, -1, output_type=tf.int32), tf.argmax(output, -1, output_type=tf.int32)
        )
    return tf.cast(hit, tf.float32)


LOSSES: dict[str, Loss] = {
    "categorical_crossentropy": Loss(_categorical, dict.fromkeys(LOGITS, _categorical_logits)),
    "binary_crossentropy": Loss(_binary, dict.fromkeys(LOGITS, _binary_logits)),
    "mean_squared_error": Loss(_squared, {}),
    "mean_absolute_error": Loss(_absolute, {}),
}

METRICS: dict[str, PerRow] = {"accuracy": _accuracy, "mae": _absolute, "mse": _squared}


def loss_rows(name: str, activation: str, y: Any, z: Any, output: Any) -> Any:
    """Return the loss of each row, from `z` where Keras would use it, else from `output`."""
    loss = LOSSES[name]
    fused = loss.fused.get(activation)
    return loss.outputs(y, output) if fused is None else fused(y, z)
