"""Runs that are kept, made up or trained."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np

from mlp_studio.core.initializers import initial_weights
from mlp_studio.core.project import ProjectSpec
from mlp_studio.storage.project_file import SavedProject, save_project
from mlp_studio.storage.runs import ANSWERS, HISTORY, KeptRun, RunIndex, member, weights_part
from mlp_studio.storage.runs_parts import Answers, answers_bytes, history_bytes, weights_bytes


def made_up(project: ProjectSpec, number: int, **known: object) -> KeptRun:
    """A run that nobody trained; later ones began later."""
    run = KeptRun(
        id=f"{number:08x}",
        number=number,
        began=(datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=number)).isoformat(),
        project=project,
        first_epoch=1,
        last_epoch=3,
        weights_epoch=3,
        best_epoch=2,
        seconds=1.5 * number,
        scores={"accuracy": 0.5 + number / 2000, "recall_macro": 0.5, "f1_macro": 0.4},
        ranges={"accuracy": (0.4, 0.9)},
        examples="a",
    )
    return run.model_copy(update=dict(known))


def parts_of(run: KeptRun, epochs: tuple[int, ...] = (2, 3)) -> Mapping[str, bytes]:
    """Parts for a run that was made up."""
    rows = [{"epoch": k, "loss": 1 / k, "val_loss": 1.5 / k, "learning_rate": 0.01}
            for k in range(1, run.last_epoch + 1)]  # fmt: skip
    rng = np.random.default_rng(run.number)
    truth = np.arange(40) % 2
    answers = Answers(truth, np.where(rng.random(40) < 0.8, truth, 1 - truth))
    return {
        HISTORY: history_bytes(rows),
        ANSWERS: answers_bytes(answers),
        **{
            weights_part(epoch): weights_bytes(run.network, initial_weights(run.network, epoch))
            for epoch in epochs
        },
    }


def write_many(path: Path, project: ProjectSpec, count: int, folder: Path) -> None:
    """Write a project file with so many runs; their parts lie in `folder` before."""
    runs, parts = [], {}
    for number in range(1, count + 1):
        run = made_up(project, number)
        found = parts_of(run)
        run = run.with_parts({name: len(data) for name, data in found.items()})
        runs.append(run)
        for name, data in found.items():
            file = folder / run.id / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
            parts[member(run.id, name)] = file
    save_project(path, SavedProject(project, runs=RunIndex(runs)), parts=parts)
