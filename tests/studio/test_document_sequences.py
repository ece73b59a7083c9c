"""Any sequence of edits of the document can be undone and done again."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mlp_studio.core.arrays import frozen
from mlp_studio.core.datasets import DataSpec, Spirals
from mlp_studio.core.events import Snapshot
from mlp_studio.core.initializers import initial_weights
from mlp_studio.core.layers import BatchNormalization, Dense, Dropout
from mlp_studio.core.project import ProjectSpec
from mlp_studio.core.training import SGD
from mlp_studio.studio.document import Document
from tests.studio.edits import equal, trained

Step = tuple[str, int]

STEPS = st.lists(
    st.tuples(
        st.sampled_from(
            ["add", "remove", "move", "units", "drag", "rate", "data", "name", "train", "new",
             "best", "undo", "redo"]
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
    elif kind == "best":
        document.edit("Best", weights=trained(network, epoch=n + 1, seed=n + 10))
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
