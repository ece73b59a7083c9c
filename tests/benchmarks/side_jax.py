"""JAX's `lax.scan` written well: a whole epoch is one compiled call.

Each batch is gathered inside the scan, weights and Adam's state are donated, dropout
masks come from a hash of the step and the position. Unlike MLP Studio and `model.fit`
it does not reckon the training accuracy, and it can't be stopped within an epoch.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from mlp_studio.core.events import TrainRequest
from tests.benchmarks.networks import Job, Layer, request, rows, stack
from tests.benchmarks.worker import Tick

BETA_1, BETA_2, EPSILON = 0.9, 0.999, 1e-7


def load() -> str:
    """Import JAX."""
    import jax

    return f"JAX {jax.__version__}, {jax.devices()[0].device_kind}"


def train(job: Job, tick: Tick) -> None:
    """Train until told to end."""
    import jax
    import jax.numpy as jnp

    asked = request(job)
    layers = stack(asked)
    x, x_validation = (jnp.asarray(rows(part)) for part in (asked.x_train, asked.x_validation))
    y, y_validation = jnp.asarray(asked.y_train), jnp.asarray(asked.y_validation)
    epoch = jax.jit(_epoch(asked, layers), donate_argnums=(0,))
    validate = jax.jit(_scores(asked, layers))
    weights = [(jnp.array(layer.kernel), jnp.array(layer.bias)) for layer in layers]
    zeros = jax.tree.map(jnp.zeros_like, weights)
    state = (weights, zeros, jax.tree.map(jnp.zeros_like, weights), jnp.float32(0))
    random, going = np.random.default_rng(0), True
    while going:
        order = random.permutation(len(x)).astype(np.int32)
        state, loss = epoch(state, x, y, order)
        val_loss, val_metric = validate(state[0], x_validation, y_validation)
        logs = {"loss": loss, "val_loss": val_loss, "val_metric": val_metric}
        going = tick({name: float(value) for name, value in logs.items()})


def _epoch(asked: TrainRequest, layers: list[Layer]) -> Callable[..., Any]:
    import jax
    import jax.numpy as jnp

    loss_of = _loss(asked, layers)
    rate, batch = asked.training.optimizer.learning_rate, asked.training.batch_size
    steps = len(asked.x_train) // batch

    def epoch(state: Any, x: Any, y: Any, order: Any) -> Any:
        def step(carried: Any, index: Any) -> Any:
            (weights, first, second, made), total = carried
            loss, gradients = jax.value_and_grad(loss_of)(weights, x[index], y[index], made)
            made = made + 1
            alpha = rate * jnp.sqrt(1 - BETA_2**made) / (1 - BETA_1**made)
            first = jax.tree.map(lambda m, g: m + (g - m) * (1 - BETA_1), first, gradients)
            second = jax.tree.map(lambda v, g: v + (g * g - v) * (1 - BETA_2), second, gradients)
            weights = jax.tree.map(
                lambda w, m, v: w - alpha * m / (jnp.sqrt(v) + EPSILON), weights, first, second
            )
            return ((weights, first, second, made), total + loss * len(index)), None

        whole = order[: steps * batch].reshape(steps, batch)
        carried, _ = jax.lax.scan(step, (state, jnp.float32(0)), whole)
        if steps * batch < len(order):
            carried, _ = step(carried, order[steps * batch :])
        state, total = carried
        return state, total / len(order)

    return epoch


def _outputs(layers: list[Layer], weights: Any, x: Any, step: Any) -> Any:
    """Return what comes before the last activation; dropout acts where there is a step."""
    import jax
    import jax.numpy as jnp

    activations = {"relu": jax.nn.relu, "tanh": jnp.tanh, "linear": lambda z: z}
    for number, (layer, (kernel, bias)) in enumerate(zip(layers, weights, strict=True)):
        x = x @ kernel + bias
        if number < len(layers) - 1:
            x = activations[layer.activation](x)
        if layer.dropout and step is not None:
            kept = _hash(x.shape, step, number) >= jnp.uint32(layer.dropout * 2**32)
            x = jnp.where(kept, x / (1 - layer.dropout), 0)
    return x


def _hash(shape: tuple[int, ...], step: Any, number: int) -> Any:
    """Return uint32 numbers mixed by MurmurHash3's finalizer (Appleby, public domain)."""
    import jax
    import jax.numpy as jnp

    at = jax.lax.iota(jnp.uint32, shape[0] * shape[1]).reshape(shape)
    word = at ^ (
        step.astype(jnp.uint32) * jnp.uint32(0x9E3779B9) + jnp.uint32(number * 0x7F4A7C15 % 2**32)
    )
    for factor, shift in ((0x85EBCA6B, 16), (0xC2B2AE35, 13)):
        word = (word ^ (word >> shift)) * jnp.uint32(factor)
    return word ^ (word >> 16)


def _rows_loss(asked: TrainRequest, z: Any, y: Any) -> Any:
    import jax
    import jax.numpy as jnp

    if asked.training.loss == "categorical_crossentropy":
        return -jnp.sum(y * jax.nn.log_softmax(z), -1)
    if asked.training.loss == "binary_crossentropy":
        return jnp.mean(jnp.maximum(z, 0) - z * y + jnp.log1p(jnp.exp(-jnp.abs(z))), -1)
    return jnp.mean(jnp.square(z - y), -1)


def _loss(asked: TrainRequest, layers: list[Layer]) -> Callable[..., Any]:
    import jax.numpy as jnp

    def loss(weights: Any, x: Any, y: Any, step: Any) -> Any:
        value = jnp.mean(_rows_loss(asked, _outputs(layers, weights, x, step), y))
        for layer, (kernel, _) in zip(layers, weights, strict=True):
            if layer.l2:
                value = value + layer.l2 * jnp.sum(kernel * kernel)
        return value

    return loss


def _scores(asked: TrainRequest, layers: list[Layer]) -> Callable[..., Any]:
    import jax.numpy as jnp

    def scores(weights: Any, x: Any, y: Any) -> Any:
        z = _outputs(layers, weights, x, None)
        if asked.training.loss == "categorical_crossentropy":
            metric = jnp.mean(jnp.argmax(z, -1) == jnp.argmax(y, -1))
        elif asked.training.loss == "binary_crossentropy":
            metric = jnp.mean((z > 0) == (y > 0.5))
        else:
            metric = jnp.mean(jnp.abs(z - y))
        return jnp.mean(_rows_loss(asked, z, y)), metric

    return scores
