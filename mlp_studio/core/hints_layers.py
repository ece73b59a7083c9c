"""Advice on the layers."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, pairwise

from mlp_studio.core.check_output import REGRESSION_LOSSES
from mlp_studio.core.hint import Hint, Situation, bends
from mlp_studio.core.layers import (
    ActivationName,
    AnyLayer,
    BatchNormalization,
    Dense,
    Dropout,
    GaussianNoise,
    LayerNormalization,
)
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.problem import Repair
from mlp_studio.core.text import text

STEEPEST = {"sigmoid": 0.25, "hard_sigmoid": 1 / 6}  # the largest slope of each
FADED = 0.02  # of a gradient: three sigmoids leave 0.0156
SATURATING: tuple[ActivationName, ...] = ("tanh", "softsign", "hard_tanh")
DEEP = 6  # layers of these in a row
HIGH_RATE = 0.7  # of Dropout
MOST = 4  # hints of one kind: the others come when these are seen to


def layer_hints(now: Situation) -> Iterator[Hint]:
    """Yield the advice on the layers, in the order of what they cost."""
    for rule in (
        _linear_stacks,
        _few_units,
        _vanishing,
        _hidden_softmax,
        _regression_dropout,
        _dropout_before_batch_norm,
        _high_rates,
    ):
        yield from islice(rule(now), MOST)


def _linear_stacks(now: Situation) -> Iterator[Hint]:
    inputs = dict(zip((layer.name for layer in now.network), _widths(now), strict=True))
    for first, second in pairwise(now.dense):
        between = now.between(first, second)
        if first.activation != "linear" or any(bends(layer) for layer in between):
            continue
        if first.units < min(inputs[first.name], second.units):
            continue  # a bottleneck: fewer numbers than either side, which one layer can't do
        repair = now.replacing(first.name, activation="relu")
        yield Hint(
            "linear_stack",
            first.name,
            text(
                "“{first}” is linear: together with “{second}” it computes no more than "
                "“{second}” alone.",
                first=first.name,
                second=second.name,
            ),
            text(
                "Weighted sums of weighted sums are weighted sums. An activation between them "
                "makes the second layer worth having."
            ),
            Repair(text("Give “{layer}” relu", layer=first.name), repair, now.training),
        )


def _widths(now: Situation) -> list[int]:
    """Return how many numbers each layer gets in its last axis."""
    shapes = (now.network.input_shape, *now.network.shapes()[:-1])
    return [shape[-1] for shape in shapes[: len(now.network.layers)]]


def _few_units(now: Situation) -> Iterator[Hint]:
    classes = now.facts.outputs
    if now.facts.task != "multiclass":
        return
    enough = 1 << (3 * classes - 1).bit_length()  # a power of two, three or more for a class
    for layer in now.hidden:
        shown = layer.activation == "linear" and layer.units <= 3  # made to be looked at
        if layer.units < classes and not shown:
            yield Hint(
                "few_units",
                layer.name,
                text(
                    "“{layer}” squeezes everything through {units} units before {classes} classes.",
                    layer=layer.name,
                    units=layer.units,
                    classes=classes,
                ),
                text(
                    "What does not fit through is lost for all layers behind: the network may "
                    "underfit."
                ),
                Repair(
                    text("Use {units} units", units=enough),
                    now.replacing(layer.name, units=enough),
                    now.training,
                ),
            )


def _vanishing(now: Situation) -> Iterator[Hint]:
    """Find runs of saturating hidden layers without normalisation between them."""
    run: list[Dense] = []
    for layer in now.hidden:
        gap = now.between(run[-1], layer) if run else ()
        normal = any(isinstance(item, BatchNormalization | LayerNormalization) for item in gap)
        if run and (normal or layer.activation != run[-1].activation):
            yield from _faded(now, run)
            run = []
        if layer.activation in STEEPEST or layer.activation in SATURATING:
            run.append(layer)
    yield from _faded(now, run)


def _faded(now: Situation, run: list[Dense]) -> Iterator[Hint]:
    if not run:
        return
    name = run[0].activation
    slope = STEEPEST.get(name, 1.0)
    if not (slope ** len(run) < FADED or (name in SATURATING and len(run) >= DEEP)):
        return
    names = {layer.name for layer in run}
    layers = tuple(
        layer.model_copy(update={"activation": "relu"}) if layer.name in names else layer
        for layer in now.network
    )
    network = NetworkSpec(input_shape=now.network.input_shape, layers=layers)
    if name in STEEPEST:
        why = text(
            "The slope of {activation} is {slope} at most: through {count} layers, no more than "
            "{share} of a gradient arrives at the first, which hardly learns.",
            activation=name,
            slope=f"{slope:.2g}",
            count=len(run),
            share=f"{slope ** len(run):.1g}",
        )
    else:
        why = text(
            "Far from 0, {activation} is flat: each layer that saturates lets less of the "
            "gradient through, and the first ones learn slowly.",
            activation=name,
        )
    yield Hint(
        "vanishing",
        run[0].name,
        text("{count} layers of {activation} in a row.", count=len(run), activation=name),
        why,
        Repair(text("Use relu in all of them"), network, now.training),
    )


def _hidden_softmax(now: Situation) -> Iterator[Hint]:
    for layer in now.hidden:
        if layer.activation in {"softmax", "log_softmax"}:
            yield Hint(
                "hidden_softmax",
                layer.name,
                text("“{layer}” is a hidden layer with softmax.", layer=layer.name),
                text(
                    "Its units share a sum of 1, so that one can only say more where the others "
                    "say less. That is meant for probabilities at the end."
                ),
                Repair(
                    text("Give “{layer}” relu", layer=layer.name),
                    now.replacing(layer.name, activation="relu"),
                    now.training,
                ),
            )


def _regression_dropout(now: Situation) -> Iterator[Hint]:
    if now.facts.task != "regression" or now.training.loss not in REGRESSION_LOSSES:
        return
    if not now.dense:
        return
    last = now.network.index(now.dense[-1].name)
    before = now.network.layers[last - 1] if last else None
    if isinstance(before, Dropout) and before.rate > 0:
        yield Hint(
            "regression_dropout",
            before.name,
            text("“{layer}” drops units right before the values.", layer=before.name),
            text(
                "A class can be told with units missing; a value is a sum of all of them, and "
                "shifts by whichever is gone. The validation loss then lies below the training "
                "loss, and both stay high."
            ),
            Repair(
                text("Remove “{layer}”", layer=before.name),
                now.network.removed(before.name),
                now.training,
            ),
        )


def _dropout_before_batch_norm(now: Situation) -> Iterator[Hint]:
    """Find what Li and others (2018, arXiv 1801.05134) call the variance shift."""
    layers = now.network.layers
    for number, (first, second) in enumerate(pairwise(layers)):
        if isinstance(second, BatchNormalization) and _disturbs(first):
            behind = number + 1
            while behind < len(layers) and isinstance(layers[behind], BatchNormalization):
                behind += 1
            yield Hint(
                "variance_shift",
                first.name,
                text(
                    "“{first}” comes right before “{second}”.",
                    first=first.name,
                    second=second.name,
                ),
                text(
                    "Normalisation learns the spread of what is disturbed while training, and "
                    "meets another one when the network is used."
                ),
                Repair(
                    text("Put “{first}” behind “{second}”", first=first.name, second=second.name),
                    now.network.moved(first.name, behind - 1),
                    now.training,
                ),
            )


def _disturbs(layer: AnyLayer) -> bool:
    """Tell whether a layer changes its inputs at random while training."""
    if isinstance(layer, Dropout):
        return layer.rate > 0
    return isinstance(layer, GaussianNoise) and layer.stddev > 0


def _high_rates(now: Situation) -> Iterator[Hint]:
    for layer in now.network:
        if isinstance(layer, Dropout) and layer.rate > HIGH_RATE:
            yield Hint(
                "high_rate",
                layer.name,
                text(
                    "“{layer}” silences {share} % of its units in every step.",
                    layer=layer.name,
                    share=f"{100 * layer.rate:.0f}",
                ),
                text("So few are left that the network may underfit. 0.2 to 0.5 is usual."),
                Repair(
                    text("Use a rate of {rate}", rate="0.5"),
                    now.replacing(layer.name, rate=0.5),
                    now.training,
                ),
            )
