"""ROC and precision-recall curves of each class, and whether probabilities can be believed."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from mlp_studio.analysis.classification import Curve
from mlp_studio.core.arrays import AnyArray
from mlp_studio.ui.common.colours import Colouring, colouring
from mlp_studio.ui.common.eliding import ElidingLabel
from mlp_studio.ui.common.legend import Legend
from mlp_studio.ui.evaluation.plot import Plot, Trace
from mlp_studio.ui.evaluation.view import View
from mlp_studio.ui.features.fitting import FittingLabel
from mlp_studio.ui.theme import RHYTHM, Theme

FEW = 10  # examples in a range of the calibration, whose share right says little


class CurvesPage(QWidget):
    """Three plots over one legend."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view: View | None = None
        self.roc = Plot(theme, self.tr("ROC curves"))
        self.precision_recall = Plot(theme, self.tr("Precision and recall"))
        self.calibration = Plot(theme, self.tr("Calibration"))
        self.words = [FittingLabel(), FittingLabel(), FittingLabel()]
        self.legend = Legend(theme)
        titles = self.tr("ROC"), self.tr("Precision and recall"), self.tr("Calibration")
        plots = self.roc, self.precision_recall, self.calibration
        grid = QGridLayout()
        grid.setHorizontalSpacing(RHYTHM)
        grid.setVerticalSpacing(2)
        for column, (title, plot) in enumerate(zip(titles, plots, strict=True)):
            name = ElidingLabel(title)
            name.setProperty("role", "title")
            head = QHBoxLayout()
            head.setSpacing(RHYTHM)
            head.addWidget(name)
            head.addWidget(self.words[column], 1)
            grid.addLayout(head, 0, column)
            grid.addWidget(plot, 1, column)
            grid.setColumnStretch(column, 1)
        grid.setRowStretch(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(grid, 1)
        layout.addWidget(self.legend)
        self.legend.hidden_changed.connect(self._draw)
        theme.changed.connect(self._draw)

    def show_view(self, view: View) -> None:
        """Show the part that is looked at."""
        if self._view is None or self._view.names != view.names:
            self._show_classes(view)
        self._view = view
        self._draw()

    def _show_classes(self, view: View) -> None:
        colours = colouring(view.dataset)
        shown = len(view.curves.roc) if view.curves is not None else 0
        self.legend.show_colouring(Colouring(colours.colours[:20], names=colours.names[:20]))
        if shown and len(view.names) == 2:
            with QSignalBlocker(self.legend):  # the other class has the same curve, mirrored
                self.legend.buttons[0].setChecked(False)

    @Slot()
    def _draw(self, _what: object = None) -> None:
        view = self._view
        if view is None or view.curves is None:
            return
        hidden, found = self.legend.hidden, view.curves
        self._draw_curves(self.roc, found.roc, view, hidden)
        self._draw_curves(self.precision_recall, found.precision_recall, view, hidden)
        areas = [curve.area for k, curve in found.roc.items() if k not in hidden]
        precisions = [curve.area for k, curve in found.precision_recall.items() if k not in hidden]
        self.words[0].say(*self._area_words(self.tr("mean area {value}"), areas))
        self.words[1].say(*self._area_words(self.tr("mean area {value}"), precisions))
        self._draw_calibration(view)

    def _area_words(self, words: str, areas: list[float]) -> tuple[str, ...]:
        if not areas:
            return (self.tr("no class is shown"),)
        value = f"{float(np.mean(areas)):.4f}"
        one = self.tr("area {value}").format(value=value)
        return (words.format(value=value) if len(areas) > 1 else one, value)

    def _draw_curves(
        self, plot: Plot, found: dict[int, Curve], view: View, hidden: frozenset[int]
    ) -> None:
        roc = plot is self.roc
        colours = colouring(view.dataset).colours
        traces = [Trace(c.x, c.y, colours[k]) for k, c in found.items() if k not in hidden]
        if view.has_threshold:
            traces += [
                Trace(*_at_threshold(found[k], view.threshold, k), colours[k], "mark")
                for k in found
                if k not in hidden
            ]
        labels = (
            (self.tr("false alarms"), self.tr("found"))
            if roc
            else (self.tr("recall"), self.tr("precision"))
        )
        plot.show_traces(traces, labels, diagonal=roc)

    def _draw_calibration(self, view: View) -> None:
        assert view.curves is not None, "drawn with the curves"
        found, tokens = view.curves.calibration, self._theme.tokens
        labels = self.tr("probability of the answer"), self.tr("share right")
        if not view.calibrated:
            self.words[2].say(self.tr("no probabilities"))
            self.calibration.show_traces([], labels, diagonal=True)
            return
        many = found.counts >= FEW
        few = (found.counts > 0) & ~many
        x, y = found.confidence[many], found.accuracy[many]
        share = np.linspace(0, 1, len(found.counts) + 1)
        most = max(1, int(found.counts.max()))
        faint = tokens.colour("line")
        traces = [
            Trace(share, 0.3 * found.counts / most, faint, "bars"),
            Trace(x, y, tokens.colour("accent")),
            Trace(x, y, tokens.colour("accent"), "mark"),
            Trace(found.confidence[few], found.accuracy[few], tokens.colour("muted"), "mark"),
        ]
        self.calibration.show_traces(traces, labels, diagonal=True)
        points = f"{100 * found.error:.1f}"
        sure = float(np.nansum(found.confidence * found.counts) / max(1, found.counts.sum()))
        right = float(np.nansum(found.accuracy * found.counts) / max(1, found.counts.sum()))
        words = (
            self.tr("{points} points off on average, rather too sure")
            if sure > right
            else self.tr("{points} points off on average, rather too modest")
        )
        short = self.tr("{points} points off")
        self.words[2].say(words.format(points=points), short.format(points=points))
        self.words[2].setToolTip(
            self.tr(
                "Expected calibration error {error}: how far the probability of the answer is from "
                "the share that is right, the mean over ten ranges. The bars are how many examples "
                "there are in each; grey rings have fewer than ten."
            ).format(error=f"{found.error:.4f}")
        )


def _at_threshold(curve: Curve, threshold: float, number: int) -> tuple[AnyArray, AnyArray]:
    """Return where a curve is at the threshold of the second of two classes."""
    # Thresholds fall; class 0 is answered where its own probability is at least 1 - threshold.
    level = threshold if number == 1 else 1 - threshold
    answered = curve.thresholds > level if number == 1 else curve.thresholds >= level
    place = max(0, int(answered.sum()) - 1)
    return curve.x[place : place + 1], curve.y[place : place + 1]
