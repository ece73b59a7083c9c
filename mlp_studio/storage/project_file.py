"""Project files: a zip with the specs as JSON and, where there are any, weights and history.

``project.json`` holds ``format``, ``project`` and perhaps a ``description`` and
``dismissed_hints``, a list of ``[kind, layer]``; ``weights.npz`` the arrays as
``layer/array.npy``, with the network they belong to in ``weights.json`` (the design may have
moved on since they were trained); ``history.json`` a list with one object an epoch. What a
project keeps of its training runs lies below ``runs/``, see
`mlp_studio.storage.runs`: saving writes only those that are new.
"""

from __future__ import annotations

import io
import json
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from pydantic import ValidationError

from mlp_studio import __version__
from mlp_studio.core.arrays import Weights
from mlp_studio.core.errors import StudioError
from mlp_studio.core.events import Snapshot
from mlp_studio.core.hint import HintKey
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.project import ProjectSpec
from mlp_studio.core.scaling import Scaler
from mlp_studio.core.text import Text, text
from mlp_studio.storage.archive import LEAST_WASTE, Member, reading, wasted, write_new, write_on
from mlp_studio.storage.data_paths import portable, settled
from mlp_studio.storage.files import first_fault
from mlp_studio.storage.runs import (
    INDEX,
    RunIndex,
    index_json,
    members,
    read_index,
    unread_members,
)
from mlp_studio.storage.weights_file import BadArrayError, member_name, named_arrays, read_array

FORMAT = 2  # of files with runs; those without are written as the first version did
SUFFIX = ".mlpstudio"
_MAX_JSON = 256 << 20


@dataclass(frozen=True, eq=False)
class SavedProject:
    """What a project file holds.

    Parameters
    ----------
    project : ProjectSpec
        Data, network and training.
    snapshot : Snapshot or None
        The newest weights, where it was trained.
    history : list of dict
        One an epoch, such as ``{"epoch": 1, "loss": 0.3, ...}``.
    description : str
        A sentence about it; templates have one.
    dismissed : tuple of (str, str)
        Kind and layer of the hints that are not to be shown.
    runs : RunIndex
        The training runs that are kept; their parts are read when wanted.
    """

    project: ProjectSpec
    snapshot: Snapshot | None = None
    history: list[dict[str, Any]] = field(default_factory=list)
    description: str = ""
    dismissed: tuple[HintKey, ...] = ()
    runs: RunIndex = field(default_factory=RunIndex)


def save_project(
    path: Path,
    saved: SavedProject,
    *,
    base: Path | None = None,
    parts: Mapping[str, Path] | None = None,
) -> None:
    """Write `saved` to `path`; what was there stays whole until the new file is.

    Parameters
    ----------
    path : Path
        The file.
    saved : SavedProject
        What it gets.
    base : Path, optional
        The project file that has the parts of the runs. Where it is `path` itself, only
        what is new is written, behind what is there.
    parts : dict of str to Path, optional
        Files with further parts, by their names as members; they go before those of `base`.

    Raises
    ------
    StudioError
        When it can't be written.
    """
    parts = parts or {}
    named = members(saved.runs.runs)
    contents: dict[str, tuple[Member, int]] = {
        **_contents(path, saved),
        **{name: (parts[name], zipfile.ZIP_STORED) for name in named if name in parts},
    }
    keep = sorted(named.keys() - parts.keys())
    if base is not None and saved.runs.unread:
        with reading(base) as archive:
            keep += unread_members(saved.runs, archive.namelist())
    if base is not None and base == path and path.exists():
        live = {*keep, *contents}
        size = path.stat().st_size
        lost = wasted(path, live)
        if lost <= max(LEAST_WASTE, size - lost):
            write_on(path, contents, keep)
            return
    write_new(path, contents, base, keep)


def _contents(path: Path, saved: SavedProject) -> dict[str, tuple[Member, int]]:
    """Return everything but the runs' parts, by name, with how it is compressed."""
    some = bool(saved.runs.runs or saved.runs.unread or saved.runs.queue)
    head = {
        "format": FORMAT if some else 1,
        "program": f"MLP Studio {__version__}",
        "project": portable(saved.project, path.parent).model_dump(mode="json"),
        **({"description": saved.description} if saved.description else {}),
        **({"dismissed_hints": saved.dismissed} if saved.dismissed else {}),
    }
    contents: dict[str, tuple[Member, int]] = {"project.json": (_json(head), zipfile.ZIP_DEFLATED)}
    if saved.history:
        contents["history.json"] = _json(saved.history), zipfile.ZIP_DEFLATED
    if saved.snapshot:
        snapshot = saved.snapshot
        about = {
            "epoch": snapshot.epoch,
            "network": snapshot.network.model_dump(mode="json"),
            "scaler": snapshot.scaler.model_dump(mode="json") if snapshot.scaler else None,
        }
        contents["weights.json"] = _json(about), zipfile.ZIP_DEFLATED
        packed = io.BytesIO()
        arrays: dict[str, Any] = dict(named_arrays(snapshot.network, snapshot.weights))
        np.savez(packed, **arrays)
        contents["weights.npz"] = packed.getvalue(), zipfile.ZIP_STORED
    if some:
        contents[INDEX] = index_json(saved.runs, path.parent), zipfile.ZIP_DEFLATED
    return contents


def _json(value: Any) -> bytes:
    return json.dumps(value, indent=1, ensure_ascii=False).encode()


