"""Every number of the training has a field that shows it as it is and leads back to its default."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QSlider, QWidget

from mlp_studio.core.parameters import parameters
from mlp_studio.core.schedules import SCHEDULE_TYPES
from mlp_studio.core.templates import template
from mlp_studio.core.training import (
    OPTIMIZER_TYPES,
    Adagrad,
    Adam,
    EarlyStopping,
    ReduceLROnPlateau,
    TrainingSpec,
)
from mlp_studio.studio.document import Document
from mlp_studio.ui.common.fields import NumberRow
from mlp_studio.ui.common.parameter_words import short
from mlp_studio.ui.common.spins import FineSpin, next_round
from mlp_studio.ui.data.training_fields import TrainingFields

LEFT, Key = Qt.MouseButton.LeftButton, Qt.Key


class Desk:
    """The training fields with all that is behind *More…* opened."""

    def __init__(self, qtbot) -> None:
        self.document = Document(template("spirals-6").project)
        self.fields = TrainingFields(self.document)
        qtbot.addWidget(self.fields)
        self.fields.resize(288, 1400)
        self.fields.show()
        qtbot.waitExposed(self.fields)
        for more in (self.fields.optimizer.more, self.fields.loss.more, self.fields.more):
            QTest.mouseClick(more.button, LEFT)

    @property
    def training(self) -> TrainingSpec:
        return self.document.training

    def put(self, **changes: object) -> None:
        training = TrainingSpec.model_validate({**self.training.model_dump(), **changes})
        self.document.edit("Set", training=training)

    def type_into(self, row: NumberRow, words: str) -> None:
        row.field.setFocus()
        row.field.selectAll()
        QTest.keyClicks(row.field, words)
        QTest.keyClick(row.field, Key.Key_Return)

    def undo_all(self) -> None:
        while self.document.undo_stack.canUndo():
            self.document.undo_stack.undo()
        assert self.document.project == template("spirals-6").project


@pytest.fixture
def desk(qtbot) -> Desk:
    return Desk(qtbot)


def fields_of(spec: type) -> set[str]:
    """Return what a spec holds, its penalties' parts and its tag aside."""
    return set(parameters(spec))


def test_no_parameter_of_the_training_is_without_a_field(desk):
    fields = desk.fields
    for kind, optimizer in OPTIMIZER_TYPES.items():
        desk.put(optimizer=optimizer().model_dump())
        shown = {name for name, row in fields.optimizer.rows.items() if row.isVisible()}
        switches = {"nesterov": fields.optimizer.nesterov, "centered": fields.optimizer.centered}
        shown |= {name for name, box in switches.items() if box.isVisible()}
        assert shown == fields_of(optimizer) - {"clipvalue", "clipnorm", "global_clipnorm"}, kind
    for kind, schedule in SCHEDULE_TYPES.items():
        desk.put(schedule=schedule().model_dump())
        rows = fields.optimizer.schedule.rows
        assert {name for name, row in rows.items() if row.isVisible()} == fields_of(schedule), kind
    assert {"monitor", "restore_best_weights", *fields.stopping.rows} == fields_of(EarlyStopping)
    assert {"monitor", *fields.reducing.rows} == fields_of(ReduceLROnPlateau)
    elsewhere: dict[str, QWidget] = {
        "loss": fields.loss.loss, "label_smoothing": fields.loss.smoothing,
        "huber_delta": fields.loss.delta, "class_weight": fields.loss.class_weights,
        "metric": fields.loss.measure, "top_k": fields.loss.top_k,
        "optimizer": fields.optimizer.choice, "schedule": fields.optimizer.schedule.choice,
        "batch_size": fields.batch, "epochs": fields.epochs, "early_stopping": fields.early,
        "reduce_lr": fields.reduce, "shuffle": fields.shuffle, "seed": fields.seed,
        "precision": fields.precision,
    }  # fmt: skip
    assert set(elsewhere) == fields_of(TrainingSpec)


def rows(desk: Desk) -> Iterator[NumberRow]:
    return (row for row in desk.fields.findChildren(NumberRow) if row.isVisible())


