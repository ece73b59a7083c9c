"""Recorded pen strokes as JSON: read from files, and made ready to be written."""

from __future__ import annotations

import gzip
import json
import math
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mlp_studio.core.errors import StudioError
from mlp_studio.core.text import Text, text
from mlp_studio.digits.drawing import Drawing, PenStroke
from mlp_studio.digits.strokes import Point

_GZIP = b"\x1f\x8b"
_EXAMPLE = '{"label": 3, "strokes": [[[x, y], …], …]}'
_FARTHEST = 1e9  # beyond, differences are lost in single precision; JSON has integers without end
MAX_BYTES = 256 << 20  # unpacked; the 2,000 digits of the pen-based set have 1 MB


@dataclass(frozen=True)
class StrokeExample:
    """One drawing.

    Parameters
    ----------
    drawing : Drawing
        Its strokes, x to the right and y down.
    label : int or None
        Which digit it is, where the file tells.
    """

    drawing: Drawing
    label: int | None = None

    @property
    def strokes(self) -> tuple[tuple[Point, ...], ...]:
        """The points of each stroke."""
        return tuple(stroke.points for stroke in self.drawing)


def stroke_item(example: StrokeExample) -> dict[str, Any]:
    """Return a drawing as an item of the JSON list."""
    drawing = example.drawing
    item: dict[str, Any] = {} if example.label is None else {"label": example.label}
    item["strokes"] = [[_short(point) for point in stroke.points] for stroke in drawing]
    if any(stroke.width for stroke in drawing):
        item["widths"] = [round(stroke.width, 2) for stroke in drawing]
    if any(stroke.pressures for stroke in drawing):
        item["pressures"] = [_short(stroke.pressures) for stroke in drawing]
    return item


def _short(numbers: Sequence[float]) -> list[float]:
    return [round(number, 3) for number in numbers]


def read_strokes(path: Path) -> list[StrokeExample]:
    """Return the drawings in the file at `path`, a JSON list, packed with gzip or not.

    Each item is ``{"label": 0..9, "strokes": [[[x, y], ...], ...]}``; the label may be
    left out. There may be ``"widths"`` too, a number a stroke, and ``"pressures"``, a list a
    stroke with a number from 0 to 1 a point, or none.

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
    return example_from(path, number, item, label)


def example_from(path: Path, number: int, item: dict[str, Any], label: int | None) -> StrokeExample:
    """Return the drawing in an item of a file, whose label is known.

    Raises
    ------
    StudioError
        When it is of another format, saying where.
    """
    strokes = item["strokes"]
    if not isinstance(strokes, list) or not all(isinstance(stroke, list) for stroke in strokes):
        raise _bad(path, text("the strokes of item {number} are no list of lists", number=number))
    points = [tuple(_point(path, number, point) for point in stroke) for stroke in strokes]
    widths = item.get("widths", [0.0] * len(points))
    pressures = item.get("pressures", [[]] * len(points))
    sound = (
        _numbers(widths)
        and len(widths) == len(points)
        and isinstance(pressures, list)
        and len(pressures) == len(points)
        and all(
            _numbers(some) and len(some) in {0, len(of)}
            for some, of in zip(pressures, points, strict=True)
        )
    )
    if not sound:
        raise _bad(
            path,
            text(
                "item {number} should have a width for each stroke and a pressure for each point",
                number=number,
            ),
        )
    drawing = tuple(
        PenStroke(of, max(float(width), 0.0), tuple(min(max(float(p), 0.0), 1.0) for p in some))
        for of, width, some in zip(points, widths, pressures, strict=True)
    )
    return StrokeExample(drawing, label)


def _numbers(values: Any) -> bool:
    return isinstance(values, list) and all(_number(value) for value in values)


def _number(value: Any) -> bool:
    return type(value) in {int, float} and abs(value) < _FARTHEST and math.isfinite(value)


def _point(path: Path, number: int, point: Any) -> tuple[float, float]:
    if isinstance(point, list) and len(point) == 2 and all(_number(value) for value in point):
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
