"""Reading single examples and selecting several: the same in every view."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal, Slot

from mlp_studio.ui.features.card import ExampleCard
from mlp_studio.ui.features.frame import Frame
from mlp_studio.ui.features.heat_view import HeatView
from mlp_studio.ui.features.scatter import ScatterView

AnyView = ScatterView | HeatView


class Reading(QObject):
    """What is pointed at, pinned and selected.

    Parameters
    ----------
    scatters : tuple of ScatterView
        Where a lasso can be drawn.
    heat : HeatView
        The map.
    card : ExampleCard
        Reads an example out.

    Signals
    -------
    selection_changed()
        Other examples are selected.
    """

    selection_changed = Signal()

    def __init__(
        self,
        scatters: tuple[ScatterView, ...],
        heat: HeatView,
        card: ExampleCard,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._scatters, self._heat, self._card = scatters, heat, card
        self._views: tuple[AnyView, ...] = (*scatters, heat)
        self._frame: Frame | None = None
        self._names: tuple[str, ...] = ()
        self._pinned = self._pointed = -1
        self._home: AnyView = scatters[0]
        self.selected: NDArray[np.bool_] | None = None
        for view in self._views:
            view.pointed.connect(lambda index, view=view: self._on_pointed(view, index))
            view.clicked.connect(lambda index, view=view: self._on_clicked(view, index))
        for scatter in scatters:
            scatter.lassoed.connect(self._on_lassoed)

    @property
    def pinned(self) -> int:
        """The example whose card stays; -1 for none."""
        return self._pinned

    def show_frame(self, frame: Frame | None, names: tuple[str, ...]) -> None:
        """Read from another frame; other examples end the selection."""
        before, self._frame, self._names = self._frame, frame, names
        if frame is None or before is None or before.probe is not frame.probe:
            self._pinned = self._pointed = -1
            self.select(None)
        self._tell()

    def select(self, selected: NDArray[np.bool_] | None) -> None:
        """Select examples; none of them, or None, ends the selection."""
        if selected is not None and not selected.any():
            selected = None
        if selected is None and self.selected is None:
            return
        self.selected = selected
        for view in self._views:
            view.select(selected)
        self.selection_changed.emit()

    def clear(self) -> None:
        """Neither pin nor selection."""
        self._pinned = -1
        self.select(None)
        self._tell()

    def _on_pointed(self, view: AnyView, index: int) -> None:
        self._pointed = index
        if index >= 0:
            self._home = view
        self._tell()

    def _on_clicked(self, view: AnyView, index: int) -> None:
        self._home = view
        self._pinned = -1 if index == self._pinned else index
        self._tell()

    @Slot(object)
    def _on_lassoed(self, selected: NDArray[np.bool_]) -> None:
        self.select(selected)

    def _tell(self) -> None:
        index = self._pointed if self._pointed >= 0 else self._pinned
        if self._frame is None or index >= len(self._frame.probe.x):
            index = -1
        for view in self._views:
            view.mark(index)
        if index < 0 or self._frame is None:
            self._card.hide()
            return
        home = self._home
        if not home.isVisible():
            home = self._scatters[0]
        value = None
        if isinstance(home, HeatView) and home.unit >= 0 and self._pointed >= 0:
            value = (home.unit, home.value(index))
        self._card.tell(self._frame, index, self._names, value)
        self._card.stand_by(home.mapTo(self._card.home, home.place(index).toPoint()))
