"""A study that several processes on several machines work at."""

from __future__ import annotations

import os
import socket
import time
from dataclasses import dataclass
from typing import Any

import optuna
from optuna.trial import TrialState as State
from pydantic import ValidationError

from mlp_studio.core.errors import StudioError
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.sweep import SweepSpec, contains, grid_size
from mlp_studio.core.sweep_events import SweepPlan
from mlp_studio.core.sweep_space import present_values
from mlp_studio.core.text import text
from mlp_studio.core.training import TrainingSpec
from mlp_studio.engine.sweeps.rows import row_of
from mlp_studio.engine.sweeps.samplers import distributions, grid, make_pruner, make_sampler
from mlp_studio.engine.sweeps.storage import close_storage, explained, open_storage, shown

SPEC, NETWORK, TRAINING, READY, DATA = "sweep", "network", "training", "ready", "data"
RETRY_OF, TRIES, REASON = "retry_of", "tries", "reason"
ALIVE, WHERE = "alive", "where"
SURPLUS, STOPPED, LOST = "surplus", "stopped", "lost"
LEAST_WEIGHED = 4  # complete trials
MOST_TRIES = 3  # of a trial whose process ends: it may be what ends it
MOST_GRID = 10_000
SETTLING = 60.0  # seconds that who began a study may take to fill its queue


def is_begun(plan: SweepPlan) -> bool:
    """Return whether there is such a study already."""
    storage = open_storage(plan.storage)
    try:
        with explained(plan.storage):
            return plan.study in optuna.get_all_study_names(storage)
    finally:
        close_storage(storage)


@dataclass(frozen=True)
class Running:
    """A trial that somebody is said to work at.

    Parameters
    ----------
    number : int
        Of the trial.
    beats : object
        Another one after each sign of life.
    is_dead_here : bool
        Whether its process was one of this computer and is gone.
    """

    number: int
    beats: object
    is_dead_here: bool


