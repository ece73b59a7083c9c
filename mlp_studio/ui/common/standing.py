"""What a view of a network's answers follows, what keeps them from it, whose weights they are."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from mlp_studio.core.check import problems
from mlp_studio.core.dataset import Dataset
from mlp_studio.core.errors import StudioError
from mlp_studio.core.events import Snapshot
from mlp_studio.studio.data_store import DataStore
from mlp_studio.studio.document import Document
from mlp_studio.studio.language import render
from mlp_studio.studio.training import TrainingController
from mlp_studio.ui.common.still import StillLabel

LONG_EPOCH = "9,999"  # as long as epochs usually get


def follow(
    document: Document,
    store: DataStore,
    training: TrainingController,
    changed: Callable[[], None],
    dataset: Callable[[Dataset | None], None],
) -> None:
    """Connect a view of the network's answers to all that may change them.

    Parameters
    ----------
    document, store, training : Document, DataStore, TrainingController
        What the answers depend on.
    changed : callable
        A slot, called when network, settings, weights or the training's state are others.
    dataset : callable
        A slot, called with other examples.
    """
    signals = (
        document.network_changed,
        document.training_changed,
        document.snapshot_changed,
        store.failed,
        training.state_changed,
    )
    for signal in signals:
        signal.connect(changed)
    store.dataset_changed.connect(dataset)


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


class EpochLabel(StillLabel):
    """Says of which epoch the weights are that are shown; it changes with every one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.label.setProperty("role", "caption")
        self.label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        words = QCoreApplication.translate("Standing", "live · epoch {epoch}")
        metrics = self.label.fontMetrics()
        self._room = metrics.horizontalAdvance(words.format(epoch=LONG_EPOCH)) + 2
        self._least = metrics.horizontalAdvance(words.format(epoch="9")) + 2
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._room, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._least, self.height())

    def tell(self, snapshot: Snapshot | None, *, live: bool) -> None:
        """Say of which epoch weights are, and whether others will follow."""
        self.set_words(epoch_words(snapshot, live=live))
