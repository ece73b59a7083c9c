"""From a trial back to a design: its network, settings and weights."""

from __future__ import annotations

from pathlib import Path

from mlp_studio.core.events import Snapshot
from mlp_studio.core.project import ProjectSpec
from mlp_studio.core.sweep_events import SweepPlan, TrialRow
from mlp_studio.core.sweep_space import applied
from mlp_studio.storage.project_file import load_project


def adopted(plan: SweepPlan, row: TrialRow) -> tuple[ProjectSpec, Snapshot | None]:
    """Return the design of a trial, and its weights where they are kept on this computer.

    The length of the training stays that of the design: a trial's was the sweep's choice.

    Raises
    ------
    StudioError
        When the design has changed so that the values no longer fit, or the kept file is
        broken.
    """
    project = applied(plan.project, row.values)
    file = Path(row.weights) if row.weights else None
    if file is None or not file.is_file():
        return project, None
    snapshot = load_project(file).snapshot
    return project, snapshot if snapshot and snapshot.network == project.network else None
