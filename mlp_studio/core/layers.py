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
]

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
    """``activation(x @ kernel + bias)`` (Keras ``layers.Dense``)."""

    kind: Literal["dense"] = "dense"
    name: LayerName = "dense"
    units: int = Field(default=32, ge=1, le=MAX_UNITS)
    activation: ActivationName = "relu"
    use_bias: bool = True
    kernel_regularizer: L1L2 = L1L2()


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


Layer = Annotated[Flatten | Dense | Dropout | BatchNormalization, Field(discriminator="kind")]
AnyLayer = Flatten | Dense | Dropout | BatchNormalization

LAYER_TYPES: dict[str, type[AnyLayer]] = {
    "dense": Dense,
    "dropout": Dropout,
    "batch_normalization": BatchNormalization,
    "flatten": Flatten,
}
