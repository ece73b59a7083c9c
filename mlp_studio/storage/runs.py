"""Kept training runs: a short record of each, and its parts, which are read when wanted.

In a project file `INDEX` has the records of all runs; the parts of one are the members
below ``runs/<id>/``: ``history.json``, ``answers.npz``, ``film.npz`` and
``weights/<epoch>.npz``. They are stored without compression, so that they are taken over
and read in place. Opening a project reads the index alone.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, ValidationError

from mlp_studio.core.layers import Spec
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.project import ProjectSpec
from mlp_studio.core.scaling import Scaler
from mlp_studio.storage.data_paths import portable, settled

INDEX = "runs/index.json"
HISTORY = "history.json"
ANSWERS = "answers.npz"
FILM = "film.npz"
ID = r"[0-9a-f]{8,32}"
PART = r"history\.json|answers\.npz|film\.npz|weights/\d{1,9}\.npz"
_WEIGHTS = re.compile(r"weights/(\d+)\.npz")
_MEMBER = re.compile(rf"runs/({ID})/({PART})")

PartName = Annotated[str, Field(pattern=rf"^(?:{PART})$")]

Scores = Mapping[str, float | None]
Range = tuple[float, float]


class KeptRun(Spec):
    """What is known of a run without reading its parts.

    Parameters
    ----------
    id : str
        Its own for ever, hexadecimal.
    number : int
        Counted from 1 in a project; what it is called by until it has a name.
    name, notes : str
        A person's; may be empty.
    starred : bool
        Whether a person thinks much of it.
    began : str
        When, in ISO 8601 with the offset to UTC.
    project : ProjectSpec
        Data, network and training settings, the seed among them.
    scaler : Scaler or None
        What its inputs went through.
    reason : str
        Why it ended, as in `mlp_studio.core.events.RunFinished`.
    first_epoch, last_epoch : int
        The epochs it made, counted from 1; `last_epoch` is smaller where it made none.
    weights_epoch : int
        The epoch of the weights it ended with.
    best_epoch : int or None
        The best by what it monitored.
    seconds : float
        Of training.
    device : str
        What it trained on, for people.
    circumstances : dict of str to str
        Versions and machine.
    data, examples : str
        Fingerprints: of all its data, and of the examples it was evaluated on.
    part : {"test", "validation"}
        The examples it was evaluated on.
    scores : dict of str to float or None
        On them, as in `mlp_studio.analysis.evaluation.Judged`, of the weights it ended with.
    ranges : dict of str to (float, float)
        Their 95 % intervals.
    logs : dict of str to float
        Of its last epoch.
    parent : str
        The run it went on from; empty where it began with new weights or others.
    parts : dict of str to int
        The bytes of each of its parts.
    """

    id: str = Field(pattern=f"^{ID}$")
    number: int = Field(default=1, ge=1)
    name: str = ""
    notes: str = ""
    starred: bool = False
    began: str
    project: ProjectSpec
    scaler: Scaler | None = None
    reason: Literal["completed", "stopped_early", "stopped", "diverged", "failed"] = "completed"
    first_epoch: int = 1
    last_epoch: int = 0
    weights_epoch: int = 0
    best_epoch: int | None = None
    seconds: float = 0.0
    device: str = ""
    circumstances: dict[str, str] = Field(default_factory=dict)
    data: str = ""
    examples: str = ""
    part: Literal["test", "validation"] = "validation"
    scores: dict[str, float | None] = Field(default_factory=dict)
    ranges: dict[str, tuple[float, float]] = Field(default_factory=dict)
    logs: dict[str, float] = Field(default_factory=dict)
    parent: str = ""
    parts: dict[PartName, int] = Field(default_factory=dict)

    @property
    def network(self) -> NetworkSpec:
        """Its network."""
        return self.project.network

    @property
    def size(self) -> int:
        """Bytes it takes on the disk."""
        return sum(self.parts.values())

    @property
    def epochs_run(self) -> int:
        """How many epochs it made."""
        return max(0, self.last_epoch - self.first_epoch + 1)

    @property
    def kept_epochs(self) -> tuple[int, ...]:
        """The epochs whose weights are kept, ascending."""
        found = (_WEIGHTS.fullmatch(part) for part in self.parts)
        return tuple(sorted(int(match[1]) for match in found if match))

    def with_parts(self, parts: Mapping[str, int]) -> KeptRun:
        """Return the same with other parts."""
        return self.model_copy(update={"parts": dict(parts)})

    def only_best(self) -> KeptRun:
        """Return the same with the weights of the best epoch alone.

        Those it ended with, where its best are not there.
        """
        kept = self.kept_epochs
        best = self.best_epoch if self.best_epoch in kept else self.weights_epoch
        if best not in kept:
            return self
        gone = {weights_part(epoch) for epoch in kept if epoch != best}
        return self.with_parts({k: v for k, v in self.parts.items() if k not in gone})


class QueueItem(Spec):
    """A network that is to be trained from new weights.

    Parameters
    ----------
    name : str
        What its run will be called.
    project : ProjectSpec
        Data, network and training, the seed among them.
    """

    name: str
    project: ProjectSpec


def weights_part(epoch: int) -> str:
    """Return the name of the part with the weights after an epoch."""
    return f"weights/{epoch}.npz"


def member(run: str, part: str) -> str:
    """Return the name of a run's part in a project file."""
    return f"runs/{run}/{part}"


