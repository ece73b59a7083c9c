import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlp_studio.core import initializers
from mlp_studio.core.events import Snapshot
from mlp_studio.core.initializers import NewWeights, initial_weights
from mlp_studio.core.layers import BatchNormalization, Dense, Dropout
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.surgery import adapted, carried_over
from mlp_studio.core.templates import TEMPLATES, template


def _network(*widths: int) -> NetworkSpec:
    network = NetworkSpec(input_shape=(7,))
    for width in widths:
        network = network.inserted(len(network.layers), Dense(units=width))
    return network


@pytest.mark.parametrize("name", TEMPLATES)
def test_weights_have_the_shapes_of_the_spec(name: str) -> None:
    network = TEMPLATES[name].project.network
    weights = initial_weights(network, 0)
    assert {
        layer: [(a.shape, a.dtype.name) for a in arrays] for layer, arrays in weights.items()
    } == {
        layer: [(w.shape, "float32") for w in specs]
        for layer, specs in network.weight_specs().items()
    }


def test_kernels_are_glorot_uniform_and_biases_zero() -> None:
    kernel, bias = initial_weights(_network(400, 300), 3)["dense_1"]
    limit = math.sqrt(6 / (400 + 300))
    assert np.abs(kernel).max() <= limit
    # 120,000 draws: the extremes are reached, mean and spread are the distribution's.
    assert kernel.min() < -0.999 * limit
    assert kernel.max() > 0.999 * limit
    assert abs(kernel.mean()) < 4 * limit / math.sqrt(3 * kernel.size)
    assert kernel.std() == pytest.approx(limit / math.sqrt(3), rel=0.01)
    assert not bias.any()


def test_batch_normalization_begins_as_identity() -> None:
    network = _network(4).inserted(1, BatchNormalization())
    gamma, beta, mean, variance = initial_weights(network, 0)["batch_normalization"]
    assert gamma.all()
    assert not beta.any()
    assert not mean.any()
    assert (variance == 1).all()


@given(st.integers(0, 2**31 - 1))
def test_the_same_seed_gives_the_same_weights(seed: int) -> None:
    network = _network(3, 2)
    first, again = initial_weights(network, seed), initial_weights(network, seed)
    other = initial_weights(network, (seed + 1) % 2**31)
    for layer in first:
        np.testing.assert_array_equal(first[layer][0], again[layer][0])
        assert (first[layer][0] != other[layer][0]).any()


def test_equal_layers_begin_unequal() -> None:
    weights = initial_weights(_network(7, 7), 0)
    assert (weights["dense"][0] != weights["dense_1"][0]).any()


def test_editing_one_layer_leaves_the_others_weights_alone() -> None:
    network = _network(5, 4, 3)
    edited = network.inserted(0, Dropout())
    before, after = initial_weights(network, 9), initial_weights(edited, 9)
    for layer in before:
        np.testing.assert_array_equal(before[layer][0], after[layer][0])


def test_weights_are_read_only() -> None:
    for arrays in initial_weights(_network(2).inserted(0, BatchNormalization()), 0).values():
        for array in arrays:
            with pytest.raises(ValueError, match="read-only"):
                array[...] = 1


def test_surgery_keeps_what_fits() -> None:
    network = _network(5, 4, 3)
    trained = Snapshot(network, initial_weights(network, 1), epoch=12)
    widened = network.replaced("dense_1", Dense(name="dense_1", units=6))
    after = adapted(trained, widened, seed=2)
    assert after.network == widened
    assert after.weights["dense"] is trained.weights["dense"]
    fresh = initial_weights(widened, 2)
    np.testing.assert_array_equal(after.weights["dense_1"][0][:, 4:], fresh["dense_1"][0][:, 4:])
    np.testing.assert_array_equal(after.weights["dense_2"][0][4:], fresh["dense_2"][0][4:])


def test_surgery_without_change_gives_the_snapshot_back() -> None:
    network = _network(5)
    trained = Snapshot(network, initial_weights(network, 1), epoch=3)
    assert adapted(trained, network, seed=2) is trained
    with_dropout = network.inserted(1, Dropout())
    after = adapted(trained, with_dropout, seed=2)
    assert after.weights["dense"] is trained.weights["dense"]
    assert after.weights["dropout"] == ()
    assert after.epoch == 3


def test_new_weights_are_drawn_when_asked_for_and_are_the_initial_ones() -> None:
    network = template("mnist-200-500-200").project.network
    lazy, all_at_once = NewWeights(network, 7), initial_weights(network, 7)
    assert list(lazy) == list(all_at_once)
    assert len(lazy) == len(all_at_once)
    assert not lazy._drawn
    for name, arrays in all_at_once.items():
        assert lazy[name] is lazy[name]
        for drawn, known in zip(lazy[name], arrays, strict=True):
            np.testing.assert_array_equal(drawn, known)
            assert not drawn.flags.writeable
    with pytest.raises(KeyError):
        lazy["nobody"]


def test_widening_draws_only_the_array_that_gets_new_columns(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    network = template("mnist-200-500-200").project.network
    names = [layer.name for layer in network if isinstance(layer, Dense)]
    snapshot = Snapshot(network, initial_weights(network, 1), 3)
    wider = network.replaced(names[1], network.layer(names[1]).model_copy(update={"units": 600}))
    drawn: list[tuple[str, str]] = []
    draw = initializers._draw
    monkeypatch.setattr(
        initializers,
        "_draw",
        lambda spec, seed, layer: (drawn.append((layer, spec.name)), draw(spec, seed, layer))[1],
    )
    grown = carried_over(snapshot, wider, 5, keep_function=True).snapshot.weights
    assert drawn == [(names[1], "kernel"), (names[1], "bias")]
    kernel, _bias = grown[names[2]]
    np.testing.assert_array_equal(kernel[:500], snapshot.weights[names[2]][0])
    assert not kernel[500:].any()
    assert grown[names[0]][0] is snapshot.weights[names[0]][0]