def test_every_number_tells_its_range_and_its_default_and_has_a_name(desk):
    desk.put(
        optimizer=Adagrad().model_dump(), schedule={"kind": "one_cycle"}, metric="top_k_accuracy"
    )
    seen = list(rows(desk))
    assert len(seen) >= 18
    for row in seen:
        sentence, limits, back = row.toolTip().split("\n")
        assert sentence.endswith(".")
        assert " to " in limits or "more than" in limits, limits
        assert "default" in limits
        assert back
        assert limits in row.field.accessibleDescription()
        assert row.field.accessibleName() == row.name.text()
        assert row.field.minimum() <= row.value <= row.field.maximum()
    for box in desk.fields.findChildren(QCheckBox):
        if box not in (desk.fields.early, desk.fields.reduce):
            assert "default" in box.toolTip(), box.text()


def test_the_little_arrow_leads_back_to_the_default(desk):
    row = desk.fields.reducing.min_lr
    assert not row.back.isVisible()
    slider = row.findChild(QSlider)
    left, steps = slider.x(), desk.document.undo_stack.count()
    desk.type_into(row, "2e-5")
    assert desk.training.reduce_lr.min_lr == 2e-5
    assert row.back.isVisible()
    assert slider.x() == left  # nothing moves
    assert row.back.accessibleName() == "Back to the default: Lowest rate"
    QTest.mouseClick(row.back, LEFT)
    assert desk.training.reduce_lr.min_lr == 1e-7
    assert not row.back.isVisible()
    assert row.field.text() == "1e-7"
    assert (
        desk.document.undo_stack.count() == steps
    )  # all in the same field: one step that fell away
    desk.undo_all()


@pytest.mark.parametrize(
    ("words", "value", "shown"),
    [("3e-8", 3e-8, "3e-8"), ("0.0005", 0.0005, "0.0005"), ("0,5", 0.5, "0.5"), ("1", 1.0, "1")],
)
def test_numbers_of_any_size_are_typed_and_shown_as_they_are(desk, words, value, shown):
    row = desk.fields.optimizer.rows["epsilon"]
    desk.type_into(row, words)
    assert desk.training.optimizer.epsilon == value
    assert row.field.text() == shown
    desk.undo_all()


@pytest.mark.parametrize("words", ["0", "-1", "2", "e", "1e", ""])
def test_what_is_no_number_of_the_range_is_not_taken(desk, words):
    row = desk.fields.optimizer.rows["epsilon"]
    desk.type_into(row, words)
    assert desk.training.optimizer.epsilon == 1e-7
    assert row.field.text() == "1e-7"
    assert desk.document.undo_stack.count() == 0


def test_what_a_project_holds_is_shown_even_beyond_the_slider(desk):
    desk.put(
        seed=123_456, epochs=20_000, batch_size=100_000,
        optimizer=Adam(learning_rate=5.0, beta_1=0.12345, epsilon=1e-9).model_dump(),
        reduce_lr=ReduceLROnPlateau(patience=900, min_lr=0.5, cooldown=400).model_dump(),
    )  # fmt: skip
    fields = desk.fields
    assert fields.seed.value == 123_456
    assert fields.epochs.value == 20_000
    assert fields.batch.value == 100_000
    assert fields.optimizer.rows["learning_rate"].field.text() == "5"
    assert fields.optimizer.rows["beta_1"].field.text() == "0.12345"
    assert fields.optimizer.rows["epsilon"].field.text() == "1e-9"
    assert fields.reducing.patience.value == 900
    assert fields.reducing.cooldown.value == 400
    assert fields.reducing.min_lr.value == 0.5
    assert desk.document.undo_stack.count() == 1  # showing changes nothing


def test_arrow_keys_go_through_round_numbers_and_to_zero(desk):
    field = desk.fields.stopping.min_delta.field
    field.setFocus()
    QTest.keyClick(field, Key.Key_Up)
    assert desk.training.early_stopping.min_delta == 1e-6
    for _ in range(3):
        QTest.keyClick(field, Key.Key_Up)
    assert desk.training.early_stopping.min_delta == 1e-5
    for _ in range(4):
        QTest.keyClick(field, Key.Key_Down)
    assert desk.training.early_stopping.min_delta == 0.0
    assert desk.document.undo_stack.count() == 0
    QTest.keyClick(field, Key.Key_Up)
    assert desk.document.undo_stack.undoText() == "Set the least gain of early stopping"
    desk.undo_all()


