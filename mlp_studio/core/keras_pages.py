"""Where Keras's documentation tells more: the addresses of its pages."""

from __future__ import annotations

from mlp_studio.core.layers import AnyLayer
from mlp_studio.core.schedules import AnySchedule
from mlp_studio.core.training import AnyOptimizer, LossName

SITE = "https://keras.io/api/"
EARLY_STOPPING = f"{SITE}callbacks/early_stopping/"
FIT = f"{SITE}models/model_training_apis/"
METRICS = f"{SITE}metrics/"
REDUCE_LR = f"{SITE}callbacks/reduce_lr_on_plateau/"
_SCHEDULES = {
    "constant": "",
    "step": "exponential_decay/",  # staircase=True
    "exponential": "exponential_decay/",
    "cosine": "cosine_decay/",
    "one_cycle": "",
}
_LAYERS = {
    "dense": "core_layers/dense",
    "activation": "core_layers/activation",
    "flatten": "reshaping_layers/flatten",
    "dropout": "regularization_layers/dropout",
    "gaussian_noise": "regularization_layers/gaussian_noise",
    "batch_normalization": "normalization_layers/batch_normalization",
    "layer_normalization": "normalization_layers/layer_normalization",
    "leaky_relu": "activation_layers/leaky_relu",
    "prelu": "activation_layers/prelu",
}
_LOSSES: dict[LossName, str] = {
    "categorical_crossentropy": "probabilistic_losses/#categoricalcrossentropy-class",
    "binary_crossentropy": "probabilistic_losses/#binarycrossentropy-class",
    "mean_squared_error": "regression_losses/#meansquarederror-class",
    "mean_absolute_error": "regression_losses/#meanabsoluteerror-class",
    "huber": "regression_losses/#huber-class",
}


def layer_page(layer: AnyLayer) -> str:
    """Return the address of the page on a layer's type."""
    return f"{SITE}layers/{_LAYERS[layer.kind]}/"


def optimizer_page(optimizer: AnyOptimizer) -> str:
    """Return the address of the page on an optimizer."""
    # All but one are written small there.
    name = "Nadam" if optimizer.kind == "nadam" else optimizer.kind
    return f"{SITE}optimizers/{name}/"


def schedule_page(schedule: AnySchedule) -> str:
    """Return the address of the page on a schedule, or on all where Keras has none like it."""
    return f"{SITE}optimizers/learning_rate_schedules/{_SCHEDULES[schedule.kind]}"


def loss_page(loss: LossName) -> str:
    """Return the address of the part on a loss."""
    return f"{SITE}losses/{_LOSSES[loss]}"
