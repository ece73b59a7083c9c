"""Does this network suit this task? What is wrong, where, and the repair.

The rules are the notebooks' guide: binary → `Dense(1, sigmoid)` and
`binary_crossentropy`; several classes → `Dense(classes, softmax)` and
`categorical_crossentropy`; regression → `Dense(values, linear)` and
`mean_squared_error`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from mlp_studio.core.dataset import Facts
from mlp_studio.core.errors import StudioError
from mlp_studio.core.layers import Activation, ActivationName, AnyLayer, Dense, Flatten
from mlp_studio.core.network import MAX_LAYERS, NetworkSpec
from mlp_studio.core.text import Text, text
from mlp_studio.core.training import (
    EarlyStopping,
    LossName,
    MetricName,
    ReduceLROnPlateau,
    TrainingSpec,
)

REGRESSION_LOSSES = ("mean_squared_error", "mean_absolute_error", "huber")
MAX_PARAMETERS = 500_000_000  # 2 GB of float32: beyond it a typing slip is likelier than intent


@dataclass(frozen=True)
class Repair:
    """A one-click repair: the specs to put in place."""

    label: Text
    network: NetworkSpec
    training: TrainingSpec


@dataclass(frozen=True)
class Problem:
    """Something in a design that can't work or is unlikely to.

    Parameters
    ----------
    layer : str or None
        Name of the layer where it is marked; None for the training settings.
    severity : {"error", "warning"}
        An error prevents training.
    what : Text
        What is wrong and what was found.
    remedy : Text
        How to mend it by hand.
    repair : Repair, optional
        The same with one click.
    """

    layer: str | None
    severity: Literal["error", "warning"]
    what: Text
    remedy: Text
    repair: Repair | None = None


def suited_output(facts: Facts) -> tuple[int, ActivationName, LossName, MetricName]:
    """Return units and activation of the last layer, loss and metric for a task."""
    if facts.task == "binary":
        return 1, "sigmoid", "binary_crossentropy", "accuracy"
    if facts.task == "multiclass":
        return facts.outputs, "softmax", "categorical_crossentropy", "accuracy"
    return facts.outputs, "linear", "mean_squared_error", "mae"


def problems(network: NetworkSpec, training: TrainingSpec, facts: Facts) -> tuple[Problem, ...]:
    """Return what is wrong with a design, gravest first; empty when all is well."""
    found = (
        _input_problems(network, training, facts)
        or _shape_problems(network, training, facts)
        or _output_problems(network, training, facts)
    )
    found = [
        *found,
        *_monitor_problems(network, training),
        *_class_weight_problems(network, training, facts),
    ]
    return tuple(sorted(found, key=lambda problem: problem.severity))


def require_trainable(network: NetworkSpec, training: TrainingSpec, facts: Facts) -> None:
    """Raise a `StudioError` for the first problem that prevents training."""
    for problem in problems(network, training, facts):
        if problem.severity == "error":
            raise StudioError(problem.what, problem.remedy)


def _input_problems(network: NetworkSpec, training: TrainingSpec, facts: Facts) -> list[Problem]:
    if network.input_shape == facts.input_shape:
        return []
    fitted = NetworkSpec(input_shape=facts.input_shape, layers=network.layers)
    return [
        Problem(
            None,
            "error",
            text(
                "The network expects inputs of shape {expected}; the data gives {given}.",
                expected=shape_text(network.input_shape),
                given=shape_text(facts.input_shape),
            ),
            text("Change the input layer to the shape of the data."),
            Repair(text("Fit the input to the data"), fitted, training),
        )
    ]


def _shape_problems(network: NetworkSpec, training: TrainingSpec, facts: Facts) -> list[Problem]:
    units, activation, _, _ = suited_output(facts)
    add_output = None
    if len(network.layers) < MAX_LAYERS:
        output = Dense(name="output", units=units, activation=activation)
        completed = network.inserted(len(network.layers), output)
        add_output = Repair(text("Add the output layer"), completed, training)
    if not network.layers:
        return [
            Problem(
                None,
                "error",
                text("The network has no layers."),
                text("Add at least the output layer: Dense with {units} units.", units=units),
                add_output,
            )
        ]
    if network.parameters > MAX_PARAMETERS:
        widest = max(network.parameter_counts().items(), key=lambda item: item[1])
        return [
            Problem(
                widest[0],
                "error",
                text(
                    "The network has {count} parameters, more than {limit} million.",
                    count=f"{network.parameters:,}",
                    limit=MAX_PARAMETERS // 1_000_000,
                ),
                text("Use fewer units in “{layer}” or before it.", layer=widest[0]),
            )
        ]
    if not network.ending:
        last = network.layers[-1]
        return [
            Problem(
                last.name,
                "error",
                text("The last layer, “{layer}”, is not a Dense layer.", layer=last.name),
                text("End the network with Dense, {units} units.", units=units),
                add_output,
            )
        ]
    if len(network.output_shape) > 1:
        repair = None
        if len(network.layers) < MAX_LAYERS:
            flattened = network.inserted(0, Flatten())
            repair = Repair(text("Add Flatten"), flattened, training)
        return [
            Problem(
                network.layers[0].name,
                "error",
                text(
                    "Nothing turns the {shape} input into one row, so the output has shape "
                    "{output}.",
                    shape=shape_text(network.input_shape),
                    output=shape_text(network.output_shape),
                ),
                text("Begin with a Flatten layer."),
                repair,
            )
        ]
    if not any(spec.trainable for specs in network.weight_specs().values() for spec in specs):
        dense = [layer for layer in network if isinstance(layer, Dense)]
        thawed = network
        for layer in dense:
            thawed = thawed.replaced(layer.name, layer.model_copy(update={"trainable": True}))
        return [
            Problem(
                dense[-1].name,
                "error",
                text("Every layer is frozen: there is nothing to train."),
                text("Let at least one layer learn."),
                Repair(text("Let all layers learn"), thawed, training),
            )
        ]
    return []


def _ending_with(network: NetworkSpec, units: int, activation: ActivationName) -> NetworkSpec:
    """Return the network with these units and activation at its end, in as many layers."""
    dense, *behind = network.ending
    first: AnyLayer = dense.model_copy(update={"units": units, "activation": activation})
    single = next((layer for layer in behind if isinstance(layer, Activation)), None)
    if single is not None:
        first = dense.model_copy(update={"units": units, "activation": "linear"})
    fitted = network.replaced(dense.name, first)
    for layer in behind:
        if layer is single:
            changed = single.model_copy(update={"activation": activation})
            fitted = fitted.replaced(layer.name, changed)
        else:
            fitted = fitted.removed(layer.name)
    return fitted


def _output_problems(network: NetworkSpec, training: TrainingSpec, facts: Facts) -> list[Problem]:
    dense, last = network.ending[0], network.ending[-1]
    given_units, given = network.output_shape[-1], network.output_activation
    two_way = facts.task == "binary" and given_units == 2  # softmax over two classes is as good
    units, activation, loss, metric = suited_output(facts)
    if two_way:
        units, activation, loss = 2, "softmax", "categorical_crossentropy"
    fitted = _ending_with(network, units, activation)
    metric_suits = _metric_suits(training, facts)
    if metric_suits:
        metric = training.metric
    if facts.task == "regression" and training.loss in REGRESSION_LOSSES:
        loss = training.loss
    fitted_training = _measuring(training, loss, metric)
    repair = Repair(
        text(
            "Use {units} × {activation} with {loss}", units=units, activation=activation, loss=loss
        ),
        fitted,
        fitted_training,
    )
    found: list[Problem] = []
    if given_units != units:
        words = _units_words(facts, given_units, units)
        found.append(Problem(dense.name, "error", *words, repair))
    if facts.task == "regression":
        if training.loss not in REGRESSION_LOSSES:
            found.append(
                Problem(
                    None,
                    "warning",
                    text(
                        "{loss} is a loss for classes; this data has real values.",
                        loss=training.loss,
                    ),
                    text("Use mean_squared_error."),
                    repair,
                )
            )
    elif training.loss != loss:
        hopeless = training.loss == "categorical_crossentropy" and units == 1
        found.append(
            Problem(
                None,
                "error" if hopeless else "warning",
                text(
                    "The loss {given} does not suit {units} × {activation}.",
                    given=training.loss,
                    units=units,
                    activation=activation,
                ),
                text("Use {loss}.", loss=loss),
                repair,
            )
        )
    if given != activation:
        found.append(
            Problem(
                last.name,
                "warning",
                text(
                    "The last layer ends in {given}; this task calls for {activation}.",
                    given=given,
                    activation=activation,
                ),
                text(
                    "Set the activation of “{layer}” to {activation}.",
                    layer=last.name,
                    activation=activation,
                ),
                repair,
            )
        )
    if not metric_suits:
        found.append(
            Problem(
                None,
                "warning",
                text("The metric {metric} says little about this task.", metric=training.metric),
                text("Use {metric}.", metric=metric),
                Repair(
                    text("Use {metric}", metric=metric),
                    network,
                    _measuring(training, training.loss, metric),
                ),
            )
        )
    return found


def _metric_suits(training: TrainingSpec, facts: Facts) -> bool:
    if training.metric == "top_k_accuracy":  # of k classes or fewer it is 1, whatever is learnt
        return facts.task == "multiclass" and facts.outputs > training.top_k
    return (training.metric == "accuracy") == (facts.task != "regression")


def _monitor_problems(network: NetworkSpec, training: TrainingSpec) -> list[Problem]:
    unmeasured = sorted({spec.monitor for spec in _watchers(training)} - _logs(training.metric))
    if not unmeasured:
        return []
    return [
        Problem(
            None,
            "warning",
            text(
                "A callback watches {monitor}, which is not measured with the metric {metric}: "
                "it would never act.",
                monitor=unmeasured[0],
                metric=training.metric,
            ),
            text("Let it watch val_loss."),
            Repair(
                text("Watch val_loss"),
                network,
                _measuring(training, training.loss, training.metric),
            ),
        )
    ]


def _class_weight_problems(
    network: NetworkSpec, training: TrainingSpec, facts: Facts
) -> list[Problem]:
    chosen = training.class_weight
    if not isinstance(chosen, tuple) or facts.task == "regression" or len(chosen) == facts.outputs:
        return []
    balanced = training.model_copy(update={"class_weight": "balanced"})
    return [
        Problem(
            None,
            "error",
            text(
                "There are {given} class weights; the data has {outputs} classes.",
                given=len(chosen),
                outputs=facts.outputs,
            ),
            text("Give each class one weight, or choose balanced class weights."),
            Repair(text("Use balanced class weights"), network, balanced),
        )
    ]


def _watchers(training: TrainingSpec) -> list[EarlyStopping | ReduceLROnPlateau]:
    return [spec for spec in (training.early_stopping, training.reduce_lr) if spec is not None]


def _logs(metric: MetricName) -> set[str]:
    return {"loss", "val_loss", metric, f"val_{metric}"}


def _measuring(training: TrainingSpec, loss: LossName, metric: MetricName) -> TrainingSpec:
    """Return the training with another loss and metric, its callbacks watching what there is."""
    update: dict[str, object] = {"loss": loss, "metric": metric}
    for name in ("early_stopping", "reduce_lr"):
        spec = getattr(training, name)
        if spec is not None and spec.monitor not in _logs(metric):
            update[name] = spec.model_copy(update={"monitor": "val_loss"})
    return training.model_copy(update=update)


def _units_words(facts: Facts, given: int, wanted: int) -> tuple[Text, Text]:
    remedy = text("Set the units of the last layer to {wanted}.", wanted=wanted)
    if facts.task == "regression":
        what = text(
            "The last layer has {given} units; the data has {outputs} values to predict.",
            given=given,
            outputs=facts.outputs,
        )
    else:
        what = text(
            "The last layer has {given} units; the data has {outputs} classes.",
            given=given,
            outputs=facts.outputs,
        )
    return what, remedy


def shape_text(shape: tuple[int, ...]) -> str:
    """Return a shape as people write it, such as ``28 × 28``."""
    return " × ".join(str(side) for side in shape)
