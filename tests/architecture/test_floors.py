"""The house's own rules, checked on the source and on what importing really loads."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
PACKAGE = PROJECT / "mlp_studio"
MOST_LINES = 400
QT = ["PySide6", "shiboken6", "pyqtgraph"]
TENSORFLOW = ["tensorflow", "keras"]
HEAVY = [*TENSORFLOW, "sklearn", "matplotlib", "pandas", "requests"]
IMPORT_ALL = """
import importlib, pkgutil, sys

class Absent:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in absent:
            raise ModuleNotFoundError(f"{name} is absent here", name=name)

folder, floor, absent = sys.argv[1], sys.argv[2], set(sys.argv[3].split(","))
sys.path.insert(0, folder)
sys.meta_path.insert(0, Absent())
package = importlib.import_module(floor)
names = [m.name for m in pkgutil.walk_packages(getattr(package, "__path__", []), floor + ".")]
for name in names:
    importlib.import_module(name)
print(len(names))
"""


def _sources() -> list[Path]:
    return sorted([*PACKAGE.rglob("*.py"), *(PROJECT / "packaging").glob("*.py")])


def _imports(file: Path) -> Iterator[str]:
    """Yield everything a file imports, inside functions too, as dotted names."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _import_all(floor: str, absent: list[str]) -> int:
    answer = subprocess.run(
        [sys.executable, "-I", "-c", IMPORT_ALL, str(PROJECT), floor, ",".join(absent)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 0, answer.stderr
    return int(answer.stdout)


def test_no_file_is_longer_than_one_can_read() -> None:
    long = {
        str(file.relative_to(PROJECT)): lines
        for file in [*_sources(), *(PROJECT / "tests").rglob("*.py")]
        if (lines := len(file.read_text(encoding="utf-8").splitlines())) > MOST_LINES
    }
    assert long == {}


def test_core_is_imported_without_qt_tensorflow_or_anything_slow() -> None:
    assert _import_all("mlp_studio.core", [*QT, *HEAVY]) > 15


@pytest.mark.parametrize("floor", ["data", "digits", "analysis", "storage"])
def test_the_lower_floors_are_imported_without_qt_and_tensorflow(floor: str) -> None:
    _import_all(f"mlp_studio.{floor}", [*QT, *TENSORFLOW])


def test_the_engine_is_imported_without_qt() -> None:
    _import_all("mlp_studio.engine", QT)


@pytest.mark.parametrize("floor", ["studio", "ui"])
def test_the_window_is_imported_without_tensorflow(floor: str) -> None:
    """It shows at once; TensorFlow loads behind it."""
    _import_all(f"mlp_studio.{floor}", TENSORFLOW)


def test_studio_has_no_widgets() -> None:
    widgets = {"QtWidgets", "QtOpenGLWidgets", "QtSvgWidgets", "pyqtgraph"}
    found = [
        f"{file.relative_to(PROJECT)}: {name}"
        for file in sorted((PACKAGE / "studio").rglob("*.py"))
        for name in _imports(file)
        if widgets & set(name.split("."))
    ]
    assert found == []


def test_the_two_commands_need_nothing_but_python() -> None:
    own = {file.stem for file in (PROJECT / "packaging").glob("*.py")}
    for file in (PROJECT / "packaging").glob("*.py"):
        foreign = {
            name
            for name in (full.partition(".")[0] for full in _imports(file))
            if name not in sys.stdlib_module_names and name not in own
        }
        assert foreign == set(), file


def test_the_pinned_packages_name_no_registry() -> None:
    for file in sorted((PROJECT / "packaging").glob("requirements*.txt")):
        for line in file.read_text(encoding="utf-8").splitlines():
            pin = line.partition("#")[0].strip()
            assert "://" not in line, line
            assert not pin or pin.startswith("-r requirements") or "==" in pin, line
