"""The plots of the surface panel: a surface with its contours, curves, arrows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Literal

import numpy as np
from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from mlp_studio.ui.surface.arrows import ArrowPlot
from mlp_studio.ui.surface.contours import ContourPlot
from mlp_studio.ui.surface.curve import CurvePlot
from mlp_studio.ui.surface.graphics import Graphics
from mlp_studio.ui.surface.looks import Look, curves_of, surface_of
from mlp_studio.ui.surface.looks_above import arrows_of, contours_of
from mlp_studio.ui.surface.plot import SurfacePlot
from mlp_studio.ui.theme import Theme

View = Literal["surface", "curve", "arrows"]
HIGHEST = 330  # pixels of a plot: higher ones would only have more space around them
ROOM = 330  # pixels below which the contours would leave the surface too little


@dataclass(frozen=True)
class Told:
    """What has to be said of a picture: heights cut off at the box, values not finite."""

    cut: bool = False
    hole: bool = False


class Views(QStackedWidget):
    """Shows one look at a time; all plots have one probe.

    Parameters
    ----------
    theme : Theme
        The look in force.
    graphics : Graphics, optional
        Tells whether OpenGL paints.

    Signals
    -------
    pointed(int)
        This place of the lattice, or of the curve, is pointed at; −1 for none.
    rearranged()
        There is room for the contours now, or no longer.
    """

    pointed = Signal(int)
    rearranged = Signal()

    def __init__(
        self, theme: Theme, graphics: Graphics | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._view: View = "surface"
        self._look: Look | None = None
        self.plot = SurfacePlot(theme, self.tr("Surface over the two inputs"), graphics)
        self.contours = ContourPlot(theme, self.tr("Contours over the two inputs"))
        self.curve = CurvePlot(theme, self.tr("Curves over the input"))
        self.arrows = ArrowPlot(theme, self.tr("Arrows over the two inputs"))
        self.both = QSplitter(Qt.Orientation.Vertical)
        self.both.setHandleWidth(1)
        self.both.setChildrenCollapsible(False)
        for plot in (self.plot, self.contours):
            self.both.addWidget(plot)
        self.both.setSizes([300, 300])
        for page in (self.both, self.curve, self.arrows):
            self.addWidget(page)
        self.setMinimumHeight(200)
        self.contours.setMinimumHeight(1)
        for source in (self.plot, self.contours, self.curve, self.arrows):
            source.pointed.connect(partial(self._on_pointed, source))

    @property
    def view(self) -> View:
        """What is seen."""
        return self._view

    @property
    def marked(self) -> int:
        """What is pointed at, or −1."""
        return {"surface": self.plot, "curve": self.curve, "arrows": self.arrows}[self._view].marked

    def show_view(self, view: View) -> None:
        """Show another of the plots."""
        if view != self._view:
            self._view, self._look = view, None  # the look in hand was made for the other one
        pages = {"surface": self.both, "curve": self.curve, "arrows": self.arrows}
        self.setCurrentWidget(pages[view])
        self.setMaximumHeight(2 * HIGHEST if view == "surface" else HIGHEST)

    def show_look(self, look: Look | None) -> Told:
        """Show a look where its plot is, and nothing in the others."""
        view = None if look is None else self._view
        self._look = look
        if view != "surface":
            self.plot.show_surface(None)
        if view != "curve":
            self.curve.show_curves(None)
        if view != "arrows":
            self.arrows.show_arrows(None)
        if look is None:
            self._show_contours()
            return Told()
        if view == "curve":
            self.curve.show_curves(curves_of(look))
            return Told(hole=not np.isfinite(look.values).all())
        if view == "arrows":
            self.arrows.show_arrows(arrows_of(look))
            return Told(hole=not np.isfinite(look.frame.said + look.frame.true).all())
        surface = surface_of(look)
        self.plot.show_surface(surface)
        self._show_contours()
        whole = (look.side - 1) ** 2
        return Told(surface.shape.cut, len(surface.shape.cells) < whole)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.height() >= ROOM
        if room == self.contours.isHidden():
            self.contours.setVisible(room)
            self._show_contours()
            self.rearranged.emit()

    def _show_contours(self) -> None:
        there = self._look is not None and self._view == "surface" and not self.contours.isHidden()
        with QSignalBlocker(self.contours):  # the probe is where the surface has it
            self.contours.show_contours(contours_of(self._look) if there and self._look else None)
            self.contours.mark(self.plot.marked)

    def _on_pointed(self, plot: QWidget, index: int) -> None:
        """Have the surface and its contours marked at the same place."""
        if plot is self.plot:
            self.contours.mark(index)
        elif plot is self.contours:
            self.plot.mark(index)
        if plot in {"surface": (self.plot, self.contours), "curve": (self.curve,),
                    "arrows": (self.arrows,)}[self._view]:  # fmt: skip
            self.pointed.emit(index)
