"""Drawings written into files that `mlp_studio.digits.stroke_files.read_strokes` reads."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from mlp_studio.digits.stroke_files import StrokeExample, stroke_item
from mlp_studio.storage.files import write_text


def write_strokes(path: Path, examples: Sequence[StrokeExample]) -> None:
    """Write drawings as a JSON list, in place of what was there.

    Raises
    ------
    StudioError
        When it can't be written.
    """
    words = ",\n".join(json.dumps(stroke_item(example)) for example in examples)
    write_text(path, f"[{words}]\n")
