"""``mlp-studio sweep``: search for a better design, on one computer or on several."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from mlp_studio.commands.console import ProgressLine, print_json, say, warn
from mlp_studio.commands.train import find_project
from mlp_studio.core.devices import Device
from mlp_studio.core.errors import StudioError
from mlp_studio.core.project import ProjectSpec
from mlp_studio.core.sweep import SweepSpec
from mlp_studio.core.sweep_events import (
    SweepEvent,
    SweepFinished,
    SweepJoined,
    SweepNote,
    SweepPlan,
    TrialRow,
    TrialsChanged,
    WorkerLost,
    best_row,
)
from mlp_studio.core.sweep_space import applied, sweep_of
from mlp_studio.core.text import text
from mlp_studio.storage.files import first_fault
from mlp_studio.storage.own_templates import is_template
from mlp_studio.storage.project_file import SUFFIX, SavedProject, load_project, save_project
from mlp_studio.studio.sweeps.kept import (
    plain,
    require_folder,
    study_file,
    study_name,
    sweeps_folder,
)
from mlp_studio.studio.sweeps.leader import DefectError, Leader


@dataclass(frozen=True)
class SweepOptions:
    """What ``sweep`` is asked for; None leaves the project's own value."""

    what: str
    storage: str | None = None
    study: str | None = None
    trials: int | None = None
    timeout: float | None = None
    sampler: str | None = None
    pruner: str | None = None
    epochs: int | None = None
    workers: int | None = None
    seed: int | None = None
    device: Device = "auto"
    out: Path | None = None
    as_json: bool = False


class _Listener:
    """Shows what happens and remembers the trials."""

    def __init__(self, progress: ProgressLine) -> None:
        self._progress = progress
        self.rows: dict[int, TrialRow] = {}
        self.joined: SweepJoined | None = None
        self.lost = 0

    def __call__(self, event: SweepEvent) -> None:
        if isinstance(event, SweepJoined):
            self.joined = event
            self._progress.close()
            warn(f"study {event.study} in {event.storage}; {event.workers} workers")
        elif isinstance(event, TrialsChanged):
            self.rows.update((row.number, row) for row in event.rows)
            self._show()
        elif isinstance(event, WorkerLost | SweepNote):
            self.lost += isinstance(event, WorkerLost)
            self._progress.close()
            warn(str(event.words))

    def _show(self) -> None:
        if self.joined is None:
            return
        sweep = self.joined.sweep
        over = [row for row in self.rows.values() if row.state in {"complete", "pruned", "failed"}]
        best = best_row(self.rows, sweep)
        share = len(over) / sweep.trials if sweep.trials else 0.0
        of = f"/{sweep.trials}" if sweep.trials else ""
        words = f"{len(over)}{of} trials"
        if best is not None and best.best is not None:
            words += f" · best {sweep.objective} {best.best:.4f} (trial {best.number})"
        self._progress(min(1.0, share), words)


def sweep_command(options: SweepOptions) -> int:
    """Sweep, say what was found and write what was asked for; return the exit status."""
    began = time.perf_counter()
    project = find_project(options.what)
    sweep = with_sweep_options(project, options)
    plan = make_plan(project, sweep, options)
    progress = ProgressLine()
    listener = _Listener(progress)
    leader = Leader(plan, listener, importances=options.as_json)
    try:
        finished = leader.run()
    except DefectError as error:
        warn(str(error))
        raise StudioError(text("A worker met an error of the program; see above.")) from None
    finally:
        progress.close()
    if finished.reason == "failed":
        raise StudioError(finished.words)
    return _report(project, plan, listener, finished, options, time.perf_counter() - began)


def with_sweep_options(project: ProjectSpec, options: SweepOptions) -> SweepSpec:
    """Return the project's sweep, or one made for it, with what was asked for."""
    base = sweep_of(project)
    asked = {
        "trials": options.trials,
        "seconds": options.timeout,
        "sampler": options.sampler,
        "pruner": options.pruner,
        "epochs": options.epochs,
        "workers": options.workers,
        "seed": options.seed,
    }
    changes: dict[str, Any] = {name: value for name, value in asked.items() if value is not None}
    try:
        return SweepSpec.model_validate({**base.model_dump(), **changes})
    except ValidationError as error:
        raise StudioError(
            text("The sweep can't be set up so: {reason}.", reason=first_fault(error)),
            text("Choose numbers in the range."),
        ) from error


def make_plan(project: ProjectSpec, sweep: SweepSpec, options: SweepOptions) -> SweepPlan:
    """Return the plan: where the study is kept, and its name."""
    path = Path(options.what)
    is_file = not is_template(options.what) and path.suffix == SUFFIX
    folder = sweeps_folder(project, path if is_file else None)
    storage = options.storage
    if storage is None:
        require_folder(folder)
        storage = str(study_file(folder))
    study = options.study or study_name(project, sweep)
    return SweepPlan(project, sweep, storage, study, folder / plain(study), options.device)


def _report(
    project: ProjectSpec,
    plan: SweepPlan,
    listener: _Listener,
    finished: SweepFinished,
    options: SweepOptions,
    seconds: float,
) -> int:
    sweep = listener.joined.sweep if listener.joined else plan.sweep
    best = best_row(listener.rows, sweep)
    written = None
    if options.out is not None and best is not None:
        written = options.out.with_suffix(SUFFIX)
        save_project(written, best_project(project, sweep, best))
    if options.as_json:
        print_json(
            {
                "study": plan.study,
                "storage": listener.joined.storage if listener.joined else None,
                "reason": finished.reason,
                "objective": sweep.objective,
                "seconds_total": seconds,
                "workers_lost": listener.lost,
                "trials": [_row(row) for _, row in sorted(listener.rows.items())],
                "best": _row(best) if best is not None else None,
                "written": str(written) if written is not None else None,
            }
        )
        return 0
    say(str(finished.words))
    if best is not None:
        say(f"best {sweep.objective}: {best.best:.4f}, trial {best.number}")
        for target, value in best.values.items():
            shown = f"{value:.6g}" if isinstance(value, float) else str(value)
            say(f"  {target} = {shown}")
    if written is not None:
        say(f"written to {written}")
    return 0


def best_project(project: ProjectSpec, sweep: SweepSpec, row: TrialRow) -> SavedProject:
    """Return the project with a trial's values, and its weights where they are kept here."""
    kept = Path(row.weights) if row.weights else None
    if kept is not None and kept.is_file():
        saved = load_project(kept)
        return SavedProject(
            saved.project.model_copy(update={"name": project.name, "sweep": sweep}),
            saved.snapshot,
            saved.history,
        )
    return SavedProject(applied(project, row.values).model_copy(update={"sweep": sweep}))


def _row(row: TrialRow) -> dict[str, Any]:
    return {
        "number": row.number,
        "state": row.state,
        "values": dict(row.values),
        "best": row.best,
        "best_epoch": row.best_epoch,
        "curve": [list(at) for at in row.curve],
        "seconds": row.seconds,
        "where": row.where,
        "note": row.note,
        "weights": row.weights,
        "retry_of": row.retry_of,
    }
