"""Where runs lie from the moment they end until they are in a project file.

A folder of its own for each open project, below the program's data folder. A run's parts
are written first and its record last, so that whatever a crash leaves behind with a record
is whole.
"""

from __future__ import annotations

import contextlib
import json
import shutil
import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from mlp_studio.storage.archive import reading
from mlp_studio.storage.files import make_folder, replacing, unwritable, write_text
from mlp_studio.storage.folders import data_folder
from mlp_studio.storage.runs import KeptRun, QueueItem, member, read_queue

RECORD = "record.json"
OWNER = "owner.json"
QUEUE = "queue.json"
LOCK = "lock"


def workspaces() -> Path:
    """Return the folder in which every open project has one; it may not exist yet."""
    return data_folder() / "open"


class Workspace:
    """A folder with runs and parts of runs.

    Parameters
    ----------
    folder : Path
        It; made when something is first written.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @classmethod
    def new(cls, root: Path | None = None) -> Workspace:
        """Return one that nobody else has."""
        return cls((root or workspaces()) / uuid.uuid4().hex)

    def prepare(self, project: Path | None) -> None:
        """Make the folder and note whose runs it has.

        Raises
        ------
        StudioError
            When it can't be written.
        """
        make_folder(self.folder)
        write_text(self.folder / OWNER, json.dumps({"project": str(project or "")}))

    def path(self, run: str, part: str) -> Path:
        """Return where a part of a run lies, if it does."""
        return self.folder / run / part

    def add(self, run: KeptRun, parts: Mapping[str, bytes]) -> KeptRun:
        """Write a run; return it with the sizes of its parts.

        Raises
        ------
        StudioError
            When it can't be written.
        """
        run = run.with_parts({name: len(data) for name, data in parts.items()})
        for name, data in parts.items():
            self.add_part(run.id, name, data)
        self.record(run)
        return run

    def add_part(self, run: str, part: str, data: bytes) -> int:
        """Write a further part of a run; return its size."""
        path = self.path(run, part)
        make_folder(path.parent)
        with replacing(path) as file:
            file.write(data)
        return len(data)

    def parts(self, run: str) -> set[str]:
        """Return the names of the parts of a run that lie here."""
        folder = self.folder / run
        files = (path for path in folder.rglob("*") if path.is_file())
        return {path.relative_to(folder).as_posix() for path in files} - {RECORD}

    def drop(self, run: str, parts: Iterable[str]) -> None:
        """Delete parts of a run."""
        for part in parts:
            self.path(run, part).unlink(missing_ok=True)

    def clear(self, run: str) -> None:
        """Delete a run with all its parts, its record first."""
        self.forget(run)
        self.drop(run, self.parts(run))

    def record(self, run: KeptRun) -> None:
        """Write what is known of a run whose parts lie here."""
        make_folder(self.folder / run.id)
        write_text(self.folder / run.id / RECORD, run.model_dump_json())

    def has_record(self, run: str) -> bool:
        """Return whether a whole run lies here."""
        return (self.folder / run / RECORD).is_file()

    def forget(self, run: str) -> None:
        """Take a run's record away: it is in a project file now, or nobody wants it."""
        with contextlib.suppress(FileNotFoundError):
            (self.folder / run / RECORD).unlink()

    def found(self, named: Mapping[str, tuple[str, str]]) -> dict[str, Path]:
        """Return those members that lie here, by name.

        Parameters
        ----------
        named : dict of str to (str, str)
            Run and part by name, see `mlp_studio.storage.runs.members`.
        """
        paths = {name: self.path(run, part) for name, (run, part) in named.items()}
        return {name: path for name, path in paths.items() if path.is_file()}

    def take_from(self, base: Path, wanted: Iterable[tuple[str, str]]) -> None:
        """Copy parts of runs out of a project file that is going to lose them.

        Raises
        ------
        StudioError
            When they can't be written.
        """
        missing = [pair for pair in wanted if not self.path(*pair).is_file()]
        if not missing:
            return
        with reading(base) as archive:
            there = set(archive.namelist())
            for run, part in missing:
                name, path = member(run, part), self.path(run, part)
                if name not in there:
                    continue
                make_folder(path.parent)
                with archive.open(name) as source, replacing(path) as file:
                    shutil.copyfileobj(source, file, 1 << 20)

    def write_queue(self, queue: Sequence[QueueItem]) -> None:
        """Keep what is still to be trained."""
        path = self.folder / QUEUE
        if queue:
            make_folder(self.folder)
            write_text(path, json.dumps([item.model_dump(mode="json") for item in queue]))
        else:
            path.unlink(missing_ok=True)

    def remove(self) -> None:
        """Delete the folder with everything in it."""
        if self.folder.exists():
            try:
                shutil.rmtree(self.folder)
            except OSError as error:
                raise unwritable(self.folder, error) from error


@dataclass(frozen=True, eq=False)
class Leftover:
    """What a program that did not end well has left behind.

    Parameters
    ----------
    workspace : Workspace
        Where it lies.
    project : Path or None
        The project file it belongs to; None for one that was never saved.
    runs : list of KeptRun
        The whole ones, in the order in which they began.
    queue : list of QueueItem
        What was still to be trained.
    """

    workspace: Workspace
    project: Path | None
    runs: list[KeptRun]
    queue: list[QueueItem] = field(default_factory=list)


def leftover(folder: Path) -> Leftover | None:
    """Return what lies in a workspace; None where nothing whole does."""
    runs = []
    for path in sorted(folder.glob(f"*/{RECORD}")):
        try:
            run = KeptRun.model_validate_json(path.read_bytes())
        except (OSError, ValidationError):
            continue  # torn while it was being written: not a whole run
        if all((path.parent / part).is_file() for part in run.parts):
            runs.append(run)
    queue = read_queue(_json(folder / QUEUE))
    if not runs and not queue:
        return None
    owner = _json(folder / OWNER)
    named = owner.get("project") if isinstance(owner, dict) else None
    project = Path(named) if isinstance(named, str) and named else None
    runs.sort(key=lambda run: (run.began, run.id))
    return Leftover(Workspace(folder), project, runs, queue)


def _json(path: Path) -> Any:
    try:
        return json.loads(path.read_bytes())
    except (OSError, ValueError):
        return None
