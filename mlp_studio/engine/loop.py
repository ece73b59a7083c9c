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
from mlp_studio.core.training import AnyOptimizer, Precision, TrainingSpec
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
VALIDATION_BATCH = 1024
CACHED = 16  # structures kept compiled


@dataclass(frozen=True)
class Sizes:
    """How many rows lie on the device at a time: all there are, or a window of them.

    Parameters
    ----------
    train : int
        Rows of the training set.
    validation : int
        Rows of the validation set; 0 when there is none.
    """

    train: int
    validation: int


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
    sizes : Sizes
        Rows that lie on the device at a time.
    device : str
        TensorFlow's name of the device.
    precision : {"float32", "mixed_float16", "mixed_bfloat16"}
        Of the factors of matrix products.
    weighted : tuple of bool
        Whether training and validation examples have weights.
    """

    network: NetworkSpec
    scoring: Scoring
    optimizer: AnyOptimizer
    batch: int
    examples: int
    sizes: Sizes
    device: str
    precision: Precision = "float32"
    weighted: tuple[bool, bool] = (False, False)

    @property
    def steps(self) -> int:
        """Steps of an epoch."""
        return -(-self.examples // self.batch)

    @property
    def window(self) -> int:
        """Steps that can be made with the rows on the device."""
        return -(-self.sizes.train // self.batch)

    @property
    def validation_batches(self) -> int:
        """Parts in which the validation rows on the device are looked at."""
        return -(-self.sizes.validation // VALIDATION_BATCH)

    @property
    def trainable(self) -> tuple[tuple[bool, ...], ...]:
        """For each layer, which of its arrays gradients change."""
        specs = self.network.weight_specs()
        return tuple(tuple(w.trainable for w in specs[layer.name]) for layer in self.network)


def structure(
    network: NetworkSpec,
    training: TrainingSpec,
    examples: int,
    sizes: Sizes,
    device: str,
    weighted: tuple[bool, bool] = (False, False),
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
        sizes,
        device,
        training.precision,
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
        ``(trainable, fixed, slots, rows, order, at, rates, key)`` to the first three anew
        and a table of shape (MAX_STEPS, 2) with each step's loss and metric. `rows` holds
        inputs, targets and, where they are weighted, weights of the examples; `order`, of
        shape (window, batch), their numbers step by step, padded with zeros; `at` four
        whole numbers: the step of the epoch that the first row of `order` belongs to, the
        row of `order` to begin with, how many steps to make, and how many the optimizer has
        made so far; `rates`, of shape (MAX_STEPS,), the learning rate of each step of the
        call.
    validate : callable
        ``(trainable, fixed, rows, at)`` to the sums of loss and metric over rows, and the
        penalty; `at` holds three whole numbers: the first part to look at, how many parts,
        and how many rows count.
    """

    steps: FlatCall
    validate: FlatCall


class FlatCall:
    """A compiled function, called with as little Python as there can be.

    Calling a `tf.function` looks up the code for the arguments' types, which for a network
    of ten layers takes longer than some epochs do. Here the types are always the same.
    """

    def __init__(self, function: Callable[..., Any]) -> None:
        self._function = tf.function(function, jit_compile=True, autograph=False)
        self._concrete: Any = None

    @property
    def traces(self) -> int:
        """How often the function was compiled."""
        return int(self._function.experimental_get_tracing_count())

    def __call__(self, *arguments: Any) -> Any:
        """Return what the function returns; arguments must have the first call's types."""
        if self._concrete is None:
            self._concrete = self._function.get_concrete_function(*arguments)
        call_flat = getattr(self._concrete, "_call_flat", None)
        if call_flat is None:  # another TensorFlow may do without it
            return self._concrete(*arguments)
        return call_flat(tf.nest.flatten(arguments), self._concrete.captured_inputs)


@lru_cache(maxsize=CACHED)
def compiled(key: Structure) -> Compiled:
    """Return the functions for a structure; each compiles at its first call."""
    return Compiled(FlatCall(_steps_function(key)), FlatCall(_validate_function(key)))


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
        rows: Any,
        order: Any,
        at: Any,
        rates: Any,
        noise: Any,
    ) -> Any:
        base, first, count, done = (at[position] for position in range(4))

        def body(i: Any, trainable: Any, fixed: Any, slots: Any, table: Any) -> Any:
            number = base + first + i  # of the step in its epoch
            index = tf.gather(order, first + i)  # tf.slice would compile anew for each `first`
            xb, yb, *wb = (tf.gather(array, index) for array in rows)
            counted = None
            if examples % batch:
                counted = tf.cast(tf.range(batch) < examples - number * batch, tf.float32)
            random = pcg(noise + tf.cast(number, tf.uint32))
            now = Pass(training=True, rows=counted, key=random, precision=key.precision)
            trainable, fixed, slots, record = one_step(
                trainable,
                fixed,
                slots,
                xb,
                yb,
                wb[0] if key.weighted[0] else None,
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


def _validate_function(key: Structure) -> Callable[..., Any]:
    examples = key.sizes.validation
    batch = min(VALIDATION_BATCH, examples)
    rest = Pass(training=False, precision=key.precision)

    def validate(trainable: Any, fixed: Any, rows: Any, at: Any) -> Any:
        layers = _layers(key, trainable, fixed)
        first, count, valid = (at[position] for position in range(3))
        x, y = rows[:2]

        def body(i: Any, sums: Any) -> Any:
            # The last part reaches back into the one before; those rows count once.
            start = tf.minimum(i * batch, examples - batch)
            xb = tf.slice(x, [start, *[0] * (len(x.shape) - 1)], [batch, *x.shape[1:]])
            yb = tf.slice(y, [start, 0], [batch, y.shape[1]])
            wb = tf.slice(rows[2], [start], [batch]) if key.weighted[1] else None
            outcome = forward(key.network, layers, xb, rest)
            numbers = start + tf.range(batch)
            fresh = tf.logical_and(numbers >= i * batch, numbers < valid)
            sums += tf.stack(
                [
                    tf.reduce_sum(tf.where(fresh, scores, 0.0))
                    for scores in _scores(key, yb, outcome, wb)
                ]
            )
            return i + 1, sums

        _, sums = tf.while_loop(lambda i, _: i < first + count, body, (first, tf.zeros(2)))
        extra = penalty(key.network, layers)
        return sums, tf.constant(0.0) if extra is None else extra

    return validate
