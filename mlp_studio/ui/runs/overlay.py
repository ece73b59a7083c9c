"""The curves of several runs over one another. Loads the plotting library."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from mlp_studio.ui.theme import RHYTHM, Theme, Tokens
from mlp_studio.ui.training.plot import quiet_plot
from mlp_studio.ui.training.series import Series
from mlp_studio.ui.training.ticks import integer_ticks, linear_ticks, log_ticks, nice_step

POINTS = 600  # of a curve: more than the plot has pixels


@dataclass(frozen=True, eq=False)
class Curve:
    """One run's curve.

    Parameters
    ----------
    name : str
        Of the run.
    epochs, values : Series of shape (n,)
        What is drawn.
    colour : QColor
        Its colour.
    dashed : bool
        Whether it is the training's, not the validation's.
    """

    name: str
    epochs: Series
    values: Series
    colour: QColor
    dashed: bool = False


class OverlayPlot(QWidget):
    """A plot of one quantity; where the pointer is, the values are read."""

    def __init__(self, title: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._curves: list[Curve] = []
        self._log = False
        self._ranges = (0.0, 1.0), (0.0, 1.0)
        self._title = QLabel(title)
        self._title.setProperty("role", "title")
        self._values = QLabel()
        self._values.setProperty("role", "secondary")
        self.plot = quiet_plot()
        self.plot.setAccessibleName(title)
        self._grid = pg.PlotCurveItem(connect="pairs")
        self.plot.addItem(self._grid, ignoreBounds=True)
        self._items: list[pg.PlotCurveItem] = []
        self._cursor = pg.InfiniteLine(angle=90)
        self._cursor.hide()
        self.plot.addItem(self._cursor, ignoreBounds=True)
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._values)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(RHYTHM // 2)
        layout.addLayout(head)
        layout.addWidget(self.plot, 1)
        self.plot.getViewBox().sigResized.connect(self._set_marks)
        self.plot.viewport().installEventFilter(self)
        self.plot.viewport().setMouseTracking(True)
        theme.changed.connect(self._apply)
        self._apply(theme.tokens)

    @property
    def curves(self) -> list[Curve]:
        """What is drawn."""
        return self._curves

    def set_title(self, title: str) -> None:
        """Name the quantity."""
        self._title.setText(title)
        self.plot.setAccessibleName(title)

    def draw(self, curves: Sequence[Curve], *, log: bool = False) -> None:
        """Show these curves in place of the former ones."""
        self._curves, self._log = list(curves), log
        while len(self._items) < len(curves):
            item = pg.PlotCurveItem(antialias=True)
            self.plot.addItem(item)
            self._items.append(item)
        xs, ys = [np.zeros(0)], [np.zeros(0)]
        for number, item in enumerate(self._items):
            item.setVisible(number < len(curves))
            if number >= len(curves):
                continue
            curve = curves[number]
            values = self._scaled(curve.values)
            step = max(1, -(-len(values) // POINTS))
            style = Qt.PenStyle.DashLine if curve.dashed else Qt.PenStyle.SolidLine
            colour = QColor(curve.colour)
            colour.setAlphaF(0.45 if curve.dashed else 1.0)
            item.setPen(pg.mkPen(colour, width=1.2 if curve.dashed else 2, style=style))
            known = np.isfinite(values)
            item.setData(curve.epochs[known][::step], values[known][::step])
            xs.append(curve.epochs[known])
            ys.append(values[known])
        self._set_ranges(np.concatenate(xs), np.concatenate(ys))

    def _scaled(self, values: Series) -> Series:
        if not self._log:
            return values
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.where(values > 0, np.log10(values), np.nan)

    def _set_ranges(self, xs: Series, ys: Series) -> None:
        if not len(xs):
            return
        low, high = float(ys.min()), float(ys.max())
        margin = 0.04 * max(high - low, nice_step(max(high - low, 1e-9), 4))
        left, right = float(xs.min()), float(xs.max())
        self._ranges = (left, max(right, left + 1)), (low - margin, high + margin)
        self.plot.setXRange(*self._ranges[0], padding=0)
        self.plot.setYRange(*self._ranges[1], padding=0)
        self._set_marks()

    def _set_marks(self, _view: object = None) -> None:
        area = self.plot.getViewBox().rect()
        (left, right), (low, high) = self._ranges
        up = max(2, int(area.height() / 28))
        marks = log_ticks(low, high) if self._log else linear_ticks(low, high, up)
        across = integer_ticks(left, right, max(2, int(area.width() / 60)))
        self.plot.getAxis("bottom").setTicks([across])
        self.plot.getAxis("left").setTicks([marks])
        heights = np.array([place for place, _ in marks], np.float64)
        self._grid.setData(np.tile([left, right], len(heights)), np.repeat(heights, 2))

    def _apply(self, tokens: Tokens) -> None:
        self.plot.setBackground(tokens.colour("background"))
        for name in ("left", "bottom"):
            axis = self.plot.getAxis(name)
            axis.setPen(tokens.colour("line"))
            axis.setTextPen(tokens.colour("muted"))
        self._grid.setPen(pg.mkPen(tokens.colour("line"), width=1))
        self._cursor.setPen(pg.mkPen(tokens.colour("muted"), width=1))

    # --- reading -----------------------------------------------------------------------

    def read_at(self, x: float | None) -> str:
        """Show and return the values at a place on the axis of epochs; None shows none."""
        self._cursor.setVisible(x is not None)
        if x is None or not self._curves:
            self._values.clear()
            return ""
        epoch = round(x)
        self._cursor.setValue(epoch)
        read = []
        for curve in self._curves:
            at = np.flatnonzero(curve.epochs == epoch)
            if len(at) and not curve.dashed:
                dot = f'<span style="color:{curve.colour.name()}">●</span>'
                read.append(f"{dot} {curve.values[at[0]]:.4g}")
        heading = self.tr("epoch {epoch}").format(epoch=epoch)
        words = f"{heading}&nbsp; " + "&nbsp; ".join(read[:4])
        self._values.setText(words)
        return words

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove:
            scene = self.plot.mapToScene(event.position().toPoint())
            view = self.plot.getViewBox()
            inside = view.sceneBoundingRect().contains(scene)
            self.read_at(view.mapSceneToView(scene).x() if inside else None)
        elif event.type() == QEvent.Type.Leave:
            self.read_at(None)
        return super().eventFilter(watched, event)
