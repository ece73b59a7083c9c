"""What a design offers to search, and what a trial's values make of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from mlp_studio.core.check import problems
from mlp_studio.core.dataset import facts
from mlp_studio.core.errors import StudioError
from mlp_studio.core.layers import Dense, Dropout
from mlp_studio.core.sweep import (
    AnyRange,
    Choices,
    FloatRange,
    IntRange,
    SweepSpec,
    Value,
    contains,
    grid_size,
    grid_values,
)
from mlp_studio.core.sweep_space import (
    applied,
    candidates,
    fitting,
    hidden_layers,
    present_values,
    suggested_sweep,
    sweep_of,
)
from mlp_studio.core.templates import TEMPLATES

DIGITS = TEMPLATES["digits"].project


def values_in(found: AnyRange) -> st.SearchStrategy[Value]:
    if isinstance(found, Choices):
        return st.sampled_from(found.values)
    if isinstance(found, IntRange):
        return st.integers(found.low, found.high)
    return st.floats(found.low, found.high)


@given(st.data())
def test_whatever_a_trial_draws_is_a_design_that_can_be_trained(data: st.DataObject) -> None:
    project = TEMPLATES[data.draw(st.sampled_from(sorted(TEMPLATES)))].project
    offered = {c.target: c for c in candidates(project)}
    chosen = data.draw(st.sets(st.sampled_from(sorted(offered)), max_size=8))
    values = {target: data.draw(values_in(offered[target].suggested)) for target in chosen}
    made = applied(project, values)
    found = problems(made.network, made.training, facts(project.data.source))
    assert not [problem for problem in found if problem.severity == "error"]
    assert made.network.output_shape == project.network.output_shape
    now = {c.target: c.present for c in candidates(made)}
    for target, value in values.items():
        if target.startswith(("training/", "network/")):
            assert now[target] == pytest.approx(value, rel=1e-3)


@pytest.mark.parametrize("name", sorted(TEMPLATES))
def test_the_present_values_leave_the_design_as_it_is(name: str) -> None:
    project = TEMPLATES[name].project
    spec = SweepSpec()
    for candidate in candidates(project):
        spec = spec.with_search(candidate.target, candidate.suggested)
    present = {t: v for t, v in present_values(spec, project).items() if v != ""}
    assert applied(project, present) == project


def test_what_is_said_of_one_layer_wins_over_what_is_said_of_all() -> None:
    made = applied(DIGITS, {"layer/dense/units": 99, "hidden/units": 200})
    assert [made.network.layer(name).units for name in hidden_layers(made.network)] == [99, 200]


def test_hidden_layers_go_and_come_with_what_follows_them() -> None:
    few = applied(DIGITS, {"network/hidden_layers": 1, "hidden/units": 40}).network
    assert [layer.kind for layer in few] == ["flatten", "dense", "dropout", "dense"]
    many = applied(DIGITS, {"network/hidden_layers": 4, "hidden/dropout": 0.25}).network
    assert len(hidden_layers(many)) == 4
    assert [layer.rate for layer in many if isinstance(layer, Dropout)] == [0.25] * 4
    assert isinstance(many.layers[-1], Dense)
    assert many.layers[-1].units == 10


def test_another_optimizer_begins_with_its_own_rate_unless_the_rate_is_searched() -> None:
    alone = applied(DIGITS, {"training/optimizer": "sgd"}).training.optimizer
    assert (alone.kind, alone.learning_rate) == ("sgd", 0.01)
    both = applied(DIGITS, {"training/optimizer": "sgd", "training/learning_rate": 0.3})
    assert both.training.optimizer.learning_rate == 0.3


def test_values_of_another_design_are_refused() -> None:
    with pytest.raises(StudioError, match="layer/gone/units"):
        applied(DIGITS, {"layer/gone/units": 3})


def test_a_sweep_loses_what_the_design_has_lost_and_takes_a_measure_of_its_task() -> None:
    spec = suggested_sweep(DIGITS).with_search("layer/dense_1/units", IntRange(low=2, high=9))
    smaller = DIGITS.model_copy(update={"network": DIGITS.network.removed("dense_1")})
    assert spec.searched("layer/dense_1/units")
    assert fitting(spec, smaller).searched("layer/dense_1/units") is None
    function = TEMPLATES["egg-crate"].project
    assert fitting(spec, function).objective == "val_mae"
    assert sweep_of(function).objective == "val_mae"


@given(
    st.one_of(
        st.tuples(st.integers(1, 500), st.integers(0, 5000), st.booleans()).map(
            lambda t: IntRange(low=t[0], high=t[0] + t[1], log=t[2])
        ),
        st.tuples(st.floats(1e-6, 10), st.floats(0, 100), st.booleans()).map(
            lambda t: FloatRange(low=t[0], high=t[0] + t[1], log=t[2])
        ),
    ),
    st.integers(2, 12),
)
def test_a_grid_has_both_ends_and_stays_within(found: IntRange | FloatRange, points: int) -> None:
    values = grid_values(found, points)
    assert values[0] == found.low
    assert values[-1] == found.high
    assert 1 <= len(values) <= points
    assert all(contains(found, value) for value in values)
    assert list(values) == sorted(values)


def test_a_grid_multiplies() -> None:
    spec = SweepSpec(sampler="grid", grid_points=4)
    spec = spec.with_search("a", Choices(values=("x", "y"))).with_search(
        "b", IntRange(low=1, high=9)
    )
    assert grid_size(spec) == 8
    assert grid_size(spec.with_search("a", None)) == 4


@pytest.mark.parametrize(
    "wrong",
    [
        {"trials": None, "seconds": None},
        {"parameters": [{"target": "a", "range": {"kind": "int", "low": 3, "high": 2}}]},
        {
            "parameters": [
                {"target": "a", "range": {"kind": "float", "low": 0, "high": 2, "log": True}}
            ]
        },
        {"parameters": [{"target": "a", "range": {"kind": "choices", "values": []}}]},
        {"parameters": [{"target": "a", "range": {"kind": "choices", "values": [1, 1]}}]},
        {"parameters": [{"target": "a", "range": {"kind": "int", "low": 1, "high": 2}}] * 2},
        {"objective": "test_accuracy"},
    ],
)
def test_what_makes_no_sense_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        SweepSpec.model_validate(wrong)
