"""The Runs page: the table, what is done in it, and what is said of runs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QUndoStack
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from mlp_studio.core.errors import StudioError
from mlp_studio.core.layers import Dropout
from mlp_studio.core.project import ProjectSpec
from mlp_studio.core.training import SGD
from mlp_studio.storage.runs import KeptRun
from mlp_studio.studio.document import Document
from mlp_studio.studio.runs import Runs
from mlp_studio.ui.runs.panel import RunsPanel
from mlp_studio.ui.runs.table import RunsTable
from mlp_studio.ui.theme import Theme
from tests.studio.kept import made_up, parts_of
from tests.ui.runs_bench import Back, NoQueue
from tests.ui.window_studio import SMALL


class Bench:
    """A panel with runs that nobody trained."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot = qtbot
        self.document = Document(SMALL)
        self.runs = Runs(self.document, root=folder)
        self.back = Back()
        self.trained = 0
        self.theme = Theme("light")
        self.queue = NoQueue()
        self.panel = RunsPanel(
            self.runs,
            self.back,
            self._train,
            self.queue,
            self.document,
            self.theme,  # type: ignore[arg-type]
        )
        self.errors: list[Exception] = []
        self.panel.failed.connect(self.errors.append)
        qtbot.addWidget(self.panel)
        self.panel.resize(1000, 360)
        self.panel.show()
        qtbot.waitExposed(self.panel)

    def _train(self) -> None:
        self.trained += 1

    def keep(self, number: int, project: ProjectSpec = SMALL, **known: object) -> KeptRun:
        run = made_up(project, number, **known)
        run = self.runs.prepare().add(run, parts_of(run))
        self.runs.add(run)
        return run

    @property
    def table(self) -> RunsTable:
        return self.panel.table

    @property
    def stack(self) -> QUndoStack:
        return self.document.undo_stack

    def names(self) -> list[str]:
        return [self.table.text(row, "name") for row in range(self.table.proxy.rowCount())]

    def heads(self) -> list[str]:
        return [column.head for column in self.table.runs.columns]

    def place(self, row: int, key: str) -> QPoint:
        index = self.table.proxy.index(row, self.table.column(key))
        return self.table.visualRect(index).center()

    def click(self, row: int, key: str, *, twice: bool = False) -> None:
        viewport, left = self.table.viewport(), Qt.MouseButton.LeftButton
        QTest.mouseClick(viewport, left, pos=self.place(row, key))
        if twice:
            QTest.mouseDClick(viewport, left, pos=self.place(row, key))

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.table, key)


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> Iterator[Bench]:
    made = Bench(qtbot, tmp_path)
    yield made
    made.runs.close()


def changed(**training: object) -> ProjectSpec:
    spec = SMALL.training.model_copy(update=training)
    return SMALL.model_copy(update={"training": spec})


def test_before_the_first_run_it_says_what_comes_here(bench: Bench) -> None:
    assert "kept here" in bench.panel._empty.text()
    assert bench.panel._empty.isVisible()
    assert not bench.table.isVisible()
    bench.keep(1)
    assert bench.table.isVisible()
    assert bench.names() == ["Run 1"]


def test_the_settings_that_differ_are_columns(bench: Bench) -> None:
    bench.keep(1)
    assert "Seed" not in bench.heads()
    bench.keep(2, changed(seed=7, optimizer=SGD(learning_rate=0.5)))
    for head in ("Optimizer", "Learning rate", "Seed", "Accuracy", "Recall", "F1"):
        assert head in bench.heads()
    assert bench.table.text(0, "training.optimizer.kind") == "sgd"
    assert bench.table.text(0, "training.seed") == "7"
    assert bench.table.text(1, "accuracy") == "0.5005"
    bench.stack.undo()
    bench.runs.edit("Delete", {"00000002": None})
    assert "Seed" not in bench.heads()


