"""Each rule against Keras's own optimizer, given the same gradients for 50 steps."""

from __future__ import annotations

from typing import Any

import keras
import numpy as np
import pytest

from mlp_studio.core.training import (
    OPTIMIZER_TYPES,
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
from mlp_studio.engine.keras_files import keras_optimizer
from mlp_studio.engine.optimizers import OPTIMIZERS, apply, slot_starts

STEPS = 50
SHAPES = ((), (7,), (5, 4), (3, 2, 6))


def steps(spec: AnyOptimizer, gradients: list[list[np.ndarray]]) -> list[np.ndarray]:
    """Return the weights after our rule has taken all gradients, compiled as in the loop."""
    weights = start()
    slots = {
        name: [np.full_like(weight, value) for weight in weights]
        for name, value in slot_starts(spec).items()
    }
    state: Any = [tf.constant(weight) for weight in weights], slots
    one = tf.function(
        lambda weights, slots, given, step: apply(
            spec, weights, given, slots, tf.constant(spec.learning_rate, tf.float32), step
        ),
        jit_compile=True,
        autograph=False,
    )
    for number, given in enumerate(gradients, 1):
        state = one(*state, [tf.constant(g) for g in given], tf.constant(float(number)))
    return [weight.numpy() for weight in state[0]]


def start() -> list[np.ndarray]:
    rng = np.random.default_rng(0)
    return [np.asarray(rng.normal(size=shape), np.float32) for shape in SHAPES]


def some_gradients() -> list[list[np.ndarray]]:
    """Return gradients of very different sizes, from 0 to about 10."""
    rng = np.random.default_rng(1)
    scale = 10 ** rng.uniform(-4, 1, STEPS)
    made = [[np.asarray(s * rng.normal(size=shape), np.float32) for shape in SHAPES] for s in scale]
    made[3] = [np.zeros_like(gradient) for gradient in made[3]]
    return made


PLAIN = [kind(learning_rate=1.0 if kind is Adadelta else 0.02) for kind in OPTIMIZER_TYPES.values()]
SPECS: list[AnyOptimizer] = [
    *PLAIN,
    *[spec.model_copy(update={"weight_decay": 0.03, "clipvalue": 0.01}) for spec in PLAIN],
    Adam(learning_rate=0.02, beta_1=0.5, beta_2=0.7, epsilon=1e-3, clipnorm=0.5),
    AdamW(learning_rate=0.02, beta_1=0.0, weight_decay=0.3, global_clipnorm=0.1),
    Nadam(learning_rate=0.02, beta_1=0.5, beta_2=0.7, epsilon=1e-3, global_clipnorm=1.0),
    Adamax(learning_rate=0.02, beta_1=0.5, beta_2=0.7, epsilon=1e-3),
    SGD(learning_rate=0.1, momentum=0.9, clipnorm=0.2),
    SGD(learning_rate=0.1, momentum=0.9, nesterov=True, global_clipnorm=0.2, weight_decay=0.1),
    RMSprop(rho=0.7, momentum=0.6, epsilon=1e-3),
    RMSprop(rho=0.7, epsilon=1e-3, centered=True),
    RMSprop(rho=0.7, momentum=0.6, epsilon=1e-3, centered=True, weight_decay=0.1),
    Adagrad(learning_rate=0.3, initial_accumulator_value=0.5, epsilon=1e-3),
    Adadelta(learning_rate=1.0, rho=0.8, epsilon=1e-4),
    Lion(learning_rate=0.01, beta_1=0.6, beta_2=0.8, weight_decay=0.1),
]


@pytest.mark.parametrize("spec", SPECS, ids=repr)
def test_the_trajectory_is_that_of_keras(spec: AnyOptimizer) -> None:
    gradients = some_gradients()
    variables = [keras.Variable(weight) for weight in start()]
    theirs = keras_optimizer(spec)
    theirs.build(variables)
    for given in gradients:
        theirs.apply([tf.constant(g) for g in given], variables)
    for ours, variable in zip(steps(spec, gradients), variables, strict=True):
        # The move counts, not the weight it starts from.
        np.testing.assert_allclose(ours, variable.numpy(), rtol=1e-5, atol=2e-6)


def test_every_optimizer_has_its_rule_and_its_like_in_keras() -> None:
    assert set(OPTIMIZERS) == set(OPTIMIZER_TYPES)
    for kind in OPTIMIZER_TYPES.values():
        theirs = getattr(keras.optimizers, kind.__name__)()
        for name, value in kind().model_dump(exclude={"kind"}).items():
            default = getattr(theirs, name)
            if name == "learning_rate":
                default = float(default)
            assert (default or 0.0) == pytest.approx(value or 0.0), (kind, name)


def test_nadam_goes_on_exactly_after_many_steps() -> None:
    """Our product has a closed form; Keras multiplies it up in a variable."""
    spec = Nadam(beta_1=0.9999)
    product = 1.0
    for step in range(1, 1501):
        product *= spec.beta_1 * (1 - 0.5 * 0.96**step)
    gradient, zero = tf.constant(1.0), tf.constant(0.0)
    weight, _ = OPTIMIZERS["nadam"].update(
        spec, zero, gradient, {"momentum": zero, "velocity": zero}, 1.0, tf.constant(1500.0)
    )
    u = [spec.beta_1 * (1 - 0.5 * 0.96**step) for step in (1500, 1501)]
    m_hat = u[1] * 1e-4 / (1 - product * u[1]) + (1 - u[0]) / (1 - product)
    v_hat = 0.001 / (1 - 0.999**1500)
    # float32 has few digits left in 1 - beta_1 and 1 - u
    assert float(weight) == pytest.approx(-m_hat / (v_hat**0.5 + 1e-7), rel=2e-3)
