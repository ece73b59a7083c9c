"""The one place that imports TensorFlow: quietly, and with Keras on the same backend.

Importing this module takes seconds; `mlp_studio.engine.warm` does it in good time.
"""

from __future__ import annotations

import os
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

STDERR = 2
NOISE = re.compile(rb"^([IWE]\d{4} \d\d:|WARNING: All log messages before absl)")

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ["KERAS_BACKEND"] = "tensorflow"


@contextmanager
def _without_log_lines() -> Iterator[None]:
    """Keep TensorFlow's own log lines off standard error; all else passes through.

    TensorFlow writes some lines before it reads ``TF_CPP_MIN_LOG_LEVEL``, straight to
    the file descriptor, so that only the descriptor can be filtered. Who sets it to 0
    wants to read them.
    """
    if os.environ["TF_CPP_MIN_LOG_LEVEL"] == "0":
        yield
        return
    try:
        original = os.dup(STDERR)
    except OSError:  # a window program may have no standard error at all
        yield
        return
    reader, writer = os.pipe()

    def forward() -> None:
        with os.fdopen(reader, "rb") as lines:
            for line in lines:
                if not NOISE.match(line):
                    os.write(original, line)

    thread = threading.Thread(target=forward, name="stderr-filter", daemon=True)
    thread.start()
    os.dup2(writer, STDERR)
    os.close(writer)
    try:
        yield
    finally:
        os.dup2(original, STDERR)  # closes the pipe's last writing end: the thread ends
        thread.join()
        os.close(original)


def _import_tensorflow() -> Any:
    with _without_log_lines():
        import tensorflow

        # Looks for GPUs, and logs what it finds.
        for gpu in tensorflow.config.list_physical_devices("GPU"):
            # Take memory as it is needed: other programs share the card. To be said before
            # anything is computed.
            tensorflow.config.experimental.set_memory_growth(gpu, True)
    tensorflow.get_logger().setLevel("ERROR")
    return tensorflow


tf = _import_tensorflow()
