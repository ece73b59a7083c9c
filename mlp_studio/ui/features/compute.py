"""Pictures of the feature space, computed off the GUI thread; no widget."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from mlp_studio.analysis.alignment import turned
from mlp_studio.analysis.discriminant import discriminate
from mlp_studio.analysis.inner import inner
from mlp_studio.analysis.metrics import class_probabilities
from mlp_studio.analysis.probe import probe_indices
from mlp_studio.analysis.projection import Basis, Projection, along, project, units
from mlp_studio.analysis.units import census, row_order
from mlp_studio.core.arrays import AnyArray, FloatArray
from mlp_studio.core.dataset import Dataset, Part
from mlp_studio.core.forward import forward
from mlp_studio.core.initializers import current_weights
from mlp_studio.core.layers import Activation, Dense, Dropout, Flatten, GaussianNoise
from mlp_studio.core.network import NetworkSpec
from mlp_studio.ui.features.frame import (
    MOST_POINTS,
    SPACE,
    TURNING,
    Frame,
    Heat,
    PartName,
    Place,
    Probe,
    Question,
    Shot,
)
from mlp_studio.ui.features.inside import Inside, inside_layer

SEVERAL = 4  # layers beside each other
STRIP = 0.5  # height over which the points of a single unit are spread


def examples_of(dataset: Dataset, part: PartName) -> Part:
    """Return a part of a data set; the validation part where it has no test part."""
    if part == "test" and dataset.test is not None:
        return dataset.test
    return dataset.train if part == "train" else dataset.validation


def make_probe(
    dataset: Dataset,
    part: PartName,
    count: int = MOST_POINTS,
    chosen: NDArray[np.int64] | None = None,
    wanted: NDArray[np.int64] | None = None,
) -> Probe:
    """Choose the examples of a part, unless they are given, and project their inputs.

    Those that are `wanted` are among them, as far as there is room for as many of others.
    """
    examples = examples_of(dataset, part)
    if chosen is None:
        chosen = probe_indices(examples.y, count)
        if wanted is not None and len(wanted) and len(chosen) < len(examples):
            chosen = _with(chosen, wanted)
    x = examples.x[chosen]
    return Probe(part, chosen, x, examples.y[chosen], len(examples), project(x))


def _with(chosen: NDArray[np.int64], wanted: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return as many examples, some of them exchanged for wanted ones; ascending."""
    missing = np.setdiff1d(wanted, chosen)[: len(chosen) // 2]
    others = np.setdiff1d(chosen, wanted)
    gone = others[np.linspace(0, len(others) - 1, len(missing)).round().astype(np.int64)]
    return np.union1d(np.setdiff1d(chosen, gone), missing)


def beside(network: NetworkSpec, layer: str) -> tuple[str, ...]:
    """Return up to four layers that tell a network's story, in their order, `layer` among them.

    Those with weights, spread evenly from the first to the last.
    """
    names = [one.name for one in network.layers if isinstance(one, Dense) or one.name == layer]
    places = np.linspace(0, len(names) - 1, min(SEVERAL, len(names)))
    chosen = sorted({round(place) for place in places})
    own = names.index(layer)
    if own not in chosen:  # takes the place of the one between that is nearest to it
        chosen.remove(min(chosen[1:-1], key=lambda place: abs(place - own)))
    return tuple(names[place] for place in sorted({*chosen, own}))


def answer(question: Question) -> Frame:
    """Compute a frame; where several layers are shown, those of the others with it."""
    if question.view.name != "several":
        return _answer(question)
    before = question.before
    frame = _answer(question)
    known = {place.layer: place for place in before.others} if before is not None else {}
    others = tuple(
        _answer(replace(question, layer=name, probe=frame.probe, before=known.get(name)))
        for name in beside(question.network, question.layer)
    )
    return replace(frame, others=others)


def _answer(question: Question) -> Frame:
    network, view = question.network, question.view
    probe = _probe(question)
    # A diverged network overflows; the projection says so.
    with np.errstate(over="ignore", invalid="ignore"):
        layer, outputs = _activations(question, probe)
    layer = layer.reshape(len(probe.x), -1)
    outputs = outputs.reshape(len(probe.x), -1)
    projection = _projection(question, probe, layer)
    points = projection.points
    if view.name in SPACE:
        pass  # flat or a line, where the layer is no wider
    elif not projection.basis.axes[:, 1].any():
        points = np.stack([points[:, 0], _spread(len(points))], axis=1)
    calibrated = network.output_activation in {"softmax", "sigmoid"}
    if question.dataset.facts.task != "regression":
        outputs = class_probabilities(outputs)
    heat = None
    if view.name == "heat":
        before = _place(question, probe)
        kept = before.order if before is not None else None
        order = kept if kept is not None else row_order(layer, probe.y)
        heat = Heat(layer, order, census(layer, _activation(question)))
    inside = _inside(question, layer)
    width = layer.shape[1]
    return Frame(
        question, probe, projection, points, width, outputs, calibrated, heat, inside=inside
    )


def _inside(question: Question, layer: AnyArray) -> Inside | None:
    """Return what the rest of the network says in the plane that is shown, if it is one."""
    view, shading = question.view, question.shading
    if shading is None or layer.shape[1] != 2:
        return None
    pair = (view.across, view.up) if view.name == "units" else (0, 1)
    if view.name not in {"auto", "several", "units"} or pair not in {(0, 1), (1, 0)}:
        return None
    shot = question.shot
    weights = (
        shot.frame.whole_weights()
        if shot is not None
        else current_weights(question.network, question.snapshot, question.seed)
    )
    if weights is None:
        return None
    return inside_layer(
        question.network,
        weights,
        question.layer,
        layer[:, list(pair)],
        question.dataset.facts.task,
        shading,
        before_activation=view.before_activation,
        turned=pair == (1, 0),
        filmed=shot is not None,
    )


def features_of(question: Question) -> FloatArray:
    """Compute the features alone, one row an example."""
    probe = _probe(question)
    with np.errstate(over="ignore", invalid="ignore"):
        layer, _ = _activations(question, probe)
    return np.asarray(layer.reshape(len(probe.x), -1), np.float32)


def _probe(question: Question) -> Probe:
    """Return the examples: those asked for, or the film's where it knows no others."""
    shot, probe = question.shot, question.probe
    if probe is None:
        wanted = question.wanted
        probe = make_probe(question.dataset, question.part, question.count, wanted=wanted)
    if shot is None or shot.frame.weights is not None or _filmed(probe, shot):
        return probe
    before = question.before
    if before is not None and _filmed(before.probe, shot):
        return before.probe
    return make_probe(question.dataset, "validation", chosen=shot.examples)


def _filmed(probe: Probe, shot: Shot) -> bool:
    return probe.part == "validation" and np.array_equal(probe.indices, shot.examples)


def _activations(question: Question, probe: Probe) -> tuple[AnyArray, AnyArray]:
    """Return what the layer gave and what the network said."""
    network, name, shot = question.network, question.layer, question.shot
    last, early = network.layers[-1].name, question.view.before_activation
    if shot is not None and _filmed(probe, shot):
        layer = shot.film.values(shot.frame, name, before_activation=early)
        return layer, shot.film.values(shot.frame, last)
    kept = shot.frame.whole_weights() if shot is not None else None
    weights = kept or current_weights(network, question.snapshot, question.seed)
    found = forward(network, weights, probe.x)
    layer = inner(network, weights, probe.x, found, name, before_activation=early)
    return layer, found[last]


def _activation(question: Question) -> str:
    """Return what the layer's values went through: ``"linear"`` where nothing is known."""
    layers = question.network.layers
    position = question.network.index(question.layer)
    while position > 0 and isinstance(layers[position], Dropout | GaussianNoise | Flatten):
        position -= 1  # these give what they are given, outside training
    spec = layers[position]
    if question.view.before_activation or not isinstance(spec, Dense | Activation):
        return "linear"
    return spec.activation


def _place(question: Question, probe: Probe) -> Place | None:
    """Return the place of the picture before where it is of the same, seen in the same way."""
    before = question.before
    if before is None or before.probe is not probe:
        return None
    same = before.layer == question.layer and before.view == question.view
    return before if same else None


def _projection(question: Question, probe: Probe, layer: AnyArray) -> Projection:
    view, fixed = question.view, question.fixed
    before = _place(question, probe)
    if view.name == "units" and layer.shape[1] > 1:
        return units(layer, view.across, view.up)
    if view.name == "units3":
        return units(layer, view.across, view.up, view.deep)
    dimensions = 3 if view.name in SPACE else 2
    if layer.shape[1] < 2 or (view.name in {"auto", "several"} and layer.shape[1] == 2):
        return project(layer, dimensions=dimensions)
    if view.name in TURNING and fixed is not None and _fits(fixed, layer, dimensions):
        return along(layer, fixed)
    if view.name == "lda":
        found = discriminate(layer, probe.y)
    else:
        basis = before.projection.basis if before is not None else None
        found = project(layer, basis, as_they_are=False, dimensions=dimensions)
    return turned(found, before.projection.points if before is not None else None)


def _fits(basis: Basis, layer: AnyArray, dimensions: int) -> bool:
    return basis.axes.shape == (layer.shape[1], dimensions)


def _spread(n: int) -> FloatArray:
    """Return a height for each point of a strip: the same in every frame."""
    heights = np.random.default_rng(0).random(n, dtype=np.float32)
    return np.asarray((heights - np.float32(0.5)) * np.float32(STRIP))
