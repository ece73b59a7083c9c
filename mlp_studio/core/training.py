"""How a network is trained, as frozen specs."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from mlp_studio.core.layers import Spec

LossName = Literal[
    "categorical_crossentropy",
    "binary_crossentropy",
    "mean_squared_error",
    "mean_absolute_error",
]
MetricName = Literal["accuracy", "mae", "mse"]
Monitor = Literal[
    "val_loss", "val_accuracy", "val_mae", "val_mse", "loss", "accuracy", "mae", "mse"
]
LearningRate = Annotated[float, Field(gt=0.0, le=10.0)]
Decay = Annotated[float, Field(ge=0.0, lt=1.0)]


class Adam(Spec):
    """Kingma and Ba 2014, arXiv 1412.6980 (Keras ``optimizers.Adam``)."""

    kind: Literal["adam"] = "adam"
    learning_rate: LearningRate = 0.001
    beta_1: Decay = 0.9
    beta_2: Decay = 0.999
    epsilon: float = Field(default=1e-7, gt=0.0, le=1.0)


class SGD(Spec):
    """Stochastic gradient descent with momentum (Keras ``optimizers.SGD``)."""

    kind: Literal["sgd"] = "sgd"
    learning_rate: LearningRate = 0.01
    momentum: Decay = 0.0
    nesterov: bool = False


class RMSprop(Spec):
    """Hinton 2012, lecture 6 (Keras ``optimizers.RMSprop``)."""

    kind: Literal["rmsprop"] = "rmsprop"
    learning_rate: LearningRate = 0.001
    rho: Decay = 0.9
    momentum: Decay = 0.0
    epsilon: float = Field(default=1e-7, gt=0.0, le=1.0)


Optimizer = Annotated[Adam | SGD | RMSprop, Field(discriminator="kind")]
AnyOptimizer = Adam | SGD | RMSprop
OPTIMIZER_TYPES: dict[str, type[AnyOptimizer]] = {"adam": Adam, "sgd": SGD, "rmsprop": RMSprop}


class EarlyStopping(Spec):
    """Stops when `monitor` no longer improves (Keras ``callbacks.EarlyStopping``)."""

    monitor: Monitor = "val_loss"
    patience: int = Field(default=20, ge=1, le=10_000)
    min_delta: float = Field(default=0.0, ge=0.0)
    restore_best_weights: bool = True


class ReduceLROnPlateau(Spec):
    """Multiplies the rate by `factor` on a plateau (Keras ``callbacks.ReduceLROnPlateau``)."""

    monitor: Monitor = "val_loss"
    factor: float = Field(default=0.5, gt=0.0, lt=1.0)
    patience: int = Field(default=10, ge=1, le=10_000)
    min_delta: float = Field(default=1e-4, ge=0.0)
    cooldown: int = Field(default=0, ge=0)
    min_lr: float = Field(default=1e-7, ge=0.0)


class TrainingSpec(Spec):
    """Loss, optimizer, length and callbacks of a training run.

    The seed governs new weights, the order of the examples and dropout masks.
    """

    loss: LossName = "categorical_crossentropy"
    metric: MetricName = "accuracy"
    optimizer: Optimizer = Adam()
    batch_size: int = Field(default=32, ge=1, le=1_000_000)
    epochs: int = Field(default=10, ge=1, le=1_000_000)
    early_stopping: EarlyStopping | None = None
    reduce_lr: ReduceLROnPlateau | None = None
    shuffle: bool = True
    seed: int = Field(default=0, ge=0, lt=2**31)
