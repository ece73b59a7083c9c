"""How long ago the program was started, the interpreter's own start included."""

from __future__ import annotations

import os
import time
from pathlib import Path

_IMPORTED = time.perf_counter()


def seconds_since_start() -> float:
    """Return the seconds since the process began; since this module was loaded elsewhere.

    On Linux the kernel knows when the process began (``/proc/self/stat``, field 22).
    """
    stat = Path("/proc/self/stat")
    if not stat.exists():
        return time.perf_counter() - _IMPORTED
    # The command's name may hold spaces and brackets; the fields follow its last bracket.
    fields = stat.read_text(encoding="utf-8").rpartition(")")[2].split()
    began = int(fields[19]) / os.sysconf("SC_CLK_TCK")
    return time.clock_gettime(time.CLOCK_BOOTTIME) - began
