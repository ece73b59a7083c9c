"""The moment of the film on the curves: marked, and chosen with a click."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from mlp_studio.ui.training.plot import CurvePlot
from tests.ui import curves_studio, window_studio


def at(plot: CurvePlot, epoch: float) -> QPoint:
    """Return where an epoch is, in pixels of the viewport."""
    view = plot.plot.getViewBox()
    middle = view.sceneBoundingRect().center().y()
    x = view.mapViewToScene(pg.Point(epoch, 0.0)).x()
    return QPoint(round(x), round(middle))


def test_a_moment_is_marked_in_both_plots(studio: curves_studio.Studio) -> None:
    studio.training.begin()
    for number in range(1, 9):
        studio.training.epoch(number)
    studio.drawn(8)
    plots = (studio.panel.loss_plot, studio.panel.metric_plot)
    assert not any(plot.moment.isVisible() for plot in plots)
    studio.panel.mark(3.5)
    for plot in plots:
        assert plot.moment.isVisible()
        assert plot.moment.value() == 3.5
    studio.panel.mark(None)
    assert not any(plot.moment.isVisible() for plot in plots)


def test_a_click_asks_for_the_moment(studio: curves_studio.Studio) -> None:
    studio.training.begin()
    for number in range(1, 9):
        studio.training.epoch(number)
    studio.drawn(8)
    asked: list[float] = []
    studio.panel.scrubbed.connect(asked.append)
    for plot in (studio.panel.loss_plot, studio.panel.metric_plot):
        viewport = plot.plot.viewport()
        QTest.mouseMove(viewport, at(plot, 6))
        assert len(asked) == 0 or asked[-1] != 6
        QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=at(plot, 5))
        assert abs(asked.pop() - 5) < 0.1
        asked.clear()


def test_curves_and_film_show_the_same_moment(window_studio: window_studio.Studio) -> None:
    studio = window_studio
    window, player = studio.window, studio.window.features.player
    studio.click("train")
    studio.until(lambda: len(studio.training.history) == 3 and studio.training.state == "idle")
    studio.until(lambda: not studio.parts.film.busy)
    assert len(player.frames) >= 4
    plot = window.curves.loss_plot
    studio.until(lambda: plot.isVisible() and window.curves.settled)
    QTest.mouseClick(plot.plot.viewport(), Qt.MouseButton.LeftButton, pos=at(plot, 2))
    assert player.shown is not None
    assert player.shown.epoch == 2
    assert plot.moment.value() == 2
    window.tabs.setCurrentWidget(window.features)
    features = window.features
    studio.until(
        lambda: features.frame is not None and features.features.caption == "after epoch 2"
    )
    QTest.mouseClick(features.page.timeline.live, Qt.MouseButton.LeftButton)
    assert not plot.moment.isVisible()
    QTest.mouseClick(features.page.timeline.play, Qt.MouseButton.LeftButton)
    assert player.playing
    window.tabs.setCurrentIndex(0)  # nobody looks any more
    assert not player.playing
