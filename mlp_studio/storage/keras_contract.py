"""What a network's inputs and outputs mean, kept inside Keras's own files.

Keras opens the files as before: a ``.keras`` archive has one member more, an ``.h5`` file one
data set more. Files from elsewhere, which have neither, may have a JSON of the same content
beside them, such as ``model.keras.input.json``.
"""

from __future__ import annotations

import json
import zipfile
import zlib
from pathlib import Path

from pydantic import ValidationError

from mlp_studio.core.errors import StudioError
from mlp_studio.core.scaling import Scaler
from mlp_studio.core.text import text
from mlp_studio.storage.files import first_fault, write_text

MEMBER = "mlp_studio_input.json"
DATASET = "mlp_studio_input"
BESIDE = ".input.json"
_MAX_JSON = 64 << 20


def beside(path: Path) -> Path:
    """Return where the JSON of a model file from elsewhere lies."""
    return path.with_name(path.name + BESIDE)


def write_contract(path: Path, scaler: Scaler) -> None:
    """Put what the inputs mean into the Keras file at `path`, which is there."""
    import h5py

    words = scaler.model_dump_json()
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path, "a") as archive:
            archive.writestr(MEMBER, words)
    else:
        with h5py.File(path, "r+") as file:
            # No attribute: those of HDF5 hold no more than 64 kB, less than two numbers a pixel.
            file.create_dataset(DATASET, data=list(words.encode()), dtype="uint8")


def write_beside(path: Path, scaler: Scaler) -> Path:
    """Write what the inputs mean beside the model file at `path`; return where."""
    written = beside(path)
    write_text(written, scaler.model_dump_json(indent=1) + "\n")
    return written


def read_contract(path: Path) -> Scaler | None:
    """Return what the inputs of the Keras file at `path` mean; None where nothing says so.

    Raises
    ------
    StudioError
        When it is said in a way that can't be understood, naming the fault.
    """
    try:
        words = _inside(path)
        if words is None and beside(path).is_file():
            words = beside(path).read_bytes()
    except (OSError, zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise _unreadable(path, text("it is damaged ({reason})", reason=error)) from error
    if words is None:
        return None
    try:
        return Scaler.model_validate_json(words)
    except ValidationError as error:
        raise _unreadable(path, first_fault(error)) from error


def _inside(path: Path) -> bytes | None:
    import h5py

    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            if MEMBER not in archive.namelist():
                return None
            if archive.getinfo(MEMBER).file_size > _MAX_JSON:
                raise _unreadable(path, text("it is far too big"))
            return archive.read(MEMBER)
    if not h5py.is_hdf5(path):
        return None
    with h5py.File(path) as file:
        return bytes(file[DATASET][()]) if DATASET in file else None


def _unreadable(path: Path, reason: object) -> StudioError:
    example = json.dumps({"kind": "divide_255", "white": 255, "black": 0})
    return StudioError(
        text("What the inputs of “{path}” mean can't be read: {reason}.", path=path, reason=reason),
        text("It should be JSON such as {example}.", example=example),
    )
