"""Arrays from ``.npy`` and ``.npz`` files: sizes are known from the headers before any is read.

Pickled objects are refused: to read them would be to run what a stranger wrote.
"""

from __future__ import annotations

import math
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import numpy as np
from numpy.lib import format as npy_format

from mlp_studio.core.arrays import AnyArray, Progress, no_progress
from mlp_studio.core.text import Text, text
from mlp_studio.data.refusals import refusing, require_file, unusable

MAX_BYTES = 8 << 30
_CHUNK = 4 << 20
_NO_ARRAY = text("it is no whole NumPy file")


@dataclass(frozen=True)
class Header:
    """What an array says of itself.

    Parameters
    ----------
    shape : tuple of int
        Its sides.
    dtype : numpy.dtype
        Its numbers' type.
    fortran : bool
        Whether its first axis runs fastest.
    """

    shape: tuple[int, ...]
    dtype: np.dtype[np.generic]
    fortran: bool

    @property
    def nbytes(self) -> int:
        """How many bytes the numbers take."""
        return math.prod(self.shape) * self.dtype.itemsize


def headers(path: Path) -> dict[str, Header]:
    """Return the headers of a ``.npz``'s arrays by name; of a ``.npy``, under the empty name.

    Raises
    ------
    StudioError
        When the file is missing, broken or far too big, naming it.
    """
    require_file(path)
    with refusing(path, _NO_ARRAY):
        if not zipfile.is_zipfile(path):
            with path.open("rb") as file:
                header = _header(path, file, "")
                size = path.stat().st_size - file.tell()
            _check(path, "", header, size)
            return {"": header}
        found = {}
        with zipfile.ZipFile(path) as archive:
            for info in archive.infolist():
                if not info.filename.endswith(".npy"):
                    continue
                name = info.filename.removesuffix(".npy")
                with archive.open(info) as stream:
                    found[name] = _header(path, stream, name)
                    size = info.file_size - stream.tell()
                _check(path, name, found[name], size)
        return found


def _header(path: Path, stream: IO[bytes], name: str) -> Header:
    try:
        version = npy_format.read_magic(stream)
        read = {
            (1, 0): npy_format.read_array_header_1_0,
            (2, 0): npy_format.read_array_header_2_0,
        }[version]
        shape, fortran, dtype = read(stream)
    except (ValueError, KeyError) as error:
        reason = (
            text("“{name}” is no NumPy array ({detail})", name=name, detail=str(error))
            if name
            else text("it is no NumPy array ({detail})", detail=str(error))
        )
        raise unusable(path, reason) from error
    return Header(tuple(int(side) for side in shape), dtype, fortran)


def _check(path: Path, name: str, header: Header, size: int) -> None:
    label = name or path.name
    if header.dtype.hasobject:
        raise unusable(
            path,
            text("“{name}” holds Python objects, which are not read", name=label),
            text("Save it as plain numbers or words: array.astype(float)."),
        )
    if header.nbytes > MAX_BYTES:
        raise unusable(
            path,
            text(
                "“{name}” has {given} GB, more than {limit}",
                name=label,
                given=round(header.nbytes / 2**30, 1),
                limit=MAX_BYTES >> 30,
            ),
            text("Save fewer examples, or smaller ones."),
        )
    if header.nbytes != size:
        raise unusable(
            path,
            text(
                "“{name}” should have {wanted} bytes of numbers, and has {given}",
                name=label,
                wanted=header.nbytes,
                given=max(0, size),
            ),
        )


def read_array(path: Path, name: str = "", progress: Progress = no_progress) -> AnyArray:
    """Return an array of a ``.npz``, or the one of a ``.npy`` (then `name` is empty).

    Parameters
    ----------
    path : Path
        The file.
    name : str
        The array's name.
    progress : Progress
        Told the share that is read, every few megabytes; may raise `Cancelled`.
    """
    known = headers(path)
    if name not in known:
        raise missing_array(path, name, list(known))
    with refusing(path, _NO_ARRAY):
        if not name and not zipfile.is_zipfile(path):
            with path.open("rb") as file:
                return _numbers(path, file, name, progress)
        with zipfile.ZipFile(path) as archive, archive.open(f"{name}.npy") as stream:
            return _numbers(path, stream, name, progress)


def _numbers(path: Path, stream: IO[bytes], name: str, progress: Progress) -> AnyArray:
    header = _header(path, stream, name)
    data = np.empty(header.nbytes, np.uint8)
    done = 0
    while done < len(data):
        progress(done / len(data), text("Reading {file}", file=path.name))
        piece = stream.read(min(_CHUNK, len(data) - done))
        if not piece:
            raise unusable(path, text("“{name}” ends too early", name=name or path.name))
        data[done : done + len(piece)] = np.frombuffer(piece, np.uint8)
        done += len(piece)
    stream.read(1)  # to the end, so that an archive's checksum is compared
    values: AnyArray = data.view(header.dtype) if header.dtype.itemsize else data
    return values.reshape(header.shape, order="F" if header.fortran else "C")


def missing_array(path: Path, name: str, found: list[str]) -> Exception:
    """Return the error for an array that a file does not have."""
    words: Text = text(
        "it has no array “{name}”; its arrays are {found}",
        name=name,
        found=", ".join(found[:20]) or "–",
    )
    return unusable(path, words, text("Choose the arrays anew, or another file."))
