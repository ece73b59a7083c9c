"""Training: a request in, events out, under a control."""

from __future__ import annotations

import re
from collections.abc import Callable

from mlp_studio.core.control import Control
from mlp_studio.core.errors import StudioError
from mlp_studio.core.events import RunFinished, TrainEvent, TrainRequest
from mlp_studio.core.text import Text, text
from mlp_studio.engine.auto import first_line
from mlp_studio.engine.backend import tf
from mlp_studio.engine.prepare import release
from mlp_studio.engine.run import Run

Emit = Callable[[TrainEvent], None]
# XLA, CUDA and cuBLAS tell a lack of memory by errors of several kinds.
NO_MEMORY = re.compile(
    r"RESOURCE_EXHAUSTED|out[ _]of[ _]memory|\bOOM\b|STATUS_ALLOC_FAILED|bad_alloc"
    r"|(?:can ?not|could not|failed to) allocate",
    re.IGNORECASE,
)


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
    except (tf.errors.OpError, MemoryError) as error:
        finished = run.failed(_explanation(error, request, run.last_epoch))
        release()
    del run  # and with it weights and slots on the device
    emit(finished)
    return finished


def is_out_of_memory(error: BaseException) -> bool:
    """Return whether the device or the computer had too little memory."""
    if isinstance(error, MemoryError | tf.errors.ResourceExhaustedError):
        return True
    return isinstance(error, tf.errors.OpError) and bool(NO_MEMORY.search(error.message or ""))


def _explanation(error: BaseException, request: TrainRequest, epoch: int) -> Text:
    if is_out_of_memory(error):
        lack = text(
            "The memory did not suffice for {parameters} parameters and a batch size of {batch}. "
            "Use a smaller batch, fewer units or fewer examples, or train on another device.",
            parameters=f"{request.network.parameters:,}",
            batch=request.training.batch_size,
        )
        if epoch == 0:
            return lack
        return text("{what} The weights of epoch {epoch} are kept.", what=lack, epoch=epoch)
    return text(
        "TensorFlow could not go on: {reason} Train again, or on the CPU.",
        reason=first_line(error),
    )
