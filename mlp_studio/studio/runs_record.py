"""A run while it goes on, and how it becomes one that is kept; no Qt, for any thread."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from weakref import WeakKeyDictionary

import numpy as np

from mlp_studio.analysis.evaluation import Judged, hear, judge
from mlp_studio.analysis.film import Film
from mlp_studio.analysis.probe import probe_indices
from mlp_studio.core.dataset import Dataset
from mlp_studio.core.events import EpochDone, Reason, Snapshot
from mlp_studio.core.fingerprint import data_fingerprint, digest
from mlp_studio.core.initializers import initial_weights
from mlp_studio.core.project import ProjectSpec
from mlp_studio.storage.circumstances import machine, versions
from mlp_studio.storage.runs import ANSWERS, FILM, HISTORY, KeptRun, weights_part
from mlp_studio.storage.runs_parts import (
    Answers,
    Row,
    answers_bytes,
    film_bytes,
    history_bytes,
    weights_bytes,
)
from mlp_studio.storage.runs_workspace import Workspace

FILM_EXAMPLES = 500
CHECKPOINTS = 4 << 20  # bytes of weights kept of epochs that are neither the best nor the last


def row(event: EpochDone) -> dict[str, float]:
    """Return an epoch as a kept run's history has it."""
    return {
        "epoch": event.epoch,
        "learning_rate": event.learning_rate,
        "seconds": event.seconds,
        "rate_reduced": int(event.rate_reduced),
        **event.logs,
    }


@dataclass(eq=False)
class RunRecord:
    """What is noted of a run while it goes on.

    Parameters
    ----------
    project : ProjectSpec
        Data, network and training.
    dataset : Dataset
        The examples.
    parent : str
        The run it goes on from, if any.
    before : sequence of mapping
        The epochs that led to its weights.
    name : str
        What it is to be called; empty for a number.
    """

    project: ProjectSpec
    dataset: Dataset
    parent: str = ""
    before: Sequence[Row] = ()
    name: str = ""
    device: str = ""
    id: str = field(default_factory=lambda: uuid.uuid4().hex)
    began: str = field(default_factory=lambda: datetime.now().astimezone().isoformat())
    rows: list[dict[str, float]] = field(default_factory=list)
    last: Snapshot | None = None
    seconds: float = 0.0
    _kept: list[Snapshot] = field(default_factory=list)

    def add(self, event: EpochDone) -> None:
        """Note an epoch; of its weights as many are kept as there is room for."""
        self.rows.append(row(event))
        self.last = event.snapshot
        self.seconds += event.seconds
        self._kept.append(event.snapshot)
        most = CHECKPOINTS // max(1, 4 * self.project.network.parameters)
        while len(self._kept) > most:
            self._kept.pop(_nearest_to_others([one.epoch for one in self._kept]))

    @property
    def worth_keeping(self) -> bool:
        """Whether anything was learnt."""
        return bool(self.rows)

    def checkpoints(self) -> list[Snapshot]:
        """Return the weights of epochs on the way."""
        return list(self._kept)


def _nearest_to_others(epochs: list[int]) -> int:
    """Return which of ascending epochs leaves the smallest gap; the last where there are few."""
    if len(epochs) < 3:
        return len(epochs) - 1
    gaps = np.subtract(epochs[2:], epochs[:-2])
    return 1 + int(gaps.argmin())


@dataclass(frozen=True, eq=False)
class Ended:
    """How a run ended.

    Parameters
    ----------
    reason : str
        Why.
    snapshot : Snapshot
        The weights it ended with.
    best_epoch : int or None
        The best.
    best : Snapshot or None
        Its weights.
    develop : bool
        Whether a film is to be made of the weights that are kept; where one was made
        during the training it is not.
    """

    reason: Reason
    snapshot: Snapshot
    best_epoch: int | None = None
    best: Snapshot | None = None
    develop: bool = False


_fingerprints: WeakKeyDictionary[Dataset, tuple[str, str]] = WeakKeyDictionary()


