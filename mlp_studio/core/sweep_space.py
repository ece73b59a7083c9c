"""What a design offers to search, and the design that a trial's values make of it.

A parameter is named by its target: ``training/batch_size``, ``network/hidden_layers``,
``hidden/units`` (of all hidden layers at once) or ``layer/NAME/units``. The number of
hidden layers counts blocks: a hidden Dense layer with what follows it up to the next one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from mlp_studio.core.dataset import facts
from mlp_studio.core.datasets import Task
from mlp_studio.core.errors import StudioError
from mlp_studio.core.layers import (
    MAX_UNITS,
    Activation,
    AnyLayer,
    Dense,
    Dropout,
    GaussianNoise,
)
from mlp_studio.core.network import MAX_LAYERS, NetworkSpec
from mlp_studio.core.project import ProjectSpec
from mlp_studio.core.schedules import SCHEDULE_TYPES
from mlp_studio.core.sweep import (
    AnyRange,
    Choices,
    FloatRange,
    IntRange,
    Objective,
    SweepSpec,
    Value,
)
from mlp_studio.core.text import text
from mlp_studio.core.training import OPTIMIZER_TYPES, SMOOTHED_LOSSES

ACTIVATIONS = ("relu", "tanh", "elu", "gelu", "silu")
INITIALIZERS = ("glorot_uniform", "he_normal", "lecun_normal", "orthogonal")
OPTIMIZERS = ("adam", "adamw", "nadam", "rmsprop", "sgd")
SCHEDULES = ("constant", "cosine", "one_cycle")
L2 = FloatRange(low=1e-6, high=1e-2, log=True)
MOST_HIDDEN = 50
OBJECTIVES: dict[Task, tuple[Objective, ...]] = {
    "binary": ("val_accuracy", "val_loss"),
    "multiclass": ("val_accuracy", "val_loss"),
    "regression": ("val_mae", "val_mse", "val_loss"),
}


@dataclass(frozen=True)
class Candidate:
    """A parameter of the present design that can be searched.

    Parameters
    ----------
    target : str
        Its name in a sweep.
    layer : str
        The layer it belongs to; ``""`` for the whole network and the training.
    field : str
        What it is, such as ``"units"``, ``"learning_rate"`` or ``"hidden_layers"``.
    present : int, float or str
        Its value in the design; ``""`` where the hidden layers differ.
    suggested : range
        Where to search at first.
    low, high : float or None
        Between which numbers a range may be.
    """

    target: str
    layer: str
    field: str
    present: Value
    suggested: AnyRange
    low: float | None = None
    high: float | None = None


def candidates(project: ProjectSpec) -> tuple[Candidate, ...]:
    """Return all that can be searched, training first, then the network and its layers."""
    network = project.network
    hidden = hidden_layers(network)
    found = _of_training(project)
    if hidden:
        most = max(3, len(hidden) + 1)
        found.append(
            Candidate(
                "network/hidden_layers", "", "hidden_layers", len(hidden),
                IntRange(low=1, high=min(most, MOST_HIDDEN)), 1, MOST_HIDDEN,
            )
        )  # fmt: skip
        found += _of_all_hidden(network, hidden)
    last = network.ending[0].name if network.ending else ""
    for layer in network:
        if layer.name != last:
            found += _of_layer(layer, f"layer/{layer.name}/")
    return tuple(found)


def hidden_layers(network: NetworkSpec) -> tuple[str, ...]:
    """Return the names of the Dense layers before the last one."""
    last = network.ending[0].name if network.ending else ""
    return tuple(layer.name for layer in network if isinstance(layer, Dense) and layer.name != last)


def fitting(spec: SweepSpec, project: ProjectSpec) -> SweepSpec:
    """Return the sweep without what the design no longer has, by a measure of its task."""
    known = {candidate.target for candidate in candidates(project)}
    kept = tuple(p for p in spec.parameters if p.target in known)
    allowed = OBJECTIVES[facts(project.data.source).task]
    objective = spec.objective if spec.objective in allowed else allowed[0]
    return spec.model_copy(update={"parameters": kept, "objective": objective})


def suggested_sweep(project: ProjectSpec) -> SweepSpec:
    """Return a sweep to begin with: rate, batch, optimizer, and the hidden layers' make."""
    wanted = {
        "training/learning_rate",
        "training/batch_size",
        "network/hidden_layers",
        "hidden/units",
        "hidden/activation",
        "hidden/dropout",
    }
    spec = SweepSpec()
    for candidate in candidates(project):
        if candidate.target in wanted:
            spec = spec.with_search(candidate.target, candidate.suggested)
    return fitting(spec, project)


