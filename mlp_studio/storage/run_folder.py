"""Run folders: what ``train --out`` leaves behind, readable without this program.

``history.csv``, ``metrics.json``, ``weights/*.npy`` and ``manifest.json`` with the specs,
versions, seed, device, class names and what inputs go through, and digests of the data and
of each epoch's weights. ``model.keras`` is put beside them by the engine, and ``best.keras``
where another epoch than the last is the best.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from mlp_studio.core.arrays import FloatArray
from mlp_studio.core.dataset import class_names, facts
from mlp_studio.core.errors import StudioError
from mlp_studio.core.events import Snapshot
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.project import ProjectSpec
from mlp_studio.core.scaling import Scaler
from mlp_studio.core.text import Text, text
from mlp_studio.storage.circumstances import versions
from mlp_studio.storage.files import first_fault, make_folder, write_json, write_text
from mlp_studio.storage.npy import MANIFEST, input_note, prefix_for, write_arrays
from mlp_studio.storage.weights_file import BadArrayError, read_array

FORMAT = 1
WEIGHTS = "weights"
HISTORY = "history.csv"
METRICS = "metrics.json"
MODEL = "model.keras"
BEST_MODEL = "best.keras"


@dataclass(frozen=True, eq=False)
class RunFolder:
    """What a run folder holds.

    Parameters
    ----------
    folder : Path
        Where it is.
    project : ProjectSpec
        What was trained on what, and how.
    snapshot : Snapshot
        The weights.
    manifest : dict
        All of ``manifest.json``.
    metrics : dict
        All of ``metrics.json``; empty where it is missing.
    """

    folder: Path
    project: ProjectSpec
    snapshot: Snapshot
    manifest: dict[str, Any]
    metrics: dict[str, Any]


def write_run(
    folder: Path,
    project: ProjectSpec,
    snapshot: Snapshot,
    history: Sequence[Mapping[str, float]],
    metrics: Mapping[str, Any],
    manifest_extra: Mapping[str, Any] | None = None,
) -> list[Path]:
    """Write a run folder, the manifest last: where there is one, the rest is whole.

    Parameters
    ----------
    folder : Path
        Made if need be; what an earlier run left there is replaced.
    project : ProjectSpec
        What was trained.
    snapshot : Snapshot
        The weights.
    history : sequence of mapping
        One an epoch, with ``epoch`` and the logs.
    metrics : mapping
        As `mlp_studio.analysis.metrics.evaluate` returns them.
    manifest_extra : mapping, optional
        Such as ``seconds_training``, and what `mlp_studio.storage.run_record` adds.

    Returns
    -------
    list of Path
        The files written.
    """
    make_folder(folder)
    for name in (MANIFEST, BEST_MODEL):  # not every run leaves a best model
        (folder / name).unlink(missing_ok=True)
    paths, entries = write_arrays(
        folder / WEIGHTS, snapshot.network, snapshot.weights, prefix_for(project.data)
    )
    write_text(folder / HISTORY, _csv(history))
    write_json(folder / METRICS, dict(metrics))
    known = facts(project.data.source)
    manifest = {
        "format": FORMAT,
        "project": project.model_dump(mode="json"),
        "network": snapshot.network.model_dump(mode="json"),
        "epoch": snapshot.epoch,
        "seed": project.training.seed,
        "task": known.task,
        "class_names": list(class_names(project.data.source)),
        "input": input_note(snapshot.network, project.data, snapshot.scaler),
        "scaler": snapshot.scaler.model_dump(mode="json") if snapshot.scaler else None,
        "arrays": [{**entry, "file": f"{WEIGHTS}/{entry['file']}"} for entry in entries],
        "versions": versions(),
        **(manifest_extra or {}),
    }
    write_json(folder / MANIFEST, manifest)
    return [*paths, folder / HISTORY, folder / METRICS, folder / MANIFEST]


def _csv(history: Sequence[Mapping[str, float]]) -> str:
    columns = list(dict.fromkeys(key for epoch in history for key in epoch))
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(history)
    return out.getvalue()


def is_run_folder(folder: Path) -> bool:
    """Whether `folder` looks like one that `write_run` made."""
    return (folder / MANIFEST).is_file()


def read_run(folder: Path) -> RunFolder:
    """Return what a run folder holds, from its ``.npy`` files.

    Raises
    ------
    StudioError
        When it is no run folder, or something in it is missing or broken, naming it.
    """
    path = folder / MANIFEST
    if not path.is_file():
        raise StudioError(
            text("{folder} is no run folder: it has no manifest.json.", folder=str(folder)),
            text("Choose a folder written by “mlp-studio train … --out”, or a .keras or .h5 file."),
        )
    manifest = _json_object(path)
    if manifest.get("format") != FORMAT:
        raise broken(
            path,
            text(
                "its format should be {wanted}, and is {given}",
                wanted=FORMAT,
                given=str(manifest.get("format")),
            ),
        )
    try:
        project = ProjectSpec.model_validate(manifest.get("project"))
        network = NetworkSpec.model_validate(manifest.get("network"))
        given = manifest.get("scaler")  # folders of earlier versions have none
        scaler = None if given is None else Scaler.model_validate(given)
    except ValidationError as error:
        raise broken(path, first_fault(error)) from error
    epoch = manifest.get("epoch")
    if type(epoch) is not int:
        raise broken(path, text("it has no “epoch”"))
    files = _files(path, manifest)
    weights = {
        layer: tuple(_array(folder, path, files, layer, spec.name, spec.shape) for spec in specs)
        for layer, specs in network.weight_specs().items()
    }
    metrics_path = folder / METRICS
    metrics = _json_object(metrics_path) if metrics_path.is_file() else {}
    snapshot = Snapshot(network, weights, epoch, scaler)
    return RunFolder(folder, project, snapshot, manifest, metrics)


def _files(path: Path, manifest: Mapping[str, Any]) -> dict[tuple[str, str], str]:
    try:
        return {(item["layer"], item["array"]): str(item["file"]) for item in manifest["arrays"]}
    except (KeyError, TypeError) as error:
        raise broken(path, text("its “arrays” are no list of files")) from error


def _array(
    folder: Path,
    manifest: Path,
    files: Mapping[tuple[str, str], str],
    layer: str,
    array: str,
    shape: tuple[int, ...],
) -> FloatArray:
    if (layer, array) not in files:
        raise broken(
            manifest, text("it names no file for “{array}” of “{layer}”", array=array, layer=layer)
        )
    path = folder / files[layer, array]
    if not path.resolve().is_relative_to(folder.resolve()):
        raise broken(manifest, text("{file} lies outside the run folder", file=files[layer, array]))
    try:
        with path.open("rb") as stream:
            return read_array(stream, shape)
    except OSError as error:
        raise broken(path, text("{detail}", detail=error.strerror or str(error))) from error
    except BadArrayError as error:
        raise broken(path, text("{detail}", detail=str(error))) from error


def _json_object(path: Path) -> dict[str, Any]:
    try:
        value = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError) as error:
        raise broken(path, text("{detail}", detail=str(error))) from error
    if not isinstance(value, dict):
        raise broken(path, text("it holds no JSON object"))
    return value


def broken(path: Path, reason: Text) -> StudioError:
    """Return the error for a file of a run folder which can't be used."""
    return StudioError(
        text("{file} can't be used: {reason}.", file=str(path), reason=reason),
        text("Train again with --out, or restore the folder from a copy."),
    )
