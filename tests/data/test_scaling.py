"""Scaling is fitted to the training part alone, can be undone, and never divides by zero."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from pydantic import ValidationError
from sklearn.preprocessing import MinMaxScaler, StandardScaler

from mlp_studio.core.arrays import AnyArray
from mlp_studio.core.datasets import DataSpec, Spirals, Split
from mlp_studio.core.errors import Cancelled, StudioError
from mlp_studio.core.scaling import Scaler, Scaling
from mlp_studio.core.text import Text
from mlp_studio.data.leak import leak_report
from mlp_studio.data.load import load
from mlp_studio.data.scaling import fit, scaled

KINDS: list[Scaling] = ["none", "divide_255", "min_max", "standard"]
TABLES = hnp.arrays(
    np.float64,
    st.tuples(st.integers(2, 30), st.integers(1, 5)),
    elements=st.floats(-1e6, 1e6, width=32),
)


@given(x=TABLES, kind=st.sampled_from(KINDS), seed=st.integers(0, 1000))
def test_other_parts_have_no_say_in_the_parameters(x: AnyArray, kind: Scaling, seed: int) -> None:
    rng = np.random.default_rng(seed)
    train = rng.permutation(len(x))[: max(1, len(x) // 2)]
    others = np.setdiff1d(np.arange(len(x)), train)
    changed = x.copy()
    changed[others] = rng.normal(0, 1e9, (len(others), x.shape[1]))
    assert fit(kind, x, train) == fit(kind, changed, train)
    assert fit(kind, x, train) == fit(kind, x[train])


@given(x=TABLES, kind=st.sampled_from(KINDS))
def test_the_way_back_leads_to_the_same_numbers(x: AnyArray, kind: Scaling) -> None:
    scaler = fit(kind, x)
    values = scaler.transform(x)
    assert values.dtype == np.float32
    assert np.isfinite(values).all()
    reach = np.maximum(np.abs(x).max(axis=0), np.array(scaler.scale or 1.0))
    assert (np.abs(scaler.inverse(values) - x) <= 1e-6 * reach).all()


@given(x=TABLES)
def test_the_parameters_are_those_of_scikit_learn(x: AnyArray) -> None:
    theirs = MinMaxScaler().fit(x)
    ours = fit("min_max", x)
    assert np.allclose(ours.shift, theirs.data_min_)
    moving = theirs.data_range_ > 0
    assert np.allclose(np.array(ours.scale)[moving], theirs.data_range_[moving])
    standard = StandardScaler().fit(x)
    ours = fit("standard", x)
    assert np.allclose(ours.shift, standard.mean_, rtol=1e-6, atol=1e-6)
    spread = np.sqrt(standard.var_)
    moving = spread > 1e-6 * (1 + np.abs(standard.mean_))
    assert np.allclose(np.array(ours.scale)[moving], spread[moving], rtol=1e-5)


@pytest.mark.parametrize("kind", ["min_max", "standard"])
@pytest.mark.parametrize("value", [0.0, 5.0, 0.1, 1.6e9])
def test_constant_features_become_zero(kind: Scaling, value: float) -> None:
    x = np.full((7, 2), value)
    x[:, 1] = np.arange(7)
    values = fit(kind, x).transform(x)
    assert np.abs(values[:, 0]).max() == pytest.approx(0, abs=1e-6)
    assert values[:, 1].max() >= 1


def test_large_numbers_keep_their_digits() -> None:
    dates = 1.6e9 + np.arange(100.0)[:, np.newaxis]
    scaler = fit("standard", dates)
    assert scaler.scale[0] == pytest.approx(np.arange(100).std())
    assert np.abs(scaler.inverse(scaler.transform(dates)) - dates).max() < 1e-4


def test_indicators_stay_as_they_are() -> None:
    x = np.array([[1.0, 10.0], [0.0, 30.0], [1.0, 50.0]])
    for kind in KINDS[1:]:
        values = fit(kind, x, indicators=np.array([True, False])).transform(x)
        assert values[:, 0].tolist() == [1, 0, 1]
        assert values[:, 1].tolist() != [10, 30, 50]


def test_missing_values_are_filled_before_they_are_scaled() -> None:
    x = np.array([[1.0, np.nan], [3.0, 4.0]])
    scaler = fit("min_max", x, fill=np.array([9.0, 2.0]))
    assert scaler.shift == (1.0, 2.0)
    assert scaler.transform(x).tolist() == [[0, 0], [1, 1]]
    unseen = Scaler(unseen=(1,))
    assert unseen.transform(np.array([[5.0, 1.0]])).tolist() == [[5, 0]]


def test_pictures_are_brought_to_raw_values_first() -> None:
    ink = np.array([[0.0, 0.5, 1.0]], np.float32)
    assert Scaler(kind="divide_255").of_picture(ink).tolist() == ink.tolist()
    assert Scaler(kind="none").of_picture(ink).tolist() == [[0, 127.5, 255]]
    standard = Scaler(kind="standard", shift=(10.0,) * 3, scale=(2.0,) * 3)
    assert standard.of_picture(ink).tolist() == [[-5, 58.75, 122.5]]
    assert Scaler(kind="none", white=1.0).of_picture(ink).tolist() == ink.tolist()


def test_a_scaler_refuses_other_widths_and_impossible_parameters() -> None:
    scaler = fit("standard", np.arange(6.0).reshape(3, 2))
    with pytest.raises(StudioError, match="fitted to 2 features; the data has 3"):
        scaler.transform(np.zeros((1, 3)))
    for wrong in (
        {"kind": "standard"},
        {"shift": (0.0,), "scale": (0.0,)},
        {"shift": (0.0,)},
        {"unseen": (-1,)},
        {"shift": (float("nan"),), "scale": (1.0,)},
    ):
        with pytest.raises(ValidationError):
            Scaler.model_validate(wrong)


def test_a_scaler_comes_back_from_json() -> None:
    scaler = fit("standard", np.random.default_rng(0).normal(size=(50, 3)))
    assert Scaler.model_validate_json(scaler.model_dump_json()) == scaler


def test_scaling_can_be_cancelled() -> None:
    def progress(share: float, what: Text) -> None:
        if share > 0.3:
            raise Cancelled

    x = np.zeros((20_000, 3))
    for work in (
        lambda: fit("standard", x, progress=progress),
        lambda: scaled(x, np.arange(len(x)), Scaler(), progress),
    ):
        with pytest.raises(Cancelled):
            work()


@pytest.mark.parametrize("kind", ["min_max", "standard"])
def test_a_leak_is_shown_in_numbers(kind: Scaling) -> None:
    source, split = Spirals(points_per_arm=10), Split(validation=0.5, test=0.1)
    data = load(DataSpec(source=source, split=split, scaling=kind))
    report = leak_report(data)
    assert np.allclose(report.honest.shift, data.scaler.shift, atol=1e-6)
    assert np.allclose(report.honest.scale, data.scaler.scale, atol=1e-6)
    raw = [data.scaler.inverse(p.x) for p in (data.train, data.validation, data.test) if p]
    everything = fit(kind, np.concatenate(raw))
    assert np.allclose(report.shift_difference, np.subtract(everything.shift, data.scaler.shift))
    moved = np.abs(everything.transform(raw[1]) - data.validation.x)
    assert report.largest == pytest.approx(moved.max(), abs=1e-5)
    assert report.average == pytest.approx(moved.mean(), abs=1e-5)
    assert report.largest > 0
    assert f"{report.largest:.4g}" in str(report.words)
    assert (report.outside > 0) == (kind == "min_max")
    plain = load(DataSpec(source=source, split=split))
    assert leak_report(plain, kind).largest == pytest.approx(report.largest, abs=1e-4)
    assert leak_report(plain).largest == 0
