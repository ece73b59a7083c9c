"""Axes that keep their place, linear discriminants, and units that do nothing."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.linalg import orthogonal_procrustes
from sklearn.decomposition import PCA
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis

from mlp_studio.analysis.alignment import turn_onto, turned
from mlp_studio.analysis.discriminant import discriminate
from mlp_studio.analysis.metrics import example_losses
from mlp_studio.analysis.projection import along, project, units
from mlp_studio.analysis.units import Census, census, in_words, row_order

RNG = np.random.default_rng(0)


def classes(n: int = 400, width: int = 12, count: int = 4) -> tuple[np.ndarray, np.ndarray]:
    y = RNG.integers(0, count, n)
    centres = RNG.normal(size=(count, width)) * 3
    return (centres[y] + RNG.normal(size=(n, width))).astype(np.float32), y.astype(np.int32)


@given(seed=st.integers(0, 1000), noise=st.floats(0, 2), mirrored=st.booleans())
def test_the_turn_is_scipys(seed: int, noise: float, mirrored: bool) -> None:
    rng = np.random.default_rng(seed)
    before = rng.normal(size=(60, 2)) * [3, 1] + 5
    angle = rng.uniform(0, 2 * np.pi)
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    if mirrored:
        turn[:, 0] *= -1
    points = before @ turn + noise * rng.normal(size=(60, 2)) - 2
    expected, _ = orthogonal_procrustes(points - points.mean(axis=0), before - before.mean(axis=0))
    np.testing.assert_allclose(turn_onto(points, before), expected, atol=1e-6)


def test_a_turned_picture_spans_the_same_plane_and_explains_as_much() -> None:
    x, _ = classes()
    plain = project(x)
    angle = 0.7
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    found = turned(plain, plain.points @ turn)
    np.testing.assert_allclose(found.points, plain.points @ turn, atol=1e-3)
    np.testing.assert_allclose(found.basis.apply(x), found.points, atol=1e-3)
    assert sum(found.explained) == pytest.approx(sum(plain.explained))
    along_them = along(x, found.basis)
    np.testing.assert_allclose(along_them.explained, found.explained, rtol=1e-3)


def test_other_examples_and_points_in_one_place_turn_nothing() -> None:
    x, _ = classes()
    plain = project(x)
    assert turned(plain, None) is plain
    assert turned(plain, plain.points[:10]) is plain
    still = project(np.ones((20, 5), np.float32))
    assert turned(still, plain.points[:20]) is still


def test_two_values_have_principal_components_when_asked() -> None:
    x = (RNG.normal(size=(200, 2)) @ [[3, 1], [0, 0.5]] + 7).astype(np.float32)
    pca = PCA(2).fit(x)
    found = project(x, as_they_are=False)
    np.testing.assert_allclose(found.explained, pca.explained_variance_ratio_, rtol=1e-3)
    np.testing.assert_allclose(np.abs(found.points), np.abs(pca.transform(x)), atol=1e-2)


def test_chosen_units_are_the_axes() -> None:
    x, _ = classes()
    found = units(x, 3, 7)
    np.testing.assert_array_equal(found.points, x[:, [3, 7]])
    np.testing.assert_array_equal(units(x, 3, 99).points, x[:, [3, 11]])


@pytest.mark.parametrize("count", [2, 3, 6])
def test_linear_discriminants_are_scikit_learns(count: int) -> None:
    x, y = classes(600, 12, count)
    fit = LinearDiscriminantAnalysis().fit(x, y)
    expected, found = fit.transform(x), discriminate(x, y)
    shown = min(2, count - 1)
    for axis in range(shown):
        correlation = np.corrcoef(found.points[:, axis], expected[:, axis])[0, 1]
        assert abs(correlation) == pytest.approx(1, abs=1e-4)
    np.testing.assert_allclose(
        found.explained[:shown], fit.explained_variance_ratio_[:shown], rtol=1e-3
    )
    assert count > 2 or not found.basis.axes[:, 1].any()


def test_discriminants_of_hopeless_features_are_a_sentence() -> None:
    x, y = classes(50)
    for features, answers, words in (
        (x, np.zeros(50, np.int32), "two classes"),
        (x, RNG.random((50, 1), np.float32), "needs classes"),
        (np.ones_like(x), y, "too few different"),
        (np.full_like(x, np.nan), y, "diverged"),
        (x[:3], np.array([0, 1, 2]), "too few different"),
        (x[:0], y[:0], "no examples"),
    ):
        found = discriminate(features, answers)
        assert words in str(found.note)
        assert np.isfinite(found.points).all()
    repeated = np.concatenate([x, x, np.ones((50, 3), np.float32)], axis=1)
    assert discriminate(repeated, y).note is None
    apart = np.eye(4, 12, dtype=np.float32)[y]  # every class on one point
    assert np.isfinite(discriminate(apart, y).points).all()


def test_units_that_do_nothing_are_counted() -> None:
    x = np.abs(RNG.normal(size=(100, 6))).astype(np.float32)
    x[:, 1] = 0
    x[:, 4] = 2.5
    found = census(x, "relu")
    assert (found.dead, found.constant, found.saturated) == ((1,), (4,), ())
    assert str(in_words(found)) == "6 units, 1 dead and 1 constant"
    y = np.tanh(RNG.normal(size=(100, 3)) * [0.1, 100, 1]).astype(np.float32)
    assert census(y, "tanh").saturated == (1,)
    assert census(y, "linear").saturated == ()
    assert str(in_words(Census(5))) == "5 units, all of them at work"
    assert (
        str(in_words(Census(9, (1, 2), (3,), (4,))))
        == "9 units, 2 dead, 1 constant and 1 saturated"
    )
    broken = np.full((4, 2), np.nan)
    assert census(broken, "relu") == Census(2)
    assert census(np.zeros((0, 3)), "relu") == Census(3)


def test_rows_are_ordered_by_class_and_likeness() -> None:
    x, y = classes(120, 5, 3)
    order = row_order(x, y)
    assert sorted(order) == list(range(120))
    assert (np.diff(y[order]) >= 0).all()
    steps = np.linalg.norm(np.diff(x[order], axis=0), axis=1)[np.diff(y[order]) == 0]
    plain = np.argsort(y, kind="stable")
    as_they_came = np.linalg.norm(np.diff(x[plain], axis=0), axis=1)[np.diff(y[plain]) == 0]
    assert steps.mean() < 0.9 * as_they_came.mean()
    assert sorted(row_order(x, RNG.random((120, 1)))) == list(range(120))
    x[3] = np.nan
    assert len(row_order(x, y)) == 120
    assert len(row_order(x[:0], y[:0])) == 0


def test_losses_of_examples_are_cross_entropies_and_squared_errors() -> None:
    logits = RNG.normal(size=(20, 4))
    said = np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)
    y = RNG.integers(0, 4, 20)
    expected = -np.log(said[np.arange(20), y])
    np.testing.assert_allclose(example_losses(said, y, calibrated=True), expected)
    np.testing.assert_allclose(example_losses(logits, y, calibrated=False), expected)
    values, target = RNG.normal(size=(20, 2)), RNG.normal(size=(20, 2)).astype(np.float32)
    squared = ((values - target) ** 2).mean(axis=1)
    np.testing.assert_allclose(example_losses(values, target, calibrated=False), squared)