def load_project(path: Path) -> SavedProject:
    """Return what the project file at `path` holds.

    Raises
    ------
    StudioError
        When it is missing, broken, of a later version or edited into something that
        can't be, saying where.
    """
    try:
        with reading(path) as archive:
            project, description, dismissed = _project(path, archive)
            names = set(archive.namelist())
            snapshot = _snapshot(path, archive) if "weights.npz" in names else None
            history = _history(path, archive) if "history.json" in names else []
            runs = _runs(path, archive) if INDEX in names else RunIndex()
    except FileNotFoundError:
        raise StudioError(
            text("There is no file {file}.", file=str(path)),
            text("It may have been moved or renamed: open it from where it is now."),
        ) from None
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        raise _broken(
            path, text("it is not a whole project file ({detail})", detail=str(error))
        ) from error
    except (OSError, RuntimeError) as error:  # RuntimeError: a zip with a password
        raise _broken(path, text("it can't be read ({detail})", detail=str(error))) from error
    return SavedProject(project, snapshot, history, description, dismissed, runs)


def _project(path: Path, archive: zipfile.ZipFile) -> tuple[ProjectSpec, str, tuple[HintKey, ...]]:
    head = _read_json(path, archive, "project.json")
    if not isinstance(head, dict) or type(head.get("format")) is not int or "project" not in head:
        raise _broken(path, text("“project.json” has no “format” and “project”"))
    if head["format"] > FORMAT:
        raise StudioError(
            text(
                "{file} was saved by a later version, {program} (format {format}).",
                file=str(path),
                program=str(head.get("program", "MLP Studio")),
                format=head["format"],
            ),
            text("Install the latest MLP Studio to open it."),
        )
    try:
        project = settled(ProjectSpec.model_validate(head["project"]), path.parent)
    except ValidationError as error:
        raise _broken(
            path, text("in “{member}”, {fault}", member="project.json", fault=first_fault(error))
        ) from error
    dismissed = _dismissed(path, head.get("dismissed_hints", []))  # earlier versions have none
    return project, str(head.get("description", "")), dismissed


def _dismissed(path: Path, given: object) -> tuple[HintKey, ...]:
    pairs = given if isinstance(given, list) else [given]
    keys = []
    for pair in pairs:
        if not (
            isinstance(pair, list) and len(pair) == 2 and all(isinstance(p, str) for p in pair)
        ):
            raise _broken(
                path,
                text("in “project.json”, “dismissed_hints” is not a list of pairs of words"),
            )
        keys.append((pair[0], pair[1]))
    return tuple(keys)


def _snapshot(path: Path, archive: zipfile.ZipFile) -> Snapshot:
    about = _read_json(path, archive, "weights.json")
    try:
        if not isinstance(about, dict) or type(about.get("epoch")) is not int:
            raise _broken(path, text("“weights.json” has no “epoch”"))
        network = NetworkSpec.model_validate(about.get("network"))
        given = about.get("scaler")  # files of earlier versions have none
        scaler = None if given is None else Scaler.model_validate(given)
    except ValidationError as error:
        raise _broken(
            path, text("in “{member}”, {fault}", member="weights.json", fault=first_fault(error))
        ) from error
    # Stored, not deflated: the inner archive is read in place, an array at a time.
    with archive.open("weights.npz") as stream, zipfile.ZipFile(stream) as arrays:
        weights = _weights(path, arrays, network)
    return Snapshot(network, weights, about["epoch"], scaler)


def _weights(path: Path, arrays: zipfile.ZipFile, network: NetworkSpec) -> Weights:
    weights = {}
    for layer, specs in network.weight_specs().items():
        found = []
        for spec in specs:
            name = member_name(layer, spec.name)
            try:
                with arrays.open(f"{name}.npy") as stream:
                    found.append(read_array(stream, spec.shape))
            except KeyError:
                raise _broken(path, text("the weights “{name}” are missing", name=name)) from None
            except BadArrayError as error:
                raise _broken(
                    path, text("the weights “{name}”: {detail}", name=name, detail=str(error))
                ) from error
        weights[layer] = tuple(found)
    return weights


def _history(path: Path, archive: zipfile.ZipFile) -> list[dict[str, Any]]:
    history = _read_json(path, archive, "history.json")
    if not isinstance(history, list) or not all(isinstance(epoch, dict) for epoch in history):
        raise _broken(path, text("“history.json” is not a list with an object an epoch"))
    return history


def _runs(path: Path, archive: zipfile.ZipFile) -> RunIndex:
    try:
        return read_index(_read_json(path, archive, INDEX), path.parent)
    except ValueError as error:
        raise _broken(path, text("“{member}” has no list of runs", member=INDEX)) from error


def _read_json(path: Path, archive: zipfile.ZipFile, member: str) -> Any:
    try:
        info = archive.getinfo(member)
    except KeyError:
        raise _broken(path, text("“{member}” is missing", member=member)) from None
    if info.file_size > _MAX_JSON:
        raise _broken(path, text("“{member}” is far too big", member=member))
    try:
        return json.loads(archive.read(info))
    except (ValueError, RecursionError) as error:
        raise _broken(
            path, text("“{member}” is not JSON ({detail})", member=member, detail=str(error))
        ) from error


def _broken(path: Path, reason: Text) -> StudioError:
    return StudioError(
        text("The project {file} can't be opened: {reason}.", file=str(path), reason=reason),
        text("Open an earlier copy of it, if there is one."),
    )
