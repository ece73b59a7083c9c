"""Work in the background gives way to the window."""

from __future__ import annotations

import os
import sys
import threading

NICENESS = 5  # of 19: enough to be passed over whenever the window has something to do


def give_way() -> None:
    """Let the calling thread, and threads it starts later, run after the window's.

    On Linux every thread has a niceness of its own, which the threads it starts
    inherit (see setpriority(2), *C library/kernel differences*): called before
    TensorFlow is loaded it holds for TensorFlow's thread pools too. Elsewhere
    nothing is changed.
    """
    if sys.platform == "linux":
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), NICENESS)
