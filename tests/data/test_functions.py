"""Functions given by formulas, and their samples."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from mlp_studio.core.arrays import AnyArray
from mlp_studio.core.dataset import Facts, facts
from mlp_studio.core.datasets import DataSpec, Source
from mlp_studio.core.errors import Cancelled, StudioError
from mlp_studio.core.function_source import (
    GALLERY,
    MAX_INPUTS,
    Function,
    FunctionInput,
    gallery_name,
)
from mlp_studio.core.text import Text
from mlp_studio.data.functions import CHUNK, evaluate, grid_side, sample
from mlp_studio.data.load import load


def _function(name: str) -> Function:
    return GALLERY[name].function


def _one(*formulas: str, low: float = -1, high: float = 1, **settings: object) -> Function:
    inputs = ({"name": "x", "low": low, "high": high},)
    return Function.model_validate({"formulas": formulas, "inputs": inputs, **settings})


# --- the notebooks' two ---------------------------------------------------------------------


def test_egg_crate_at_known_points() -> None:
    x = np.array([[0, 0], [math.pi / 2, math.pi / 2], [1, -2]])
    expected = [0, 1 + 0.05 * math.pi**2, math.sin(1) * math.sin(-2) + 0.5]
    values = evaluate(_function("egg-crate"), x)[:, 0]
    np.testing.assert_allclose(values, expected, rtol=1e-6, atol=1e-7)


def test_radial_gaussian_at_known_points() -> None:
    x = np.array([[0, 0], [3, 4], [-1, 0]])
    expected = [1, math.exp(-25 / 4) * math.cos(10), math.exp(-0.25) * math.cos(2)]
    np.testing.assert_allclose(evaluate(_function("radial-gaussian"), x)[:, 0], expected, rtol=1e-6)


def _egg_crate(x: AnyArray, y: AnyArray) -> AnyArray:
    return np.asarray(np.sin(x) * np.sin(y) + 0.1 * (x**2 + y**2))


def _radial_gaussian(x: AnyArray, y: AnyArray) -> AnyArray:
    r = np.hypot(x, y)
    return np.asarray(np.exp(-(r**2) / 4) * np.cos(2 * r))


@pytest.mark.parametrize(
    ("name", "function"), [("egg-crate", _egg_crate), ("radial-gaussian", _radial_gaussian)]
)
def test_the_samples_are_the_notebooks_to_the_last_bit(
    name: str, function: Callable[[AnyArray, AnyArray], AnyArray]
) -> None:
    for seed in (0, 42):
        drawn = np.random.default_rng(seed).uniform(-4.0, 4.0, (5000, 2)).astype(np.float32)
        got = sample(Function.model_validate({"function": name, "seed": seed}))
        assert np.array_equal(got.x, drawn)
        wide = drawn.astype(np.float64)
        assert np.array_equal(got.y[:, 0], function(wide[:, 0], wide[:, 1]).astype(np.float32))


def test_the_former_form_is_read() -> None:
    old = {"kind": "function", "function": "radial-gaussian", "low": -2.0, "high": 3.0,
           "samples": 700, "seed": 5}  # fmt: skip
    source = TypeAdapter(Source).validate_python(old)
    assert isinstance(source, Function)
    assert source.formulas == _function("radial-gaussian").formulas
    assert source.names == ("x", "y")
    assert {(each.low, each.high) for each in source.inputs} == {(-2.0, 3.0)}
    assert (source.samples, source.seed, source.sampling, source.noise) == (700, 5, "uniform", 0)
    assert TypeAdapter(Source).validate_json(source.model_dump_json()) == source
    plain = TypeAdapter(Source).validate_python({"kind": "function", "function": "egg-crate"})
    assert isinstance(plain, Function)
    assert gallery_name(plain) == "egg-crate"


# --- the gallery ----------------------------------------------------------------------------


@pytest.mark.parametrize("name", GALLERY)
def test_the_gallery_can_be_learnt_from(name: str) -> None:
    source = _function(name)
    assert gallery_name(source) == name
    assert gallery_name(source.model_copy(update={"seed": 3, "noise": 0.1})) == name
    data = load(DataSpec(source=source))
    assert data.facts == facts(source)
    assert data.notes == ()
    assert np.isfinite(data.train.y).all()
    assert (data.train.y.std(axis=0) > 0.1).all()


def test_what_the_gallery_promises() -> None:
    at = np.array([[1.0, 1.0], [0.0, 0.0]])
    assert evaluate(_function("rosenbrock"), at)[0, 0] == 0
    assert evaluate(_function("ackley"), at)[1, 0] == pytest.approx(0, abs=1e-6)
    assert evaluate(_function("peaks"), at)[1, 0] == pytest.approx(0.9810, abs=1e-4)
    assert facts(_function("curve")) == Facts("regression", (1,), 2)
    assert facts(_function("vortex")) == Facts("regression", (2,), 2)
    field = evaluate(_function("vortex"), at)
    assert (field * at).sum() == pytest.approx(0, abs=1e-6)  # across the radius


# --- sampling -------------------------------------------------------------------------------

ranges = st.tuples(st.floats(-100, 99), st.floats(0.5, 100)).map(lambda r: (r[0], r[0] + r[1]))
sampled = st.builds(
    lambda ends, samples, sampling, noise, seed: Function(
        formulas=(" + ".join(f"x{k}" for k in range(len(ends))), "x0^2"),
        inputs=tuple(FunctionInput(name=f"x{k}", low=a, high=b) for k, (a, b) in enumerate(ends)),
        samples=samples,
        sampling=sampling,
        noise=noise,
        seed=seed,
    ),
    st.lists(ranges, min_size=1, max_size=MAX_INPUTS),
    st.integers(10, 500),
    st.sampled_from(["uniform", "grid", "latin-hypercube"]),
    st.sampled_from([0.0, 0.3]),
    st.integers(0, 1000),
)


@given(sampled)
@settings(max_examples=80, deadline=None)
def test_the_same_seed_gives_the_same_samples_within_the_ranges(spec: Function) -> None:
    first, again = sample(spec), sample(spec)
    assert np.array_equal(first.x, again.x)
    assert np.array_equal(first.y, again.y)
    assert first.x.dtype == first.y.dtype == np.float32
    assert first.x.shape[1] == len(spec.inputs)
    assert first.y.shape == (len(first.x), 2)
    for column, each in zip(first.x.T, spec.inputs, strict=True):
        assert column.min() >= np.float32(each.low)
        assert column.max() <= np.float32(each.high)
    if spec.sampling == "grid":
        return
    assert len(first.x) == spec.samples
    other = sample(spec.model_copy(update={"seed": spec.seed + 1}))
    assert not np.array_equal(first.x, other.x)


@given(sampled)
@settings(max_examples=50, deadline=None)
def test_a_latin_hypercube_has_one_sample_in_each_strip_of_each_input(spec: Function) -> None:
    n = spec.samples
    inputs = tuple(FunctionInput(name=name, low=0, high=n) for name in spec.names)
    cube = spec.model_copy(update={"sampling": "latin-hypercube", "inputs": inputs})
    for column in sample(cube).x.T:
        clear = np.abs(column - np.rint(column)) > 1e-4  # float32 may round onto an edge
        strips = np.floor(column[clear]).astype(int)
        assert len(set(strips)) == len(strips)
        assert len(strips) >= 0.98 * n - 2
    assert len(sample(cube).x) == n


@given(st.integers(1, MAX_INPUTS), st.integers(10, 1_000_000))
def test_a_grid_is_the_largest_that_was_asked_for(n: int, samples: int) -> None:
    inputs = tuple(FunctionInput(name=f"x{k}") for k in range(n))
    spec = Function(formulas=("x0",), inputs=inputs, samples=samples, sampling="grid")
    side = grid_side(spec)
    assert side >= 2
    assert side == 2 or side**n <= samples
    assert (side + 1) ** n > samples


def test_a_grid_reaches_from_end_to_end_and_says_how_large_it_is() -> None:
    spec = Function(samples=50, sampling="grid")
    got = sample(spec)
    assert sorted(set(got.x[:, 0].tolist())) == pytest.approx(np.linspace(-4, 4, 7).tolist())
    assert len({tuple(point) for point in got.x.tolist()}) == 49
    assert [str(note) for note in got.notes] == ["The grid has 7 × 7 = 49 points."]
    assert sample(spec.model_copy(update={"samples": 49})).notes == ()


def test_noise_is_a_share_of_each_outputs_own_spread() -> None:
    clean = sample(_one("x", "100 * x", samples=20_000))
    noisy = sample(_one("x", "100 * x", samples=20_000, noise=0.5))
    assert np.array_equal(clean.x, noisy.x)
    added = (noisy.y - clean.y).std(axis=0) / clean.y.std(axis=0)
    np.testing.assert_allclose(added, 0.5, rtol=0.03)


def test_many_samples_are_evaluated_in_chunks_and_can_be_cancelled() -> None:
    spec = _one("x^2", samples=2 * CHUNK + 10)
    told: list[float] = []
    got = sample(spec, lambda share, _what: told.append(share))
    np.testing.assert_allclose(got.y, got.x**2, rtol=1e-6)
    assert len(told) == 3
    assert told == sorted(told)

    def cancel(share: float, _what: Text) -> None:
        if share > 0.3:
            raise Cancelled

    with pytest.raises(Cancelled):
        sample(spec, cancel)


# --- where there is no value ----------------------------------------------------------------


def test_samples_without_a_value_are_left_out_and_counted() -> None:
    spec = _one("sqrt(x)", "1", samples=1000)
    data = load(DataSpec(source=spec))
    total = len(data.train) + len(data.validation)
    assert total < 600
    assert data.train.x.min() >= 0
    assert np.isfinite(data.train.y).all()
    expected = f"{1000 - total} of 1,000 samples have no finite value and are left out."
    assert [str(note) for note in data.notes] == [expected]


def test_what_single_precision_cannot_hold_is_left_out_too() -> None:
    got = sample(_one("exp(100 * x)", samples=500))
    assert 0 < len(got.y) < 500
    assert np.isfinite(got.y).all()


def test_no_value_anywhere_is_an_error() -> None:
    with pytest.raises(StudioError, match=r"No sample has a finite value in log\(x\)"):
        load(DataSpec(source=_one("log(x)", low=-2, high=-1)))


# --- specs ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"formulas": ("sin(",)}, r"ends where a value.*'sin\(', character 5"),
        ({"formulas": ("x + z",)}, "Nothing is called “z”"),
        ({"formulas": ()}, "formulas"),
        ({"formulas": ("x",) * 9}, "formulas"),
        ({"formulas": ("x" * 501,)}, "formulas"),
        ({"inputs": ()}, "inputs"),
        ({"inputs": ({"name": "sin"},)}, "meaning of its own"),
        ({"inputs": ({"name": "x"}, {"name": "x"})}, "Two inputs"),
        ({"inputs": ({"name": "x", "low": 2, "high": 1},)}, "low must be below high"),
        ({"inputs": ({"name": "x", "low": float("nan")},)}, "finite"),
        ({"sampling": "sobol"}, "sampling"),
        ({"noise": -1}, "noise"),
        ({"samples": 10**7}, "samples"),
        ({"function": "sinc"}, "egg-crate, radial-gaussian. Received: 'sinc'"),
        ({"low": 4, "high": -4}, r"low must be below high. Received: 4\.0 and -4\.0"),
    ],
)
def test_what_is_no_function_is_refused(change: dict[str, object], words: str) -> None:
    with pytest.raises(ValidationError, match=words):
        Function.model_validate(change)
