"""Does this network suit this task? What is wrong, where, and the repair.

The rules are the notebooks' guide: binary → `Dense(1, sigmoid)` and
`binary_crossentropy`; several classes → `Dense(classes, softmax)` and
`categorical_crossentropy`; regression → `Dense(values, linear)` and
`mean_squared_error`.
"""

from __future__ import annotations

from mlp_studio.core.check_output import (
    REGRESSION_LOSSES,
    logs,
    measuring,
    output_problems,
    suited_output,
    watchers,
)
from mlp_studio.core.dataset import Facts
from mlp_studio.core.errors import StudioError
from mlp_studio.core.layers import Dense, Flatten
from mlp_studio.core.network import MAX_LAYERS, NetworkSpec
from mlp_studio.core.problem import Problem, Repair
from mlp_studio.core.text import text
from mlp_studio.core.training import TrainingSpec

__all__ = [
    "MAX_PARAMETERS",
    "REGRESSION_LOSSES",
    "Problem",
    "Repair",
    "problems",
    "require_trainable",
    "shape_text",
    "suited_output",
]
MAX_PARAMETERS = 500_000_000  # 2 GB of float32: beyond it a typing slip is likelier than intent
CHAINED = 4  # repairs that one click may carry out: Flatten, units, loss, class weights


def problems(network: NetworkSpec, training: TrainingSpec, facts: Facts) -> tuple[Problem, ...]:
    """Return what is wrong with a design, gravest first; empty when all is well."""
    found = (
        _input_problems(network, training, facts)
        or _shape_problems(network, training, facts)
        or output_problems(network, training, facts)
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
    label = text("Fit the input to the data")
    # Other data often has other classes too: what that breaks is mended by the same click.
    mended, settings = fitted, training
    for _ in range(CHAINED):
        worst = next(iter(problems(mended, settings, facts)), None)
        if worst is None or worst.severity != "error" or worst.repair is None:
            break
        mended, settings = worst.repair.network, worst.repair.training
        label = text("Fit the network to the data")
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
            Repair(label, mended, settings),
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


def _monitor_problems(network: NetworkSpec, training: TrainingSpec) -> list[Problem]:
    unmeasured = sorted({spec.monitor for spec in watchers(training)} - logs(training.metric))
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
                measuring(training, training.loss, training.metric),
            ),
            "monitor",
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
            "class_weight",
        )
    ]


def shape_text(shape: tuple[int, ...]) -> str:
    """Return a shape as people write it, such as ``28 × 28``."""
    return " × ".join(str(side) for side in shape)
