"""What a run's numbers may depend on beside its specs: versions and the machine."""

from __future__ import annotations

import os
import platform
from importlib import metadata
from pathlib import Path

from mlp_studio import __version__

PACKAGES = ("numpy", "keras", "tensorflow", "scikit-learn")
CPUINFO = Path("/proc/cpuinfo")  # Linux alone has it; elsewhere Python knows the processor


def versions() -> dict[str, str]:
    """Return the versions of this program, Python and the packages that compute."""
    found = {"mlp-studio": __version__, "python": platform.python_version()}
    for package in PACKAGES:
        try:
            found[package] = metadata.version(package)
        except metadata.PackageNotFoundError:
            found[package] = "not installed"
    return found


def machine() -> dict[str, str]:
    """Return system, processor and the number of cores this process may use.

    Compiled code is made for the processor's own instructions, and sums are divided
    among its cores: either may change the last bit of a number.
    """
    return {
        "system": f"{platform.system()} {platform.machine()}",
        "processor": _processor(),
        "cores": str(_cores()),
    }


def _processor() -> str:
    if CPUINFO.is_file():
        for line in CPUINFO.read_text(encoding="utf-8", errors="replace").splitlines():
            name, _, value = line.partition(":")
            if name.strip() == "model name":
                return value.strip()
    return platform.processor() or platform.machine()


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
