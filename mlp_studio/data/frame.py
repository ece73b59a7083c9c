"""The frame every digit is brought into, as MNIST's makers did.

The digit is scaled to fit 20 × 20 pixels, its proportions kept, and placed in a
28 × 28 image so that its centre of mass is in the middle
(http://yann.lecun.com/exdb/mnist/). All of it is one linear resampling for each
axis, ``rows @ ink @ columns.T``, so that a thousand images cost two batched
matrix products; a single drawing takes the very same path.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from mlp_studio.core.arrays import AnyArray, FloatArray

SIDE = 28
BOX = 20
OFF = 0.5  # MNIST's centres of mass lie on pixel 14 of 0 to 27: half a pixel off the middle
INK = 0.05  # what counts as ink when the bounding box is taken


@dataclass(frozen=True)
class Preparation:
    """The steps from ink to 28 × 28; each can be switched off to see what it does.

    Parameters
    ----------
    crop : bool
        Take the digit's bounding box; else the whole picture.
    scale : bool
        Bring the longer side to 20 pixels; else the whole picture is brought to 28.
    centre : bool
        Put the centre of mass in the middle; else the middle of what was cropped.
    plain_resize : bool
        Nothing of that: squeeze the whole picture into 28 × 28.
    """

    crop: bool = True
    scale: bool = True
    centre: bool = True
    plain_resize: bool = False


def framed(ink: FloatArray, preparation: Preparation = Preparation()) -> FloatArray:
    """Return each picture of ink in the frame.

    Parameters
    ----------
    ink : FloatArray of shape (n, height, width)
        0 is paper, 1 is ink. A picture without ink stays empty.
    preparation : Preparation
        The steps to take.

    Returns
    -------
    FloatArray of shape (n, 28, 28)
        In [0, 1].
    """
    n, height, width = ink.shape
    if preparation.plain_resize:
        rows = _resampling(np.full(n, height / 2), np.full(n, height / SIDE), np.zeros(n), height)
        columns = _resampling(np.full(n, width / 2), np.full(n, width / SIDE), np.zeros(n), width)
        return _applied(rows, ink, columns)
    across, down = ink.max(axis=1), ink.max(axis=2)  # (n, width), (n, height)
    if preparation.crop:
        top, bottom = _extent(down)
        left, right = _extent(across)
    else:
        top, bottom = _whole(n, height)
        left, right = _whole(n, width)
    longer = np.maximum(bottom - top, right - left)
    step = longer / BOX if preparation.scale else np.full(n, max(height, width) / SIDE)
    middle_y, middle_x = (top + bottom) / 2, (left + right) / 2
    shift_y: AnyArray = np.zeros(n)
    shift_x: AnyArray = np.zeros(n)
    if preparation.centre:
        mass = np.maximum(ink.sum(axis=(1, 2), dtype=np.float32), 1e-6)
        mean_y = ink.sum(axis=2) @ (np.arange(height, dtype=np.float32) + 0.5) / mass
        mean_x = ink.sum(axis=1) @ (np.arange(width, dtype=np.float32) + 0.5) / mass
        shift_y = _whole_shift((mean_y - middle_y) / step - OFF, (bottom - top) / step)
        shift_x = _whole_shift((mean_x - middle_x) / step - OFF, (right - left) / step)
    rows = _resampling(middle_y, step, shift_y, height)
    columns = _resampling(middle_x, step, shift_x, width)
    return _applied(rows, ink, columns)


def _applied(rows: AnyArray, ink: AnyArray, columns: AnyArray) -> FloatArray:
    image = rows @ ink @ columns.transpose(0, 2, 1)
    return np.asarray(np.clip(image, 0, 1), np.float32)


def _whole(n: int, length: int) -> tuple[AnyArray, AnyArray]:
    return np.zeros(n), np.full(n, float(length))


def _extent(profile: AnyArray) -> tuple[AnyArray, AnyArray]:
    """Return where the ink begins and ends in each profile; all of it where there is none."""
    inked = profile > INK
    length = profile.shape[1]
    first = inked.argmax(axis=1)
    last = length - inked[:, ::-1].argmax(axis=1)
    empty = ~inked.any(axis=1)
    first[empty], last[empty] = 0, length
    return first.astype(np.float64), last.astype(np.float64)


def _whole_shift(shift: AnyArray, extent: AnyArray) -> AnyArray:
    """Return the shift in whole pixels that leaves the digit inside the frame."""
    room = np.maximum(np.floor((SIDE - extent) / 2), 0)
    return np.asarray(np.clip(np.rint(shift), -room, room))


def _resampling(middle: AnyArray, step: AnyArray, shift: AnyArray, length: int) -> AnyArray:
    """Return the weights (n, 28, length) that average `step` source pixels into one.

    Each target pixel averages the stretch of the source it covers; where the source
    is coarser than the target, the stretch is one source pixel wide, which is linear
    interpolation.
    """
    target = np.arange(SIDE) - (SIDE - 1) / 2
    centre = middle[:, None] + (target + shift[:, None]) * step[:, None]
    half = np.maximum(step, 1.0)[:, None] / 2
    start, end = (centre - half)[:, :, None], (centre + half)[:, :, None]
    pixel = np.arange(length)
    overlap = np.minimum(end, pixel + 1) - np.maximum(start, pixel)
    return np.asarray(np.clip(overlap, 0, None) / (2 * half)[:, :, None], np.float32)
