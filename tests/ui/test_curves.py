"""The Curves panel shows the numbers it is told, calmly, and reads them out."""

from __future__ import annotations

import time

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from mlp_studio.core.events import RunStarted, StepsDone
from mlp_studio.core.templates import template
from mlp_studio.core.training import EarlyStopping
from mlp_studio.studio.document import Document
from mlp_studio.ui.theme import DARK, LIGHT, Theme
from mlp_studio.ui.training.curves import CurvesPanel
from tests.ui.curves_studio import SNAPSHOT, STEPS, Studio, Training, curve, epoch_done, labels

# --- what is drawn -------------------------------------------------------------------------


def test_before_training_there_is_a_sentence_and_no_axes(studio: Studio) -> None:
    assert "Press Train to see the curves." in labels(studio.panel)
    assert not studio.panel.loss_plot.isVisible()


def test_the_curves_are_the_numbers_told(studio: Studio) -> None:
    studio.training.begin()
    for number in range(1, 13):
        studio.training.epoch(number)
    studio.drawn(12)
    panel, epochs = studio.panel, np.arange(1, 13)
    for plot, name in ((panel.loss_plot, "loss"), (panel.metric_plot, "accuracy")):
        for item, key in ((plot.training, name), (plot.validation, f"val_{name}")):
            x, y = curve(item)
            np.testing.assert_array_equal(x, epochs)
            np.testing.assert_array_equal(y, [e.logs[key] for e in studio.training.history])
    x, y = curve(panel.loss_plot.steps)
    np.testing.assert_allclose(x[[0, STEPS - 1, -1]], [1 / STEPS, 1, 12])
    np.testing.assert_allclose(y[[0, -1]], [2.0, 2.0 / 12])


def test_single_steps_show_before_the_first_epoch_and_go_when_it_ends(studio: Studio) -> None:
    studio.training.begin()
    studio.training.steps_done.emit(StepsDone(1, 0, np.array([2.0, 1.9, 1.8])))
    panel = studio.panel
    studio.qtbot.waitUntil(lambda: len(curve(panel.loss_plot.steps)[0]) == 3)
    assert panel.loss_plot.isVisible()
    assert "each step" in labels(panel)
    studio.training.epoch(1)
    studio.training.end(SNAPSHOT)
    studio.qtbot.waitUntil(lambda: len(curve(panel.loss_plot.steps)[0]) == 0)
    assert "each step" not in labels(panel)


def test_the_best_epoch_is_marked_and_named_by_the_monitor(studio: Studio) -> None:
    studio.training.begin()
    for number in range(1, 9):
        studio.training.epoch(number, val_loss=0.1 if number == 5 else None)
    studio.drawn(8)
    plot = studio.panel.loss_plot
    assert plot.best.isVisible()
    assert plot.best.value() == 5
    assert studio.panel.metric_plot.best.value() == 5
    assert "best epoch 5" in labels(studio.panel)
    by_accuracy = studio.document.training.model_copy(
        update={"early_stopping": EarlyStopping(monitor="val_accuracy")}
    )
    studio.document.edit("Watch accuracy", training=by_accuracy)
    studio.qtbot.waitUntil(lambda: studio.panel.settled and plot.best.value() == 8)


def test_reductions_of_the_rate_are_ticks_where_they_happened(studio: Studio) -> None:
    studio.training.begin()
    for number in range(1, 9):
        studio.training.epoch(number, reduced=number in {3, 6})
    studio.drawn(8)
    x, _ = curve(studio.panel.loss_plot.reductions)
    assert x.tolist() == [3, 3, 6, 6]
    assert "rate reduced" in labels(studio.panel)


def test_the_reading_is_that_of_the_curves(studio: Studio) -> None:
    studio.training.begin()
    studio.training.epoch(1)
    studio.drawn(1)
    assert studio.panel.reading.startswith("Too early to tell")
    for number in range(2, 20):
        studio.training.epoch(number)
    studio.drawn(19)
    assert studio.panel.reading.startswith("Validation follows training closely")


def test_a_run_that_goes_on_from_restored_weights_replaces_what_was_given_up(
    studio: Studio,
) -> None:
    studio.training.begin()
    for number in range(1, 11):
        studio.training.epoch(number)
    studio.training.end(SNAPSHOT)
    studio.training.run_started.emit(RunStarted(2, "CPU", STEPS, 8, 20))
    studio.training.epoch_done.emit(epoch_done(8, val_loss=9.0))
    studio.drawn(8)
    x, y = curve(studio.panel.loss_plot.validation)
    assert x.tolist() == list(range(1, 9))
    assert y[-1] == 9.0


def test_new_weights_clear_the_curves(studio: Studio) -> None:
    studio.training.begin()
    studio.training.epoch(1)
    studio.drawn(1)
    studio.training.end(SNAPSHOT)
    studio.training.history.clear()
    studio.training.cleared.emit()
    studio.qtbot.waitUntil(lambda: "Press Train to see the curves." in labels(studio.panel))


def test_a_restored_history_is_drawn_in_place_of_the_former_one(studio: Studio) -> None:
    studio.training.begin()
    studio.training.epoch(1)
    studio.drawn(1)
    studio.training.end(SNAPSHOT)
    studio.training.history = [epoch_done(number) for number in range(1, 8)]
    studio.training.restored.emit()
    studio.drawn(7)


def test_a_panel_made_later_shows_the_history(qtbot: QtBot) -> None:
    training = Training()
    training.history = [epoch_done(number) for number in range(1, 6)]
    document = Document(template("spirals-6").project)
    panel = CurvesPanel(document, training, Theme("dark"))  # type: ignore[arg-type]
    qtbot.addWidget(panel)
    assert len(curve(panel.loss_plot.training)[0]) == 5


