"""The Curves panel: loss and metric over the epochs, live, and what they say."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from mlp_studio.analysis.reading import best_epoch, read_curves
from mlp_studio.core.events import EpochDone, RunFinished, RunStarted, StepsDone
from mlp_studio.studio.document import Document
from mlp_studio.studio.language import render
from mlp_studio.studio.training import TrainingController
from mlp_studio.ui.theme import RHYTHM, Theme, Tokens
from mlp_studio.ui.training.legend import LegendItem
from mlp_studio.ui.training.plot import EMPTY, CurvePlot
from mlp_studio.ui.training.series import RunSeries, Series

WIDE = 900  # pixels from which legend and reading stand side by side
FRAME_MS = 55  # one of loss, metric and words each: a plot 6 times a second, newest wins


class CurvesPanel(QWidget):
    """Loss and metric, training against validation, with a reading in plain words.

    Parameters
    ----------
    document : Document
        Tells the metric and the quantity by which the best epoch is chosen.
    training : TrainingController
        Whose events are drawn.
    theme : Theme
        The look in force.

    Signals
    -------
    scrubbed(float)
        A person asks for this moment, in epochs.
    """

    scrubbed = Signal(float)

    def __init__(
        self,
        document: Document,
        training: TrainingController,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._training = training
        self._series = RunSeries()
        self._pointed: int | None = None  # position of the epoch that is read out
        self._due: list[Callable[[], None]] = []  # what the next frames draw
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(FRAME_MS)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._advance)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("panel", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._build(theme)
        self._connect(theme)
        self._series.load(training.history)
        self.synchronize()

    # --- what others may ask -----------------------------------------------------------

    @property
    def series(self) -> RunSeries:
        """The numbers behind the curves."""
        return self._series

    @property
    def settled(self) -> bool:
        """Whether all that is known is drawn."""
        return not self._due

    @property
    def reading(self) -> str:
        """What the curves say."""
        return self._reading.text()

    def mark(self, epoch: float | None) -> None:
        """Mark the moment that is shown elsewhere; None marks none."""
        self.loss_plot.mark(epoch)
        self.metric_plot.mark(epoch)

    def show_selected(self, count: int, epochs: Series, losses: Series) -> None:
        """Show the mean loss of so many selected examples; of none, no curve."""
        self.loss_plot.show_selected(epochs, losses)
        words = self.tr("{count} selected") if len(epochs) else self.tr("{count} selected, no film")
        self._selected.set_words(words.format(count=f"{count:,}"))
        self._selected.setVisible(count > 0)
        self._touch()

    def synchronize(self) -> None:
        """Draw what is known now."""
        self._due.clear()
        if self._show_page():
            self._draw_loss()
            self._draw_metric()
            self._draw_words()

    def _advance(self) -> None:
        """Draw the next of what is due: one plot a frame, so that no frame gets long."""
        if not self._due or not self._show_page():
            self._due.clear()
            return
        self._due.pop(0)()
        if self._due:
            self._timer.start()

    def _show_page(self) -> bool:
        """Show the plots, or a sentence while there is nothing to plot."""
        something = bool(self._series.epochs) or len(self._step_curve()[0]) > 0
        if not something:
            self._empty.setText(self._empty_words())
            self._pointed = None
        self._pages.setCurrentWidget(self._page if something else self._empty)
        return something

    def _step_curve(self) -> tuple[Series, Series]:
        return self._series.step_curve() if self._training.state != "idle" else (EMPTY, EMPTY)

    def _logs(self) -> list[Mapping[str, float]]:
        return [event.logs for event in self._series.epochs]

    def _best_epoch(self) -> float | None:
        position = best_epoch(self._logs(), self._monitor())
        return None if position is None else float(self._series.epochs[position].epoch)

    def _reductions(self) -> Series:
        flags = [event.rate_reduced for event in self._series.epochs]
        return self._series.numbers[flags] if flags else EMPTY

    def _draw_loss(self) -> None:
        series = self._series
        self.loss_plot.draw(
            series.numbers,
            series.values("loss"),
            series.values("val_loss"),
            steps=self._step_curve(),
            best=self._best_epoch(),
            reductions=self._reductions(),
        )

    def _draw_metric(self) -> None:
        series, metric = self._series, self._document.training.metric
        self.metric_plot.draw(
            series.numbers,
            series.values(metric),
            series.values(f"val_{metric}"),
            best=self._best_epoch(),
            ceiling=1.0 if metric.endswith("accuracy") else None,
        )

    def _draw_words(self) -> None:
        best = self._best_epoch()
        self._best.setVisible(best is not None)
        if best is not None:
            self._best.set_words(self.tr("best epoch {epoch}").format(epoch=f"{best:,.0f}"))
        self._reduced.setVisible(len(self._reductions()) > 0)
        self._steps.setVisible(len(self._step_curve()[0]) > 0)
        self._reading.setText(render(read_curves(self._logs(), self._monitor())))
        self._point_at(self._pointed)

    # --- building ----------------------------------------------------------------------

    def _build(self, theme: Theme) -> None:
        self.log_scale = QCheckBox(self.tr("Log scale"))
        self.log_scale.setToolTip(self.tr("Show the loss on a logarithmic axis"))
        self.loss_plot = CurvePlot(self.tr("Loss"), theme.tokens, self.log_scale)
        self.metric_plot = CurvePlot(self._metric_title(), theme.tokens)
        plots = QHBoxLayout()
        plots.setSpacing(RHYTHM * 2)
        plots.addWidget(self.loss_plot, 1)
        plots.addWidget(self.metric_plot, 1)
        self._reading = QLabel()
        self._reading.setProperty("role", "note")
        self._reading.setWordWrap(True)
        self._reading.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._reading.setAccessibleName(self.tr("What the curves say"))
        self._best = LegendItem("dashed", "validation", "", theme)
        self._reduced = LegendItem("tick", "muted", self.tr("rate reduced"), theme)
        self._selected = LegendItem("dashes", "text", "", theme)
        self._selected.hide()
        self._steps = LegendItem("faint", "training", self.tr("each step"), theme)
        legend = QHBoxLayout()
        legend.setSpacing(RHYTHM * 2)
        for item in (
            LegendItem("line", "training", self.tr("training"), theme),
            LegendItem("line", "validation", self.tr("validation"), theme),
            self._selected,
            self._best,
            self._reduced,
            self._steps,
        ):
            legend.addWidget(item)
        legend.addStretch()
        self._below = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._below.setSpacing(RHYTHM)
        self._below.addLayout(legend)
        self._below.addWidget(self._reading, 1)
        self._page = QWidget()
        page = QVBoxLayout(self._page)
        page.setContentsMargins(RHYTHM, RHYTHM, RHYTHM, RHYTHM)
        page.setSpacing(RHYTHM)
        page.addLayout(plots, 1)
        page.addLayout(self._below)
        self._empty = QLabel()
        self._empty.setProperty("role", "caption")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self._page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)

    def _connect(self, theme: Theme) -> None:
        training = self._training
        training.run_started.connect(self._on_run_started)
        training.steps_done.connect(self._on_steps_done)
        training.epoch_done.connect(self._on_epoch_done)
        training.run_finished.connect(self._on_run_finished)
        training.cleared.connect(self._on_cleared)
        training.restored.connect(self._on_restored)
        training.state_changed.connect(self._on_state_changed)
        self._document.training_changed.connect(self._on_training_changed)
        self.log_scale.toggled.connect(self._on_log_toggled)
        self.loss_plot.pointed.connect(self._on_pointed)
        self.metric_plot.pointed.connect(self._on_pointed)
        self.loss_plot.pressed.connect(self.scrubbed)
        self.metric_plot.pressed.connect(self.scrubbed)
        theme.changed.connect(self._on_theme_changed)

    def _metric_title(self) -> str:
        titles = {
            "accuracy": self.tr("Accuracy"),
            "top_k_accuracy": self.tr("Top-{k} accuracy").format(k=self._document.training.top_k),
            "mae": self.tr("Mean absolute error"),
            "mse": self.tr("Mean squared error"),
        }
        return titles[self._document.training.metric]

    def _empty_words(self) -> str:
        if self._training.state != "idle":
            return self.tr("The first step is being prepared…")
        return self.tr("Press Train to see the curves.")

    def _monitor(self) -> str:
        logs = self._series.epochs[-1].logs if self._series.epochs else {}
        return self._document.training.monitor(logs)

    # --- events ------------------------------------------------------------------------

    @Slot(object)
    def _on_run_started(self, event: RunStarted) -> None:
        self._series.start(event)
        self._touch()

    @Slot(object)
    def _on_steps_done(self, event: StepsDone) -> None:
        self._series.add_steps(event)
        self._touch()

    @Slot(object)
    def _on_epoch_done(self, event: EpochDone) -> None:
        self._series.add_epoch(event)
        self._touch()

    @Slot(object)
    def _on_run_finished(self, _event: RunFinished) -> None:
        self._touch()

    @Slot()
    def _on_cleared(self) -> None:
        self._series.clear()
        self._pointed = None
        self._touch()

    @Slot()
    def _on_restored(self) -> None:
        self._series.load(self._training.history)
        self._touch()

    @Slot(str)
    def _on_state_changed(self, _state: str) -> None:
        self._touch()

    @Slot(object)
    def _on_training_changed(self, _spec: object) -> None:
        self.metric_plot.set_title(self._metric_title())
        self._touch()

    @Slot(bool)
    def _on_log_toggled(self, log: bool) -> None:
        self.loss_plot.set_log(log)
        self.synchronize()

    @Slot(object)
    def _on_theme_changed(self, tokens: Tokens) -> None:
        self.loss_plot.apply(tokens)
        self.metric_plot.apply(tokens)

    def _touch(self) -> None:
        """Have all of it drawn soon, if anybody looks, after what is already due."""
        every = (self._draw_loss, self._draw_metric, self._draw_words)
        self._due += [draw for draw in every if draw not in self._due]
        if self.isVisible() and not self._timer.isActive():
            self._timer.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= WIDE
        direction = QBoxLayout.Direction
        self._below.setDirection(direction.LeftToRight if wide else direction.TopToBottom)
        # Sentences of one line and of two take the same room: the plots keep their height.
        lines = 2 if wide else 1
        self._reading.setMinimumHeight(lines * self.fontMetrics().lineSpacing() + 12)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._due:
            self.synchronize()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    # --- reading values ----------------------------------------------------------------

    @Slot(object)
    def _on_pointed(self, x: float | None) -> None:
        self._point_at(None if x is None else self._series.nearest(x))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self._series.epochs) - 1
        at = last if self._pointed is None else self._pointed
        moves = {
            Qt.Key.Key_Left: at - 1,
            Qt.Key.Key_Right: at + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
            Qt.Key.Key_Escape: None,
        }
        key = Qt.Key(event.key())
        elsewhere = key == Qt.Key.Key_Escape and self._pointed is None
        if key not in moves or last < 0 or elsewhere:
            super().keyPressEvent(event)
            return
        moved = moves[key]
        self._point_at(None if moved is None else min(max(moved, 0), last))

    def _point_at(self, position: int | None) -> None:
        if position is not None and position >= len(self._series.epochs):
            position = None
        self._pointed = position
        metric = self._document.training.metric
        for plot, name in ((self.loss_plot, "loss"), (self.metric_plot, metric)):
            if position is None:
                plot.point_at(None, [], "")
                continue
            event = self._series.epochs[position]
            values = [
                event.logs.get(name, float("nan")),
                event.logs.get(f"val_{name}", float("nan")),
            ]
            plot.point_at(float(event.epoch), values, self._values_words(event, name, values))

    def _values_words(self, event: EpochDone, name: str, values: list[float]) -> str:
        lines = [
            self.tr("epoch {epoch}").format(epoch=f"<b>{event.epoch:,}</b>"),
            self.tr("training {value}").format(value=f"<b>{values[0]:.4g}</b>"),
            self.tr("validation {value}").format(value=f"<b>{values[1]:.4g}</b>"),
        ]
        if name == "loss":
            rate = self.tr("rate reduced to follow") if event.rate_reduced else ""
            words = self.tr("learning rate {rate}").format(rate=f"{event.learning_rate:.3g}")
            lines.append(f"{words} · {rate}" if rate else words)
        return "<br>".join(lines)
