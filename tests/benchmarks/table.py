"""What was measured, as Markdown tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tests.benchmarks.goals import doubts, goals
from tests.benchmarks.networks import NETWORKS
from tests.benchmarks.sides import FIT, KINDS, OURS

Networks = Mapping[str, Mapping[str, Any]]
NONE = "–"


def report(result: Mapping[str, Any]) -> str:
    """Return all tables for what `training.py` measured."""
    measured = result["networks"]
    networks = {name: measured[name] for name in NETWORKS if name in measured}
    parts = [f"{name}: {value}" for name, value in result["machine"].items()]
    sections = ["\n".join(parts)]
    if networks:
        sections += [
            _times(networks),
            _ratios(networks),
            _starts(networks),
            _memory(networks),
            _learned(networks),
        ]
    if result.get("growth"):
        sections.append(_growth(result["growth"]))
    if networks:
        sections.append(_goals(networks))
    sections += [f"Doubtful: {doubt}." for doubt in doubts(networks)]
    sections += [f"Left out: {name}: {why}." for name, why in result["left_out"].items()]
    return "\n\n".join(sections)


def markdown(title: str, head: Sequence[str], body: Sequence[Sequence[str]]) -> str:
    """Return a table whose columns line up as plain text too; the first is text."""
    columns = list(zip(head, *body, strict=True))
    widths = [max(len(cell) for cell in column) for column in columns]

    def line(cells: Sequence[str]) -> str:
        first, *rest = cells
        aligned = [first.ljust(widths[0])]
        aligned += [cell.rjust(width) for cell, width in zip(rest, widths[1:], strict=True)]
        return "| " + " | ".join(aligned) + " |"

    rule = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    return "\n".join([title, "", line(head), line(rule), *map(line, body)])


def _present(networks: Networks) -> list[str]:
    return [name for name in KINDS if any(name in one["sides"] for one in networks.values())]


def _per_side(networks: Networks, cell: Any, names: Sequence[str]) -> Iterator[list[str]]:
    for network, one in networks.items():
        yield [network, *(cell(one, name) if name in one["sides"] else NONE for name in names)]


def _times(networks: Networks) -> str:
    def cell(one: Any, name: str) -> str:
        made = one["sides"][name]
        threads = f" ({made['threads']})" if made["threads"] else ""
        return (
            f"{made['seconds'] * 1e3:.3g}{threads}"
            if made["seconds"] < 1
            else (f"{made['seconds'] * 1e3:.0f}{threads}")
        )

    names = _present(networks)
    return markdown(
        "An epoch with its validation, ms (threads where there was a choice)",
        ["network", *(KINDS[name].title for name in names)],
        list(_per_side(networks, cell, names)),
    )


def _ratios(networks: Networks) -> str:
    def cell(one: Any, name: str) -> str:
        made = one["ratios"][name]
        return f"{made['ratio']:.2f} ({made['least']:.2f}–{made['most']:.2f})"

    names = [name for name in _present(networks) if name != OURS]
    return markdown(
        "How many times as long as MLP Studio (middle, least and most of the rounds)",
        ["network", *(KINDS[name].title for name in names)],
        list(_per_side(networks, cell, names)),
    )


def _starts(networks: Networks) -> str:
    body = []
    for network, one in networks.items():
        first = one["first_step"]
        fit = f"{first[FIT]:.2f}" if FIT in first else NONE
        cost = [f"{one['overhead'][part]:+.1%}" for part in ("share", "outside")]
        body.append([network, f"{first['fresh']:.2f}", f"{first['again']:.2f}", fit, *cost])
    return markdown(
        "From click to first step, s; what chunks, events and snapshots add to bare functions",
        ["network", "first time", "again", "model.fit", "added", "of it outside the chunks"],
        body,
    )


def _memory(networks: Networks) -> str:
    names = _present(networks)
    return markdown(
        "Peak memory of the process, MiB",
        ["network", *(KINDS[name].title for name in names)],
        list(_per_side(networks, lambda one, name: f"{one['sides'][name]['peak_mib']:.0f}", names)),
    )


def _learned(networks: Networks) -> str:
    def cell(one: Any, name: str) -> str:
        return f"{one['sides'][name]['after_one_epoch']['val_metric']:.3f}"

    names = [name for name in _present(networks) if name != "matmul"]
    return markdown(
        "Validation accuracy (egg-crate: mean absolute error) after one epoch",
        ["network", *(KINDS[name].title for name in names)],
        list(_per_side(networks, cell, names)),
    )


def _growth(found: Sequence[Mapping[str, Any]]) -> str:
    body = []
    for point in found:
        ours, fit = point["seconds"][OURS], point["seconds"].get(FIT)
        theirs = [NONE, NONE] if fit is None else [f"{fit * 1e3:.0f}", f"{fit / ours:.1f}"]
        body.append([f"{point['axis']} {point['value']}", f"{ours * 1e3:.3g}", *theirs])
    return markdown(
        f"Growth: an epoch of {found[0]['share']:.0%} of the MNIST examples, ms "
        "(200 tanh units and batches of 32, but for what grows; depth: layers of 64 ReLU)",
        ["", "MLP Studio", "model.fit", "ratio"],
        body,
    )


def _goals(networks: Networks) -> str:
    body = [
        [
            goal.name,
            goal.shown.format(goal.value),
            ("≥ " if goal.at_least else "≤ ") + goal.shown.format(goal.bound),
            "yes" if goal.reached else "NO",
        ]
        for goal in goals(networks)
    ]
    return markdown("Goals", ["goal", "measured", "bound", "reached"], body)
