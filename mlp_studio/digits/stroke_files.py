"""Reading recorded pen strokes from a file."""

from __future__ import annotations

import gzip
import json
import math
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mlp_studio.core.errors import StudioError
from mlp_studio.core.text import Text, text

_GZIP = b"\x1f\x8b"
_EXAMPLE = '{"label": 3, "strokes": [[[x, y], …], …]}'
MAX_BYTES = 256 << 20  # unpacked; the 2,000 digits of the pen-based set have 1 MB


@dataclass(frozen=True)
class StrokeExample:
    """One drawing.

    Parameters
    ----------
    strokes : tuple of tuple of (float, float)
        Pen down to pen up, x to the right and y down.
    label : int or None
        Which digit it is, where the file tells.
    """

    strokes: tuple[tuple[tuple[float, float], ...], ...]
    label: int | None = None


def read_strokes(path: Path) -> list[StrokeExample]:
    """Return the drawings in the file at `path`, a JSON list, packed with gzip or not.

    Each item is ``{"label": 0..9, "strokes": [[[x, y], ...], ...]}``; the label may be
    left out.

    Raises
    ------
    StudioError
        When the file is missing, broken or of another format, saying where.
    """
    try:
        raw = path.read_bytes()
        if raw.startswith(_GZIP):
            with gzip.open(path) as stream:
                raw = stream.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise StudioError(
            text("There is no file {file}.", file=str(path)), text("Check its name.")
        ) from None
    except (OSError, EOFError, zlib.error) as error:
        raise _bad(path, text("it can't be read ({detail})", detail=str(error))) from error
    if len(raw) > MAX_BYTES:
        raise _bad(path, text("it has more than {limit} MB", limit=MAX_BYTES >> 20))
    try:
        items = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise _bad(path, text("it is not JSON ({detail})", detail=str(error))) from error
    if not isinstance(items, list):
        raise _bad(path, text("it holds no list, but {given}", given=_shown(items)))
    return [_example(path, number, item) for number, item in enumerate(items)]


def _example(path: Path, number: int, item: Any) -> StrokeExample:
    if not isinstance(item, dict) or "strokes" not in item:
        raise _bad(path, text("item {number} has no “strokes”", number=number))
    label = item.get("label")
    # A JSON true is a Python int.
    if label is not None and (type(label) is not int or not 0 <= label <= 9):
        raise _bad(
            path,
            text(
                "the label of item {number} should be a digit from 0 to 9, and is {given}",
                number=number,
                given=_shown(label),
            ),
        )
    strokes = item["strokes"]
    if not isinstance(strokes, list) or not all(isinstance(stroke, list) for stroke in strokes):
        raise _bad(path, text("the strokes of item {number} are no list of lists", number=number))
    return StrokeExample(
        tuple(tuple(_point(path, number, point) for point in stroke) for stroke in strokes), label
    )


def _point(path: Path, number: int, point: Any) -> tuple[float, float]:
    if (
        isinstance(point, list)
        and len(point) == 2
        and all(type(value) in {int, float} and math.isfinite(value) for value in point)
    ):
        return float(point[0]), float(point[1])
    raise _bad(
        path,
        text(
            "a point of item {number} should be [x, y] with two numbers, and is {given}",
            number=number,
            given=_shown(point),
        ),
    )


def _shown(value: Any) -> str:
    words = json.dumps(value)
    return words if len(words) <= 40 else words[:40] + "…"


def _bad(path: Path, reason: Text) -> StudioError:
    return StudioError(
        text("The strokes in {file} can't be used: {reason}.", file=str(path), reason=reason),
        text("Each item of the JSON list should look like {example}.", example=_EXAMPLE),
    )
