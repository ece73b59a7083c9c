"""A thread for calls that may take long, so that *Stop* need not wait for their end.

Nothing can break off what a device has begun: a step of a wide network on a large batch,
or a compilation. Such a call runs here and the run waits for it or for *Stop*, whichever
comes first. A call that is left behind goes on to its end; the next one waits for that.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from typing import TypeVar

from mlp_studio.core.control import Control

TICK = 0.02  # seconds between two looks at the control
GRACE = 0.04  # seconds a call is given to end by itself after *Stop*

T = TypeVar("T")


class Stopped(Exception):  # noqa: N818 - an outcome, not an error
    """*Stop* was asked for."""


_pool = ThreadPoolExecutor(1, "device")


def run_or_stop(call: Callable[[], T], control: Control) -> T:
    """Return what `call` returns, unless *Stop* comes first.

    Raises
    ------
    Stopped
        When it did; `call` then goes on behind the scenes, and its result is dropped.
    """
    coming = _pool.submit(call)
    while not wait((coming,), TICK).done:
        if control.stopped and not wait((coming,), GRACE).done:
            coming.cancel()
            raise Stopped
    return coming.result()
