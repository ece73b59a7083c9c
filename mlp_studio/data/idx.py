"""IDX files, plain or gzipped: the format of MNIST and its relatives.

Layout: two zero bytes, the type, the number of axes, then each axis as a big-endian 32-bit
number, then the values (http://yann.lecun.com/exdb/mnist/).
"""

from __future__ import annotations

import gzip
import math
import struct
import zlib
from pathlib import Path
from typing import IO, cast

import numpy as np

from mlp_studio.core.arrays import AnyArray, Progress, no_progress
from mlp_studio.core.text import text
from mlp_studio.data.refusals import refusing, require_file, unusable

UNSIGNED_BYTE = 8
MAX_BYTES = 2 << 30
_CHUNK = 1 << 20


def is_idx(path: Path) -> bool:
    """Whether a file begins as an IDX file of bytes does, gzipped or not."""
    try:
        with _opened(path) as file:
            start = file.read(4)
    except (OSError, EOFError, zlib.error):
        return False
    return len(start) == 4 and start[:3] == bytes((0, 0, UNSIGNED_BYTE)) and 0 < start[3] < 5


def _opened(path: Path) -> IO[bytes]:
    with path.open("rb") as file:
        packed = file.read(2) == b"\x1f\x8b"
    return cast(IO[bytes], gzip.open(path, "rb")) if packed else path.open("rb")


def read_idx(path: Path, axes: int, progress: Progress = no_progress) -> AnyArray:
    """Return the array of bytes in an IDX file.

    Parameters
    ----------
    path : Path
        Plain or gzipped.
    axes : int
        How many it must have: 1 for labels, 3 for pictures.
    progress : Progress
        Told the share that is read; may raise `Cancelled`.

    Raises
    ------
    StudioError
        When it is missing, cut off or something else, naming it.
    """
    require_file(path)
    with refusing(path, text("it is no whole IDX file")), _opened(path) as file:
        start = file.read(4)
        if len(start) < 4 or start[:3] != bytes((0, 0, UNSIGNED_BYTE)):
            raise unusable(path, text("it is no IDX file of bytes"))
        if start[3] != axes:
            raise unusable(
                path,
                text("it has {given} axes, and should have {wanted}", given=start[3], wanted=axes),
                text("Pictures have three axes, labels one: perhaps they were exchanged."),
            )
        sides = file.read(4 * axes)
        if len(sides) < 4 * axes:
            raise unusable(path, text("it ends too early"))
        shape = struct.unpack(f">{axes}I", sides)
        size = math.prod(shape)
        if not 0 < size <= MAX_BYTES:
            raise unusable(path, text("it says to have the shape {shape}", shape=shape))
        pieces: list[bytes] = []
        done = 0
        while done < size:  # a list, not the size that is promised: a short file takes no memory
            progress(done / size, text("Reading {file}", file=path.name))
            piece = file.read(min(_CHUNK, size - done))
            if not piece:
                raise unusable(
                    path,
                    text("it ends after {given} of {wanted} bytes", given=done, wanted=size),
                )
            pieces.append(piece)
            done += len(piece)
        if file.read(1):
            raise unusable(path, text("it goes on after its {wanted} bytes", wanted=size))
    return np.frombuffer(b"".join(pieces), np.uint8).reshape(shape)
