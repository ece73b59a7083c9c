"""The document's weights follow the network, and come back with undo."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from mlp_studio.core.datasets import Split
from mlp_studio.core.events import OptimizerState
from mlp_studio.core.forward import predict
from mlp_studio.core.layers import Dense
from mlp_studio.core.project import ProjectSpec
from mlp_studio.core.surgery import CarriedOver
from mlp_studio.core.templates import template
from mlp_studio.core.training import Adam
from mlp_studio.studio.document import Document
from tests.studio.edits import equal, trained, widened, wider


def test_dragging_away_and_back_costs_no_weights(document: Document, project: ProjectSpec) -> None:
    learnt = trained(project.network)
    document.set_snapshot(learnt)
    for units in (9, 10, 8):
        wider(document, units, merge="units")
    assert document.undo_stack.count() == 0
    assert document.snapshot is not None
    assert equal(document.snapshot.weights, learnt.weights)


def test_what_training_made_while_dragging_the_rate_away_and_back_is_kept(
    document: Document, project: ProjectSpec
) -> None:
    learnt = trained(project.network)
    for rate in (0.02, 0.03):
        document.edit("Rate", training=_rate(document, rate), merge="rate")
        document.set_snapshot(learnt)
    document.edit("Rate", training=_rate(document, 0.01), merge="rate")
    assert document.undo_stack.count() == 0
    assert document.snapshot is learnt


def _rate(document: Document, rate: float) -> Any:
    return document.training.model_copy(update={"optimizer": Adam(learning_rate=rate)})


def test_weights_that_fit_are_carried_over_and_all_come_back(document: Document) -> None:
    network = document.network.inserted(1, Dense(name="middle", units=8))
    document.edit("Add", network=network)
    learnt = trained(network)
    document.set_snapshot(learnt)
    document.edit("Remove", network=network.removed("middle"))
    carried = document.snapshot
    assert carried is not None
    assert carried.network == document.network
    assert equal(
        carried.weights, {name: learnt.weights[name] for name in ("dense", "output")}
    )  # both still fit
    document.undo_stack.undo()
    assert document.snapshot is learnt


def test_a_layer_that_no_longer_fits_begins_anew(document: Document) -> None:
    learnt = trained(document.network)
    document.set_snapshot(learnt)
    wider(document, 5)
    carried = document.snapshot
    assert carried is not None
    assert [a.shape for a in carried.weights["dense"]] == [(2, 5), (5,)]
    assert [a.shape for a in carried.weights["output"]] == [(5, 1), (1,)]
    assert carried.epoch == learnt.epoch


def test_what_was_trained_after_an_edit_returns_with_redo(document: Document) -> None:
    before = trained(document.network, epoch=1)
    document.set_snapshot(before)
    wider(document, 5)
    after = trained(document.network, epoch=9, seed=8)
    document.set_snapshot(after)
    document.undo_stack.undo()
    assert document.snapshot is before
    document.undo_stack.redo()
    assert document.snapshot is after


@pytest.mark.parametrize("what", ["rate", "split", "name"])
def test_undoing_what_is_no_surgery_costs_no_weights(document: Document, what: str) -> None:
    if what == "rate":
        document.edit("Rate", training=_rate(document, 0.5))
    elif what == "split":
        document.edit("Split", data=document.data.model_copy(update={"split": Split(seed=1)}))
    else:
        document.edit("Rename", name="another")
    learnt = trained(document.network)
    document.set_snapshot(learnt)
    document.undo_stack.undo()
    assert document.snapshot is learnt
    document.undo_stack.redo()
    assert document.snapshot is learnt


def test_training_of_another_network_is_brought_into_this_one(document: Document) -> None:
    late = trained(document.network)
    wider(document, 5)
    document.set_snapshot(late, _adam(0.1))
    assert document.snapshot is not None
    assert document.snapshot.network == document.network
    assert document.optimizer_state is None


def _adam(rate: float) -> OptimizerState:
    return OptimizerState("adam", 10, rate, {"m": {}, "v": {}})


def test_the_optimizer_goes_on_until_the_network_is_another(document: Document) -> None:
    state = _adam(0.01)
    document.set_snapshot(trained(document.network), state)
    document.edit("Batch", training=document.training.model_copy(update={"batch_size": 8}))
    assert document.optimizer_state is state
    wider(document, 5)
    assert document.optimizer_state is None


def test_weights_always_fit_the_network_when_something_is_told(
    document: Document, project: ProjectSpec
) -> None:
    fits: list[bool] = []

    def look(_value: object) -> None:
        snapshot = document.snapshot
        fits.append(snapshot is None or snapshot.network == document.network)

    for signal in (document.network_changed, document.data_changed, document.snapshot_changed):
        signal.connect(look)
    document.set_snapshot(trained(document.network))
    wider(document, 5)
    document.undo_stack.undo()
    document.undo_stack.redo()
    document.open(template("digits").project)
    document.open(project, trained(widened(project.network, 3)))  # a file whose design moved on
    assert fits
    assert all(fits)


def test_other_weights_are_a_step_of_undo_that_loses_nothing(document: Document) -> None:
    best, last = trained(document.network, epoch=4), trained(document.network, epoch=9, seed=3)
    state = _adam(0.01)
    document.set_snapshot(last, state)
    document.edit("Best", weights=best)
    assert document.snapshot is best
    assert document.optimizer_state is None
    assert document.modified
    document.undo_stack.undo()
    assert document.snapshot is last
    assert document.optimizer_state is state  # training goes on as if nothing had been
    document.undo_stack.redo()
    assert document.snapshot is best
    further, later = trained(document.network, epoch=6, seed=5), _adam(0.005)
    document.set_snapshot(further, later)
    document.undo_stack.undo()
    assert document.snapshot is last
    document.undo_stack.redo()
    assert document.snapshot is further
    assert document.optimizer_state is later


def test_weights_of_another_network_are_brought_into_this_one(document: Document) -> None:
    other = trained(widened(document.network, 3))
    document.edit("Best", weights=other)
    assert document.snapshot is not None
    assert document.snapshot.network == document.network
    assert document.snapshot.epoch == other.epoch


def test_growing_keeps_the_function_unless_told_otherwise(document: Document) -> None:
    learnt = trained(document.network)
    told: list[CarriedOver] = []
    document.carried.connect(told.append)
    document.set_snapshot(learnt)
    wider(document, 20)
    grown = document.snapshot
    assert grown is not None
    x = np.random.default_rng(0).standard_normal((50, 2)).astype(np.float32)
    np.testing.assert_allclose(
        predict(grown.network, grown.weights, x),
        predict(learnt.network, learnt.weights, x),
        atol=1e-5,
    )
    document.undo_stack.undo()
    document.keep_function = False
    wider(document, 20)
    assert [one.same_function for one in told if not one.back] == [True, False]
    other = document.snapshot
    assert other is not None
    assert np.abs(other.weights["output"][0][8:]).min() > 0


def test_undo_and_redo_tell_that_weights_are_back(document: Document) -> None:
    told: list[CarriedOver] = []
    document.carried.connect(told.append)
    wider(document, 20)
    document.undo_stack.undo()
    assert told == []  # untrained: there is nothing to tell
    learnt = trained(document.network)
    document.set_snapshot(learnt)
    wider(document, 12)
    wide = document.snapshot
    document.undo_stack.undo()
    document.undo_stack.redo()
    assert [one.back for one in told] == [False, True, True]
    assert [one.snapshot for one in told] == [wide, learnt, wide]
    document.undo_stack.undo()
    document.edit("Rate", training=_rate(document, 0.5))
    document.undo_stack.undo()
    assert len(told) == 4  # other edits leave the weights alone
