"""Whether the end of the network, the loss and the metric suit the task.

The rules are the notebooks' guide; see `mlp_studio.core.check`.
"""

from __future__ import annotations

from mlp_studio.core.dataset import Facts
from mlp_studio.core.layers import Activation, ActivationName, AnyLayer
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.problem import Problem, Repair
from mlp_studio.core.text import Text, text
from mlp_studio.core.training import (
    EarlyStopping,
    LossName,
    MetricName,
    ReduceLROnPlateau,
    TrainingSpec,
)

REGRESSION_LOSSES = ("mean_squared_error", "mean_absolute_error", "huber")


def suited_output(facts: Facts) -> tuple[int, ActivationName, LossName, MetricName]:
    """Return units and activation of the last layer, loss and metric for a task."""
    if facts.task == "binary":
        return 1, "sigmoid", "binary_crossentropy", "accuracy"
    if facts.task == "multiclass":
        return facts.outputs, "softmax", "categorical_crossentropy", "accuracy"
    return facts.outputs, "linear", "mean_squared_error", "mae"


def output_problems(network: NetworkSpec, training: TrainingSpec, facts: Facts) -> list[Problem]:
    """Return what does not suit the task; the network must end in a Dense layer."""
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
    fitted_training = measuring(training, loss, metric)
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
                    "loss",
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
                "loss",
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
                    measuring(training, training.loss, metric),
                ),
                "metric",
            )
        )
    return found


def _metric_suits(training: TrainingSpec, facts: Facts) -> bool:
    if training.metric == "top_k_accuracy":  # of k classes or fewer it is 1, whatever is learnt
        return facts.task == "multiclass" and facts.outputs > training.top_k
    return (training.metric == "accuracy") == (facts.task != "regression")


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


def watchers(training: TrainingSpec) -> list[EarlyStopping | ReduceLROnPlateau]:
    """Return the callbacks that watch a measure."""
    return [spec for spec in (training.early_stopping, training.reduce_lr) if spec is not None]


def logs(metric: MetricName) -> set[str]:
    """Return what is measured with a metric."""
    return {"loss", "val_loss", metric, f"val_{metric}"}


def measuring(training: TrainingSpec, loss: LossName, metric: MetricName) -> TrainingSpec:
    """Return the training with another loss and metric, its callbacks watching what there is."""
    update: dict[str, object] = {"loss": loss, "metric": metric}
    for name in ("early_stopping", "reduce_lr"):
        spec = getattr(training, name)
        if spec is not None and spec.monitor not in logs(metric):
            update[name] = spec.model_copy(update={"monitor": "val_loss"})
    return training.model_copy(update=update)
