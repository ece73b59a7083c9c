"""One plot of curves over epochs: training, validation, marks and a reading cursor."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QMargins, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from mlp_studio.ui.theme import RHYTHM, Tokens, font
from mlp_studio.ui.training.legend import FAINT
from mlp_studio.ui.training.series import Series
from mlp_studio.ui.training.ticks import integer_ticks, linear_ticks, log_ticks, nice_step

AXIS_WIDTH = 46  # the same for both plots, so that figures growing longer move nothing
PIXELS_PER_X_MARK = 60
PIXELS_PER_Y_MARK = 28
AHEAD = 0.12  # share of the axes that may be free while a run goes on
FEWEST_EPOCHS = 5  # the axis never shows less: one epoch alone is not stretched over it
NARROWEST = 0.2  # an axis with a ceiling shows at least this share of it
EMPTY: Series = np.zeros(0)


class CurvePlot(QWidget):
    """A quiet plot of two curves over the epochs.

    Parameters
    ----------
    title : str
        Shown above the plot.
    tokens : Tokens
        The colours to begin with; see `apply`.
    corner : QWidget, optional
        Something to stand right of the title.

    Signals
    -------
    pointed(float or None)
        The mouse points at this place on the axis of epochs; None when it left.
    pressed(float)
        The mouse was pressed, or dragged, at this place on the axis of epochs.
    """

    pointed = Signal(object)
    pressed = Signal(float)

    def __init__(
        self,
        title: str,
        tokens: Tokens,
        corner: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._log = False
        self._selected: tuple[Series, Series] = (EMPTY, EMPTY)
        self._x_range = (0.0, 0.0)  # none yet
        self._y_range = (0.0, 0.0)
        self._title = QLabel(title)
        self._title.setProperty("role", "title")
        self.plot = quiet_plot()
        self.plot.setAccessibleName(title)
        self._add_items()
        self.readout = QLabel(self.plot)
        self.readout.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.readout.setTextFormat(Qt.TextFormat.RichText)
        self.readout.hide()
        header = QHBoxLayout()
        header.setContentsMargins(AXIS_WIDTH, 0, RHYTHM, 0)
        header.addWidget(self._title)
        header.addStretch()
        if corner is not None:
            header.addWidget(corner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(QMargins())
        layout.setSpacing(RHYTHM // 2)
        layout.addLayout(header)
        layout.addWidget(self.plot, 1)
        self.plot.viewport().installEventFilter(self)
        self.apply(tokens)

    # --- what it shows -----------------------------------------------------------------

    def set_title(self, title: str) -> None:
        """Name the quantity that is plotted."""
        self._title.setText(title)
        self.plot.setAccessibleName(title)

    def set_log(self, log: bool) -> None:
        """Plot logarithms from the next `draw` on."""
        self._log = log

    def draw(
        self,
        epochs: Series,
        training: Series,
        validation: Series,
        *,
        steps: tuple[Series, Series] = (EMPTY, EMPTY),
        best: float | None = None,
        reductions: Series = EMPTY,
        ceiling: float | None = None,
    ) -> None:
        """Show these curves.

        Parameters
        ----------
        epochs, training, validation : Series of shape (n,)
            The number and the two values of every epoch.
        steps : pair of Series
            Place on the axis of epochs and loss of single steps, drawn faintly behind.
        best : float, optional
            The epoch to mark.
        reductions : Series
            Epochs after which the learning rate was reduced.
        ceiling : float, optional
            A value the quantity never exceeds, such as 1 for accuracy.
        """
        steps_x, steps_y = steps[0], self._scaled(steps[1])
        training, validation = self._scaled(training), self._scaled(validation)
        # A single epoch has no line yet: a dot shows it.
        symbol = "o" if len(epochs) == 1 else None
        self.training.setData(epochs, training, symbol=symbol)
        self.validation.setData(epochs, validation, symbol=symbol)
        selected = self._scaled(self._selected[1])
        self.selected.setData(self._selected[0], selected)
        self.steps.setData(steps_x, steps_y)
        self.best.setVisible(best is not None)
        if best is not None:
            self.best.setValue(best)
        self._set_x_range(epochs, steps_x)
        values = np.concatenate([training, validation, selected])
        self._set_y_range(values[np.isfinite(values)], steps_y[np.isfinite(steps_y)], ceiling)
        self._draw_reductions(reductions)

    def show_selected(self, epochs: Series, values: Series) -> None:
        """Show one more curve from the next `draw` on: that of the selected examples."""
        self._selected = epochs, values

    def point_at(self, epoch: float | None, values: list[float], words: str) -> None:
        """Mark the values of an epoch and read them out beside it; None takes both away."""
        shown = epoch is not None
        self.crosshair.setVisible(shown)
        self.dots.setVisible(shown)
        self.readout.setVisible(shown)
        if epoch is None:
            return
        self.crosshair.setValue(epoch)
        scaled = self._scaled(np.array(values, np.float64))
        finite = np.isfinite(scaled)
        self.dots.setData(np.full(int(finite.sum()), epoch), scaled[finite])
        self.readout.setText(words)
        self.readout.adjustSize()
        high = float(scaled[finite].mean()) if finite.any() else self._y_range[1]
        self._place_readout(epoch, below=high > sum(self._y_range) / 2)

    def mark(self, epoch: float | None) -> None:
        """Mark the moment that is shown elsewhere; None marks none."""
        self.moment.setVisible(epoch is not None)
        if epoch is not None:
            self.moment.setValue(epoch)

    def apply(self, tokens: Tokens) -> None:
        """Take on other colours."""
        self.plot.setBackground(tokens.background)
        self.training.setPen(pg.mkPen(tokens.training, width=2))
        self.validation.setPen(pg.mkPen(tokens.validation, width=2))
        for item, colour in (
            (self.training, tokens.training),
            (self.validation, tokens.validation),
        ):
            item.setSymbolBrush(colour)
            item.setSymbolPen(None)
        dashes = pg.mkPen(tokens.text, width=2, style=Qt.PenStyle.DashLine)
        self.selected.setPen(dashes)
        faint = tokens.colour("training")
        faint.setAlphaF(FAINT)
        self.grid.setPen(pg.mkPen(tokens.line, width=1))
        self.steps.setPen(pg.mkPen(faint, width=1))
        self.best.setPen(pg.mkPen(tokens.validation, width=1, style=Qt.PenStyle.DashLine))
        self.reductions.setPen(pg.mkPen(tokens.muted, width=2))
        self.crosshair.setPen(pg.mkPen(tokens.muted, width=1))
        self.moment.setPen(pg.mkPen(tokens.accent, width=2))
        self.dots.setBrush(tokens.text)
        for side in ("left", "bottom"):
            axis = self.plot.getAxis(side)
            axis.setPen(None)
            axis.setTickPen(None)
            axis.setTextPen(tokens.muted)
        self.readout.setStyleSheet(
            f"background: {tokens.panel}; color: {tokens.text}; border: 1px solid {tokens.line};"
            "border-radius: 6px; padding: 4px 8px;"
        )

    # --- inside ------------------------------------------------------------------------

    def _add_items(self) -> None:
        self.grid = pg.PlotCurveItem(connect="pairs")
        self.steps = pg.PlotCurveItem()
        self.reductions = pg.PlotCurveItem(connect="pairs")
        self.best = pg.InfiniteLine(angle=90, movable=False)
        self.training = pg.PlotDataItem(antialias=True, symbolSize=7)
        self.validation = pg.PlotDataItem(antialias=True, symbolSize=7)
        self.selected = pg.PlotDataItem(antialias=True)
        self.crosshair = pg.InfiniteLine(angle=90, movable=False)
        self.moment = pg.InfiniteLine(angle=90, movable=False)
        self.dots = pg.ScatterPlotItem(size=7, pen=None)
        for item in (
            self.grid,
            self.steps, self.reductions, self.best, self.training, self.validation,
            self.selected,
            self.moment, self.crosshair, self.dots,
        ):  # fmt: skip
            self.plot.addItem(item, ignoreBounds=True)
        self.best.hide()
        self.moment.hide()
        self.crosshair.hide()
        self.dots.hide()

    def _scaled(self, values: Series) -> Series:
        if not self._log:
            return values
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.where(values > 0, np.log10(values), np.nan)

    def _set_x_range(self, epochs: Series, steps_x: Series) -> None:
        low = epochs[0] - 1 if len(epochs) else float(np.floor(steps_x[0])) if len(steps_x) else 0.0
        high = max(epochs[-1] if len(epochs) else 0.0, steps_x[-1] if len(steps_x) else 0.0)
        high = max(high, low + FEWEST_EPOCHS)
        if len(steps_x) and len(epochs) > FEWEST_EPOCHS:  # it grows, a stretch at a time
            kept_low, kept = self._x_range
            span = high - low
            fits = kept_low == low and high <= kept <= high + AHEAD * span
            high = kept if fits else float(np.ceil(high + AHEAD * span / 2))
        if (low, high) != self._x_range:
            self._x_range = (low, high)
            self.plot.setXRange(low, high, padding=0)
            self._set_marks()

    def _set_y_range(self, values: Series, steps: Series, ceiling: float | None) -> None:
        """Fit the epochs and nine in ten of the steps, whose outliers would squeeze the curves."""
        usual = np.quantile(steps, [0.9]) if len(steps) else EMPTY
        seen = np.concatenate([values, usual])
        if not len(seen):
            return
        low, high = float(seen.min()), float(seen.max())
        if ceiling is not None:
            low = min(low, high - NARROWEST * ceiling)
        elif not self._log:
            low = min(low, 0.0)
        step = nice_step(max(high - low, 1e-3 if self._log else 1e-9), 4)
        if ceiling is not None:
            low = np.floor(low / step) * step
            high = min(np.ceil(high / step) * step, ceiling)
        margin = 0.03 * max(high - low, step)  # half a line's width must not be cut off
        wanted = (low - margin, high + margin)
        kept = self._y_range
        if len(steps) and kept[0] <= wanted[0] and wanted[1] <= kept[1]:
            spare = (kept[1] - kept[0]) - (wanted[1] - wanted[0])
            if spare <= AHEAD * (wanted[1] - wanted[0]):
                return  # while it grows: drawing the axes anew takes longer than the curves
        if wanted != kept:
            self._y_range = wanted
            self.plot.setYRange(*wanted, padding=0)
            self._set_marks()

    def _set_marks(self) -> None:
        area = self.plot.getViewBox().rect()
        across = max(2, int(area.width() / PIXELS_PER_X_MARK))
        up = max(2, int(area.height() / PIXELS_PER_Y_MARK))
        low, high = self._y_range
        vertical = log_ticks(low, high) if self._log else linear_ticks(low, high, up)
        self.plot.getAxis("bottom").setTicks([integer_ticks(*self._x_range, across)])
        self.plot.getAxis("left").setTicks([vertical])
        # The axis's own grid would lie over the curves and cut its outermost labels off.
        heights = np.array([place for place, _ in vertical], np.float64)
        self.grid.setData(np.tile(self._x_range, len(heights)), np.repeat(heights, 2))

    def _draw_reductions(self, epochs: Series) -> None:
        low, high = self._y_range
        ends = np.array([low, low + 0.05 * (high - low)])
        self.reductions.setData(np.repeat(epochs, 2), np.tile(ends, len(epochs)))

    def _place_readout(self, epoch: float, *, below: bool) -> None:
        """Put it beside the crosshair, in the half of the plot where the curves are not."""
        view, gap = self.plot.getViewBox(), RHYTHM
        area = self.plot.mapFromScene(view.sceneBoundingRect()).boundingRect()
        x = self.plot.mapFromScene(view.mapViewToScene(pg.Point(epoch, 0.0))).x() + gap
        if x + self.readout.width() > self.plot.width():
            x -= self.readout.width() + 2 * gap
        y = area.bottom() - gap - self.readout.height() if below else area.top() + gap
        self.readout.move(max(0, x), max(0, y))
        self.readout.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and event.type() in {
            QEvent.Type.MouseMove,
            QEvent.Type.MouseButtonPress,
        }:
            scene = self.plot.mapToScene(event.position().toPoint())
            view = self.plot.getViewBox()
            inside = view.sceneBoundingRect().contains(scene)
            x = view.mapSceneToView(scene).x() if inside else None
            if event.type() == QEvent.Type.MouseMove:
                self.pointed.emit(x)
            if x is not None and event.buttons() & Qt.MouseButton.LeftButton:
                self.pressed.emit(x)
        elif event.type() == QEvent.Type.Leave:
            self.pointed.emit(None)
        elif event.type() == QEvent.Type.Resize:
            self._set_marks()
        return super().eventFilter(watched, event)


def quiet_plot() -> pg.PlotWidget:
    """Return a plot that is looked at, without menu, buttons or dragging."""
    plot = pg.PlotWidget(enableMenu=False)
    # The plot makes a menu all the same, owned by nobody: let it go when the plot goes.
    menu = plot.getPlotItem().ctrlMenu
    menu.setParent(plot, menu.windowFlags())
    plot.setMouseEnabled(False, False)
    plot.hideButtons()
    plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    plot.getPlotItem().setContentsMargins(0, RHYTHM // 2, RHYTHM * 2, 0)
    view = plot.getViewBox()
    view.disableAutoRange()
    view.setDefaultPadding(0)
    left, bottom = plot.getAxis("left"), plot.getAxis("bottom")
    for axis in (left, bottom):
        axis.setStyle(
            tickLength=0, tickFont=font(8.5), tickTextOffset=6, hideOverlappingLabels=False
        )
    left.setWidth(AXIS_WIDTH)
    return plot
