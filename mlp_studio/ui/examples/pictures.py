"""Arrays as pictures for the screen."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QColor, QImage

from mlp_studio.analysis.examples import Examples, Values, thinned
from mlp_studio.core.arrays import AnyArray

LOOKED_AT = 256  # examples that say which values are black and white


def shades(examples: Examples) -> tuple[float, float]:
    """Return the raw values that are shown as black and as white.

    Those the source names; where the examples plainly keep to other ones, their own.
    """
    raw = examples.raw(thinned(np.arange(len(examples)), LOOKED_AT))
    low, high = float(raw.min()), float(raw.max())
    white = examples.dataset.scaler.white
    slack = 1e-3 * white  # what rounding by the scaling leaves
    if low >= -slack and 0.1 * white < high <= white + slack:
        return 0.0, white
    return low, high if high > low else low + 1.0


def image_of(raw: AnyArray, low: float, high: float, ink: QColor | None = None) -> QImage:
    """Return an example as a picture.

    Parameters
    ----------
    raw : ndarray of shape (height, width) or (height, width, channels)
        Three channels are red, green and blue; other numbers are averaged.
    low, high : float
        The values of black and white.
    ink : QColor, optional
        Where given, grey pictures are strokes of this colour on nothing.
    """
    levels = np.clip((np.asarray(raw, np.float64) - low) / (high - low) * 255, 0, 255)
    levels = np.nan_to_num(levels).round().astype(np.uint8)
    if levels.ndim == 3 and levels.shape[2] == 3:
        return _image(levels, QImage.Format.Format_RGB888)
    if levels.ndim == 3:
        levels = levels.mean(axis=2).astype(np.uint8)
    if ink is None:
        return _image(levels, QImage.Format.Format_Grayscale8)
    strokes = np.empty((*levels.shape, 4), np.uint8)
    strokes[..., 0], strokes[..., 1], strokes[..., 2] = ink.red(), ink.green(), ink.blue()
    strokes[..., 3] = levels
    return _image(strokes, QImage.Format.Format_RGBA8888)


def pixel_words(raw: Values) -> str:
    """Return a pixel's value, or the values of its channels."""
    values = [f"{float(value):.4g}".replace("-", "−") for value in np.atleast_1d(raw)]
    return values[0] if len(values) == 1 else f"({', '.join(values)})"


def _image(pixels: AnyArray, form: QImage.Format) -> QImage:
    pixels = np.ascontiguousarray(pixels)
    height, width = pixels.shape[:2]
    data = pixels.tobytes()  # the copy below outlives it
    return QImage(data, width, height, len(data) // height, form).copy()
