"""The mean loss of the selected examples over the film, as a curve beside the others."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QObject, Slot

from mlp_studio.analysis.examples import thinned
from mlp_studio.analysis.film import FilmFrame
from mlp_studio.analysis.selected import MOST, Chosen, mean_loss
from mlp_studio.core.dataset import Dataset, Part
from mlp_studio.studio.data_store import DataStore
from mlp_studio.studio.film import FilmRecorder
from mlp_studio.studio.selection import Selection
from mlp_studio.studio.training import TrainingController
from mlp_studio.ui.common.latest import REST, Latest
from mlp_studio.ui.training.curves import CurvesPanel

AT_ONCE = 25  # frames of the film between two drawings

Found = dict[FilmFrame, float]


class SelectedLoss(QObject):
    """Follows the selection through the film, off the GUI thread, while anybody looks.

    Parameters
    ----------
    selection : Selection
        Which examples.
    film : FilmRecorder
        Has the film.
    store : DataStore
        The examples.
    training : TrainingController
        While a network trains, this must not slow it down.
    curves : CurvesPanel
        Where the curve is shown.
    """

    def __init__(
        self,
        selection: Selection,
        film: FilmRecorder,
        store: DataStore,
        training: TrainingController,
        curves: CurvesPanel,
    ) -> None:
        super().__init__(curves)
        self._selection, self._film = selection, film
        self._store, self._training, self._curves = store, training, curves
        self._known: Found = {}
        self._chosen: Chosen | None = None
        self._latest = Latest(parent=self)
        self._latest.done.connect(self._on_found)
        self._latest.failed.connect(self._on_failed)
        selection.changed.connect(self._begin)
        film.changed.connect(self._go_on)
        curves.installEventFilter(self)
        self._begin()

    @property
    def busy(self) -> bool:
        """Whether parts of the curve are still to come."""
        return self._latest.busy

    @Slot()
    def _begin(self) -> None:
        """Begin anew: other examples."""
        self._latest.forget()
        self._known = {}
        self._chosen = None
        self._show()
        self._go_on()

    @Slot()
    def _go_on(self) -> None:
        film, dataset = self._film.film, self._store.dataset
        if not len(self._selection) or not self._curves.isVisible():
            return
        if film is None or dataset is None:
            self._known = {}
            self._show()
            return
        frames = film.frames
        missing = [frame for frame in frames if frame not in self._known]
        if len(frames) < len(self._known) + len(missing):  # some were left out of the film
            self._known = {f: self._known[f] for f in frames if f in self._known}
            self._show()
        if not missing or self._latest.busy:
            return
        if self._chosen is None:
            self._chosen = self._examples(dataset)
        chosen, classes = self._chosen, bool(dataset.class_names)
        some = missing[:AT_ONCE]

        def work() -> Found:
            return {one: mean_loss(film, one, chosen, classes=classes) for one in some}

        rest = REST if self._training.state == "running" else 0.0
        self._latest.ask(work, rest=rest)

    def _examples(self, dataset: Dataset) -> Chosen:
        selection = self._selection
        parts: dict[str, Part | None] = {
            "train": dataset.train,
            "validation": dataset.validation,
            "test": dataset.test,
        }
        part = parts[selection.part]
        if part is None:
            raise RuntimeError("examples of a part that the data has not are selected")
        some = thinned(selection.indices, MOST)
        film = self._film.examples
        filmed = np.zeros(0, np.int64)
        if film is not None and selection.part == "validation":
            filmed = np.flatnonzero(np.isin(film, selection.indices))
        answers = part.y[film[filmed]] if film is not None and len(filmed) else part.y[:0]
        return Chosen(part.x[some], part.y[some], filmed, answers)

    def _show(self) -> None:
        points = sorted((frame.epoch, loss) for frame, loss in self._known.items())
        curve = np.array(points, np.float64).reshape(-1, 2)
        self._curves.show_selected(len(self._selection), curve[:, 0], curve[:, 1])

    @Slot(object)
    def _on_found(self, found: Found) -> None:
        self._known |= found
        self._show()
        self._go_on()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        raise error  # a defect of the program: shown by the handler of unexpected errors

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            self._go_on()
        return False
