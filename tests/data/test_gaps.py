"""Counting rows by what is missing in them, against pandas."""

from pathlib import Path

import numpy as np
import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from mlp_studio.data.tables import gaps
from mlp_studio.data.tables.cells import Texts
from mlp_studio.data.tables.gaps import Gaps
from mlp_studio.data.tables.inspection import inspect

ROWS = st.lists(st.lists(st.booleans(), min_size=10, max_size=10), min_size=1, max_size=60)
COLUMNS = st.sets(st.integers(0, 9))


@given(ROWS, COLUMNS, COLUMNS, st.integers(1, 20))
def test_rows_are_counted_as_they_are(
    rows: list[list[bool]], wanted: set[int], without: set[int], size: int
) -> None:
    empty = np.array(rows)
    counted = Gaps()
    for start in range(0, len(empty), size):
        block = empty[start : start + size]
        numbers = [np.where(mask, np.nan, 1.0) for mask in block.T[:5]]
        texts = [Texts(np.where(mask, -1, 0), ["word"]) for mask in block.T[5:]]
        counted.add([*numbers, *texts])
    blank = empty.all(axis=1)
    assert counted.blank == blank.sum()
    lacking = empty[:, sorted(wanted)].any(axis=1)
    barred = empty[:, sorted(without)].any(axis=1)
    assert counted.rows(wanted, without=without) == (lacking & ~barred & ~blank).sum()


def test_too_many_patterns_are_not_counted() -> None:
    many = np.random.default_rng(0).random((5000, 40)) < 0.5
    counted = Gaps()
    counted.add([np.where(mask, np.nan, 0.0) for mask in many.T])
    assert len(np.unique(many, axis=0)) > gaps.MOST
    assert counted.rows({0}) is None


def test_a_file_says_how_many_rows_lack_what(tmp_path: Path) -> None:
    rng = np.random.default_rng(1)
    table = pd.DataFrame({"a": rng.random(300), "b": rng.random(300), "c": ["x", "y"] * 150})
    for name in table:
        table.loc[rng.choice(300, 40, replace=False), name] = np.nan
    path = tmp_path / "t.csv"
    table.to_csv(path, index=False)
    info = inspect(path)
    gone = table.isna()
    whole = gone.all(axis=1)
    assert info.rows == 300 - whole.sum()
    assert info.rows_lacking(["a", "b"]) == (gone[["a", "b"]].any(axis=1) & ~whole).sum()
    some = gone[["a", "b"]].any(axis=1) & ~gone["c"]
    assert info.rows_lacking(["a", "b"], without=["c"]) == some.sum()
