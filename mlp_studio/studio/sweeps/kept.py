"""The weights of a sweep's best trials, each as a project file, and the folder of a sweep."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import Any, Protocol

from mlp_studio.core.errors import StudioError
from mlp_studio.core.events import Snapshot
from mlp_studio.core.project import ProjectSpec
from mlp_studio.core.sweep import SweepSpec
from mlp_studio.core.sweep_events import SweepPlan
from mlp_studio.core.sweep_space import sweep_of
from mlp_studio.core.text import text
from mlp_studio.storage.folders import data_folder
from mlp_studio.storage.project_file import SUFFIX, SavedProject, save_project

KEPT = 5
_RANKED = re.compile(r"^trial-(\d+)@(.+)$")


class HasWeights(Protocol):
    """A trial that ended with weights."""

    @property
    def number(self) -> int:
        """Counted from 0."""
        ...

    @property
    def project(self) -> ProjectSpec:
        """Its design."""
        ...

    @property
    def snapshot(self) -> Snapshot:
        """The weights of its best epoch."""
        ...

    @property
    def value(self) -> float:
        """The objective then."""
        ...

    @property
    def history(self) -> list[dict[str, Any]]:
        """Its epochs."""
        ...


def sweeps_folder(project: ProjectSpec, path: Path | None) -> Path:
    """Return where the sweeps of a project are kept: beside its file, else with the data."""
    if path is not None:
        return path.absolute().with_suffix(".sweeps")
    name = re.sub(r"[^\w.-]+", "-", project.name).strip("-.") or "project"
    return data_folder() / "sweeps" / name


def study_file(folder: Path) -> Path:
    """Return the file with all studies of a folder."""
    return folder / "studies.db"


def study_name(project: ProjectSpec, sweep: SweepSpec) -> str:
    """Return a name that is the same whenever the same is swept in the same way.

    Trials, time and workers may differ: a sweep goes on with more of them.
    """
    what = {
        "network": project.network.model_dump(mode="json"),
        "training": project.training.model_dump(mode="json"),
        "data": project.data.model_dump(mode="json"),
        "sweep": sweep.model_dump(mode="json", exclude={"trials", "seconds", "workers"}),
    }
    digest = hashlib.sha256(json.dumps(what, sort_keys=True).encode()).hexdigest()
    return f"{project.name}-{digest[:10]}"


def plan_here(project: ProjectSpec, path: Path | None, device: str) -> SweepPlan:
    """Return the plan of the project's sweep in the file beside it."""
    sweep = sweep_of(project)
    folder = sweeps_folder(project, path)
    name = study_name(project, sweep)
    return SweepPlan(project, sweep, str(study_file(folder)), name, folder / plain(name), device)


def plain(name: str) -> str:
    """Return a name as a folder can have it."""
    return re.sub(r"[^\w.-]", "-", name)


def keep_weights(folder: Path, trial: HasWeights, *, higher: bool, most: int = KEPT) -> str:
    """Write a trial's network and weights where it is among the best; drop the worst.

    Parameters
    ----------
    folder : Path
        Made where it is missing. Several processes may write there.
    trial : HasWeights
        What to keep.
    higher : bool
        Whether a higher value is better.
    most : int
        How many are kept.

    Returns
    -------
    str
        The file; empty where others are better.
    """
    folder.mkdir(parents=True, exist_ok=True)
    ranked = sorted(_kept(folder), key=lambda one: one[0], reverse=higher)
    if len(ranked) >= most:
        worst = ranked[most - 1][0]
        if not (trial.value > worst if higher else trial.value < worst):
            return ""
        for _, file in ranked[most - 1 :]:
            file.unlink(missing_ok=True)
    file = folder / f"trial-{trial.number:04d}@{trial.value!r}{SUFFIX}"
    save_project(file, SavedProject(trial.project, trial.snapshot, trial.history))
    return str(file)


def _kept(folder: Path) -> list[tuple[float, Path]]:
    found = []
    for file in folder.glob(f"trial-*{SUFFIX}"):
        match = _RANKED.match(file.name.removesuffix(SUFFIX))
        if match:
            found.append((float(match[2]), file))
    return found


def require_folder(folder: Path) -> None:
    """Make a folder.

    Raises
    ------
    StudioError
        When that can't be.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StudioError(
            text(
                "The folder {folder} can't be written: {reason}.",
                folder=folder,
                reason=error.strerror or error,
            ),
            text("Save the project elsewhere, or name a storage with --storage."),
        ) from error
