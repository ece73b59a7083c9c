"""What the training gives to look at, one page a tab; slow pages are made when first needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QTabWidget, QWidget

from mlp_studio.studio.other_data import OtherData
from mlp_studio.studio.runs_return import RunReturn
from mlp_studio.ui.evaluation.panel import EvaluationPanel
from mlp_studio.ui.features.panel import FeaturesPanel
from mlp_studio.ui.runs.panel import RunsPanel
from mlp_studio.ui.weights.panel import WeightsPanel
from mlp_studio.ui.window.parts import Parts

if TYPE_CHECKING:
    from mlp_studio.ui.examples.panel import ExamplesPanel
    from mlp_studio.ui.sweep.panel import SweepPanel
    from mlp_studio.ui.training.curves import CurvesPanel


LEAST = QSize(440, 260)  # pixels


class ResultTabs(QTabWidget):
    """Curves, features, weights and examples below the network.

    Parameters
    ----------
    parts : Parts
        What the pages look at.
    """

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        p = self._parts = parts
        self._curves: CurvesPanel | None = None
        self._examples: ExamplesPanel | None = None
        self._sweep: SweepPanel | None = None
        self._curves_page, self._examples_page = QStackedWidget(), QStackedWidget()
        self.features = FeaturesPanel(
            p.document, p.store, p.training, p.film, p.jobs, p.selection, p.theme
        )
        self.weights = WeightsPanel(p.document, p.training, p.theme, self.features.player)
        other = OtherData(p.store, p.jobs, self)
        self.evaluation = EvaluationPanel(
            p.document, p.store, p.training, p.selection, other, p.theme
        )
        back = RunReturn(p.document, p.store, p.training, p.film, p.runs, p.recorder, self)
        self.runs = RunsPanel(p.runs, back, p.training.train, p.queue, p.document, p.theme)
        p.queue.failed.connect(p.messages.report)
        p.queue.ended.connect(
            lambda count: p.messages.info(
                self.tr("The queue is done. Runs kept: {count}.").format(count=count)
            )
        )
        self.runs.failed.connect(p.messages.report)
        self._sweep_page = QStackedWidget()
        self.setDocumentMode(True)
        self.setProperty("panel", "canvas")
        self.addTab(self._curves_page, self.tr("Curves"))
        self.addTab(self.features, self.tr("Features"))
        self.addTab(self.weights, self.tr("Weights"))
        self.addTab(self.evaluation, self.tr("Evaluation"))
        self.addTab(self._examples_page, self.tr("Examples"))
        self.addTab(self.runs, self.tr("Runs"))
        self.addTab(self._sweep_page, self.tr("Sweep"))
        self.currentChanged.connect(self._on_tab)
        self.features.player.moved.connect(self._mark_moment)
        self.evaluation.opening.features_wanted.connect(
            lambda: self.setCurrentWidget(self.features)
        )

    @property
    def kinds(self) -> dict[QWidget, str]:
        """Which figures each tab has, by `mlp_studio.figures.drawing.Drawing.tab`."""
        return {
            self._curves_page: "curves",
            self.features: "features",
            self.weights: "weights",
            self.evaluation: "evaluation",
            self._examples_page: "examples",
        }

    @property
    def curves(self) -> CurvesPanel:
        """The curves. Made when first asked for: the plotting library loads slowly."""
        if self._curves is None:
            from mlp_studio.ui.training.curves import CurvesPanel
            from mlp_studio.ui.training.selected import SelectedLoss

            p = self._parts
            self._curves = CurvesPanel(p.document, p.training, p.theme)
            self._curves_page.addWidget(self._curves)
            self._curves.scrubbed.connect(self.features.player.seek)
            SelectedLoss(p.selection, p.film, p.store, p.training, self._curves)
        return self._curves

    @property
    def examples(self) -> ExamplesPanel:
        """The examples, looked at closely. Made when first asked for: few need it at once."""
        if self._examples is None:
            from mlp_studio.ui.examples.panel import ExamplesPanel

            p = self._parts
            self._examples = ExamplesPanel(p.document, p.store, p.jobs, p.selection, p.theme)
            self._examples_page.addWidget(self._examples)
        return self._examples

    def minimumSizeHint(self) -> QSize:
        """Return a size that no page's words can push beyond the screen."""
        return super().minimumSizeHint().boundedTo(LEAST)

    @property
    def sweep(self) -> SweepPanel:
        """The sweep. Made when first asked for: the plotting library loads slowly."""
        if self._sweep is None:
            from mlp_studio.ui.sweep.panel import SweepPanel

            p = self._parts
            self._sweep = SweepPanel(p.document, p.sweeps, p.settings, p.theme)
            self._sweep.failed.connect(p.messages.report)
            self._sweep_page.addWidget(self._sweep)
        return self._sweep

    def search_layer(self, name: str) -> None:
        """Bring the sweep to the front, with a layer to search over."""
        self.setCurrentWidget(self._sweep_page)
        self.sweep.search_layer(name)

    def show_examples(self) -> None:
        """Bring the examples to the front."""
        self.setCurrentWidget(self._examples_page)
        self.examples.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._parts.selection.clear()
        else:
            super().keyPressEvent(event)

    def show_runs(self) -> None:
        """Bring the runs to the front."""
        self.setCurrentWidget(self.runs)
        self.runs.table.setFocus()

    def _mark_moment(self) -> None:
        shown = self.features.player.shown
        if self._curves is not None:
            self._curves.mark(None if shown is None else shown.epoch)

    def _on_tab(self, number: int) -> None:
        if self.widget(number) is self._examples_page:
            _ = self.examples
        elif self.widget(number) is self._sweep_page:
            _ = self.sweep
