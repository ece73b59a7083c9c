"""Digits that a person drew and kept: read from their folder, one picture and one JSON each.

The JSON is what `mlp_studio.digits.stroke_files` reads, a list with one drawing, and says
which digit it is; the picture of the same name is the 28 × 28 image, white on black.
"""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mlp_studio.core.arrays import IntArray, Progress, no_progress
from mlp_studio.core.errors import StudioError
from mlp_studio.core.text import text
from mlp_studio.data.folders import data_folder
from mlp_studio.data.frame import SIDE
from mlp_studio.data.pictures import plain, read_picture
from mlp_studio.data.refusals import refusing, unusable

FOLDER = "my-digits"
HELD_BACK = 5  # one in so many is kept from learning, to be asked about later


@dataclass(frozen=True, eq=False)
class Kept:
    """All digits of a folder, oldest first.

    Parameters
    ----------
    names : tuple of str
        Of their files, without the suffix.
    images : ndarray of uint8, shape (n, 28, 28)
        White on black.
    labels : IntArray of shape (n,)
        Which digit each is.
    broken : tuple of StudioError
        What is wrong with those that can't be read; they stay where they are.
    """

    names: tuple[str, ...]
    images: NDArray[np.uint8]
    labels: IntArray
    broken: tuple[StudioError, ...] = ()

    def __len__(self) -> int:
        return len(self.names)

    @property
    def held_back(self) -> NDArray[np.bool_]:
        """Which are kept from learning: the same ones whatever else is kept, shape (n,)."""
        return np.array([held_back(name) for name in self.names], bool)


def my_digits_folder() -> Path:
    """Return where kept digits are; it may not exist yet."""
    return data_folder() / FOLDER


def held_back(name: str) -> bool:
    """Return whether the digit of this name is kept from learning."""
    return zlib.crc32(name.encode()) % HELD_BACK == 0


def read_kept(folder: Path, progress: Progress = no_progress) -> Kept:
    """Return the digits in `folder`; a folder that is not there has none.

    Raises
    ------
    StudioError
        When the folder can't be read.
    """
    try:
        # By their names, which begin with the time.
        records = sorted(path for path in folder.glob("*.json") if not path.name.startswith("."))
    except OSError as error:
        raise unusable(folder, text("it can't be read ({detail})", detail=str(error))) from error
    names, images, labels, broken = [], [], [], []
    for k, path in enumerate(records):
        if k % 50 == 0:
            progress(k / len(records), text("Reading your digits"))
        try:
            label, image = read_label(path), read_image(path.with_suffix(".png"))
        except StudioError as error:
            broken.append(error)
            continue
        names.append(path.stem)
        labels.append(label)
        images.append(image)
    pictures = np.stack(images) if images else np.zeros((0, SIDE, SIDE), np.uint8)
    return Kept(tuple(names), pictures, np.array(labels, np.int32), tuple(broken))


def read_label(path: Path) -> int:
    """Return which digit the JSON at `path` says it is.

    Raises
    ------
    StudioError
        When it does not say.
    """
    with refusing(path, text("it is no whole drawing")):
        items = json.loads(path.read_text(encoding="utf-8"))
    label = items[0].get("label") if _is_one(items) else None
    if type(label) is not int or not 0 <= label <= 9:
        raise unusable(path, text("it does not say which digit it is"))
    return label


def _is_one(items: object) -> bool:
    return isinstance(items, list) and len(items) == 1 and isinstance(items[0], dict)


def read_image(path: Path) -> NDArray[np.uint8]:
    """Return the image of a kept digit, shape (28, 28).

    Raises
    ------
    StudioError
        When there is none, or it has another size.
    """
    if not path.is_file():
        raise unusable(path, text("it is missing"))
    image = np.asarray(plain(read_picture(path), 1), np.uint8)
    if image.shape != (SIDE, SIDE):
        raise unusable(path, text("it is not a picture of 28 × 28"))
    return image
