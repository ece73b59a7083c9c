"""Keeping drawn digits: a picture and the strokes of each, and nothing is ever thrown away.

See `mlp_studio.data.my_digits` for what the files hold. A digit is there once its JSON is:
the picture is written first. One that is removed moves into a folder beside the others.
"""

from __future__ import annotations

import datetime
import io
import json
import secrets
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from mlp_studio.core.arrays import FloatArray
from mlp_studio.core.errors import StudioError
from mlp_studio.core.text import text
from mlp_studio.data.my_digits import read_label
from mlp_studio.digits.drawing import Drawing
from mlp_studio.digits.stroke_files import StrokeExample, read_strokes, stroke_item
from mlp_studio.storage.files import make_folder, replacing, unwritable, write_text
from mlp_studio.storage.strokes import write_strokes

REMOVED = "removed"


def keep(folder: Path, image: FloatArray, label: int, drawing: Drawing = ()) -> str:
    """Write a digit into `folder`; return its name.

    Parameters
    ----------
    folder : Path
        Made where it does not exist.
    image : FloatArray of shape (28, 28)
        In [0, 1]; ink is 1.
    label : int
        Which digit it is.
    drawing : Drawing
        Its strokes; none for one that came from a photo.

    Raises
    ------
    StudioError
        When it can't be written.
    """
    from PIL import Image

    make_folder(folder)
    # In the order they were drawn, and unlike any other, whatever the clock does.
    now = datetime.datetime.now(datetime.UTC).strftime("%Y%m%d-%H%M%S-%f")
    name = f"{now}-{secrets.token_hex(3)}"
    packed = io.BytesIO()
    grey = np.rint(np.clip(image, 0, 1) * 255).astype(np.uint8)
    Image.fromarray(grey).save(packed, "PNG")
    with replacing(folder / f"{name}.png") as file:
        file.write(packed.getvalue())
    _write(folder / f"{name}.json", StrokeExample(drawing, label))
    return name


def remove(folder: Path, names: Sequence[str]) -> None:
    """Put digits aside; `restore` brings them back.

    Raises
    ------
    StudioError
        When they can't be moved.
    """
    _move(folder, folder / REMOVED, names)


def restore(folder: Path, names: Sequence[str]) -> None:
    """Bring digits back that were removed.

    Raises
    ------
    StudioError
        When they can't be moved.
    """
    _move(folder / REMOVED, folder, names)


def relabel(folder: Path, name: str, label: int) -> int:
    """Say that a digit is another one; return what it was before.

    Raises
    ------
    StudioError
        When its file can't be read or written.
    """
    path = folder / f"{name}.json"
    before = read_label(path)
    items = json.loads(path.read_text(encoding="utf-8"))
    items[0]["label"] = label  # whatever else the file says stays
    write_text(path, json.dumps(items) + "\n")
    return before


def drawing_of(folder: Path, name: str) -> Drawing:
    """Return the strokes of a kept digit; empty for one that came from a photo."""
    return read_strokes(folder / f"{name}.json")[0].drawing


def export_strokes(folder: Path, names: Sequence[str], path: Path) -> None:
    """Write the strokes of kept digits into one JSON list.

    Raises
    ------
    StudioError
        When a file can't be read, or the list not be written.
    """
    write_strokes(path, [read_strokes(folder / f"{name}.json")[0] for name in names])


def _write(path: Path, example: StrokeExample) -> None:
    write_text(path, json.dumps([stroke_item(example)]) + "\n")


def _move(source: Path, target: Path, names: Sequence[str]) -> None:
    make_folder(target)
    # The record last where digits come back, first where they go: never one without a picture.
    suffixes = (".json", ".png") if target.name == REMOVED else (".png", ".json")
    for name in names:
        for suffix in suffixes:
            try:
                (source / f"{name}{suffix}").replace(target / f"{name}{suffix}")
            except FileNotFoundError as error:
                raise StudioError(
                    text("{path} is no longer there.", path=str(source / f"{name}{suffix}")),
                    text("Open the list of your digits again."),
                ) from error
            except OSError as error:
                raise unwritable(target, error) from error
