"""Scalings compared: the numbers are NumPy's, and each scaler is the one that loading makes."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from mlp_studio.core.dataset import Dataset, Facts, Part, has_own_test
from mlp_studio.core.datasets import BuiltinDigits, DataSpec, Mnist, Spirals, Split
from mlp_studio.core.errors import Cancelled
from mlp_studio.core.file_sources import Arrays
from mlp_studio.core.plane_sources import Blobs, Painted
from mlp_studio.core.scaling import Scaler, Scaling
from mlp_studio.core.table_sources import ScikitTable, Table
from mlp_studio.core.text import Text
from mlp_studio.data.comparison import SCALINGS, compare, feature_names, untouched
from mlp_studio.data.leak import leak_report
from mlp_studio.data.load import load
from mlp_studio.data.tables.choose import table_from
from mlp_studio.data.tables.inspection import inspect
from mlp_studio.data.unscaled import Unscaled

COLOURS = ("blue", "green", "red")


def people(folder: Path) -> Table:
    """Return a table with two numbers, a yes or no, and a category."""
    rng = np.random.default_rng(0)
    rows = [
        f"{rng.normal(50, 12):.1f},{rng.integers(900, 4200)},{rng.choice(['yes', 'no'])},"
        f"{rng.choice(['red', 'green', 'blue'])},{'ab'[k % 2]}"
        for k in range(120)
    ]
    path = folder / "people.csv"
    path.write_text("age,income,smoker,group,label\n" + "\n".join(rows) + "\n")
    return table_from(inspect(path))


@pytest.mark.parametrize("loaded_as", SCALINGS)
def test_whatever_the_data_was_loaded_with(loaded_as: Scaling, tmp_path: Path) -> None:
    source, split = people(tmp_path), Split(validation=0.3, test=0.1)
    found = compare(load(DataSpec(source=source, split=split, scaling=loaded_as)), source)
    assert found.names == ("age", "income", "smoker", *(f"group = {c}" for c in COLOURS))
    for kind in SCALINGS:
        data = load(DataSpec(source=source, split=split, scaling=kind))
        mine, theirs = found.scalers[kind], data.scaler
        assert np.allclose(mine.shift, theirs.shift, rtol=1e-5, atol=1e-5)
        assert np.allclose(mine.scale, theirs.scale, rtol=1e-5)
        x, numbers = data.train.x.astype(np.float64), found.numbers[kind]
        assert np.allclose(numbers.low, x.min(axis=0), rtol=1e-4, atol=1e-4)
        assert np.allclose(numbers.high, x.max(axis=0), rtol=1e-4, atol=1e-4)
        assert np.allclose(numbers.mean, x.mean(axis=0), rtol=1e-4, atol=1e-4)
        assert np.allclose(numbers.deviation, x.std(axis=0), rtol=1e-4, atol=1e-4)


def test_pictures_in_several_chunks_and_features_that_never_change() -> None:
    rng = np.random.default_rng(1)
    pictures = rng.integers(0, 256, (5000, 6, 5)).astype(np.float32)
    pictures[:, 0, 0] = 7
    part = Part(pictures / np.float32(255), np.zeros(5000, np.int32))
    facts = Facts("multiclass", (6, 5), 3)
    data = Dataset(facts, part, part, None, ("0", "1", "2"), Scaler(kind="divide_255"))
    found = compare(data, Spirals())
    raw = pictures.reshape(5000, -1).astype(np.float64)
    assert np.allclose(found.numbers["none"].mean, raw.mean(axis=0))
    assert np.allclose(found.numbers["none"].deviation, raw.std(axis=0))
    assert found.numbers["none"].deviation[0] == 0
    assert found.numbers["standard"].high[0] == 0
    assert np.allclose(found.numbers["standard"].deviation[1:], 1)
    assert np.allclose(found.numbers["min_max"].high[1:], 1)


def test_rows_of_several_parts_are_as_they_were() -> None:
    x = np.random.default_rng(2).normal(size=(9, 2)).astype(np.float32)
    scaler = Scaler(kind="standard", shift=(3.0, -1.0), scale=(2.0, 0.5))
    scaled = scaler.transform(x)
    y = np.zeros(9, np.int32)
    parts = [Part(scaled[a:b], y[a:b]) for a, b in ((0, 4), (4, 5), (5, 9))]
    raw = Unscaled(scaler, *parts)
    assert raw.shape == (9, 2)
    rows = np.array([8, 0, 4, 3, 5])
    assert np.allclose(raw[rows], x[rows], atol=1e-6)


def test_a_leak_leaves_indicators_alone(tmp_path: Path) -> None:
    source = people(tmp_path)
    data = load(DataSpec(source=source, split=Split(validation=0.3), scaling="none"))
    report = leak_report(data, "standard", indicators=untouched(source))
    assert report.shift_difference[:2].all()
    assert not report.shift_difference[2:].any()
    assert set(report.honest.scale[2:]) == {1.0}
    assert report.feature in {0, 1}


def test_comparing_can_be_cancelled() -> None:
    data = load(DataSpec(source=Spirals()))

    def progress(share: float, _what: Text) -> None:
        if share > 0.5:
            raise Cancelled

    with pytest.raises(Cancelled):
        compare(data, Spirals(), progress)
    with pytest.raises(Cancelled):
        leak_report(data, "min_max", progress=progress)


def test_names_of_features() -> None:
    assert feature_names(ScikitTable(name="iris"))[2] == "petal length (cm)"
    assert len(feature_names(ScikitTable(name="breast_cancer"))) == 30
    assert feature_names(Spirals()) == ()


def test_which_sources_bring_a_test_set() -> None:
    arrays = Arrays(path="a.npz", x="x", y="y", shape=(2,), classes=("0", "1"))
    assert has_own_test(Mnist())
    assert has_own_test(BuiltinDigits())
    assert has_own_test(arrays.model_copy(update={"x_test": "x_test", "y_test": "y_test"}))
    assert not has_own_test(arrays)
    assert not has_own_test(Spirals())
    assert not has_own_test(ScikitTable())


def test_uneven_classes_of_the_plane_are_pointed_out_too() -> None:
    assert load(DataSpec(source=Blobs())).notes == ()
    points = tuple((k / 50, k / 50, int(k >= 45)) for k in range(50))
    (note,) = load(DataSpec(source=Painted(points=points))).notes
    assert "“0” has 36 training examples, “1” 4" in str(note)
