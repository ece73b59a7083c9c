"""What a network says all over the plane, as numbers and as a picture."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mlp_studio.analysis.contours import enlarged
from mlp_studio.analysis.metrics import class_probabilities
from mlp_studio.core.activations import ACTIVATIONS
from mlp_studio.core.arrays import AnyArray, FloatArray, Weights
from mlp_studio.core.datasets import Task
from mlp_studio.core.forward import predict
from mlp_studio.core.layers import Activation, Dense
from mlp_studio.core.network import NetworkSpec

Image = NDArray[np.uint8]

UNSURE = 0.06  # how strongly a colour shows where all classes are equally likely
SURE = 0.6  # and where one is certain


@dataclass(frozen=True)
class Bounds:
    """A rectangle of the plane."""

    left: float
    right: float
    bottom: float
    top: float


def plane_bounds(x: FloatArray, margin: float = 0.08) -> Bounds:
    """Return a square around the points `x`.

    Parameters
    ----------
    x : FloatArray of shape (n, 2)
        At least one point.
    margin : float
        Free space on each side, as a share of the points' span.
    """
    low, high = x.min(axis=0).astype(np.float64), x.max(axis=0).astype(np.float64)
    half = float((high - low).max()) / 2 * (1 + 2 * margin) or 1.0
    across, up = (float(value) for value in (low + high) / 2)
    return Bounds(across - half, across + half, up - half, up + half)


def plane_grid(bounds: Bounds, n: int) -> FloatArray:
    """Return the middles of n × n pixels, shape (n·n, 2), row by row from the top left."""
    steps = (np.arange(n) + 0.5) / n
    x = bounds.left + steps * (bounds.right - bounds.left)
    y = bounds.top - steps * (bounds.top - bounds.bottom)
    across, up = np.meshgrid(x, y)
    return np.stack([across.ravel(), up.ravel()], axis=1).astype(np.float32)


@dataclass(frozen=True, eq=False)
class Regions:
    """The network's outputs on a grid, and their picture.

    Parameters
    ----------
    outputs : ndarray of shape (n, n, outputs)
        Class probabilities or values, the top row first.
    image : ndarray of shape (n, n, 3)
        Red, green, blue.
    """

    outputs: AnyArray
    image: Image


def region_image(
    network: NetworkSpec,
    weights: Weights,
    bounds: Bounds,
    n: int,
    task: Task,
    colours: Image,
    *,
    ground: tuple[int, int, int] = (255, 255, 255),
    values: tuple[float, float] = (0.0, 1.0),
    output: int = 0,
    places: int | None = None,
) -> Regions:
    """Return what the network says on n × n pixels of the plane.

    Parameters
    ----------
    network : NetworkSpec
        Takes two inputs.
    weights : Weights
        Its weights.
    bounds : Bounds
        The part of the plane.
    n : int
        Pixels on a side.
    task : {"binary", "multiclass", "regression"}
        Classes are shaded by how sure the network is; values by the map of colours.
    colours : ndarray of shape (classes or levels, 3)
        One a class, or a map from the lowest to the highest value.
    ground : tuple of int
        The colour behind: where the network is unsure, or its output not finite.
    values : tuple of float
        The lowest and the highest value of the map of colours.
    output : int
        Which of several values is coloured.
    places : int, optional
        The network is asked at this many places to a side, fewer than pixels, and what lies
        between is drawn straight from one to the next; without it, at every pixel.
    """
    # A diverged network overflows: its pixels stay the colour of the ground.
    with np.errstate(over="ignore", invalid="ignore"):
        outputs = plane_outputs(network, weights, bounds, n, places)
        if task == "regression":
            image = value_image(outputs[:, output], colours, ground, *values)
        else:
            outputs = class_probabilities(outputs)
            image = class_image(outputs, colours, ground)
    return Regions(outputs.reshape(n, n, -1), image.reshape(n, n, 3))


def rest_of(
    network: NetworkSpec, weights: Weights, layer: str, *, before_activation: bool = False
) -> tuple[NetworkSpec, Weights]:
    """Return what comes after a layer, as a network of its own that takes the layer's values.

    Parameters
    ----------
    network : NetworkSpec
        The whole network.
    weights : Weights
        Its weights.
    layer : str
        The layer's name.
    before_activation : bool
        Whether it takes the layer's weighted sums instead: the activation is its first layer.
    """
    rest, spec = network.after(layer), network.layer(layer)
    kept = {one.name: weights[one.name] for one in rest}
    if before_activation and isinstance(spec, Dense | Activation):
        first = Activation(name=layer, activation=spec.activation)
        rest = NetworkSpec(input_shape=rest.input_shape, layers=(first, *rest.layers))
        kept[layer] = ()
    return rest, kept


def plane_outputs(
    network: NetworkSpec, weights: Weights, bounds: Bounds, n: int, places: int | None = None
) -> AnyArray:
    """Return what a network says on n × n pixels of the plane, shape (n·n, outputs).

    With fewer `places` to a side than pixels, the last layer's weighted sums are taken to be
    straight between these. Those of a network of ReLU are, but for the folds, so that borders
    of regions are nearly where they belong; the last activation is applied at every pixel.
    """
    if places is None or places >= n:
        return predict(network, weights, plane_grid(bounds, n)).reshape(n * n, -1)
    last = network.layers[-1] if network.layers else None
    straight = network.to_logits() if isinstance(last, Dense | Activation) else network
    across, up = np.meshgrid(
        np.linspace(bounds.left, bounds.right, places),
        np.linspace(bounds.top, bounds.bottom, places),
    )
    asked = np.stack([across.ravel(), up.ravel()], axis=1).astype(np.float32)
    sums = predict(straight, weights, asked).reshape(places, places, -1)
    between = enlarged(sums, n, middles=True).reshape(n * n, -1)
    if isinstance(last, Dense | Activation):
        return np.asarray(ACTIVATIONS[last.activation](between))
    return between


def class_image(probabilities: AnyArray, colours: Image, ground: tuple[int, int, int]) -> Image:
    """Return the colour of the likeliest class, paler the less sure the network is.

    Parameters
    ----------
    probabilities : ndarray of shape (pixels, classes)
        One row a pixel.
    colours : ndarray of shape (classes, 3)
        The classes' colours; they begin anew where there are more classes than colours.
    ground : tuple of int
        The colour behind.

    Returns
    -------
    ndarray of shape (pixels, 3)
    """
    finite = np.asarray(np.isfinite(probabilities).all(axis=1))
    safe = np.asarray(np.where(finite[:, None], probabilities, 0), np.float32)
    winner = safe.argmax(axis=1)
    chance = np.float32(1.0 / probabilities.shape[1])
    sure = np.clip((safe.max(axis=1) - chance) / (1 - chance), 0, 1)
    strength = np.where(finite, UNSURE + (SURE - UNSURE) * sure, 0).astype(np.float32)[:, None]
    behind = np.asarray(ground, np.float32)
    steps = (colours.astype(np.float32) - behind)[winner % len(colours)]
    return np.asarray(np.rint(behind + strength * steps), np.uint8)


def value_image(
    values: AnyArray, colours: Image, ground: tuple[int, int, int], low: float, high: float
) -> Image:
    """Return the colour of each value in a map from `low` to `high`, shape (pixels, 3)."""
    finite = np.asarray(np.isfinite(values))
    share = (np.where(finite, values, low) - low) / ((high - low) or 1.0)
    level = np.clip(np.rint(share * (len(colours) - 1)), 0, len(colours) - 1).astype(np.int64)
    image = np.where(finite[:, None], colours[level], np.asarray(ground, np.uint8))
    return np.asarray(image, np.uint8)
