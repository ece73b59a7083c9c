"""The set-up behind the two commands, with stand-ins for the system's own programs."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"
pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="system libraries are looked for on Linux"
)


@pytest.fixture
def dev(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """packaging/dev.py with an environment of its own."""
    monkeypatch.syspath_prepend(str(PACKAGING))
    module = importlib.import_module("dev")
    venv = tmp_path / ".venv"
    for name, value in {
        "VENV": venv,
        "STAMP": venv / "stamp.json",
        "UNFINISHED": venv / "unfinished",
        "LOG": venv / "install.log",
        "BIN": venv / "bin",
        "PYTHON": venv / "bin" / "python",
    }.items():
        monkeypatch.setattr(module, name, value)
    yield module
    sys.modules.pop("dev", None)
    sys.modules.pop("system_libraries", None)


@pytest.fixture
def libraries(dev: ModuleType) -> ModuleType:
    return dev.system_libraries


@pytest.fixture
def system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, libraries: ModuleType) -> Path:
    """A folder of stand-ins that is the whole PATH, and a system without fonts."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setattr(libraries, "FONT_FOLDERS", (str(tmp_path / "fonts"),))
    _program(folder, "ldd", "echo ' libEGL.so.1 => not found'; echo ' libc.so.6 => /lib/c (0x1)'")
    return folder


@pytest.fixture
def qt(tmp_path: Path) -> Path:
    """Qt's folder, with its window platform."""
    platform = tmp_path / "Qt" / "plugins" / "platforms" / "libqxcb.so"
    platform.parent.mkdir(parents=True)
    platform.touch()
    return tmp_path / "Qt"


def _program(folder: Path, name: str, body: str) -> Path:
    """Write a stand-in which records its arguments; return the record."""
    record = folder / f"{name}.log"
    file = folder / name
    file.write_text(f'#!/bin/sh\necho "$@" >> "{record}"\n{body}\n')
    file.chmod(0o755)
    return record


def test_a_user_is_told_the_exact_command(
    system: Path,
    qt: Path,
    libraries: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    record = _program(system, "apt-get", "exit 0")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    libraries.ensure(qt, display_server=True)
    said = capsys.readouterr()
    assert (
        "sudo apt-get update && sudo apt-get install -y --no-install-recommends "
        "fonts-inter libegl1 xvfb\n"
    ) in said.err
    assert said.out == ""
    assert not record.exists()


def test_root_gets_them_installed(
    system: Path, qt: Path, libraries: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = _program(system, "apt-get", "exit 0")
    _program(system, "Xvfb", "exit 0")
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    libraries.ensure(qt, display_server=True)
    assert record.read_text().splitlines() == [
        "update -q",
        "install -y --no-install-recommends fonts-inter libegl1",
    ]


def test_a_failed_installation_is_shown_and_work_goes_on(
    system: Path,
    qt: Path,
    libraries: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    _program(system, "apt-get", "echo 'E: Unable to locate package'; exit 100")
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    libraries.ensure(qt, display_server=False)
    said = capsys.readouterr().err
    assert "E: Unable to locate package" in said
    assert "This command failed: apt-get install" in said


def test_other_systems_are_told_what_is_missing(
    system: Path, qt: Path, libraries: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    libraries.ensure(qt, display_server=False)
    assert "libEGL.so.1" in capsys.readouterr().err
    _program(system, "dnf", "exit 0")
    libraries.ensure(qt, display_server=False)
    assert "sudo dnf install 'libEGL.so.1()(64bit)'" in capsys.readouterr().err


def test_nothing_is_said_where_nothing_is_missing(
    system: Path,
    qt: Path,
    libraries: ModuleType,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    _program(system, "ldd", "echo ' libc.so.6 => /lib/c (0x1)'")
    _program(system, "Xvfb", "exit 0")
    record = _program(system, "apt-get", "exit 0")
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts" / "Inter-Regular.otf").touch()
    libraries.ensure(qt, display_server=True)
    assert capsys.readouterr().err == ""
    assert not record.exists()


def _fake_environment(dev: ModuleType, *, pip_body: str) -> Path:
    """Make a ``.venv`` whose Python answers the probe and plays pip."""
    dev.BIN.mkdir(parents=True)
    body = f'case "$1" in -c) echo {dev.VERSION};; *) {pip_body};; esac'
    return _program(dev.BIN, "python", body)


def test_packages_are_installed_once(dev: ModuleType) -> None:
    record = _fake_environment(dev, pip_body="echo 'Collecting numpy==1'")
    dev.make_environment(dev.DEVELOPMENT)
    assert sum("pip install" in line for line in record.read_text().splitlines()) == 1
    for again in (dev.DEVELOPMENT, dev.RUNTIME):  # the one includes the other
        dev.make_environment(again)
    assert sum("pip install" in line for line in record.read_text().splitlines()) == 1


def test_changed_pins_are_installed(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    record = _fake_environment(dev, pip_body="true")
    dev.make_environment(dev.RUNTIME)
    monkeypatch.setattr(dev, "digest", lambda name: "other" + name)
    dev.make_environment(dev.RUNTIME)
    assert sum("pip install" in line for line in record.read_text().splitlines()) == 2


def test_a_failed_installation_is_not_believed(dev: ModuleType) -> None:
    _fake_environment(dev, pip_body="echo 'ERROR: no network'; exit 1")
    with pytest.raises(dev.SetupError, match=r"ERROR: no network[\s\S]*run the same command"):
        dev.make_environment(dev.RUNTIME)
    assert dev.read_stamps() == {}
    assert dev.environment_works()  # nothing was put in place yet: no need to begin anew


def test_an_installation_cut_short_is_begun_anew(dev: ModuleType) -> None:
    _fake_environment(dev, pip_body="echo 'Installing collected packages: numpy'; exit 1")
    with pytest.raises(dev.SetupError):
        dev.make_environment(dev.RUNTIME)
    assert not dev.environment_works()


def test_a_stamp_cut_short_is_no_stamp(dev: ModuleType) -> None:
    _fake_environment(dev, pip_body="true")
    dev.STAMP.write_text('{"requirements.txt": "12')
    assert dev.read_stamps() == {}


def test_an_unsuitable_python_is_named(
    dev: ModuleType, system: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 1))
    with pytest.raises(dev.SetupError, match=r"needs Python 3\.11, 3\.12 or 3\.13"):
        dev.make_environment(dev.RUNTIME)
    _program(system, "python3.12", "exit 0")
    _program(system, "python3.13", "exit 127")
    assert "python3.12 packaging/dev.py" in dev.wrong_python()


def test_wrong_usage(dev: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main([]) == 2
    assert dev.main(["tset"]) == 2
    assert "dev.py test [-- arguments of pytest]" in capsys.readouterr().err
