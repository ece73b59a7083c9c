"""A worker process: it tries one trial after the other until there is none left."""

from __future__ import annotations

import os
import threading
import traceback
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from mlp_studio.core.arrays import no_progress
from mlp_studio.core.control import Control
from mlp_studio.core.errors import StudioError
from mlp_studio.core.sweep_events import SweepPlan
from mlp_studio.core.text import Text, text
from mlp_studio.studio.sweeps.kept import keep_weights

if TYPE_CHECKING:
    from mlp_studio.core.dataset import Dataset
    from mlp_studio.engine.sweeps.study import Study

Order = Literal["pause", "resume", "stop"]


@dataclass(frozen=True)
class Begun:
    """A trial was begun."""

    number: int


@dataclass(frozen=True)
class Ended:
    """The trial is over."""

    number: int


@dataclass(frozen=True)
class Through:
    """There is nothing left to try, or the worker was stopped; it ends now."""


@dataclass(frozen=True)
class Trouble:
    """The worker can't go on; `defect` holds a traceback where that is the program's fault."""

    words: Text | None
    defect: str = ""


Told = Begun | Ended | Through | Trouble


class _Orders(threading.Thread):
    """Hears the leader's orders. Where the leader is gone, the worker stops too."""

    def __init__(self, pipe: Connection) -> None:
        super().__init__(name="orders", daemon=True)
        self._pipe = pipe
        self._lock = threading.Lock()
        self._control: Control | None = None
        self._paused = False
        self.stopped = threading.Event()
        self._may_go_on = threading.Event()
        self._may_go_on.set()

    def run(self) -> None:
        while not self.stopped.is_set():
            try:
                order: Order = self._pipe.recv()
            except (EOFError, OSError):
                order = "stop"
            with self._lock:
                self._obey(order)

    def _obey(self, order: Order) -> None:
        control = self._control
        if order == "pause":
            self._may_go_on.clear()
            if control is not None:
                control.pause()
            return
        if order == "stop":
            self.stopped.set()
            if control is not None:
                control.stop()
        elif control is not None:
            control.resume()
        self._may_go_on.set()

    def next_control(self) -> Control | None:
        """Wait while paused; return the control of the next trial, None once stopped."""
        self._may_go_on.wait()
        with self._lock:
            self._control = None if self.stopped.is_set() else Control()
            return self._control


def work(pipe: Connection, plan: SweepPlan, threads: int) -> None:
    """Try trials until there are none left. The target of a process.

    Parameters
    ----------
    pipe : Connection
        Told what happens; orders come from it.
    plan : SweepPlan
        What is swept.
    threads : int
        How many this process computes with.
    """
    for name in ("TF_NUM_INTRAOP_THREADS", "OMP_NUM_THREADS"):
        os.environ[name] = str(threads)
    os.environ["TF_NUM_INTEROP_THREADS"] = "1"
    orders = _Orders(pipe)
    orders.start()
    try:
        _try_all(pipe, plan, orders)
        pipe.send(Through())
    except StudioError as error:
        pipe.send(Trouble(_sentence(error)))
    except (KeyboardInterrupt, BrokenPipeError):
        return  # the leader was told, or is gone
    except Exception:  # noqa: BLE001 - told to the leader, who shows it
        pipe.send(Trouble(None, traceback.format_exc()))


def _sentence(error: StudioError) -> Text:
    if error.remedy is None:
        return error.what
    return text("{what} {remedy}", what=error.what, remedy=error.remedy)


def _try_all(pipe: Connection, plan: SweepPlan, orders: _Orders) -> None:
    from mlp_studio.core.fingerprint import data_fingerprint
    from mlp_studio.data.load import load
    from mlp_studio.engine.sweeps.storage import explained
    from mlp_studio.engine.sweeps.study import Study

    with explained(plan.storage):
        study = Study(plan)
    dataset = load(plan.project.data, no_progress)
    with explained(plan.storage):
        study.require_same_data(data_fingerprint(dataset))
        while (control := orders.next_control()) is not None:
            number = _try_one(pipe, study, dataset, control)
            if number is None:
                return
            pipe.send(Ended(number))


def _try_one(pipe: Connection, study: Study, dataset: Dataset, control: Control) -> int | None:
    """Try the next trial; return its number, None where there is none left."""
    from mlp_studio.engine.sweeps.trial import TrialRun, Tried

    trial = study.ask()
    if trial is None:
        return None
    number: int = trial.number
    pipe.send(Begun(number))
    folder: Path | None = study.plan.folder

    def keep(tried: Tried) -> str:
        if folder is None:
            return ""
        return keep_weights(folder, tried, higher=study.sweep.maximizes)

    if not TrialRun(study, trial, control, keep).run(dataset):
        study.put_back(number, stopped=True)
    return number
