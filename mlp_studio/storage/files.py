"""Writing files so that a crash never leaves half of one, and reading them with care."""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import numpy as np
from pydantic import ValidationError

from mlp_studio.core.arrays import AnyArray
from mlp_studio.core.errors import StudioError
from mlp_studio.core.text import Text, text


@contextlib.contextmanager
def replacing(path: Path) -> Iterator[IO[bytes]]:
    """Open a file that takes the place of `path` once it is complete.

    Raises
    ------
    StudioError
        When it can't be written, naming the file and why.
    """
    try:
        descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    except OSError as error:
        raise unwritable(path, error) from error
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(_mode(path))
        temporary.replace(path)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise unwritable(path, error) from error
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _mode(path: Path) -> int:
    """Return the permissions of the file that is replaced, else the usual ones."""
    try:
        return path.stat().st_mode & 0o777
    except FileNotFoundError:
        return 0o644


def write_array(path: Path, array: AnyArray) -> None:
    """Write `array` as ``.npy``, in place of what was there."""
    with replacing(path) as file:
        np.lib.format.write_array(file, np.ascontiguousarray(array), allow_pickle=False)


def write_text(path: Path, words: str) -> None:
    """Write `words` in UTF-8, in place of what was there."""
    with replacing(path) as file:
        file.write(words.encode())


def write_json(path: Path, value: Any) -> None:
    """Write `value` as JSON that a person can read, in place of what was there."""
    write_text(path, json.dumps(value, indent=2, ensure_ascii=False) + "\n")


def make_folder(folder: Path) -> None:
    """Make `folder` and those above it, where they don't exist."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unwritable(folder, error) from error


def unwritable(path: Path, error: OSError) -> StudioError:
    """Return the error for a place that can't be written."""
    return StudioError(
        text(
            "{path} can't be written: {reason}.",
            path=str(path),
            reason=error.strerror or str(error),
        ),
        text("Choose another folder, or make room or give yourself permission there."),
    )


def first_fault(error: ValidationError) -> Text:
    """Return where a hand-edited spec is wrong, and how."""
    fault = error.errors(include_url=False, include_context=False)[0]
    return text(
        "“{where}”: {what}; received {given}",
        where=".".join(str(part) for part in fault["loc"]) or "spec",
        what=fault["msg"],
        given=repr(fault["input"])[:60],
    )
