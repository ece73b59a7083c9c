"""All sides on one network, in turn, round after round.

A machine drifts: what is compared is measured within seconds of each other, and each
round gives a ratio of its own, whose spread tells how far to trust the whole.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from statistics import median
from typing import Any

from tests.benchmarks.networks import Job
from tests.benchmarks.sides import OURS, Side
from tests.benchmarks.worker import Round


@dataclass(frozen=True)
class Effort:
    """How long to measure.

    Parameters
    ----------
    rounds : int
        Turns of each side.
    seconds : float
        Of a turn, at least.
    epochs : int
        Of a turn, at least.
    overhead : float
        Seconds to measure the cost of events for.
    share : float
        Of the MNIST examples that is trained on.
    """

    rounds: int
    seconds: float
    epochs: int
    overhead: float
    share: float = 1.0

    def for_network(self, name: str) -> Effort:
        """Return the same effort in more and shorter turns where epochs are short."""
        if name.startswith("mnist"):
            return self
        return replace(self, rounds=3 * self.rounds, seconds=self.seconds / 3)


@dataclass
class Series:
    """What was measured of one side on one network.

    Parameters
    ----------
    first : Round
        The first epoch, compilation included.
    threads : int, optional
        The better thread count, where there was a choice.
    """

    first: Round
    threads: int | None
    rounds: list[Round] = field(default_factory=list)

    @property
    def median(self) -> float:
        """Seconds of an epoch."""
        return median(seconds for made in self.rounds for seconds in made.seconds)

    def plain(self) -> dict[str, Any]:
        """Return it as JSON takes it."""
        return {
            "seconds": self.median,
            "rounds": [made.seconds for made in self.rounds],
            "threads": self.threads,
            "after_one_epoch": dict(self.first.logs),
            "after_the_last": dict(self.rounds[-1].logs),
            "peak_mib": self.rounds[-1].peak,
            "busy_while_waiting": max(made.busy for made in self.rounds),
        }


def in_turn(job: Job, sides: Mapping[str, Side], effort: Effort) -> dict[str, Series]:
    """Train `job` on all sides and return what was measured."""
    measured: dict[str, Series] = {}
    for name, side in sides.items():
        first = side.begin(job)
        measured[name] = Series(first, side.threads)
    for _ in range(effort.rounds):
        for name, side in sides.items():
            measured[name].rounds.append(side.worker.epochs(effort.seconds, effort.epochs))
    for side in sides.values():
        side.worker.end()
    return measured


def compare(job: Job, sides: Mapping[str, Side], effort: Effort) -> dict[str, Any]:
    """Return everything about one network, as JSON takes it.

    Parameters
    ----------
    job : Job
        The network.
    sides : mapping
        The sides that know it; our own has trained nothing yet in its process.
    effort : Effort
        How long to measure.
    """
    measured = in_turn(job, sides, effort)
    result: dict[str, Any] = {"sides": {name: made.plain() for name, made in measured.items()}}
    ours = measured[OURS]
    result["ratios"] = {name: _ratio(made, ours) for name, made in measured.items() if name != OURS}
    worker = sides[OURS].worker
    again = worker.begin(job)
    worker.end()
    result["first_step"] = {
        "fresh": ours.first.logs["first_step"],
        "again": again.logs["first_step"],
    } | {name: made.first.logs["first_step"] for name, made in measured.items() if name == "fit"}
    turns = worker.call("overhead", job, effort.overhead)
    result["overhead"] = {
        "share": median(turn.run / turn.bare - 1 for turn in turns),
        "outside": median((turn.run - turn.inside) / turn.bare for turn in turns),
        "turns": [vars(turn) for turn in turns],
    }
    return result


def _ratio(made: Series, ours: Series) -> dict[str, float]:
    """Return how many times our time it took: the rounds' middle, least and greatest ratio.

    Each is one of medians within seconds; a machine that stalls spoils a round or two.
    """
    each = [
        median(theirs.seconds) / median(mine.seconds)
        for theirs, mine in zip(made.rounds, ours.rounds, strict=True)
    ]
    return {"ratio": median(each), "least": min(each), "most": max(each)}
