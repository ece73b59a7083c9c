"""How fast the engine trains, beside everything one might use instead.

Run it on a quiet machine, from the repository:
``python -m tests.benchmarks.training [NAME ...] [--quick] [--json FILE]``.

The notebooks' networks are trained with their batch sizes and a validation each epoch by
MLP Studio, `model.fit`, PyTorch, JAX and scikit-learn, each in a process of its own; the
sides take turns, and every figure is a ratio of medians of one run, warmed up. PyTorch
and JAX are optional (``pip install torch jax``): what is missing is left out with a word.
"""

from __future__ import annotations

import argparse
import json
import platform
import sys
import time
from pathlib import Path
from typing import Any

from tests.benchmarks.growth import grow
from tests.benchmarks.networks import NETWORKS, Job
from tests.benchmarks.rounds import Effort, compare
from tests.benchmarks.sides import FIT, KINDS, OURS, Side, open_sides
from tests.benchmarks.table import report
from tests.benchmarks.worker import WorkerError

FULL = Effort(rounds=3, seconds=1.0, epochs=2, overhead=3.0)
QUICK = Effort(rounds=3, seconds=0.2, epochs=1, overhead=1.0, share=1 / 6)
GROWTH = "growth"
STARTED = time.monotonic()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "names", nargs="*", metavar="NAME", help=f"of {', '.join((*NETWORKS, GROWTH))}"
    )
    parser.add_argument("--rounds", type=int, help="turns of each side")
    parser.add_argument(
        "--quick", action="store_true", help="a sixth of the MNIST images and short turns"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write what was measured")
    parser.add_argument(
        "--add", action="store_true", help="keep what FILE holds of networks not named now"
    )
    parser.add_argument(
        "--without", default="", metavar="SIDES", help=f"of {','.join(KINDS)}, but not ours"
    )
    parser.add_argument(
        "--packages", metavar="FOLDER", help="where PyTorch and JAX are, if not installed here"
    )
    given = parser.parse_args()
    given.without = [name for name in given.without.split(",") if name]
    for name in given.names:
        if name not in (*NETWORKS, GROWTH):
            parser.error(f"there is no network {name!r}")
    for name in given.without:
        if name not in KINDS or name == OURS:
            parser.error(f"--without: there is no side {name!r} to leave out")
    if given.rounds is not None and given.rounds < 1:
        parser.error("--rounds must be 1 or more")
    if given.add and given.json is None:
        parser.error("--add needs --json FILE")
    return given


def _say(line: str) -> None:
    sys.stderr.write(f"{time.monotonic() - STARTED:6.0f} s  {line}\n")
    sys.stderr.flush()


def _effort(given: argparse.Namespace) -> Effort:
    chosen = QUICK if given.quick else FULL
    rounds = given.rounds or chosen.rounds
    return Effort(rounds, chosen.seconds, chosen.epochs, chosen.overhead, chosen.share)


def _own(packages: str | None) -> Side:
    """Return MLP Studio's side in a new process, where nothing is compiled yet."""
    side = Side(OURS, packages)
    side.wait()
    return side


def main() -> None:
    """Measure and print the tables."""
    given = _arguments()
    names = given.names or [*NETWORKS, GROWTH]
    effort = _effort(given)
    result: dict[str, Any] = {
        "machine": {},
        "effort": vars(effort),
        "left_out": {},
        "networks": {},
        "growth": [],
    }
    if given.add and given.json.exists():
        before = json.loads(given.json.read_text())
        result |= {"networks": before["networks"], "growth": before["growth"]}
    others = [name for name in KINDS if name != OURS and name not in given.without]
    if names == [GROWTH]:
        others = [name for name in others if name == FIT]
    _say("starting: " + ", ".join(KINDS[name].title for name in others))
    rivals, missing = open_sides(others, given.packages, thorough=not given.quick)
    result["left_out"] = {KINDS[name].title: why for name, why in missing.items()}
    own: Side | None = None
    try:
        for name in [*(name for name in NETWORKS if name in names), GROWTH]:
            if name not in names:
                continue
            if own is not None and not given.quick:  # else a new process for each network
                own.close()
                own = None
            own = own or _own(given.packages)
            _say(f"measuring: {name}")
            result["machine"] = _machine([own, *rivals.values()])
            if name == GROWTH:
                sides = {OURS: own} | {side: rivals[side] for side in rivals if side == FIT}
                result["growth"] = list(grow(sides, quick=given.quick))
            else:
                result["networks"][name] = _network(name, own, rivals, effort)
            if given.json is not None:  # so that an end on the way loses little
                given.json.write_text(json.dumps(result, indent=1) + "\n")
    except WorkerError as error:
        raise SystemExit(f"A side failed:\n{error}") from None
    finally:
        for side in (*rivals.values(), *([own] if own else [])):
            side.close()
    _say("done")
    sys.stdout.write(report(result) + "\n")


def _network(name: str, own: Side, rivals: dict[str, Side], effort: Effort) -> dict[str, Any]:
    job = Job(name, share=effort.share if name.startswith("mnist") else 1.0)
    known = {side.name: side for side in rivals.values() if side.knows(job)}
    return compare(job, {OURS: own, **known}, effort.for_network(name))


def _machine(sides: list[Side]) -> dict[str, str]:
    versions = [f"Python {platform.python_version()}", *(side.version for side in sides)]
    return {"system": platform.platform(), "versions": ", ".join(versions)}


if __name__ == "__main__":
    main()
