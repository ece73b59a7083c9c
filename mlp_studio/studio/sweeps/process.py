"""The leader in a process of its own: Optuna never loads into the window's."""

from __future__ import annotations

import threading
import traceback
from dataclasses import dataclass
from multiprocessing.connection import Connection

from mlp_studio.core.errors import StudioError
from mlp_studio.core.sweep_events import SweepPlan
from mlp_studio.studio.priority import give_way
from mlp_studio.studio.sweeps.leader import DefectError, Leader


@dataclass(frozen=True)
class Failure:
    """The leader could not go on: a sentence, or the traceback of a defect."""

    error: StudioError | None
    defect: str = ""


def lead(pipe: Connection, plan: SweepPlan, only_look: bool) -> None:
    """Lead a sweep, telling its events through the pipe. The target of a process.

    Parameters
    ----------
    pipe : Connection
        Told events and at last perhaps a `Failure`; orders come from it.
    plan : SweepPlan
        What is swept.
    only_look : bool
        Tell what the study holds so far, and end.
    """
    give_way()  # and with this process its workers
    leader = Leader(plan, pipe.send, importances=True)
    threading.Thread(target=_hear, args=(pipe, leader), name="orders", daemon=True).start()
    try:
        if only_look:
            leader.look()
        else:
            leader.run()
    except StudioError as error:
        pipe.send(Failure(error))
    except DefectError as error:
        pipe.send(Failure(None, str(error)))
    except (BrokenPipeError, KeyboardInterrupt):
        return  # the window is gone: the workers are too
    except Exception:  # noqa: BLE001 - shown by the window
        pipe.send(Failure(None, traceback.format_exc()))


def _hear(pipe: Connection, leader: Leader) -> None:
    while True:
        try:
            leader.order(pipe.recv())
        except (EOFError, OSError):
            leader.order("stop")
            return
