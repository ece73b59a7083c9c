"""Several layers beside each other, each a small plot."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QMouseEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from mlp_studio.studio.language import render
from mlp_studio.ui.features.compute import SEVERAL
from mlp_studio.ui.features.frame import Frame
from mlp_studio.ui.features.scatter import ScatterView
from mlp_studio.ui.theme import RHYTHM, Theme


class _SmallPlot(ScatterView):
    """A plot that tells when it is clicked twice."""

    opened = Signal()

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self.opened.emit()


class SeveralView(QWidget):
    """Up to four plots, two in a row.

    Signals
    -------
    layer_chosen(str)
        A plot was clicked twice.
    """

    layer_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self.plots = tuple(_SmallPlot(theme, self.tr("Features")) for _ in range(SEVERAL))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(RHYTHM // 2)
        for number, plot in enumerate(self.plots):
            plot.show_figures(False)
            plot.setMinimumSize(60, 40)
            plot.setToolTip(self.tr("Click twice to choose this layer"))
            plot.opened.connect(lambda number=number: self._on_opened(number))
            grid.addWidget(plot, *divmod(number, 2))

    @property
    def names(self) -> tuple[str, ...]:
        """The layers that are shown, plot by plot."""
        return self._names

    def show_frames(
        self,
        frame: Frame,
        colour_of: NDArray[np.int64],
        colours: tuple[QColor, ...],
        *,
        anew: bool = False,
    ) -> None:
        """Show the layers that came with a frame."""
        names = tuple(other.question.layer for other in frame.others)
        anew, self._names = anew or names != self._names, names
        for number, plot in enumerate(self.plots):
            plot.setVisible(number < len(names))
            if number < len(names):
                other = frame.others[number]
                plot.show_ground(other.inside)
                plot.show_points(other.points, colour_of, colours, anew=anew)
                plot.setAccessibleName(names[number])
                note = other.projection.note
                said = f"{names[number]} · {other.width}"
                plot.caption = said if note is None else f"{said}\n{render(note)}"

    def _on_opened(self, number: int) -> None:
        if number < len(self._names):
            self.layer_chosen.emit(self._names[number])
