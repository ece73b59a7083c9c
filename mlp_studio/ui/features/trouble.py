"""What keeps features from being shown, and what to do about it."""

from __future__ import annotations

from PySide6.QtCore import QObject

from mlp_studio.core.check import MAX_PARAMETERS, problems
from mlp_studio.core.errors import StudioError
from mlp_studio.studio.data_store import DataStore
from mlp_studio.studio.document import Document
from mlp_studio.studio.language import explained, render
from mlp_studio.ui.features.frame import MOST_UNTRAINED


class Trouble(QObject):
    """Looks at the network and the data."""

    def __init__(self, document: Document, store: DataStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._store = document, store

    def words(self) -> str:
        """Return what is wrong; empty where features can be shown."""
        network, dataset = self._document.network, self._store.dataset
        if dataset is None:
            return self._no_data(self._store.error)
        if not network.layers:
            return self.tr("Add a layer to see what it makes of the data.")
        if network.input_shape != dataset.facts.input_shape:
            problem = problems(network, self._document.training, dataset.facts)[0]
            return f"{render(problem.what)}\n{render(problem.remedy)}"
        if network.parameters > (MAX_PARAMETERS if self._document.snapshot else MOST_UNTRAINED):
            return self.tr("A network this large shows its features once it is trained.")
        return ""

    def _no_data(self, error: Exception | None) -> str:
        if isinstance(error, StudioError):
            return explained(error, "\n")
        if error is not None:
            return self.tr("The data could not be loaded.")
        return self.tr("The features appear as soon as the data is loaded.")
