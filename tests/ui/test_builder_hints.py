"""Hints: a quiet count, marks at the layers, and a list that repairs and dismisses."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mlp_studio.core.dataset import Dataset, Part
from mlp_studio.core.layers import Dense, Dropout
from mlp_studio.core.templates import template
from mlp_studio.data.load import load
from tests.ui.builder_hand import Button, Hand, Key


def spoil(hand: Hand) -> None:
    """Make a design of which three things are known to work badly."""
    network = hand.document.network
    network = network.replaced("dense", network.layer("dense").model_copy(update={"units": 4}))
    network = network.inserted(2, Dropout(name="silent", rate=0.9))
    training = hand.document.training
    fast = training.optimizer.model_copy(update={"learning_rate": 5.0})
    hand.document.edit(
        "Spoil", network=network, training=training.model_copy(update={"optimizer": fast})
    )


def badge(hand: Hand, name: str) -> str | None:
    scene = hand.canvas.network_scene
    return next(
        item.badge
        for item, column in zip(scene.columns, scene.layout.columns, strict=True)
        if column.cell.key == name
    )


def open_list(hand: Hand):
    QTest.mouseClick(hand.panel.hints, Button.LeftButton)
    box = hand.panel.hints.box
    assert box.isVisible()
    QApplication.processEvents()  # the rows find their places
    return box


def test_nothing_is_shown_where_there_is_no_advice(qtbot):
    hand = Hand(qtbot, "spirals-6")
    assert not hand.panel.hints.isVisible()


def test_hints_are_counted_and_marked(hand):
    spoil(hand)
    button = hand.panel.hints
    assert button.isVisible()
    assert button.text() == "3 hints"
    assert not hand.canvas.callout.isVisible()  # nothing is wrong
    assert [badge(hand, name) for name in ("dense", "silent", "output")] == ["hint", "hint", None]
    scene = hand.canvas.network_scene
    column = next(c for c in scene.layout.columns if c.cell.key == "silent")
    assert "silences 90 % of its units" in scene.tip(column)
    hand.panel.grab()


def test_a_repair_is_one_click_and_one_step_of_undo(hand):
    spoil(hand)
    box = open_list(hand)
    row = next(row for row in box.rows if row.hint.kind == "high_rate")
    before = hand.document.undo_stack.count()
    QTest.mouseClick(row.repair, Button.LeftButton)
    assert hand.document.undo_stack.count() == before + 1
    assert hand.undo_text == "Use a rate of 0.5"
    assert hand.document.network.layer("silent").rate == 0.5
    assert box.isVisible()
    assert [row.hint.kind for row in box.rows] == ["few_units", "rate"]
    hand.document.undo_stack.undo()
    assert len(box.rows) == 3
    QTest.keyClick(box, Key.Key_Escape)
    assert not box.isVisible()


def test_a_click_on_the_words_selects_the_layer(hand):
    spoil(hand)
    box = open_list(hand)
    row = next(row for row in box.rows if row.hint.kind == "few_units")
    QTest.mouseClick(row, Button.LeftButton, pos=QPoint(20, 12))
    assert hand.document.selection == ("dense",)


def test_dismissed_hints_stay_away_until_they_are_asked_for(hand):
    spoil(hand)
    box = open_list(hand)
    for left in (2, 1, 0):
        QTest.mouseClick(box.rows[0].dismiss, Button.LeftButton)
        QApplication.processEvents()
        assert len(box.rows) == left
    assert not hand.panel.hints.isVisible()
    assert badge(hand, "dense") is None
    assert box.isVisible()
    assert box.restore.text() == "Show dismissed again (3)"
    hand.document.edit("More", network=hand.document.network.removed("silent"))
    assert hand.panel.advice.dismissed == 2
    hand.document.undo_stack.undo()
    assert hand.panel.advice.hints == ()  # another edit brings nothing back
    QTest.mouseClick(box.restore, Button.LeftButton)
    assert hand.panel.hints.text() == "3 hints"
    assert not box.restore.isVisible()
    hand.undo_all()


def test_another_project_begins_with_all_hints(hand):
    spoil(hand)
    for hint in hand.panel.advice.hints:
        hand.panel.advice.dismiss(hint)
    hand.document.open(template("mnist-first").project)
    assert [hint.kind for hint in hand.panel.advice.hints] == ["few_units"]


def test_a_design_with_an_error_has_no_hints_beside_it(hand):
    spoil(hand)
    output = hand.document.network.layer("output").model_copy(update={"units": 7})
    hand.document.edit("Break", network=hand.document.network.replaced("output", output))
    assert hand.canvas.callout.isVisible()
    assert not hand.panel.hints.isVisible()
    assert badge(hand, "silent") is None


def test_what_the_examples_tell(qtbot):
    hand = Hand(qtbot, "spirals-2")
    loaded = load(hand.document.data)
    assert "multiply-adds" not in hand.panel.facts.toolTip()
    hand.panel.advice.observe(loaded)
    assert not hand.panel.hints.isVisible()
    assert "91.1 M multiply-adds an epoch" in hand.panel.facts.toolTip()
    few = Part(loaded.train.x[:16] * 100, loaded.train.y[:16])
    hand.panel.advice.observe(Dataset(loaded.facts, few, loaded.validation))
    kinds = {hint.kind for hint in hand.panel.advice.hints}
    assert kinds == {"scaling", "many_parameters", "large_batch"}
    row = next(row for row in open_list(hand).rows if row.hint.kind == "scaling")
    QTest.mouseClick(row.repair, Button.LeftButton)
    assert hand.document.data.scaling == "standard"
    hand.panel.advice.observe(None)
    assert not hand.panel.hints.isVisible()
    hand.undo_all()


def test_two_hints_at_one_layer_share_its_mark(hand):
    network = hand.document.network
    units = Dense(name="dense", units=4, activation="softmax")
    hand.document.edit("Two", network=network.replaced("dense", units))
    scene = hand.canvas.network_scene
    column = next(c for c in scene.layout.columns if c.cell.key == "dense")
    assert "softmax" in scene.tip(column)
    assert "4 units before 10 classes" in scene.tip(column)
    assert hand.panel.hints.text() == "2 hints"
