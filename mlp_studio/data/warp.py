"""Real 8 × 8 digits become many: smooth height maps, bent, sheared and thickened."""

from __future__ import annotations

import numpy as np

from mlp_studio.core.arrays import AnyArray, FloatArray

MAP = 48  # pixels of a height map's side
_MARGIN = 2  # empty pixels around the 8 × 8 digit
WORK = 44  # pixels of a warped digit's side, more than the frame's so that edges are crisp
_REACH = 5  # pixels of a map over which strokes are made equally high
_GRID = 5  # points a side of the elastic displacement


def height_maps(digits: FloatArray) -> FloatArray:
    """Return the digits (n, 8, 8) in [0, 1] as smooth maps (n, 48, 48) to cut at a level."""
    from scipy import ndimage

    padded = np.pad(digits, ((0, 0), (_MARGIN, _MARGIN), (_MARGIN, _MARGIN)))
    # Splines and Gaussians are linear and act on each axis alone: what they make of the unit
    # images is all there is to know, and two products do the rest.
    side = padded.shape[1]
    spline = ndimage.zoom(
        np.eye(side), (MAP / side, 1), order=3, mode="grid-constant", grid_mode=True
    ).astype(np.float32)
    blur = ndimage.gaussian_filter1d(np.eye(MAP), _REACH / 2, axis=0).astype(np.float32)
    smooth = spline @ padded @ spline.T
    # Faint strokes rise as high as strong ones, so that no level cuts them in two.
    around = blur @ ndimage.maximum_filter(smooth, (1, _REACH, _REACH)) @ blur.T
    return np.asarray(smooth / np.maximum(around, 0.35), np.float32)


def affine(
    n: int,
    rng: np.random.Generator,
    *,
    rotation: float,
    shear: float,
    shear_mean: float = 0.0,
    stretch: float,
    stretch_mean: float = 0.0,
) -> AnyArray:
    """Return n random 2 × 2 matrices; the arguments are standard deviations.

    Parameters
    ----------
    n : int
        How many.
    rng : numpy.random.Generator
        Of the chances.
    rotation : float
        In radians.
    shear, shear_mean : float
        Sideways per unit of height: slanted writing.
    stretch, stretch_mean : float
        Of the logarithm of width over height.
    """
    turn = rng.normal(0, rotation, n)
    slant = rng.normal(shear_mean, shear, n)
    wide = np.exp(rng.normal(stretch_mean, stretch, n))
    cos, sin = np.cos(turn), np.sin(turn)
    # Columns act on (x, y), y down: a slant moves the top to the right.
    matrix = np.empty((n, 2, 2))
    matrix[:, 0, 0] = cos * wide
    matrix[:, 0, 1] = -sin - slant * cos
    matrix[:, 1, 0] = sin * wide
    matrix[:, 1, 1] = cos - slant * sin
    return matrix


def warped(maps: FloatArray, rng: np.random.Generator) -> FloatArray:
    """Return pictures of ink (n, 44, 44), each map bent, sheared and cut at a random level.

    Parameters
    ----------
    maps : FloatArray of shape (n, 48, 48)
        As `height_maps` makes them.
    rng : numpy.random.Generator
        Of the chances.
    """
    n = len(maps)
    if not n:
        return np.zeros((0, WORK, WORK), np.float32)
    matrix = affine(
        n, rng, rotation=0.12, shear=0.26, shear_mean=0.1, stretch=0.2, stretch_mean=0.22
    )
    height = _seen(maps, matrix, rng.uniform(0.3, 1.9, (n, 1, 1)), rng)
    level = rng.uniform(0.5, 0.9, (n, 1, 1))  # from thick to thin
    return np.asarray(np.clip((height - level) / 0.14 + 0.5, 0, 1), np.float32)


def rewritten(images: FloatArray, rng: np.random.Generator) -> FloatArray:
    """Return pictures of ink (n, 44, 44), each image of a digit as another hand would write it.

    Parameters
    ----------
    images : FloatArray of shape (n, 28, 28)
        In [0, 1], white on black, with empty margins.
    rng : numpy.random.Generator
        Of the chances.
    """
    n = len(images)
    matrix = affine(n, rng, rotation=0.12, shear=0.15, stretch=0.14)
    height = _seen(images, matrix, rng.uniform(0.2, 0.9, (n, 1, 1)), rng)
    level = rng.uniform(0.3, 0.7, (n, 1, 1))  # from thick to thin
    return np.asarray(np.clip((height - level) / 0.5 + 0.5, 0, 1), np.float32)


def _seen(
    maps: FloatArray, matrix: AnyArray, strength: AnyArray, rng: np.random.Generator
) -> AnyArray:
    """Return the maps (n, side, side) by the matrices and bent, as (n, 44, 44).

    `strength` (n, 1, 1) is the standard deviation of the bends, in pixels of a map.
    """
    n, side = len(maps), maps.shape[1]
    # Output pixels in map pixels around the middle; a little more is seen than the map has.
    steps = (np.arange(WORK) - (WORK - 1) / 2) * (side * 1.1 / WORK)
    grid = np.stack(np.meshgrid(steps, steps), axis=-1).reshape(-1, 2)
    at = grid @ np.linalg.inv(matrix).transpose(0, 2, 1)
    basis = _smooth_basis(WORK, _GRID)
    for axis in range(2):
        knots = rng.normal(0, 1, (n, _GRID, _GRID)) * strength
        at[:, :, axis] += (basis @ knots @ basis.T).reshape(n, -1)
    return _bilinear(maps, at + (side - 1) / 2).reshape(n, WORK, WORK)


def _smooth_basis(size: int, knots: int) -> AnyArray:
    """Return weights (size, knots) that interpolate smoothly between random knots."""
    at = np.linspace(0, knots - 1, size)[:, None] - np.arange(knots)
    weights = np.exp(-0.5 * (at / 0.7) ** 2)
    return np.asarray(weights / np.sqrt((weights**2).sum(axis=1, keepdims=True)))


def _bilinear(maps: FloatArray, at: AnyArray) -> FloatArray:
    """Return the maps (n, side, side) at the points (n, m, 2) given as x, y in pixels."""
    n, side = len(maps), maps.shape[1]
    at = np.clip(at, 0, side - 1.001).astype(np.float32)
    corner = at.astype(np.int32)
    part = at - corner
    flat = maps.reshape(-1)
    first = (np.arange(n, dtype=np.int32) * (side * side))[:, None]
    index = first + corner[:, :, 1] * side + corner[:, :, 0]
    x, y = part[:, :, 0], part[:, :, 1]
    top = flat[index] * (1 - x) + flat[index + 1] * x
    bottom = flat[index + side] * (1 - x) + flat[index + side + 1] * x
    return np.asarray(top * (1 - y) + bottom * y, np.float32)
