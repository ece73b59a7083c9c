"""A classifier's scores are scikit-learn's, in ordinary and in degenerate cases."""

from __future__ import annotations

import warnings

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn import metrics

from mlp_studio.analysis.classification import (
    calibration,
    classification_report,
    intervals,
    mc_nemar,
    most_confused,
    precision_recall_curve,
    roc_curve,
)


def _answers(
    seed: int, n: int, classes: int, *, missing: bool, ties: bool
) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(seed)
    y = rng.integers(0, max(1, classes - missing), n)
    logits = rng.standard_normal((n, classes)) + 1.5 * np.eye(classes)[y]
    if ties:
        logits = np.round(logits)
    shares = np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)
    return y, shares


CASES = st.tuples(
    st.integers(0, 10_000), st.integers(1, 60), st.integers(2, 6), st.booleans(), st.booleans()
)


@given(CASES)
def test_scores_are_scikit_learns(case: tuple[int, int, int, bool, bool]) -> None:
    seed, n, classes, missing, ties = case
    y, shares = _answers(seed, n, classes, missing=missing, ties=ties)
    report = classification_report(y, shares)
    said, labels = shares.argmax(axis=1), list(range(classes))
    np.testing.assert_array_equal(report.matrix, metrics.confusion_matrix(y, said, labels=labels))
    wanted: dict[str, float] = {"accuracy": metrics.accuracy_score(y, said)}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        wanted["balanced_accuracy"] = metrics.balanced_accuracy_score(y, said)
        kappa = metrics.cohen_kappa_score(y, said)
        if np.isfinite(kappa):
            wanted["kappa"] = kappa
        else:
            assert report.scores["kappa"] is None
        wanted["log_loss"] = metrics.log_loss(y, shares, labels=labels)
        for average in ("macro", "weighted"):
            found = metrics.precision_recall_fscore_support(
                y, said, average=average, zero_division=0.0
            )
            for name, value in zip(("precision", "recall", "f1"), found[:3], strict=True):
                wanted[f"{name}_{average}"] = value
        for k in (2, 3):
            if k < classes and not ties:
                wanted[f"top_{k}"] = metrics.top_k_accuracy_score(y, shares, k=k, labels=labels)
    for name, value in wanted.items():
        assert report.scores[name] == pytest.approx(value, abs=1e-9), name


@given(CASES)
def test_scores_of_each_class_are_scikit_learns(case: tuple[int, int, int, bool, bool]) -> None:
    seed, n, classes, missing, ties = case
    y, shares = _answers(seed, n, classes, missing=missing, ties=ties)
    report = classification_report(y, shares)
    labels = list(range(classes))
    each = metrics.precision_recall_fscore_support(
        y, shares.argmax(axis=1), labels=labels, zero_division=0.0
    )
    for k, scores in enumerate(report.classes):
        found = (scores.precision, scores.recall, scores.f1, scores.support)
        assert found == pytest.approx([array[k] for array in each], abs=1e-9)
        if 0 < (y == k).sum() < n:
            area = metrics.roc_auc_score(y == k, shares[:, k])
            assert scores.roc_auc == pytest.approx(area, abs=1e-9)
        else:
            assert scores.roc_auc is None
    if len(set(y)) == classes:
        whole = np.mean([scores.roc_auc for scores in report.classes])
        assert report.scores["roc_auc"] == pytest.approx(whole, abs=1e-9)
    else:
        assert report.scores["roc_auc"] is None


@given(CASES)
def test_curves_are_scikit_learns(case: tuple[int, int, int, bool, bool]) -> None:
    seed, n, classes, missing, ties = case
    y, shares = _answers(seed, n, classes, missing=missing, ties=ties)
    positive, scores = y == 0, shares[:, 0]
    roc, curve = roc_curve(positive, scores), precision_recall_curve(positive, scores)
    if positive.all() or not positive.any():
        assert roc is None
        assert curve is None
        return
    assert roc is not None
    assert curve is not None
    false, true, _levels = metrics.roc_curve(positive, scores, drop_intermediate=False)
    np.testing.assert_allclose(roc.x, false, atol=1e-12)
    np.testing.assert_allclose(roc.y, true, atol=1e-12)
    assert roc.area == pytest.approx(metrics.roc_auc_score(positive, scores), abs=1e-9)
    average = metrics.average_precision_score(positive, scores)
    assert curve.area == pytest.approx(average, abs=1e-9)


def test_constant_scores_and_no_examples() -> None:
    report = classification_report(np.array([0, 1, 1]), np.full((3, 2), 0.5))
    assert report.scores["roc_auc"] == pytest.approx(0.5)
    assert report.scores["log_loss"] == pytest.approx(np.log(2))
    empty = classification_report(np.zeros(0, int), np.zeros((0, 3)))
    assert set(empty.scores.values()) == {None}
    assert intervals(empty.matrix) == {}


def test_intervals_are_as_wide_as_the_binomial_says() -> None:
    y, shares = _answers(3, 2000, 4, missing=False, ties=False)
    report = classification_report(y, shares)
    accuracy = report.scores["accuracy"]
    assert accuracy is not None
    low, high = intervals(report.matrix)["accuracy"]
    spread = 1.96 * np.sqrt(accuracy * (1 - accuracy) / 2000)
    assert low == pytest.approx(accuracy - spread, abs=0.004)
    assert high == pytest.approx(accuracy + spread, abs=0.004)
    ranges = intervals(report.matrix)
    for name, (lowest, highest) in ranges.items():
        value = report.scores[name]
        assert value is not None
        assert lowest < value < highest, name


def test_calibration_tells_overconfidence() -> None:
    rng = np.random.default_rng(0)
    y = rng.integers(0, 2, 5000)
    right = rng.random(5000) < 0.7
    said = np.where(right, y, 1 - y)
    for confidence, error in ((0.7, 0.0), (0.95, 0.25)):
        shares = np.full((5000, 2), 1 - confidence)
        shares[np.arange(5000), said] = confidence
        found = calibration(y, shares)
        assert found.error == pytest.approx(error, abs=0.02)
        assert found.counts.sum() == 5000
        assert np.nanmax(found.accuracy) == pytest.approx(0.7, abs=0.02)


def test_mistakes_are_counted_from_the_commonest() -> None:
    matrix = np.array([[50, 3, 0], [7, 40, 0], [1, 0, 9]])
    assert most_confused(matrix) == [(1, 0, 7), (0, 1, 3), (2, 0, 1)]
    assert most_confused(np.diag([3, 4])) == []


def test_mc_nemar_is_exact() -> None:
    right = np.array([True] * 15 + [False] * 5 + [True] * 80)
    other = np.array([False] * 15 + [True] * 5 + [True] * 80)
    # 2 P(X ≤ 5) for a fair coin thrown 20 times.
    assert mc_nemar(right, other) == pytest.approx(0.04138947, abs=1e-7)
    assert mc_nemar(right, right) == 1.0


def test_intervals_of_a_thousand_classes_take_no_room() -> None:
    rng = np.random.default_rng(0)
    y = rng.integers(0, 1000, 2000)
    said = np.where(rng.random(2000) < 0.8, y, rng.integers(0, 1000, 2000))
    matrix = np.zeros((1000, 1000), np.int64)
    np.add.at(matrix, (y, said), 1)
    low, high = intervals(matrix, resamples=200)["accuracy"]
    assert low <= np.trace(matrix) / 2000 <= high
    assert 0.02 < high - low < 0.06
