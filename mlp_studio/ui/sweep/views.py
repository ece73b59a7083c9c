"""What a sweep has found: history, parallel coordinates, importance and the table of trials."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from mlp_studio.core.sweep import SweepSpec
from mlp_studio.studio.sweeps.controller import SweepController
from mlp_studio.ui.sweep.history import HistoryPlot
from mlp_studio.ui.sweep.importance import ImportanceBars
from mlp_studio.ui.sweep.parallel import ParallelPlot
from mlp_studio.ui.sweep.trials import TrialsTable
from mlp_studio.ui.theme import RHYTHM, Theme, Tokens


class SweepViews(QWidget):
    """Four views of the same trials; what is chosen or brushed in one is so in all.

    Parameters
    ----------
    theme : Theme
        The look in force.

    Signals
    -------
    chosen(object)
        The number of the selected trial; None for none.
    wanted(int)
        A trial is to go into the builder.
    """

    chosen = Signal(object)
    wanted = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tokens = theme.tokens
        self.history, self.parallel = HistoryPlot(tokens), ParallelPlot(tokens)
        self.importance, self.table = ImportanceBars(tokens), TrialsTable()
        bars = QScrollArea()
        bars.setWidgetResizable(True)
        bars.setWidget(self.importance)
        self.pages, self.stack = QTabBar(), QStackedWidget()
        self.pages.setDrawBase(False)
        self.pages.setExpanding(False)
        for page, name in (
            (self.history, self.tr("History")),
            (self.parallel, self.tr("Parallel coordinates")),
            (bars, self.tr("Importance")),
            (self.table, self.tr("Trials")),
        ):
            self.pages.addTab(name)
            self.stack.addWidget(page)
        self.pages.setAccessibleName(self.tr("What is shown of the sweep"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(RHYTHM // 2)
        layout.addWidget(self.pages)
        layout.addWidget(self.stack, 1)
        self.pages.currentChanged.connect(self.stack.setCurrentIndex)
        self.parallel.brushed.connect(self.table.show_only)
        self.parallel.chosen.connect(self.table.select)
        self.history.chosen.connect(self.table.select)
        self.table.chosen.connect(self._mark)
        self.table.wanted.connect(self.wanted)
        theme.changed.connect(self._apply)

    def draw(self, sweeps: SweepController, sweep: SweepSpec) -> None:
        """Show the trials as they stand."""
        best = sweeps.best
        self.history.show_trials(sweeps.rows, sweep)
        self.parallel.show_trials(sweeps.rows, sweep)
        self.importance.show_shares(sweeps.importances)
        self.table.trials.show_trials(sweeps.rows, sweep, best.number if best else None)
        self._mark(self.table.selected)

    def _mark(self, number: int | None) -> None:
        self.history.select(number)
        self.parallel.select(number)
        self.chosen.emit(number)

    def _apply(self, tokens: Tokens) -> None:
        for view in (self.history, self.parallel, self.importance):
            view.apply(tokens)
