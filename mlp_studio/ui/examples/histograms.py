"""Histograms of every column, by class or coloured by the value to predict."""

from __future__ import annotations

from html import escape

import numpy as np
from PySide6.QtCore import QPoint, QRect, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mlp_studio.analysis.examples import Examples, Indices
from mlp_studio.analysis.histogram import Histogram, edges_for, histogram
from mlp_studio.studio.jobs import Job, Jobs
from mlp_studio.ui.common.colours import Colouring
from mlp_studio.ui.common.fields import CalmCombo
from mlp_studio.ui.common.hover_card import HoverCard
from mlp_studio.ui.examples.bars import Bars, Chart
from mlp_studio.ui.examples.pager import Pager
from mlp_studio.ui.examples.rows import look_of
from mlp_studio.ui.examples.view import ExampleView, count, number, surface
from mlp_studio.ui.theme import Theme

MOST_LINES = 12  # classes named in the card


class HistogramView(ExampleView):
    """A histogram for each column, and for each value to predict."""

    def __init__(self, theme: Theme, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._jobs = jobs
        self._job: Job | None = None
        self._examples: Examples | None = None
        self._colouring: Colouring | None = None
        self._chosen: Indices = np.zeros(0, np.int64)
        self.bars = Bars(theme, self.tr("Histograms"))
        self.pager = Pager(theme)
        self.stacking = CalmCombo()
        self.stacking.addItem(self.tr("Stacked"), True)
        self.stacking.addItem(self.tr("Overlaid"), False)
        self.stacking.setAccessibleName(self.tr("Classes in the histograms"))
        self.stacking.setToolTip(
            self.tr("Whether the classes stand on each other or in front of each other.")
        )
        self.add_control(self.pager)
        self.add_control(self.stacking)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.bars)
        self.setFocusProxy(self.bars)
        self.card = HoverCard(theme, self)
        self.pager.changed.connect(self._ask)
        self.bars.turned.connect(self.pager.turn)
        self.bars.resized.connect(self._refit)
        self.bars.pointed.connect(self._on_pointed)
        self.stacking.activated.connect(self._restack)

    def show_examples(self, examples: Examples, colouring: Colouring) -> None:
        self._examples, self._colouring = examples, colouring
        self._chosen = np.zeros(0, np.int64)  # those of the former examples mean nothing now
        self.stacking.setVisible(bool(colouring.names))
        self.bars.show_charts([], colouring, stacked=True)
        self.pager.set_total(self._total, 1, anew=True)

    def show_chosen(self, indices: Indices) -> None:
        self._chosen = indices
        self._refit(anew=True)

    @property
    def _total(self) -> int:
        """How many axes have a histogram: a class is the colour instead."""
        examples = self._examples
        return 0 if examples is None else sum(a.kind != "class" for a in examples.axes)

    @Slot()
    def _refit(self, *, anew: bool = False) -> None:
        if self._examples is None:
            return
        columns, rows = self.bars.room
        before = (self.pager.first, self.pager.last)
        self.pager.set_total(self._total, columns * rows)
        if anew or before != (self.pager.first, self.pager.last):
            self._ask()

    @Slot()
    def _ask(self) -> None:
        examples, colouring = self._examples, self._colouring
        if examples is None or colouring is None:
            return
        axes = [a for a in examples.axes if a.kind != "class"]
        axes = axes[self.pager.first : self.pager.last]
        chosen, groups = self._chosen, len(colouring.names)
        by = examples.y[chosen] if groups else None
        levels = None if groups else examples.y[chosen, 0].astype(np.float64)

        def work(_progress: object) -> list[Histogram]:
            made = []
            for axis in axes:
                values = examples.values(axis)
                # Of all examples: the same edges whichever part is shown.
                edges = edges_for(values, len(axis.categories))
                made.append(histogram(values[chosen], edges, by, max(1, groups), levels))
            return made

        def done(found: list[Histogram]) -> None:
            self._job = None
            self.bars.show_charts(
                [Chart(look_of(a), bars) for a, bars in zip(axes, found, strict=True)],
                colouring,
                stacked=bool(self.stacking.currentData()),
            )
            self.said.emit(self.tr("{total} examples").format(total=count(len(chosen))))

        if self._job is not None:
            self._job.cancel()
        self.said.emit(self.tr("Counting…"))
        self._job = self._jobs.start(work, done, surface)

    @Slot(int)
    def _restack(self, _index: int) -> None:
        if self._colouring is not None:
            stacked = bool(self.stacking.currentData())
            self.bars.show_charts(self.bars.charts, self._colouring, stacked=stacked)

    @Slot(int, int)
    def _on_pointed(self, chart: int, bar: int) -> None:
        charts = self.bars.charts
        if self._colouring is None or not 0 <= chart < len(charts):
            self.card.hide()
            return
        self.card.say(self._lines(charts[chart], bar, self._colouring))
        frame = self.bars.frame_of(chart)
        wide = frame.width() / len(charts[chart].bars.counts)
        at = QPoint(round(frame.left() + (bar + 0.5) * wide), round(frame.center().y()))
        if frame.width() > 0.6 * self.width():
            self.card.stand_in_corner(QRect(QPoint(0, 0), self.size()), at)
        else:
            self.card.stand_by(at)

    def _lines(self, chart: Chart, bar: int, colouring: Colouring) -> list[str]:
        bars = chart.bars
        low, high = float(bars.edges[bar]), float(bars.edges[bar + 1])
        if chart.look.categories:
            where = chart.look.categories[round((low + high) / 2)]
        elif high - low == 1.0 and low % 1 == 0.5:
            where = number((low + high) / 2)
        else:
            where = self.tr("{low} to {high}").format(low=edge(low), high=edge(high))
        name = escape(chart.look.name)
        total = self.tr("{total} examples").format(total=count(int(bars.totals[bar])))
        lines = [name, f"<b>{escape(where)}</b>", total]
        if colouring.names and len(colouring.names) == bars.counts.shape[1]:
            pairs = zip(colouring.names, bars.counts[bar].tolist(), strict=True)
            there = [f"{escape(word)} <b>{count(k)}</b>" for word, k in pairs if k]
            lines += there[:MOST_LINES]
        elif bars.means is not None and np.isfinite(bars.means[bar]) and self._examples:
            mean = self.tr("mean of {name}: {value}").format(
                name=escape(self._examples.outputs[0]), value=number(float(bars.means[bar]))
            )
            lines.append(mean)
        return lines


def edge(value: float) -> str:
    """Return the edge of a bin, in fewer figures than a value that is read."""
    return f"{value:.3g}".replace("-", "−") if abs(value) < 1000 else number(value)
