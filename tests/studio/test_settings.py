"""Settings survive the disk; a broken file costs only what is broken in it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError
from pytestqt.qtbot import QtBot

from mlp_studio.core.errors import StudioError
from mlp_studio.studio.settings import MAX_RECENT, Settings, Values


@pytest.fixture
def path(qtbot: QtBot, tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.json"


def written(path: Path, content: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return path


def test_there_is_no_file_at_first(path: Path) -> None:
    settings = Settings(path)
    assert settings.values == Values()
    assert not settings.repaired
    assert not path.exists()


def test_round_trip(path: Path, tmp_path: Path) -> None:
    settings = Settings(path)
    told: list[str] = []
    settings.changed.connect(told.append)
    settings.set("look", "dark")
    settings.set("look", "dark")
    settings.set("language", "es")
    settings.add_recent(tmp_path / "años.mlpstudio")
    assert told == ["look", "language", "recent"]
    again = Settings(path)
    assert again.values == settings.values
    assert again.values.look == "dark"
    assert again.values.recent == [str(tmp_path / "años.mlpstudio")]
    assert not again.repaired
    assert [p.name for p in path.parent.iterdir()] == ["settings.json"]


def test_a_value_out_of_range_is_refused(path: Path) -> None:
    settings = Settings(path)
    with pytest.raises(ValidationError):
        settings.set("look", "pink")
    assert settings.values.look == "system"


def test_recent_projects_begin_with_the_last_and_are_few(path: Path, tmp_path: Path) -> None:
    settings = Settings(path)
    names = [tmp_path / f"{k}.mlpstudio" for k in range(MAX_RECENT + 3)]
    for name in [*names, names[-2]]:
        settings.add_recent(name)
    recent = settings.values.recent
    assert len(recent) == MAX_RECENT
    assert recent[:3] == [str(names[-2]), str(names[-1]), str(names[-3])]


@pytest.mark.parametrize("content", ["", "{", "null", "[1, 2]", "\x00\x01", '"words"'])
def test_a_broken_file_gives_the_defaults_and_is_kept_aside(path: Path, content: str) -> None:
    settings = Settings(written(path, content))
    assert settings.values == Values()
    assert settings.repaired
    assert path.with_suffix(".broken.json").read_text(encoding="utf-8") == content


def test_bytes_that_are_no_text_are_a_broken_file(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"\xff\xfe\xff")
    assert Settings(path).repaired


@pytest.mark.parametrize(
    ("name", "value"),
    [("look", "pink"), ("language", 3), ("recent", ["a", 7]), ("recent", "a"), ("version", "x")],
)
def test_a_broken_key_costs_only_itself(path: Path, name: str, value: Any) -> None:
    whole = {"look": "dark", "language": "es", "device": "cpu", "recent": ["a"]}
    settings = Settings(written(path, json.dumps({**whole, name: value})))
    assert settings.repaired
    expected = Values(**{key: kept for key, kept in whole.items() if key != name})
    assert settings.values == expected
    settings.set("device", "gpu")  # the repaired settings are written whole
    assert not Settings(path).repaired


def test_an_unknown_key_is_no_fault(path: Path) -> None:
    settings = Settings(written(path, '{"look": "dark", "of_a_later_version": 1}'))
    assert settings.values.look == "dark"
    assert not settings.repaired


def test_a_file_that_cannot_be_copied_aside_keeps_nobody_from_starting(path: Path) -> None:
    written(path, "{")
    path.with_suffix(".broken.json").mkdir()
    settings = Settings(path)
    assert settings.values == Values()
    assert settings.repaired


def test_where_nothing_can_be_written_a_choice_still_holds_and_is_told_once(
    qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    settings = Settings(tmp_path / "file" / "settings.json")
    told: list[Exception] = []
    settings.failed.connect(told.append)
    settings.set("look", "dark")
    settings.set("language", "es")
    settings.add_recent(tmp_path / "a.mlpstudio")
    assert settings.values.look == "dark"
    assert settings.values.language == "es"
    assert len(told) == 1
    assert isinstance(told[0], StudioError)
    assert str(tmp_path / "file") in str(told[0])
