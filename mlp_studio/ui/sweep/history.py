"""The history of a sweep: the value of every trial, and the best so far."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mlp_studio.core.sweep import SweepSpec
from mlp_studio.core.sweep_events import TrialRow
from mlp_studio.ui.sweep.words import objective_name
from mlp_studio.ui.theme import Tokens
from mlp_studio.ui.training.plot import quiet_plot
from mlp_studio.ui.training.ticks import integer_ticks, linear_ticks

FEWEST = 10  # trials: the axis never shows fewer
NEAR = 12.0  # pixels from a dot that count as on it
OVER = frozenset({"complete", "pruned"})


class HistoryPlot(QWidget):
    """A dot a trial: filled where it is complete, a ring where it was pruned; a line of the best.

    Signals
    -------
    chosen(int)
        A trial's dot was clicked.
    """

    chosen = Signal(int)

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plot = quiet_plot()
        self.plot.setAccessibleName(self.tr("Value of every trial, and the best so far"))
        self.grid = pg.PlotCurveItem(connect="pairs")
        self.best = pg.PlotDataItem(stepMode="right", antialias=True)
        self.dots = pg.ScatterPlotItem(size=8)
        self.rings = pg.ScatterPlotItem(size=8)
        self.mark = pg.ScatterPlotItem(size=14)
        for item in (self.grid, self.best, self.rings, self.dots, self.mark):
            self.plot.addItem(item, ignoreBounds=True)
        self._numbers = np.zeros(0)
        self._values = np.zeros(0)
        self._rows: dict[int, TrialRow] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.plot)
        self.plot.viewport().installEventFilter(self)
        self.apply(tokens)

    def show_trials(self, rows: dict[int, TrialRow], sweep: SweepSpec) -> None:
        """Show these trials."""
        over = [r for _, r in sorted(rows.items()) if r.state in OVER and r.best is not None]
        self._rows = {row.number: row for row in over}
        self._numbers = np.array([row.number for row in over], float)
        self._values = np.array([row.best for row in over], float)
        complete = np.array([row.state == "complete" for row in over], bool)
        self.dots.setData(self._numbers[complete], self._values[complete])
        self.rings.setData(self._numbers[~complete], self._values[~complete])
        self.plot.getAxis("left").setLabel(None)
        self.plot.setToolTip("")
        self._name = objective_name(sweep.objective)
        bests = self._best_so_far(sweep)
        end = max(FEWEST, sweep.trials or 0, (self._numbers[-1] + 1) if over else 0)
        if over:
            self.best.setData(
                np.append(self._numbers, max(self._numbers[-1] + 1, self._numbers[-1])),
                np.append(bests, bests[-1]),
            )
        else:
            self.best.setData([], [])
        self._set_ranges(float(end), bests)

    def select(self, number: int | None) -> None:
        """Mark a trial's dot; None marks none."""
        row = self._rows.get(number) if number is not None else None
        if row is None or row.best is None:
            self.mark.setData([], [])
        else:
            self.mark.setData([row.number], [row.best])

    def apply(self, tokens: Tokens) -> None:
        """Take on other colours."""
        self.plot.setBackground(tokens.background)
        self.grid.setPen(pg.mkPen(tokens.line, width=1))
        self.best.setPen(pg.mkPen(tokens.validation, width=2))
        self.dots.setBrush(tokens.training)
        self.dots.setPen(None)
        self.rings.setBrush(tokens.background)
        self.rings.setPen(pg.mkPen(tokens.muted, width=1.5))
        self.mark.setBrush(None)
        self.mark.setPen(pg.mkPen(tokens.accent, width=2))
        for side in ("left", "bottom"):
            axis = self.plot.getAxis(side)
            axis.setPen(None)
            axis.setTickPen(None)
            axis.setTextPen(tokens.muted)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent):
            number = self._at(event)
            if event.type() == QEvent.Type.MouseMove:
                self._point(number)
            elif (
                event.type() == QEvent.Type.MouseButtonPress
                and event.button() == Qt.MouseButton.LeftButton
                and number is not None
            ):
                self.chosen.emit(number)
        return super().eventFilter(watched, event)

    def _best_so_far(self, sweep: SweepSpec) -> np.ndarray:
        gather = np.maximum if sweep.maximizes else np.minimum
        return gather.accumulate(self._values) if len(self._values) else self._values

    def _set_ranges(self, end: float, bests: np.ndarray) -> None:
        """Show all of the best ones and most of the others, whose outliers would squeeze them."""
        self.plot.setXRange(-0.5, end, padding=0)
        self.plot.getAxis("bottom").setTicks([integer_ticks(0, end, 10)])
        if not len(bests):
            self.grid.setData([], [])
            return
        usual = np.quantile(self._values, [0.1, 0.9])
        seen = np.concatenate([bests, usual])
        low, high = float(seen.min()), float(seen.max())
        margin = 0.08 * (high - low or abs(high) or 1.0)
        low, high = low - margin, high + margin
        self.plot.setYRange(low, high, padding=0)
        ticks = linear_ticks(low, high, 5)
        self.plot.getAxis("left").setTicks([ticks])
        heights = np.array([place for place, _ in ticks])
        self.grid.setData(np.tile([-0.5, end], len(heights)), np.repeat(heights, 2))

    def _at(self, event: QMouseEvent) -> int | None:
        """Return the number of the trial whose dot is under the mouse."""
        if not len(self._numbers):
            return None
        view = self.plot.getViewBox()
        area, scene = view.sceneBoundingRect(), self.plot.mapToScene(event.position().toPoint())
        (x0, x1), (y0, y1) = view.viewRange()
        x = area.left() + (self._numbers - x0) / (x1 - x0) * area.width()
        y = area.bottom() - (self._values - y0) / (y1 - y0) * area.height()
        distance = np.hypot(x - scene.x(), y - scene.y())
        nearest = int(distance.argmin())
        return int(self._numbers[nearest]) if distance[nearest] <= NEAR else None

    def _point(self, number: int | None) -> None:
        row = self._rows.get(number) if number is not None else None
        if row is None or row.best is None:
            self.plot.setToolTip("")
            return
        words = self.tr("Trial {number}: {name} {value} after epoch {epoch}").format(
            number=row.number, name=self._name, value=f"{row.best:.4f}", epoch=row.best_epoch
        )
        self.plot.setToolTip(words)
