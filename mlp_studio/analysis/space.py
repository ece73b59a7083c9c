"""Points in space seen from a place: rotation, perspective and the box around them.

Software projection, so that a view in three dimensions needs no OpenGL. The points are in
the cube from −1 to 1; z is up.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from mlp_studio.core.arrays import AnyArray

Coordinates = NDArray[np.float32]
EYE = 6.0  # how far away the eye is: near enough to tell front from back
ROOM = 22.0  # pixels around the box for what is written beside it
LIFT = 10.0  # pixels by which it stands above the middle: more is written below it
FLAT = 0.62  # height of the box for a width of 1
STEEPEST = math.radians(89)
NEAREST, FARTHEST = 8.0, 0.4  # zoom


@dataclass(frozen=True)
class Eye:
    """From where the box is looked at.

    Parameters
    ----------
    turn : float
        Around the upright axis, in radians.
    tilt : float
        How far from above (below, where negative), in radians.
    zoom : float
        1 shows the whole box.
    """

    turn: float = math.radians(-35)
    tilt: float = math.radians(24)
    zoom: float = 1.0

    def turned(self, turn: float, tilt: float) -> Eye:
        """Return the eye after a turn and a tilt, never upside down."""
        steep = min(STEEPEST, max(-STEEPEST, self.tilt + tilt))
        return replace(self, turn=math.remainder(self.turn + turn, math.tau), tilt=steep)

    def zoomed(self, factor: float) -> Eye:
        """Return the eye nearer by a factor, within bounds."""
        return replace(self, zoom=min(NEAREST, max(FARTHEST, self.zoom * factor)))


def camera(eye: Eye) -> NDArray[np.float64]:
    """Return the matrix whose rows are right, up and away from the eye; an orthogonal one."""
    ct, st = math.cos(eye.turn), math.sin(eye.turn)
    ce, se = math.cos(eye.tilt), math.sin(eye.tilt)
    return np.array([[ct, -st, 0.0], [st * se, ct * se, ce], [st * ce, ct * ce, -se]])


def project(
    points: AnyArray, eye: Eye, width: float, height: float
) -> tuple[Coordinates, NDArray[np.float32]]:
    """Return where points are seen.

    Parameters
    ----------
    points : ndarray of shape (n, 3)
        In the cube from −1 to 1.
    eye : Eye
        From where.
    width, height : float
        Of the picture, in pixels.

    Returns
    -------
    pixels : ndarray of float32, shape (n, 2)
        x to the right, y down.
    depth : ndarray of float32, shape (n,)
        How far behind the middle of the box they are; negative in front of it.
    """
    axes = camera(eye).astype(np.float32)
    axes[:, 2] *= FLAT
    x, y, z = np.asarray(points, np.float32).T
    # Written out: a product of matrices this narrow is slower, and wakes BLAS's threads.
    right, up, away = (a * x + b * y + c * z for a, b, c in axes)
    scale = scale_of(eye, width, height)
    nearness = np.float32(scale * EYE) / (np.float32(EYE) + away)
    pixels = np.empty((len(away), 2), np.float32)
    pixels[:, 0] = np.float32(width / 2) + right * nearness
    pixels[:, 1] = np.float32(height / 2 - LIFT) - up * nearness
    return pixels, away


def scale_of(eye: Eye, width: float, height: float) -> float:
    """Return how many pixels half the box is wide in a picture, at the distance of its middle."""
    room = min((height / 2 - ROOM) / _reach(eye.tilt), width / 3.4 - ROOM / 2)
    return eye.zoom * max(1.0, room)


def _reach(tilt: float) -> float:
    """Return how far above or below its middle the box is seen at most, whatever its turn.

    Only the tilt counts, so that the box does not swell while it is turned.
    """
    corner, sine, cosine = math.sqrt(2), abs(math.sin(tilt)), math.cos(tilt)
    upright = corner * sine + FLAT * cosine
    near = EYE - abs(corner * cosine - FLAT * sine)  # the nearer of the two outermost corners
    return upright * EYE / near


def back_to_front(depth: NDArray[np.float32]) -> NDArray[np.intp]:
    """Return the order in which to paint: the farthest first.

    Sorted by 65,536 steps of depth, which radix sort does several times faster than floats
    are sorted; what is nearer than a step keeps its order.
    """
    if not len(depth):
        return np.zeros(0, np.intp)
    low, high = float(depth.min()), float(depth.max())
    steps = ((high - depth) * (65535.0 / max(high - low, 1e-9))).astype(np.uint16)
    return np.argsort(steps, kind="stable")


def far_sides(eye: Eye) -> tuple[int, int, int]:
    """Return for each axis which side of the box, −1 or 1, is the far one."""
    away = camera(eye)[2]
    return tuple(1 if part >= 0 else -1 for part in away.tolist())  # type: ignore[return-value]


def to_cube(values: AnyArray, low: float, high: float) -> NDArray[np.float64]:
    """Return values from `low` to `high` as from −1 to 1; 0 where there is no width."""
    span = high - low
    if not span > 0:
        return np.zeros(len(values))
    return np.asarray((np.asarray(values, np.float64) - low) / span * 2 - 1)
