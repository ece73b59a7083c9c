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
TOOLS = Path(sys.executable).parent


def update(folder: Path = FOLDER) -> None:
    """Write the ``.ts`` and ``.qm`` files of every language into `folder`."""
    for language in LANGUAGES:
        ts = folder / f"mlp_studio_{language}.ts"
        collect(language, ts)
        compile_file(ts, ts.with_suffix(".qm"))


def collect(language: str, ts: Path) -> None:
    """Write the program's sentences into `ts`; translations already there are kept."""
    sources = [str(path.relative_to(ROOT)) for path in sorted(ROOT.glob("mlp_studio/**/*.py"))]
    _run(
        TOOLS / "pyside6-lupdate", "-silent", "-no-obsolete", "-locations", "none",
        "-tr-function-alias", "tr+=text", "-target-language", language,
        *sources, "-ts", str(ts),
    )  # fmt: skip


def compile_file(ts: Path, qm: Path) -> None:
    """Compile the translations in `ts` into `qm`."""
    _run(TOOLS / "pyside6-lrelease", "-silent", str(ts), "-qm", str(qm))


def _run(tool: Path, *arguments: str) -> None:
    subprocess.run([str(tool), *arguments], check=True, cwd=ROOT)


if __name__ == "__main__":
    update()
