"""Pen strokes become ink: one renderer for the canvas and for the made digits.

Ink is laid down along the stroke as evenly spaced drops with Gaussian profiles. The
drops' sum is a product of two matrices (one a row and one a column a drop), so a whole
digit takes a fraction of a millisecond and thousands of digits a few seconds. Where the
sum passes a level there is ink: a line as wide as the pen with round ends.
"""

from __future__ import annotations

import numpy as np

from mlp_studio.core.arrays import FloatArray

SHARPNESS = 0.6  # standard deviation of a drop over half the pen width
LEVEL = float(np.exp(-0.5 / SHARPNESS**2))  # of a long line's sum, half a pen width off its middle
DOT = 1.0  # what a lone point gets, in pen widths of line
SPACING = 0.8  # of neighbouring drops, in standard deviations: closer changes nothing visible


def ink(drops: FloatArray, weights: FloatArray, size: int, pen_width: FloatArray) -> FloatArray:
    """Return pictures of the ink that drops make.

    Parameters
    ----------
    drops : FloatArray of shape (n, drops, 2)
        Where they fall, x to the right and y down, in pixels.
    weights : FloatArray of shape (n, drops)
        Length of line, in pixels, which each stands for; 0 leaves it out.
    size : int
        Height and width of the pictures.
    pen_width : FloatArray of shape (n,)
        In pixels.

    Returns
    -------
    FloatArray of shape (n, size, size)
        In [0, 1], its edges a pixel soft.
    """
    pixel = np.arange(size, dtype=np.float32) + np.float32(0.5)
    sigma = (pen_width * np.float32(SHARPNESS / 2)).astype(np.float32)[:, None, None]
    offset = (drops[:, :, None, :] - pixel[:, None]) / sigma[..., None]
    profile = np.exp(np.float32(-0.5) * offset * offset)
    height = (weights[:, :, None] / (np.float32(np.sqrt(2 * np.pi)) * sigma)).astype(np.float32)
    total = (profile[..., 1] * height).transpose(0, 2, 1) @ profile[..., 0]
    # Distance from the middle of the line, read back from the profile, gives a soft edge.
    distance = sigma * np.sqrt(np.maximum(-2 * np.log(np.maximum(total, 1e-20)), 0))
    return np.asarray(np.clip(pen_width[:, None, None] / 2 - distance + 0.5, 0, 1), np.float32)
