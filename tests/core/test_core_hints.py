"""Hints come where they help, go with their repair, and leave good designs alone."""

from __future__ import annotations

import pytest

from mlp_studio.core.check import problems
from mlp_studio.core.dataset import facts
from mlp_studio.core.hints import Hint, hints
from mlp_studio.core.layers import Dense, Dropout
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.project import ProjectSpec
from mlp_studio.core.templates import TEMPLATES, template


def _hints(project: ProjectSpec, examples: int | None = None) -> dict[str, Hint]:
    known = facts(project.data.source)
    found = hints(project.network, project.training, known, examples)
    return {hint.key: hint for hint in found}


def _with(name: str, *layers: Dense | Dropout) -> ProjectSpec:
    project = template(name).project
    end = project.network.layers[-1]
    start = tuple(layer for layer in project.network.layers if layer.kind == "flatten")
    network = NetworkSpec(input_shape=project.network.input_shape, layers=(*start, *layers, end))
    return project.model_copy(update={"network": network})


def _repaired(project: ProjectSpec, hint: Hint) -> ProjectSpec:
    assert hint.repair is not None
    return project.model_copy(
        update={"network": hint.repair.network, "training": hint.repair.training}
    )


@pytest.mark.parametrize("name", ["digits", "spirals-6", "egg-crate", "mnist-200-500-200"])
def test_good_designs_are_left_alone(name: str) -> None:
    assert _hints(TEMPLATES[name].project) == {}


def test_a_linear_stack_is_one_layer() -> None:
    project = _with(
        "digits",
        Dense(name="a", units=30, activation="linear"),
        Dropout(),
        Dense(name="b", units=20, activation="relu"),
    )
    found = _hints(project)
    assert "“a” is linear" in str(found["linear a"].what)
    assert _hints(_repaired(project, found["linear a"])) == {}


def test_a_linear_bottleneck_of_two_units_is_there_to_be_looked_at() -> None:
    project = _with("digits", Dense(name="a", units=2, activation="linear"))
    assert "linear a" not in _hints(project)


def test_dropout_before_the_values_of_a_regression() -> None:
    project = _with("egg-crate", Dense(name="a", units=64), Dropout(name="late"))
    found = _hints(project)
    repaired = _repaired(project, found["late late"])
    assert [layer.name for layer in repaired.network][:1] == ["a"]
    assert _hints(repaired) == {}
    assert "late late" not in _hints(_with("digits", Dense(name="a", units=64), Dropout()))


def test_few_units_may_underfit() -> None:
    found = _hints(template("mnist-first").project)
    (hint,) = found.values()
    assert "8 units tell 10 classes apart" in str(hint.what)


def test_deep_squashing_fades_gradients() -> None:
    layers = [Dense(name=f"l{k}", units=20, activation="sigmoid") for k in range(5)]
    project = _with("spirals-6", *layers)
    found = _hints(project)
    repaired = _repaired(project, found["squashing"])
    assert all(
        layer.activation == "relu"
        for layer in repaired.network.layers[:-1]
        if isinstance(layer, Dense)
    )
    assert not _hints(_with("spirals-6", *layers[:4]))


def test_too_many_parameters_for_the_examples() -> None:
    project = _with("digits", Dense(name="a", units=300))
    assert "many" in _hints(project, examples=500)
    assert "many" not in _hints(project, examples=60_000)
    assert "many" not in _hints(project)
    regular = _with("digits", Dense(name="a", units=300), Dropout())
    assert "many" not in _hints(regular, examples=500)


def test_a_batch_larger_than_the_data() -> None:
    project = template("digits").project
    found = _hints(project, examples=20)
    repaired = _repaired(project, found["batch"])
    assert repaired.training.batch_size == 20
    assert "batch" not in _hints(repaired, examples=20)


def test_repairs_lead_to_designs_without_problems() -> None:
    project = _with("digits", Dense(name="a", units=30, activation="linear"), Dense(name="b"))
    repaired = _repaired(project, _hints(project)["linear a"])
    known = facts(project.data.source)
    assert problems(repaired.network, repaired.training, known) == ()
