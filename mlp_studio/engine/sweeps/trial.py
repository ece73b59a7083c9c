"""One trial: the design with its values, trained, its objective told after each epoch."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from mlp_studio.core.control import Control
from mlp_studio.core.dataset import Dataset
from mlp_studio.core.errors import StudioError
from mlp_studio.core.events import EpochDone, Snapshot, TrainEvent
from mlp_studio.core.project import ProjectSpec
from mlp_studio.core.request import training_request
from mlp_studio.core.sweep_space import applied
from mlp_studio.engine.sweeps.rows import BEST
from mlp_studio.engine.sweeps.study import ALIVE, Study
from mlp_studio.engine.train import train

HEARTBEAT = 5.0  # seconds
REPORTS = 50  # of a trial at most: a storage takes longer for one than a small network for epochs


@dataclass(frozen=True, eq=False)
class Tried:
    """A trial that ended with weights: its design, those of its best epoch, and the epochs."""

    number: int
    project: ProjectSpec
    snapshot: Snapshot
    value: float
    history: list[dict[str, Any]]


class TrialRun:
    """Runs one trial.

    Parameters
    ----------
    study : Study
        Told how it goes.
    trial : optuna.Trial
        Asked for already.
    control : Control
        Stops and pauses it.
    keep : callable
        Given what was tried, returns where its weights are kept; ``""`` where they are not.
    """

    def __init__(
        self,
        study: Study,
        trial: Any,
        control: Control,
        keep: Callable[[Tried], str],
    ) -> None:
        self._study, self._trial, self._control, self._keep = study, trial, control, keep
        self._best: tuple[float, Snapshot] | None = None
        self._history: list[dict[str, Any]] = []
        self._pruned = False
        self._trouble: Exception | None = None

    def run(self, dataset: Dataset) -> bool:
        """Train; return whether the trial came to an end, and was not stopped by a person."""
        study, trial = self._study, self._trial
        try:
            project = self._project()
            request = training_request(project, dataset, device=study.plan.device)
        except (StudioError, ValidationError) as error:
            study.fail(trial, str(error))
            return True
        with Heartbeat(trial):
            finished = train(request, self._hear, self._control)
        if self._trouble is not None:
            raise self._trouble
        if finished.reason == "stopped" and not self._pruned:
            return False
        if finished.reason == "failed":
            study.fail(trial, str(finished.message))
            return True
        if self._best is not None:
            value, snapshot = self._best
            tried = Tried(trial.number, project, snapshot, value, self._history)
            trial.set_user_attr(BEST, [value, snapshot.epoch])
            kept = self._keep(tried)
            if kept:
                trial.set_user_attr("weights", kept)
        if self._best is None or finished.reason == "diverged":
            study.prune(trial, str(finished.message))
        elif self._pruned:
            study.prune(trial)
        else:
            study.complete(trial, self._best[0])
        return True

    def _project(self) -> ProjectSpec:
        """Return the design with the trial's values, as long as a trial, measuring the objective.

        A schedule without a length of its own spans the trial.
        """
        sweep = self._study.sweep
        project = applied(self._study.plan.project, self._trial.params)
        changes: dict[str, Any] = {"epochs": sweep.epochs}
        metric = sweep.objective.removeprefix("val_")
        if metric != "loss":
            changes["metric"] = metric
        training = project.training.model_copy(update=changes)
        return project.model_copy(update={"training": training, "sweep": None})

    def _hear(self, event: TrainEvent) -> None:
        """Report an epoch; an error of the storage ends the training and is raised after it."""
        if not isinstance(event, EpochDone) or self._trouble is not None:
            return
        sweep, value = self._study.sweep, event.logs[self._study.sweep.objective]
        row = {"epoch": event.epoch, **event.logs, "learning_rate": event.learning_rate}
        self._history.append(row)
        if self._best is None or sweep.better(value, self._best[0]):
            self._best = value, event.snapshot
        # The same epochs in every trial, so that they can be compared.
        every = -(-sweep.epochs // REPORTS)
        if event.epoch % every and event.epoch < sweep.epochs:
            return
        try:
            self._trial.report(value, event.epoch)
            if event.epoch < sweep.epochs and self._trial.should_prune():
                self._pruned = True
                self._control.stop()
        except Exception as error:  # noqa: BLE001 - raised in `run`, outside of the training
            self._trouble = error
            self._control.stop()


class Heartbeat:
    """Writes a growing number to the trial while it is alive, for machines that watch it.

    A number and not the time: the clocks of machines differ.
    """

    def __init__(self, trial: Any) -> None:
        self._trial = trial
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._beat, name="heartbeat", daemon=True)

    def __enter__(self) -> Heartbeat:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._thread.join()

    def _beat(self) -> None:
        beats = 0
        while not self._ended.wait(HEARTBEAT):
            beats += 1
            try:
                self._trial.set_user_attr(ALIVE, beats)
            except Exception:  # noqa: BLE001 - the next report meets the same trouble and tells it
                return
