"""The path of an array through a film has the norms of its frames, however it was asked for."""

from __future__ import annotations

import numpy as np
import pytest

from mlp_studio.analysis.film import FilmFrame
from mlp_studio.analysis.kernel_path import PathKeeper


def frame(step: int, kernel: np.ndarray | None) -> FilmFrame:
    weights = None if kernel is None else {"a": (kernel.astype(np.float16),)}
    return FilmFrame(step, step / 10, {}, weights)


def film(count: int, seed: int = 0) -> list[FilmFrame]:
    rng = np.random.default_rng(seed)
    steps = np.cumsum(rng.integers(1, 30, count)).tolist()
    kernels = np.cumsum(rng.normal(size=(count, 6, 4)), axis=0)
    return [frame(step, kernel) for step, kernel in zip(steps, kernels, strict=True)]


def test_norms_and_changes_for_an_epoch() -> None:
    frames = film(5)
    path = PathKeeper().path(frames, "a", 0)
    kernels = [f.weights["a"][0].astype(np.float64) for f in frames if f.weights]
    np.testing.assert_allclose(path.norms, [np.linalg.norm(k) for k in kernels])
    assert np.isnan(path.changes[0])
    for k in range(1, 5):
        far = np.linalg.norm(kernels[k] - kernels[k - 1])
        expected = far / (frames[k].epoch - frames[k - 1].epoch)
        assert path.changes[k] == pytest.approx(expected, rel=1e-5)


def test_a_path_that_grew_and_lost_frames_is_that_of_a_fresh_look() -> None:
    frames, keeper = film(30), PathKeeper()
    for shown in (frames[:4], frames[:9], frames[:3] + frames[6:20], frames[::3], frames):
        grown, fresh = keeper.path(shown, "a", 0), PathKeeper().path(shown, "a", 0)
        np.testing.assert_array_equal(grown.norms, fresh.norms)
        np.testing.assert_array_equal(grown.changes, fresh.changes)


def test_changes_smaller_than_the_rounding_of_the_frames_are_below_the_least() -> None:
    rng = np.random.default_rng(1)
    kernel = rng.normal(size=(40, 30))
    frames = [frame(0, kernel), frame(10, kernel + 1e-5 * rng.normal(size=kernel.shape))]
    path = PathKeeper().path(frames, "a", 0)
    assert path.changes[1] < path.least < 0.01 * path.norms[0]


def test_films_without_weights_and_weights_that_are_no_numbers() -> None:
    assert len(PathKeeper().path([frame(0, None), frame(1, None)], "a", 0).epochs) == 0
    assert len(PathKeeper().path([], "a", 0).epochs) == 0
    path = PathKeeper().path([frame(0, np.ones((2, 2))), frame(1, np.full((2, 2), np.nan))], "a", 0)
    assert np.isnan(path.norms[1])
    assert path.least > 0
