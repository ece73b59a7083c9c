"""Zip files that grow lose nothing, however often and wherever the writing is torn."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mlp_studio.core.errors import StudioError
from mlp_studio.storage.archive import reading, wasted, write_new, write_on

STORED, PACKED = zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED
NAMES = ("a", "b/c", "b/d", "é")
# Contents that look like the end of a zip file are the hard ones.
CONTENTS = st.one_of(st.binary(max_size=60), st.just(b"PK\x05\x06" + bytes(18)))
STEPS = st.lists(
    st.tuples(
        st.dictionaries(
            st.sampled_from(NAMES), st.tuples(CONTENTS, st.sampled_from((STORED, PACKED)))
        ),
        st.sets(st.sampled_from(NAMES)),
    ),
    min_size=1,
    max_size=6,
)


def contents(path: Path) -> dict[str, bytes]:
    with reading(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@given(steps=STEPS, share=st.floats(0, 1))
@settings(max_examples=60)
def test_every_step_holds_and_a_torn_one_is_as_if_it_had_not_been(
    tmp_path_factory: pytest.TempPathFactory, steps: list, share: float
) -> None:
    path = tmp_path_factory.mktemp("archive") / "file"
    write_new(path, {"first": (b"first", PACKED)})
    known = {"first": b"first"}
    for members, keep in steps:
        before, former = path.read_bytes(), dict(known)
        write_on(path, members, {*keep, "first"})
        known = {name: data for name, data in known.items() if name in keep or name == "first"}
        known |= {name: data for name, (data, _method) in members.items()}
        assert contents(path) == known
        with zipfile.ZipFile(path) as plain:  # any program can read it
            assert plain.testzip() is None
            assert sorted(plain.namelist()) == sorted(known)
        after = path.read_bytes()
        assert after.startswith(before)  # what held before is untouched
        cut = len(before) + int(share * (len(after) - len(before) - 1))
        path.write_bytes(after[:cut])
        assert contents(path) == former
        write_on(path, members, {*keep, "first"})  # and it goes on from there
        assert contents(path) == known


def test_an_archive_within_an_archive_is_not_taken_for_the_directory(tmp_path: Path) -> None:
    inner, path = tmp_path / "inner", tmp_path / "outer"
    write_new(inner, {"x": (b"inner", STORED)})
    write_new(path, {"one": (b"1", STORED)})
    whole = path.read_bytes()
    write_on(path, {"inner": (inner, STORED)}, {"one"})
    torn = path.read_bytes()
    path.write_bytes(torn[: len(whole) + 35 + inner.stat().st_size])  # right behind the inner end
    assert contents(path) == {"one": b"1"}


def test_written_anew_it_has_no_waste_and_takes_over_what_is_asked(tmp_path: Path) -> None:
    path = tmp_path / "file"
    write_new(path, {"big": (bytes(100_000), STORED), "small": (b"s", STORED)})
    write_on(path, {"more": (b"m" * 500, PACKED)}, {"small"})
    assert wasted(path, {"small", "more"}) > 100_000
    write_new(path, {"new": (b"n", STORED)}, path, ["small", "more", "new"])
    assert contents(path) == {"new": b"n", "small": b"s", "more": b"m" * 500}
    assert wasted(path, {"small", "more", "new"}) < 200


def test_what_fails_half_way_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "file"
    write_new(path, {"one": (b"1", STORED)})
    before = path.read_bytes()
    with pytest.raises(StudioError, match="file"):
        write_on(path, {"two": (b"2", STORED), "three": (tmp_path / "missing", STORED)}, {"one"})
    assert path.read_bytes() == before
    assert contents(path) == {"one": b"1"}
