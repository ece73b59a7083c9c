"""The scores of predicted values are scikit-learn's."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn import metrics

from mlp_studio.analysis.regression import regression_intervals, regression_report


@given(st.integers(0, 10_000), st.integers(1, 60), st.integers(1, 3))
def test_scores_are_scikit_learns(seed: int, n: int, outputs: int) -> None:
    rng = np.random.default_rng(seed)
    y = rng.standard_normal((n, outputs))
    said = y + 0.3 * rng.standard_normal((n, outputs))
    scores = regression_report(y, said).scores
    assert scores["mae"] == pytest.approx(metrics.mean_absolute_error(y, said), rel=1e-9)
    assert scores["mse"] == pytest.approx(metrics.mean_squared_error(y, said), rel=1e-9)
    assert scores["rmse"] == pytest.approx(metrics.root_mean_squared_error(y, said), rel=1e-9)
    largest = max(metrics.max_error(y[:, k], said[:, k]) for k in range(outputs))
    assert scores["max_error"] == pytest.approx(largest, rel=1e-9)
    if n > 1:
        assert scores["r2"] == pytest.approx(metrics.r2_score(y, said), rel=1e-9)
    else:
        assert scores["r2"] is None


def test_no_examples_have_no_scores() -> None:
    report = regression_report(np.zeros((0, 1)), np.zeros((0, 1)))
    assert report.examples == 0
    assert set(report.scores.values()) == {None}


def test_what_is_no_number_has_no_score_and_no_interval() -> None:
    y, said = np.zeros((4, 1)), np.array([[0.0], [np.nan], [1.0], [2.0]])
    report = regression_report(y, said)
    assert report.scores["mae"] is None
    assert report.scores["max_error"] is None
    assert regression_intervals(y, said) == {}


def test_intervals_hold_what_other_examples_give() -> None:
    rng = np.random.default_rng(3)

    def sample() -> tuple[np.ndarray, np.ndarray]:
        y = rng.standard_normal((400, 1))
        return y, y + 0.5 * rng.standard_normal((400, 1))

    many = [sample() for _ in range(200)]
    truth = {
        name: float(np.mean([regression_report(*some).scores[name] for some in many]))
        for name in ("mae", "mse", "rmse", "r2")
    }
    hits = dict.fromkeys(truth, 0)
    for y, said in many[:60]:
        ranges = regression_intervals(y, said)
        for name, value in truth.items():
            low, high = ranges[name]
            hits[name] += low <= value <= high
    assert all(count >= 51 for count in hits.values()), hits
    assert "max_error" not in ranges
