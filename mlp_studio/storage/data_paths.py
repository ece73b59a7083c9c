"""Where a project's data lies: beside its file, so that both can move, else at a full path."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path, PurePath

from mlp_studio.core.project import ProjectSpec

_PATHS = ("path", "labels_path")


def portable(project: ProjectSpec, folder: Path) -> ProjectSpec:
    """Return the project with data below `folder` named from there.

    Parameters
    ----------
    project : ProjectSpec
        Its data at full paths.
    folder : Path
        Where the project file will lie.
    """
    home = folder.absolute()

    def shorten(path: str) -> str:
        full = Path(path).absolute()
        # With slashes on every system: the project may be opened on another one.
        return full.relative_to(home).as_posix() if full.is_relative_to(home) else str(full)

    return _with_paths(project, shorten)


def settled(project: ProjectSpec, folder: Path) -> ProjectSpec:
    """Return the project with its data at full paths; short ones are below `folder`."""
    home = folder.absolute()
    return _with_paths(
        project, lambda path: path if PurePath(path).is_absolute() else str(home / path)
    )


def _with_paths(project: ProjectSpec, change: Callable[[str], str]) -> ProjectSpec:
    source = project.data.source
    changes = {name: change(getattr(source, name)) for name in _PATHS if getattr(source, name, "")}
    if not changes:
        return project
    moved = source.model_copy(update=changes)
    return project.model_copy(update={"data": project.data.model_copy(update={"source": moved})})
