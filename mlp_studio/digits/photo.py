"""A photo or scan of a digit becomes the network's 28 × 28 image.

The steps: upright and grey, the light made even, ink told from paper by Otsu's
threshold (1979), specks and the edge of the paper dropped, thin pens thickened, and the
frame of MNIST's digits.
"""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mlp_studio.core.arrays import AnyArray, FloatArray
from mlp_studio.core.errors import StudioError
from mlp_studio.core.text import Text, text
from mlp_studio.digits.normalise import Preparation, normalise
from mlp_studio.digits.strokes import PEN_WIDTH

MAX_SIDE = 640  # a photo is reduced to this: a digit needs no more
SMALL = 64  # below this it is no photo but a ready picture: its light is even
_LIGHT = 0.12  # of the longer side: how slowly the light changes
_LEAST_CONTRAST = 0.06  # between ink and paper, of the whole range
_SPECK = 0.04  # of the largest piece of ink
_THIN = 0.075  # of the digit's longer side: a thinner pen is thickened

Mask = NDArray[np.bool_]


def read_grey(path: Path) -> FloatArray:
    """Return a picture upright and grey, in [0, 1], its longer side at most 640 pixels.

    Raises
    ------
    StudioError
        When the file is missing, no picture or cut off, naming it.
    """
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(path) as opened:
                opened.draft("L", (MAX_SIDE, MAX_SIDE))  # a big JPEG is decoded small
                opened.load()
                picture = _on_white(ImageOps.exif_transpose(opened))
    except FileNotFoundError:
        raise StudioError(
            text("There is no file {file}.", file=str(path)), text("Check its name.")
        ) from None
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise StudioError(
            text("The picture {file} has too many pixels.", file=str(path)),
            text("Reduce it to some thousand pixels a side."),
        ) from error
    except UnidentifiedImageError as error:
        raise _unreadable(path, text("it is not in a picture format known here")) from error
    except (OSError, SyntaxError, ValueError, EOFError) as error:
        raise _unreadable(path, text("{detail}", detail=str(error))) from error
    width, height = picture.size
    factor = MAX_SIDE / max(width, height)
    if factor < 1:
        size = (max(1, round(width * factor)), max(1, round(height * factor)))
        picture = picture.resize(size, Image.Resampling.BOX, reducing_gap=2.0)
    return np.asarray(picture, np.float32) / np.float32(255)


def _on_white(picture: Any) -> Any:
    """Return the picture in grey, 8 bits; what is transparent becomes white."""
    from PIL import Image

    if picture.mode.startswith(("I", "F")):
        values = np.asarray(picture, np.float64)
        top = 65535.0 if picture.mode.startswith("I") else float(values.max()) or 1.0
        return Image.fromarray(np.clip(values / top * 255, 0, 255).astype(np.uint8))
    if picture.has_transparency_data:
        clear = picture.convert("RGBA")
        white = Image.new("RGBA", clear.size, "white")
        picture = Image.alpha_composite(white, clear)
    return picture.convert("L")


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
    grey = read_grey(path)
    ink = ink_of(grey)
    if ink is None:
        raise StudioError(
            text("There is no digit to be seen on {file}.", file=str(path)),
            text("Write one digit large and dark on plain paper, and photograph it from above."),
        )
    return ink


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


def ink_of(grey: FloatArray) -> FloatArray | None:
    """Return the ink in a grey picture; None where there is none.

    Parameters
    ----------
    grey : FloatArray of shape (height, width)
        In [0, 1], black to white.
    """
    from scipy import ndimage

    side = max(grey.shape)
    if side < SMALL:
        difference = grey - np.median(_border(grey))
    else:
        blurred = ndimage.gaussian_filter(grey, side / 640)
        difference = blurred - _sloped(blurred)
    # There is less ink than paper: what stands out far from the paper tells its sign.
    far = np.abs(difference) > max(0.5 * float(np.abs(difference).max()), 1e-6)
    sign = 1.0 if float(difference[far].sum()) > 0 else -1.0
    difference = sign * difference
    found = difference > _otsu(difference)
    if side >= SMALL:
        for _ in range(2):  # what is left of the light's changes, seen beside the ink
            around = ndimage.binary_dilation(found, iterations=max(1, side // 100))
            difference = difference - _filled(difference, ~around, side * _LIGHT)
            found = difference > _otsu(difference)
    if not found.any() or found.all():
        return None
    dark, light = float(np.median(difference[found])), float(np.median(difference[~found]))
    noise = float(difference[~found].std())
    if dark - light < max(_LEAST_CONTRAST, 3 * noise):
        return None
    middle = (dark + light) / 2
    ink = np.clip((difference - middle) / (dark - light) * 1.6 + 0.5, 0, 1)
    kept = _pieces(found | (ink > 0.5), side)
    near = ndimage.binary_dilation(kept, iterations=max(1, side // 300))
    ink = np.where(near, ink, 0).astype(np.float32)
    return ink if (ink > 0.5).any() else None


def _border(grey: AnyArray) -> AnyArray:
    return np.concatenate([grey[0], grey[-1], grey[:, 0], grey[:, -1]])


def _sloped(grey: AnyArray) -> AnyArray:
    """Return the paper's light as a quadratic surface, fitted to what is not ink."""
    height, width = grey.shape
    y, x = np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j]
    terms = np.stack([np.ones_like(x), x, y, x * x, x * y, y * y], axis=-1).reshape(-1, 6)
    step = max(1, len(terms) // 20_000)
    some, light = terms[::step], grey.reshape(-1)[::step].astype(np.float64)
    kept = np.ones(len(light), bool)
    for _ in range(6):
        surface = np.linalg.lstsq(some[kept], light[kept])[0]
        rest = light - some @ surface
        middle = np.median(rest)
        spread = 1.5 * float(np.median(np.abs(rest - middle)))
        kept = np.abs(rest - middle) <= 2 * spread + 0.01
    return np.asarray((terms @ surface).reshape(grey.shape))


def _filled(grey: AnyArray, paper: Mask, sigma: float) -> AnyArray:
    """Return the light on the paper, carried smoothly across the ink."""
    from scipy import ndimage

    step = max(1, int(sigma // 8))  # it is smooth: a coarse grid gives the same
    small = np.where(paper, grey, 0)[::step, ::step]
    weight = ndimage.gaussian_filter(paper[::step, ::step].astype(np.float64), sigma / step)
    light = ndimage.gaussian_filter(small.astype(np.float64), sigma / step)
    light = light / np.maximum(weight, 1e-6)
    rows = np.arange(grey.shape[0]) / step
    columns = np.arange(grey.shape[1]) / step
    return np.asarray(
        ndimage.map_coordinates(
            light, np.meshgrid(rows, columns, indexing="ij"), order=1, mode="nearest"
        )
    )


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


def _unreadable(path: Path, reason: Text) -> StudioError:
    return StudioError(
        text("The picture {file} can't be read: {reason}.", file=str(path), reason=reason),
        text("Use a whole PNG or JPEG file."),
    )
