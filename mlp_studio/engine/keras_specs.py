"""Keras's descriptions of layers become ours. Neither TensorFlow nor Keras is needed."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from typing import Any, get_args

import numpy as np
from pydantic import ValidationError

from mlp_studio.core.activations import ACTIVATIONS
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
    LayerNormalization,
    LeakyReLU,
    PReLU,
)

Config = Mapping[str, Any]

FOLDED = frozenset({"ReLU", "Softmax", "ELU"})
"""Layers that are an activation: behind a linear Dense layer they become part of it."""

KNOWN = FOLDED | {
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
}
"""Keras's class names that `layer_spec` understands, and the input."""


class Unsupported(Exception):  # noqa: N818 - becomes a sentence before anybody sees it
    """A setting of a layer which we do not have."""


def layer_spec(kind: str, config: Config, rank: int) -> AnyLayer:
    """Return a Keras layer as ours.

    Parameters
    ----------
    kind : str
        Keras's class name, one of `KNOWN` but the input.
    config : mapping
        What the layer's ``get_config`` gives, of this or an earlier Keras.
    rank : int
        Number of axes of the layer's input, the batch's included.

    Raises
    ------
    Unsupported
        When a setting has no counterpart here.
    """
    try:
        return _READERS[kind](config, rank)
    except ValidationError as error:
        fault = error.errors(include_url=False, include_context=False)[0]
        where = ".".join(str(part) for part in fault["loc"])
        raise Unsupported(f"{where} {fault['input']!r}") from error


def folded(before: AnyLayer | None, activation: AnyLayer) -> Dense | None:
    """Return `before` with the activation as its own, None where that would change something.

    A penalty on a Dense layer's outputs is one on those in front of the activation.
    """
    if (
        not isinstance(before, Dense)
        or not isinstance(activation, Activation)
        or before.activation != "linear"
        or before.activity_regularizer
    ):
        return None
    return before.model_copy(update={"activation": activation.activation})


def layer_name(name: Any) -> str:
    """Return the layer's name with what our names do not allow replaced."""
    clean = re.sub(r"[^A-Za-z0-9_.\-]", "_", str(name))[:50]
    return clean if clean[:1].isalpha() else f"layer_{clean}"


def _named(config: Config) -> dict[str, Any]:
    return {"name": layer_name(config["name"])}


def _activation_name(given: Any) -> str:
    if isinstance(given, Mapping):  # a function that was registered, or a layer
        inner = given.get("config")
        if given.get("class_name") in FOLDED and isinstance(inner, Mapping):
            return _ACTIVATIONS[given["class_name"]](inner, 0)
        given = inner if isinstance(inner, str) else given.get("class_name")
    if not isinstance(given, str) or given not in ACTIVATIONS:
        raise Unsupported(f"activation {given}")
    return given


def _penalty(given: Any) -> L1L2:
    if given is None:
        return L1L2()
    kind, config = given["class_name"], given["config"]
    if kind not in {"L1", "L2", "L1L2"}:
        raise Unsupported(f"regularizer {kind}")
    return L1L2(**{key: _short(config.get(key) or 0.0) for key in ("l1", "l2")})


def _short(value: Any) -> float:
    """Return a number as it was typed.

    Keras keeps 0.01 as the float32 next to it; nobody typed 0.009999999776482582.
    """
    return float(f"{float(np.float32(value)):.7g}")


def _dense(config: Config, _rank: int) -> AnyLayer:
    return Dense.model_validate(
        {
            **_named(config),
            "units": config["units"],
            "activation": _activation_name(config.get("activation") or "linear"),
            "use_bias": config.get("use_bias", True),
            "kernel_regularizer": _penalty(config.get("kernel_regularizer")),
            "bias_regularizer": _penalty(config.get("bias_regularizer")),
            "activity_regularizer": _penalty(config.get("activity_regularizer")),
            "kernel_initializer": _initializer(
                config.get("kernel_initializer"), Dense().kernel_initializer
            ),
            "bias_initializer": _initializer(
                config.get("bias_initializer"), Dense().bias_initializer
            ),
            "trainable": config.get("trainable", True),
            **_bounds(config),
        }
    )


# Keras's class, the settings with which it is ours, and our name for it.
_INITIALIZERS: tuple[tuple[str, dict[str, Any], str], ...] = (
    ("GlorotUniform", {}, "glorot_uniform"),
    ("GlorotNormal", {}, "glorot_normal"),
    ("HeUniform", {}, "he_uniform"),
    ("HeNormal", {}, "he_normal"),
    ("LecunUniform", {}, "lecun_uniform"),
    ("LecunNormal", {}, "lecun_normal"),
    ("RandomUniform", {"minval": -0.05, "maxval": 0.05}, "random_uniform"),
    ("RandomNormal", {"mean": 0.0, "stddev": 0.05}, "random_normal"),
    ("TruncatedNormal", {"mean": 0.0, "stddev": 0.05}, "truncated_normal"),
    ("Orthogonal", {"gain": 1.0}, "orthogonal"),
    ("OrthogonalInitializer", {"gain": 1.0}, "orthogonal"),
    ("Zeros", {}, "zeros"),
    ("Ones", {}, "ones"),
)
_SCALED = {
    (mode, share, law): f"{family}_{law}"
    for family, mode, share in (
        ("glorot", "fan_avg", 1.0),
        ("he", "fan_in", 2.0),
        ("lecun", "fan_in", 1.0),
    )
    for law in ("uniform", "normal")
}


