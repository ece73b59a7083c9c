"""The guide: every misfit of last layer, loss and metric is told where it is, and mended."""

from __future__ import annotations

from itertools import product
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mlp_studio.core.check import Problem, problems, suited_output
from mlp_studio.core.check_output import REGRESSION_LOSSES
from mlp_studio.core.dataset import Facts
from mlp_studio.core.layers import Dense, Dropout, Flatten
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.training import LossName, MetricName, TrainingSpec

TASKS = {
    "binary": Facts("binary", (2,), 2),
    "multiclass": Facts("multiclass", (2,), 6),
    "regression": Facts("regression", (2,), 3),
}
ENDS = ("linear", "sigmoid", "softmax", "relu")
UNITS = (1, 2, 3, 6)


def _design(units: int, activation: str) -> NetworkSpec:
    output = Dense(name="output", units=units, activation=activation)
    return NetworkSpec(input_shape=(2,), layers=(Dense(units=16), output))


def _followed(network: NetworkSpec, training: TrainingSpec, about: Facts, clicks: int = 6) -> int:
    """Click the repair of the first problem until all is well; return how often."""
    for click in range(clicks):
        found = problems(network, training, about)
        if not found:
            return click
        repair = found[0].repair
        assert repair is not None, found[0]
        network, training = repair.network, repair.training
    raise AssertionError(problems(network, training, about))


@pytest.mark.parametrize("task", TASKS)
def test_every_combination_of_the_guide(task: str) -> None:
    about = TASKS[task]
    units, activation, loss, _ = suited_output(about)
    for wide, end, cost, metric in product(UNITS, ENDS, get_args(LossName), get_args(MetricName)):
        network = _design(wide, end)
        training = TrainingSpec(loss=cost, metric=metric)
        found = problems(network, training, about)
        pairs = [(units, activation, loss)]
        if task == "binary":
            pairs.append((2, "softmax", "categorical_crossentropy"))
        if task == "regression":
            pairs = [(units, activation, name) for name in REGRESSION_LOSSES]
        fits = (wide, end, cost) in pairs
        measured = (metric in {"accuracy", "top_k_accuracy"}) != (task == "regression")
        if metric == "top_k_accuracy":
            measured = about.outputs > training.top_k and task == "multiclass"
        assert (found == ()) == (fits and measured), (task, wide, end, cost, metric)
        _check_places(found, network, about, wide)
        assert _followed(network, training, about) <= 2


def _check_places(
    found: tuple[Problem, ...], network: NetworkSpec, about: Facts, wide: int
) -> None:
    """What is wrong with the layer is marked there; loss and metric belong to the training."""
    for problem in found:
        words = str(problem.what)
        assert str(problem.remedy)
        assert problem.repair is not None
        if "metric" in words or "loss" in words:
            assert problem.layer is None
            assert problem.setting == ("metric" if "metric" in words else "loss")
        else:
            assert problem.layer == "output"
            assert problem.setting is None
    said = any("units" in str(problem.what) and problem.layer == "output" for problem in found)
    fits = wide == suited_output(about)[0] or (about.task == "binary" and wide == 2)
    assert said != fits


@settings(max_examples=80)
@given(
    shape=st.sampled_from([(2,), (28, 28), (5,)]),
    new_shape=st.sampled_from([(2,), (28, 28), (5,), (4, 4, 3)]),
    task=st.sampled_from(["binary", "multiclass", "regression"]),
    outputs=st.integers(3, 12),
    weights=st.booleans(),
)
def test_other_data_is_fitted_by_one_click(shape, new_shape, task, outputs, weights) -> None:
    layers = (*((Flatten(),) if len(shape) > 1 else ()), Dense(units=8), Dropout())
    output = Dense(name="output", units=10, activation="softmax")
    network = NetworkSpec(input_shape=shape, layers=(*layers, output))
    training = TrainingSpec(class_weight=(1.0,) * 10 if weights else "none")
    about = Facts(task, new_shape, 2 if task == "binary" else outputs)
    found = problems(network, training, about)
    if not found or found[0].severity != "error":
        return
    repair = found[0].repair
    assert repair is not None
    after = problems(repair.network, repair.training, about)
    if shape != new_shape:
        assert not any(problem.severity == "error" for problem in after)
    # Nothing that still fits is touched.
    assert repair.network.layer("dense") == network.layer("dense")
    assert repair.network.layer("dropout") == network.layer("dropout")
    _followed(repair.network, repair.training, about)
