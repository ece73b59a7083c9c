"""Update rules as pure functions: weight, gradient and slots in; weight and slots out.

Each is Keras's rule with Keras's order of operations, so that training agrees with
``model.fit`` to rounding. The rate is an argument: it may change while training.
What a spec leaves out (clipping, weight decay, momentum) is left out of the compiled code.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from mlp_studio.core.training import (
    SGD,
    Adadelta,
    Adagrad,
    Adam,
    Adamax,
    AdamW,
    AnyOptimizer,
    Lion,
    Nadam,
    RMSprop,
)
from mlp_studio.engine.backend import tf

Slots = dict[str, Any]
Update = Callable[[Any, Any, Any, Slots, Any, Any], tuple[Any, Slots]]
NADAM_DECAY = 0.96  # of Nadam's momentum schedule, as published
NADAM_STEPS = 1024  # after which its product has no more float32 digits to lose


@dataclass(frozen=True)
class Rule:
    """An optimizer.

    Parameters
    ----------
    slots : callable
        From the spec to the names of the arrays kept for each weight, each with the number
        that fills it at first.
    update : callable
        ``(spec, weight, gradient, slots, rate, step) -> (weight, slots)``; `step` is a
        float32 scalar, 1 at the first step.
    """

    slots: Callable[[Any], dict[str, float]]
    update: Update


def _adam(
    spec: Adam | AdamW, weight: Any, gradient: Any, slots: Slots, rate: Any, step: Any
) -> tuple[Any, Slots]:
    m, v = _moments(spec, gradient, slots)
    bias_1, bias_2 = tf.pow(spec.beta_1, step), tf.pow(spec.beta_2, step)
    alpha = rate * tf.sqrt(1 - bias_2) / (1 - bias_1)
    return weight - m * alpha / (tf.sqrt(v) + spec.epsilon), {"momentum": m, "velocity": v}


def _nadam(
    spec: Nadam, weight: Any, gradient: Any, slots: Slots, rate: Any, step: Any
) -> tuple[Any, Slots]:
    m, v = _moments(spec, gradient, slots)
    u_now = spec.beta_1 * (1 - 0.5 * tf.pow(NADAM_DECAY, step))
    u_next = spec.beta_1 * (1 - 0.5 * tf.pow(NADAM_DECAY, step + 1))
    # The product of all u so far, beta_1 ** step aside; Keras keeps it in a variable.
    index = tf.minimum(tf.cast(step, tf.int32), NADAM_STEPS)
    product = tf.pow(spec.beta_1, step) * tf.gather(tf.constant(_NADAM_PRODUCTS), index)
    m_hat = u_next * m / (1 - product * u_next) + (1 - u_now) * gradient / (1 - product)
    v_hat = v / (1 - tf.pow(spec.beta_2, step))
    return weight - m_hat * rate / (tf.sqrt(v_hat) + spec.epsilon), {"momentum": m, "velocity": v}


_NADAM_PRODUCTS = np.concatenate(
    [[1.0], np.cumprod(1.0 - 0.5 * NADAM_DECAY ** np.arange(1, NADAM_STEPS + 1))]
).astype(np.float32)


def _moments(spec: Adam | AdamW | Nadam, gradient: Any, slots: Slots) -> tuple[Any, Any]:
    m = slots["momentum"] + (gradient - slots["momentum"]) * (1 - spec.beta_1)
    v = slots["velocity"] + (tf.square(gradient) - slots["velocity"]) * (1 - spec.beta_2)
    return m, v


def _adamax(
    spec: Adamax, weight: Any, gradient: Any, slots: Slots, rate: Any, step: Any
) -> tuple[Any, Slots]:
    m = slots["momentum"] + (gradient - slots["momentum"]) * (1 - spec.beta_1)
    u = tf.maximum(spec.beta_2 * slots["norm"], tf.abs(gradient))
    move = rate * m / ((1 - tf.pow(spec.beta_1, step)) * (u + spec.epsilon))
    return weight - move, {"momentum": m, "norm": u}


def _sgd(
    spec: SGD, weight: Any, gradient: Any, slots: Slots, rate: Any, _step: Any
) -> tuple[Any, Slots]:
    if not spec.momentum:
        return weight - gradient * rate, {}
    m = slots["momentum"] * spec.momentum - gradient * rate
    move = m * spec.momentum - gradient * rate if spec.nesterov else m
    return weight + move, {"momentum": m}


def _rmsprop(
    spec: RMSprop, weight: Any, gradient: Any, slots: Slots, rate: Any, _step: Any
) -> tuple[Any, Slots]:
    v = spec.rho * slots["velocity"] + (1 - spec.rho) * tf.square(gradient)
    kept, spread = {"velocity": v}, v
    if spec.centered:
        kept["average_gradient"] = spec.rho * slots["average_gradient"] + (1 - spec.rho) * gradient
        spread = v - tf.square(kept["average_gradient"])
    move = rate * gradient / tf.sqrt(spread + spec.epsilon)
    if spec.momentum:
        move = kept["momentum"] = spec.momentum * slots["momentum"] + move
    return weight - move, kept


def _adagrad(
    spec: Adagrad, weight: Any, gradient: Any, slots: Slots, rate: Any, _step: Any
) -> tuple[Any, Slots]:
    total = slots["accumulator"] + tf.square(gradient)
    return weight - rate * gradient / tf.sqrt(total + spec.epsilon), {"accumulator": total}


def _adadelta(
    spec: Adadelta, weight: Any, gradient: Any, slots: Slots, rate: Any, _step: Any
) -> tuple[Any, Slots]:
    rho, moves = spec.rho, slots["accumulated_delta_var"]
    squares = rho * slots["accumulated_grad"] + (1 - rho) * tf.square(gradient)
    move = tf.sqrt(moves + spec.epsilon) * gradient / tf.sqrt(squares + spec.epsilon)
    moves = rho * moves + (1 - rho) * tf.square(move)
    return weight - rate * move, {"accumulated_grad": squares, "accumulated_delta_var": moves}


def _lion(
    spec: Lion, weight: Any, gradient: Any, slots: Slots, rate: Any, _step: Any
) -> tuple[Any, Slots]:
    m = slots["momentum"]
    move = rate * tf.sign(m * spec.beta_1 + gradient * (1.0 - spec.beta_1))
    return weight - move, {"momentum": m * spec.beta_2 + gradient * (1.0 - spec.beta_2)}


def _zeros(*names: str) -> Callable[[Any], dict[str, float]]:
    return lambda _spec: dict.fromkeys(names, 0.0)


def _rmsprop_slots(spec: RMSprop) -> dict[str, float]:
    wanted = {"velocity": True, "momentum": spec.momentum, "average_gradient": spec.centered}
    return {name: 0.0 for name, used in wanted.items() if used}


OPTIMIZERS: dict[str, Rule] = {
    "adam": Rule(_zeros("momentum", "velocity"), _adam),
    "adamw": Rule(_zeros("momentum", "velocity"), _adam),
    "sgd": Rule(lambda spec: {"momentum": 0.0} if spec.momentum else {}, _sgd),
    "rmsprop": Rule(_rmsprop_slots, _rmsprop),
    "nadam": Rule(_zeros("momentum", "velocity"), _nadam),
    "adamax": Rule(_zeros("momentum", "norm"), _adamax),
    "adagrad": Rule(lambda spec: {"accumulator": spec.initial_accumulator_value}, _adagrad),
    "adadelta": Rule(_zeros("accumulated_grad", "accumulated_delta_var"), _adadelta),
    "lion": Rule(_zeros("momentum"), _lion),
}


def slot_starts(spec: AnyOptimizer) -> dict[str, float]:
    """Return the names of the arrays kept for each trainable weight, and what fills them."""
    return OPTIMIZERS[spec.kind].slots(spec)


def apply(
    spec: AnyOptimizer,
    weights: Sequence[Any],
    gradients: Sequence[Any],
    slots: dict[str, Sequence[Any]],
    rate: Any,
    step: Any,
) -> tuple[tuple[Any, ...], dict[str, tuple[Any, ...]]]:
    """Make a step with all weights: clip, decay, update.

    Parameters
    ----------
    spec : AnyOptimizer
        The optimizer; its own rate is not looked at.
    weights, gradients : sequence of tensors
        One of each for every trainable weight.
    slots : dict of str to sequence of tensors
        As `slot_starts` names them, each like `weights`.
    rate, step : float32 scalars
        The learning rate; the number of the step, from 1.

    Returns
    -------
    weights, slots
        Anew.
    """
    update = OPTIMIZERS[spec.kind].update
    updated = []
    for number, (weight, gradient) in enumerate(
        zip(weights, clipped(spec, gradients), strict=True)
    ):
        kept = {name: tensors[number] for name, tensors in slots.items()}
        shrunk = weight - weight * spec.weight_decay * rate if spec.weight_decay else weight
        updated.append(update(spec, shrunk, gradient, kept, rate, step))
    return (
        tuple(weight for weight, _ in updated),
        {name: tuple(kept[name] for _, kept in updated) for name in slots},
    )


def clipped(spec: AnyOptimizer, gradients: Sequence[Any]) -> Sequence[Any]:
    """Return the gradients within the spec's limit, where it has one."""
    if spec.clipnorm is not None:
        return [_clip_norm(gradient, spec.clipnorm) for gradient in gradients]
    if spec.global_clipnorm is not None:
        limit = spec.global_clipnorm
        norm = tf.sqrt(tf.add_n([tf.reduce_sum(tf.square(gradient)) for gradient in gradients]))
        # A norm that is no finite number makes all gradients NaN, and the run diverged.
        scale = limit * tf.minimum(1.0 / norm, 1.0 / limit) + (norm - norm)
        return [gradient * scale for gradient in gradients]
    if spec.clipvalue is not None:
        limit = spec.clipvalue
        return [tf.clip_by_value(gradient, -limit, limit) for gradient in gradients]
    return gradients


def _clip_norm(gradient: Any, limit: float) -> Any:
    norm = tf.sqrt(tf.reduce_sum(tf.square(gradient)))
    return gradient * limit / tf.maximum(norm, limit)
