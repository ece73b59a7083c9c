"""From Keras's layers to ours and back, one table each way."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, get_args

import numpy as np

from mlp_studio.core.activations import ACTIVATIONS
from mlp_studio.core.arrays import FloatArray, frozen
from mlp_studio.core.layers import (
    L1L2,
    Activation,
    AnyLayer,
    BatchNormalization,
    BiasInitializerName,
    Dense,
    Dropout,
    Flatten,
    GaussianNoise,
    InitializerName,
    LayerNormalization,
    LeakyReLU,
    PReLU,
)

KNOWN = frozenset(
    {
        "InputLayer",
        "Dense",
        "Flatten",
        "Dropout",
        "BatchNormalization",
        "LayerNormalization",
        "GaussianNoise",
        "Activation",
        "LeakyReLU",
        "PReLU",
        "ReLU",
        "Softmax",
        "ELU",
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
    if kind in _LAYERS:
        return _LAYERS[kind](source), False
    activation = _ACTIVATIONS[kind](source)
    # A penalty on a Dense layer's outputs is one on those in front of the activation.
    if (
        before is None
        or not isinstance(before.layer, Dense)
        or before.layer.activation != "linear"
        or before.layer.activity_regularizer
    ):
        single = Activation.model_validate({"name": _name(source), "activation": activation})
        return Converted(single), False
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
        raise Unsupported(f"regularizer {kind}")
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
            "bias_regularizer": _penalty(source.bias_regularizer),
            "activity_regularizer": _penalty(source.activity_regularizer),
            "kernel_initializer": _initializer(
                source.kernel_initializer, Dense().kernel_initializer
            ),
            "bias_initializer": _initializer(source.bias_initializer, Dense().bias_initializer),
            "trainable": source.trainable,
            **_bounds(source),
        }
    )
    return Converted(layer, _arrays(source))


def _initializer(source: Any, otherwise: str) -> str:
    """Return the initializer's name, `otherwise` where we have none: the weights come along."""
    import keras

    for name in get_args(InitializerName if otherwise != "zeros" else BiasInitializerName):
        known = keras.initializers.get(name)
        if type(known) is type(source) and known.get_config() == _unseeded(source):
            return str(name)
    return otherwise


def _unseeded(source: Any) -> dict[str, Any]:
    config = dict(source.get_config())
    if "seed" in config:
        config["seed"] = None
    return config


def _bounds(source: Any) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for field in ("kernel_constraint", "bias_constraint"):
        constraint = getattr(source, field)
        kind = type(constraint).__name__
        if kind == "NonNeg":
            found[field] = "non_neg"
        elif kind == "MaxNorm" and field == "kernel_constraint" and constraint.axis in {0, (0,)}:
            found |= {field: "max_norm", "max_norm": float(constraint.max_value)}
    return found


def _activation(source: Any) -> Converted:
    name = _activation_name(source.activation)
    return Converted(Activation.model_validate({"name": _name(source), "activation": name}))


def _leaky_relu(source: Any) -> Converted:
    slope = float(f"{float(source.negative_slope):.7g}")
    return Converted(LeakyReLU(name=_name(source), negative_slope=slope))


def _prelu(source: Any) -> Converted:
    # Axes may share a slope: each unit gets its own copy of it.
    shape = tuple(source.input.shape[1:])
    alpha = frozen(np.broadcast_to(_arrays(source)[0], shape).copy())
    return Converted(PReLU(name=_name(source)), (alpha,))


def _gaussian_noise(source: Any) -> Converted:
    return Converted(GaussianNoise(name=_name(source), stddev=source.stddev))


def _layer_normalization(source: Any) -> Converted:
    axes = source.axis if isinstance(source.axis, list | tuple) else [source.axis]
    if list(axes) not in ([-1], [len(source.input.shape) - 1]):
        raise Unsupported(f"axis {source.axis}")
    if getattr(source, "rms_scaling", False):
        raise Unsupported("rms_scaling")
    layer = LayerNormalization(
        name=_name(source), epsilon=source.epsilon, center=source.center, scale=source.scale
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


_LAYERS: dict[str, Callable[[Any], Converted]] = {
    "Dense": _dense,
    "Flatten": _flatten,
    "Dropout": _dropout,
    "BatchNormalization": _batch_normalization,
    "LayerNormalization": _layer_normalization,
    "GaussianNoise": _gaussian_noise,
    "Activation": _activation,
    "LeakyReLU": _leaky_relu,
    "PReLU": _prelu,
}
_ACTIVATIONS: dict[str, Callable[[Any], str]] = {
    "ReLU": _relu,
    "Softmax": _softmax,
    "ELU": _elu,
}
