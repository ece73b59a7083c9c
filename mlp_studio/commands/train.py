"""``mlp-studio train``: the engine without a window."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from mlp_studio.analysis.metrics import evaluate
from mlp_studio.commands.console import ProgressLine, print_json, say, warn
from mlp_studio.core.control import Control
from mlp_studio.core.dataset import Dataset
from mlp_studio.core.errors import StudioError
from mlp_studio.core.events import Device, EpochDone, RunFinished, RunStarted, TrainEvent
from mlp_studio.core.project import ProjectSpec
from mlp_studio.core.request import training_request
from mlp_studio.core.templates import TEMPLATES, template
from mlp_studio.core.text import text
from mlp_studio.data.load import load
from mlp_studio.storage.files import first_fault
from mlp_studio.storage.project_file import SUFFIX, load_project
from mlp_studio.storage.run_folder import MODEL, write_run


@dataclass(frozen=True)
class TrainOptions:
    """What ``train`` is asked for; None leaves the project's own value."""

    what: str
    epochs: int | None = None
    batch: int | None = None
    seed: int | None = None
    device: Device = "auto"
    out: Path | None = None
    as_json: bool = False


class _Listener:
    """Collects the epochs and shows them as they come."""

    def __init__(self, progress: ProgressLine) -> None:
        self._progress = progress
        self._first = self._last = 1
        self.epochs: list[EpochDone] = []
        self.device = ""

    def __call__(self, event: TrainEvent) -> None:
        if isinstance(event, RunStarted):
            self.device = event.device
            self._first, self._last = event.first_epoch, event.last_epoch
        elif isinstance(event, EpochDone):
            self.epochs.append(event)
            share = (event.epoch - self._first + 1) / (self._last - self._first + 1)
            logs = " · ".join(f"{name} {value:.4f}" for name, value in event.logs.items())
            self._progress(share, f"epoch {event.epoch}/{self._last} · {logs}")


def find_project(what: str) -> ProjectSpec:
    """Return the project called `what`: a template's name or a project file."""
    if what in TEMPLATES:
        return TEMPLATES[what].project
    path = Path(what)
    if path.suffix == SUFFIX or path.exists():
        return load_project(path).project
    return template(what).project  # refuses, naming the templates there are


def with_options(project: ProjectSpec, options: TrainOptions) -> ProjectSpec:
    """Return the project with the training settings that were asked for."""
    asked = {"epochs": options.epochs, "batch_size": options.batch, "seed": options.seed}
    changes = {name: value for name, value in asked.items() if value is not None}
    training = project.training.model_copy(update=changes)
    try:
        return ProjectSpec(
            name=project.name, data=project.data, network=project.network, training=training
        )
    except ValidationError as error:
        raise StudioError(
            text("The training can't be set up so: {reason}.", reason=first_fault(error)),
            text("Choose numbers in the range."),
        ) from error


def train_command(options: TrainOptions) -> int:
    """Train, evaluate and write what was asked for; return the exit status."""
    began = time.perf_counter()
    project = with_options(find_project(options.what), options)
    if options.out is not None:
        _check_out(options.out)
    progress = ProgressLine()
    try:
        dataset = load(project.data, progress)
        progress.close()
        for note in dataset.notes:
            warn(str(note))
        request = training_request(project, dataset, device=options.device)
        from mlp_studio.engine.train import train

        listener = _Listener(progress)
        finished = train(request, listener, Control())
    finally:
        progress.close()
    if finished.reason in {"diverged", "failed"}:
        raise StudioError(finished.message)
    part, part_name = (
        (dataset.test, "test") if dataset.test is not None else (dataset.validation, "validation")
    )
    metrics = evaluate(project.network, finished.snapshot.weights, part, dataset.facts)
    report = _report(project, dataset, listener, finished, metrics)
    report["evaluated_on"] = part_name
    report["seconds_total"] = time.perf_counter() - began
    if options.out is not None:
        _write(options.out, project, listener, finished, report)
    if options.as_json:
        print_json(report)
    else:
        say(str(finished.message))
        for name, value in metrics.items():
            if isinstance(value, float):
                say(f"{part_name} {name}: {value:.4f}")
        if options.out is not None:
            say(f"written to {options.out}")
    return 0


def _history(epochs: list[EpochDone]) -> list[dict[str, float]]:
    return [
        {"epoch": event.epoch, **event.logs, "learning_rate": event.learning_rate}
        for event in epochs
    ]


def _report(
    project: ProjectSpec,
    dataset: Dataset,
    listener: _Listener,
    finished: RunFinished,
    metrics: dict[str, Any],
) -> dict[str, Any]:
    seconds = finished.seconds
    examples = len(dataset.train) * len(listener.epochs)
    return {
        "template": project.name,
        "epochs_run": len(listener.epochs),
        "best_epoch": finished.best_epoch,
        "reason": finished.reason,
        "seconds_training": seconds,
        "seconds_total": 0.0,
        "examples_per_second": examples / seconds if seconds > 0 else None,
        "device": listener.device,
        "seed": project.training.seed,
        "history": _history(listener.epochs),
        "metrics": metrics,
        "notes": [str(note) for note in dataset.notes],
        "split": {
            "train": len(dataset.train),
            "validation": len(dataset.validation),
            "test": len(dataset.test) if dataset.test is not None else 0,
        },
    }


def _check_out(folder: Path) -> None:
    """Refuse an unwritable folder before the training, not after it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / ".writable"
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise StudioError(
            text(
                "The folder {folder} can't be written: {reason}.",
                folder=folder,
                reason=error.strerror or error,
            ),
            text("Choose another folder with --out."),
        ) from error


def _write(
    folder: Path,
    project: ProjectSpec,
    listener: _Listener,
    finished: RunFinished,
    report: dict[str, Any],
) -> None:
    from mlp_studio.engine.keras_files import save_keras

    extra = {
        name: report[name]
        for name in ("device", "epochs_run", "best_epoch", "reason", "seconds_training", "split")
    }
    write_run(
        folder, project, finished.snapshot, _history(listener.epochs), report["metrics"], extra
    )
    save_keras(folder / MODEL, project.network, finished.snapshot.weights, project.training)
