"""Losses and metrics, one number a row, as Keras computes them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from mlp_studio.core.training import SMOOTHED_LOSSES, LossName, MetricName, TrainingSpec
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


def _huber(y: Any, output: Any, delta: float) -> Any:
    error = output - y
    size = tf.abs(error)
    near, far = 0.5 * tf.square(error), delta * size - 0.5 * delta**2
    return tf.reduce_mean(tf.where(size <= delta, near, far), -1)


def _accuracy(y: Any, output: Any) -> Any:
    if y.shape[-1] == 1:
        hit = tf.equal(y > 0.5, output > 0.5)[:, 0]
    else:
        hit = tf.equal(
            tf.argmax(y, -1, output_type=tf.int32), tf.argmax(output, -1, output_type=tf.int32)
        )
    return tf.cast(hit, tf.float32)


def _top_k(y: Any, output: Any, k: int) -> Any:
    """Return whether fewer than `k` outputs are larger than that of the right class."""
    right = tf.argmax(y, -1, output_type=tf.int32)
    own = tf.gather(output, right, axis=1, batch_dims=1)[:, None]
    larger = tf.reduce_sum(tf.cast(output > own, tf.int32), -1)
    return tf.cast(tf.logical_and(larger < k, tf.math.is_finite(own[:, 0])), tf.float32)


LOSSES: dict[str, Loss] = {
    "categorical_crossentropy": Loss(_categorical, dict.fromkeys(LOGITS, _categorical_logits)),
    "binary_crossentropy": Loss(_binary, dict.fromkeys(LOGITS, _binary_logits)),
    "mean_squared_error": Loss(_squared, {}),
    "mean_absolute_error": Loss(_absolute, {}),
}

METRICS: dict[str, PerRow] = {"accuracy": _accuracy, "mae": _absolute, "mse": _squared}


@dataclass(frozen=True)
class Scoring:
    """A loss and a metric with their parameters, which are neutral where without effect.

    Parameters
    ----------
    loss, metric : str
        Names in the tables above, ``"huber"`` or ``"top_k_accuracy"``.
    label_smoothing : float
        Share of each target that goes to all classes alike.
    huber_delta : float
        Where the loss goes from a parabola to a line.
    top_k : int
        How many guesses there are.
    """

    loss: LossName
    metric: MetricName
    label_smoothing: float = 0.0
    huber_delta: float = 0.0
    top_k: int = 0

    def loss_rows(self, activation: str, y: Any, z: Any, output: Any) -> Any:
        """Return the loss of each row, from `z` where Keras would use it, else from `output`."""
        if self.loss == "huber":
            return _huber(y, output, self.huber_delta)
        if self.label_smoothing:
            classes = 2 if self.loss == "binary_crossentropy" else y.shape[-1]
            y = y * (1.0 - self.label_smoothing) + self.label_smoothing / classes
        loss = LOSSES[self.loss]
        fused = loss.fused.get(activation)
        return loss.outputs(y, output) if fused is None else fused(y, z)

    def metric_rows(self, y: Any, output: Any) -> Any:
        """Return the metric of each row."""
        if self.metric == "top_k_accuracy":
            return _top_k(y, output, self.top_k)
        return METRICS[self.metric](y, output)


def scoring(training: TrainingSpec) -> Scoring:
    """Return the loss and metric of a training spec."""
    return Scoring(
        training.loss,
        training.metric,
        training.label_smoothing if training.loss in SMOOTHED_LOSSES else 0.0,
        training.huber_delta if training.loss == "huber" else 0.0,
        training.top_k if training.metric == "top_k_accuracy" else 0,
    )
