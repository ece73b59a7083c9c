"""What the network was trained on, at hand to compare a drawing with."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

from mlp_studio.analysis.familiar import Familiar, Inputs, Look, inputs_of
from mlp_studio.core.arrays import AnyArray, FloatArray
from mlp_studio.core.dataset import Dataset
from mlp_studio.core.scaling import Scaler
from mlp_studio.studio.data_store import DataStore
from mlp_studio.studio.document import Document
from mlp_studio.studio.training import TrainingController
from mlp_studio.ui.common.latest import Latest

REST = 20.0  # times the work: comparing needs the newest weights less than training needs the cores
SIDE = 28


class Acquaintance(QObject):
    """Keeps a `Familiar` of the weights in force, made off the window's thread.

    While the network trains it is that of some epochs ago: what is unlike all examples
    changes far more slowly than the answers.

    Signals
    -------
    changed()
        Comparisons come out otherwise from now on.
    """

    changed = Signal()

    def __init__(
        self,
        document: Document,
        store: DataStore,
        training: TrainingController,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._store, self._training = document, store, training
        self._inputs: tuple[Dataset, Scaler | None, Inputs] | None = None
        self._familiar: tuple[Dataset, Familiar] | None = None
        self._watching = False
        self._latest = Latest(parent=self)
        self._latest.done.connect(self._on_done)
        self._latest.failed.connect(self._on_failed)
        document.snapshot_changed.connect(self._on_changed)
        store.dataset_changed.connect(self._on_changed)
        training.state_changed.connect(self._on_changed)

    def watch(self) -> None:
        """Begin to follow the weights: somebody looks."""
        self._watching = True
        self._on_changed()

    def rest(self) -> None:
        """Do nothing until somebody looks again."""
        self._watching = False
        self._latest.forget()

    @property
    def busy(self) -> bool:
        """Whether a comparison with newer weights is being made."""
        return self._latest.busy

    def look(self, x: FloatArray) -> Look | None:
        """Compare an input with the training examples; None where that is not known yet."""
        snapshot = self._document.snapshot
        if self._familiar is None or snapshot is None:
            return None
        dataset, familiar = self._familiar
        known = self._inputs
        if known is None or known[1] != snapshot.scaler:
            return None  # measured in inputs of another kind
        if familiar.network != snapshot.network or dataset is not self._store.dataset:
            return None
        return familiar.look(x)

    def examples(self, look: Look) -> tuple[tuple[FloatArray, str], ...]:
        """Return the nearest training examples as images of shape (28, 28), with labels."""
        if self._familiar is None:
            return ()
        dataset, _ = self._familiar
        images = dataset.scaler.to_picture(dataset.train.x[look.nearest])
        return tuple(
            (_picture(image), dataset.class_names[int(label)])
            for image, label in zip(images, dataset.train.y[look.nearest], strict=True)
        )

    @Slot()
    def _on_changed(self, _what: object = None) -> None:
        dataset, snapshot = self._store.dataset, self._document.snapshot
        if not self._watching or dataset is None or snapshot is None:
            return
        fits = dataset.facts.input_shape == snapshot.network.input_shape
        if not fits or dataset.facts.task == "regression" or not snapshot.network.layers:
            return
        known = self._inputs

        def work() -> tuple[Dataset, Scaler | None, Inputs, Familiar]:
            same = known is not None and known[0] is dataset and known[1] == snapshot.scaler
            inputs = known[2] if known and same else inputs_of(dataset, snapshot.scaler)
            familiar = Familiar(snapshot.network, snapshot.weights, inputs)
            return dataset, snapshot.scaler, inputs, familiar

        self._latest.ask(work, rest=REST if self._training.state == "running" else 0.0)

    @Slot(object)
    def _on_done(self, made: tuple[Dataset, Scaler | None, Inputs, Familiar]) -> None:
        dataset, scaler, inputs, familiar = made
        self._inputs, self._familiar = (dataset, scaler, inputs), (dataset, familiar)
        self.changed.emit()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        raise error  # a defect of the program: shown by the handler of unexpected errors


def _picture(image: AnyArray) -> FloatArray:
    """Return an example as a grey image of the frame's size."""
    grey = image.mean(axis=-1) if image.ndim == 3 else image
    return np.asarray(np.clip(grey.reshape(SIDE, SIDE), 0.0, 1.0), np.float32)
