"""Training: a request in, events out, under a control."""

from __future__ import annotations

from collections.abc import Callable

from mlp_studio.core.control import Control
from mlp_studio.core.errors import StudioError
from mlp_studio.core.events import RunFinished, TrainEvent, TrainRequest
from mlp_studio.core.text import Text, text
from mlp_studio.engine.backend import tf
from mlp_studio.engine.run import Run

Emit = Callable[[TrainEvent], None]


def train(request: TrainRequest, emit: Emit, control: Control) -> RunFinished:
    """Train and tell about it.

    Parameters
    ----------
    request : TrainRequest
        What to do.
    emit : callable
        Told `RunStarted`, then `StepsDone` and `EpochDone` as they come, and at last
        `RunFinished`; called in this thread.
    control : Control
        Looked at every few hundredths of a second.

    Returns
    -------
    RunFinished
        The last event. Divergence, a missing GPU, too little memory and failures of
        the device end the run with a reason and a message; nothing is raised for them.
    """
    run = Run(request, emit, control)
    try:
        finished = run.go()
    except StudioError as error:
        remedy = error.remedy or text("Change the settings and train again.")
        finished = run.failed(text("{what} {remedy}", what=error.what, remedy=remedy))
    except (tf.errors.ResourceExhaustedError, MemoryError):
        finished = run.failed(_out_of_memory(request))
    except tf.errors.OpError as error:
        reason = (error.message or type(error).__name__).splitlines()[0]
        finished = run.failed(
            text("TensorFlow could not go on: {reason} Train again, or on the CPU.", reason=reason)
        )
    emit(finished)
    return finished


def _out_of_memory(request: TrainRequest) -> Text:
    return text(
        "The memory did not suffice for {parameters} parameters and a batch size of {batch}. "
        "Use a smaller batch, fewer units or fewer examples.",
        parameters=f"{request.network.parameters:,}",
        batch=request.training.batch_size,
    )
