"""Weights of classes and examples: the numbers, the spec and the design check."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from sklearn.utils.class_weight import compute_class_weight

from mlp_studio.core.check import problems
from mlp_studio.core.class_weights import class_weights, example_weights
from mlp_studio.core.dataset import Dataset, Facts, Part
from mlp_studio.core.request import training_request
from mlp_studio.core.templates import template
from mlp_studio.core.training import ClassWeights, TrainingSpec
from mlp_studio.data.load import load

LABELS = st.lists(st.integers(0, 5), min_size=1, max_size=60)
SEVERAL = Facts("multiclass", (2,), 6)
CHOICES: tuple[ClassWeights, ...] = ("none", "balanced", (1.0, 2.0, 0.5, 3.0, 1.0, 1.0))


@given(LABELS)
def test_balanced_is_that_of_scikit_learn(labels: list[int]) -> None:
    y = np.array(labels, np.int32)
    present = np.unique(y)
    ours = class_weights("balanced", y, 6)
    theirs = compute_class_weight("balanced", classes=present, y=y)
    np.testing.assert_allclose(ours[present], theirs, rtol=1e-6)
    np.testing.assert_array_equal(np.delete(ours, present), 1.0)


@given(LABELS)
def test_balanced_gives_every_class_the_same_say(labels: list[int]) -> None:
    y = np.array(labels, np.int32)
    weights = example_weights("balanced", Part(np.zeros((len(y), 2), np.float32), y), SEVERAL)
    assert weights is not None
    says = [weights[y == k].sum() for k in np.unique(y)]
    np.testing.assert_allclose(says, says[0], rtol=1e-5)
    assert weights.sum() == pytest.approx(len(y), rel=1e-5)
    assert weights.dtype == np.float32
    assert not weights.flags.writeable


@given(LABELS, st.sampled_from(CHOICES))
def test_an_example_s_own_weight_is_multiplied_in(labels: list[int], chosen: ClassWeights) -> None:
    y = np.array(labels, np.int32)
    x = np.zeros((len(y), 2), np.float32)
    own = np.linspace(0, 2, len(y), dtype=np.float32)
    alone = example_weights(chosen, Part(x, y), SEVERAL)
    together = example_weights(chosen, Part(x, y, own), SEVERAL)
    assert together is not None
    np.testing.assert_allclose(together, own if alone is None else alone * own, rtol=1e-6)
    assert (alone is None) == (chosen == "none")


def test_values_have_no_classes() -> None:
    part = Part(np.zeros((3, 2), np.float32), np.zeros((3, 1), np.float32))
    assert example_weights("balanced", part, Facts("regression", (2,), 1)) is None


def test_a_request_carries_the_weights() -> None:
    project = template("spirals-6").project
    dataset = load(project.data)
    assert training_request(project, dataset).w_train is None
    numbers = (1.0, 2.0, 3.0, 4.0, 5.0, 6.0)
    training = project.training.model_copy(update={"class_weight": numbers})
    weighted = project.model_copy(update={"training": training})
    request = training_request(weighted, dataset)
    np.testing.assert_array_equal(request.w_train, dataset.train.y + 1)
    assert request.w_validation is None  # as in Keras
    own = np.linspace(0, 1, len(dataset.validation), dtype=np.float32)
    validation = Part(dataset.validation.x, dataset.validation.y, own)
    given_some = Dataset(dataset.facts, dataset.train, validation)
    assert training_request(project, given_some).w_validation is own


@pytest.mark.parametrize("chosen", CHOICES)
def test_the_spec_goes_through_a_file(chosen: ClassWeights) -> None:
    spec = TrainingSpec(class_weight=chosen)
    again = TrainingSpec.model_validate_json(spec.model_dump_json())
    assert again == spec
    assert hash(again) == hash(spec)


def test_files_from_before_there_were_class_weights() -> None:
    kept = TrainingSpec().model_dump(mode="json")
    del kept["class_weight"]
    assert TrainingSpec.model_validate(kept) == TrainingSpec()


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ([1.0, 0.0], "greater than 0"),
        ([1.0, -2.0], "greater than 0"),
        ([1.0], "at least 2 items"),
        ([1.0, float("nan")], "finite number"),
        ([1.0, 1e7], "less than or equal to 1000000"),
        ("even", "'none' or 'balanced'"),
        (3, "valid tuple"),
    ],
)
def test_what_is_no_class_weight_is_refused_in_its_own_terms(wrong: object, told: str) -> None:
    with pytest.raises(ValidationError) as refused:
        TrainingSpec.model_validate({"class_weight": wrong})
    assert told in refused.value.errors()[0]["msg"]


def test_the_check_counts_them_and_mends_it() -> None:
    project = template("spirals-6").project
    facts = Facts("multiclass", (2,), 6)
    training = project.training.model_copy(update={"class_weight": (1.0, 2.0)})
    (found,) = problems(project.network, training, facts)
    assert found.severity == "error"
    assert found.layer is None
    assert "2 class weights" in str(found.what)
    assert "6 classes" in str(found.what)
    assert found.repair is not None
    assert found.repair.training.class_weight == "balanced"
    assert problems(found.repair.network, found.repair.training, facts) == ()


def test_the_check_does_not_mind_them_where_there_are_no_classes() -> None:
    project = template("egg-crate").project
    training = project.training.model_copy(update={"class_weight": (1.0, 2.0)})
    assert problems(project.network, training, Facts("regression", (2,), 1)) == ()
