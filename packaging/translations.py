"""Bring the translation files up to date: ``python packaging/translations.py``.

Collects every sentence of the program into ``resources/translations/*.ts`` with Qt's
lupdate and compiles them to ``*.qm`` with lrelease. Sentences of the lower floors are
literals in calls to ``text``, which counts as ``tr`` here.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("es",)


def update(folder: Path = FOLDER) -> None:
    """Write the ``.ts`` and ``.qm`` files of every language into `folder`."""
    tools = Path(sys.executable).parent
    sources = [str(path.relative_to(ROOT)) for path in sorted(ROOT.glob("mlp_studio/**/*.py"))]
    for language in LANGUAGES:
        ts = folder / f"mlp_studio_{language}.ts"
        _run(
            tools / "pyside6-lupdate", "-silent", "-no-obsolete", "-locations", "none",
            "-tr-function-alias", "tr+=text", "-target-language", language,
            *sources, "-ts", str(ts),
        )  # fmt: skip
        _run(tools / "pyside6-lrelease", "-silent", str(ts), "-qm", str(ts.with_suffix(".qm")))


def _run(tool: Path, *arguments: str) -> None:
    subprocess.run([str(tool), *arguments], check=True, cwd=ROOT)


if __name__ == "__main__":
    update()
