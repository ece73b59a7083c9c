"""What a sweep is started with, and what it tells while it goes on. Crosses processes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from mlp_studio.core.project import ProjectSpec
from mlp_studio.core.sweep import SweepSpec, Value
from mlp_studio.core.text import Text

TrialState = Literal["waiting", "running", "complete", "pruned", "failed", "lost", "stopped"]
SweepEnd = Literal["trials", "time", "grid", "stopped", "failed"]
COUNTED = frozenset({"running", "complete", "pruned", "failed"})


@dataclass(frozen=True)
class SweepPlan:
    """Everything a sweep needs.

    Parameters
    ----------
    project : ProjectSpec
        The design that trials depart from.
    sweep : SweepSpec
        What is tried.
    storage : str
        Where the study is: an address that Optuna knows, or a file.
    study : str
        Its name there.
    folder : Path or None
        Where the weights of the best trials are kept; None keeps none.
    device : str
        Where to train.
    """

    project: ProjectSpec
    sweep: SweepSpec
    storage: str = field(repr=False)  # it may hold a password
    study: str
    folder: Path | None = None
    device: str = "auto"


@dataclass(frozen=True)
class TrialRow:
    """A trial as it stands.

    Parameters
    ----------
    number : int
        Counted from 0.
    state : str
        ``"lost"`` where its process ended or fell silent, ``"stopped"`` where a person
        stopped the sweep; both are tried again.
    values : mapping
        Of what is searched, by target.
    best : float or None
        The best objective of its epochs so far.
    best_epoch : int
        When; 0 where no epoch has ended.
    curve : tuple of (int, float)
        The objective after each epoch.
    seconds : float
        Since it began, or how long it took.
    where : str
        The computer and process that tried it.
    note : str
        Why it failed.
    weights : str
        The file that keeps them; empty where none does.
    retry_of : int or None
        The trial that it tries again.
    """

    number: int
    state: TrialState
    values: Mapping[str, Value]
    best: float | None = None
    best_epoch: int = 0
    curve: tuple[tuple[int, float], ...] = ()
    seconds: float = 0.0
    where: str = ""
    note: str = ""
    weights: str = ""
    retry_of: int | None = None


@dataclass(frozen=True)
class SweepJoined:
    """The study is open, and the sweep goes by this spec: that of who began it."""

    sweep: SweepSpec
    study: str
    storage: str  # without a password
    workers: int


@dataclass(frozen=True)
class TrialsChanged:
    """Trials that are new or others than when last told."""

    rows: tuple[TrialRow, ...]


@dataclass(frozen=True)
class WorkerLost:
    """A worker process ended unexpectedly; its trial, if it had one, will be tried again."""

    worker: int
    trial: int | None
    words: Text


@dataclass(frozen=True)
class SweepNote:
    """Something that people should know."""

    words: Text


@dataclass(frozen=True)
class ImportancesKnown:
    """How much of the objective's variance each parameter accounts for; sums to 1."""

    shares: Mapping[str, float]


@dataclass(frozen=True)
class SweepFinished:
    """The sweep on this computer is over."""

    reason: SweepEnd
    words: Text


SweepEvent = SweepJoined | TrialsChanged | WorkerLost | SweepNote | ImportancesKnown | SweepFinished


def best_row(rows: Mapping[int, TrialRow], sweep: SweepSpec) -> TrialRow | None:
    """Return the trial with the best objective; the earlier of equals."""
    found: TrialRow | None = None
    for number in sorted(rows):
        row = rows[number]
        if row.best is None or row.state not in {"complete", "pruned"}:
            continue
        if found is None or found.best is None or sweep.better(row.best, found.best):
            found = row
    return found
