"""Activation functions in TensorFlow, by Keras's names; compare `core.activations`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from mlp_studio.core.activations import LEAKY_SLOPE, SHRINK
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
    "relu6": tf.nn.relu6,
    "celu": tf.nn.elu,  # the same for Keras's default alpha of 1
    "mish": lambda z: z * tf.math.tanh(tf.math.softplus(z)),
    "hard_silu": lambda z: z * tf.nn.relu6(z + 3.0) / 6.0,
    "hard_tanh": lambda z: tf.clip_by_value(z, -1.0, 1.0),
    "hard_shrink": lambda z: tf.where(tf.abs(z) > SHRINK, z, 0.0),
    "soft_shrink": lambda z: z - tf.clip_by_value(z, -SHRINK, SHRINK),
    "tanh_shrink": lambda z: z - tf.math.tanh(z),
    "log_sigmoid": tf.math.log_sigmoid,
    "log_softmax": tf.nn.log_softmax,
    "squareplus": lambda z: (z + tf.sqrt(tf.square(z) + 4.0)) / 2.0,
    "sparse_plus": lambda z: tf.where(z < 1.0, tf.square(tf.nn.relu(z + 1.0)) / 4.0, z),
    "sparse_sigmoid": lambda z: tf.clip_by_value(0.5 * (z + 1.0), 0.0, 1.0),
}
