"""How files that can't be used are refused: always with their name, and what to do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mlp_studio.core.errors import Cancelled, StudioError
from mlp_studio.core.text import Text, text


def unusable(path: Path | str, reason: Text, remedy: Text | None = None) -> StudioError:
    """Return the error for a file that is not what it should be."""
    return StudioError(
        text("{file} can't be used: {reason}.", file=str(path), reason=reason),
        remedy or text("Replace it with a whole copy, or choose another file."),
    )


def require_file(path: Path) -> None:
    """Raise a `StudioError` unless there is a file at `path` with something in it."""
    if path.is_dir():
        raise unusable(path, text("it is a folder"), text("Choose a file."))
    if not path.exists():
        raise StudioError(
            text("There is no file {file}.", file=str(path)),
            text("It may have been moved or renamed: choose it where it is now."),
        )
    if path.stat().st_size == 0:
        raise unusable(path, text("it is empty"), text("Choose a file with data in it."))


@contextmanager
def refusing(path: Path, what: Text) -> Iterator[None]:
    """Turn whatever a library says about a broken file into a `StudioError` that names it.

    Parameters
    ----------
    path : Path
        The file that is read.
    what : Text
        What it is not, when reading fails, such as “it is no whole Excel file”.
    """
    try:
        yield
    except (StudioError, Cancelled):
        raise
    except MemoryError as error:
        raise unusable(
            path,
            text("there is not enough memory for it"),
            text("Close other programs, or choose a smaller file."),
        ) from error
    except OSError as error:
        detail = error.strerror or str(error)
        raise unusable(path, text("it can't be read ({detail})", detail=detail)) from error
    except Exception as error:
        detail = (str(error).splitlines() or [""])[0][:200] or type(error).__name__
        raise unusable(path, text("{what} ({detail})", what=what, detail=detail)) from error
