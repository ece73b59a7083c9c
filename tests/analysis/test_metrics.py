"""Every number equals scikit-learn's."""

import warnings

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn import metrics as sk

from mlp_studio.analysis.metrics import classification, confusion_matrix, evaluate, regression
from mlp_studio.core.dataset import Facts, Part
from mlp_studio.core.initializers import initial_weights
from mlp_studio.core.layers import Dense
from mlp_studio.core.network import NetworkSpec


@given(
    n=st.integers(1, 80),
    classes=st.integers(2, 6),
    seed=st.integers(0, 10_000),
    coarse=st.booleans(),
    missing=st.booleans(),
)
@settings(max_examples=120, deadline=None)
def test_classification_is_scikit_learns(
    n: int, classes: int, seed: int, coarse: bool, missing: bool
) -> None:
    rng = np.random.default_rng(seed)
    scores = rng.random((n, classes)) + 1e-3
    if coarse:  # ties
        scores = np.ceil(scores * 3)
    probabilities = scores / scores.sum(axis=1, keepdims=True)
    y = rng.integers(0, max(1, classes - missing), n)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        found = classification(y, probabilities)
    predicted = probabilities.argmax(axis=1)
    assert found["accuracy"] == pytest.approx(sk.accuracy_score(y, predicted))
    for name, function in (
        ("precision_macro", sk.precision_score),
        ("recall_macro", sk.recall_score),
        ("f1_macro", sk.f1_score),
    ):
        expected = function(y, predicted, average="macro", zero_division=0)
        assert found[name] == pytest.approx(expected), name
    if len(set(y)) < classes:
        assert found["roc_auc"] is None
    elif classes == 2:
        assert found["roc_auc"] == pytest.approx(sk.roc_auc_score(y, probabilities[:, 1]))
    else:
        expected = sk.roc_auc_score(y, probabilities, multi_class="ovr", average="macro")
        assert found["roc_auc"] == pytest.approx(expected)
    assert np.array_equal(
        confusion_matrix(y, predicted, classes),
        sk.confusion_matrix(y, predicted, labels=range(classes)),
    )


@given(
    n=st.integers(1, 60),
    outputs=st.integers(1, 3),
    seed=st.integers(0, 1000),
    constant=st.booleans(),
    perfect=st.booleans(),
)
@settings(max_examples=60, deadline=None)
def test_regression_is_scikit_learns(
    n: int, outputs: int, seed: int, constant: bool, perfect: bool
) -> None:
    rng = np.random.default_rng(seed)
    y = rng.normal(size=(n, outputs))
    if constant:
        y[:, 0] = 3.0
    prediction = y.copy() if perfect else y + rng.normal(size=y.shape)
    found = regression(y, prediction)
    assert found["mae"] == pytest.approx(sk.mean_absolute_error(y, prediction))
    assert found["mse"] == pytest.approx(sk.mean_squared_error(y, prediction))
    if n > 1:
        assert found["r2"] == pytest.approx(sk.r2_score(y, prediction))
    else:
        assert found["r2"] is None


def test_nothing_and_not_a_number() -> None:
    assert set(classification(np.zeros(0, int), np.zeros((0, 3))).values()) == {None}
    assert set(regression(np.zeros((0, 1)), np.zeros((0, 1))).values()) == {None}
    broken = np.full((4, 2), np.nan)
    assert classification(np.array([0, 1, 0, 1]), broken)["roc_auc"] is None


def test_one_sigmoid_unit_counts_as_two_columns() -> None:
    network = NetworkSpec(
        input_shape=(2,), layers=(Dense(name="output", units=1, activation="sigmoid"),)
    )
    weights = {"output": (np.array([[5.0], [0.0]], np.float32), np.array([0.0], np.float32))}
    x = np.array([[-1, 0], [-2, 1], [1, 0], [2, 1], [-0.1, 3]], np.float32)
    y = np.array([0, 0, 1, 1, 1], np.int32)
    found = evaluate(network, weights, Part(x, y), Facts("binary", (2,), 2))
    assert found["accuracy"] == pytest.approx(0.8)
    assert found["roc_auc"] == pytest.approx(1.0)


def test_evaluate_a_regression() -> None:
    network = NetworkSpec(
        input_shape=(2,), layers=(Dense(name="output", units=1, activation="linear"),)
    )
    weights = initial_weights(network, 3)
    x = np.random.default_rng(0).normal(size=(50, 2)).astype(np.float32)
    y = x @ weights["output"][0]
    found = evaluate(network, weights, Part(x, y), Facts("regression", (2,), 1))
    assert found["mae"] == pytest.approx(0, abs=1e-6)
    assert found["r2"] == pytest.approx(1)
