"""What is worth a thought in a design that works: softer than `mlp_studio.core.check`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mlp_studio.core.check import Repair
from mlp_studio.core.dataset import Facts
from mlp_studio.core.layers import (
    AnyLayer,
    Dense,
    Dropout,
    Flatten,
    GaussianNoise,
)
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.text import Text, text
from mlp_studio.core.training import TrainingSpec

FEW_UNITS = 8  # before several classes
MANY = 20  # parameters for each value to learn
DEEP = 5  # layers of a squashing activation one behind the other
_SQUASHING = {"sigmoid", "tanh", "hard_sigmoid", "softsign"}


@dataclass(frozen=True)
class Hint:
    """Something to think about.

    Parameters
    ----------
    key : str
        The same for the same hint about the same layer, so that it stays dismissed.
    layer : str or None
        The layer it is about.
    what : Text
        What was found, and why it matters.
    repair : Repair, optional
        What may be better, with one click.
    """

    key: str
    layer: str | None
    what: Text
    repair: Repair | None = None


def hints(
    network: NetworkSpec, training: TrainingSpec, facts: Facts, examples: int | None = None
) -> tuple[Hint, ...]:
    """Return the hints for a design.

    Parameters
    ----------
    network, training, facts
        As for `mlp_studio.core.check.problems`.
    examples : int, optional
        To train on, where that is known.
    """
    found = (
        *_linear_stacks(network, training),
        *_late_noise(network, training, facts),
        *_narrow(network, facts),
        *_deep_squashing(network, training),
        *_too_many(network, facts, examples),
        *_large_batch(network, training, examples),
    )
    return tuple(found)


def _linear_stacks(network: NetworkSpec, training: TrainingSpec) -> Iterator[Hint]:
    """Two linear layers one behind the other can do no more than one."""
    before: Dense | None = None
    for layer in network.layers:
        if isinstance(layer, Dense):
            if before is not None and before.units > 2:
                bent = before.model_copy(update={"activation": "relu"})
                repaired = network.replaced(before.name, bent)
                yield Hint(
                    f"linear {before.name}",
                    before.name,
                    text(
                        "“{before}” is linear, and so is the way to “{layer}”: together they can "
                        "do no more than one layer.",
                        before=before.name,
                        layer=layer.name,
                    ),
                    Repair(
                        text("Set the activation of {layer} to relu", layer=before.name),
                        repaired,
                        training,
                    ),
                )
            before = layer if layer.activation == "linear" else None
        elif not isinstance(layer, Dropout | GaussianNoise | Flatten):
            before = None


def _late_noise(network: NetworkSpec, training: TrainingSpec, facts: Facts) -> Iterator[Hint]:
    """Dropout right before the values of a regression makes them jitter in training."""
    ending = network.ending
    position = len(network.layers) - len(ending) - 1
    if facts.task != "regression" or not ending or position < 0:
        return
    layer = network.layers[position]
    if isinstance(layer, Dropout) and layer.rate > 0:
        yield Hint(
            f"late {layer.name}",
            layer.name,
            text(
                "“{layer}” right before the last layer of a regression: units that go missing "
                "shift the predicted values.",
                layer=layer.name,
            ),
            Repair(text("Remove {layer}", layer=layer.name), network.removed(layer.name), training),
        )


def _narrow(network: NetworkSpec, facts: Facts) -> Iterator[Hint]:
    dense = [layer for layer in network.layers if isinstance(layer, Dense)]
    if facts.task != "multiclass" or len(dense) < 2:
        return
    widest = max(dense[:-1], key=lambda layer: layer.units)
    if widest.units <= FEW_UNITS and facts.outputs > 2:
        yield Hint(
            f"narrow {widest.name}",
            widest.name,
            text(
                "At most {units} units tell {classes} classes apart: the network may underfit.",
                units=widest.units,
                classes=facts.outputs,
            ),
        )


def _deep_squashing(network: NetworkSpec, training: TrainingSpec) -> Iterator[Hint]:
    squashed: list[Dense] = [
        layer
        for layer in network.layers[:-1]
        if isinstance(layer, Dense) and layer.activation in _SQUASHING
    ]
    if len(squashed) < DEEP:
        return
    repaired = network
    for layer in squashed:
        repaired = repaired.replaced(layer.name, layer.model_copy(update={"activation": "relu"}))
    yield Hint(
        "squashing",
        squashed[0].name,
        text(
            "{count} layers squash their values with {activation} or the like: gradients fade "
            "on the way back through them.",
            count=len(squashed),
            activation=squashed[0].activation,
        ),
        Repair(text("Use relu in the hidden layers"), repaired, training),
    )


def _too_many(network: NetworkSpec, facts: Facts, examples: int | None) -> Iterator[Hint]:
    if not examples or _regularized(network.layers):
        return
    values = examples * (facts.outputs if facts.task == "regression" else 1)
    if network.parameters > MANY * values:
        yield Hint(
            "many",
            None,
            text(
                "{parameters} parameters for {examples} examples: the network may learn them by "
                "heart. Dropout, an L2 penalty or early stopping help.",
                parameters=f"{network.parameters:,}",
                examples=f"{examples:,}",
            ),
        )


def _regularized(layers: tuple[AnyLayer, ...]) -> bool:
    return any(
        isinstance(layer, Dropout | GaussianNoise)
        or (isinstance(layer, Dense) and bool(layer.kernel_regularizer))
        for layer in layers
    )


def _large_batch(
    network: NetworkSpec, training: TrainingSpec, examples: int | None
) -> Iterator[Hint]:
    if examples and training.batch_size > examples:
        smaller = training.model_copy(update={"batch_size": max(1, min(32, examples))})
        yield Hint(
            "batch",
            None,
            text(
                "A batch of {batch} takes all {examples} examples: the weights change once an "
                "epoch.",
                batch=training.batch_size,
                examples=examples,
            ),
            Repair(text("Set the batch size to {size}", size=smaller.batch_size), network, smaller),
        )
