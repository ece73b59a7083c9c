"""What each drawn unit of a plane problem's network answers all over the plane: as numbers.

Nothing here knows of Qt: it runs off the GUI thread.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from mlp_studio.analysis.regions import Bounds, Image, plane_grid, value_image
from mlp_studio.core.arrays import AnyArray, FloatArray, Weights
from mlp_studio.core.forward import BATCH, apply_layer
from mlp_studio.core.layers import Activation, Dense
from mlp_studio.core.network import NetworkSpec
from mlp_studio.ui.builder.geometry import INPUT
from mlp_studio.ui.builder.raster import Colour

SIDE, FINE_SIDE = 24, 80  # pixels on a side of a neuron's picture, and of the large one
COARSEST = 8
WORK, FINE_WORK = 0.2e9, 0.8e9  # multiplications the pictures may take
LEVELS = 129  # colours from the lowest to the highest value


@dataclass(frozen=True, eq=False)
class MapQuestion:
    """What to compute; see `answer`.

    Parameters
    ----------
    network : NetworkSpec
        Takes two inputs.
    weights : Weights
        Its weights.
    bounds : Bounds
        The part of the plane.
    side : int
        Pixels on a side.
    units : mapping of str to tuple of int
        Which units of which layers; the inputs under `INPUT`.
    colours : Image of shape (levels, 3)
        From the most negative value over none to the most positive.
    """

    network: NetworkSpec
    weights: Weights
    bounds: Bounds
    side: int
    units: Mapping[str, tuple[int, ...]]
    colours: Image


@dataclass(frozen=True, eq=False)
class MapAnswer:
    """The pictures.

    Parameters
    ----------
    question : MapQuestion
        What was asked.
    images : mapping of str to Image of shape (units, side, side, 3)
        Red, green, blue, the top row first.
    ranges : mapping of str to FloatArray of shape (units, 3)
        The lowest and the highest value of each unit, and the one without colour.
    """

    question: MapQuestion
    images: Mapping[str, Image]
    ranges: Mapping[str, FloatArray]


def side_for(parameters: int, *, fine: bool = False) -> int:
    """Return how many pixels on a side the network's size allows."""
    work, most = (FINE_WORK, FINE_SIDE) if fine else (WORK, SIDE)
    return max(COARSEST, min(most, int(math.sqrt(work / max(1, parameters)))))


def diverging(negative: Colour, ground: Colour, positive: Colour) -> Image:
    """Return `LEVELS` colours from one over the ground to the other, shape (levels, 3)."""
    places = np.linspace(-1, 1, LEVELS)[:, None]
    ends = np.where(places < 0, np.asarray(negative), np.asarray(positive))
    strength = np.abs(places) ** 0.8  # small values are not lost in the ground
    return np.asarray(np.rint(np.asarray(ground) * (1 - strength) + ends * strength), np.uint8)


def answer(question: MapQuestion) -> MapAnswer:
    """Compute the pictures."""
    images, ranges = {}, {}
    side, colours = question.side, question.colours
    ground: Colour = tuple(colours[LEVELS // 2].tolist())
    # A diverged network overflows: its pixels stay the colour of the ground.
    with np.errstate(over="ignore", invalid="ignore"):
        found = unit_values(
            question.network,
            question.weights,
            plane_grid(question.bounds, side),
            question.units,
        )
    for name, values in found.items():
        centre = _centre(question.network, name)
        pictures, limits = [], []
        for column in values.T:
            finite = column[np.isfinite(column)]
            low = float(finite.min(initial=math.inf)) if finite.size else math.nan
            high = float(finite.max(initial=-math.inf)) if finite.size else math.nan
            span = max(abs(low - centre), abs(high - centre)) if finite.size else 0.0
            span = span or 1.0
            pictures.append(value_image(column, colours, ground, centre - span, centre + span))
            limits.append((low, high, centre))
        images[name] = np.stack(pictures).reshape(-1, side, side, 3)
        ranges[name] = np.asarray(limits, np.float32)
    return MapAnswer(question, images, ranges)


def unit_values(
    network: NetworkSpec, weights: Weights, x: FloatArray, units: Mapping[str, tuple[int, ...]]
) -> dict[str, AnyArray]:
    """Return what some units answer to inputs.

    Parameters
    ----------
    network : NetworkSpec
        The network; layers behind the last one asked for are left alone.
    weights : Weights
        Its weights.
    x : FloatArray of shape (n, 2)
        Scaled inputs.
    units : mapping of str to tuple of int
        Which units of which layers; the inputs under `INPUT`.

    Returns
    -------
    dict of str to ndarray of shape (n, units)
    """
    parts: dict[str, list[AnyArray]] = {name: [] for name in units}
    wanted = set(units) - {INPUT}
    for start in range(0, len(x), BATCH):
        value: AnyArray = np.asarray(x[start : start + BATCH], np.float32)
        left = set(wanted)
        if INPUT in units:
            parts[INPUT].append(value[:, list(units[INPUT])])
        for layer in network.layers:
            if not left:
                break
            value = apply_layer(layer, weights[layer.name], value)
            if layer.name in left:
                left.discard(layer.name)
                parts[layer.name].append(value[:, list(units[layer.name])])
    return {name: np.concatenate(found) for name, found in parts.items()}


def _centre(network: NetworkSpec, name: str) -> float:
    """Return the value without colour: 0, but ½ where a sigmoid decides between two answers."""
    if name == INPUT:
        return 0.0
    layer = network.layer(name)
    squashed = isinstance(layer, Dense | Activation) and layer.activation == "sigmoid"
    return 0.5 if squashed else 0.0
