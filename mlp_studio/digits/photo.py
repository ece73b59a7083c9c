"""A photo or scan of a digit becomes the network's 28 × 28 image.

The steps: upright and small, the light made even, printed lines wiped off, ink told from
paper by Otsu's threshold (1979), specks and the edge of the paper dropped, thin pens
thickened, and the frame of MNIST's digits.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import numpy as np

from mlp_studio.core.arrays import AnyArray, FloatArray
from mlp_studio.core.errors import StudioError
from mlp_studio.core.text import text
from mlp_studio.digits.light import Mask, filled, from_paper
from mlp_studio.digits.normalise import Preparation, normalise
from mlp_studio.digits.picture_file import MAX_SIDE, read_picture
from mlp_studio.digits.rules import without_rules
from mlp_studio.digits.strokes import PEN_WIDTH
from mlp_studio.digits.threshold import all_ink, otsu

__all__ = ["MAX_SIDE", "all_ink", "photo_to_image", "read_image", "thickened"]

InkKind = Literal["found", "dark", "light"]

SMALL = 64  # below this it is no photo but a ready picture: its light is even
_LIGHT = 0.12  # of the longer side: how slowly the light changes
_SPECK = 0.04  # of the largest piece of ink
_THIN = 0.075  # of the digit's longer side: a thinner pen is thickened


def read_image(path: Path) -> FloatArray:
    """Return the ink in a photo, scan or drawing: 0 is paper, 1 is ink.

    Parameters
    ----------
    path : Path
        A picture of one digit, dark on light or light on dark.

    Returns
    -------
    FloatArray of shape (height, width)

    Raises
    ------
    StudioError
        When it can't be read, or there is nothing on it, naming the file.
    """
    ink = digit_of(all_ink(even_light(read_picture(path).colours)))
    if ink is None:
        raise no_digit(path)
    return ink


def no_digit(path: Path) -> StudioError:
    """Return the error of a picture on which nothing is written."""
    return StudioError(
        text("There is no digit to be seen on {file}.", file=str(path)),
        text("Write one digit large and dark on plain paper, and photograph it from above."),
    )


def photo_to_image(
    path: Path,
    preparation: Preparation = Preparation(),  # noqa: B008 - frozen
) -> FloatArray:
    """Return the image the network receives for a photo.

    Parameters
    ----------
    path : Path
        As for `read_image`.
    preparation : Preparation
        The steps to take.

    Returns
    -------
    FloatArray of shape (28, 28)
        In [0, 1].
    """
    image = normalise(thickened(read_image(path)), preparation)
    if image is None:
        raise AssertionError("read_image returned no ink")
    return image


def even_light(colours: FloatArray) -> AnyArray:
    """Return how far each pixel stands out from the paper; ink is above 0.

    Parameters
    ----------
    colours : FloatArray of shape (height, width, 3)
        In [0, 1].
    """
    if max(colours.shape) < SMALL:
        return standing_out(colours)
    return levelled(without_rules(standing_out(colours)))


def standing_out(colours: FloatArray, ink: InkKind = "found") -> AnyArray:
    """Return how far each pixel is from the paper as a first guess; ink is above 0.

    Parameters
    ----------
    colours : FloatArray of shape (height, width, 3)
        In [0, 1].
    ink : {"found", "dark", "light"}
        Whether the ink is darker or lighter than the paper. Where it is to be found: there
        is less ink than paper.
    """
    if max(colours.shape) < SMALL:
        grey = colours.mean(axis=-1)
        difference = grey - np.median(_border(grey))
        far = np.abs(difference) > max(0.5 * float(np.abs(difference).max()), 1e-6)
        if float(difference[far].sum()) < 0:
            difference = -difference
    else:
        difference = from_paper(colours)
    if ink != "found" and (ink == "dark") != is_dark(colours, difference):
        difference = -difference
    return np.asarray(difference)


def is_dark(colours: FloatArray, difference: AnyArray) -> bool:
    """Return whether what stands out is darker than the paper."""
    grey = colours.mean(axis=-1)
    far = difference > otsu(difference)
    if not far.any() or far.all():
        return True
    return float(grey[far].mean()) <= float(grey[~far].mean())


def levelled(difference: AnyArray) -> AnyArray:
    """Return the differences without what is left of the light's changes."""
    from scipy import ndimage

    side = max(difference.shape)
    for _ in range(2):  # seen beside the ink
        found = difference > otsu(difference)
        around = ndimage.binary_dilation(found, iterations=max(1, side // 100))
        difference = difference - filled(difference, ~around, side * _LIGHT)
    return difference


def digit_of(ink: FloatArray | None) -> FloatArray | None:
    """Return the ink without specks and the paper's edge; None where none is left."""
    from scipy import ndimage

    if ink is None:
        return None
    side = max(ink.shape)
    kept = _pieces(ink > 0.5, side)
    near = ndimage.binary_dilation(kept, iterations=max(1, side // 300))
    ink = np.where(near, ink, 0).astype(np.float32)
    return ink if (ink > 0.5).any() else None


def _border(grey: AnyArray) -> AnyArray:
    return np.concatenate([grey[0], grey[-1], grey[:, 0], grey[:, -1]])


def _pieces(found: Mask, side: int) -> Mask:
    """Return the ink without specks and without what reaches in from the border."""
    from scipy import ndimage

    labels, count = ndimage.label(found, np.ones((3, 3)))
    areas = np.bincount(labels.ravel(), minlength=count + 1)
    areas[0] = 0
    if side >= SMALL:
        inner = areas.copy()
        inner[np.unique(_border(labels))] = 0
        # The paper's edge or a finger touches the border; a digit seldom does.
        if inner.max() >= 0.1 * areas.max():
            areas = inner
    keep = areas >= _SPECK * areas.max()
    keep[0] = False
    return np.asarray(keep[labels])


def thickened(ink: FloatArray) -> FloatArray:
    """Return the ink of a thin pen as thick as MNIST's digits; other ink as it is.

    A ballpen's line is a fortieth of the digit's height: scaled to 20 pixels it would
    be a grey shade such as the network has never seen.
    """
    from scipy import ndimage

    inside = ink > 0.5
    rows, columns = np.flatnonzero(inside.any(axis=1)), np.flatnonzero(inside.any(axis=0))
    if not len(rows):
        return ink
    longer = max(np.ptp(rows), np.ptp(columns)) + 1
    # Within a line of width w the mean distance to its edge is w / 4.
    width = 4 * (float(ndimage.distance_transform_edt(inside)[inside].mean()) - 0.25)
    if longer < SMALL / 2 or width >= _THIN * longer:
        return ink
    extra = (PEN_WIDTH * longer - width) / 2
    margin = int(np.ceil(extra)) + 1
    outside = ndimage.distance_transform_edt(np.pad(~inside, margin, constant_values=True))
    return np.asarray(np.clip(extra - outside + 0.5, 0, 1), np.float32)
