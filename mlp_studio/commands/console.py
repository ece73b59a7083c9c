"""Output for people and for programs: JSON on standard output, progress on standard error."""

from __future__ import annotations

import json
import sys
from typing import Any

from mlp_studio.core.text import Text

WIDTH = 30


def print_json(document: Any) -> None:
    """Print one JSON document on standard output and nothing else there."""
    json.dump(document, sys.stdout, indent=2, allow_nan=False, default=_plain)
    sys.stdout.write("\n")


def say(words: str) -> None:
    """Print a line for people on standard output."""
    sys.stdout.write(words + "\n")


def warn(words: str) -> None:
    """Print a line on standard error."""
    sys.stderr.write(words + "\n")


def _plain(value: Any) -> Any:
    if hasattr(value, "tolist"):  # NumPy's numbers and arrays
        return value.tolist()
    raise TypeError(f"can't be written as JSON. Received: {value!r}")


class ProgressLine:
    """A progress bar on standard error; one line, rewritten where that is a terminal."""

    def __init__(self) -> None:
        self._terminal = sys.stderr.isatty()
        self._open = False
        self._last = ""

    def __call__(self, share: float, what: Text | str) -> None:
        """Show the share done in [0, 1] and what is going on."""
        words = str(what)
        if self._terminal:
            filled = round(WIDTH * min(1.0, max(0.0, share)))
            bar = "█" * filled + "·" * (WIDTH - filled)
            sys.stderr.write(f"\r\x1b[K{bar} {words}")
            self._open = True
        elif words != self._last:  # a log file wants each line once
            sys.stderr.write(f"{words}\n")
        self._last = words
        sys.stderr.flush()

    def close(self) -> None:
        """End the line."""
        if self._open:
            sys.stderr.write("\n")
            self._open = False
