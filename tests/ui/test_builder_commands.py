"""The builder's gestures as pure functions: always a valid network, always a name."""

from __future__ import annotations

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from mlp_studio.core.errors import StudioError
from mlp_studio.core.layers import (
    LAYER_TYPES,
    MAX_UNITS,
    Activation,
    Dense,
    Dropout,
    Flatten,
    GaussianNoise,
    LeakyReLU,
)
from mlp_studio.core.network import MAX_LAYERS, NetworkSpec
from mlp_studio.core.templates import TEMPLATES, template
from mlp_studio.studio.document import Document
from mlp_studio.ui.builder import commands, values
from mlp_studio.ui.builder.gestures import carry_out

DIGITS = template("digits").project
FACTS = Document(DIGITS).facts


def names(network: NetworkSpec) -> list[str]:
    return [layer.name for layer in network]


def test_adding_goes_behind_the_selection_or_before_the_output():
    network = DIGITS.network
    assert commands.position_for("dense", network, (), FACTS) == 5
    assert commands.position_for("dense", network, ("dense",), FACTS) == 2
    assert commands.position_for("dense", network, ("dense", "dropout_1"), FACTS) == 5
    assert commands.position_for("dropout", network, ("output",), FACTS) == 5
    assert commands.position_for("flatten", network, (), FACTS) == 0
    assert commands.position_for("output", network, ("dense",), FACTS) == 6
    unfinished = network.removed("output")
    assert commands.position_for("dense", unfinished, (), FACTS) == 5
    assert commands.position_for("dense", unfinished, ("dropout_1",), FACTS) == 5


def test_an_activation_goes_right_behind_what_is_selected():
    network = DIGITS.network
    assert commands.position_for("activation", network, (), FACTS) == 5
    assert commands.position_for("activation", network, ("output",), FACTS) == 6
    ended = network.inserted(6, Activation(activation="softmax"))
    assert commands.position_for("dense", ended, (), FACTS) == 5
    assert commands.position_for("dropout", ended, ("activation",), FACTS) == 5


def test_every_field_of_a_layer_can_be_set_and_has_words():
    network = DIGITS.network
    fields = {
        "bias_l1": 0.1,
        "bias_l2": 0.2,
        "activity_l1": 0.3,
        "activity_l2": 0.4,
        "kernel_initializer": "he_normal",
        "bias_initializer": "ones",
        "kernel_constraint": "max_norm",
        "bias_constraint": "non_neg",
        "max_norm": 1.5,
        "trainable": False,
    }
    for field, value in fields.items():
        step = commands.change(network, ("dense", "dropout"), field, value)
        assert "dense" in str(step.label)
        network = step.network
    dense = network.layer("dense")
    assert isinstance(dense, Dense)
    assert (dense.bias_regularizer.l1, dense.activity_regularizer.l2) == (0.1, 0.4)
    assert (dense.max_norm, dense.trainable, dense.kernel_constraint) == (1.5, False, "max_norm")
    assert str(step.label) == "Freeze dense"
    assert network.layer("dropout") == DIGITS.network.layer("dropout")


def test_the_numbers_of_the_new_layers_are_stepped():
    network = NetworkSpec(input_shape=(2,), layers=(GaussianNoise(), LeakyReLU()))
    step = commands.step_main(network, ("gaussian_noise", "leaky_relu"), 1)
    assert step is not None
    assert step.network.layers == (GaussianNoise(stddev=0.15), LeakyReLU(negative_slope=0.35))


def test_a_step_says_what_it_does():
    network = DIGITS.network
    step = commands.insert(network, Dropout(), 2)
    assert str(step.label) == "Add Dropout 0.3 after dense"
    assert step.select == ("dropout_2",)
    assert str(commands.insert(network, Flatten(), 0).label) == "Add Flatten at the front"
    assert str(commands.remove(network, ("dense", "dropout")).label) == "Remove 2 layers"
    assert str(commands.move(network, ("dropout",), 2).label) == "Move dropout after dense"
    assert str(commands.move(network, ("dropout",), 0).label) == "Move dropout to the front"
    units = commands.change(network, ("dense_1",), "units", 64)
    assert str(units.label) == "Set units of dense_1 to 64"
    assert str(commands.change(network, ("dropout",), "rate", 0.5).label) == (
        "Set rate of dropout to 0.5"
    )
    assert str(commands.rename(network, "dense", "first").label) == "Rename dense to first"


def test_moving_several_layers_keeps_their_order():
    network = DIGITS.network
    step = commands.move(network, ("dropout_1", "dense"), 6)
    assert names(step.network) == ["flatten", "dropout", "dense_1", "output", "dense", "dropout_1"]
    step = commands.move_by(network, ("dense", "dropout"), 1)
    assert names(step.network) == ["flatten", "dense_1", "dense", "dropout", "dropout_1", "output"]
    assert commands.move_by(network, ("flatten",), -1).network == network


def test_removing_selects_what_follows():
    network = DIGITS.network
    assert commands.remove(network, ("dense",)).select == ("dropout",)
    assert commands.remove(network, ("output",)).select == ("dropout_1",)
    assert commands.remove(network, tuple(names(network))).select == ()


