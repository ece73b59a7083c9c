"""Reading single examples and selecting several: the same in every view."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal, Slot

from mlp_studio.studio.selection import Selection
from mlp_studio.ui.features.card import ExampleCard
from mlp_studio.ui.features.frame import Frame
from mlp_studio.ui.features.heat_view import HeatView
from mlp_studio.ui.features.scatter import ScatterView
from mlp_studio.ui.features.space_scatter import SpaceScatter

Points = ScatterView | SpaceScatter
AnyView = Points | HeatView


class Reading(QObject):
    """What is pointed at, pinned and selected.

    Parameters
    ----------
    selection : Selection
        Which examples are selected everywhere.
    scatters : tuple of ScatterView or SpaceScatter
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
        selection: Selection,
        scatters: tuple[Points, ...],
        heat: HeatView,
        card: ExampleCard,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.selection = selection
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
            scatter.picked.connect(self._on_picked)
        selection.changed.connect(self._on_selection)

    @property
    def pinned(self) -> int:
        """The example whose card stays; -1 for none."""
        return self._pinned

    def show_frame(self, frame: Frame | None, names: tuple[str, ...]) -> None:
        """Read from another frame; of other examples others are selected, and none pinned."""
        before, self._frame, self._names = self._frame, frame, names
        if frame is None or before is None or before.probe is not frame.probe:
            self._pinned = self._pointed = -1
            self._follow()
        self._tell()

    def select(self, selected: NDArray[np.bool_]) -> None:
        """Select examples that are shown, and no others; none of them ends the selection."""
        if self._frame is not None:
            probe = self._frame.probe
            self.selection.take(probe.part, probe.indices[selected])

    def clear(self) -> None:
        """Neither pin nor selection."""
        self._pinned = -1
        self.selection.clear()
        self._tell()

    @Slot()
    def _on_selection(self) -> None:
        self._follow()
        self.selection_changed.emit()

    def _follow(self) -> None:
        """Let those which are shown but not selected fade, where some are selected."""
        selected: NDArray[np.bool_] | None = None
        if self._frame is not None and len(self.selection):
            probe = self._frame.probe
            among = self.selection.among(probe.part, probe.indices)
            selected = among if among.any() else None
        if selected is None and self.selected is None:
            return
        self.selected = selected
        for view in self._views:
            view.select(selected)

    @Slot(int)
    def _on_picked(self, index: int) -> None:
        if self._frame is not None:
            probe = self._frame.probe
            self.selection.toggle(probe.part, int(probe.indices[index]))

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
