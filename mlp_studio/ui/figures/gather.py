"""Gathers what figures and report are about from the parts of the window."""

from __future__ import annotations

from PySide6.QtCore import QDateTime, QLocale

from mlp_studio.core.arrays import Progress
from mlp_studio.core.errors import StudioError
from mlp_studio.core.fingerprint import data_fingerprint
from mlp_studio.core.text import text
from mlp_studio.figures.catalogue import drawings
from mlp_studio.figures.content import Content, Evaluated, evaluated
from mlp_studio.figures.drawing import Drawing
from mlp_studio.figures.report import Circumstances, report
from mlp_studio.storage.circumstances import machine, versions
from mlp_studio.studio.data_store import DataStore
from mlp_studio.studio.document import Document
from mlp_studio.studio.language import render
from mlp_studio.studio.training import TrainingController
from mlp_studio.ui.theme import class_colour


def content_of(document: Document, store: DataStore, training: TrainingController) -> Content:
    """Return what there is to draw now.

    Raises
    ------
    StudioError
        The data is not loaded, or the network has not been trained as it is.
    """
    dataset, snapshot = store.dataset, document.snapshot
    if dataset is None:
        raise StudioError(
            text("Figures need the data, which is not loaded."),
            text("Wait until it is there, or choose other data."),
        )
    if snapshot is None or snapshot.network != document.network:
        raise StudioError(
            text("Figures are of a trained network; this one has not been trained."),
            text("Press Train first."),
        )
    colours = tuple(class_colour(k).name() for k in range(len(dataset.class_names)))
    name = document.path.stem if document.path else document.project.name
    epochs = tuple(training.history)
    return Content(name, document.project, dataset, snapshot, epochs, colours)


def drawn(content: Content, progress: Progress) -> tuple[Evaluated, list[Drawing]]:
    """Return a content's evaluation and its figures; slow, knows nothing of widgets."""
    progress(0.0, text("Evaluating"))
    seen = evaluated(content)
    progress(1.0, text("Evaluating"))
    return seen, drawings(seen, render)


def report_of(seen: Evaluated, device: str, date: str, language: str, progress: Progress) -> str:
    """Return the report of an evaluated content; slow, knows nothing of widgets."""
    found = {**versions(), **machine()}
    if device:
        found["device"] = device
    found["data fingerprint"] = data_fingerprint(seen.content.dataset)
    return report(seen, Circumstances(language, date, found), render, progress)


def today() -> tuple[str, str]:
    """Return the date as people write it, and the language they write."""
    locale = QLocale()
    long = QLocale.FormatType.LongFormat
    return locale.toString(QDateTime.currentDateTime().date(), long), locale.bcp47Name()
