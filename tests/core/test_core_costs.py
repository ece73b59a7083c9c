"""What a network costs, counted by hand."""

from __future__ import annotations

from mlp_studio.core.costs import costs
from mlp_studio.core.layers import BatchNormalization, Dense, Dropout, Flatten
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.templates import template
from mlp_studio.core.training import SGD, Adam, TrainingSpec


def _training(optimizer: object = None, batch: int = 10) -> TrainingSpec:
    base = template("digits").project.training
    return base.model_copy(update={"optimizer": optimizer or Adam(), "batch_size": batch})


NETWORK = NetworkSpec(
    input_shape=(2, 3),
    layers=(
        Flatten(),
        Dense(name="a", units=4),
        BatchNormalization(),
        Dropout(),
        Dense(name="b", units=5, activation="softmax"),
    ),
)


def test_everything_is_counted() -> None:
    found = costs(NETWORK, _training(), examples=100)
    assert [row.parameters for row in found.layers] == [0, 28, 16, 0, 25]
    assert [row.trainable for row in found.layers] == [0, 28, 8, 0, 25]
    assert [row.multiply_adds for row in found.layers] == [0, 24, 0, 0, 20]
    assert found.multiply_adds == 44
    # Back: both kernels' gradients (24 + 20) and the second layer's inputs (20).
    assert found.an_epoch == 100 * (44 + 44 + 20)
    assert found.weights == 4 * 69
    assert found.gradients == 4 * 61
    assert found.optimizer == 2 * 4 * 61
    assert found.activations == 4 * 10 * (6 + 6 + 4 + 4 + 4 + 5)
    assert found.memory == 4 * (69 + 61 + 122 + 290)


def test_optimizers_keep_what_they_need_and_frozen_layers_cost_no_gradient() -> None:
    assert costs(NETWORK, _training(SGD()), 1).optimizer == 0
    assert costs(NETWORK, _training(SGD(momentum=0.9)), 1).optimizer == 4 * 61
    frozen = NETWORK.replaced("a", Dense(name="a", units=4, trainable=False))
    found = costs(frozen, _training(), examples=100)
    assert found.trainable == 33
    assert found.an_epoch == 100 * (44 + 20 + 20)


def test_layers_on_several_axes_are_applied_to_each_row() -> None:
    network = NetworkSpec(input_shape=(7, 3), layers=(Dense(name="a", units=4),))
    assert costs(network, _training(), 1).multiply_adds == 7 * 3 * 4


def test_a_batch_is_no_larger_than_the_examples() -> None:
    few = costs(NETWORK, _training(batch=1000), examples=20)
    assert few.activations == 4 * 20 * 29
