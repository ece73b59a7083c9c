"""The same examples scaled four ways, side by side, and what leaks."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from mlp_studio.core.arrays import AnyArray, Progress
from mlp_studio.core.dataset import Dataset
from mlp_studio.core.datasets import DataSpec
from mlp_studio.core.errors import StudioError
from mlp_studio.core.scaling import Scaling
from mlp_studio.core.text import Text
from mlp_studio.data.assemble import share_of
from mlp_studio.data.comparison import SCALINGS, Comparison, compare, untouched
from mlp_studio.data.leak import LeakReport, leak_report
from mlp_studio.studio.data_store import DataStore
from mlp_studio.studio.document import Document
from mlp_studio.studio.jobs import Job
from mlp_studio.studio.language import explained, render
from mlp_studio.ui.common.beside import Beside
from mlp_studio.ui.common.table_model import ReadingTable
from mlp_studio.ui.data.charts import chart_of
from mlp_studio.ui.data.scaling_leak import LeakNote
from mlp_studio.ui.data.scaling_pictures import FeatureNames, ScaledView, figure
from mlp_studio.ui.data.scalings import short_titles
from mlp_studio.ui.theme import Theme

EXAMPLES = 3
POINTS = 800
BAR = """
    QProgressBar { border: 1px solid palette(mid); border-radius: 5px; text-align: center; }
    QProgressBar::chunk { background: palette(highlight); border-radius: 4px; }
