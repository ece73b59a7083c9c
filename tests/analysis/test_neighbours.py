"""Layouts of neighbours: in a process of their own, repeatable, cancelled at once."""

from __future__ import annotations

import multiprocessing
import time

import numpy as np
import pytest
from sklearn.neighbors import KNeighborsClassifier

from mlp_studio.analysis import neighbours
from mlp_studio.analysis.neighbours import Neighbourhood, arrange, available, lay_out
from mlp_studio.core.arrays import no_progress
from mlp_studio.core.errors import Cancelled, StudioError
from mlp_studio.core.text import Text

RNG = np.random.default_rng(0)
Y = RNG.integers(0, 3, 90)
X = (np.eye(3, 8)[Y] * 6 + RNG.normal(size=(90, 8))).astype(np.float32)
FEW = Neighbourhood("tsne", perplexity=10)


def test_a_process_lays_out_moment_after_moment_and_tells_how_far_it_is() -> None:
    told: list[float] = []

    def progress(share: float, _what: Text) -> None:
        told.append(share)

    first, second = arrange([X, X * np.float32(1.05)], FEW, None, progress)
    assert told == sorted(told)
    assert 0 < told[-1] <= 1
    score = KNeighborsClassifier(5).fit(first.points, Y).score(first.points, Y)
    assert score > 0.95
    # The second began with the first: the picture has hardly changed.
    moved = np.linalg.norm(second.points - first.points, axis=1).mean()
    assert moved < 0.5 * np.linalg.norm(first.points, axis=1).mean()
    again = lay_out(X, FEW, None)
    np.testing.assert_allclose(again.points, first.points, atol=1e-3)


def test_it_ends_at_once_when_it_is_no_longer_wanted() -> None:
    began = time.perf_counter()

    def progress(_share: float, _what: Text) -> None:
        if time.perf_counter() - began > 0.2:
            raise Cancelled

    with pytest.raises(Cancelled):
        arrange([X] * 50, FEW, None, progress)
    assert time.perf_counter() - began < 5
    assert not multiprocessing.active_children()


def test_too_few_examples_are_a_sentence() -> None:
    with pytest.raises(StudioError, match="5 examples or more; there are 4"):
        arrange([X[:4]], FEW, None, no_progress)
    with pytest.raises(StudioError, match="there are 0"):
        arrange([], FEW, None, no_progress)


def test_fewer_points_than_neighbours_take_what_there_is() -> None:
    found = lay_out(X[:12], Neighbourhood("tsne", perplexity=30), None)
    assert "too few examples for 30 neighbours" in str(found.note)
    assert np.isfinite(found.points).all()
    assert np.ptp(found.points) > 0


def test_hopeless_features_are_a_sentence_and_broken_rows_lie_at_the_origin() -> None:
    still = lay_out(np.ones((20, 4), np.float32), FEW, None)
    assert "the same activations" in str(still.note)
    lost = lay_out(np.full((20, 4), np.nan, np.float32), FEW, None)
    assert "diverged" in str(lost.note)
    broken = X.copy()
    broken[5] = np.inf
    found = lay_out(broken, FEW, None)
    assert not found.points[5].any()
    assert np.isfinite(found.points).all()
    huge = lay_out(X * np.float32(1e30), FEW, np.zeros((90, 2), np.float32))
    assert np.isfinite(huge.points).all()


@pytest.mark.skipif(available("umap"), reason="umap-learn is installed")
def test_a_missing_library_is_a_sentence() -> None:
    with pytest.raises(StudioError, match="umap-learn"):
        arrange([X], Neighbourhood("umap"), None, no_progress)


@pytest.mark.skipif(not available("umap"), reason="umap-learn is not installed")
@pytest.mark.slow
def test_umap_lays_out_too() -> None:
    (found,) = arrange([X], Neighbourhood("umap", neighbours=8), None, no_progress)
    score = KNeighborsClassifier(5).fit(found.points, Y).score(found.points, Y)
    assert score > 0.95


def test_moments_are_spread_over_the_film_with_its_end() -> None:
    assert list(neighbours.spread_over(100, 4)) == [0, 33, 66, 99]
    assert list(neighbours.spread_over(3, 12)) == [0, 1, 2]
    assert list(neighbours.spread_over(0, 12)) == []
