"""How a network is trained, as frozen specs."""

from __future__ import annotations

from collections.abc import Collection
from typing import Annotated, Literal, Self

from pydantic import Discriminator, Field, Tag, model_validator

from mlp_studio.core.layers import Spec
from mlp_studio.core.schedules import Constant, Schedule, planned

LossName = Literal[
    "categorical_crossentropy",
    "binary_crossentropy",
    "mean_squared_error",
    "mean_absolute_error",
    "huber",
]
SMOOTHED_LOSSES = ("categorical_crossentropy", "binary_crossentropy")
MetricName = Literal["accuracy", "top_k_accuracy", "mae", "mse"]
Monitor = Literal[
    "val_loss",
    "val_accuracy",
    "val_top_k_accuracy",
    "val_mae",
    "val_mse",
    "loss",
    "accuracy",
    "top_k_accuracy",
    "mae",
    "mse",
]
Precision = Literal["float32", "mixed_float16", "mixed_bfloat16"]
LearningRate = Annotated[float, Field(gt=0.0, le=10.0)]
Decay = Annotated[float, Field(ge=0.0, lt=1.0)]
Epsilon = Annotated[float, Field(gt=0.0, le=1.0)]
Delta = Annotated[float, Field(ge=0.0, le=1e6)]
Limit = Annotated[float, Field(gt=0.0, le=1e6)]
CLIPPING = ("clipvalue", "clipnorm", "global_clipnorm")
# One number a class, or how to come by them; which of the two is told by the type, so that
# what is refused is explained in its own terms.
ClassWeights = Annotated[
    Annotated[Literal["none", "balanced"], Tag("name")]
    | Annotated[
        tuple[Annotated[float, Field(gt=0.0, le=1e6)], ...],
        Field(min_length=2, max_length=65_536),
        Tag("numbers"),
    ],
    Discriminator(lambda value: "name" if isinstance(value, str) else "numbers"),
]


class OptimizerSpec(Spec):
    """What every optimizer has.

    Gradients are clipped first: each entry to `clipvalue`, each weight's gradient to the
    norm `clipnorm`, or all together to the norm `global_clipnorm`. Then each weight loses
    the share ``weight_decay * learning_rate``, biases included, and the rule acts.
    """

    learning_rate: LearningRate = 0.001
    weight_decay: float = Field(default=0.0, ge=0.0, le=1.0)
    clipvalue: Limit | None = None
    clipnorm: Limit | None = None
    global_clipnorm: Limit | None = None

    @model_validator(mode="after")
    def _one_clipping(self) -> Self:
        given = {name: value for name in CLIPPING if (value := getattr(self, name)) is not None}
        if len(given) > 1:
            received = ", ".join(f"{name}={value:g}" for name, value in given.items())
            raise ValueError(
                "only one of clipvalue, clipnorm and global_clipnorm can be set. "
                f"Received: {received}"
            )
        return self


class SGD(OptimizerSpec):
    """Stochastic gradient descent with momentum (Keras ``optimizers.SGD``)."""

    kind: Literal["sgd"] = "sgd"
    learning_rate: LearningRate = 0.01
    momentum: Decay = 0.0
    nesterov: bool = False


class Adam(OptimizerSpec):
    """Kingma and Ba 2014, arXiv 1412.6980 (Keras ``optimizers.Adam``)."""

    kind: Literal["adam"] = "adam"
    beta_1: Decay = 0.9
    beta_2: Decay = 0.999
    epsilon: Epsilon = 1e-7


class AdamW(OptimizerSpec):
    """Loshchilov and Hutter 2017, arXiv 1711.05101 (Keras ``optimizers.AdamW``)."""

    kind: Literal["adamw"] = "adamw"
    weight_decay: float = Field(default=0.004, ge=0.0, le=1.0)
    beta_1: Decay = 0.9
    beta_2: Decay = 0.999
    epsilon: Epsilon = 1e-7


class Nadam(OptimizerSpec):
    """Adam with Nesterov momentum: Dozat 2016 (Keras ``optimizers.Nadam``)."""

    kind: Literal["nadam"] = "nadam"
    beta_1: Decay = 0.9
    beta_2: Decay = 0.999
    epsilon: Epsilon = 1e-7


class Adamax(OptimizerSpec):
    """Adam by the largest gradient: arXiv 1412.6980, section 7 (Keras ``optimizers.Adamax``)."""

    kind: Literal["adamax"] = "adamax"
    beta_1: Decay = 0.9
    beta_2: Decay = 0.999
    epsilon: Epsilon = 1e-7


