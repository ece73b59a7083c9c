"""A picture file is read upright and small, whatever its size, mode or fault."""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from mlp_studio.core.arrays import FloatArray
from mlp_studio.core.errors import StudioError
from mlp_studio.core.text import Text, text

MAX_SIDE = 640  # a photo is reduced to this: a digit needs no more
MOST_PIXELS = 64_000_000  # decoded at once: a quarter of a gigabyte
# Formats which run other programs or wait for plug-ins are left out.
_FORMATS = ("PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP", "PPM", "ICO")


@dataclass(frozen=True, eq=False)
class Picture:
    """A picture as it is worked with.

    Parameters
    ----------
    colours : FloatArray of shape (height, width, 3)
        Red, green and blue in [0, 1], upright; what is transparent is white.
    scale : float
        Pixels of the file for one pixel here, at least 1.
    """

    colours: FloatArray
    scale: float = 1.0

    @property
    def grey(self) -> FloatArray:
        """Brightness as the eye weighs the colours (ITU-R BT.601), in [0, 1]."""
        return np.asarray(self.colours @ np.array([0.299, 0.587, 0.114], np.float32))


def read_picture(path: Path, max_side: int = MAX_SIDE, data: bytes | None = None) -> Picture:
    """Return a picture upright, reduced; of an animation its first frame.

    Parameters
    ----------
    path : Path
        A PNG, JPEG, GIF, BMP, TIFF or WebP file.
    max_side : int
        The longer side is reduced to so many pixels.
    data : bytes, optional
        What the file holds, where it is in memory; `path` is then only its name.

    Raises
    ------
    StudioError
        When the file is missing, no picture, cut off or far too big, naming it.
    """
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            # Bounded below, after a big JPEG has been asked for in small.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            Image.init()
            known = [name for name in _FORMATS if name in Image.OPEN]
            with Image.open(path if data is None else io.BytesIO(data), formats=known) as opened:
                longer = max(opened.size)
                opened.draft(None, (max_side, max_side))
                if opened.width * opened.height > MOST_PIXELS:
                    raise _too_big(path)
                opened.load()
                picture = _on_white(_reduced(ImageOps.exif_transpose(opened), max_side))
    except FileNotFoundError:
        raise StudioError(
            text("There is no file {file}.", file=str(path)), text("Check its name.")
        ) from None
    except Image.DecompressionBombError as error:
        raise _too_big(path) from error
    except UnidentifiedImageError as error:
        if _is_pdf(path, data):
            raise StudioError(
                text("{file} is a PDF document, not a picture.", file=str(path)),
                text("Save its page as a PNG or JPEG file, or take a picture of the screen."),
            ) from error
        raise _unreadable(path, text("it is not in a picture format known here")) from error
    except (OSError, SyntaxError, ValueError, EOFError) as error:
        raise _unreadable(path, text("{detail}", detail=str(error))) from error
    colours = np.asarray(picture, np.float32) / np.float32(255)
    return Picture(colours, max(1.0, longer / max(picture.size)))


def _reduced(picture: Any, max_side: int) -> Any:
    """Return the picture at most so long. Before its colours are converted: that costs memory."""
    from PIL import Image

    width, height = picture.size
    factor = max_side / max(width, height)
    if factor >= 1:
        return picture
    if picture.mode == "1":
        picture = picture.convert("L")
    elif picture.mode in {"P", "PA"}:
        picture = picture.convert("RGBA" if picture.has_transparency_data else "RGB")
    elif picture.mode.startswith("I;"):
        picture = _bytes(picture)
    size = (max(1, round(width * factor)), max(1, round(height * factor)))
    return picture.resize(size, Image.Resampling.BOX, reducing_gap=2.0)


def _on_white(picture: Any) -> Any:
    """Return the picture in colour, 8 bits each; what is transparent becomes white."""
    from PIL import Image

    if picture.mode.startswith(("I", "F")):
        picture = _bytes(picture)
    if picture.has_transparency_data:
        clear = picture.convert("RGBA")
        white = Image.new("RGBA", clear.size, "white")
        picture = Image.alpha_composite(white, clear)
    return picture.convert("RGB")


def _bytes(picture: Any) -> Any:
    from PIL import Image

    values = np.asarray(picture, np.float32)
    top = 65535.0 if picture.mode.startswith("I") else float(values.max()) or 1.0
    return Image.fromarray(np.clip(values / top * 255, 0, 255).astype(np.uint8))


def _is_pdf(path: Path, data: bytes | None) -> bool:
    if data is not None:
        return b"%PDF-" in data[:1024]
    with path.open("rb") as file:
        return b"%PDF-" in file.read(1024)


def _too_big(path: Path) -> StudioError:
    return StudioError(
        text("The picture {file} has too many pixels.", file=str(path)),
        text("Reduce it to some thousand pixels a side."),
    )


def _unreadable(path: Path, reason: Text) -> StudioError:
    return StudioError(
        text("The picture {file} can't be read: {reason}.", file=str(path), reason=reason),
        text("Use a whole PNG or JPEG file."),
    )