def sweep_of(project: ProjectSpec) -> SweepSpec:
    """Return the project's sweep as far as it fits the design, or one to begin with."""
    return suggested_sweep(project) if project.sweep is None else fitting(project.sweep, project)


def present_values(spec: SweepSpec, project: ProjectSpec) -> dict[str, Value]:
    """Return the design's own values of what is searched, by target."""
    present = {candidate.target: candidate.present for candidate in candidates(project)}
    return {p.target: present[p.target] for p in spec.parameters if p.target in present}


def applied(project: ProjectSpec, values: Mapping[str, Value]) -> ProjectSpec:
    """Return the design with a trial's values in place.

    Parameters
    ----------
    project : ProjectSpec
        The design.
    values : mapping
        By target; numbers are rounded to four figures. Whole before parts: what is said of
        one layer wins over what is said of all hidden ones, and layers that are repeated
        repeat it.

    Raises
    ------
    StudioError
        When the design has no such parameter.
    """
    known = {candidate.target for candidate in candidates(project)}
    values = {target: _rounded(value) for target, value in values.items()}
    missing = sorted(set(values) - known)
    if missing:
        raise StudioError(
            text("The design has nothing called {targets}.", targets=", ".join(missing)),
            text("Open the project that the sweep was made for."),
        )
    network = project.network
    hidden = hidden_layers(network)
    for target, value in values.items():
        if target.startswith("hidden/"):
            field = target.removeprefix("hidden/")
            owners = (
                [layer.name for layer in network if isinstance(layer, Dropout)]
                if field == "dropout"
                else hidden
            )
            for name in owners:
                network = network.replaced(name, _changed(network.layer(name), field, value))
    for target, value in values.items():
        if target.startswith("layer/"):
            _, name, field = target.split("/", 2)
            network = network.replaced(name, _changed(network.layer(name), field, value))
    if "network/hidden_layers" in values:
        network = with_hidden_layers(network, int(values["network/hidden_layers"]))
    training = _trained(project, values)
    return project.model_copy(update={"network": network, "training": training})


def with_hidden_layers(network: NetworkSpec, count: int) -> NetworkSpec:
    """Return the network with `count` hidden blocks: the last ones go, or the last is repeated."""
    hidden = hidden_layers(network)
    starts = [network.index(name) for name in hidden]
    end = network.index(network.ending[0].name)
    if count < len(hidden):
        layers = network.layers[: starts[count]] + network.layers[end:]
        return NetworkSpec(input_shape=network.input_shape, layers=layers)
    block = network.layers[starts[-1] : end]
    for _ in range(min(count - len(hidden), MAX_LAYERS)):
        for layer in block:
            network = network.inserted(network.index(network.ending[0].name), layer)
    return network


def _rounded(value: Value) -> Value:
    """Return a value as a person would type it, with four figures."""
    return float(f"{value:.4g}") if isinstance(value, float) else value


def _changed(layer: AnyLayer, field: str, value: Value) -> AnyLayer:
    """Return the layer with another value, checked."""
    fields: dict[str, Any] = layer.model_dump()
    if field == "l2":
        fields["kernel_regularizer"] = {**fields["kernel_regularizer"], "l2": value}
    else:
        fields[_FIELDS.get(field, field)] = value
    return type(layer).model_validate(fields)


_FIELDS = {"initializer": "kernel_initializer", "dropout": "rate", "noise": "stddev"}


def _trained(project: ProjectSpec, values: Mapping[str, Value]) -> Any:
    training = project.training
    fields: dict[str, Any] = {
        target.removeprefix("training/"): value
        for target, value in values.items()
        if target.startswith("training/")
    }
    optimizer = training.optimizer
    kind = fields.pop("optimizer", optimizer.kind)
    if kind != optimizer.kind:  # another rule has another usual rate
        clipping = {
            name: getattr(optimizer, name) for name in ("clipvalue", "clipnorm", "global_clipnorm")
        }
        optimizer = OPTIMIZER_TYPES[str(kind)].model_validate(clipping)
    for name in ("learning_rate", "weight_decay"):
        if name in fields:
            dumped = {**optimizer.model_dump(), name: fields.pop(name)}
            optimizer = type(optimizer).model_validate(dumped)
    schedule = fields.pop("schedule", training.schedule.kind)
    if schedule != training.schedule.kind:
        fields["schedule"] = SCHEDULE_TYPES[str(schedule)]()
    dumped = {**training.model_dump(), **fields, "optimizer": optimizer}
    return type(training).model_validate(dumped)


