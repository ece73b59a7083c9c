"""A part cut out of a photo, and the photo turned."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from mlp_studio.core.arrays import AnyArray, FloatArray
from mlp_studio.digits.picture_file import Picture
from mlp_studio.digits.sheet import Box

CUT_SIDE = 400  # a part of a photo is worked with at this size: a digit needs no more
_LEAST_SIDE = 128  # a small part is enlarged to this, or its light could not be told


@dataclass(frozen=True)
class Cut:
    """What is taken of a photo.

    Parameters
    ----------
    angle : float
        How far the photo is turned clockwise about its middle, in degrees.
    box : tuple of 4 floats, optional
        Left, top, right and bottom of what is cut out, in pixels of the file, seen with
        the photo turned: the file's middle stays where it is. None takes all.
    """

    angle: float = 0.0
    box: Box | None = None


@dataclass(frozen=True, eq=False)
class Part:
    """What was cut out.

    Parameters
    ----------
    colours : FloatArray of shape (height, width, 3)
        In [0, 1].
    left, top : float
        Where it begins, in pixels of the file, seen with the photo turned.
    scale : float
        Pixels of the file for one pixel here.
    """

    colours: FloatArray
    left: float
    top: float
    scale: float


def file_size(picture: Picture) -> tuple[float, float]:
    """Return width and height of the picture's file, held upright."""
    height, width = picture.colours.shape[:2]
    return width * picture.scale, height * picture.scale


def whole(size: tuple[float, float], angle: float) -> Box:
    """Return the box that takes all of a photo of this size, turned by this angle.

    Turned by less than an eighth of a full turn, it is as large as the photo: the corners
    that are lost are paler than those that would be empty.
    """
    width, height = size
    middle_x, middle_y = width / 2, height / 2
    if round(angle / 90) % 2:
        width, height = height, width
    return middle_x - width / 2, middle_y - height / 2, middle_x + width / 2, middle_y + height / 2


def bounds(size: tuple[float, float], angle: float) -> Box:
    """Return the box around a whole photo of this size, turned by this angle."""
    corners = turned((np.array([0, size[0]] * 2), np.repeat([0, size[1]], 2)), size, angle)
    low, high = corners.min(axis=1), corners.max(axis=1)
    return float(low[0]), float(low[1]), float(high[0]), float(high[1])


def turned(
    place: tuple[float, float] | tuple[AnyArray, AnyArray], size: tuple[float, float], angle: float
) -> AnyArray:
    """Return where a place of a photo comes to lie when it is turned clockwise.

    Parameters
    ----------
    place : tuple of 2 floats or arrays
        x and y in pixels of the file.
    size : tuple of 2 floats
        Width and height of the file.
    angle : float
        In degrees.
    """
    sine, cosine = math.sin(math.radians(angle)), math.cos(math.radians(angle))
    x, y = place[0] - size[0] / 2, place[1] - size[1] / 2
    return np.stack([x * cosine - y * sine + size[0] / 2, x * sine + y * cosine + size[1] / 2])


def reduced(picture: Picture) -> tuple[Picture, ...]:
    """Return the picture, half of it, a quarter and so on, down to some dozen pixels."""
    levels = [picture]
    while min(levels[-1].colours.shape[:2]) >= 2 * _LEAST_SIDE:
        levels.append(Picture(_halved(levels[-1].colours), 2 * levels[-1].scale))
    return tuple(levels)


def cut_out(
    small: Picture, levels: tuple[Picture, ...], cut: Cut, max_side: int = CUT_SIDE
) -> Part:
    """Return a part of a photo.

    Parameters
    ----------
    small : Picture
        The photo as it is returned where all is taken.
    levels : tuple of Picture
        What `reduced` returns, for what is cut out.
    cut : Cut
        What is taken.
    max_side : int
        The longer side of what is cut out in pixels, at most.
    """
    large = levels[0]
    size = file_size(large)
    box = cut.box or whole(size, cut.angle)
    if cut.box is None and cut.angle % 90 == 0:
        colours = np.rot90(small.colours, -round(cut.angle / 90) % 4)
        return Part(np.ascontiguousarray(colours), box[0], box[1], small.scale)
    left, top, right, bottom = box
    longer = max(right - left, bottom - top)
    step = max(longer / max_side, min(large.scale, longer / _LEAST_SIDE))
    columns, rows = (max(1, round(length / step)) for length in (right - left, bottom - top))
    x, y = np.meshgrid(
        left + (np.arange(columns) + 0.5) * step, top + (np.arange(rows) + 0.5) * step
    )
    # Of levels much finer than what is returned, thin lines would be missed.
    source = next((level for level in levels if step <= 1.6 * level.scale), levels[-1])
    back = turned((x, y), size, -cut.angle) / source.scale - 0.5
    return Part(_between(source.colours, back[1], back[0]), left, top, step)


def _halved(colours: FloatArray) -> FloatArray:
    height, width = (length // 2 * 2 for length in colours.shape[:2])
    even = colours[:height, :width]
    pairs = even[::2] + even[1::2]
    return np.asarray((pairs[:, ::2] + pairs[:, 1::2]) * np.float32(0.25))


def _between(colours: FloatArray, y: AnyArray, x: AnyArray) -> FloatArray:
    """Return the colours at places between pixels; beyond the border, those at the border."""
    height, width = colours.shape[:2]
    y = np.clip(y, 0, height - 1).astype(np.float32)
    x = np.clip(x, 0, width - 1).astype(np.float32)
    top, left = y.astype(np.int32), x.astype(np.int32)
    down, right = (y - top)[..., None], (x - left)[..., None]
    flat = colours.reshape(-1, 3)
    first = top * width + left
    below = np.minimum(top + 1, height - 1) * width + left
    beside = np.minimum(left + 1, width - 1) - left
    upper = flat[first] * (1 - right) + flat[first + beside] * right
    lower = flat[below] * (1 - right) + flat[below + beside] * right
    return np.asarray(upper * (1 - down) + lower * down, np.float32)
