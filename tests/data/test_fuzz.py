"""Whatever bytes a file holds, it is read or refused by name: nothing else happens."""

import gzip
import io
import tempfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from mlp_studio.core.datasets import DataSpec
from mlp_studio.core.errors import StudioError
from mlp_studio.core.file_sources import Images
from mlp_studio.data.array_files import inspect_arrays
from mlp_studio.data.idx import read_idx
from mlp_studio.data.image_folders import inspect_images
from mlp_studio.data.load import load
from mlp_studio.data.tables.choose import table_from
from mlp_studio.data.tables.inspection import inspect


def _frame() -> pd.DataFrame:
    return pd.DataFrame({"n": np.arange(30) * 1.5, "c": ["a", "b", "c"] * 10, "y": ["p", "q"] * 15})


def _whole() -> dict[str, bytes]:
    """A good file of each format."""
    excel, parquet, npz, npy, png, jpeg = (io.BytesIO() for _ in range(6))
    _frame().to_excel(excel, index=False)
    _frame().to_parquet(parquet)
    np.savez_compressed(npz, x=np.arange(60.0).reshape(30, 2), y=np.arange(30) % 2)
    np.save(npy, np.arange(60.0).reshape(30, 2))
    picture = Image.fromarray(np.arange(900, dtype=np.uint16).astype(np.uint8).reshape(30, 30))
    picture.save(png, "PNG")
    picture.save(jpeg, "JPEG")
    labels = bytes((0, 0, 8, 1, 0, 0, 0, 30)) + bytes(30)
    return {
        "t.csv": _frame().to_csv(index=False).encode(),
        "t.tsv": _frame().to_csv(index=False, sep="\t").encode("utf-16"),
        "t.xlsx": excel.getvalue(),
        "t.parquet": parquet.getvalue(),
        "a.npz": npz.getvalue(),
        "a.npy": npy.getvalue(),
        "i.gz": gzip.compress(labels),
        "p.png": png.getvalue(),
        "p.jpg": jpeg.getvalue(),
    }


WHOLE = _whole()


def _table(path: Path) -> None:
    load(DataSpec(source=table_from(inspect(path))))


def _arrays(path: Path) -> None:
    load(DataSpec(source=inspect_arrays(path).source))


def _pair(path: Path) -> None:
    load(DataSpec(source=inspect_arrays(path, path).source))


def _idx(path: Path) -> None:
    read_idx(path, 1)


def _picture(path: Path) -> None:
    for name in ("ant", "bee"):
        (path.parent / "pics" / name).mkdir(parents=True, exist_ok=True)
    for k in range(5):
        Image.new("L", (5, 5)).save(path.parent / "pics" / "bee" / f"b{k}.png")
    path.replace(path.parent / "pics" / "ant" / path.name)
    load(DataSpec(source=inspect_images(path.parent / "pics", width=4, height=4).source))


READERS: dict[str, Callable[[Path], None]] = {
    "t.csv": _table,
    "t.tsv": _table,
    "t.xlsx": _table,
    "t.parquet": _table,
    "a.npz": _arrays,
    "a.npy": _pair,
    "i.gz": _idx,
    "p.png": _picture,
    "p.jpg": _picture,
}


def _refused_or_read(name: str, content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        try:
            READERS[name](path)
        except StudioError as error:
            said = str(error)
            general = "examples are too few" in said or "can't be divided" in said
            assert general or "not finite" in said or folder in said, said


@pytest.mark.parametrize("name", WHOLE)
def test_whole_files_are_read(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(WHOLE[name])
    READERS[name](path)


@pytest.mark.parametrize("name", WHOLE)
@given(data=st.data())
@settings(max_examples=25)
def test_cut_and_damaged_files_never_do_harm(name: str, data: st.DataObject) -> None:
    content = bytearray(WHOLE[name])
    if data.draw(st.booleans()):
        content = content[: data.draw(st.integers(0, len(content) - 1))]
    for _ in range(data.draw(st.integers(0, 4))):
        if content:
            content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    _refused_or_read(name, bytes(content))


@pytest.mark.parametrize("name", WHOLE)
@given(content=st.binary(max_size=200))
@settings(max_examples=20)
def test_random_bytes_never_do_harm(name: str, content: bytes) -> None:
    _refused_or_read(name, content)


CELLS = st.one_of(
    st.sampled_from(["", "1", "-2.5", "1e400", "nan", "inf", "yes", "NO", '"', "a,b", "x\ny", "é"]),
    st.text(max_size=6),
)


@given(
    rows=st.lists(st.lists(CELLS, min_size=1, max_size=4), max_size=12), sep=st.sampled_from(",;\t")
)
@settings(max_examples=60)
def test_tables_of_anything_never_do_harm(rows: list[list[str]], sep: str) -> None:
    words = "\n".join(sep.join(row) for row in rows)
    _refused_or_read("t.csv", words.encode("utf-8", "replace"))


@pytest.mark.parametrize("start", ["\n", "\n  \n\n"])
def test_blank_lines_above_a_table_are_passed_over(start: str, tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(start + _frame().to_csv(index=False))
    info = inspect(path)
    assert [column.name for column in info.columns] == ["n", "c", "y"]
    assert info.rows == 30


def test_a_table_of_blank_lines_alone_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("\n,")
    with pytest.raises(StudioError, match=r"t\.csv"):
        inspect(path)


def test_a_source_that_is_gone_is_named(tmp_path: Path) -> None:
    source = Images(path=str(tmp_path / "gone"), classes=("a", "b"))
    with pytest.raises(StudioError, match="gone"):
        load(DataSpec(source=source))