class RMSprop(OptimizerSpec):
    """Hinton 2012, lecture 6 (Keras ``optimizers.RMSprop``)."""

    kind: Literal["rmsprop"] = "rmsprop"
    rho: Decay = 0.9
    momentum: Decay = 0.0
    epsilon: Epsilon = 1e-7
    centered: bool = False


class Adagrad(OptimizerSpec):
    """Duchi, Hazan and Singer 2011 (Keras ``optimizers.Adagrad``)."""

    kind: Literal["adagrad"] = "adagrad"
    initial_accumulator_value: float = Field(default=0.1, ge=0.0, le=1e6)
    epsilon: Epsilon = 1e-7


class Adadelta(OptimizerSpec):
    """Zeiler 2012, arXiv 1212.5701, whose own rate is 1 (Keras ``optimizers.Adadelta``)."""

    kind: Literal["adadelta"] = "adadelta"
    rho: Decay = 0.95
    epsilon: Epsilon = 1e-7


class Lion(OptimizerSpec):
    """Chen and others 2023, arXiv 2302.06675 (Keras ``optimizers.Lion``)."""

    kind: Literal["lion"] = "lion"
    beta_1: Annotated[float, Field(gt=0.0, lt=1.0)] = 0.9
    beta_2: Decay = 0.99


AnyOptimizer = Adam | AdamW | SGD | RMSprop | Nadam | Adamax | Adagrad | Adadelta | Lion
Optimizer = Annotated[AnyOptimizer, Field(discriminator="kind")]
OPTIMIZER_TYPES: dict[str, type[AnyOptimizer]] = {
    "adam": Adam,
    "adamw": AdamW,
    "sgd": SGD,
    "rmsprop": RMSprop,
    "nadam": Nadam,
    "adamax": Adamax,
    "adagrad": Adagrad,
    "adadelta": Adadelta,
    "lion": Lion,
}


def is_better_high(monitor: str) -> bool:
    """Return whether a log is better the higher it is: accuracies are, all else is not."""
    return monitor.endswith("accuracy")


class EarlyStopping(Spec):
    """Stops when `monitor` no longer improves (Keras ``callbacks.EarlyStopping``)."""

    monitor: Monitor = "val_loss"
    patience: int = Field(default=20, ge=1, le=10_000)
    min_delta: Delta = 0.0
    restore_best_weights: bool = True


class ReduceLROnPlateau(Spec):
    """Multiplies the rate by `factor` on a plateau (Keras ``callbacks.ReduceLROnPlateau``)."""

    monitor: Monitor = "val_loss"
    factor: float = Field(default=0.5, gt=0.0, lt=1.0)
    patience: int = Field(default=10, ge=1, le=10_000)
    min_delta: Delta = 1e-4
    cooldown: int = Field(default=0, ge=0, le=10_000)
    min_lr: float = Field(default=1e-7, ge=0.0, le=10.0)


class TrainingSpec(Spec):
    """Loss, optimizer, length and callbacks of a training run.

    The seed governs new weights, the order of the examples and dropout masks.
    `label_smoothing` belongs to the cross-entropies, `huber_delta` to ``huber`` and
    `top_k` to ``top_k_accuracy``; elsewhere they are without effect. `class_weight` says
    how much each class counts in the training loss (see `mlp_studio.core.class_weights`);
    it is without effect where there are no classes. `precision` is that of the factors of
    matrix products; all else is computed in float32.
    """

    loss: LossName = "categorical_crossentropy"
    label_smoothing: float = Field(default=0.0, ge=0.0, lt=1.0)
    huber_delta: float = Field(default=1.0, gt=0.0, le=1e6)
    class_weight: ClassWeights = "none"
    metric: MetricName = "accuracy"
    top_k: int = Field(default=5, ge=1, le=65_536)
    optimizer: Optimizer = Adam()
    schedule: Schedule = Constant()
    batch_size: int = Field(default=32, ge=1, le=1_000_000)
    epochs: int = Field(default=10, ge=1, le=1_000_000)
    early_stopping: EarlyStopping | None = None
    reduce_lr: ReduceLROnPlateau | None = None
    shuffle: bool = True
    seed: int = Field(default=0, ge=0, lt=2**31)
    precision: Precision = "float32"

    def monitor(self, measured: Collection[str]) -> str:
        """Return by which of the `measured` logs the best epoch is told.

        That of early stopping, else the validation loss, else the training loss.
        """
        wanted = [self.early_stopping.monitor] if self.early_stopping else []
        return next((name for name in (*wanted, "val_loss") if name in measured), "loss")

    def for_epochs(self, epochs: int) -> TrainingSpec:
        """Return the same for a run of other length, its schedule going on as planned."""
        return self.model_copy(
            update={"epochs": epochs, "schedule": planned(self.schedule, self.epochs)}
        )
