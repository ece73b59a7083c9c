"""Undo brings weights and optimizer back: training goes on as if nothing had been edited."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from mlp_studio.core.layers import Dense, Dropout
from mlp_studio.core.training import SGD, Adam, AnyOptimizer, RMSprop
from mlp_studio.studio.document import Document
from mlp_studio.studio.training import TrainingController
from tests.studio.edits import equal, wider
from tests.studio.runs import run


@pytest.mark.parametrize(
    "optimizer",
    [Adam(learning_rate=0.01), SGD(learning_rate=0.05, momentum=0.9), RMSprop(momentum=0.5)],
    ids=lambda optimizer: optimizer.kind,
)
def test_widen_and_undo_then_continue_is_as_if_never_widened(
    qtbot: QtBot, document: Document, controller: TrainingController, optimizer: AnyOptimizer
) -> None:
    training = document.training.model_copy(update={"optimizer": optimizer})
    document.edit("Optimizer", training=training)
    run(qtbot, controller, epochs=3)
    run(qtbot, controller, epochs=2)
    wanted = document.snapshot
    assert wanted is not None

    controller.new_weights()
    run(qtbot, controller, epochs=3)
    learnt, state = document.snapshot, document.optimizer_state
    assert state is not None
    wider(document, 13, merge="edge")
    wider(document, 21, merge="edge")
    assert document.optimizer_state is None  # there are none of the new units
    document.edit("Insert", network=document.network.inserted(1, Dense(name="more", units=21)))
    document.edit("Drop", network=document.network.inserted(2, Dropout(name="drop", rate=0.2)))
    names = [layer.name for layer in document.network]
    assert names == ["dense", "more", "drop", "output"]
    for _ in range(3):
        document.undo_stack.undo()
    assert document.snapshot is learnt
    assert document.optimizer_state is state
    run(qtbot, controller, epochs=2)
    assert document.snapshot is not None
    assert document.snapshot.epoch == wanted.epoch == 5
    assert equal(document.snapshot.weights, wanted.weights)  # bit for bit


def test_training_at_once_after_a_widening_and_undo_of_both_lose_nothing(
    qtbot: QtBot, document: Document, controller: TrainingController
) -> None:
    run(qtbot, controller)
    before, state = document.snapshot, document.optimizer_state
    wider(document, 16)
    controller.train(epochs=2)
    document.undo_stack.undo()  # while it is running, or just about to
    qtbot.waitUntil(lambda: controller.state == "idle", timeout=60_000)
    assert before is not None
    assert document.snapshot is not None
    assert document.snapshot.network == document.network
    assert equal(document.snapshot.weights, before.weights)
    document.undo_stack.redo()
    assert document.network.layer("dense").units == 16  # type: ignore[union-attr]
    document.undo_stack.undo()
    assert document.snapshot is before
    assert document.optimizer_state is state