"""
ROWS = 5  # of the table, before it scrolls


class ScalingCompare(Beside):
    """A window beside the main one; it follows the data while it is open.

    The numbers are found in the background. What they need of the data, all but its
    scaling, is their key: choosing another scaling computes nothing anew.
    """

    def __init__(self, document: Document, store: DataStore, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._document = document
        self._store = store
        self._job: Job | None = None
        self._key: DataSpec | None = None
        self._comparison: Comparison | None = None
        self._names: list[str] = []
        self._draw = 0
        self.titles = short_titles()
        self.setWindowTitle(self.tr("Compare the scalings"))
        self.views = {kind: ScaledView(theme) for kind in SCALINGS}
        self.use = {kind: QPushButton(self.tr("Use this")) for kind in SCALINGS}
        self.names = FeatureNames(theme)
        self.table = ReadingTable()
        self.table.setAccessibleName(self.tr("Features of the training part"))
        self.leak = LeakNote()
        self.bar = QProgressBar()
        self.cancel = QPushButton(self.tr("Cancel"))
        self.again = QPushButton(self.tr("Compare again"))
        self.others = QPushButton(self.tr("Other examples"))
        self.others.setToolTip(self.tr("Draw other examples at random."))
        self._arrange()
        self._connect()

    def sizeHint(self) -> QSize:
        return QSize(1280, 720)

    def open_beside(self) -> None:
        """Show the window and see to it that its numbers are those of the data."""
        super().open_beside()
        self._follow(self._store.dataset)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._give_up()

    # --- assembling --------------------------------------------------------------------

    def _arrange(self) -> None:
        body = QWidget()
        inner = QVBoxLayout(body)
        inner.setContentsMargins(0, 0, 8, 0)
        inner.setSpacing(12)
        words = QLabel(
            self.tr(
                "The same examples of the training part four times. Min-max and standard scaling "
                "treat each feature by itself, with numbers from the training part alone."
            )
        )
        words.setProperty("role", "secondary")
        words.setWordWrap(True)
        inner.addWidget(words)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.addWidget(self.names, 1, 0)
        for column, kind in enumerate(SCALINGS, 1):
            head = QLabel(self.titles[kind])
            head.setProperty("role", "title")
            head.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self.use[kind].setAccessibleName(
                self.tr("Use {scaling}").format(scaling=self.titles[kind])
            )
            grid.addWidget(head, 0, column)
            grid.addWidget(self.views[kind], 1, column)
            grid.addWidget(self.use[kind], 2, column, Qt.AlignmentFlag.AlignHCenter)
            grid.setColumnStretch(column, 1)
        inner.addLayout(grid)
        inner.addWidget(self.table)
        inner.addWidget(self.leak)
        inner.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(body)
        body.setProperty("panel", "side")
        scroll.viewport().setProperty("panel", "side")
        progress = QHBoxLayout()
        progress.addWidget(self.bar, 1)
        progress.addWidget(self.cancel)
        progress.addWidget(self.again)
        progress.setAlignment(self.again, Qt.AlignmentFlag.AlignRight)
        self.buttons.addButton(self.others, QDialogButtonBox.ButtonRole.ActionRole)
        self.bar.setRange(0, 1000)
        self.bar.setStyleSheet(BAR)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(scroll, 1)
        layout.addLayout(progress)
        layout.addWidget(self.buttons)
        self._show_busy(False)
        self.table.hide()
        self.names.hide()
        self.others.hide()

    def _connect(self) -> None:
        for kind, button in self.use.items():
            button.clicked.connect(lambda _on=False, kind=kind: self._use(kind))
        self.others.clicked.connect(self._draw_others)
        self.cancel.clicked.connect(self._cancel)
        self.again.clicked.connect(lambda: self._follow(self._store.dataset))
        self._store.dataset_changed.connect(self._follow)
        self._document.data_changed.connect(self._show_used)

    # --- following the data ------------------------------------------------------------

    def _follow(self, dataset: Dataset | None) -> None:
        """Show a data set, unless nobody is looking."""
        if not self.isVisible():
            return
        self._show_used(self._document.data)
        if dataset is None:
            return
        key = self._document.data.model_copy(update={"scaling": "none"})
        if key == self._key and (self._comparison is not None or self._job is not None):
            return
        self._key, self._comparison = key, None
        self._start(dataset)

    def _show_used(self, data: DataSpec) -> None:
        for kind, button in self.use.items():
            used = kind == data.scaling
            button.setText(self.tr("In use") if used else self.tr("Use this"))
            button.setEnabled(not used)

    def _use(self, kind: Scaling) -> None:
        data = self._document.data.model_copy(update={"scaling": kind})
        self._document.edit(self.tr("Set the scaling"), data=data)

    # --- the numbers -------------------------------------------------------------------

    def _start(self, dataset: Dataset) -> None:
        self._give_up()
        source = self._document.data.source
        self.leak.show_words(self.tr("Comparing…"))

        def work(progress: Progress) -> Comparison:
            return compare(dataset, source, progress)

        def done(found: Comparison) -> None:
            self._comparison = found
            self._names = list(found.names) or self._feature_names(dataset.facts.input_shape)
            self._show_examples()
            self._start_leaks(dataset, untouched(source))

        self._show_busy(True)
        self._job = self._store.jobs.start(work, done, self._failed, self._progressed)

    def _start_leaks(self, dataset: Dataset, kept: AnyArray | None) -> None:
        def work(progress: Progress) -> dict[Scaling, LeakReport]:
            halves: dict[Scaling, Progress] = {
                "min_max": share_of(progress, 0.0, 0.4),
                "standard": share_of(progress, 0.4, 1.0),
            }
            return {
                kind: leak_report(dataset, kind, indicators=kept, progress=half)
                for kind, half in halves.items()
            }

        self._job = self._store.jobs.start(work, self._show_leaks, self._failed, self._progressed)

    def _progressed(self, share: float, what: Text) -> None:
        self.bar.setValue(round(1000 * share))
        self.bar.setFormat(render(what))

    def _show_leaks(self, reports: dict[Scaling, LeakReport]) -> None:
        self._job = None
        self._show_busy(False)
        if self._comparison is not None:
            spread = self._comparison.numbers["none"].deviation
            constant = frozenset(np.flatnonzero(spread == 0).tolist())
            self.leak.show_reports(reports, self.titles, self._names, constant)

    def _failed(self, error: Exception) -> None:
        self._give_up()
        if not isinstance(error, StudioError):
            raise error
        self.leak.show_words(explained(error))

    def _give_up(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job, self._key = None, None
        self._show_busy(False)

    def _cancel(self) -> None:
        self._give_up()
        self.leak.show_words(self.tr("The comparison was cancelled."))
        self.again.show()

    def _show_busy(self, busy: bool) -> None:
        self.bar.setValue(0)
        self.bar.setVisible(busy)
        self.cancel.setVisible(busy)
        self.again.hide()

    # --- the examples ------------------------------------------------------------------

    def _draw_others(self) -> None:
        self._draw += 1
        self._show_examples()

    def _show_examples(self) -> None:
        dataset, found = self._store.dataset, self._comparison
        if dataset is None or found is None:
            return
        part, flat = dataset.train, dataset.train.x.ndim == 2
        wanted = POINTS if flat else EXAMPLES
        rng = np.random.default_rng(self._draw)
        chosen = rng.choice(len(part), min(wanted, len(part)), replace=False)
        raw = dataset.scaler.inverse(part.x[chosen])
        names = self._names
        for kind, view in self.views.items():
            scaled = found.scalers[kind].transform(raw)
            if not flat:
                view.show_pictures(scaled)
            elif scaled.shape[1] == 2:
                view.show_points(chart_of(scaled, part.y[chosen], dataset), found.numbers[kind])
            else:
                view.show_ranges(found.numbers[kind])
        self.names.setVisible(flat and raw.shape[1] != 2)
        self.names.show_names(names)
        self.others.setVisible(not flat or raw.shape[1] == 2)
        self.table.setVisible(flat)
        if flat:
            self._fill_table(found, names)

    def _fill_table(self, found: Comparison, names: list[str]) -> None:
        measures = ("low", "high", "mean", "deviation")
        words = (self.tr("min"), self.tr("max"), self.tr("mean"), self.tr("std. dev."))
        heads = [self.tr("Feature")]
        for kind in SCALINGS:
            heads += [f"{self.titles[kind]}\n{words[0]}", *(f"\n{word}" for word in words[1:])]

        def cell(row: int, column: int) -> str:
            if column == 0:
                return names[row]
            kind, measure = SCALINGS[(column - 1) // 4], measures[(column - 1) % 4]
            return figure(float(getattr(found.numbers[kind], measure)[row]), 3)

        self.table.model_shown.show(heads, len(names), cell)
        self.table.fit_height(ROWS)

    def _feature_names(self, shape: tuple[int, ...]) -> list[str]:
        """Return names for the features of a source that has none."""
        if len(shape) == 1:
            if shape == (2,):
                return ["x₁", "x₂"]
            return [self.tr("feature {n}").format(n=k + 1) for k in range(shape[0])]
        words = (
            self.tr("row {row}, column {column}")
            if len(shape) == 2
            else self.tr("row {row}, column {column}, channel {channel}")
        )
        return [
            words.format(row=place[0] + 1, column=place[1] + 1, channel=place[-1] + 1)
            for place in np.ndindex(*shape)
        ]
