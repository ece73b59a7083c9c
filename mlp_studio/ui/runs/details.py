"""What is said of one run, or of two beside one another."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

import numpy as np
from PySide6.QtCore import QCoreApplication

from mlp_studio.analysis.differences import Side, Verdict, design_differences, verdict
from mlp_studio.storage.runs import KeptRun
from mlp_studio.storage.runs_parts import Answers
from mlp_studio.studio.language import render
from mlp_studio.ui.runs.words import (
    duration_words,
    epochs_words,
    part_words,
    reason_words,
    run_name,
    size_words,
    when_words,
)
from mlp_studio.ui.start.words import network_words


@dataclass(frozen=True, eq=False)
class Pair:
    """Two runs to be compared.

    Parameters
    ----------
    one, other : KeptRun
        Before and after.
    said, said_other : Answers or None
        What their networks said, where it is kept.
    """

    one: KeptRun
    other: KeptRun
    said: Answers | None = None
    said_other: Answers | None = None


def side(run: KeptRun, answers: Answers | None) -> Side:
    """Return what is known of how good a run is."""
    right = None
    if answers is not None and "accuracy" in run.scores:
        right = np.asarray(answers.said == answers.truth)
    return Side(run.scores, run.ranges, run.examples, right)


def judge_pair(pair: Pair) -> Verdict | None:
    """Return whether the other run is better; loads a statistics library, so it may take long."""
    first, second = side(pair.one, pair.said), side(pair.other, pair.said_other)
    return verdict(first, second, part_words(pair.other))


def difference_words(pair: Pair, found: Verdict | None) -> str:
    """Return what leads from one run to the other, and what came of it, as rich text."""
    changes = [render(words) for words in design_differences(pair.one.project, pair.other.project)]
    if pair.one.data != pair.other.data and not changes:
        changes.append(QCoreApplication.translate("Runs", "other examples"))
    if pair.other.parent == pair.one.id:
        changes.insert(0, QCoreApplication.translate("Runs", "trained on from it"))
    told = ", ".join(escape(words) for words in changes) or QCoreApplication.translate(
        "Runs", "the same design"
    )
    heading = QCoreApplication.translate("Runs", "From {one} to {other}").format(
        one=f"<b>{escape(run_name(pair.one))}</b>", other=f"<b>{escape(run_name(pair.other))}</b>"
    )
    words = f"<p>{heading}: {told}.</p>"
    if found is not None:
        said = render(found.words)
        words += f"<p>{escape(said[:1].upper() + said[1:])}.</p>"
    return words


def run_words(run: KeptRun, parent: KeptRun | None) -> str:
    """Return what there is to know of one run, as rich text."""
    training = run.project.training
    rows = [
        (QCoreApplication.translate("Runs", "Network"), network_words(run.network)),
        (
            QCoreApplication.translate("Runs", "Trained"),
            QCoreApplication.translate(
                "Runs", "{when}, {epochs} epochs in {duration}, {reason}"
            ).format(
                when=when_words(run),
                epochs=epochs_words(run),
                duration=duration_words(run.seconds),
                reason=reason_words(run),
            ),
        ),
        (
            QCoreApplication.translate("Runs", "Settings"),
            QCoreApplication.translate(
                "Runs", "{optimizer}, rate {rate}, batch {batch}, seed {seed}"
            ).format(
                optimizer=training.optimizer.kind,
                rate=f"{training.optimizer.learning_rate:g}",
                batch=training.batch_size,
                seed=training.seed,
            ),
        ),
        (QCoreApplication.translate("Runs", "Device"), run.device),
        (
            QCoreApplication.translate("Runs", "Data"),
            f"{run.project.data.source.kind} · {_short(run.data)}",
        ),
        (
            QCoreApplication.translate("Runs", "Weights"),
            QCoreApplication.translate("Runs", "of {count} epochs; best epoch {best}").format(
                count=len(run.kept_epochs), best=run.best_epoch or "–"
            ),
        ),
        (QCoreApplication.translate("Runs", "Disk"), size_words(run.size)),
        (QCoreApplication.translate("Runs", "Versions"), _versions(run)),
    ]
    if parent is not None:
        rows.insert(2, (QCoreApplication.translate("Runs", "Went on from"), run_name(parent)))
    cells = "".join(
        f'<tr><td style="padding-right:14px">{escape(name)}</td><td>{escape(words)}</td></tr>'
        for name, words in rows
    )
    return f"<table>{cells}</table>"


def _short(fingerprint: str) -> str:
    kind, _, value = fingerprint.partition(":")
    return f"{kind} {value[:12]}…" if value else fingerprint


def _versions(run: KeptRun) -> str:
    wanted = ("mlp-studio", "python", "tensorflow", "keras", "numpy")
    found = run.circumstances
    return ", ".join(f"{name} {found[name]}" for name in wanted if name in found)
