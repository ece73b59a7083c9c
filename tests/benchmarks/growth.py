"""How the time of an epoch grows with batch size, width and depth."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tests.benchmarks.networks import Job
from tests.benchmarks.rounds import Effort, in_turn
from tests.benchmarks.sides import FIT, OURS, Side

TEMPLATE = "mnist-tanh-200"
BATCHES = (8, 16, 32, 64, 128, 256, 512, 1024)
WIDTHS = (16, 32, 64, 128, 256, 512, 1024)
DEPTHS = (1, 2, 4, 8)
WITH_FIT = {"batch": (8, 32, 256, 1024), "width": (16, 128, 1024), "depth": (1, 8)}
QUICK = {"batch": (8, 32, 1024), "width": (16, 1024), "depth": (1, 8)}
DEEP = 64  # units of each layer where the depth grows


@dataclass(frozen=True)
class Point:
    """A network on the way."""

    axis: str
    value: int
    job: Job


def points(*, quick: bool) -> Iterator[Point]:
    """Yield what is measured: on a fifth of the MNIST examples, or a twentieth if `quick`."""
    share = 0.05 if quick else 0.2
    for batch in BATCHES:
        yield Point("batch", batch, Job(TEMPLATE, batch=batch, share=share))
    for width in WIDTHS:
        yield Point("width", width, Job(TEMPLATE, hidden=((width, "tanh"),), share=share))
    for depth in DEPTHS:
        yield Point("depth", depth, Job(TEMPLATE, hidden=((DEEP, "relu"),) * depth, share=share))


def grow(sides: Mapping[str, Side], *, quick: bool) -> Iterator[dict[str, Any]]:
    """Measure each point; yield it as JSON takes it, with a value for `model.fit` at a few."""
    effort = Effort(rounds=3, seconds=0.3, epochs=2, overhead=0.0)
    for point in points(quick=quick):
        if quick and point.value not in QUICK[point.axis]:
            continue
        names = [OURS]
        if FIT in sides and point.value in WITH_FIT[point.axis]:
            names.append(FIT)
        measured = in_turn(point.job, {name: sides[name] for name in names}, effort)
        yield {
            "axis": point.axis,
            "value": point.value,
            "share": point.job.share,
            "seconds": {name: made.median for name, made in measured.items()},
        }
