"""A surface over a rectangle as a mesh: its corners, its cells and the light on them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mlp_studio.analysis.space import FLAT, Eye, camera, project, to_cube
from mlp_studio.core.arrays import AnyArray

LIGHT = (-0.45, 0.35, 0.82)  # where it comes from, as the viewer sees it: left, above, in front
DARKEST = 0.68  # share of its colour that a cell keeps where no light falls


@dataclass(frozen=True, eq=False)
class Mesh:
    """A surface in the cube from −1 to 1.

    Parameters
    ----------
    corners : ndarray of float32, shape (n·n, 3)
        Row by row: x changes fastest. Heights outside the cube are brought to its floor or lid.
    cells : ndarray of int, shape (m, 4)
        The corners of each cell, around it; cells with a corner that has no height are left out.
    cut : bool
        Whether some heights are outside the cube.
    """

    corners: NDArray[np.float32]
    cells: NDArray[np.int64]
    cut: bool


def lattice(across: tuple[float, float], up: tuple[float, float], n: int) -> NDArray[np.float64]:
    """Return n × n points from edge to edge, shape (n·n, 2): x changes fastest."""
    x, y = np.meshgrid(np.linspace(*across, n), np.linspace(*up, n))
    return np.stack([x.ravel(), y.ravel()], axis=1)


def mesh(heights: AnyArray, low: float, high: float) -> Mesh:
    """Return the mesh of heights on a lattice.

    Parameters
    ----------
    heights : ndarray of shape (n·n,)
        At the points of `lattice`; not finite where there are none. n is at least 2.
    low, high : float
        The heights of the cube's floor and lid.
    """
    n = round(len(heights) ** 0.5)
    finite = np.asarray(np.isfinite(heights))
    z = to_cube(np.where(finite, heights, low), low, high)
    cut = bool((finite & (np.abs(z) > 1 + 1e-6)).any())
    floor = lattice((-1, 1), (-1, 1), n)
    corners = np.column_stack([floor, z.clip(-1, 1)]).astype(np.float32)
    first = (np.arange(n - 1)[:, np.newaxis] * n + np.arange(n - 1)).ravel()
    cells = np.stack([first, first + 1, first + n + 1, first + n], axis=1)
    return Mesh(corners, cells[finite[cells].all(axis=1)], cut)


def depth_of_cells(shape: Mesh, depth: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return how far behind the middle each cell is, given the depth of every corner."""
    result: NDArray[np.float32] = depth[shape.cells].mean(axis=1)
    return result


def shade(shape: Mesh, eye: Eye) -> NDArray[np.float64]:
    """Return how much of its colour each cell keeps in the light, from `DARKEST` to 1.

    Lambert's law for the side that is turned to the viewer; the light moves with the viewer,
    so that turning the surface never hides its form.
    """
    flat = shape.corners.astype(np.float64) * (1, 1, FLAT)
    a, b, c, d = (flat[shape.cells[:, k]] for k in range(4))
    normal = np.cross(c - a, d - b)
    normal /= np.maximum(np.linalg.norm(normal, axis=1), 1e-12)[:, np.newaxis]
    seen = normal @ camera(eye).T  # right, up and away
    seen[seen[:, 2] > 0] *= -1
    light = np.array(LIGHT) / np.linalg.norm(LIGHT)
    bright = seen @ (light * (1, 1, -1))
    return np.asarray(DARKEST + (1 - DARKEST) * bright.clip(0, 1))


def corner_at(
    shape: Mesh, eye: Eye, size: tuple[float, float], at: tuple[float, float], reach: float
) -> int:
    """Return the foremost corner of a cell near a place in pixels; −1 where there is none.

    Parameters
    ----------
    shape : Mesh
        The surface.
    eye : Eye
        From where it is seen.
    size : tuple of float
        Width and height of the picture, in pixels.
    at : tuple of float
        The place.
    reach : float
        How far away a corner may be, in pixels.
    """
    pixels, depth = project(shape.corners, eye, *size)
    away = np.hypot(pixels[:, 0] - at[0], pixels[:, 1] - at[1])
    used = np.zeros(len(away), bool)
    used[shape.cells] = True
    close = np.flatnonzero((away <= reach) & used)
    if not len(close):
        return -1
    # A whole box in front counts for as much as two reaches.
    score = away[close] / reach + depth[close]
    return int(close[score.argmin()])