def run_and_part(name: str) -> tuple[str, str] | None:
    """Return what a member of a project file is of; None for one that no run has.

    Names come from a file: only those that can be meant become paths.
    """
    found = _MEMBER.fullmatch(name)
    return (found[1], found[2]) if found else None


def members(runs: Iterable[KeptRun]) -> dict[str, tuple[str, str]]:
    """Return run and part of every member that belongs to `runs`, by its name."""
    return {member(run.id, part): (run.id, part) for run in runs for part in run.parts}


@dataclass(frozen=True)
class RunIndex:
    """The runs of a project.

    Parameters
    ----------
    runs : sequence of KeptRun
        In the order in which they began.
    unread : sequence of dict
        Records that this version can't read; they are kept as they are.
    queue : sequence of QueueItem
        What is still to be trained.
    """

    runs: Sequence[KeptRun] = ()
    unread: Sequence[dict[str, Any]] = ()
    queue: Sequence[QueueItem] = ()


def unread_members(index: RunIndex, names: Iterable[str]) -> list[str]:
    """Return those members that belong to the runs that this version can't read."""
    ids = {record.get("id") for record in index.unread if isinstance(record, dict)}
    return [name for name in names if name.startswith("runs/") and name.split("/")[1] in ids]


def index_json(index: RunIndex, folder: Path) -> bytes:
    """Return the index as a project file in `folder` has it."""
    runs = [
        run.model_copy(update={"project": portable(run.project, folder)}).model_dump(mode="json")
        for run in index.runs
    ]
    whole: dict[str, Any] = {"runs": [*runs, *index.unread]}
    if index.queue:
        whole["queue"] = [
            item.model_copy(update={"project": portable(item.project, folder)}).model_dump(
                mode="json"
            )
            for item in index.queue
        ]
    return json.dumps(whole, separators=(",", ":"), ensure_ascii=False).encode()


def read_index(value: Any, folder: Path) -> RunIndex:
    """Return the runs of an index that was read from a project file in `folder`.

    Raises
    ------
    ValueError
        When it is no index at all.
    """
    if not isinstance(value, dict) or not isinstance(value.get("runs"), list):
        raise ValueError("no list of runs")
    runs, unread = [], []
    for record in value["runs"]:
        try:
            run = KeptRun.model_validate(record)
        except ValidationError:
            unread.append(record)
            continue
        runs.append(run.model_copy(update={"project": settled(run.project, folder)}))
    queue = [
        item.model_copy(update={"project": settled(item.project, folder)})
        for item in read_queue(value.get("queue"))
    ]
    return RunIndex(runs, unread, queue)


def read_queue(value: Any) -> list[QueueItem]:
    """Return the items of a queue that was kept; what can't be read is left out."""
    found = []
    for item in value if isinstance(value, list) else []:
        try:
            found.append(QueueItem.model_validate(item))
        except ValidationError:
            continue
    return found