def fingerprints(dataset: Dataset) -> tuple[str, str]:
    """Return the fingerprints of all the data, and of the examples runs are evaluated on."""
    if dataset not in _fingerprints:
        part = dataset.test if dataset.test is not None else dataset.validation
        examples = digest([("x", part.x), ("y", part.y)])
        _fingerprints[dataset] = data_fingerprint(dataset), examples
    return _fingerprints[dataset]


def keep(record: RunRecord, ended: Ended, workspace: Workspace, number: int) -> KeptRun:
    """Evaluate a run and write it into a workspace; slow.

    Raises
    ------
    StudioError
        When it can't be written.
    """
    dataset, project = record.dataset, record.project
    data, examples = fingerprints(dataset)
    judged = _judged(dataset, ended.snapshot)
    snapshots = {one.epoch: one for one in record.checkpoints()}
    for one in (ended.best, ended.snapshot):
        if one is not None and one.weights:
            snapshots[one.epoch] = one
    parts = {
        HISTORY: history_bytes([*record.before, *record.rows]),
        ANSWERS: answers_bytes(_answers(judged)),
    }
    for epoch, snapshot in sorted(snapshots.items()):
        parts[weights_part(epoch)] = weights_bytes(project.network, snapshot.weights)
    if ended.develop:
        film = _film(record, sorted(snapshots.items()))
        if film is not None:
            parts[FILM] = film
    run = _known(record, ended, number).model_copy(
        update={
            "data": data,
            "examples": examples,
            "scores": dict(judged.report.scores),
            "ranges": dict(judged.ranges),
        }
    )
    workspace.clear(run.id)
    return workspace.add(run, parts)


def _known(record: RunRecord, ended: Ended, number: int) -> KeptRun:
    """Return what is known of a run without looking at its data."""
    logs = record.rows[-1]
    return KeptRun(
        id=record.id,
        number=number,
        name=record.name,
        began=record.began,
        project=record.project,
        scaler=record.dataset.scaler,
        reason=ended.reason,
        first_epoch=int(record.rows[0]["epoch"]),
        last_epoch=int(logs["epoch"]),
        weights_epoch=ended.snapshot.epoch,
        best_epoch=ended.best_epoch,
        seconds=record.seconds,
        device=record.device,
        circumstances={**versions(), **machine()},
        part="validation" if record.dataset.test is None else "test",
        logs={name: value for name, value in logs.items() if np.isfinite(value)},
        parent=record.parent,
    )


def keep_so_far(record: RunRecord, workspace: Workspace, number: int) -> None:
    """Write a run that goes on as far as it went, for the case that it never ends.

    Raises
    ------
    StudioError
        When it can't be written.
    """
    last = record.last
    if last is None:
        return
    so_far = replace(record, rows=list(record.rows))
    parts = {
        HISTORY: history_bytes([*so_far.before, *so_far.rows]),
        weights_part(last.epoch): weights_bytes(last.network, last.weights),
    }
    former = workspace.parts(record.id)
    workspace.add(_known(so_far, Ended("stopped", last), number), parts)
    workspace.drop(record.id, former - parts.keys())


def _film(record: RunRecord, snapshots: Sequence[tuple[int, Snapshot]]) -> bytes | None:
    """Return a film of the weights of some epochs, from the new weights on."""
    project, part = record.project, record.dataset.validation
    chosen = probe_indices(part.y, FILM_EXAMPLES)
    film = Film(project.network, part.x[chosen])
    steps = -(-len(record.dataset.train) // project.training.batch_size)
    new = initial_weights(project.network, project.training.seed)
    for epoch, weights in [(0, new), *((epoch, one.weights) for epoch, one in snapshots)]:
        film.add(film.develop(epoch * steps, float(epoch), weights))
    return film_bytes(film, chosen[: len(film.examples)])


def _judged(dataset: Dataset, snapshot: Snapshot) -> Judged:
    part = dataset.test if dataset.test is not None else dataset.validation
    classes = dataset.facts.task != "regression"
    said = hear(snapshot.network, snapshot.weights, part, classes=classes)
    return judge(said, classes=classes)


def _answers(judged: Judged) -> Answers:
    said = judged.said
    if not len(judged.answered):
        return Answers(said.y, said.outputs.reshape(said.y.shape))
    sure = said.outputs[np.arange(len(said)), judged.answered]
    return Answers(said.y, judged.answered, sure)
