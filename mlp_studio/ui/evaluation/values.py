"""Predicted against true values, and how the errors are spread."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from mlp_studio.core.arrays import AnyArray
from mlp_studio.ui.common.fields import CalmCombo
from mlp_studio.ui.evaluation.plot import Plot, Trace
from mlp_studio.ui.evaluation.view import View
from mlp_studio.ui.evaluation.words import figure
from mlp_studio.ui.features.fitting import FittingLabel
from mlp_studio.ui.theme import RHYTHM, Theme

MOST_POINTS = 3000
BINS = 41  # odd: the middle one is around zero


class ValuesPage(QWidget):
    """A scatter plot and a histogram of one output."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view: View | None = None
        self.scatter = Plot(theme, self.tr("Predicted against true"))
        self.histogram = Plot(theme, self.tr("Errors"))
        self.words = FittingLabel()
        self.outputs = CalmCombo()
        self.outputs.setAccessibleName(self.tr("Output"))
        self.outputs.setToolTip(self.tr("Which of the values is shown"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * RHYTHM)
        grid.setVerticalSpacing(2)
        first, second = QLabel(self.tr("Predicted against true")), QLabel(self.tr("Errors"))
        for label in (first, second):
            label.setProperty("role", "title")
        left, right = QHBoxLayout(), QHBoxLayout()
        left.addWidget(first)
        left.addStretch(1)
        left.addWidget(self.outputs)
        right.addWidget(second)
        right.addWidget(self.words, 1)
        grid.addLayout(left, 0, 0)
        grid.addLayout(right, 0, 1)
        grid.addWidget(self.scatter, 1, 0)
        grid.addWidget(self.histogram, 1, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(grid)
        self.outputs.activated.connect(self._draw)
        theme.changed.connect(self._draw)

    def show_view(self, view: View) -> None:
        """Show the part that is looked at."""
        self._view = view
        count = view.judged.said.outputs.shape[1]
        if self.outputs.count() != count:
            with QSignalBlocker(self.outputs):
                self.outputs.clear()
                for number in range(count):
                    self.outputs.addItem(self.tr("Value {number}").format(number=number + 1))
        self.outputs.setVisible(count > 1)
        self._draw()

    @Slot()
    def _draw(self, _what: object = None) -> None:
        view = self._view
        if view is None:
            return
        said, output = view.judged.said, max(0, self.outputs.currentIndex())
        true = said.y.reshape(len(said), -1)[:, output].astype(np.float64)
        value = said.outputs[:, output].astype(np.float64)
        self._draw_points(true, value)
        self._draw_errors(value - true)

    def _draw_points(self, true: AnyArray, value: AnyArray) -> None:
        step = max(1, -(-len(true) // MOST_POINTS))
        low = float(min(true.min(), value.min()))
        high = float(max(true.max(), value.max()))
        colour = self._theme.tokens.colour("accent")
        colour.setAlpha(130)
        traces = [Trace(true[::step], value[::step], colour, "points")]
        labels, ends = (self.tr("true"), self.tr("predicted")), (low, high)
        self.scatter.show_traces(traces, labels, ends, ends, diagonal=True)

    def _draw_errors(self, error: AnyArray) -> None:
        far = float(np.abs(error).max()) or 1e-9
        counts, edges = np.histogram(error, bins=BINS, range=(-far, far))
        colour = self._theme.tokens.colour("accent")
        traces = [Trace(edges, counts, colour, "bars")]
        labels = self.tr("predicted − true"), self.tr("examples")
        self.histogram.show_traces(traces, labels, (-far, far), (0.0, float(counts.max())))
        mean, spread = figure(float(error.mean())), figure(float(error.std()))
        self.words.say(self.tr("mean {mean} · spread {spread}").format(mean=mean, spread=spread))
