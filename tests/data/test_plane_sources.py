"""Every source of the plane: shapes, seeds, class shares and the geometry it promises."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from mlp_studio.core.dataset import Facts, facts
from mlp_studio.core.datasets import AnySource, DataSpec, Source
from mlp_studio.core.errors import StudioError
from mlp_studio.core.plane_sources import (
    MAX_PAINTED,
    AnyPlane,
    Blobs,
    Checkerboard,
    Circles,
    GaussianQuantiles,
    Moons,
    Painted,
    Xor,
)
from mlp_studio.data.load import load
from mlp_studio.data.plane import points

samples = st.integers(10, 400)
noise = st.floats(0, 3)
seeds = st.integers(0, 2**31 - 1)
specs = st.one_of(
    st.builds(Moons, samples=samples, noise=noise, seed=seeds),
    st.builds(
        Circles, n_classes=st.integers(2, 8), samples=samples, noise=noise,
        factor=st.floats(0, 0.95), seed=seeds,
    ),
    st.builds(Blobs, n_classes=st.integers(2, 12), samples=samples, noise=noise, seed=seeds),
    st.builds(Xor, samples=samples, noise=noise, gap=st.floats(0, 0.9), seed=seeds),
    st.builds(
        Checkerboard, n_classes=st.integers(2, 6), squares=st.integers(2, 12), samples=samples,
        noise=noise, seed=seeds,
    ),
    st.builds(
        GaussianQuantiles, n_classes=st.integers(2, 10), samples=samples, noise=noise, seed=seeds
    ),
)  # fmt: skip


@given(specs)
@settings(max_examples=80, deadline=None)
def test_as_many_points_as_asked_the_same_for_the_same_seed(spec: AnyPlane) -> None:
    x, y = points(spec)
    assert x.shape == (spec.samples, 2)
    assert y.shape == (spec.samples,)
    assert (x.dtype, y.dtype) == (np.float32, np.int32)
    assert np.isfinite(x).all()
    assert y.min() >= 0
    assert y.max() < spec.classes
    again = points(spec)
    assert np.array_equal(again[0], x)
    assert np.array_equal(again[1], y)


@given(specs)
@settings(max_examples=60, deadline=None)
def test_another_seed_gives_other_points(spec: AnyPlane) -> None:
    other = spec.model_copy(update={"seed": (spec.seed + 1) % 2**31})
    # Without noise the moons and the rings hold nothing random but the moons' order.
    if not (isinstance(spec, Circles) and spec.noise < 1e-6):
        assert not np.array_equal(points(spec)[0], points(other)[0])


@given(specs)
@settings(max_examples=80, deadline=None)
def test_every_class_has_its_share(spec: AnyPlane) -> None:
    if isinstance(spec, Checkerboard):
        return  # its squares have their shares: see below
    counts = np.bincount(points(spec)[1], minlength=spec.classes)
    slack = spec.classes if isinstance(spec, GaussianQuantiles) else 2
    assert counts.max() - counts.min() <= slack
    assert counts.sum() == spec.samples


@given(specs)
@settings(max_examples=60, deadline=None)
def test_json_and_facts(spec: AnyPlane) -> None:
    again: AnySource = TypeAdapter(Source).validate_json(spec.model_dump_json())
    assert again == spec
    known = facts(spec)
    assert known.input_shape == (2,)
    assert known.outputs == spec.classes
    assert known.task == ("binary" if spec.classes == 2 else "multiclass")


def test_moons_are_half_circles() -> None:
    x, y = points(Moons(samples=300, noise=0))
    np.testing.assert_allclose(np.hypot(*x[y == 0].T), 1, atol=1e-5)
    assert x[y == 0, 1].min() >= -1e-6
    lower = x[y == 1] - np.array([1, 0.5])
    np.testing.assert_allclose(np.hypot(*lower.T), 1, atol=1e-5)
    assert lower[:, 1].max() <= 1e-6


def test_rings_have_even_radii_from_the_factor_to_one() -> None:
    x, y = points(Circles(n_classes=4, samples=402, noise=0, factor=0.4))
    assert np.bincount(y).tolist() == [101, 101, 100, 100]
    for number, radius in enumerate((0.4, 0.6, 0.8, 1.0)):
        np.testing.assert_allclose(np.hypot(*x[y == number].T), radius, atol=1e-6)


def test_two_rings_are_those_of_scikit_learn() -> None:
    from sklearn.datasets import make_circles

    theirs, numbers = make_circles(200, noise=None, factor=0.5, shuffle=False)
    x, y = points(Circles(samples=200, noise=0))
    np.testing.assert_allclose(x[y == 1], theirs[numbers == 0], atol=1e-6)  # the outer one
    np.testing.assert_allclose(x[y == 0], theirs[numbers == 1], atol=1e-6)


def test_blobs_stand_on_the_seeds_centres() -> None:
    x, y = points(Blobs(n_classes=4, samples=4000, noise=0.2))
    for number in range(4):
        heap = x[y == number]
        np.testing.assert_allclose(heap.std(axis=0), 0.2, rtol=0.1)
        assert np.abs(heap.mean(axis=0)).max() <= 10.1


@given(st.floats(0, 0.9), seeds)
@settings(max_examples=20, deadline=None)
def test_xor_tells_the_signs_apart_and_leaves_the_gap_free(gap: float, seed: int) -> None:
    x, y = points(Xor(samples=201, gap=gap, seed=seed))
    assert np.abs(x).max() <= 1
    assert np.abs(x).min() >= gap - 1e-6
    assert np.array_equal(y, (np.prod(x, axis=1) < 0).astype(int))


@given(st.integers(2, 6), st.integers(2, 12), seeds)
@settings(max_examples=30, deadline=None)
def test_the_squares_of_the_board_take_turns_and_are_filled_evenly(
    classes: int, squares: int, seed: int
) -> None:
    spec = Checkerboard(n_classes=classes, squares=squares, samples=1000, seed=seed)
    x, y = points(spec)
    assert np.abs(x).max() <= 1
    inner = np.clip((x.astype(float) + 1) * squares / 2, 0, squares - 1e-9)
    cell = np.floor(inner).astype(int)
    clear = (np.abs(inner - np.rint(inner)) > 1e-5).all(axis=1)  # float32 may round onto a line
    assert np.array_equal(y[clear], (cell.sum(axis=1) % classes)[clear])
    filled = np.bincount(cell[clear] @ [1, squares], minlength=squares**2)
    assert filled.max() - filled.min() <= 1 + (~clear).sum()


def test_quantiles_are_rings_of_one_cloud() -> None:
    x, y = points(GaussianQuantiles(n_classes=3, samples=900))
    radius = np.hypot(*x.T)
    for number in range(2):
        assert radius[y == number].max() <= radius[y == number + 1].min() + 1e-6
    assert np.bincount(y).tolist() == [300, 300, 300]


@pytest.mark.parametrize(
    "spec", [Moons, Circles, Blobs, Xor, Checkerboard, GaussianQuantiles], ids=lambda c: c.__name__
)
def test_noise_moves_points_and_no_labels(spec: type[AnyPlane]) -> None:
    calm, noisy = spec(noise=0.01), spec(noise=0.5)
    (x, y), (moved, same) = points(calm), points(noisy)
    assert np.array_equal(np.bincount(y), np.bincount(same))
    assert not np.array_equal(x, moved)


@pytest.mark.parametrize(
    "spec",
    [Moons(), Circles(n_classes=3), Blobs(), Xor(), Checkerboard(), GaussianQuantiles()],
    ids=lambda spec: spec.kind,
)
def test_through_the_one_door(spec: AnyPlane) -> None:
    data = load(DataSpec(source=spec))
    assert len(data.train) + len(data.validation) == spec.samples
    assert data.class_names == tuple(str(n) for n in range(spec.classes))
    assert data.notes == ()
    all_classes = np.bincount(np.concatenate([data.train.y, data.validation.y]))
    share = np.bincount(data.validation.y) / all_classes
    np.testing.assert_allclose(share, 0.2, atol=1.01 / all_classes.min())


# --- painted --------------------------------------------------------------------------------

place = st.floats(-1, 1)
paintings = st.lists(st.tuples(place, place, st.integers(0, 2)), max_size=40)


@given(paintings)
def test_a_painting_is_kept_and_given_back(painting: list[tuple[float, float, int]]) -> None:
    spec = Painted(n_classes=3, points=tuple(painting))
    assert TypeAdapter(Source).validate_json(spec.model_dump_json()) == spec
    counts = np.bincount([number for *_, number in painting], minlength=3)
    if (counts > 0).sum() < 2 or (counts == 1).any():
        with pytest.raises(StudioError):
            points(spec)
        return
    x, y = points(spec)
    np.testing.assert_allclose(x, np.array(painting)[:, :2], atol=1e-7)
    assert y.tolist() == [number for *_, number in painting]


@pytest.mark.parametrize(
    ("painting", "words"),
    [
        ((), "Nothing is painted yet"),
        (((0, 0, 1), (1, 1, 1)), "All points are of class 1"),
        (((0, 0, 0), (1, 1, 0), (0, 1, 1)), "Class 1 has a single point"),
    ],
)
def test_too_little_painted_is_said(
    painting: tuple[tuple[float, float, int], ...], words: str
) -> None:
    with pytest.raises(StudioError, match=words) as caught:
        load(DataSpec(source=Painted(points=painting)))
    assert caught.value.remedy is not None


def test_what_cannot_have_been_painted_is_refused() -> None:
    with pytest.raises(ValidationError, match="below n_classes"):
        Painted(points=((0, 0, 2),))
    with pytest.raises(ValidationError, match="points"):
        Painted(points=((0, 0, 0),) * (MAX_PAINTED + 1))
    with pytest.raises(ValidationError, match="finite"):
        Painted(points=((float("nan"), 0, 0),))


def test_facts_of_a_painting_do_not_wait_for_its_points() -> None:
    assert facts(Painted()) == Facts("binary", (2,), 2)
    assert facts(Painted(n_classes=5)) == Facts("multiclass", (2,), 5)
