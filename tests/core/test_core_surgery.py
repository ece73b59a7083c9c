"""Edits of a trained network: what is kept, and when the function stays."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from mlp_studio.core.arrays import frozen
from mlp_studio.core.events import Snapshot
from mlp_studio.core.forward import forward, predict
from mlp_studio.core.initializers import initial_weights
from mlp_studio.core.layers import (
    Activation,
    AnyLayer,
    BatchNormalization,
    Dense,
    Dropout,
    Flatten,
    LayerNormalization,
    PReLU,
)
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.surgery import CarriedOver, carried_over, passing_units

INPUTS = np.random.default_rng(5).standard_normal((64, 6)).astype(np.float32)


def _network(*layers: AnyLayer, inputs: tuple[int, ...] = (6,)) -> NetworkSpec:
    network = NetworkSpec(input_shape=inputs)
    for layer in layers:
        network = network.inserted(len(network.layers), layer)
    return network


def _trained(network: NetworkSpec) -> Snapshot:
    """Weights none of which is as it begins."""
    rng = np.random.default_rng(3)
    weights = {
        name: tuple(frozen((a + rng.uniform(0.1, 0.6, a.shape)).astype(np.float32)) for a in arrays)
        for name, arrays in initial_weights(network, 1).items()
    }
    return Snapshot(network, weights, epoch=7)


def _with(network: NetworkSpec, layer: str, **changes: object) -> NetworkSpec:
    return network.replaced(layer, network.layer(layer).model_copy(update=changes))


def _grown(before: Snapshot, network: NetworkSpec) -> CarriedOver:
    return carried_over(before, network, seed=2, keep_function=True)


def _gap(before: Snapshot, after: Snapshot, inputs: np.ndarray = INPUTS) -> float:
    was = predict(before.network, before.weights, inputs)
    now = predict(after.network, after.weights, inputs)
    return float(np.abs(was - now).max() / max(1.0, np.abs(was).max()))


PLAIN = _network(
    Dense(name="a", units=5), Dense(name="b", units=4, activation="tanh"), Dense(name="c", units=3)
)


def test_widening_copies_the_old_units_and_begins_the_new_ones() -> None:
    before = _trained(PLAIN)
    after = carried_over(before, _with(PLAIN, "a", units=8), seed=2)
    kernel, bias = after.snapshot.weights["a"]
    fresh = initial_weights(after.snapshot.network, 2)
    np.testing.assert_array_equal(kernel[:, :5], before.weights["a"][0])
    np.testing.assert_array_equal(kernel[:, 5:], fresh["a"][0][:, 5:])
    np.testing.assert_array_equal(bias[:5], before.weights["a"][1])
    np.testing.assert_array_equal(after.snapshot.weights["b"][0][:5], before.weights["b"][0])
    np.testing.assert_array_equal(after.snapshot.weights["b"][0][5:], fresh["b"][0][5:])
    assert after.fresh == 3 * 6 + 3 + 3 * 4
    assert not after.same_function
    assert after.snapshot.epoch == 7


def test_growing_leaves_what_is_computed_and_the_new_units_are_no_twins() -> None:
    before = _trained(PLAIN)
    after = _grown(before, _with(PLAIN, "a", units=9))
    assert after.same_function
    assert _gap(before, after.snapshot) < 1e-5
    kernel = after.snapshot.weights["a"][0]
    assert len(np.unique(kernel, axis=1).T) == 9
    assert not after.snapshot.weights["b"][0][5:].any()


def test_narrowing_keeps_the_first_units_and_their_way_on() -> None:
    before = _trained(PLAIN)
    after = carried_over(before, _with(PLAIN, "a", units=2), seed=2)
    np.testing.assert_array_equal(after.snapshot.weights["a"][0], before.weights["a"][0][:, :2])
    np.testing.assert_array_equal(after.snapshot.weights["b"][0], before.weights["b"][0][:2])
    assert after.fresh == 0
    assert not after.same_function


@pytest.mark.parametrize("between", [BatchNormalization(), PReLU(), Dropout(), Activation()])
def test_growing_goes_through_layers_of_single_units(between: AnyLayer) -> None:
    before = _trained(PLAIN.inserted(1, between))
    after = _grown(before, _with(before.network, "a", units=11))
    assert after.same_function
    assert _gap(before, after.snapshot) < 1e-5
    name = before.network.layers[1].name
    for old, new in zip(before.weights[name], after.snapshot.weights[name], strict=True):
        np.testing.assert_array_equal(new[:5], old)


@pytest.mark.parametrize("between", [LayerNormalization(), Activation(activation="softmax")])
def test_growing_can_not_go_through_layers_of_all_units_and_says_so(between: AnyLayer) -> None:
    before = _trained(PLAIN.inserted(1, between))
    after = _grown(before, _with(before.network, "a", units=11))
    assert not after.same_function
    assert _gap(before, after.snapshot) > 1e-5


@pytest.mark.parametrize(
    "layer",
    [
        Dense(name="new", units=5, activation="relu"),
        Dense(name="new", units=12, activation="relu"),
        Dense(name="new", units=7, activation="linear", use_bias=False),
        BatchNormalization(epsilon=0.01),
        Dropout(),
        Activation(activation="linear"),
    ],
)
def test_a_layer_that_can_begin_as_the_identity_does(layer: AnyLayer) -> None:
    before = _trained(PLAIN)
    after = _grown(before, PLAIN.inserted(1, layer))
    assert after.same_function
    assert _gap(before, after.snapshot) < 1e-5
    assert after.kept == PLAIN.parameters


@pytest.mark.parametrize(
    ("position", "layer"),
    [
        (2, Dense(name="new", units=4, activation="relu")),  # behind tanh: below zero is lost
        (1, Dense(name="new", units=4, activation="relu")),  # too narrow
        (1, Dense(name="new", units=5, activation="tanh")),
        (0, Dense(name="new", units=6, activation="relu")),
        (1, LayerNormalization()),
    ],
)
def test_a_layer_that_can_not_begin_as_the_identity_is_never_said_to(
    position: int, layer: AnyLayer
) -> None:
    before = _trained(PLAIN)
    after = _grown(before, PLAIN.inserted(position, layer))
    assert not after.same_function
    assert _gap(before, after.snapshot) > 1e-5


def test_a_kernel_whose_inputs_all_went_begins_anew_rather_than_dead() -> None:
    before = _trained(PLAIN)
    after = _grown(before, PLAIN.removed("b"))
    fresh = initial_weights(after.snapshot.network, 2)
    np.testing.assert_array_equal(after.snapshot.weights["c"][0], fresh["c"][0])
    np.testing.assert_array_equal(after.snapshot.weights["a"][0], before.weights["a"][0])
    assert not after.same_function


def test_reordering_and_renaming_keep_every_weight() -> None:
    square = _network(*(Dense(name=name, units=6) for name in "abc"))
    before = _trained(square)
    moved = carried_over(before, square.moved("a", 2), seed=2)
    assert moved.fresh == 0
    assert not moved.same_function
    for name in "abc":
        assert moved.snapshot.weights[name] == before.weights[name]
    renamed = carried_over(before, _with(square, "b", name="other"), seed=2)
    assert renamed.fresh == 0
    assert renamed.same_function


def test_more_classes_keep_the_ones_that_were() -> None:
    before = _trained(PLAIN)
    after = _grown(before, _with(PLAIN, "c", units=5))
    np.testing.assert_array_equal(after.snapshot.weights["c"][0][:, :3], before.weights["c"][0])
    assert not after.same_function


def test_pictures_keep_their_place_behind_flatten() -> None:
    network = _network(Flatten(), Dense(name="a", units=4), Dense(name="b", units=2), inputs=(3, 2))
    before = _trained(network)
    after = _grown(before, _with(network, "a", units=9))
    assert after.same_function
    assert _gap(before, after.snapshot, INPUTS.reshape(-1, 3, 2)) < 1e-5
    other = replace(before, network=network)
    smaller = carried_over(other, NetworkSpec(input_shape=(2, 2), layers=network.layers), seed=2)
    assert smaller.fresh == 4 * 4  # no pixel of one is a pixel of the other
    assert not smaller.same_function


LAYERS = st.one_of(
    st.builds(
        Dense,
        units=st.integers(1, 7),
        activation=st.sampled_from(["relu", "linear", "tanh", "softmax", "elu", "sigmoid"]),
        use_bias=st.booleans(),
    ),
    st.builds(Activation, activation=st.sampled_from(["linear", "relu", "softmax", "elu"])),
    st.sampled_from([BatchNormalization(), LayerNormalization(), PReLU(), Dropout(), Flatten()]),
)


@given(
    inputs=st.sampled_from([(6,), (2, 3), (1, 6)]),
    layers=st.lists(LAYERS, max_size=5),
    edits=st.lists(
        st.tuples(
            st.sampled_from(["insert", "remove", "move", "widen", "replace"]),
            st.integers(0, 5),
            st.integers(0, 5),
            LAYERS,
        ),
        min_size=1,
        max_size=4,
    ),
    keep=st.booleans(),
)
def test_any_edit_fits_and_what_is_said_to_stay_stays(
    inputs: tuple[int, ...],
    layers: list[AnyLayer],
    edits: list[tuple[str, int, int, AnyLayer]],
    keep: bool,
) -> None:
    network = _network(*layers, inputs=inputs)
    before = _trained(network)
    for kind, place, to, layer in edits:
        count = len(network.layers)
        if kind == "insert":
            network = network.inserted(place, layer)
        elif count:
            name = network.layers[place % count].name
            if kind == "remove":
                network = network.removed(name)
            elif kind == "move":
                network = network.moved(name, to)
            elif kind == "replace":
                network = network.replaced(name, layer.model_copy(update={"name": name}))
            elif isinstance(old := network.layer(name), Dense):
                network = _with(network, name, units=old.units + to)
    assume(network != before.network)
    after = carried_over(before, network, seed=2, keep_function=keep)
    shapes = {name: [a.shape for a in arrays] for name, arrays in after.snapshot.weights.items()}
    assert shapes == {
        name: [spec.shape for spec in specs] for name, specs in network.weight_specs().items()
    }
    assert after.kept + after.fresh == network.parameters
    assert all(a.flags.writeable is False for ws in after.snapshot.weights.values() for a in ws)
    if after.same_function:
        x = INPUTS.reshape(-1, *inputs)
        reached = [*forward(before.network, before.weights, x).values(), np.zeros(1)]
        size = max(float(np.abs(values).max()) for values in reached)
        assume(np.isfinite(size) and size < 1e4)
        assert _gap(before, after.snapshot, x) < 1e-5


@pytest.mark.parametrize(
    ("activation", "between", "units"),
    [
        ("relu", (), 12),
        ("sigmoid", (Dropout(rate=0.3),), 12),
        ("tanh", (), None),
        ("relu", (BatchNormalization(),), None),
        (None, (), None),
    ],
)
def test_a_relu_layer_as_wide_as_told_passes_everything_on(activation, between, units):
    network = NetworkSpec(input_shape=(5,))
    if activation is not None:
        network = network.inserted(0, Dense(units=12, activation=activation))
    for layer in between:
        network = network.inserted(len(network.layers), layer)
    place = len(network.layers)
    network = network.inserted(place, Dense(name="output", units=3, activation="softmax"))
    assert passing_units(network, place) == units
    snapshot = Snapshot(network, initial_weights(network, 1), 1)
    for width in (12, 13, 64):
        deeper = network.inserted(place, Dense(name="new", units=width, activation="relu"))
        found = carried_over(snapshot, deeper, 2, keep_function=True)
        assert found.same_function == (units is not None)
