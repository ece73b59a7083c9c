"""The columns of the table of runs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from mlp_studio.analysis.differences import value_words
from mlp_studio.analysis.settings import Settings, differing, setting_name, settings_of
from mlp_studio.core.project import ProjectSpec
from mlp_studio.core.text import Text
from mlp_studio.storage.runs import KeptRun
from mlp_studio.studio.language import render
from mlp_studio.ui.evaluation.words import figure, score
from mlp_studio.ui.runs.words import (
    NONE,
    duration_words,
    epochs_words,
    run_name,
    score_name,
    size_words,
    when,
    when_words,
)
from mlp_studio.ui.start.words import network_words

SCORES = ("accuracy", "recall_macro", "f1_macro", "mae", "r2")
MOST_SETTINGS = 8  # columns of settings that differ
MOST_KNOWN = 5000  # runs
STAR = "★"
Sortable = float | str


@dataclass(frozen=True, eq=False)
class Column:
    """One column.

    Parameters
    ----------
    key : str
        Its own for ever, for what a person filters by and hides.
    head, tip : str
        Shown.
    words : callable
        What a cell shows.
    value : callable
        What it is sorted by.
    figures : bool
        Whether it has figures, which stand at the right.
    """

    key: str
    head: str
    tip: str
    words: Callable[[KeptRun], str]
    value: Callable[[KeptRun], Sortable]
    figures: bool = True


_settings: dict[str, tuple[ProjectSpec, Settings]] = {}


def run_settings(run: KeptRun) -> Settings:
    """Return the settings of a run; they are found out once."""
    known = _settings.get(run.id)
    if known is None or known[0] is not run.project:
        while len(_settings) > MOST_KNOWN:
            _settings.pop(next(iter(_settings)))
        known = _settings[run.id] = run.project, settings_of(run.project)
    return known[1]


def columns_for(runs: Sequence[KeptRun]) -> list[Column]:
    """Return the columns that these runs need: the settings that differ, the scores they have."""
    columns = [
        Column(
            "star",
            STAR,
            QCoreApplication.translate("Runs", "Starred runs; a click or the key S stars one"),
            lambda run: STAR if run.starred else "☆",
            lambda run: 0.0 if run.starred else 1.0,
            figures=False,
        ),
        Column(
            "name",
            QCoreApplication.translate("Runs", "Name"),
            QCoreApplication.translate("Runs", "F2 or a double click renames"),
            run_name,
            lambda run: (run.name or f"{run.number:09d}").casefold(),
            figures=False,
        ),
    ]
    found = {name for run in runs for name in run.scores}
    columns += [_score(name) for name in SCORES if name in found]
    columns += [
        Column(
            "network",
            QCoreApplication.translate("Runs", "Network"),
            QCoreApplication.translate("Runs", "Its layers, and how many parameters they have"),
            lambda run: network_words(run.network),
            lambda run: float(run.network.parameters),
            figures=False,
        ),
    ]
    for key in differing([run_settings(run) for run in runs])[:MOST_SETTINGS]:
        columns.append(_setting(key))
    columns += [
        Column(
            "epochs",
            QCoreApplication.translate("Runs", "Epochs"),
            QCoreApplication.translate("Runs", "How many it made"),
            epochs_words,
            lambda run: float(run.epochs_run),
        ),
        Column(
            "duration",
            QCoreApplication.translate("Runs", "Duration"),
            QCoreApplication.translate("Runs", "Seconds of training, pauses left out"),
            lambda run: duration_words(run.seconds),
            lambda run: run.seconds,
        ),
        Column(
            "when",
            QCoreApplication.translate("Runs", "When"),
            QCoreApplication.translate("Runs", "When it began"),
            when_words,
            _began,
        ),
    ]
    notes, size = (
        QCoreApplication.translate("Runs", "Notes"),
        QCoreApplication.translate("Runs", "Disk"),
    )
    columns += [
        Column(
            "size",
            size,
            QCoreApplication.translate(
                "Runs", "What its weights, curves and film take on the disk"
            ),
            lambda run: size_words(run.size),
            lambda run: float(run.size),
        ),
        Column(
            "notes",
            notes,
            QCoreApplication.translate("Runs", "Your own words"),
            lambda run: " ".join(run.notes.split()),
            lambda run: run.notes.casefold(),
            figures=False,
        ),
    ]
    return columns


def _began(run: KeptRun) -> float:
    began = when(run)
    return 0.0 if began is None else began.timestamp()


def _setting(key: str) -> Column:
    name = render(setting_name(key))

    def words(run: KeptRun) -> str:
        found = value_words(run_settings(run).get(key))
        return render(found) if isinstance(found, Text) else found

    def value(run: KeptRun) -> Sortable:
        found = run_settings(run).get(key)
        return float(found) if isinstance(found, int | float) else str(found or "")

    tip = QCoreApplication.translate("Runs", "A setting that is not the same in all runs")
    return Column(key, name[:1].upper() + name[1:], tip, words, value)


def _score(name: str) -> Column:
    def words(run: KeptRun) -> str:
        found = run.scores.get(name)
        if found is None:
            return NONE
        return figure(found) if name == "mae" else score(found)

    def value(run: KeptRun) -> Sortable:
        found = run.scores.get(name)
        return float("-inf") if found is None else found

    tip = QCoreApplication.translate("Runs", "On the test set; where there is none, on validation")
    return Column(name, score_name(name), tip, words, value)
