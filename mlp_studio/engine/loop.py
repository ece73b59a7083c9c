"""The compiled loop: many training steps, or a whole validation, in one call.

Everything that XLA specialises on is in a `Structure`; two runs of equal structure
share the compiled code whatever their names, seeds, rates and weights.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from mlp_studio.core.layers import AnyLayer, Dense
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.training import AnyOptimizer, TrainingSpec
from mlp_studio.engine.backend import tf
from mlp_studio.engine.layers import (
    LayerWeights,
    Outcome,
    Pass,
    constraints,
    forward,
    fused_activation,
    penalty,
)
from mlp_studio.engine.losses import Scoring, scoring
from mlp_studio.engine.noise import pcg
from mlp_studio.engine.optimizers import apply

MAX_STEPS = 4096  # of one call: bounds the table in which it notes losses
CACHED = 16  # structures kept compiled


@dataclass(frozen=True)
class Structure:
    """What the compiled code depends on.

    Parameters
    ----------
    network : NetworkSpec
        With neutral layer names.
    scoring : Scoring
        Loss and metric.
    optimizer : AnyOptimizer
        With a neutral learning rate.
    batch : int
        Rows of a step.
    examples : int
        Rows of the training set, from which a partial last batch follows.
    device : str
        TensorFlow's name of the device.
    weighted : bool
        Whether the training examples have weights.
    """

    network: NetworkSpec
    scoring: Scoring
    optimizer: AnyOptimizer
    batch: int
    examples: int
    device: str
    weighted: bool = False

    @property
    def steps(self) -> int:
        """Steps of an epoch."""
        return -(-self.examples // self.batch)

    @property
    def trainable(self) -> tuple[tuple[bool, ...], ...]:
        """For each layer, which of its arrays gradients change."""
        specs = self.network.weight_specs()
        return tuple(tuple(w.trainable for w in specs[layer.name]) for layer in self.network)


def structure(
    network: NetworkSpec,
    training: TrainingSpec,
    examples: int,
    device: str,
    weighted: bool = False,
) -> Structure:
    """Return the structure of a run."""
    layers = tuple(
        layer.model_copy(update={"name": f"layer_{position}", **_neutral(layer)})
        for position, layer in enumerate(network.layers)
    )
    return Structure(
        network.model_copy(update={"layers": layers}),
        scoring(training),
        training.optimizer.model_copy(update={"learning_rate": 1.0}),
        min(training.batch_size, examples),
        examples,
        device,
        weighted,
    )


def _neutral(layer: AnyLayer) -> dict[str, str]:
    """Return the fields that do not matter once there are weights."""
    if not isinstance(layer, Dense):
        return {}
    return {"kernel_initializer": "glorot_uniform", "bias_initializer": "zeros"}


@dataclass(frozen=True)
class State:
    """What training changes: tensors in the order of the layers.

    Parameters
    ----------
    trainable : tuple of tensors
        Kernels, biases, scales and shifts.
    fixed : tuple of tensors
        Arrays that layers keep for themselves, such as moving averages.
    slots : dict of str to tuple of tensors
        The optimizer's arrays, each like `trainable`.
    """

    trainable: Sequence[Any]
    fixed: Sequence[Any]
    slots: dict[str, Sequence[Any]]


@dataclass(frozen=True)
class Compiled:
    """The two functions of a structure.

    Parameters
    ----------
    steps : callable
        ``(trainable, fixed, slots, x, y, order, first, count, done, rates, key, w)`` to the
        first three anew and a table of shape (MAX_STEPS, 2) with each step's loss and
        metric. `order`, of shape (steps, batch), holds the rows' numbers, padded with
        zeros; `first` and `count` say which steps of the epoch; `done` is the number of
        steps the optimizer has made so far; `rates`, of shape (MAX_STEPS,), holds the
        learning rate of each step of the call; `w`, of shape (examples,), each example's
        weight, or None.
    validate : callable
        ``(trainable, fixed, x, y, w)`` to mean loss and metric; `w` is None or of shape
        (n,).
    """

    steps: Callable[..., Any]
    validate: Callable[..., Any]


@lru_cache(maxsize=CACHED)
def compiled(key: Structure) -> Compiled:
    """Return the functions for a structure; each compiles at its first call."""
    return Compiled(
        tf.function(_steps_function(key), jit_compile=True, autograph=False),
        tf.function(_validate_function(key), jit_compile=True, autograph=False),
    )


def _layers(key: Structure, trainable: Sequence[Any], fixed: Sequence[Any]) -> list[LayerWeights]:
    """Deal flat tensors out to the layers."""
    changing, kept = iter(trainable), iter(fixed)
    return [
        LayerWeights(
            [next(changing) for flag in flags if flag], [next(kept) for flag in flags if not flag]
        )
        for flags in key.trainable
    ]


def _scores(key: Structure, y: Any, outcome: Outcome, weights: Any) -> tuple[Any, Any]:
    activation = fused_activation(key.network.layers[-1])
    rows = key.scoring.loss_rows(activation, y, outcome.z, outcome.output)
    if weights is not None:  # of the loss alone: neither of penalties nor of the metric
        rows = rows * weights
    if outcome.activity is not None:
        rows = rows + outcome.activity
    return rows, key.scoring.metric_rows(y, outcome.output)


def _mean(values: Any, rows: Any) -> Any:
    if rows is None:
        return tf.reduce_mean(values)
    return tf.reduce_sum(values * rows) / tf.reduce_sum(rows)


def _steps_function(key: Structure) -> Callable[..., Any]:
    batch, examples, network = key.batch, key.examples, key.network
    bounds = constraints(network)

    def one_step(
        trainable: Any,
        fixed: Any,
        slots: Any,
        xb: Any,
        yb: Any,
        wb: Any,
        now: Pass,
        step: Any,
        rate: Any,
    ) -> Any:
        with tf.GradientTape(watch_accessed_variables=False) as tape:
            tape.watch(trainable)
            layers = _layers(key, trainable, fixed)
            outcome = forward(network, layers, xb, now)
            rows_loss, rows_metric = _scores(key, yb, outcome, wb)
            loss = _mean(rows_loss, now.rows)
            extra = penalty(network, layers)
            if extra is not None:
                loss = loss + extra
        gradients = tape.gradient(loss, trainable, unconnected_gradients="zero")
        updated, new_slots = apply(key.optimizer, trainable, gradients, slots, rate, step)
        new_fixed = tuple(tensor for state in outcome.state for tensor in state)
        record = tf.stack([loss, _mean(rows_metric, now.rows)])
        new_trainable = tuple(
            weight if bound is None else bound(weight)
            for weight, bound in zip(updated, bounds, strict=True)
        )
        return new_trainable, new_fixed, new_slots, record

    def steps(
        trainable: Any,
        fixed: Any,
        slots: Any,
        x: Any,
        y: Any,
        order: Any,
        first: Any,
        count: Any,
        done: Any,
        rates: Any,
        noise: Any,
        w: Any = None,
    ) -> Any:
        def body(i: Any, trainable: Any, fixed: Any, slots: Any, table: Any) -> Any:
            number = first + i
            index = tf.gather(order, number)  # tf.slice would compile anew for each `first`
            rows = None
            if examples % batch:
                rows = tf.cast(tf.range(batch) < examples - number * batch, tf.float32)
            now = Pass(training=True, rows=rows, key=pcg(noise + tf.cast(number, tf.uint32)))
            trainable, fixed, slots, record = one_step(
                trainable,
                fixed,
                slots,
                tf.gather(x, index),
                tf.gather(y, index),
                tf.gather(w, index) if key.weighted else None,
                now,
                tf.cast(done + i + 1, tf.float32),
                tf.gather(rates, i),
            )
            table = tf.tensor_scatter_nd_update(table, [[i]], [record])
            return i + 1, trainable, fixed, slots, table

        table = tf.zeros((MAX_STEPS, 2))
        loop = tf.while_loop(
            lambda i, *_: i < count, body, (tf.constant(0), trainable, fixed, slots, table)
        )
        return loop[1:]

    return steps


VALIDATION_BATCH = 1024


def _validate_function(key: Structure) -> Callable[..., Any]:
    def validate(trainable: Any, fixed: Any, x: Any, y: Any, w: Any = None) -> Any:
        layers = _layers(key, trainable, fixed)
        examples = x.shape[0]
        batch = min(VALIDATION_BATCH, examples)

        def body(i: Any, loss: Any, metric: Any) -> Any:
            # The last batch reaches back into the one before; those rows count once.
            start = tf.minimum(i * batch, examples - batch)
            xb = tf.slice(x, [start, *[0] * (len(x.shape) - 1)], [batch, *x.shape[1:]])
            yb = tf.slice(y, [start, 0], [batch, y.shape[1]])
            wb = None if w is None else tf.slice(w, [start], [batch])
            outcome = forward(key.network, layers, xb, Pass(training=False))
            rows_loss, rows_metric = _scores(key, yb, outcome, wb)
            fresh = start + tf.range(batch) >= i * batch
            loss += tf.reduce_sum(tf.where(fresh, rows_loss, 0.0))
            metric += tf.reduce_sum(tf.where(fresh, rows_metric, 0.0))
            return i + 1, loss, metric

        batches = -(-examples // batch)
        zero = tf.constant(0.0)
        _, loss, metric = tf.while_loop(
            lambda i, *_: i < batches, body, (tf.constant(0), zero, zero)
        )
        loss, metric = loss / examples, metric / examples
        extra = penalty(key.network, layers)
        return (loss if extra is None else loss + extra), metric

    return validate
