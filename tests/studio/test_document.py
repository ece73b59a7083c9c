"""The document: every edit can be undone, and weights follow the network."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mlp_studio.core.arrays import Weights, frozen
from mlp_studio.core.datasets import DataSpec, Spirals, Split
from mlp_studio.core.events import OptimizerState, Snapshot
from mlp_studio.core.initializers import initial_weights
from mlp_studio.core.layers import BatchNormalization, Dense, Dropout
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.project import ProjectSpec
from mlp_studio.core.templates import template
from mlp_studio.core.training import SGD, Adam
from mlp_studio.studio.document import Document


class Heard:
    """What a document told, in order."""

    def __init__(self, document: Document) -> None:
        self.names: list[str] = []
        self.values: list[Any] = []
        for name in ("network_changed", "training_changed", "data_changed", "problems_changed",
                     "snapshot_changed", "selection_changed", "path_changed",
                     "modified_changed"):  # fmt: skip
            getattr(document, name).connect(lambda value, name=name: self._hear(name, value))
        document.opened.connect(lambda: self._hear("opened", None))

    def _hear(self, name: str, value: Any) -> None:
        self.names.append(name)
        self.values.append(value)


def trained(network: NetworkSpec, epoch: int = 3, seed: int = 7) -> Snapshot:
    return Snapshot(network, initial_weights(network, seed), epoch)


def equal(one: Weights, other: Weights) -> bool:
    return one.keys() == other.keys() and all(
        len(one[name]) == len(other[name])
        and all(np.array_equal(a, b) for a, b in zip(one[name], other[name], strict=True))
        for name in one
    )


def widened(network: NetworkSpec, units: int) -> NetworkSpec:
    return network.replaced("dense", network.layer("dense").model_copy(update={"units": units}))


def wider(document: Document, units: int, merge: str | None = None) -> None:
    document.edit("Widen", network=widened(document.network, units), merge=merge)


def test_an_edit_is_told_undone_and_done_again(document: Document, project: ProjectSpec) -> None:
    heard = Heard(document)
    wider(document, 4)
    assert heard.names == ["network_changed", "modified_changed"]
    assert heard.values[0] == document.network == widened(project.network, 4)
    assert document.undo_stack.undoText() == "Widen"
    document.undo_stack.undo()
    assert document.project == project
    document.undo_stack.redo()
    assert document.network == widened(project.network, 4)


def test_an_edit_that_changes_nothing_is_no_step(document: Document) -> None:
    heard = Heard(document)
    document.edit("Nothing", network=document.network, training=document.training)
    assert document.undo_stack.count() == 0
    assert heard.names == []


def test_only_what_changed_is_told(document: Document) -> None:
    heard = Heard(document)
    document.edit("Batch", training=document.training.model_copy(update={"batch_size": 8}))
    assert heard.names == ["training_changed", "modified_changed"]
    document.edit("Split", data=document.data.model_copy(update={"split": Split(seed=1)}))
    assert heard.names[2:] == ["data_changed"]
    document.edit("Rename", name="another")
    assert heard.names[3:] == []
    assert document.project.name == "another"


def test_edits_of_one_key_are_one_step(document: Document, project: ProjectSpec) -> None:
    for units in (9, 10, 11):
        wider(document, units, merge="units")
    assert document.undo_stack.count() == 1
    document.undo_stack.undo()
    assert document.project == project
    document.undo_stack.redo()
    assert document.network == widened(project.network, 11)


@pytest.mark.parametrize("keys", [(None, None), ("a", "b"), ("a", None), (None, "a")])
def test_edits_of_other_keys_stay_apart(
    document: Document, keys: tuple[str | None, str | None]
) -> None:
    for units, key in zip((9, 10), keys, strict=True):
        wider(document, units, merge=key)
    assert document.undo_stack.count() == 2


def test_dragging_away_and_back_leaves_nothing_to_undo(
    document: Document, project: ProjectSpec
) -> None:
    for units in (9, 10, 8):
        wider(document, units, merge="units")
    assert document.project == project
    assert document.undo_stack.count() == 0
    assert not document.modified


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


def test_clean_and_modified(document: Document, tmp_path: Any) -> None:
    heard = Heard(document)
    assert not document.modified
    wider(document, 5)
    assert document.modified
    document.undo_stack.undo()
    assert not document.modified
    assert [v for n, v in zip(heard.names, heard.values, strict=True) if n == "modified_changed"] \
        == [True, False]  # fmt: skip
    document.set_snapshot(trained(document.network))
    assert document.modified
    document.mark_saved(tmp_path / "x.mlpstudio")
    assert not document.modified
    assert document.path == tmp_path / "x.mlpstudio"
    document.undo_stack.redo()
    assert document.modified


def test_open_begins_anew(document: Document, tmp_path: Any) -> None:
    wider(document, 5)
    document.set_snapshot(trained(document.network))
    document.select(("dense",))
    heard = Heard(document)
    other = template("digits").project
    document.open(other, None, tmp_path / "other.mlpstudio")
    assert document.project == other
    assert document.snapshot is None
    assert document.optimizer_state is None
    assert document.selection == ()
    assert not document.undo_stack.canUndo()
    assert not document.modified
    assert document.path == tmp_path / "other.mlpstudio"
    assert heard.names[-1] == "opened"
    assert set(heard.names) >= {"network_changed", "training_changed", "data_changed",
                                "snapshot_changed", "selection_changed", "path_changed",
                                "modified_changed"}  # fmt: skip


def test_opening_the_same_project_again_is_told(document: Document, project: ProjectSpec) -> None:
    heard = Heard(document)
    document.open(project)
    assert heard.names == ["opened"]


def test_the_selection_follows_the_layers(document: Document) -> None:
    document.select(("dense", "output"))
    heard = Heard(document)
    document.edit("Remove", network=document.network.removed("dense"))
    assert document.selection == ("output",)
    assert heard.values[heard.names.index("selection_changed")] == ("output",)
    document.undo_stack.undo()
    assert document.selection == ("output",)
    document.select(("output",))
    assert heard.names.count("selection_changed") == 1


def test_problems_come_and_go(document: Document) -> None:
    told: list[tuple[Any, ...]] = []
    document.problems_changed.connect(told.append)
    assert document.problems == ()
    document.edit("Remove", network=document.network.removed("output"))
    assert [problem.severity for problem in document.problems] == ["error", "warning"]
    assert told == [document.problems]
    repair = document.problems[0].repair
    assert repair is not None
    document.edit(str(repair.label), network=repair.network, training=repair.training)
    assert document.problems == ()
    assert told[-1] == ()


# --- any sequence of edits -----------------------------------------------------------------

Step = tuple[str, int]
STEPS = st.lists(
    st.tuples(
        st.sampled_from(
            ["add", "remove", "move", "units", "drag", "rate", "data", "name", "train", "new",
             "undo", "redo"]
        ),
        st.integers(0, 5),
    ),
    max_size=25,
)  # fmt: skip


def _apply(document: Document, step: Step) -> None:
    kind, n = step
    network = document.network
    names = [layer.name for layer in network]
    name = names[n % len(names)] if names else None
    if kind == "add":
        layers = (Dense(units=n + 1), Dropout(), BatchNormalization())
        document.edit("Add", network=network.inserted(n, layers[n % 3]))
    elif kind == "remove" and name:
        document.edit("Remove", network=network.removed(name))
    elif kind == "move" and name:
        document.edit("Move", network=network.moved(name, n))
    elif kind in {"units", "drag"} and name and isinstance(network.layer(name), Dense):
        layer = network.layer(name).model_copy(update={"units": n + 1})
        merge = f"units:{name}" if kind == "drag" else None
        document.edit("Units", network=network.replaced(name, layer), merge=merge)
    elif kind == "rate":
        training = document.training.model_copy(
            update={"optimizer": SGD(learning_rate=0.1 * (n + 1))}
        )
        document.edit("Rate", training=training, merge="rate")
    elif kind == "data":
        data = DataSpec(source=Spirals(num_arms=n + 1))
        document.edit("Data", data=data)
    elif kind == "name":
        document.edit("Name", name=f"project {n}")
    elif kind == "train":
        document.set_snapshot(trained(network, epoch=n + 1, seed=n))
    elif kind == "new":
        document.set_snapshot(None)
    elif kind == "undo":
        document.undo_stack.undo()
    elif kind == "redo":
        document.undo_stack.redo()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_undoing_all_leads_to_the_start_and_redoing_all_to_the_end(
    qtbot: Any, project: ProjectSpec, steps: list[Step]
) -> None:
    document = Document(project)
    for step in steps:
        _apply(document, step)
        _whole(document)
    while document.undo_stack.canRedo():
        document.undo_stack.redo()
    end, learnt = document.project, document.snapshot
    while document.undo_stack.canUndo():
        document.undo_stack.undo()
        _whole(document)
    assert document.project == project
    while document.undo_stack.canRedo():
        document.undo_stack.redo()
        _whole(document)
    assert document.project == end
    if learnt is None:
        assert document.snapshot is None
    else:
        assert document.snapshot is not None
        assert equal(document.snapshot.weights, learnt.weights)


def _whole(document: Document) -> None:
    """Check what must hold at any time."""
    snapshot = document.snapshot
    assert set(document.selection) <= {layer.name for layer in document.network}
    if snapshot is not None:
        assert snapshot.network == document.network
        specs = document.network.weight_specs()
        assert {n: [a.shape for a in arrays] for n, arrays in snapshot.weights.items()} == {
            n: [s.shape for s in found] for n, found in specs.items()
        }
        assert not any(a.flags.writeable for arrays in snapshot.weights.values() for a in arrays)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_what_was_learnt_before_surgery_comes_back_exactly(
    qtbot: Any, project: ProjectSpec, steps: list[Step]
) -> None:
    document = Document(project)
    learnt = Snapshot(
        project.network,
        {name: tuple(frozen(a + 1) for a in arrays)
         for name, arrays in initial_weights(project.network, 1).items()},
        5,
    )  # fmt: skip
    document.set_snapshot(learnt)
    for step in steps:
        if step[0] not in {"train", "new"}:
            _apply(document, step)
    while document.undo_stack.canUndo():
        document.undo_stack.undo()
    assert document.snapshot is not None
    assert equal(document.snapshot.weights, learnt.weights)