def _initializer(given: Any, otherwise: str) -> str:
    """Return the initializer's name, `otherwise` where we have none.

    It only matters before training: no answer of the network depends on it.
    """
    if not isinstance(given, Mapping):
        return otherwise
    config = given.get("config") or {}
    name = _initializer_name(str(given.get("class_name")), config)
    known = name is not None and (otherwise != "zeros" or name in get_args(BiasInitializerName))
    return name if name is not None and known else otherwise


def _initializer_name(kind: str, config: Config) -> str | None:
    if kind == "VarianceScaling":  # what earlier versions write for the laws of He and Glorot
        law = str(config.get("distribution", "")).removeprefix("truncated_")
        return _SCALED.get((str(config.get("mode")), float(config.get("scale", 0)), law))
    for known, wanted, name in _INITIALIZERS:
        same = all(math.isclose(config.get(key, want), want) for key, want in wanted.items())
        if kind == known and same:
            return name
    return None


def _bounds(config: Config) -> dict[str, Any]:
    """Return the constraints; those we don't have only matter for training on in Keras."""
    found: dict[str, Any] = {}
    for field in ("kernel_constraint", "bias_constraint"):
        given = config.get(field)
        if not isinstance(given, Mapping):
            continue
        kind = given.get("class_name")
        if kind == "NonNeg":
            found[field] = "non_neg"
        elif kind == "MaxNorm" and field == "kernel_constraint":
            settings = given["config"]
            if settings.get("axis", 0) in (0, [0], (0,)):
                found |= {field: "max_norm", "max_norm": float(settings.get("max_value", 2))}
    return found


def _activation(config: Config, _rank: int) -> AnyLayer:
    name = _activation_name(config["activation"])
    return Activation.model_validate({**_named(config), "activation": name})


def _leaky_relu(config: Config, _rank: int) -> AnyLayer:
    slope = config.get("negative_slope", config.get("alpha", 0.3))  # Keras 2 says alpha
    return LeakyReLU(**_named(config), negative_slope=_short(slope))


def _prelu(config: Config, _rank: int) -> AnyLayer:
    return PReLU(**_named(config))


def _gaussian_noise(config: Config, _rank: int) -> AnyLayer:
    return GaussianNoise(**_named(config), stddev=config["stddev"])


def _flatten(config: Config, _rank: int) -> AnyLayer:
    return Flatten(**_named(config))


def _dropout(config: Config, _rank: int) -> AnyLayer:
    if config.get("noise_shape") is not None:
        raise Unsupported(f"noise_shape {config['noise_shape']}")
    return Dropout(**_named(config), rate=config["rate"])


def _last_axis(axis: Any, rank: int) -> bool:
    axes = axis if isinstance(axis, list | tuple) else [axis]
    return list(axes) in ([-1], [rank - 1])


def _layer_normalization(config: Config, rank: int) -> AnyLayer:
    axis = config.get("axis", -1)
    if not _last_axis(axis, rank):
        raise Unsupported(f"axis {axis}")
    if config.get("rms_scaling", False):
        raise Unsupported("rms_scaling")
    kept = {key: config[key] for key in ("epsilon", "center", "scale") if key in config}
    return LayerNormalization(**_named(config), **kept)


def _batch_normalization(config: Config, rank: int) -> AnyLayer:
    axis = config.get("axis", -1)
    if not _last_axis(axis, rank):
        raise Unsupported(f"axis {axis}")
    if config.get("renorm", False):
        raise Unsupported("renorm")
    kept = {key: config[key] for key in ("momentum", "epsilon") if key in config}
    return BatchNormalization(**_named(config), **kept)


def _relu(config: Config, _rank: int) -> str:
    if config.get("max_value") is not None or any(
        config.get(key) for key in ("negative_slope", "threshold")
    ):
        raise Unsupported("ReLU with max_value, negative_slope or threshold")
    return "relu"


def _softmax(config: Config, rank: int) -> str:
    axis = config.get("axis", -1)
    if not _last_axis(axis, rank):
        raise Unsupported(f"axis {axis}")
    return "softmax"


def _elu(config: Config, _rank: int) -> str:
    alpha = float(config.get("alpha", 1.0))
    if alpha != 1.0:
        raise Unsupported(f"alpha {alpha:g}")
    return "elu"


_ACTIVATIONS: dict[str, Callable[[Config, int], str]] = {
    "ReLU": _relu,
    "Softmax": _softmax,
    "ELU": _elu,
}


def _single(kind: str) -> Callable[[Config, int], AnyLayer]:
    def read(config: Config, rank: int) -> AnyLayer:
        name = _ACTIVATIONS[kind](config, rank)
        return Activation.model_validate({**_named(config), "activation": name})

    return read


_READERS: dict[str, Callable[[Config, int], AnyLayer]] = {
    "Dense": _dense,
    "Flatten": _flatten,
    "Dropout": _dropout,
    "BatchNormalization": _batch_normalization,
    "LayerNormalization": _layer_normalization,
    "GaussianNoise": _gaussian_noise,
    "Activation": _activation,
    "LeakyReLU": _leaky_relu,
    "PReLU": _prelu,
    **{kind: _single(kind) for kind in _ACTIVATIONS},
}
