"""What a run folder tells about how its run went, so that it can be trained again.

In ``manifest.json``: ``data_fingerprint``, ``start_weights`` and ``weights_by_epoch`` are
digests (see `mlp_studio.core.fingerprint`), ``machine`` and ``versions`` say where the run
was made, ``device`` and ``device_kind`` on what. The logs are those of ``history.csv``.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeGuard

from mlp_studio.core.errors import StudioError
from mlp_studio.core.text import text
from mlp_studio.storage.circumstances import machine
from mlp_studio.storage.npy import MANIFEST
from mlp_studio.storage.run_folder import HISTORY, RunFolder, broken

DeviceKind = Literal["cpu", "gpu"]
Row = Mapping[str, float]


@dataclass(frozen=True)
class RunRecord:
    """How a run went.

    Parameters
    ----------
    data : str
        The fingerprint of its data.
    start : str
        The digest of the weights it started from.
    weights : sequence of str
        The digest of the weights after each epoch.
    history : sequence of mapping
        One an epoch, with ``epoch``, counted from 1, the logs and ``learning_rate``.
    device : str
        What it trained on, for people.
    device_kind : {"cpu", "gpu"}
        The kind of it.
    circumstances : mapping
        Versions and machine by name.
    """

    data: str
    start: str
    weights: Sequence[str]
    history: Sequence[Row]
    device: str
    device_kind: DeviceKind
    circumstances: Mapping[str, str]


def manifest_entries(
    data: str, start: str, weights: Sequence[str], device: str, device_kind: DeviceKind
) -> dict[str, Any]:
    """Return what the manifest of a run gets for `read_record`; see `RunRecord`."""
    return {
        "device": device,
        "device_kind": device_kind,
        "machine": machine(),
        "data_fingerprint": data,
        "start_weights": start,
        "weights_by_epoch": list(weights),
    }


def read_record(run: RunFolder) -> RunRecord:
    """Return how the run in a folder went.

    Raises
    ------
    StudioError
        When the folder was written before versions recorded this, or is broken.
    """
    path, manifest = run.folder / MANIFEST, run.manifest
    if "weights_by_epoch" not in manifest:
        raise StudioError(
            text(
                "{folder} has no record of the weights after each epoch to compare with: an "
                "earlier version wrote it.",
                folder=str(run.folder),
            ),
            text("Train again with “mlp-studio train … --out”, and replay that."),
        )
    weights = manifest["weights_by_epoch"]
    if not (isinstance(weights, list) and all(isinstance(item, str) for item in weights)):
        raise broken(path, text("its “weights_by_epoch” is no list of digests"))
    for name in ("data_fingerprint", "start_weights", "device"):
        if not isinstance(manifest.get(name), str):
            raise broken(path, text("it has no “{name}”", name=name))
    kind = manifest.get("device_kind")
    if kind not in ("cpu", "gpu"):
        raise broken(path, text("its “device_kind” should be “cpu” or “gpu”"))
    circumstances: dict[str, str] = {}
    for name in ("versions", "machine"):
        found = manifest.get(name)
        if not _are_words(found):
            raise broken(path, text("it has no “{name}”", name=name))
        circumstances |= found
    return RunRecord(
        manifest["data_fingerprint"],
        manifest["start_weights"],
        weights,
        _history(run, len(weights)),
        manifest["device"],
        kind,
        circumstances,
    )


def _are_words(found: object) -> TypeGuard[dict[str, str]]:
    return isinstance(found, dict) and all(isinstance(value, str) for value in found.values())


def _history(run: RunFolder, epochs: int) -> list[Row]:
    path = run.folder / HISTORY
    try:
        with path.open(newline="", encoding="utf-8") as stream:
            rows = [_row(row) for row in csv.DictReader(stream)]
    except OSError as error:
        raise broken(path, text("{detail}", detail=error.strerror or str(error))) from error
    except (ValueError, TypeError, csv.Error) as error:  # TypeError: a line is too short or long
        raise broken(path, text("{detail}", detail=str(error))) from error
    if [row.get("epoch") for row in rows] != list(range(1, epochs + 1)):
        raise broken(
            path, text("it should have a line for each of the {epochs} epochs", epochs=epochs)
        )
    return rows


def _row(row: Mapping[str, str]) -> Row:
    return {name: float(value) for name, value in row.items() if value != ""}