def test_the_activation_applies_to_all_dense_layers():
    network = DIGITS.network
    after = commands.change(network, ("dense", "dropout", "dense_1"), "activation", "tanh").network
    assert [layer.activation for layer in after if isinstance(layer, Dense)] == [
        "tanh",
        "tanh",
        "softmax",
    ]


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("units", 0, "from 1 to 65,536. Received: 0."),
        ("units", MAX_UNITS + 1, "Received: 65537."),
        ("rate", 1.0, "less than 1"),
        ("l2", -1.0, "L2 must be from 0 to 10."),
        ("epsilon", 0.0, "more than 0"),
        ("activation", "nope", "There is no such activation."),
        ("bias_l1", 11.0, "L1 must be from 0 to 10."),
        ("max_norm", 0.0, "more than 0"),
        ("kernel_initializer", "nope", "There is no such choice. Received: nope."),
    ],
)
def test_what_cannot_be_set_is_explained(field, value, words):
    network = commands.insert(DIGITS.network, commands.new_layer("batch_normalization", FACTS), 2)
    with pytest.raises(StudioError, match=words):
        commands.change(network.network, tuple(names(network.network)), field, value)


def test_bad_names_are_explained():
    with pytest.raises(StudioError, match="Another layer is already called “dense_1”"):
        commands.rename(DIGITS.network, "dense", "dense_1")
    with pytest.raises(StudioError, match="can't be a layer's name"):
        commands.rename(DIGITS.network, "dense", "1 layer")


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [("units", " 1,000 ", 1000), ("rate", "0,25", 0.25), ("l2", "1e-4", 1e-4)],
)
def test_numbers_are_read_as_people_type_them(field, typed, value):
    assert values.parsed(field, typed) == value


@pytest.mark.parametrize(("field", "typed"), [("units", "2.5"), ("units", ""), ("rate", "half")])
def test_what_is_no_number_is_refused(field, typed):
    with pytest.raises(StudioError, match="Received"):
        values.parsed(field, typed)


def test_units_step_through_round_numbers_and_back():
    units, seen = 1, [1]
    while units < 256:
        units = values.next_units(units, 1)
        seen.append(units)
    assert seen == [1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256]
    assert values.next_units(200, -1) == 192
    assert values.next_units(1, -1) == 1
    assert values.next_units(MAX_UNITS, 1) == MAX_UNITS


def test_there_is_an_end_to_layers():
    network = NetworkSpec(
        input_shape=(2,), layers=tuple(Dense(name=f"d{k}") for k in range(MAX_LAYERS))
    )
    with pytest.raises(StudioError, match="500 layers at most"):
        commands.insert(network, Dense(), 0)
    with pytest.raises(StudioError, match="500 layers at most"):
        commands.duplicate(network, ("d3",))


class Gestures(RuleBasedStateMachine):
    """Any sequence of gestures leaves a valid network; undoing all of it, the first one."""

    @initialize(name=st.sampled_from(sorted(TEMPLATES)))
    def begin(self, name):
        self.document = Document(template(name).project)
        self.first = self.document.project

    def some(self, data) -> tuple[str, ...]:
        every = names(self.document.network)
        return tuple(data.draw(st.lists(st.sampled_from(every), min_size=1, unique=True)))

    @rule(kind=st.sampled_from([*LAYER_TYPES, "features", "output"]))
    def add(self, kind):
        document = self.document
        place = commands.position_for(kind, document.network, document.selection, document.facts)
        layer = commands.new_layer(kind, document.facts)
        carry_out(document, commands.insert(document.network, layer, place))
        assert document.network.layers[place].name == document.selection[0]

    @precondition(lambda self: self.document.network.layers)
    @rule(data=st.data())
    def remove(self, data):
        carry_out(self.document, commands.remove(self.document.network, self.some(data)))

    @precondition(lambda self: self.document.network.layers)
    @rule(data=st.data(), where=st.integers(0, 60))
    def move(self, data, where):
        network = self.document.network
        gap = where % (len(network.layers) + 1)
        step = commands.move(network, self.some(data), gap)
        assert sorted(names(step.network)) == sorted(names(network))
        carry_out(self.document, step)

    @precondition(lambda self: self.document.network.layers)
    @rule(data=st.data())
    def duplicate(self, data):
        carry_out(self.document, commands.duplicate(self.document.network, self.some(data)[:3]))

    @precondition(lambda self: self.document.network.layers)
    @rule(data=st.data(), direction=st.sampled_from([1, -1]))
    def step(self, data, direction):
        step = commands.step_main(self.document.network, self.some(data), direction)
        if step is not None:
            carry_out(self.document, step)

    @precondition(lambda self: self.document.network.layers)
    @rule(data=st.data(), name=st.text(max_size=8))
    def rename(self, data, name):
        before = self.document.project
        try:
            step = commands.rename(self.document.network, self.some(data)[0], name)
        except StudioError:
            assert self.document.project == before
        else:
            carry_out(self.document, step)

    @rule()
    def undo(self):
        self.document.undo_stack.undo()

    @rule()
    def redo(self):
        self.document.undo_stack.redo()

    @invariant()
    def valid(self):
        if not hasattr(self, "document"):
            return
        network = self.document.network
        assert NetworkSpec.model_validate(network.model_dump()) == network
        assert set(self.document.selection) <= set(names(network))

    def teardown(self):
        if hasattr(self, "document"):
            while self.document.undo_stack.canUndo():
                assert self.document.undo_stack.undoText()
                self.document.undo_stack.undo()
            assert self.document.project == self.first


TestGestures = Gestures.TestCase
TestGestures.settings = settings(max_examples=30, stateful_step_count=25, deadline=None)
