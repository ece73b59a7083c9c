"""What a file or folder that somebody brings seems to be, by its first bytes."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from mlp_studio.data.idx import is_idx
from mlp_studio.data.pictures import SUFFIXES

OwnKind = Literal["table", "images", "arrays", "mnist_relative"]
OWN_KINDS: tuple[OwnKind, ...] = ("table", "images", "arrays", "mnist_relative")


def own_kind(path: Path) -> OwnKind | None:
    """Return which kind of source a file or folder seems to be.

    None for a single picture, which is no set to learn from. Whether it can really be read
    is found out by whoever reads it.

    Parameters
    ----------
    path : Path
        A file or a folder.
    """
    try:
        if path.is_dir():
            idx = any(child.is_file() and _looks_like_idx(child) for child in path.iterdir())
            return "mnist_relative" if idx else "images"
        if path.suffix.lower() in SUFFIXES:
            return None
        if path.suffix.lower() in {".npz", ".npy"}:
            return "arrays"
        return "mnist_relative" if _looks_like_idx(path) else "table"
    except OSError:  # it can't be looked at: the one who reads it says why
        return "table"


def _looks_like_idx(path: Path) -> bool:
    named = "-idx" in path.name or ".idx" in path.name or path.suffix == ".gz"
    return named and is_idx(path)
