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
from mlp_studio.core.devices import Device
from mlp_studio.core.errors import StudioError
from mlp_studio.core.events import EpochDone, RunFinished, RunStarted, Snapshot, TrainEvent
from mlp_studio.core.fingerprint import data_fingerprint, weights_digest
from mlp_studio.core.project import ProjectSpec
from mlp_studio.core.request import training_request
from mlp_studio.core.text import text
from mlp_studio.data.load import load
from mlp_studio.storage.files import first_fault
from mlp_studio.storage.own_templates import find_template, is_template
from mlp_studio.storage.project_file import SUFFIX, load_project
from mlp_studio.storage.run_folder import BEST_MODEL, MODEL, write_run
from mlp_studio.storage.run_record import DeviceKind, Row, manifest_entries


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
    """Collects what is told of each epoch and shows it as it comes."""

    def __init__(self, progress: ProgressLine) -> None:
        self._progress = progress
        self._first = self._last = 1
        self.history: list[Row] = []
        self.weights: list[str] = []  # digests
        self.device = ""
        self.choice = ""

    def __call__(self, event: TrainEvent) -> None:
        if isinstance(event, RunStarted):
            self.device = event.device
            self.choice = str(event.choice.words) if event.choice else ""
            self._first, self._last = event.first_epoch, event.last_epoch
        elif isinstance(event, EpochDone):
            self.history.append(history_row(event))
            self.weights.append(weights_digest(event.snapshot))
            share = (event.epoch - self._first + 1) / (self._last - self._first + 1)
            logs = " · ".join(f"{name} {value:.4f}" for name, value in event.logs.items())
            self._progress(share, f"epoch {event.epoch}/{self._last} · {logs}")


def history_row(event: EpochDone) -> Row:
    """Return an epoch's line of ``history.csv``."""
    return {"epoch": event.epoch, **event.logs, "learning_rate": event.learning_rate}


def find_project(what: str) -> ProjectSpec:
    """Return the project called `what`: a template's name or a project file."""
    path = Path(what)
    if not is_template(what) and (path.suffix == SUFFIX or path.exists()):
        return load_project(path).project
    return find_template(what).project  # refuses, naming the templates there are


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
        record = manifest_entries(
            data_fingerprint(dataset),
            weights_digest(request.start),
            listener.weights,
            listener.device,
            device_kind(listener.device),
        )
        _write(options.out, project, listener, finished, report, record)
    if options.as_json:
        print_json(report)
    else:
        _say(finished, listener.choice, metrics, part_name, options.out)
    return 0


def _say(
    finished: RunFinished, choice: str, metrics: dict[str, Any], part: str, out: Path | None
) -> None:
    """Print how the run ended, in words."""
    if choice:
        say(f"measured: {choice}")
    say(str(finished.message))
    for name, value in metrics.items():
        if isinstance(value, float):
            say(f"{part} {name}: {value:.4f}")
    if out is not None:
        say(f"written to {out}")
        if _better(finished) is not None:
            say(f"weights of the best epoch, {finished.best_epoch}: {out / BEST_MODEL}")


def device_kind(description: str) -> DeviceKind:
    """Return the kind of the device that a run said it trained on."""
    from mlp_studio.engine.devices import describe_devices

    return next(device.kind for device in describe_devices() if device.description == description)


def _report(
    project: ProjectSpec,
    dataset: Dataset,
    listener: _Listener,
    finished: RunFinished,
    metrics: dict[str, Any],
) -> dict[str, Any]:
    seconds = finished.seconds
    examples = len(dataset.train) * len(listener.history)
    return {
        "template": project.name,
        "epochs_run": len(listener.history),
        "best_epoch": finished.best_epoch,
        "reason": finished.reason,
        "seconds_training": seconds,
        "seconds_total": 0.0,
        "examples_per_second": examples / seconds if seconds > 0 else None,
        "device": listener.device,
        "device_choice": listener.choice or None,
        "seed": project.training.seed,
        "history": listener.history,
        "metrics": metrics,
        "split": {
            "train": len(dataset.train),
            "validation": len(dataset.validation),
            "test": len(dataset.test) if dataset.test is not None else 0,
        },
        "notes": [str(note) for note in dataset.notes],
    }


def _better(finished: RunFinished) -> Snapshot | None:
    """Return the best weights, where they are not those that the run ends with."""
    return None if finished.best is finished.snapshot else finished.best


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
    record: dict[str, Any],
) -> None:
    from mlp_studio.engine.keras_files import save_keras

    names = (
        "device_choice",
        "epochs_run",
        "best_epoch",
        "reason",
        "seconds_training",
        "split",
    )
    better = _better(finished)
    extra = {name: report[name] for name in names} | record
    extra["best_model"] = None if better is None else BEST_MODEL
    write_run(folder, project, finished.snapshot, listener.history, report["metrics"], extra)
    save_keras(folder / MODEL, project.network, finished.snapshot.weights, project.training)
    if better is not None:
        save_keras(folder / BEST_MODEL, project.network, better.weights, project.training)
