"""Tables: looked at, corrected, loaded; and refused by name, row and column."""

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from mlp_studio.core.dataset import facts
from mlp_studio.core.datasets import DataSpec, Split
from mlp_studio.core.errors import Cancelled, StudioError
from mlp_studio.core.table_sources import ScikitTable, Table
from mlp_studio.core.text import Text
from mlp_studio.data.load import load
from mlp_studio.data.tables import text_blocks
from mlp_studio.data.tables.choose import table_from
from mlp_studio.data.tables.inspection import TableInfo, inspect


def frame(n: int = 120) -> pd.DataFrame:
    rng = np.random.default_rng(0)
    return pd.DataFrame(
        {
            "id": np.arange(1, n + 1),
            "height": rng.normal(170, 10, n).round(2),
            "colour": rng.choice(["red", "green", "blue"], n),
            "smoker": rng.choice(["yes", "no"], n),
            "remark": [f"remark {value:.6f}" for value in rng.random(n)],
            "same": 7,
            "kind": rng.choice(["a", "b"], n),
        }
    )


def write(folder: Path, words: str, name: str = "table.csv", encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes(words.encode(encoding))
    return path


@pytest.fixture(params=["csv", "tsv", "european", "utf-16", "xlsx", "parquet"])
def any_table(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The same table in every format."""
    path, table = tmp_path / f"table.{request.param}", frame()
    if request.param == "csv":
        table.to_csv(path, index=False)
    elif request.param == "tsv":
        table.to_csv(path, index=False, sep="\t")
    elif request.param == "european":
        table.to_csv(path, index=False, sep=";", decimal=",", encoding="cp1252")
    elif request.param == "utf-16":
        table.to_csv(path, index=False, sep="\t", encoding="utf-16", lineterminator="\r\n")
    elif request.param == "xlsx":
        table.to_excel(path, index=False)
    else:
        table.to_parquet(path)
    return path


def test_every_format_says_the_same(any_table: Path) -> None:
    info = inspect(any_table)
    table = frame()
    assert info.rows == len(table)
    assert [column.name for column in info.columns] == list(table)
    assert [column.type for column in info.columns] == [
        "number", "number", "category", "yes_no", "text", "number", "category",
    ]  # fmt: skip
    assert [column.role for column in info.columns] == [
        "ignore", "input", "input", "input", "ignore", "ignore", "target",
    ]  # fmt: skip
    assert info.task == "classification"
    assert "“kind” has 2" in str(info.why)
    assert info.column("colour").categories == ("blue", "green", "red")
    assert info.column("smoker").categories == ("no", "yes")
    assert info.column("height").low == table["height"].min()
    assert tuple(cell.replace(",", ".") for cell in info.preview[0][1:4]) == (
        f"{table['height'][0]:g}", table["colour"][0], table["smoker"][0],
    )  # fmt: skip
    source = table_from(info)
    assert source.feature_names == (
        "height", "colour = blue", "colour = green", "colour = red", "smoker",
    )  # fmt: skip
    assert facts(source).input_shape == (5,)
    data = load(DataSpec(source=source, split=Split(stratified=False)))
    x = np.concatenate([data.train.x, data.validation.x])
    wanted = np.stack(
        [
            table["height"].astype(np.float32),
            *[table["colour"] == name for name in ("blue", "green", "red")],
            table["smoker"] == "yes",
        ],
        axis=1,
    ).astype(np.float32)
    assert np.allclose(np.sort(x, axis=0), np.sort(wanted, axis=0), rtol=1e-6)
    assert data.class_names == ("a", "b")
    assert sum(map(sum, data.class_counts.values())) == len(table)


def test_corrections(tmp_path: Path) -> None:
    frame().to_csv(tmp_path / "t.csv", index=False)
    info = inspect(tmp_path / "t.csv")
    source = table_from(info, roles={"height": "target"})
    assert source.task == "regression"
    assert source.class_names == ()
    assert [column.name for column in source.inputs] == ["colour", "smoker", "kind"]
    classes = table_from(info, roles={"smoker": "target", "colour": "ignore"})
    assert classes.class_names == ("no", "yes")
    assert [column.name for column in classes.inputs] == ["height", "kind"]
    numbers = table_from(info, types={"same": "category"}, roles={"same": "input"})
    assert numbers.feature_names[-1] == "same = 7"
    for wrong, words in (
        ({"roles": {"nowhere": "input"}}, "no column “nowhere”"),
        ({"roles": {"remark": "input"}}, "“remark” holds words that differ"),
        ({"types": {"colour": "number"}}, "“colour” holds no numbers"),
        ({"types": {"colour": "yes_no"}}, "“colour” has 3 different values"),
        ({"task": "regression"}, "“kind” holds no numbers"),
        ({"roles": {"kind": "ignore"}}, "no column is the target"),
        ({"roles": {"same": "target"}, "types": {"same": "category"}}, "one class only, “7”"),
    ):
        choice: dict[str, Any] = dict(wrong)
        with pytest.raises(StudioError, match=words) as caught:
            table_from(info, **choice)
        assert "t.csv" in str(caught.value)


def test_whole_numbers_are_classes_when_they_are_few(tmp_path: Path) -> None:
    path = write(tmp_path, "a,quality\n" + "".join(f"{k / 7},{k % 3 + 3}\n" for k in range(90)))
    info = inspect(path)
    assert info.task == "classification"
    assert table_from(info).class_names == ("3", "4", "5")
    assert table_from(info, task="regression").outputs == 1
    few = write(tmp_path, "a,price\n" + "".join(f"{k},{k * 1.5}\n" for k in (5, 1, 9, 3)))
    assert inspect(few).task == "regression"


MISSING = "n,c,y\n" + "1,a,p\n,a,q\n3,,p\n4,b,q\n5,b,\n?,b,p\n7,b,q\n8,b,p\n9,a,q\n10,b,p\n" * 5


def test_missing_values_are_filled_from_the_training_part(tmp_path: Path) -> None:
    info = inspect(write(tmp_path, MISSING))
    assert info.column("n").missing == 10
    assert info.column("c").missing == 5
    dropped = load(DataSpec(source=table_from(info)))
    assert dropped.scaler.fill == ()
    assert [str(note) for note in dropped.notes[:2]] == [
        "5 rows without a value to predict were left out.",
        "15 rows with missing values were left out.",
    ]
    for policy in ("mean", "most_frequent"):
        data = load(DataSpec(source=table_from(info, missing=policy)))
        assert np.isfinite(data.train.x).all()
        n, a, b = data.scaler.fill
        assert (a, b) == (0, 1)
        train = data.train.x[:, 0][data.train.x[:, 0] != np.float32(n)]
        if policy == "mean":
            assert n == pytest.approx(train.mean(), rel=1e-5)
            assert "the training part's mean" in " ".join(map(str, data.notes))
        else:
            assert n in {1, 3, 4, 7, 8, 9, 10}
        assert "“c”: 5 missing values become “b”" in " ".join(map(str, data.notes))


def test_what_the_training_part_lacks_is_zero_and_said(tmp_path: Path) -> None:
    rows = [f"{k},{'rare' if k == 0 else 'ab'[k % 2]},{'pq'[k % 2]}\n" for k in range(60)]
    source = table_from(inspect(write(tmp_path, "n,c,y\n" + "".join(rows))))
    seen = set()
    for seed in range(12):
        data = load(DataSpec(source=source, split=Split(seed=seed, validation=0.4)))
        rare = source.feature_names.index("c = rare")
        held = bool(data.scaler.unseen)
        seen.add(held)
        assert data.train.x[:, rare].sum() == (0 if held else 1)
        assert data.validation.x[:, rare].sum() == 0
        assert held == any("has no “rare”" in str(note) for note in data.notes)
    assert seen == {True, False}


BAD = {
    "empty": ("", "is empty"),
    "blank": ("\n\n  \n", "is empty"),
    "only names": ("a,b\n", "no rows"),
    "one column": ("a\n1\n2\n", "one column only"),
    "binary": ("a,b\n1,\0\n", "is not text"),
    "too wide": ("a,b\n1,2\n3,4,5\n", "row 3 has 3 cells"),
    "much too wide": ("a,b\n1,2\n1,2\n3,4,5,6,7\n", "row 4 has 5 cells"),
    "open quote": ('a,b\n1,2\n3,"4\n5,6\n', "quotation mark"),
    "one class": ("a,y\n1.5,p\n2.7,p\n3.1,p\n", "one class only, “p”"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_tables_are_refused_by_name(tmp_path: Path, name: str) -> None:
    words, reason = BAD[name]
    path = write(tmp_path, words)
    with pytest.raises(StudioError, match=reason) as caught:
        table_from(inspect(path), roles={"y": "target"} if "y\n" in words else None)
    assert str(path) in str(caught.value)
    assert caught.value.remedy


def test_text_among_numbers_is_named_by_row_and_column(tmp_path: Path) -> None:
    rows = [f"{k}.5,{'pq'[k % 2]}\n" for k in range(40)]
    rows[16] = "tall,p\n"
    info = inspect(write(tmp_path, "height,y\n" + "".join(rows)))
    assert info.column("height").type == "number"
    assert info.column("height").faults == 1
    assert info.column("height").first_fault == (18, "tall")
    with pytest.raises(StudioError, match="row 18 has “tall” in column “height”"):
        load(DataSpec(source=table_from(info)))
    rows[16] = "1e39,p\n"
    info = inspect(write(tmp_path, "height,y\n" + "".join(rows)))
    with pytest.raises(StudioError, match=r"row 18 has “1e\+39” in column “height”, a number bey"):
        load(DataSpec(source=table_from(info)))
    rows[16] = "inf,p\n"
    info = inspect(write(tmp_path, "height,y\n" + "".join(rows)))
    with pytest.raises(StudioError, match="row 18"):
        load(DataSpec(source=table_from(info)))


def test_a_file_that_has_changed_is_told(tmp_path: Path) -> None:
    rows = "".join(f"{k},{'ab'[k % 2]},{'pq'[k % 2]}\n" for k in range(20))
    path = write(tmp_path, "n,c,y\n" + rows)
    source = table_from(inspect(path), roles={"n": "input"})
    write(tmp_path, "n,c,y\n" + rows + "3,new,p\n")
    with pytest.raises(StudioError, match="row 22 has “new” in column “c”"):
        load(DataSpec(source=source))
    write(tmp_path, "n,d,y\n" + rows)
    with pytest.raises(StudioError, match="no column “c”; its columns are n, d, y"):
        load(DataSpec(source=source))
    path.unlink()
    with pytest.raises(StudioError, match="There is no file"):
        load(DataSpec(source=source))


def test_blocks_end_where_rows_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_blocks, "BLOCK", 64)
    rows = "".join(f'{k + 0.5},"word\n{k % 3}, ""q""",{"pq"[k % 2]}\n' for k in range(200))
    info = inspect(write(tmp_path, "n,c,y\n" + rows))
    assert info.rows == 200
    assert info.column("c").categories == tuple(f'word\n{k}, "q"' for k in range(3))
    data = load(DataSpec(source=table_from(info)))
    assert len(data.train) + len(data.validation) == 200


def test_without_names_columns_are_numbered(tmp_path: Path) -> None:
    info = inspect(write(tmp_path, "".join(f"{k * 1.5},{'pq'[k % 2]}\n" for k in range(20))))
    assert [column.name for column in info.columns] == ["column 1", "column 2"]
    assert info.rows == 20
    twice = inspect(write(tmp_path, "a,a,\n" + "1.5,2.5,p\n2.5,1.5,q\n" * 9))
    assert [column.name for column in twice.columns] == ["a", "a (2)", "column 3"]


def test_reading_tells_how_far_it_is_and_stops(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(text_blocks, "BLOCK", 512)
    frame(500).to_csv(tmp_path / "t.csv", index=False)
    told: list[float] = []
    info: TableInfo = inspect(tmp_path / "t.csv", progress=lambda share, _w: told.append(share))
    assert told == sorted(told)
    assert len(told) > 20
    assert told[-1] == 1

    def cancel(share: float, what: Text) -> None:
        if share > 0.3:
            raise Cancelled

    with pytest.raises(Cancelled):
        inspect(tmp_path / "t.csv", progress=cancel)
    with pytest.raises(Cancelled):
        load(DataSpec(source=table_from(info)), cancel)


def test_blank_lines_are_no_rows(tmp_path: Path) -> None:
    info = inspect(write(tmp_path, "a,y\n" + "1.5,p\n\n2.5,q\n,\n" * 5 + "3.5,p\n\n\n"))
    assert info.rows == 11
    assert [column.missing for column in info.columns] == [0, 0]
    data = load(DataSpec(source=table_from(info)))
    assert len(data.train) + len(data.validation) == 11
    assert not any("left out" in str(note) for note in data.notes)


def test_the_spec_alone_says_what_a_network_must_fit(tmp_path: Path) -> None:
    frame().to_csv(tmp_path / "t.csv", index=False)
    source = table_from(inspect(tmp_path / "t.csv"))
    (tmp_path / "t.csv").unlink()
    again = Table.model_validate_json(source.model_dump_json())
    assert again == source
    assert facts(again).task == "binary"


@pytest.mark.parametrize("name", ["iris", "wine", "breast_cancer", "diabetes"])
def test_scikit_learns_own_tables(name: str) -> None:
    from sklearn import datasets

    source = ScikitTable.model_validate({"name": name})
    data = load(DataSpec(source=source))
    theirs = getattr(datasets, f"load_{name}")()
    assert len(data.train) + len(data.validation) == len(theirs.data)
    assert data.train.x.shape[1:] == theirs.data.shape[1:] == source.input_shape
    if source.class_names:
        assert list(source.class_names) == list(theirs.target_names)
        assert np.array_equal(
            np.bincount(np.concatenate([data.train.y, data.validation.y])),
            np.bincount(theirs.target),
        )


def test_nothing_is_downloaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCIKIT_LEARN_DATA", str(tmp_path))
    with pytest.raises(StudioError, match="nothing is downloaded"):
        load(DataSpec(source=ScikitTable(name="california_housing")))
