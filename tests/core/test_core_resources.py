import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from mlp_studio.core.resources import resource, root

PROJECT = Path(__file__).resolve().parents[2]
ASK = (
    "import sys; sys.path.insert(0, sys.argv[1])\n"
    "from mlp_studio.core.resources import resource\n"
    "print(resource('icons', 'mlp-studio.svg'))\n"
)


def _ask(folder: Path, cwd: Path) -> Path:
    """Return where a Python of its own, started elsewhere, finds the icon."""
    answer = subprocess.run(
        [sys.executable, "-I", "-c", ASK, str(folder)],
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 0, answer.stderr
    return Path(answer.stdout.strip())


def test_a_checkout_has_them_beside_the_package(tmp_path: Path) -> None:
    assert root() == PROJECT / "resources"
    assert _ask(PROJECT, tmp_path) == PROJECT / "resources" / "icons" / "mlp-studio.svg"


def test_the_icon_is_a_drawing() -> None:
    picture = ET.parse(resource("icons", "mlp-studio.svg")).getroot()
    assert picture.tag.endswith("svg")
    assert picture.attrib["viewBox"] == "0 0 256 256"


def test_a_wheel_carries_them_inside_the_package(tmp_path: Path) -> None:
    pytest.importorskip("build", reason="needs the packages of requirements-dev.txt")
    _run("-m", "build", "--wheel", "--no-isolation", "--outdir", str(tmp_path), str(PROJECT))
    [wheel] = tmp_path.glob("*.whl")
    site = tmp_path / "site"
    _run("-m", "pip", "install", "-q", "--no-deps", "--no-index", "--target", str(site), str(wheel))
    found = _ask(site, tmp_path)
    assert found == site / "mlp_studio" / "_resources" / "icons" / "mlp-studio.svg"
    assert found.read_bytes() == resource("icons", "mlp-studio.svg").read_bytes()
    carried = {p.relative_to(found.parents[1]) for p in found.parents[1].rglob("*") if p.is_file()}
    assert carried == {p.relative_to(root()) for p in root().rglob("*") if p.is_file()}


def _run(*arguments: str) -> None:
    answer = subprocess.run(
        [sys.executable, *arguments], cwd=PROJECT, capture_output=True, text=True, check=False
    )
    assert answer.returncode == 0, answer.stdout + answer.stderr
