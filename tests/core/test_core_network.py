import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlp_studio.core.errors import StudioError
from mlp_studio.core.layers import (
    L1L2,
    MAX_NAME,
    Activation,
    BatchNormalization,
    Dense,
    Dropout,
    Flatten,
    LayerNormalization,
    LeakyReLU,
    PReLU,
)
from mlp_studio.core.network import NetworkSpec


def _stack(*layers: object, shape: tuple[int, ...] = (2,)) -> NetworkSpec:
    network = NetworkSpec(input_shape=shape)
    for layer in layers:
        network = network.inserted(len(network.layers), layer)  # type: ignore[arg-type]
    return network


def test_shapes_and_parameters_of_the_courses_first_network() -> None:
    network = _stack(Flatten(), Dense(units=8), Dense(units=10), shape=(28, 28))
    assert network.shapes() == ((784,), (8,), (10,))
    assert network.parameter_counts() == {"flatten": 0, "dense": 6280, "dense_1": 90}
    assert network.parameters == 6370
    assert network.output_shape == (10,)


def test_dense_works_on_the_last_axis() -> None:
    network = _stack(Dense(units=3), shape=(28, 28))
    assert network.shapes() == ((28, 3),)
    assert network.parameters == 28 * 3 + 3


def test_weights_have_the_order_and_names_of_keras() -> None:
    network = _stack(Dense(units=5, use_bias=False), BatchNormalization(), Dropout())
    specs = network.weight_specs()
    assert [(w.name, w.shape) for w in specs["dense"]] == [("kernel", (2, 5))]
    assert [w.name for w in specs["batch_normalization"]] == [
        "gamma",
        "beta",
        "moving_mean",
        "moving_variance",
    ]
    assert [w.trainable for w in specs["batch_normalization"]] == [True, True, False, False]
    assert specs["dropout"] == ()


def test_an_empty_network_passes_its_input_on() -> None:
    network = NetworkSpec(input_shape=(28, 28))
    assert network.output_shape == (28, 28)
    assert network.shapes() == ()
    assert network.parameters == 0


def test_names_are_kept_when_free_and_numbered_when_taken() -> None:
    network = _stack(Dense(), Dense(), Dense(name="head_7"))
    assert [layer.name for layer in network] == ["dense", "dense_1", "head_7"]
    assert network.inserted(0, Dense(name="dense_1")).layers[0].name == "dense_2"
    assert network.unused_name("head_7") == "head_1"
    assert network.unused_name("tail_3") == "tail_3"


def test_the_longest_name_can_be_duplicated() -> None:
    name = "a" * MAX_NAME
    network = _stack(Dense(name=name), Dense(name=name))
    assert network.layers[1].name == "a" * (MAX_NAME - 2) + "_1"


def test_inserting_out_of_range_goes_to_the_nearer_end() -> None:
    network = _stack(Dense(name="a"), Dense(name="b"))
    assert [layer.name for layer in network.inserted(-1, Dense(name="c"))] == ["c", "a", "b"]
    assert [layer.name for layer in network.inserted(99, Dense(name="c"))] == ["a", "b", "c"]


def test_moving_puts_the_layer_at_the_position_of_the_result() -> None:
    network = _stack(*(Dense(name=name) for name in "abcd"))
    assert "".join(layer.name for layer in network.moved("a", 2)) == "bcad"
    assert "".join(layer.name for layer in network.moved("d", 0)) == "dabc"
    assert "".join(layer.name for layer in network.moved("b", 99)) == "acdb"
    assert network.moved("c", 2) == network


def test_replacing_refuses_the_name_of_another_layer() -> None:
    network = _stack(Dense(name="a"), Dense(name="b"))
    with pytest.raises(StudioError, match=r"already called “b”.*Choose a name"):
        network.replaced("a", Dense(name="b"))
    assert network.replaced("a", Dense(name="c")).index("c") == 0


def test_unknown_names_are_key_errors() -> None:
    network = _stack(Dense())
    for edit in (network.layer, network.index, network.removed):
        with pytest.raises(KeyError, match="nobody"):
            edit("nobody")


layers = st.one_of(
    st.builds(
        Dense,
        name=st.sampled_from(["dense", "dense_1", "output", "x" * MAX_NAME]),
        units=st.integers(1, 64),
        use_bias=st.booleans(),
    ),
    st.just(Flatten()),
    st.just(BatchNormalization()),
    st.builds(Dropout, name=st.sampled_from(["dropout", "dense"])),
)
edits = st.lists(
    st.tuples(
        st.sampled_from(["insert", "insert", "remove", "move", "replace"]),
        st.integers(-2, 12),
        st.integers(0, 12),
        layers,
    ),
    max_size=25,
)
shapes = st.lists(st.integers(1, 9), min_size=1, max_size=3).map(tuple)


@given(shapes, edits)
def test_any_edits_keep_names_unique_and_shapes_consistent(shape: tuple, steps: list) -> None:
    network = NetworkSpec(input_shape=shape)
    for kind, position, which, layer in steps:
        before = network
        names = [other.name for other in network]
        if kind == "insert":
            network = network.inserted(position, layer)
            assert len(network.layers) == len(names) + 1
        elif names:
            name = names[which % len(names)]
            if kind == "remove":
                network = network.removed(name)
                assert name not in [other.name for other in network]
            elif kind == "move":
                network = network.moved(name, position)
                assert sorted(other.name for other in network) == sorted(names)
            elif layer.name == name or layer.name not in names:
                network = network.replaced(name, layer)
                assert network.layer(layer.name) == layer
        assert [other.name for other in before] == names  # specs never change
        _check_consistent(network)


def _check_consistent(network: NetworkSpec) -> None:
    names = [layer.name for layer in network]
    assert len(set(names)) == len(names)
    shapes = network.shapes()
    specs = network.weight_specs()
    assert list(specs) == names
    before = network.input_shape
    for layer, shape in zip(network, shapes, strict=True):
        if isinstance(layer, Dense):
            assert shape == (*before[:-1], layer.units)
            assert specs[layer.name][0].shape == (before[-1], layer.units)
        elif isinstance(layer, Flatten):
            assert shape == (math.prod(before),)
        else:
            assert shape == before
        before = shape
    assert network.parameters == sum(w.size for ws in specs.values() for w in ws)


def test_a_layer_written_by_an_earlier_version_is_read_with_the_defaults() -> None:
    written = (
        '{"input_shape": [2], "layers": [{"kind": "dense", "name": "dense", "units": 4, '
        '"activation": "tanh", "use_bias": true, "kernel_regularizer": {"l1": 0.0, "l2": 0.1}}]}'
    )
    expected = Dense(units=4, activation="tanh", kernel_regularizer=L1L2(l2=0.1))
    assert NetworkSpec.model_validate_json(written).layers == (expected,)


def test_the_further_layers_keep_the_shape_and_have_keras_arrays() -> None:
    network = NetworkSpec(
        input_shape=(3, 4),
        layers=(LayerNormalization(center=False), Activation(), LeakyReLU(), PReLU()),
    )
    assert network.shapes() == ((3, 4),) * 4
    assert [
        [(spec.name, spec.shape) for spec in specs] for specs in network.weight_specs().values()
    ] == [[("gamma", (4,))], [], [], [("alpha", (3, 4))]]
    assert network.ending == ()