class Study:
    """A study of Optuna's, with the rules of a sweep.

    Parameters
    ----------
    plan : SweepPlan
        What is swept. Who comes later goes by the spec of who began the study; trials, time
        and workers are each one's own.

    Attributes
    ----------
    sweep : SweepSpec
        The spec in force.
    address : str
        Of the storage, as people may read it.

    Raises
    ------
    StudioError
        When the storage can't be used, the sweep can't be done, or the study was begun with
        another design.
    """

    def __init__(self, plan: SweepPlan) -> None:
        self.plan = plan
        self.address = shown(plan.storage)
        _require_possible(plan.sweep)
        self._storage = open_storage(plan.storage)
        try:
            with explained(plan.storage):
                self.sweep = self._join()
                self._study = optuna.load_study(
                    study_name=plan.study,
                    storage=self._storage,
                    sampler=make_sampler(self.sweep),
                    pruner=make_pruner(self.sweep),
                )
        except StudioError:
            self.close()
            raise
        self._distributions = distributions(self.sweep)

    def close(self) -> None:
        """Let go of the storage."""
        close_storage(self._storage)

    # --- joining -----------------------------------------------------------------------

    def _join(self) -> SweepSpec:
        plan = self.plan
        direction = "maximize" if plan.sweep.maximizes else "minimize"
        try:
            study = optuna.create_study(
                study_name=plan.study, storage=self._storage, direction=direction
            )
        except optuna.exceptions.DuplicatedStudyError:
            study = optuna.load_study(study_name=plan.study, storage=self._storage)
            return self._joined(study)
        study.set_user_attr(SPEC, plan.sweep.model_dump(mode="json"))
        study.set_user_attr(NETWORK, plan.project.network.model_dump(mode="json"))
        study.set_user_attr(TRAINING, plan.project.training.model_dump(mode="json"))
        self._fill_queue(study)
        study.set_user_attr(READY, True)
        return plan.sweep

    def _fill_queue(self, study: Any) -> None:
        """Put what must be tried in the queue: a grid, or first of all the present design."""
        sweep = self.plan.sweep
        if sweep.sampler == "grid":
            for values in grid(sweep)[: sweep.trials]:
                study.enqueue_trial(values)
            return
        present = present_values(sweep, self.plan.project)
        study.enqueue_trial(
            {
                p.target: present[p.target]
                for p in sweep.parameters
                if p.target in present and contains(p.range, present[p.target])
            }
        )

    def _joined(self, study: Any) -> SweepSpec:
        """Return the spec of who began the study, once all is there."""
        until = time.monotonic() + SETTLING
        while not (attrs := study.user_attrs).get(READY):
            if time.monotonic() > until:
                raise StudioError(
                    text("The study “{name}” was never begun properly.", name=self.plan.study),
                    text("Give another name with --study."),
                )
            time.sleep(0.2)
        try:
            sweep = SweepSpec.model_validate(attrs.get(SPEC))
            network = NetworkSpec.model_validate(attrs.get(NETWORK))
            training = TrainingSpec.model_validate(attrs.get(TRAINING))
        except ValidationError:
            raise StudioError(
                text("The study “{name}” is of another program.", name=self.plan.study),
                text("Give another name with --study."),
            ) from None
        project = self.plan.project
        if network != project.network or training != project.training:
            raise StudioError(
                text("The study “{name}” was begun with another design.", name=self.plan.study),
                text("Open the design it was begun with, or give another name with --study."),
            )
        own = self.plan.sweep
        return sweep.model_copy(
            update={"trials": own.trials, "seconds": own.seconds, "workers": own.workers}
        )

    def require_same_data(self, fingerprint: str) -> None:
        """Refuse data that is not what the study was begun with.

        Raises
        ------
        StudioError
            When it differs.
        """
        known = self._study.user_attrs.get(DATA)
        if known is None:
            self._study.set_user_attr(DATA, fingerprint)
        elif known != fingerprint:
            raise StudioError(
                text("The data here is not that of the study “{name}”.", name=self.plan.study),
                text("Copy the data of the computer that began it, or begin another study."),
            )

    # --- trials ------------------------------------------------------------------------

    def trials(self) -> list[Any]:
        """Return all trials as Optuna has them; those beyond the budget are left out."""
        found = self._study.get_trials(deepcopy=False)
        return [trial for trial in found if trial.user_attrs.get(REASON) != SURPLUS]

    def ask(self) -> Any | None:
        """Return the next trial to try; None when there is none left."""
        if not self.trials_left():
            return None
        while True:
            try:
                trial = self._study.ask(self._distributions)
                break
            except optuna.exceptions.UpdateFinishedTrialError:
                continue  # somebody else took the waiting trial, and has already finished it
        trial.set_user_attr(WHERE, here())
        if self._is_surplus(trial):
            trial.set_user_attr(REASON, SURPLUS)
            self._study.tell(trial, state=State.FAIL)
            return None
        return trial

    def trials_left(self) -> bool:
        """Return whether there is anything left to begin."""
        trials = self.trials()
        waiting = any(trial.state == State.WAITING for trial in trials)
        if self.sweep.sampler == "grid":
            return waiting
        return self.sweep.trials is None or sum(map(_counts, trials)) < self.sweep.trials

    def _is_surplus(self, trial: Any) -> bool:
        """Return whether somebody else began the last trial a moment before this one."""
        if self.sweep.sampler == "grid":
            own = next(other for other in self.trials() if other.number == trial.number)
            return "fixed_params" not in own.system_attrs
        if self.sweep.trials is None:
            return False
        before = (other for other in self.trials() if other.number < trial.number)
        return sum(map(_counts, before)) >= self.sweep.trials

    def complete(self, trial: Any, value: float) -> None:
        """Tell a trial's value."""
        self._study.tell(trial, value)

    def prune(self, trial: Any, reason: str = "") -> None:
        """Tell that a trial was ended early: its values say enough."""
        if reason:
            trial.set_user_attr(REASON, reason)
        self._study.tell(trial, state=State.PRUNED)

    def fail(self, trial: Any, reason: str) -> None:
        """Tell that a trial can't be trained; it is not tried again."""
        trial.set_user_attr(REASON, reason)
        self._study.tell(trial, state=State.FAIL)

    def put_back(self, number: int, *, stopped: bool) -> bool:
        """Give up a running trial that was stopped or whose process is gone; try it again.

        Returns
        -------
        bool
            Whether it was still running and is in the queue again.
        """
        given_up = next((t for t in self.trials() if t.number == number), None)
        if given_up is None or given_up.state != State.RUNNING:
            return False
        try:
            self._storage.set_trial_user_attr(
                given_up._trial_id, REASON, STOPPED if stopped else LOST
            )
            self._study.tell(number, state=State.FAIL)
        except (ValueError, optuna.exceptions.UpdateFinishedTrialError):
            return False  # another machine was faster, or it has just finished
        tries = int(given_up.user_attrs.get(TRIES, 1))
        if not stopped and tries >= MOST_TRIES:
            return False
        values = {**given_up.system_attrs.get("fixed_params", {}), **given_up.params}
        again = {RETRY_OF: number, TRIES: tries if stopped else tries + 1}
        self._study.enqueue_trial(values, user_attrs=again)
        return True

    def running(self) -> list[Running]:
        """Return the trials that somebody is said to work at."""
        return [
            Running(
                trial.number,
                (trial.user_attrs.get(ALIVE), len(trial.intermediate_values)),
                _is_dead_here(str(trial.user_attrs.get(WHERE, ""))),
            )
            for trial in self.trials()
            if trial.state == State.RUNNING
        ]

    def importances(self) -> dict[str, float]:
        """Return the share of each parameter in the objective's variance; empty where unknown.

        By functional ANOVA with trees (PED-ANOVA's forerunner fANOVA; Hutter and others 2014),
        over complete trials.
        """
        complete = [t for t in self.trials() if t.state == State.COMPLETE]
        if len(complete) < LEAST_WEIGHED or len({t.value for t in complete}) < 2:
            return {}
        evaluator = optuna.importance.FanovaImportanceEvaluator(seed=0)
        try:
            shares = optuna.importance.get_param_importances(self._study, evaluator=evaluator)
        except (ValueError, RuntimeError):  # none of the parameters has varied yet
            return {}
        return {target: float(share) for target, share in shares.items()}

    def finished(self) -> int:
        """Return how many trials are over and count."""
        return sum(_counts(t) and t.state.is_finished() for t in self.trials())

    def rows(self) -> list[Any]:
        """Return all trials as `TrialRow`, without those that wait."""
        return [row_of(t, self.sweep) for t in self.trials() if t.state != State.WAITING]


def _counts(trial: Any) -> bool:
    """Return whether a trial counts for the budget: given up ones are tried again."""
    if trial.state == State.FAIL:
        return trial.user_attrs.get(REASON) not in {LOST, STOPPED, SURPLUS, None}
    return bool(trial.state != State.WAITING)


def here() -> str:
    """Return what tells this process from all others: computer and number."""
    return f"{socket.gethostname()} · {os.getpid()}"


def _is_dead_here(where: str) -> bool:
    host, _, process = where.rpartition(" · ")
    if host != socket.gethostname() or not process.isdigit():
        return False
    if os.name != "posix":
        return False  # the heartbeat tells
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return True
    except PermissionError:  # somebody else's by now
        return False
    return False


def _require_possible(sweep: SweepSpec) -> None:
    if not sweep.parameters:
        raise StudioError(
            text("Nothing is ticked to be searched."),
            text("Tick parameters of the network or of the training."),
        )
    if sweep.sampler == "grid":
        size = grid_size(sweep)
        if size > MOST_GRID and (sweep.trials is None or sweep.trials > MOST_GRID):
            raise StudioError(
                text("The grid has {size} combinations.", size=f"{size:,}"),
                text("Search fewer parameters or points, or choose another sampler."),
            )
