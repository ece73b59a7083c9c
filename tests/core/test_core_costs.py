"""Parameters, memory and multiply-adds against numbers worked out by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlp_studio.core.costs import costs, slots
from mlp_studio.core.layers import (
    BatchNormalization,
    Dense,
    Dropout,
    Flatten,
    LayerNormalization,
    PReLU,
)
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.training import SGD, Adadelta, Adagrad, Adam, Lion, RMSprop


def test_the_first_network_of_the_notebooks() -> None:
    network = NetworkSpec(
        input_shape=(28, 28),
        layers=(Flatten(), Dense(units=8), Dense(name="output", units=10, activation="softmax")),
    )
    found = costs(network, Adam())
    assert [layer.parameters for layer in found.layers] == [0, 784 * 8 + 8, 8 * 10 + 10]
    assert found.parameters == found.trainable == 6370
    assert found.fixed == 0
    assert found.forward == 784 * 8 + 8 * 10
    # Forward, both kernels' gradients, and the one gradient between the layers.
    assert found.training == 2 * 784 * 8 + 3 * 8 * 10
    assert found.epoch(100, 20) == 100 * found.training + 20 * found.forward
    assert found.weight_bytes == 4 * 6370
    assert found.optimizer_bytes == 2 * 4 * 6370
    assert found.activation_bytes(32) == 32 * 4 * (784 + 8 + 10)


def test_frozen_layers_and_running_means_do_not_learn() -> None:
    network = NetworkSpec(
        input_shape=(3,),
        layers=(
            Dense(name="frozen", units=5, trainable=False),
            BatchNormalization(),
            PReLU(),
            LayerNormalization(scale=False),
            Dropout(),
            Dense(name="output", units=2),
        ),
    )
    found = costs(network, SGD())
    by_name = {layer.name: layer for layer in found.layers}
    assert (by_name["frozen"].trainable, by_name["frozen"].fixed) == (0, 20)
    assert (by_name["batch_normalization"].trainable, by_name["batch_normalization"].fixed) == (
        10,
        10,
    )
    assert by_name["prelu"].trainable == 5
    assert by_name["layer_normalization"].trainable == 5
    assert (found.trainable, found.fixed) == (10 + 5 + 5 + 12, 30)
    assert by_name["frozen"].training == by_name["frozen"].forward == 15  # nothing before learns
    assert by_name["output"].training == 3 * 10
    assert found.optimizer_bytes == 0


def test_a_dense_layer_on_an_image_works_along_its_last_axis() -> None:
    network = NetworkSpec(input_shape=(4, 6), layers=(Dense(units=5),))
    found = costs(network, Adam())
    assert found.layers[0].output_shape == (4, 5)
    assert found.forward == 4 * 6 * 5
    assert found.parameters == 6 * 5 + 5


def test_an_empty_network_costs_nothing() -> None:
    found = costs(NetworkSpec(input_shape=(2,)), Adam())
    assert (found.layers, found.parameters, found.forward, found.epoch(1000)) == ((), 0, 0, 0)


@pytest.mark.parametrize(
    ("optimizer", "kept"),
    [
        (SGD(), 0),
        (SGD(momentum=0.9), 1),
        (RMSprop(), 1),
        (RMSprop(momentum=0.9, centered=True), 3),
        (Adagrad(), 1),
        (Adadelta(), 2),
        (Lion(), 1),
        (Adam(), 2),
    ],
)
def test_what_optimizers_keep(optimizer, kept) -> None:
    assert slots(optimizer) == kept


@given(
    width=st.integers(1, 50),
    units=st.lists(st.integers(1, 40), min_size=1, max_size=6),
    frozen=st.sets(st.integers(0, 5)),
)
def test_training_takes_between_one_and_three_times_an_answer(width, units, frozen) -> None:
    layers = tuple(
        Dense(name=f"d{k}", units=n, trainable=k not in frozen) for k, n in enumerate(units)
    )
    found = costs(NetworkSpec(input_shape=(width,), layers=layers), Adam())
    assert found.forward <= found.training <= 3 * found.forward
    assert found.parameters == sum(
        (a + 1) * b for a, b in zip([width, *units], units, strict=False)
    )
    assert found.epoch(7, 3) == 7 * found.training + 3 * found.forward
