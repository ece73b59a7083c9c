"""Two runs beside one another: what differs, and whether it means anything."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlp_studio.analysis.differences import Side, design_differences, verdict
from mlp_studio.analysis.settings import differing, settings_of
from mlp_studio.core.layers import L1L2, Dense, Dropout
from mlp_studio.core.project import ProjectSpec
from mlp_studio.core.templates import TEMPLATES
from mlp_studio.core.text import text
from mlp_studio.core.training import SGD, EarlyStopping

BASE = TEMPLATES["spirals-2"].project
TEST = text("test")
NAMES = sorted(TEMPLATES)


def words(one: ProjectSpec, other: ProjectSpec) -> list[str]:
    return [str(found) for found in design_differences(one, other)]


def trained(**changes: object) -> ProjectSpec:
    return BASE.model_copy(update={"training": BASE.training.model_copy(update=changes)})


def with_layers(network: object) -> ProjectSpec:
    return BASE.model_copy(update={"network": network})


def test_a_layer_more_and_another_rate_of_dropout() -> None:
    network = BASE.network.inserted(6, Dense(units=24, activation="tanh"))
    for layer in network:
        if isinstance(layer, Dropout) and layer.rate == 0.3:
            network = network.replaced(layer.name, layer.model_copy(update={"rate": 0.4}))
    assert words(BASE, with_layers(network)) == [
        "+1 layer (24 tanh)",
        "dropout 0.3 → 0.4 in 2 layers",
    ]
    assert words(with_layers(network), BASE)[0] == "−1 layer (24 tanh)"


def test_units_and_penalties_of_one_layer() -> None:
    layer = BASE.network.layers[0]
    assert isinstance(layer, Dense)
    wider = layer.model_copy(update={"units": 200, "kernel_regularizer": L1L2()})
    assert words(BASE, with_layers(BASE.network.replaced(layer.name, wider))) == [
        "units 128 → 200",
        "L2 0.001 → 0",
    ]


def test_another_optimizer_is_told_once_with_the_rate() -> None:
    found = words(BASE, trained(optimizer=SGD(learning_rate=0.1)))
    assert found == ["optimizer adam → sgd", "learning rate 0.0005 → 0.1"]


def test_what_is_switched_off_is_told_without_its_settings() -> None:
    assert words(BASE, trained(early_stopping=None)) == ["early stopping off"]
    slower = trained(early_stopping=EarlyStopping(patience=5))
    assert words(BASE, slower) == ["patience 20 → 5"]


@given(one=st.sampled_from(NAMES), other=st.sampled_from(NAMES))
def test_nothing_differs_from_itself_and_anything_else_does(one: str, other: str) -> None:
    first, second = TEMPLATES[one].project, TEMPLATES[other].project
    same = first.model_copy(update={"name": ""}) == second.model_copy(update={"name": ""})
    assert (words(first, second) == []) is same
    assert (len(differing([settings_of(first), settings_of(second)])) == 0) <= same or (
        first.network != second.network
    )


def test_the_settings_that_differ_are_picked_out() -> None:
    several = [settings_of(BASE), settings_of(trained(seed=4)), settings_of(trained(batch_size=8))]
    assert differing(several) == ["training.batch_size", "training.seed"]
    assert differing(several[:1]) == []


def side(right: np.ndarray | None, accuracy: float, ends: tuple[float, float], at: str) -> Side:
    return Side({"accuracy": accuracy}, {"accuracy": ends}, at, right)


def test_the_same_examples_are_compared_by_mc_nemar() -> None:
    one = np.zeros(100, bool)
    one[:80] = True
    other = np.zeros(100, bool)
    other[:95] = True
    found = verdict(side(one, 0.8, (0.7, 0.9), "a"), side(other, 0.95, (0.9, 1.0), "a"), TEST)
    assert found is not None
    assert found.p == pytest.approx(2 * 0.5**15)
    assert str(found.words) == (
        "test accuracy +15.00 points; McNemar’s test: p < 0.001, significant"
    )


@pytest.mark.parametrize(
    ("ends", "significant", "said"),
    [((0.7, 0.85), False, "not significant"), ((0.91, 0.95), True, "don’t overlap")],
)
def test_without_the_answers_the_intervals_decide(
    ends: tuple[float, float], significant: bool, said: str
) -> None:
    found = verdict(side(None, 0.82, (0.8, 0.9), "a"), side(None, 0.8, ends, "a"), TEST)
    assert found is not None
    assert found.significant is significant
    assert said in str(found.words)
    assert "−2.00 points" in str(found.words)


def test_other_examples_are_not_compared() -> None:
    found = verdict(side(None, 0.8, (0.7, 0.9), "a"), side(None, 0.9, (0.95, 1), "b"), TEST)
    assert found is not None
    assert found.significant is None
    assert "other examples" in str(found.words)
    assert verdict(Side({}, {}), Side({"accuracy": 1.0}, {}), TEST) is None


def test_errors_of_values_are_compared_by_their_intervals() -> None:
    one = Side({"mae": 0.02, "r2": 0.9}, {"mae": (0.018, 0.022)}, "a")
    other = Side({"mae": 0.0158, "r2": 0.95}, {"mae": (0.014, 0.0178)}, "a")
    found = verdict(one, other, TEST)
    assert found is not None
    assert found.significant is True
    assert str(found.words) == (
        "test mean absolute error −0.0042, the intervals don’t overlap: significant"
    )