def test_the_newest_is_first_and_a_click_on_a_head_sorts(bench: Bench) -> None:
    bench.keep(1, scores={"accuracy": 0.7})
    bench.keep(2, scores={"accuracy": None})
    bench.keep(3, scores={"accuracy": 0.9})
    assert bench.names() == ["Run 3", "Run 2", "Run 1"]
    heads = bench.table.horizontalHeader()
    section = bench.table.column("accuracy")
    place = QPoint(heads.sectionViewportPosition(section) + 10, heads.height() // 2)
    QTest.mouseClick(heads.viewport(), Qt.MouseButton.LeftButton, pos=place)
    first = bench.names()
    QTest.mouseClick(heads.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert {tuple(first), tuple(bench.names())} == {
        ("Run 2", "Run 1", "Run 3"),
        ("Run 3", "Run 1", "Run 2"),
    }


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("", [3, 2, 1]),
        ("seed=7", [2]),
        ("accuracy>0.6", [3, 1]),
        ("accuracy>0.6 accuracy<0.8", [1]),
        ("name:good", [3]),
        ('"good one"', [3]),
        ("8 relu", [3, 2, 1]),
        ("optimizer:sgd", [2]),
        ("nothing", []),
        ("epochs>=3 accuracy<=0,7", [1]),
    ],
)
def test_rows_are_filtered_by_words_and_comparisons(
    bench: Bench, typed: str, left: list[int]
) -> None:
    bench.keep(1, scores={"accuracy": 0.7})
    bench.keep(2, changed(seed=7, optimizer=SGD()), scores={"accuracy": None})
    bench.keep(3, name="A good one", scores={"accuracy": 0.9})
    QTest.keyClicks(bench.panel.filter, typed)
    QTest.keyClick(bench.panel.filter, Qt.Key.Key_Return)
    wanted = {3: "A good one", 2: "Run 2", 1: "Run 1"}
    assert bench.names() == [wanted[number] for number in left]
    assert ("of 3 runs" in bench.panel.room.toolTip()) is (len(left) < 3)


def test_a_star_is_set_by_a_click_and_filtered_by(bench: Bench) -> None:
    bench.keep(1)
    bench.keep(2)
    bench.click(1, "star")
    assert bench.runs.get("00000001").starred
    QTest.mouseClick(bench.panel.starred, Qt.MouseButton.LeftButton)
    assert bench.names() == ["Run 1"]
    bench.stack.undo()
    assert bench.names() == []
    bench.stack.redo()
    assert bench.names() == ["Run 1"]


def test_renamed_in_place(bench: Bench, qtbot: QtBot) -> None:
    bench.keep(1)
    bench.click(0, "name", twice=True)
    field = bench.table.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    field.selectAll()
    QTest.keyClicks(field, "Wide")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bench.names() == ["Wide"])
    assert bench.runs.get("00000001").name == "Wide"
    bench.stack.undo()
    assert bench.names() == ["Run 1"]


def test_deleted_with_the_key_and_brought_back(bench: Bench) -> None:
    for number in range(1, 5):
        bench.keep(number)
    bench.table.select(["00000002", "00000003"])
    bench.press(Qt.Key.Key_Delete)
    assert bench.names() == ["Run 4", "Run 1"]
    assert bench.stack.undoText() == "Delete 2 runs"
    bench.stack.undo()
    assert bench.names() == ["Run 4", "Run 3", "Run 2", "Run 1"]


def test_many_come_and_go_and_the_selection_stays(bench: Bench) -> None:
    for number in range(1, 40):
        bench.keep(number)
    bench.table.select(["00000005"])
    bench.runs.edit("Delete", {f"{number:08x}": None for number in range(8, 40)})
    assert bench.table.selected == ("00000005",)
    bench.stack.undo()
    assert bench.table.selected == ("00000005",)
    assert len(bench.names()) == 39


def test_keys_and_double_click_lead_back(bench: Bench) -> None:
    bench.keep(1)
    bench.keep(2)
    bench.table.select(["00000001"])
    bench.press(Qt.Key.Key_Return)
    bench.click(0, "accuracy", twice=True)
    assert bench.back.asked == [
        ("00000001", "Go back to Run 1", None),
        ("00000002", "Go back to Run 2", None),
    ]
    assert bench.trained == 0


def test_the_menu_offers_every_epoch_that_is_kept(bench: Bench) -> None:
    bench.keep(1)
    bench.table.select(["00000001"])
    menu = bench.table.make_menu()
    on = next(
        action.menu()
        for action in menu.actions()
        if action.menu() is not None and action.menu().objectName() == "continue_epochs"
    )
    assert [action.text() for action in on.actions()] == ["2  (best)", "3  (at the end)"]
    on.actions()[0].trigger()
    assert bench.back.asked == [("00000001", "Go back to Run 1, epoch 2", 2)]
    assert bench.trained == 1
    next(action for action in menu.actions() if action.objectName() == "only_best").trigger()
    assert bench.runs.get("00000001").kept_epochs == (2,)
    bench.stack.undo()
    assert bench.runs.get("00000001").kept_epochs == (2, 3)


