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
from pathlib import Path
from typing import Any

from tests.benchmarks.growth import grow
from tests.benchmarks.networks import NETWORKS, Job
from tests.benchmarks.rounds import Effort, compare
from tests.benchmarks.sides import FIT, KINDS, OURS, Side, open_sides
from tests.benchmarks.table import report
from tests.benchmarks.worker import WorkerError

FULL = Effort(rounds=3, seconds=1.0, epochs=2, overhead=3.0)
QUICK = Effort(rounds=3, seconds=0.3, epochs=1, overhead=1.0, share=1 / 3)
GROWTH = "growth"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "names", nargs="*", metavar="NAME", help=f"of {', '.join((*NETWORKS, GROWTH))}"
    )
    parser.add_argument("--rounds", type=int, help="turns of each side")
    parser.add_argument(
        "--quick", action="store_true", help="a third of the MNIST images and short turns"
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
    sys.stderr.write(line + "\n")
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
    others = [name for name in KINDS if name != OURS and name not in given.without]
    _say("starting: " + ", ".join(KINDS[name].title for name in others))
    rivals, left_out = open_sides(others, given.packages)
    result: dict[str, Any] = {
        "machine": {},
        "effort": vars(effort),
        "left_out": {KINDS[name].title: why for name, why in left_out.items()},
        "networks": {},
        "growth": [],
    }
    versions: dict[str, str] = {}
    try:
        for name in (name for name in NETWORKS if name in names):
            own = _own(given.packages)
            versions = {side.name: side.version for side in (own, *rivals.values())}
            try:
                _say(f"measuring: {name}")
                share = effort.share if name.startswith("mnist") else 1.0
                job = Job(name, share=share)
                known = {side.name: side for side in rivals.values() if side.knows(job)}
                result["networks"][name] = compare(job, {OURS: own, **known}, effort)
            finally:
                own.close()
        if GROWTH in names:
            _say("measuring: growth with batch size, width and depth")
            own = _own(given.packages)
            versions.setdefault(OURS, own.version)
            sides = {OURS: own} | {name: rivals[name] for name in (FIT,) if name in rivals}
            try:
                result["growth"] = list(grow(sides, quick=given.quick))
            finally:
                own.close()
    except WorkerError as error:
        raise SystemExit(f"A side failed:\n{error}") from None
    finally:
        for side in rivals.values():
            side.close()
    result["machine"] = {
        "system": platform.platform(),
        "versions": ", ".join([f"Python {platform.python_version()}", *versions.values()]),
    }
    if given.add and given.json.exists():
        _keep(json.loads(given.json.read_text()), result)
    if given.json is not None:
        given.json.write_text(json.dumps(result, indent=1) + "\n")
    sys.stdout.write(report(result) + "\n")


def _keep(before: dict[str, Any], result: dict[str, Any]) -> None:
    """Add to `result` what `before` holds and was not measured now."""
    both = before["networks"] | result["networks"]
    result["networks"] = {name: both[name] for name in NETWORKS if name in both}
    result["growth"] = result["growth"] or before["growth"]


if __name__ == "__main__":
    main()
