"""A photo or scan of a digit becomes the network's 28 × 28 image.

The steps: upright and small, the light made even, printed lines wiped off, ink told from
paper by Otsu's threshold (1979), specks and the edge of the paper dropped, thin pens
thickened, and the frame of MNIST's digits.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from mlp_studio.core.arrays import AnyArray, FloatArray
from mlp_studio.core.errors import StudioError
from mlp_studio.core.text import Text, text
from mlp_studio.digits.light import Mask, filled, from_paper
from mlp_studio.digits.normalise import Preparation, normalise
from mlp_studio.digits.picture_file import MAX_SIDE, read_picture
from mlp_studio.digits.rules import without_rules
from mlp_studio.digits.strokes import PEN_WIDTH

__all__ = ["MAX_SIDE", "photo_steps", "photo_to_image", "read_image", "thickened"]

SMALL = 64  # below this it is no photo but a ready picture: its light is even
_LIGHT = 0.12  # of the longer side: how slowly the light changes
_LEAST_CONTRAST = 0.06  # between ink and paper, of the whole range
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


def photo_steps(
    path: Path,
    preparation: Preparation = Preparation(),  # noqa: B008 - frozen
) -> list[tuple[Text, FloatArray]]:
    """Return each step from a photo to the image which the network receives, with its name.

    Parameters
    ----------
    path : Path
        As for `read_image`.
    preparation : Preparation
        The steps of the frame, the last picture.

    Returns
    -------
    list of (Text, FloatArray of shape (height, width))
        In [0, 1]. The photo and its even light have white paper at 1; from the ink on, 0
        is paper and 1 is ink. The thickened pen, where there is one, has a margin around.
        The last is 28 × 28 and what `photo_to_image` returns. Where nothing is written the
        list ends with the ink: an empty picture.

    Raises
    ------
    StudioError
        When it can't be read, naming the file.
    """
    picture = read_picture(path)
    difference = even_light(picture.colours)
    ink = all_ink(difference)
    top = max(float(difference.max()), 1e-6)
    steps = [
        (text("The photo in grey"), picture.grey),
        (text("The light made even"), np.asarray(np.clip(1 - difference / top, 0, 1), np.float32)),
        (text("Ink told from paper"), np.zeros_like(picture.grey) if ink is None else ink),
    ]
    digit = digit_of(ink)
    if digit is None:
        return steps
    thick = thickened(digit)
    steps.append((text("The digit alone"), digit))
    if thick is not digit:
        steps.append((text("The thin pen thickened"), thick))
    image = normalise(thick, preparation)
    if image is not None:
        steps.append((text("In the frame"), image))
    return steps


def even_light(colours: FloatArray) -> AnyArray:
    """Return how far each pixel stands out from the paper; ink is above 0.

    Parameters
    ----------
    colours : FloatArray of shape (height, width, 3)
        In [0, 1].
    """
    from scipy import ndimage

    side = max(colours.shape)
    if side < SMALL:
        grey = colours.mean(axis=-1)
        difference = grey - np.median(_border(grey))
        far = np.abs(difference) > max(0.5 * float(np.abs(difference).max()), 1e-6)
        return np.asarray(-difference if float(difference[far].sum()) < 0 else difference)
    difference = without_rules(from_paper(colours))
    for _ in range(2):  # what is left of the light's changes, seen beside the ink
        found = difference > _otsu(difference)
        around = ndimage.binary_dilation(found, iterations=max(1, side // 100))
        difference = difference - filled(difference, ~around, side * _LIGHT)
    return difference


def all_ink(difference: AnyArray) -> FloatArray | None:
    """Return all that is darker than the paper by enough; None where nothing is.

    Parameters
    ----------
    difference : AnyArray of shape (height, width)
        What `even_light` returns.

    Returns
    -------
    FloatArray of shape (height, width) or None
        0 is paper, 1 is ink; edges are soft.
    """
    found = difference > _otsu(difference)
    if not found.any() or found.all():
        return None
    dark, light = float(np.median(difference[found])), float(np.median(difference[~found]))
    noise = float(difference[~found].std())
    if dark - light < max(_LEAST_CONTRAST, 3 * noise):
        return None
    middle = (dark + light) / 2
    ink = np.clip((difference - middle) / (dark - light) * 1.6 + 0.5, 0, 1)
    return np.asarray(ink, np.float32)


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


def _otsu(values: AnyArray) -> float:
    """Return the level that parts the values into two groups least spread in themselves."""
    low, high = float(values.min()), float(values.max())
    if high <= low:
        return high
    counts, edges = np.histogram(values, 256, (low, high))
    middles = (edges[:-1] + edges[1:]) / 2
    below = np.cumsum(counts)[:-1]
    above = below[-1] + counts[-1] - below
    sums = np.cumsum(counts * middles)
    total = sums[-1]
    mean_below = sums[:-1] / np.maximum(below, 1)
    mean_above = (total - sums[:-1]) / np.maximum(above, 1)
    return float(edges[1:-1][np.argmax(below * above * (mean_above - mean_below) ** 2)])


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