def test_what_can_not_be_brought_back_is_told(bench: Bench) -> None:
    bench.keep(1)
    bench.back.error = StudioError("no")  # type: ignore[arg-type]
    bench.table.select(["00000001"])
    bench.press(Qt.Key.Key_Return)
    assert bench.errors == [bench.back.error]


def test_curves_lie_over_one_another(bench: Bench) -> None:
    bench.keep(1)
    bench.keep(2)
    bench.table.select(["00000001", "00000002"])
    compare = bench.panel.compare
    assert [curve.name for curve in compare.plot.curves] == ["Run 1", "Run 2"]
    assert compare.plot.curves[0].values.tolist() == pytest.approx([1.5, 0.75, 0.5])
    compare.both.setChecked(True)
    assert [curve.dashed for curve in compare.plot.curves] == [False, True, False, True]
    assert "epoch 2" in compare.plot.read_at(2.1)
    assert "0.75" in compare.plot.read_at(2.1)
    bench.theme.set_mode("dark")
    assert len(compare.plot.curves) == 4


def test_two_runs_are_compared_in_words(bench: Bench, qtbot: QtBot) -> None:
    network = SMALL.network.inserted(1, Dropout(rate=0.2))
    bench.keep(1, scores={"accuracy": 0.80})
    bench.keep(2, SMALL.model_copy(update={"network": network}), scores={"accuracy": 0.85})
    compare = bench.panel.compare
    compare.pages.setCurrentIndex(1)
    bench.table.select(["00000001", "00000002"])
    qtbot.waitUntil(lambda: not compare.busy, timeout=60_000)
    words = compare.words.text()
    assert "+1 layer (Dropout 0.2)" in words
    assert "accuracy +5.00 points; McNemar’s test: p = " in words


def test_more_runs_are_put_side_by_side(bench: Bench) -> None:
    for number in (1, 2, 3):
        bench.keep(number, changed(seed=number), scores={"accuracy": 0.1 * number, "kappa": None})
    compare = bench.panel.compare
    bench.table.select(["00000001", "00000002", "00000003"])
    compare.pages.setCurrentIndex(1)
    assert compare.settings.heads() == ["Setting", "Run 1", "Run 2", "Run 3"]
    assert [compare.settings.text(0, column) for column in range(4)] == ["seed", "1", "2", "3"]
    compare.pages.setCurrentIndex(2)
    assert compare.scores.text(0, 0) == "Accuracy"
    assert compare.scores.text(0, 3).startswith("0.3000")
    assert compare.scores.text(1, 1) == "–"


def test_one_run_is_told_of(bench: Bench) -> None:
    bench.keep(1, device="CPU · 2 cores")
    bench.table.select(["00000001"])
    bench.panel.compare.pages.setCurrentIndex(1)
    words = bench.panel.compare.words.text()
    assert "CPU · 2 cores" in words
    assert "2 → 8 ReLU → 1 sigmoid" in words


def test_notes_are_kept_when_the_field_is_left(bench: Bench) -> None:
    bench.keep(1)
    bench.keep(2)
    compare = bench.panel.compare
    bench.table.select(["00000001"])
    compare.pages.setCurrentIndex(3)
    QTest.keyClicks(compare.notes, "wider")
    bench.table.select(["00000002"])
    assert bench.runs.get("00000001").notes == "wider"
    assert compare.notes.toPlainText() == ""
    bench.table.select(["00000001"])
    assert compare.notes.toPlainText() == "wider"
    bench.stack.undo()
    assert bench.runs.get("00000001").notes == ""
    assert compare.notes.toPlainText() == ""
    bench.stack.redo()
    assert compare.notes.toPlainText() == "wider"


def test_disk_use_is_told(bench: Bench) -> None:
    run = bench.keep(1)
    assert bench.table.text(0, "size") in bench.panel.room.toolTip()
    assert "1 run" in bench.panel.room.toolTip()
    assert run.size > 0
