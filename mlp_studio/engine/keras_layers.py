"""From Keras's layers to ours and back, one table each way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from mlp_studio.core.arrays import FloatArray, frozen
from mlp_studio.core.layers import L1L2, AnyLayer, Dense
from mlp_studio.engine.keras_specs import FOLDED, folded, layer_spec


@dataclass(frozen=True)
class Converted:
    """A layer of ours and its arrays."""

    layer: AnyLayer
    arrays: tuple[FloatArray, ...] = ()


def to_keras(layer: AnyLayer) -> Any:
    """Return the Keras layer for `layer`, not built."""
    import keras

    if isinstance(layer, Dense):
        return _keras_dense(layer)
    makers: dict[str, Any] = {
        "flatten": keras.layers.Flatten,
        "dropout": keras.layers.Dropout,
        "batch_normalization": keras.layers.BatchNormalization,
        "layer_normalization": keras.layers.LayerNormalization,
        "activation": keras.layers.Activation,
        "leaky_relu": keras.layers.LeakyReLU,
        "prelu": keras.layers.PReLU,
        "gaussian_noise": keras.layers.GaussianNoise,
    }
    # The fields of these are called as Keras's arguments are.
    return makers[layer.kind](**layer.model_dump(exclude={"kind"}))


def _keras_dense(layer: Dense) -> Any:
    import keras

    def penalty(strength: L1L2) -> Any:
        return keras.regularizers.L1L2(strength.l1, strength.l2) if strength else None

    bounds = {
        "none": None,
        "non_neg": keras.constraints.NonNeg(),
        "max_norm": keras.constraints.MaxNorm(layer.max_norm),
    }
    return keras.layers.Dense(
        layer.units,
        activation=layer.activation,
        use_bias=layer.use_bias,
        kernel_initializer=layer.kernel_initializer,
        bias_initializer=layer.bias_initializer,
        kernel_regularizer=penalty(layer.kernel_regularizer),
        bias_regularizer=penalty(layer.bias_regularizer),
        activity_regularizer=penalty(layer.activity_regularizer),
        kernel_constraint=bounds[layer.kernel_constraint],
        bias_constraint=bounds[layer.bias_constraint],
        trainable=layer.trainable,
        name=layer.name,
    )


def convert(source: Any, before: Converted | None) -> tuple[Converted, bool]:
    """Return a Keras layer as ours, and whether it takes the place of `before`.

    Parameters
    ----------
    source : keras.Layer
        Its class is one of `KNOWN`.
    before : Converted or None
        The layer in front: a ReLU, Softmax or ELU layer behind a linear Dense layer
        becomes part of it, behind any other an Activation layer.

    Raises
    ------
    Unsupported
        When a setting has no counterpart here.
    """
    kind = type(source).__name__
    layer = layer_spec(kind, source.get_config(), len(source.input.shape))
    if kind in FOLDED:
        merged = folded(before.layer if before else None, layer)
        if before is not None and merged is not None:
            return Converted(merged, before.arrays), True
        return Converted(layer), False
    return Converted(layer, _READERS.get(kind, _arrays)(source)), False


def _prelu(source: Any) -> tuple[FloatArray, ...]:
    # Axes may share a slope: each unit gets its own copy of it.
    shape = tuple(source.input.shape[1:])
    return (frozen(np.broadcast_to(_arrays(source)[0], shape).copy()),)


def _batch_normalization(source: Any) -> tuple[FloatArray, ...]:
    rest = list(_arrays(source))
    width = rest[-1].shape
    gamma = rest.pop(0) if source.scale else np.ones(width, np.float32)
    beta = rest.pop(0) if source.center else np.zeros(width, np.float32)
    return (frozen(gamma), frozen(beta), *rest)


def _arrays(source: Any) -> tuple[FloatArray, ...]:
    return tuple(frozen(np.array(array, np.float32)) for array in source.get_weights())


_READERS: dict[str, Callable[[Any], tuple[FloatArray, ...]]] = {
    "PReLU": _prelu,
    "BatchNormalization": _batch_normalization,
}
