"""One picture from a file, upright and brought to a size."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mlp_studio.core.file_sources import Images
from mlp_studio.core.text import text
from mlp_studio.data.refusals import refusing, unusable

FORMATS = ("PNG", "JPEG", "BMP", "GIF", "WEBP")
SUFFIXES = {".png", ".jpg", ".jpeg", ".bmp", ".gif", ".webp"}
Pixels = NDArray[np.uint8]


def read_picture(path: Path, *, draft: tuple[int, int] | None = None) -> Any:
    """Return the picture in a file (of an animation, the first), as its camera was held.

    Parameters
    ----------
    path : Path
        PNG, JPEG, BMP, GIF or WebP.
    draft : tuple of int, optional
        Width and height that are enough: a large JPEG is then decoded smaller.

    Raises
    ------
    StudioError
        When it is no picture, cut off, or a decompression bomb, naming it.
    """
    from PIL import Image, ImageOps, UnidentifiedImageError

    with refusing(path, text("it is no whole picture")), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about odd metadata
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            with Image.open(path, formats=FORMATS) as opened:
                if draft is not None:
                    opened.draft("RGB" if opened.mode in {"RGB", "YCbCr"} else "L", draft)
                opened.load()
                return ImageOps.exif_transpose(opened)
        except UnidentifiedImageError as error:
            raise unusable(
                path,
                text("it is no picture (PNG, JPEG, BMP, GIF or WebP)"),
                text("Take it out of the folder, or replace it."),
            ) from error
        except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
            raise unusable(
                path,
                text("it has too many pixels, more than {limit} million", limit=_limit()),
                text("Reduce it to some thousand pixels a side."),
            ) from error


def _limit() -> int:
    from PIL import Image

    return (Image.MAX_IMAGE_PIXELS or 0) // 1_000_000


def plain(picture: Any, channels: int) -> Any:
    """Return a picture in grey or RGB of 8 bits; what is transparent becomes white."""
    from PIL import Image

    mode = "L" if channels == 1 else "RGB"
    if picture.mode.startswith(("I", "F")):
        values = np.asarray(picture, np.float64)
        top = 65535.0 if picture.mode.startswith("I") else float(values.max()) or 1.0
        picture = Image.fromarray(np.clip(values / top * 255, 0, 255).astype(np.uint8))
    if picture.has_transparency_data:
        clear = picture.convert("RGBA")
        picture = Image.alpha_composite(Image.new("RGBA", clear.size, "white"), clear)
    return picture if picture.mode == mode else picture.convert(mode)


def prepared(picture: Any, source: Images) -> Pixels:
    """Return a picture as the network's source has it.

    Parameters
    ----------
    picture : PIL.Image.Image
        Any size and mode.
    source : Images
        Size, channels and how the picture gets there.

    Returns
    -------
    ndarray of uint8, shape (height, width) or (height, width, 3)
    """
    from PIL import Image, ImageOps

    size = (source.width, source.height)
    small = plain(picture, source.channels)
    if small.size != size:
        best = Image.Resampling.LANCZOS
        if source.fit == "crop":
            small = ImageOps.fit(small, size, best)
        elif source.fit == "pad":
            small = ImageOps.pad(small, size, best, color=_border(small))
        else:
            small = small.resize(size, best)
    return np.asarray(small, np.uint8)


def _border(picture: Any) -> Any:
    """Return the colour of a picture's corner, so that a border is no edge to learn from."""
    return picture.getpixel((0, 0))
