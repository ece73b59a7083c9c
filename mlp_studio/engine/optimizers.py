"""Update rules as pure functions: weight, gradient and slots in; weight and slots out.

Each is Keras's rule with Keras's order of operations, so that training agrees with
``model.fit`` to rounding. The rate is an argument: it may change while training.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from mlp_studio.core.training import SGD, Adam, AnyOptimizer, RMSprop
from mlp_studio.engine.backend import tf

Slots = dict[str, Any]
Update = Callable[[Any, Any, Any, Slots, Any, Any], tuple[Any, Slots]]


@dataclass(frozen=True)
class Rule:
    """An optimizer.

    Parameters
    ----------
    slots : callable
        From the spec to the names of the arrays kept for each weight, zero at first.
    update : callable
        ``(spec, weight, gradient, slots, rate, step) -> (weight, slots)``; `step` is a
        float32 scalar, 1 at the first step.
    """

    slots: Callable[[Any], tuple[str, ...]]
    update: Update


def _adam(spec: Adam, weight: Any, gradient: Any, slots: Slots, rate: Any, step: Any) -> Any:
    m = slots["momentum"] + (gradient - slots["momentum"]) * (1 - spec.beta_1)
    v = slots["velocity"] + (tf.square(gradient) - slots["velocity"]) * (1 - spec.beta_2)
    bias_1, bias_2 = tf.pow(spec.beta_1, step), tf.pow(spec.beta_2, step)
    alpha = rate * tf.sqrt(1 - bias_2) / (1 - bias_1)
    return weight - m * alpha / (tf.sqrt(v) + spec.epsilon), {"momentum": m, "velocity": v}


def _sgd(spec: SGD, weight: Any, gradient: Any, slots: Slots, rate: Any, _step: Any) -> Any:
    if not spec.momentum:
        return weight - gradient * rate, {}
    m = slots["momentum"] * spec.momentum - gradient * rate
    move = m * spec.momentum - gradient * rate if spec.nesterov else m
    return weight + move, {"momentum": m}


def _rmsprop(spec: RMSprop, weight: Any, gradient: Any, slots: Slots, rate: Any, _step: Any) -> Any:
    v = spec.rho * slots["velocity"] + (1 - spec.rho) * tf.square(gradient)
    move = rate * gradient / tf.sqrt(v + spec.epsilon)
    if not spec.momentum:
        return weight - move, {"velocity": v}
    m = spec.momentum * slots["momentum"] + move
    return weight - m, {"velocity": v, "momentum": m}


OPTIMIZERS: dict[str, Rule] = {
    "adam": Rule(lambda _spec: ("momentum", "velocity"), _adam),
    "sgd": Rule(lambda spec: ("momentum",) if spec.momentum else (), _sgd),
    "rmsprop": Rule(
        lambda spec: ("velocity", "momentum") if spec.momentum else ("velocity",), _rmsprop
    ),
}


def slot_names(spec: AnyOptimizer) -> tuple[str, ...]:
    """Return the names of the arrays which `spec` keeps for each trainable weight."""
    return OPTIMIZERS[spec.kind].slots(spec)
