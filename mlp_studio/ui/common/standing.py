"""What keeps a network's answers from being shown, and whose weights they are."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from mlp_studio.core.check import problems
from mlp_studio.core.errors import StudioError
from mlp_studio.core.events import Snapshot
from mlp_studio.studio.data_store import DataStore
from mlp_studio.studio.document import Document
from mlp_studio.studio.language import render


def trouble(document: Document, store: DataStore, waiting: str) -> str:
    """Return what keeps the network's answers from being shown; empty where nothing does.

    Parameters
    ----------
    document : Document
        The network.
    store : DataStore
        The examples.
    waiting : str
        What is said while there are none yet.
    """
    dataset = store.dataset
    if dataset is None:
        if isinstance(store.error, StudioError):
            return render(store.error.what)
        if store.error is not None:
            return QCoreApplication.translate("Standing", "The data could not be loaded.")
        return waiting
    # The document's own list is brought up to date only after its network's signal.
    for problem in problems(document.network, document.training, dataset.facts):
        if problem.severity == "error":
            return f"{render(problem.what)} {render(problem.remedy)}"
    return ""


def epoch_words(snapshot: Snapshot | None, *, live: bool) -> str:
    """Return the epoch of the weights that are shown; nothing for new ones."""
    if snapshot is None:
        return ""
    words = (
        QCoreApplication.translate("Standing", "live · epoch {epoch}")
        if live
        else QCoreApplication.translate("Standing", "epoch {epoch}")
    )
    return words.format(epoch=f"{snapshot.epoch:,}")