def _of_training(project: ProjectSpec) -> list[Candidate]:
    training = project.training
    optimizer = training.optimizer
    rate, batch = optimizer.learning_rate, training.batch_size
    batches = sorted({max(1, batch // 2), batch, batch * 2, batch * 4})
    found = [
        Candidate(
            "training/learning_rate", "", "learning_rate", rate,
            FloatRange(low=float(f"{rate / 10:.6g}"), high=min(10.0, rate * 10), log=True),
            1e-9, 10.0,
        ),
        Candidate(
            "training/batch_size", "", "batch_size", batch,
            Choices(values=tuple(size for size in batches if size <= 1_000_000)), 1, 1_000_000,
        ),
        Candidate(
            "training/optimizer", "", "optimizer", optimizer.kind,
            _with_present(OPTIMIZERS, optimizer.kind),
        ),
        Candidate(
            "training/schedule", "", "schedule", training.schedule.kind,
            _with_present(SCHEDULES, training.schedule.kind),
        ),
        Candidate(
            "training/weight_decay", "", "weight_decay", optimizer.weight_decay,
            FloatRange(low=0.0, high=max(0.01, min(1.0, 2 * optimizer.weight_decay))), 0.0, 1.0,
        ),
    ]  # fmt: skip
    if training.loss in SMOOTHED_LOSSES:
        smoothing = training.label_smoothing
        found.append(
            Candidate(
                "training/label_smoothing", "", "label_smoothing", smoothing,
                FloatRange(low=0.0, high=max(0.1, min(0.9, 2 * smoothing))), 0.0, 0.99,
            )
        )  # fmt: skip
    return found


def _of_all_hidden(network: NetworkSpec, hidden: tuple[str, ...]) -> list[Candidate]:
    """Return what can be searched of all hidden layers together."""
    dense = [network.layer(name) for name in hidden]
    drops = [layer for layer in network if isinstance(layer, Dropout)]
    groups: list[tuple[AnyLayer, list[AnyLayer]]] = [(dense[0], dense)]
    if drops:
        groups.append((drops[0], list(drops)))
    found = []
    for first, members in groups:
        for candidate in _of_layer(first, "hidden/"):
            target, field = candidate.target, candidate.field
            values = {_present(layer, field) for layer in members}
            present = candidate.present if len(values) == 1 else ""
            suggested = candidate.suggested
            if field == "units":
                widths = [layer.units for layer in members if isinstance(layer, Dense)]
                suggested = _widths(min(widths), max(widths))
            found.append(
                Candidate(target, "", field, present, suggested, candidate.low, candidate.high)
            )
    return found


def _present(layer: AnyLayer, field: str) -> Value:
    if field == "l2" and isinstance(layer, Dense):
        return layer.kernel_regularizer.l2
    value: Value = getattr(layer, _FIELDS.get(field, field))
    return value


def _of_layer(layer: AnyLayer, prefix: str) -> list[Candidate]:
    """Return what can be searched of one layer."""
    name = "" if prefix == "hidden/" else layer.name
    found: list[tuple[str, AnyRange, float | None, float | None]] = []
    if isinstance(layer, Dense):
        found = [
            ("units", _widths(layer.units, layer.units), 1, MAX_UNITS),
            ("activation", _with_present(ACTIVATIONS, layer.activation), None, None),
            ("initializer", _with_present(INITIALIZERS, layer.kernel_initializer), None, None),
            ("l2", L2, 0.0, 10.0),
        ]
    elif isinstance(layer, Dropout):
        high = max(0.5, min(0.9, round(layer.rate + 0.2, 2)))
        found = [("dropout", FloatRange(low=0.0, high=high), 0.0, 0.99)]
    elif isinstance(layer, Activation):
        found = [("activation", _with_present(ACTIVATIONS, layer.activation), None, None)]
    elif isinstance(layer, GaussianNoise):
        found = [("noise", FloatRange(low=0.0, high=min(1.0, 2 * layer.stddev or 0.2)), 0.0, 1.0)]
    return [
        Candidate(prefix + field, name, field, _present(layer, field), suggested, low, high)
        for field, suggested, low, high in found
    ]


def _widths(narrowest: int, widest: int) -> IntRange:
    return IntRange(low=max(1, narrowest // 4), high=min(MAX_UNITS, widest * 2), log=True)


def _with_present(usual: tuple[str, ...], present: str) -> Choices:
    """Return the usual names, and the present one first where it is not among them."""
    return Choices(values=usual if present in usual else (present, *usual))
