"""What a project is set to, flat: one value a name, to be put side by side."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from typing import Any

from mlp_studio.core.layers import AnyLayer, Dense, Dropout, GaussianNoise, Spec
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.project import ProjectSpec
from mlp_studio.core.text import Text, text

Value = str | int | float | bool | None
Settings = dict[str, Value]
BETWEEN = " · "

_NAMES: dict[str, Text] = {
    "training.optimizer.kind": text("optimizer"),
    "training.optimizer.learning_rate": text("learning rate"),
    "training.optimizer.weight_decay": text("weight decay"),
    "training.optimizer.momentum": text("momentum"),
    "training.optimizer.nesterov": text("Nesterov"),
    "training.optimizer.clipvalue": text("clipping by value"),
    "training.optimizer.clipnorm": text("clipping by norm"),
    "training.optimizer.global_clipnorm": text("clipping of all"),
    "training.loss": text("loss"),
    "training.label_smoothing": text("label smoothing"),
    "training.class_weight": text("class weights"),
    "training.metric": text("metric"),
    "training.schedule.kind": text("schedule"),
    "training.batch_size": text("batch size"),
    "training.epochs": text("epochs planned"),
    "training.early_stopping": text("early stopping"),
    "training.early_stopping.patience": text("patience"),
    "training.early_stopping.monitor": text("early stopping by"),
    "training.early_stopping.restore_best_weights": text("best weights restored"),
    "training.reduce_lr": text("rate reduced on a plateau"),
    "training.reduce_lr.factor": text("factor on a plateau"),
    "training.reduce_lr.patience": text("patience on a plateau"),
    "training.shuffle": text("shuffling"),
    "training.seed": text("seed"),
    "training.precision": text("precision"),
    "data.source.kind": text("data"),
    "data.source.noise": text("noise"),
    "data.source.count": text("examples"),
    "data.source.seed": text("seed of the data"),
    "data.source.points_per_arm": text("points an arm"),
    "data.source.num_arms": text("arms"),
    "data.split.validation": text("share for validation"),
    "data.split.test": text("share for the test"),
    "data.split.seed": text("seed of the split"),
    "data.split.stratified": text("stratified"),
    "data.scaling": text("scaling"),
    "network.units": text("units"),
    "network.activations": text("activations"),
    "network.dropout": text("dropout"),
    "network.noise": text("noise in the network"),
    "network.l1": text("L1"),
    "network.l2": text("L2"),
    "network.initializers": text("initializers"),
    "network.normalization": text("normalization"),
    "network.parameters": text("parameters"),
}


def setting_name(key: str) -> Text:
    """Return what a setting is called."""
    found = _NAMES.get(key)
    if found is not None:
        return found
    return text("{name}", name=key.rpartition(".")[2].replace("_", " "))


def settings_of(project: ProjectSpec) -> Settings:
    """Return every setting of a project by its name: of training, data and network.

    Of the network not layer by layer but what they have in common, such as all rates of
    dropout in a row. What a setting does not have, such as the patience where nothing is
    waited for, is missing.
    """
    found: Settings = {}
    _flatten("training", project.training, found)
    _flatten("data", project.data, found)
    return found | network_settings(project.network)


def _flatten(prefix: str, spec: Spec, found: Settings) -> None:
    for name in type(spec).model_fields:
        value, key = getattr(spec, name), f"{prefix}.{name}"
        if isinstance(value, Spec):
            if "kind" not in type(value).model_fields and _is_optional(spec, name):
                found[key] = True
            _flatten(key, value, found)
        elif value is None and _is_optional(spec, name):
            found[key] = False if _holds_spec(spec, name) else None
        elif isinstance(value, str | int | float):
            found[key] = value
        elif value is not None:
            found[key] = _joined(value)


def _is_optional(spec: Spec, name: str) -> bool:
    return type(spec).model_fields[name].default is None


def _holds_spec(spec: Spec, name: str) -> bool:
    return name in {"early_stopping", "reduce_lr"} and _is_optional(spec, name)


def _joined(value: Any) -> str:
    if isinstance(value, Sequence) and not isinstance(value, str):
        return ", ".join(_short(item) for item in value)
    return str(value)


def _short(item: object) -> str:
    return f"{item:g}" if isinstance(item, float) else str(item)


def network_settings(network: NetworkSpec) -> Settings:
    """Return what the layers of a network have in common, each in a row."""
    layers = network.layers
    dense = [layer for layer in layers if isinstance(layer, Dense)]
    return {
        "network.units": _row([layer.units for layer in dense]),
        "network.activations": _row([layer.activation for layer in dense], counted=False),
        "network.dropout": _row([layer.rate for layer in layers if isinstance(layer, Dropout)]),
        "network.noise": _row(
            [layer.stddev for layer in layers if isinstance(layer, GaussianNoise)]
        ),
        "network.l1": _kinds([layer.kernel_regularizer.l1 or None for layer in dense]),
        "network.l2": _kinds([layer.kernel_regularizer.l2 or None for layer in dense]),
        "network.initializers": _kinds([layer.kernel_initializer for layer in dense]),
        "network.normalization": _kinds(
            [_short_kind(x) if _normalizes(x) else None for x in layers]
        ),
        "network.parameters": network.parameters,
    }


def _normalizes(layer: AnyLayer) -> bool:
    return layer.kind in {"batch_normalization", "layer_normalization"}


def _short_kind(layer: AnyLayer) -> str:
    return "batch" if layer.kind == "batch_normalization" else "layer"


def _row(values: Sequence[Value], *, counted: bool = True) -> str:
    """Return values in a row, equal neighbours once, counted or not."""
    parts = []
    for value, same in itertools.groupby(values):
        times = len(list(same))
        many = counted and times > 1
        parts.append(f"{_short(value)} × {times}" if many else _short(value))
    return BETWEEN.join(parts)


def _kinds(values: Sequence[Value]) -> str:
    """Return the different values, without None, in the order in which they come."""
    return BETWEEN.join(_short(value) for value in dict.fromkeys(values) if value is not None)


def differing(several: Sequence[Settings]) -> list[str]:
    """Return the settings that are not the same in all, in a steady order.

    Those of the network's units and parameters are left out: the network tells them.
    """
    if len(several) < 2:
        return []
    names: dict[str, None] = {}
    for settings in several:
        names.update(dict.fromkeys(settings))
    first = several[0]
    told = {"network.units", "network.parameters"}
    return [
        name
        for name in in_order(names)
        if name not in told
        and any(settings.get(name) != first.get(name) for settings in several[1:])
    ]


def in_order(names: Iterable[str]) -> list[str]:
    """Return settings once each, the best known first."""
    return sorted(dict.fromkeys(names), key=_rank)


def _rank(name: str) -> tuple[int, str]:
    known = list(_NAMES)
    return (known.index(name) if name in _NAMES else len(known), name)
