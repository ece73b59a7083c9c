"""Intervals of the scores of probabilities."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn import metrics

from mlp_studio.analysis.resampled import _Area, probability_intervals


def _case(n: int, classes: int, seed: int, ties: bool = False) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(seed)
    y = rng.integers(0, classes, n)
    logits = rng.normal(size=(n, classes)) + 1.5 * np.eye(classes)[y]
    if ties:
        logits = np.round(logits)
    shares = np.exp(logits)
    return y, (shares / shares.sum(axis=1, keepdims=True)).astype(np.float32)


@given(st.integers(2, 60), st.integers(0, 10**6), st.booleans())
@settings(max_examples=60)
def test_areas_of_counted_examples_are_scikit_learns(n: int, seed: int, ties: bool) -> None:
    y, probabilities = _case(n, 2, seed, ties)
    rng = np.random.default_rng(seed)
    counts = rng.multinomial(n, np.full(n, 1 / n), size=5)
    found = _Area(y == 1, probabilities[:, 1]).of(counts)
    for row, area in zip(counts, found, strict=True):
        drawn = np.repeat(np.arange(n), row)
        if len(set(y[drawn])) < 2:
            assert np.isnan(area)
        else:
            truth = metrics.roc_auc_score(y[drawn] == 1, probabilities[drawn, 1])
            assert area == pytest.approx(truth, abs=1e-9)


@pytest.mark.parametrize("classes", [2, 5])
def test_intervals_hold_the_scores_and_are_as_wide_as_scores_of_other_examples(
    classes: int,
) -> None:
    y, probabilities = _case(800, classes, 3)
    found = probability_intervals(y, probabilities)
    expected = {"roc_auc", "log_loss"} | ({"top_2", "top_3"} if classes > 3 else set())
    assert set(found) == expected
    others: dict[str, list[float]] = {"roc_auc": [], "log_loss": []}
    for seed in range(100, 300):
        y2, p2 = _case(800, classes, seed)
        score = p2[:, 1] if classes == 2 else p2
        others["roc_auc"].append(metrics.roc_auc_score(y2, score, multi_class="ovr"))
        others["log_loss"].append(metrics.log_loss(y2, p2))
    score = probabilities[:, 1] if classes == 2 else probabilities
    here = {
        "roc_auc": metrics.roc_auc_score(y, score, multi_class="ovr"),
        "log_loss": metrics.log_loss(y, probabilities),
    }
    for name, values in others.items():
        low, high = found[name]
        assert low < here[name] < high
        a, b = np.percentile(values, [2.5, 97.5])
        assert high - low == pytest.approx(b - a, rel=0.25)


def test_what_is_undefined_has_no_interval() -> None:
    y, probabilities = _case(50, 3, 1)
    assert "roc_auc" not in probability_intervals(np.zeros(50, np.int64), probabilities)
    broken = probabilities.copy()
    broken[3, 1] = np.nan
    assert probability_intervals(y, broken) == {}
    assert probability_intervals(y[:1], probabilities[:1]) == {}
    assert "log_loss" not in probability_intervals(y, probabilities - 1)


def test_the_same_seed_gives_the_same_intervals() -> None:
    y, probabilities = _case(300, 4, 5)
    assert probability_intervals(y, probabilities) == probability_intervals(y, probabilities)
