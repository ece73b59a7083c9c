"""What a network says of its data, which examples are picked out, and why scores differ."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn import metrics

from mlp_studio.analysis.classification import (
    ClassificationReport,
    classification_report,
    roc_curve,
)
from mlp_studio.analysis.evaluation import (
    MOST_CURVES,
    Judged,
    Said,
    at_random,
    curves,
    decide,
    in_cell,
    judge,
    largest_errors,
    least_certain,
    listen,
    most_certain,
    worst_mistakes,
)
from mlp_studio.analysis.explanation import best_threshold, why_they_differ
from mlp_studio.core.dataset import Dataset, Facts, Part
from mlp_studio.core.forward import predict
from mlp_studio.core.initializers import initial_weights
from mlp_studio.core.layers import Dense
from mlp_studio.core.network import NetworkSpec


def _said(seed: int, n: int, classes: int) -> Said:
    rng = np.random.default_rng(seed)
    y = rng.integers(0, classes, n)
    logits = rng.standard_normal((n, classes)) + 1.2 * np.eye(classes)[y]
    shares = (np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)).astype(np.float32)
    return Said(np.zeros((n, 2), np.float32), y, shares, n)


def _judged(seed: int = 0, n: int = 300, classes: int = 4) -> Judged:
    return judge(_said(seed, n, classes), classes=True)


def _network(units: int, activation: str) -> NetworkSpec:
    last = Dense(name="output", units=units, activation=activation)
    return NetworkSpec(input_shape=(2,), layers=(last,))


def test_every_part_is_read_and_a_large_training_part_in_part() -> None:
    rng = np.random.default_rng(0)

    def part(n: int) -> Part:
        return Part(rng.standard_normal((n, 2)).astype(np.float32), rng.integers(0, 2, n))

    dataset = Dataset(Facts("binary", (2,), 2), part(12_000), part(50), None, ("a", "b"))
    network = _network(1, "sigmoid")
    weights = initial_weights(network, 0)
    said = listen(network, weights, dataset)
    assert list(said) == ["train", "validation"]
    assert (len(said["train"]), said["train"].total) == (10_000, 12_000)
    expected = predict(network, weights, dataset.validation.x)[:, 0]
    np.testing.assert_allclose(said["validation"].outputs[:, 1], expected)
    np.testing.assert_allclose(said["validation"].outputs.sum(axis=1), 1.0, rtol=1e-6)


@given(st.integers(0, 10_000), st.floats(0, 1))
def test_a_threshold_answers_the_second_class_above_it(seed: int, threshold: float) -> None:
    said = _said(seed, 40, 2)
    judged = judge(said, classes=True, threshold=threshold)
    if threshold != 0.5:
        np.testing.assert_array_equal(judged.answered, said.outputs[:, 1] > threshold)
    report = judged.report
    assert isinstance(report, ClassificationReport)
    assert report.scores["accuracy"] == pytest.approx(
        metrics.accuracy_score(said.y, judged.answered)
    )
    np.testing.assert_array_equal(
        report.matrix, metrics.confusion_matrix(said.y, judged.answered, labels=[0, 1])
    )
    even = classification_report(said.y, said.outputs)
    assert report.scores["roc_auc"] == even.scores["roc_auc"]  # no threshold moves it


def test_more_than_two_classes_have_no_threshold() -> None:
    said = _said(1, 50, 3)
    np.testing.assert_array_equal(decide(said.outputs, 0.9), said.outputs.argmax(axis=1))


def test_the_worst_mistakes_are_mistakes_and_the_worst_first() -> None:
    judged = _judged()
    said = judged.said
    found = worst_mistakes(judged, 10)
    assert (judged.answered[found] != said.y[found]).all()
    likely = said.outputs[np.arange(len(said)), said.y]
    assert (np.diff(likely[found]) >= 0).all()
    assert likely[found[0]] == likely[judged.answered != said.y].min()
    assert set(said.y[worst_mistakes(judged, 5, of_class=2)]) == {2}


def test_the_least_certain_are_nearest_to_another_answer() -> None:
    judged = _judged()
    best = np.sort(judged.said.outputs, axis=1)
    gap = best[:, -1] - best[:, -2]
    assert gap[least_certain(judged, 1)[0]] == gap.min()
    two = judge(_said(0, 100, 2), classes=True, threshold=0.8)
    nearest = least_certain(two, 1, threshold=0.8)[0]
    away = np.abs(two.said.outputs[:, 1] - 0.8)
    assert away[nearest] == away.min()


def test_the_most_certain_have_the_highest_probabilities() -> None:
    judged = _judged()
    found = most_certain(judged, 5)
    sure = judged.said.outputs.max(axis=1)
    np.testing.assert_array_equal(sure[found], np.sort(sure)[::-1][:5])


def test_a_draw_is_the_same_for_a_seed_and_another_for_the_next() -> None:
    judged = _judged()
    np.testing.assert_array_equal(at_random(judged, 10, 4), at_random(judged, 10, 4))
    assert set(at_random(judged, 10, 4)) != set(at_random(judged, 10, 5))
    assert set(judged.said.y[at_random(judged, 10, 4, of_class=1)]) == {1}


def test_a_cell_has_the_examples_that_the_matrix_counts() -> None:
    judged = _judged()
    report = judged.report
    assert isinstance(report, ClassificationReport)
    for true in range(4):
        for answered in range(4):
            found = in_cell(judged, true, answered)
            assert len(found) == report.matrix[true, answered]
            assert (np.diff(judged.said.outputs[found, answered]) <= 0).all()


def test_the_largest_errors_come_first() -> None:
    y = np.array([[0.0], [1.0], [2.0]])
    said = Said(np.zeros((3, 1), np.float32), y, np.float32([[0.1], [3.0], [1.5]]), 3)
    assert largest_errors(judge(said, classes=False), 2).tolist() == [1, 2]


def test_curves_are_those_of_the_commonest_classes() -> None:
    found = curves(_said(0, 3000, MOST_CURVES + 5))
    assert len(found.roc) == MOST_CURVES
    assert found.roc.keys() == found.precision_recall.keys()
    one_sided = Said(np.zeros((3, 2), np.float32), np.zeros(3, int), np.full((3, 2), 0.5), 3)
    assert curves(one_sided).roc == {}


def test_the_best_threshold_has_the_highest_accuracy_of_all() -> None:
    said = _said(5, 200, 2)
    curve = roc_curve(said.y == 1, said.outputs[:, 1])
    assert curve is not None
    positives = int((said.y == 1).sum())
    best, accuracy = best_threshold(curve, positives, 200 - positives)
    reached = (decide(said.outputs, best) == said.y).mean()
    tried = [(decide(said.outputs, t) == said.y).mean() for t in np.linspace(0, 1, 501)]
    assert reached == pytest.approx(accuracy)
    assert accuracy >= max(tried) - 1e-12


def test_the_words_have_the_models_own_numbers() -> None:
    judged = _judged()
    report = judged.report
    assert isinstance(report, ClassificationReport)
    words = " ".join(str(part) for part in why_they_differ(judged, ("a", "b", "c", "d")))
    assert f"{report.scores['accuracy']:.4f}" in words
    assert f"{report.scores['roc_auc']:.4f}" in words
    worst = int(np.argmin([scores.recall for scores in report.classes]))
    assert f"“{'abcd'[worst]}”" in words
    two = judge(_said(0, 100, 2), classes=True, threshold=0.2)
    words = " ".join(str(part) for part in why_they_differ(two, ("no", "yes"), 0.2))
    assert "threshold 0.20" in words


def test_where_a_class_is_missing_nothing_is_explained() -> None:
    said = Said(np.zeros((3, 2), np.float32), np.zeros(3, int), np.full((3, 2), 0.5), 3)
    assert why_they_differ(judge(said, classes=True), ("a", "b"), 0.5) == ()
