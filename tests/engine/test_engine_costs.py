"""The summary's numbers against Keras's own."""

from __future__ import annotations

import numpy as np
import pytest

from mlp_studio.core.costs import costs, slots
from mlp_studio.core.layers import LAYER_TYPES, Dense, Flatten
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.summary import layer_rows
from mlp_studio.core.templates import TEMPLATES
from mlp_studio.core.training import OPTIMIZER_TYPES, SGD, Adam, RMSprop
from mlp_studio.engine.keras_files import build
from mlp_studio.engine.optimizers import slot_starts

EVERY = NetworkSpec(
    input_shape=(4, 5),
    layers=(
        Flatten(),
        *(kind() for name, kind in LAYER_TYPES.items() if name not in {"flatten", "dense"}),
        Dense(name="frozen", units=7, trainable=False, use_bias=False),
        Dense(name="output", units=3, activation="softmax"),
    ),
)


@pytest.mark.parametrize(
    "network", [*(t.project.network for t in TEMPLATES.values()), EVERY],
    ids=[*TEMPLATES, "every kind"],
)  # fmt: skip
def test_parameters_and_shapes_are_keras_s(network) -> None:
    model = build(network)
    found = costs(network, Adam())
    assert found.parameters == model.count_params()
    assert found.trainable == sum(int(np.prod(w.shape)) for w in model.trainable_weights)
    assert found.fixed == sum(int(np.prod(w.shape)) for w in model.non_trainable_weights)
    layers = [layer for layer in model.layers if type(layer).__name__ != "InputLayer"]
    assert [layer.count_params() for layer in layers] == [c.parameters for c in found.layers]
    for row, layer in zip(layer_rows(found), layers, strict=True):
        assert row[0] == f"{layer.name} ({type(layer).__name__})"
        assert row[1] == str(tuple(layer.output.shape)).replace(",)", ")")


@pytest.mark.parametrize(
    "optimizer",
    [
        *(kind() for kind in OPTIMIZER_TYPES.values()),
        SGD(momentum=0.9),
        RMSprop(momentum=0.5),
        RMSprop(centered=True),
    ],
)
def test_slots_are_those_of_the_training_loop(optimizer) -> None:
    assert slots(optimizer) == len(slot_starts(optimizer))
