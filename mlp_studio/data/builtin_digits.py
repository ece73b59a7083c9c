"""The built-in digits: made once (`mlp_studio.data.made_digits`), then kept in the cache."""

from __future__ import annotations

import contextlib
import os
import tempfile
import zipfile
from pathlib import Path

import numpy as np

from mlp_studio.core.arrays import Progress, no_progress
from mlp_studio.core.datasets import BuiltinDigits
from mlp_studio.core.text import text
from mlp_studio.data.folders import cache_folder
from mlp_studio.data.frame import SIDE
from mlp_studio.data.made_digits import VERSION, MadeDigits, make_digits

KEPT = 4  # files in the cache: some 50 MB each, one for each number and seed that was tried


def load_digits(
    source: BuiltinDigits, progress: Progress = no_progress, folder: Path | None = None
) -> MadeDigits:
    """Return the digits of `source`, from the cache where they were made before.

    Parameters
    ----------
    source : BuiltinDigits
        How many, and the seed.
    progress : Progress
        Told how far the making has come; may raise `Cancelled`.
    folder : Path, optional
        Where they are kept; the program's cache folder by default.
    """
    name = f"digits-v{VERSION}-{source.count}-{source.seed}.npz"
    path = (folder or cache_folder()) / name
    progress(0.0, text("Looking for the digits made before"))
    made = _from_cache(path, source)
    if made is None:
        made = make_digits(source, progress)
        _to_cache(path, made)
    else:
        with contextlib.suppress(OSError):  # only the order of forgetting depends on it
            path.touch()
    return made


def _from_cache(path: Path, source: BuiltinDigits) -> MadeDigits | None:
    """Return what the cache holds; None where it holds nothing or something broken.

    A broken cache is no concern of anyone's: it is simply made again.
    """
    total = source.count + source.count // 10
    shapes = {"images": (total, SIDE, SIDE), "labels": (total,), "groups": (total,)}
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as stored:
            arrays = {name: stored[name] for name in (*shapes, "test")}
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
        return None
    wanted = {"images": "uint8", "labels": "int32", "groups": "int32", "test": "bool"}
    shapes["test"] = (total,)
    if any(
        arrays[name].shape != shapes[name] or arrays[name].dtype != kind
        for name, kind in wanted.items()
    ):
        return None
    return MadeDigits(**arrays)


def _to_cache(path: Path, made: MadeDigits) -> None:
    """Keep the digits; a folder that can't be written only costs the next start its time."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(prefix=path.name, suffix=".tmp", dir=path.parent)
    except OSError:
        return
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            np.savez(
                file, images=made.images, labels=made.labels, groups=made.groups, test=made.test
            )
        temporary.replace(path)
        _forget_old(path.parent)
    except OSError:
        temporary.unlink(missing_ok=True)


def _forget_old(folder: Path) -> None:
    """Delete all digits but those used last, of earlier versions too."""
    files = sorted(folder.glob("digits-v*.npz"), key=lambda path: path.stat().st_mtime_ns)
    for path in files[:-KEPT]:
        path.unlink(missing_ok=True)
