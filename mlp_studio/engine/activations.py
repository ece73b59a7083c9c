"""Activation functions in TensorFlow, by Keras's names; compare `core.activations`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from mlp_studio.core.activations import LEAKY_SLOPE
from mlp_studio.engine.backend import tf

ACTIVATIONS: dict[str, Callable[[Any], Any]] = {
    "linear": lambda z: z,
    "relu": tf.nn.relu,
    "tanh": tf.math.tanh,
    "sigmoid": tf.math.sigmoid,
    "softmax": tf.nn.softmax,
    "elu": tf.nn.elu,
    "selu": tf.nn.selu,
    "gelu": lambda z: tf.nn.gelu(z, approximate=False),
    "silu": tf.nn.silu,
    "softplus": tf.math.softplus,
    "softsign": tf.nn.softsign,
    "leaky_relu": lambda z: tf.nn.leaky_relu(z, alpha=LEAKY_SLOPE),
    "exponential": tf.math.exp,
    "hard_sigmoid": lambda z: tf.nn.relu6(z + 3.0) / 6.0,
}
