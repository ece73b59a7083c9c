"""The data of a project in miniature: what a thumbnail has to paint of it, in NumPy."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from mlp_studio.core.arrays import AnyArray, IntArray
from mlp_studio.core.dataset import facts
from mlp_studio.core.datasets import AnySource, BuiltinDigits, Mnist, Spirals
from mlp_studio.core.errors import StudioError
from mlp_studio.core.file_sources import Images, MnistRelative
from mlp_studio.core.function_source import Function
from mlp_studio.core.plane_sources import Blobs, GaussianQuantiles, Moons, PlaneSpec
from mlp_studio.data import plane
from mlp_studio.data.functions import evaluate

MOST_POINTS = 520
GRID = 27  # samples of a surface to a side
ARROWS = 9  # of a vector field, to a side
STEPS = 160  # samples of a curve
SLOW = (Moons, Blobs, GaussianQuantiles)  # made by scikit-learn, which loads slowly


@dataclass(frozen=True, eq=False)
class Points:
    """Points of the plane in [−1, 1]² and the class of each."""

    places: AnyArray
    classes: IntArray


@dataclass(frozen=True, eq=False)
class Surface:
    """Heights over a square grid, shape (GRID, GRID), from −1 to 1; NaN where there are none."""

    heights: AnyArray


@dataclass(frozen=True, eq=False)
class Lines:
    """Polylines in [−1, 1]², with the colour of each as a share from 0 to 1."""

    lines: tuple[AnyArray, ...]
    shares: tuple[float, ...]


@dataclass(frozen=True)
class Digits:
    """Digits written by hand; white on black as in MNIST where `tiles`."""

    tiles: bool


@dataclass(frozen=True)
class Tiles:
    """Pictures that lie on the disk: only how many kinds there are is known."""

    classes: int


@dataclass(frozen=True)
class Sheet:
    """A table, or rows of numbers."""

    columns: int


Miniature = Points | Surface | Lines | Digits | Tiles | Sheet


def miniature(source: AnySource) -> Miniature | None:
    """Return what there is to see of a source, None where that is nothing."""
    if isinstance(source, Spirals):
        return _points(*plane.spirals(source))
    if isinstance(source, PlaneSpec):
        try:
            return _points(*plane.points(source))
        except StudioError:
            return None  # too little is painted to learn from
    if isinstance(source, Function):
        return _function(source)
    return _images(source) or Sheet(math.prod(facts(source).input_shape))


def _images(source: AnySource) -> Miniature | None:
    """Return pictures for a source of pictures, None for any other."""
    if isinstance(source, BuiltinDigits | Mnist):
        return Digits(tiles=isinstance(source, Mnist))
    if isinstance(source, MnistRelative) and source.name == "emnist_digits":
        return Digits(tiles=True)
    if isinstance(source, MnistRelative | Images):
        return Tiles(len(source.class_names))
    return None


def _points(x: AnyArray, y: IntArray) -> Points:
    if len(x) > MOST_POINTS:
        chosen = np.random.default_rng(0).choice(len(x), MOST_POINTS, replace=False)
        x, y = x[chosen], y[chosen]
    return Points(_fitted(x), y)


def _fitted(places: AnyArray, *, keep_shape: bool = True) -> AnyArray:
    """Return places of the plane brought into [−1, 1]², in proportion where `keep_shape`."""
    low, high = places.min(axis=0), places.max(axis=0)
    span = np.maximum((high - low).astype(np.float64), 1e-9)
    return np.asarray((places - (low + high) / 2) * 2 / (span.max() if keep_shape else span))


def _function(source: Function) -> Miniature | None:
    inputs, outputs = len(source.inputs), len(source.formulas)
    axes = [(each.low, each.high) for each in source.inputs]
    if inputs == 1:
        x = np.linspace(*axes[0], STEPS)[:, None]
        y = evaluate(source, x)
        if outputs == 2:
            return _lines([y], keep_shape=True)
        columns = [np.stack([x[:, 0], column], axis=1) for column in y.T]
        return _lines(columns, keep_shape=False)
    if inputs != 2:
        return Sheet(inputs)
    side = ARROWS if outputs == 2 else GRID
    across = np.meshgrid(*(np.linspace(*axis, side) for axis in axes), indexing="ij")
    y = evaluate(source, np.stack(across, axis=-1).reshape(-1, 2))
    if outputs == 2:
        return _arrows(y)
    heights = y[:, 0].reshape(side, side).astype(np.float64)
    heights[~np.isfinite(heights)] = np.nan
    if np.isnan(heights).all():
        return None
    # A pole would flatten all else: beyond the outermost hundredths heights are cut off.
    low, high = np.nanpercentile(heights, (0.5, 99.5))
    middle, half = (low + high) / 2, max(float(high - low) / 2, 1e-12)
    return Surface(np.clip((heights - middle) / half, -1, 1))


def _lines(lines: list[AnyArray], *, keep_shape: bool) -> Lines | None:
    finite = [line[np.isfinite(line).all(axis=1)] for line in lines]
    finite = [line for line in finite if len(line) > 1]
    if not finite:
        return None
    fitted = _fitted(np.concatenate(finite), keep_shape=keep_shape)
    ends = np.cumsum([len(line) for line in finite])[:-1]
    parts = tuple(np.split(fitted, ends))
    return Lines(parts, tuple(k / max(len(parts) - 1, 1) for k in range(len(parts))))


def _arrows(y: AnyArray) -> Lines | None:
    """Return one arrow at each place of the grid, as a polyline with its head."""
    length = np.hypot(*y.T.astype(np.float64))
    longest = float(np.nanmax(np.where(np.isfinite(length), length, 0)))
    if longest <= 0:
        return None
    cell = 2 / ARROWS
    side = (np.arange(ARROWS) + 0.5) * cell - 1
    starts = np.stack(np.meshgrid(side, side, indexing="ij"), axis=-1).reshape(-1, 2)
    lines, shares = [], []
    for place, arrow, size in zip(starts, y.astype(np.float64), length.tolist(), strict=True):
        if not np.isfinite(size) or size == 0:
            continue
        step = arrow / longest * cell * 1.1
        across = np.array([-step[1], step[0]]) * 0.22
        tip, back = place + step / 2, place + step * 0.12
        lines.append(np.stack([place - step / 2, tip, back + across, tip, back - across]))
        shares.append(size / longest)
    return Lines(tuple(lines), tuple(shares))
