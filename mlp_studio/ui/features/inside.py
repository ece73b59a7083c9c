"""What the rest of a network says all over the plane of a layer of two units; no widget."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from mlp_studio.analysis.regions import Bounds, Image, region_image, rest_of
from mlp_studio.core.arrays import AnyArray, Weights
from mlp_studio.core.datasets import Task
from mlp_studio.core.network import NetworkSpec
from mlp_studio.ui.features.scene import Range, wanted_range
from mlp_studio.ui.plane.regions import grid_size

COARSE = 96  # pixels on a side while a network trains, and in a film: its frames are kept
BEYOND = 0.25  # of the points' span on each side: the axes follow more slowly than the points


@dataclass(frozen=True, eq=False)
class Shading:
    """How answers become colours.

    Parameters
    ----------
    colours : ndarray of shape (classes or levels, 3)
        One a class, or a map from the lowest to the highest value.
    ground : tuple of int
        The colour behind.
    values : tuple of float
        The lowest and the highest value of the map.
    live : bool
        Whether a network trains, so that there is little time.
    """

    colours: Image
    ground: tuple[int, int, int]
    values: tuple[float, float]
    live: bool = False

    @property
    def key(self) -> tuple[object, ...]:
        """What tells it from others."""
        return self.colours.tobytes(), self.ground, self.values


@dataclass(frozen=True, eq=False)
class Inside:
    """A picture of the plane of a layer.

    Parameters
    ----------
    image : ndarray of shape (n, n, 3)
        The top row first.
    corners : Range
        Its left lower and its right upper corner.
    """

    image: Image
    corners: Range


def inside_layer(
    network: NetworkSpec,
    weights: Weights,
    layer: str,
    points: AnyArray,
    task: Task,
    shading: Shading,
    *,
    before_activation: bool = False,
    turned: bool = False,
    filmed: bool = False,
) -> Inside | None:
    """Return what the rest of a network says around some points of a layer's plane.

    Parameters
    ----------
    network : NetworkSpec
        The whole network.
    weights : Weights
        Its weights.
    layer : str
        A layer of two units.
    points : ndarray of shape (n, 2)
        What it gave.
    task : {"binary", "multiclass", "regression"}
        What the network answers.
    shading : Shading
        The colours.
    before_activation : bool
        Whether the plane is that of the weighted sums.
    turned : bool
        Whether its second unit lies across and its first one up.
    filmed : bool
        Whether the picture is kept.
    """
    wanted = wanted_range(np.asarray(points, np.float32))
    if wanted is None or not np.isfinite(wanted).all():
        return None
    room = BEYOND * (wanted[1] - wanted[0])
    corners = np.array([wanted[0] - room, wanted[1] + room])
    rest, kept = rest_of(network, weights, layer, before_activation=before_activation)
    size = grid_size(rest.parameters, training=shading.live)
    if filmed or shading.live:
        size = min(size, COARSE)
    (left, bottom), (right, top) = corners.tolist()
    if turned:  # the same picture, mirrored at its diagonal
        left, bottom, right, top = bottom, left, top, right
    regions = region_image(
        rest,
        kept,
        Bounds(left, right, bottom, top),
        size,
        task,
        shading.colours,
        ground=shading.ground,
        values=shading.values,
    )
    image = regions.image
    if turned:
        image = np.ascontiguousarray(image[::-1, ::-1].transpose(1, 0, 2))
    return Inside(image, corners)
