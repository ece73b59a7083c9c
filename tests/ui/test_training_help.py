"""Help with the training settings: sentences, ranges, defaults, pages, the callbacks' numbers."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, QPoint, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mlp_studio.core.keras_pages import EARLY_STOPPING, REDUCE_LR, loss_page, optimizer_page
from mlp_studio.core.templates import template
from mlp_studio.core.training import OPTIMIZER_TYPES, EarlyStopping, ReduceLROnPlateau
from mlp_studio.studio.document import Document
from mlp_studio.ui.common.web import PageButton
from mlp_studio.ui.data.loss_fields import LOSSES
from mlp_studio.ui.data.training_fields import TrainingFields

LEFT = Qt.MouseButton.LeftButton


class Browser(QObject):
    """Takes what would go to the web."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toString())


@pytest.fixture
def browser(qapp):
    made = Browser()
    QDesktopServices.setUrlHandler("https", made, "open")
    yield made
    QDesktopServices.unsetUrlHandler("https")


@pytest.fixture
def fields(qtbot):
    document = Document(template("spirals-6").project)
    made = TrainingFields(document)
    made.document = document  # type: ignore[attr-defined]
    qtbot.addWidget(made)
    made.resize(300, 900)
    made.show()
    qtbot.waitExposed(made)
    return made


def edit(fields: TrainingFields, **changes) -> None:
    document = fields.document  # type: ignore[attr-defined]
    document.edit("Set", training=document.training.model_copy(update=changes))


def test_every_optimizer_and_loss_has_a_sentence_and_its_page(fields, browser):
    choice, losses = fields.optimizer.choice, fields.loss.loss
    tips = set()
    for row, (kind, cls) in enumerate(OPTIMIZER_TYPES.items()):
        tips.add(choice.itemData(row, Qt.ItemDataRole.ToolTipRole))
        edit(fields, optimizer=cls())
        QTest.mouseClick(fields.optimizer.page, LEFT)
        assert browser.opened.pop() == optimizer_page(cls())
        assert cls.__name__ in fields.optimizer.page.accessibleName()
        assert choice.itemData(row) == kind
    for row, name in enumerate(LOSSES):
        tips.add(losses.itemData(row, Qt.ItemDataRole.ToolTipRole))
        edit(fields, loss=name)
        QTest.mouseClick(fields.loss.page, LEFT)
        assert browser.opened.pop() == loss_page(name)
    assert None not in tips
    assert len(tips) == len(OPTIMIZER_TYPES) + len(LOSSES)
    addresses = {button.address for button in fields.findChildren(PageButton)}
    assert {EARLY_STOPPING, REDUCE_LR} < addresses


def test_a_double_click_on_the_name_goes_back_to_the_default(fields):
    document = fields.document
    row = fields.optimizer.rows["learning_rate"]
    assert "default 0.001" in row.toolTip()
    assert "more than 0, at most 10" in row.toolTip()
    assert document.training.optimizer.learning_rate == 0.0005
    QTest.mouseDClick(row.name, LEFT)
    assert document.training.optimizer.learning_rate == 0.001
    edit(fields, optimizer=OPTIMIZER_TYPES["sgd"]())
    assert "default 0.01" in row.toolTip()  # each has its own
    QTest.mouseDClick(fields.batch.name, LEFT)
    assert document.training.batch_size == 32


def test_the_numbers_of_the_callbacks(fields):
    document = fields.document
    start = document.project
    assert fields.stopping.patience.value == 20
    assert fields.reducing.factor.value == 0.5
    field = fields.stopping.patience.field
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "7")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert document.training.early_stopping.patience == 7
    QTest.mouseClick(fields.stopping.restore, LEFT, pos=QPoint(8, 8))
    assert not document.training.early_stopping.restore_best_weights
    assert document.training.early_stopping.monitor == start.training.early_stopping.monitor
    QTest.mouseDClick(fields.reducing.patience.name, LEFT)
    assert document.training.reduce_lr.patience == ReduceLROnPlateau().patience
    fields.reducing.factor.field.setFocus()
    fields.reducing.factor.field.stepBy(-10)
    assert document.training.reduce_lr.factor == 0.4
    assert document.training.reduce_lr.min_lr == start.training.reduce_lr.min_lr
    while document.undo_stack.canUndo():
        document.undo_stack.undo()
    assert document.project == start


def test_they_are_there_only_where_the_callback_is(fields):
    edit(fields, early_stopping=None, reduce_lr=None)
    assert not fields.stopping.isVisible()
    assert not fields.reducing.isVisible()
    QTest.mouseClick(fields.early, LEFT, pos=QPoint(8, 8))
    assert fields.stopping.isVisible()
    assert fields.document.training.early_stopping == EarlyStopping()


@pytest.mark.parametrize(
    ("changes", "setting", "label"),
    [
        ({"loss": "mean_squared_error"}, "loss", "Mend this"),
        ({"metric": "mae"}, "metric", "Use accuracy"),
        ({"class_weight": (1.0, 2.0)}, "class_weight", "Use balanced class weights"),
    ],
)
def test_what_does_not_suit_the_task_is_told_at_its_field(fields, changes, setting, label):
    document = fields.document
    notes = fields.loss.notes
    assert not any(note.isVisible() for note in notes.values())
    edit(fields, **changes)
    assert [name for name, note in notes.items() if note.isVisible()] == [setting]
    note = notes[setting]
    (problem,) = document.problems
    assert str(problem.what) in note.words.text()
    assert note.repair.text() == label
    assert note.repair.toolTip() == str(problem.repair.label)
    QApplication.processEvents()
    QTest.mouseClick(note.repair, LEFT)
    assert document.problems == ()
    assert not note.isVisible()
    assert document.undo_stack.count() == 2
    document.undo_stack.undo()
    assert note.isVisible()


def test_a_callback_that_watches_nothing_is_told_beneath_the_callbacks(fields):
    edit(fields, early_stopping=EarlyStopping(monitor="val_mae"))
    assert fields.monitor_note.isVisible()
    QApplication.processEvents()
    QTest.mouseClick(fields.monitor_note.repair, LEFT)
    assert fields.document.training.early_stopping.monitor == "val_loss"
    assert not fields.monitor_note.isVisible()
