"""What of a laid-out network lies at a place or in a rectangle: pure arithmetic."""

from __future__ import annotations

import numpy as np

from mlp_studio.ui.builder.geometry import Column, Layout, Rect
from mlp_studio.ui.builder.raster import BEND

EDGE_REACH = 4.0  # this far from a column's edge it is still taken hold of
UNIT_REACH = 2.0  # around a neuron
CURVE_REACH = 4.0  # around a connection


def edge_x(layout: Layout, number: int) -> float:
    """Return where the right edge of a column can be taken hold of.

    It is the frame's, but never so far that it would lie under the + in the gap.
    """
    column = layout.columns[number]
    edge = column.x + column.body.width / 2
    if number + 1 < len(layout.columns):
        gap = layout.columns[number + 1].x - column.x
        edge = min(edge, column.x + max(column.radius + 6, gap / 2 - 13))
    return edge


def edge_at(layout: Layout, x: float, y: float, reach: float = EDGE_REACH) -> int | None:
    """Return the number of the column of units whose right edge is at a point."""
    found = []
    for number, column in enumerate(layout.columns):
        body = column.body
        if column.cell.kind == "dense" and body.y <= y <= body.y + body.height:
            far = abs(x - edge_x(layout, number))
            if far <= reach:
                found.append((far, number))
    return min(found)[1] if found else None


def unit_at(layout: Layout, x: float, y: float) -> tuple[int, int] | None:
    """Return the neuron at a point: its column's number and its place among those drawn."""
    for number, column in enumerate(layout.columns):
        near = column.radius + UNIT_REACH
        if abs(x - column.x) <= near:
            for place, middle in enumerate(column.ys):
                if abs(y - middle) <= near:
                    return number, place
    return None


def layers_in(layout: Layout, rectangle: Rect) -> tuple[str, ...]:
    """Return the layers that a rectangle touches: their neurons, their band or their label."""
    return tuple(
        column.cell.key
        for column in layout.columns[1:]
        if rectangle.overlaps(core(column)) or rectangle.overlaps(column.label)
    )


def core(column: Column) -> Rect:
    """Return the strip of a column that holds its neurons or its band, without its frame."""
    half = max(column.radius, 6.0)
    return Rect(column.x - half, column.body.y, 2 * half, column.body.height)


def curve_at(
    source: Column, target: Column, x: float, y: float, reach: float = CURVE_REACH
) -> tuple[int, int] | None:
    """Return which connection between two columns is at a point, the nearest if several are.

    Parameters
    ----------
    source, target : Column
        Neighbouring columns of neurons.
    x, y : float
        The point.
    reach : float
        How far from a curve's middle line it is still meant.

    Returns
    -------
    tuple of int or None
        The places of its two neurons among those drawn.
    """
    left, right = source.x + source.radius, target.x - target.radius
    if not left < x < right:
        return None
    risen, slope = _rise((x - left) / (right - left))
    y0 = np.asarray(source.ys)[:, None]
    y1 = np.asarray(target.ys)[None, :]
    across = (y1 - y0) * slope / (right - left)
    far = np.abs(y0 + (y1 - y0) * risen - y) / np.sqrt(1 + across**2)
    nearest = int(far.argmin())
    if far.flat[nearest] > reach:
        return None
    return nearest // len(target.ys), nearest % len(target.ys)


def _rise(share: float) -> tuple[float, float]:
    """Return how far a curve has risen at a share of its width, and its slope there."""
    low, high = 0.0, 1.0
    for _ in range(40):  # x grows with t
        t = (low + high) / 2
        x = 3 * BEND * t * (1 - t) ** 2 + 3 * (1 - BEND) * t**2 * (1 - t) + t**3
        low, high = (t, high) if x < share else (low, t)
    dx = 3 * BEND * (1 - t) ** 2 + 6 * (1 - 2 * BEND) * t * (1 - t) + 3 * BEND * t**2
    return t * t * (3 - 2 * t), 6 * t * (1 - t) / dx
