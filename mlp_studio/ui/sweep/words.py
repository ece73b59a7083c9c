"""The names of what can be searched, of states and of settings."""

from __future__ import annotations

from mlp_studio.core.sweep import AnyRange, Choices, Value
from mlp_studio.core.text import text
from mlp_studio.studio.language import render

FIELDS = {
    "learning_rate": text("Learning rate"),
    "batch_size": text("Batch size"),
    "optimizer": text("Optimizer"),
    "schedule": text("Schedule"),
    "weight_decay": text("Weight decay"),
    "label_smoothing": text("Label smoothing"),
    "hidden_layers": text("Hidden layers"),
    "units": text("Units"),
    "activation": text("Activation"),
    "initializer": text("Initializer"),
    "l2": text("L2 penalty"),
    "dropout": text("Dropout rate"),
    "noise": text("Noise"),
}
STATES = {
    "waiting": text("waits"),
    "running": text("running"),
    "complete": text("complete"),
    "pruned": text("pruned"),
    "failed": text("failed"),
    "lost": text("lost, tried again"),
    "stopped": text("stopped"),
}
OBJECTIVE_NAMES = {
    "val_accuracy": text("Validation accuracy"),
    "val_top_k_accuracy": text("Validation top-k accuracy"),
    "val_loss": text("Validation loss"),
    "val_mae": text("Validation MAE"),
    "val_mse": text("Validation MSE"),
}


def field_name(field: str) -> str:
    """Return what a parameter is called."""
    return render(FIELDS[field])


def target_name(target: str) -> str:
    """Return what a target is called, with its layer."""
    scope, _, rest = target.partition("/")
    if scope == "layer":
        layer, _, field = rest.partition("/")
        return f"{layer} · {field_name(field).lower()}"
    return field_name(rest)


def state_name(state: str) -> str:
    """Return what a trial's state is called."""
    return render(STATES[state])


def objective_name(objective: str) -> str:
    """Return what an objective is called."""
    return render(OBJECTIVE_NAMES[objective])


def value_words(value: Value) -> str:
    """Return a value as it is read and typed."""
    return f"{value:.4g}" if isinstance(value, float) else str(value)


def range_words(found: AnyRange) -> str:
    """Return a range as it is read."""
    if isinstance(found, Choices):
        return ", ".join(value_words(value) for value in found.values)
    return f"{value_words(found.low)} – {value_words(found.high)}"
