"""From Keras's layers to ours and back, one table each way."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from mlp_studio.core.activations import ACTIVATIONS, LEAKY_SLOPE
from mlp_studio.core.arrays import FloatArray, frozen
from mlp_studio.core.layers import L1L2, AnyLayer, BatchNormalization, Dense, Dropout, Flatten

KNOWN = frozenset(
    {
        "InputLayer",
        "Dense",
        "Flatten",
        "Dropout",
        "BatchNormalization",
        "Activation",
        "ReLU",
        "Softmax",
        "ELU",
        "LeakyReLU",
    }
)
"""Keras's class names that `convert` understands."""


class Unsupported(Exception):  # noqa: N818 - becomes a sentence before anybody sees it
    """A setting of a layer which we do not have."""


@dataclass(frozen=True)
class Converted:
    """A layer of ours and its arrays."""

    layer: AnyLayer
    arrays: tuple[FloatArray, ...] = ()


def to_keras(layer: AnyLayer) -> Any:
    """Return the Keras layer for `layer`, not built."""
    import keras

    if isinstance(layer, Dense):
        penalty = layer.kernel_regularizer
        return keras.layers.Dense(
            layer.units,
            activation=layer.activation,
            use_bias=layer.use_bias,
            kernel_regularizer=keras.regularizers.L1L2(penalty.l1, penalty.l2) if penalty else None,
            name=layer.name,
        )
    if isinstance(layer, Dropout):
        return keras.layers.Dropout(layer.rate, name=layer.name)
    if isinstance(layer, BatchNormalization):
        return keras.layers.BatchNormalization(
            momentum=layer.momentum, epsilon=layer.epsilon, name=layer.name
        )
    return keras.layers.Flatten(name=layer.name)


def convert(source: Any, before: Converted | None) -> tuple[Converted, bool]:
    """Return a Keras layer as ours, and whether it takes the place of `before`.

    Parameters
    ----------
    source : keras.Layer
        Its class is one of `KNOWN`.
    before : Converted or None
        The layer in front: an activation of its own becomes part of it.

    Raises
    ------
    Unsupported
        When a setting has no counterpart here.
    """
    kind = type(source).__name__
    if kind in _LAYERS:
        return _LAYERS[kind](source), False
    activation = _ACTIVATIONS[kind](source)
    if before is None or not isinstance(before.layer, Dense):
        raise Unsupported("not behind a Dense layer")
    if activation != "linear" and before.layer.activation != "linear":
        raise Unsupported(f"{activation} after {before.layer.activation}")
    if activation == "linear":
        return before, True
    layer = before.layer.model_copy(update={"activation": activation})
    return Converted(layer, before.arrays), True


def _name(source: Any) -> str:
    """Return the layer's name with what our names do not allow replaced."""
    name = re.sub(r"[^A-Za-z0-9_.\-]", "_", source.name)[:60]
    return name if name[:1].isalpha() else f"layer_{name}"


def _activation_name(function: Any) -> str:
    import keras

    name = keras.activations.serialize(function)
    if not isinstance(name, str) or name not in ACTIVATIONS:
        raise Unsupported(f"activation {name}")
    return name


def _penalty(regularizer: Any) -> L1L2:
    if regularizer is None:
        return L1L2()
    kind = type(regularizer).__name__
    if kind not in {"L1", "L2", "L1L2"}:
        raise Unsupported(f"kernel_regularizer {kind}")
    # Keras keeps 0.01 as the float32 next to it; nobody typed 0.009999999776482582.
    strengths = {key: float(np.float32(value)) for key, value in regularizer.get_config().items()}
    return L1L2(**{key: float(f"{value:.7g}") for key, value in strengths.items()})


def _dense(source: Any) -> Converted:
    layer = Dense.model_validate(
        {
            "name": _name(source),
            "units": source.units,
            "activation": _activation_name(source.activation),
            "use_bias": source.use_bias,
            "kernel_regularizer": _penalty(source.kernel_regularizer),
        }
    )
    return Converted(layer, _arrays(source))


def _flatten(source: Any) -> Converted:
    return Converted(Flatten(name=_name(source)))


def _dropout(source: Any) -> Converted:
    if source.noise_shape is not None:
        raise Unsupported(f"noise_shape {source.noise_shape}")
    return Converted(Dropout(name=_name(source), rate=source.rate))


def _batch_normalization(source: Any) -> Converted:
    if source.axis not in {-1, len(source.input.shape) - 1}:
        raise Unsupported(f"axis {source.axis}")
    if getattr(source, "renorm", False):
        raise Unsupported("renorm")
    rest = list(_arrays(source))
    width = rest[-1].shape
    gamma = rest.pop(0) if source.scale else np.ones(width, np.float32)
    beta = rest.pop(0) if source.center else np.zeros(width, np.float32)
    layer = BatchNormalization(name=_name(source), momentum=source.momentum, epsilon=source.epsilon)
    return Converted(layer, (frozen(gamma), frozen(beta), *rest))


def _arrays(source: Any) -> tuple[FloatArray, ...]:
    return tuple(frozen(np.array(array, np.float32)) for array in source.get_weights())


def _relu(source: Any) -> str:
    if source.max_value is not None or source.negative_slope or source.threshold:
        raise Unsupported("ReLU with max_value, negative_slope or threshold")
    return "relu"


def _softmax(source: Any) -> str:
    if source.axis not in {-1, len(source.input.shape) - 1}:
        raise Unsupported(f"axis {source.axis}")
    return "softmax"


def _elu(source: Any) -> str:
    if float(source.alpha) != 1.0:
        raise Unsupported(f"alpha {float(source.alpha):g}")
    return "elu"


def _leaky_relu(source: Any) -> str:
    if not np.isclose(float(source.negative_slope), LEAKY_SLOPE):
        raise Unsupported(f"negative_slope {float(source.negative_slope):g}")
    return "leaky_relu"


_LAYERS: dict[str, Callable[[Any], Converted]] = {
    "Dense": _dense,
    "Flatten": _flatten,
    "Dropout": _dropout,
    "BatchNormalization": _batch_normalization,
}
_ACTIVATIONS: dict[str, Callable[[Any], str]] = {
    "Activation": lambda source: _activation_name(source.activation),
    "ReLU": _relu,
    "Softmax": _softmax,
    "ELU": _elu,
    "LeakyReLU": _leaky_relu,
}
