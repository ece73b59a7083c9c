"""Strokes of a pen or a mouse become ink, and ink becomes the network's 28 × 28 image."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from mlp_studio.core.arrays import FloatArray
from mlp_studio.data.ink import DOT, SHARPNESS, SPACING, ink
from mlp_studio.digits.normalise import Preparation, normalise

Point = tuple[float, float]
Stroke = Sequence[Point]
"""Points from pen down to pen up, x to the right and y down."""

PEN_WIDTH = 0.12  # of the drawing's longer side: as thick as MNIST's digits are
WORK = 56  # pixels a drawing is rendered with: two for each of the frame's
_MAX_DROPS = 4000


def render(strokes: Sequence[Stroke], size: int, pen_width: float) -> FloatArray:
    """Return the ink of strokes drawn on a square of `size` × `size` pixels.

    Parameters
    ----------
    strokes : sequence of Stroke
        In pixels; (0, 0) is the upper left corner.
    size : int
        Side of the picture.
    pen_width : float
        In pixels.

    Returns
    -------
    FloatArray of shape (size, size)
        0 is paper, 1 is ink.
    """
    drops, weights = _drops(strokes, pen_width)
    if not len(drops):
        return np.zeros((size, size), np.float32)
    picture: FloatArray = ink(drops[None], weights[None], size, np.array([pen_width], np.float32))[
        0
    ]
    return picture


def strokes_to_image(
    strokes: Sequence[Stroke],
    preparation: Preparation = Preparation(),  # noqa: B008 - frozen
    pen_width: float | None = None,
    canvas: float | None = None,
) -> FloatArray | None:
    """Return the image the network receives for a drawing; None when nothing is drawn.

    Where the drawing stands and how big it is makes no difference, unless a step of
    the preparation that sees to it is switched off.

    Parameters
    ----------
    strokes : sequence of Stroke
        In any unit.
    preparation : Preparation
        The steps to take.
    pen_width : float, optional
        In the unit of the strokes; by default in proportion to the drawing, as thick
        as MNIST's digits are.
    canvas : float, optional
        Side of the square drawn on, for preparations that do not crop or scale; by
        default a square around the drawing with the margins of the frame.

    Returns
    -------
    FloatArray of shape (28, 28) or None
        In [0, 1].
    """
    strokes = [stroke for stroke in strokes if len(stroke)]
    if not strokes:
        return None
    points = np.concatenate([np.asarray(stroke, np.float32).reshape(-1, 2) for stroke in strokes])
    low, high = points.min(axis=0), points.max(axis=0)
    longer = float((high - low).max())
    if pen_width is None:
        # The longer side of the ink is that of the points and one pen width.
        longer = longer or 1.0
        pen_width = longer * PEN_WIDTH / (1 - PEN_WIDTH)
    fitted = preparation.crop and preparation.scale and not preparation.plain_resize
    if fitted or canvas is None:
        side = (longer + pen_width) * (1.1 if fitted else 1.4)
        corner = (low + high) / 2 - side / 2
    else:
        side, corner = canvas, np.zeros(2, np.float32)
    factor = WORK / side
    moved = [
        (np.asarray(stroke, np.float32).reshape(-1, 2) - corner) * factor for stroke in strokes
    ]
    return normalise(render(moved, WORK, pen_width * factor), preparation)


def _drops(strokes: Sequence[Stroke], pen_width: float) -> tuple[FloatArray, FloatArray]:
    """Return evenly spaced points along the strokes and the length each stands for."""
    spacing = max(pen_width * SHARPNESS / 2 * SPACING, 1e-3)
    places: list[FloatArray] = []
    lengths: list[FloatArray] = []
    for stroke in strokes:
        points = np.asarray(stroke, np.float32).reshape(-1, 2)
        if not len(points):
            continue
        steps = np.hypot(*np.diff(points, axis=0).T)
        along = np.concatenate([[0.0], np.cumsum(steps)])
        length = float(along[-1])
        count = min(max(int(np.ceil(length / spacing)), 1), _MAX_DROPS)
        at = (np.arange(count) + 0.5) * (length / count)
        x, y = np.interp(at, along, points[:, 0]), np.interp(at, along, points[:, 1])
        places.append(np.stack([x, y], axis=1).astype(np.float32))
        # A touch of the pen has no length, yet it leaves a dot; so does the pen's own width.
        least = max(length, DOT * pen_width)
        lengths.append(np.full(count, least / count, np.float32))
    if not places:
        return np.zeros((0, 2), np.float32), np.zeros(0, np.float32)
    return np.concatenate(places), np.concatenate(lengths)
