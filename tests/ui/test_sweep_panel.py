"""The sweep panel, driven by mouse and keyboard, with a real sweep behind it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from pytestqt.qtbot import QtBot

from mlp_studio.core.datasets import DataSpec, Spirals
from mlp_studio.core.layers import Dense
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.project import ProjectSpec
from mlp_studio.core.sweep import FloatRange, IntRange, SweepSpec
from mlp_studio.core.sweep_events import TrialRow
from mlp_studio.core.sweep_space import sweep_of
from mlp_studio.core.templates import template
from mlp_studio.core.training import TrainingSpec
from mlp_studio.studio.document import Document
from mlp_studio.studio.settings import Settings
from mlp_studio.studio.sweeps.controller import SweepController
from mlp_studio.ui.sweep.history import HistoryPlot
from mlp_studio.ui.sweep.panel import SweepPanel
from mlp_studio.ui.sweep.parallel import ParallelPlot
from mlp_studio.ui.sweep.trials import TrialsTable
from mlp_studio.ui.theme import DARK, LIGHT, Theme

LEFT = Qt.MouseButton.LeftButton
SMALL = ProjectSpec(
    name="small spirals",
    data=DataSpec(source=Spirals(n_classes=3, num_arms=3, points_per_arm=30)),
    network=NetworkSpec(
        input_shape=(2,),
        layers=(
            Dense(name="dense", units=8, activation="tanh"),
            Dense(name="output", units=3, activation="softmax"),
        ),
    ),
    training=TrainingSpec(batch_size=16, epochs=40),
)
SPACE = (
    SweepSpec(trials=40)
    .with_search("training/learning_rate", FloatRange(low=0.001, high=0.1, log=True))
    .with_search("hidden/units", IntRange(low=0, high=100))
)


def row(number: int, rate: float, units: int, best: float, state: str = "complete") -> TrialRow:
    values = {"training/learning_rate": rate, "hidden/units": units}
    return TrialRow(number, state, values, best, 3, ((3, best),))  # type: ignore[arg-type]


ROWS = {
    r.number: r
    for r in (row(0, 0.001, 0, 0.2), row(1, 0.01, 50, 0.6), row(2, 0.1, 100, 0.4, "pruned"))
}


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[SimpleNamespace]:
    document = Document(template("digits").project)
    sweeps = SweepController()
    panel = SweepPanel(document, sweeps, Settings(tmp_path / "settings.json"), Theme("light"))
    panel.resize(1000, 500)
    qtbot.addWidget(panel)
    yield SimpleNamespace(document=document, sweeps=sweeps, panel=panel)
    sweeps.close()


def test_ticks_are_edits_that_can_be_undone(desk: SimpleNamespace, qtbot: QtBot) -> None:
    document, space = desk.document, desk.panel.space
    box = space.rows["training/optimizer"].box
    assert not box.isChecked()
    assert document.project.sweep is None
    box.click()
    assert sweep_of(document.project).searched("training/optimizer")
    assert space.rows["training/optimizer"].field.isVisibleTo(desk.panel)
    box.click()
    assert sweep_of(document.project).searched("training/optimizer") is None
    document.undo_stack.undo()
    assert box.isChecked()
    document.undo_stack.undo()
    assert not box.isChecked()
    assert document.project.sweep is None


def test_ranges_are_typed_in_place_and_nonsense_is_explained(
    desk: SimpleNamespace, qtbot: QtBot
) -> None:
    desk.panel.show()
    field = desk.panel.space.rows["hidden/units"].field

    def typed(words: str) -> None:
        field.high.selectAll()
        qtbot.keyClicks(field.high, words)
        qtbot.keyClick(field.high, Qt.Key.Key_Return)

    typed("300")
    assert sweep_of(desk.document.project).searched("hidden/units").high == 300
    for wrong, why in (("2", "low end"), ("many", "whole number"), ("99999999", "from 1 to")):
        typed(wrong)
        assert why in desk.panel.note.text()
        assert sweep_of(desk.document.project).searched("hidden/units").high == 300
    typed("400")
    assert desk.panel.note.isHidden()


def test_names_are_ticked_in_a_menu(desk: SimpleNamespace) -> None:
    field = desk.panel.space.rows["hidden/activation"].field
    actions = {action.data(): action for action in field.names.menu().actions()}
    actions["mish"].trigger()
    assert "mish" in sweep_of(desk.document.project).searched("hidden/activation").values
    for action in actions.values():
        if action.isChecked():
            action.trigger()
    assert len(sweep_of(desk.document.project).searched("hidden/activation").values) == 1


def test_the_list_follows_the_design(desk: SimpleNamespace) -> None:
    space, document = desk.panel.space, desk.document
    assert "layer/dense_1/units" in space.rows
    document.edit("remove", network=document.network.removed("dense_1"))
    assert "layer/dense_1/units" not in space.rows
    document.undo_stack.undo()
    assert "layer/dense_1/units" in space.rows


def test_a_layer_is_searched_from_elsewhere(desk: SimpleNamespace) -> None:
    desk.panel.search_layer("dense_1")
    assert sweep_of(desk.document.project).searched("layer/dense_1/units")
    desk.panel.search_layer("output")
    assert "output" in desk.panel.note.text()


def test_a_sweep_never_loses_its_last_limit(desk: SimpleNamespace) -> None:
    settings = desk.panel.settings
    settings.trials.setValue(0)
    assert sweep_of(desk.document.project).trials is None
    assert settings.minutes.value() > 0
    settings.minutes.setValue(0)
    assert settings.trials.value() > 0
    settings.sampler.setCurrentIndex(settings.sampler.findData("grid"))
    settings.sampler.activated.emit(settings.sampler.currentIndex())
    assert sweep_of(desk.document.project).sampler == "grid"
    assert "combinations" in settings.grid.text()


def test_a_brush_leaves_only_the_lines_through_it(qtbot: QtBot) -> None:
    plot = ParallelPlot(LIGHT)
    qtbot.addWidget(plot)
    plot.resize(600, 300)
    plot.show_trials(ROWS, SPACE)
    plot.grab()
    told: list[set[int] | None] = []
    plot.brushed.connect(told.append)
    axis, (top, middle) = int(plot._x(1)), (int(plot._y(1.0)), int(plot._y(0.3)))
    qtbot.mousePress(plot, LEFT, pos=QPoint(axis, top))
    qtbot.mouseMove(plot, QPoint(axis, middle))
    plot.mouseMoveEvent(_moved(axis, middle))
    qtbot.mouseRelease(plot, LEFT, pos=QPoint(axis, middle))
    assert told[-1] == {1, 2}
    plot.grab()
    qtbot.mouseClick(plot, LEFT, pos=QPoint(axis, top + 20))
    assert told[-1] is None
    assert plot.passing == {0, 1, 2}


def test_a_line_that_is_clicked_is_chosen(qtbot: QtBot) -> None:
    plot = ParallelPlot(DARK)
    qtbot.addWidget(plot)
    plot.resize(600, 300)
    plot.show_trials(ROWS, SPACE)
    between = QPoint(int((plot._x(0) + plot._x(1)) / 2), int(plot._y(0.0)))
    with qtbot.waitSignal(plot.chosen) as chosen:
        qtbot.mouseClick(plot, LEFT, pos=between)
    assert chosen.args == [0]


def _moved(x: int, y: int) -> object:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QMouseEvent

    at = QPointF(x, y)
    none = Qt.KeyboardModifier.NoModifier
    return QMouseEvent(QEvent.Type.MouseMove, at, at, LEFT, LEFT, none)


def test_the_history_has_a_dot_a_trial_and_the_best_so_far(qtbot: QtBot) -> None:
    plot = HistoryPlot(LIGHT)
    qtbot.addWidget(plot)
    plot.resize(500, 300)
    plot.show_trials(ROWS, SPACE)
    assert list(plot.best.getData()[1]) == [0.2, 0.6, 0.6, 0.6]
    assert list(plot.rings.getData()[1]) == [0.4]
    falling = SPACE.model_copy(update={"objective": "val_loss"})
    plot.show_trials(ROWS, falling)
    assert list(plot.best.getData()[1]) == [0.2, 0.2, 0.2, 0.2]
    plot.show_trials({}, SPACE)
    assert plot.best.getData()[0] is None or not len(plot.best.getData()[0])


def test_the_table_sorts_by_value_and_keeps_to_the_brush(qtbot: QtBot) -> None:
    table = TrialsTable()
    qtbot.addWidget(table)
    table.trials.show_trials(ROWS, SPACE, 1)
    table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    model = table.model()
    assert [model.index(place, 0).data() for place in range(3)] == [1, 2, 0]
    table.show_only({0, 2})
    assert [model.index(place, 0).data() for place in range(model.rowCount())] == [2, 0]
    table.select(0)
    assert table.selected == 0
    more = {**ROWS, 3: row(3, 0.05, 10, 0.9)}
    table.show_only(None)
    table.trials.show_trials(more, SPACE, 3)
    assert table.selected == 0
    assert model.index(0, 0).data() == 3


def test_a_sweep_from_start_to_the_network_in_the_builder(
    desk: SimpleNamespace, qtbot: QtBot, tmp_path: Path
) -> None:
    document, panel, sweeps = desk.document, desk.panel, desk.sweeps
    sweep = SweepSpec(trials=3, epochs=2, workers=1, pruner="none").with_search(
        "hidden/units", IntRange(low=20, high=24)
    )
    project = SMALL.model_copy(update={"sweep": sweep})
    document.open(project, path=tmp_path / "spirals.mlpstudio")
    panel.show()
    qtbot.mouseClick(panel.start_button, LEFT)
    assert sweeps.state == "starting"
    with qtbot.waitSignal(sweeps.finished, timeout=150_000) as finished:
        pass
    assert finished.args[0].reason == "trials"
    qtbot.waitUntil(lambda: "3 of 3 trials" in panel.status.text(), timeout=5000)
    best = sweeps.best
    assert best is not None
    assert panel.use_button.text() == "★  Use the best"
    qtbot.mouseClick(panel.use_button, LEFT)
    assert document.network.layer("dense").units == best.values["hidden/units"]
    assert document.snapshot is not None
    assert document.snapshot.epoch == best.best_epoch
    document.undo_stack.undo()
    assert document.project == project
    assert document.snapshot is None
    # What was found is there again for who opens the project later.
    later = SweepController()
    plan = sweeps.plan
    with qtbot.waitSignal(later.trials_changed, timeout=60_000):
        later.look(plan)
    qtbot.waitUntil(lambda: later.state == "idle", timeout=30_000)
    assert later.rows == sweeps.rows
    later.close()
