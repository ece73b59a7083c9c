"""What the program and the process that paints by OpenGL say to one another.

A message is the length of a JSON text in four bytes, the text, and arrays whose numbers of
bytes the text has under ``"bytes"``.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Sequence
from typing import Any

HEAD = struct.Struct("<I")
MOST = 1 << 20  # bytes of a text: more is no message of ours


class WireError(RuntimeError):
    """What arrived is no message."""


def packed(what: dict[str, Any], arrays: Sequence[bytes] = ()) -> bytes:
    """Return a message."""
    words = json.dumps({**what, "bytes": [len(array) for array in arrays]}).encode()
    return b"".join((HEAD.pack(len(words)), words, *arrays))


def unpacked(given: bytes) -> tuple[dict[str, Any], list[bytes], int] | None:
    """Return the first message, its arrays and how many bytes it has; None while it is not whole.

    Raises
    ------
    WireError
        When it is no message.
    """
    if len(given) < HEAD.size:
        return None
    (length,) = HEAD.unpack_from(given)
    if length > MOST:
        raise WireError(f"a text of {length} bytes")
    if len(given) < HEAD.size + length:
        return None
    try:
        what = json.loads(given[HEAD.size : HEAD.size + length])
        sizes = [int(size) for size in what["bytes"]]
    except (ValueError, KeyError, TypeError) as error:
        raise WireError(str(error)) from error
    start = HEAD.size + length
    if len(given) < start + sum(sizes):
        return None
    arrays = []
    for size in sizes:
        arrays.append(given[start : start + size])
        start += size
    return what, arrays, start
