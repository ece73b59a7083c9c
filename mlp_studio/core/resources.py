"""Finds icons, translations and style sheets, from a checkout and from an installed wheel alike."""

from __future__ import annotations

from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent


@cache
def root() -> Path:
    """Return the folder of the resources.

    A wheel carries it inside the package (see ``force-include`` in pyproject.toml);
    a checkout has it beside the package.
    """
    for folder in (PACKAGE / "_resources", PACKAGE.parent / "resources"):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"MLP Studio's resources are neither in nor beside {PACKAGE}")


def resource(*parts: str) -> Path:
    """Return the path of a resource, for instance ``resource("icons", "mlp-studio.svg")``.

    Parameters
    ----------
    *parts : str
        Folders and file name below the resources' folder.
    """
    return root().joinpath(*parts)
