"""The layers a network is made of, as frozen specs."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

MAX_UNITS = 65_536
MAX_NAME = 64

ActivationName = Literal[
    "linear",
    "relu",
    "tanh",
    "sigmoid",
    "softmax",
    "elu",
    "selu",
    "gelu",
    "silu",
    "softplus",
    "softsign",
    "leaky_relu",
    "exponential",
    "hard_sigmoid",
    "relu6",
    "celu",
    "mish",
    "hard_silu",
    "hard_tanh",
    "hard_shrink",
    "soft_shrink",
    "tanh_shrink",
    "log_sigmoid",
    "log_softmax",
    "squareplus",
    "sparse_plus",
    "sparse_sigmoid",
]

InitializerName = Literal[
    "glorot_uniform",
    "glorot_normal",
    "he_uniform",
    "he_normal",
    "lecun_uniform",
    "lecun_normal",
    "random_uniform",
    "random_normal",
    "truncated_normal",
    "orthogonal",
    "zeros",
    "ones",
]
# The others need the fans of a matrix.
BiasInitializerName = Literal[
    "zeros", "ones", "random_uniform", "random_normal", "truncated_normal"
]
ConstraintName = Literal["none", "max_norm", "non_neg"]
BiasConstraintName = Literal["none", "non_neg"]

LayerName = Annotated[
    str, Field(min_length=1, max_length=MAX_NAME, pattern=r"^[A-Za-z][A-Za-z0-9_.\-]*$")
]


class Spec(BaseModel):
    """Base of every spec: frozen, compared by value, refusing unknown fields."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", allow_inf_nan=False, revalidate_instances="always"
    )


class L1L2(Spec):
    """Penalty ``l1 * sum|w| + l2 * sum w²`` added to the loss (Keras ``regularizers.L1L2``)."""

    l1: float = Field(default=0.0, ge=0.0, le=10.0)
    l2: float = Field(default=0.0, ge=0.0, le=10.0)

    def __bool__(self) -> bool:
        return self.l1 > 0 or self.l2 > 0


class Flatten(Spec):
    """All axes but the first become one (Keras ``layers.Flatten``)."""

    kind: Literal["flatten"] = "flatten"
    name: LayerName = "flatten"


class Dense(Spec):
    """``activation(x @ kernel + bias)`` (Keras ``layers.Dense``).

    `max_norm` bounds the length of each unit's incoming weights where the kernel's
    constraint is ``"max_norm"``; a layer that is not `trainable` keeps its weights.
    """

    kind: Literal["dense"] = "dense"
    name: LayerName = "dense"
    units: int = Field(default=32, ge=1, le=MAX_UNITS)
    activation: ActivationName = "relu"
    use_bias: bool = True
    kernel_regularizer: L1L2 = L1L2()
    bias_regularizer: L1L2 = L1L2()
    activity_regularizer: L1L2 = L1L2()
    kernel_initializer: InitializerName = "glorot_uniform"
    bias_initializer: BiasInitializerName = "zeros"
    kernel_constraint: ConstraintName = "none"
    bias_constraint: BiasConstraintName = "none"
    max_norm: float = Field(default=2.0, gt=0.0, le=1000.0)
    trainable: bool = True


class Dropout(Spec):
    """Sets a share `rate` of its inputs to zero while training (Keras ``layers.Dropout``)."""

    kind: Literal["dropout"] = "dropout"
    name: LayerName = "dropout"
    rate: float = Field(default=0.3, ge=0.0, lt=1.0)


class BatchNormalization(Spec):
    """Normalises each unit over the batch (Keras ``layers.BatchNormalization``)."""

    kind: Literal["batch_normalization"] = "batch_normalization"
    name: LayerName = "batch_normalization"
    momentum: float = Field(default=0.99, ge=0.0, lt=1.0)
    epsilon: float = Field(default=1e-3, gt=0.0, le=1.0)


class LayerNormalization(Spec):
    """Normalises each example over its last axis (Keras ``layers.LayerNormalization``)."""

    kind: Literal["layer_normalization"] = "layer_normalization"
    name: LayerName = "layer_normalization"
    epsilon: float = Field(default=1e-3, gt=0.0, le=1.0)
    center: bool = True
    scale: bool = True


class Activation(Spec):
    """An activation function as a layer of its own (Keras ``layers.Activation``)."""

    kind: Literal["activation"] = "activation"
    name: LayerName = "activation"
    activation: ActivationName = "relu"


class LeakyReLU(Spec):
    """``max(x, 0) + negative_slope * min(x, 0)`` (Keras ``layers.LeakyReLU``)."""

    kind: Literal["leaky_relu"] = "leaky_relu"
    name: LayerName = "leaky_relu"
    negative_slope: float = Field(default=0.3, ge=0.0, le=10.0)


class PReLU(Spec):
    """A LeakyReLU that learns a slope for each unit (Keras ``layers.PReLU``)."""

    kind: Literal["prelu"] = "prelu"
    name: LayerName = "prelu"


class GaussianNoise(Spec):
    """Adds normal noise to its inputs while training (Keras ``layers.GaussianNoise``)."""

    kind: Literal["gaussian_noise"] = "gaussian_noise"
    name: LayerName = "gaussian_noise"
    stddev: float = Field(default=0.1, ge=0.0, le=1.0)


AnyLayer = (
    Flatten
    | Dense
    | Dropout
    | BatchNormalization
    | LayerNormalization
    | Activation
    | LeakyReLU
    | PReLU
    | GaussianNoise
)
Layer = Annotated[AnyLayer, Field(discriminator="kind")]

LAYER_TYPES: dict[str, type[AnyLayer]] = {
    "dense": Dense,
    "dropout": Dropout,
    "batch_normalization": BatchNormalization,
    "layer_normalization": LayerNormalization,
    "activation": Activation,
    "leaky_relu": LeakyReLU,
    "prelu": PReLU,
    "gaussian_noise": GaussianNoise,
    "flatten": Flatten,
}


def is_idle(layer: AnyLayer) -> bool:
    """Return whether a layer's output has the values of its input, outside training."""
    if isinstance(layer, Activation):
        return layer.activation == "linear"
    return isinstance(layer, Dropout | GaussianNoise | Flatten)