def test_the_left_end_of_the_slider_is_zero(desk):
    row = desk.fields.reducing.min_delta
    slider = row.findChild(QSlider)
    slider.setFocus()
    QTest.keyClick(slider, Key.Key_Home)
    assert desk.training.reduce_lr.min_delta == 0.0
    QTest.keyClick(slider, Key.Key_End)
    assert desk.training.reduce_lr.min_delta == pytest.approx(0.1)
    assert desk.document.undo_stack.count() == 1
    desk.undo_all()


def choose(combo: QComboBox, data: str) -> None:
    combo.setFocus()
    combo.showPopup()
    view = combo.view()
    QTest.keyClick(view, Key.Key_Home)
    for _ in range(combo.findData(data)):
        QTest.keyClick(view, Key.Key_Down)
    QTest.keyClick(view, Key.Key_Return)


def test_a_callback_watches_what_is_measured_and_knows_which_way_is_better(desk):
    row = desk.fields.stopping.monitor
    names = [row.choice.itemText(k) for k in range(row.choice.count())]
    assert names == ["val_loss ↓", "val_accuracy ↑", "loss ↓", "accuracy ↑"]
    assert not row.back.isVisible()
    choose(row.choice, "val_accuracy")
    assert desk.training.early_stopping.monitor == "val_accuracy"
    assert desk.document.undo_stack.undoText() == "Set what early stopping watches"
    assert "higher" in row.choice.accessibleDescription()
    assert desk.training.reduce_lr.monitor == "val_loss"
    choose(desk.fields.reducing.monitor.choice, "loss")
    assert desk.training.reduce_lr.monitor == "loss"
    desk.put(metric="mse")
    # What is no longer measured stays in sight, and the note beneath offers the repair.
    assert row.choice.currentText() == "val_accuracy ↑"
    assert "never" in row.choice.itemData(row.choice.currentIndex(), Qt.ItemDataRole.ToolTipRole)
    assert [row.choice.itemData(k) for k in range(4)] == ["val_loss", "val_mse", "loss", "mse"]
    assert desk.fields.monitor_note.isVisible()
    QTest.mouseClick(row.back, LEFT)
    assert desk.training.early_stopping.monitor == "val_loss"
    assert row.choice.count() == 4
    assert not desk.fields.monitor_note.isVisible()
    desk.undo_all()


def test_the_order_of_the_examples(desk):
    assert desk.fields.shuffle.isChecked()
    QTest.mouseClick(desk.fields.shuffle, LEFT, pos=desk.fields.shuffle.rect().center() / 4)
    assert not desk.training.shuffle
    QTest.mouseClick(desk.fields.more.button, LEFT)
    assert "1" in desk.fields.more.button.text()
    desk.undo_all()


@given(value=st.floats(1e-12, 1e6))
def test_a_number_s_words_are_that_number(value):
    words = short(value)
    assert float(words) == pytest.approx(value, rel=1e-9)
    assert len(words) <= 17


@given(value=st.floats(1e-9, 1e5), steps=st.integers(1, 30))
def test_round_steps_there_and_back(value, steps):
    smallest = 1e-10
    seen = [value]
    for _ in range(steps):
        seen.append(next_round(seen[-1], 1, smallest))
    assert seen == sorted(set(seen))
    back = seen[-1]
    for known in reversed(seen[1:-1]):
        back = next_round(back, -1, smallest)
        assert back == pytest.approx(known)


def test_a_field_lets_a_number_be_typed_letter_by_letter(qtbot):
    field = FineSpin()
    qtbot.addWidget(field)
    field.setRange(0.0, 1.0)
    field.setKeyboardTracking(False)
    field.show()
    field.selectAll()
    QTest.keyClicks(field, "2.5e-7")
    assert field.text() == "2.5e-7"
    QTest.keyClick(field, Key.Key_Return)
    assert field.value() == 2.5e-7
    field.selectAll()
    QTest.keyClicks(field, "x0.5y")
    QTest.keyClick(field, Key.Key_Return)
    assert field.value() == 0.5
