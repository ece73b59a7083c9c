"""The training settings under a real mouse and a real keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QSlider, QWidget

from mlp_studio.core.devices import DeviceInfo
from mlp_studio.core.schedules import CosineDecay, OneCycle, StepDecay
from mlp_studio.core.templates import template
from mlp_studio.core.text import text
from mlp_studio.core.training import OPTIMIZER_TYPES, SGD, Adam, AdamW, TrainingSpec
from mlp_studio.studio.document import Document
from mlp_studio.ui.common.fields import NumberRow
from mlp_studio.ui.data.loss_fields import LossFields
from mlp_studio.ui.data.optimizer_fields import OptimizerFields
from mlp_studio.ui.data.training_fields import TrainingFields

PLAIN_CPU = DeviceInfo("CPU:0", "cpu", text("CPU · {cores} cores", cores=2))
AMPERE = DeviceInfo(
    "GPU:0", "gpu", text("GPU · {name}", name="A10"), ("mixed_float16", "mixed_bfloat16")
)
TURING = DeviceInfo("GPU:0", "gpu", text("GPU · {name}", name="T4"), ("mixed_float16",))

Key, LEFT = Qt.Key, Qt.MouseButton.LeftButton


class Hand:
    """A person at the settings."""

    def __init__(self, qtbot) -> None:
        plain = TrainingSpec(batch_size=128, epochs=15)
        self.document = Document(template("digits").project.model_copy(update={"training": plain}))
        self.start = self.document.project
        self.fields = TrainingFields(self.document)
        qtbot.addWidget(self.fields)
        self.fields.resize(300, 900)
        self.fields.show()
        qtbot.waitExposed(self.fields)

    @property
    def training(self):
        return self.document.training

    @property
    def optimizer(self) -> OptimizerFields:
        return self.fields.optimizer

    @property
    def loss(self) -> LossFields:
        return self.fields.loss

    @property
    def steps(self) -> int:
        return self.document.undo_stack.count()

    def choose(self, combo: QComboBox, data: str) -> None:
        """Go to an entry in the opened list with the arrow keys and take it."""
        there = combo.findData(data) if combo.findData(data) >= 0 else combo.findText(data)
        combo.setFocus()
        combo.showPopup()
        view = combo.view()
        QTest.keyClick(view, Key.Key_Home)
        for _ in range(there):
            QTest.keyClick(view, Key.Key_Down)
        QTest.keyClick(view, Key.Key_Return)
        assert combo.currentIndex() == there

    def type_into(self, row: NumberRow, words: str) -> None:
        row.field.setFocus()
        row.field.selectAll()
        QTest.keyClicks(row.field, words)
        QTest.keyClick(row.field, Key.Key_Return)

    def drag(self, row: NumberRow) -> None:
        slider = row.findChild(QSlider)
        assert isinstance(slider, QSlider)
        middle = slider.height() // 2
        QTest.mousePress(slider, LEFT, pos=QPoint(slider.width() // 2, middle))
        for x in range(slider.width() // 2, slider.width() - 8, 7):
            QTest.mouseMove(slider, QPoint(x, middle))
        QTest.mouseRelease(slider, LEFT, pos=QPoint(slider.width() - 8, middle))

    def tick(self, box: QCheckBox) -> None:
        QTest.mouseClick(box, LEFT, pos=QPoint(8, box.height() // 2))

    def undo_all(self) -> None:
        while self.document.undo_stack.canUndo():
            self.document.undo_stack.undo()
        assert self.document.project == self.start


@pytest.fixture
def hand(qtbot):
    return Hand(qtbot)


def shown(rows: dict[str, NumberRow]) -> set[str]:
    return {name for name, row in rows.items() if row.isVisible()}


def test_at_first_only_what_is_often_needed_is_shown(hand):
    assert shown(hand.optimizer.rows) == {"learning_rate"}
    assert shown(hand.optimizer.schedule.rows) == set()
    hidden: list[QWidget] = [
        hand.optimizer.clipping, hand.loss.smoothing, hand.loss.measure, hand.loss.delta,
    ]  # fmt: skip
    assert not any(widget.isVisible() for widget in hidden)
    QTest.mouseClick(hand.optimizer.more.button, LEFT)
    assert shown(hand.optimizer.rows) == {
        "learning_rate", "weight_decay", "beta_1", "beta_2", "epsilon",
    }  # fmt: skip
    assert hand.optimizer.clipping.isVisible()
    assert not hand.optimizer.limit.isVisible()
    QTest.mouseClick(hand.optimizer.more.button, LEFT)
    assert shown(hand.optimizer.rows) == {"learning_rate"}
    assert hand.steps == 0


@pytest.mark.parametrize("kind", sorted(set(OPTIMIZER_TYPES) - {"adam"}))
def test_every_optimizer_can_be_chosen_and_shows_its_own_parameters(hand, kind):
    QTest.mouseClick(hand.optimizer.more.button, LEFT)
    hand.choose(hand.optimizer.choice, kind)
    spec = OPTIMIZER_TYPES[kind]()
    assert hand.training.optimizer == spec
    assert shown(hand.optimizer.rows) == {n for n in hand.optimizer.rows if hasattr(spec, n)}
    for name in shown(hand.optimizer.rows):
        assert hand.optimizer.rows[name].value == pytest.approx(getattr(spec, name)), name
    assert hand.optimizer.nesterov.isVisible() == hasattr(spec, "nesterov")
    assert hand.optimizer.centered.isVisible() == hasattr(spec, "centered")
    assert hand.steps == 1
    hand.undo_all()
    assert hand.optimizer.choice.currentData() == "adam"


def test_weight_decay_is_in_view_where_it_matters(hand):
    hand.choose(hand.optimizer.choice, "adamw")
    hand.type_into(hand.optimizer.rows["weight_decay"], "0.02")
    assert hand.training.optimizer == AdamW(weight_decay=0.02)
    assert hand.steps == 2
    hand.undo_all()
    assert not hand.optimizer.rows["weight_decay"].isVisible()


def test_nesterov_wants_momentum(hand):
    hand.choose(hand.optimizer.choice, "sgd")
    QTest.mouseClick(hand.optimizer.more.button, LEFT)
    hand.tick(hand.optimizer.nesterov)
    assert hand.training.optimizer == SGD()  # it is disabled
    hand.type_into(hand.optimizer.rows["momentum"], "0.9")
    hand.tick(hand.optimizer.nesterov)
    assert hand.training.optimizer == SGD(momentum=0.9, nesterov=True)
    assert hand.steps == 3
    hand.undo_all()


def test_a_drag_is_one_step_of_undo(hand):
    hand.drag(hand.optimizer.rows["learning_rate"])
    assert hand.training.optimizer.learning_rate > hand.start.training.optimizer.learning_rate
    assert hand.steps == 1
    hand.undo_all()


def test_clipping_is_of_one_kind_with_a_limit(hand):
    QTest.mouseClick(hand.optimizer.more.button, LEFT)
    rate = hand.start.training.optimizer.learning_rate
    hand.choose(hand.optimizer.clipping, "clipnorm")
    assert hand.training.optimizer == Adam(learning_rate=rate, clipnorm=1.0)
    hand.type_into(hand.optimizer.limit, "0.25")
    hand.choose(hand.optimizer.clipping, "global_clipnorm")
    assert hand.training.optimizer == Adam(learning_rate=rate, global_clipnorm=0.25)
    QTest.mouseClick(hand.optimizer.more.button, LEFT)
    assert "1" in hand.optimizer.more.button.text()  # closed, it tells that something is set
    hand.choose(hand.optimizer.choice, "lion")
    assert hand.training.optimizer.global_clipnorm == 0.25
    QTest.mouseClick(hand.optimizer.more.button, LEFT)
    hand.choose(hand.optimizer.clipping, "")
    assert hand.training.optimizer == OPTIMIZER_TYPES["lion"]()
    assert hand.steps == 5
    hand.undo_all()


def test_schedules(hand):
    schedule = hand.optimizer.schedule
    hand.choose(schedule.choice, "step")
    assert shown(schedule.rows) == {"factor", "every"}
    hand.type_into(schedule.rows["every"], "7")
    assert hand.training.schedule == StepDecay(every=7)
    hand.choose(schedule.choice, "one_cycle")
    assert shown(schedule.rows) == {"rise", "start", "final", "epochs"}
    hand.type_into(schedule.rows["rise"], "40")
    assert hand.training.schedule == OneCycle(rise=0.4)
    hand.choose(schedule.choice, "cosine")
    hand.type_into(schedule.rows["epochs"], "30")
    hand.type_into(schedule.rows["final"], "5")
    assert hand.training.schedule == CosineDecay(epochs=30, final=0.05)
    hand.type_into(schedule.rows["epochs"], "0")
    assert hand.training.schedule == CosineDecay(final=0.05)
    assert schedule.rows["epochs"].field.text() == "auto"
    hand.undo_all()
    assert schedule.choice.currentData() == "constant"
    assert shown(schedule.rows) == set()


def test_losses_and_their_parameters(hand):
    hand.choose(hand.loss.loss, "huber")
    hand.type_into(hand.loss.delta, "0.5")
    assert (hand.training.loss, hand.training.huber_delta) == ("huber", 0.5)
    hand.choose(hand.loss.loss, "categorical_crossentropy")
    assert not hand.loss.delta.isVisible()
    QTest.mouseClick(hand.loss.more.button, LEFT)
    hand.type_into(hand.loss.smoothing, "0.1")
    assert hand.training.label_smoothing == 0.1
    hand.choose(hand.loss.measure, "top_k_accuracy")
    hand.type_into(hand.loss.top_k, "3")
    assert (hand.training.metric, hand.training.top_k) == ("top_k_accuracy", 3)
    assert hand.steps == 6
    hand.undo_all()


def test_early_stopping_on_and_off_are_two_steps(hand):
    was = hand.training.early_stopping is not None
    hand.tick(hand.fields.early)
    assert (hand.training.early_stopping is not None) != was
    hand.tick(hand.fields.early)
    assert hand.steps == 2
    hand.undo_all()


def test_precision_can_be_chosen_where_a_device_has_it(hand, qtbot):
    field = hand.fields.precision
    QTest.mouseClick(hand.fields.more.button, LEFT)
    field.show_devices([AMPERE, PLAIN_CPU])
    assert field.choice.isEnabled()
    assert not field.why.isVisible()
    hand.choose(field.choice, "mixed_bfloat16")
    qtbot.waitUntil(lambda: hand.training.precision == "mixed_bfloat16")
    QTest.mouseClick(hand.fields.more.button, LEFT)
    assert "1" in hand.fields.more.button.text()
    assert hand.steps == 1
    hand.undo_all()
    assert field.choice.currentData() == "float32"


def test_precision_is_disabled_with_a_sentence_where_no_device_has_it(hand):
    field = hand.fields.precision
    QTest.mouseClick(hand.fields.more.button, LEFT)
    assert not field.choice.isEnabled()
    assert "TensorFlow is loaded" in field.why.text()
    field.show_devices([PLAIN_CPU])
    assert not field.choice.isEnabled()
    assert field.why.isVisible()
    assert "compute capability 8.0" in field.why.text()
    QTest.keyClick(field.choice, Key.Key_Down)
    assert hand.steps == 0


def test_each_precision_has_its_own_reason(hand):
    field = hand.fields.precision
    QTest.mouseClick(hand.fields.more.button, LEFT)
    field.show_devices([TURING, PLAIN_CPU])
    enabled = [field.choice.model().item(i).isEnabled() for i in range(3)]
    assert enabled == [True, False, True]
    tip = field.choice.itemData(1, Qt.ItemDataRole.ToolTipRole)
    assert "bfloat16" in tip
    assert "8.0" in tip
    assert not field.choice.itemData(2, Qt.ItemDataRole.ToolTipRole)


def test_a_precision_from_elsewhere_stays_and_can_be_left(hand, qtbot):
    field = hand.fields.precision
    QTest.mouseClick(hand.fields.more.button, LEFT)
    training = hand.training.model_copy(update={"precision": "mixed_float16"})
    hand.document.edit("From a file", training=training)
    field.show_devices([PLAIN_CPU])
    assert field.choice.currentData() == "mixed_float16"
    assert field.choice.isEnabled()
    assert "float16 takes an NVIDIA GPU" in field.why.text()
    hand.choose(field.choice, "float32")
    qtbot.waitUntil(lambda: hand.training.precision == "float32")
    assert not field.choice.isEnabled()


def test_class_weights(hand):
    weights = hand.loss.class_weights
    assert not weights.choice.isVisible()
    QTest.mouseClick(hand.loss.more.button, LEFT)
    assert weights.choice.currentData() == "none"
    assert weights.fields == []
    hand.choose(weights.choice, "balanced")
    assert hand.training.class_weight == "balanced"
    hand.choose(weights.choice, "custom")
    assert hand.training.class_weight == (1.0,) * 10
    assert [field.isVisible() for field in weights.fields] == [True] * 10
    third = weights.fields[3]
    third.setFocus()
    third.selectAll()
    QTest.keyClicks(third, "2.5")
    QTest.keyClick(third, Key.Key_Return)
    QTest.keyClick(third, Key.Key_Up)
    QTest.keyClick(third, Key.Key_Up)
    changed = (1.0, 1.0, 1.0, 2.7, *(1.0,) * 6)
    assert hand.training.class_weight == pytest.approx(changed)
    assert hand.steps == 3
    QTest.mouseClick(hand.loss.more.button, LEFT)
    assert "1" in hand.loss.more.button.text()  # closed, it tells that something is set
    hand.document.undo_stack.undo()
    assert [field.value() for field in weights.fields] == [1.0] * 10
    hand.document.undo_stack.undo()
    assert weights.fields == []
    assert weights.choice.currentData() == "balanced"
    hand.undo_all()


def test_class_weights_are_not_offered_where_there_are_no_classes(hand):
    QTest.mouseClick(hand.loss.more.button, LEFT)
    hand.choose(hand.loss.class_weights.choice, "balanced")
    values = template("egg-crate").project
    hand.document.edit("values", data=values.data)
    assert not hand.loss.class_weights.isVisible()
    QTest.mouseClick(hand.loss.more.button, LEFT)
    assert not any(letter.isdigit() for letter in hand.loss.more.button.text())
    hand.undo_all()
    QTest.mouseClick(hand.loss.more.button, LEFT)
    assert hand.loss.class_weights.isVisible()
