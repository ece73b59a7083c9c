"""Five hundred edits in a row: always valid or diagnosed, undone and redone exactly."""

from __future__ import annotations

import random
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QGuiApplication

from mlp_studio.core.check import require_trainable
from mlp_studio.core.errors import StudioError
from mlp_studio.core.layers import LAYER_TYPES, Dense
from mlp_studio.core.templates import template
from mlp_studio.engine.keras_files import build
from mlp_studio.studio.document import Document
from mlp_studio.ui.builder.actions import LayerActions

STEPS = 500
KINDS = [*LAYER_TYPES, "features", "output"]
ACTIVATIONS = ("relu", "tanh", "softmax", "linear")
MOST = 24  # layers: beyond that only removing goes on, so that Keras builds it in no time


class Hand:
    """Somebody who does anything at all, the same for the same seed."""

    def __init__(self, seed: int, name: str) -> None:
        self.document = Document(template(name).project)
        self.actions = LayerActions(self.document)
        self.refusals: list[str] = []
        self.actions.refused.connect(self.refusals.append)
        self._random = random.Random(seed)

    def step(self) -> None:
        """Do one thing."""
        pick = self._random
        names = [layer.name for layer in self.document.network]
        if names and pick.random() < 0.7:
            self.document.select(tuple(pick.sample(names, min(len(names), pick.randint(1, 3)))))
        choices = ["delete", "cut", "left", "right", "step", "type", "activation", "undo", "redo"]
        if len(names) < MOST:
            choices += ["add", "add", "add", "paste", "duplicate", "repair", "data"]
        what = pick.choice(choices)
        doing = {
            "add": lambda: self.actions.add(
                pick.choice(KINDS), pick.choice((None, pick.randint(0, len(names))))
            ),
            "paste": self.actions.paste,
            "step": lambda: self.actions.step(pick.choice((-1, 1))),
            "type": lambda: self._type(names),
            "activation": lambda: self.actions.act(f"activation:{pick.choice(ACTIVATIONS)}"),
            "repair": self._repair,
            "data": self._other_data,
            "undo": self.document.undo_stack.undo,
            "redo": self.document.undo_stack.redo,
        }
        doing.get(what, lambda: self.actions.act(what))()

    def _repair(self) -> None:
        for problem in self.document.problems[:1]:
            self.actions.repair(problem)

    def _other_data(self) -> None:
        name = self._random.choice(("digits", "spirals-6", "egg-crate"))
        self.document.edit("Data", data=template(name).project.data)

    def _type(self, names: list[str]) -> None:
        dense = [n for n in names if isinstance(self.document.network.layer(n), Dense)]
        if dense:
            number = self._random.choice(("1", "3", "17", "0", "-4", "word", "1e9"))
            try:
                self.actions.set_number(self._random.choice(dense), "units", number)
            except StudioError as error:
                self.refusals.append(str(error))


@pytest.mark.filterwarnings("ignore:.*softmax over axis:UserWarning")  # as the design has it
@pytest.mark.parametrize("name", ["digits", "spirals-6"])
@settings(max_examples=3, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10_000))
def test_five_hundred_edits(qtbot: Any, name: str, seed: int) -> None:
    QGuiApplication.clipboard().clear()
    hand = Hand(seed, name)
    document, stack = hand.document, hand.document.undo_stack
    start = document.project
    for _ in range(STEPS):
        hand.step()
        _valid_or_diagnosed(document)
    while stack.canRedo():
        stack.redo()
    end = document.project
    _as_keras_has_it(document)
    assert stack.count() > STEPS / 20
    assert all(hand.refusals), "a refusal says why"
    while stack.canUndo():
        stack.undo()
    assert document.project == start
    while stack.canRedo():
        stack.redo()
    assert document.project == end


def _valid_or_diagnosed(document: Document) -> None:
    errors = [problem for problem in document.problems if problem.severity == "error"]
    parts = (document.network, document.training, document.facts)
    if errors:
        assert all(str(error.what) for error in errors)
        with pytest.raises(StudioError):
            require_trainable(*parts)
    else:
        require_trainable(*parts)
        assert document.network.input_shape == document.facts.input_shape


def _as_keras_has_it(document: Document) -> None:
    """Compare shapes and parameters with the model that Keras builds from the design."""
    network = document.network
    model = build(network)
    counts = network.parameter_counts()
    assert model.count_params() == network.parameters
    assert {layer.name: layer.count_params() for layer in model.layers if layer.weights} == {
        name: count for name, count in counts.items() if count
    }
    value = np.zeros((2, *network.input_shape), np.float32)
    for layer, shape in zip(network.layers, network.shapes(), strict=True):
        value = model.get_layer(layer.name)(value)
        assert tuple(value.shape) == (2, *shape)
