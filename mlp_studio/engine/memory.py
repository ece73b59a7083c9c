"""Whether a run fits into the computer's memory at all.

A GPU refuses what it does not have. Linux grants more than there is, and ends a program
that then uses it; so a run on the CPU that can't fit is refused before it begins.
"""

from __future__ import annotations

import math
import re
from pathlib import Path

from mlp_studio.core.errors import StudioError
from mlp_studio.core.layers import Dense
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.text import text
from mlp_studio.core.training import AnyOptimizer
from mlp_studio.engine.optimizers import slot_starts

FLOAT = 4  # bytes
MEMORY = Path("/proc/meminfo")
GROUP = Path("/sys/fs/cgroup")  # the limit of a container


def least_bytes(network: NetworkSpec, optimizer: AnyOptimizer, batch: int) -> int:
    """Return what a training step needs at the very least, in bytes.

    Counted are weights, gradients and the optimizer's slots, and what each Dense layer
    hands on for a batch, which is kept for the gradients.
    """
    specs = [spec for layer in network.weight_specs().values() for spec in layer]
    learning = sum(math.prod(spec.shape) for spec in specs if spec.trainable)
    numbers = network.parameters + learning * (1 + len(slot_starts(optimizer)))
    for layer, shape in zip(network.layers, network.shapes(), strict=True):
        if isinstance(layer, Dense):
            numbers += batch * math.prod(shape)
    return FLOAT * numbers


def free_bytes() -> int | None:
    """Return how much memory a program may still take; None where it can't be told."""
    found = [_available(MEMORY), _left_of_group(GROUP)]
    known = [number for number in found if number is not None]
    return min(known) if known else None


def require_memory(network: NetworkSpec, optimizer: AnyOptimizer, batch: int) -> None:
    """Refuse a run on the CPU that needs more memory than is free.

    Raises
    ------
    StudioError
        With both numbers.
    """
    needed, free = least_bytes(network, optimizer, batch), free_bytes()
    if free is not None and needed > free:
        raise StudioError(
            text(
                "Training needs {needed} GB of memory at least, and {free} GB are free.",
                needed=_gigabytes(needed),
                free=_gigabytes(free),
            ),
            text("Use a smaller batch or fewer units, or close other programs."),
        )


def _gigabytes(number: int) -> str:
    return f"{number / 1e9:,.1f}"


def _available(file: Path) -> int | None:
    try:
        found = re.search(r"^MemAvailable:\s+(\d+) kB", file.read_text(), re.MULTILINE)
    except OSError:
        return None
    return 1024 * int(found[1]) if found else None


def _left_of_group(folder: Path) -> int | None:
    try:
        limit = (folder / "memory.max").read_text().strip()
        used = re.search(r"^anon (\d+)$", (folder / "memory.stat").read_text(), re.MULTILINE)
    except OSError:
        return None
    # Files that are kept in memory give way, so that only the programs' own memory counts.
    return max(0, int(limit) - int(used[1])) if limit.isdigit() and used else None