def test_the_metric_is_named_by_the_training(qtbot: QtBot) -> None:
    document = Document(template("egg-crate").project)
    panel = CurvesPanel(document, Training(), Theme("light"))  # type: ignore[arg-type]
    qtbot.addWidget(panel)
    assert panel.metric_plot.plot.accessibleName() == "Mean absolute error"
    mse = document.training.model_copy(update={"metric": "mse"})
    document.edit("Another metric", training=mse)
    assert panel.metric_plot.plot.accessibleName() == "Mean squared error"


def test_the_logarithmic_scale_shows_logarithms(studio: Studio) -> None:
    studio.training.begin()
    for number in range(1, 11):
        studio.training.epoch(number)
    studio.drawn(10)
    QTest.mouseClick(studio.panel.log_scale, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    assert studio.panel.log_scale.isChecked()
    _, y = curve(studio.panel.loss_plot.training)
    np.testing.assert_allclose(10**y, [2.0 / n for n in range(1, 11)])
    assert curve(studio.panel.metric_plot.training)[1][0] == pytest.approx(0.1)


# --- calm ----------------------------------------------------------------------------------


class Paints(QObject):
    count = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def test_many_events_are_few_pictures_and_the_newest_wins(studio: Studio) -> None:
    studio.training.begin()
    studio.training.epoch(1)
    studio.drawn(1)
    paints = Paints()
    studio.panel.loss_plot.plot.viewport().installEventFilter(paints)
    start = time.perf_counter()
    for number in range(2, 402):
        studio.training.epoch(number)
        QApplication.processEvents()
    studio.drawn(401)
    seconds = time.perf_counter() - start
    assert paints.count <= 2 * (seconds * 1000 / 33 + 2)
    assert paints.count < 400


def test_nothing_is_drawn_while_nobody_looks(studio: Studio) -> None:
    studio.training.begin()
    studio.training.epoch(1)
    studio.drawn(1)
    studio.panel.hide()
    for number in range(2, 50):
        studio.training.epoch(number)
    QApplication.processEvents()
    assert len(curve(studio.panel.loss_plot.training)[0]) == 1
    studio.panel.show()
    studio.drawn(49)


# --- reading values ------------------------------------------------------------------------


def test_the_mouse_reads_the_nearest_epoch_in_both_plots(studio: Studio) -> None:
    studio.training.begin()
    for number in range(1, 21):
        studio.training.epoch(number, reduced=number == 7)
    studio.drawn(20)
    plot = studio.panel.loss_plot
    view = plot.plot.getViewBox()
    scene = view.mapViewToScene(view.mapToView(view.mapFromView(QPoint(7, 1))))
    QTest.mouseMove(plot.plot.viewport(), plot.plot.mapFromScene(scene) + QPoint(3, 0))
    studio.qtbot.waitUntil(plot.readout.isVisible)
    assert plot.crosshair.value() == 7
    words = plot.readout.text()
    assert "<b>7</b>" in words
    assert "training <b>0.2857</b>" in words
    assert "validation <b>0.2571</b>" in words
    assert "learning rate 0.0005 · rate reduced to follow" in words
    other = studio.panel.metric_plot.readout
    assert other.isVisible()
    assert "training <b>0.8714</b>" in other.text()
    QApplication.sendEvent(plot.plot.viewport(), QEvent(QEvent.Type.Leave))
    assert not plot.readout.isVisible()
    assert not other.isVisible()


def test_the_readout_stays_inside_the_plot(studio: Studio) -> None:
    studio.training.begin()
    for number in range(1, 21):
        studio.training.epoch(number)
    studio.drawn(20)
    studio.panel.setFocus()
    for key in (Qt.Key.Key_Home, Qt.Key.Key_End):
        QTest.keyClick(studio.panel, key)
        for plot in (studio.panel.loss_plot, studio.panel.metric_plot):
            assert plot.plot.rect().contains(plot.readout.geometry())


def test_the_arrow_keys_read_epoch_by_epoch(studio: Studio) -> None:
    studio.training.begin()
    for number in range(1, 6):
        studio.training.epoch(number)
    studio.drawn(5)
    readout = studio.panel.loss_plot.readout
    steps = (
        (Qt.Key.Key_Home, 1),
        (Qt.Key.Key_Right, 2),
        (Qt.Key.Key_End, 5),
        (Qt.Key.Key_Right, 5),
        (Qt.Key.Key_Left, 4),
    )
    for key, epoch in steps:
        QTest.keyClick(studio.panel, key)
        assert f"epoch <b>{epoch}</b>" in readout.text()
    QTest.keyClick(studio.panel, Qt.Key.Key_Escape)
    assert not readout.isVisible()


def test_another_look_changes_the_colours(studio: Studio) -> None:
    plot = studio.panel.loss_plot
    assert plot.training.opts["pen"].color().name() == LIGHT.training
    studio.theme.set_mode("dark")
    assert plot.training.opts["pen"].color().name() == DARK.training
    assert plot.validation.opts["pen"].color().name() == DARK.validation


@pytest.mark.parametrize("size", [(980, 330), (760, 250)])
def test_the_legend_is_readable_at_every_size(studio: Studio, size: tuple[int, int]) -> None:
    studio.panel.resize(*size)
    studio.training.begin()
    for number in range(1, 20):
        studio.training.epoch(number, reduced=number == 7)
    studio.drawn(19)

    def clipped() -> list[str]:
        labels = [label for label in studio.panel.findChildren(QLabel) if label.isVisible()]
        single = [label for label in labels if label.text() and not label.wordWrap()]
        return [label.text() for label in single if label.width() < label.sizeHint().width()]

    studio.qtbot.waitUntil(lambda: not clipped())
    assert studio.panel.loss_plot.plot.height() >= 100
