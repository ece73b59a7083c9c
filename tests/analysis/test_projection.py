"""Features become points; the picture keeps its place from frame to frame."""

import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.decomposition import PCA

from mlp_studio.analysis.probe import probe_indices
from mlp_studio.analysis.projection import project

RNG = np.random.default_rng(0)


def cloud(n: int = 300, width: int = 16) -> np.ndarray:
    return (RNG.normal(size=(n, width)) * np.linspace(3, 0.1, width) + 5).astype(np.float32)


def test_two_features_are_shown_as_they_are() -> None:
    x = cloud(50, 2)
    found = project(x)
    np.testing.assert_allclose(found.points, x)
    assert sum(found.explained) == pytest.approx(1)


def test_one_feature_is_a_strip() -> None:
    x = cloud(50, 1)
    found = project(x)
    np.testing.assert_allclose(found.points[:, 0], x[:, 0])
    assert not found.points[:, 1].any()
    assert found.explained == (1.0, 0.0)


@pytest.mark.parametrize(("n", "width"), [(300, 16), (40, 200), (3, 50), (1000, 3)])
def test_more_are_shown_by_their_principal_components(n: int, width: int) -> None:
    x = cloud(n, width)
    found = project(x)
    pca = PCA(2).fit(x.astype(float))
    expected = pca.transform(x.astype(float))
    for axis in range(2):
        correlation = np.corrcoef(found.points[:, axis], expected[:, axis])[0, 1]
        assert abs(correlation) == pytest.approx(1, abs=1e-3)
    np.testing.assert_allclose(found.explained, pca.explained_variance_ratio_, rtol=1e-3)


def test_a_new_point_goes_where_it_would_have_gone() -> None:
    x = cloud()
    found = project(x)
    np.testing.assert_allclose(found.basis.apply(x[7:9]), found.points[7:9], atol=1e-4)


def test_frames_do_not_flip() -> None:
    x = cloud(400, 12)
    x[:, 1] = RNG.normal(size=400) * x[:, 0].std() + 5  # two axes equally long: PCA may turn
    basis, before = None, None
    for step in range(30):
        moved = x + 0.02 * step * RNG.normal(size=x.shape).astype(np.float32)
        found = project(moved, basis)
        if before is not None:
            jump = np.linalg.norm(found.points - before, axis=1).mean()
            assert jump < 0.35 * np.linalg.norm(found.points, axis=1).mean()
        basis, before = found.basis, found.points


def test_a_mirrored_frame_keeps_its_place() -> None:
    x = cloud()
    found = project(x)
    again = project(x[::-1], found.basis)
    np.testing.assert_allclose(again.points[::-1], found.points, atol=1e-3)


@given(
    n=st.integers(0, 5),
    width=st.integers(1, 6),
    kind=st.sampled_from(["same", "nan", "inf", "huge"]),
)
@settings(max_examples=60, deadline=None)
def test_degenerate_features_never_crash(n: int, width: int, kind: str) -> None:
    x = np.ones((n, width), np.float32)
    if n and kind != "same":
        x[0] = {"nan": np.nan, "inf": np.inf, "huge": 1e30}[kind]
    for basis in (None, project(cloud(20, width)).basis):
        found = project(x, basis)
        assert found.points.shape == (n, 2)
        assert np.isfinite(found.points).all()
        if kind == "same" or n < 2:
            assert found.note is not None


def test_some_broken_activations_are_told() -> None:
    x = cloud(20, 5)
    x[3] = np.nan
    found = project(x)
    assert str(found.note).startswith("1 examples")
    assert not found.points[3].any()


def test_it_keeps_up_with_the_curves() -> None:
    x = cloud(1000, 256)
    basis = project(x).basis
    seconds = []
    for _ in range(9):
        start = time.perf_counter()
        project(x, basis)
        seconds.append(time.perf_counter() - start)
    assert min(seconds) < 0.15  # 5 ms on an idle machine; test machines are busy


@given(n=st.integers(1, 300), total=st.integers(1, 500), seed=st.integers(0, 100))
@settings(max_examples=50, deadline=None)
def test_probes_keep_the_classes_shares(n: int, total: int, seed: int) -> None:
    y = np.random.default_rng(seed).integers(0, 4, total)
    chosen = probe_indices(y, n, seed)
    assert len(chosen) == min(n, total)
    assert len(set(chosen)) == len(chosen)
    assert np.array_equal(chosen, probe_indices(y, n, seed))
    for k in range(4):
        assert abs((y[chosen] == k).sum() - len(chosen) * (y == k).mean()) <= 1.001


def test_probes_of_values() -> None:
    chosen = probe_indices(np.zeros((500, 1), np.float32), 50)
    assert len(set(chosen)) == 50
